package thalweg.paint;

import thalweg.experiment.Frame;
import thalweg.slice.Route;

/** J on the slice at the foot of a path that is off it. */
final class Under {
    private Under() {
    }

    /** The grid's value where a step of a track stands in the slice; NaN outside the window, and for a path that cannot be off. */
    static double path(Frame frame, int track, int step) {
        return frame.tracks().get(track).route().map(route -> value(frame, route, step)).orElse(Double.NaN);
    }

    private static double value(Frame frame, Route route, int step) {
        double a = route.a(step);
        double b = route.b(step);
        boolean inside = frame.grid().x().contains(a) && (frame.grid().ny() == 1 || frame.grid().y().contains(b));
        return inside ? frame.grid().interpolate(a, b) : Double.NaN;
    }
}
