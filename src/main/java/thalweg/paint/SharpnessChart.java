package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.math.Range;
import thalweg.optimizer.Edge;
import thalweg.slice.Sharpness;

/** The sharpness along runs, laid out: which tracks, their edges of stability, on which axes. Pixels and hits come from the same object. */
final class SharpnessChart {
    /** An edge within so many times the sharpest point is worth making room for; one beyond is said in words. */
    private static final double WORTH_ROOM = 2.5;
    /** More of a range than this is shown in decades, if nothing lies below 0. */
    private static final double WIDE = 300;
    /** Steps at which an edge that a schedule moves is looked at. */
    private static final int EDGE_POINTS = 200;

    /**
     * One run.
     *
     * @param track its index
     * @param points known by now, in the order of steps
     * @param edge of its rule at the rate of the first step; empty if the rule has none
     * @param last the same of the last step, to which a schedule may have moved it
     */
    record Line(int track, List<Sharpness> points, Optional<Edge> edge, Optional<Edge> last) {
    }

    private final Frame frame;
    private final List<Line> lines;
    private final Axes axes;
    private final double names;

    private SharpnessChart(Frame frame, List<Line> lines, Axes axes, double names) {
        this.frame = frame;
        this.lines = lines;
        this.axes = axes;
        this.names = names;
    }

    static SharpnessChart of(Rectangle2D area, Frame frame, Ink ink) {
        List<Line> lines = IntStream.range(0, frame.tracks().size()).filter(i -> !frame.tracks().get(i).run().hidden()).mapToObj(i -> line(frame, i))
                .toList();
        List<String> written = lines.stream().map(l -> frame.tracks().get(l.track()).name()).toList();
        double names = NameColumn.width(ink, written, area.getWidth());
        return new SharpnessChart(frame, lines, Axes.in(area, Axis.steps(frame.last()), vertical(lines), ink, names), names);
    }

    private static Line line(Frame frame, int i) {
        Track track = frame.tracks().get(i);
        List<Sharpness> points = frame.curvatures().along().getOrDefault(i, List.of()).stream().filter(s -> Double.isFinite(s.value())).toList();
        return new Line(i, points, edge(track, 0), edge(track, track.trajectory().last()));
    }

    private static Optional<Edge> edge(Track track, int step) {
        double rate = track.trajectory().learningRate(step);
        return rate > 0 ? track.optimizer().edge(rate) : Optional.empty();
    }

    private static Axis vertical(List<Line> lines) {
        double[] values = lines.stream().flatMap(l -> l.points().stream()).mapToDouble(Sharpness::value).sorted().toArray();
        if (values.length == 0) {
            return Axis.linear(new Range(0, 1), "$\\lambda_{\\max}$");
        }
        double high = values[values.length - 1];
        double low = values[0];
        double top = lines.stream().flatMap(l -> Stream.concat(l.edge().stream(), l.last().stream())).mapToDouble(Edge::curvature)
                .filter(e -> e <= WORTH_ROOM * high).reduce(high, Math::max);
        if (low > 0 && top / low > WIDE) {
            return Axis.log(Axis.shownLog(low / 1.3, top * 1.3), "$\\lambda_{\\max}$");
        }
        double bottom = low >= 0 && low < 0.6 * top ? 0 : low - 0.05 * (top - low);
        double room = top > bottom ? 0.1 * (top - bottom) : Math.max(Math.abs(top) * 0.1, 1e-12);
        return Axis.linear(Axis.shown(bottom == 0 ? 0 : bottom - room / 2, top + room), "$\\lambda_{\\max}$");
    }

    Axes axes() {
        return axes;
    }

    List<Line> lines() {
        return lines;
    }

    /** Width of the column of names, in pixels; 0 if there is none. */
    double names() {
        return names;
    }

    boolean isEmpty() {
        return lines.stream().allMatch(l -> l.points().isEmpty());
    }

    Track track(Line line) {
        return frame.tracks().get(line.track());
    }

    double y(double value) {
        Rectangle2D plot = axes.plot();
        double y = axes.y(value);
        return Math.clamp(Double.isNaN(y) ? plot.getMaxY() : y, plot.getY(), plot.getMaxY());
    }

    /** The sharpness of a run at a step, straight between the points known; empty beyond them. */
    OptionalDouble at(Line line, double step) {
        List<Sharpness> points = line.points();
        for (int i = 0; i < points.size(); i++) {
            Sharpness next = points.get(i);
            if (next.step() == step) {
                return OptionalDouble.of(next.value());
            }
            if (next.step() > step && i > 0) {
                Sharpness before = points.get(i - 1);
                return OptionalDouble.of(before.value() + (next.value() - before.value()) * (step - before.step()) / (next.step() - before.step()));
            }
        }
        return OptionalDouble.empty();
    }

    /** The part of a run's line between two steps. */
    Path2D path(Line line, int from, int to) {
        Path2D path = new Path2D.Double();
        List<double[]> places = new ArrayList<>();
        at(line, from).ifPresent(v -> places.add(new double[] {from, v}));
        line.points().stream().filter(p -> p.step() > from && p.step() < to).forEach(p -> places.add(new double[] {p.step(), p.value()}));
        at(line, to).ifPresent(v -> places.add(new double[] {to, v}));
        for (double[] p : places) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(axes.x(p[0]), y(p[1]));
            } else {
                path.lineTo(axes.x(p[0]), y(p[1]));
            }
        }
        return path;
    }

    /** The edge of a run over its steps; empty where it does not lie in the plot at any of them. */
    Path2D edge(Line line) {
        Path2D path = new Path2D.Double();
        Track track = track(line);
        int last = track.trajectory().last();
        int every = Math.max(1, last / EDGE_POINTS);
        boolean drawing = false;
        for (int step = 0; step <= last; step += every) {
            double value = edge(track, step).map(Edge::curvature).orElse(Double.NaN);
            boolean inside = axes.ranges().getLast().contains(value);
            if (inside && drawing) {
                path.lineTo(axes.x(step), axes.y(value));
            } else if (inside) {
                path.moveTo(axes.x(step), axes.y(value));
            }
            drawing = inside;
        }
        return path;
    }
}
