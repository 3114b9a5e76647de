package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Experiments;
import thalweg.export.Exports;
import thalweg.objective.Objectives;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
            double[] start = Objectives.CATALOG.make(Spec.of(id)).appearance().start().toArray();
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
            "eval --at 1,1                                   | an objective is missing",
            "run --optimizer adam                            | an objective is missing",
            "run --objective sphere --optimizer adam(lr=1)   | has no knob 'lr'",
            "run --objective sphere --optimizer adam --steps -1 | steps",
            "run --objective sphere --optimizer adam --steps many | many",
            "run --objective sphere --optimizer adam --steps 1000001 | --steps must be 0 to 1000000, but was 1000001",
            "run --objective sphere --optimizer adam --noise -1 | --noise: -1 is out of range",
            "run --objective sphere --optimizer adam --seed 1.5 | '1.5' is not a whole number",
            "run --objective sphere --optimizer adam --stop-gradient -1 | gradient norm to stop at must be a number >= 0",
            "run --objective sphere --optimizer nag(form=up) | lookahead",
            "run --objective sphere --optimizer adam --optimizer adma | did you mean 'adam'",
            "render --objective sphere --step -1 -o a.png    | --step must be 0 or more",
            "render --objective sphere --scale 9 --size 9999x9999 -o a.png | million pixels",
            "render --objective waves --window 0,1,0,1 -o a.png | --window: the window of Waves has one range",
            "render --objective sphere --view contour,,loss -o a.png | no view ''",
            "eval --objective sphere --at 1,NaN              | finite numbers",
            "eval --objective sphere --at 1,1d               | finite numbers",
            "open                                            | FILE",
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
            "list                                            | say what to list: objectives",
            "list optimisers                                 | did you mean 'optimizers'?",
            "dance                                           | there is no command 'dance'; there are list, eval, run, render",
            "lsit                                            | did you mean 'list'?",
            "eval --objectiv sphere --at 1,2                 | there is no option '--objectiv' here; did you mean '--objective'?",
            "render sphere --them=dark -o a.png              | there is no option '--them' here; did you mean '--theme'?",
            "render sphere booth -o a.png                    | 'booth' is one argument too many",
            "render sphere                                   | say where the picture goes: -o FILE.png",
            "render -o a.png                                 | an objective is missing",
            "render sphere --objective booth -o a.png        | the objective is given twice: 'sphere' and 'booth'",
            "render a.json --experiment b.json -o a.png      | the file is given twice",
            "eval x^2+y^2 --at 1,2                           | a formula is written formula(\"x^2+y^2\")",
            "eval sin(x) --at 1                              | a formula is written formula(\"sin(x)\")",
            "eval sphere                                     | give --at with 2 numbers separated by commas",
            "eval                                            | thalweg eval himmelblau --at 3,2",
            "run sphere --steps -1                           | --steps must be 0 to 1000000, but was -1",
            "run sphere --steps 1e9                          | '1e9' is not a whole number of at most nine digits",
            "run sphere --stop-loss nan                      | 'nan' is not a finite number",
            "run sphere --noise NaN                          | 'NaN' is not a finite number",
            "run sphere -o a.csv -o a.csv                    | only once",
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
    void withoutAnOptimizerTheRaceOfTheWindowIsRunAndDrawn() throws IOException {
        Result r = thalweg("run", "booth", "--steps", "2");
        assertEquals(0, r.code(), r.err());
        assertEquals(1 + 6 * 3, r.out().lines().count());
        Path png = folder.resolve("booth.png");
        assertEquals(0, thalweg("render", "booth", "--size", "300x200", "-o", png.toString()).code());
        Experiment e = Exports.experimentIn(png);
        assertEquals(Experiments.first(Spec.of("booth")).runs(), e.runs());
        assertEquals(300, e.step());
        assertEquals(0, thalweg("render", "booth", "--bare", "--size", "300x200", "-o", png.toString()).code());
        assertEquals(List.of(), Exports.experimentIn(png).runs());
        Result late = thalweg("render", "booth", "--step", "1000", "--steps", "5", "--size", "300x200", "-o", png.toString());
        assertTrue(late.err().startsWith("thalweg: there is no step 1000; the picture shows step 5\n"), late.err());
        assertEquals(5, Exports.experimentIn(png).step());
        assertEquals(0, thalweg("render", "booth", "--bare", "--size", "300x200", "-o", png.toString()).code());
        Result again = thalweg("run", png.toString());
        assertEquals(2, again.code());
        assertTrue(again.err().contains("there is no run in the file"), again.err());
    }

    @Test
    void standardOutThatCannotBeWrittenFailsWithCode1() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        int code = Cli.run(new String[] {"eval", "sphere", "--at", "1,2"}, full, new PrintStream(err, true, StandardCharsets.UTF_8), _ -> 0);
        assertEquals(1, code);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("standard out cannot be written"));
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
        assertEquals(1, r.err().lines().filter(l -> l.contains("outside the window")).count(), r.err());
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

    /** What the command line writes is what PyTorch computed, to 1e-10 at every step. */
    @Test
    void adamOnRosenbrockEqualsTheReference() throws IOException {
        JsonNode reference;
        try (InputStream in = CliTest.class.getResourceAsStream("/thalweg/reference/optimizer-trajectories.json")) {
            reference = JsonMapper.shared().readTree(in);
        }
        JsonNode adam = reference.get("runs").valueStream().filter(r -> r.get("objective").asString().equals("rosenbrock")
                && r.get("optimizer").asString().equals("adam") && r.get("learningRate").asDouble() == 0.05).findFirst().orElseThrow();
        int steps = adam.get("theta").size() - 1;
        Result r = thalweg("run", "--objective", "rosenbrock", "--start", "-1.5,2", "--optimizer", "adam(learningRate=0.05)", "--steps", "" + steps);
        List<String> lines = r.out().lines().toList();
        assertEquals(steps + 2, lines.size());
        for (int k = 0; k <= steps; k++) {
            String[] cells = lines.get(k + 1).split(",");
            assertEquals(adam.get("theta").get(k).get(0).asDouble(), Double.parseDouble(cells[6]), 1e-10);
            assertEquals(adam.get("theta").get(k).get(1).asDouble(), Double.parseDouble(cells[7]), 1e-10);
        }
    }

    @Test
    void aDamagedFileFailsWithCode1AndItsPlace() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.thalweg.json"), "{\n  \"objective\": \"sphere\",\n  \"sped\": 1\n}");
        Result r = thalweg("run", "--experiment", damaged.toString());
        assertEquals(1, r.code());
        assertTrue(r.err().startsWith("thalweg: damaged.thalweg.json, line 3, column 11: sped: there is no field 'sped' here"), r.err());
        Path holiday = folder.resolve("holiday.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", holiday.toFile());
        Result none = thalweg("render", "--experiment", holiday.toString(), "-o", folder.resolve("b.png").toString());
        assertEquals(1, none.code());
        assertEquals("thalweg: 'holiday.png' carries no experiment; only pictures that Thalweg exported do\n", none.err());
        assertEquals(1, thalweg("run", "--experiment", folder.resolve("gone.json").toString()).code());
    }

    @Test
    void aFilesOwnViewsAndStepAreDrawnUnlessToldOtherwise() throws IOException {
        Path session = Files.writeString(folder.resolve("s.thalweg.json"), """
                { "objective": "booth", "runs": [{ "optimizer": "adam" }, { "optimizer": "nag" }], "step": 20,
                  "look": { "tiles": ["loss", "curve", "surface"], "layout": "1x2" } }""");
        Path png = folder.resolve("s.png");
        assertEquals(0, thalweg("render", "--experiment", session.toString(), "--size", "300x200", "-o", png.toString()).code());
        Experiment e = Exports.experimentIn(png);
        assertEquals(List.of("loss", "contour"), e.look().tiles());
        assertEquals(20, e.step());
        assertEquals(2, e.runs().size());
        assertEquals(0, thalweg("render", "--experiment", session.toString(), "--objective", "waves", "--optimizer", "adam", "--view", "curve,table",
                "--step", "5", "--maximize", "--size", "300x200", "-o", png.toString()).code());
        Experiment other = Exports.experimentIn(png);
        assertEquals(List.of("curve", "table"), other.look().tiles());
        assertEquals(5, other.step());
        assertTrue(other.maximise());
        assertEquals("waves", other.objective().toString());
    }

    @Test
    void whereNothingIsDefinedThereIsStillAPictureAndAWord() {
        Path png = folder.resolve("nan.png");
        Result r = thalweg("render", "--objective", "formula(\"ln(x) + sqrt(-1 - y^2)\")", "--optimizer", "adam", "--view", "contour,surface,loss,table",
                "--size", "400x300", "-o", png.toString());
        assertEquals(0, r.code(), r.err());
        assertTrue(r.err().contains("J is NaN at the start"), r.err());
        assertTrue(Files.exists(png));
        Result eval = thalweg("eval", "--objective", "formula(\"ln(x)\")", "--at", "-1");
        assertEquals(0, eval.code());
        assertTrue(eval.out().contains("\"value\": null"), eval.out());
        assertEquals("thalweg: J is NaN at (-1)\n", eval.err());
    }

    @Test
    void divergenceAtTheFirstStepIsSaidAndDrawn() {
        Result r = thalweg("render", "--objective", "formula(\"exp(x^2) + y^2\")", "--start", "3,1", "--optimizer",
                "gradient-descent(learningRate=10)", "--view", "contour,surface,loss,table", "--size", "400x300", "-o", folder.resolve("a.png").toString());
        assertEquals(0, r.code(), r.err());
        assertTrue(r.err().contains("GD: diverged at step 1"), r.err());
    }

    @Test
    void aReadOnlyFolderIsCalledThat() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assertTrue(locked.toFile().setWritable(false));
        assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        Result r = thalweg("run", "--objective", "sphere", "--optimizer", "adam", "-o", locked.resolve("a.csv").toString());
        assertEquals(1, r.code());
        assertTrue(r.err().contains("the folder is read-only"), r.err());
        assertTrue(locked.toFile().setWritable(true));
    }

    @Test
    void anOldFileSurvivesARunThatCannotBeMade() throws IOException {
        Path old = Files.writeString(folder.resolve("old.csv"), "old");
        assertEquals(2, thalweg("run", "--objective", "sphere", "--optimizer", "adam(lr=1)", "-o", old.toString()).code());
        assertEquals("old", Files.readString(old));
    }

    @Test
    void theCompletionScriptKnowsTheIdsAndBashAcceptsIt() throws IOException, InterruptedException {
        String script = thalweg("completion").out();
        assertTrue(script.contains("conjugate-gradient") && script.contains("himmelblau") && script.contains("cividis-reversed"), "no ids");
        Path file = Files.writeString(folder.resolve("completion"), script);
        Process bash;
        try {
            bash = new ProcessBuilder("bash", "-n", file.toString()).redirectErrorStream(true).start();
        } catch (IOException _) {
            assumeTrue(false, "there is no bash here");
            return;
        }
        assertEquals("", new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, bash.waitFor());
    }

    @Test
    void helpVersionAndCompletionGoToStandardOut() {
        assertTrue(thalweg("--help").out().contains("Examples:"));
        assertTrue(thalweg("render", "--help").out().contains("--theme"));
        assertTrue(thalweg("--version").out().startsWith("thalweg "));
        assertTrue(thalweg("completion").out().contains("complete "));
    }
}
