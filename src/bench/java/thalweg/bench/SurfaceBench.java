package thalweg.bench;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import thalweg.catalog.Spec;
import thalweg.experiment.Camera;
import thalweg.experiment.Experiments;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.paint.Memo;
import thalweg.paint.Style;
import thalweg.paint.SurfacePainter;
import thalweg.paint.Theme;

/**
 * A surface of 201 x 201 nodes with axes and six paths on 1280 x 800 pixels: at most 12 ms (DESIGN section 10), the median of many frames.
 *
 * <p>Painted with a memory, as in the window: {@code turning} changes the camera before each frame, {@code playing} the playhead,
 * {@code still} paints smoothly from another camera each time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SurfaceBench {
    @Param({"rosenbrock", "eggholder"})
    public String objective;

    private final BufferedImage image = new BufferedImage(1280, 800, BufferedImage.TYPE_INT_ARGB_PRE);
    private final Memo memo = new Newest();
    private Frame frame;
    private int count;

    /** The newest of each part, as the window keeps it. */
    private static final class Newest implements Memo {
        private final Map<String, Object[]> parts = new HashMap<>();

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(String part, Object key, Supplier<T> make) {
            Object[] kept = parts.get(part);
            if (kept == null || !kept[0].equals(key)) {
                kept = new Object[] {key, make.get()};
                parts.put(part, kept);
            }
            return (T) kept[1];
        }
    }

    @Setup
    public void prepare() {
        frame = Frames.frame(Experiments.first(Spec.of(objective)));
        frame = frame.at(frame.last() * 3 / 4);
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
