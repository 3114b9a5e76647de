package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Experiments;
import thalweg.experiment.Look;
import thalweg.experiment.RandomExperiments;
import thalweg.experiment.Run;
import thalweg.export.CommandText;
import thalweg.export.Exports;
import thalweg.export.Picture;
import thalweg.math.Range;
import thalweg.math.Vec;

/** The command line that the window copies, read by the command line itself. */
class CommandTextTest {
    private static final int MANY = 300;

    @TempDir
    private Path folder;

    /** Takes what 'render' takes, and keeps the experiment. */
    @Command
    private static final class Reader implements Runnable {
        @Mixin
        private ExperimentOptions options = new ExperimentOptions();

        @Option(names = {"--step", "--size", "--scale", "--theme", "-o", "--window"})
        private List<String> others = new ArrayList<>();

        @Option(names = {"--transparent", "--no-title", "--no-legend", "--caption", "--bare"})
        private List<Boolean> flags = new ArrayList<>();

        @Override
        public void run() {
            // only read
        }
    }

    /** Words as a shell sees them: blanks part them, single quotes hold them together. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '\\' && !quoted) {
                word.append(command.charAt(++i));
            } else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words;
    }

    private static Experiment read(List<String> words) throws Exception {
        CommandLine line = new CommandLine(new Reader());
        line.parseArgs(words.subList(2, words.size()).toArray(String[]::new));
        Reader reader = line.getCommand();
        return reader.options.experiment();
    }

    @Test
    void everyExperimentComesBackFromItsCommandLine() throws Exception {
        int read = 0;
        for (int i = 0; i < MANY; i++) {
            Experiment e = RandomExperiments.random(i);
            Picture picture = Picture.of(List.of("contour"), 640, 480);
            if (CommandText.obstacle(e).isPresent()) {
                continue;
            }
            List<String> words = words(CommandText.render(e, picture, "a.png"));
            Look look = e.look().withTiles(List.of("contour")).withLayout("1");
            Experiment asked = read(words);
            Experiment back = e.runs().isEmpty() ? asked.withRuns(List.of()) : asked;         // as --bare does
            assertEquals(e.withLook(look.withWindow(List.of())).withStep(0), back.withLook(back.look().withWindow(List.of())).withStep(0),
                    words::toString);
            assertTrue(words.contains("--step") && words.contains(Integer.toString(e.step())));
            read++;
        }
        assertTrue(read > MANY / 2, "only " + read + " have a command line");
    }

    @Test
    void theCommandMakesThePicture() throws Exception {
        Experiment e = Experiments.first(Spec.of("beale")).withRuns(List.of(Run.of(Spec.parse("adam(learningRate=0.1)"), 3).withLabel("it's mine")))
                .withStart(Vec.of(-1, 2.5)).withStep(7);
        e = e.withLook(e.look().withWindow(List.of(new Range(-2, 3), new Range(-1, 4))).withColormap("cividis").withSelected(0));
        Path file = folder.resolve("a b.png");
        String command = CommandText.render(e, new Picture(List.of("contour", "loss"), false, thalweg.paint.Theme.DARK, 400, 200, 1),
                file.toString());
        assertTrue(command.startsWith("thalweg render beale --start=-1,2.5 --optimizer "), command);
        Terminal.Result done = new Terminal().type(words(command).subList(1, words(command).size()).toArray(String[]::new));
        assertEquals(0, done.code(), done.err());
        assertTrue(Files.exists(file));
        Experiment there = Exports.experimentIn(file);
        assertEquals(e.withLook(e.look().withTiles(List.of("contour", "loss")).withLayout("1x2")), there);
        assertFalse(there.runs().isEmpty());
    }
}
