package thalweg.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;

/** Surfaces in real HDF5 files, whole and damaged. */
class SurfaceFileTest {
    @TempDir
    private Path folder;

    private Path hdf(String name, Map<String, Object> arrays) {
        Path file = folder.resolve(name);
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            arrays.forEach(hdf::putDataset);
        }
        return file;
    }

    private static String refused(Path file) {
        return refused(file, "");
    }

    private static String refused(Path file, String values) {
        return assertThrows(DataException.class, () -> SurfaceFile.read("path", file.toString(), values)).getMessage()
                .replace(file.toString(), file.getFileName().toString());
    }

    @Test
    void surfacesOfTheReferenceCodeStandAsRowsOfY() {
        Path file = hdf("surface.h5", Map.of("xcoordinates", new float[] {-1, 0, 1}, "ycoordinates", new double[] {10, 11, 12},
                "train_loss", new double[][] {{1, 2, 3}, {4, 5, -1}, {7, 8, 9}}, "train_acc",
                new double[][] {{10, 20, 30}, {40, 50, 60}, {70, 80, 90}}));
        Grid grid = SurfaceFile.read("path", file.toString(), "");
        assertEquals(new Range(-1, 1), grid.x());
        assertEquals(new Range(10, 12), grid.y());
        assertEquals(3, grid.value(2, 0));
        assertEquals(7, grid.value(0, 2));
        assertEquals(Double.NaN, grid.value(2, 1), "-1 is where that code has not been");
        assertEquals(60, SurfaceFile.read("path", file.toString(), "train_acc").value(2, 1));
        assertTrue(refused(file, "test_loss").startsWith("'surface.h5' holds no array of numbers 'test_loss'; it holds "),
                refused(file, "test_loss"));
    }

    @Test
    void curvesOfTheReferenceCodeHaveOneRowAndDescendingCoordinatesAreTurned() {
        Grid grid = SurfaceFile.read("path", hdf("curve.h5", Map.of("xcoordinates", new double[] {1, 0.5, 0}, "train_loss", new double[] {3, 2, 1}))
                .toString(), "");
        assertEquals(1, grid.ny());
        assertEquals(new Range(0, 1), grid.x());
        assertEquals(1, grid.value(0, 0));
        assertEquals(3, grid.value(2, 0));
    }

    @Test
    void whatIsNotSquareThereIsRefusedWithTheReason() {
        Path file = hdf("oblong.h5", Map.of("xcoordinates", new double[] {0, 1, 2}, "ycoordinates", new double[] {0, 1},
                "train_loss", new double[][] {{1, 2}, {3, 4}, {5, 6}}));
        assertEquals("'oblong.h5' holds 3 x 2 values of 'train_loss'; the code of Li et al. stores surfaces that are not square in an order that cannot be"
                + " told: sample as many y as x", refused(file));
    }

    @Test
    void pathsOfTheReferenceCodeAreRead() {
        Path file = hdf("proj.h5", Map.of("proj_xcoord", new double[] {1, 2}, "proj_ycoord", new double[] {3, 4}));
        assertEquals(List.of(Vec.of(1, 3), Vec.of(2, 4)), SurfaceFile.path("projection", file.toString()));
        Path uneven = hdf("proj2.h5", Map.of("proj_xcoord", new double[] {1, 2}, "proj_ycoord", new double[] {3}));
        assertTrue(assertThrows(DataException.class, () -> SurfaceFile.path("projection", uneven.toString())).getMessage()
                .endsWith("proj_xcoord and proj_ycoord must have as many numbers, at least one, but have 2 and 1"));
    }

    @Test
    void ourOwnFilesComeBackToTheLastBitOblongOrNot() throws IOException {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        arrays.put("alphas", new NumberArray(List.of(3), new double[] {-0.1, 0.1, 0.3}));
        arrays.put("betas", new NumberArray(List.of(2), new double[] {5, 6}));
        arrays.put("loss", new NumberArray(List.of(2, 3), new double[] {1 / 3.0, 2, 3, 4, Double.NaN, 6}));
        Path file = folder.resolve("ours.h5");
        try (OutputStream out = Files.newOutputStream(file)) {
            Hdf5File.write(arrays, Map.of(), folder.resolve("spare.h5"), out);
        }
        assertTrue(Files.notExists(folder.resolve("spare.h5")));
        assertEquals(arrays, Hdf5File.read("path", file.toString()));
        Grid grid = SurfaceFile.read("path", file.toString(), "");
        assertEquals(1 / 3.0, grid.value(0, 0));
        assertEquals(3, grid.value(2, 0));
        assertEquals(Double.NaN, grid.value(1, 1));
        assertEquals(6, grid.value(2, 1));
    }

    /** HDF5 keeps 65,535 bytes in an attribute; an experiment may be longer. */
    @Test
    void aTextOfAnyLengthGoesWithAFile() throws IOException {
        Path file = folder.resolve("remark.h5");
        for (int length : new int[] {1, 29_999, 30_000, 30_001, 200_000}) {
            String text = "0123456789".repeat(length / 10 + 1).substring(0, length);
            try (OutputStream out = Files.newOutputStream(file)) {
                Hdf5File.write(Map.of("x", new NumberArray(List.of(1), new double[] {1})), Map.of(Hdf5File.WHOLE, Map.of("words", text)),
                        folder.resolve("spare.h5"), out);
            }
            assertEquals(Optional.of(text), Hdf5File.remark("path", file.toString(), "words", length));
            assertEquals(Optional.empty(), Hdf5File.remark("path", file.toString(), "other", 1));
            assertEquals("'" + file + "': its text 'words' is longer than " + (length - 1) + " characters, the most that is accepted",
                    assertThrows(DataException.class, () -> Hdf5File.remark("path", file.toString(), "words", length - 1)).getMessage());
        }
    }

    /** Arrays are read in blocks: of any sides, packed in chunks that do not divide them, or not, and of every kind of number. */
    @Test
    void arraysOfAnyShapeAreReadBlockByBlock() {
        int[][] shapes = {{200_000}, {3, 70_001}, {70_001, 2}, {1, 1, 90_000}, {41, 43, 47}, {300, 300}};
        for (int[] shape : shapes) {
            Object whole = Array.newInstance(double.class, shape);
            double[] flat = new double[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
            fill(whole, flat, 0);
            for (boolean packed : List.of(false, true)) {
                Path file = folder.resolve("blocks.h5");
                try (WritableHdfFile out = HdfFile.write(file)) {
                    int[] chunks = IntStream.of(shape).map(n -> Math.min(n, 19)).toArray();
                    chunks[0] = Math.min(shape[0], 4096);
                    if (packed) {
                        out.putDataset("a", whole, DatasetCreationOptions.builder().chunkDimensions(chunks).deflate().build());
                    } else {
                        out.putDataset("a", whole);
                    }
                }
                assertEquals(new NumberArray(IntStream.of(shape).boxed().toList(), flat), Hdf5File.read("path", file.toString()).get("a"),
                        Arrays.toString(shape) + (packed ? " packed" : ""));
            }
        }
        NumberArray few = new NumberArray(List.of(3), new double[] {-1, 0, 7});
        for (Object numbers : List.of(new float[] {-1, 0, 7}, new long[] {-1, 0, 7}, new int[] {-1, 0, 7}, new short[] {-1, 0, 7},
                new byte[] {-1, 0, 7})) {
            assertEquals(few, Hdf5File.read("path", hdf("kinds.h5", Map.of("a", numbers)).toString()).get("a"), numbers.getClass().getName());
        }
    }

    /** As h5py wrote it: 5 x 4, of which three parts were never set and are NaN, and a number alone. */
    @Test
    void whatWasNeverSetIsWhatTheFileSaysOfIt() throws IOException {
        Path file = reference("partly.h5");
        double no = Double.NaN;
        assertEquals(Map.of("alone", new NumberArray(List.of(), new double[] {3.5}), "loss", new NumberArray(List.of(5, 4),
                new double[] {1, 2, no, no, 3, 4, no, no, no, no, no, no, no, no, no, no, no, no, no, 5})), Hdf5File.read("path", file.toString()));
    }

    private static int fill(Object whole, double[] flat, int from) {
        int at = from;
        if (whole instanceof double[] row) {
            for (int i = 0; i < row.length; i++) {
                flat[at] = at * 0.5;
                row[i] = flat[at++];
            }
        } else {
            for (Object part : (Object[]) whole) {
                at = fill(part, flat, at);
            }
        }
        return at;
    }

    private static void assertSurface(Grid grid) {
        assertEquals(List.of(3, 2), List.of(grid.nx(), grid.ny()));
        assertEquals(new Range(-1, 1), grid.x());
        assertEquals(new Range(0, 5), grid.y());
        assertEquals(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), IntStream.range(0, 6).mapToObj(k -> grid.value(k % 3, k / 3)).toList());
    }

    /** Rows of x and y, z by rows of y or by rows of x, and what meshgrid makes with either indexing. */
    @Test
    void surfacesOfOtherProgramsAreRead() {
        double[] x = {-1, 0, 1};
        double[] y = {0, 5};
        double[][] byRows = {{1, 2, 3}, {4, 5, 6}};
        double[][] byColumns = {{1, 4}, {2, 5}, {3, 6}};
        assertSurface(SurfaceFile.read("path", hdf("a.h5", Map.of("x", x, "y", y, "z", byRows)).toString(), ""));
        assertSurface(SurfaceFile.read("path", hdf("b.h5", Map.of("xs", x, "ys", y, "loss", byColumns)).toString(), ""));
        assertSurface(SurfaceFile.read("path", hdf("c.h5", Map.of("X", new double[][] {x, x}, "Y", new double[][] {{0, 0, 0}, {5, 5, 5}},
                "Z", byRows)).toString(), ""));
        assertSurface(SurfaceFile.read("path", hdf("d.h5", Map.of("X", new double[][] {{-1, -1}, {0, 0}, {1, 1}}, "Y", new double[][] {y, y, y},
                "other", byColumns)).toString(), "other"));
        double[][] square = {{1, 2}, {3, 4}};
        Grid grid = SurfaceFile.read("path", hdf("e.h5", Map.of("x", new double[][] {{0, 0}, {1, 1}}, "y", new double[][] {{0, 5}, {0, 5}},
                "z", square)).toString(), "");
        assertEquals(2, grid.value(0, 1), "a square, turned as its coordinates tell");
        assertEquals(1, SurfaceFile.read("path", hdf("f.h5", Map.of("x", x, "loss", new double[] {7, 8, 9})).toString(), "").ny());
        assertEquals("'g.h5': the array 'z' must have a row for each of y and a column for each of x, [2, 3], but has the shape [2, 2]",
                refused(hdf("g.h5", Map.of("x", x, "y", y, "z", square))));
        double[][] sheared = {{-1, 0, 1}, {-0.5, 0.5, 1.5}};
        assertEquals("'h.h5': 'x' and 'y' must be the coordinates of a grid, as meshgrid makes them: a column for each x and a row for each y, or the"
                + " other way round", refused(hdf("h.h5", Map.of("x", sheared, "y", new double[][] {{0, 0, 0}, {5, 5, 5}}, "z", byRows))));
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("a.csv"), text);
    }

    @Test
    void tablesWithALineForEachNodeAreRead() throws IOException {
        Path sorted = csv("alpha,beta,loss\n-1,0,1\n0,0,2\n1,0,3\n-1,5,4\n0,5,5\n1,5,6\n");
        assertSurface(SurfaceFile.read("path", sorted.toString(), ""));
        assertTrue(SurfaceFile.mayBeTable(sorted));
        assertSurface(SurfaceFile.read("path", csv(",y,x,acc,z\n3,5,-1,0,4\n0,0,-1,0,1\n5,5,1,0,6\n1,0,0,0,2\n4,5,0,0,5\n2,0,1,0,3\n")
                .toString(), ""));
        Grid holes = SurfaceFile.read("path", csv("x,y,z\n0,0,1\n1,0,\n0,1,nan\n1,1,inf\n").toString(), "");
        assertEquals(List.of(1.0, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY),
                IntStream.range(0, 4).mapToObj(k -> holes.value(k % 2, k / 2)).toList());
        assertEquals(1, SurfaceFile.read("path", csv("alpha,loss\n0,1\n1,2\n").toString(), "").ny());
        Path scattered = csv("x,y,z\n0,0,1\n1,2,3\n3,1,4\n");
        assertEquals("'a.csv' holds no surface: it has 3 lines, but 3 values of x and 3 of y; a surface has a line for each pair of them",
                refused(scattered));
        assertEquals("'a.csv' has two lines for x = 0.0, y = 1.0", refused(csv("x,y,z\n0,0,1\n0,1,2\n0,1,3\n1,0,4\n")));
        assertEquals("line 3 of 'a.csv': the height must be a number, but was 'high'", refused(csv("x,y,z\n0,0,1\n0,1,high\n")));
        assertTrue(refused(csv("1,2\n3,4\n")).startsWith("'a.csv' holds no surface: it needs a heading"));
        Path single = Files.writeString(folder.resolve("a.npy"), "");
        assertTrue(refused(single).contains("np.savez"));
    }

    private List<String> axes(String heading) throws IOException {
        return SurfaceFile.surface("path", csv(heading + "\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n").toString(), "").axes();
    }

    /** As LaTeX has them; what cannot be a name in a formula stays a and b. */
    @Test
    void axesAreCalledAsTheColumnsAre() throws IOException {
        assertEquals(List.of("x", "y"), axes("x,y,z"));
        assertEquals(List.of("w_{0}", "w_{1}"), axes("w0,w1,loss"));
        assertEquals(List.of("\\alpha", "\\beta"), axes("alpha,beta,loss"));
        assertEquals(List.of("\\theta_{0}", "\\theta_{1}"), axes("theta_0,theta_1,J"));
        assertEquals(List.of("Width", "Depth"), axes("Width,Depth,cost"));
        assertEquals(List.of("a", "b"), axes("learning rate,100%,loss"));
        assertEquals(List.of("a", "b"), axes("w0,w_0,loss"), "one name for both");
        assertEquals(List.of("x"), SurfaceFile.surface("path", csv("x,z\n0,1\n1,2\n").toString(), "").axes());
        double[][] z = {{1, 2, 3}, {4, 5, 6}};
        double[] x = {-1, 0, 1};
        double[] y = {0, 5};
        assertEquals(List.of("x", "y"), SurfaceFile.surface("path", hdf("n.h5", Map.of("x", x, "y", y, "z", z)).toString(), "").axes());
        assertEquals(List.of("a", "b"), SurfaceFile.surface("path", hdf("o.h5", Map.of("alphas", x, "betas", y, "loss", z)).toString(), "").axes());
    }

    /** Only beside a height, and only two: any other table may be data. */
    @Test
    void twoColumnsOfAnyNameBesideAHeightMayBeASurface() throws IOException {
        assertTrue(SurfaceFile.mayBeTable(csv("# w0 w1 loss\n0 0 1\n")), "savetxt with a header");
        assertTrue(SurfaceFile.mayBeTable(csv(",w0,w1,loss\n0,0,0,1\n")), "with pandas' index");
        assertFalse(SurfaceFile.mayBeTable(csv("w0,w1,w2,loss\n0,0,0,1\n")));
        assertFalse(SurfaceFile.mayBeTable(csv("w0,w1,kind\n0,0,1\n")));
        assertFalse(SurfaceFile.mayBeTable(csv("x,loss\n0,1\n")));
    }

    private Path reference(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = SurfaceFileTest.class.getResourceAsStream("/thalweg/reference/" + name)) {
            Files.copy(in, file);
        }
        return file;
    }

    /** As h5py 3.16 with HDF5 2.0 wrote it, with libver='latest' and packed. */
    @Test
    void ofANewerKindOfFileIsSaidHowToWriteItForUs() throws IOException {
        assertEquals("'newest.h5' is of a newer kind of HDF5 than can be read (Unsupported data layout message version detected. Detected version = 5):"
                + " write it with libver='earliest' or 'v114' in h5py, or without packing", refused(reference("newest.h5")));
    }

    /** As h5py wrote it: 3 x 2 numbers in a block that has room for 20 million, which would be unpacked for them. */
    @Test
    void aBlockThatIsTooLargeIsRefusedBeforeItIsUnpacked() throws IOException {
        Path file = reference("one-block.h5");
        assertEquals("'" + file + "': the array 'z' is kept in blocks of 20,000,002 numbers; at most 20,000,000 can be unpacked at once: write it in"
                + " smaller ones, in h5py with chunks=True", assertThrows(DataException.class, () -> Hdf5File.read("path", file.toString())).getMessage());
    }

    @Test
    void whatIsNoSurfaceIsSaid() throws IOException {
        assertEquals("'empty.h5' holds no surface: neither the array 'alphas', as files of Thalweg do, nor 'xcoordinates', as those of the code of Li et"
                + " al., nor x, y and z; it holds other", refused(hdf("empty.h5", Map.of("other", new int[] {1}))));
        assertEquals("'uneven.h5': the numbers in 'xcoordinates' must lie at even distances, but number 2 is 0.4 instead of 0.5",
                refused(hdf("uneven.h5", Map.of("xcoordinates", new double[] {0, 0.4, 1}, "train_loss", new double[] {1, 2, 3}))));
        assertEquals("'short.h5': the array 'train_loss' must have a value for each of the 3 coordinates, but has the shape [2]",
                refused(hdf("short.h5", Map.of("xcoordinates", new double[] {0, 0.5, 1}, "train_loss", new double[] {1, 2}))));
        assertEquals("'alone.h5': the array 'xcoordinates' must hold at least 2 numbers, but holds 1",
                refused(hdf("alone.h5", Map.of("xcoordinates", new double[] {0}, "train_loss", new double[] {1}))));
        assertEquals("'inf.h5': the array 'xcoordinates' holds a number that is not finite",
                refused(hdf("inf.h5", Map.of("xcoordinates", new double[] {0, Double.POSITIVE_INFINITY}, "train_loss", new double[] {1, 2}))));
        Path text = folder.resolve("text.h5");
        Files.writeString(text, "hello, this is no such file");
        assertEquals("'text.h5' is no .npz file: it is not a zip of arrays", refused(text));
        assertTrue(assertThrows(DataException.class, () -> Hdf5File.read("path", text.toString())).getMessage().contains("is no HDF5 file"));
        assertTrue(refused(folder.resolve("none.h5")).startsWith("cannot read"));
    }

    /** Cut anywhere, or with any byte turned over, a file is read, or refused by a sentence that names it; nothing else happens. */
    @Test
    void damagedFilesAreRefusedByName() throws IOException {
        Path whole = hdf("whole.h5", Map.of("xcoordinates", new double[] {-1, 0, 1}, "ycoordinates", new double[] {-1, 0, 1},
                "train_loss", new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}));
        byte[] bytes = Files.readAllBytes(whole);
        Path damaged = folder.resolve("damaged.h5");
        int cut = 0;
        for (int length = 9; length < bytes.length; length += 7) {
            Files.write(damaged, Arrays.copyOf(bytes, length));
            cut += fails(damaged) ? 1 : 0;
        }
        assertTrue(cut > bytes.length / 7 / 2, cut + " of " + bytes.length / 7 + " cut files were refused");
        int turned = 0;
        for (int at = 0; at < bytes.length; at += 3) {
            byte[] wrong = bytes.clone();
            wrong[at] ^= (byte) 0xff;
            Files.write(damaged, wrong);
            turned += fails(damaged) ? 1 : 0;
        }
        assertTrue(turned > 50, turned + " changed files were refused");
    }

    private static boolean fails(Path file) {
        try {
            SurfaceFile.read("path", file.toString(), "");
            return false;
        } catch (DataException e) {
            assertTrue(e.getMessage().contains(file.getFileName().toString()), e.getMessage());
            return true;
        }
    }
}
