package thalweg.paint;

import thalweg.math.Crew;

/**
 * Draws a mesh into a raster: hidden parts by depth buffer, light by vertex, colour and lines of equal value by pixel.
 *
 * <p>The nearest cells come first: what lies behind them then fails the depth test before it is coloured. A cell that is a convex
 * quadrilateral on the picture is filled as one, others triangle by triangle.
 */
final class MeshPainter {
    /** In narrow valleys lines fade as on a mesh so many times as coarse: there they would break into dots. */
    private static final float NARROW = 4;

    /** So many bands of rows for a crew: some hold more of the mesh than others. */
    private static final int BANDS = 4;

    private final Mesh mesh;
    private final Projection projection;
    private final Raster raster;
    private final Toner toner;
    private final Facets.Corners corners;
    private final float[] x;
    private final float[] y;

    private MeshPainter(Mesh mesh, Projection projection, Palette palette, Raster raster) {
        this.mesh = mesh;
        this.projection = projection;
        Vertices v = mesh.vertices();
        int n = v.size();
        x = new float[n];
        y = new float[n];
        float[] near = new float[n];
        float[] level = new float[n];
        float[] above = new float[n];
        float[] below = new float[n];
        Shading light = new Shading(projection);
        float steps = palette.colours().length - 1;
        for (int i = 0; i < n; i++) {
            projection.put(v.x()[i], v.y()[i], v.z()[i], x, y, near, i);
            level[i] = steps * v.level()[i];
            float cosine = light.cosine(v.nx()[i], v.ny()[i], v.nz()[i]);
            above[i] = Toner.UNIT * Shading.shade(cosine);
            below[i] = Toner.UNIT * Shading.shade(-cosine);
        }
        this.raster = raster;
        toner = new Toner(palette, raster);
        corners = new Facets.Corners(x, y, near, level, above, below);
    }

    /**
     * Draws a mesh as a projection into the raster's pixels shows it.
     *
     * @param crew draws bands of rows at once
     * @param beside something else that may be done meanwhile
     */
    static void draw(Mesh mesh, Projection projection, Palette palette, Raster raster, Crew crew, Runnable beside) {
        MeshPainter painter = new MeshPainter(mesh, projection, palette, raster);
        int bands = crew.helpers() == 0 ? 1 : BANDS;
        crew.share(bands + 1, () -> piece -> {
            if (piece == 0) {
                beside.run();
            } else {
                painter.draw(raster.height * (piece - 1) / bands, raster.height * piece / bands);
            }
        }, _ -> { });
    }

    private void draw(int first, int end) {
        Facets facets = new Facets(raster, toner, corners, first, end);
        int[] starts = mesh.starts();
        for (int row = 0; row < mesh.ny(); row++) {
            int j = projection.fromBehind() ? mesh.ny() - 1 - row : row;
            for (int column = 0; column < mesh.nx(); column++) {
                int i = projection.fromRight() ? mesh.nx() - 1 - column : column;
                int cell = j * mesh.nx() + i;
                int node = j * (mesh.nx() + 1) + i;
                switch (mesh.shapes()[cell]) {
                    case Mesh.PLAIN -> plain(facets, node, cell, 1);
                    case Mesh.NARROW -> plain(facets, node, cell, NARROW);
                    case Mesh.FOUR -> four(facets, node, cell);
                    case Mesh.OTHER -> { }
                    default -> triangles(facets, starts[cell], starts[cell + 1], 1);
                }
            }
        }
    }

    /** A cell whose first node is given. */
    private void plain(Facets facets, int a, int cell, float span) {
        int d = a + mesh.nx() + 1;
        if (isConvex(a, a + 1, d + 1, d)) {
            facets.fill(a, a + 1, d + 1, d, span);
        } else {
            triangles(facets, mesh.starts()[cell], mesh.starts()[cell + 1], span);
        }
    }

    private void four(Facets facets, int a, int cell) {
        int d = a + 2 * (mesh.nx() + 1);
        if (isConvex(a, a + 2, d + 2, d)) {
            facets.fill(a, a + 2, d + 2, d, 1);
        } else {
            plain(facets, a, cell, 1);
            plain(facets, a + 1, cell + 1, 1);
            plain(facets, a + mesh.nx() + 1, cell + mesh.nx(), 1);
            plain(facets, a + mesh.nx() + 2, cell + mesh.nx() + 1, 1);
        }
    }

    private boolean isConvex(int a, int b, int c, int d) {
        float abx = x[b] - x[a];
        float aby = y[b] - y[a];
        float bcx = x[c] - x[b];
        float bcy = y[c] - y[b];
        float cdx = x[d] - x[c];
        float cdy = y[d] - y[c];
        float dax = x[a] - x[d];
        float day = y[a] - y[d];
        boolean atB = abx * bcy > aby * bcx;
        return atB == bcx * cdy > bcy * cdx && atB == cdx * day > cdy * dax && atB == dax * aby > day * abx;
    }

    private void triangles(Facets facets, int from, int to, float span) {
        int[] corners = mesh.triangles();
        for (int t = from; t < to; t += 3) {
            facets.fill(corners[t], corners[t + 1], corners[t + 2], corners[t + 2], span);
        }
    }
}
