package thalweg.export;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.data.DataSet;
import thalweg.experiment.Frame;
import thalweg.experiment.Study;
import thalweg.experiment.Track;
import thalweg.math.Vec;
import thalweg.network.Answers;
import thalweg.network.Layer;
import thalweg.network.NetworkObjective;
import thalweg.paint.ClassStyle;
import thalweg.paint.FitIngredients;
import thalweg.paint.Numbers;

/**
 * What a web page shows of a model that learns: its layers, its weights at some steps of each run, and its data.
 *
 * <p>Decision: the page asks the model itself, in some lines of its script, instead of holding what the model says at every step: weights are
 * fewer than nodes. Of images it holds what is found in each, because a model of images has more weights than they have classes.
 */
final class WebLearning {
    /** Weights of all runs and steps of a page together: some 1.1 MB of text. */
    private static final int MOST_WEIGHTS = 200_000;
    /** With fewer steps kept, a network would jump instead of learning. */
    private static final int LEAST_STEPS = 12;
    private static final int MOST_IMAGES = 40;
    /** What is found in images: some 100 kB. */
    private static final int MOST_FOUND = 40_000;
    private static final int MOST_SAMPLES = 4000;
    private static final double PER_CENT = 100;

    private final Frame frame;
    private final Study study;
    private final List<Track> tracks;
    private final List<String> views;
    private final int every;
    private final int beside;

