package thalweg.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import thalweg.catalog.Nearest;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.data.Split;
import thalweg.data.Standardisation;
import thalweg.network.Loss;
import thalweg.network.Model;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;

/** The options that name a model and what it is to learn. */
final class LearningOptions {
    @Option(names = "--network", paramLabel = "SPEC", completionCandidates = Candidates.OfNetworks.class,
            description = "the model, see 'thalweg list networks'")
    private Optional<String> network = Optional.empty();

    @Option(names = "--data", paramLabel = "SPEC", completionCandidates = Candidates.OfData.class,
            description = "what it learns from, see 'thalweg list datasets'")
    private Optional<String> data = Optional.empty();

    @Option(names = "--loss", paramLabel = "LOSS", completionCandidates = Candidates.OfLosses.class,
            description = "mean-squared, binary-cross-entropy, cross-entropy or hinge; the model's own unless told")
    private Optional<String> loss = Optional.empty();

    @Option(names = "--l2", paramLabel = "LAMBDA", description = "adds lambda / 2m times the sum of squared weights; 0 unless told")
    private double lambda;

    @Option(names = "--standardise", description = "features to mean 0 and standard deviation 1")
    private boolean standardise;

    @Option(names = "--test", paramLabel = "PART", description = "part of the samples kept for the test, below 1; 0 unless told")
    private double test;

    @Option(names = "--seed", paramLabel = "S", description = "of data, split, initial weights and batches; 1 unless told")
    private long seed = 1;

    boolean given() {
        return network.isPresent() || data.isPresent();
    }

    long seed() {
        return seed;
    }

    Spec network() {
        return Spec.parse(network.orElseThrow(() -> new IllegalArgumentException("a model is missing: give --network, for example --network linear")));
    }

    Spec data() {
        return Spec.parse(data.orElseThrow(() -> new IllegalArgumentException("data are missing: give --data, for example --data moons")));
    }

    /** The data in their parts, standardised if told. */
    Split split() {
        DataSet all = DataSources.CATALOG.make(data()).make(seed);
        Split split = Split.of(all, test, seed);
        return standardise ? split.standardised() : split;
    }

    /** All data, standardised if told. */
    DataSet whole() {
        DataSet all = DataSources.CATALOG.make(data()).make(seed);
        return standardise ? Standardisation.of(all).apply(all) : all;
    }

    /** The model's cost on these data. */
    NetworkObjective objective(DataSet on) {
        return objective(on, lambda);
    }

    /** The same on samples that were not learnt from: without the penalty, which is no part of how well they are met. */
    NetworkObjective measure(DataSet on) {
        return objective(on, 0);
    }

    private NetworkObjective objective(DataSet on, double penalty) {
        Model model = Models.CATALOG.make(network());
        Loss chosen = loss.map(LearningOptions::loss).orElse(model.loss(on));
        return Networks.objective(model, on, chosen, penalty, seed);
    }

    private static Loss loss(String id) {
        List<String> known = Arrays.stream(Loss.values()).map(Loss::id).toList();
        if (!known.contains(id)) {
            throw new IllegalArgumentException("no loss '" + id + "'; " + Nearest.advice(id, known));
        }
        return Loss.values()[known.indexOf(id)];
    }
}
