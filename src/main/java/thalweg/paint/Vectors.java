package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.RenderingHints;

/**
 * Marks a graphics whose result is no grid of pixels: a vector file, or an image that shall stay transparent. Painters then draw lines,
 * areas and text with the graphics itself, and embed maps and shaded surfaces as images.
 */
public final class Vectors {
    /** A {@code Double}: how many pixels embedded images have for a pixel of the graphics. */
    static final RenderingHints.Key DENSITY = new RenderingHints.Key(0x7a1) {
        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Double d && d > 0 && d <= 16;
        }
    };

    private Vectors() {
    }

    /**
     * Marks a graphics, and all made from it later.
     *
     * @param density pixels of embedded images for one of the graphics, above 0 and at most 16
     */
    public static void mark(Graphics2D g, double density) {
        g.setRenderingHint(DENSITY, density);
    }
}
