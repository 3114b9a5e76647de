package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberTickUnitSource;
import thalweg.data.DataSet;
import thalweg.experiment.Frame;
import thalweg.experiment.Study;
import thalweg.math.Range;
import thalweg.network.Answers;

/**
 * Data of one feature laid out with what a model makes of it: a number, or the probability of each class.
 *
 * @param study with one feature
 * @param axes the feature across; upward the target, or a probability
 * @param nodes places along the feature at which hypotheses are drawn, as the model sees them
 * @param at these places as they are
 */
record HypothesisChart(Study study, Axes axes, DataSet nodes, double[] at) implements SampleChart {
    private static final Range PROBABILITY = new Range(-0.1, 1.1);
    /** Pixels from one node to the next. */
    private static final double SPACING = 2;
    /** A line far outside the plot ends there, or strokes would take forever. */
    private static final double FAR = 1e5;

    /** Lays it out by the data alone, so that nothing moves but the hypothesis. */
    static HypothesisChart of(Rectangle2D area, Frame frame, Ink ink, Memo memo) {
        record Key(Study study, Rectangle2D area, Style style) {
        }
        return memo.get("fit.chart", new Key(frame.scene().study().orElseThrow(), area, ink.style().withStill(true)), () -> laid(area, frame, ink))
                .with(ink);
    }

    private HypothesisChart with(Ink ink) {
        return new HypothesisChart(study, axes.with(ink), nodes, at);
    }

    private static HypothesisChart laid(Rectangle2D area, Frame frame, Ink ink) {
        Study study = frame.scene().study().orElseThrow();
        Extent extent = Extent.of(study);
        DataSet data = study.split().training();
        Axes axes = Axes.in(area, Axis.linear(extent.x, label(data.featureName(0))).withGap(60), Axis.linear(extent.y, label(upward(data))), ink, 0);
        int n = (int) Math.clamp(axes.plot().getWidth() / SPACING, 2, 2000);
        double[] x = new double[n];
        java.util.Arrays.setAll(x, i -> extent.x.at(i / (n - 1.0)));
        return new HypothesisChart(study, axes, study.model().features(unlabelled(data, x)), x);
    }

    /** Samples described like others, but with features of their own and no meaningful target. */
    static DataSet unlabelled(DataSet like, double[] features) {
        int d = like.dimension();
        List<String> names = IntStream.range(0, d).mapToObj(like::featureName).toList();
        return new DataSet(like.name(), features, new double[features.length / d], names, like.targetName(), like.classNames(), like.image());
    }

    /** The name of a feature or target as the label of an axis: a letter typeset, words as they are. */
    static String label(String name) {
        String plain = name.replace("$", "").replace("\\", "");
        return plain.matches("[a-zA-Z]") ? "$" + plain + "$" : plain.matches("[a-zA-Z][0-9]{1,2}")
                ? "$" + plain.charAt(0) + "_{" + plain.substring(1) + "}$" : plain;
    }

    /** What stands upward, in words. */
    static String upward(DataSet data) {
        return data.isClassified() ? data.classes() == 2 ? "probability of " + data.targetName() + " " + data.classNames().getLast()
                : "probability of each " + data.targetName() : data.targetName();
    }

    /** What the axes show. */
    record Extent(Range x, Range y) {
        static Extent of(Study study) {
            Range x = range(study, true);
            boolean squares = study.loss() == thalweg.network.Loss.MEAN_SQUARED;
            return new Extent(x, study.split().training().isClassified() ? squares ? new Range(-0.3, 1.3) : PROBABILITY : range(study, false));
        }

        private static Range range(Study study, boolean feature) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (DataSet part : parts(study)) {
                double[] values = feature ? part.features() : part.targets();
                for (double v : values) {
                    low = Math.min(low, v);
                    high = Math.max(high, v);
                }
            }
            return around(low, high);
        }
    }

    static List<DataSet> parts(Study study) {
        List<DataSet> parts = new ArrayList<>(List.of(study.split().training()));
        study.split().test().ifPresent(parts::add);
        return parts;
    }

    /** A range with some room around numbers, from 0 where they nearly begin there, and to the next round number where it is near. */
    static Range around(double low, double high) {
        double width = high - low;
        if (!(width > 1e-9 * Math.max(Math.abs(low), Math.abs(high)))) {
            double room = low == 0 ? 1 : Math.abs(low) / 2;
            return Axis.shown(low - room, high + room);
        }
        boolean fromZero = low >= 0 && low <= 0.4 * high;
        boolean toZero = high <= 0 && high >= 0.4 * low;
        double unit = new NumberTickUnitSource(false).getCeilingTickUnit(width / 8).getSize();
        double room = 0.04 * width;
        return Axis.shown(fromZero ? 0 : rounded(low - room, -unit, width), toZero ? 0 : rounded(high + room, unit, width));
    }

    private static double rounded(double end, double unit, double width) {
        double next = Math.ceil(end / unit - 1e-9) * unit;
        return Math.abs(next - end) <= 0.12 * width ? next : end;
    }

    boolean isClassified() {
        return study.split().training().isClassified();
    }

    /** How many curves there are: one for a number or for two classes, else one for each class. */
    int curves() {
        int classes = study.split().training().classes();
        return classes > 2 ? classes : 1;
    }

    /** Where a curve stands over a sample: what is said, or the probability of its class. */
    double h(Answers answers, int sample, int curve) {
        return !isClassified() ? answers.output(sample, 0) : curves() == 1 ? answers.share(sample, 1) : answers.share(sample, curve);
    }

    /** Where a sample stands: at its target, at the probability 0 or 1 that it has, or, of many classes, below. */
    double y(DataSet part, int sample) {
        return level(part, sample);
    }

    static double level(DataSet part, int sample) {
        return !part.isClassified() ? part.target(sample) : part.classes() > 2 ? -0.05 : part.label(sample);
    }

    /** A curve in pixels, in stretches where it is a number. */
    Path2D curve(Answers answers, int curve) {
        Path2D path = new Path2D.Double();
        boolean drawing = false;
        for (int i = 0; i < at.length; i++) {
            double y = pixel(h(answers, i, curve));
            if (Double.isNaN(y)) {
                drawing = false;
            } else if (drawing) {
                path.lineTo(axes.x(at[i]), y);
            } else {
                path.moveTo(axes.x(at[i]), y);
                drawing = true;
            }
        }
        return path;
    }

    /** The pixel of a value of a hypothesis, not too far outside the plot. */
    double pixel(double value) {
        double y = axes.y(value);
        return Double.isNaN(y) ? y : Math.clamp(y, -FAR, FAR);
    }

    @Override
    public Point2D place(DataSet part, int sample) {
        return new Point2D.Double(axes.x(part.feature(sample, 0)), axes.y(y(part, sample)));
    }
}
