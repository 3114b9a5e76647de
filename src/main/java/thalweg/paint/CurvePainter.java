package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Track;
import thalweg.math.Vec;

/** A cost of one parameter: the curve, the steps on it, and at the playhead the tangent and the next step as an arrow. */
public record CurvePainter(Style style, Memo memo) implements Plot {
    private static final double REACH = 10;
    private static final int LOOKED_AT = 3000;
    private static final double TANGENT = 64;
    /** Steps shown of a path off the line: all of thousands would hide the curve. */
    private static final int TAIL = 12;
    /** Curves along other draws of a random direction. */
    private static final double BESIDE = 0.32;

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            if (Notice.paintedFor(ink, area, frame, 1)) {
                return;
            }
            if (!frame.grid().hasFinite()) {
                Notice.paint(ink, area, "The cost is not a number anywhere in this window.");
                return;
            }
            CurveChart chart = CurveChart.of(area, frame, ink);
            chart.axes().paintGrid();
            Ink.on(ink.g(), clip(ink, chart), style, inside -> {
                List<Integer> shown = frame.shown();
                frame.beside().forEach(g -> chart.curve(g).forEach(c -> inside.stroke(Tint.veil(ink.theme().text(), BESIDE), 1.25, c)));
                chart.curve().forEach(c -> inside.stroke(ink.theme().text(), 2, c));
                shown.forEach(k -> paintSlope(inside, chart, frame, frame.tracks().get(k)));
                shown.forEach(k -> paintSteps(inside, chart, frame, frame.tracks().get(k)));
            });
            chart.axes().paintFrame(false);
            CurveMarks.of(ink, chart, frame).paint(ink);
            CurveMarks.paintAway(ink, chart, frame);
            paintNow(ink, chart, frame);
            spoken(frame).ifPresent(k -> CurveNote.paint(ink, chart, frame, frame.tracks().get(k)));
        });
    }

    /** The track whose slope and step are said in words: the selected one, or the only one. */
    private static Optional<Integer> spoken(Frame frame) {
        List<Integer> shown = frame.shown();
        int selected = frame.experiment().look().selected();
        return shown.contains(selected) ? Optional.of(selected) : shown.size() == 1 ? Optional.of(shown.getFirst()) : Optional.empty();
    }

    private static Rectangle2D clip(Ink ink, CurveChart chart) {
        Rectangle2D plot = chart.axes().plot();
        return new Rectangle2D.Double(plot.getX() - ink.px(2), plot.getY() - ink.px(8), plot.getWidth() + ink.px(4),
                plot.getHeight() + ink.px(8));
    }

    /** Tangent at the playhead, the fan of tangents that noise makes likely, the foot on the axis, and the arrow to the next step. */
    private void paintSlope(Ink ink, CurveChart chart, Frame frame, Track track) {
        Trajectory t = track.trajectory();
        int step = Math.min(frame.step(), t.last());
        double a = chart.along(t, step);
        double loss = t.loss(step);
        double slope = chart.slope(t, step);
        if (!chart.axes().ranges().getFirst().contains(a) || !Double.isFinite(loss) || !Double.isFinite(slope)) {
            return;
        }
        RunStyle run = RunStyle.of(track.run());
        double x = chart.axes().x(a);
        double y = chart.y(loss);
        double noise = frame.experiment().noise();
        if (noise > 0) {
            ink.fill(Tint.veil(run.colour(), 0.18), fan(ink, x, y, chart.pixelSlope(slope - noise, loss),
                    chart.pixelSlope(slope + noise, loss)));
        }
        double[] d = unit(chart.pixelSlope(slope, loss), ink.px(TANGENT));
        ink.line(run.edge(style.theme()), 2, x - d[0], y - d[1], x + d[0], y + d[1]);
        ink.g().setColor(Tint.veil(run.edge(style.theme()), 0.7));
        ink.g().setStroke(new BasicStroke((float) ink.px(1), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
                new float[] {(float) ink.px(2), (float) ink.px(3)}, 0));
        ink.g().draw(new Line2D.Double(x, y, x, chart.axes().plot().getMaxY()));
        if (frame.step() < t.last()) {
            double lift = y - ink.px(26) < chart.axes().plot().getY() ? 26 : -26;
            arrow(ink, run.edge(style.theme()), x, chart.axes().x(chart.along(t, step + 1)), y + ink.px(lift));
        }
    }

    private static double[] unit(double slope, double length) {
        double h = Math.hypot(1, slope);
        return new double[] {length / h, length * slope / h};
    }

    private static Path2D fan(Ink ink, double x, double y, double one, double other) {
        double[] a = unit(one, ink.px(TANGENT));
        double[] b = unit(other, ink.px(TANGENT));
        Path2D fan = new Path2D.Double();
        fan.moveTo(x - a[0], y - a[1]);
        fan.lineTo(x, y);
        fan.lineTo(x + a[0], y + a[1]);
        fan.lineTo(x + b[0], y + b[1]);
        fan.lineTo(x, y);
        fan.lineTo(x - b[0], y - b[1]);
        fan.closePath();
        return fan;
    }

    /** From a short bar; shorter than its head it is the head alone, and without a length nothing. */
    private static void arrow(Ink ink, Color colour, double from, double to, double y) {
        double length = Math.abs(to - from);
        if (!(length >= ink.px(0.5))) {
            return;
        }
        double end = Math.clamp(to, -1e5, 1e5);
        ink.line(ink.theme().muted(), 1.25, from, y - ink.px(6), from, y + ink.px(6));
        double head = Math.signum(end - from) * Math.min(ink.px(8), length);
        ink.line(colour, 2, from, y, end - head * 0.8, y);
        Path2D tip = new Path2D.Double();
        tip.moveTo(end, y);
        tip.lineTo(end - head, y - Math.abs(head) * 0.55);
        tip.lineTo(end - head, y + Math.abs(head) * 0.55);
        tip.closePath();
        ink.fill(colour, tip);
    }

    /**
     * Steps made as discs joined by thin lines, steps to come as small circles, those too near to the last one left out. Of a path off the line,
     * whose heights are not the curve's, only the last steps.
     */
    private void paintSteps(Ink ink, CurveChart chart, Frame frame, Track track) {
        Trajectory t = track.trajectory();
        int now = Math.min(frame.step(), t.last());
        boolean off = isOff(track);
        int end = style.isPresentation() || off ? now : t.last();
        RunStyle run = RunStyle.of(track.run());
        int stride = Math.max(1, end / LOOKED_AT);
        double x = Double.NaN;
        double y = Double.NaN;
        for (int step = off ? Math.max(0, now - TAIL) : 0; step <= end; step += off ? 1 : stride) {
            double nx = chart.axes().x(chart.along(t, step));
            double ny = chart.y(t.loss(step));
            if (Double.isNaN(nx) || Double.isNaN(ny) || Math.abs(nx) > 1e5) {
                break;
            }
            boolean apart = Double.isNaN(x) || Math.hypot(nx - x, ny - y) >= ink.px(3);
            if (!apart) {
                continue;
            }
            if (step <= now && !Double.isNaN(x)) {
                ink.line(Tint.veil(run.edge(style.theme()), 0.5), 1, x, y, nx, ny);
            }
            if (step <= now) {
                ink.fill(run.colour(), Ink.circle(nx, ny, ink.px(2.7)));
            } else {
                ink.fill(style.theme().canvas(), Ink.circle(nx, ny, ink.px(3.2)));
                ink.ring(run.edge(style.theme()), 3.2, 1.25, nx, ny);
            }
            x = nx;
            y = ny;
        }
    }

    /** Whether a path is drawn on a line that it does not follow. */
    private static boolean isOff(Track track) {
        return track.route().filter(r -> IntStream.of(0, r.last() / 3, r.last() * 2 / 3).anyMatch(step -> Fading.shade(r, step) > 0)).isPresent();
    }

    /** The markers at the playhead, on the edge of the plot for a run that has left it, and the ring of the iterate pointed at. */
    private void paintNow(Ink ink, CurveChart chart, Frame frame) {
        for (int k : frame.shown()) {
            Trajectory t = frame.tracks().get(k).trajectory();
            Point2D at = chart.place(t, Math.min(frame.step(), t.last()));
            RunStyle run = RunStyle.of(frame.tracks().get(k).run());
            ink.stroke(style.theme().canvas(), 2.4, run.marker().at(at.getX(), at.getY(), ink.px(5.2)));
            run.paintMarker(ink, at.getX(), at.getY(), 5.2);
        }
        frame.hover().filter(h -> frame.shown().contains(h.track())).ifPresent(h -> {
            Trajectory t = frame.tracks().get(h.track()).trajectory();
            Point2D at = chart.place(t, Math.clamp(h.step(), 0, t.last()));
            ink.hoverRing(at.getX(), at.getY());
        });
    }

    @Override
    public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        if (frame.scene().slice().dimension() != 1 || !frame.grid().hasFinite()) {
            return Optional.empty();
        }
        CurveChart chart = chart(area, frame);
        double nearest = REACH * style.scale();
        Optional<Hover> found = Optional.empty();
        for (int k : frame.shown()) {
            Trajectory t = frame.tracks().get(k).trajectory();
            int stride = Math.max(1, t.last() / LOOKED_AT);
            boolean off = isOff(frame.tracks().get(k));
            int now = Math.min(frame.step(), t.last());
            for (int step = off ? Math.max(0, now - TAIL) : 0; step <= (off ? now : t.last()); step += off ? 1 : stride) {
                double distance = point.distance(chart.axes().x(chart.along(t, step)), chart.y(t.loss(step)));
                if (distance < nearest) {
                    nearest = distance;
                    found = Optional.of(new Hover(k, step));
                }
            }
        }
        return found;
    }

    @Override
    public Optional<Vec> locate(Point2D point, Rectangle2D area, Frame frame) {
        if (frame.scene().slice().dimension() != 1 || !frame.grid().hasFinite()) {
            return Optional.empty();
        }
        Axes axes = chart(area, frame).axes();
        return axes.contains(point) ? Optional.of(Vec.of(axes.xAt(point.getX()))) : Optional.empty();
    }

    /** The chart as painted; this ink only measures. */
    private CurveChart chart(Rectangle2D area, Frame frame) {
        return CurveChart.of(area, frame, new Ink(new OutlineGraphics(), style));
    }

    @Override
    public String detail(Frame frame) {
        return frame.scene().slice().dimension() == 1
                ? (frame.coarse() ? "coarse so far, " : "") + Goal.of(frame).cost() + " along " + Letters.plain(CurveChart.name(frame))
                + (frame.shown().stream().anyMatch(k -> isOff(frame.tracks().get(k))) ? ", paths off it: the last " + TAIL + " steps" : "")
                + (frame.beside().isEmpty() ? "" : ", faint: " + frame.beside().size()
                        + (frame.beside().size() == 1 ? " other draw" : " other draws")) : "needs one parameter";
    }
}
