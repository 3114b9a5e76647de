package thalweg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import thalweg.descent.Outcome;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frames;
import thalweg.experiment.Scene;
import thalweg.experiment.Track;
import thalweg.export.Code;
import thalweg.export.Dialect;
import thalweg.export.Exports;
import thalweg.export.RunText;
import thalweg.math.Range;

/** Runs optimizers and writes their paths. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Runs optimizers and writes every step: as CSV to standard out, or to a file. How each run ended is said on standard"
                + " error. Interrupted (Ctrl+C), it writes what it has by then.",
        footer = {"", "Examples:",
            "  thalweg run rosenbrock --start -1.5,2 --optimizer nag --steps 100 -o nag.csv",
            "  thalweg run beale --optimizer adam --as-code numpy > adam.py",
            "  thalweg run sphere --optimizer \"adam(learningRate=0.1) schedule=cosine\""})
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "a file ending in .csv, .json, .npz or .h5; of .h5,"
            + " MATLAB, Octave and R show each array with its dimensions turned around: theta as n x (steps + 1)")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--as-code", paramLabel = "DIALECT", completionCandidates = Candidates.OfDialects.class,
            description = "writes the one run as a program in Python instead of running it: numpy (reproduces its path), torch, keras or optax")
    private Optional<String> code = Optional.empty();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        output.ifPresent(Exports::checkNumbers);
        Experiment experiment = options.experiment();
        PrintWriter err = command.commandLine().getErr();
        if (experiment.runs().isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no run in the file: give --optimizer SPEC, for example --optimizer \"adam(learningRate=0.05)\"");
        }
        if (code.isPresent()) {
            return code(experiment, Dialect.of(code.get()));
        }
        Scene scene = Frames.scene(experiment);
        try (Interruption end = new Interruption(); Helpers helpers = new Helpers()) {
            remarks(scene, err);
            List<Track> tracks = Frames.tracks(experiment, scene, helpers.crew(), end::isAsked);
            if (output.isPresent()) {
                Exports.numbers(experiment, tracks, output.get());
            } else {
                PrintWriter out = command.commandLine().getOut();
                RunText.csv(tracks, out);
                out.flush();
            }
            tracks.forEach(track -> err.println(track.name() + ": " + words(track)));
        }
        return 0;
    }

    private int code(Experiment experiment, Dialect dialect) {
        if (output.isPresent()) {
            throw new IllegalArgumentException("--as-code writes to standard out, without -o: thalweg run ... --as-code " + dialect.id()
                    + " > run.py");
        }
        if (experiment.runs().size() != 1) {
            throw new IllegalArgumentException("--as-code writes one run, but there are " + experiment.runs().size()
                    + ": give one --optimizer, for example --optimizer adam");
        }
        PrintWriter out = command.commandLine().getOut();
        out.print(Code.of(experiment, 0, dialect));
        out.flush();
        return 0;
    }

    /** Says what may surprise: what of a file is left out, a start outside the window, or where J is not a number. */
    static void remarks(Scene scene, PrintWriter err) {
        scene.study().ifPresent(study -> remarks(study.remarks(), err));
        List<Range> window = scene.slice().ranges();
        for (int i = 0; i < window.size() && scene.isWhole(); i++) {
            if (!window.get(i).contains(scene.start().get(i))) {
                err.println("thalweg: the start " + Arguments.words(scene.start()) + " lies outside the window of "
                        + scene.objective().appearance().name());
                break;
            }
        }
        double value = scene.objective().evaluator().value(scene.start().toArray());
        if (!Double.isFinite(value)) {
            err.println("thalweg: J is " + value + " at the start " + Arguments.words(scene.start()));
        }
    }

    static void remarks(List<String> remarks, PrintWriter err) {
        remarks.forEach(remark -> err.println("thalweg: " + remark));
    }

    static String words(Track track) {
        Outcome outcome = track.trajectory().outcome();
        String last = "J = " + Arguments.words(track.trajectory().loss(track.trajectory().last()));
        return switch (outcome) {
            case Outcome.Converged(int _, double norm) -> outcome.words() + ", " + last + ", gradient norm " + Arguments.words(norm);
            case Outcome.Reached _ -> outcome.words() + ", " + last;
            case Outcome.OutOfSteps _ -> last + " " + outcome.words();
            case Outcome.Cancelled(int step) when step > 0 -> outcome.words() + ", " + last;
            case Outcome.Diverged _, Outcome.Cancelled _, Outcome.Running _ -> outcome.words();
        };
    }
}
