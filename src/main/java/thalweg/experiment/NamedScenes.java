package thalweg.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import thalweg.catalog.Nearest;
import thalweg.catalog.SpecException;

/** Experiments that travel with the program and can be opened by name; the order is the order of the menu. */
public final class NamedScenes {
    private static final String FOLDER = "scenes/";
    private static final String ENDING = ".thalweg.json";

    /**
     * One of them.
     *
     * @param id as on the command line
     * @param title for menus
     * @param caption what is seen, in a sentence or two
     */
    public record Entry(String id, String title, String caption) {
        /** The experiment itself, read anew from its session file. */
        public Experiment read() {
            try (InputStream in = Objects.requireNonNull(NamedScenes.class.getResourceAsStream(FOLDER + id + ENDING), id)) {
                return ExperimentJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("the scene '" + id + "' that travels with the program cannot be read", e);
            }
        }
    }

    public static final List<Entry> ALL = List.of(
            new Entry("cifar-line", "CIFAR-10's shape along one line",
                    "W, 30,730 weights, is drawn at random, and J(W + a W1) is followed along one random direction. The hinge "
                            + "loss of one image is a chain of straight pieces; with 100 images there are so many that it looks round."),
            new Entry("cifar-plane", "CIFAR-10's shape on a plane",
                    "The same weights along two random directions, J(W + a W1 + b W2): contour lines of one image's hinge loss "
                            + "are polygons, for the cost is linear between its kinks; softmax has no kinks."),
            new Entry("cifar-bowls", "Piecewise-linear bowls",
                    "The hinge loss of one image is a bowl of flat facets. Its mean over 100 images is a bowl too, for sums of "
                            + "convex functions are convex, and its facets are too small to be seen."),
            new Entry("skip-connections", "With and without skip connections",
                    "A network of 14 hidden layers of 8 units, trained by the same rule from the same weights, and seen around "
                            + "where it ended, along the same random directions: skip connections make broken ground smooth."),
            new Entry("between-batches", "From a small-batch to a large-batch minimum",
                    "Gradient descent on batches of 4 and on all samples, from one start: J on the line from where the one "
                            + "ends, at 0, to where the other ends, at 1. The second minimum lies in a narrower valley."),
            new Entry("sharp-and-flat", "Sharp and flat, with and without normalisation",
                    "Around both minima along the direction in which each curves most, above by steps of length 1, below with each filter of "
                            + "the direction as long as the model's, so that the scale of the weights does not decide how wide a valley looks "
                            + "(Li et al. 2018): batches of 4 end in a flat place, all samples in a sharp one."),
            new Entry("two-optimizers", "Two optimizers on one slice of a real model",
                    "Momentum and Adam from one start on a classifier of 30,730 parameters, in the plane through the start and "
                            + "both ends."),
            new Entry("edge-of-stability", "The edge of stability",
                    "Gradient descent on all samples climbs to where the largest eigenvalue of the Hessian is 2/\u03b1, each "
                            + "rate to its own edge, overshoots, and is thrown back; only the slowest never meets its edge."),
            new Entry("curvature-map", "Where the ground curves downward",
                    "Himmelblau's function coloured by the smallest eigenvalue of its Hessian: blue where some direction "
                            + "curves downward. Minima lie in red, saddles and hilltops in blue."));

    private NamedScenes() {
    }

    /**
     * The scene with this id.
     *
     * @throws SpecException naming the ids there are
     */
    public static Entry of(String id) {
        return ALL.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow(() -> new SpecException("there is no scene '" + id + "'; "
                + Nearest.advice(id, ALL.stream().map(Entry::id).toList())));
    }
}
