package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.experiment.Json;
import thalweg.export.Exports;

class CompareCliTest {
    @TempDir
    private Path folder;

    private static Terminal.Result thalweg(String... args) {
        return new Terminal().type(args);
    }

    @Test
    void aSweepIsATableOfEveryRuleAtEveryRate() {
        Terminal.Result r = thalweg("compare", "formula(\"2*x^2 + 2*y^2\")", "--start", "3,1", "--optimizer", "gradient-descent", "--optimizer",
                "adam", "--steps", "10", "--stage", "2");
        assertEquals(0, r.code(), r.err());
        List<String> lines = r.out().lines().toList();
        assertEquals("run,learning_rate,loss,steps,outcome,mark", lines.getFirst());
        assertEquals(1 + 2 * 29, lines.size());
        String best = lines.stream().filter(l -> l.startsWith("GD") && l.endsWith(",best")).findFirst().orElseThrow();
        double rate = Double.parseDouble(best.split(",")[1]);
        double factor = 1 - 4 * rate;
        assertEquals(20 * Math.pow(factor, 20), Double.parseDouble(best.split(",")[2]), 1e-12, "each step multiplies by 1 - 4 rate");
        assertTrue(r.err().contains("GD: best learning rate "), r.err());
    }

    @Test
    void startsBasinsAndRatesHaveTablesOfTheirOwn() throws IOException {
        Terminal.Result starts = thalweg("compare", "sphere", "--by", "starts", "--optimizer", "gradient-descent(learningRate=0.1)", "--steps", "4",
                "--stage", "1");
        assertEquals("run,step,best_quartile,median,worst_quartile", starts.out().lines().findFirst().orElseThrow());
        assertEquals(6, starts.out().lines().count());
        Path json = folder.resolve("rates.json");
        assertEquals(0, thalweg("compare", "sphere", "--by", "rates", "--optimizer", "momentum", "--steps", "4", "--stage", "1", "-o",
                json.toString()).code());
        String text = Files.readString(json);
        Json.read(text.getBytes(StandardCharsets.UTF_8));
        assertTrue(text.contains("\"comparison\": \"rates\"") && text.contains("\"momentum\": ") && text.contains("\"outcome\": "),
                text.substring(0, 400));
        Terminal.Result basins = thalweg("compare", "himmelblau", "--by", "basins", "--optimizer", "newton", "--steps", "40", "--stage", "1");
        assertEquals(1 + 13 * 13, basins.out().lines().count());
        assertTrue(basins.err().contains("% of the starts") && basins.err().contains("at no minimum yet"), basins.err());
        Terminal.Result peaks = thalweg("compare", "formula(\"-x^2 - y^2\")", "--maximise", "--by", "basins", "--optimizer",
                "gradient-descent(learningRate=0.1)", "--steps", "40", "--stage", "1");
        assertEquals("start_x,start_y,end,maximum_x,maximum_y,steps", peaks.out().lines().findFirst().orElseThrow());
        assertTrue(peaks.out().contains(",maximum,") && peaks.err().contains("at no maximum yet"), peaks.out());
    }

    @Test
    void aPictureOfAComparisonCarriesItsExperiment() throws IOException {
        Path png = folder.resolve("sweep.png");
        assertEquals(0, thalweg("compare", "sphere", "--optimizer", "adam", "--steps", "3", "--stage", "1", "--size", "300x200", "-o", png.toString())
                .code());
        assertEquals(List.of("sweep"), Exports.experimentIn(png).look().tiles());
    }

    @Test
    void mistakesNameWhatWouldWork() {
        assertTrue(thalweg("compare", "sphere", "--by", "luck").err().contains("--by must be sweep, starts, basins or rates, but was 'luck'"));
        for (String file : List.of("a.gif", "a.html", "a.txt")) {
            String said = thalweg("compare", "sphere", "-o", file).err();
            assertTrue(said.contains("cannot write '" + file + "': use .csv or .json for the numbers, or .png, .svg or .pdf for the picture"), said);
        }
        assertTrue(thalweg("compare", "sphere", "--stage", "9").err().contains("--stage must be 1 to 4 for sweep, but was 9"));
        Terminal.Result one = thalweg("compare", "double-well", "--by", "basins");
        assertEquals(2, one.code());
        assertTrue(one.err().contains("two parameters"), one.err());
        assertEquals(2, thalweg("compare", "sphere", "-o", "x.doc").code());
        assertTrue(Arrays.asList(thalweg("compare", "--help").out().split("\n")).stream().anyMatch(l -> l.contains("--by")));
    }
}
