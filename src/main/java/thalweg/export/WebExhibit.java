package thalweg.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Study;
import thalweg.experiment.Track;
import thalweg.math.Grid;
import thalweg.paint.ContourLine;
import thalweg.paint.Ingredients;
import thalweg.paint.Letters;
import thalweg.paint.Levels;
import thalweg.paint.RunStyle;
import thalweg.paint.Theme;
import thalweg.paint.ValueScale;

/**
 * One landscape of a web page with its runs and what they learn.
 *
 * <p>Decision: a grid travels as fractions of its scale in 32 bits instead of as values, so that a small valley on a high plain keeps all its
 * colours. Paths and costs keep 64 bits: readers see their digits.
 */
final class WebExhibit {
    /** Nodes per side of a grid; more do not show on a page. */
    private static final int MOST_NODES = 257;
    /** Points of contour lines lie on a raster so fine: a tenth of a pixel at eight times the size of a large screen. */
    private static final int RASTER = 65_535;

    private final Frame frame;
    private final String name;
    private final List<String> views;
    private final int every;
    private final int beside;
    private final Ingredients made;
    private final int mostNodes;

    /**
     * An exhibit.
     *
     * @param name of one among several
     * @param every so many steps one is kept
     * @param beside how many exhibits share the page
     */
    WebExhibit(Frame frame, String name, List<String> views, int every, int beside) {
        this.frame = frame;
        this.name = name;
        this.views = views;
        this.every = every;
        this.beside = beside;
        made = Ingredients.of(frame);
        mostNodes = (int) (MOST_NODES / Math.sqrt(beside));
    }

    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", name);
        all.put("views", Picture.views(views, frame.scene().slice().dimension() == 1));
        all.put("dimension", frame.scene().slice().dimension());
        all.put("axes", made.axes());
        all.put("symbols", symbols());
        all.put("grid", grid());
        all.put("beside", frame.beside().stream().map(g -> WebNumbers.doubles(IntStream.range(0, g.nx()).mapToDouble(i -> g.value(i, 0)).toArray()))
                .toList());
        all.put("colours", WebNumbers.scale(made.colours()));
        all.put("heights", WebNumbers.scale(made.heights()));
        all.put("levels", made.levels().list().stream().map(this::level).toList());
        all.put("lines", lines());
        all.put("top", made.top());
        all.put("floor", Ingredients.FLOOR);
        all.put("camera", List.of(made.camera().azimuth(), made.camera().elevation()));
        all.put("vertical", WebNumbers.range(made.vertical()));
        all.put("logarithmic", made.logarithmic());
        all.put("marks", made.marks().stream().map(m -> WebNumbers.fields("kind", m.kind(), "at", WebNumbers.doubles(m.at().toArray()), "value",
                WebNumbers.finite(m.value()))).toList());
        List<Track> shown = shown(frame);
        all.put("runs", shown.stream().map(this::run).toList());
        all.put("learning", frame.scene().study().filter(_ -> views.contains("fit") || views.contains("network"))
                .<Object>map(study -> new WebLearning(frame, study, shown, views, every, beside).all()).orElse(""));
        return all;
    }

    private static List<Track> shown(Frame frame) {
        return frame.tracks().stream().filter(t -> !t.run().hidden()).toList();
    }

    /** The first parameters, by which a reader is told where a step stands. */
    private List<String> symbols() {
        List<String> names = frame.scene().objective().appearance().axes();
        return frame.scene().isWhole() ? names.stream().limit(2).map(Letters::plain).toList() : made.axes();
    }

    private Map<String, Object> grid() {
        Grid g = frame.grid();
        boolean line = g.ny() == 1;
        int nx = line ? g.nx() : Math.min(g.nx(), mostNodes);
        int ny = Math.min(g.ny(), mostNodes);
        double[] values = new double[nx * ny];
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                values[j * nx + i] = nx == g.nx() && ny == g.ny() ? g.value(i, j)
                        : g.interpolate(g.x().at((double) i / (nx - 1)), ny == 1 ? g.y().min() : g.y().at((double) j / (ny - 1)));
            }
        }
        Map<String, Object> grid = WebNumbers.fields("nx", nx, "ny", ny, "x", WebNumbers.range(g.x()), "y", WebNumbers.range(g.y()));
        if (line) {
            grid.put("values", WebNumbers.doubles(values));
        } else {
            grid.put("heights", WebNumbers.floats(Arrays.stream(values).map(v -> clamped(made.heights(), v)).toArray()));
            if (!made.heights().equals(made.colours())) {
                grid.put("colours", WebNumbers.floats(Arrays.stream(values).map(made.colours()::fraction).toArray()));
            }
        }
        return grid;
    }

    /** Heights beyond this leave the box anyway. */
    private static double clamped(ValueScale scale, double value) {
        return Double.isNaN(value) ? Double.NaN : Double.isInfinite(value) ? Math.signum(value) * 4 : Math.clamp(scale.beyond(value), -4, 4);
    }

    private List<Object> level(Levels.Level level) {
        return List.of(made.colours().fraction(level.value()), level.labelled() ? Levels.text(level.value()) : "");
    }

    /** For every line the index of its level, how many points it has and whether it is closed; and the points of all. */
    private Map<String, Object> lines() {
        List<Double> levels = made.levels().values();
        List<Integer> heads = new ArrayList<>();
        int n = made.lines().stream().mapToInt(ContourLine::size).sum();
        ByteBuffer points = ByteBuffer.allocate(4 * n).order(ByteOrder.LITTLE_ENDIAN);
        Grid g = frame.grid();
        for (ContourLine line : made.lines()) {
            heads.add(levels.indexOf(line.level()));
            heads.add(line.size());
            heads.add(line.closed() ? 1 : 0);
            for (int i = 0; i < line.size(); i++) {
                points.putShort((short) Math.round(g.x().fraction(line.x(i)) * RASTER))
                        .putShort((short) Math.round(g.y().fraction(line.y(i)) * RASTER));
            }
        }
        return WebNumbers.fields("heads", heads, "points", WebNumbers.base64(points));
    }

    private Map<String, Object> run(Track track) {
        Trajectory t = track.trajectory();
        int[] steps = WebData.steps(t.last(), every);
        double[][] places = Ingredients.places(track, frame.scene().slice(), steps);
        RunStyle style = RunStyle.of(track.run());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("name", track.name());
        run.put("colour", WebPage.hex(style.colour()));
        run.put("edges", List.of(WebPage.hex(style.edge(Theme.LIGHT)), WebPage.hex(style.edge(Theme.DARK))));
        run.put("dash", style.dash().stream().map(Float::doubleValue).toList());
        run.put("marker", WebData.corners(style.marker().at(0, 0, 1)));
        run.put("last", t.last());
        run.put("diverged", t.outcome() instanceof Outcome.Diverged);
        run.put("outcome", Ingredients.ended(t.outcome()));
        run.put("a", WebNumbers.doubles(places[0]));
        run.put("b", places.length > 1 ? WebNumbers.doubles(places[1]) : "");
        run.put("shades", WebNumbers.bytes(Ingredients.shades(track, steps)));
        run.put("loss", WebNumbers.doubles(IntStream.of(steps).mapToDouble(t::loss).toArray()));
        run.put("gradient", WebNumbers.floats(IntStream.of(steps).mapToDouble(t::gradientNorm).toArray()));
        run.put("test", gauge(t, Study.TEST_LOSS, steps));
        run.put("right", gauge(t, t.gauges().contains(Study.TEST_ACCURACY) ? Study.TEST_ACCURACY : Study.ACCURACY, steps));
        return run;
    }

    private static String gauge(Trajectory t, String name, int[] steps) {
        int index = t.gauges().indexOf(name);
        return index < 0 ? "" : WebNumbers.floats(IntStream.of(steps).mapToDouble(step -> t.gauge(index, step)).toArray());
    }
}
