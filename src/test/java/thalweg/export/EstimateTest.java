package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiments;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.descent.StopRule;
import thalweg.paint.Composition;
import thalweg.paint.Theme;

/** Sizes told before a file is written. */
class EstimateTest {
    private static final Frame FRAME = Frames.frame(Experiments.first(Spec.of("rosenbrock")).withStop(StopRule.steps(60)));

    @TempDir
    private Path folder;

    /** Who chooses between 1 MB and 10 MB is served by half and double. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void anEstimateIsNearTheFileThatIsWritten(Format format) throws Exception {
        Picture picture = new Picture(List.of("contour", "surface"), false, Theme.LIGHT, 600, 300, format.isFilm() ? 1 : 3);
        Path file = folder.resolve("a" + format.ending());
        OptionalLong told;
        if (format.isFilm()) {
            Film film = new Film(0, 60, 1, 25, 1, 0);
            told = Estimate.film(FRAME, picture, film, format, () -> false);
            Exports.film(FRAME, picture, film, file, Runnable::run, Progress.NONE);
        } else {
            told = Estimate.picture(FRAME, picture, format, () -> false);
            Exports.picture(FRAME, picture, file);
        }
        double ratio = (double) told.orElseThrow() / Files.size(file);
        assertTrue(ratio > 0.5 && ratio < 2, format + ": told " + told + ", is " + Files.size(file));
    }

    @Test
    void nobodyWaitsForAnEstimateThatIsNotWanted() {
        Picture picture = Picture.of(List.of("contour"), 300, 200).withParts(Composition.Parts.ALL);
        for (Format format : Format.values()) {
            assertEquals(OptionalLong.empty(), format.isFilm() ? Estimate.film(FRAME, picture, Film.of(FRAME), format, () -> true)
                    : Estimate.picture(FRAME, picture, format, () -> true));
        }
    }
}
