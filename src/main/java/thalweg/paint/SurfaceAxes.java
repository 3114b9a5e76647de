package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import thalweg.experiment.Frame;
import thalweg.math.Range;

/** All of a surface's picture that stands behind it: the sides of the box, the contour lines on the floor, the axes with their ticks. */
final class SurfaceAxes {
    /** Least distance of ticks along an edge, at scale 1. */
    private static final double APART = 52;

    /** Heights stand above each other, where labels need less room than the scale gives them. */
    private static final double DENSE = 1.4;

    /** Ticks of an edge shorter than this are left out: it points at the viewer. */
    private static final double SHORTEST = 24;

    private final Ink ink;
    private final Pen pen;
    private final Terrain terrain;
    private final Projection projection;
    private final Frame frame;
    private final BoxPainter sides;
    private final BoxAxes axes;

    private SurfaceAxes(Ink ink, Pen pen, Rectangle2D area, Terrain terrain, Projection projection, Frame frame) {
        this.ink = ink;
        this.pen = pen;
        this.terrain = terrain;
        this.projection = projection;
        this.frame = frame;
        sides = new BoxPainter(ink, pen, projection, terrain.box());
        axes = new BoxAxes(ink, pen, projection, terrain.box(), area);
    }

    static void paint(Ink ink, Pen pen, Rectangle2D area, Terrain terrain, Projection projection, Frame frame) {
        new SurfaceAxes(ink, pen, area, terrain, projection, frame).paint();
    }

    private void paint() {
        double bx = sides.backX();
        double by = sides.backY();
        double bz = sides.backZ();
        double top = terrain.box().top();
        BoxAxes.Edge alongX = new BoxAxes.Edge(new double[] {-1, -by, bz}, new double[] {1, -by, bz}, new double[] {0, -by, 0});
        BoxAxes.Edge alongY = new BoxAxes.Edge(new double[] {-bx, -1, bz}, new double[] {-bx, 1, bz}, new double[] {-bx, 0, 0});
        boolean left = projection.screenX(bx, -by, 0) < projection.screenX(-bx, by, 0);
        double[] corner = left ? new double[] {bx, -by} : new double[] {-bx, by};
        BoxAxes.Edge upward = new BoxAxes.Edge(new double[] {corner[0], corner[1], Box.FLOOR}, new double[] {corner[0], corner[1], top},
                left ? new double[] {0, -by, 0} : new double[] {-bx, 0, 0});

        List<BoxAxes.Mark> x = marks(frame.grid().x(), axes.length(alongX));
        List<BoxAxes.Mark> y = marks(frame.grid().y(), axes.length(alongY));
        List<BoxAxes.Mark> z = heights(axes.length(upward));
        sides.paint(x.stream().map(m -> 2 * m.fraction() - 1).toList(), y.stream().map(m -> 2 * m.fraction() - 1).toList(),
                z.stream().map(m -> Box.FLOOR + m.fraction() * (top - Box.FLOOR)).toList());
        lines(bz);

        axes(alongX, x, ContourChart.name(frame, 0));
        axes(alongY, y, ContourChart.name(frame, 1));
        if (axes.length(upward) >= ink.px(SHORTEST)) {
            axes.paint(upward, z);
            axes.letterAbove(upward, "$J$");
        }
    }

    private void axes(BoxAxes.Edge edge, List<BoxAxes.Mark> marks, String name) {
        if (axes.length(edge) >= ink.px(SHORTEST)) {
            axes.letter(edge, "$" + name + "$", axes.paint(edge, marks));
        }
    }

    private List<BoxAxes.Mark> marks(Range range, double length) {
        return Axis.linear(range, "").withGap(APART).ticks(length / ink.style().scale()).stream()
                .filter(Axis.Tick::isMajor).map(t -> new BoxAxes.Mark(range.fraction(t.value()), t)).toList();
    }

    private List<BoxAxes.Mark> heights(double length) {
        double top = terrain.box().top();
        double whole = top - Box.FLOOR;
        return terrain.heights().ticks(DENSE * length * top / whole / ink.style().scale()).stream().filter(Axis.Tick::isMajor)
                .map(t -> new BoxAxes.Mark((terrain.z(t.value()) - Box.FLOOR) / whole, t)).toList();
    }

    /** The contour lines on the floor, in the colours of the map. */
    private void lines(double z) {
        ColourMap map = ColourMap.of(frame.experiment().look().colormap()).onSurface(ink.theme());
        for (Levels.Level level : terrain.levels().list()) {
            Path2D path = new Path2D.Double();
            terrain.lines().stream().filter(l -> l.level() == level.value()).forEach(l -> add(path, l, z));
            pen.draw(path, ink.px(1.2), map.colour(terrain.colours().fraction(level.value())));
        }
    }

    private void add(Path2D path, ContourLine line, double z) {
        Range rx = frame.grid().x();
        Range ry = frame.grid().y();
        double[] x = new double[line.size() + (line.closed() ? 1 : 0)];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double wx = 2 * rx.fraction(line.x(i % line.size())) - 1;
            double wy = 2 * ry.fraction(line.y(i % line.size())) - 1;
            x[i] = projection.screenX(wx, wy, z);
            y[i] = projection.screenY(wx, wy, z);
        }
        Polyline.append(path, x, y, 0, x.length);
    }
}
