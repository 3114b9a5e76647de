package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import thalweg.experiment.Curvatures;
import thalweg.experiment.Curving;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.math.Eigenpair;
import thalweg.math.Eigenpairs.Ending;
import thalweg.math.Hutchinson;
import thalweg.optimizer.Edge;
import thalweg.optimizer.GradientDescent;
import thalweg.slice.Curvature;

/**
 * How a cost curves: the density of all eigenvalues of its Hessian as a hill, those that are known as sticks with their residuals as
 * whiskers, and the edge of stability {@code 2 / alpha}, which no eigenvalue should pass.
 */
public record SpectrumPainter(Style style, Memo memo) implements Plot {
    /** Height of a stick, and of the highest where there is no hill beside it: a part of the plot. */
    private static final double STICK = 30;
    private static final double ALONE = 0.55;
    private static final double DOT = 3.2;
    /** Room for numbers at the right, and for the line below that says what it took. */
    private static final double NUMBERS = 176;
    private static final double FOOT = 22;
    private static final double LINE = 15;
    private static final double LEAST_WIDTH = 520;
    private static final double LEAST_HEIGHT = 220;
    private static final double ROW = 24;
    private static final double PAD = 12;

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Curvatures known = frame.curvatures();
        Curvatures.Point looked = Curvatures.looked(frame);
        Optional<Curvatures.Point> nearest = known.nearest(looked);
        if (known.refusal().isPresent() || nearest.isEmpty()) {
            Ink.on(graphics, area, style, ink -> Notice.paint(ink, area, known.refusal().map(why -> "No spectrum: " + why + ".")
                    .orElse(SharpnessPainter.grows(frame) ? "The eigenvalues of the Hessian are found when the runs have ended."
                            : "The eigenvalues of the Hessian are being sought.")));
            return;
        }
        Curvature curvature = known.points().get(nearest.get());
        Optional<Edge> edge = edge(frame, nearest.get());
        Ink.on(graphics, area, style, ink -> {
            boolean wide = area.getWidth() >= ink.px(LEAST_WIDTH) && curvature.eigenpairs().ending() != Ending.NOT_FINITE && !style.isPresentation();
            boolean high = area.getHeight() >= ink.px(LEAST_HEIGHT) && !style.isPresentation();
            List<String> words = high ? foot(ink, area.getWidth(), effort(curvature, frame.experiment().look().curving())) : List.of();
            double foot = high ? ink.px(FOOT + LINE * (words.size() - 1)) : 0;
            Rectangle2D chart = new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth() - (wide ? ink.px(NUMBERS) : 0),
                    area.getHeight() - foot);
            paint(ink, chart, curvature, edge);
            if (wide) {
                paintNumbers(ink, new Rectangle2D.Double(chart.getMaxX() + ink.px(PAD), area.getY() + ink.px(PAD), ink.px(NUMBERS - 2 * PAD),
                        chart.getHeight()), curvature, edge);
            }
            double y = area.getMaxY() - foot + ink.px(FOOT / 2);
            for (String line : words) {
                ink.textAround(line, Face.REGULAR, Ink.SMALL, ink.theme().muted(), area.getX() + ink.px(PAD), y, 0);
                y += ink.px(LINE);
            }
        });
    }

    /** The edge of the rule of a run that descends, at the rate of the step that leads on. */
    private static Optional<Edge> edge(Frame frame, Curvatures.Point point) {
        if (point.track() == Curvatures.START || frame.experiment().maximise()) {
            return Optional.empty();
        }
        Track track = frame.tracks().get(point.track());
        double rate = track.trajectory().learningRate(point.step());
        return rate > 0 ? track.optimizer().edge(rate) : Optional.empty();
    }

    private void paintNumbers(Ink ink, Rectangle2D area, Curvature curvature, Optional<Edge> edge) {
        List<String[]> rows = new ArrayList<>();
        curvature.eigenpairs().top().stream().findFirst().ifPresent(p -> rows.add(new String[] {"largest", Numbers.of(p.value())}));
        curvature.eigenpairs().bottom().stream().findFirst().ifPresent(p -> rows.add(new String[] {"smallest", Numbers.of(p.value())}));
        rows.add(new String[] {"condition", curvature.conditionNumber().isPresent() ? Numbers.of(curvature.conditionNumber().getAsDouble())
                : "\u2013"});
        curvature.trace().filter(t -> Double.isFinite(t.value())).ifPresent(t -> rows.add(new String[] {"trace",
            Numbers.of(t.value()) + (t.standardError() > 0 ? " \u00b1 " + Numbers.of(t.standardError()) : "")}));
        double residual = Stream.concat(curvature.eigenpairs().top().stream(), curvature.eigenpairs().bottom().stream())
                .mapToDouble(Eigenpair::residual).max().orElse(Double.NaN);
        if (!Double.isNaN(residual)) {
            rows.add(new String[] {"residual \u2264", Numbers.of(residual)});
        }
        edge.ifPresent(e -> rows.add(new String[] {"edge", Numbers.of(e.curvature())}));
        rows.add(new String[] {"parameters", Numbers.whole(curvature.at().size())});
        double y = area.getY() + ink.px(ROW / 2);
        for (String[] row : rows) {
            if (y + ink.px(ROW / 2) > area.getMaxY()) {
                break;
            }
            ink.textAround(row[0], Face.REGULAR, Ink.DETAIL, ink.theme().muted(), area.getX(), y, 0);
            ink.textAround(row[1], Face.SEMIBOLD, Ink.DETAIL, ink.theme().text(), area.getMaxX(), y, 1);
            ink.hairline(ink.theme().plotGrid(), area.getX(), y + ink.px(ROW / 2), area.getMaxX(), y + ink.px(ROW / 2));
            y += ink.px(ROW);
        }
    }

    /** The lines below a chart of this width, in pixels. */
    static List<String> foot(Ink ink, double width, String effort) {
        return Notice.wrap(effort, Face.REGULAR, ink.px(Ink.SMALL), width - ink.px(2 * PAD));
    }

    /** What was spent, and how exact that makes it. */
    static String effort(Curvature curvature, Curving curving) {
        if (curvature.density().filter(d -> d.probes() == 0 && d.nodes().size() == curvature.at().size()).isPresent()) {
            return "every eigenvalue, from the whole Hessian";
        }
        StringBuilder words = new StringBuilder(curvature.eigenpairs().products() + " products with the Hessian");
        words.append(switch (curvature.eigenpairs().ending()) {
            case CONVERGED -> ", converged to " + Numbers.of(curving.tolerance()) + " of the largest";
            case OUT_OF_PRODUCTS -> ", not converged: the residuals say how far off";
            case CANCELLED -> ", stopped";
            case NOT_FINITE -> "";
        });
        curvature.trace().ifPresent(t -> words.append("; trace ").append(t.products() >= curvature.at().size() ? "exact" : t.products() + " probes"));
        curvature.density().filter(d -> d.nodes().size() > 0).ifPresent(d -> words.append("; density ").append(d.probes()).append(" probes of ")
                .append(curving.densitySteps()).append(" steps"));
        return words.toString();
    }

    @Override
    public String detail(Frame frame) {
        Curvatures.Point looked = Curvatures.looked(frame);
        Optional<Curvatures.Point> nearest = frame.curvatures().nearest(looked);
        if (nearest.isEmpty()) {
            return "eigenvalues of the Hessian";
        }
        String where = looked.track() == Curvatures.START ? "at the start" : frame.tracks().get(looked.track()).name() + ", step "
                + Numbers.whole(nearest.get().step()) + (nearest.get().equals(looked) ? "" : ", looking at " + Numbers.whole(looked.step()));
        return where + ": " + detail(frame.curvatures().points().get(nearest.get()));
    }

    /**
     * Paints one curvature over the whole area.
     *
     * @param learningRate of gradient descent, for the step that leads away from the point; empty if there is none
     */
    public void paint(Graphics2D graphics, Rectangle2D area, Curvature curvature, OptionalDouble learningRate) {
        Optional<Edge> edge = learningRate.isPresent() && learningRate.getAsDouble() > 0
                ? new GradientDescent(learningRate.getAsDouble()).edge(learningRate.getAsDouble()) : Optional.empty();
        Ink.on(graphics, area, style, ink -> paint(ink, area, curvature, edge));
    }

    private void paint(Ink ink, Rectangle2D area, Curvature curvature, Optional<Edge> edge) {
        SpectrumChart chart = SpectrumChart.of(area, curvature, edge.map(e -> OptionalDouble.of(e.curvature())).orElse(OptionalDouble.empty()), ink,
                memo);
        if (curvature.eigenpairs().ending() == Ending.NOT_FINITE) {
            Notice.paint(ink, area, "The Hessian is not finite at this point, so there are no eigenvalues to show.");
        } else if (chart.isEmpty()) {
            Notice.paint(ink, area, "No eigenvalue is known yet.");
        } else {
            paint(ink, chart, edge);
        }
    }

    /** What is known, in a phrase: {@code sharpness 12.3, condition 2508, trace 45.2 ± 1.3}. */
    public static String detail(Curvature curvature) {
        StringBuilder words = new StringBuilder();
        curvature.sharpness().ifPresent(s -> words.append("sharpness ").append(Numbers.of(s)));
        curvature.conditionNumber().ifPresent(c -> words.append(", condition ").append(Numbers.of(c)));
        Optional<Hutchinson.Trace> trace = curvature.trace().filter(t -> Double.isFinite(t.value()));
        trace.ifPresent(t -> words.append(words.isEmpty() ? "" : ", ").append("trace ").append(Numbers.of(t.value()))
                .append(t.standardError() > 0 ? " \u00b1 " + Numbers.of(t.standardError()) : ""));
        return words.toString();
    }

    private void paint(Ink ink, SpectrumChart chart, Optional<Edge> edge) {
        Axes axes = chart.axes();
        Rectangle2D plot = axes.plot();
        if (chart.hasDensity()) {
            axes.paintGrid();
        }
        if (axes.ranges().getFirst().contains(0)) {
            ink.hairline(ink.theme().border(), axes.x(0), plot.getY(), axes.x(0), plot.getMaxY());
        }
        chart.density().ifPresent(hill -> paintHill(ink, plot, hill));
        boolean beyond = edge.isPresent() && chart.known().stream().anyMatch(p -> p.value() > edge.get().curvature());
        edge.ifPresent(e -> paintEdge(ink, chart, e, beyond));
        axes.paintFrame(false);
        double height = chart.hasDensity() ? ink.px(STICK) : ALONE * plot.getHeight();
        for (Eigenpair pair : chart.known()) {
            paintStick(ink, axes, pair, Math.min(height, 0.8 * plot.getHeight()), edge.isPresent() && pair.value() > edge.get().curvature());
        }
        if (!chart.known().isEmpty() && plot.getHeight() > ink.px(90) && plot.getWidth() > ink.px(160)) {
            paintName(ink, axes, chart.known().getFirst().value(), plot.getMaxY() - height - ink.px(9));
        }
    }

    private void paintHill(Ink ink, Rectangle2D plot, Path2D hill) {
        Graphics2D g = (Graphics2D) ink.g().create();
        g.clip(plot);
        Ink inside = new Ink(g, style);
        inside.fill(Tint.veil(style.theme().muted(), 0.2), hill);
        inside.stroke(style.theme().muted(), 1.5, hill);
        g.dispose();
    }

    /** A stick with a dot; the whisker at the dot reaches as far as the eigenvalue may be off, where that can be seen. */
    private void paintStick(Ink ink, Axes axes, Eigenpair pair, double height, boolean beyond) {
        Color colour = beyond ? style.theme().danger() : style.theme().text();
        double x = axes.x(pair.value());
        double ground = axes.plot().getMaxY();
        double top = ground - height;
        double width = Math.max(1, Math.rint(ink.px(1.75)));
        ink.fill(colour, new Rectangle2D.Double(Math.rint(x - width / 2), top, width, height));
        double reach = axes.x(pair.value() + pair.residual()) - x;
        if (reach > ink.px(DOT)) {
            double left = Math.max(axes.plot().getX(), x - reach);
            double right = Math.min(axes.plot().getMaxX(), x + reach);
            ink.hairline(colour, left, top, right, top);
            ink.hairline(colour, left, top - ink.px(3), left, top + ink.px(4));
            ink.hairline(colour, right, top - ink.px(3), right, top + ink.px(4));
        }
        ink.fill(style.theme().canvas(), Ink.circle(x, top, ink.px(DOT + 1)));
        ink.fill(colour, Ink.circle(x, top, ink.px(DOT)));
    }

    private void paintName(Ink ink, Axes axes, double largest, double baseline) {
        String text = Numbers.of(largest);
        double half = ink.width(text, Face.SEMIBOLD, Ink.DETAIL) / 2;
        double x = Ink.within(axes.x(largest), axes.plot().getX() + half, axes.plot().getMaxX() + ink.px(12) - half);
        ink.halo(text, Face.SEMIBOLD, Ink.DETAIL, style.theme().text(), 4, x, baseline, 0.5);
    }

    /** A dashed line where it lies in the plot, else an arrow at the side on which it would. */
    private void paintEdge(Ink ink, SpectrumChart chart, Edge edge, boolean beyond) {
        Rectangle2D plot = chart.axes().plot();
        Color colour = beyond ? style.theme().danger() : style.theme().done();
        boolean inside = chart.edgeInside().isPresent();
        double x = inside ? chart.axes().x(edge.curvature()) : plot.getMaxX();
        if (inside) {
            ink.g().setColor(colour);
            ink.g().setStroke(new BasicStroke((float) ink.px(1.75), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
                    new float[] {(float) ink.px(6), (float) ink.px(4)}, 0));
            ink.g().draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
        }
        String text = String.format(Locale.ROOT, "%s = %s%s", edge.formula(), Numbers.of(edge.curvature()), inside ? "" : "  \u2192");
        double width = ink.width(text, Face.SEMIBOLD, Ink.DETAIL);
        if (width + ink.px(8) > plot.getWidth()) {
            return;
        }
        boolean left = x + ink.px(8) + width > plot.getMaxX() + ink.px(12);
        ink.halo(text, Face.SEMIBOLD, Ink.DETAIL, colour, 4, left ? x - ink.px(8) : x + ink.px(8), plot.getY() + ink.px(14), left ? 1 : 0);
    }
}
