package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.experiment.Experiment;
import thalweg.export.Exports;
import thalweg.objective.Objectives;

class CliTest {
    @TempDir
    private Path folder;

    private final List<Optional<Path>> opened = new ArrayList<>();

    private record Result(int code, String out, String err) { }

    private Result thalweg(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(args, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), file -> {
            opened.add(file);
            return 0;
        });
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void withoutArgumentsTheWindowOpens() {
        assertEquals(0, thalweg().code());
        assertEquals(List.of(Optional.empty()), opened);
    }

    @Test
    void openHandsTheFileToTheWindowAndSaysWhenThereIsNone() throws IOException {
        Path there = Files.createFile(folder.resolve("a b.png"));
        assertEquals(0, thalweg("open", there.toString()).code());
        assertEquals(List.of(Optional.of(there)), opened);
        Result gone = thalweg("open", folder.resolve("gone.png").toString());
        assertEquals(1, gone.code());
        assertTrue(gone.err().contains("there is no such file"), gone.err());
    }

    @Test
    void evalPrintsOneObjectWithEveryDigit() {
        Result r = thalweg("eval", "--objective", "himmelblau", "--at", "3,2", "--gradient", "--hessian");
        assertEquals("{ \"objective\": \"himmelblau\", \"at\": [3, 2], \"value\": 0, \"gradient\": [0, 0], \"hessian\": [[74, 20], [20, 34]] }\n",
                r.out().replace(System.lineSeparator(), "\n"));
        assertEquals("", r.err());
        assertEquals(0, r.code());
    }

    @Test
    void everyObjectiveCanBeEvaluatedAtItsStart() {
        for (String id : Objectives.CATALOG.ids()) {
            double[] start = Objectives.CATALOG.make(thalweg.catalog.Spec.of(id)).appearance().start().toArray();
            String at = start.length == 1 ? start[0] + "" : start[0] + "," + start[1];
            Result r = thalweg("eval", "--objective", id, "--at", at, "--gradient", "--hessian");
            assertEquals(0, r.code(), id + ": " + r.err());
            assertFalse(r.out().contains("null"), r.out());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "eval --objective rosenbrok --at 1,1             | did you mean 'rosenbrock'",
            "eval --objective rosenbrock(c=1) --at 1,1       | it has a, b",
            "eval --objective rosenbrock --at 1              | --at must have 2 components",
            "eval --objective rosenbrock --at 1,two          | finite numbers separated by commas",
            "eval --objective formula(\"x^\") --at 1         | column",
            "eval --at 1,1                                   | --objective",
            "run --objective rosenbrock                      | --optimizer",
            "run --optimizer adam                            | --objective",
            "run --objective sphere --optimizer adam(lr=1)   | has no knob 'lr'",
            "run --objective sphere --optimizer adam --steps -1 | steps",
            "run --objective sphere --optimizer adam --steps many | many",
            "run --objective sphere --optimizer adam --start 1,2,3 | start",
            "run --objective sphere --optimizer adam -o a.txt | .csv",
            "render --objective sphere -o a.bmp              | .png",
            "render --objective sphere --size big -o a.png   | 1600x1000",
            "render --objective sphere --size 99999x99999 -o a.png | 99999",
            "render --objective sphere --theme pink -o a.png | light or dark",
            "render --objective sphere --view map -o a.png   | contour",
            "render --objective sphere --colormap jet -o a.png | viridis",
            "render --objective sphere --window 2,1 -o a.png | smaller",
            "list wishes                                     | objectives",
            "dance                                           | dance",
    })
    void mistakesAreExplainedWithCode2(String line, String hint) {
        Result r = thalweg(line.strip().split(" +"));
        assertEquals(2, r.code(), r.err());
        assertTrue(r.err().contains(hint), r.err());
        assertFalse(r.err().contains("Exception"), r.err());
        assertEquals("", r.out());
    }

