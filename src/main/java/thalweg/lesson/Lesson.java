package thalweg.lesson;

import java.util.ArrayList;
import java.util.List;

/**
 * A lecture, or a part of one.
 *
 * @param format version of the file form, {@link #FORMAT}
 * @param title for menus
 * @param scenes in the order in which they are shown, at least one
 */
public record Lesson(int format, String title, List<LessonScene> scenes) {
    public static final int FORMAT = 1;
    /** More than any lecture has. */
    public static final int MOST_SCENES = 200;

    /**
     * A lesson with these scenes.
     *
     * @throws IllegalArgumentException if there are none, or too many
     */
    public Lesson {
        scenes = List.copyOf(scenes);
        if (scenes.isEmpty() || scenes.size() > MOST_SCENES) {
            throw new IllegalArgumentException("a lesson has 1 to " + MOST_SCENES + " scenes, but this would have " + scenes.size());
        }
    }

    public static Lesson of(String title, LessonScene... scenes) {
        return new Lesson(FORMAT, title, List.of(scenes));
    }

    public Lesson withTitle(String changed) {
        return new Lesson(format, changed, scenes);
    }

    /** With another scene in place of that at an index. */
    public Lesson with(int index, LessonScene scene) {
        List<LessonScene> all = new ArrayList<>(scenes);
        all.set(index, scene);
        return new Lesson(format, title, all);
    }

    /** With a scene more, which gets this index. */
    public Lesson adding(int index, LessonScene scene) {
        List<LessonScene> all = new ArrayList<>(scenes);
        all.add(index, scene);
        return new Lesson(format, title, all);
    }

    /**
     * Without the scene at an index.
     *
     * @throws IllegalArgumentException if it is the only one
     */
    public Lesson without(int index) {
        List<LessonScene> all = new ArrayList<>(scenes);
        all.remove(index);
        return new Lesson(format, title, all);
    }

    /** With the scene at one index moved to another. */
    public Lesson moving(int from, int to) {
        List<LessonScene> all = new ArrayList<>(scenes);
        all.add(to, all.remove(from));
        return new Lesson(format, title, all);
    }
}
