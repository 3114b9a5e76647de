package thalweg.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import thalweg.catalog.Spec;
import thalweg.experiment.Learning;
import thalweg.experiment.Study;

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
    private Optional<Double> lambda = Optional.empty();

    @Option(names = "--standardise", description = "features to mean 0 and standard deviation 1")
    private boolean standardise;

    @Option(names = "--test", paramLabel = "PART", description = "part of the samples kept for the test, below 1; 0 unless told")
    private Optional<Double> test = Optional.empty();

    @Option(names = "--limit", paramLabel = "M", description = "only the first so many samples")
    private Optional<Integer> limit = Optional.empty();

    @Option(names = "--data-seed", paramLabel = "S", description = "of made data and of the split; that of --seed unless told")
    private Optional<Long> dataSeed = Optional.empty();

    /** Whether something is to be learnt. */
    boolean given() {
        return network.isPresent() || data.isPresent();
    }

    Optional<String> network() {
        return network;
    }

    Optional<String> dataText() {
        return data;
    }

    long dataSeed(long seed) {
        return dataSeed.orElse(seed);
    }

    /** Refuses what means nothing without a model. */
    void requireNetwork() {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("--loss", loss.isPresent());
        given.put("--l2", lambda.isPresent());
        given.put("--standardise", standardise);
        given.put("--test", test.isPresent());
        given.put("--limit", limit.isPresent());
        given.forEach((option, is) -> {
            if (is) {
                throw new IllegalArgumentException(option + " tells how a model sees data: give --network, for example --network linear");
            }
        });
    }

    Spec data() {
        return Spec.parse(data.orElseThrow(() -> new IllegalArgumentException("data are missing: give --data, for example --data moons")));
    }

    /**
     * What is to be learnt.
     *
     * @param seed of made data unless they have one of their own
     */
    Learning learning(long seed) {
        Spec model = Spec.parse(network.orElseThrow(
                () -> new IllegalArgumentException("a model is missing: give --network, for example --network linear")));
        if (limit.filter(m -> m < 1).isPresent()) {
            throw new IllegalArgumentException("--limit must be 1 or more, but was " + limit.get());
        }
        return new Learning(data(), dataSeed.orElse(seed), limit.orElse(0), test.orElse(0.0), standardise, model, loss.orElse(""),
                lambda.orElse(0.0));
    }

    /** The same carried out; the seed draws the initial weights too. */
    Study study(long seed) {
        return Study.of(learning(seed), seed);
    }
}
