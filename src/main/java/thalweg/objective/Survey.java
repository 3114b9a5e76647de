package thalweg.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.math.Chance;
import thalweg.math.Purpose;

/** Values of an objective over a window, and where in them a search should start. */
final class Survey {
    private final Probe probe;
    private final int nodes;
    private final double[] values;
    private final double lowest;
    private final double highest;
    private final double scale;

    /**
     * Samples the whole window.
     *
     * @param nodes along each side, at least 3
     */
    Survey(Probe probe, int nodes, BooleanSupplier cancelled) {
        this.probe = probe;
        this.nodes = nodes;
        int rows = probe.dimension() == 1 ? 1 : nodes;
        values = new double[nodes * rows];
        Arrays.fill(values, Double.NaN);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double[] x = new double[probe.dimension()];
        for (int k = 0; k < values.length && !(k % nodes == 0 && cancelled.getAsBoolean()); k++) {
            place(k, x);
            double value = probe.value(x);
            values[k] = value;
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        lowest = low;
        highest = high;
        scale = spread(values);
    }

    /** The smallest finite value; infinite if there is none. */
    double lowest() {
        return lowest;
    }

    /** The largest finite value; minus infinity if there is none. */
    double highest() {
        return highest;
    }

    /**
     * How much the function varies where it is low: what a twentieth of the window stays below, above the lowest value. A pole or an
     * exponential wall says nothing about the rest. A function flat over more than that is measured by more of it.
     */
    double scale() {
        return scale;
    }

    private static double spread(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        for (double part : new double[] {0.05, 0.25, 0.5, 0.75, 1}) {
            double above = sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))] - sorted[0];
            if (above > 0) {
                return Math.min(above, Double.MAX_VALUE);
            }
        }
        return 0;
    }

    /** Nodes that are no higher than their neighbours and lower than one, lowest first; {@code sign} -1 looks for the highest instead. */
    List<double[]> lows(int most, int sign) {
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            if (isLow(k, sign)) {
                found.add(k);
            }
        }
        found.sort(Comparator.comparingDouble(k -> sign * values[k]));
        return found.stream().limit(most).map(k -> {
            double[] x = new double[probe.dimension()];
            place(k, x);
            return x;
        }).toList();
    }

    private boolean isLow(int k, int sign) {
        double here = sign * values[k];
        boolean below = false;
        int rows = values.length / nodes;
        for (int j = Math.max(0, k / nodes - 1); j <= Math.min(rows - 1, k / nodes + 1); j++) {
            for (int i = Math.max(0, k % nodes - 1); i <= Math.min(nodes - 1, k % nodes + 1); i++) {
                double there = sign * values[j * nodes + i];
                if (!(here <= there) && !Double.isNaN(there)) {
                    return false;
                }
                below |= here < there;
            }
        }
        return below && Double.isFinite(here);
    }

    private void place(int k, double[] x) {
        for (int i = 0; i < x.length; i++) {
            double fraction = (double) (i == 0 ? k % nodes : k / nodes) / (nodes - 1);
            x[i] = fraction == 1 ? probe.high(i) : probe.low(i) + fraction * probe.width(i);
        }
    }

    /**
     * Centres of the cells in which every component of the gradient changes its sign; if there are more than {@code most}, a seeded choice.
     *
     * @param cells along each side
     */
    static List<double[]> turns(Probe probe, int cells, int most, long seed, BooleanSupplier cancelled) {
        int n = probe.dimension();
        int side = cells + 1;
        double[] gradients = new double[n * (n == 1 ? side : side * side)];
        double[] gradient = new double[n];
        for (int k = 0; k < gradients.length / n; k++) {
            if (k % side == 0 && cancelled.getAsBoolean()) {
                return List.of();
            }
            double[] x = n == 1 ? probe.point((double) k / cells) : probe.point((double) (k % side) / cells, (double) (k / side) / cells);
            boolean finite = probe.gradient(x, gradient);
            for (int i = 0; i < n; i++) {
                gradients[n * k + i] = finite ? gradient[i] : Double.NaN;
            }
        }
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < (n == 1 ? cells : cells * cells); k++) {
            if (turns(gradients, n == 1 ? k : k / cells * side + k % cells, n, side)) {
                found.add(k);
            }
        }
        if (found.size() > most) {
            found.sort(Comparator.comparingDouble(k -> Chance.uniform(seed, Purpose.MULTI_START, k)));
        }
        return found.stream().limit(most).map(k -> n == 1 ? probe.point((k + 0.5) / cells)
                : probe.point((k % cells + 0.5) / cells, (k / cells + 0.5) / cells)).toList();
    }

    private static boolean turns(double[] gradients, int corner, int n, int side) {
        int[] corners = n == 1 ? new int[] {corner, corner + 1} : new int[] {corner, corner + 1, corner + side, corner + side + 1};
        boolean sloped = false;
        for (int i = 0; i < n; i++) {
            boolean negative = false;
            boolean positive = false;
            for (int c : corners) {
                double g = gradients[n * c + i];
                negative |= g <= 0;
                positive |= g >= 0;
                sloped |= g != 0;
            }
            if (!negative || !positive) {
                return false;
            }
        }
        return sloped;
    }
}
