package thalweg.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Turns;

/** CIFAR-10's binary batches: records of one label and 3,072 bytes, red, green, then blue, row by row. Values become 0 to 1. */
@Entry(id = "cifar10", label = "CIFAR-10", group = "My data", help = "CIFAR-10's binary version: its folder, or one of the .bin files in it.",
        source = "Krizhevsky 2009, Learning Multiple Layers of Features from Tiny Images")
public record Cifar10Files(
        @Knob(label = "path", help = "The folder cifar-10-batches-bin (its data_batch files are read), or one .bin file.")
        String path,
        @Knob(label = "limit", value = 5000, min = 100, max = 30_000, log = true, least = 1, most = 32_000, help = "Only the first so many images.")
        int limit) implements DataSource {
    private static final int SIZE = 3072;
    private static final List<String> NAMES = List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    @Override
    public DataSet make(long seed) {
        return make(seed, () -> false);
    }

    @Override
    public DataSet make(long seed, BooleanSupplier cancelled) {
        double[] x = new double[0];
        double[] y = new double[0];
        int m = 0;
        for (String file : files()) {
            if (m < limit) {
                byte[] records = records(file, limit - m, cancelled);
                int more = records.length / (SIZE + 1);
                x = Arrays.copyOf(x, (m + more) * SIZE);
                y = Arrays.copyOf(y, m + more);
                convert(records, file, x, y, m, cancelled);
                m += more;
            }
        }
        double first = y[0];
        if (m > 1 && Arrays.stream(y).allMatch(label -> label == first)) {
            throw new DataException("'" + path + "' has only one class, " + NAMES.get((int) first) + "; a classifier needs at least two");
        }
        return new DataSet("CIFAR-10", x, y, List.of(), "class", NAMES, Optional.of(new ImageShape(32, 32, 3)));
    }

    /**
     * The batches, in order.
     *
     * @throws DataException if the path is a folder that has none or cannot be read
     */
    List<String> files() {
        Path at = Files.path("path", path);
        if (!java.nio.file.Files.isDirectory(at)) {
            return List.of(path);
        }
        try (Stream<Path> all = java.nio.file.Files.list(at)) {
            List<String> found = all.filter(f -> f.getFileName().toString().matches("data_batch.*\\.bin(\\.gz)?")).map(Path::toString).sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new DataException("the folder '" + path + "' has no file data_batch_1.bin; it must be the one that CIFAR-10's binary "
                        + "version unpacks to, or name one .bin file");
            }
            return found;
        } catch (IOException e) {
            throw new DataException("cannot read the folder '" + path + "': " + e.getMessage(), e);
        }
    }

    /** Whole records; a rest is an error, and so is none. */
    private static byte[] records(String file, int most, BooleanSupplier cancelled) {
        byte[] bytes = Files.read("path", file, cancelled, in -> whole(in, file, most));
        if (bytes.length == 0) {
            throw new DataException("'" + file + "' is empty");
        }
        int rest = bytes.length % (SIZE + 1);
        if (rest > 0) {
            throw new DataException("'" + file + "' is cut short or no CIFAR-10 batch: it must be records of " + (SIZE + 1) + " bytes, but after "
                    + bytes.length / (SIZE + 1) + " of them " + rest + " bytes are left");
        }
        return bytes;
    }

    private static byte[] whole(InputStream in, String file, int most) throws IOException {
        try {
            return in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, (long) most * (SIZE + 1)));
        } catch (java.io.EOFException e) {
            throw new DataException("'" + file + "' is cut short: its gzip packing ends early", e);
        }
    }

    private static void convert(byte[] records, String file, double[] x, double[] y, int from, BooleanSupplier cancelled) {
        for (int i = 0; i < records.length / (SIZE + 1); i++) {
            Turns.ask(cancelled);
            int at = i * (SIZE + 1);
            int label = records[at] & 0xff;
            if (label >= NAMES.size()) {
                throw new DataException("'" + file + "': the label of image " + (i + 1) + " must be 0 to 9, but was " + label
                        + "; is it CIFAR-100, or no CIFAR file?");
            }
            y[from + i] = label;
            for (int j = 0; j < SIZE; j++) {
                x[(from + i) * SIZE + j] = (records[at + 1 + j] & 0xff) / 255.0;
            }
        }
    }
}
