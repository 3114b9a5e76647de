package thalweg.export;

import java.awt.Shape;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.experiment.Json;
import thalweg.experiment.Look;
import thalweg.experiment.Track;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.paint.ColourMap;
import thalweg.paint.ContourLine;
import thalweg.paint.Ingredients;
import thalweg.paint.Letters;
import thalweg.paint.Levels;
import thalweg.paint.RunStyle;
import thalweg.paint.Theme;
import thalweg.paint.ValueScale;

/**
 * The numbers of a frame as a web page holds them: JSON whose arrays are base64 of little-endian numbers, without signs that HTML knows.
 *
 * <p>Decision: a grid travels as fractions of its scale in 32 bits instead of as values, so that a small valley on a high plain keeps all its
 * colours. Paths and costs keep 64 bits: readers see their digits.
 */
final class WebData {
    /** Nodes per side of a grid; more do not show on a page. */
    private static final int MOST_NODES = 257;
    /** Steps of all runs together: some 1.5 MB of text. Longer ones are thinned. */
    private static final int MOST_STEPS = 36_000;
    /** Points of contour lines lie on a raster so fine: a tenth of a pixel at eight times the size of a large screen. */
    private static final int RASTER = 65_535;
    /** Curves of markers are replaced by lines so near to them, in radii. */
    private static final double FLAT = 0.01;

    private final Frame frame;
    private final Ingredients made;

    private WebData(Frame frame) {
        this.frame = frame;
        made = Ingredients.of(frame);
    }

