package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A square of coloured cells, put where its axes say. */
final class CellMap {
    /** The colour of a cell, counted from the lower left. */
    @FunctionalInterface
    interface Cells {
        Color colour(int i, int j);
    }

    private CellMap() {
    }

    static BufferedImage image(int n, Cells cells) {
        BufferedImage image = new BufferedImage(n, n, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                image.setRGB(i, n - 1 - j, cells.colour(i, j).getRGB());
            }
        }
        return image;
    }

    /**
     * Paints it, sharp edges between cells.
     *
     * @param where in pixels
     * @param clip the plot it must not leave
     */
    static void paint(Ink ink, BufferedImage image, Rectangle2D where, Rectangle2D clip) {
        Graphics2D g = (Graphics2D) ink.g().create();
        g.clip(clip);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        AffineTransform to = AffineTransform.getTranslateInstance(where.getX(), where.getY());
        to.scale(where.getWidth() / image.getWidth(), where.getHeight() / image.getHeight());
        g.drawImage(image, to, null);
        g.dispose();
    }
}
