package thalweg.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import thalweg.catalog.Nearest;
import thalweg.catalog.SpecException;

/** The lessons that travel with the program; the order is the order of the menu. */
public final class Lessons {
    /**
     * A lesson that can be opened by name.
     *
     * @param id as on the command line
     * @param title as in the file
     * @param help what it is about, in a sentence
     */
    public record Entry(String id, String title, String help) {
        /** The lesson itself, read anew. */
        public Lesson read() {
            try (InputStream in = Objects.requireNonNull(Lessons.class.getResourceAsStream(id + LessonJson.ENDING), id)) {
                return LessonJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("the lesson '" + id + "' that travels with the program cannot be read", e);
            }
        }
    }

    public static final List<Entry> ALL = List.of(
            new Entry("gradient-descent", "Gradient descent", "The whole lecture in the order of its script, from a cup of tea to 30,730 parameters"),
            new Entry("learning-rates", "Learning rates", "Too small, right, too large: what the curvature allows"),
            new Entry("momentum", "Momentum and why it works", "Rates on a ravine against the closed form, and where it becomes unstable"),
            new Entry("saddle-points", "Saddle points", "Where the gradient vanishes and nothing is won"),
            new Entry("noise", "Noise helps to escape", "What a noisy gradient does at a saddle and in a shallow valley"),
            new Entry("adaptive", "Adaptive methods", "Badly scaled axes, and one rate per parameter"),
            new Entry("conventions", "Conventions that change the picture", "Where epsilon stands, two forms of NAG, bias correction"),
            new Entry("slices", "High-dimensional slices", "What a plane through 30,730 dimensions shows"),
            new Entry("skip-connections", "Skip connections", "A deep narrow network with and without shortcuts"),
            new Entry("misleading", "How a loss surface can mislead", "Scales, windows and directions that tell stories"));

    private Lessons() {
    }

    /**
     * The lesson with this id.
     *
     * @throws SpecException naming the ids there are
     */
    public static Entry of(String id) {
        return ALL.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow(() -> new SpecException("there is no lesson '" + id + "'; "
                + Nearest.advice(id, ALL.stream().map(Entry::id).toList())));
    }
}
