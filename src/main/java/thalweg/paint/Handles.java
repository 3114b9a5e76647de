package thalweg.paint;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.experiment.Study;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.network.Architecture;
import thalweg.network.Loss;

/**
 * Where the hypothesis at the start can be taken hold of: at two places of a line {@code w x + b} or of its sigmoid, at one of {@code w x}.
 *
 * <p>A line is moved up and down at fixed places near its ends. A sigmoid is moved sideways at the places where it says 1/4 and 3/4; as long
 * as it is too flat to have them, up and down.
 */
final class Handles {
    private static final double END = 1.0 / 12;
    private static final double QUARTER = Math.log(3);
    /** How near a probability may be brought to 0 or 1. */
    private static final double EDGE = 0.02;

    /**
     * One of them.
     *
     * @param x of the feature
     * @param score {@code w x + b} there
     */
    private record Handle(double x, double score) {
    }

    private final HypothesisChart chart;
    private final boolean sigmoid;
    private final boolean sideways;
    private final List<Handle> handles;

    private Handles(HypothesisChart chart, boolean sigmoid, boolean sideways, List<Handle> handles) {
        this.chart = chart;
        this.sigmoid = sigmoid;
        this.sideways = sideways;
        this.handles = List.copyOf(handles);
    }

    /** Those of a start; empty for a model that is no line. */
    static Optional<Handles> of(HypothesisChart chart, Vec start) {
        Study study = chart.study();
        Architecture net = study.cost().architecture();
        boolean line = net.layers().size() == 1 && net.inputs() == 1 && net.outputs() == 1;
        if (!line || !start.isFinite() || study.loss() == Loss.HINGE) {
            return Optional.empty();
        }
        boolean sigmoid = study.loss() == Loss.BINARY_CROSS_ENTROPY;
        Range x = chart.axes().ranges().getFirst();
        double w = start.get(0);
        double b = start.size() > 1 ? start.get(1) : 0;
        if (start.size() == 1) {
            double end = Math.abs(x.at(1 - END)) >= Math.abs(x.at(END)) ? x.at(1 - END) : x.at(END);
            return Optional.of(new Handles(chart, sigmoid, false, List.of(new Handle(end, w * end))));
        }
        double low = Math.min((-QUARTER - b) / w, (QUARTER - b) / w);
        double high = Math.max((-QUARTER - b) / w, (QUARTER - b) / w);
        boolean sideways = sigmoid && w != 0 && x.contains(low) && x.contains(high);
        double left = sideways ? low : x.at(sigmoid ? 1.0 / 3 : END);
        double right = sideways ? high : x.at(sigmoid ? 2.0 / 3 : 1 - END);
        return Optional.of(new Handles(chart, sigmoid, sideways, List.of(new Handle(left, w * left + b), new Handle(right, w * right + b))));
    }

    /** Where they are drawn: on the line, or on the plot's edge where that runs outside. */
    List<Point2D> places() {
        Rectangle2D plot = chart.axes().plot();
        List<Point2D> places = new ArrayList<>();
        for (Handle h : handles) {
            double y = chart.pixel(sigmoid ? 1 / (1 + Math.exp(-h.score)) : h.score);
            places.add(new Point2D.Double(chart.axes().x(h.x), Math.clamp(y, plot.getY(), plot.getMaxY())));
        }
        return places;
    }

    /** The hold on the one within reach of a point. */
    Optional<Plot.Grab> at(Point2D point, double reach) {
        List<Point2D> places = places();
        int nearest = places.size() > 1 && places.get(1).distance(point) < places.get(0).distance(point) ? 1 : 0;
        return places.get(nearest).distance(point) <= reach ? Optional.of(to -> start(nearest, to)) : Optional.empty();
    }

    private Vec start(int held, Point2D to) {
        Axes axes = chart.axes();
        Rectangle2D plot = axes.plot();
        Handle was = handles.get(held);
        double y = axes.yAt(Math.clamp(to.getY(), plot.getY(), plot.getMaxY()));
        double p = Math.clamp(y, EDGE, 1 - EDGE);
        double x = sideways ? axes.xAt(Math.clamp(to.getX(), plot.getX(), plot.getMaxX())) : was.x;
        double score = sideways ? was.score : sigmoid ? Math.log(p / (1 - p)) : y;
        double fine = axes.ranges().getLast().width() / plot.getHeight();
        if (handles.size() == 1) {
            return Vec.of(rounded(score / x, fine / Math.abs(x)));
        }
        Handle other = handles.get(1 - held);
        double least = axes.ranges().getFirst().width() / plot.getWidth();
        double apart = Math.abs(x - other.x) < least ? Math.copySign(least, was.x - other.x) : x - other.x;
        double w = rounded((score - other.score) / apart, fine / Math.abs(apart));
        return Vec.of(w, rounded(other.score - w * other.x, fine));
    }

    /** A pointer is no finer than a pixel, so what it sets has no more digits than that: they would only look exact. */
    private static double rounded(double value, double fine) {
        double unit = Math.pow(10, Math.floor(Math.log10(fine)));
        return unit > 0 && Double.isFinite(unit) && Double.isFinite(value)
                ? new BigDecimal(Math.rint(value / unit) * unit).round(new MathContext(12)).doubleValue() : value;
    }
}
