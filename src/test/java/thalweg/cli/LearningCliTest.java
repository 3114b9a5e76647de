package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.data.Hdf5File;
import thalweg.data.NpzFile;
import tools.jackson.databind.json.JsonMapper;

/** The commands about data and networks: data, train, check-gradient. */
class LearningCliTest {
    @TempDir
    private Path folder;

    private static Terminal.Result thalweg(String... args) {
        return new Terminal().type(args);
    }

    /** The float64 numbers of an array in an NPZ file, whose shape is checked. */
    private static double[] array(Path npz, String name, String shape) throws IOException {
        try (ZipFile zip = new ZipFile(npz.toFile()); InputStream in = zip.getInputStream(new ZipEntry(name + ".npy"))) {
            byte[] bytes = in.readAllBytes();
            int header = 10 + (bytes[8] & 0xff) + 256 * (bytes[9] & 0xff);
            assertTrue(new String(bytes, 10, header - 10).contains("'shape': " + shape), new String(bytes, 10, header - 10));
            double[] values = new double[(bytes.length - header) / 8];
            ByteBuffer.wrap(bytes, header, bytes.length - header).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
            return values;
        }
    }

    @Test
    void dataAreWrittenAsCsvAndArrays() throws IOException {
        Terminal.Result r = thalweg("data", "three-points");
        assertEquals("x,y\n1.0,1.0\n2.0,2.0\n3.0,3.0\n", r.out().replace(System.lineSeparator(), "\n"));
        assertEquals(0, r.code());
        Path npz = folder.resolve("d.npz");
        assertEquals(0, thalweg("data", "--data", "moons(samples=20, noise=0.1)", "--seed", "7", "-o", npz.toString()).code());
        assertEquals(40, array(npz, "X", "(20, 2)").length);
        assertEquals(1, array(npz, "y", "(20,)")[1]);
        Path csv = folder.resolve("d.csv");
        thalweg("data", "moons(samples=20, noise=0.1)", "--seed", "7", "-o", csv.toString());
        assertEquals(array(npz, "X", "(20, 2)")[3], Double.parseDouble(Files.readAllLines(csv).get(2).split(",")[1]));
        assertEquals(2, thalweg("data", "moons", "-o", "x.png").code());
    }

    @Test
    void whatIsLeftOutOfAFileIsSaidOnStandardErrorByEveryCommandThatReadsIt() throws IOException {
        String data = "csv(path=\"" + Files.writeString(folder.resolve("h.csv"), "id,area,price\n7,1,1\n7,2,3\n7,3,2\n").toString().replace('\\', '/')
                + "\")";
        String said = "thalweg: constant and left out: id";
        for (String command : List.of("data", "train --steps 3", "run --steps 3 --optimizer adam", "eval", "check-gradient", "spectrum",
                "render -o " + folder.resolve("a.png"), "slice --points 3x3 -o " + folder.resolve("a.npz"))) {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            words.addAll(words.getFirst().equals("data") ? List.of(data) : List.of("--network", "linear", "--data", data));
            Terminal.Result r = thalweg(words.toArray(String[]::new));
            assertEquals(0, r.code(), r.err());
            assertEquals(1, r.err().lines().filter(said::equals).count(), command + ": " + r.err());
        }
    }

    /** Whether it is a line or a plane only the runs tell, where a slice leads from the end of one to that of another. */
    @Test
    void aLineBetweenTheEndsOfRunsIsACurve() throws IOException {
        Path session = Files.writeString(folder.resolve("a.thalweg.json"), """
                {"format": 1, "learning": {"data": "three-points", "network": "linear"}, "slice": {"directions": "between(first=1, second=2)"},
                 "runs": [{"optimizer": "gradient-descent"}, {"optimizer": "adam"}], "stop": {"steps": 9}}""");
        Terminal.Result r = thalweg("render", "--experiment", session.toString(), "--view", "curve", "-o", folder.resolve("a.png").toString());
        assertEquals(0, r.code(), r.err());
        assertTrue(thalweg("render", "--experiment", session.toString(), "--view", "contour", "-o", folder.resolve("a.png").toString()).err()
                .contains("curve shows it"));
    }

