package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.experiment.Track;

/** What a loss chart shows, laid out: which tracks, what of them, on which axes. Pixels and hits come from the same object. */
final class LossChart {
    /** The part of a batch's losses that the axis makes room for at either end: with single samples some are wild. */
    private static final double USUAL = 0.98;
    /** Batches of a run that are shown, evenly spread over its steps. */
    private static final int MOST_DOTS = 2000;

    private final Frame frame;
    private final List<Integer> shown;
    private final List<LossCurve.Lines> lines;
    private final boolean log;
    private final Axes axes;
    private final double names;
    private final boolean testsNamed;
    private final double legend;

    private LossChart(Frame frame, List<Integer> shown, List<LossCurve.Lines> lines, boolean log, Axes axes, double names,
            boolean testsNamed, double legend) {
        this.frame = frame;
        this.shown = shown;
        this.lines = lines;
        this.log = log;
        this.axes = axes;
        this.names = names;
        this.testsNamed = testsNamed;
        this.legend = legend;
    }

    /** What the lines depend on; they are kept from frame to frame. */
    private record Key(List<Trajectory> paths, List<Boolean> batches, Look.Measure measure, double known, boolean maximise) {
    }

    static LossChart of(Rectangle2D area, Frame frame, Ink ink, Memo memo) {
        Look look = frame.experiment().look();
        List<Integer> shown = frame.shown();
        boolean alone = look.layout().equals(Composition.PER_RUN) && !shown.isEmpty();
        List<Integer> measured = alone ? IntStream.range(0, frame.tracks().size()).boxed().toList() : shown;
        List<Track> tracks = measured.stream().map(frame.tracks()::get).toList();
        boolean maximise = frame.experiment().maximise();
        boolean learning = frame.scene().study().isPresent();
        Key key = new Key(tracks.stream().map(Track::trajectory).toList(), tracks.stream().map(t -> learning && t.run().batch() > 0).toList(),
                look.measure(), known(frame, maximise), maximise);
        List<LossCurve.Lines> all = memo.get("loss", key, () -> lines(key));
        List<Series> series = new ArrayList<>(all.stream().map(l -> l.main().series()).toList());
        double settled = LossAxis.ceiling(key.paths, series);
        all.forEach(l -> l.test().ifPresent(test -> series.add(test.series())));
        double ceiling = Math.max(settled, roomAbove(key.paths, all));
        boolean log = look.measure() != Look.Measure.ACCURACY && LossAxis.isLog(look.lossScale(), series, ceiling);
        List<String> plain = shown.stream().map(i -> frame.tracks().get(i).name()).toList();
        List<String> tests = shown.stream().filter(i -> all.get(measured.indexOf(i)).test().isPresent())
                .map(i -> testName(frame.tracks().get(i))).toList();
        List<String> both = Stream.concat(plain.stream(), tests.stream()).toList();
        boolean named = NameColumn.fits(ink, both, area);
        boolean rows = !alone && NameColumn.isTooWide(ink, named ? both : plain, area.getWidth());
        double legend = rows ? Legend.height(ink, area.getWidth(), shown.stream().map(frame.tracks()::get).toList()) : 0;
        double names = alone || rows ? 0 : NameColumn.width(ink, named ? both : plain, area.getWidth());
        Axis vertical = look.measure() == Look.Measure.ACCURACY ? LossAxis.perCent(series)
                : log ? LossAxis.log(series, ceiling, label(look.measure())) : LossAxis.linear(series, ceiling, label(look.measure()));
        List<LossCurve.Lines> lines = shown.stream().map(i -> all.get(measured.indexOf(i))).toList();
        Rectangle2D below = new Rectangle2D.Double(area.getX(), area.getY() + legend, area.getWidth(), Math.max(1, area.getHeight() - legend));
        return new LossChart(frame, shown, lines, log, Axes.in(below, Axis.steps(frame.last()), vertical, ink, names), names,
                named && !rows, legend);
    }

    static String testName(Track track) {
        return track.name() + ", test";
    }

