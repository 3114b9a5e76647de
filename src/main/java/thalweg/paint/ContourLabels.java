package thalweg.paint;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values written on contour lines, each in a gap of its line, turned with it and upright.
 *
 * @param labels in the order of their lines
 */
record ContourLabels(List<Label> labels) {
    /**
     * One label every so many pixels of a line; two labels, or two of one value, at least so far apart; so far from the edge; a gap so much longer
     * than its text.
     */
    private static final double EVERY = 300;
    private static final double APART = 70;
    private static final double SAME_APART = 150;
    private static final double EDGE = 18;
    private static final double GAP = 8;
    /** How far a line may stray from straight along its label. */
    private static final double BEND = 2.2;
    /** Half the height of a label, so far as names keep off it. */
    private static final double HALF = 5;

    /**
     * One of them.
     *
     * @param line index of its line
     * @param bend how far the line strays from straight there
     * @param from,to its gap in pixels along the line
     * @param angle of its baseline in radians, between -90 and 90 degrees
     */
    record Label(int line, String text, double from, double to, double x, double y, double angle, double bend, Color colour) {
        /** What a line so wide covers along the label. */
        Shape gap(double width) {
            double length = to - from;
            double half = width / 2 + bend;
            AffineTransform t = AffineTransform.getTranslateInstance(x, y);
            t.rotate(angle);
            return t.createTransformedShape(new Rectangle2D.Double(-length / 2, -half, length, 2 * half));
        }
    }

    /**
     * Places labels where lines are nearly straight and nothing is in the way.
     *
     * @param colours of the map under them
     * @param room what is taken already; not changed
     */
    static ContourLabels of(List<PixelLine> lines, Levels levels, ValueScale scale, ColourMap colours, Room room, Ink ink) {
        List<Label> placed = new ArrayList<>();
        List<Double> labelled = levels.list().stream().filter(Levels.Level::labelled).map(Levels.Level::value).toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (labelled.contains(lines.get(i).level())) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> -lines.get(i).length()));
        for (int i : order) {
            place(i, lines.get(i), scale, colours, room, ink, placed);
        }
        placed.sort(Comparator.comparingInt(Label::line).thenComparingDouble(Label::from));
        return new ContourLabels(List.copyOf(placed));
    }

    private static void place(int index, PixelLine line, ValueScale scale, ColourMap colours, Room room, Ink ink, List<Label> placed) {
        String text = Levels.text(line.level());
        double gap = ink.width(text, Face.MEDIUM, Ink.SMALL) + ink.px(GAP);
        if (line.length() < 1.6 * gap) {
            return;
        }
        int parts = Math.clamp(Math.round(line.length() / ink.px(EVERY)), 1, 6);
        double part = line.length() / parts;
        Color colour = readable(colours.colour(scale.fraction(line.level())));
        for (int k = 0; k < parts; k++) {
            find(index, line, text, (k + 0.5) * part, part, gap, colour, room, ink, placed).ifPresent(placed::add);
        }
    }

    /** The place nearest to the middle of a part that is straight and clear; a little farther if straighter. */
    private static Optional<Label> find(int index, PixelLine line, String text, double middle, double part, double gap, Color colour, Room room,
            Ink ink, List<Label> placed) {
        int reach = (int) ((part - gap) / 2 / ink.px(6));
        double best = Double.POSITIVE_INFINITY;
        Optional<Label> found = Optional.empty();
        for (int k = 0; k <= 2 * reach; k++) {
            int i = (k & 1) == 0 ? k / 2 : -(k + 1) / 2;
            double far = Math.abs(i) / (reach + 1.0);
            if (far >= best) {
                break;                                            // nothing farther can be better
            }
            double centre = middle + i * ink.px(6);
            double bend = line.bend(centre - gap / 2, centre + gap / 2);
            double cost = far + bend / ink.px(BEND);
            if (bend <= ink.px(BEND) && cost < best) {
                Label label = label(index, line, text, centre, gap, bend, colour);
                if (isClear(label, gap, room, ink, placed)) {
                    best = cost;
                    found = Optional.of(label);
                }
            }
        }
        return found;
    }

    private static Label label(int index, PixelLine line, String text, double centre, double gap, double bend, Color colour) {
        Point2D a = line.at(centre - gap / 2);
        Point2D b = line.at(centre + gap / 2);
        double angle = Math.atan2(b.getY() - a.getY(), b.getX() - a.getX());
        double upright = angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;
        Point2D middle = line.at(centre);
        double x = (a.getX() + b.getX() + 2 * middle.getX()) / 4;
        double y = (a.getY() + b.getY() + 2 * middle.getY()) / 4;
        return new Label(index, text, centre - gap / 2, centre + gap / 2, x, y, upright, bend, colour);
    }

    private static boolean isClear(Label label, double gap, Room room, Ink ink, List<Label> placed) {
        return placed.stream().allMatch(l -> Math.hypot(l.x - label.x, l.y - label.y) >= ink.px(l.text.equals(label.text) ? SAME_APART : APART))
                && room.isFree(label.x, label.y, label.angle, gap, ink.px(14), ink.px(EDGE));
    }

    /** Black or white, whichever contrasts more. */
    static Color readable(Color on) {
        return Tint.contrast(Color.BLACK, on) >= Tint.contrast(Color.WHITE, on) ? Color.BLACK : Color.WHITE;
    }

    /** The same room without that of the labels. */
    Room besides(Room room, Ink ink) {
        Room left = new Room(room);
        for (Label l : labels) {
            double half = (l.to - l.from) / 2;
            double cos = Math.cos(l.angle);
            double sin = Math.sin(l.angle);
            for (double v = -ink.px(HALF); v <= ink.px(HALF); v += ink.px(HALF)) {
                left.take(new Line2D.Double(l.x - half * cos - v * sin, l.y - half * sin + v * cos, l.x + half * cos - v * sin,
                        l.y + half * sin + v * cos));
            }
        }
        return left;
    }

    /** The gaps of every line that has some. */
    Map<Integer, List<double[]>> gaps() {
        Map<Integer, List<double[]>> gaps = new HashMap<>();
        for (Label l : labels) {
            gaps.computeIfAbsent(l.line, _ -> new ArrayList<>()).add(new double[] {l.from, l.to});
        }
        return gaps;
    }

    void paint(Ink ink) {
        for (Label l : labels) {
            AffineTransform t = AffineTransform.getTranslateInstance(l.x, l.y);
            t.rotate(l.angle);
            t.translate(-ink.width(l.text, Face.MEDIUM, Ink.SMALL) / 2, Face.capHeight(ink.px(Ink.SMALL)) / 2);
            ink.letters(l.text, Face.MEDIUM, Ink.SMALL, l.colour, t);
        }
    }
}
