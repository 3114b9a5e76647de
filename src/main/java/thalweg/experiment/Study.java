package thalweg.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.catalog.Nearest;
import thalweg.catalog.SpecException;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.data.Split;
import thalweg.descent.Gauge;
import thalweg.math.Crew;
import thalweg.math.Turns;
import thalweg.network.Loss;
import thalweg.network.Model;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;

/**
 * What a {@link Learning}'s ids mean: the data in their parts, the model and its cost. May hold hundreds of megabytes, so it is kept by
 * whoever asks again.
 *
 * @param split as the samples came, or standardised
 * @param model what learns
 * @param loss what an output is charged for
 * @param cost J on the training samples, penalty included
 * @param testCost the loss on the test samples, without the penalty, which is no part of how well they are met
 */
public record Study(Split split, Model model, Loss loss, NetworkObjective cost, Optional<NetworkObjective> testCost) {
    /** Index of the gauge that reads the loss on the test samples; without test samples it is not there. */
    public static final String TEST_LOSS = "test loss";
    /** The part of the training samples whose class is found. */
    public static final String ACCURACY = "accuracy";
    /** The part of the test samples whose class is found. */
    public static final String TEST_ACCURACY = "test accuracy";

    /** Multiplications that measuring between steps may take in all: about a second. */
    private static final double MEASURING = 2e9;

    /**
     * Makes or reads the data, and the cost on them.
     *
     * @param seed of the initial weights
     * @throws IllegalArgumentException for what cannot be made, read, or does not fit together
     */
    public static Study of(Learning learning, long seed) {
        return of(learning, seed, () -> false);
    }

    /**
     * The same; much data and large networks take seconds.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Study of(Learning learning, long seed, BooleanSupplier cancelled) {
        return of(learning, seed, cancelled, Crew.NOBODY);
    }

    /** The same, with help in making data, and the same bits. */
    static Study of(Learning learning, long seed, BooleanSupplier cancelled, Crew crew) {
        Model model = Models.CATALOG.make(learning.model());
        DataSet all = DataSources.CATALOG.make(learning.data()).make(learning.dataSeed(), cancelled, crew);
        DataSet some = learning.limit() > 0 ? all.first(learning.limit()) : all;
        Turns.ask(cancelled);
        Split plain = Split.of(some, learning.test(), learning.dataSeed());
        Turns.ask(cancelled);
        Split split = learning.standardise() ? plain.standardised() : plain;
        Loss loss = learning.loss().isEmpty() ? model.loss(split.training().isClassified()) : loss(learning.loss());
        NetworkObjective cost = Networks.objective(model, split.training(), loss, learning.l2(), seed, cancelled);
        return new Study(split, model, loss, cost, split.test().map(unseen -> Networks.onOthers(model, cost, unseen)));
    }

    /**
     * The loss with this id.
     *
     * @throws SpecException naming those there are
     */
    public static Loss loss(String id) {
        List<String> known = Arrays.stream(Loss.values()).map(Loss::id).toList();
        if (!known.contains(id)) {
            throw new SpecException("no loss '" + id + "'; " + Nearest.advice(id, known));
        }
        return Loss.values()[known.indexOf(id)];
    }

    /** What of a file is not learnt from, a sentence each. */
    public List<String> remarks() {
        return split.training().remarks();
    }

    /** What is read of a run beside its cost: test loss, accuracy, test accuracy, as far as there are test samples and classes. */
    List<Gauge> gauges() {
        boolean classes = split.training().isClassified();
        return java.util.stream.Stream.of(
                testCost.map(j -> new Gauge(TEST_LOSS, cancelled -> j.evaluator().until(cancelled)::value)),
                Optional.of(new Gauge(ACCURACY, cancelled -> theta -> cost.accuracy(theta, cancelled))).filter(_ -> classes),
                testCost.map(j -> new Gauge(TEST_ACCURACY, cancelled -> theta -> j.accuracy(theta, cancelled))).filter(_ -> classes))
                .flatMap(Optional::stream).toList();
    }

    /**
     * Steps from one measurement on all data to the next: as many as keep measuring from taking long, but at most an epoch. A number of
     * the experiment alone, never of the machine's speed.
     *
     * @param batch samples at a step
     */
    int measureEvery(int steps, int batch) {
        double all = (double) cost.samples() * cost.dimension() * (split.test().isPresent() ? 2 : 1);
        int epoch = Math.ceilDiv(cost.samples(), Math.clamp(batch, 1, cost.samples()));
        return (int) Math.clamp(Math.ceil(all * steps / MEASURING), 1, epoch);
    }
}