    /** From 0 with rate 0.1, theta_1 = 0.1 * 14/3, then theta_2 = theta_1 + 0.1 * 14/3 (1 - theta_1): the lecture's J' is 14/3 (theta - 1). */
    @Test
    void trainingALineIsGradientDescentOnTheLecturesCost() throws IOException {
        Path npz = folder.resolve("m.npz");
        Path csv = folder.resolve("h.csv");
        Terminal.Result r = thalweg("train", "--network", "linear-one", "--data", "three-points", "--optimizer",
                "gradient-descent(learningRate=0.1)", "--steps", "2", "--save", npz.toString(), "-o", csv.toString());
        assertEquals(0, r.code(), r.err());
        double first = 0.1 * 14 / 3;
        assertArrayEquals(new double[] {first + first * (1 - first)}, array(npz, "theta", "(1,)"), 1e-15);
        assertArrayEquals(array(npz, "theta", "(1,)"), array(npz, "W1", "(1, 1)"));
        List<String> lines = Files.readAllLines(csv);
        assertEquals("step,epoch,loss,batch_loss,accuracy,test_loss,test_accuracy", lines.getFirst());
        assertEquals(4, lines.size());
        assertEquals(14.0 / 6, Double.parseDouble(lines.get(1).split(",")[2]), 1e-15);
        assertEquals("0,0,2.3333333333333335,2.3333333333333335,,,", lines.get(1));
    }

    @Test
    void batchesTestPartAndEpochsShowInTheHistory() throws IOException {
        Path csv = folder.resolve("h.csv");
        Terminal.Result r = thalweg("train", "--network", "mlp(hidden=8)", "--data", "circles(samples=100)", "--optimizer",
                "adam(learningRate=0.05)", "--epochs", "40", "--batch", "32", "--test", "0.2", "--seed", "3", "-o", csv.toString());
        assertEquals(0, r.code(), r.err());
        List<String> lines = Files.readAllLines(csv);
        assertEquals(1 + 40 * 3 + 1, lines.size(), "80 samples in batches of 32 are 3 steps an epoch");
        String[] last = lines.getLast().split(",");
        assertEquals("120", last[0]);
        assertEquals("40", last[1]);
        assertTrue(Double.parseDouble(last[4]) > 0.95 && Double.parseDouble(last[6]) > 0.8, lines.getLast());
        assertTrue(!last[2].equals(last[3]), "the batch's loss is its own");
        assertTrue(r.err().contains("Neural network on Circles, 42 parameters: J = ") && r.err().contains("test: J = "), r.err());
        String again = Files.readString(csv);
        thalweg("train", "--network", "mlp(hidden=8)", "--data", "circles(samples=100)", "--optimizer", "adam(learningRate=0.05)", "--epochs", "40",
                "--batch", "32", "--test", "0.2", "--seed", "3", "-o", csv.toString());
        assertEquals(again, Files.readString(csv), "equal seeds, equal runs");
    }

