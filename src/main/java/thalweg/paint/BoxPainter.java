package thalweg.paint;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * The three sides of a surface's box that lie behind it, with their grids. Seen from below, the floor gives way to the ceiling, so that
 * nothing ever stands before the surface.
 *
 * @param ink what is drawn with
 * @param pen for its lines
 * @param projection into the ink's pixels
 * @param box the box
 */
record BoxPainter(Ink ink, Pen pen, Projection projection, Box box) {
    /** The side across x that lies behind. */
    double backX() {
        return projection.fromRight() ? -1 : 1;
    }

    /** The side across y that lies behind. */
    double backY() {
        return projection.fromBehind() ? -1 : 1;
    }

    /** The height of the level side that lies behind: the floor, or the ceiling when seen from below. */
    double backZ() {
        return projection.fromAbove() ? Box.FLOOR : box.top();
    }

    /**
     * Fills the sides and draws their grids and edges.
     *
     * @param x where grid lines cross x, -1 to 1
     * @param y where they cross y
     * @param z where they cross the height
     */
    void paint(List<Double> x, List<Double> y, List<Double> z) {
        Theme theme = ink.theme();
        Color level = theme == Theme.PRINT ? theme.canvas() : new Color(theme.isDark() ? 0x11161d : 0xf6f8fa);
        Color wall = theme == Theme.PRINT ? theme.canvas() : new Color(theme.isDark() ? 0x151b23 : 0xeef1f4);
        double bx = backX();
        double by = backY();
        double bz = backZ();
        // their edges are drawn over: smooth ones would cost as much as all the rest
        ink.g().setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        ink.fill(level, quad(-1, -1, bz, 1, -1, bz, 1, 1, bz, -1, 1, bz));
        ink.fill(level, quad(bx, -1, Box.FLOOR, bx, 1, Box.FLOOR, bx, 1, box.top(), bx, -1, box.top()));
        ink.fill(wall, quad(-1, by, Box.FLOOR, 1, by, Box.FLOOR, 1, by, box.top(), -1, by, box.top()));
        ink.g().setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Path2D grid = new Path2D.Double();
        for (double at : x) {
            line(grid, at, -1, bz, at, 1, bz);
            line(grid, at, by, Box.FLOOR, at, by, box.top());
        }
        for (double at : y) {
            line(grid, -1, at, bz, 1, at, bz);
            line(grid, bx, at, Box.FLOOR, bx, at, box.top());
        }
        for (double at : z) {
            line(grid, -1, by, at, 1, by, at);
            line(grid, bx, -1, at, bx, 1, at);
        }
        pen.draw(grid, ink.px(1), ink.theme().plotGrid());
        pen.draw(edges(bx, by, bz), ink.px(1), ink.theme().plotAxis());
    }

    private Path2D edges(double bx, double by, double bz) {
        double other = bz == box.top() ? Box.FLOOR : box.top();
        Path2D edges = quad(-1, -1, bz, 1, -1, bz, 1, 1, bz, -1, 1, bz);
        line(edges, bx, by, Box.FLOOR, bx, by, box.top());
        line(edges, -bx, by, Box.FLOOR, -bx, by, box.top());
        line(edges, bx, -by, Box.FLOOR, bx, -by, box.top());
        line(edges, -1, by, other, 1, by, other);
        line(edges, bx, -1, other, bx, 1, other);
        return edges;
    }

    private void line(Path2D path, double x0, double y0, double z0, double x1, double y1, double z1) {
        path.moveTo(projection.screenX(x0, y0, z0), projection.screenY(x0, y0, z0));
        path.lineTo(projection.screenX(x1, y1, z1), projection.screenY(x1, y1, z1));
    }

    private Path2D quad(double... xyz) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xyz.length; i += 3) {
            double sx = projection.screenX(xyz[i], xyz[i + 1], xyz[i + 2]);
            double sy = projection.screenY(xyz[i], xyz[i + 1], xyz[i + 2]);
            if (i == 0) {
                path.moveTo(sx, sy);
            } else {
                path.lineTo(sx, sy);
            }
        }
        path.closePath();
        return path;
    }
}
