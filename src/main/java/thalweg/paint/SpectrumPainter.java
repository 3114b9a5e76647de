package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import thalweg.math.Eigenpair;
import thalweg.math.Eigenpairs.Ending;
import thalweg.math.Hutchinson;
import thalweg.slice.Curvature;

/**
 * How a cost curves: the density of all eigenvalues of its Hessian as a hill, those that are known as sticks with their residuals as
 * whiskers, and the edge of stability {@code 2 / alpha}, which no eigenvalue should pass.
 */
public record SpectrumPainter(Style style, Memo memo) {
    /** Height of a stick, and of the highest where there is no hill beside it: a part of the plot. */
    private static final double STICK = 30;
    private static final double ALONE = 0.55;
    private static final double DOT = 3.2;

    /**
     * Paints.
     *
     * @param learningRate of the step that leads away from the point; empty if there is none
     */
    public void paint(Graphics2D graphics, Rectangle2D area, Curvature curvature, OptionalDouble learningRate) {
        OptionalDouble edge = learningRate.isPresent() && learningRate.getAsDouble() > 0 ? OptionalDouble.of(2 / learningRate.getAsDouble())
                : OptionalDouble.empty();
        Ink.on(graphics, area, style, ink -> {
            SpectrumChart chart = SpectrumChart.of(area, curvature, edge, ink, memo);
            if (curvature.eigenpairs().ending() == Ending.NOT_FINITE) {
                Notice.paint(ink, area, "The Hessian is not finite at this point, so there are no eigenvalues to show.");
            } else if (chart.isEmpty()) {
                Notice.paint(ink, area, "No eigenvalue is known yet.");
            } else {
                paint(ink, chart, edge);
            }
        });
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

    private void paint(Ink ink, SpectrumChart chart, OptionalDouble edge) {
        Axes axes = chart.axes();
        Rectangle2D plot = axes.plot();
        if (chart.hasDensity()) {
            axes.paintGrid();
        }
        if (axes.ranges().getFirst().contains(0)) {
            ink.hairline(ink.theme().border(), axes.x(0), plot.getY(), axes.x(0), plot.getMaxY());
        }
        chart.density().ifPresent(hill -> paintHill(ink, plot, hill));
        boolean beyond = edge.isPresent() && chart.known().stream().anyMatch(p -> p.value() > edge.getAsDouble());
        edge.ifPresent(e -> paintEdge(ink, chart, e, beyond));
        axes.paintFrame(false);
        double height = chart.hasDensity() ? ink.px(STICK) : ALONE * plot.getHeight();
        for (Eigenpair pair : chart.known()) {
            paintStick(ink, axes, pair, Math.min(height, 0.8 * plot.getHeight()), edge.isPresent() && pair.value() > edge.getAsDouble());
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
    private void paintEdge(Ink ink, SpectrumChart chart, double edge, boolean beyond) {
        Rectangle2D plot = chart.axes().plot();
        Color colour = beyond ? style.theme().danger() : style.theme().done();
        boolean inside = chart.edgeInside().isPresent();
        double x = inside ? chart.axes().x(edge) : plot.getMaxX();
        if (inside) {
            ink.g().setColor(colour);
            ink.g().setStroke(new BasicStroke((float) ink.px(1.75), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
                    new float[] {(float) ink.px(6), (float) ink.px(4)}, 0));
            ink.g().draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
        }
        String text = String.format(Locale.ROOT, "2/\u03b1 = %s%s", Numbers.of(edge), inside ? "" : "  \u2192");
        double width = ink.width(text, Face.SEMIBOLD, Ink.DETAIL);
        if (width + ink.px(8) > plot.getWidth()) {
            return;
        }
        boolean left = x + ink.px(8) + width > plot.getMaxX() + ink.px(12);
        ink.halo(text, Face.SEMIBOLD, Ink.DETAIL, colour, 4, left ? x - ink.px(8) : x + ink.px(8), plot.getY() + ink.px(14), left ? 1 : 0);
    }
}
