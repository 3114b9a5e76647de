package thalweg.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import thalweg.data.DataSet;
import thalweg.data.Split;
import thalweg.descent.Descent;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.experiment.Run;
import thalweg.experiment.RunSyntax;
import thalweg.experiment.WholeFile;
import thalweg.export.NpzWriter;
import thalweg.network.Layer;
import thalweg.network.NetworkObjective;
import thalweg.objective.Objective;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;

/** A network learns from data. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Trains a model on data: with all samples at each step, or in batches. How it ended is said on standard error.",
        footer = {"", "Examples:",
            "  thalweg train --network linear --data houses --standardise --optimizer \"gradient-descent(learningRate=0.5)\" --steps 50",
            "  thalweg train --network \"mlp(hidden=16-16)\" --data spirals --optimizer adam --epochs 200 --batch 32 --save model.npz"})
final class TrainCommand implements Callable<Integer> {
    private static final int DEFAULT_STEPS = 300;

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

    @Option(names = "--save", paramLabel = "FILE", description = "the weights, as .npz: theta, and W1, b1, W2, ... (out x in)")
    private Optional<Path> save = Optional.empty();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "the history, as .csv: step, epoch, loss, batch_loss, accuracy, test_loss, test_accuracy")
    private Optional<Path> output = Optional.empty();

    @picocli.CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        require(save, ".npz");
        require(output, ".csv");
        Split split = learning.split();
        NetworkObjective j = learning.objective(split.training());
        int size = batch.orElse(j.samples());
        Objective seen = j.batches(size, learning.seed());
        int perEpoch = Math.ceilDiv(j.samples(), Math.min(size, j.samples()));
        Trajectory path = descent(j, seen, perEpoch).run();
        if (save.isPresent()) {
            double[] theta = path.theta(path.last()).toArray();
            WholeFile.write(save.get(), out -> weights(j, theta, new NpzWriter(out)));
        }
        if (output.isPresent()) {
            WholeFile.write(output.get(), out -> {
                Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                history(j, seen, split.test(), path, perEpoch, w);
                w.flush();
            });
        }
        command.commandLine().getErr().println(words(j, split.test(), path));
        return 0;
    }

    private static void require(Optional<Path> file, String ending) {
        if (file.isPresent() && !Arguments.ending(file.get()).equals(ending)) {
            throw new IllegalArgumentException("cannot write '" + file.get() + "': its name must end in " + ending);
        }
    }

    private Descent descent(NetworkObjective j, Objective seen, int perEpoch) {
        if (steps.isPresent() && epochs.isPresent()) {
            throw new IllegalArgumentException("give --steps or --epochs, not both");
        }
        long count = epochs.map(e -> (long) e * perEpoch).orElse((long) steps.orElse(DEFAULT_STEPS));
        if (count < 0 || count > 1_000_000) {
            throw new IllegalArgumentException("a run has 0 to 1000000 steps, but this would have " + count);
        }
        Run run = RunSyntax.parse(optimizer, 0);
        Descent all = Descent.of(j, Optimizers.CATALOG.make(run.optimizer()), Schedules.CATALOG.make(run.schedule()), j.appearance().start(),
                StopRule.steps((int) count));
        return seen == j ? all : all.guidedBy(seen);
    }

    private void history(NetworkObjective j, Objective seen, Optional<DataSet> test, Trajectory path, int perEpoch, Writer out)
            throws IOException {
        Optional<NetworkObjective> unseen = test.map(learning::measure);
        Optional<Objective> measure = unseen.map(NetworkObjective::evaluator);
        Objective batches = seen.evaluator();
        out.append("step,epoch,loss,batch_loss,accuracy,test_loss,test_accuracy\n");
        for (int k = 0; k <= path.last(); k++) {
            double[] theta = path.theta(k).toArray();
            batches.toStep(k);
            double batchLoss = seen == j ? path.loss(k) : batches.value(theta);
            String accuracy = cell(j.accuracy(theta));
            out.append(k + "," + k / perEpoch + "," + path.loss(k) + "," + batchLoss + "," + accuracy + ","
                    + measure.map(f -> Double.toString(f.value(theta))).orElse("") + ","
                    + unseen.map(u -> cell(u.accuracy(theta))).orElse("") + "\n");
        }
    }

    /** Empty where there is nothing to say: regression has no accuracy. */
    private static String cell(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private String words(NetworkObjective j, Optional<DataSet> test, Trajectory path) {
        double[] theta = path.theta(path.last()).toArray();
        StringBuilder words = new StringBuilder(j.appearance().name()).append(", ").append(j.dimension())
                .append(j.dimension() == 1 ? " parameter" : " parameters").append(": ");
        words.append(path.outcome() instanceof Outcome.Diverged(int step) ? "diverged at step " + step + ", " : "");
        words.append("J = ").append(Arguments.words(path.loss(path.last()))).append(" after ").append(path.last())
                .append(path.last() == 1 ? " step" : " steps");
        if (j.data().isClassified()) {
            words.append(percent(", accuracy", j.accuracy(theta)));
        }
        test.map(learning::measure).ifPresent(unseen -> {
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

    private static void weights(NetworkObjective j, double[] theta, NpzWriter arrays) throws IOException {
        arrays.numbers("theta", "(" + theta.length + ",)", theta.length, k -> theta[k]);
        List<Layer> layers = j.architecture().layers();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            arrays.numbers("W" + (l + 1), "(" + layer.out() + ", " + layer.in() + ")", layer.weights(), k -> theta[layer.weightsAt() + k]);
            if (layer.biased()) {
                arrays.numbers("b" + (l + 1), "(" + layer.out() + ",)", layer.out(), k -> theta[layer.biasesAt() + k]);
            }
        }
        arrays.finish();
    }
}
