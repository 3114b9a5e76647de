package thalweg.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * Surfaces and curves sampled by someone else, and paths across them.
 *
 * <p>Our own files, {@code .npz} or HDF5, hold {@code alphas} (na), {@code betas} (nb) and {@code loss} (nb x na); a curve has no betas. HDF5
 * files of the reference code of Li, Xu, Taylor, Studer and Goldstein (2018) hold {@code xcoordinates}, {@code ycoordinates}, {@code train_loss}
 * and {@code train_acc}, with -1 where nothing was computed. That code stores rows into columns unless a surface is square, where it stands as
 * [y][x]; so others are refused. Its projections hold {@code proj_xcoord} and {@code proj_ycoord}.
 */
public final class SurfaceFile {
    private static final int MOST_NODES = 4096;
    /** Distances between coordinates may differ by this part: more than single precision leaves of those within a few steps of 0. */
    private static final double EVEN = 1e-3;
    /** Where the reference code writes that it has not been. */
    private static final double NOT_COMPUTED = -1;

    private SurfaceFile() {
    }

    /**
     * Reads a surface, or a curve: a grid of one row.
     *
     * @param what the argument that named the file, for the message
     * @param values the name of the array; empty: loss, or train_loss
     * @throws DataException if it cannot be read, is damaged, or holds no surface
     */
    public static Grid read(String what, String path, String values) {
        Map<String, NumberArray> arrays = Hdf5File.is(what, path) ? Hdf5File.read(what, path) : NpzFile.read(what, path);
        if (arrays.containsKey("xcoordinates")) {
            return ofReference(arrays, values.isEmpty() ? "train_loss" : values, path);
        }
        if (!arrays.containsKey("alphas")) {
            throw new DataException("'" + path
                    + "' holds no surface: neither the array 'alphas', as files of Thalweg do, nor 'xcoordinates', as those of"
                    + " the code of Li et al.; " + (arrays.isEmpty() ? "it holds no numbers" : "it holds " + String.join(", ", arrays.keySet())));
        }
        double[] alphas = line(arrays, "alphas", path);
        double[] betas = arrays.containsKey("betas") ? line(arrays, "betas", path) : new double[] {0};
        NumberArray z = NpzFile.array(arrays, values.isEmpty() ? "loss" : values, path);
        String name = values.isEmpty() ? "loss" : values;
        boolean curve = betas.length == 1 && z.shape().equals(List.of(alphas.length));
        if (!curve && !z.shape().equals(List.of(betas.length, alphas.length))) {
            throw new DataException("'" + path + "': the array '" + name + "' must have a row for each of betas and a column for each of alphas, "
                    + List.of(betas.length, alphas.length) + ", but has the shape " + z.shape());
        }
        return grid(alphas, "alphas", betas, "betas", z.values(), path);
    }

    private static Grid ofReference(Map<String, NumberArray> arrays, String name, String path) {
        double[] x = line(arrays, "xcoordinates", path);
        double[] y = arrays.containsKey("ycoordinates") ? line(arrays, "ycoordinates", path) : new double[] {0};
        NumberArray z = NpzFile.array(arrays, name, path);
        boolean curve = y.length == 1;
        if (!curve && x.length != y.length) {
            throw new DataException("'" + path + "' holds " + x.length + " x " + y.length + " values of '" + name
                    + "'; the code of Li et al. stores surfaces that are not square in an order that cannot be told: sample as many y as x");
        }
        if (!z.shape().equals(curve ? List.of(x.length) : List.of(y.length, x.length)) && !(curve && z.shape().equals(List.of(x.length, 1)))) {
            throw new DataException("'" + path + "': the array '" + name + "' must have a value for each of the " + x.length
                    + (curve ? "" : " x " + y.length) + " coordinates, but has the shape " + z.shape());
        }
        double[] known = Arrays.stream(z.values()).map(v -> v == NOT_COMPUTED ? Double.NaN : v).toArray();
        return grid(x, "xcoordinates", y, "ycoordinates", known, path);
    }

    /**
     * Reads a path across a surface: points of one plane.
     *
     * @throws DataException if it cannot be read, is damaged, or holds no path
     */
    public static List<Vec> path(String what, String path) {
        Map<String, NumberArray> arrays = Hdf5File.is(what, path) ? Hdf5File.read(what, path) : NpzFile.read(what, path);
        double[] x = flat(arrays, "proj_xcoord", path);
        double[] y = flat(arrays, "proj_ycoord", path);
        if (x.length != y.length || x.length == 0) {
            throw new DataException("'" + path + "': proj_xcoord and proj_ycoord must have as many numbers, at least one, but have " + x.length
                    + " and "
                    + y.length);
        }
        List<Vec> points = new ArrayList<>();
        for (int k = 0; k < x.length; k++) {
            points.add(Vec.of(x[k], y[k]));
        }
        return points;
    }

    private static double[] flat(Map<String, NumberArray> arrays, String name, String path) {
        double[] values = NpzFile.array(arrays, name, path).values();
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new DataException("'" + path + "': the array '" + name + "' holds a number that is not finite");
        }
        return values;
    }

    private static double[] line(Map<String, NumberArray> arrays, String name, String path) {
        NumberArray array = NpzFile.array(arrays, name, path);
        if (array.shape().size() != 1 || array.values().length == 0 || array.values().length > MOST_NODES) {
            throw new DataException("'" + path + "': the array '" + name + "' must hold 1 to " + MOST_NODES + " numbers in a row, but has the shape "
                    + array.shape());
        }
        return flat(arrays, name, path);
    }

    private static Grid grid(double[] x, String xName, double[] y, String yName, double[] values, String path) {
        if (x.length < 2) {
            throw new DataException("'" + path + "': the array '" + xName + "' must hold at least 2 numbers, but holds 1");
        }
        Range xs = range(x, xName, path);
        Range ys = y.length == 1 ? new Range(0, 1) : range(y, yName, path);
        boolean left = x[0] > x[x.length - 1];
        boolean down = y[0] > y[y.length - 1];
        double[] turned = new double[values.length];
        for (int j = 0; j < y.length; j++) {
            for (int i = 0; i < x.length; i++) {
                turned[j * x.length + i] = values[(down ? y.length - 1 - j : j) * x.length + (left ? x.length - 1 - i : i)];
            }
        }
        return new Grid(xs, ys, x.length, y.length, turned);
    }

    private static Range range(double[] at, String name, String path) {
        double first = at[0];
        double last = at[at.length - 1];
        double step = (last - first) / (at.length - 1);
        for (int i = 0; i < at.length; i++) {
            if (!(Math.abs(first + i * step - at[i]) <= EVEN * Math.abs(step)) || step == 0) {
                throw new DataException("'" + path + "': the numbers in '" + name + "' must lie at even distances, but number " + (i + 1) + " is "
                        + at[i]
                        + " instead of " + (float) (first + i * step));
            }
        }
        return new Range(Math.min(first, last), Math.max(first, last));
    }
}
