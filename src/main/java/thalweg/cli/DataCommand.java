package thalweg.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.experiment.WholeFile;
import thalweg.export.NpzWriter;
import thalweg.export.RunText;
import thalweg.network.NetworkObjective;

/** A data set as numbers. */
@Command(name = "data", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Makes or reads a data set and writes it: as CSV to standard out, or to a file; in .npz the arrays X (m x d) and y (m)."
                + " A class is written by its number. With --network what it learns from, as it sees it, and theta (n), the weights it starts with.",
        footer = {"", "Examples:", "  thalweg data moons --seed 7 -o moons.csv", "  thalweg data \"digits(samples=500)\" -o digits.npz",
            "  thalweg data --network \"mlp(hidden=8-8)\" --data spirals --test 0.3 --standardise -o learning.npz"})
final class DataCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SPEC", completionCandidates = Candidates.OfData.class,
            description = "the data, see 'thalweg list datasets'")
    private Optional<String> subject = Optional.empty();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(names = "--seed", paramLabel = "S", description = "of what chance decides, initial weights among it; 1 unless told")
    private long seed = 1;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "a file ending in .csv or .npz")
    private Optional<Path> output = Optional.empty();

    @picocli.CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Optional<String> ending = output.map(Arguments::ending);
        if (ending.isPresent() && !ending.get().equals(".csv") && !ending.get().equals(".npz")) {
            throw new IllegalArgumentException("cannot write data to '" + output.get() + "': use .csv or .npz");
        }
        if (learning.network().isPresent()) {
            return study(ending);
        }
        learning.requireNetwork();
        Spec spec = Spec.parse(Arguments.once("the data set", subject, learning.dataText()).orElseThrow(
                () -> new IllegalArgumentException("a data set is missing: write for example thalweg data moons")));
        DataSet set = DataSources.CATALOG.make(spec).make(learning.dataSeed(seed));
        if (output.isEmpty()) {
            PrintWriter out = command.commandLine().getOut();
            csv(set, out);
            out.flush();
        } else if (ending.get().equals(".npz")) {
            WholeFile.write(output.get(), out -> npz(set, new NpzWriter(out)));
        } else {
            WholeFile.write(output.get(), out -> {
                Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                csv(set, w);
                w.flush();
            });
        }
        RunCommand.remarks(set.remarks(), command.commandLine().getErr());
        command.commandLine().getErr().println(set.name() + ": " + set.size() + " samples, " + set.dimension() + " features, "
                + (set.isClassified() ? set.classes() + " classes" : set.targetName()));
        return 0;
    }

    /** What a model learns from, as it sees it. */
    private int study(Optional<String> ending) throws IOException {
        if (subject.isPresent()) {
            throw new IllegalArgumentException("with --network the data stand behind --data: thalweg data --network linear --data " + subject.get());
        }
        if (!ending.equals(Optional.of(".npz"))) {
            throw new IllegalArgumentException("what a model learns from and starts with is written to a file ending in .npz: -o learning.npz");
        }
        NetworkObjective cost = learning.study(seed).cost();
        DataSet seen = cost.data();
        double[] theta = cost.appearance().start().toArray();
        WholeFile.write(output.orElseThrow(), out -> {
            NpzWriter arrays = new NpzWriter(out);
            arrays.numbers("theta", "(" + theta.length + ",)", theta.length, k -> theta[k]);
            npz(seen, arrays);
        });
        command.commandLine().getErr().println(seen.name() + ": " + seen.size() + " samples, " + seen.dimension() + " inputs, " + theta.length
                + " parameters");
        return 0;
    }

    private static void csv(DataSet set, Appendable out) throws IOException {
        for (int j = 0; j < set.dimension(); j++) {
            out.append(RunText.cell(set.featureName(j))).append(',');
        }
        out.append(RunText.cell(set.targetName())).append('\n');
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < set.size(); i++) {
            line.setLength(0);
            for (int j = 0; j < set.dimension(); j++) {
                line.append(set.feature(i, j)).append(',');
            }
            line.append(set.isClassified() ? Integer.toString(set.label(i)) : Double.toString(set.target(i)));
            out.append(line).append('\n');
        }
    }

    private static void npz(DataSet set, NpzWriter arrays) throws IOException {
        int m = set.size();
        int d = set.dimension();
        arrays.numbers("X", "(" + m + ", " + d + ")", m * d, k -> set.features()[k]);
        arrays.numbers("y", "(" + m + ",)", m, set::target);
        arrays.finish();
    }
}
