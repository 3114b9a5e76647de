package thalweg.paint;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.UnaryOperator;
import thalweg.experiment.Camera;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.math.Vec;

/** A painter of one view that can also say what lies under a point, so that a window can be pointed at. */
public interface Plot extends Painter {
    /** The iterate or sample drawn nearest to a point, if one is within reach (10 px). */
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

    /** What can be taken hold of at a point, other than the start in the slice, which {@link #locate} is for. */
    default Optional<Grab> grab(Point2D point, Rectangle2D area, Frame frame) {
        return Optional.empty();
    }

    /** A hold on something whose place says where runs start. */
    @FunctionalInterface
    interface Grab {
        /** The start that belongs to the thing held once it is drawn to a point. */
        Vec to(Point2D point);
    }

    /**
     * What turning the wheel over a point does to the look, for a view that shows a part of something long.
     *
     * @param notches downward positive
     */
    default Optional<UnaryOperator<Look>> wheel(int notches, Point2D point, Rectangle2D area, Frame frame) {
        return Optional.empty();
    }

    /** What a click on a point does to the experiment, for a view in which something can be chosen: a stage, a setting. */
    default Optional<UnaryOperator<Experiment>> click(Point2D point, Rectangle2D area, Frame frame) {
        return Optional.empty();
    }

    /** What it is called in the head of its tile, if what it shows has a better name than the view's label. */
    default String title(Frame frame, String label) {
        return label;
    }

    /** A muted phrase for the head of its tile: {@code 9 levels, log}; empty if there is nothing to say. */
    default String detail(Frame frame) {
        return "";
    }

    /** The same for a view whose phrase depends on how much it has room for: {@code 1 to 10 of 20}. */
    default String detail(Rectangle2D area, Frame frame) {
        return detail(frame);
    }

    /** The camera it is seen with: where the frame's says {@code home}, the angles that the program chose, so that turning starts from them. */
    default Camera camera(Frame frame) {
        return frame.experiment().look().camera();
    }
}
