package thalweg.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the triangles of a relief: two for a plain cell; a cell that passes the top or the bottom of the box is cut there and goes on
 * level, and one at the edge of a hole is cut along the edge.
 */
final class MeshBuilder {
    /** Halvings of a cell's side when the edge of a hole is looked for. */
    private static final int HALVINGS = 8;

    private final Relief relief;
    private final double top;
    private Vertices vertices;
    private int used;
    private int[] triangles;
    private final byte[] shapes;
    private int written;

    private MeshBuilder(Relief relief, double top) {
        this.relief = relief;
        this.top = top;
        used = (relief.nx + 1) * (relief.ny + 1);
        vertices = new Vertices(used + 256);
        triangles = new int[6 * relief.nx * relief.ny + 768];
        shapes = new byte[relief.nx * relief.ny];
    }

    static Mesh mesh(Relief relief, Box box) {
        return new MeshBuilder(relief, box.top()).build();
    }

    private Mesh build() {
        for (int j = 0, k = 0; j <= relief.ny; j++) {
            for (int i = 0; i <= relief.nx; i++, k++) {
                node(i, j, k);
            }
        }
        int[] starts = new int[relief.nx * relief.ny + 1];
        for (int j = 0, cell = 0; j < relief.ny; j++) {
            for (int i = 0; i < relief.nx; i++) {
                cell(i, j);
                starts[++cell] = written;
            }
        }
        Vertices all = vertices.resized(used);
        new Merging(relief.nx, relief.ny, all, shapes).merge();
        return new Mesh(relief.nx, relief.ny, all, Arrays.copyOf(triangles, written), shapes, starts);
    }

    private void node(int i, int j, int k) {
        double h = relief.height(i, j);
        vertices.set(k, 2.0 * i / relief.nx - 1, 2.0 * j / relief.ny - 1, top * Math.clamp(h, 0, 1), relief.level(i, j));
        boolean inside = h >= 0 && h <= 1;
        vertices.slope(k, inside ? top * relief.slopeX(i, j) : 0, inside ? top * relief.slopeY(i, j) : 0);
    }

    private void cell(int i, int j) {
        double a = relief.height(i, j);
        double b = relief.height(i + 1, j);
        double c = relief.height(i + 1, j + 1);
        double d = relief.height(i, j + 1);
        double sum = a + b + c + d;
        double low = Math.min(Math.min(a, b), Math.min(c, d));
        double high = Math.max(Math.max(a, b), Math.max(c, d));
        int k = j * (relief.nx + 1) + i;
        int up = k + relief.nx + 1;
        boolean falling = Math.abs(a - c) <= Math.abs(b - d);          // the diagonal along which the surface is flatter
        if (low >= 0 && high <= 1) {
            shapes[j * relief.nx + i] = Mesh.PLAIN;
            if (falling) {
                triangle(k, k + 1, up + 1);
                triangle(k, up + 1, up);
            } else {
                triangle(k, k + 1, up);
                triangle(k + 1, up + 1, up);
            }
        } else if (Double.isNaN(sum)) {
            level(rim(i, j));
        } else {
            Corner ca = corner(i, j);
            Corner cb = corner(i + 1, j);
            Corner cc = corner(i + 1, j + 1);
            Corner cd = corner(i, j + 1);
            level(falling ? List.of(ca, cb, cc) : List.of(ca, cb, cd));
            level(falling ? List.of(ca, cc, cd) : List.of(cb, cc, cd));
        }
    }

    /** A point of a cut cell; {@code node} is the vertex whose normal it has. */
    private record Corner(double u, double v, double h, double level, int node) {
        /** Where the side to another corner has a height; the same from both ends. */
        Corner between(Corner other, double height) {
            Corner low = h < other.h ? this : other;
            Corner high = low == this ? other : this;
            double t = (height - low.h) / (high.h - low.h);
            int steep = h >= 0 && h <= 1 ? node : other.node;
            return new Corner(low.u + t * (high.u - low.u), low.v + t * (high.v - low.v), height,
                    low.level + t * (high.level - low.level), steep);
        }
    }

