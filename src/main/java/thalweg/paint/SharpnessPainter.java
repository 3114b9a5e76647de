package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.descent.Outcome;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.optimizer.Edge;
import thalweg.slice.Sharpness;

/**
 * The largest eigenvalue of the Hessian along runs, beside the edge of stability of their rules: {@code 2 / alpha} for gradient descent. Runs
 * on whole data climb to it and stay there (Cohen, Kaur, Li, Kolter and Talwalkar 2021, ICLR).
 */
public record SharpnessPainter(Style style, Memo memo) implements Plot {
    private static final double REACH = 10;
    private static final double WIDTH = 2.25;
    private static final double DOT = 2.4;
    /** Dots nearer than this would be a rope. */
    private static final double APART = 7;

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            SharpnessChart chart = SharpnessChart.of(area, frame, ink);
            if (chart.lines().isEmpty()) {
                Notice.paint(ink, area, frame.tracks().isEmpty() ? "No runs yet. Add one to see how sharp the cost is along it."
                        : "All runs are hidden.");
            } else if (frame.curvatures().refusal().isPresent()) {
                Notice.paint(ink, area, "No sharpness: " + frame.curvatures().refusal().get() + ".");
            } else if (chart.isEmpty()) {
                Notice.paint(ink, area, grows(frame) ? "The sharpness is found when the runs have ended."
                        : frame.curvatures().along().isEmpty() ? "The sharpness along the runs is being found."
                        : "The Hessian is not finite along these runs.");
            } else {
                paint(ink, chart, area, frame);
            }
        });
    }

    /** Whether a run is still on its way; what is asked of the curvature waits for its end. */
    static boolean grows(Frame frame) {
        return frame.tracks().stream().anyMatch(t -> t.trajectory().outcome() instanceof Outcome.Running);
    }

    private void paint(Ink ink, SharpnessChart chart, Rectangle2D area, Frame frame) {
        Axes axes = chart.axes();
        Rectangle2D plot = axes.plot();
        double head = axes.x(frame.step());
        double half = Math.max(ink.px(22), ink.width(Numbers.whole(frame.step()), Face.SEMIBOLD, Ink.DETAIL) + ink.px(10)) / 2 + ink.px(3);
        axes.paintGrid();
        axes.paintFrame(false, head - half, head + half);
        Graphics2D g = (Graphics2D) ink.g().create();
        g.clip(new Rectangle2D.Double(plot.getX(), plot.getY(), plot.getWidth() + ink.px(4), plot.getHeight()));
        Ink inside = new Ink(g, style);
        chart.lines().forEach(line -> paintEdge(inside, chart, line));
        chart.lines().forEach(line -> paintLine(inside, chart, line, frame.step()));
        g.dispose();
        ink.line(ink.theme().accent(), 1.25, head, plot.getY(), head, plot.getMaxY() + ink.px(4));
        if (area.getMaxY() - plot.getMaxY() >= ink.px(20)) {
            ink.pill(Numbers.whole(frame.step()), Ink.within(head, area.getX() + half + 1, area.getMaxX() - half - 1), plot.getMaxY() + ink.px(4));
        }
        chart.lines().forEach(line -> chart.at(line, Math.min(frame.step(), chart.track(line).trajectory().last()))
                .ifPresent(v -> RunStyle.of(chart.track(line).run())
                .paintMarker(ink, axes.x(Math.min(frame.step(), chart.track(line).trajectory().last())), chart.y(v), 4.8)));
        paintWords(ink, chart);
        frame.hover().ifPresent(h -> chart.lines().stream().filter(l -> l.track() == h.track()).findFirst()
                .ifPresent(l -> chart.at(l, h.step()).ifPresent(v -> ink.hoverRing(axes.x(h.step()), chart.y(v)))));
    }

    private void paintEdge(Ink ink, SharpnessChart chart, SharpnessChart.Line line) {
        if (line.edge().isEmpty()) {
            return;
        }
        ink.g().setColor(RunStyle.of(chart.track(line).run()).edge(style.theme()));
        ink.g().setStroke(new BasicStroke((float) ink.px(1.5), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
                new float[] {(float) ink.px(6), (float) ink.px(4)}, 0));
        ink.g().draw(chart.edge(line));
    }

    private void paintLine(Ink ink, SharpnessChart chart, SharpnessChart.Line line, int step) {
        RunStyle run = RunStyle.of(chart.track(line).run());
        Color edge = run.edge(style.theme());
        int last = chart.track(line).trajectory().last();
        if (step < last && !style.isPresentation()) {
            ink.stroke(Tint.veil(edge, 0.5), 1, chart.path(line, step, last));
        }
        Path2D past = chart.path(line, 0, Math.min(step, last));
        ink.g().setColor(run.colour());
        ink.g().setStroke(run.stroke(ink.px(WIDTH)));
        ink.g().draw(past);
        double before = Double.NEGATIVE_INFINITY;
        for (Sharpness p : line.points()) {
            double x = chart.axes().x(p.step());
            if (x - before >= ink.px(APART)) {
                ink.fill(p.step() <= step ? run.colour() : Tint.veil(edge, 0.5), Ink.circle(x, chart.y(p.value()), ink.px(DOT)));
                before = x;
            }
        }
    }

    /** Names at the right, and at the left of each edge its formula; one that lies far above is said at the top. */
    private void paintWords(Ink ink, SharpnessChart chart) {
        Rectangle2D plot = chart.axes().plot();
        List<NameColumn.Entry> entries = new ArrayList<>();
        double top = plot.getY() + ink.px(14);
        List<String> said = new ArrayList<>();
        for (SharpnessChart.Line line : chart.lines()) {
            RunStyle run = RunStyle.of(chart.track(line).run());
            if (!line.points().isEmpty()) {
                entries.add(new NameColumn.Entry(chart.track(line).name(), run, chart.y(line.points().getLast().value())));
            }
            if (line.edge().isEmpty()) {
                continue;
            }
            Edge edge = line.edge().get();
            boolean inside = chart.axes().ranges().getLast().contains(edge.curvature());
            String text = edge.formula() + " = " + Numbers.of(edge.curvature()) + (inside ? "" : " \u2191");
            if (said.contains(text) || ink.width(text, Face.SEMIBOLD, Ink.DETAIL) > plot.getWidth() - ink.px(16)) {
                continue;
            }
            said.add(text);
            double y = inside ? chart.axes().y(edge.curvature()) - ink.px(6) : top;
            ink.halo(text, Face.SEMIBOLD, Ink.DETAIL, run.edge(ink.theme()), 4, plot.getX() + ink.px(8), Math.max(plot.getY() + ink.px(12), y), 0);
            top += inside ? 0 : ink.px(16);
        }
        if (chart.names() > 0) {
            NameColumn.paint(ink, entries, plot.getMaxX(), chart.names(), plot.getY(), plot.getMaxY());
        }
    }

    /** The chart as painted; nothing is drawn with this ink, it only measures. */
    private SharpnessChart chart(Rectangle2D area, Frame frame) {
        return SharpnessChart.of(area, frame, new Ink(new OutlineGraphics(), style));
    }

    @Override
    public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        SharpnessChart chart = chart(area, frame);
        double nearest = REACH * style.scale();
        Optional<Hover> found = Optional.empty();
        for (SharpnessChart.Line line : chart.lines()) {
            for (Sharpness p : line.points()) {
                double distance = point.distance(chart.axes().x(p.step()), chart.y(p.value()));
                if (distance < nearest) {
                    nearest = distance;
                    found = Optional.of(new Hover(line.track(), p.step()));
                }
            }
        }
        return found;
    }

    @Override
    public Optional<Integer> step(Point2D point, Rectangle2D area, Frame frame) {
        SharpnessChart chart = chart(area, frame);
        Rectangle2D plot = chart.axes().plot();
        double slack = REACH * style.scale();
        boolean over = !chart.lines().isEmpty() && point.getX() >= plot.getX() - slack && point.getX() <= plot.getMaxX() + slack
                && point.getY() >= plot.getY() && point.getY() <= area.getMaxY();
        return over ? Optional.of(Math.clamp(Math.round(chart.axes().xAt(point.getX())), 0, frame.last())) : Optional.empty();
    }

    @Override
    public String detail(Frame frame) {
        int most = frame.curvatures().along().values().stream().mapToInt(List::size).max().orElse(0);
        return "largest eigenvalue of the Hessian" + (most == 0 ? "" : " at " + most + " steps of a run") + ", edge dashed";
    }
}
