package thalweg.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.math.Grid;

/**
 * Contour lines of a grid: marching squares, joined to lines.
 *
 * <p>Crossings are interpolated linearly on the edges of cells, so lines are off by O(h^2). Where the corners of a cell lie above and below by
 * turns, the bilinear surface through them decides which are joined (asymptotic decider, Nielson and Hamann 1991, Visualization '91), so
 * lines never cross. Cells with a corner that is not finite are left out; lines end there and at the edge of the grid.
 */
public final class ContourLines {
    private static final int NONE = -1;

    private final Grid grid;
    private final double level;
    private final int nx;
    private final int ny;
    /** For every edge of the lattice the two edges that the line goes on to: first all horizontal ones, row by row, then the vertical. */
    private final int[] links;
    private final int vertical;

    private ContourLines(Grid grid, double level, int[] links) {
        this.grid = grid;
        this.level = level;
        this.links = links;
        nx = grid.nx();
        ny = grid.ny();
        vertical = (nx - 1) * ny;
    }

    /** The lines at one level; empty on a grid of one row. */
    public static List<ContourLine> at(Grid grid, double level) {
        return at(grid, List.of(level));
    }

    /** The lines at several levels, in the order of the levels. */
    public static List<ContourLine> at(Grid grid, List<Double> levels) {
        if (grid.ny() < 2) {
            return List.of();
        }
        int[] links = new int[2 * ((grid.nx() - 1) * grid.ny() + grid.nx() * (grid.ny() - 1))];
        Arrays.fill(links, NONE);
        List<ContourLine> lines = new ArrayList<>();
        for (double level : levels) {
            if (level >= grid.minimum() && level <= grid.maximum()) {
                ContourLines march = new ContourLines(grid, level, links);
                march.link();
                march.trace(lines);
            }
        }
        return List.copyOf(lines);
    }

    private void link() {
        for (int j = 0; j < ny - 1; j++) {
            for (int i = 0; i < nx - 1; i++) {
                double a = grid.value(i, j);
                double b = grid.value(i + 1, j);
                double c = grid.value(i + 1, j + 1);
                double d = grid.value(i, j + 1);
                int above = (a >= level ? 1 : 0) + (b >= level ? 2 : 0) + (c >= level ? 4 : 0) + (d >= level ? 8 : 0);
                if (above != 0 && above != 15 && Double.isFinite(a + b + c + d)) {
                    cell(i, j, above, (above == 5 || above == 10) && joined(a, b, c, d));
                }
            }
        }
    }

    /** Whether the corners a and c are joined across a cell whose other corners lie on the other side. */
    private boolean joined(double a, double b, double c, double d) {
        double scale = Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.max(Math.abs(c), Math.abs(d)));
        double saddle = (a / scale * c - b / scale * d) / (a / scale + c / scale - b / scale - d / scale);
        return a >= level == saddle >= level;
    }

    private void cell(int i, int j, int above, boolean joined) {
        int south = j * (nx - 1) + i;
        int north = south + nx - 1;
        int west = vertical + j * nx + i;
        int east = west + 1;
        switch (above) {
            case 1, 14 -> join(south, west);
            case 2, 13 -> join(south, east);
            case 4, 11 -> join(north, east);
            case 8, 7 -> join(north, west);
            case 3, 12 -> join(west, east);
            case 6, 9 -> join(south, north);
            default -> {
                join(south, joined ? east : west);
                join(north, joined ? west : east);
            }
        }
    }

    private void join(int one, int other) {
        links[2 * one + (links[2 * one] == NONE ? 0 : 1)] = other;
        links[2 * other + (links[2 * other] == NONE ? 0 : 1)] = one;
    }

    /** Follows the links, open lines first, and leaves them empty for the next level. */
    private void trace(List<ContourLine> lines) {
        int[] path = new int[64];
        for (int pass = 0; pass < 2; pass++) {
            for (int start = 0; 2 * start < links.length; start++) {
                if (links[2 * start] == NONE || pass == 0 && links[2 * start + 1] != NONE) {
                    continue;
                }
                int count = 0;
                int at = start;
                while (at != NONE) {
                    if (count == path.length) {
                        path = Arrays.copyOf(path, 2 * count);
                    }
                    path[count++] = at;
                    int next = links[2 * at];
                    links[2 * at] = links[2 * at + 1] = NONE;
                    if (next != NONE) {
                        unlink(next, at);
                    }
                    at = next;
                }
                add(lines, path, count, pass == 1);
            }
        }
    }

    /** Takes the way back to {@code from} out of an edge, so that its first link, if any, leads on. */
    private void unlink(int edge, int from) {
        if (links[2 * edge] == from) {
            links[2 * edge] = links[2 * edge + 1];
        }
        links[2 * edge + 1] = NONE;
    }

    private void add(List<ContourLine> lines, int[] path, int count, boolean loop) {
        double[] x = new double[count];
        double[] y = new double[count];
        int n = 0;
        for (int k = 0; k < count; k++) {
            locate(path[k], x, y, n);
            if (n == 0 || x[n] != x[n - 1] || y[n] != y[n - 1]) {
                n++;
            }
        }
        if (loop && n > 1 && x[0] == x[n - 1] && y[0] == y[n - 1]) {
            n--;
        }
        if (n > 1) {
            lines.add(new ContourLine(level, Arrays.copyOf(x, n), Arrays.copyOf(y, n), loop && n > 2));
        }
    }

    private void locate(int edge, double[] x, double[] y, int at) {
        boolean across = edge < vertical;
        int k = across ? edge : edge - vertical;
        int i = across ? k % (nx - 1) : k % nx;
        int j = across ? k / (nx - 1) : k / nx;
        double t = crossing(grid.value(i, j), across ? grid.value(i + 1, j) : grid.value(i, j + 1));
        x[at] = across ? grid.x().at((i + t) / (nx - 1)) : grid.xAt(i);
        y[at] = across ? grid.yAt(j) : grid.y().at((j + t) / (ny - 1));
    }

    private double crossing(double a, double b) {
        double t = (level / 2 - a / 2) / (b / 2 - a / 2);         // halved: differences of huge values would overflow
        return Math.clamp(t, 0, 1);
    }
}
