package thalweg.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.data.DataSet;
import thalweg.experiment.Study;
import thalweg.math.Range;

/**
 * The two features that a picture of data spans; all others stand at their means.
 *
 * @param across index of the feature drawn to the right
 * @param upward index of the other
 * @param means of all features over the training samples
 */
record Plane(int across, int upward, List<Double> means) {
    /** Features beyond so many are not compared. */
    private static final int COMPARED = 1000;

    /** The first two of two; of more those that by themselves tell most about the target. */
    static Plane of(Study study) {
        DataSet data = study.split().training();
        int d = data.dimension();
        List<Double> means = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            int feature = j;
            means.add(IntStream.range(0, data.size()).mapToDouble(i -> data.feature(i, feature)).average().orElse(0));
        }
        if (d <= 2) {
            return new Plane(0, 1, means);
        }
        double[] told = IntStream.range(0, Math.min(d, COMPARED)).mapToDouble(j -> data.isClassified() ? between(data, j, means.get(j))
                : correlation(data, j, means.get(j))).toArray();
        List<Integer> best = IntStream.range(0, told.length).boxed().sorted(java.util.Comparator.comparingDouble((Integer j) -> -told[j])).limit(2)
                .sorted()
                .toList();
        return new Plane(best.get(0), best.get(1), means);
    }

    /** The part of a feature's variance that lies between the classes (eta squared), 0 to 1. */
    private static double between(DataSet data, int feature, double mean) {
        double[] sum = new double[data.classes()];
        int[] count = new int[data.classes()];
        double all = 0;
        for (int i = 0; i < data.size(); i++) {
            double off = data.feature(i, feature) - mean;
            sum[data.label(i)] += off;
            count[data.label(i)]++;
            all += off * off;
        }
        double between = IntStream.range(0, sum.length).mapToDouble(c -> count[c] == 0 ? 0 : sum[c] * sum[c] / count[c]).sum();
        return all > 0 ? between / all : 0;
    }

    /** The square of the correlation with the target, 0 to 1. */
    private static double correlation(DataSet data, int feature, double mean) {
        double target = IntStream.range(0, data.size()).mapToDouble(data::target).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < data.size(); i++) {
            double x = data.feature(i, feature) - mean;
            double y = data.target(i) - target;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        return xx > 0 && yy > 0 ? xy / xx * xy / yy : 0;
    }

    /** The nodes of a lattice over two ranges, row by row from below, as samples without a target. */
    DataSet nodes(DataSet like, Range x, Range y, int nx, int ny) {
        int d = like.dimension();
        double[] features = new double[Math.multiplyExact(nx * ny, d)];
        for (int j = 0, at = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++, at += d) {
                for (int k = 0; k < d; k++) {
                    features[at + k] = k == across ? x.at(i / (nx - 1.0)) : k == upward ? y.at(j / (ny - 1.0)) : means.get(k);
                }
            }
        }
        return HypothesisChart.unlabelled(like, features);
    }
}
