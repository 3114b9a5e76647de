package thalweg.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.math.Vec;

/** Paths in the forms that other programs write. */
class PathFileTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Map<String, List<Vec>> read(String text) throws IOException {
        return PathFile.read("path", file("a.csv", text).toString());
    }

    @Test
    void columnsAreFoundByTheirNames() throws IOException {
        assertEquals(Map.of("path", List.of(Vec.of(1, 2), Vec.of(3, 4))), read("step,y,x,loss\n0,2,1,9\n1,4,3,8\n"));
        assertEquals(Map.of("SGD", List.of(Vec.of(1, 2)), "Adam", List.of(Vec.of(5, 6), Vec.of(7, 8))),
                read("run;step;theta_0;theta_1\nSGD;0;1;2\nAdam;0;5;6\nAdam;1;7;8\n"));
        assertEquals(Map.of("path", List.of(Vec.of(1, 2), Vec.of(3, 4))), read("1 2\n3 4\n".replace(' ', '\t')));
        assertEquals(Map.of("path", List.of(Vec.of(0.5))), read("epoch,w,loss\n0,0.5,3\n"));
    }

    /** Each was written by pandas 3.0, NumPy 2.4 or a German spreadsheet. */
    @Test
    void otherProgramsHabitsAreKnown() throws IOException {
        Map<String, List<Vec>> path = Map.of("path", List.of(Vec.of(-1.5, 2), Vec.of(3, 4.25)));
        assertEquals(path, read("0,1\n-1.5,2.0\n3.0,4.25\n"), "a data frame without names");
        assertEquals(path, read(",0,1\n0,-1.5,2.0\n1,3.0,4.25\n"), "with its index");
        assertEquals(path, read(",w,b,loss\n0,-1.5,2.0,9\n1,3.0,4.25,8\n"));
        assertEquals(path, read("Unnamed: 0,w,b\n0,-1.5,2.0\n1,3.0,4.25\n"));
        assertEquals(path, read("-1.5e+00 2.0e+00\n3.0e+00 4.25e+00\n"), "savetxt");
        assertEquals(path, read("# x y\n-1.5e+00 2.0e+00\n3.0e+00 4.25e+00\n"), "savetxt with a header");
        assertEquals(path, read("# x,y\n-1.5,2.0\n3.0,4.25\n"));
        assertEquals(path, read("x;y\n-1,5;2\n3;4,25\n"), "decimal commas");
        assertEquals(Map.of("path", List.of(Vec.of(0, 1), Vec.of(2, 3))), read("0,1\n2,3\n"), "points of whole numbers, not a heading");
        assertEquals(Map.of("path", List.of(Vec.of(0, 1), Vec.of(0.5, 0.75), Vec.of(0.625, 0))), read("0,1\n0.5,0.75\n0.625,0\n"),
                "a point: pandas would write 0.0 below 0.75");
        assertEquals(Map.of("path", List.of(Vec.of(0.5, 2), Vec.of(0.25, 3))), read("0,1\n0.5,2\n0.25,3\n"), "a column of whole numbers");
        Path single = file("a.npy", "");
        assertTrue(assertThrows(DataException.class, () -> PathFile.read("path", single.toString())).getMessage().contains("np.savez"));
    }

    @Test
    void onlyAFileWithStepsIsTakenForPathsWhenItIsDropped() throws IOException {
        assertTrue(PathFile.is(file("a.csv", "step,x,y\n0,1,2\n")));
        assertTrue(PathFile.is(file("a.csv", "# step x y\n0 1 2\n")), "savetxt with a header");
        assertTrue(PathFile.is(file("a.csv", "step|x|y\n0|1|2\n")));
        assertFalse(PathFile.is(file("b.csv", "x,y\n1,2\n")), "this may be data to learn from");
        assertFalse(PathFile.is(file("c.csv", "")));
        assertFalse(PathFile.is(folder.resolve("missing.npz")));
        assertFalse(PathFile.is(file("d.npz", "no zip")));
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertMistake("'", "' is empty", "");
        assertMistake("line 3 of '", "must be a finite number, but was 'oops'", "step,x,y\n0,1,2\n1,oops,4\n");
        assertMistake("line 3 of '", "has 2 values, but the first line has 3", "step,x,y\n0,1,2\n1,3\n");
        assertMistake("holds no path", "", "step,loss\n0,1\n");
        assertMistake("NaN", "finite", "step,x,y\n0,NaN,2\n");
    }

    /** What comes after the limit is not read any more, not even to find that it is damaged. */
    @Test
    void limitsAreCheckedBeforeTheRestIsRead() throws IOException {
        String many = IntStream.range(0, 65).mapToObj(k -> "run" + k + ",0,1,2\n").collect(Collectors.joining());
        assertMistake("holds more than 64 paths", "", "run,step,x,y\n" + many + "run0,1,oops,2\n");
        String steps = "5\n".repeat(1_000_002);
        assertMistake("has more than 1000001 points", "", "x\n" + steps + "oops\n");
        Path file = folder.resolve("many.npz");
        ByteBuffer npy = ByteBuffer.allocate(80 + 8 * 65 * 2).order(ByteOrder.LITTLE_ENDIAN);
        npy.put("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 70)
                .put(String.format("%-69s\n", "{'descr': '<f8', 'fortran_order': False, 'shape': (65, 1, 2), }")
                        .getBytes(StandardCharsets.ISO_8859_1));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("paths.npy"));
            zip.write(npy.array());
        }
        String message = assertThrows(DataException.class, () -> PathFile.read("path", file.toString())).getMessage();
        assertTrue(message.contains("holds more than 64 paths"), message);
    }

    private void assertMistake(String begin, String end, String text) {
        String message = assertThrows(DataException.class, () -> read(text)).getMessage();
        assertTrue(message.contains(begin) && message.contains(end), message);
    }
}
