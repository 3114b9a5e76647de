package thalweg.view;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import thalweg.experiment.Camera;
import thalweg.export.Film;
import thalweg.session.Session;
import thalweg.session.Wording;

/**
 * Turns all surfaces while it runs: an angle that is added to the camera's azimuth.
 *
 * <p>Like the playhead it is no edit: it would fill the undo history and the autosave sixty times a second. Where it comes to rest is one.
 */
final class Turntable {
    /** The id of the view that has a camera. */
    static final String TURNS = Film.TURNS;
    /** Once around in 20 s: slow enough to follow a path with the eye. */
    private static final double DEGREES_PER_SECOND = 18;
    private static final double NANOS = 1e-9;

    private final Session session;
    private final ReadOnlyDoubleWrapper angle = new ReadOnlyDoubleWrapper(this, "angle");
    private final ReadOnlyBooleanWrapper turning = new ReadOnlyBooleanWrapper(this, "turning");
    private final AnimationTimer clock = new AnimationTimer() {
        @Override
        public void handle(long now) {
            tick(now);
        }
    };
    private Optional<Long> last = Optional.empty();

    Turntable(Session session) {
        this.session = session;
    }

    /** Degrees added to every surface's azimuth. */
    ReadOnlyDoubleProperty angle() {
        return angle.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty turning() {
        return turning.getReadOnlyProperty();
    }

    /** Starts, or comes to rest where this surface is seen. */
    void toggle(PlotView surface) {
        if (turning.get()) {
            surface.camera().ifPresentOrElse(this::rest, this::stop);
        } else {
            start();
        }
    }

    private void start() {
        last = Optional.empty();
        turning.set(true);
        clock.start();
    }

    /** Comes to rest where a surface is seen now: one undo step. */
    void rest(Camera seen) {
        if (turning.get()) {
            stop();
            session.edit(Wording.of("edit.turn"), e -> e.withLook(e.look().withCamera(
                    new Camera(Math.IEEEremainder(seen.azimuth(), 360), seen.elevation(), seen.zoom(), seen.perspective(), false))));
        }
    }

    /** Stops and forgets the angle: the surfaces are seen as the experiment says. */
    void stop() {
        clock.stop();
        turning.set(false);
        angle.set(0);
    }

    /** The clock stands at this time, in nanoseconds. */
    void tick(long now) {
        last.ifPresent(before -> angle.set((angle.get() + (now - before) * NANOS * DEGREES_PER_SECOND) % 360));
        last = Optional.of(now);
    }
}
