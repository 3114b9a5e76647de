package thalweg.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import thalweg.descent.Outcome;
import thalweg.experiment.Track;
import thalweg.optimizer.Piecewise;
import thalweg.optimizer.Schedules;
import thalweg.paint.RunStyle;
import thalweg.session.Playback;
import thalweg.session.Session;
import thalweg.session.Wording;

/**
 * The playhead on its line: dragged, it scrubs; above the line, a triangle in the run's colour marks where a run diverged, converged or got another
 * rate.
 */
final class TimeLine extends Region {
    private static final double THUMB = 16;
    private static final double TRACK = 4;
    private static final double EVENT = 7;

    private final Playback playback;
    private final Region track = part("track");
    private final Region passed = part("passed");
    private final Region thumb = part("thumb");
    private final List<Node> events = new ArrayList<>();
    private final List<Integer> eventSteps = new ArrayList<>();
    private List<Track> marked = List.of();

    TimeLine(Session session) {
        playback = session.playback();
        getStyleClass().add("time-line");
        setId("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(Wording.of("timeline.step"));
        setMinWidth(60);
        setPrefHeight(32);
        setMaxHeight(32);
        getChildren().addAll(track, passed, thumb);
        playback.stepProperty().subscribe(_ -> moved());
        playback.lastProperty().subscribe(_ -> moved());
        session.frame().subscribe(frame -> mark(session.awaiting().get() ? List.of() : frame.tracks()));
        session.awaiting().subscribe(awaiting -> mark(awaiting ? List.of() : session.frame().get().tracks()));
        setOnMousePressed(e -> {
            requestFocus();
            pressed(true);
            scrub(e);
        });
        setOnMouseDragged(this::scrub);
        setOnMouseReleased(_ -> pressed(false));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) playback.step();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) playback.last();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private static Region part(String style) {
        Region part = new Region();
        part.setManaged(false);
        part.setMouseTransparent(true);
        part.getStyleClass().add(style);
        return part;
    }

    private void pressed(boolean on) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass("pressed"), on);
    }

    private void moved() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        requestLayout();
    }

    private void scrub(MouseEvent e) {
        double room = getWidth() - THUMB;
        double fraction = room <= 0 ? 0 : Math.clamp((e.getX() - THUMB / 2) / room, 0, 1);
        playback.pause();
        playback.go((int) Math.round(fraction * playback.last()));
    }

    /** The steps where something happened to a run that is shown. Kept while the playhead and the pointer move: sixty times a second. */
    private void mark(List<Track> tracks) {
        if (tracks == marked) {
            return;
        }
        marked = tracks;
        List<Integer> steps = new ArrayList<>();
        List<Node> marks = new ArrayList<>();
        for (Track t : tracks) {
            if (t.run().hidden()) {
                continue;
            }
            event(t.trajectory().outcome()).ifPresent(at -> {
                steps.add(at);
                marks.add(triangle(t, () -> Words.outcome(t.trajectory().outcome())));
            });
            for (int at : breaks(t)) {
                steps.add(at);
                marks.add(triangle(t, () -> Wording.of("timeline.break", at)));
            }
        }
        getChildren().removeAll(events);
        events.clear();
        events.addAll(marks);
        eventSteps.clear();
        eventSteps.addAll(steps);
        getChildren().addAll(events);
        requestLayout();
    }

    private static OptionalInt event(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Diverged(int step) -> OptionalInt.of(step);
            case Outcome.Converged(int step, double _) -> OptionalInt.of(step);
            case Outcome.Reached(int step, double _) -> OptionalInt.of(step);
            case Outcome.OutOfSteps _, Outcome.Cancelled _, Outcome.Running _ -> OptionalInt.empty();
        };
    }

    /** The steps at which somebody gave the run another learning rate. */
    private static List<Integer> breaks(Track t) {
        return Schedules.CATALOG.make(t.run().schedule()) instanceof Piecewise p
                ? p.breaks().stream().filter(at -> at > 0 && at <= t.trajectory().last()).toList() : List.of();
    }

    private static Node triangle(Track t, Supplier<String> what) {
        java.awt.Color c = RunStyle.of(t.run()).colour();
        Polygon triangle = new Polygon(0, 0, EVENT, 0, EVENT / 2, EVENT - 1);
        triangle.setFill(Color.rgb(c.getRed(), c.getGreen(), c.getBlue()));
        triangle.setManaged(false);
        Hint.on(triangle, () -> t.name() + " " + what.get());
        return triangle;
    }

    @Override
    protected void layoutChildren() {
        double y = getHeight() / 2;
        double room = getWidth() - THUMB;
        double x = playback.last() == 0 ? 0 : room * playback.step() / playback.last();
        track.resizeRelocate(THUMB / 2, y - TRACK / 2, room, TRACK);
        passed.resizeRelocate(THUMB / 2, y - TRACK / 2, x, TRACK);
        thumb.resizeRelocate(x, y - THUMB / 2, THUMB, THUMB);
        for (int i = 0; i < events.size(); i++) {
            double at = playback.last() == 0 ? 0 : room * eventSteps.get(i) / playback.last();
            events.get(i).relocate(THUMB / 2 + at - EVENT / 2, y - THUMB / 2 - 4);
        }
    }
}
