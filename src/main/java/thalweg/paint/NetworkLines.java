package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import thalweg.math.Vec;
import thalweg.network.Architecture;
import thalweg.network.Layer;
import thalweg.network.Stage;
import thalweg.network.Trace;

/** The weights of a network as lines, or at the last stage their gradient; with their numbers where there is room. */
final class NetworkLines {
    private static final double THINNEST = 0.5;
    private static final double THICKEST = 4.5;
    private static final double PLAIN = 0.78;
    private static final double ASIDE = 0.14;
    /** So many lines of a layer have all their numbers, if they have room; of more only the largest, or nothing could be read. */
    private static final int FEW_LINES = 24;
    private static final int MOST_NUMBERS = 6;
    /** Where along a line its number may stand. */
    private static final double[] PLACES = {0.5, 0.34, 0.66, 0.24, 0.76};

    private record Line(int layer, double value, Rectangle2D from, Rectangle2D to) {
        Point at(double t) {
            double x = from.getMaxX() + t * (to.getX() - from.getMaxX());
            double s = t * t * (3 - 2 * t);                       // of the curve with level ends, nearly
            return new Point(x, from.getCenterY() + s * (to.getCenterY() - from.getCenterY()));
        }
    }

    private record Point(double x, double y) {
    }

    private NetworkLines() {
    }

    /**
     * Paints them.
     *
     * @param fed places kept free for the numbers that units are fed
     */
    static void paint(Ink ink, NetworkLayout layout, Architecture a, Vec theta, Trace trace, Stage stage, List<Rectangle2D> fed) {
        Vec values = stage.kind() == Stage.Kind.GRADIENT ? trace.gradient() : theta;
        List<Line> lines = lines(layout, a, values);
        double largest = lines.stream().mapToDouble(l -> Math.abs(l.value)).max().orElse(0);
        paintSkips(ink, layout, a);
        lines.stream().sorted(Comparator.comparingDouble(l -> Math.abs(l.value))).forEach(l -> paintLine(ink, l, largest, stage));
        if (stage.kind() != Stage.Kind.REST) {
            paintNumbers(ink, lines.stream().filter(l -> isLit(l.layer, stage)).toList(), layout, fed);
        }
    }

    private static List<Line> lines(NetworkLayout layout, Architecture a, Vec values) {
        List<Line> lines = new ArrayList<>();
        for (int l = 0; l < a.layers().size(); l++) {
            Layer layer = a.layers().get(l);
            NetworkLayout.Column from = layout.columns().get(l);
            NetworkLayout.Column to = layout.columns().get(l + 1);
            for (int j = 0; j < to.shown().size(); j++) {
                int row = layer.weightsAt() + to.shown().get(j) * layer.in();
                for (int i = 0; i < from.shown().size() && !from.whole(); i++) {
                    lines.add(new Line(l, values.get(row + from.shown().get(i)), from.boxes().get(i), to.boxes().get(j)));
                }
            }
        }
        return lines;
    }

    /** Whether the weights of a layer, from 0, take part in a stage. */
    private static boolean isLit(int layer, Stage stage) {
        return switch (stage.kind()) {
            case REST, GRADIENT -> true;
            case FORWARD -> layer + 1 == stage.layer();
            case BACKWARD -> layer == stage.layer();
            case INPUT, LOSS, OUTPUT_DELTA -> false;
        };
    }

    private static void paintLine(Ink ink, Line l, double largest, Stage stage) {
        double part = largest > 0 ? Math.abs(l.value) / largest : 0;
        double x1 = l.from.getMaxX();
        double x2 = l.to.getX();
        double bend = (x2 - x1) / 2;
        ink.stroke(Tint.veil(Signed.line(l.value), isLit(l.layer, stage) ? PLAIN * (0.35 + 0.65 * Math.min(1, 3 * part)) : ASIDE),
                THINNEST + (THICKEST - THINNEST) * part,
                new CubicCurve2D.Double(x1, l.from.getCenterY(), x1 + bend, l.from.getCenterY(), x2 - bend, l.to.getCenterY(), x2,
                        l.to.getCenterY()));
    }

