package thalweg.bench;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Run;
import thalweg.math.Vec;
import thalweg.paint.Plot;
import thalweg.paint.Style;
import thalweg.paint.Theme;
import thalweg.paint.Views;
import thalweg.session.Autosave;
import thalweg.session.Preferences;
import thalweg.session.Session;
import thalweg.session.Workers;

/**
 * From a slider's event to the pixels of the tiles, without a window: at most 16 ms in the middle, 33 ms at the 99th percentile (DESIGN section 10).
 *
 * <p>The session edits, computes and hands over its frame; then each tile is painted as it is while something moves, on as many threads as
 * there are tiles.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SliderBench {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, Race.TILE_WIDTH, Race.TILE_HEIGHT);

    /** What the tiles show: the contour map alone, or what the first window shows. */
    @Param({"contour", "contour+loss", "contour+surface+loss+table"})
    public String tiles;

    private record Tile(Plot plot, BufferedImage sheet) {
        void paint(Frame frame) {
            Graphics2D g = sheet.createGraphics();
            plot.paint(g, AREA, frame);
            g.dispose();
        }
    }

    private Session session;
    private List<Tile> shown;
    private ExecutorService painting;
    private int moves;

    @Setup
    public void prepare() {
        Experiment race = Race.experiment();
        Path nowhere = Path.of("nowhere");
        session = new Session(race, Workers.INLINE, new Preferences(nowhere, _ -> { }), new Autosave(nowhere, 1, _ -> { }));
        Style style = Style.of(Theme.LIGHT).withStill(false);
        shown = List.of(tiles.split("\\+")).stream().map(id -> new Tile(Views.of(id).plot().apply(style, Race.memo()),
                new BufferedImage(Race.TILE_WIDTH, Race.TILE_HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE))).toList();
        painting = Executors.newFixedThreadPool(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
        paint();
    }

    @TearDown
    public void end() {
        painting.shutdown();
    }

    private Frame paint() {
        Frame frame = session.frame().get();
        List<CompletableFuture<Void>> painted = shown.stream().map(t -> CompletableFuture.runAsync(() -> t.paint(frame), painting)).toList();
        painted.forEach(CompletableFuture::join);
        return frame;
    }

    /** The learning rate of the selected run: its path changes, the others stay. */
    @Benchmark
    public Frame oneRun() {
        double factor = 0.8 + 0.4 * (moves++ % 50) / 50;
        session.drag("rate", e -> {
            List<Run> runs = new ArrayList<>(Race.experiment().runs());
            runs.set(5, runs.get(5).withOptimizer(Race.withRate(runs.get(5).optimizer(), factor)));
            return e.withRuns(runs);
        });
        return paint();
    }

    /** The start: every path changes. */
    @Benchmark
    public Frame allRuns() {
        double angle = 2 * Math.PI * (moves++ % 60) / 60;
        session.drag("start", e -> e.withStart(Vec.of(-0.4 + 0.3 * Math.cos(angle), 2.2 + 0.3 * Math.sin(angle))));
        return paint();
    }
}
