package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thalweg.descent.Iterate;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.experiment.Track;
import thalweg.math.Vec;
import thalweg.objective.PolarGradient;
import thalweg.optimizer.Momentum;
import thalweg.optimizer.Nag;
import thalweg.slice.Slice;

/**
 * Arrows at the playhead, on demand: the way down, {@code -grad J}; what the rule remembers as a direction; and the way down split in
 * polar coordinates.
 *
 * <p>The length of the gradient's arrow grows with the logarithm of its norm, or steep walls would cover the map; its polar parts are
 * true parts of it. Arrows of memory say a direction only: their units are the rule's own.
 */
final class MapArrows {
    private static final double SHORTEST = 16;
    private static final double PER_DECADE = 13;
    private static final double LONGEST = 76;
    private static final double MEMORY = 40;
    private static final double WORD = 14;
    /** From the tip of an arrow to its word. */
    private static final double AHEAD = 12;
    /** Where words are tried around a tip, from straight ahead. */
    private static final List<Double> TURNS = List.of(0.0, Math.PI / 4, -Math.PI / 4, Math.PI / 2, -Math.PI / 2, 3 * Math.PI / 4, -3 * Math.PI / 4);

    private final Ink ink;
    private final Axes axes;
    private final Frame frame;
    private final double sense;
    private final List<Drawn> drawn = new ArrayList<>();

    /** An arrow and its word; those of the lowest rank are placed first. */
    private record Drawn(Point2D from, Point2D to, String word, int rank) { }

    MapArrows(Ink ink, Axes axes, Frame frame) {
        this.ink = ink;
        this.axes = axes;
        this.frame = frame;
        sense = frame.experiment().maximise() ? 1 : -1;
    }

    /**
     * The arrows of one run.
     *
     * @param words whether they are named, and the gradient is split if that is wanted: for one run, as a dozen would hide the map
     */
    void paint(MapPath path, boolean words) {
        Look look = frame.experiment().look();
        boolean wanted = look.gradientArrows() || look.memoryArrows() || look.polar();
        Optional<Point2D> head = path.head(frame.step());
        if (!wanted || head.isEmpty() || path.leftBy(frame.step())) {
            return;
        }
        Iterate moment = path.trajectory().iterate(path.shown(frame.step()));
        if (!moment.theta().isFinite() || !moment.gradient().isFinite()) {
            return;
        }
        Track track = frame.tracks().get(path.track());
        Color colour = RunStyle.of(track.run()).colour();
        Point2D at = head.get();
        double length = length(moment.gradient().norm());
        if (look.polar() && words && moment.theta().size() == 2) {
            paintPolar(moment, at, length);
        }
        if (look.memoryArrows()) {
            paintMemory(track, moment, at, words);
        }
        if (look.gradientArrows()) {
            String sign = sense < 0 ? "-" : "";
            tip(moment.theta(), moment.gradient(), sense, at, length).ifPresent(to ->
                    arrow(at, to, colour, ink.theme().canvas(), 2.4, words ? sign + "\\nabla J" : "", 0));
        }
    }

    private double length(double norm) {
        return norm > 0 ? Math.clamp(SHORTEST + PER_DECADE * (Math.log10(norm) + 1), SHORTEST, LONGEST) : 0;
    }

    /** Where an arrow along a direction of the parameter space ends; empty if the direction vanishes in the slice. */
    private Optional<Point2D> tip(Vec theta, Vec direction, double sign, Point2D at, double length) {
        Slice slice = frame.scene().slice();
        double norm = direction.norm();
        if (!(norm > 0) || !Double.isFinite(norm) || length == 0) {
            return Optional.empty();
        }
        double[] ahead = theta.toArray();
        double scale = axes.ranges().getFirst().width() / norm;
        for (int i = 0; i < ahead.length; i++) {
            ahead[i] += sign * scale * direction.get(i);
        }
        Vec here = slice.project(theta).coordinates();
        Vec there = slice.project(Vec.of(ahead)).coordinates();
        double dx = axes.x(there.get(0)) - axes.x(here.get(0));
        double dy = axes.y(there.get(1)) - axes.y(here.get(1));
        double pixels = Math.hypot(dx, dy);
        return pixels > 1e-9 && Double.isFinite(pixels)
                ? Optional.of(new Point2D.Double(at.getX() + dx / pixels * ink.px(length), at.getY() + dy / pixels * ink.px(length)))
                : Optional.empty();
    }

