package thalweg.view;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** An image that Java2D paints and JavaFX shows: the same pixels, never copied. */
final class Sheet {
    private final double width;
    private final double height;
    private final double scale;
    private final BufferedImage canvas;
    private final PixelBuffer<IntBuffer> pixels;
    private final WritableImage image;

    /**
     * A sheet of so many pixels of the window, each made of scale by scale pixels of the screen.
     *
     * @throws IllegalArgumentException if a side is not positive
     */
    Sheet(double width, double height, double scale) {
        this.width = width;
        this.height = height;
        this.scale = scale;
        int w = (int) Math.ceil(width * scale);
        int h = (int) Math.ceil(height * scale);
        canvas = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB_PRE);
        IntBuffer shared = IntBuffer.wrap(((DataBufferInt) canvas.getRaster().getDataBuffer()).getData());
        pixels = new PixelBuffer<>(w, h, shared, PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(pixels);
    }

    boolean fits(double otherWidth, double otherHeight, double otherScale) {
        return width == otherWidth && height == otherHeight && scale == otherScale;
    }

    /** Paints anew, on a thread of the caller's choice, as long as the sheet is not shown. */
    void paint(Consumer<Graphics2D> painting) {
        Graphics2D g = canvas.createGraphics();
        try {
            g.setComposite(AlphaComposite.Clear);
            g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
            g.setComposite(AlphaComposite.SrcOver);
            g.scale(scale, scale);
            painting.accept(g);
        } finally {
            g.dispose();
        }
    }

    /** The picture as it is now; on the JavaFX thread. */
    Image image() {
        pixels.updateBuffer(_ -> null);
        return image;
    }
}
