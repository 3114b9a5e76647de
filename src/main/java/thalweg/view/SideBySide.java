package thalweg.view;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.experiment.Experiment;
import thalweg.experiment.Learning;
import thalweg.experiment.Variant;
import thalweg.network.Activation;
import thalweg.network.Mlp;
import thalweg.network.Models;
import thalweg.session.Wording;
import thalweg.slice.Normalisation;

/** What an experiment can be shown beside itself with, one change at a time: its variants at the turn of one choice. */
enum SideBySide {
    /** With and without connections that skip layers. */
    SKIP(e -> network(e).stream().flatMap(net -> Stream.of(false, true)
            .map(on -> Variant.named(on ? Wording.of("beside.skip.with") : Wording.of("beside.skip.without"))
                    .withModel(net.with("skip", Value.of(on))))).toList()),
    ACTIVATIONS(e -> network(e).stream().flatMap(net -> Stream.of(Activation.TANH, Activation.RELU, Activation.SIGMOID).map(Value::of)
            .map(f -> Variant.named(f.asText()).withModel(net.with("activation", f)))).toList()),
    BATCHES(e -> IntStream.of(0, 32, 1).mapToObj(size -> Variant.named(batch(size)).withBatch(size)).toList()),
    SAMPLES(e -> IntStream.of(1, 100, 0).mapToObj(limit -> Variant.named(samples(limit)).withLimit(limit)).toList()),
    SCALES(e -> Arrays.stream(Normalisation.values()).map(n -> Variant.named(SliceSettings.scaleName(Value.of(n).asText())).withNormalisation(n))
            .toList());

    private final Function<Experiment, List<Variant>> made;

    SideBySide(Function<Experiment, List<Variant>> made) {
        this.made = made;
    }

    /** The network of an experiment; empty if what learns is none with hidden layers, or cannot be made. */
    private static Optional<Spec> network(Experiment e) {
        return e.learning().map(Learning::model).filter(model -> !widths(model).isEmpty());
    }

    /** The widths of a network's hidden layers. */
    private static List<String> widths(Spec model) {
        try {
            return Models.CATALOG.make(model) instanceof Mlp net && !net.hidden().equals("none") ? List.of(net.hidden().split("-")) : List.of();
        } catch (IllegalArgumentException _) {
            return List.of();                                     // who shows the model says what is wrong with it
        }
    }

    private static String batch(int size) {
        return size == 0 ? Wording.of("beside.all-a-step") : Wording.count("beside.a-step", size);
    }

    private static String samples(int count) {
        return count == 0 ? Wording.of("beside.all-samples") : Wording.count("beside.samples", count);
    }

    /** What makes a difference to an experiment. */
    static Set<SideBySide> of(Experiment e) {
        Set<SideBySide> all = EnumSet.noneOf(SideBySide.class);
        all.add(SCALES);
        if (e.learning().isPresent()) {
            all.add(SAMPLES);
        }
        if (e.learning().isPresent() && !e.runs().isEmpty()) {
            all.add(BATCHES);
        }
        network(e).ifPresent(net -> {
            all.add(ACTIVATIONS);
            List<String> widths = widths(net);
            if (IntStream.range(1, widths.size()).anyMatch(i -> widths.get(i).equals(widths.get(i - 1)))) {
                all.add(SKIP);
            }
        });
        return all;
    }

    List<Variant> variants(Experiment e) {
        return made.apply(e);
    }

    /** What an experiment is shown beside itself with; empty if it stands alone, or with variants of a file's own. */
    static Optional<SideBySide> shown(Experiment e) {
        List<Experiment> shown = shown(e, e.variants());
        return shown.isEmpty() ? Optional.empty() : of(e).stream().filter(way -> shown(e, way.variants(e)).equals(shown)).findFirst();
    }

    /** The experiments themselves, whatever they are called, with no word of what is so anyway: variants that leave it out are the same. */
    private static List<Experiment> shown(Experiment e, List<Variant> variants) {
        return variants.stream().map(v -> v.of(e)).map(x -> x.learning().map(l -> x.withSubject(l.withModel(plain(l.model())))).orElse(x)).toList();
    }

    private static Spec plain(Spec model) {
        try {
            return Models.CATALOG.canonical(model);
        } catch (IllegalArgumentException _) {
            return model;                                         // who shows it says what is wrong
        }
    }

    /** An experiment that was changed, with what its variants differ from it in following: where they cannot, it stands alone. */
    static Experiment followed(Experiment before, Experiment after) {
        return shown(before).map(way -> after.withVariants(of(after).contains(way) ? way.variants(after) : List.of())).orElse(after);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