    @Test
    void gradientCheckGivesTheTableOfEveryParameter() {
        Terminal.Result r = thalweg("check-gradient", "--network", "linear-one", "--data", "three-points", "--at", "0", "--h", "0.0001");
        String[] lines = r.out().split("\\R");
        assertEquals("parameter,theta,theta_plus_h,cost_plus_h,cost,numerical,analytic,relative_error", lines[0]);
        String[] row = lines[1].split(",");
        assertEquals(-14.0 / 3, Double.parseDouble(row[6]), 1e-15);
        // the forward quotient of a parabola is off by half its curvature times h
        assertEquals(-14.0 / 3 + 14.0 / 3 / 2 * 1e-4, Double.parseDouble(row[5]), 1e-10);
        assertTrue(r.err().contains(": as forward differences with this h allow; "), r.err());
        Terminal.Result central = thalweg("check-gradient", "--network", "mlp(hidden=4)", "--data", "moons", "--central", "--h", "1e-5");
        assertEquals(1 + 22, central.out().split("\\R").length);
        assertTrue(central.err().contains(": good; "), central.err());
        assertEquals(3, thalweg("check-gradient", "rosenbrock").out().split("\\R").length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "train --data moons | a model is missing: give --network, for example --network linear",
        "train --network linear | data are missing: give --data, for example --data moons",
        "train --network mpl --data moons | no network 'mpl'",
        "train --network linear --data moon | no data set 'moon'",
        "train --network linear --data line --loss hing | no loss 'hing'",
        "train --network softmax --data line | the loss 'cross-entropy' needs classes",
        "train --network linear --data line --steps 3 --epochs 3 | give --steps or --epochs, not both",
        "train --network linear --data line --epochs -1 | a run has 0 to 1000000 steps, but this would have -1",
        "train --network linear --data line --batch 0 | a batch must have at least 1 sample",
        "train --network linear --data line --test 1 | must be a number >= 0 and < 1, but was 1.0",
        "train --network linear --data line --l2 -1 | l2 must be a finite number >= 0",
        "train --network linear --data line --save m.bin | its name must end in .npz",
        "train --network linear --data line -o history.xlsx | its name must end in .csv, .npz, .json or .h5",
        "compare rosenbrock -o numbers.npz | cannot write 'numbers.npz': use .csv or .json for the numbers, or .png, .svg",
        "train --network linear --data csv(path=/no/such.csv) | cannot read '/no/such.csv': there is no such file",
        "check-gradient | give either an objective",
        "check-gradient rosenbrock --h 0 | h must be a finite number > 0",
        "check-gradient rosenbrock --at 1 | --at must have 2 components, but has 1",
        "data | a data set is missing"})
    void wrongArgumentsAreSaidWithTheRule(String line, String words) {
        Terminal.Result r = thalweg(line.strip().split(" "));
        assertTrue(r.err().contains(words), r.err());
        assertEquals(2, r.code());
        assertEquals("", r.out());
    }

    @Test
    void historiesAreTheSameNumbersInEveryFormat(@TempDir Path folder) throws IOException {
        List<String> csv = List.of();
        for (String ending : List.of("csv", "npz", "h5", "json")) {
            Path file = folder.resolve("history." + ending);
            Terminal.Result r = thalweg("train", "--network", "softmax", "--data", "moons(samples=20)", "--batch", "8", "--steps", "5", "-o",
                    file.toString());
            assertEquals(0, r.code(), r.err());
            if (ending.equals("csv")) {
                csv = Files.readAllLines(file);
                assertEquals("step,epoch,loss,batch_loss,accuracy,test_loss,test_accuracy", csv.getFirst());
                continue;
            }
            Map<String, double[]> columns = new LinkedHashMap<>();
            if (ending.equals("json")) {
                JsonMapper.shared().readTree(file.toFile()).forEachEntry((name, column) -> columns.put(name,
                        IntStream.range(0, column.size()).mapToDouble(k -> column.get(k).asDouble()).toArray()));
            } else {
                (ending.equals("npz") ? NpzFile.read("path", file.toString()) : Hdf5File.read("path", file.toString()))
                        .forEach((name, column) -> columns.put(name, column.values()));
            }
            // nothing is tested, so there is no column for it
            assertEquals(Set.of("step", "epoch", "loss", "batch_loss", "accuracy"), columns.keySet(), ending);
            for (int k = 0; k <= 5; k++) {
                String[] row = csv.get(1 + k).split(",", -1);
                int at = 0;
                for (String name : List.of("step", "epoch", "loss", "batch_loss", "accuracy")) {
                    double told = Double.parseDouble(row[at++]);
                    assertEquals(ending.equals("json") && Double.isNaN(told) ? 0 : told, columns.get(name)[k], ending + " " + name);
                }
            }
        }
    }

