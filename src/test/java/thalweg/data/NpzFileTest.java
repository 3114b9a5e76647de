package thalweg.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NumPy's files, made here byte by byte as its format specification says. */
class NpzFileTest {
    @TempDir
    private Path folder;

    private static byte[] npy(int version, String descr, boolean fortran, String shape, byte[] content) {
        String head = "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape + ", }\n";
        ByteBuffer b = ByteBuffer.allocate(12 + head.length() + content.length).order(ByteOrder.LITTLE_ENDIAN);
        b.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) version).put((byte) 0);
        if (version == 1) {
            b.putShort((short) head.length());
        } else {
            b.putInt(head.length());
        }
        b.put(head.getBytes(StandardCharsets.US_ASCII)).put(content);
        return Arrays.copyOf(b.array(), b.position());
    }

    private String file(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> e : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(e.getKey() + ".npy"));
                zip.write(e.getValue());
            }
        }
        return Files.write(folder.resolve("a.npz"), bytes.toByteArray()).toString();
    }

    private static byte[] doubles(ByteOrder order, double... values) {
        ByteBuffer b = ByteBuffer.allocate(8 * values.length).order(order);
        Arrays.stream(values).forEach(b::putDouble);
        return b.array();
    }

    @Test
    void numbersOfEveryKindAreRead() throws IOException {
        byte[] floats = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.5f).putFloat(-2).array();
        Map<String, NumberArray> arrays = NpzFile.read("path", file(Map.of(
                "a", npy(1, "<f8", false, "(2, 3)", doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6)),
                "big", npy(2, ">f8", false, "(2,)", doubles(ByteOrder.BIG_ENDIAN, 7, 8)),
                "single", npy(1, "<f4", false, "(2,)", floats),
                "bytes", npy(1, "|u1", false, "(3,)", new byte[] {0, 1, (byte) 255}),
                "small", npy(1, "|i1", false, "(1,)", new byte[] {-1}),
                "number", npy(1, "<f8", false, "()", doubles(ByteOrder.LITTLE_ENDIAN, 9)),
                "words", npy(1, "<U3", false, "(1,)", new byte[12]))));
        assertEquals(new NumberArray(List.of(2, 3), new double[] {1, 2, 3, 4, 5, 6}), arrays.get("a"));
        assertArrayEquals(new double[] {7, 8}, arrays.get("big").values());
        assertArrayEquals(new double[] {0.5, -2}, arrays.get("single").values());
        assertArrayEquals(new double[] {0, 1, 255}, arrays.get("bytes").values());
        assertArrayEquals(new double[] {-1}, arrays.get("small").values());
        assertEquals(new NumberArray(List.of(), new double[] {9}), arrays.get("number"));
        assertEquals(6, arrays.size(), "texts are left out");
    }

    @Test
    void fortransOrderIsTurned() throws IOException {
        String path = file(Map.of("a", npy(1, "<f8", true, "(2, 3)", doubles(ByteOrder.LITTLE_ENDIAN, 1, 4, 2, 5, 3, 6))));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, NpzFile.read("path", path).get("a").values());
    }

    @Test
    void damageIsNamed() throws IOException {
        said("is cut short: it ends within the array 'a'", file(Map.of("a", npy(1, "<f8", false, "(3,)", doubles(ByteOrder.LITTLE_ENDIAN, 1, 2)))));
        said("holds too many numbers: the array 'a' has the shape (99999, 99999)",
                file(Map.of("a", npy(1, "<f8", false, "(99999, 99999)", new byte[8]))));
        said("holds numbers of type f2", file(Map.of("a", npy(1, "<f2", false, "(1,)", new byte[2]))));
        said("does not begin as NumPy writes them", file(Map.of("a", new byte[40])));
        said("is no .npz file", Files.writeString(folder.resolve("b.npz"), "theta").toString());
        said("there is no such file", folder.resolve("none.npz").toString());
        DataException e = assertThrows(DataException.class, () -> NpzFile.array(Map.of(), "theta", "m.npz"));
        assertEquals("'m.npz' holds no array of numbers 'theta'; it holds none", e.getMessage());
    }

    @Test
    void whatHoldsNoSurfaceMayHoldAPath() throws IOException {
        byte[] line = npy(1, "<f8", false, "(1,)", doubles(ByteOrder.LITTLE_ENDIAN, 1));
        String walk = file(Map.of("walk", line));
        String said = assertThrows(DataException.class, () -> SurfaceFile.read("path", walk, "")).getMessage();
        assertTrue(said.endsWith("it holds walk; an array called 'path' is opened as a path"), said);
        assertTrue(PathFile.is(Path.of(file(Map.of("path", line)))));
    }

    private static void said(String words, String path) {
        DataException e = assertThrows(DataException.class, () -> NpzFile.read("path", path));
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }
}
