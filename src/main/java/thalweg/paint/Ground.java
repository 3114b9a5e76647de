package thalweg.paint;

import java.awt.geom.Point2D;
import java.util.Optional;
import thalweg.math.Grid;
import thalweg.math.Vec;
import thalweg.slice.Slice;

/** Where points of the parameter space stand on the surface: over the plane of the slice, at the height of the mesh. */
record Ground(Slice slice, Grid grid, Mesh mesh, Projection projection) {
    /** A point of the parameter space over the plane {x, y}, -1 to 1 in the window. */
    double[] plane(Vec theta) {
        return plane(slice.project(theta).coordinates().toArray());
    }

    /** The same for coordinates along the directions of the slice. */
    double[] plane(double[] coordinates) {
        return new double[] {2 * grid.x().fraction(coordinates[0]) - 1, 2 * grid.y().fraction(coordinates[1]) - 1};
    }

    static boolean isInside(double[] plane) {
        return Math.abs(plane[0]) <= 1 && Math.abs(plane[1]) <= 1;
    }

    /** Where a point of the plane is seen; empty outside the window and over a hole. */
    Optional<Point2D> seen(double[] plane) {
        double z = mesh.height(plane[0], plane[1]);
        return Double.isNaN(z) ? Optional.empty() : Optional.of(projection.point(plane[0], plane[1], z));
    }

    /** The part of a segment of the plane inside the window, as two fractions of its way; empty if there is none (Liang and Barsky 1984). */
    static Optional<double[]> inWindow(double[] from, double[] to) {
        double enter = 0;
        double leave = 1;
        for (int axis = 0; axis < 2; axis++) {
            double move = to[axis] - from[axis];
            if (!Double.isFinite(move) || move == 0 && Math.abs(from[axis]) > 1) {
                return Optional.empty();
            }
            if (move != 0) {
                double a = (-1 - from[axis]) / move;
                double b = (1 - from[axis]) / move;
                enter = Math.max(enter, Math.min(a, b));
                leave = Math.min(leave, Math.max(a, b));
            }
        }
        return enter <= leave ? Optional.of(new double[] {enter, leave}) : Optional.empty();
    }
}
