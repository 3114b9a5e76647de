package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.experiment.Scene;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint;
import thalweg.slice.Projection;

/**
 * Start and critical points of a map, each with a word where there is room. A start outside the window is an arrowhead at the edge that
 * points to it, with its coordinates: else a map without it and without a path would say nothing of why.
 *
 * @param marks in the order they are painted
 */
record MapMarks(List<Mark> marks) {
    /** More than so many critical points would be a pattern of their own: then only the best are marked. */
    private static final int MOST = 40;
    private static final double OFF_PLANE = 1e-6;
    private static final double HALO = 4;

    /** What is marked. */
    enum Sign { SADDLE, MAXIMUM, MINIMUM, BEST, START, AWAY }

    /**
     * One of them.
     *
     * @param towards where an arrowhead points, in radians clockwise from the right; 0 for the others
     * @param word empty where there is no room for one
     * @param wordX,wordY left end of its baseline
     */
    record Mark(Sign sign, double x, double y, double towards, String word, double wordX, double wordY) {
        /** Without a word. */
        Mark(Sign sign, double x, double y) {
            this(sign, x, y, 0, "", 0, 0);
        }

        private Mark at(String named, double left, double baseline) {
            return new Mark(sign, x, y, towards, named, left, baseline);
        }
    }

    /** Places marks and words; takes their room. */
    static MapMarks of(Scene scene, boolean critical, Axes axes, Room room, Ink ink) {
        List<Mark> found = new ArrayList<>();
        if (critical) {
            marked(scene).forEach(p -> sign(p).flatMap(s -> mark(s, p.at(), scene, axes)).ifPresent(found::add));
        }
        mark(Sign.START, scene.start(), scene, axes).or(() -> away(scene, axes, ink)).ifPresent(found::add);
        found.sort(java.util.Comparator.comparing(Mark::sign));
        found.forEach(m -> room.take(new Rectangle2D.Double(m.x - ink.px(6), m.y - ink.px(6), ink.px(12), ink.px(12))));
        List<Mark> placed = new ArrayList<>();
        for (Mark m : found.reversed()) {
            placed.add(0, worded(m, word(m.sign, scene), room, axes, ink, found.size()));
        }
        return new MapMarks(List.copyOf(placed));
    }

    static Optional<Sign> sign(CriticalPoint p) {
        return switch (p.kind()) {
            case MINIMUM -> Optional.of(p.global() ? Sign.BEST : Sign.MINIMUM);
            case MAXIMUM -> Optional.of(Sign.MAXIMUM);
            case SADDLE -> Optional.of(Sign.SADDLE);
            case DEGENERATE -> Optional.empty();
        };
    }

    /** Only what lies in the plane and in the window. */
    private static Optional<Mark> mark(Sign sign, Vec theta, Scene scene, Axes axes) {
        return coordinates(sign, theta, scene).map(c -> new Point2D.Double(axes.x(c.get(0)), axes.y(c.get(1)))).filter(axes::contains)
                .map(at -> new Mark(sign, at.getX(), at.getY()));
    }

    /** At the edge, on the way from the middle of the plot to a start outside it. */
    private static Optional<Mark> away(Scene scene, Axes axes, Ink ink) {
        Rectangle2D plot = axes.plot();
        double edge = ink.px(9);
        Rectangle2D inner = new Rectangle2D.Double(plot.getX() + edge, plot.getY() + edge, plot.getWidth() - 2 * edge, plot.getHeight() - 2 * edge);
        return coordinates(Sign.START, scene.start(), scene).filter(_ -> !inner.isEmpty()).flatMap(c -> {
            double[] cut = MapPath.cut(inner, inner.getCenterX(), inner.getCenterY(), axes.x(c.get(0)), axes.y(c.get(1)));
            return cut.length == 0 ? Optional.empty() : Optional.of(new Mark(Sign.AWAY, cut[2], cut[3],
                    Math.atan2(cut[3] - inner.getCenterY(), cut[2] - inner.getCenterX()), "", 0, 0));
        });
    }

    /** The critical points that are marked: only the best where all would be a pattern of their own. */
    static List<CriticalPoint> marked(Scene scene) {
        List<CriticalPoint> points = scene.criticalPoints();
        return points.stream().filter(p -> points.size() <= MOST || p.global()).limit(MOST).toList();
    }

    /** Where a point lies in the plane of the slice; empty if it lies beside it. The start is shown wherever it is. */
    static Optional<Vec> coordinates(Sign sign, Vec theta, Scene scene) {
        if (theta.size() != scene.slice().origin().size() || !theta.isFinite()) {
            return Optional.empty();
        }
        Projection p = scene.slice().project(theta);
        return sign == Sign.START || p.residual() <= OFF_PLANE * (1 + theta.norm()) ? Optional.of(p.coordinates()) : Optional.empty();
    }

    /** Whether the start lies outside the window, so that paths may be too. */
    static boolean isStartAway(Scene scene) {
        return coordinates(Sign.START, scene.start(), scene).filter(c -> IntStream.range(0, c.size())
                .anyMatch(i -> !scene.slice().ranges().get(i).contains(c.get(i)))).isPresent();
    }

    private static String word(Sign sign, Scene scene) {
        return switch (sign) {
            case START -> "start";
            case AWAY -> coordinates(Sign.START, scene.start(), scene).map(c -> "start " + Numbers.brief(c.get(0)) + ", " + Numbers.brief(c.get(1)))
                    .orElse("start");
            case BEST -> "min";
            case MAXIMUM -> "max";
            case SADDLE -> "saddle";
            case MINIMUM -> "local min";
        };
    }

