package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import thalweg.comparison.Fate;
import thalweg.comparison.RateSweep;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Surveys;
import thalweg.experiment.Track;
import thalweg.math.Range;

/** Rules compared fairly: the cost each comes to within one budget, at every learning rate; best and present rates marked. A click takes a rate. */
public record SweepPainter(Style style, Memo memo) implements Plot {
    private static final double REACH = 14;
    private static final double WIDTH = 2.25;
    private static final double DECADES = 16;
    /** Room beyond the worst of the plot's own values, of the whole: what diverged stands there. */
    private static final double LOST = 0.06;

    /**
     * Curves laid out.
     *
     * @param legend height of the names in rows above, in pixels; 0 if they stand beside the curves
     * @param names room for them there, in pixels
     */
    record Chart(Axes axes, double sign, double legend, double names) {
        Point2D point(RateSweep sweep, RateSweep.Entry entry, int k) {
            return new Point2D.Double(axes.x(sweep.rates().get(k)), y(entry.fates().get(k)));
        }

        /** What is lost stands at the edge where the worst is: above, or below where J is climbed. What has no logarithm stands below. */
        double y(Fate fate) {
            Rectangle2D plot = axes.plot();
            double y = !fate.diverged() && Double.isFinite(fate.last()) ? axes.y(sign * fate.last()) : sign > 0 ? plot.getY() : plot.getMaxY();
            return Double.isNaN(y) ? plot.getMaxY() : Math.clamp(y, plot.getY(), plot.getMaxY());
        }
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            if (!SurveyText.isWithout(ink, area, frame, Surveys.SWEEP)) {
                RateSweep sweep = sweep(frame);
                paint(ink, SurveyText.paintRule(ink, area, rule(sweep)), frame, sweep);
            }
        });
    }

    private static RateSweep sweep(Frame frame) {
        return frame.surveys().of(Surveys.SWEEP, RateSweep.class).orElseThrow();
    }

    private static String rule(RateSweep sweep) {
        return "Same start, " + Numbers.whole(sweep.budget())
                + " evaluations for each run: a gradient, or J alone, counts one, a Hessian one per parameter. Ring: the best rate; marker: the"
                + " rate now.";
    }

    private void paint(Ink ink, Rectangle2D area, Frame frame, RateSweep sweep) {
        Chart chart = chart(ink, area, frame, sweep);
        Axes axes = chart.axes;
        Rectangle2D plot = axes.plot();
        axes.paintGrid();
        axes.paintFrame(false);
        Graphics2D g = (Graphics2D) ink.g().create();
        g.clip(new Rectangle2D.Double(plot.getX(), plot.getY() - ink.px(2), plot.getWidth() + ink.px(2), plot.getHeight() + ink.px(4)));
        for (RateSweep.Entry entry : sweep.entries()) {
            SurveyText.track(frame, entry.run()).ifPresent(track -> paintCurve(g, ink, chart, sweep, entry, RunStyle.of(track.run())));
        }
        g.dispose();
        double width = chart.names;
        if (chart.legend > 0) {
            Legend.paint(ink, new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), chart.legend), named(frame, sweep));
        }
        List<NameColumn.Entry> names = new ArrayList<>();
        for (RateSweep.Entry entry : sweep.entries()) {
            SurveyText.track(frame, entry.run()).ifPresent(track -> {
                RunStyle run = RunStyle.of(track.run());
                int best = entry.best();
                if (best >= 0) {
                    double x = axes.x(sweep.rates().get(best));
                    double y = chart.y(entry.fates().get(best));
                    ink.ring(Tint.veil(ink.theme().canvas(), 0.9), 6, 4, x, y);
                    ink.ring(run.edge(ink.theme()), 6, 2, x, y);
                }
                double x = axes.x(entry.currentRate());
                if (x >= plot.getX() && x <= plot.getMaxX()) {
                    run.paintMarker(ink, x, chart.y(entry.current()), 5);
                }
                names.add(new NameColumn.Entry(shortened(ink, track, rate(sweep, entry), width), run,
                        chart.y(best >= 0 ? entry.fates().get(best) : entry.current())));
            });
        }
        if (width > 0) {
            NameColumn.paint(ink, names, plot.getMaxX(), width, plot.getY() + ink.px(6), plot.getMaxY() - ink.px(6));
        }
    }

    private static void paintCurve(Graphics2D g, Ink ink, Chart chart, RateSweep sweep, RateSweep.Entry entry, RunStyle run) {
        Path2D path = new Path2D.Double();
        for (int k = 0; k < sweep.rates().size(); k++) {
            double x = chart.axes.x(sweep.rates().get(k));
            double y = chart.y(entry.fates().get(k));
            if (k == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        g.setColor(run.colour());
        g.setStroke(run.stroke(ink.px(WIDTH)));
        g.draw(path);
    }

    private static String rate(RateSweep sweep, RateSweep.Entry entry) {
        return entry.best() < 0 ? ": always diverges" : ": " + Numbers.of(sweep.rates().get(entry.best()));
    }

    /** Where there is not room for all of it, the end of the name goes, and not the number. */
    static String shortened(Ink ink, Track track, String rate, double width) {
        double room = NameColumn.room(ink, width) - ink.width(rate, NameColumn.face(ink), NameColumn.size(ink));
        return NameColumn.face(ink).fit(track.name(), ink.px(NameColumn.size(ink)), room) + rate;
    }

    /** The runs, with their best rates in their names. */
    private static List<Track> named(Frame frame, RateSweep sweep) {
        return sweep.entries().stream().flatMap(e -> SurveyText.track(frame, e.run()).map(t -> t.relabelled(t.run(), t.name() + rate(sweep, e)))
                .stream()).toList();
    }

    static Chart chart(Ink ink, Rectangle2D area, Frame frame, RateSweep sweep) {
        double sign = frame.experiment().maximise() ? -1 : 1;
        double[] ends = sweep.entries().stream().flatMap(e -> Stream.concat(e.fates().stream(), Stream.of(e.current())))
                .filter(f -> !f.diverged() && Double.isFinite(f.last())).mapToDouble(f -> sign * f.last()).toArray();
        double[] starts = sweep.entries().stream().mapToDouble(e -> sign * e.current().first()).filter(Double::isFinite).limit(1).toArray();
        Axis y = vertical(starts.length == 0 ? ends : starts, ends, sign);
        Range rates = new Range(sweep.rates().getFirst(), sweep.rates().getLast());
        List<Track> named = named(frame, sweep);
        List<String> words = named.stream().map(Track::name).toList();
        boolean rows = NameColumn.isTooWide(ink, words, area.getWidth());
        double legend = rows ? Legend.height(ink, area.getWidth(), named) : 0;
        double names = rows ? 0 : NameColumn.width(ink, words, area.getWidth());
        return new Chart(Axes.in(SurveyText.below(area, legend), Axis.log(rates, "learning rate $\\alpha$"), y, ink, names), sign, legend, names);
    }

    /**
     * From the start, or what there is in its place, to the best: what ends worse than it began is as good as lost.
     *
     * @param begin the values that are not to be lost
     * @param ends of all runs that have not diverged
     */
    private static Axis vertical(double[] begin, double[] ends, double sign) {
        String label = "$J$ at the end";
        double[] all = DoubleStream.concat(Arrays.stream(begin), Arrays.stream(ends)).toArray();
        if (all.length == 0) {
            return Axis.linear(new Range(0, 1), label);
        }
        double low = Arrays.stream(sign > 0 ? all : begin).min().orElseThrow();
        double high = Arrays.stream(sign > 0 ? begin : all).max().orElseThrow();
        double positive = Arrays.stream(all).filter(v -> v > 0).min().orElse(Double.POSITIVE_INFINITY);
        if (low >= 0 && sign > 0 && positive < high / 100) {
            double least = Math.max(positive, high * Math.pow(10, -DECADES));
            return Axis.log(Axis.shownLog(least / 2, high * Math.pow(high / least, LOST)), label);
        }
        double margin = 0.04 * (high - low);
        double lost = LOST * (high - low);
        return Axis.linear(sign > 0 ? Axis.shown(low - margin, high + lost) : Axis.shown(low - lost, high + margin), label);
    }

    /** The rate of the curve nearest to the point, for its run. */
    @Override
    public Optional<UnaryOperator<Experiment>> click(Point2D point, Rectangle2D area, Frame frame) {
        if (!SurveyText.isThere(frame, Surveys.SWEEP)) {
            return Optional.empty();
        }
        Ink ink = new Ink(new OutlineGraphics(), style);
        RateSweep sweep = sweep(frame);
        Chart chart = chart(ink, SurveyText.below(area, SurveyText.height(ink, area, rule(sweep))), frame, sweep);
        double nearest = ink.px(REACH);
        int run = -1;
        double rate = 0;
        for (RateSweep.Entry entry : sweep.entries()) {
            for (int k = 1; k < sweep.rates().size() && entry.run() < frame.experiment().runs().size(); k++) {
                Point2D before = chart.point(sweep, entry, k - 1);
                Point2D after = chart.point(sweep, entry, k);
                double distance = Line2D.ptSegDist(before.getX(), before.getY(), after.getX(), after.getY(), point.getX(), point.getY());
                if (distance < nearest) {                         // of the line as it is seen: where it is steep its points are far apart
                    nearest = distance;
                    run = entry.run();
                    rate = Surveys.rounded(sweep.rates().get(point.distance(before) < point.distance(after) ? k - 1 : k));
                }
            }
        }
        int taken = run;
        double at = rate;
        return run < 0 ? Optional.empty() : Optional.of(e -> Surveys.turned(e, taken, "learningRate", at));
    }

    @Override
    public String detail(Frame frame) {
        return SurveyText.detail(frame, Surveys.SWEEP, "best learning rate of each" + (style.hands() ? "; click to take one" : ""));
    }
}
