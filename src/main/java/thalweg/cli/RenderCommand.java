package thalweg.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import thalweg.experiment.Look;
import thalweg.export.Exports;
import thalweg.export.Picture;
import thalweg.paint.ColourMap;
import thalweg.paint.Theme;

/** Draws views into a picture. */
@Command(name = "render", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Draws an experiment as the window does, and writes a picture that can be opened again.",
        footer = {"", "Example: thalweg render --objective beale --optimizer adam --optimizer momentum --view contour --view surface --theme dark -o beale.png"})
final class RenderCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = "--view", paramLabel = "VIEW", description = "contour, surface, curve, loss or table; give it as often as there are views")
    private List<String> views = new ArrayList<>();

    @Option(names = "--per-run", description = "one tile per run, each with the first view")
    private boolean perRun;

    @Option(names = "--step", paramLabel = "K", description = "where the playhead stands; the last step unless told")
    private Optional<Integer> step = Optional.empty();

    @Option(names = "--size", paramLabel = "WxH", description = "size of the layout in pixels, 1600x1000 unless told")
    private String size = "1600x1000";

    @Option(names = "--scale", paramLabel = "S", description = "so many pixels of the file for one of the layout, 1 unless told")
    private double scale = 1;

    @Option(names = "--theme", paramLabel = "THEME", description = "light or dark")
    private String theme = "light";

    @Option(names = "--colormap", paramLabel = "MAP", description = "see 'thalweg list colormaps'")
    private Optional<String> colormap = Optional.empty();

    @Option(names = "--window", paramLabel = "RANGES", description = "xmin,xmax or xmin,xmax,ymin,ymax")
    private Optional<String> window = Optional.empty();

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE", description = "a file ending in .png")
    private Path output = Path.of("");

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Exports.checkPicture(output);
        Experiment experiment = options.experiment();
        Look look = experiment.look();
        if (colormap.isPresent()) {
            look = look.withColormap(ColourMap.of(colormap.get()).id());
        }
        if (window.isPresent()) {
            look = ExperimentOptions.over(look, window.get());
        }
        experiment = experiment.withLook(look);
        thalweg.experiment.Validation.check(experiment);
        Theme colours = switch (theme.toLowerCase(Locale.ROOT)) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> throw new IllegalArgumentException("--theme must be light or dark, but was '" + theme + "'");
        };
        int[] wh = size();
        Frame frame = Frames.frame(experiment);
        RunCommand.remarks(frame.scene(), command.commandLine().getErr());
        boolean line = frame.scene().slice().dimension() == 1;
        List<String> shown = views.isEmpty() ? List.of(line ? "curve" : "contour") : views;
        Picture picture = new Picture(shown, perRun, colours, wh[0], wh[1], scale);
        int at = Math.clamp(step.orElse(frame.last()), 0, frame.last());
        if (step.isPresent() && step.get() != at) {
            command.commandLine().getErr().println("thalweg: there is no step " + step.get() + "; the picture shows step " + at);
        }
        Exports.picture(frame.at(at), picture, output);
        frame.tracks().forEach(track -> command.commandLine().getErr().println(track.name() + ": " + RunCommand.words(track)));
        return 0;
    }

    private int[] size() {
        String[] parts = size.toLowerCase(Locale.ROOT).split("x", -1);
        try {
            if (parts.length == 2) {
                return new int[] {Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip())};
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException("--size must be width x height in pixels, as in 1600x1000, but was '" + size + "'");
    }
}
