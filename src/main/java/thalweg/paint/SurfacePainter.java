package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.math.Vec;

/** The surface: a lit mesh of J over two parameters with contour lines, in a box with axes, and the paths of all runs on it. */
public final class SurfacePainter implements Plot {
    /** From so far, at scale 1, an iterate is hit. */
    private static final double REACH = 10;

    private final Style style;
    private final Memo memo;

    public SurfacePainter(Style style, Memo memo) {
        this.style = style;
        this.memo = memo;
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            if (Notice.paintedFor(ink, area, frame, 2) || area.isEmpty()) {
                return;
            }
            if (!frame.grid().hasFinite()) {
                Notice.paint(ink, area, "The cost is not a number anywhere in this window.");
                return;
            }
            SurfaceView view = SurfaceView.of(frame, area, style, memo);
            Optional<Desk> desk = Pixels.of(ink.g(), area).map(p -> Desk.of(p, memo));
            if (desk.isPresent()) {
                paint(desk.get(), ink.g(), view, frame, area);
            } else {
                Pen pen = Pen.of(ink.g());
                Device device = Device.of(ink.g(), area);
                Rendering rendering = view.rendering(device, frame.experiment().look(), memo, Raster::new, () -> { });
                SurfaceAxes.paint(ink, pen, area, view.terrain(), view.projection(), frame);
                rendering.paint(ink.g(), device);
                paintPaths(ink, pen, view, rendering, frame, area);
            }
        });
    }

    /** What the picture below the paths depends on; the rendering is compared by identity and stands for the camera. */
    private record Key(Desk desk, Rendering rendering, Terrain terrain, Rectangle2D area) {
    }

    /** Box, axes and surface are drawn once for a camera; the paths on a copy of them. */
    private void paint(Desk desk, Graphics2D target, SurfaceView view, Frame frame, Rectangle2D area) {
        Device[] below = new Device[1];                           // of the ground, once that is painted
        Runnable ground = () -> desk.paintGround(style.theme().canvas(), (g, pen) -> Ink.on(g, area, style, ink -> {
            SurfaceAxes.paint(ink, pen, area, view.terrain(), view.projection(), frame);
            below[0] = Device.of(g, area);
        }));
        Rendering rendering = view.rendering(Device.of(target, area), frame.experiment().look(), memo, desk::raster, ground);
        memo.get("surface.ground", new Key(desk, rendering, view.terrain(), area), () -> {
            if (below[0] == null) {
                ground.run();
            }
            desk.add(rendering, below[0]);
            return true;
        });
        desk.paintTop(target, (g, pen) -> Ink.on(g, area, style, ink -> paintPaths(ink, pen, view, rendering, frame, area)));
    }

    private void paintPaths(Ink ink, Pen pen, SurfaceView view, Rendering rendering, Frame frame, Rectangle2D area) {
        Ground ground = view.ground(frame);
        new SurfacePaths(ink, pen, frame, ground, view.visibility(rendering, Device.of(ink.g(), area)), memo).paint(rendering);
    }

    @Override
    public Optional<Vec> locate(Point2D point, Rectangle2D area, Frame frame) {
        if (frame.scene().slice().dimension() != 2 || area.isEmpty()) {
            return Optional.empty();
        }
        SurfaceView view = SurfaceView.of(frame, area, style, memo);
        return new Sight(view.terrain().mesh(), view.projection()).at(point.getX(), point.getY()).map(
                p -> Vec.of(frame.grid().x().at((p[0] + 1) / 2), frame.grid().y().at((p[1] + 1) / 2)));
    }

    @Override
    public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        if (frame.scene().slice().dimension() != 2 || area.isEmpty()) {
            return Optional.empty();
        }
        SurfaceView view = SurfaceView.of(frame, area, style, memo);
        return new SurfacePick(frame, view.ground(frame)).nearest(point, REACH * style.scale());
    }

    @Override
    public String detail(Frame frame) {
        if (frame.scene().slice().dimension() != 2) {
            return "";
        }
        ValueScale scale = Terrain.of(frame, memo).heights();
        String faint = Fading.words(frame);
        String height = switch (scale.kind()) {
            case LINEAR -> "";
            case LOG -> "height log J";
            case SIGNED_LOG -> "height logarithmic";
            case SHIFTED_LOG -> Math.abs(scale.low()) <= scale.c() / 10 ? "height log(" + Numbers.brief(scale.c()) + " + J)"
                    : "height logarithmic";
        };
        String away = MapMarks.isStartAway(frame.scene()) ? "the start is outside" : "";
        return Stream.of(frame.coarse() ? "coarse so far" : "", away, height, faint).filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    @Override
    public Camera camera(Frame frame) {
        return frame.scene().slice().dimension() != 2 ? frame.experiment().look().camera() : SurfaceView.camera(frame, memo);
    }
}
