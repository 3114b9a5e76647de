package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * The sheets that a surface is drawn on, used again for the next frame: new ones would cost more than drawing. Belongs to one memo, and so
 * to one thread at a time; what was drawn for one camera is gone when the next is drawn.
 */
final class Desk {
    private final Pixels pixels;
    private final Sheet ground;
    private final Sheet top;
    private final int[] colours;
    private final float[] nearness;

    /** An image with its pen. */
    private record Sheet(BufferedImage image, PixelPen pen) {
        int[] data() {
            return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        }
    }

    private Desk(Pixels pixels) {
        this.pixels = pixels;
        ground = sheet();
        top = sheet();
        colours = new int[pixels.width() * pixels.height()];
        nearness = new float[colours.length];
    }

    static Desk of(Pixels pixels, Memo memo) {
        return memo.get("surface.desk", pixels, () -> new Desk(pixels));
    }

    private Sheet sheet() {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        return new Sheet(image, new PixelPen(image, pixels.toImage()));
    }

    /** An empty raster on this desk; a larger one than the desk is made new. */
    Raster raster(int width, int height) {
        return width * height <= colours.length ? new Raster(width, height, colours, nearness) : new Raster(width, height);
    }

    /** Paints what lies below on an empty canvas, in the units of the pixels' graphics. */
    void paintGround(Color canvas, BiConsumer<Graphics2D, Pen> painting) {
        Arrays.fill(ground.data(), canvas.getRGB());
        paint(ground, painting);
    }

    /** Puts a rendering on what lies below. */
    void add(Rendering rendering, Device device) {
        rendering.blend(ground.data(), pixels.width(), pixels.height(), device.column(), device.row());
    }

    /** Paints on a copy of the ground and puts that on a graphics. */
    void paintTop(Graphics2D target, BiConsumer<Graphics2D, Pen> painting) {
        System.arraycopy(ground.data(), 0, top.data(), 0, colours.length);
        paint(top, painting);
        pixels.draw(target, top.image);
    }

    private void paint(Sheet sheet, BiConsumer<Graphics2D, Pen> painting) {
        Graphics2D g = sheet.image.createGraphics();
        g.transform(pixels.toImage());
        painting.accept(g, sheet.pen);
        g.dispose();
    }
}