    /** An arc from each unit over to the one that it is added to; from an image one band for all. */
    private static void paintSkips(Ink ink, NetworkLayout layout, Architecture a) {
        Color colour = Tint.veil(ink.theme().muted(), 0.7);
        for (int l = 0; l < a.layers().size(); l++) {
            if (!a.layers().get(l).skipped()) {
                continue;
            }
            NetworkLayout.Column from = layout.columns().get(l);
            NetworkLayout.Column to = layout.columns().get(l + 1);
            for (int j = 0; j < to.shown().size(); j++) {
                int i = from.shown().indexOf(to.shown().get(j));
                if (i >= 0 && !from.whole()) {
                    Rectangle2D b = from.boxes().get(i);
                    Rectangle2D e = to.boxes().get(j);
                    double lift = Math.min(ink.px(26), b.getHeight() / 2 + ink.px(9));
                    Path2D arc = new Path2D.Double();
                    arc.moveTo(b.getCenterX(), b.getY());
                    double top = Math.min(b.getY(), e.getY()) - lift;
                    arc.curveTo(b.getCenterX() + (e.getCenterX() - b.getCenterX()) * 0.2, top,
                            e.getCenterX() - (e.getCenterX() - b.getCenterX()) * 0.2, top, e.getCenterX(), e.getY());
                    ink.g().setColor(colour);
                    ink.g().setStroke(new BasicStroke((float) ink.px(1.1), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10,
                            new float[] {(float) ink.px(4), (float) ink.px(3)}, 0));
                    ink.g().draw(arc);
                }
            }
        }
    }

    /** Numbers of the largest first, each where it covers no other. */
    private static void paintNumbers(Ink ink, List<Line> lines, NetworkLayout layout, List<Rectangle2D> fed) {
        double height = ink.px(14);
        List<Rectangle2D> taken = new ArrayList<>(fed);
        layout.columns().forEach(c -> taken.addAll(c.boxes()));
        int[] written = new int[layout.columns().size()];
        int[] count = new int[layout.columns().size()];
        lines.forEach(l -> count[l.layer]++);
        for (Line l : lines.stream().sorted(Comparator.comparingDouble(l -> -Math.abs(l.value))).toList()) {
            String text = NetworkUnits.number(l.value);
            double width = ink.width(text, Face.REGULAR, Ink.SMALL) + ink.px(6);
            if (written[l.layer] >= (count[l.layer] <= FEW_LINES ? FEW_LINES : MOST_NUMBERS) || l.to.getX() - l.from.getMaxX() < width * 1.6) {
                continue;
            }
            for (double t : PLACES) {
                Point p = l.at(t);
                Rectangle2D place = new Rectangle2D.Double(p.x - width / 2, p.y - height / 2, width, height);
                if (taken.stream().noneMatch(place::intersects)) {
                    ink.halo(text, Face.REGULAR, Ink.SMALL, ink.theme().text(), 3, p.x, p.y + Face.capHeight(ink.px(Ink.SMALL)) / 2, 0.5);
                    taken.add(place);
                    written[l.layer]++;
                    break;
                }
            }
        }
    }

    /** A line from an image to each unit it feeds: as wide as the weights to it are long, without a sign. */
    static void paintBands(Ink ink, NetworkLayout layout, Architecture a, Vec theta) {
        Layer layer = a.layers().getFirst();
        Rectangle2D from = layout.columns().getFirst().boxes().getFirst();
        NetworkLayout.Column to = layout.columns().get(1);
        double[] lengths = new double[to.shown().size()];
        double largest = 0;
        for (int j = 0; j < lengths.length; j++) {
            int row = layer.weightsAt() + to.shown().get(j) * layer.in();
            for (int i = 0; i < layer.in(); i++) {
                lengths[j] += theta.get(row + i) * theta.get(row + i);
            }
            lengths[j] = Math.sqrt(lengths[j]);
            largest = Math.max(largest, lengths[j]);
        }
        for (int j = 0; j < lengths.length; j++) {
            Rectangle2D box = to.boxes().get(j);
            ink.stroke(Tint.veil(ink.theme().plotAxis(), 0.55), THINNEST + (largest > 0 ? 2 * lengths[j] / largest : 0),
                    new Line2D.Double(from.getMaxX(), from.getCenterY(), box.getX(), box.getCenterY()));
        }
    }
}
