package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thalweg.comparison.Bands;
import thalweg.experiment.Frame;
import thalweg.experiment.Surveys;
import thalweg.math.Range;

/** Each rule from many starts, or with many seeds: the median of the cost at every step, and around it the middle half of the runs. */
public record BandsPainter(Style style, Memo memo) implements Plot {
    private static final double WIDTH = 2.25;
    private static final double VEIL = 0.2;
    private static final double DECADES = 16;

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            if (!SurveyText.isWithout(ink, area, frame, Surveys.BANDS)) {
                Bands bands = frame.surveys().of(Surveys.BANDS, Bands.class).orElseThrow();
                paint(ink, SurveyText.paintRule(ink, area, rule(frame, bands)), frame, bands);
            }
        });
    }

    static String rule(Frame frame, Bands bands) {
        return Numbers.whole(bands.runs()) + (Surveys.variesStarts(frame) ? " starts in the window, the same for all" : " seeds, the same for all")
                + ". Line: the median; band: the middle half. Arrived: a thousandth of the first gap to the " + Goal.of(frame).best() + " J is left.";
    }

    private void paint(Ink ink, Rectangle2D area, Frame frame, Bands bands) {
        List<SurveyText.Row> rows = rows(frame, bands);
        double legend = SurveyText.legend(ink, area, rows);
        double sign = frame.experiment().maximise() ? -1 : 1;
        Axes axes = Axes.in(area, Axis.steps(bands.steps().getLast()), vertical(bands, sign), ink, legend);
        Rectangle2D plot = axes.plot();
        axes.paintGrid();
        axes.paintFrame(false);
        Graphics2D g = (Graphics2D) ink.g().create();
        g.clip(new Rectangle2D.Double(plot.getX(), plot.getY() - ink.px(2), plot.getWidth() + ink.px(1), plot.getHeight() + ink.px(3)));
        for (Bands.Entry entry : bands.entries()) {
            style(frame, entry).ifPresent(run -> {
                g.setColor(Tint.veil(run.edge(ink.theme()), VEIL));
                g.fill(band(axes, bands, entry, sign));
            });
        }
        for (Bands.Entry entry : bands.entries()) {
            style(frame, entry).ifPresent(run -> {
                g.setColor(run.colour());
                g.setStroke(run.stroke(ink.px(WIDTH)));
                g.draw(line(axes, bands.steps(), entry.median(), sign, false, new Path2D.Double()));
            });
        }
        g.dispose();
        if (legend > 0) {
            SurveyText.paintLegend(ink, plot.getMaxX(), plot.getY(), plot.getMaxY(), rows);
        }
    }

    private static Optional<RunStyle> style(Frame frame, Bands.Entry entry) {
        return SurveyText.track(frame, entry.run()).map(t -> RunStyle.of(t.run()));
    }

    static Axis vertical(Bands bands, double sign) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double positive = Double.POSITIVE_INFINITY;
        for (Bands.Entry entry : bands.entries()) {
            high = Math.max(high, begin(entry));
            for (double v : entry.lower()) {
                low = Double.isFinite(v) ? Math.min(low, v) : low;
                positive = v > 0 ? Math.min(positive, v) : positive;
            }
        }
        if (!(low <= high) || !Double.isFinite(high)) {
            return Axis.linear(new Range(0, 1), "$J$");
        }
        if (sign > 0 && low >= 0 && positive < high / 100) {
            double least = Math.max(positive, high * Math.pow(10, -DECADES));
            return Axis.log(Axis.shownLog(Math.pow(10, Math.floor(Math.log10(least))), Math.pow(10, Math.ceil(Math.log10(high)))), "$J$");
        }
        double room = 0.04 * (high - low);
        return sign > 0 ? Axis.linear(Axis.shown(low - room, high + room), "$J$") : Axis.linear(Axis.shown(-high - room, -low + room), "$J$");
    }

    /** The height worth room at the start: of three quarters of the runs, or where some of those have none, of as many as have. */
    private static double begin(Bands.Entry entry) {
        return Stream.of(entry.upper(), entry.median(), entry.lower()).map(List::getFirst).filter(Double::isFinite).findFirst()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static Path2D band(Axes axes, Bands bands, Bands.Entry entry, double sign) {
        Path2D path = line(axes, bands.steps(), entry.lower(), sign, false, new Path2D.Double());
        line(axes, bands.steps(), entry.upper(), sign, true, path);
        path.closePath();
        return path;
    }

    /** A line through values; what is infinite or 0 on a logarithmic axis lies beyond the edge of the plot. */
    private static Path2D line(Axes axes, List<Integer> steps, List<Double> values, double sign, boolean backward, Path2D path) {
        Rectangle2D plot = axes.plot();
        for (int k = 0; k < steps.size(); k++) {
            int s = backward ? steps.size() - 1 - k : k;
            double v = values.get(s);
            double y = Double.isFinite(v) ? axes.y(sign * v) : sign * v > 0 ? plot.getY() - plot.getHeight() : plot.getMaxY() + plot.getHeight();
            double within = Double.isFinite(y) ? Math.clamp(y, plot.getY() - plot.getHeight(), plot.getMaxY() + plot.getHeight())
                    : plot.getMaxY() + plot.getHeight();
            if (path.getCurrentPoint() == null) {
                path.moveTo(axes.x(steps.get(s)), within);
            } else {
                path.lineTo(axes.x(steps.get(s)), within);
            }
        }
        return path;
    }

    private static List<SurveyText.Row> rows(Frame frame, Bands bands) {
        List<SurveyText.Row> rows = new ArrayList<>();
        for (Bands.Entry entry : bands.entries()) {
            SurveyText.track(frame, entry.run()).ifPresent(track -> {
                Color colour = RunStyle.of(track.run()).colour();
                String more = SurveyText.perCent(entry.converged()) + " arrive"
                        + (entry.arrival() >= 0 ? ", half by step " + Numbers.whole(entry.arrival())
                        : entry.diverged() > 0 ? ", " + SurveyText.perCent(entry.diverged()) + " diverge" : "");
                rows.add(new SurveyText.Row(Optional.of(colour), track.name(), more));
            });
        }
        return rows;
    }

    @Override
    public String title(Frame frame, String label) {
        return Surveys.variesStarts(frame) ? label : "Many seeds";
    }

    @Override
    public String detail(Frame frame) {
        return SurveyText.detail(frame, Surveys.BANDS, "median and middle half");
    }
}