    /** Only what is a direction: means of squares are not. */
    private void paintMemory(Track track, Iterate moment, Point2D at, boolean words) {
        boolean velocity = track.optimizer() instanceof Momentum || track.optimizer() instanceof Nag;
        track.optimizer().memory().stream()
                .filter(m -> m.name().equals("m") || m.name().equals("b") || m.name().equals("p") || m.name().equals("v") && velocity)
                .findFirst().ifPresent(m -> {
                    boolean search = m.name().equals("p");        // a search direction leads on as it is; means of gradients lead back
                    Vec v = moment.memory().getOrDefault(m.name(), Vec.of());
                    if (v.size() == moment.theta().size() && v.isFinite()) {
                        tip(moment.theta(), v, search ? 1 : -1, at, MEMORY).ifPresent(to ->
                                arrow(at, to, ink.theme().canvas(), ink.theme().text(), 2.2, words ? (search ? "" : "-") + m.latex() : "", 1));
                    }
                });
    }

    private void paintPolar(Iterate moment, Point2D at, double length) {
        double x = moment.theta().get(0);
        double y = moment.theta().get(1);
        PolarGradient g = PolarGradient.at(frame.scene().objective().evaluator(), x, y);
        double norm = Math.hypot(g.radial(), g.tangential());
        if (!(norm > 0) || !Double.isFinite(norm)) {
            return;
        }
        Point2D origin = new Point2D.Double(axes.x(0), axes.y(0));
        Path2D circle = new Path2D.Double();
        for (int k = 0; k <= 180; k++) {
            double cx = axes.x(g.r() * Math.cos(Math.PI * k / 90));
            double cy = axes.y(g.r() * Math.sin(Math.PI * k / 90));
            if (k == 0) {
                circle.moveTo(cx, cy);
            } else {
                circle.lineTo(cx, cy);
            }
        }
        dashed(circle);
        dashed(new Line2D.Double(origin, at));
        double cos = Math.cos(g.phi());
        double sin = Math.sin(g.phi());
        part(moment, at, Vec.of(cos, sin), g.radial(), length / norm, "\\partial J / \\partial r");
        part(moment, at, Vec.of(-sin, cos), g.tangential(), length / norm, "(1/r)\\,\\partial J / \\partial\\varphi");
    }

    private void part(Iterate moment, Point2D at, Vec unit, double component, double perUnit, String word) {
        double length = Math.abs(component) * perUnit;
        if (length >= 2) {
            tip(moment.theta(), unit, sense * Math.signum(component), at, length).ifPresent(to ->
                    arrow(at, to, ink.theme().muted(), ink.theme().canvas(), 1.8, (sense < 0 ? "-" : "") + word, 2));
        }
    }

    private void dashed(Shape shape) {
        ink.g().setColor(Tint.veil(ink.theme().text(), 0.55));
        ink.g().setStroke(new BasicStroke((float) ink.px(1), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
                new float[] {(float) ink.px(4), (float) ink.px(4)}, 0));
        ink.g().draw(shape);
    }

    private void arrow(Point2D from, Point2D to, Color colour, Color edge, double width, String word, int rank) {
        arrow(ink, from, to, colour, edge, width, "");
        drawn.add(new Drawn(from, to, word, rank));
    }

    /**
     * Paints the words of the arrows painted so far, each near its tip where it covers no arrow, no marker and no other word; a lesser one is left
     * out where there is no such place. Arrows and words are added to both rooms.
     *
     * @param taken by paths, marks and words
     * @param marked by marks and words alone
     */
    void paintWords(Room taken, Room marked) {
        words(taken, marked).forEach((word, box) -> paintWord(ink, word, box));
    }

    /** The arrows painted so far, from their runs to their tips. */
    List<Line2D> lines() {
        return drawn.stream().<Line2D>map(a -> new Line2D.Double(a.from, a.to)).toList();
    }

