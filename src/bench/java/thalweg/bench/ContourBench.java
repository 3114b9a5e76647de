package thalweg.bench;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.math.Vec;
import thalweg.paint.ContourPainter;
import thalweg.paint.Plot;
import thalweg.paint.Style;
import thalweg.paint.Theme;

/** A contour map of 1280 x 800 with twelve runs: at most 4 ms a picture while it plays (DESIGN section 10). */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ContourBench {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);
    private static final int STARTS = 40;

    @Param({"LIGHT", "DARK"})
    public Theme theme;

    private final BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    private Plot moving;
    private Plot still;
    private List<Frame> frames;
    private int pictures;

    @Setup
    public void prepare() {
        moving = new ContourPainter(Style.of(theme).withStill(false), Race.memo());
        still = new ContourPainter(Style.of(theme), Race.memo());
        List<Frame> made = IntStream.range(0, STARTS).mapToDouble(k -> 2 * Math.PI * k / STARTS)
                .mapToObj(a -> Frames.frame(Race.experiment().withStart(Vec.of(-0.4 + 0.3 * Math.cos(a), 2.2 + 0.3 * Math.sin(a))))).toList();
        Frame first = made.getFirst();                            // in the window the map is kept, too
        frames = made.stream().map(f -> new Frame(f.experiment(), f.scene(), first.grid(), f.tracks(), f.step(), f.hover())).toList();
    }

    private BufferedImage paint(Plot plot, Frame frame) {
        Graphics2D g = sheet.createGraphics();
        plot.paint(g, AREA, frame);
        g.dispose();
        return sheet;
    }

    /** The playhead walks on, a step a picture. */
    @Benchmark
    public BufferedImage playing() {
        Frame frame = frames.getFirst();
        return paint(moving, frame.at(pictures++ % (frame.last() + 1)));
    }

    /** The playhead is dragged back and forth, to anywhere. */
    @Benchmark
    public BufferedImage scrubbing() {
        Frame frame = frames.getFirst();
        return paint(moving, frame.at(pictures++ * 197 % (frame.last() + 1)));
    }

    /** The start is dragged: every path is another one in every picture. */
    @Benchmark
    public BufferedImage dragging() {
        return paint(moving, frames.get(pictures++ % STARTS));
    }

    /** As it is when nothing has moved for a moment. */
    @Benchmark
    public BufferedImage still() {
        return paint(still, frames.get(pictures++ % STARTS));
    }
}
