package thalweg.paint;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One surface seen one way, drawn when it is asked for and kept: quickly while something moves, smoothly for a picture that stays. Once
 * it is smooth it stays so, also while only paths move on it.
 */
final class Renderings {
    private record Made(Rendering rendering, boolean smooth) {
    }

    /**
     * How a surface is to be drawn.
     *
     * @param beside done meanwhile
     */
    record Wanted(boolean smooth, Runnable beside) {
    }

    private final Function<Wanted, Rendering> make;
    private final AtomicReference<Made> best = new AtomicReference<>();

    /**
     * Draws when asked.
     *
     * @param make the surface, as it is wanted
     */
    Renderings(Function<Wanted, Rendering> make) {
        this.make = make;
    }

    Rendering get(Wanted wanted) {
        Made known = best.get();
        if (known != null && (known.smooth || !wanted.smooth)) {
            return known.rendering;
        }
        Rendering made = make.apply(wanted);
        best.set(new Made(made, wanted.smooth));
        return made;
    }
}
