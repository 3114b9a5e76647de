package thalweg.paint;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.math.Crew;

/**
 * A terrain seen by a camera in an area.
 *
 * @param camera with the angles it really has
 * @param projection into the units of the area
 */
record SurfaceView(Terrain terrain, Camera camera, Projection projection, Rectangle2D area, Style style) {
    /** So far before the surface, in half-widths of the box, a line on it is thought to lie. */
    private static final double LIFT = 0.05;

    /** Room around the box for labels, at scale 1. */
    private static final double SIDE = 34;
    private static final double ABOVE = 16;
    private static final double BELOW = 24;

    /** How far lines on the mesh are moved toward white or black, and their widths. */
    private static final double PLAIN = 0.42;
    private static final double LABELLED = 0.62;
    private static final double PLAIN_WIDTH = 0.8;
    private static final double LABELLED_WIDTH = 1.1;

    /** Relative luminance from which a colour's line is drawn toward black. */
    private static final double BRIGHT = 0.36;

    static SurfaceView of(Frame frame, Rectangle2D area, Style style, Memo memo) {
        Terrain terrain = Terrain.of(frame, memo);
        Camera camera = camera(frame, memo);
        double side = Math.min(SIDE * style.scale(), area.getWidth() / 8);
        double above = Math.min(ABOVE * style.scale(), area.getHeight() / 10);
        double below = Math.min(BELOW * style.scale(), area.getHeight() / 8);
        Rectangle2D frameOfBox = new Rectangle2D.Double(area.getX() + side, area.getY() + above,
                Math.max(1, area.getWidth() - 2 * side), Math.max(1, area.getHeight() - above - below));
        return new SurfaceView(terrain, camera, Projection.fit(camera, terrain.box(), frameOfBox), area, style);
    }

    static Camera camera(Frame frame, Memo memo) {
        Camera camera = frame.experiment().look().camera();
        if (!camera.home()) {
            return camera;
        }
        Terrain terrain = Terrain.of(frame, memo);
        Camera home = memo.get("surface.home", terrain.mesh(), () -> Home.camera(Camera.HOME, terrain.mesh(), terrain.box()));
        return new Camera(home.azimuth(), home.elevation(), camera.zoom(), camera.perspective(), true);
    }

    /** What a rendering depends on, besides its smoothness; equal keys give equal pictures. */
    private record Key(Mesh mesh, Camera camera, double width, double height, double scale, double offsetX, double offsetY, Theme theme,
            double thickness, String colours) {
    }

    /** Gives empty rasters; the newest may use the memory of the one before. */
    @FunctionalInterface
    interface Rasters {
        Raster of(int width, int height);
    }

    /**
     * The drawn surface; smooth if the style is still, or if it was already made so.
     *
     * @param beside done meanwhile if it is drawn now
     */
    Rendering rendering(Device device, Look look, Memo memo, Rasters rasters, Runnable beside) {
        Key key = new Key(terrain.mesh(), camera, area.getWidth(), area.getHeight(), device.scale(), device.offsetX(), device.offsetY(),
                style.theme(), style.scale(), look.colormap());
        Renderings.Wanted wanted = new Renderings.Wanted(style.still(), beside);
        return memo.get("surface.rendering", key, () -> new Renderings(one ->
                render(device, look, one, rasters, memo.crew()))).get(wanted);
    }

    Ground ground(Frame frame) {
        return new Ground(frame.scene().slice(), frame.grid(), terrain.mesh(), projection);
    }

    /** What can be seen in a rendering, asked for places in the units of the area. */
    SurfacePath.Visibility visibility(Rendering rendering, Device device) {
        return (x, y, nearness) -> rendering.shows((x - device.left()) * device.scale() + device.offsetX(),
                (y - device.top()) * device.scale() + device.offsetY(), nearness, projection.nearnessOf(LIFT, nearness));
    }

    private Rendering render(Device device, Look look, Renderings.Wanted wanted, Rasters rasters, Crew crew) {
        Projection pixels = device.pixels(projection);
        Rectangle2D all = new Rectangle2D.Double(0, 0, area.getWidth() * device.scale() + 1, area.getHeight() * device.scale() + 1);
        Rectangle2D touched = bounds(pixels).createIntersection(all);
        Rendering.Window window = Rendering.Window.around(touched.isEmpty() ? new Rectangle2D.Double(0, 0, 1, 1) : touched);
        return new Rendering(terrain.mesh(), pixels, palette(look, device.scale()), window, rasters.of(window.width(), window.height()),
                wanted.smooth(), (int) Math.max(1, Math.rint(device.scale())), crew, wanted.beside());
    }

    private Rectangle2D bounds(Projection pixels) {
        Rectangle2D bounds = null;
        for (int corner = 0; corner < 8; corner++) {
            Point2D p = pixels.point((corner & 1) == 0 ? -1 : 1, (corner & 2) == 0 ? -1 : 1, (corner & 4) == 0 ? 0 : terrain.box().top());
            Rectangle2D around = new Rectangle2D.Double(p.getX() - 1, p.getY() - 1, 2, 2);
            bounds = bounds == null ? around : bounds.createUnion(around);
        }
        return bounds;
    }

    private Palette palette(Look look, double pixels) {
        ColourMap map = ColourMap.of(look.colormap()).onSurface(style.theme());
        double thickness = style.scale() * pixels;
        List<Palette.Line> lines = new ArrayList<>();
        for (Levels.Level level : terrain.levels().list()) {
            double at = terrain.colours().fraction(level.value());
            Color tone = Tint.luminance(map.colour(at)) > BRIGHT ? Color.BLACK : Color.WHITE;
            lines.add(new Palette.Line(at, thickness * (level.labelled() ? LABELLED_WIDTH : PLAIN_WIDTH), tone,
                    level.labelled() ? LABELLED : PLAIN));
        }
        return new Palette(map.table(), lines);
    }
}
