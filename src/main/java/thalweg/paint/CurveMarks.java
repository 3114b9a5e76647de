package thalweg.paint;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.experiment.Frame;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint;

/**
 * Marks on a curve: minima, maxima and the start, each with its word where that hides no other.
 *
 * @param start where the ring of the start stands, if it is in the plot
 * @param crosses where minima and maxima are
 */
record CurveMarks(Optional<Point2D> start, List<Point2D> crosses, List<Word> words) {
    /** From a mark down to the baseline of a word above and below it, in pixels. */
    private static final double ABOVE = -11;
    private static final double BELOW = 19;
    private static final double BESIDE = 9;
    /** Between words on one line, or they read as one; half of it between lines. */
    private static final double APART = 4;

    CurveMarks {
        crosses = List.copyOf(crosses);
        words = List.copyOf(words);
    }

    /**
     * A word.
     *
     * @param box its room, in pixels; the lower edge is its baseline
     */
    record Word(String text, Rectangle2D box) {
    }

    /** A point whose word is still to be placed. */
    private record Point(String word, double x, double y, double down) {
    }

    /** Finds places for the words. */
    static CurveMarks of(Ink ink, CurveChart chart, Frame frame) {
        List<Point> named = new ArrayList<>();
        Optional<Point2D> start = start(chart, frame);
        start.filter(at -> isFree(ink, chart, frame, at)).ifPresent(at -> named.add(new Point("start", at.getX(), at.getY(), ABOVE - 1)));
        List<Point2D> crosses = new ArrayList<>();
        if (frame.experiment().look().criticalPoints()) {
            for (CriticalPoint c : frame.scene().criticalPoints()) {
                point(chart, c).ifPresent(p -> {
                    named.add(p);
                    crosses.add(new Point2D.Double(p.x, p.y));
                });
            }
        }
        Room room = new Room(chart.axes().plot(), ink.px(0.5));
        double r = ink.px(4.2);
        crosses.forEach(c -> room.take(new Rectangle2D.Double(c.getX() - r, c.getY() - r, 2 * r, 2 * r)));
        start.ifPresent(s -> room.take(new Rectangle2D.Double(s.getX() - r, s.getY() - r, 2 * r, 2 * r)));
        List<Word> words = new ArrayList<>();
        for (Point p : named) {
            place(ink, chart, room, p).ifPresent(box -> {
                double apart = ink.px(APART);
                room.take(new Rectangle2D.Double(box.getX() - apart, box.getY() - apart / 2, box.getWidth() + 2 * apart, box.getHeight() + apart));
                words.add(new Word(p.word, box));
            });
        }
        return new CurveMarks(start, crosses, words);
    }

    /** Of data with few parameters it takes a pass over all of them, so it is asked only where it is drawn. */
    private static double valueOfStart(Frame frame) {
        return frame.scene().objective().dimension() <= 16 ? frame.scene().objective().evaluator().value(frame.scene().start().toArray())
                : frame.tracks().isEmpty() ? Double.NaN : frame.tracks().getFirst().trajectory().loss(0);
    }

    /** If the start is outside the window: an arrowhead at the edge that points to it, with its coordinate. */
    static void paintAway(Ink ink, CurveChart chart, Frame frame) {
        double at = frame.scene().start().isFinite() ? chart.along(frame.scene().start()) : Double.NaN;
        if (Double.isNaN(at) || chart.axes().ranges().getFirst().contains(at)) {
            return;
        }
        double value = valueOfStart(frame);
        if (Double.isNaN(value)) {
            return;
        }
        Rectangle2D plot = chart.axes().plot();
        boolean right = at > chart.axes().ranges().getFirst().max();
        double x = right ? plot.getMaxX() - ink.px(9) : plot.getX() + ink.px(9);
        double y = Ink.within(chart.y(value), plot.getY() + ink.px(9), plot.getMaxY() - ink.px(9));
        Marker head = right ? Marker.TRIANGLE_RIGHT : Marker.TRIANGLE_LEFT;
        ink.fill(ink.theme().canvas(), head.at(x, y, ink.px(7)));
        ink.fill(ink.theme().text(), head.at(x, y, ink.px(4.2)));
        ink.halo("start " + Numbers.brief(at), Face.MEDIUM, Ink.DETAIL, ink.theme().text(), 4, x + ink.px(right ? -10 : 10),
                y + Face.capHeight(ink.px(Ink.DETAIL)) / 2, right ? 1 : 0);
    }