    /** Where the words stand. */
    Map<String, Rectangle2D> words(Room taken, Room marked) {
        double head = ink.px(PathInk.MARKER + 3);
        for (Room room : List.of(taken, marked)) {
            drawn.forEach(a -> room.take(new Rectangle2D.Double(a.from.getX() - head, a.from.getY() - head, 2 * head, 2 * head)));
            lines().forEach(room::take);
        }
        Map<String, Rectangle2D> words = new LinkedHashMap<>();
        drawn.stream().filter(a -> !a.word.isEmpty()).sorted(Comparator.comparingInt(Drawn::rank)).forEach(a -> {
            Optional<Rectangle2D> free = places(a).filter(taken::isFree).findFirst().or(() -> places(a).filter(marked::isFree).findFirst());
            free.or(() -> a.rank == 0 ? places(a).findFirst() : Optional.empty()).ifPresent(box -> {
                taken.take(box);
                marked.take(box);
                words.put(a.word, box);
            });
        });
        return words;
    }

    /** Ahead of the tip, then around it, then farther off. */
    private Stream<Rectangle2D> places(Drawn a) {
        double angle = Math.atan2(a.to.getY() - a.from.getY(), a.to.getX() - a.from.getX());
        return Stream.of(1.0, 1.8, 2.8).flatMap(far -> TURNS.stream().map(turn -> {
            double ux = Math.cos(angle + turn);
            double uy = Math.sin(angle + turn);
            double by = ink.px(AHEAD) * far;
            return box(ink, a.word, a.to.getX() + ux * by, a.to.getY() + uy * by, ux < -0.3 ? 1 : ux > 0.3 ? 0 : 0.5);
        }));
    }

    /** An arrow with an edge that keeps it clear of the map, and a formula at its tip. */
    static void arrow(Ink ink, Point2D from, Point2D to, Color colour, Color edge, double width, String word) {
        double length = from.distance(to);
        double ux = (to.getX() - from.getX()) / length;
        double uy = (to.getY() - from.getY()) / length;
        double head = Math.min(length, ink.px(4.2 * width));
        double half = head * 0.42;
        double bx = to.getX() - ux * head;
        double by = to.getY() - uy * head;
        Path2D tip = new Path2D.Double();
        tip.moveTo(to.getX(), to.getY());
        tip.lineTo(bx - uy * half, by + ux * half);
        tip.lineTo(bx + uy * half, by - ux * half);
        tip.closePath();
        Line2D shaft = new Line2D.Double(from.getX(), from.getY(), bx + ux, by + uy);
        ink.stroke(Tint.veil(edge, 0.92), width + 2.2, shaft);
        ink.stroke(Tint.veil(edge, 0.92), 2.2, tip);
        ink.stroke(colour, width, shaft);
        ink.fill(colour, tip);
        if (!word.isEmpty()) {
            paintWord(ink, word, box(ink, word, to.getX() + ux * ink.px(AHEAD), to.getY() + uy * ink.px(AHEAD), ux < -0.3 ? 1 : ux > 0.3 ? 0 : 0.5));
        }
    }

    /** Where a word at a point stands; pushed into the picture where it would leave it. */
    private static Rectangle2D box(Ink ink, String latex, double x, double y, double anchor) {
        Typeset formula = Typeset.of(latex);
        double w = formula.width(ink.px(WORD));
        double h = formula.height(ink.px(WORD)) + formula.depth(ink.px(WORD));
        double pad = ink.px(3);
        Rectangle2D clip = ink.g().getClipBounds();
        double middle = clip == null ? x + (0.5 - anchor) * w
                : Ink.within(x + (0.5 - anchor) * w, clip.getX() + w / 2 + 2 * pad, clip.getMaxX() - w / 2 - 2 * pad);
        double level = clip == null ? y : Ink.within(y, clip.getY() + h / 2 + 2 * pad, clip.getMaxY() - h / 2 - 2 * pad);
        return new Rectangle2D.Double(middle - w / 2 - pad, level - h / 2 - pad, w + 2 * pad, h + 2 * pad);
    }

    private static void paintWord(Ink ink, String latex, Rectangle2D box) {
        ink.fill(Tint.veil(ink.theme().canvas(), 0.85),
                new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), ink.px(6), ink.px(6)));
        Typeset.of(latex).paintAround(ink, WORD, ink.theme().text(), box.getCenterX(), box.getCenterY(), 0.5);
    }
}
