package thalweg.session;

import java.util.Optional;
import thalweg.experiment.Experiment;
import thalweg.lesson.Lesson;

/**
 * What is open and would be lost without a file.
 *
 * @param lesson the lesson that is open, if it holds what is not saved
 */
public record Kept(Experiment experiment, Optional<Lesson> lesson) {
}
