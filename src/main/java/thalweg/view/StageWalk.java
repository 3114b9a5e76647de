package thalweg.view;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import thalweg.experiment.Frame;
import thalweg.paint.Stages;
import thalweg.session.Lecture;
import thalweg.session.Playback;
import thalweg.session.Session;
import thalweg.session.Wording;

/**
 * The way through what a tile shows stage by stage: an update, a pass through a network, the rows of a gradient check. With keys everywhere; before
 * an audience also by itself, as part of playing: all stages of one step, then those of the next.
 */
final class StageWalk {
    /** How long a stage is seen: its line can be read, and the first ones come within five seconds. */
    private static final double SECONDS = 1.4;

    private final Session session;
    private final Tiles tiles;
    private Optional<Lecture.Showing> walked = Optional.empty();
    private long since = -1;

    StageWalk(Session session, Tiles tiles) {
        this.session = session;
        this.tiles = tiles;
    }

    /** Goes some stages on or back in the focused tile, or else in the first that shows something in stages. */
    void move(int by) {
        if (since >= 0) {
            session.playback().pause();                           // whoever goes by hand is not to be overtaken
        }
        Frame frame = session.frame().get();
        view(frame).ifPresent(view -> session.edit(Wording.of("edit.stage"), e -> e.withLook(Stages.step(view, frame, e.look(), by))));
    }

    private Optional<String> view(Frame frame) {
        return Stream.concat(tiles.focusedTile().stream(), tiles.tiles().stream()).filter(Node::isVisible).map(t -> t.kind().id())
                .filter(view -> Stages.last(view, frame) > 0).findFirst();
    }

    /**
     * Says what time it is while an audience looks on. Returns whether the scene has stages, and playing goes through them instead of through the
     * steps.
     *
     * @param nanos as for {@link Playback#tick}
     */
    boolean tick(long nanos) {
        Optional<Lecture.Showing> scene = session.lecture().showing().get().filter(_ -> !session.awaiting().get());
        Frame frame = session.frame().get();
        Optional<String> view = scene.flatMap(_ -> view(frame));
        if (view.isEmpty()) {
            since = -1;
            return false;
        }
        if (session.playback().isPlaying()) {
            walk(view.get(), frame, scene.get(), nanos);
        } else {
            since = -1;
        }
        return true;
    }

    /** Goes on in the middle of the stages of a step if it is held there; returns whether it was. */
    boolean goOn() {
        Frame frame = session.frame().get();
        boolean held = !session.playback().isPlaying() && session.lecture().showing().get().isPresent()
                && view(frame).filter(v -> Stages.at(v, frame.experiment().look()) < Stages.last(v, frame)).isPresent();
        if (held) {
            session.playback().goOn();
        }
        return held;
    }

    private void walk(String view, Frame frame, Lecture.Showing scene, long nanos) {
        Playback playback = session.playback();
        int last = Stages.last(view, frame);
        int now = Stages.at(view, frame.experiment().look());
        if (since < 0) {
            since = nanos;
            if (!walked.equals(Optional.of(scene))) {
                show(view, 1);
            }
            walked = Optional.of(scene);
        } else if ((nanos - since) * 1e-9 >= SECONDS * scene.scene().play().speed() / playback.speedProperty().get()) {
            since = nanos;
            if (now < last) {
                show(view, now + 1);
            } else if (playback.isAtEnd()) {
                playback.pause();
                walked = Optional.empty();                        // played again, it begins with the first stage
            } else {
                playback.go(playback.step() + 1);
                show(view, 1);
            }
        }
    }

    /** Part of playing, so one undo step however many there are. */
    private void show(String view, int stage) {
        session.drag(Wording.of("edit.stage"), e -> e.withLook(Stages.to(view, e.look(), stage)));
    }
}
