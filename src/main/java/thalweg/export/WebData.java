package thalweg.export;

import java.awt.Shape;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.experiment.Json;
import thalweg.experiment.Look;
import thalweg.experiment.Track;
import thalweg.paint.ColourMap;
import thalweg.paint.Composition;
import thalweg.paint.FitIngredients;
import thalweg.paint.Ingredients;
import thalweg.paint.Theme;
import thalweg.paint.ViewKind;
import thalweg.paint.Views;

/**
 * All that a web page shows, as JSON without signs that HTML knows: what holds for the page, and an exhibit for each of the experiments that
 * stand side by side, or for the only one.
 */
final class WebData {
    /** Steps of all runs together: some 1.5 MB of text. Longer ones are thinned. */
    private static final int MOST_STEPS = 36_000;
    /** Curves of markers are replaced by lines so near to them, in radii. */
    private static final double FLAT = 0.01;

    private WebData() {
    }

    /**
     * The data of a frame.
     *
     * @param asked ids of views; those that a page cannot show are named on it
     */
    static String of(Frame frame, List<String> asked) {
        String json = Json.line(all(frame, asked));
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static Map<String, Object> all(Frame frame, List<String> asked) {
        List<Frame> frames = frame.variants().isEmpty() ? List.of(frame) : frame.variants();
        List<String> possible = Picture.onPage(asked);
        Composition.Compared grid = Composition.Compared.of(Math.max(1, possible.size()), frames.size());
        List<String> views = frame.variants().isEmpty() ? possible : possible.subList(0, Math.min(grid.views(), possible.size()));
        List<Track> shown = frames.stream().flatMap(f -> f.tracks().stream()).filter(t -> !t.run().hidden()).toList();
        int every = Math.max(1, Math.ceilDiv(shown.stream().mapToInt(t -> t.trajectory().last() + 1).sum(), MOST_STEPS));
        Look look = frame.experiment().look();
        ColourMap map = ColourMap.of(look.colormap());
        Camera c = look.camera();
        List<Object> exhibits = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            String name = frame.variants().isEmpty() ? "" : frame.experiment().variants().get(i).name();
            exhibits.add(new WebExhibit(frames.get(i), name, views, every, frames.size()).all());
        }
        Map<String, Object> all = WebNumbers.fields("version", 2);
        all.put("name", frame.scene().study().map(s -> s.split().training().name()).orElseGet(() -> frame.scene().objective().appearance().name()));
        all.put("note", note(frame));
        all.put("missing", missing(asked, views));
        all.put("rows", views.size());
        all.put("columns", frame.variants().isEmpty() ? 0 : grid.columns());
        all.put("zoom", c.zoom());
        all.put("perspective", c.perspective());
        all.put("lossScale", look.lossScale().name());
        all.put("maps", WebNumbers.fields("light", List.of(table(map.onMap(Theme.LIGHT)), table(map.onSurface(Theme.LIGHT))),
                "dark", List.of(table(map.onMap(Theme.DARK)), table(map.onSurface(Theme.DARK)))));
        all.put("unsure", List.of(WebPage.hex(FitIngredients.unsure(Theme.LIGHT)), WebPage.hex(FitIngredients.unsure(Theme.DARK))));
        all.put("opacities", Ingredients.opacities());
        all.put("last", shown.stream().mapToInt(t -> t.trajectory().last()).max().orElse(0));
        all.put("every", every);
        all.put("step", frame.step());
        all.put("selected", look.selected());
        all.put("exhibits", exhibits);
        return all;
    }

    private static String note(Frame frame) {
        int n = frame.scene().objective().dimension();
        return frame.scene().isWhole() ? "" : "A slice through " + n + " parameters"
                + (frame.scene().slice().dimension() == 1 ? " along one direction" : " along two directions")
                + "; runs are seen where they stand nearest to it"
                + (Ingredients.isFaint(frame) ? ", and faint where they are far off." : ".");
    }

    /** What was asked for and is not on the page, in a sentence; the table of runs stands for that of a step. */
    private static String missing(List<String> asked, List<String> views) {
        List<String> labels = asked.stream().filter(v -> !views.contains(v) && !v.equals("table")).distinct().map(Views::of).map(ViewKind::label)
                .toList();
        return labels.isEmpty() ? "" : "Not on this page, but in Thalweg: " + String.join(", ", labels) + ".";
    }

    /** Every so many steps, and the last. */
    static int[] steps(int last, int every) {
        return IntStream.rangeClosed(0, Math.ceilDiv(last, every)).map(k -> Math.min(k * every, last)).toArray();
    }

    /** The corners of a shape, x and y by turns. */
    static List<Double> corners(Shape shape) {
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

    private static String table(ColourMap map) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * map.table().length);
        for (int argb : map.table()) {
            bytes.putInt(argb << 8 | 0xff);
        }
        return WebNumbers.base64(bytes);
    }
}
