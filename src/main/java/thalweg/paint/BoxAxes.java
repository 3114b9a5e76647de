package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The three axes of a surface's box: ticks, labels and letters outside the edges that face the viewer. Labels that would touch another
 * one, or leave the area, are left out.
 */
final class BoxAxes {
    private static final double TICK = 4;
    private static final double GAP = 5;

    /** Height of a line of labels, and how much of it must lie between two of them. */
    private static final double LINE = 12;
    private static final double APART = 1.15;

    private final Ink ink;
    private final Pen pen;
    private final Projection projection;
    private final Rectangle2D area;
    private final Point2D middle;
    private final Path2D surface;
    private final List<Rectangle2D> taken = new ArrayList<>();

    BoxAxes(Ink ink, Pen pen, Projection projection, Box box, Rectangle2D area) {
        this.ink = ink;
        this.pen = pen;
        this.projection = projection;
        this.area = area;
        middle = projection.point(0, 0, box.centre());
        surface = Hull.of(IntStream.range(0, 8).mapToObj(
                i -> projection.point((i & 1) * 2 - 1, (i & 2) - 1, (i & 4) == 0 ? 0 : box.top())).toList());
    }

    /**
     * A labelled place on an edge.
     *
     * @param fraction of the way along the edge
     */
    record Mark(double fraction, Axis.Tick tick) {
    }

    /**
     * An edge of the box, from one corner to another, each {x, y, z}.
     *
     * @param outward the direction in the world in which ticks point
     */
    record Edge(double[] from, double[] to, double[] outward) {
        double[] at(double t, double out) {
            double[] p = new double[3];
            for (int i = 0; i < 3; i++) {
                p[i] = from[i] + t * (to[i] - from[i]) + out * outward[i];
            }
            return p;
        }
    }

    double length(Edge edge) {
        return point(edge, 0, 0).distance(point(edge, 1, 0));
    }

    /** Ticks and labels; returns how far the labels reach from the edge. */
    double paint(Edge edge, List<Mark> marks) {
        double reach = ink.px(TICK);
        Path2D ticks = new Path2D.Double();
        for (Mark mark : marks) {
            Point2D at = point(edge, mark.fraction, 0);
            Point2D out = outward(edge, mark.fraction);
            double end = ink.px(TICK);
            ticks.moveTo(at.getX(), at.getY());
            ticks.lineTo(at.getX() + end * out.getX(), at.getY() + end * out.getY());
            double w = Axes.width(ink, mark.tick);
            double h = Face.capHeight(ink.px(LINE));
            double support = (Math.abs(out.getX()) * w + Math.abs(out.getY()) * h) / 2;
            double far = clear(at, out, end + ink.px(GAP) + support, w, h);
            double x = at.getX() + far * out.getX();
            double y = at.getY() + far * out.getY();
            double tall = ink.px(LINE) * APART;
            if (place(new Rectangle2D.Double(x - w / 2 - ink.px(2), y - tall / 2, w + ink.px(4), tall))) {
                Axes.text(ink, mark.tick, x - w / 2, y + h / 2);
                reach = Math.max(reach, far + support);
            }
        }
        pen.draw(ticks, ink.px(1), ink.theme().plotAxis());
        return reach;
    }

    /** The letter of an axis beside the middle of its edge, beyond labels that reach so far. */
    void letter(Edge edge, String label, double reach) {
        Typeset set = Typeset.line(label);
        Point2D at = point(edge, 0.5, 0);
        Point2D out = outward(edge, 0.5);
        double size = ink.px(Ink.DETAIL);
        double h = set.height(size) + set.depth(size);
        double support = (Math.abs(out.getX()) * set.width(size) + Math.abs(out.getY()) * h) / 2;
        double far = clear(at, out, reach + ink.px(7) + support, set.width(size), h);
        letter(set, at.getX() + far * out.getX(), at.getY() + far * out.getY());
    }

    /** How far along a direction something of a size must be to stand clear of where the surface may be; seen steeply, that covers the edges. */
    private double clear(Point2D at, Point2D out, double least, double w, double h) {
        double far = least;
        double most = least + area.getWidth();
        while (far < most && surface.intersects(at.getX() + far * out.getX() - w / 2, at.getY() + far * out.getY() - h / 2, w, h)) {
            far += ink.px(2);
        }
        return far;
    }

    /** The letter of an axis above the end of its edge. */
    void letterAbove(Edge edge, String label) {
        Point2D end = point(edge, 1, 0);
        Point2D out = outward(edge, 1);
        Typeset set = Typeset.line(label);
        double size = ink.px(Ink.DETAIL);
        Point2D beside = new Point2D.Double(end.getX() + ink.px(9) * out.getX(), end.getY());
        double up = clear(beside, new Point2D.Double(0, -1), ink.px(14), set.width(size), set.height(size) + set.depth(size));
        letter(set, beside.getX(), beside.getY() - up);
    }

    private void letter(Typeset set, double x, double y) {
        double size = ink.px(Ink.DETAIL);
        double w = set.width(size);
        double h = set.height(size) + set.depth(size);
        double cx = inside(x, w / 2, area.getMinX(), area.getMaxX());
        double cy = inside(y, h / 2, area.getMinY(), area.getMaxY());
        if (Math.hypot(cx - x, cy - y) < ink.px(24) && place(new Rectangle2D.Double(cx - w / 2, cy - h / 2, w, h))) {
            set.paintAround(ink, Ink.DETAIL, ink.theme().text(), cx, cy, 0.5);
        }
    }

    private static double inside(double at, double half, double low, double high) {
        return low + half < high - half ? Math.clamp(at, low + half, high - half) : (low + high) / 2;
    }

    private boolean place(Rectangle2D label) {
        if (!area.contains(label) || taken.stream().anyMatch(label::intersects)) {
            return false;
        }
        taken.add(label);
        return true;
    }

    private Point2D point(Edge edge, double t, double out) {
        double[] p = edge.at(t, out);
        return projection.point(p[0], p[1], p[2]);
    }

    /** The direction on the picture in which a tick points: along the world's, unless that runs nearly along the edge itself. */
    private Point2D outward(Edge edge, double t) {
        Point2D at = point(edge, t, 0);
        Point2D a = point(edge, 0, 0);
        Point2D b = point(edge, 1, 0);
        Point2D o = point(edge, t, 0.1);
        double length = Math.max(1e-9, a.distance(b));
        double ex = (b.getX() - a.getX()) / length;
        double ey = (b.getY() - a.getY()) / length;
        double side = ex * (at.getY() - middle.getY()) - ey * (at.getX() - middle.getX()) >= 0 ? 1 : -1;
        double nx = -ey * side;
        double ny = ex * side;
        double ox = o.getX() - at.getX();
        double oy = o.getY() - at.getY();
        double size = Math.hypot(ox, oy);
        boolean clear = size > 1e-6 && (ox * nx + oy * ny) / size > 0.4;
        return clear ? new Point2D.Double(ox / size, oy / size) : new Point2D.Double(nx, ny);
    }
}
