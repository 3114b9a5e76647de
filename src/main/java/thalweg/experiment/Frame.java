package thalweg.experiment;

import java.util.List;
import java.util.Optional;
import thalweg.math.Grid;

/**
 * All that a painter needs for one picture; immutable, handed over whole.
 *
 * @param experiment what was asked for
 * @param scene what it means
 * @param grid values over the slice
 * @param tracks one per run of the experiment, in its order, hidden ones included
 * @param step where the playhead stands, 0 to {@link #last()}
 * @param hover the iterate under the pointer
 */
public record Frame(Experiment experiment, Scene scene, Grid grid, List<Track> tracks, int step, Optional<Hover> hover) {
    public Frame {
        tracks = List.copyOf(tracks);
    }

    /** The last step of the longest track; 0 without tracks. */
    public int last() {
        return tracks.stream().mapToInt(t -> t.trajectory().last()).max().orElse(0);
    }

    public Frame at(int newStep) {
        return new Frame(experiment, scene, grid, tracks, newStep, hover);
    }

    public Frame withHover(Optional<Hover> changed) {
        return new Frame(experiment, scene, grid, tracks, step, changed);
    }

    public Frame withLook(Look look) {
        return new Frame(experiment.withLook(look), scene, grid, tracks, step, hover);
    }
}
