package thalweg.lesson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Fields;
import thalweg.experiment.Json;
import thalweg.experiment.Located;
import thalweg.experiment.WholeFile;

/**
 * The file form of a lesson: JSON that people can read and edit, with the sessions of its scenes inside. A field that is missing has its default, one
 * that is unknown is refused. Writing what was read gives equal text.
 */
public final class LessonJson {
    /** How files of lessons end. */
    public static final String ENDING = ".lesson.json";
    private static final int LONGEST_TEXT = 10_000;

    private LessonJson() {
    }

    /**
     * Whether a file is a lesson and no session: by its name, or by what it holds, whatever its name is.
     *
     * @throws IOException if it cannot be read; the message is for people
     */
    public static boolean isLesson(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(ENDING) || !name.endsWith(".json")) {
            return name.endsWith(ENDING);
        }
        try {
            return Json.read(WholeFile.read(file, Json.LONGEST)).value() instanceof Map<?, ?> fields && fields.containsKey("scenes");
        } catch (ExperimentException _) {
            return false;                                         // whoever reads it as a session says what is wrong
        }
    }

    /**
     * Reads a lesson.
     *
     * @throws IOException if the file cannot be read; the message is for people
     * @throws ExperimentException if it is damaged, newer than this program, or names what does not exist; the message says where
     */
    public static Lesson read(Path file) throws IOException {
        byte[] bytes = WholeFile.read(file, Json.LONGEST);
        try {
            return lesson(Json.read(bytes));
        } catch (ExperimentException e) {
            throw new ExperimentException(e.where(), file.getFileName() + ", " + e.getMessage());
        }
    }

    /** Reads the text of a lesson; errors as for a file. */
    public static Lesson read(String text) {
        return lesson(Json.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a lesson, atomically. */
    public static void write(Lesson lesson, Path file) throws IOException {
        byte[] bytes = write(lesson).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }

    /**
     * The text of a lesson.
     *
     * @throws ExperimentException for an experiment with a number that is not finite; JSON has none
     */
    public static String write(Lesson lesson) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", lesson.format());
        fields.put("title", lesson.title());
        fields.put("scenes", lesson.scenes().stream().map(LessonJson::fields).toList());
        return Json.write(fields);
    }

    private static Map<String, Object> fields(LessonScene scene) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", scene.title());
        put(fields, "formula", scene.formula());
        put(fields, "caption", scene.caption());
        put(fields, "notes", scene.notes());
        Map<String, Object> play = new LinkedHashMap<>();
        play.put("from", scene.play().from());
        if (scene.play().to() != Play.END) {
            play.put("to", scene.play().to());
        }
        play.put("speed", scene.play().speed());
        fields.put("play", play);
        fields.put("experiment", ExperimentJson.fields(scene.experiment()));
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    private static Lesson lesson(Located root) {
        Fields f = new Fields(root);
        int format = f.get("format", Located::whole, Lesson.FORMAT);
        if (format > Lesson.FORMAT || format < 1) {
            throw root.members().get("format").error(format < 1 ? "formats are counted from 1, but this is " + format
                    : "this lesson was written by a newer Thalweg (format " + format + "; this one reads up to " + Lesson.FORMAT
                            + "): open it with a newer version");
        }
        String title = text(f.need("title"));
        Located list = f.need("scenes");
        f.end();
        List<LessonScene> scenes = new ArrayList<>();
        list.elements(Lesson.MOST_SCENES).forEach(element -> scenes.add(scene(element)));
        if (scenes.isEmpty()) {
            throw list.error("a lesson has at least one scene");
        }
        return new Lesson(format, title, scenes);
    }

    private static LessonScene scene(Located object) {
        Fields f = new Fields(object);
        LessonScene scene = new LessonScene(f.get("title", LessonJson::text, ""), f.get("formula", LessonJson::text, ""),
                f.get("caption", LessonJson::text, ""), f.get("notes", LessonJson::text, ""), f.get("play", LessonJson::play, Play.ALL),
                ExperimentJson.read(f.need("experiment")));
        f.end();
        return scene;
    }

    private static Play play(Located object) {
        Fields f = new Fields(object);
        int from = f.get("from", Located::whole, Play.ALL.from());
        int to = f.get("to", Located::whole, Play.ALL.to());
        double speed = f.get("speed", Located::number, Play.ALL.speed());
        f.end();
        try {
            return new Play(from, to, speed);
        } catch (IllegalArgumentException e) {
            throw object.error(e.getMessage());
        }
    }

    private static String text(Located value) {
        String text = value.text();
        if (text.length() > LONGEST_TEXT) {
            throw value.error("at most " + LONGEST_TEXT + " characters are allowed, but there are " + text.length());
        }
        return text;
    }
}
