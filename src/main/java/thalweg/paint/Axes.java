package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import thalweg.math.Range;

/**
 * A pair of axes laid out in an area: maps numbers to pixels and back, and paints grid, frame, ticks and labels.
 *
 * <p>In a small area the letters go first, then the labels of the ticks, so that the plot itself keeps its room.
 */
public final class Axes {
    private static final double EXPONENT = 9;

    private final Axis horizontal;
    private final Axis vertical;
    private final Rectangle2D area;
    private final Rectangle2D plot;
    private final Ink ink;
    private final List<Axis.Tick> across;
    private final List<Axis.Tick> upward;
    private final boolean letters;
    private final boolean labels;

    private Axes(Axis horizontal, Axis vertical, Rectangle2D area, Ink ink, double right, double top, double left, boolean labels,
            boolean letters) {
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.area = area;
        this.ink = ink;
        this.labels = labels;
        this.letters = letters;
        double bottom = ink.px(letters ? 40 : labels ? 22 : 4);
        double x = Math.rint(area.getX() + left);
        double y = Math.rint(area.getY() + top);
        plot = new Rectangle2D.Double(x, y, Math.max(1, Math.rint(area.getMaxX() - right - x)),
                Math.max(1, Math.rint(area.getMaxY() - bottom - y)));
        across = horizontal.ticks(plot.getWidth() / ink.style().scale());
        upward = vertical.ticks(plot.getHeight() / ink.style().scale());
    }

    private Axes(Axes other, Ink ink) {
        horizontal = other.horizontal;
        vertical = other.vertical;
        area = other.area;
        plot = other.plot;
        across = other.across;
        upward = other.upward;
        letters = other.letters;
        labels = other.labels;
        this.ink = ink;
    }

    /** The same axes in the same place, to be painted with another ink of the same style. */
    Axes with(Ink other) {
        return new Axes(this, other);
    }

    /**
     * Lays axes out.
     *
     * @param right room kept free at the right of the plot, in pixels: names, a colour bar; at least 12 at scale 1 are
     */
    public static Axes in(Rectangle2D area, Axis horizontal, Axis vertical, Ink ink, double right) {
        double scale = ink.style().scale();
        boolean labels = area.getWidth() >= 120 * scale && area.getHeight() >= 90 * scale;
        boolean letters = area.getWidth() >= 220 * scale && area.getHeight() >= 150 * scale;
        double free = Math.max(ink.px(12), right);
        double top = ink.px(labels ? 8 : 4);
        double width = 0;
        if (labels) {
            double height = area.getHeight() / scale - (letters ? 40 : 22) - 8;
            width = vertical.ticks(Math.max(1, height)).stream().mapToDouble(t -> width(ink, t)).max().orElse(0) + ink.px(9);
        }
        double letter = letters ? isTurned(vertical) ? ink.px(20) : Typeset.line(vertical.label()).width(ink.px(Ink.DETAIL)) + ink.px(6)
                : 0;
        return new Axes(horizontal, vertical, area, ink, free, top, ink.px(8) + letter + width, labels, letters);
    }

    /** Where numbers are drawn. */
    public Rectangle2D plot() {
        return (Rectangle2D) plot.clone();
    }

    public double x(double value) {
        return plot.getX() + horizontal.fraction(value) * plot.getWidth();
    }

    public double y(double value) {
        return plot.getMaxY() - vertical.fraction(value) * plot.getHeight();
    }

    public double xAt(double pixel) {
        return horizontal.value((pixel - plot.getX()) / plot.getWidth());
    }

    public double yAt(double pixel) {
        return vertical.value((plot.getMaxY() - pixel) / plot.getHeight());
    }

    public boolean contains(Point2D point) {
        return point.getX() >= plot.getX() && point.getX() <= plot.getMaxX() && point.getY() >= plot.getY()
                && point.getY() <= plot.getMaxY();
    }

    /** The ranges shown. */
    public List<Range> ranges() {
        return List.of(horizontal.range(), vertical.range());
    }

    /** Lines at every labelled tick, for charts; goes below the curves. */
    public void paintGrid() {
        Color colour = ink.theme().plotGrid();
        across.stream().filter(Axis.Tick::isMajor).forEach(t -> ink.hairline(colour, x(t.value()), plot.getY(), x(t.value()),
                plot.getMaxY()));
        upward.stream().filter(Axis.Tick::isMajor).forEach(t -> ink.hairline(colour, plot.getX(), y(t.value()), plot.getMaxX(),
                y(t.value())));
    }

