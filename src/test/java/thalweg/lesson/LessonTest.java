package thalweg.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;

class LessonTest {
    private static final Lesson LESSON = Lesson.of("A", scene("a"), scene("b"), scene("c"));

    private static LessonScene scene(String title) {
        return LessonScene.of(title, Experiment.of(Spec.of("booth")));
    }

    private static List<String> titles(Lesson lesson) {
        return lesson.scenes().stream().map(LessonScene::title).toList();
    }

    @Test
    void scenesAreMovedAddedAndTakenOut() {
        assertEquals(List.of("b", "c", "a"), titles(LESSON.moving(0, 2)));
        assertEquals(List.of("c", "a", "b"), titles(LESSON.moving(2, 0)));
        assertEquals(List.of("a", "x", "b", "c"), titles(LESSON.adding(1, scene("x"))));
        assertEquals(List.of("a", "c"), titles(LESSON.without(1)));
        assertEquals(List.of("a", "b", "x"), titles(LESSON.with(2, scene("x"))));
    }

    @Test
    void aLessonWithoutScenesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Lesson.of("A", scene("a")).without(0));
    }
}