    private static Optional<Point2D> start(CurveChart chart, Frame frame) {
        Vec start = frame.scene().start();
        if (!chart.holds(start)) {
            return Optional.empty();
        }
        double value = valueOfStart(frame);
        return Double.isFinite(value) ? Optional.of(new Point2D.Double(chart.axes().x(chart.along(start)), chart.y(value))) : Optional.empty();
    }

    /** Whether no run stands there now, whose marker says enough. */
    private static boolean isFree(Ink ink, CurveChart chart, Frame frame, Point2D at) {
        return frame.tracks().stream().filter(t -> !t.run().hidden()).allMatch(t -> chart.place(t.trajectory(),
                Math.min(frame.step(), t.trajectory().last())).distance(at) > ink.px(30));
    }

    private static Optional<Point> point(CurveChart chart, CriticalPoint c) {
        if (!chart.holds(c.at()) || c.kind() == CriticalPoint.Kind.SADDLE) {
            return Optional.empty();
        }
        double y = chart.y(c.value());
        boolean minimum = c.kind() == CriticalPoint.Kind.MINIMUM;
        String kind = minimum ? "min" : c.kind() == CriticalPoint.Kind.MAXIMUM ? "max" : "flat";
        return y < chart.axes().plot().getY() || y > chart.axes().plot().getMaxY() ? Optional.empty()
                : Optional.of(new Point(kind, chart.axes().x(chart.along(c.at())), y, minimum ? BELOW : ABOVE));
    }

    /** Above or below, as is best, else on the other side, else at the left or right. */
    private static Optional<Rectangle2D> place(Ink ink, CurveChart chart, Room room, Point p) {
        double width = ink.width(p.word, Face.MEDIUM, Ink.DETAIL);
        Rectangle2D plot = chart.axes().plot();
        double middle = Ink.within(p.x, plot.getX() + width / 2 + ink.px(4), plot.getMaxX() - width / 2) - width / 2;
        double baseline = p.y + Face.capHeight(ink.px(Ink.DETAIL)) / 2;
        return List.of(box(ink, middle, p.y + ink.px(p.down), width), box(ink, middle, p.y + ink.px(p.down < 0 ? BELOW : ABOVE), width),
                        box(ink, p.x - ink.px(BESIDE) - width, baseline, width), box(ink, p.x + ink.px(BESIDE), baseline, width)).stream()
                .filter(room::isFree).findFirst();
    }

    private static Rectangle2D box(Ink ink, double left, double baseline, double width) {
        double height = Face.capHeight(ink.px(Ink.DETAIL));
        return new Rectangle2D.Double(left, baseline - height, width, height);
    }

    void paint(Ink ink) {
        double r = ink.px(4.2);
        for (Point2D c : crosses) {
            for (int pass = 0; pass < 2; pass++) {
                Color colour = pass == 0 ? ink.theme().canvas() : ink.theme().text();
                double width = pass == 0 ? 4.5 : 2;
                ink.line(colour, width, c.getX() - r, c.getY() - r, c.getX() + r, c.getY() + r);
                ink.line(colour, width, c.getX() - r, c.getY() + r, c.getX() + r, c.getY() - r);
            }
        }
        start.ifPresent(s -> {
            ink.fill(ink.theme().canvas(), Ink.circle(s.getX(), s.getY(), ink.px(5)));
            ink.ring(ink.theme().text(), 5, 2, s.getX(), s.getY());
        });
        for (Word w : words) {
            ink.halo(w.text, Face.MEDIUM, Ink.DETAIL, ink.theme().text(), 4, w.box.getX(), w.box.getMaxY(), 0);
        }
    }
}
