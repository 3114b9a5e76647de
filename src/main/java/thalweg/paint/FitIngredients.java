package thalweg.paint;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.data.DataSet;
import thalweg.experiment.Frame;
import thalweg.experiment.Study;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * What another drawing program needs to draw data with what a model says of them, as {@link FitPainter} does: nothing that depends on a size.
 *
 * @param kind how the data lie
 * @param title for the head of the view
 * @param axes names of what is across and upward; none for images
 * @param ranges of the axes; none for images
 * @param nodes where the model is asked, as the model sees them: along a feature, over a plane row by row from below, or the images shown
 * @param across how many nodes are in a row
 * @param samples in their order, training before test; of images those that are shown
 * @param best parameters of the least-squares line, where it is known
 * @param numbers the scale of what is learnt, if these are no classes
 */
public record FitIngredients(Kind kind, String title, List<String> axes, List<Range> ranges, DataSet nodes, int across, List<Sample> samples,
        Optional<Vec> best, ValueScale numbers) {
    private static final int ALONG = 241;
    private static final int MOST_EACH_WAY = 81;
    /** Features of all nodes together: a model of many features is asked at fewer. */
    private static final int MOST_FEATURES = 24_000;

    /** How data lie: over one feature, in the plane of two, or as pictures. */
    public enum Kind { LINE, PLANE, IMAGES }

    /**
     * A sample where it stands.
     *
     * @param x along the axis across; 0 for an image
     * @param y upward, likewise
     * @param told its target or class
     */
    public record Sample(double x, double y, double told, boolean test) {
    }

    public FitIngredients {
        axes = List.copyOf(axes);
        ranges = List.copyOf(ranges);
        samples = List.copyOf(samples);
    }

    /**
     * Of a frame; empty if nothing is learnt in it.
     *
     * @param images how many of them at most
     */
    public static Optional<FitIngredients> of(Frame frame, int images) {
        return frame.scene().study().map(study -> {
            DataSet data = study.split().training();
            return data.image().isPresent() ? images(frame, study, images) : data.dimension() == 1 ? line(frame, study) : plane(frame, study);
        });
    }

    private static String title(Frame frame) {
        return new FitPainter(Style.of(Theme.LIGHT), Memo.NONE).title(frame, Views.of("fit").label());
    }

    private static FitIngredients line(Frame frame, Study study) {
        HypothesisChart.Extent extent = HypothesisChart.Extent.of(study);
        DataSet data = study.split().training();
        double[] x = new double[ALONG];
        java.util.Arrays.setAll(x, i -> extent.x().at(i / (ALONG - 1.0)));
        List<Sample> samples = samples(study, (part, i) -> new double[] {part.feature(i, 0), HypothesisChart.level(part, i)});
        return new FitIngredients(Kind.LINE, title(frame), List.of(data.featureName(0), HypothesisChart.upward(data)),
                List.of(extent.x(), extent.y()), study.model().features(HypothesisChart.unlabelled(data, x)), ALONG, samples,
                HypothesisPainter.best(frame), RegionPainter.numbers(study));
    }

    private static FitIngredients plane(Frame frame, Study study) {
        Plane plane = Plane.of(study);
        DataSet data = study.split().training();
        List<Range> ranges = RegionChart.ranges(study, plane);
        int side = (int) Math.clamp(Math.sqrt((double) MOST_FEATURES / study.cost().data().dimension()), 16, MOST_EACH_WAY);
        DataSet nodes = study.model().features(plane.nodes(data, ranges.getFirst(), ranges.getLast(), side, side));
        List<Sample> samples = samples(study, (part, i) -> new double[] {part.feature(i, plane.across()), part.feature(i, plane.upward())});
        return new FitIngredients(Kind.PLANE, title(frame), List.of(data.featureName(plane.across()), data.featureName(plane.upward())), ranges,
                nodes, side, samples, Optional.empty(), RegionPainter.numbers(study));
    }

    private static FitIngredients images(Frame frame, Study study, int most) {
        boolean test = study.testCost().isPresent();
        DataSet seen = (test ? study.testCost().get() : study.cost()).data();
        DataSet shown = seen.first(Math.min(most, seen.size()));
        return new FitIngredients(Kind.IMAGES, title(frame), List.of(), List.of(), shown, shown.size(),
                IntStream.range(0, shown.size()).mapToObj(i -> new Sample(0, 0, shown.target(i), test)).toList(), Optional.empty(),
                RegionPainter.numbers(study));
    }

    @FunctionalInterface
    private interface Placed {
        double[] at(DataSet part, int sample);
    }

    private static List<Sample> samples(Study study, Placed placed) {
        List<Sample> all = new ArrayList<>();
        for (DataSet part : HypothesisChart.parts(study)) {
            for (int i = 0; i < part.size(); i++) {
                double[] at = placed.at(part, i);
                all.add(new Sample(at[0], at[1], part.target(i), part != study.split().training()));
            }
        }
        return all;
    }

    /** The picture of one of the images shown. */
    public BufferedImage image(int sample) {
        return SampleImage.of(nodes.take(sample));
    }

    /** The grey of regions where a model is unsure. */
    public static Color unsure(Theme theme) {
        return Regions.unsure(theme);
    }
}
