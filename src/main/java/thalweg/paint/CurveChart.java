package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.slice.Projection;
import thalweg.slice.Slice;

/** A slice along one direction laid out: its axes, its curve in pixels, and where points of paths lie on it. */
final class CurveChart {
    private static final int EXACT_UP_TO = 16;

    private final Frame frame;
    private final Axes axes;
    private final boolean log;
    private final Slice slice;

    private CurveChart(Frame frame, Axes axes, boolean log) {
        this.frame = frame;
        this.axes = axes;
        this.log = log;
        slice = frame.scene().slice();
    }

    /** Needs a slice along one direction and a grid with at least one finite value. */
    static CurveChart of(Rectangle2D area, Frame frame, Ink ink) {
        double[] values = finite(frame);
        boolean log = isLog(frame.experiment().look().height(), values);
        Axis vertical = log ? Axis.log(logRange(values), "$J$") : Axis.linear(range(values), "$J$");
        Axis horizontal = Axis.linear(frame.scene().slice().ranges().getFirst(), "$" + name(frame) + "$").withGap(60);
        return new CurveChart(frame, Axes.in(area, horizontal, vertical, ink, 0), log);
    }

    /** The name of the one parameter in LaTeX; {@code a} along a direction that is not a parameter's. */
    static String name(Frame frame) {
        Vec d = frame.scene().slice().directions().getFirst();
        List<String> names = frame.scene().objective().appearance().axes();
        int only = -1;
        for (int i = 0; i < d.size(); i++) {
            if (d.get(i) != 0) {
                only = only < 0 ? i : d.size();
            }
        }
        return only >= 0 && only < names.size() && d.get(only) == 1 ? names.get(only) : "a";
    }

    /** The values of all curves, those of experiments beside it included. */
    private static double[] finite(Frame frame) {
        return Stream.of(List.of(frame.grid()), frame.beside(), frame.kin()).flatMap(List::stream)
                .flatMapToDouble(g -> IntStream.range(0, g.nx()).mapToDouble(i -> g.value(i, 0)))
                .filter(Double::isFinite).sorted().toArray();
    }

    /** The vertical range of a frame's curve; with at least one finite value. */
    static Range vertical(Frame frame) {
        double[] values = finite(frame);
        return isLog(frame.experiment().look().height(), values) ? logRange(values) : range(values);
    }

    /** Whether the curve of a frame has a logarithmic axis. */
    static boolean isLog(Frame frame) {
        return isLog(frame.experiment().look().height(), finite(frame));
    }

    /** Logarithmic by itself only where one value in two would otherwise lie within a thousandth of the axis. */
    private static boolean isLog(Look.Scale scale, double[] sorted) {
        boolean possible = sorted[sorted.length - 1] > 0;
        return switch (scale) {
            case LINEAR -> false;
            case LOG -> possible;
            case AUTO -> sorted[0] > 0 && sorted[sorted.length - 1] > 1000 * sorted[sorted.length / 2];
        };
    }

    /** All values, unless a pole would press the rest flat: then what nineteen of twenty need, and half as much more. */
    private static Range range(double[] sorted) {
        int n = sorted.length;
        double low = sorted[0];
        double high = sorted[n - 1];
        double near = sorted[(int) (0.95 * (n - 1))];
        double far = sorted[(int) (0.05 * (n - 1))];
        if (high - far > 8 * (near - far) && near > far) {
            high = near + 0.5 * (near - far);
        }
        if (near - low > 8 * (near - far) && near > far) {
            low = far - 0.5 * (near - far);
        }
        double room = high > low ? 0.05 * high - 0.05 * low : Math.max(1e-12, Math.abs(low) * 0.1);
        return Axis.shown(low >= 0 && low < room ? Math.min(0, low - room * 0.4) : low - room, high + room);
    }

    private static Range logRange(double[] sorted) {
        double high = sorted[sorted.length - 1];
        double low = Math.max(Arrays.stream(sorted).filter(v -> v > 0).min().orElse(high / 10), high * 1e-16);
        return Axis.shownLog(low / 1.3, high * 1.3);
    }

