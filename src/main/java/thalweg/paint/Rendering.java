package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import thalweg.math.Crew;

/** A drawn surface, lit and coloured, on the pixels of a device, with what is needed to tell what it hides. */
final class Rendering {
    private final Window window;
    private final int[] colours;
    private final float[] farthest;
    private final int reach;

    /**
     * The pixels that a surface may touch, counted from the corner of the area that it is drawn for.
     *
     * @param x of the left column
     * @param y of the top row
     */
    record Window(int x, int y, int width, int height) {
        /** The whole pixels around a rectangle; at least one. */
        static Window around(Rectangle2D r) {
            int x = (int) Math.floor(r.getMinX());
            int y = (int) Math.floor(r.getMinY());
            return new Window(x, y, Math.max(1, (int) Math.ceil(r.getMaxX()) - x), Math.max(1, (int) Math.ceil(r.getMaxY()) - y));
        }
    }

    /**
     * Draws a mesh.
     *
     * @param projection into pixels counted from the corner of the area
     * @param raster of the window's size, empty; the rendering's from now on
     * @param smooth whether edges are; else it is fast
     * @param reach pixels around a point that are looked at when it is asked whether something hides it
     * @param crew helps drawing
     * @param beside done once meanwhile, by whoever has time
     */
    Rendering(Mesh mesh, Projection projection, Palette palette, Window window, Raster raster, boolean smooth, int reach, Crew crew,
            Runnable beside) {
        this.window = window;
        this.reach = reach;
        colours = raster.colours;
        if (!smooth) {
            MeshPainter.draw(mesh, projection.in(window.x, window.y, 1), palette, raster, crew, beside);
            farthest = raster.nearness;
            return;
        }
        Smoothing smoothing = new Smoothing(window.width * window.height);
        Runnable first = beside;
        for (float[] place : Smoothing.places()) {
            raster.clear();
            MeshPainter.draw(mesh, projection.in(window.x - place[0], window.y - place[1], 1), palette, raster, crew, first);
            first = () -> { };
            smoothing.add(raster);
        }
        smoothing.mean(colours);
        farthest = smoothing.farthest();
    }

    /**
     * Puts the picture on opaque pixels.
     *
     * @param target row by row
     * @param column where the corner of the area lies among them
     * @param row the same downward
     */
    void blend(int[] target, int width, int height, int column, int row) {
        int left = Math.max(0, -(window.x + column));
        int right = Math.min(window.width, width - window.x - column);
        for (int j = Math.max(0, -(window.y + row)); j < Math.min(window.height, height - window.y - row); j++) {
            int from = j * window.width;
            int to = (j + window.y + row) * width + window.x + column;
            for (int i = left; i < right; i++) {
                int c = colours[from + i];
                if (c >>> 24 == 0xff) {
                    target[to + i] = c;
                } else if (c != 0) {
                    int rest = 256 - (c >>> 24);
                    int t = target[to + i];
                    int redBlue = (t & 0xff00ff) * rest >>> 8 & 0xff00ff;
                    int green = (t & 0xff00) * rest >>> 8 & 0xff00;
                    target[to + i] = (c & 0xffffff) + redBlue + green;
                }
            }
        }
    }

    /** Paints the picture on any graphics. */
    void paint(Graphics2D graphics, Device device) {
        BufferedImage image = new BufferedImage(window.width, window.height, BufferedImage.TYPE_INT_ARGB_PRE);
        System.arraycopy(colours, 0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0, window.width * window.height);
        Graphics2D g = (Graphics2D) graphics.create();
        AffineTransform t = AffineTransform.getTranslateInstance(device.left(), device.top());
        t.scale(1 / device.scale(), 1 / device.scale());
        t.translate(window.x - device.offsetX(), window.y - device.offsetY());
        g.drawImage(image, t, null);
        g.dispose();
    }

    /**
     * Whether nothing stands before a point. Compared with the farthest of the pixels around, so that what lies on the surface is not
     * hidden by the surface's own slope.
     *
     * @param x in pixels from the corner of the area
     * @param margin by how much nearness what stands before must be nearer
     */
    boolean shows(double x, double y, double nearness, double margin) {
        int column = (int) Math.floor(x) - window.x;
        int row = (int) Math.floor(y) - window.y;
        float limit = (float) (nearness + margin);
        for (int j = Math.max(0, row - reach); j <= Math.min(window.height - 1, row + reach); j++) {
            for (int i = Math.max(0, column - reach); i <= Math.min(window.width - 1, column + reach); i++) {
                if (farthest[j * window.width + i] <= limit) {
                    return true;
                }
            }
        }
        return row < 0 || column < 0 || row >= window.height || column >= window.width;
    }
}
