package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.data.Hdf5File;
import thalweg.data.NpzFile;
import thalweg.data.NumberArray;
import thalweg.data.SurfaceFile;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.export.Exports;
import thalweg.export.NpzWriter;

/** The command that samples slices. */
class SliceCliTest {
    @TempDir
    private Path folder;

    private static Terminal.Result thalweg(String... args) {
        return new Terminal().type(args);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Map<String, NumberArray> slice(String name, String... args) {
        String[] all = Arrays.copyOf(args, args.length + 3);
        all[args.length] = "-o";
        all[args.length + 1] = file(name);
        all[args.length + 2] = "--seed=3";
        String[] command = new String[all.length + 1];
        command[0] = "slice";
        System.arraycopy(all, 0, command, 1, all.length);
        Terminal.Result r = thalweg(command);
        assertEquals(0, r.code(), r.err());
        assertTrue(r.err().strip().matches("(?s).*\\n[0-9]+ points, [0-9.]+ seconds, [0-9]+ points per second, [0-9]+ threads?"), r.err());
        return name.endsWith(".h5") ? Hdf5File.read("file", file(name)) : NpzFile.read("file", file(name));
    }

    /** Softmax by hand, from nothing but what is in the file. */
    @Test
    void theNumbersOfASoftmaxSliceFollowFromTheFileAlone() {
        Map<String, NumberArray> a = slice("s.npz", "--network", "softmax", "--data", "blobs(samples=40, classes=3)", "--train",
                "adam(learningRate=0.1)", "--steps", "20", "--directions", "random", "--normalize", "filter", "--points", "5x4", "--range",
                "-1:1,0:2", "--with-data");
        assertEquals(List.of(4, 5), a.get("loss").shape());
        assertArrayEquals(new double[] {-1, -0.5, 0, 0.5, 1}, a.get("alphas").values());
        assertEquals(2, a.get("betas").values()[3]);
        double[] x = a.get("X").values();
        double[] y = a.get("y").values();
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < 5; i++) {
                double sum = 0;
                for (int s = 0; s < 40; s++) {
                    double[] z = new double[3];
                    for (int k = 0; k < 3; k++) {
                        z[k] = theta(a, 2 * k, i, j) * x[2 * s] + theta(a, 2 * k + 1, i, j) * x[2 * s + 1] + theta(a, 6 + k, i, j);
                    }
                    sum += Math.log(Math.exp(z[0]) + Math.exp(z[1]) + Math.exp(z[2])) - z[(int) y[s]];
                }
                assertEquals(sum / 40, a.get("loss").values()[j * 5 + i], 1e-12 * sum);
            }
        }
        assertEquals(21, a.get("path_alpha").values().length);
        assertEquals(0, a.get("path_residual").values()[20], 1e-12);
    }

    private static double theta(Map<String, NumberArray> a, int p, int i, int j) {
        return a.get("theta").values()[p] + a.get("alphas").values()[i] * a.get("direction1").values()[p]
                + a.get("betas").values()[j] * a.get("direction2").values()[p];
    }

    @Test
    void everyKindOfFileHoldsTheSame() throws IOException {
        String[] args = {"rosenbrock", "--at", "0,0", "--directions", "axes", "--points", "3x2", "--range", "0:1,1:2"};
        Map<String, NumberArray> npz = slice("r.npz", args);
        assertArrayEquals(new double[] {101, 56.5, 0, 401, 306.5, 100}, npz.get("loss").values());     // (1 - x)^2 + 100 (y - x^2)^2
        assertEquals(npz, slice("r.h5", args));
        assertEquals(0, thalweg(concat(args, file("r.csv"))).code());
        assertEquals("alpha,beta,loss\n0.0,1.0,101.0\n0.5,1.0,56.5\n1.0,1.0,0.0\n0.0,2.0,401.0\n0.5,2.0,306.5\n1.0,2.0,100.0\n",
                Files.readString(folder.resolve("r.csv")));
        assertEquals(0, thalweg(concat(args, file("r.json"))).code());
        assertTrue(Files.readString(folder.resolve("r.json")).contains("\"loss\": [[101, 56.5, 0],\n[401, 306.5, 100]]"),
                Files.readString(folder.resolve("r.json")));
    }

    private static String[] concat(String[] args, String output) {
        String[] all = new String[args.length + 3];
        all[0] = "slice";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "-o";
        all[args.length + 2] = output;
        return all;
    }

    /** A run across the plane is a caution always; what is fine is told only when asked for; the last line is the speed. */
    @Test
    void whatWasFoundIsToldBeforeTheSpeed() {
        String[] args = {"slice", "--network", "softmax", "--data", "blobs(samples=40, classes=3)", "--train", "adam(learningRate=0.1)", "--steps",
                "20",
            "--directions", "random", "--points", "9x9", "-o", file("x.csv")};
        Terminal.Result quiet = thalweg(args);
        assertTrue(quiet.err().contains("wrong: Adam leaves this plane by "), quiet.err());
        assertTrue(quiet.err().contains(" % of its length: do not read its height from it. (length "), quiet.err());
        assertFalse(quiet.err().contains("fine: "), quiet.err());
        String[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--check";
        Terminal.Result asked = thalweg(all);
        assertTrue(asked.err()
                .contains("fine: The cost of this model is convex, and so is the grid: it bends down nowhere. (triples of points 224, bent down 0,"),
                asked.err());
        assertTrue(asked.err().contains("Other draws of the random directions are "), asked.err());
        assertTrue(asked.err().strip().matches("(?s).*\n81 points, [^\n]*threads?"), asked.err());
    }

    /** The picture can be opened again, and shows the same slice: its origin and its values. */
    @Test
    void aPictureCarriesTheSliceItShows() throws IOException {
        String[] args = {"slice", "--network", "softmax", "--data", "blobs(samples=40, classes=3)", "--train", "adam(learningRate=0.1)", "--steps",
                "20",
            "--directions", "random(draw=2)", "--normalize", "filter", "--no-biases", "--points", "9x9", "--range=-1:1", "--seed", "4", "--size",
            "300x200", "-o"};
        String[] both = Arrays.copyOf(args, args.length + 1);
        both[args.length] = file("x.npz");
        assertEquals(0, thalweg(both).code());
        both[args.length] = file("x.png");
        Terminal.Result r = thalweg(both);
        assertEquals(0, r.code(), r.err());
        Frame again = Frames.frame(Exports.experimentIn(folder.resolve("x.png")));
        Map<String, NumberArray> numbers = NpzFile.read("file", file("x.npz"));
        assertArrayEquals(numbers.get("theta").values(), again.scene().slice().origin().toArray());
        assertArrayEquals(numbers.get("direction2").values(), again.scene().slice().directions().getLast().toArray());
        assertEquals(numbers.get("loss").values()[0], again.grid().value(0, 0));
        assertEquals("contour", again.experiment().look().tiles().getFirst());
        assertEquals(2, thalweg("slice", "rosenbrock", "--at", "1,1", "--view", "contour", "-o", file("x.csv")).code());
        assertEquals(2, thalweg("slice", "rosenbrock", "--at", "1,1", "--with-data", "-o", file("y.png")).code());
    }

    /** As from a picture: opened, they show the slice that was sampled. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rosenbrock --at 0.5,0.25 --directions axes --range 0:1,1:2 --points 7x5",
        "rosenbrock --at 0.5,0.25 --points 9",
        "styblinski-tang --at 0.5,0.25 --directions axes --points 9 --range -2:1",
        "--network softmax --data blobs(samples=40) --points 6x6",
        "--network softmax --data blobs(samples=40) --directions random(draw=3) --normalize filter --points 11",
        "--network linear --data moons(samples=40) --at 1,2,3 --directions random --normalize none --points 9 --no-biases",
        "--network linear --data moons(samples=40) --weights w.npz --points 5x5",
        "--network linear --data moons(samples=40) --weights w.npz --train gradient-descent(learningRate=0.3) --steps 7 --points 5x5"})
    void numbersBringTheirSceneBack(String args) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("w.npz"))) {
            NpzWriter npz = new NpzWriter(out);
            npz.numbers("theta", "(3,)", 3, k -> 1 + k);
            npz.finish();
        }
        String[] all = args.replace("w.npz", file("w.npz")).split(" +");
        Map<String, NumberArray> numbers = slice("s.npz", all);
        slice("s.h5", all);
        assertEquals(0, thalweg(concat(concatAll(all, "--seed", "3"), file("s.json"))).code());
        for (String name : List.of("s.npz", "s.h5", "s.json")) {
            assertTrue(Exports.isCarrying(folder.resolve(name)), name);
            Frame again = Frames.frame(Exports.experimentIn(folder.resolve(name)));
            assertArrayEquals(numbers.get("theta").values(), again.scene().slice().origin().toArray(), name);
            assertArrayEquals(numbers.get("direction1").values(), again.scene().slice().directions().getFirst().toArray(), name);
            assertEquals(numbers.containsKey("betas") ? 2 : 1, again.scene().slice().dimension(), name);
            assertEquals(numbers.get("alphas").values()[0], again.grid().x().min(), name);
            assertEquals(numbers.get("loss").values()[0], again.grid().value(0, 0), name);
        }
        assertEquals(numbers.get("alphas").values().length, SurfaceFile.read("file", file("s.npz"), "").nx());
    }

    /** A line of a plane that comes only whole would come back as the plane; as a landscape it stays the line. */
    @Test
    void numbersThatNoExperimentShowsAgainAreALandscape() throws IOException {
        String[] args = {"--network", "linear", "--data", "moons(samples=40)", "--directions", "hessian", "--points", "9"};
        slice("line.npz", args);
        assertFalse(Exports.isCarrying(folder.resolve("line.npz")));
        assertEquals(1, SurfaceFile.read("file", file("line.npz"), "").ny());
        assertEquals(0, thalweg(concat(concatAll(args, "--size", "300x200"), file("line.png"))).code());
        assertEquals(2, Frames.frame(Exports.experimentIn(folder.resolve("line.png"))).scene().slice().dimension());
    }

    /** Its window holds a path from a file, which is drawn. */
    @Test
    void aPathFromAFileIsDrawn() throws IOException {
        assertEquals(0, thalweg("run", "--network", "softmax", "--data", "blobs(samples=40, classes=3)", "--optimizer", "adam(learningRate=0.1)",
                "--steps", "9", "-o", file("run.npz")).code());
        Terminal.Result r = thalweg("slice", "--network", "softmax", "--data", "blobs(samples=40, classes=3)", "--directions", "pca", "--path",
                file("run.npz"), "--points", "5x5", "--view", "contour,soundness", "--size", "600x300", "-o", file("p.png"));
        assertEquals(0, r.code(), r.err());
        assertFalse(r.err().contains("outside the window"), r.err());
        BufferedImage drawn = ImageIO.read(folder.resolve("p.png").toFile());
        int blue = 0;
        for (int i = 0; i < 300 * 300; i++) {
            blue += drawn.getRGB(i % 300, i / 300) == 0xFF0072B2 ? 1 : 0;
        }
        assertTrue(blue > 40, "pixels of the path's colour: " + blue);
        Frame again = Frames.frame(Exports.experimentIn(folder.resolve("p.png")));
        assertEquals("recorded path", again.tracks().getFirst().name());
        double[] walked = NpzFile.read("file", file("run.npz")).get("run0_theta").values();
        assertEquals(walked[walked.length - 1], again.tracks().getFirst().trajectory().theta(9, again.scene().objective().dimension() - 1));
    }

    @Test
    void threadsChangeNoBit() {
        String[] args = {"--network", "mlp(hidden=8-8)", "--data", "moons(samples=300)", "--points", "17x9", "--range", "-1:1"};
        Map<String, NumberArray> one = slice("one.npz", concatAll(args, "--threads", "1"));
        assertEquals(one, slice("four.npz", concatAll(args, "--threads", "4")));
    }

    private static String[] concatAll(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    @Test
    void theWayThroughARecordedPathContainsIt() {
        assertEquals(0, thalweg("run", "--network", "softmax", "--data", "blobs(samples=40)", "--optimizer", "gradient-descent", "--steps", "30",
                "--seed", "3", "-o", file("run.npz")).code());
        Map<String, NumberArray> a = slice("pca.npz", "--network", "softmax", "--data", "blobs(samples=40)", "--directions", "pca", "--path",
                file("run.npz"), "--points", "11x11", "--range", "-2:2");
        double widest = Arrays.stream(a.get("path_alpha").values()).map(Math::abs).max().orElseThrow();
        double off = Arrays.stream(a.get("path_residual").values()).max().orElseThrow();
        assertTrue(off < 0.1 * widest, off + " beside " + widest);
    }

    /** A direction of a file that points nowhere is named, before anybody speaks of planes. */
    @Test
    void aDirectionOfZerosIsRefusedByItsName() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("zero.npz"))) {
            NpzWriter npz = new NpzWriter(out);
            npz.numbers("direction1", "(9,)", 9, _ -> 0);
            npz.finish();
        }
        Terminal.Result r = thalweg("slice", "--network", "softmax", "--data", "blobs(samples=9)", "--directions", "file:" + file("zero.npz"), "-o",
                file("x.npz"));
        assertEquals(2, r.code());
        assertTrue(r.err().contains("the array 'direction1' of '" + file("zero.npz") + "' points nowhere: all its numbers are 0"), r.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-o x.bmp | cannot write a slice to",
        "-o x.npz --points 1x5 | --points must be 2 to 4096 each way, but was '1x5'",
        "-o x.npz --points 100000x100000 | --points must be 2 to 4096 each way, but was '100000x100000'",
        "-o x.npz --points 5x5x5 | --points must be like 51x51, or like 401 for a line, but was '5x5x5'",
        "-o x.npz --range 1:-1 | --range must go from a smaller to a larger number",
        "-o x.npz --range=-inf:1 | --range must go from a smaller to a larger number, as in -1:1 or -1:1,0:2, but was '-inf:1'",
        "-o x.npz --normalize rows | no normalisation 'rows'",
        "-o x.npz --directions pca | --directions pca needs a path: give --train or --path",
        "-o x.npz --threads 0 | --threads must be 1 to 256, but was 0",
        "-o x.npz --path none.npz | cannot read 'none.npz': there is no such file",
        "-o x.npz --layers 1.5 | --layers must be whole numbers, but one was 1.5"})
    void whatIsWrongIsSaid(String args, String words) {
        String[] all = ("slice --network softmax --data blobs(samples=9) " + args.strip()).split(" +");
        Terminal.Result r = thalweg(all);
        assertEquals(2, r.code());
        assertTrue(r.err().contains(words.strip()), r.err());
    }
}