    Axes axes() {
        return axes;
    }

    /** The curve in stretches, broken where J is not finite and where it jumps from one side of the plot to the other. */
    List<Path2D> curve() {
        return curve(frame.grid());
    }

    /** Likewise of other values over the same range. */
    List<Path2D> curve(Grid grid) {
        List<Path2D> stretches = new ArrayList<>();
        Path2D path = new Path2D.Double();
        double before = Double.NaN;
        for (int i = 0; i < grid.nx(); i++) {
            double v = grid.value(i, 0);
            double y = Double.isFinite(v) ? y(v) : Double.NaN;
            if (Double.isNaN(y) || jumps(before, y)) {
                stretches.add(path);
                path = new Path2D.Double();
            }
            if (!Double.isNaN(y)) {
                if (path.getCurrentPoint() == null) {
                    path.moveTo(axes.x(grid.xAt(i)), y);
                } else {
                    path.lineTo(axes.x(grid.xAt(i)), y);
                }
            }
            before = y;
        }
        stretches.add(path);
        return stretches.stream().filter(p -> p.getCurrentPoint() != null).toList();
    }

    private boolean jumps(double y, double next) {
        Rectangle2D plot = axes.plot();
        return y < plot.getY() && next > plot.getMaxY() || y > plot.getMaxY() && next < plot.getY();
    }

    /** Pixel of a value, at most one height of the plot outside it. */
    double y(double value) {
        Rectangle2D plot = axes.plot();
        if (log && value <= 0) {
            return plot.getMaxY() + 1;
        }
        return Math.clamp(axes.y(value), plot.getY() - plot.getHeight(), plot.getMaxY() + plot.getHeight());
    }

    /** Where a step is marked: on the edge of the plot if it lies beyond, at its top where J is not a number. */
    Point2D place(Trajectory t, int step) {
        Rectangle2D plot = axes.plot();
        double x = axes.x(along(t, step));
        double y = y(t.loss(step));
        return new Point2D.Double(Math.clamp(Double.isNaN(x) ? plot.getMaxX() : x, plot.getX(), plot.getMaxX()),
                Math.clamp(Double.isNaN(y) ? plot.getY() : y, plot.getY(), plot.getMaxY()));
    }

    /** Coordinate of a step in the slice: its foot on the line. */
    double along(Trajectory t, int step) {
        return along(t.theta(step));
    }

    double along(Vec theta) {
        return slice.project(theta).coordinates().get(0);
    }

    /** Whether a point lies on the line and in the window. */
    boolean holds(Vec theta) {
        Projection at = slice.project(theta);
        return axes.ranges().getFirst().contains(at.coordinates().get(0)) && at.residual() <= 1e-6 * (1 + theta.norm());
    }

    /** Slope of J along the slice at a step of a path: exact where a gradient costs nothing, else that of the curve drawn. */
    double slope(Trajectory t, int step) {
        if (t.dimension() <= EXACT_UP_TO) {
            double[] gradient = new double[t.dimension()];
            frame.scene().objective().evaluator().valueAndGradient(t.theta(step).toArray(), gradient);
            double sum = 0;
            for (int i = 0; i < gradient.length; i++) {
                sum += gradient[i] * slice.directions().getFirst().get(i);
            }
            return sum;
        }
        double a = along(t, step);
        double h = frame.grid().x().width() / (frame.grid().nx() - 1);
        return (frame.grid().interpolate(a + h, 0) - frame.grid().interpolate(a - h, 0)) / (2 * h);
    }

    /** The slope in pixels per pixel, downward positive as pixels are, of a slope of J at a value. */
    double pixelSlope(double slope, double value) {
        Range up = axes.ranges().getLast();
        double fraction = log ? slope / (value * Math.log(10) * Math.log10(up.max() / up.min())) : slope / up.width();
        return -fraction * axes.plot().getHeight() * axes.ranges().getFirst().width() / axes.plot().getWidth();
    }
}
