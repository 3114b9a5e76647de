package thalweg.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.comparison.Bands;
import thalweg.comparison.RateSweep;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;

/** Paths of other programs beside runs of our own. */
class RecordedPathsTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("walk.csv"), text);
    }

    @Test
    void aRecordedPathIsShownStepByStepFromWhereItBegan() throws IOException {
        Experiment before = Experiment.of(Spec.of("sphere")).withRuns(List.of(Run.of(Spec.parse("gradient-descent(learningRate=0.1)"), 0)))
                .withStop(new StopRule(2, 1e-3, Double.NEGATIVE_INFINITY));
        Experiment with = Experiments.withPaths(before, file("run,step,x,y\nA,0,1,2\nA,1,0,0\nA,2,0.5,-9\nA,3,1,1\nB,0,3,4\n"));
        assertEquals(List.of("GD", "A", "B"), Frames.names(with.runs()));
        assertEquals(3, with.stop().steps(), "as many as the longest path has");
        Frame frame = Frames.frame(with);
        Trajectory a = frame.tracks().get(1).trajectory();
        assertEquals(List.of(Vec.of(1, 2), Vec.of(0, 0), Vec.of(0.5, -9), Vec.of(1, 1)), List.of(a.theta(0), a.theta(1), a.theta(2), a.theta(3)));
        assertEquals(81.25, a.loss(2), 1e-12);
        assertEquals(new Outcome.OutOfSteps(3), a.outcome(), "a flat place on the way is no end");
        assertEquals(0, frame.tracks().get(2).trajectory().last(), "one point is a path too");
        assertEquals(before.start(), with.start(), "our own runs start where they did");
        assertTrue(frame.scene().slice().ranges().get(1).contains(-9), "the window has grown");
        assertEquals(with, ExperimentJson.read(ExperimentJson.write(with)));
    }

    @Test
    void aFileThatItsProgramWroteAnewIsReadAgain() throws IOException {
        Path walk = file("step,x,y\n0,1,2\n1,0,0\n");
        Experiment with = Experiments.withPaths(Experiment.of(Spec.of("sphere")), walk);
        assertEquals(Vec.of(0, 0), Frames.frame(with).tracks().getFirst().trajectory().theta(1));
        FileTime before = Files.getLastModifiedTime(walk);
        file("step,x,y\n0,1,2\n1,0,9\n");
        Files.setLastModifiedTime(walk, FileTime.from(before.toInstant().plusSeconds(5)));
        assertEquals(Vec.of(0, 9), Frames.frame(with).tracks().getFirst().trajectory().theta(1));
    }

    @Test
    void aRecordedPathTakesNoPartInComparisonsForItCannotBeRunOtherwise() throws IOException {
        Experiment before = Experiment.of(Spec.of("sphere")).withRuns(List.of(Run.of(Spec.parse("momentum(learningRate=0.1)"), 0)))
                .withStop(StopRule.steps(5));
        Experiment with = Experiments.withPaths(before, file("step,x,y\n0,1,2\n1,0,0\n"));
        assertEquals(1, with.look().selected(), "the path");
        Frame frame = Surveys.surveyed(Frames.frame(with), Surveys.VIEWS, 4, () -> false);
        assertEquals(List.of(0), frame.surveys().of(Surveys.SWEEP, RateSweep.class).orElseThrow().entries().stream().map(RateSweep.Entry::run)
                .toList());
        assertEquals(List.of(0), frame.surveys().of(Surveys.BANDS, Bands.class).orElseThrow().entries().stream().map(Bands.Entry::run).toList());
        assertEquals(Optional.of(0), Surveys.subject(with));
        assertEquals(Surveys.VIEWS.size(), frame.surveys().made().size());
        Frame alone = Frames.frame(with.withRuns(with.runs().subList(1, 2)));
        assertEquals("A recorded path cannot be run again from elsewhere. Add an optimizer to compare many runs.",
                Surveys.obstacle(Surveys.SWEEP, alone).orElseThrow());
    }

    @Test
    void aPathOfAnotherDimensionIsRefusedWithASentence() throws IOException {
        Path file = file("step,theta_0,theta_1,theta_2\n0,1,2,3\n");
        String message = assertThrows(IllegalArgumentException.class, () -> Experiments.withPaths(Experiment.of(Spec.of("sphere")), file))
                .getMessage();
        assertEquals("the path 'path' has points of 3 numbers, but Sphere has 2 parameters", message);
    }
}
