package thalweg.slice;

import java.util.Arrays;
import java.util.Optional;
import thalweg.objective.Objective;
import thalweg.objective.Sweep;

/**
 * The objective along one row of a slice; owned by one thread.
 *
 * <p>Where the directions are different axes, only their coordinates change from node to node; otherwise {@code origin + b v} is computed
 * once per row.
 */
final class Row {
    private final Objective f;
    private final double[] origin;
    private final double[] u;
    private final double[] v;
    private final int uAxis;
    private final int vAxis;
    private final double[] base;
    private final double[] theta;

    /** A row of {@code f}, an evaluator of this thread. */
    Row(Objective f, Slice slice) {
        this.f = f;
        origin = slice.origin().toArray();
        u = slice.directions().getFirst().toArray();
        v = slice.dimension() == 1 ? new double[0] : slice.directions().getLast().toArray();
        int first = axis(u);
        int second = axis(v);
        boolean axes = first >= 0 && (v.length == 0 || second >= 0 && second != first);
        uAxis = axes ? first : -1;
        vAxis = axes ? second : -1;
        base = origin.clone();
        theta = origin.clone();
    }

    /** Goes to the row at {@code b}; ignored on a line. */
    void at(double b) {
        if (v.length == 0) {
            return;
        }
        if (vAxis >= 0) {
            theta[vAxis] = origin[vAxis] + b;
            return;
        }
        for (int i = 0; i < base.length; i++) {
            base[i] = origin[i] + b * v[i];
        }
    }

    double value(double a) {
        if (uAxis >= 0) {
            theta[uAxis] = origin[uAxis] + a;
        } else {
            for (int i = 0; i < theta.length; i++) {
                theta[i] = base[i] + a * u[i];
            }
        }
        return f.value(theta);
    }

    /** All nodes of a row at once, if the row runs along a parameter and the objective can do that. */
    Optional<Sweep> sweep(double[] nodes) {
        return uAxis < 0 ? Optional.empty() : f.sweep(uAxis, Arrays.stream(nodes).map(a -> origin[uAxis] + a).toArray());
    }

    /** Where the row lies; its moving parameter is not to be read. */
    double[] theta() {
        return theta;
    }

    /** The one coordinate in which a unit direction points; -1 for any other. */
    private static int axis(double[] direction) {
        int axis = -1;
        for (int i = 0; i < direction.length; i++) {
            if (direction[i] == 1 && axis < 0) {
                axis = i;
            } else if (direction[i] != 0) {
                return -1;
            }
        }
        return axis;
    }
}