    @Test
    void runWritesTheHeaderAndEveryStep() throws IOException {
        Path csv = folder.resolve("a.csv");
        Result r = thalweg("run", "--objective", "rosenbrock", "--start", "-1.5,2", "--optimizer", "adam(learningRate=0.05)", "--steps", "100",
                "-o", csv.toString());
        assertEquals(0, r.code(), r.err());
        List<String> lines = Files.readAllLines(csv);
        assertEquals("run,optimizer,step,loss,gradient_norm,learning_rate,theta_0,theta_1", lines.getFirst());
        assertEquals(102, lines.size());
        assertTrue(lines.get(1).endsWith(",-1.5,2.0"), lines.get(1));
        assertEquals("", r.out());
        assertTrue(r.err().contains("after 100 steps"), r.err());
    }

    @Test
    void runWithoutAFilePrintsCsvOnly() {
        Result r = thalweg("run", "--objective", "sphere", "--optimizer", "gradient-descent(learningRate=0.1)", "--steps", "0");
        assertEquals(2, r.out().lines().count());
        assertEquals(0, r.code());
    }

    @Test
    void divergenceIsAResult() {
        Result r = thalweg("run", "--objective", "rosenbrock", "--optimizer", "gradient-descent(learningRate=1)", "--steps", "50");
        assertEquals(0, r.code());
        assertTrue(r.err().contains("diverged at step"), r.err());
    }

    @Test
    void aStartOutsideTheWindowWorksAndIsSaid() {
        Result r = thalweg("run", "--objective", "sphere", "--start", "100,100", "--optimizer", "gradient-descent", "--steps", "1");
        assertEquals(0, r.code());
        assertTrue(r.err().contains("outside the window"), r.err());
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenFailsWithCode1() throws IOException {
        Path occupied = Files.createFile(folder.resolve("file"));
        Result r = thalweg("render", "--objective", "sphere", "--size", "200x150", "-o", occupied.resolve("a.png").toString());
        assertEquals(1, r.code());
        assertTrue(r.err().contains("a.png"), r.err());
    }

    @Test
    void renderWritesAPictureThatCarriesItsExperiment() throws IOException {
        Path png = folder.resolve("race.png");
        Result r = thalweg("render", "--objective", "himmelblau", "--optimizer", "adam(learningRate=0.1) label=mine", "--steps", "50", "--view", "contour",
                "--view", "loss", "--size", "640x320", "--scale", "2", "--theme", "dark", "--step", "10", "-o", png.toString());
        assertEquals(0, r.code(), r.err());
        BufferedImage image = ImageIO.read(png.toFile());
        assertEquals(1280, image.getWidth());
        assertEquals(640, image.getHeight());
        Experiment e = Exports.experimentIn(png);
        assertEquals("himmelblau", e.objective().toString());
        assertEquals("mine", e.runs().getFirst().label());
        assertEquals(10, e.step());
    }

    @Test
    void aRenderedPictureCanBeRenderedAgain() {
        String first = folder.resolve("first.png").toString();
        assertEquals(0, thalweg("render", "--objective", "booth", "--optimizer", "adam", "--size", "300x200", "-o", first).code());
        Result again = thalweg("render", "--experiment", first, "--size", "300x200", "-o", folder.resolve("again.png").toString());
        assertEquals(0, again.code(), again.err());
    }

    @ParameterizedTest
    @CsvSource({"objectives, rosenbrock", "optimizers, adam", "schedules, cosine", "views, surface", "colormaps, cividis"})
    void listsNameWhatThereIsInTextAndJson(String kind, String id) {
        assertTrue(thalweg("list", kind).out().lines().anyMatch(l -> l.startsWith(id)), kind);
        String json = thalweg("list", kind, "--json").out();
        assertTrue(json.startsWith("[") && json.contains("\"id\": \"" + id + "\""), json);
    }

    @Test
    void whatIsNotThereYetIsAnEmptyListAndASentence() {
        Result r = thalweg("list", "datasets", "--json");
        assertEquals("[]", r.out().strip());
        assertTrue(r.err().contains("no datasets yet"), r.err());
    }

    @Test
    void helpVersionAndCompletionGoToStandardOut() {
        assertTrue(thalweg("--help").out().contains("Examples:"));
        assertTrue(thalweg("render", "--help").out().contains("--theme"));
        assertTrue(thalweg("--version").out().startsWith("thalweg "));
        assertTrue(thalweg("completion").out().contains("complete "));
    }
}
