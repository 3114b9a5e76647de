package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.experiment.Track;

/** What a loss chart shows, laid out: which tracks, what of them, on which axes. Pixels and hits come from the same object. */
final class LossChart {
    private final Frame frame;
    private final Look.Measure measure;
    private final double best;
    private final List<Integer> shown;
    private final List<Series> series;
    private final boolean log;
    private final Axes axes;
    private final double names;

    private LossChart(Frame frame, List<Integer> shown, Data data, boolean log, Axes axes, double names) {
        this.frame = frame;
        this.measure = frame.experiment().look().measure();
        this.best = data.best;
        this.shown = shown;
        this.series = data.series;
        this.log = log;
        this.axes = axes;
        this.names = names;
    }

    /** What depends on the paths only, and is kept from frame to frame. */
    private record Data(List<Series> series, double best) {
    }

    private record Key(List<Trajectory> paths, Look.Measure measure, double known, boolean maximise) {
    }

    static LossChart of(Rectangle2D area, Frame frame, Ink ink, Memo memo) {
        Look look = frame.experiment().look();
        List<Integer> shown = IntStream.range(0, frame.tracks().size()).filter(i -> !frame.tracks().get(i).run().hidden()).boxed().toList();
        boolean alone = look.layout().equals(Composition.PER_RUN) && !shown.isEmpty();
        List<Integer> measured = alone ? IntStream.range(0, frame.tracks().size()).boxed().toList() : shown;
        List<Trajectory> paths = measured.stream().map(i -> frame.tracks().get(i).trajectory()).toList();
        boolean maximise = frame.experiment().maximise();
        Key key = new Key(paths, look.measure(), known(frame, maximise), maximise);
        Data data = memo.get("loss", key, () -> data(key));
        double ceiling = LossAxis.ceiling(paths, data.series);
        boolean log = LossAxis.isLog(look.lossScale(), data.series, ceiling);
        double names = alone ? 0 : NameColumn.width(ink, shown.stream().map(i -> frame.tracks().get(i).name()).toList(), area.getWidth());
        Axis vertical = log ? LossAxis.log(data.series, ceiling, label(look.measure()))
                : LossAxis.linear(data.series, ceiling, label(look.measure()));
        List<Series> series = shown.stream().map(i -> data.series.get(measured.indexOf(i))).toList();
        return new LossChart(frame, shown, new Data(series, data.best), log, Axes.in(area, Axis.steps(frame.last()), vertical, ink, names),
                names);
    }

    private static Data data(Key key) {
        double best = key.known;
        if (key.measure == Look.Measure.GAP) {
            for (Trajectory t : key.paths) {
                Series losses = Series.of(t.last(), t::loss);
                best = key.maximise ? Math.max(best, losses.maximum()) : Math.min(best, losses.minimum(Double.NEGATIVE_INFINITY));
            }
        }
        double reference = best;
        return new Data(key.paths.stream().map(t -> Series.of(t.last(), s -> value(t, s, key.measure, reference))).toList(), reference);
    }

    /** The best J known without looking at paths: at the critical points of the scene. */
    private static double known(Frame frame, boolean maximise) {
        return frame.scene().criticalPoints().stream().mapToDouble(c -> maximise ? -c.value() : c.value()).filter(Double::isFinite)
                .min().orElse(Double.POSITIVE_INFINITY) * (maximise ? -1 : 1);
    }

    private static double value(Trajectory t, int step, Look.Measure measure, double best) {
        return switch (measure) {
            case LOSS -> t.loss(step);
            case GAP -> Math.abs(t.loss(step) - best);
            case GRADIENT_NORM -> t.gradientNorm(step);
        };
    }

    static String label(Look.Measure measure) {
        return switch (measure) {
            case LOSS -> "$J$";
            case GAP -> "$|J - J^*|$";
            case GRADIENT_NORM -> "$\\|\\nabla J\\|$";
        };
    }

    Axes axes() {
        return axes;
    }

    boolean isLog() {
        return log;
    }

    /** Width of the column of names, in pixels; 0 if there is none. */
    double names() {
        return names;
    }

