package thalweg.cli;

import java.nio.file.Path;

/** What a window begins with. */
public sealed interface Opening {
    /** The first scene of the program. */
    record Nothing() implements Opening {
    }

    /** A session, a lesson, or a picture that carries one. */
    record OfFile(Path file) implements Opening {
    }

    /**
     * A lesson that travels with the program.
     *
     * @param id as in {@link thalweg.lesson.Lessons}
     */
    record OfLesson(String id) implements Opening {
    }

    /**
     * A scene that travels with the program.
     *
     * @param id as in {@link thalweg.experiment.NamedScenes}
     */
    record OfScene(String id) implements Opening {
    }
}
