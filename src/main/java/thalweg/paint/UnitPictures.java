package thalweg.paint;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import thalweg.data.DataSet;
import thalweg.data.ImageShape;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.network.Activation;
import thalweg.network.Architecture;
import thalweg.network.Layer;
import thalweg.network.Loss;
import thalweg.network.NetworkObjective;

/**
 * What the units of a network see, as small pictures: their activations over the plane of two inputs, or over the line of one; of the first
 * layer on images their weights.
 *
 * @param images by column (the inputs first) and unit; a column without pictures is empty
 */
record UnitPictures(List<List<BufferedImage>> images) {
    static final UnitPictures NONE = new UnitPictures(List.of());
    private static final int NODES = 40;
    private static final int FEWEST = 8;
    /** Multiplications that pictures may take: some 20 ms. */
    private static final double MOST = 5e7;

    /** How pictures of this model can be made. */
    enum Kind { PLANE, LINE, IMAGE, NONE }

    static Kind kind(NetworkObjective model) {
        int d = model.data().dimension();
        double weights = model.dimension();
        return model.data().image().isPresent() ? Kind.IMAGE : d > 2 || weights * FEWEST * FEWEST > MOST ? Kind.NONE
                : d == 2 ? Kind.PLANE : Kind.LINE;
    }

    static UnitPictures of(NetworkObjective model, Vec theta, Theme theme) {
        return switch (kind(model)) {
            case PLANE -> plane(model, theta.toArray(), theme, (int) Math.clamp(Math.sqrt(MOST / model.dimension()), FEWEST, NODES));
            case LINE -> line(model, theta.toArray(), theme);
            case IMAGE -> weights(model.architecture(), theta, model.data().image().orElseThrow(), theme);
            case NONE -> NONE;
        };
    }

    private static Range range(DataSet data, int feature) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < data.size(); i++) {
            low = Math.min(low, data.feature(i, feature));
            high = Math.max(high, data.feature(i, feature));
        }
        double margin = Math.max(0.08 * (high - low), 1e-9 * Math.max(1, Math.abs(high)));
        return Axis.shown(low - margin, high + margin);
    }

    private static UnitPictures plane(NetworkObjective model, double[] theta, Theme theme, int n) {
        Range x = range(model.data(), 0);
        Range y = range(model.data(), 1);
        double[] features = new double[2 * n * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                features[2 * (j * n + i)] = x.at((i + 0.5) / n);
                features[2 * (j * n + i) + 1] = y.at(1 - (j + 0.5) / n);
            }
        }
        List<List<BufferedImage>> images = new ArrayList<>();
        images.add(List.of(image(n, n, theme, k -> 2 * (k % n + 0.5) / n - 1), image(n, n, theme, k -> 1 - 2 * (k / n + 0.5) / n)));
        List<double[]> all = model.activations(theta, features);
        for (int l = 0; l < all.size(); l++) {
            Parts parts = new Parts(model, l, all.get(l), n * n);
            List<BufferedImage> layer = new ArrayList<>();
            for (int unit = 0; unit < parts.out; unit++) {
                int u = unit;
                double largest = parts.largest(u);
                layer.add(image(n, n, theme, k -> parts.part(k, u, largest)));
            }
            images.add(layer);
        }
        return new UnitPictures(images);
    }

    private static UnitPictures line(NetworkObjective model, double[] theta, Theme theme) {
        Range x = range(model.data(), 0);
        double[] features = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            features[i] = x.at((i + 0.5) / NODES);
        }
        List<List<BufferedImage>> images = new ArrayList<>();
        images.add(List.of(image(NODES, 1, theme, k -> 2 * (k + 0.5) / NODES - 1)));
        List<double[]> all = model.activations(theta, features);
        for (int l = 0; l < all.size(); l++) {
            Parts parts = new Parts(model, l, all.get(l), NODES);
            List<BufferedImage> layer = new ArrayList<>();
            for (int unit = 0; unit < parts.out; unit++) {
                int u = unit;
                double largest = parts.largest(u);
                layer.add(image(NODES, 1, theme, k -> parts.part(k, u, largest)));
            }
            images.add(layer);
        }
        return new UnitPictures(images);
    }

    /** Weights of the first layer, channels added up. */
    private static UnitPictures weights(Architecture a, Vec theta, ImageShape shape, Theme theme) {
        Layer layer = a.layers().getFirst();
        int plane = shape.width() * shape.height();
        if (layer.in() != shape.size()) {
            return NONE;
        }
        List<BufferedImage> units = new ArrayList<>();
        for (int j = 0; j < Math.min(layer.out(), MOST_IMAGES); j++) {
            double[] sums = new double[plane];
            double largest = 0;
            for (int i = 0; i < plane; i++) {
                for (int c = 0; c < shape.channels(); c++) {
                    sums[i] += theta.get(layer.weightsAt() + j * layer.in() + c * plane + i);
                }
                largest = Math.max(largest, Math.abs(sums[i]));
            }
            double scale = largest > 0 ? largest : 1;
            units.add(image(shape.width(), shape.height(), theme, k -> sums[k] / scale));
        }
        return new UnitPictures(List.of(List.of(), units));
    }

    private static final int MOST_IMAGES = 4096;

    /** The picture of a unit, if there is one. */
    BufferedImage image(int column, int unit) {
        return column < images.size() && unit < images.get(column).size() ? images.get(column).get(unit) : null;
    }

    boolean has(int column, int unit) {
        return column < images.size() && unit < images.get(column).size();
    }

    private interface Pixels {
        double part(int k);
    }

    private static BufferedImage image(int width, int height, Theme theme, Pixels pixels) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < width * height; k++) {
            image.setRGB(k % width, k / width, Signed.area(theme, pixels.part(k)).getRGB());
        }
        return image;
    }

    /** Activations as parts from -1 to 1 of what a unit can say: of a probability or sigmoid from 0 to 1, else of the largest there is. */
    static final class Parts {
        private final double[] values;
        private final int rows;
        private final boolean probability;
        final int out;

        Parts(NetworkObjective model, int layer, double[] activations, int rows) {
            Layer l = model.architecture().layers().get(layer);
            boolean last = layer == model.architecture().layers().size() - 1;
            out = l.out();
            this.rows = rows;
            boolean scores = last && (model.loss() == Loss.BINARY_CROSS_ENTROPY || model.loss() == Loss.CROSS_ENTROPY);
            probability = scores || l.activation() == Activation.SIGMOID && !l.skipped() && !last;
            values = scores ? model.probabilities(activations) : activations;
        }

        double largest(int unit) {
            double largest = 0;
            for (int k = 0; k < rows; k++) {
                double v = Math.abs(values[k * out + unit]);
                largest = v > largest ? v : largest;
            }
            return largest > 0 ? largest : 1;
        }

        double part(int row, int unit, double largest) {
            double v = values[row * out + unit];
            return probability ? 2 * v - 1 : v / largest;
        }
    }
}
