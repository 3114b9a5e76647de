package thalweg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Inquiry;
import thalweg.experiment.Look;
import thalweg.experiment.Scene;
import thalweg.export.Exports;
import thalweg.export.Format;
import thalweg.export.Picture;
import thalweg.export.Preset;
import thalweg.paint.ColourMap;
import thalweg.paint.Composition;
import thalweg.paint.Theme;

/** Draws views into a picture or a film. */
@Command(name = "render", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Draws an experiment as the window does, and writes a picture, a film or a web page that can be opened again.",
        footer = {"", "Examples:",
            "  thalweg render beale -o beale.png",
            "  thalweg render beale --bare --view surface -o landscape.png",
            "  thalweg render beale --optimizer adam --view contour,surface -o beale.png",
            "  thalweg render race.thalweg.json --step 40 --theme dark --scale 2 -o race.png",
            "  thalweg render race.thalweg.json -o race.html",
            "  thalweg render beale --preset paper --caption -o beale.pdf",
            "  thalweg render beale --view surface --turn 90 --to 120 --fps 30 -o beale.mp4"})
final class RenderCommand implements Callable<Integer> {
    private static final Set<String> PLANES = Set.of("contour", "surface");
    private static final Set<String> LINES = Set.of("curve");

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = "--view", paramLabel = "VIEW", completionCandidates = Candidates.OfViews.class, split = ",",
            description = "see 'thalweg list views', one or more. Without it: the file's views, or contour (curve for"
                    + " one parameter)")
    private List<String> views = new ArrayList<>();

    @Mixin
    private FilmOptions film = new FilmOptions();

    @Option(names = "--bare", description = "the landscape alone, without runs")
    private boolean bare;

    @Option(names = "--per-run", description = "one tile per run, each with the first view")
    private boolean perRun;

    @Option(names = "--step", paramLabel = "K", description = "where the playhead stands; without it the file's step, or the last")
    private Optional<Integer> step = Optional.empty();

    @Option(names = "--size", paramLabel = "WxH", description = "size of the layout in pixels; unless told 1600x1000, and 1280x720 for films")
    private Optional<String> size = Optional.empty();

    @Option(names = "--scale", paramLabel = "S", description = "so many pixels of the file for one of the layout, 1 unless told; in .svg and .pdf"
            + " those of maps and surfaces, 2 unless told")
    private Optional<Double> scale = Optional.empty();

    @Option(names = "--transparent", description = "no ground: what lies below the picture shows through")
    private boolean transparent;

    @Option(names = "--preset", paramLabel = "PRESET", completionCandidates = Candidates.OfPresets.class,
            description = "size, scale and colours for a purpose: slide, paper or poster; --size, --scale and --theme go before it")
    private Optional<String> preset = Optional.empty();

    @Option(names = "--no-title", description = "no line above with the objective and the step")
    private boolean noTitle;

    @Option(names = "--no-legend", description = "no names of runs where no view carries them")
    private boolean noLegend;

    @Option(names = "--caption", description = "sentences below that say what is seen: runs, settings, costs")
    private boolean caption;

    @Option(names = "--theme", paramLabel = "THEME", completionCandidates = Candidates.OfThemes.class,
            description = "light, dark or print; light unless told")
    private Optional<String> theme = Optional.empty();

    @Option(names = "--colormap", paramLabel = "MAP", completionCandidates = Candidates.OfColormaps.class,
            description = "see 'thalweg list colormaps'")
    private Optional<String> colormap = Optional.empty();

    @Option(names = "--window", paramLabel = "RANGES", description = "xmin,xmax or xmin,xmax,ymin,ymax")
    private Optional<String> window = Optional.empty();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "a picture (.png, .svg, .pdf), a film (.gif, .mp4) or a web page to play with (.html)")
    private Optional<Path> output = Optional.empty();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Path file = output.orElseThrow(() -> new IllegalArgumentException("say where the picture goes: -o FILE.png"));
        Format format = Exports.checkPicture(file);
        if (!format.isFilm()) {
            film.refuse(file);
        } else if (step.isPresent()) {
            throw new IllegalArgumentException("--step is for a single picture; a film goes --from a step --to another");
        }
        if (format.isPage()) {
            refuseForPage(file);
        }
        Experiment asked = options.experiment();
        Experiment experiment = looked(bare ? asked.withRuns(List.of()) : asked);
        ExperimentOptions.check(experiment);
        Optional<Frame> early = experiment.slicing().awaitsRuns() ? Optional.of(frame(experiment)) : Optional.empty();
        Scene scene = early.map(Frame::scene).orElseGet(() -> Frames.scene(experiment));
        Picture picture = picture(experiment.look(), scene, format);
        if (format.isFilm()) {                                       // refused before anything is computed
            Exports.check(picture, film.shortest(picture), file);
        } else {
            Exports.check(picture, file);
        }
        PrintWriter err = command.commandLine().getErr();
        RunCommand.remarks(scene, err);
        Frame made = early.orElseGet(() -> frame(experiment));
        Frame frame = picture.views().contains("soundness") ? made.withSoundness(Optional.of(Frames.soundness(made, () -> false))) : made;
        if (format.isFilm()) {
            film.write(frame, picture, file, err);
        } else {
            Frame there = frame.at(step(experiment, frame, err));
            Frame answered = Inquiry.of(picture.views(), experiment.look()).answered(there, () -> false);
            answered.curvatures().refusal().ifPresent(why -> err.println("thalweg: " + why));
            Exports.picture(answered, picture, file);
            if (format.isPage() && picture.views().stream().anyMatch(v -> !v.equals("table") && !picture.onPage().contains(v))) {
                err.println("thalweg: a web page shows only " + String.join(", ", picture.onPage()) + " of these views, and its table of runs");
            }
        }
        frame.tracks().forEach(track -> err.println(track.name() + ": " + RunCommand.words(track)));
        return 0;
    }

    private static Frame frame(Experiment experiment) {
        try (Helpers helpers = new Helpers()) {
            return Frames.frame(experiment, helpers.crew());
        }
    }

    /** A page fits itself to the window it is read in. */
    private void refuseForPage(Path file) {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("--size", size.isPresent());
        given.put("--scale", scale.isPresent());
        given.put("--preset", preset.isPresent());
        given.put("--theme", theme.isPresent());
        given.put("--transparent", transparent);
        given.put("--no-title", noTitle);
        given.put("--no-legend", noLegend);
        given.put("--caption", caption);
        given.put("--per-run", perRun);
        given.forEach((option, is) -> {
            if (is) {
                throw new IllegalArgumentException(option + " is for pictures and films, but '" + file
                        + "' would be a web page, which fits its window and has both themes");
            }
        });
    }

    private Experiment looked(Experiment experiment) {
        Look look = experiment.look();
        if (colormap.isPresent()) {
            look = look.withColormap(ColourMap.of(colormap.get()).id());
        }
        if (window.isPresent()) {
            look = ExperimentOptions.over(look, window.get());
        }
        return experiment.withLook(look);
    }

    private Picture picture(Look look, Scene scene, Format format) {
        boolean line = scene.slice().dimension() == 1;
        Optional<Preset> purpose = preset.map(Preset::of);
        boolean each = perRun || views.isEmpty() && options.isFromFile() && look.layout().equals("per-run");
        List<String> shown = !views.isEmpty() ? views : options.isFromFile() ? Picture.views(look, line)
                : format.isPage() ? Picture.whole(line, scene.study().isPresent()) : List.of(line ? "curve" : "contour");
        Optional<Preset.Size> usual = purpose.map(p -> p.size(each ? 2 : shown.size()));
        int[] wh = size.map(Arguments::size).or(() -> usual.map(u -> new int[] {u.width(), u.height()}))
                .orElseGet(() -> Arguments.size(format.isFilm() ? "1280x720" : "1600x1000"));
        double fineness = scale.or(() -> usual.map(Preset.Size::scale)).orElse(format.isVector() ? 2.0 : 1.0);
        Theme colours = theme.map(Arguments::theme).or(() -> purpose.flatMap(Preset::theme)).orElse(Theme.LIGHT);
        Picture picture = new Picture(shown, each, colours, wh[0], wh[1], fineness,
                new Composition.Parts(!transparent, !noTitle && purpose.map(Preset::hasTitle).orElse(true), !noLegend, caption));
        views.stream().filter(line ? PLANES::contains : LINES::contains).findFirst().ifPresent(view -> {
            throw new IllegalArgumentException("--view " + view + " shows a cost along " + (line ? "two directions" : "one direction")
                    + ", but this one is seen along " + (line ? "one; curve shows it" : "two; contour and surface show it"));
        });
        return picture;
    }

    private int step(Experiment experiment, Frame frame, PrintWriter err) {
        int wanted = step.orElse(options.isFromFile() ? experiment.step() : frame.last());
        if (wanted < 0) {
            throw new IllegalArgumentException("--step must be 0 or more, but was " + wanted);
        }
        int there = Math.min(wanted, frame.last());
        if (there < wanted) {
            err.println("thalweg: there is no step " + wanted + "; the picture shows step " + there);
        }
        return there;
    }
}
