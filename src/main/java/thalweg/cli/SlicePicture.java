package thalweg.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;
import thalweg.experiment.Track;
import thalweg.export.Exports;
import thalweg.export.Picture;
import thalweg.math.Grid;
import thalweg.optimizer.Optimizers;
import thalweg.paint.Theme;
import thalweg.slice.Route;
import thalweg.slice.Soundness;

/**
 * A sampled slice as a picture.
 *
 * @param experiment what the picture carries, with the run whose path is drawn, if one is
 * @param scene with the slice
 * @param path of that run, or from a file
 */
record SlicePicture(Experiment experiment, Scene scene, Optional<Trajectory> path) {
    /** What came of sampling. */
    record Sampled(Grid grid, List<Grid> beside, Soundness soundness) { }

    /**
     * Writes it.
     *
     * @param views ids; none: the contour, or the curve
     * @param size width and height in pixels
     */
    void write(Sampled sampled, List<String> views, Theme theme, int[] size, Path output) throws IOException {
        List<String> shown = views.isEmpty() ? List.of(scene.slice().dimension() == 1 ? "curve" : "contour") : views;
        Frame frame = new Frame(experiment, scene, sampled.grid(), path.map(p -> List.of(track(p))).orElse(List.of()), 0, Optional.empty())
                .withBeside(sampled.beside()).withSoundness(Optional.of(sampled.soundness()));
        Exports.picture(frame.at(frame.last()), new Picture(shown, false, theme, size[0], size[1], 1), output);
    }

    private Track track(Trajectory p) {
        Run run = experiment.runs().getFirst();
        return new Track(run, Frames.names(List.of(run)).getFirst(), Optimizers.CATALOG.make(run.optimizer()), p,
                scene.isWhole() ? Optional.empty() : Optional.of(Route.of(p, scene.slice())));
    }
}
