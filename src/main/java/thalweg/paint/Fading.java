package thalweg.paint;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.slice.Route;

/** How paths fade where they are off the slice they are drawn on: their height there is not the map's. */
final class Fading {
    /** What a path that is off by all of its length keeps of its colour. */
    private static final double FAINTEST = 0.25;
    /** Shades told apart: more would cut the line into more pieces than can be seen. */
    private static final int SHADES = 8;
    /** Steps looked at for a change of shade. */
    private static final int LOOKED_AT = 2000;

    private Fading() {
    }

    /**
     * A part of a path in one shade.
     *
     * @param from step where it begins
     * @param to step where it ends, and the next begins
     * @param opacity 1 on the slice
     */
    record Stretch(int from, int to, double opacity) {
    }

    /** The stretches of a path between two steps, in order; one for a path on the slice. */
    static List<Stretch> of(Track track, int from, int to) {
        if (track.route().isEmpty()) {
            return List.of(new Stretch(from, to, 1));
        }
        Route route = track.route().get();
        List<Stretch> all = new ArrayList<>();
        int stride = Math.max(1, (to - from) / LOOKED_AT);
        int begun = from;
        double shade = opacity(route, from);
        for (int step = from + stride; step < to; step += stride) {
            double here = opacity(route, step);
            if (here != shade) {
                all.add(new Stretch(begun, step, shade));
                begun = step;
                shade = here;
            }
        }
        all.add(new Stretch(begun, to, shade));
        return all;
    }

    /** How faint the map's paths may be, in whole shades: 0 on the slice. */
    static int shade(Route route, int step) {
        return (int) Math.round(Math.clamp(route.off(step), 0, 1) * SHADES);
    }

    /** What is left of the colour in each shade. */
    static List<Double> opacities() {
        return IntStream.rangeClosed(0, SHADES).mapToObj(k -> 1 - (1 - FAINTEST) * k / SHADES).toList();
    }

    /** What is left of the colour at a step. */
    static double opacity(Route route, int step) {
        return 1 - (1 - FAINTEST) * shade(route, step) / SHADES;
    }

    static Color faded(Color colour, double opacity) {
        return opacity == 1 ? colour : new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(colour.getAlpha() * opacity));
    }

    /** Words for the head of a tile, if a path fades: the legend of what is seen. */
    static String words(Frame frame) {
        boolean fades = frame.tracks().stream().filter(t -> !t.run().hidden()).anyMatch(t -> t.route().filter(
                r -> opacity(r, Math.min(frame.step(), r.last())) < 1 || opacity(r, r.last() / 2) < 1).isPresent());
        return fades ? "paths faint where off the " + (frame.scene().slice().dimension() == 1 ? "line" : "plane") : "";
    }
}
