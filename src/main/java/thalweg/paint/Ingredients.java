package thalweg.paint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.descent.Outcome;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.experiment.Scene;
import thalweg.experiment.Track;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.slice.Slice;

/**
 * What another drawing program needs to draw a frame as the painters here do: everything that is chosen for the values at hand, and nothing
 * that depends on a size.
 *
 * @param axes names of the slice's directions, in plain letters
 * @param colours from values to the colour map
 * @param heights from values to the height of the surface
 * @param levels that lines are drawn at
 * @param lines at the levels, in the coordinates of the grid; none along one direction
 * @param top height of the highest value in the box of the surface, whose floor is {@link #FLOOR} and whose half-width is 1
 * @param camera with the angles chosen for this surface, if it is at home
 * @param marks start and critical points
 * @param vertical range of the curve along one direction
 * @param logarithmic whether its axis is
 */
public record Ingredients(List<String> axes, ValueScale colours, ValueScale heights, Levels levels, List<ContourLine> lines, double top,
        Camera camera, List<Mark> marks, Range vertical, boolean logarithmic) {
    public static final double FLOOR = Box.FLOOR;
    /** Lines are traced on as many cells each way, about: on coarse ones a narrow valley breaks into islands. */
    private static final int FINE = 400;

    /**
     * A place that is marked.
     *
     * @param kind {@code start}, {@code best}, {@code minimum}, {@code maximum} or {@code saddle}
     * @param at coordinates in the slice
     * @param value J there, NaN if it was not asked for
     */
    public record Mark(String kind, Vec at, double value) {
    }

    public Ingredients {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /** Of a frame; takes some hundredths of a second. */
    public static Ingredients of(Frame frame) {
        Look look = frame.experiment().look();
        Grid grid = frame.grid();
        ContourChart.Shades shades = ContourChart.Shades.of(frame, Memo.NONE);
        boolean plane = frame.scene().slice().dimension() == 2;
        ValueScale heights = look.height() == Look.Scale.AUTO ? shades.scale() : ValueScale.of(grid, look.height());
        int factor = Math.clamp(FINE / Math.max(grid.nx(), grid.ny()), 1, 4);
        List<ContourLine> lines = plane && grid.hasFinite() ? ContourLines.at(CubicSampler.refined(grid, factor), shades.levels().values())
                : List.of();
        Camera camera = plane && grid.hasFinite() ? SurfaceView.camera(frame, Memo.NONE) : look.camera();
        List<String> axes = plane ? List.of(ContourChart.name(frame, 0), ContourChart.name(frame, 1)) : List.of(CurveChart.name(frame));
        return new Ingredients(axes.stream().map(Letters::plain).toList(), shades.scale(), heights, shades.levels(), lines,
                Box.of(look.exaggeration()).top(), camera, marks(frame.scene(), look.criticalPoints()),
                plane || !grid.hasFinite() ? new Range(0, 1) : CurveChart.vertical(frame), !plane && grid.hasFinite() && CurveChart.isLog(frame));
    }

    private static List<Mark> marks(Scene scene, boolean critical) {
        Stream<Mark> points = !critical ? Stream.empty() : MapMarks.marked(scene).stream().flatMap(p -> MapMarks.sign(p)
                .flatMap(s -> mark(s, p.at(), p.value(), scene)).stream());
        return Stream.concat(points, mark(MapMarks.Sign.START, scene.start(), Double.NaN, scene).stream()).toList();
    }

    private static Optional<Mark> mark(MapMarks.Sign sign, Vec at, double value, Scene scene) {
        return MapMarks.coordinates(sign, at, scene).map(c -> new Mark(sign.name().toLowerCase(Locale.ROOT), c, value));
    }

    /** Where a run stands in a slice at some steps: {@code [direction][i]}. */
    public static double[][] places(Track track, Slice slice, int[] steps) {
        double[][] places = new double[slice.dimension()][steps.length];
        Places plane = slice.dimension() == 2 ? Places.of(track, slice)
                : track.route().<Places>map(r -> step -> new double[] {r.a(step)})
                .orElse(step -> slice.project(track.trajectory().theta(step)).coordinates().toArray());
        for (int k = 0; k < steps.length; k++) {
            double[] at = plane.of(steps[k]);
            for (int d = 0; d < places.length; d++) {
                places[d][k] = at[d];
            }
        }
        return places;
    }

    /** How faint the path of a run is at some steps, as indices into {@link #opacities}; empty if it lies in the slice. */
    public static int[] shades(Track track, int[] steps) {
        return track.route().map(r -> IntStream.of(steps).map(step -> Fading.shade(r, step)).toArray())
                .filter(s -> IntStream.of(s).anyMatch(k -> k > 0))
                .orElseGet(() -> new int[0]);
    }

    /** Whether a path is faint somewhere, so that a reader must be told why. */
    public static boolean isFaint(Frame frame) {
        return !Fading.words(frame).isEmpty();
    }

    /** What is left of a path's colour in each shade. */
    public static List<Double> opacities() {
        return Fading.opacities();
    }

    /** How a run ended, in words that follow "has". */
    public static String ended(Outcome outcome) {
        return CurveNote.ended(outcome);
    }
}
