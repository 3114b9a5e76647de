package thalweg.session;

import java.util.Optional;
import thalweg.experiment.Experiment;
import thalweg.lesson.Lesson;

/**
 * All that undo leads back to.
 *
 * @param experiment being edited
 * @param lesson that is open
 * @param scene of it that was shown last, from 0
 */
record Desk(Experiment experiment, Optional<Lesson> lesson, int scene) {
    Desk withExperiment(Experiment changed) {
        return new Desk(changed, lesson, scene);
    }

    Desk withLesson(Optional<Lesson> changed, int shown) {
        return new Desk(experiment, changed, shown);
    }
}
