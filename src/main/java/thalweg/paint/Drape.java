package thalweg.paint;

import java.util.Arrays;

/**
 * A run's path laid over a mesh, before any camera: its iterates, and between them as many points as it takes to follow the hills.
 *
 * <p>Iterates that hardly move are left out, and of very many only the outermost stay. The path of a run that diverged ends where it first
 * leaves the window.
 */
final class Drape {
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] step;
    private final int out;

    /** Takes the arrays; nobody writes to them any more. */
    Drape(double[] x, double[] y, double[] z, double[] step, int out) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.step = step;
        this.out = out;
    }

    int size() {
        return step.length;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** The height there; NaN for a point outside the window or over a hole. */
    double z(int i) {
        return z[i];
    }

    /** The step of an iterate, or a fraction between two. */
    double step(int i) {
        return step[i];
    }

    /** The step at which a run that diverged left the window; the last step of the others. */
    int out() {
        return out;
    }

    /** The last point not after a step. */
    int until(double playhead) {
        int i = Arrays.binarySearch(step, playhead);
        return Math.max(0, i < 0 ? -i - 2 : i);
    }
}
