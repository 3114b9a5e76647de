package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Convex hulls of a few points. */
final class Hull {
    private Hull() {
    }

    /** The smallest convex polygon around points (monotone chain, Andrew 1979). */
    static Path2D of(List<Point2D> points) {
        List<Point2D> sorted = points.stream().sorted(Comparator.comparingDouble(Point2D::getX).thenComparingDouble(Point2D::getY)).toList();
        List<Point2D> hull = new ArrayList<>(half(sorted));
        hull.addAll(half(sorted.reversed()));
        Path2D path = new Path2D.Double();
        for (Point2D p : hull) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(p.getX(), p.getY());
            } else {
                path.lineTo(p.getX(), p.getY());
            }
        }
        path.closePath();
        return path;
    }

    /** One chain, without its last point. */
    private static List<Point2D> half(List<Point2D> sorted) {
        List<Point2D> chain = new ArrayList<>();
        for (Point2D p : sorted) {
            while (chain.size() > 1 && turn(chain.get(chain.size() - 2), chain.getLast(), p) <= 0) {
                chain.removeLast();
            }
            chain.add(p);
        }
        return chain.subList(0, chain.size() - 1);
    }

    private static double turn(Point2D a, Point2D b, Point2D c) {
        return (b.getX() - a.getX()) * (c.getY() - a.getY()) - (b.getY() - a.getY()) * (c.getX() - a.getX());
    }
}
