package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
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

    private final Terminal terminal = new Terminal();

    private Terminal.Result thalweg(String... args) {
        return terminal.type(args);
    }

    @Test
    void withoutArgumentsTheWindowOpens() {
        assertEquals(0, thalweg().code());
        assertEquals(List.of(new Opening.Nothing()), terminal.opened());
    }

    @Test
    void openHandsTheFileToTheWindowAndSaysWhenThereIsNone() throws IOException {
        Path there = Files.createFile(folder.resolve("a b.png"));
        assertEquals(0, thalweg("open", there.toString()).code());
        assertEquals(List.of(new Opening.OfFile(there)), terminal.opened());
        Terminal.Result gone = thalweg("open", folder.resolve("gone.png").toString());
        assertEquals(1, gone.code());
        assertTrue(gone.err().contains("there is no such file"), gone.err());
    }

    @Test
    void evalPrintsOneObjectWithEveryDigit() {
        Terminal.Result r = thalweg("eval", "--objective", "himmelblau", "--at", "3,2", "--gradient", "--hessian");
        assertEquals("{ \"objective\": \"himmelblau\", \"at\": [3, 2], \"value\": 0, \"gradient\": [0, 0], \"hessian\": [[74, 20], [20, 34]] }\n",
                r.out().replace(System.lineSeparator(), "\n"));
        assertEquals("", r.err());
        assertEquals(0, r.code());
    }

    @Test
    void everyObjectiveCanBeEvaluatedAtItsStart() {
        for (String id : Objectives.CATALOG.ids().stream().filter(id -> !id.equals("grid")).toList()) {
            double[] start = Objectives.CATALOG.make(Spec.of(id)).appearance().start().toArray();
            String at = start.length == 1 ? start[0] + "" : start[0] + "," + start[1];
            Terminal.Result r = thalweg("eval", "--objective", id, "--at", at, "--gradient", "--hessian");
            assertEquals(0, r.code(), id + ": " + r.err());
            assertFalse(r.out().contains("null"), r.out());
        }
    }

    @Test
    void runWritesTheHeaderAndEveryStep() throws IOException {
        Path csv = folder.resolve("a.csv");
        Terminal.Result r = thalweg("run", "--objective", "rosenbrock", "--start", "-1.5,2", "--optimizer", "adam(learningRate=0.05)",
                "--steps", "100",
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
        Terminal.Result r = thalweg("run", "--objective", "sphere", "--optimizer", "gradient-descent(learningRate=0.1)", "--steps", "0");
        assertEquals(2, r.out().lines().count());
        assertEquals(0, r.code());
    }

    @Test
    void withoutAnOptimizerTheRaceOfTheWindowIsRunAndDrawn() throws IOException {
        Terminal.Result r = thalweg("run", "booth", "--steps", "2");
        assertEquals(0, r.code(), r.err());
        assertEquals(1 + 6 * 3, r.out().lines().count());
        Path png = folder.resolve("booth.png");
        assertEquals(0, thalweg("render", "booth", "--size", "300x200", "-o", png.toString()).code());
        Experiment e = Exports.experimentIn(png);
        assertEquals(Experiments.first(Spec.of("booth")).runs(), e.runs());
        assertEquals(300, e.step());
        assertEquals(0, thalweg("render", "booth", "--bare", "--size", "300x200", "-o", png.toString()).code());
        assertEquals(List.of(), Exports.experimentIn(png).runs());
        Terminal.Result late = thalweg("render", "booth", "--step", "1000", "--steps", "5", "--size", "300x200", "-o", png.toString());
        assertTrue(late.err().startsWith("thalweg: there is no step 1000; the picture shows step 5\n"), late.err());
        assertEquals(5, Exports.experimentIn(png).step());
        assertEquals(0, thalweg("render", "booth", "--bare", "--size", "300x200", "-o", png.toString()).code());
        Terminal.Result again = thalweg("run", png.toString());
        assertEquals(2, again.code());
        assertTrue(again.err().contains("there is no run in the file"), again.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.svg", "a.pdf", "a.gif", "a.mp4"})
    void everyKindOfPictureAndFilmIsWrittenAndReadBack(String name) throws IOException {
        Path file = folder.resolve(name);
        boolean film = name.endsWith(".gif") || name.endsWith(".mp4");
        Terminal.Result r = film ? thalweg("render", "booth", "--size", "200x150", "--from", "2", "--to", "4", "--hold", "0", "-o", file.toString())
                : thalweg("render", "booth", "--size", "200x150", "--step", "2", "-o", file.toString());
        assertEquals(0, r.code(), r.err());
        assertEquals(2, Exports.experimentIn(file).step());
        assertFalse(r.err().contains("there is no step"), r.err());
        Path again = folder.resolve("again.png");
        assertEquals(0, thalweg("render", file.toString(), "--size", "200x150", "-o", again.toString()).code());
        assertEquals(Exports.experimentIn(file), Exports.experimentIn(again));
    }

    @Test
    void aFilmThatEndsBeforeItWasToldSaysSo() {
        Terminal.Result r = thalweg("render", "booth", "--size", "200x150", "--steps", "5", "--to", "9", "--hold", "0", "-o",
                folder.resolve("a.gif").toString());
        assertEquals(0, r.code(), r.err());
        assertTrue(r.err().contains("thalweg: there is no step 9; the film ends with step 5\n"), r.err());
    }

    @Test
    void divergenceIsAResult() {
        Terminal.Result r = thalweg("run", "--objective", "rosenbrock", "--optimizer", "gradient-descent(learningRate=1)", "--steps", "50");
        assertEquals(0, r.code());
        assertTrue(r.err().contains("diverged at step"), r.err());
    }

    @Test
    void renderWritesAPictureThatCarriesItsExperiment() throws IOException {
        Path png = folder.resolve("race.png");
        Terminal.Result r = thalweg("render", "--objective", "himmelblau", "--optimizer", "adam(learningRate=0.1) label=mine", "--steps",
                "50", "--view", "contour",
                "--view", "loss", "--size", "640x320", "--scale", "2", "--theme", "dark", "--step", "10", "-o", png.toString());
        assertEquals(0, r.code(), r.err());
        BufferedImage image = ImageIO.read(png.toFile());
        assertEquals(1280, image.getWidth());
        assertEquals(640, image.getHeight());
        Experiment e = Exports.experimentIn(png);
        assertEquals("himmelblau", e.objective().orElseThrow().toString());
        assertEquals("mine", e.runs().getFirst().label());
        assertEquals(10, e.step());
    }

    @Test
    void aRenderedPictureCanBeRenderedAgain() {
        String first = folder.resolve("first.png").toString();
        assertEquals(0, thalweg("render", "--objective", "booth", "--optimizer", "adam", "--size", "300x200", "-o", first).code());
        Terminal.Result again = thalweg("render", "--experiment", first, "--size", "300x200", "-o", folder.resolve("again.png").toString());
        assertEquals(0, again.code(), again.err());
    }

    @ParameterizedTest
    @CsvSource({"objectives, rosenbrock", "optimizers, adam", "schedules, cosine", "views, surface", "colormaps, cividis", "directions, hessian"})
    void listsNameWhatThereIsInTextAndJson(String kind, String id) {
        assertTrue(thalweg("list", kind).out().lines().anyMatch(l -> l.startsWith(id)), kind);
        String json = thalweg("list", kind, "--json").out();
        assertTrue(json.startsWith("[") && json.contains("\"id\": \"" + id + "\""), json);
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
        Terminal.Result r = thalweg("run", "--objective", "rosenbrock", "--start", "-1.5,2", "--optimizer", "adam(learningRate=0.05)",
                "--steps", "" + steps);
        List<String> lines = r.out().lines().toList();
        assertEquals(steps + 2, lines.size());
        for (int k = 0; k <= steps; k++) {
            String[] cells = lines.get(k + 1).split(",");
            assertEquals(adam.get("theta").get(k).get(0).asDouble(), Double.parseDouble(cells[6]), 1e-10);
            assertEquals(adam.get("theta").get(k).get(1).asDouble(), Double.parseDouble(cells[7]), 1e-10);
        }
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
        assertEquals(0, thalweg("render", "--experiment", session.toString(), "--objective", "waves", "--optimizer", "adam", "--view",
                "curve,table",
                "--step", "5", "--maximize", "--size", "300x200", "-o", png.toString()).code());
        Experiment other = Exports.experimentIn(png);
        assertEquals(List.of("curve", "table"), other.look().tiles());
        assertEquals(5, other.step());
        assertTrue(other.maximise());
        assertEquals("waves", other.objective().orElseThrow().toString());
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

    /** One that is asked for alone is the same as among all the others. */
    @Test
    void commandsGoByTheirOwnNames() {
        Cli.commands((_, _) -> 0).forEach((name, command) -> assertEquals(name, new CommandLine(command.get()).getCommandName()));
    }

    /** Every command has its section, every option of its help its place, and no line is taken for a command of roff's by accident. */
    @Test
    void theManualPageNamesEveryCommandAndItsOptions() {
        List<String> lines = thalweg("man").out().lines().toList();
        assertTrue(lines.getFirst().startsWith(".TH THALWEG 1 "), lines.getFirst());
        for (String command : List.of("list", "eval", "run", "render", "slice", "man")) {
            assertTrue(lines.contains(".SS thalweg " + command), command);
        }
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("\\fB\\-\\-directions\\fR")));
        assertTrue(lines.stream().filter(l -> l.startsWith(".")).allMatch(l -> l.matches("\\.(TH|SH|SS|TP|PP|nf|fi)( .*)?")));
    }
}