    /**
     * Axis lines, ticks and labels.
     *
     * @param boxed whether lines go all around, as on a map, or only left and below, as on a chart
     */
    public void paintFrame(boolean boxed) {
        paintFrame(boxed, Double.NaN, Double.NaN);
    }

    /** The same, without the labels below the plot that would touch the pixels between {@code from} and {@code to}. */
    public void paintFrame(boolean boxed, double from, double to) {
        Color colour = ink.theme().plotAxis();
        ink.hairline(colour, plot.getX(), plot.getY(), plot.getX(), plot.getMaxY());
        ink.hairline(colour, plot.getX(), plot.getMaxY(), plot.getMaxX() + 1, plot.getMaxY());
        if (boxed) {
            ink.hairline(colour, plot.getMaxX(), plot.getY(), plot.getMaxX(), plot.getMaxY());
            ink.hairline(colour, plot.getX(), plot.getY(), plot.getMaxX(), plot.getY());
        }
        if (labels) {
            paintAcross(colour, from, to);
            paintUpward(colour);
        }
        if (letters) {
            paintLetters();
        }
    }

    private void paintAcross(Color colour, double from, double to) {
        double free = Double.NEGATIVE_INFINITY;
        for (Axis.Tick tick : across) {
            double x = x(tick.value());
            double half = width(ink, tick) / 2;
            double end = plot.getMaxY();
            if (!tick.isMajor()) {
                ink.hairline(colour, x, end - ink.px(3), x, end);
                continue;
            }
            ink.hairline(colour, x, end, x, end + ink.px(5));
            double centre = Ink.within(x, area.getX() + half, area.getMaxX() - half);
            boolean covered = centre + half > from && centre - half < to;
            if (centre - half > free && !covered) {
                text(tick, centre - half, end + ink.px(17));
                free = centre + half + ink.px(8);
            }
        }
    }

    private void paintUpward(Color colour) {
        double free = Double.POSITIVE_INFINITY;
        for (Axis.Tick tick : upward) {
            double y = y(tick.value());
            double left = plot.getX();
            if (!tick.isMajor()) {
                ink.hairline(colour, left, y, left + ink.px(3), y);
                continue;
            }
            ink.hairline(colour, left - ink.px(4), y, left, y);
            if (y < free) {
                text(tick, left - ink.px(9) - width(ink, tick), y + Face.capHeight(ink.px(Ink.DETAIL)) / 2);
                free = y - ink.px(14);
            }
        }
    }

    private void paintLetters() {
        String name = vertical.label();
        if (isTurned(vertical)) {
            Graphics2D g = (Graphics2D) ink.g().create();
            g.rotate(-Math.PI / 2, area.getX() + ink.px(16), plot.getCenterY());
            Typeset.line(name).paintAround(new Ink(g, ink.style()), Ink.DETAIL, tone(name), area.getX() + ink.px(16), plot.getCenterY(),
                    0.5);
            g.dispose();
        } else {
            Typeset.line(name).paintAround(ink, Ink.DETAIL, tone(name), area.getX() + ink.px(8), plot.getCenterY(), 0);
        }
        Typeset.line(horizontal.label()).paint(ink, Ink.DETAIL, tone(horizontal.label()), plot.getCenterX(),
                plot.getMaxY() + ink.px(33), 0.5);
    }

    /** A letter or two stand upright beside the axis; more would push the plot away. */
    private static boolean isTurned(Axis vertical) {
        return Typeset.line(vertical.label()).width(Ink.DETAIL) > 24;
    }

    /** Letters of axes in the colour of text, words muted. */
    private Color tone(String label) {
        return label.contains("$") ? ink.theme().text() : ink.theme().muted();
    }

    private void text(Axis.Tick tick, double x, double baseline) {
        text(ink, tick, x, baseline);
    }

    /** Paints a tick's label, its left end at x. */
    static void text(Ink ink, Axis.Tick tick, double x, double baseline) {
        Color muted = ink.theme().muted();
        ink.text(tick.text(), Face.REGULAR, Ink.DETAIL, muted, x, baseline, 0);
        if (!tick.exponent().isEmpty()) {
            double after = x + ink.width(tick.text(), Face.REGULAR, Ink.DETAIL) + ink.px(0.5);
            ink.text(tick.exponent(), Face.REGULAR, EXPONENT, muted, after, baseline - ink.px(5.5), 0);
        }
    }

    /** Width of a tick's label in pixels. */
    public static double width(Ink ink, Axis.Tick tick) {
        return ink.width(tick.text(), Face.REGULAR, Ink.DETAIL)
                + (tick.exponent().isEmpty() ? 0 : ink.px(0.5) + ink.width(tick.exponent(), Face.REGULAR, EXPONENT));
    }
}
