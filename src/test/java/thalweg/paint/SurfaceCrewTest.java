package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.math.Crew;

class SurfaceCrewTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 320;

    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static Frame waves(double azimuth) {
        return Surfaces.of((x, y) -> Math.sin(9 * x) * Math.cos(7 * y) + x * y, new Camera(azimuth, 34, 1, true, false));
    }

    private static int[] picture(Plot plot, Frame frame) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        plot.paint(g, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), frame);
        g.dispose();
        return image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    }

    @Test
    void aSurfaceThatSeveralDrawIsTheSameToTheLastBit() {
        for (Style style : List.of(Surfaces.MOVING, Surfaces.STILL)) {
            Plot alone = new SurfacePainter(style, new KeptMemo());
            Plot together = new SurfacePainter(style, new KeptMemo(new Crew(threads, 3)));
            for (int azimuth = -170; azimuth < 180; azimuth += 50) {
                assertArrayEquals(picture(alone, waves(azimuth)), picture(together, waves(azimuth)), style + " from " + azimuth);
            }
        }
    }

    @Test
    void aCrewIsAskedForHelpOnlyWhenTheSurfaceIsDrawnAnew() {
        AtomicInteger asked = new AtomicInteger();
        Plot plot = new SurfacePainter(Surfaces.MOVING, new KeptMemo(new Crew(task -> {
            asked.incrementAndGet();
            threads.execute(task);
        }, 3)));
        Frame frame = waves(20);
        int[] picture = picture(plot, frame);
        int first = asked.get();
        assertTrue(first > 0);
        assertArrayEquals(picture, picture(plot, frame));
        assertEquals(first, asked.get());
    }
}
