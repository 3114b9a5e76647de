package thalweg.paint;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.math.Vec;

/** A painter of one view that can also say what lies under a point, so that a window can be pointed at. */
public interface Plot extends Painter {
    /** The iterate drawn nearest to a point, if one is within reach (10 px). */
    default Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        return Optional.empty();
    }

    /** The coordinates in the slice of a point in the plot's own window, if it has one there: one or two components. */
    default Optional<Vec> locate(Point2D point, Rectangle2D area, Frame frame) {
        return Optional.empty();
    }

    /** The step that a point of a chart over steps stands for. */
    default Optional<Integer> step(Point2D point, Rectangle2D area, Frame frame) {
        return Optional.empty();
    }
}
