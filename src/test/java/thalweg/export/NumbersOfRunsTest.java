package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.data.Hdf5File;
import thalweg.data.NumberArray;
import thalweg.data.PathFile;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frames;
import thalweg.experiment.RandomExperiments;
import thalweg.experiment.RunSyntax;
import thalweg.experiment.Track;
import thalweg.math.Vec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NumbersOfRunsTest {
    @TempDir
    Path folder;

    private final Experiment experiment = Experiment.of(Spec.of("rosenbrock")).withStop(StopRule.steps(12)).withRuns(List.of(
            RunSyntax.parse("adam(learningRate=0.05, beta1=0.8) label=\"a \\\"b\\\", c\"", 0),
            RunSyntax.parse("gradient-descent(learningRate=1)", 1)));
    private final List<Track> tracks = Frames.tracks(experiment, Frames.scene(experiment), () -> false);

    private Path written(String name) throws IOException {
        Path file = folder.resolve(name);
        Exports.numbers(experiment, tracks, file);
        return file;
    }

    @Test
    void csvHasALinePerStepAndEveryDigit() throws IOException {
        List<String> lines = Files.readAllLines(written("a.csv"));
        assertEquals("run,optimizer,step,loss,gradient_norm,learning_rate,theta_0,theta_1", lines.getFirst());
        assertEquals(1 + tracks.stream().mapToInt(t -> t.trajectory().last() + 1).sum(), lines.size());
        String head = "\"a \"\"b\"\", c\",\"adam(learningRate=0.05, beta1=0.8)\",";
        for (int k = 0; k <= 12; k++) {
            assertTrue(lines.get(1 + k).startsWith(head + k + ","), lines.get(1 + k));
            String[] cells = lines.get(1 + k).substring(head.length()).split(",");
            Trajectory t = tracks.getFirst().trajectory();
            assertEquals(t.loss(k), Double.parseDouble(cells[1]), 0.0);
            assertEquals(t.gradientNorm(k), Double.parseDouble(cells[2]), 0.0);
            assertEquals(t.learningRate(k), Double.parseDouble(cells[3]), 0.0);
            assertEquals(t.theta(k, 0), Double.parseDouble(cells[4]), 0.0);
            assertEquals(t.theta(k, 1), Double.parseDouble(cells[5]), 0.0);
        }
        assertTrue(lines.get(14).startsWith("GD,gradient-descent(learningRate=1),0,"), lines.get(14));
    }

    @Test
    void jsonHoldsTheExperimentAndOneListPerColumn() throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readString(written("a.json")));
        assertEquals(experiment, ExperimentJson.read(root.get("experiment").toString()));
        JsonNode run = root.get("runs").get(0);
        Trajectory t = tracks.getFirst().trajectory();
        assertEquals("a \"b\", c", run.get("name").asString());
        assertEquals("out-of-steps", run.get("outcome").get("kind").asString());
        for (int k = 0; k <= 12; k++) {
            assertEquals(t.loss(k), run.get("loss").get(k).asDouble(), 0.0);
            assertEquals(t.gradientNorm(k), run.get("gradient_norm").get(k).asDouble(), 0.0);
            assertEquals(t.theta(k, 1), run.get("theta").get(k).get(1).asDouble(), 0.0);
        }
        assertEquals("diverged", root.get("runs").get(1).get("outcome").get("kind").asString());
        assertEquals(tracks.get(1).trajectory().last() + 1, root.get("runs").get(1).get("learning_rate").size());
    }

    @Test
    void npzFollowsTheFormatSpecificationByteByByte() throws IOException {
        Map<String, byte[]> entries = entries(Files.readAllBytes(written("a.npz")));
        assertEquals(3 + 2 * 4, entries.size());
        byte[] theta = entries.get("run0_theta.npy");
        assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, Arrays.copyOf(theta, 8));
        ByteBuffer b = ByteBuffer.wrap(theta).order(ByteOrder.LITTLE_ENDIAN);
        int header = b.getShort(8) & 0xffff;
        assertEquals(0, (10 + header) % 64, "data begins at a multiple of 64");
        String text = new String(theta, 10, header, StandardCharsets.US_ASCII);
        assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (13, 2), }", text.strip());
        assertTrue(text.endsWith("\n"));
        assertEquals(10 + header + 13 * 2 * 8, theta.length);
        for (int k = 0; k <= 12; k++) {
            assertEquals(tracks.getFirst().trajectory().theta(k, 1), b.getDouble(10 + header + (2 * k + 1) * 8), 0.0);
        }
        byte[] names = entries.get("names.npy");
        int from = 10 + ByteBuffer.wrap(names).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        assertTrue(new String(names, 10, from - 10, StandardCharsets.US_ASCII)
                .contains("'descr': '<U8', 'fortran_order': False, 'shape': (2,)"));
        assertEquals("a \"b\", cGD", new String(names, from, names.length - from, Charset.forName("UTF-32LE")).replace("\0", ""));
    }

    @Test
    void hdf5HoldsTheSameNumbersAndSaysWhichRunIsWhich() throws IOException {
        try (HdfFile file = new HdfFile(written("a.h5"))) {
            Dataset theta = file.getDatasetByPath("run0_theta");
            assertArrayEquals(new int[] {13, 2}, theta.getDimensions());
            assertEquals(tracks.getFirst().trajectory().theta(12, 1), ((double[][]) theta.getData())[12][1], 0.0);
            assertEquals("a \"b\", c", theta.getAttribute("name").getData());
            assertEquals("gradient-descent(learningRate=1)", file.getDatasetByPath("run1_theta").getAttribute("optimizer").getData());
        }
    }

    @Test
    void everyExperimentComesBackFromItsNumbers() throws IOException {
        for (int i = 0; i < 40; i++) {
            Experiment e = RandomExperiments.random(i);
            for (String ending : List.of(".h5", ".npz", ".json")) {
                Path file = folder.resolve("e" + ending);
                Exports.numbers(e, tracks, file);
                assertTrue(Exports.isCarrying(file));
                assertEquals(e, Exports.experimentIn(file), ending + " " + i);
            }
        }
        assertFalse(Exports.isCarrying(written("a.csv")));
        assertFalse(Exports.isCarrying(Files.writeString(folder.resolve("session.json"), ExperimentJson.write(experiment))));
        assertFalse(Exports.isCarrying(folder.resolve("none.h5")));
    }

    /** Others call theirs experiments too; their landscapes and paths are to be opened all the same. */
    @Test
    void whatOtherProgramsCallAnExperimentIsNone() throws IOException {
        for (String theirs : List.of("resnet56", "{\"lr\": 0.1}")) {
            Path npz = folder.resolve("theirs.npz");
            try (OutputStream out = Files.newOutputStream(npz)) {
                NpzWriter arrays = new NpzWriter(out);
                arrays.texts("experiment", List.of(theirs), "()");
                arrays.finish();
            }
            assertFalse(Exports.isCarrying(npz), theirs);
            Path h5 = folder.resolve("theirs.h5");
            try (OutputStream out = Files.newOutputStream(h5)) {
                Hdf5File.write(Map.of("x", new NumberArray(List.of(1), new double[] {1})), Map.of(Hdf5File.WHOLE, Map.of("experiment", theirs)),
                        folder.resolve("spare.h5"), out);
            }
            assertFalse(Exports.isCarrying(h5), theirs);
        }
    }

    /** What was written by another program, is cut off or forged is said by name. */
    @Test
    void numbersWithoutOrWithDamagedExperimentsSaySo() throws IOException {
        Path bare = folder.resolve("bare.h5");
        try (OutputStream out = Files.newOutputStream(bare)) {
            Hdf5File.write(Map.of("x", new NumberArray(List.of(1), new double[] {1})), Map.of(), folder.resolve("spare.h5"), out);
        }
        assertEquals("'bare.h5' carries no experiment; only files that Thalweg exported do",
                assertThrows(IllegalArgumentException.class, () -> Exports.experimentIn(bare)).getMessage());
        Path forged = folder.resolve("forged.h5");
        try (OutputStream out = Files.newOutputStream(forged)) {
            Hdf5File.write(Map.of("x", new NumberArray(List.of(1), new double[] {1})), Map.of(Hdf5File.WHOLE, Map.of("experiment",
                    "{\"format\": 1, \"objective\": \"nonsense\"}")), folder.resolve("spare.h5"), out);
        }
        assertTrue(assertThrows(ExperimentException.class, () -> Exports.experimentIn(forged)).getMessage()
                .startsWith("the experiment in 'forged.h5': "));
        for (String name : List.of("a.h5", "a.npz", "a.json")) {
            Path file = written(name);
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 400));
            assertFalse(Exports.isCarrying(file), name);
            String said = assertThrows(IOException.class, () -> Exports.experimentIn(file)).getMessage();
            assertTrue(said.startsWith("cannot read '" + file + "': "), said);
        }
    }

    @Test
    void theirPathsAreReadFromEveryKindThatHoldsThem() throws IOException {
        for (String name : List.of("a.csv", "a.npz", "a.h5")) {
            Path file = folder.resolve(name);
            Exports.numbers(experiment, tracks.subList(0, 1), file);
            assertTrue(PathFile.is(file), name);
            List<Vec> path = PathFile.read("path", file.toString()).values().iterator().next();
            assertEquals(13, path.size());
            assertEquals(tracks.getFirst().trajectory().theta(12), path.get(12), name);
        }
    }

    @Test
    void numpyReadsIt() throws IOException, InterruptedException {
        Path file = written("a.npz");
        Process check = start("import numpy");
        assumeTrue(check != null && check.waitFor() == 0, "there is no Python with NumPy here");
        Process p = start("import numpy as n; f = n.load(r'" + file + "'); print(f['run0_theta'].shape, repr(float(f['run0_loss'][12])), "
                + "f['names'][0], f['optimizers'][1], str(f['experiment'])[:13].split()[1], f['run1_learning_rate'].dtype)");
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals("(13, 2) " + tracks.getFirst().trajectory().loss(12)
                + " a \"b\", c gradient-descent(learningRate=1) \"format\": float64", out);
    }

    private static Process start(String code) throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", code).redirectErrorStream(true).start();
        } catch (IOException _) {
            return null;
        }
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                entries.put(e.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void equalRunsGiveEqualFiles() throws IOException {
        assertArrayEquals(Files.readAllBytes(written("a.npz")), Files.readAllBytes(written("b.npz")));
    }
}
