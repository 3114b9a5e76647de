package thalweg.slice;

import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;
import thalweg.objective.Objective;

/**
 * What origins and directions can be made of.
 *
 * @param objective J
 * @param start where runs start, n components
 * @param paths the runs made so far, in their order; may be none
 * @param seed of what chance decides
 * @param cancelled asked while something takes long; once true, what comes back does not matter
 */
public record Vantage(Objective objective, Vec start, List<Trajectory> paths, long seed, BooleanSupplier cancelled) {
    public Vantage {
        paths = List.copyOf(paths);
    }

    /**
     * A run by its number.
     *
     * @param number from 1
     * @throws IllegalArgumentException if there is none
     */
    Trajectory path(int number) {
        if (number > paths.size()) {
            throw new IllegalArgumentException("there is no run " + number + " to look from; " + switch (paths.size()) {
                case 0 -> "there are none";
                case 1 -> "there is one";
                default -> "there are " + paths.size();
            });
        }
        return paths.get(number - 1);
    }
}
