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

    private final Function<Boolean, Rendering> make;
    private final AtomicReference<Made> best = new AtomicReference<>();

    /**
     * Draws when asked.
     *
     * @param make the surface, smooth if its argument is true
     */
    Renderings(Function<Boolean, Rendering> make) {
        this.make = make;
    }

    Rendering get(boolean smooth) {
        Made known = best.get();
        if (known != null && (known.smooth || !smooth)) {
            return known.rendering;
        }
        Rendering made = make.apply(smooth);
        best.set(new Made(made, smooth));
        return made;
    }
}