    WebLearning(Frame frame, Study study, List<Track> tracks, List<String> views, int every, int beside) {
        this.frame = frame;
        this.study = study;
        this.tracks = tracks;
        this.views = views;
        this.every = every;
        this.beside = beside;
    }

    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        Optional<FitIngredients> fit = views.contains("fit") ? FitIngredients.of(frame, MOST_IMAGES / beside) : Optional.empty();
        boolean asked = views.contains("network") || fit.filter(f -> f.kind() != FitIngredients.Kind.IMAGES).isPresent();
        int kept = every(study.cost().dimension(), MOST_WEIGHTS / beside);
        all.put("layers", study.cost().architecture().layers().stream().map(this::layer).toList());
        all.put("loss", study.loss().name());
        all.put("classes", study.split().training().classNames());
        all.put("features", names());
        all.put("styles", IntStream.range(0, study.split().training().classes()).mapToObj(ClassStyle::of)
                .map(s -> WebNumbers.fields("colour", WebPage.hex(s.colour()), "marker", WebData.corners(s.marker().at(0, 0, 1)))).toList());
        all.put("every", kept);
        all.put("weights", !asked || kept == 0 ? List.of() : states(kept).stream().map(run -> WebNumbers.floats(run.stream().flatMapToDouble(v ->
                java.util.Arrays.stream(v.toArray())).toArray())).toList());
        all.put("refusal", kept > 0 ? "" : "The " + Numbers.whole(study.cost().dimension())
                + " parameters of this model do not fit on a page; Thalweg shows them.");
        all.put("fit", fit.<Object>map(this::fit).orElse(""));
        return all;
    }

    private Map<String, Object> layer(Layer l) {
        return WebNumbers.fields("in", l.in(), "out", l.out(), "activation", l.activation().name(), "biased", l.biased(), "skipped", l.skipped(),
                "at", l.weightsAt());
    }

    /** What the inputs are called, as the model sees them; none for pixels. */
    private List<String> names() {
        DataSet seen = study.cost().data();
        return seen.image().isPresent() ? List.of() : IntStream.range(0, seen.dimension()).mapToObj(seen::featureName).toList();
    }

    /** The steps from one state that is kept to the next, a multiple of those between steps kept, for so many numbers; 0 if that leaves too few. */
    private int every(int numbers, int most) {
        int longest = tracks.stream().mapToInt(t -> t.trajectory().last()).max().orElse(0);
        for (int k = every; ; k += every) {
            int stride = k;
            long states = Math.max(1, tracks.stream().mapToLong(t -> Math.ceilDiv(t.trajectory().last(), stride) + 1).sum());
            if (states * numbers <= most) {
                return longest / k + 1 >= Math.min(LEAST_STEPS, longest / every + 1) ? k : 0;
            }
            if (k > longest) {
                return 0;
            }
        }
    }

    /** The parameters of each run at the steps kept; without runs those at the start. */
    private List<List<Vec>> states(int kept) {
        return tracks.isEmpty() ? List.of(List.of(frame.scene().start())) : tracks.stream().map(t ->
                IntStream.of(WebData.steps(t.trajectory().last(), kept)).mapToObj(t.trajectory()::theta).toList()).toList();
    }

    private Map<String, Object> fit(FitIngredients fit) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", fit.kind().name());
        all.put("title", fit.title());
        if (fit.kind() == FitIngredients.Kind.IMAGES) {
            all.putAll(images(fit));
            return all;
        }
        List<FitIngredients.Sample> samples = fit.samples().subList(0, Math.min(MOST_SAMPLES, fit.samples().size()));
        all.put("axes", fit.axes());
        all.put("x", WebNumbers.range(fit.ranges().getFirst()));
        all.put("y", WebNumbers.range(fit.ranges().getLast()));
        all.put("across", fit.across());
        all.put("nodes", WebNumbers.floats(fit.nodes().features()));
        all.put("scale", WebNumbers.scale(fit.numbers()));
        all.put("best", fit.best().<Object>map(v -> WebNumbers.doubles(v.toArray())).orElse(""));
        all.put("places", WebNumbers.floats(samples.stream().flatMapToDouble(s -> java.util.stream.DoubleStream.of(s.x(), s.y())).toArray()));
        all.put("told", WebNumbers.floats(samples.stream().mapToDouble(FitIngredients.Sample::told).toArray()));
        all.put("test", WebNumbers.bytes(samples.stream().mapToInt(s -> s.test() ? 1 : 0).toArray()));
        all.put("note", samples.size() < fit.samples().size()
                ? "first " + Numbers.whole(samples.size()) + " of " + Numbers.whole(fit.samples().size()) + " samples" : "");
        return all;
    }

    /** The pixels of some images, and what is found in each at the steps kept: a class, and how sure it is in per cent. */
    private Map<String, Object> images(FitIngredients fit) {
        BufferedImage first = fit.image(0);
        ByteBuffer pixels = ByteBuffer.allocate(3 * first.getWidth() * first.getHeight() * fit.samples().size());
        for (int i = 0; i < fit.samples().size(); i++) {
            for (int rgb : fit.image(i).getRGB(0, 0, first.getWidth(), first.getHeight(), null, 0, first.getWidth())) {
                pixels.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
            }
        }
        int kept = Math.max(1, every(2 * fit.samples().size(), MOST_FOUND / beside));
        List<String> found = new ArrayList<>();
        NetworkObjective model = study.cost();
        for (List<Vec> run : states(kept)) {
            found.add(WebNumbers.bytes(run.stream().flatMapToInt(theta -> found(Answers.of(model, theta.toArray(), fit.nodes()))).toArray()));
        }
        return WebNumbers.fields("width", first.getWidth(), "height", first.getHeight(), "pixels", WebNumbers.base64(pixels), "every", kept,
                "found", found, "told", WebNumbers.bytes(fit.samples().stream().mapToInt(s -> (int) s.told()).toArray()),
                "test", !fit.samples().isEmpty() && fit.samples().getFirst().test());
    }

    /** 255 for what is no number. */
    private static IntStream found(Answers answers) {
        return IntStream.range(0, answers.size()).flatMap(i -> answers.isFinite(i)
                ? IntStream.of(answers.label(i), (int) Math.floor(PER_CENT * answers.share(i, answers.label(i)))) : IntStream.of(255, 255));
    }
}