    private static Mark worded(Mark m, String word, Room room, Axes axes, Ink ink, int many) {
        boolean must = m.sign == Sign.START || m.sign == Sign.BEST || m.sign == Sign.AWAY;
        if (!must && many > 8 || axes.plot().getWidth() < ink.px(120)) {
            return m;
        }
        Optional<Rectangle2D> place = place(word, m.x, m.y, ink.px(10), size(ink), room, ink);
        if (place.isEmpty() && !must) {
            return m;
        }
        double w = ink.width(word, Face.SEMIBOLD, size(ink));
        boolean right = m.x + ink.px(14) + w < axes.plot().getMaxX();
        Rectangle2D r = place.orElseGet(() -> box(word, right ? m.x + ink.px(10) : m.x - ink.px(10) - w, m.y, size(ink), ink));
        room.take(r);
        return m.at(word, r.getX(), r.getCenterY() + Face.capHeight(ink.px(size(ink))) / 2);
    }

    private static double size(Ink ink) {
        return ink.style().isPresentation() ? Ink.BODY : Ink.DETAIL;
    }

    /** Takes the room of all marks and words, and gives it back. */
    Room room(Room room, Ink ink) {
        for (Mark m : marks) {
            room.take(new Rectangle2D.Double(m.x - ink.px(6), m.y - ink.px(6), ink.px(12), ink.px(12)));
            if (!m.word.isEmpty()) {
                room.take(room(m, ink));
            }
        }
        return room;
    }

    private static Rectangle2D room(Mark m, Ink ink) {
        return new Rectangle2D.Double(m.wordX, m.wordY - ink.px(size(ink)), ink.width(m.word, Face.SEMIBOLD, size(ink)), ink.px(size(ink)));
    }

    /**
     * The same without the words that a marker covers, for half a word says nothing.
     *
     * @param markers their middles
     * @param reach from there to their edge, in pixels
     */
    MapMarks uncovered(List<Point2D> markers, double reach, Ink ink) {
        return new MapMarks(marks.stream().map(m -> m.word.isEmpty() || isFree(room(m, ink), markers, reach) ? m : m.at("", 0, 0)).toList());
    }

    private static boolean isFree(Rectangle2D word, List<Point2D> markers, double reach) {
        return markers.stream().noneMatch(p -> word.intersects(p.getX() - reach, p.getY() - reach, 2 * reach, 2 * reach));
    }

    /** The first free place for a word beside a point: right, left, above, below, or at a corner. */
    static Optional<Rectangle2D> place(String word, double x, double y, double distance, double size, Room room, Ink ink) {
        double w = ink.width(word, Face.SEMIBOLD, size);
        double up = distance + ink.px(size) * 0.45;
        double aside = distance * 0.75;
        List<Rectangle2D> places = List.of(box(word, x + distance, y, size, ink), box(word, x - distance - w, y, size, ink),
                box(word, x - w / 2, y - up, size, ink), box(word, x - w / 2, y + up, size, ink), box(word, x + aside, y - up, size, ink),
                box(word, x + aside, y + up, size, ink), box(word, x - aside - w, y - up, size, ink), box(word, x - aside - w, y + up, size, ink));
        return places.stream().filter(room::isFree).findFirst();
    }

    private static Rectangle2D box(String word, double left, double middle, double size, Ink ink) {
        double h = ink.px(size) * 1.15;
        return new Rectangle2D.Double(left, middle - h / 2, ink.width(word, Face.SEMIBOLD, size), h);
    }

    void paint(Ink ink) {
        for (Mark m : marks) {
            Color text = ink.theme().text();
            switch (m.sign) {
                case START -> {
                    ink.fill(Tint.veil(ink.theme().canvas(), 0.92), Ink.circle(m.x, m.y, ink.px(7.2)));
                    ink.fill(ink.theme().canvas(), Ink.circle(m.x, m.y, ink.px(5)));
                    ink.ring(text, 5, 2, m.x, m.y);
                }
                case AWAY -> {
                    Shape head = AffineTransform.getRotateInstance(m.towards, m.x, m.y)
                            .createTransformedShape(Marker.TRIANGLE_RIGHT.at(m.x, m.y, ink.px(4.2)));
                    outlined(ink, head, 1.6);
                    ink.fill(text, head);
                }
                case BEST -> outlined(ink, cross(m.x, m.y, ink.px(5.5)), 2.2);
                case MINIMUM -> outlined(ink, cross(m.x, m.y, ink.px(3.5)), 1.5);
                case MAXIMUM -> outlined(ink, Marker.TRIANGLE_UP.at(m.x, m.y, ink.px(3.6)), 1.4);
                case SADDLE -> outlined(ink, Marker.DIAMOND.at(m.x, m.y, ink.px(3.6)), 1.4);
            }
            if (!m.word.isEmpty()) {
                ink.halo(m.word, ink.style().isPresentation() ? Face.SEMIBOLD : Face.MEDIUM, size(ink), text, HALO, m.wordX, m.wordY, 0);
            }
        }
    }

    private static Path2D cross(double x, double y, double r) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - r, y - r);
        path.lineTo(x + r, y + r);
        path.moveTo(x - r, y + r);
        path.lineTo(x + r, y - r);
        return path;
    }

    private static void outlined(Ink ink, Shape shape, double width) {
        ink.g().setColor(Tint.veil(ink.theme().canvas(), 0.92));
        ink.g().setStroke(new BasicStroke((float) ink.px(width + 3.2), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        ink.g().draw(shape);
        ink.stroke(ink.theme().text(), width, shape);
    }
}
