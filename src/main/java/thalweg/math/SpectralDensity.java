package thalweg.math;

import java.util.List;

/**
 * How eigenvalues are spread: points on their axis with weights that add up to 1, each standing for that part of them.
 *
 * @param nodes smallest first
 * @param weights one for each node, 0 or more
 * @param probes random vectors they come from; 0 if the nodes are the eigenvalues themselves
 * @param products how many products with the operator it took
 */
public record SpectralDensity(Vec nodes, Vec weights, int probes, int products) {
    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    public SpectralDensity {
        if (nodes.size() != weights.size()) {
            throw new IllegalArgumentException("every node has a weight, but there are " + nodes.size() + " and " + weights.size());
        }
    }

    /** The mean eigenvalue: the trace over the number of rows. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < nodes.size(); i++) {
            sum += weights.get(i) * nodes.get(i);
        }
        return sum;
    }

    /**
     * The density at an eigenvalue when every node is broadened to a normal distribution; its integral over all is 1.
     *
     * @param width standard deviation, greater than 0
     */
    public double at(double eigenvalue, double width) {
        double sum = 0;
        for (int i = 0; i < nodes.size(); i++) {
            double off = (eigenvalue - nodes.get(i)) / width;
            sum += weights.get(i) * Math.exp(-0.5 * off * off);
        }
        return sum / (width * ROOT_OF_TWO_PI);
    }

    /** A width that shows single eigenvalues and still is smooth: a hundredth of where they lie; 1 % of the size if all are equal. */
    public double width() {
        if (nodes.size() == 0) {
            return 1;
        }
        double first = nodes.get(0);
        double last = nodes.get(nodes.size() - 1);
        double spread = last - first > 0 ? last - first : Math.abs(last);
        return spread > 0 ? spread / 100 : 0.01;
    }

    /** Where the broadened density is worth looking at: four widths beyond the outermost nodes. */
    public Range range(double width) {
        return nodes.size() == 0 ? new Range(-1, 1) : new Range(nodes.get(0) - 4 * width, nodes.get(nodes.size() - 1) + 4 * width);
    }

    /** The broadened density at evenly spaced eigenvalues from one end of a range to the other. */
    public Vec sampled(Range range, int count, double width) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = at(range.at((double) i / (count - 1)), width);
        }
        return Vec.of(values);
    }

    /** Of nodes in any order. */
    static SpectralDensity of(List<double[]> nodesAndWeights, int probes, int products) {
        List<double[]> sorted = nodesAndWeights.stream().sorted((p, q) -> Double.compare(p[0], q[0])).toList();
        return new SpectralDensity(Vec.of(sorted.stream().mapToDouble(p -> p[0]).toArray()),
                Vec.of(sorted.stream().mapToDouble(p -> p[1]).toArray()), probes, products);
    }
}