    /** Indices of the tracks shown. */
    List<Integer> shown() {
        return shown;
    }

    Track track(int k) {
        return frame.tracks().get(shown.get(k));
    }

    boolean isDiverged(int k) {
        return track(k).trajectory().outcome() instanceof Outcome.Diverged;
    }

    boolean hasNumbers() {
        return series.stream().anyMatch(s -> s.maximum() > Double.NEGATIVE_INFINITY);
    }

    /** Pixel of a track's value at a step, on the edge of the plot if it lies beyond; where it is no number, at the top. */
    double y(int k, int step) {
        return y(value(track(k).trajectory(), step, measure, best));
    }

    private double y(double value) {
        Rectangle2D plot = axes.plot();
        double y = axes.y(value);
        return Double.isNaN(y) ? value < 0 ? plot.getMaxY() : plot.getY() : Math.clamp(y, plot.getY(), plot.getMaxY());
    }

    /** The lines of a track between two steps, one per stretch of numbers; where it leaves the plot it runs just outside the edge. */
    List<Path2D> lines(int k, int from, int to) {
        Series s = series.get(k);
        Rectangle2D plot = axes.plot();
        List<Path2D> lines = new ArrayList<>();
        Path2D line = new Path2D.Double();
        Column column = new Column();
        add(column, line, from, k);
        for (int i = 0; i < s.size(); i++) {
            if (s.step(i) <= from || s.step(i) >= to) {
                continue;
            }
            if (!Double.isNaN(s.value(i))) {
                column.add(line, axes.x(s.step(i)), far(s.value(i), plot));
            } else if (!column.isEmpty()) {
                column.flush(line);
                lines.add(line);
                line = new Path2D.Double();
                column = new Column();
            }
        }
        add(column, line, to, k);
        if (!column.isEmpty()) {
            column.flush(line);
            lines.add(line);
        }
        return lines;
    }

    private void add(Column column, Path2D line, int step, int k) {
        double v = value(track(k).trajectory(), step, measure, best);
        if (!Double.isNaN(v)) {
            column.add(line, axes.x(step), far(v, axes.plot()));
        }
    }

    /** Up to two heights of the plot outside it, so that the slope at which a line leaves is right and no coordinate overflows. */
    private double far(double value, Rectangle2D plot) {
        double y = axes.y(value);
        double h = 2 * plot.getHeight();
        return Double.isNaN(y) ? plot.getMaxY() + 1 : Math.clamp(y, plot.getY() - h, log ? plot.getMaxY() + 1 : plot.getMaxY() + h);
    }

    /**
     * Points that fall on one pixel column: the first, lowest, highest and last are enough for the same picture. Used while one line is
     * made.
     */
    private static final class Column {
        private static final int X = 0;
        private static final int FIRST = 1;
        private static final int LOW = 2;
        private static final int HIGH = 3;
        private static final int LAST = 4;
        private static final int POINTS = 5;

        private final double[] p = new double[6];

        boolean isEmpty() {
            return p[POINTS] == 0;
        }

        void add(Path2D line, double x, double y) {
            if (!isEmpty() && Math.abs(x - p[X]) < 0.5) {
                p[LOW] = Math.min(p[LOW], y);
                p[HIGH] = Math.max(p[HIGH], y);
                p[LAST] = y;
                p[POINTS]++;
                return;
            }
            flush(line);
            p[X] = x;
            p[FIRST] = y;
            p[LOW] = y;
            p[HIGH] = y;
            p[LAST] = y;
            p[POINTS] = 1;
        }

        void flush(Path2D line) {
            if (!isEmpty()) {
                to(line, p[FIRST]);
            }
            if (p[POINTS] > 1) {
                to(line, p[LOW]);
                to(line, p[HIGH]);
                to(line, p[LAST]);
            }
        }

        private void to(Path2D line, double y) {
            if (line.getCurrentPoint() == null) {
                line.moveTo(p[X], y);
            } else if (line.getCurrentPoint().getX() != p[X] || line.getCurrentPoint().getY() != y) {
                line.lineTo(p[X], y);
            }
        }
    }
}
