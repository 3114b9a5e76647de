package thalweg.paint;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** What is still free on a map, in cells of a few pixels: words and labels are put where they hide nothing. */
final class Room {
    private static final double CELL = 4;

    private final Rectangle2D area;
    private final double cell;
    private final int columns;
    private final int rows;
    private final boolean[] taken;

    Room(Rectangle2D area, double scale) {
        this.area = area;
        cell = CELL * scale;
        columns = (int) Math.ceil(area.getWidth() / cell) + 1;
        rows = (int) Math.ceil(area.getHeight() / cell) + 1;
        taken = new boolean[columns * rows];
    }

    Room(Room other) {
        area = other.area;
        cell = other.cell;
        columns = other.columns;
        rows = other.rows;
        taken = other.taken.clone();
    }

    private void take(double x, double y) {
        int i = (int) Math.floor((x - area.getX()) / cell);
        int j = (int) Math.floor((y - area.getY()) / cell);
        if (i >= 0 && i < columns && j >= 0 && j < rows) {
            taken[j * columns + i] = true;
        }
    }

    /** Takes what a line covers, as far as it lies in the area. */
    void take(Line2D line) {
        double length = Math.hypot(line.getX2() - line.getX1(), line.getY2() - line.getY1());
        int n = (int) Math.min(4000, Math.ceil(length / cell * 1.5));
        for (int k = 0; k <= n; k++) {
            double t = n == 0 ? 0 : (double) k / n;
            take(line.getX1() + t * (line.getX2() - line.getX1()), line.getY1() + t * (line.getY2() - line.getY1()));
        }
    }

    void take(Rectangle2D r) {
        for (double y = r.getY(); y < r.getMaxY() + cell; y += cell) {
            for (double x = r.getX(); x < r.getMaxX() + cell; x += cell) {
                take(Math.min(x, r.getMaxX()), Math.min(y, r.getMaxY()));
            }
        }
    }

    /** Whether a rectangle lies in the area and nothing is there. */
    boolean isFree(Rectangle2D r) {
        return area.contains(r) && isFree(r.getCenterX(), r.getCenterY(), 0, r.getWidth(), r.getHeight(), 0);
    }

    /**
     * Whether a turned rectangle lies in the area, so far from its edge, and nothing is there.
     *
     * @param angle of its width, in radians
     */
    boolean isFree(double x, double y, double angle, double width, double height, double edge) {
        int across = Math.max(1, (int) Math.ceil(width / cell));
        int down = Math.max(1, (int) Math.ceil(height / cell));
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int j = 0; j <= down; j++) {
            for (int i = 0; i <= across; i++) {
                double u = width * ((double) i / across - 0.5);
                double v = height * ((double) j / down - 0.5);
                double px = x + u * cos - v * sin - area.getX();
                double py = y + u * sin + v * cos - area.getY();
                if (px < edge || py < edge || px > area.getWidth() - edge || py > area.getHeight() - edge
                        || taken[(int) (py / cell) * columns + (int) (px / cell)]) {
                    return false;
                }
            }
        }
        return true;
    }
}
