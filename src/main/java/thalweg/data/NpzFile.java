package thalweg.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The arrays of numbers in a NumPy {@code .npz} file (NumPy format specification, versions 1 to 3): floats and whole numbers of any size and byte
 * order, in C or Fortran order. Arrays of anything else are left out.
 */
public final class NpzFile {
    private static final int MOST_ARRAYS = 10_000;
    private static final int LONGEST_HEADER = 65_535;
    private static final Pattern HEADER = Pattern.compile(
            "'descr'\\s*:\\s*'([<>|=])([fiub])(\\d+)'.*'fortran_order'\\s*:\\s*(True|False).*'shape'\\s*:\\s*\\(([0-9, ]*)\\)", Pattern.DOTALL);

    private NpzFile() {
    }

    /**
     * Reads a file.
     *
     * @param what the argument that named it, for the message
     * @throws DataException if it cannot be read, is damaged, or holds more than 100 million numbers
     */
    public static Map<String, NumberArray> read(String what, String path) {
        return Files.read(what, path, in -> arrays(in, path));
    }

    /**
     * Refuses a file of {@code np.save}: it has no names, by which arrays are told apart.
     *
     * @throws DataException saying what to do instead
     */
    public static void requireNoSingleArray(String path) {
        if (path.toLowerCase(Locale.ROOT).endsWith(".npy")) {
            throw new DataException("'" + path + "' is a single array without a name: write it with np.savez, which takes names, to a file ending"
                    + " in .npz");
        }
    }

    /**
     * The names of the arrays in a file, without their numbers: by the zip's own list at its end.
     *
     * @throws DataException if it cannot be read
     */
    static List<String> names(String what, String path) {
        try (ZipFile zip = new ZipFile(Files.path(what, path).toFile())) {
            return zip.stream().map(ZipEntry::getName).filter(n -> n.endsWith(".npy")).map(n -> n.substring(0, n.length() - ".npy".length()))
                    .toList();
        } catch (IOException e) {
            throw new DataException("cannot read '" + path + "': " + e.getMessage(), e);
        }
    }

    /**
     * One array of a file.
     *
     * @throws DataException if it is not there, naming those that are
     */
    public static NumberArray array(Map<String, NumberArray> arrays, String name, String path) {
        return Optional.ofNullable(arrays.get(name)).orElseThrow(() -> new DataException("'" + path + "' holds no array of numbers '" + name + "'; "
                + (arrays.isEmpty() ? "it holds none" : "it holds " + String.join(", ", arrays.keySet()))));
    }

    private static Map<String, NumberArray> arrays(InputStream in, String path) throws IOException {
        byte[] start = new byte[4];
        in.mark(start.length);
        boolean zip = in.readNBytes(start, 0, start.length) == start.length && start[0] == 'P' && start[1] == 'K';
        in.reset();
        if (!zip) {
            throw new DataException("'" + path + "' is no .npz file: it is not a zip of arrays");
        }
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        long[] room = {Files.MOST_VALUES};
        ZipInputStream zipped = new ZipInputStream(in);
        for (ZipEntry entry = zipped.getNextEntry(); entry != null; entry = zipped.getNextEntry()) {
            if (entry.getName().endsWith(".npy")) {
                String name = entry.getName().substring(0, entry.getName().length() - ".npy".length());
                try {
                    array(zipped, name, path, room).ifPresent(a -> arrays.put(name, a));
                } catch (EOFException _) {
                    throw new DataException("'" + path + "' is cut short: it ends within the array '" + name + "'");
                }
            }
            if (arrays.size() > MOST_ARRAYS) {
                throw new DataException("'" + path + "' holds more than " + MOST_ARRAYS + " arrays");
            }
        }
        return arrays;
    }

    private static Optional<NumberArray> array(InputStream in, String name, String path, long[] room) throws IOException {
        byte[] magic = bytes(in, 8);
        if (magic[0] != (byte) 0x93 || !new String(magic, 1, 5, StandardCharsets.US_ASCII).equals("NUMPY") || magic[6] < 1 || magic[6] > 3) {
            throw new DataException("'" + path + "': the array '" + name + "' does not begin as NumPy writes them");
        }
        ByteBuffer length = ByteBuffer.wrap(bytes(in, magic[6] == 1 ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        int size = magic[6] == 1 ? length.getShort() & 0xffff : length.getInt();
        if (size < 0 || size > LONGEST_HEADER) {
            throw new DataException("'" + path + "': the array '" + name + "' says that its head has " + size + " bytes; at most " + LONGEST_HEADER
                    + " are allowed");
        }
        Matcher head = HEADER.matcher(new String(bytes(in, size), StandardCharsets.UTF_8));
        if (!head.find()) {
            return Optional.empty();                              // texts and records
        }
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        for (String part : head.group(5).replace(" ", "").split(",")) {
            if (!part.isEmpty()) {
                long side = part.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(part);
                count = Math.min(count * side, Long.MAX_VALUE >> 32);
                shape.add((int) side);
            }
        }
        room[0] -= count;
        if (room[0] < 0) {
            throw new DataException("'" + path + "' holds too many numbers: the array '" + name + "' has the shape (" + head.group(5) + "); at most "
                    + Files.MOST_VALUES + " can be used in all");
        }
        int width = Integer.parseInt(head.group(3));
        char kind = head.group(2).charAt(0);
        if (!List.of(1, 2, 4, 8).contains(width) || kind == 'f' && width < 4) {
            throw new DataException("'" + path + "': the array '" + name + "' holds numbers of type " + kind + width
                    + "; float32, float64 and whole numbers can be read");
        }
        ByteOrder order = head.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        double[] values = values(in, (int) count, kind, width, order);
        return Optional.of(new NumberArray(shape, head.group(4).equals("True") ? transposed(values, shape) : values));
    }

    private static double[] values(InputStream in, int count, char kind, int width, ByteOrder order) throws IOException {
        double[] values = new double[count];
        int block = 8192;
        for (int from = 0; from < count; from += block) {
            Wanted.ask();
            int n = Math.min(block, count - from);
            ByteBuffer b = ByteBuffer.wrap(bytes(in, n * width)).order(order);
            for (int i = from; i < from + n; i++) {
                values[i] = switch (width) {
                    case 1 -> kind == 'u' || kind == 'b' ? b.get() & 0xff : b.get();
                    case 2 -> kind == 'u' ? b.getShort() & 0xffff : b.getShort();
                    case 4 -> kind == 'f' ? b.getFloat() : kind == 'u' ? b.getInt() & 0xffffffffL : b.getInt();
                    default -> kind == 'f' ? b.getDouble() : b.getLong();
                };
            }
        }
        return values;
    }

    /** Fortran's order, the first index running fastest, into C's. */
    private static double[] transposed(double[] values, List<Integer> shape) {
        double[] made = new double[values.length];
        int[] index = new int[shape.size()];
        for (double value : values) {
            int at = 0;
            for (int k = 0; k < index.length; k++) {
                at = at * shape.get(k) + index[k];
            }
            made[at] = value;
            for (int k = 0; k < index.length && ++index[k] == shape.get(k); k++) {
                index[k] = 0;
            }
        }
        return made;
    }

    private static byte[] bytes(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }
}
