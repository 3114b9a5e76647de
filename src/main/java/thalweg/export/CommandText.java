package thalweg.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Learning;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.experiment.RunSyntax;
import thalweg.experiment.Subject;
import thalweg.formula.Python;
import thalweg.math.Range;

/**
 * The command line that makes a picture: {@code thalweg render rosenbrock --optimizer 'adam(learningRate=0.05)' ... -o rosenbrock.png}. What
 * has an option of its own is written as such, the rest of look and slice as the JSON of a session.
 */
public final class CommandText {
    /** A longer start, as that of a network, belongs into a file. */
    private static final int MOST_NUMBERS = 100;

    private CommandText() {
    }

    /**
     * The command for a picture of an experiment at its own step.
     *
     * @param file that it writes
     * @throws IllegalArgumentException for an experiment that no command line can hold
     */
    public static String render(Experiment experiment, Picture picture, String file) {
        Experiment shown = experiment.withLook(experiment.look().withTiles(picture.views()).withLayout(picture.layout()));
        List<String> words = new ArrayList<>(List.of("thalweg", "render"));
        words.addAll(experiment(shown));
        add(words, "--step", Integer.toString(experiment.step()));
        add(words, "--size", picture.width() + "x" + picture.height());
        add(words, "--scale", number(picture.scale()));
        add(words, "--theme", picture.theme().name().toLowerCase(Locale.ROOT));
        flag(words, "--transparent", !picture.parts().ground());
        flag(words, "--no-title", !picture.parts().title());
        flag(words, "--no-legend", !picture.parts().legend());
        flag(words, "--caption", picture.parts().caption());
        add(words, "-o", file);
        return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    /** The command that writes what an experiment learns from, as its model sees it, with the weights that it starts with. */
    static String data(Experiment experiment, String file) {
        List<String> words = new ArrayList<>(List.of("thalweg", "data"));
        learning(words, experiment.learning().orElseThrow(), experiment.seed());
        words.add("--seed=" + experiment.seed());
        add(words, "-o", file);
        return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    /** The options that make an experiment, but for its step. */
    static List<String> experiment(Experiment e) {
        List<String> words = new ArrayList<>();
        switch (e.subject()) {
            case Subject.Function(Spec spec) -> words.add(spec.toString());
            case Learning learning -> learning(words, learning, e.seed());
        }
        if (e.start().size() > MOST_NUMBERS) {
            throw new IllegalArgumentException("its start has " + e.start().size()
                    + " numbers, too many for a command line; save the session and render that");
        }
        if (e.start().size() > 0) {
            words.add("--start=" + Arrays.stream(e.start().toArray()).mapToObj(CommandText::number).collect(Collectors.joining(",")));
        }
        for (int i = 0; i < e.runs().size(); i++) {
            Run run = e.runs().get(i);
            add(words, "--optimizer", RunSyntax.format(run, i));
        }
        flag(words, "--bare", e.runs().isEmpty());
        add(words, "--steps", Integer.toString(e.stop().steps()));
        Experiment plain = Experiment.of(e.subject());
        option(words, "--stop-gradient", e.stop().gradientNorm(), plain.stop().gradientNorm());
        option(words, "--stop-loss", e.stop().loss(), plain.stop().loss());
        if (e.seed() != plain.seed()) {
            words.add("--seed=" + e.seed());
        }
        words.add(e.maximise() ? "--maximise" : "--minimise");
        option(words, "--noise", e.noise(), plain.noise());
        Look look = e.look();
        if (!look.window().isEmpty()) {
            words.add("--window=" + look.window().stream().map(CommandText::ends).collect(Collectors.joining(",")));
        }
        add(words, "--look", ExperimentJson.difference(look.withWindow(List.of())).orElse("{}"));
        ExperimentJson.difference(e.slicing()).ifPresent(json -> add(words, "--slicing", json));
        ExperimentJson.difference(e.variants()).ifPresent(json -> add(words, "--variants", json));
        return words;
    }

    private static String ends(Range range) {
        return number(range.min()) + "," + number(range.max());
    }

    private static void learning(List<String> words, Learning learning, long seed) {
        add(words, "--network", learning.model().toString());
        add(words, "--data", learning.data().toString());
        if (!learning.loss().isEmpty()) {
            add(words, "--loss", learning.loss());
        }
        option(words, "--l2", learning.l2(), 0);
        flag(words, "--standardise", learning.standardise());
        option(words, "--test", learning.test(), 0);
        if (learning.limit() > 0) {
            add(words, "--limit", Integer.toString(learning.limit()));
        }
        if (learning.dataSeed() != seed) {
            words.add("--data-seed=" + learning.dataSeed());
        }
    }

    private static void add(List<String> words, String name, String value) {
        words.add(name);
        words.add(value);
    }

    private static void flag(List<String> words, String name, boolean on) {
        if (on) {
            words.add(name);
        }
    }

    private static void option(List<String> words, String name, double value, double usual) {
        if (value != usual) {
            words.add(name + "=" + number(value));
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Python.number(value) : Double.toString(value);
    }

    /** As a shell takes it for one word: in single quotes where it has signs that mean something to a shell. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./,:=@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Why there is no such command; empty if there is one. */
    public static Optional<String> obstacle(Experiment experiment) {
        try {
            experiment(experiment);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }
}
