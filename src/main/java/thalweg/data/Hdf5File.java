package thalweg.data;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.api.WritableDataset;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * The arrays of numbers at the top of an HDF5 file: floats and whole numbers, packed or not. Groups, and arrays of anything else, are left out.
 */
public final class Hdf5File {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_ARRAYS = 1000;
    private static final long MOST_BYTES = 2_000_000_000;

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
            return arrays(hdf, path);
        } catch (DataException | CancellationException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {      // what a library does on a damaged file
            throw new DataException("'" + path + "' is damaged, or no HDF5 file of a kind that can be read"
                    + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
        }
    }

    /** Whether a file holds an array of this name; its numbers are not read. */
    static boolean holds(String name, String path) {
        try (HdfFile hdf = new HdfFile(Path.of(path))) {
            return hdf.getChildren().containsKey(name);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError _) {     // what a library does on a damaged file
            return false;
        }
    }

    private static Map<String, NumberArray> arrays(HdfFile hdf, String path) {
        Map<String, Node> children = hdf.getChildren();
        if (children.size() > MOST_ARRAYS) {
            throw new DataException("'" + path + "' holds " + children.size() + " arrays and groups; at most " + MOST_ARRAYS + " can be read");
        }
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        long room = Files.MOST_VALUES;
        for (Map.Entry<String, Node> child : children.entrySet()) {
            Wanted.ask();
            if (!(child.getValue() instanceof Dataset set) || !isNumbers(set)) {
                continue;
            }
            long count = set.getSize();
            room -= count;
            if (count < 0 || room < 0) {
                throw new DataException("'" + path + "' holds too many numbers: the array '" + child.getKey() + "' has " + count + "; at most "
                        + Files.MOST_VALUES + " can be used in all");
            }
            arrays.put(child.getKey(), numbers(set, child.getKey(), (int) count, path));
        }
        return arrays;
    }

    private static boolean isNumbers(Dataset set) {
        return !set.isCompound() && !set.isVariableLength() && !set.isEmpty()
                && List.of(double.class, float.class, long.class, int.class, short.class, byte.class).contains(set.getJavaType());
    }

    private static NumberArray numbers(Dataset set, String name, int count, String path) {
        Object flat = set.isScalar() ? set.getData() : set.getDataFlat();
        double[] values = new double[count];
        if (flat instanceof Number one) {
            values[0] = one.doubleValue();
        } else if (Array.getLength(flat) == count) {
            for (int i = 0; i < count; i++) {
                values[i] = ((Number) Array.get(flat, i)).doubleValue();
            }
        } else {
            throw new DataException("'" + path + "' is damaged: the array '" + name + "' is to have " + count + " numbers, but has "
                    + Array.getLength(flat));
        }
        return new NumberArray(Arrays.stream(set.getDimensions()).boxed().toList(), values);
    }

    /**
     * Writes arrays of one or two dimensions as float64.
     *
     * @param remarks texts by name, for arrays by name: attributes, because Octave gives up a file with texts as arrays
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