    /** What test and batch losses need above, of runs that do not diverge. */
    private static double roomAbove(List<Trajectory> paths, List<LossCurve.Lines> all) {
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < paths.size(); k++) {
            if (!(paths.get(k).outcome() instanceof Outcome.Diverged)) {
                high = Math.max(high, all.get(k).test().map(t -> t.series().maximum()).orElse(high));
                double usual = all.get(k).batch().map(b -> b.series().quantile(USUAL)).orElse(Double.NaN);
                high = usual > high ? usual : high;
            }
        }
        return high;
    }

    private static List<LossCurve.Lines> lines(Key key) {
        double best = key.known;
        if (key.measure == Look.Measure.GAP) {
            for (Trajectory t : key.paths) {
                Series losses = Series.of(Measured.cost(t), t::loss);
                best = key.maximise ? Math.max(best, losses.maximum()) : Math.min(best, losses.minimum(Double.NEGATIVE_INFINITY));
            }
        }
        double reference = best;
        return IntStream.range(0, key.paths.size())
                .mapToObj(k -> LossCurve.of(key.paths.get(k), key.measure, reference, key.batches.get(k))).toList();
    }

    /** The best J known without looking at paths: at the critical points of the scene. */
    private static double known(Frame frame, boolean maximise) {
        return frame.scene().criticalPoints().stream().mapToDouble(c -> maximise ? -c.value() : c.value()).filter(Double::isFinite)
                .min().orElse(Double.POSITIVE_INFINITY) * (maximise ? -1 : 1);
    }

    static String label(Look.Measure measure) {
        return switch (measure) {
            case LOSS -> "$J$";
            case GAP -> "$|J - J^*|$";
            case GRADIENT_NORM -> "$\\|\\nabla J\\|$";
            case ACCURACY -> "accuracy, %";
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

    /** Height of the names in rows above the chart, in pixels; 0 if they stand beside the lines. */
    double legend() {
        return legend;
    }

    /** Whether the lines of the test have names too: all of them, or none if that is too much for the room. */
    boolean testsNamed() {
        return testsNamed;
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
        return lines.stream().anyMatch(l -> l.main().series().maximum() > Double.NEGATIVE_INFINITY);
    }

    /** The lines of a track. */
    LossCurve.Lines curves(int k) {
        return lines.get(k);
    }

    /** Pixel of a track's main line at a step, on the edge of the plot if it lies beyond; where it is no number, at the top. */
    double y(int k, int step) {
        return y(lines.get(k).main(), step);
    }

    /** The same of any line; between steps that were measured it is straight. */
    double y(LossCurve curve, int step) {
        int before = curve.measured().before(step);
        int after = curve.measured().after(step);
        double one = y(curve.value().applyAsDouble(before));
        return step <= before || after <= before ? one : one + (y(curve.value().applyAsDouble(after)) - one) * (step - before) / (after - before);
    }

    private double y(double value) {
        Rectangle2D plot = axes.plot();
        double y = axes.y(value);
        return Double.isNaN(y) ? value < 0 ? plot.getMaxY() : plot.getY() : Math.clamp(y, plot.getY(), plot.getMaxY());
    }

    /** Where the marker of a track stands at a step: on its line, and of one that diverged where the line left the plot, once it is gone. */
    int marked(int k, int step) {
        int at = Math.min(step, track(k).trajectory().last());
        return isDiverged(k) ? Math.min(at, gone(k)) : at;
    }

    /** The first step from which on a track's main line is beyond the plot; looked for on the thinned line, for a run may be gone for very long. */
    private int gone(int k) {
        Series s = lines.get(k).main().series();
        int i = s.size();
        while (i > 0 && isOnEdge(y(s.value(i - 1)))) {
            i--;
        }
        return i < s.size() ? s.step(i) : track(k).trajectory().last();
    }

    private boolean isOnEdge(double y) {
        return y <= axes.plot().getY() || y >= axes.plot().getMaxY();
    }

    /** The pieces of a track's main line between two steps. */
    List<Path2D> lines(int k, int from, int to) {
        return lines(lines.get(k).main(), from, to);
    }

    /** The pieces of a line between two steps, one per stretch of numbers; where it leaves the plot it runs just outside the edge. */
    List<Path2D> lines(LossCurve curve, int from, int to) {
        Series s = curve.series();
        Rectangle2D plot = axes.plot();
        int end = Math.min(to, curve.measured().last());
        List<Path2D> pieces = new ArrayList<>();
        Path2D line = new Path2D.Double();
        Column column = new Column();
        if (from > end) {
            return pieces;
        }
        add(column, line, curve, from);
        for (int i = 0; i < s.size(); i++) {
            if (s.step(i) <= from || s.step(i) >= end) {
                continue;
            }
            if (!Double.isNaN(s.value(i))) {
                column.add(line, axes.x(s.step(i)), far(s.value(i), plot));
            } else if (!column.isEmpty()) {
                column.flush(line);
                pieces.add(line);
                line = new Path2D.Double();
                column = new Column();
            }
        }
        add(column, line, curve, end);
        if (!column.isEmpty()) {
            column.flush(line);
            pieces.add(line);
        }
        return pieces;
    }

    /**
     * Square dots for the batches of a track after one step and up to another, as pieces of a line as wide as they are; of very many only one
     * in so many. A batch beyond the plot has none.
     */
    Optional<Path2D> batches(int k, int from, int to, double side) {
        return lines.get(k).batch().map(batch -> {
            Path2D dots = new Path2D.Double();
            int stride = Math.max(1, Math.ceilDiv(batch.measured().last(), MOST_DOTS));
            int end = Math.min(to, batch.measured().last());
            for (int step = from == 0 ? 0 : (from / stride + 1) * stride; step <= end; step += stride) {
                double x = axes.x(step);
                double y = axes.y(batch.value().applyAsDouble(step));
                if (y >= axes.plot().getY() && y <= axes.plot().getMaxY()) {
                    dots.moveTo(x - side / 2, y);
                    dots.lineTo(x + side / 2, y);
                }
            }
            return dots;
        });
    }

    private void add(Column column, Path2D line, LossCurve curve, int step) {
        int before = curve.measured().before(step);
        int after = curve.measured().after(step);
        double one = curve.value().applyAsDouble(before);
        double other = curve.value().applyAsDouble(after);
        if (!Double.isNaN(one) && !Double.isNaN(other)) {
            double y = far(one, axes.plot());
            column.add(line, axes.x(step), after > before ? y + (far(other, axes.plot()) - y) * (step - before) / (after - before) : y);
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
