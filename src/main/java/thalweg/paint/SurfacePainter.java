package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.math.Vec;

/** The surface: a lit mesh of J over two parameters with contour lines, in a box with axes, and the paths of all runs on it. */
public final class SurfacePainter implements Plot {
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
            SurfaceView view = SurfaceView.of(frame, area, style, memo);
            SurfaceAxes.paint(ink, area, view.terrain(), view.projection(), frame);
            Device device = Device.of(ink.g(), area);
            Rendering rendering = view.rendering(device, frame.experiment().look(), memo);
            rendering.paint(ink.g(), device);
        });
    }

    @Override
    public Optional<Vec> locate(Point2D point, Rectangle2D area, Frame frame) {
        if (frame.grid().ny() < 2 || area.isEmpty()) {
            return Optional.empty();
        }
        SurfaceView view = SurfaceView.of(frame, area, style, memo);
        return new Sight(view.terrain().mesh(), view.projection()).at(point.getX(), point.getY()).map(
                p -> Vec.of(frame.grid().x().at((p[0] + 1) / 2), frame.grid().y().at((p[1] + 1) / 2)));
    }

    @Override
    public Camera camera(Frame frame) {
        return frame.grid().ny() < 2 ? frame.experiment().look().camera() : SurfaceView.camera(frame, memo);
    }
}
