package thalweg.paint;

import java.util.List;
import thalweg.experiment.Camera;

/**
 * Where a surface is best seen from: the side from which most of its low ground is in sight, over the lowest edge into the valley, never
 * at a wall.
 *
 * <p>The side is chosen at exaggeration 1, whatever the surface's own is: a higher wall hides more, and while the exaggeration is dragged the
 * camera would jump to another side.
 */
final class Home {
    /** Turned a little against the axes, so that both can be read; the first is taken where the function does not care. */
    private static final List<Double> AZIMUTHS = List.of(-118.0, -62.0, -28.0, 28.0, -152.0, 152.0, 62.0, 118.0);
    private static final double ELEVATION = 46;

    /** Nodes along each side that are looked at. */
    private static final int NODES = 32;

    /** How much better (1 is all of the low ground) another side must be than the one before it in the list. */
    private static final double WORTH = 0.05;

    private final Mesh mesh;
    private final double top = Box.of(1).top();
    /** From heights of the mesh to those at exaggeration 1. */
    private final double plain;

    private Home(Mesh mesh, Box box) {
        this.mesh = mesh;
        plain = top / box.top();
    }

    /** The camera itself, or if it is at home the same with angles for this mesh. */
    static Camera camera(Camera camera, Mesh mesh, Box box) {
        if (!camera.home()) {
            return camera;
        }
        Home home = new Home(mesh, box);
        double best = Double.NEGATIVE_INFINITY;
        double chosen = AZIMUTHS.getFirst();
        for (double azimuth : AZIMUTHS) {
            double score = home.score(Math.toRadians(azimuth));
            if (score > best + WORTH) {
                best = score;
                chosen = azimuth;
            }
        }
        return new Camera(chosen, ELEVATION, camera.zoom(), camera.perspective(), true);
    }

    private double height(double x, double y) {
        return plain * mesh.height(x, y);
    }

    /** The part of the low ground that is in sight, each place by how large it looks. */
    private double score(double azimuth) {
        double elevation = Math.toRadians(ELEVATION);
        double cx = Math.cos(elevation) * Math.cos(azimuth);
        double cy = Math.cos(elevation) * Math.sin(azimuth);
        double cz = Math.sin(elevation);
        double seen = 0;
        double all = 0;
        double cell = 2.0 / NODES;
        for (int j = 0; j < NODES; j++) {
            for (int i = 0; i < NODES; i++) {
                double x = (i + 0.5) * cell - 1;
                double y = (j + 0.5) * cell - 1;
                double z = height(x, y);
                if (!Double.isNaN(z)) {
                    double low = Math.pow(1 - z / top, 3);
                    all += low;
                    seen += low * facing(x, y, cell, cx, cy, cz) * (visible(x, y, z, cx, cy, cz) ? 1 : 0);
                }
            }
        }
        return all == 0 ? 0 : seen / all;
    }

    /** How large ground there looks: the cosine between its normal and the line of sight, over the cosine to the height axis. */
    private double facing(double x, double y, double cell, double cx, double cy, double cz) {
        double dx = (height(x + cell / 2, y) - height(x - cell / 2, y)) / cell;
        double dy = (height(x, y + cell / 2) - height(x, y - cell / 2)) / cell;
        double area = -cx * dx - cy * dy + cz;
        return Double.isNaN(area) ? cz : Math.clamp(area, 0, 2);
    }

    private boolean visible(double x, double y, double z, double cx, double cy, double cz) {
        double step = 2.0 / NODES / Math.hypot(cx, cy);
        for (double t = step; z + t * cz < top; t += step) {
            double px = x + t * cx;
            double py = y + t * cy;
            if (Math.abs(px) > 1 || Math.abs(py) > 1) {
                return true;
            }
            if (height(px, py) > z + t * cz) {
                return false;
            }
        }
        return true;
    }
}
