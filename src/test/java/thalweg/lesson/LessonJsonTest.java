package thalweg.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Experiments;

class LessonJsonTest {
    private static final Lesson LESSON = Lesson.of("Valleys, \"curved\" and straight",
            new LessonScene("Rosenbrock", "\\nabla J", "A curve of $x^2$.\nTwo lines.", "Say hello.", new Play(3, 40, 0.5), Experiments.first()),
            LessonScene.of("Booth", Experiment.of(Spec.of("booth"))));

    @TempDir
    private Path folder;

    @Test
    void readingWhatWasWrittenGivesTheSameLessonAndTheSameText() {
        String text = LessonJson.write(LESSON);
        assertEquals(LESSON, LessonJson.read(text));
        assertEquals(text, LessonJson.write(LessonJson.read(text)));
    }

    @Test
    void aSceneOfOneFieldIsEnough() {
        Lesson read = LessonJson.read("""
                {"title": "Short", "scenes": [{"experiment": {"objective": "booth"}}]}""");
        assertEquals(Lesson.of("Short", LessonScene.of("", Experiment.of(Spec.of("booth")))), read);
    }

    /** Each mistake is told with its place; {@code '} stands for {@code "}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'title': 'A', 'scenes': []} | line 1, column 26: scenes: a lesson has at least one scene",
        "{'scenes': [{'experiment': {'objective': 'booth'}}]} | the field 'title' is missing",
        "{'title': 'A', 'scenes': [{'experiment': {'objective': 'bouth'}}]} | line 1, column 56: scenes[0].experiment.objective: no objective 'bouth'",
        "{'title': 'A', 'scenes': [{'experiment': {'objective': 'booth', 'step': -1}}]} | line 1, column 73: scenes[0].experiment.step:",
        "{'title': 'A', 'scenes': [{'experiment': {'objective': 'booth'}, 'caption': 3}]} | scenes[0].caption: should be text in quotes, but is the number 3",
        "{'title': 'A', 'scenes': [{'experiment': {'objective': 'booth'}, 'say': ''}]} | there is no field 'say' here; known are title, formula, caption, notes, play, experiment",
        "{'title': 'A', 'scenes': [{'experiment': {'objective': 'booth'}, 'play': {'from': 9, 'to': 3}}]} | scenes[0].play: what plays goes from a step of 0 or more",
        "{'title': 'A', 'scenes': [{'experiment': {'objective': 'booth'}, 'play': {'speed': 0}}]} | scenes[0].play: the speed must be 0.01 to 100, but is 0.0",
        "{'format': 2, 'title': 'A', 'scenes': []} | line 1, column 12: format: this lesson was written by a newer Thalweg",
        "{'format': 0, 'title': 'A', 'scenes': []} | formats are counted from 1",
        "{'title': 'A', 'scenes': [{}]} | line 1, column 27: scenes[0]: the field 'experiment' is missing",
        "{'title': 'A', | this is not JSON"})
    void aMistakeIsToldWhereItStands(String text, String message) {
        ExperimentException e = assertThrows(ExperimentException.class, () -> LessonJson.read(text.replace('\'', '"')));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @Test
    void aFileIsWrittenAndReadAndNamedInErrors() throws IOException {
        Path file = folder.resolve("mine.lesson.json");
        LessonJson.write(LESSON, file);
        assertEquals(LESSON, LessonJson.read(file));
        Files.writeString(file, "{}");
        ExperimentException e = assertThrows(ExperimentException.class, () -> LessonJson.read(file));
        assertTrue(e.getMessage().startsWith("mine.lesson.json, line 1"), e.getMessage());
    }

    @Test
    void aLessonIsKnownByWhatItHoldsAndASessionIsNone() throws IOException {
        Path renamed = folder.resolve("renamed.json");
        LessonJson.write(LESSON, renamed);
        assertTrue(LessonJson.isLesson(renamed));
        Path session = folder.resolve("race.thalweg.json");
        ExperimentJson.write(Experiments.first(), session);
        assertFalse(LessonJson.isLesson(session));
        assertFalse(LessonJson.isLesson(folder.resolve("picture.png")));
        Files.writeString(session, "{ damaged");
        assertFalse(LessonJson.isLesson(session));
    }
}
