package thalweg.data;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * The arrays of numbers at the top of an HDF5 file: floats and whole numbers, packed or not. Groups, and arrays of anything else, are left out.
 * They are read in blocks, so that a file that is given up is not read to its end; the blocks of a packed array are its own.
 */
public final class Hdf5File {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_ARRAYS = 1000;
    private static final long MOST_BYTES = 2_000_000_000;
    /** Types of numbers, in arrays and alone. */
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, float.class, long.class, int.class, short.class, byte.class,
            Double.class, Float.class, Long.class, Integer.class, Short.class, Byte.class);
    /** Numbers of a block, unless a packed array has larger ones. */
    private static final int BLOCK = 1 << 16;
    /** Numbers of a packed block that are unpacked in a second or two; h5py by itself makes blocks of a thousandth. */
    private static final int MOST_IN_BLOCK = 20_000_000;
    /** Name of the file itself among its arrays. */
    public static final String WHOLE = "/";
    /** Bytes of a text in an attribute: HDF5 keeps at most 65,535 beside the array it belongs to, and jHDF writes half of them. */
    private static final int LONGEST_ATTRIBUTE = 30_000;

    private Hdf5File() {
    }

    /** Whether a file begins as HDF5 files do. */
    static boolean is(String what, String path) {
        return Files.read(what, path, in -> Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE));
    }

    /**
     * Reads a file.
     *
     * @param what the argument that named it, for the message
     * @throws DataException if it cannot be read, is damaged, or holds more than 100 million numbers
     */
    public static Map<String, NumberArray> read(String what, String path) {
        return open(what, path, hdf -> arrays(hdf, path));
    }

    private static <T> T open(String what, String path, Function<HdfFile, T> reading) {
        Path file = Files.path(what, path);
        if (!is(what, path)) {
            throw new DataException("'" + path + "' is no HDF5 file: it does not begin as one");
        }
        try {
            long size = java.nio.file.Files.size(file);
            if (size > MOST_BYTES) {
                throw new DataException("'" + path + "' is larger than " + MOST_BYTES + " bytes, the most that is accepted");
            }
        } catch (IOException e) {
            throw new DataException("cannot read '" + path + "': " + e.getMessage(), e);
        }
        try (HdfFile hdf = new HdfFile(file)) {
            return reading.apply(hdf);
        } catch (DataException | CancellationException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {      // what a library does on a damaged file
            throw new DataException("'" + path + "' " + why(e), e);
        }
    }

    private static String why(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedHdfException) {       // as of what HDF5 2.0 packs for itself, and h5py for libver='latest' through it
                return "is of a newer kind of HDF5 than can be read (" + cause.getMessage() + "): write it with libver='earliest' or 'v114' in h5py, or"
                        + " without packing";
            }
        }
        return "is damaged, or no HDF5 file of a kind that can be read" + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
    }

    /** Whether a file holds an array of one of these names; its numbers are not read. */
    static boolean holds(String names, String path) {
        try (HdfFile hdf = new HdfFile(Path.of(path))) {
            return hdf.getChildren().keySet().stream().anyMatch(name -> name.matches(names));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError _) {     // what a library does on a damaged file
            return false;
        }
    }

    /**
     * A text that goes with a file, as {@link #write} leaves it; no array is read.
     *
     * @param what the argument that named the file, for the message
     * @param longest characters that it may have
     * @throws DataException if the file cannot be read or is damaged, or the text is longer
     */
    public static Optional<String> remark(String what, String path, String name, int longest) {
        return open(what, path, hdf -> {
            Attribute attribute = hdf.getAttributes().get(name);
            if (attribute != null && attribute.isScalar() && attribute.getJavaType() == String.class) {
                String text = (String) attribute.getData();
                requireNoLonger(text.length(), longest, name, path);
                return Optional.of(text);
            }
            if (hdf.getChildren().get(name) instanceof Dataset set && set.getJavaType() == byte.class && !set.isScalar() && !set.isEmpty()) {
                requireNoLonger(set.getSize(), longest, name, path);
                return Optional.of(new String((byte[]) set.getDataFlat(), StandardCharsets.US_ASCII));
            }
            return Optional.empty();
        });
    }

    private static void requireNoLonger(long length, int longest, String name, String path) {
        if (length > longest) {
            throw new DataException("'" + path + "': its text '" + name + "' is longer than " + longest + " characters, the most that is accepted");
        }
    }

    private static Map<String, NumberArray> arrays(HdfFile hdf, String path) {
        Map<String, Node> children = hdf.getChildren();
        if (children.size() > MOST_ARRAYS) {
            throw new DataException("'" + path + "' holds " + children.size() + " arrays and groups; at most " + MOST_ARRAYS + " can be read");
        }
        Map<String, Dataset> sets = new LinkedHashMap<>();
        long room = Files.MOST_VALUES;
        for (Map.Entry<String, Node> child : children.entrySet()) {
            Wanted.ask();
            if (!(child.getValue() instanceof Dataset set) || !isNumbers(set)) {
                continue;
            }
            long count = set.getSize();
            room -= count;
            if (count < 0 || room < 0) {                          // before any of them is read
                throw new DataException("'" + path + "' holds too many numbers: the array '" + child.getKey() + "' has " + count + "; at most "
                        + Files.MOST_VALUES + " can be used in all");
            }
            requireBlocksOfSomeSize(set, child.getKey(), path);
            sets.put(child.getKey(), set);
        }
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        sets.forEach((name, set) -> arrays.put(name, numbers(set)));
        return arrays;
    }

    /** A block is unpacked as a whole, however little of it is used, and nobody can give that up meanwhile. */
    private static void requireBlocksOfSomeSize(Dataset set, String name, String path) {
        if (set instanceof ChunkedDataset packed) {
            double numbers = Arrays.stream(packed.getChunkDimensions()).asDoubleStream().reduce(1, (a, b) -> a * b);
            if (numbers > MOST_IN_BLOCK) {
                throw new DataException(String.format(Locale.ROOT, "'%s': the array '%s' is kept in blocks of %,.0f numbers; at most %,d can be unpacked"
                        + " at once: write it in smaller ones, in h5py with chunks=True", path, name, numbers, MOST_IN_BLOCK));
            }
        }
    }

    private static boolean isNumbers(Dataset set) {
        return !set.isCompound() && !set.isVariableLength() && !set.isEmpty()
                && NUMBERS.contains(set.getJavaType());
    }

    private static NumberArray numbers(Dataset set) {
        if (set.isScalar()) {
            return new NumberArray(List.of(), new double[] {((Number) set.getData()).doubleValue()});
        }
        int[] sides = set.getDimensions();
        double[] values = new double[Math.toIntExact(set.getSize())];
        if (values.length > 0) {
            double absent = set instanceof ChunkedDataset && set.getFillValue() instanceof Number number ? number.doubleValue() : 0;
            Arrays.fill(values, absent);
            int[] block = block(set, sides, absent == 0);
            long[] from = new long[sides.length];
            do {
                Wanted.ask();
                int[] here = new int[sides.length];
                Arrays.setAll(here, k -> (int) Math.min(block[k], sides[k] - from[k]));
                if (absent == 0 || isThere(set, from)) {
                    put(set.getData(from, here), here, 0, from, sides, 0, values);
                }
            } while (next(from, block, sides));
        }
        return new NumberArray(Arrays.stream(sides).boxed().toList(), values);
    }

    /** Whether somebody wrote the block that begins here; the library takes zeros for one that is left out, whatever the array says of them. */
    private static boolean isThere(Dataset set, long[] from) {
        try {
            return ((ChunkedDataset) set).getRawChunkBuffer(Arrays.stream(from).mapToInt(Math::toIntExact).toArray()) != null;
        } catch (HdfException _) {                                // which says that there is none
            return false;
        }
    }

    /**
     * The sides of a block: as many numbers one after the other as fit, but whole blocks of a packed array, which would be unpacked twice else.
     *
     * @param several whether these may be more than one
     */
    private static int[] block(Dataset set, int[] sides, boolean several) {
        int[] block = new int[sides.length];
        Arrays.fill(block, 1);
        if (set instanceof ChunkedDataset packed) {
            int[] own = packed.getChunkDimensions();
            Arrays.setAll(block, k -> Math.clamp(own[k], 1, sides[k]));
        }
        long count = Arrays.stream(block).asLongStream().reduce(1, (a, b) -> a * b);
        for (int k = sides.length - 1; several && k >= 0; k--) {
            long times = Math.clamp(BLOCK / count, 1, Math.ceilDiv(sides[k], block[k]));
            count *= times;
            block[k] = (int) Math.min(sides[k], block[k] * times);
            if (block[k] < sides[k]) {
                break;
            }
        }
        return block;
    }

    /** Moves to the next block; whether there is one. */
    private static boolean next(long[] from, int[] block, int[] sides) {
        for (int k = sides.length - 1; k >= 0; k--) {
            from[k] += block[k];
            if (from[k] < sides[k]) {
                return true;
            }
            from[k] = 0;
        }
        return false;
    }

    /**
     * Puts a block where it belongs.
     *
     * @param part of the block: rows of rows for each side from {@code side} on
     * @param at the place of the part among all the numbers, as far as the sides before tell it, in units of {@code side}
     */
    private static void put(Object part, int[] here, int side, long[] from, int[] sides, long at, double[] values) {
        long first = at * sides[side] + from[side];
        for (int i = 0; i < here[side]; i++) {
            if (side < sides.length - 1) {
                put(Array.get(part, i), here, side + 1, from, sides, first + i, values);
            } else {
                values[(int) first + i] = switch (part) {
                    case double[] many -> many[i];
                    case float[] many -> many[i];
                    default -> ((Number) Array.get(part, i)).doubleValue();
                };
            }
        }
    }

    /**
     * Writes arrays of one or two dimensions as float64.
     *
     * @param remarks texts by name, for arrays by name, and for the {@link #WHOLE} file: attributes, because Octave gives up a file with texts as
     * arrays. Those of the file are ASCII of any length; a long one is an array of its bytes instead
     * @param spare where the file may be put together; overwritten, and removed at the end
     */
    public static void write(Map<String, NumberArray> arrays, Map<String, Map<String, String>> remarks, Path spare, OutputStream out)
            throws IOException {
        try {
            try (WritableHdfFile hdf = HdfFile.write(spare)) {
                arrays.forEach((name, array) -> {
                    WritableDataset set = hdf.putDataset(name, array.shape().size() == 1 ? array.values() : rows(array));
                    remarks.getOrDefault(name, Map.of()).forEach(set::putAttribute);
                });
                remarks.getOrDefault(WHOLE, Map.of()).forEach((name, text) -> {
                    if (text.length() <= LONGEST_ATTRIBUTE) {
                        hdf.putAttribute(name, text);
                    } else {
                        hdf.putDataset(name, text.getBytes(StandardCharsets.US_ASCII));
                    }
                });
            }
            java.nio.file.Files.copy(spare, out);
        } finally {
            java.nio.file.Files.deleteIfExists(spare);
        }
    }

    private static double[][] rows(NumberArray array) {
        int width = array.shape().get(1);
        double[][] rows = new double[array.shape().get(0)][];
        for (int j = 0; j < rows.length; j++) {
            rows[j] = Arrays.copyOfRange(array.values(), j * width, (j + 1) * width);
        }
        return rows;
    }
}
