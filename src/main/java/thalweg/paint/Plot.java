package thalweg.paint;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import thalweg.experiment.Camera;
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

    /** A muted phrase for the head of its tile: {@code 9 levels, log}; empty if there is nothing to say. */
    default String detail(Frame frame) {
        return "";
    }

    /** The camera it is seen with: where the frame's says {@code home}, the angles that the program chose, so that turning starts from them. */
    default Camera camera(Frame frame) {
        return frame.experiment().look().camera();
    }
}
