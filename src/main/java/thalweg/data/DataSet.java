package thalweg.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Samples with features and one target each: a number (regression) or a class. Immutable.
 *
 * <p>Features are numbers, m rows of d; they are finite, and so are targets.
 */
public final class DataSet {
    private final String name;
    private final double[] features;
    private final double[] targets;
    private final List<String> featureNames;
    private final String targetName;
    private final List<String> classNames;
    private final Optional<ImageShape> image;
    private final List<String> remarks;

    /**
     * A data set over arrays that are given away: whoever made them must not write there afterwards.
     *
     * @param features row by row, length m d
     * @param targets length m; for classes 0 to {@code classNames.size() - 1}
     * @param featureNames d names; for images, none
     * @param classNames at least two, or none for regression
     * @throws DataException if there is no sample, a length is wrong, or a number is not finite
     */
    public DataSet(String name, double[] features, double[] targets, List<String> featureNames, String targetName, List<String> classNames,
            Optional<ImageShape> image) {
        this(name, features, targets, featureNames, targetName, classNames, image, List.of());
    }

    private DataSet(String name, double[] features, double[] targets, List<String> featureNames, String targetName, List<String> classNames,
            Optional<ImageShape> image, List<String> remarks) {
        int d = image.map(ImageShape::size).orElse(featureNames.size());
        if (targets.length == 0 || d == 0 || features.length != (long) d * targets.length) {
            throw new DataException(name + " needs at least one sample and feature, and " + d + " features for each of " + targets.length
                    + " samples, but has " + features.length + " numbers");
        }
        if (classNames.size() == 1) {
            throw new DataException(name + " has only one class, '" + classNames.getFirst() + "'; a classifier needs at least two");
        }
        this.name = name;
        this.features = features;
        this.targets = targets;
        this.featureNames = List.copyOf(featureNames);
        this.targetName = targetName;
        this.classNames = List.copyOf(classNames);
        this.image = image;
        this.remarks = List.copyOf(remarks);
        check();
    }

    private void check() {
        for (int i = 0; i < features.length; i++) {
            if (!Double.isFinite(features[i])) {
                throw new DataException(name + ": " + featureName(i % dimension()) + " of sample " + (i / dimension() + 1)
                        + " must be a finite number, but was " + features[i]);
            }
        }
        for (int i = 0; i < targets.length; i++) {
            boolean fits = isClassified() ? targets[i] >= 0 && targets[i] < classes() && targets[i] == Math.rint(targets[i])
                    : Double.isFinite(targets[i]);
            if (!fits) {
                throw new DataException(name + ": target of sample " + (i + 1) + " must be "
                        + (isClassified() ? "a class from 0 to " + (classes() - 1) : "a finite number") + ", but was " + targets[i]);
            }
        }
    }

    /** For titles: "Moons". */
    public String name() {
        return name;
    }

    /** The number of samples, m. */
    public int size() {
        return targets.length;
    }

    /** The number of features of a sample, d. */
    public int dimension() {
        return features.length / targets.length;
    }

    public double feature(int sample, int feature) {
        return features[sample * dimension() + feature];
    }

    /** The number to be predicted, or the class. */
    public double target(int sample) {
        return targets[sample];
    }

    public int label(int sample) {
        return (int) targets[sample];
    }

    /** All features, row by row: the data set's own array, lent for reading only. */
    public double[] features() {
        return features;
    }

    /** All targets: the data set's own array, lent for reading only. */
    public double[] targets() {
        return targets;
    }

    public boolean isClassified() {
        return !classNames.isEmpty();
    }

    /** The number of classes; 0 for regression. */
    public int classes() {
        return classNames.size();
    }

    public List<String> classNames() {
        return classNames;
    }

    public String featureName(int feature) {
        return featureNames.isEmpty() ? "pixel " + feature : featureNames.get(feature);
    }

    public String targetName() {
        return targetName;
    }

    public Optional<ImageShape> image() {
        return image;
    }

    /** What of a file is not here, a sentence each. */
    public List<String> remarks() {
        return remarks;
    }

    DataSet withRemarks(List<String> said) {
        return new DataSet(name, features, targets, featureNames, targetName, classNames, image, said);
    }

    /** The same samples, described alike, with other features. */
    DataSet withFeatures(double[] changed) {
        return new DataSet(name, changed, targets, featureNames, targetName, classNames, image, remarks);
    }

    /** The samples with these numbers, in their order. */
    public DataSet take(int... samples) {
        int d = dimension();
        double[] x = new double[samples.length * d];
        double[] y = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            System.arraycopy(features, samples[i] * d, x, i * d, d);
            y[i] = targets[samples[i]];
        }
        return new DataSet(name, x, y, featureNames, targetName, classNames, image, remarks);
    }

    /** The first samples: all if there are fewer. */
    public DataSet first(int count) {
        return count >= size() ? this : take(IntStream.range(0, count).toArray());
    }
}
