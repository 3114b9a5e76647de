package thalweg.paint;

import java.util.Arrays;
import java.util.Optional;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Track;

/** Lays the path of a run over a mesh. */
final class Draper {
    /** Points per cell of the mesh between two iterates. */
    private static final double PER_CELL = 1.5;

    /** Points of a path, about; where iterates are many and far apart, the line between them follows the hills less closely. */
    private static final int MOST = 100_000;

    /** Iterates nearer than this part of a cell are one: less than a pixel up to a zoom of eight. */
    private static final double EQUAL = 0.03;

    private final Mesh mesh;
    private double[] x = new double[256];
    private double[] y = new double[256];
    private double[] z = new double[256];
    private double[] step = new double[256];
    private int size;

    private Draper(Mesh mesh) {
        this.mesh = mesh;
    }

    /** Lays a path over a ground's mesh. */
    static Drape drape(Ground ground, Track track) {
        return new Draper(ground.mesh()).follow(ground, track);
    }

    private Drape follow(Ground ground, Track track) {
        Trajectory path = track.trajectory();
        Places places = Places.of(track, ground.slice());
        boolean diverges = path.outcome() instanceof Outcome.Diverged;
        double[] px = new double[64];
        double[] py = new double[64];
        int[] steps = new int[64];
        int n = 0;
        boolean inside = false;
        boolean gone = false;
        int now = 0;
        double near = EQUAL * 2 / Math.max(mesh.nx(), mesh.ny());
        for (; now <= path.last() && !gone; now++) {
            double[] plane = ground.plane(places.of(now));
            gone = diverges && inside && !Ground.isInside(plane);
            inside |= Ground.isInside(plane);
            if (n == 0 || gone || now == path.last() || !(Math.abs(plane[0] - px[n - 1]) + Math.abs(plane[1] - py[n - 1]) <= near)) {
                if (n == steps.length) {
                    px = Arrays.copyOf(px, 2 * n);
                    py = Arrays.copyOf(py, 2 * n);
                    steps = Arrays.copyOf(steps, 2 * n);
                }
                px[n] = plane[0];
                py[n] = plane[1];
                steps[n++] = now;
            }
        }
        int before = 0;
        int[] kept = Places.outermost(px, py, n);
        for (int i : kept) {
            if (i == 0) {
                add(px[0], py[0], 0);
            } else {
                segment(px[before], py[before], steps[before], px[i], py[i], steps[i], Math.max(2, MOST / kept.length));
            }
            before = i;
        }
        return new Drape(Arrays.copyOf(x, size), Arrays.copyOf(y, size), Arrays.copyOf(z, size), Arrays.copyOf(step, size), now - 1);
    }

    private void segment(double x0, double y0, double from, double x1, double y1, double to, int most) {
        Optional<double[]> part = Ground.inWindow(new double[] {x0, y0}, new double[] {x1, y1});
        if (part.isEmpty()) {
            nowhere(to);
            return;
        }
        double enter = part.get()[0];
        double leave = part.get()[1];
        double cells = (leave - enter) * Math.max(Math.abs(x1 - x0) * mesh.nx(), Math.abs(y1 - y0) * mesh.ny()) / 2;
        int n = Math.clamp((long) Math.ceil(PER_CELL * cells), 1, most);
        for (int i = enter > 0 ? 0 : 1; i <= n; i++) {
            double t = enter + (leave - enter) * i / n;
            add(Math.clamp(x0 + t * (x1 - x0), -1, 1), Math.clamp(y0 + t * (y1 - y0), -1, 1), i == n && leave == 1 ? to : from + t * (to - from));
        }
        if (leave < 1) {
            nowhere(to);
        }
    }

    private void nowhere(double at) {
        put(Double.NaN, Double.NaN, Double.NaN, at);
    }

    private void add(double px, double py, double at) {
        put(px, py, mesh.height(px, py), at);
    }

    private void put(double px, double py, double pz, double at) {
        if (size == step.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
            z = Arrays.copyOf(z, 2 * size);
            step = Arrays.copyOf(step, 2 * size);
        }
        x[size] = px;
        y[size] = py;
        z[size] = pz;
        step[size++] = at;
    }
}
