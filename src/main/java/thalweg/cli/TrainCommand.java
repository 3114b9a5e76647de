package thalweg.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import thalweg.data.NumberArray;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.experiment.Run;
import thalweg.experiment.RunSyntax;
import thalweg.experiment.Scene;
import thalweg.experiment.Study;
import thalweg.experiment.Validation;
import thalweg.experiment.WholeFile;
import thalweg.export.ArraysFile;
import thalweg.export.NpzWriter;
import thalweg.network.NetworkObjective;

/** A network learns from data. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Trains a model on data: with all samples at each step, or in batches. How it ended is said on standard error."
                + " Interrupted (Ctrl+C), it keeps what it has by then.",
        footer = {"", "Examples:",
            "  thalweg train --network linear --data houses --standardise --optimizer \"gradient-descent(learningRate=0.5)\" --steps 50",
            "  thalweg train --network \"mlp(hidden=16-16)\" --data spirals --optimizer adam --epochs 200 --batch 32 --save model.npz"})
final class TrainCommand implements Callable<Integer> {
    private static final int DEFAULT_STEPS = 300;
    private static final List<String> GAUGES = List.of(Study.ACCURACY, Study.TEST_LOSS, Study.TEST_ACCURACY);

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(names = "--optimizer", paramLabel = "SPEC", completionCandidates = Candidates.OfOptimizers.class,
            description = "what moves, with its schedule as in 'thalweg run'; adam unless told")
    private String optimizer = "adam";

    @Option(names = "--steps", paramLabel = "N", description = "so many steps; 300 unless told")
    private Optional<Integer> steps = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "instead: so many times through all samples")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--batch", paramLabel = "M", description = "samples at a step; all unless told")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "of data, split, initial weights and batches; 1 unless told")
    private long seed = 1;

    @Option(names = "--save", paramLabel = "FILE", description = "the weights, as .npz: theta, and W1, b1, W2, ... (out x in)")
    private Optional<Path> save = Optional.empty();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "the history, as .csv, .npz, .json or .h5: step, epoch, loss, batch_loss, accuracy, test_loss, test_accuracy; a row for"
                    + " each step at which all are measured: every step, or on much data as often as an epoch. What is never measured is left empty"
                    + " in .csv, and out in the others")
    private Optional<Path> output = Optional.empty();

    @picocli.CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        require(save, ".npz");
        if (output.isPresent() && !Arguments.ending(output.get()).equals(".csv") && !ArraysFile.ENDINGS.contains(Arguments.ending(output.get()))) {
            throw new IllegalArgumentException("cannot write '" + output.get() + "': its name must end in .csv, .npz, .json or .h5");
        }
        Learning what = learning.learning(seed);
        Study study = Study.of(what, seed);
        NetworkObjective j = study.cost();
        if (batch.filter(m -> m < 1).isPresent()) {
            throw new IllegalArgumentException("a batch must have at least 1 sample, but was to have " + batch.get());
        }
        int perEpoch = Math.ceilDiv(j.samples(), Math.min(batch.orElse(j.samples()), j.samples()));
        Run run = RunSyntax.parse(optimizer, 0);
        Run batched = batch.map(run::withBatch).orElse(run);
        Experiment experiment = Experiment.of(what).withSeed(seed).withRuns(List.of(batched)).withStop(StopRule.steps(count(perEpoch)));
        Scene scene = Frames.scene(experiment, Optional.of(study));
        try (Interruption end = new Interruption(); Helpers helpers = new Helpers()) {
            RunCommand.remarks(scene, command.commandLine().getErr());
            Trajectory path = watched(experiment, scene, batched, end, helpers);
            write(j, path, perEpoch);
            command.commandLine().getErr().println(words(study, path));
        }
        return 0;
    }

    /** The path; how far it is, is said meanwhile. */
    private Trajectory watched(Experiment experiment, Scene scene, Run run, Interruption end, Helpers helpers) {
        int most = experiment.stop().steps();
        try (ProgressLine line = new ProgressLine(command.commandLine().getErr(), ProgressLine::isTerminal, System::nanoTime)) {
            return Frames.trajectory(experiment, scene, run, end::isAsked,
                    (step, soFar) -> line.at(step, most, () -> soFar.get().loss(step)), helpers.crew());
        }
    }

    private void write(NetworkObjective j, Trajectory path, int perEpoch) throws IOException {
        if (save.isPresent()) {
            double[] theta = path.theta(path.last()).toArray();
            WholeFile.write(save.get(), out -> Weights.write(j, theta, new NpzWriter(out)));
        }
        if (output.isPresent() && Arguments.ending(output.get()).equals(".csv")) {
            WholeFile.write(output.get(), out -> {
                Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                csv(path, perEpoch, w);
                w.flush();
            });
        } else if (output.isPresent()) {
            ArraysFile.write(arrays(path, perEpoch), output.get());
        }
    }

    private static void require(Optional<Path> file, String ending) {
        if (file.isPresent() && !Arguments.ending(file.get()).equals(ending)) {
            throw new IllegalArgumentException("cannot write '" + file.get() + "': its name must end in " + ending);
        }
    }

    private int count(int perEpoch) {
        if (steps.isPresent() && epochs.isPresent()) {
            throw new IllegalArgumentException("give --steps or --epochs, not both");
        }
        long count = epochs.map(e -> (long) e * perEpoch).orElse((long) steps.orElse(DEFAULT_STEPS));
        if (count < 0 || count > Validation.MOST_STEPS) {
            throw new IllegalArgumentException("a run has 0 to " + Validation.MOST_STEPS + " steps, but this would have " + count);
        }
        return (int) count;
    }

    /** Steps at which everything was measured: a row for each. */
    private static int[] rows(Trajectory path) {
        return IntStream.rangeClosed(0, path.last()).filter(k -> k % path.measuredEvery() == 0 || k == path.last() && path.isMeasured(k)).toArray();
    }

    private static void csv(Trajectory path, int perEpoch, Writer out) throws IOException {
        out.append("step,epoch,loss,batch_loss,accuracy,test_loss,test_accuracy\n");
        for (int k : rows(path)) {
            out.append(k + "," + k / perEpoch + "," + path.loss(k) + "," + path.batchLoss(k));
            for (String name : GAUGES) {
                int gauge = path.gauges().indexOf(name);
                out.append(gauge < 0 ? "," : "," + path.gauge(gauge, k));        // regression has no accuracy
            }
            out.append('\n');
        }
    }

    /** The same columns, but for those that would be empty. */
    private static Map<String, NumberArray> arrays(Trajectory path, int perEpoch) {
        Map<String, NumberArray> columns = new LinkedHashMap<>();
        columns.put("step", column(path, k -> k));
        columns.put("epoch", column(path, k -> k / perEpoch));
        columns.put("loss", column(path, path::loss));
        columns.put("batch_loss", column(path, path::batchLoss));
        for (String name : GAUGES) {
            int gauge = path.gauges().indexOf(name);
            if (gauge >= 0) {
                columns.put(name.replace(' ', '_'), column(path, k -> path.gauge(gauge, k)));
            }
        }
        return columns;
    }

    private static NumberArray column(Trajectory path, IntToDoubleFunction at) {
        double[] values = Arrays.stream(rows(path)).mapToDouble(at).toArray();
        return new NumberArray(List.of(values.length), values);
    }

    private String words(Study study, Trajectory path) {
        NetworkObjective j = study.cost();
        double[] theta = path.theta(path.last()).toArray();
        StringBuilder words = new StringBuilder(j.appearance().name()).append(", ").append(j.dimension())
                .append(j.dimension() == 1 ? " parameter" : " parameters").append(": ");
        words.append(path.outcome() instanceof Outcome.Diverged || path.outcome() instanceof Outcome.Cancelled ? path.outcome().words() + ", " : "");
        double cost = path.isMeasured(path.last()) ? path.loss(path.last()) : j.value(theta);   // which a run that ends early may not be
        words.append("J = ").append(Arguments.words(cost)).append(" after ").append(path.last()).append(path.last() == 1 ? " step" : " steps");
        if (j.data().isClassified()) {
            words.append(percent(", accuracy", j.accuracy(theta)));
        }
        study.testCost().ifPresent(unseen -> {
            words.append("; test: J = ").append(Arguments.words(unseen.value(theta)));
            if (unseen.data().isClassified()) {
                words.append(percent(", accuracy", unseen.accuracy(theta)));
            }
        });
        return words.toString();
    }

    private static String percent(String what, double part) {
        return String.format(Locale.ROOT, "%s %.1f %%", what, 100 * part);
    }
}
