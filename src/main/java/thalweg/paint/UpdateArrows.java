package thalweg.paint;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thalweg.experiment.Frame;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.optimizer.Account;
import thalweg.optimizer.Line;
import thalweg.slice.Slice;

/**
 * What the stage of an update that is looked at says, drawn where the run stands: a direction, a change of theta before and after, a place, the
 * places a search tried.
 *
 * <p>Directions have a length that is easy to see, the gradient's growing with the logarithm of its norm. Changes of theta are true, or all
 * of them the same round number of times as long, which is then written beside them.
 */
final class UpdateArrows {
    /** Lengths in parts of the window. */
    private static final double DIRECTION = 0.17;
    private static final double SHORTEST = 0.07;
    private static final double PER_DECADE = 0.03;
    private static final double LONGEST = 0.26;
    /** A change of theta shorter than this is drawn larger, to at least {@link #READABLE}. */
    private static final double TOO_SHORT = 0.07;
    private static final double READABLE = 0.1;
    private static final double WIDTH = 2.8;
    private static final double FAINT = 1.8;

    private final Ink ink;
    private final Slice slice;
    private final Update update;
    private final Function<double[], Optional<Point2D>> place;
    private final double factor;

    private UpdateArrows(Ink ink, Frame frame, Update update, Function<double[], Optional<Point2D>> place) {
        this.ink = ink;
        this.slice = frame.scene().slice();
        this.update = update;
        this.place = place;
        factor = factor(size(coordinates(update.account().theta()), coordinates(update.account().end().get("theta"))));
    }

    /**
     * Paints them if a stage is looked at and the view of the update is among the tiles.
     *
     * @param place where coordinates along the slice's two directions lie in the picture
     */
    static void paint(Ink ink, Frame frame, Memo memo, Function<double[], Optional<Point2D>> place) {
        if (frame.experiment().look().focus().update() <= 0 || !frame.experiment().look().tiles().contains("update")
                || !Update.isAtHand(frame, ink.style())) {
            return;
        }
        Update.of(frame, memo).filter(u -> u.account().theta().isFinite()).ifPresent(u ->
                new UpdateArrows(ink, frame, u, place).paint(u.active(frame).orElseThrow()));
    }

    /** How many times as long changes of theta are drawn: 1, or a round number. */
    static double factor(double size) {
        if (!(size > 0) || size >= TOO_SHORT || !Double.isFinite(size)) {
            return 1;
        }
        double least = READABLE / size;
        double decade = Math.pow(10, Math.floor(Math.log10(least)));
        return decade * (least <= decade ? 1 : least <= 2 * decade ? 2 : least <= 5 * decade ? 5 : 10);
    }

    private void paint(int index) {
        List<Account.Stage> stages = update.account().stages();
        Account.Stage stage = stages.get(index);
        double[] here = coordinates(thetaBefore(index));
        switch (stage.line().drawn()) {
            case PLACE -> paintPlace(stage, here);
            case SUBTRACTED -> paintChange(stage, here);
            case AGAINST, ALONG -> paintDirection(stage, stage.line().kind() == Line.Kind.GRADIENT ? coordinates(slopeAt(index)) : here);
            case NOT -> { }
        }
        if (!stage.trials().isEmpty()) {
            paintTrials(stage, here);
        }
    }

    /** Theta as the stage finds it: rules that move one coordinate after the other have moved before. */
    private Vec thetaBefore(int index) {
        return before(index, s -> s.line().name().equals("theta")).orElse(update.account().theta());
    }

    /** Where the gradient of a stage is taken. */
    private Vec slopeAt(int index) {
        return before(index, s -> s.line().drawn() == Line.Drawn.PLACE).orElse(update.account().theta());
    }

    private Optional<Vec> before(int index, java.util.function.Predicate<Account.Stage> which) {
        return update.account().stages().subList(0, index).reversed().stream().filter(which).findFirst().map(Account.Stage::after);
    }

    private void paintDirection(Account.Stage stage, double[] from) {
        double sign = stage.line().drawn() == Line.Drawn.ALONG ? 1 : -1;
        double norm = stage.after().norm();
        double old = stage.before().map(Vec::norm).orElse(0.0);
        double length = stage.line().kind() == Line.Kind.GRADIENT && norm > 0
                ? Math.clamp(SHORTEST + PER_DECADE * (Math.log10(norm) + 1), SHORTEST, LONGEST)
                : DIRECTION;
        double most = Math.max(norm, old);
        if (stage.before().isPresent() && old > 0) {
            direction(stage.before().get(), sign, length * old / most).ifPresent(d -> faint(from, d));
        }
        direction(stage.after(), sign, most > 0 ? length * norm / most : 0).ifPresent(d -> arrow(from, d, (sign < 0 ? "-" : "") + stage.latex()));
    }

    private void paintChange(Account.Stage stage, double[] from) {
        stage.before().flatMap(v -> change(v, -1)).ifPresent(d -> faint(from, d));
        change(stage.after(), -1).ifPresent(d -> arrow(from, d, "-" + stage.latex() + times()));
    }