    /** The data of a frame for some views. */
    static String of(Frame frame, List<String> views) {
        String json = Json.line(new WebData(frame).all(views));
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private Map<String, Object> all(List<String> views) {
        Look look = frame.experiment().look();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", 1);
        all.put("name", frame.scene().study().map(s -> s.split().training().name()).orElseGet(() -> frame.scene().objective().appearance().name()));
        all.put("note", note());
        all.put("views", views);
        all.put("dimension", frame.scene().slice().dimension());
        all.put("axes", made.axes());
        all.put("symbols", symbols());
        all.put("grid", grid());
        all.put("colours", scale(made.colours()));
        all.put("heights", scale(made.heights()));
        all.put("levels", made.levels().list().stream().map(this::level).toList());
        all.put("lines", lines());
        all.put("top", made.top());
        all.put("floor", Ingredients.FLOOR);
        Camera c = made.camera();
        all.put("camera", List.of(c.azimuth(), c.elevation(), c.zoom(), c.perspective() ? 1.0 : 0.0));
        all.put("vertical", range(made.vertical()));
        all.put("logarithmic", made.logarithmic());
        all.put("lossScale", look.lossScale().name());
        ColourMap map = ColourMap.of(look.colormap());
        all.put("maps", fields("light", List.of(table(map.onMap(Theme.LIGHT)), table(map.onSurface(Theme.LIGHT))),
                "dark", List.of(table(map.onMap(Theme.DARK)), table(map.onSurface(Theme.DARK)))));
        all.put("marks", made.marks().stream().map(m -> fields("kind", m.kind(), "at", doubles(m.at().toArray()), "value", finite(m.value()))).toList());
        List<Track> shown = frame.tracks().stream().filter(t -> !t.run().hidden()).toList();
        int every = Math.max(1, Math.ceilDiv(shown.stream().mapToInt(t -> t.trajectory().last() + 1).sum(), MOST_STEPS));
        all.put("last", shown.stream().mapToInt(t -> t.trajectory().last()).max().orElse(0));
        all.put("every", every);
        all.put("step", frame.step());
        all.put("runs", shown.stream().map(t -> run(t, every)).toList());
        return all;
    }

    private String note() {
        int n = frame.scene().objective().dimension();
        return frame.scene().isWhole() ? "" : "A slice through " + n + " parameters" + (frame.scene().slice().dimension() == 1 ? " along one direction" : " along two directions")
                + "; runs are seen where they stand nearest to it.";
    }

    /** The first parameters, by which a reader is told where a step stands. */
    private List<String> symbols() {
        List<String> names = frame.scene().objective().appearance().axes();
        return frame.scene().isWhole() ? names.stream().limit(2).map(Letters::plain).toList() : made.axes();
    }

    private Map<String, Object> grid() {
        Grid g = frame.grid();
        boolean line = g.ny() == 1;
        int nx = line ? g.nx() : Math.min(g.nx(), MOST_NODES);
        int ny = Math.min(g.ny(), MOST_NODES);
        double[] values = new double[nx * ny];
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                values[j * nx + i] = nx == g.nx() && ny == g.ny() ? g.value(i, j)
                        : g.interpolate(g.x().at((double) i / (nx - 1)), ny == 1 ? g.y().min() : g.y().at((double) j / (ny - 1)));
            }
        }
        Map<String, Object> grid = new LinkedHashMap<>();
        grid.put("nx", nx);
        grid.put("ny", ny);
        grid.put("x", range(g.x()));
        grid.put("y", range(g.y()));
        if (line) {
            grid.put("values", doubles(values));
        } else {
            grid.put("heights", floats(Arrays.stream(values).map(v -> clamped(made.heights(), v)).toArray()));
            if (!made.heights().equals(made.colours())) {
                grid.put("colours", floats(Arrays.stream(values).map(made.colours()::fraction).toArray()));
            }
        }
        return grid;
    }

    /** Heights beyond this leave the box anyway. */
    private static double clamped(ValueScale scale, double value) {
        return Double.isNaN(value) ? Double.NaN : Double.isInfinite(value) ? Math.signum(value) * 4 : Math.clamp(scale.beyond(value), -4, 4);
    }

    private static List<Double> range(Range range) {
        return List.of(range.min(), range.max());
    }

    private static Map<String, Object> scale(ValueScale s) {
        return fields("kind", s.kind().name(), "low", s.low(), "high", s.high(), "c", s.c());
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
                points.putShort((short) Math.round(g.x().fraction(line.x(i)) * RASTER)).putShort((short) Math.round(g.y().fraction(line.y(i)) * RASTER));
            }
        }
        return fields("heads", heads, "points", base64(points));
    }

    private Map<String, Object> run(Track track, int every) {
        Trajectory t = track.trajectory();
        int[] steps = steps(t.last(), every);
        double[][] places = Ingredients.places(track, frame.scene().slice(), steps);
        RunStyle style = RunStyle.of(track.run());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("name", track.name());
        run.put("colour", WebPage.hex(style.colour()));
        run.put("edges", List.of(WebPage.hex(style.edge(Theme.LIGHT)), WebPage.hex(style.edge(Theme.DARK))));
        run.put("dash", style.dash().stream().map(Float::doubleValue).toList());
        run.put("marker", corners(style.marker().at(0, 0, 1)));
        run.put("last", t.last());
        run.put("diverged", t.outcome() instanceof Outcome.Diverged);
        run.put("outcome", Ingredients.ended(t.outcome()));
        run.put("a", doubles(places[0]));
        run.put("b", places.length > 1 ? doubles(places[1]) : "");
        run.put("loss", doubles(IntStream.of(steps).mapToDouble(t::loss).toArray()));
        run.put("gradient", floats(IntStream.of(steps).mapToDouble(t::gradientNorm).toArray()));
        return run;
    }

    /** Every so many steps, and the last. */
    private static int[] steps(int last, int every) {
        return IntStream.rangeClosed(0, Math.ceilDiv(last, every)).map(k -> Math.min(k * every, last)).toArray();
    }

    /** The corners of a shape, x and y by turns. */
    private static List<Double> corners(Shape shape) {
        List<Double> corners = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator it = new FlatteningPathIterator(shape.getPathIterator(null), FLAT); !it.isDone(); it.next()) {
            if (it.currentSegment(at) != PathIterator.SEG_CLOSE) {
                corners.add(rounded(at[0]));
                corners.add(rounded(at[1]));
            }
        }
        return corners;
    }

    private static double rounded(double v) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", v));
    }

    /** Names and values by turns, in this order, which those of {@code Map.of} do not keep: equal frames give equal files. */
    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** NaN and the infinities have no word in JSON. */
    private static Object finite(double value) {
        return Double.isFinite(value) ? value : "";
    }

    private static String table(ColourMap map) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * map.table().length);
        for (int argb : map.table()) {
            bytes.putInt(argb << 8 | 0xff);
        }
        return base64(bytes);
    }

    private static String doubles(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return base64(bytes);
    }

    private static String floats(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double v : values) {
            bytes.putFloat((float) v);
        }
        return base64(bytes);
    }

    private static String base64(ByteBuffer bytes) {
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
