package thalweg.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/**
 * Grey images and their labels in IDX files, as MNIST and Fashion-MNIST are distributed; packed with gzip or not. Values become 0 to 1.
 *
 * <p>The format: two zero bytes, a type (8: unsigned byte), the number of dimensions, each dimension as a big-endian int, then the bytes.
 */
@Entry(id = "idx", label = "IDX (MNIST)", group = "My data", help = "Images and labels in two IDX files, such as MNIST's; .gz may stay packed.",
        source = "LeCun, Cortes and Burges, The MNIST database of handwritten digits")
public record IdxFiles(
        @Knob(label = "images", help = "File with the images, such as train-images-idx3-ubyte.gz.")
        String images,
        @Knob(label = "labels", help = "File with the labels, such as train-labels-idx1-ubyte.gz.")
        String labels,
        @Knob(label = "limit", value = 10_000, min = 100, max = 60_000, log = true, least = 1, most = 1_000_000,
                help = "Only the first so many images.")
        int limit) implements DataSource {
    private static final int LARGEST_SIDE = 4096;

    @Override
    public DataSet make(long seed) {
        return make(seed, () -> false);
    }

    @Override
    public DataSet make(long seed, BooleanSupplier cancelled) {
        byte[] classes = Files.read("labels", labels, cancelled, this::readLabels);
        return Files.read("images", images, cancelled, in -> readImages(in, classes));
    }

    private byte[] readLabels(InputStream in) throws IOException {
        int[] size = header(in, labels, 1);
        byte[] classes = new byte[Math.min(limit, size[0])];
        Files.fill(in, classes, labels, "its " + size[0] + " labels");
        if (classes.length == size[0]) {
            Files.end(in, labels, "its " + size[0] + " labels");
        }
        return classes;
    }

    private DataSet readImages(InputStream in, byte[] classes) throws IOException {
        int[] size = header(in, images, 3);
        int m = Math.min(limit, size[0]);
        if (m != classes.length) {
            throw new DataException("'" + images + "' holds " + size[0] + " images, but '" + labels + "' has labels for " + classes.length
                    + (classes.length == limit ? " or more" : ""));
        }
        if (size[1] > LARGEST_SIDE || size[2] > LARGEST_SIDE) {
            throw new DataException("'" + images + "' says that images are " + size[2] + " x " + size[1] + "; at most " + LARGEST_SIDE + " x "
                    + LARGEST_SIDE + " can be used");
        }
        ImageShape shape = new ImageShape(size[2], size[1], 1);
        Files.values(m, shape.size(), images);
        double[] x = new double[m * shape.size()];
        double[] y = new double[m];
        byte[] pixels = new byte[shape.size()];
        int highest = 1;
        for (int i = 0; i < m; i++) {
            Files.fill(in, pixels, images, "image " + (i + 1) + " of " + size[0]);
            for (int j = 0; j < pixels.length; j++) {
                x[i * pixels.length + j] = (pixels[j] & 0xff) / 255.0;
            }
            y[i] = classes[i] & 0xff;
            highest = Math.max(highest, classes[i] & 0xff);
        }
        if (m == size[0]) {
            Files.end(in, images, "its " + m + " images");
        }
        if (m > 1 && Arrays.stream(y).allMatch(label -> label == y[0])) {
            throw new DataException("'" + labels + "' has only one class, " + (int) y[0] + "; a classifier needs at least two");
        }
        return new DataSet(Files.path("images", images).getFileName().toString(), x, y, List.of(), "class", Plane.names(highest + 1),
                Optional.of(shape));
    }

    private static int[] header(InputStream in, String path, int dimensions) throws IOException {
        byte[] magic = new byte[4];
        Files.fill(in, magic, path, "its first four bytes");
        if (magic[0] != 0 || magic[1] != 0 || magic[2] != 8 || magic[3] != dimensions) {
            throw new DataException("'" + path + "' must start with the bytes 0 0 8 " + dimensions + " of an IDX file of "
                    + (dimensions == 1 ? "labels" : "images") + ", but starts with " + (magic[0] & 0xff) + " " + (magic[1] & 0xff) + " "
                    + (magic[2] & 0xff) + " " + (magic[3] & 0xff));
        }
        int[] size = new int[dimensions];
        byte[] number = new byte[4];
        for (int i = 0; i < dimensions; i++) {
            Files.fill(in, number, path, "its header");
            size[i] = (number[0] & 0xff) << 24 | (number[1] & 0xff) << 16 | (number[2] & 0xff) << 8 | number[3] & 0xff;
            if (size[i] < 1) {
                throw new DataException("'" + path + "': size " + (i + 1) + " of its header must be from 1 to 2147483647, but was "
                        + (size[i] & 0xffffffffL));
            }
        }
        return size;
    }
}
