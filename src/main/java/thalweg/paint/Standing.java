package thalweg.paint;

import java.util.Optional;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.math.Vec;

/**
 * The place that a view of one place shows: where the selected run, or else the first that is shown, stands at the playhead; or the start.
 *
 * @param track whose place it is; empty: the start of all
 * @param step of the track
 */
record Standing(Optional<Track> track, int step, Vec theta) {
    private record Key(Trajectory path, int step) {
    }

    /** Of a frame; while something moves, the nearest place before it that a long run of a large model has kept. */
    static Standing of(Frame frame, Style style, Memo memo) {
        return frame.foremost().map(track -> of(frame, track, style, memo)).orElseGet(() -> atStart(frame));
    }

    /** Of a track of a frame. */
    static Standing of(Frame frame, int index, Style style, Memo memo) {
        Track track = frame.tracks().get(index);
        Trajectory path = track.trajectory();
        int step = Math.clamp(frame.step(), 0, path.last());
        int kept = style.still() || step == path.last() ? step : step / path.keptEvery() * path.keptEvery();
        return new Standing(Optional.of(track), step, memo.get("standing." + index, new Key(path, kept), () -> path.theta(kept)));
    }

    /** As all runs start. */
    static Standing atStart(Frame frame) {
        return new Standing(Optional.empty(), 0, frame.scene().start());
    }

    /** For heads: whose place it is. */
    static String words(Frame frame) {
        return frame.foremost().map(i -> frame.tracks().get(i).name()).orElse("at the start");
    }
}
