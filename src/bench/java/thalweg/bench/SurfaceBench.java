package thalweg.bench;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
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
import thalweg.catalog.Spec;
import thalweg.experiment.Camera;
import thalweg.experiment.Experiments;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.math.Crew;
import thalweg.paint.KeptMemo;
import thalweg.paint.Memo;
import thalweg.paint.Style;
import thalweg.paint.SurfacePainter;
import thalweg.paint.Theme;

/**
 * A surface of 201 x 201 nodes with axes and six paths on 1280 x 800 pixels: at most 12 ms (DESIGN section 10), the median of many frames.
 *
 * <p>Painted with a memory and with help of idle threads, as in the window: {@code turning} changes the camera before each frame,
 * {@code playing} the playhead, {@code still} paints smoothly from another camera each time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SurfaceBench {
    @Param({"rosenbrock", "eggholder"})
    public String objective;

    private final BufferedImage image = new BufferedImage(1280, 800, BufferedImage.TYPE_INT_ARGB_PRE);
    private final ExecutorService painting = Executors.newFixedThreadPool(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
    private final Memo memo = new KeptMemo(new Crew(painting, 3));
    private Frame frame;
    private int count;

    @Setup
    public void prepare() {
        frame = Frames.frame(Experiments.first(Spec.of(objective)));
        frame = frame.at(frame.last() * 3 / 4);
    }

    @TearDown
    public void end() {
        painting.shutdown();
    }

    private BufferedImage painted(Frame seen, boolean still) {
        Style style = Style.of(Theme.LIGHT).withStill(still);
        Graphics2D g = image.createGraphics();
        g.setColor(style.theme().canvas());
        g.fillRect(0, 0, 1280, 800);
        new SurfacePainter(style, memo).paint(g, new Rectangle2D.Double(0, 0, 1280, 800), seen);
        g.dispose();
        return image;
    }

    private Frame turned() {
        return frame.withLook(frame.experiment().look().withCamera(new Camera(-118 + count++ % 360, 46, 1, true, false)));
    }

    @Benchmark
    public BufferedImage turning() {
        return painted(turned(), false);
    }

    @Benchmark
    public BufferedImage playing() {
        return painted(frame.at(count++ % frame.last()), false);
    }

    @Benchmark
    public BufferedImage still() {
        return painted(turned(), true);
    }
}