    private Corner corner(int i, int j) {
        return new Corner(i, j, relief.height(i, j), relief.level(i, j), j * (relief.nx + 1) + i);
    }

    /** The part of a cell beside a hole that is not hole. */
    private List<Corner> rim(int i, int j) {
        List<Corner> corners = List.of(corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1));
        List<Corner> polygon = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            Corner here = corners.get(n);
            Corner next = corners.get((n + 1) % 4);
            if (!Double.isNaN(here.h)) {
                polygon.add(here);
            }
            if (Double.isNaN(here.h) != Double.isNaN(next.h)) {
                polygon.add(Double.isNaN(here.h) ? edge(next, here) : edge(here, next));
            }
        }
        return polygon;
    }

    /** The last point with a value on the way from a node that has one to a node that has none. */
    private Corner edge(Corner solid, Corner hole) {
        double good = 0;
        double bad = 1;
        double value = Double.NaN;
        for (int n = 0; n < HALVINGS; n++) {
            double t = (good + bad) / 2;
            double there = relief.value(solid.u + t * (hole.u - solid.u), solid.v + t * (hole.v - solid.v));
            if (Double.isNaN(there)) {
                bad = t;
            } else {
                good = t;
                value = there;
            }
        }
        return new Corner(solid.u + good * (hole.u - solid.u), solid.v + good * (hole.v - solid.v),
                Double.isNaN(value) ? solid.h : relief.heightOf(value), Double.isNaN(value) ? solid.level : relief.levelOf(value),
                solid.node);
    }

    /** Adds a polygon, cut at the top and the bottom of the box. */
    private void level(List<Corner> polygon) {
        fan(part(polygon, 1, true), 1);
        List<Corner> below = part(polygon, 1, false);
        fan(part(below, 0, false), 0);
        fan(part(below, 0, true), Double.NaN);
    }

    /** The part of a polygon above, or below, a height (Sutherland and Hodgman 1974). */
    private static List<Corner> part(List<Corner> polygon, double height, boolean above) {
        List<Corner> kept = new ArrayList<>();
        for (int n = 0; n < polygon.size(); n++) {
            Corner here = polygon.get(n);
            Corner next = polygon.get((n + 1) % polygon.size());
            if (here.h == height || here.h > height == above) {
                kept.add(here);
            }
            if (here.h > height && next.h < height || here.h < height && next.h > height) {
                kept.add(here.between(next, height));
            }
        }
        return kept;
    }

    /** Triangles of a polygon; at a given height it is flat. */
    private void fan(List<Corner> polygon, double flat) {
        if (polygon.size() < 3 || !Double.isNaN(flat) && polygon.stream().allMatch(c -> c.h == flat)) {
            return;
        }
        int[] index = new int[polygon.size()];
        for (int n = 0; n < index.length; n++) {
            index[n] = vertex(polygon.get(n), flat);
        }
        for (int n = 2; n < index.length; n++) {
            triangle(index[0], index[n - 1], index[n]);
        }
    }

    private int vertex(Corner c, double flat) {
        if (used == vertices.size()) {
            vertices = vertices.resized(used * 2);
        }
        double h = Double.isNaN(flat) ? Math.clamp(c.h, 0, 1) : flat;
        vertices.set(used, 2 * c.u / relief.nx - 1, 2 * c.v / relief.ny - 1, top * h, c.level);
        if (Double.isNaN(flat)) {
            vertices.nx()[used] = vertices.nx()[c.node];
            vertices.ny()[used] = vertices.ny()[c.node];
            vertices.nz()[used] = vertices.nz()[c.node];
        } else {
            vertices.slope(used, 0, 0);
        }
        return used++;
    }

    private void triangle(int a, int b, int c) {
        if (written + 3 > triangles.length) {
            triangles = Arrays.copyOf(triangles, triangles.length * 2);
        }
        triangles[written] = a;
        triangles[written + 1] = b;
        triangles[written + 2] = c;
        written += 3;
    }
}