    private void paintPlace(Account.Stage stage, double[] from) {
        double[] to = coordinates(stage.after());
        double[] change = {(to[0] - from[0]) * factor, (to[1] - from[1]) * factor};
        if (size(new double[2], change) > 0) {
            arrow(from, change, stage.latex() + (stage.line().name().equals("theta") ? "_{\\mathrm{new}}" : "") + times());
        }
        place.apply(to).ifPresent(p -> {
            ink.ring(Tint.veil(ink.theme().canvas(), 0.9), 6, 4, p.getX(), p.getY());
            ink.ring(ink.theme().text(), 6, 1.8, p.getX(), p.getY());
        });
    }

    private void paintTrials(Account.Stage stage, double[] from) {
        List<Optional<Point2D>> tried = stage.trials().stream().map(t -> place.apply(coordinates(t.theta()))).toList();
        int taken = update.account().taken(stage).orElse(-1);
        place.apply(from).ifPresent(start -> tried.stream().flatMap(Optional::stream)
                .forEach(p -> ink.line(Tint.veil(ink.theme().text(), 0.5), 1.2, start.getX(), start.getY(), p.getX(), p.getY())));
        for (int i = 0; i < tried.size(); i++) {
            int k = i;
            tried.get(k).ifPresent(p -> {
                ink.fill(ink.theme().canvas(), Ink.circle(p.getX(), p.getY(), ink.px(5)));
                ink.fill(k == taken ? ink.theme().text() : ink.theme().muted(), Ink.circle(p.getX(), p.getY(), ink.px(3.6)));
                if (k < 4 || k == taken) {
                    ink.halo(Integer.toString(k + 1), Face.MEDIUM, Ink.DETAIL, ink.theme().text(), 4, p.getX() + ink.px(8), p.getY() - ink.px(6), 0);
                }
            });
        }
    }

    private String times() {
        return factor == 1 ? "" : "\\;(\\times " + UpdatePainter.tex(factor) + ")";
    }

    /** A direction of the parameter space in the slice, so many parts of the window long; empty if it vanishes there. */
    private Optional<double[]> direction(Vec v, double sign, double length) {
        double norm = v.norm();
        if (v.size() != slice.origin().size() || !(norm > 0) || !Double.isFinite(norm) || !(length > 0)) {
            return Optional.empty();
        }
        double[] d = moved(v, sign / norm);
        double size = size(new double[2], d);
        return size > 1e-12 ? Optional.of(new double[] {d[0] * length / size, d[1] * length / size}) : Optional.empty();
    }

    private Optional<double[]> change(Vec v, double sign) {
        if (v.size() != slice.origin().size() || !v.isFinite()) {
            return Optional.empty();
        }
        double[] d = moved(v, sign * factor);
        return size(new double[2], d) > 0 ? Optional.of(d) : Optional.empty();
    }

    /** What a change of theta is along the slice's directions. */
    private double[] moved(Vec v, double times) {
        double[] origin = slice.origin().toArray();
        double[] ahead = origin.clone();
        for (int i = 0; i < ahead.length; i++) {
            ahead[i] += times * v.get(i);
        }
        double[] a = slice.project(Vec.of(origin)).coordinates().toArray();
        double[] b = slice.project(Vec.of(ahead)).coordinates().toArray();
        return new double[] {b[0] - a[0], b[1] - a[1]};
    }

    private double[] coordinates(Vec theta) {
        return slice.project(theta).coordinates().toArray();
    }

    /** The distance of two places in parts of the window. */
    private double size(double[] from, double[] to) {
        List<Range> ranges = slice.ranges();
        return Math.hypot((to[0] - from[0]) / ranges.getFirst().width(), (to[1] - from[1]) / ranges.getLast().width());
    }

    private void faint(double[] from, double[] by) {
        draw(from, by, Tint.mix(ink.theme().text(), ink.theme().canvas(), 0.45), FAINT, "");
    }

    private void arrow(double[] from, double[] by, String word) {
        draw(from, by, ink.theme().text(), WIDTH, word);
    }

    /** An arrow, shortened until its tip lies where there is a picture. */
    private void draw(double[] from, double[] by, Color colour, double width, String word) {
        Optional<Point2D> start = place.apply(from);
        if (start.isEmpty()) {
            return;
        }
        double part = Math.min(1, 2 * LONGEST / Math.max(1e-300, size(new double[2], by)));
        for (int k = 0; k < 6; k++, part /= 2) {
            Optional<Point2D> tip = place.apply(new double[] {from[0] + part * by[0], from[1] + part * by[1]});
            if (tip.isPresent()) {
                if (tip.get().distance(start.get()) > 0.5) {
                    MapArrows.arrow(ink, start.get(), tip.get(), colour, ink.theme().canvas(), width, word);
                }
                return;
            }
        }
    }
}
