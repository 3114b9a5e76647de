package thalweg.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
 *
 * <p>Those of any other program hold {@code x} and {@code y}, in a row or as meshgrid makes them, and {@code z}, {@code loss} or the like with a row
 * for each y; or they are a CSV with a line for each node, in any order, in columns such as {@code x, y, z} or {@code alpha, beta, loss}, or two of
 * any name beside one of these for the height.
 */
public final class SurfaceFile {
    private static final int MOST_NODES = 4096;
    /** Distances between coordinates may differ by this part: more than single precision leaves of those within a few steps of 0. */
    private static final double EVEN = 1e-3;
    /** Coordinates of one row or column may differ by this part of the largest: single precision leaves so much. */
    private static final double EQUAL = 1e-6;
    /** Where the reference code writes that it has not been. */
    private static final double NOT_COMPUTED = -1;

    private static final List<String> ACROSS = List.of("x", "xs", "a", "alpha", "theta_0");
    private static final List<String> ALONG = List.of("y", "ys", "b", "beta", "theta_1");
    private static final List<String> HEIGHTS = List.of("loss", "z", "zs", "f", "j", "cost", "value", "values", "height");
    private static final int LONGEST_HEADING = 4096;

    private SurfaceFile() {
    }

    /** Whether a file may be a surface, as its name alone does not tell of a CSV: it has the columns; whether a line for each node is told by reading. */
    public static boolean mayBeTable(java.nio.file.Path file) {
        String path = file.toString();
        try {
            if (!path.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)")) {
                return false;
            }
            List<String> heading = Files.read("path", path,
                    in -> PathFile.firstLine(new String(in.readNBytes(LONGEST_HEADING), StandardCharsets.UTF_8)));
            int height = index(heading, HEIGHTS);
            return height >= 0 && across(heading, height).size() == 2;
        } catch (RuntimeException _) {
            return false;                                         // whoever reads it will say what is wrong
        }
    }

    /** The columns of coordinates: those with a name for one, or else the two beside the height, whatever they are called. */
    private static List<Integer> across(List<String> heading, int height) {
        int x = index(heading, ACROSS);
        int y = index(heading, ALONG);
        if (x >= 0) {
            return y < 0 ? List.of(x) : List.of(x, y);
        }
        List<Integer> others = IntStream.range(0, heading.size()).filter(c -> c != height && !PathFile.isIndex(heading.get(c))).boxed().toList();
        return height >= 0 && others.size() == 2 ? others : List.of();
    }

    private static int index(List<String> names, List<String> wanted) {
        return wanted.stream().mapToInt(names::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
    }

    /**
     * Reads a surface, or a curve: a grid of one row.
     *
     * @param what the argument that named the file, for the message
     * @param values the name of the array; empty: loss, or train_loss
     * @throws DataException if it cannot be read, is damaged, or holds no surface
     */
    public static Grid read(String what, String path, String values) {
        return surface(what, path, values).grid();
    }

    /** The same with the names of its axes. */
    public static Surface surface(String what, String path, String values) {
        NpzFile.requireNoSingleArray(path);
        if (path.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)")) {
            return table(what, path, values);
        }
        boolean hdf = Hdf5File.is(what, path);
        Map<String, NumberArray> arrays = hdf ? Hdf5File.read(what, path) : NpzFile.read(what, path);
        if (arrays.containsKey("xcoordinates")) {
            return ofReference(arrays, values.isEmpty() ? "train_loss" : values, path);
        }
        if (!arrays.containsKey("alphas")) {
            List<String> names = arrays.keySet().stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
            List<String> keys = List.copyOf(arrays.keySet());
            int x = index(names, ACROSS);
            int z = values.isEmpty() ? index(names, HEIGHTS) : keys.indexOf(values);
            if (x >= 0 && z >= 0) {
                int y = index(names, ALONG);
                return ofOthers(arrays, keys.get(x), y < 0 ? Optional.empty() : Optional.of(keys.get(y)), keys.get(z), path);
            }
            throw new DataException("'" + path
                    + "' holds no surface: neither the array 'alphas', as files of Thalweg do, nor 'xcoordinates', as those of"
                    + " the code of Li et al., nor x, y and z; "
                    + (arrays.isEmpty() ? "it holds no numbers" : "it holds " + String.join(", ", arrays.keySet())
                    + (hdf ? "" : "; an array called 'path' is opened as a path")));
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

    /** Coordinates in a row each, or both at every node as meshgrid makes them. */
    private static Surface ofOthers(Map<String, NumberArray> arrays, String xName, Optional<String> yName, String zName, String path) {
        NumberArray x = arrays.get(xName);
        NumberArray z = arrays.get(zName);
        boolean turned = false;                                   // a column for each y
        Map<String, NumberArray> rows = new HashMap<>(arrays);
        if (yName.isPresent() && x.shape().size() == 2 && x.shape().equals(arrays.get(yName.get()).shape()) && x.values().length > 0) {
            int width = x.shape().get(1);
            int height = x.shape().get(0);
            turned = width > 1 && x.values()[0] == x.values()[1];
            NumberArray y = arrays.get(yName.get());
            if (!isAlong(x, !turned) || !isAlong(y, turned)) {
                throw new DataException("'" + path + "': '" + xName + "' and '" + yName.get() + "' must be the coordinates of a grid, as meshgrid makes"
                        + " them: a column for each " + xName + " and a row for each " + yName.get() + ", or the other way round");
            }
            rows.put(xName, turned ? every(x, width, height) : every(x, 1, width));
            rows.put(yName.get(), turned ? every(y, 1, width) : every(y, width, height));
        }
        double[] across = line(rows, xName, path);
        double[] along = yName.isPresent() ? line(rows, yName.get(), path) : new double[] {0};
        List<Integer> shape = List.of(along.length, across.length);
        turned |= !z.shape().equals(shape) && z.shape().equals(shape.reversed());
        if (!(yName.isEmpty() && z.shape().equals(List.of(across.length))) && !z.shape().equals(turned ? shape.reversed() : shape)) {
            throw new DataException("'" + path + "': the array '" + zName + "' must have a row for each of " + yName.orElse("y")
                    + " and a column for each of " + xName + ", " + shape + ", but has the shape " + z.shape());
        }
        double[] heights = z.values();
        if (turned) {
            heights = new double[z.values().length];
            for (int k = 0; k < heights.length; k++) {
                heights[k] = z.values()[k % across.length * along.length + k / across.length];
            }
        }
        return grid(across, xName, along, yName.orElse("y"), heights, path);
    }

    /** Whether all rows are equal, or all columns, but for rounding. */
    private static boolean isAlong(NumberArray array, boolean rows) {
        int width = array.shape().get(1);
        double[] values = array.values();
        double near = EQUAL * Arrays.stream(values).map(Math::abs).max().orElse(0);
        return IntStream.range(0, values.length).allMatch(k -> Math.abs(values[k] - values[rows ? k % width : k - k % width]) <= near);
    }

    private static NumberArray every(NumberArray array, int step, int count) {
        return new NumberArray(List.of(count), IntStream.range(0, count).mapToDouble(k -> array.values()[k * step]).toArray());
    }

    /** A line for each node, in any order. */
    private static Surface table(String what, String path, String values) {
        return PathFile.lines(what, path, lines -> {
            CsvRecord first = lines.next();
            List<String> heading = PathFile.heading(first);
            int z = values.isEmpty() ? index(heading, HEIGHTS) : heading.indexOf(values.toLowerCase(Locale.ROOT));
            List<Integer> across = across(heading, z);
            int x = across.isEmpty() ? -1 : across.getFirst();
            int y = across.size() < 2 ? -1 : across.getLast();
            if (x < 0 || z < 0) {
                throw new DataException("'" + path + "' holds no surface: it needs a heading with columns such as x, y, z or alpha, beta, loss, and"
                        + " a line for each node; its first line is " + String.join(", ", heading));
            }
            List<double[]> nodes = new ArrayList<>();
            while (lines.hasNext()) {
                Wanted.ask();
                CsvRecord line = lines.next();
                if (line.getFieldCount() == 1 && line.getField(0).isBlank()) {
                    continue;
                }
                if (line.getFieldCount() != heading.size()) {
                    throw new DataException("line " + line.getStartingLineNumber() + " of '" + path + "' has " + line.getFieldCount()
                            + " values, but the first line has " + heading.size());
                }
                // an empty height is a hole, as NaN is
                String height = line.getField(z).strip();
                nodes.add(new double[] {PathFile.number(line, x, path), y < 0 ? 0 : PathFile.number(line, y, path),
                    height.isEmpty() ? Double.NaN : height(height, line, path)});
            }
            List<String> names = first.getFields();
            return ofNodes(nodes, names.get(x).strip(), y < 0 ? "y" : names.get(y).strip(), path);
        });
    }

    private static double height(String text, CsvRecord line, String path) {
        try {
            return Double.parseDouble(text.replaceFirst("(?i)^([+-]?)inf$", "$1Infinity").replaceFirst("(?i)^nan$", "NaN"));
        } catch (NumberFormatException e) {
            throw new DataException("line " + line.getStartingLineNumber() + " of '" + path + "': the height must be a number, but was '"
                    + text + "'", e);
        }
    }

    private static Surface ofNodes(List<double[]> nodes, String xName, String yName, String path) {
        double[] x = nodes.stream().mapToDouble(n -> n[0] + 0.0).distinct().sorted().toArray();
        double[] y = nodes.stream().mapToDouble(n -> n[1] + 0.0).distinct().sorted().toArray();
        if (x.length > MOST_NODES || y.length > MOST_NODES || (long) x.length * y.length != nodes.size()) {
            throw new DataException("'" + path + "' holds no surface: it has " + nodes.size() + " lines, but " + x.length + " values of " + xName
                    + " and " + y.length + " of " + yName + "; a surface has a line for each pair of them");
        }
        double[] heights = new double[nodes.size()];
        boolean[] known = new boolean[nodes.size()];
        for (double[] node : nodes) {
            int at = Arrays.binarySearch(y, node[1] + 0.0) * x.length + Arrays.binarySearch(x, node[0] + 0.0);
            if (known[at]) {
                throw new DataException("'" + path + "' has two lines for " + xName + " = " + node[0] + ", " + yName + " = " + node[1]);
            }
            known[at] = true;
            heights[at] = node[2];
        }
        return grid(x, xName, y, yName, heights, path);
    }

    private static Surface ofReference(Map<String, NumberArray> arrays, String name, String path) {
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

    private static Surface grid(double[] x, String xName, double[] y, String yName, double[] values, String path) {
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
        return new Surface(new Grid(xs, ys, x.length, y.length, turned), Surface.axes(xName, yName).subList(0, y.length == 1 ? 1 : 2));
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
