package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.data.SurfaceFile;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frames;
import thalweg.experiment.RunSyntax;
import thalweg.export.Exports;
import thalweg.export.NpzWriter;

/** Files are read while the window goes on: what is opened comes later, may be given up, and gives way to what is opened next. */
class ReadingTest {
    private static final Experiment RACE = Experiment.of(Spec.of("sphere")).withRuns(List.of(RunSyntax.parse("adam", 0))).withStop(StopRule.steps(3));

    @TempDir
    private Path folder;
    private final Deque<Runnable> paths = new ArrayDeque<>();
    private final Deque<Runnable> files = new ArrayDeque<>();
    private final Deque<Runnable> window = new ArrayDeque<>();
    private Session session;

    @BeforeEach
    void open() {
        session = new Session(RACE, new Workers(paths::add, Runnable::run, Runnable::run, Runnable::run, Runnable::run, files::add, window::add),
                new Preferences(folder.resolve("p"), Runnable::run), new Autosave(folder.resolve("a"), 1, Runnable::run));
        drain(window);
    }

    private static void drain(Deque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.removeFirst().run();
        }
    }

    private Path session(String name, String objective) throws IOException {
        return Files.writeString(folder.resolve(name), ExperimentJson.write(Experiment.of(Spec.of(objective))));
    }

    private Path surface() throws IOException {
        Path file = folder.resolve("surface.npz");
        try (var out = Files.newOutputStream(file)) {
            NpzWriter arrays = new NpzWriter(out);
            arrays.numbers("alphas", "(5,)", 5, k -> k - 2);
            arrays.numbers("betas", "(5,)", 5, k -> k - 2);
            arrays.numbers("loss", "(5, 5)", 25, k -> Math.pow(k % 5 - 2, 2) + Math.pow(k / 5 - 2, 2));
            arrays.finish();
        }
        return file;
    }

    private String objective() {
        return session.experiment().get().objective().orElseThrow().id();
    }

    @Test
    void aSurfaceIsReadWhileTheWindowGoesOnWhichSaysSo() throws IOException {
        session.open(surface());
        assertEquals("reading surface.npz", session.status().get());
        assertTrue(session.progress().get() >= 0, "there is something to stop");
        assertEquals("sphere", objective());
        session.edit("start", e -> e.withStart(thalweg.math.Vec.of(1, 1)));
        drain(paths);
        drain(window);
        assertEquals("reading surface.npz", session.status().get(), "what is done meanwhile does not hide it");
        drain(files);
        assertEquals("sphere", objective(), "nothing is changed off the window's thread");
        drain(window);
        assertEquals("grid", objective());
        assertEquals("opened surface.npz; what was not saved: File > Reopen last session", session.status().get());
    }

    /** Neither of a catalog's words: whoever drops a file knows of no objective named 'grid'. What was open stays. */
    @Test
    void ofADamagedSurfaceTheFileIsNamedAndNothingIsLost() throws IOException {
        byte[] whole = Files.readAllBytes(surface());
        Path cut = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(whole, whole.length / 2));
        session.open(cut);
        drain(files);
        drain(window);
        String said = session.problem().get().orElseThrow().message();
        assertTrue(said.startsWith("'" + cut + "' is cut short"), said);
        assertEquals("sphere", objective());
    }

    @Test
    void whatIsStoppedIsNotOpened() throws IOException {
        session.open(surface());
        session.cancel();
        assertEquals("stopped reading; nothing was opened", session.status().get());
        assertFalse(session.progress().get() >= 0);
        drain(files);
        drain(window);
        assertEquals("sphere", objective());
        session.open(session("b.thalweg.json", "beale"));
        drain(files);
        drain(window);
        assertEquals("beale", objective(), "the next is");
    }

    /** A large file whose reading is stopped would keep a core busy for nobody. */
    @Test
    void whatIsStoppedIsReadNoFurther() throws IOException {
        Path file = surface();
        List<String> done = new ArrayList<>();
        Workers workers = new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run, Runnable::run, files::add, window::add);
        Reading reading = new Reading(workers, new Reading.Listener() {
            @Override
            public void reading(Path path) {
                done.add("reading");
            }

            @Override
            public void idle() {
                done.add("idle");
            }

            @Override
            public void failed(Path path, Exception why) {
                done.add(why.toString());
            }
        });
        reading.request(file, () -> {
            assertEquals(5, SurfaceFile.read("path", file.toString(), "").nx());
            reading.stop();                                       // as the window would, from another thread
            SurfaceFile.read("path", file.toString(), "");
            done.add("read to its end");
            return () -> done.add("shown");
        });
        drain(files);
        drain(window);
        assertEquals(List.of("reading", "idle"), done);
    }

    @Test
    void theNewestOfSeveralIsOpened() throws IOException {
        Path slow = session("slow.thalweg.json", "booth");
        session.open(slow);
        session.open(session("quick.thalweg.json", "beale"));
        drain(files);
        drain(window);
        assertEquals("beale", objective());
        assertEquals("quick.thalweg.json", session.file().get().orElseThrow().getFileName().toString());
    }

    @Test
    void mistakesComeAsLateAsTheFileIsRead() throws IOException {
        session.open(folder.resolve("gone.npz"));
        assertTrue(session.problem().get().isEmpty());
        drain(files);
        drain(window);
        assertTrue(session.problem().get().orElseThrow().message().contains("there is no such file"), session.problem().get().toString());
        assertFalse(session.progress().get() >= 0);
    }

    /** What a table holds is told by its lines, of which there may be a million. */
    @Test
    void tablesAreLandscapesOrDataAsTheirLinesTellWhenTheyAreRead() throws IOException {
        session.open(Files.writeString(folder.resolve("bowl.csv"), "# x y z\n-1 -1 2\n0 -1 1\n-1 0 1\n0 0 0\n"));
        assertEquals("sphere", objective());
        drain(files);
        drain(window);
        assertEquals("grid", objective());
        session.open(Files.writeString(folder.resolve("scattered.csv"), "x,y,z\n0,0,1\n1,2,3\n3,1,4\n2,5,1\n"));
        drain(files);
        assertEquals("grid", objective(), "nothing is changed off the window's thread");
        drain(window);
        assertEquals("csv", session.experiment().get().learning().orElseThrow().data().id());
        session.undo();
        assertEquals("grid", objective());
    }

    /** A folder far away may take seconds for the first of it. */
    @Test
    void dataAreReadWhileTheWindowGoesOnToo() throws IOException {
        Path file = folder.resolve("fruit.csv");
        session.openData(List.of(file));
        Files.writeString(file, "width,kind\n1,pear\n2,plum\n3,pear\n");
        assertEquals("reading fruit.csv", session.status().get());
        drain(files);
        assertEquals("sphere", objective());
        drain(window);
        assertEquals("csv", session.experiment().get().learning().orElseThrow().data().id());
    }

    private void openAll(Path... these) {
        session.open(List.of(these));
        drain(files);
        drain(window);
    }

    private List<String> runs() {
        return session.experiment().get().runs().stream().map(r -> r.label().isEmpty() ? r.optimizer().id() : r.label()).toList();
    }

    @Test
    void severalPathsAllComeInAsOneStep() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "step,x,y\n0,1,1\n1,0.5,0.5\n");
        Path two = Files.writeString(folder.resolve("two.csv"), "step,x,y\n0,2,1\n1,1,0.5\n2,0,0\n");
        openAll(one, two);
        assertEquals(List.of("adam", "one", "two"), runs());
        assertEquals(1, session.experiment().get().look().selected());
        assertEquals("brought in one.csv, two.csv", session.status().get());
        assertEquals(List.of(one, two), session.preferences().recent());
        session.undo();
        assertEquals(List.of("adam"), runs());
    }

    /** Their first brings its scene, in which the others can be compared with it. */
    @Test
    void severalFilesOfRunsAreComparedInTheSceneOfTheFirst() throws IOException {
        List<Path> written = new ArrayList<>();
        for (String rule : List.of("nag", "momentum")) {
            Experiment e = Experiment.of(Spec.of("booth")).withRuns(List.of(RunSyntax.parse(rule, 0))).withStop(StopRule.steps(3));
            written.add(folder.resolve(rule + ".npz"));
            Exports.numbers(e, Frames.tracks(e, Frames.scene(e), () -> false), written.getLast());
        }
        openAll(written.toArray(Path[]::new));
        assertEquals("booth", objective());
        assertEquals(List.of("nag", "run0"), runs());
        assertTrue(session.status().get().startsWith("opened nag.npz, momentum.npz"), session.status().get());
    }

    /** A session among them is what is meant; nobody shall wonder where the others are. */
    @Test
    void ofSeveralOtherFilesOneIsOpenedAndTheOthersAreNamed() throws IOException {
        Path walk = Files.writeString(folder.resolve("walk.csv"), "step,x,y\n0,1,1\n1,0.5,0.5\n");
        openAll(walk, session("b.thalweg.json", "beale"), session("c.thalweg.json", "booth"), surface(), folder.resolve("d.png"));
        assertEquals("beale", objective());
        assertEquals("opened b.thalweg.json; not opened: walk.csv, c.thalweg.json, surface.npz and 1 more", session.status().get());
        openAll(surface(), walk);
        assertEquals("grid", objective());
        assertEquals("opened surface.npz; not opened: walk.csv", session.status().get());
        Path fruit = Files.writeString(folder.resolve("fruit.csv"), "width,kind\n1,pear\n2,plum\n3,pear\n");
        openAll(fruit, Files.writeString(folder.resolve("more.csv"), "width,kind\n1,pear\n2,plum\n3,pear\n"));
        assertTrue(session.experiment().get().learning().orElseThrow().data().toString().contains("fruit.csv"));
        assertEquals("opened fruit.csv; not opened: more.csv", session.status().get());
    }

    @Test
    void dataThatBelongTogetherAllComeIn() throws IOException {
        Path fruit = Files.writeString(folder.resolve("fruit.csv"), "width,kind\n1,pear\n2,plum\n3,pear\n");
        Path one = Files.write(folder.resolve("data_batch_1.bin"), new byte[3073]);
        openAll(one, fruit, Files.write(folder.resolve("data_batch_2.bin"), new byte[3073]));
        Spec data = session.experiment().get().learning().orElseThrow().data();
        assertEquals(Spec.of("cifar10").with("path", Value.text(folder.toAbsolutePath().toString())), data);
        assertEquals("opened data_batch_1.bin, data_batch_2.bin; not opened: fruit.csv", session.status().get());
    }

    @Test
    void pathsComeOverWhatIsThereWhenTheyAreRead() throws IOException {
        session.open(Files.writeString(folder.resolve("walk.csv"), "step,x,y\n0,1,1\n1,0.5,0.5\n"));
        session.edit("runs", e -> e.withRuns(List.of(RunSyntax.parse("nag", 0), RunSyntax.parse("momentum", 1))));
        drain(files);
        drain(window);
        drain(files);
        drain(window);
        assertEquals(List.of("nag", "momentum", "recorded"), session.experiment().get().runs().stream().map(r -> r.optimizer().id()).toList());
    }
}
