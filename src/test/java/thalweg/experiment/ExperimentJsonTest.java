package thalweg.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.math.Range;
import thalweg.math.Vec;

class ExperimentJsonTest {
    @Test
    void isReadable() {
        Experiment e = Experiment.of(Spec.of("rosenbrock").with("b", 50)).withStart(Vec.of(-0.2, 2.6)).withStep(137)
                .withRuns(List.of(Run.of(Spec.of("adam").with("learningRate", 0.3), 0), Run.of(Spec.of("nag"), 5).withLabel("N \"1\"")
                        .withHidden(true)))
                .withLook(Look.DEFAULT.withWindow(List.of(new Range(-2, 2), new Range(-1, 3.5))));
        String expected = """
                {
                  "format": 1,
                  "objective": "rosenbrock(b=50)",
                  "maximise": false,
                  "noise": 0,
                  "start": [-0.2, 2.6],
                  "runs": [
                    { "optimizer": "adam(learningRate=0.3)" },
                    { "optimizer": "nag", "label": "N \\"1\\"", "style": 5, "hidden": true }
                  ],
                  "stop": { "steps": 300 },
                  "seed": 1,
                  "step": 137,
                  "look": {
                    "tiles": ["contour", "surface", "loss", "table"],
                    "layout": "2x2",
                    "window": [[-2, 2], [-1, 3.5]],
                    "colormap": "viridis",
                    "scale": "auto",
                """;
        String text = ExperimentJson.write(e);
        assertEquals(expected, text.substring(0, Math.min(expected.length(), text.length())));
        assertTrue(text.contains("    \"camera\": { \"azimuth\": -118, \"elevation\": 46, \"zoom\": 1, \"perspective\": true, \"home\": true },\n"),
                text);
    }

    @Test
    void loadAfterSaveIsTheIdentityForRandomExperiments() {
        for (int i = 0; i < 500; i++) {
            Experiment e = RandomExperiments.random(i);
            String text = ExperimentJson.write(e);
            Experiment again = ExperimentJson.read(text);
            assertEquals(e, again, text);
            assertEquals(text, ExperimentJson.write(again));
        }
    }

