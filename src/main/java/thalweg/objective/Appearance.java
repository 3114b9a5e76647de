package thalweg.objective;

import java.util.List;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * How an objective wants to be seen.
 *
 * @param name for titles: "Rosenbrock"
 * @param latex the function typeset, right-hand side only; empty if there is none
 * @param axes LaTeX names of the parameters that the window spans: {@code x}, {@code y}
 * @param window the range of each of them, one or two
 * @param start where optimizers start unless told otherwise, n components
 * @param minima known global minima, each with n components; empty if unknown or none
 * @param maximised whether it is naturally climbed instead of descended, as a pleasure or a profit is
 * @param closed whether the window is the function's domain, so that a minimum may lie on its edge; otherwise it is only where we look
 */
public record Appearance(String name, String latex, List<String> axes, List<Range> window, Vec start, List<Vec> minima, boolean maximised,
        boolean closed) {
    public Appearance {
        axes = List.copyOf(axes);
        window = List.copyOf(window);
        minima = List.copyOf(minima);
    }

    /** Of something descended in an open window. */
    public Appearance(String name, String latex, List<String> axes, List<Range> window, Vec start, List<Vec> minima) {
        this(name, latex, axes, window, start, minima, false, false);
    }
}
