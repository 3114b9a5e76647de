package thalweg.paint;

import java.util.Optional;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.optimizer.Account;

/**
 * The step that is taken apart: the one that leads away from where the selected run stands, or else the first that is shown; behind the last
 * step the last that was made.
 *
 * @param step where it begins
 */
record Update(Track track, int step, Account account) {
    private record Key(Trajectory path, int step) {
    }

    /** Of a frame; empty if no run is shown, none has made a step, or nobody can tell. */
    static Optional<Update> of(Frame frame, Memo memo) {
        return track(frame).filter(t -> t.trajectory().last() > 0).flatMap(track -> {
            int step = step(frame, track);
            return memo.get("update", new Key(track.trajectory(), step), () -> track.trajectory().account(step))
                    .filter(a -> !a.stages().isEmpty()).map(account -> new Update(track, step, account));
        });
    }

    static int step(Frame frame, Track track) {
        return Math.clamp(frame.step(), 0, Math.max(0, track.trajectory().last() - 1));
    }

    /** Whose step it is. */
    static Optional<Track> track(Frame frame) {
        return frame.foremost().map(frame.tracks()::get);
    }

    /** How many stages it has; of a path that would have to be walked again for that, the first step is asked. */
    static int stages(Frame frame) {
        boolean all = isAtHand(frame, Style.of(Theme.LIGHT).withStill(false));
        return of(all ? frame : frame.at(0), Memo.NONE).map(u -> u.account().stages().size()).orElse(0);
    }

    /** Whether it is at hand at once: walking a large model's run again takes longer than a frame may. */
    static boolean isAtHand(Frame frame, Style style) {
        return style.still() || track(frame).map(t -> t.trajectory().keptEvery() == 1).orElse(true);
    }

    /** The stage that is looked at, from 0; empty for none in particular. */
    Optional<Integer> active(Frame frame) {
        int stage = frame.experiment().look().focus().update();
        return stage <= 0 ? Optional.empty() : Optional.of(Math.min(stage, account.stages().size()) - 1);
    }
}