    @Test
    void zeroStepsLeaveTheStart() {
        Terminal.Result r = thalweg("train", "--network", "linear-one", "--data", "three-points", "--steps", "0");
        assertTrue(r.err().contains("J = 2.3333333333333335 after 0 steps"), r.err());
    }

    @Test
    void divergenceIsAResult() {
        Terminal.Result r = thalweg("train", "--network", "linear", "--data", "houses", "--optimizer", "gradient-descent(learningRate=0.1)");
        assertEquals(0, r.code());
        assertTrue(r.err().contains("diverged at step "), r.err());
    }

    /** J(0), J(0.5) and J(1) of the lecture's second row. */
    @ParameterizedTest
    @CsvSource({"0, 2.3333333333333335", "0.5, 0.5833333333333334", "1, 0.0"})
    void theCostOfTheThreePointsIsTheLectures(String at, double cost) {
        Terminal.Result r = thalweg("eval", "--network", "linear-one", "--data", "three-points", "--at", at);
        assertEquals(cost, Double.parseDouble(r.out().replaceAll("(?s).*\"value\" *: *([-0-9.e]+).*", "$1")), 1e-15, r.out());
    }

    /** On so much data not every step is measured; the first one ends this run. */
    @Test
    void theCostInTheLastWordsIsThatOfTheLastStep() {
        Terminal.Result r = thalweg("train", "--network", "softmax", "--data", "digits(samples=2000)", "--batch", "100", "--optimizer",
                "gradient-descent(learningRate=1e12)", "--steps", "1000");
        assertTrue(r.err().contains("diverged at step 1, J = ") && r.err().contains("after 1 step,"), r.err());
        assertFalse(r.err().contains("J = 2.302585"), "the start's: " + r.err());
    }

    /** What was trained and saved is read back, whole or layer by layer, and gives the loss that training ended with. */
    @Test
    void savedWeightsAreReadBack() throws IOException {
        Path npz = folder.resolve("m.npz");
        Path out = folder.resolve("g.npz");
        Terminal.Result trained = thalweg("train", "--network", "mlp(hidden=4-3)", "--data", "moons", "--steps", "20", "--save", npz.toString());
        Terminal.Result r = thalweg("eval", "--network", "mlp(hidden=4-3)", "--data", "moons", "--weights", npz.toString(), "--gradient", "-o",
                out.toString());
        assertEquals(0, r.code(), r.err());
        assertEquals("", r.out());
        double value = array(out, "value", "()")[0];
        assertTrue(trained.err().contains("J = " + Arguments.words(value) + " after 20 steps"), trained.err() + value);
        assertArrayEquals(array(npz, "theta", "(35,)"), array(out, "theta", "(35,)"));
        assertEquals(35, array(out, "gradient", "(35,)").length);
        Terminal.Result other = thalweg("eval", "--network", "mlp(hidden=4)", "--data", "moons", "--weights", npz.toString());
        assertEquals(2, other.code());
        assertTrue(other.err().contains("the array 'theta' of '" + npz + "' must have the shape [22] for this network, but has [35]"), other.err());
    }

    @Test
    void modelsRunAndAreDrawnLikeFunctions() throws IOException {
        Path csv = folder.resolve("r.csv");
        Terminal.Result r = thalweg("run", "--network", "linear", "--data", "line", "--optimizer", "gradient-descent(learningRate=0.1) batch=8",
                "--optimizer", "gradient-descent(learningRate=0.1)", "--steps", "5", "-o", csv.toString());
        assertEquals(0, r.code(), r.err());
        assertEquals(1 + 2 * 6, Files.readAllLines(csv).size());
        Path png = folder.resolve("m.png");
        Terminal.Result drawn = thalweg("render", "--network", "mlp(hidden=4)", "--data", "moons(samples=40)", "--optimizer",
                "adam(learningRate=0.05)", "--steps", "20", "--view", "contour,loss", "--size", "400x300", "-o", png.toString());
        assertEquals(0, drawn.code(), drawn.err());
        assertTrue(Files.size(png) > 1000);
    }
}
