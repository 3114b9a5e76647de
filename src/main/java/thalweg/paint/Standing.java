package thalweg.paint;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
        List<Integer> shown = IntStream.range(0, frame.tracks().size()).filter(i -> !frame.tracks().get(i).run().hidden()).boxed().toList();
        if (shown.isEmpty()) {
            return new Standing(Optional.empty(), 0, frame.scene().start());
        }
        int selected = frame.experiment().look().selected();
        Track track = frame.tracks().get(shown.contains(selected) ? selected : shown.getFirst());
        Trajectory path = track.trajectory();
        int step = Math.clamp(frame.step(), 0, path.last());
        int kept = style.still() || step == path.last() ? step : step / path.keptEvery() * path.keptEvery();
        return new Standing(Optional.of(track), step, memo.get("standing", new Key(path, kept), () -> path.theta(kept)));
    }

    /** For heads: "Adam, step 340". */
    static String words(Frame frame) {
        List<Track> shown = frame.tracks().stream().filter(t -> !t.run().hidden()).toList();
        int selected = frame.experiment().look().selected();
        boolean has = selected >= 0 && selected < frame.tracks().size() && !frame.tracks().get(selected).run().hidden();
        return shown.isEmpty() ? "at the start" : (has ? frame.tracks().get(selected) : shown.getFirst()).name();
    }
}
