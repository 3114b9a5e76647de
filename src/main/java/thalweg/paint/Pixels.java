package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The pixels of an upright device that cover an area, so that what is painted can be kept as an image and put back exactly.
 *
 * @param x,y first column and row
 * @param width,height how many, at least 1
 * @param transform from the graphics' units to pixels
 */
record Pixels(int x, int y, int width, int height, AffineTransform transform) {
    private static final double MOST = 64e6;

    /** Those under a graphics; empty if it is turned, made for vectors, or the image would be too large. */
    static Optional<Pixels> of(Graphics2D g, Rectangle2D area) {
        AffineTransform t = g.getTransform();
        if (!Device.of(g, area).exact()) {
            return Optional.empty();
        }
        double scale = t.getScaleX();
        int x = (int) Math.floor(area.getX() * scale + t.getTranslateX());
        int y = (int) Math.floor(area.getY() * scale + t.getTranslateY());
        double w = Math.ceil(area.getMaxX() * scale + t.getTranslateX()) - x;
        double h = Math.ceil(area.getMaxY() * scale + t.getTranslateY()) - y;
        return w >= 1 && h >= 1 && w * h <= MOST ? Optional.of(new Pixels(x, y, (int) w, (int) h, t)) : Optional.empty();
    }

    /** An opaque image of them, painted in the graphics' own units. */
    BufferedImage image(Color canvas, Consumer<Graphics2D> painting) {
        return painted(g -> {
            g.setColor(canvas);
            g.fillRect(0, 0, width, height);
        }, painting);
    }

    /** A copy of such an image with more painted on it. */
    BufferedImage image(BufferedImage below, Consumer<Graphics2D> painting) {
        return painted(g -> g.drawImage(below, 0, 0, null), painting);
    }

    /** From the graphics' units to the pixels of such an image. */
    AffineTransform toImage() {
        AffineTransform toImage = AffineTransform.getTranslateInstance(-x, -y);
        toImage.concatenate(transform);
        return toImage;
    }

    /** An image of them, black. */
    BufferedImage blank() {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    /** Paints such an image anew, on a canvas, in the graphics' own units. */
    void paint(BufferedImage image, Color canvas, Consumer<Graphics2D> painting) {
        java.util.Arrays.fill(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), canvas.getRGB());
        Graphics2D g = image.createGraphics();
        g.transform(toImage());
        painting.accept(g);
        g.dispose();
    }

    /** Copies one such image over another. */
    void copy(BufferedImage from, BufferedImage to) {
        int[] source = ((DataBufferInt) from.getRaster().getDataBuffer()).getData();
        System.arraycopy(source, 0, ((DataBufferInt) to.getRaster().getDataBuffer()).getData(), 0, width * height);
    }

    /** Copies a part of one such image over another. */
    void copy(BufferedImage from, BufferedImage to, Rectangle2D part) {
        Rectangle2D on = toImage().createTransformedShape(part).getBounds2D();
        int left = (int) Math.clamp(Math.rint(on.getX()), 0, width);
        int right = (int) Math.clamp(Math.rint(on.getMaxX()), left, width);
        int[] source = ((DataBufferInt) from.getRaster().getDataBuffer()).getData();
        int[] target = ((DataBufferInt) to.getRaster().getDataBuffer()).getData();
        for (int row = (int) Math.clamp(Math.rint(on.getY()), 0, height); row < Math.clamp(Math.rint(on.getMaxY()), 0, height); row++) {
            System.arraycopy(source, row * width + left, target, row * width + left, right - left);
        }
    }

    private BufferedImage painted(Consumer<Graphics2D> background, Consumer<Graphics2D> painting) {
        BufferedImage image = blank();
        Graphics2D g = image.createGraphics();
        background.accept(g);
        g.transform(toImage());
        painting.accept(g);
        g.dispose();
        return image;
    }

    /** Puts an image of them in its place, on the graphics or on an image of the same pixels. */
    void draw(Graphics2D g, BufferedImage image) {
        Graphics2D copy = (Graphics2D) g.create();
        AffineTransform t = copy.getTransform();
        copy.setTransform(AffineTransform.getTranslateInstance(t.getTranslateX() - transform.getTranslateX() + x,
                t.getTranslateY() - transform.getTranslateY() + y));
        copy.drawImage(image, 0, 0, null);
        copy.dispose();
    }
}
