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
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Surveys;
import thalweg.export.ComparisonText;
import thalweg.export.Exports;
import thalweg.export.Format;
import thalweg.export.Picture;

/** Compares rules over many runs. */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false,
        description =
                "Makes many runs and compares them: every rule at every learning rate within one budget of evaluations; from many starts; one rule"
                + " from every start of a grid; or at every setting of its learning rate and one more knob. Writes a table as CSV to standard out, or a table or"
                + " picture to a file; what it came to is said on standard error.",
        footer = {"",
                "A gradient, or J alone, counts as one evaluation, a Hessian of n parameters as n. A run has arrived when a thousandth of its first",
            "gap to the best J known is left.", "", "Examples:",
            "  thalweg compare rosenbrock --optimizer adam --optimizer nag --steps 500",
            "  thalweg compare himmelblau --by basins --optimizer \"momentum(learningRate=0.005)\" -o basins.png",
            "  thalweg compare booth --by rates --optimizer momentum -o map.csv"})
final class CompareCommand implements Callable<Integer> {
    /** Whose views have their names, but for one. */
    private static final List<String> WAYS = List.of(Surveys.SWEEP, "starts", Surveys.BASINS, Surveys.RATES);

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = "--by", paramLabel = "WAY",
            description = "sweep (of learning rates), starts (many, at random), basins (every start), or rates (against another knob);"
            + " sweep unless told")
    private String by = "sweep";

    @Option(names = "--stage", paramLabel = "K", description = "how fine, from 1 to 4, or 5 for starts and basins; the finest unless told")
    private Optional<Integer> stage = Optional.empty();

    @Option(names = "--size", paramLabel = "WxH", description = "of a picture, in pixels; 1200x800 unless told")
    private String size = "1200x800";

    @Option(names = "--theme", paramLabel = "THEME", completionCandidates = Candidates.OfThemes.class,
            description = "of a picture: light, dark or print")
    private String theme = "light";

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "a table ending in .csv or .json, or a picture in .png, .svg or .pdf")
    private Optional<Path> output = Optional.empty();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (!WAYS.contains(by)) {
            throw new IllegalArgumentException("--by must be " + String.join(", ", WAYS.subList(0, WAYS.size() - 1)) + " or " + WAYS.getLast()
                    + ", but was '" + by + "'");
        }
        String view = by.equals("starts") ? Surveys.BANDS : by;
        int most = Surveys.stages(view);
        int wanted = stage.orElse(most);
        if (wanted < 1 || wanted > most) {
            throw new IllegalArgumentException("--stage must be 1 to " + most + " for " + by + ", but was " + wanted);
        }
        boolean table = output.isEmpty() || ComparisonText.ENDINGS.contains(Arguments.ending(output.get()));
        int[] wh = Arguments.size(size);
        Picture picture = new Picture(List.of(view), false, Arguments.theme(theme), wh[0], wh[1], 1);
        if (!table) {
            if (Format.of(output.orElseThrow()).filter(f -> !f.isFilm() && !f.isPage()).isEmpty()) {
                throw new IllegalArgumentException("cannot write '" + output.get() + "': use " + String.join(" or ", ComparisonText.ENDINGS)
                        + " for the numbers, or .png, .svg or .pdf for the picture");
            }
            Exports.check(picture, output.orElseThrow());
        }
        Experiment experiment = options.experiment();
        ExperimentOptions.check(experiment);
        PrintWriter err = command.commandLine().getErr();
        Frame plain;
        try (Helpers helpers = new Helpers()) {
            plain = Frames.frame(experiment, helpers.crew());
        }
        RunCommand.remarks(plain.scene(), err);
        Surveys.obstacle(view, plain).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        Frame frame = Surveys.surveyed(plain, List.of(view), most - wanted, () -> false);
        write(frame, view, table, picture);
        ComparisonText.summary(frame, view).forEach(err::println);
        return 0;
    }

    private void write(Frame frame, String view, boolean table, Picture picture) throws IOException {
        if (output.isEmpty()) {
            PrintWriter out = command.commandLine().getOut();
            ComparisonText.csv(frame, view, out);
            out.flush();
        } else if (table) {
            ComparisonText.write(frame, view, output.get());
        } else {
            Exports.picture(frame, picture, output.get());
        }
    }
}