    @Test
    void missingFieldsHaveTheirDefaults() {
        assertEquals(Experiment.of(Spec.of("himmelblau")), ExperimentJson.read("{\"objective\": \"himmelblau\"}"));
        Experiment e =
                ExperimentJson.read("{\"objective\": \"himmelblau\", \"runs\": [{\"optimizer\": \"adam\"}, {\"optimizer\": \"nag\"}], \"look\": "
                + "{\"camera\": {\"zoom\": 2}}, \"stop\": {}}");
        assertEquals(List.of(Run.of(Spec.of("adam"), 0), Run.of(Spec.of("nag"), 1)), e.runs());
        assertEquals(Look.DEFAULT.withCamera(new Camera(-118, 46, 2, true, true)), e.look());
        assertEquals(StopRule.steps(300), e.stop());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "                                              | line 1, column 1: the file is empty",
            "{\"objective\": \"sphere\"                     | line 1, column 23: this is not JSON",
            "{\"objective\": \"sphere\"} x                  | this is not JSON",
            "{\"objective\": \"sphere\"} 1                  | line 1, column 25: the document has ended before this",
            "[1, 2]                                         | should be an object in { }, but is a list",
            "{}                                             | the field 'objective' is missing",
            "{\"objective\": 1}                             | line 1, column 15: objective: should be text in quotes, but is the number 1",
            "{\"objective\": null}                          | objective: should be text in quotes, but is null",
            "{\"objective\": \"sphere\", \"objective\": \"s\"} | Duplicate",
            "{\"objective\": \"a(b=\"}                      | objective: missing value at column 5",
            "{\"objective\": \"sphere\", \"sped\": 1}       | sped: there is no field 'sped' here; known are format, objective, learning, slice, maximise",
            "{\"objective\": \"sphere\", \"format\": 2}     | format: this was written by a newer Thalweg (format 2; this one reads up to 1)",
            "{\"objective\": \"sphere\", \"format\": 0}     | format: formats are counted from 1",
            "{\"format\": 2, \"news\": {}, \"objective\": {}} | newer Thalweg",
            "{\"objective\": \"sphere\", \"noise\": -1}     | line 1, column 34: noise: -1 is out of range; it must be 0 to 1000000",
            "{\"objective\": \"sphere\", \"noise\": 1e400}  | noise: the number is too large",
            "{\"objective\": \"sphere\", \"noise\": 1e99999999999} | noise: 1e99999999999 is too large a number",
            "{\"objective\": \"sphere\", \"noise\": NaN}    | this is not JSON",
            "{\"objective\": \"sphere\", \"seed\": 1.5}     | seed: 1.5 is not a whole number",
            "{\"objective\": \"sphere\", \"step\": 1e999999999} | step: 1E+999999999 is not a whole number",
            "{\"objective\": \"sphere\", \"stop\": {\"steps\": 1000001}} | stop.steps: 1000001 is out of range; it must be 0 to 1000000",
            "{\"objective\": \"sphere\", \"stop\": {\"steps\": -1}} | stop: a run needs a number of steps from 0",
            "{\"objective\": \"sphere\", \"stop\": {\"gradientNorm\": -1}} | stop: the gradient norm to stop at must be a number >= 0, but was -1",
            "{\"objective\": \"sphere\", \"maximise\": \"yes\"} | maximise: should be true or false, but is text",
            "{\"objective\": \"sphere\", \"start\": [1, \"2\"]} | start[1]: should be a number, but is text",
            "{\"objective\": \"sphere\", \"runs\": [{\"optimiser\": \"adam\"}]} | runs[0]: the field 'optimizer' is missing",
            "{\"objective\": \"sphere\", \"runs\": [{\"optimizer\": \"adam\", \"colour\": \"red\"}]} | runs[0].colour: 'red' is not a colour",
            "{\"objective\": \"sphere\", \"look\": {\"window\": [[1, 0]]}} | look.window[0]: a range needs two finite numbers, the first below the second",
            "{\"objective\": \"sphere\", \"look\": {\"window\": [[1]]}} | look.window[0]: a range is [min, max]",
            "{\"objective\": \"sphere\", \"look\": {\"window\": [[0, 1], [1, 1.0000000000000002]]}} | look.window[1]: the window is too narrow",
            "{\"objective\": \"sphere\", \"look\": {\"scale\": \"LOG\"}} | look.scale: 'LOG' is not one of auto, linear, log",
            "{\"objective\": \"sphere\", \"look\": {\"colormap\": \"jet\"}} | look.colormap: no colour map 'jet'; there are viridis,",
            "{\"objective\": \"sphere\", \"look\": {\"layout\": \"9x9\"}} | look.layout: no layout '9x9'; there are 1, 1x2",
            "{\"objective\": \"sphere\", \"look\": {\"tiles\": [\"loss\", \"pie\"]}} | look.tiles[1]: no view 'pie'; there are contour, surface",
            "{\"objective\": \"sphere\", \"look\": {\"tiles\": []}} | look.tiles: there must be 1 to 12 tiles",
            "{\"objective\": \"sphere\", \"look\": {\"camera\": {\"elevation\": 91}}} | look.camera.elevation: 91 is out of range",
            "{\"objective\": \"sphere\", \"look\": {\"focus\": {\"sample\": 0}}} | look.focus.sample: 0 is out of range; it must be 1 to",
            "{\"objective\": \"sphere\", \"look\": {\"focus\": {\"h\": 0}}} | look.focus.h: 0 is out of range",
            "{\"objective\": \"sphere\", \"look\": {\"focus\": {\"batch\": 1}}} | look.focus.batch: there is no field 'batch' here; known are sample,"})
    void damageIsNamedWithItsPlace(String text, String expected) {
        String message = assertThrows(ExperimentException.class, () -> ExperimentJson.read(text == null ? "" : text)).getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.startsWith("line "), message);
    }

    @Test
    void lineAndColumnPointAtTheValue() {
        ExperimentException e = assertThrows(ExperimentException.class, () -> ExperimentJson.read("""
                {
                  "objective": "sphere",
                  "runs": [
                    { "optimizer": "adam", "style": -3 }
                  ]
                }
                """));
        assertEquals("line 4, column 37: runs[0].style: -3 is out of range; it must be 0 to 1000000", e.getMessage());
        assertEquals("runs[0].style", e.where());
    }

    @Test
    void sizeDepthAndCountsAreLimited() {
        String deep = "{\"objective\": \"sphere\", \"look\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertTrue(assertThrows(ExperimentException.class, () -> ExperimentJson.read(deep)).getMessage().contains("depth"));
        String long1 = "{\"objective\": \"" + "a".repeat(20_000) + "\"}";
        assertTrue(assertThrows(ExperimentException.class, () -> ExperimentJson.read(long1)).getMessage()
                .contains("at most 10000 characters"));
        String many = "{\"objective\": \"sphere\", \"runs\": [" + "{\"optimizer\": \"adam\"},".repeat(100) + "{\"optimizer\": \"adam\"}]}";
        assertTrue(assertThrows(ExperimentException.class, () -> ExperimentJson.read(many)).getMessage()
                .contains("runs: at most 100 are allowed, but there are 101"));
        String name = assertThrows(ExperimentException.class, () -> ExperimentJson.read("{\"" + "a".repeat(2000) + "\": 1}")).getMessage();
        assertTrue(name.matches("line 1, column \\d+: more than is accepted: Name length \\(\\d+\\) exceeds the maximum allowed \\(1000\\)"), name);
        String big = "{\"objective\": \"sphere\"}" + " ".repeat(1_000_000);
        assertTrue(assertThrows(ExperimentException.class, () -> ExperimentJson.read(big)).getMessage().contains("at most 1000000 bytes"));
    }

    @Test
    void everyCutOffFileIsRefusedWithItsPlace() {
        String text = ExperimentJson.write(RandomExperiments.random(3)).strip();
        for (int end = 0; end < text.length(); end++) {
            String cut = text.substring(0, end);
            assertTrue(assertThrows(ExperimentException.class, () -> ExperimentJson.read(cut)).getMessage().startsWith("line "), cut);
        }
    }

    @Test
    void aSelectionThatPointsNowhereIsNoSelection() {
        assertEquals(-1, ExperimentJson.read("{\"objective\": \"sphere\", \"look\": {\"selected\": 2}}").look().selected());
    }

    @Test
    void numbersThatJsonCannotHoldAreNotWritten() {
        assertThrows(ExperimentException.class, () -> ExperimentJson.write(RandomExperiments.random(1).withStart(Vec.of(Double.NaN, 0))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1, 300, 0.1, 1e-8, 1.5e300, Double.MIN_VALUE, Double.MAX_VALUE, 123456789012345678.0, -2.5})
    void numbersAreWrittenWithAllTheirDigits(double number) {
        assertEquals(number, Double.parseDouble(Json.number(number)), 0.0);
        assertFalse(Json.number(number).endsWith(".0") && number != 0, Json.number(number));
    }

    @Test
    void infinityAndNotANumberAreNull() {
        assertArrayEquals(new String[] {"null", "null"}, new String[] {Json.number(Double.NaN), Json.number(Double.NEGATIVE_INFINITY)});
    }
}
