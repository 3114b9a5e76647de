package thalweg.slice;

import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.descent.Trajectory;
import thalweg.math.Turns;
import thalweg.math.Vec;
import thalweg.objective.Objective;

/**
 * What origins and directions can be made of.
 *
 * @param objective J
 * @param start where runs start, n components
 * @param paths the runs made so far, in their order; may be none
 * @param seed of what chance decides
 * @param cancelled asked while something takes long; once true, the work ends with a {@link java.util.concurrent.CancellationException}
 */
public record Vantage(Objective objective, Vec start, List<Trajectory> paths, long seed, BooleanSupplier cancelled) {
    public Vantage {
        paths = List.copyOf(paths);
    }

    /** Asks whether it is wanted still. */
    void ask() {
        Turns.ask(cancelled);
    }

    /** A vector of as many components as there are parameters, or an end before it is whole. */
    Vec vector(Component component) {
        return Vec.filled(objective.dimension(), d -> Turns.over(d.length, cancelled, (from, to) -> component.fill(d, from, to)));
    }

    /** Writes some components of a vector. */
    @FunctionalInterface
    interface Component {
        void fill(double[] d, int from, int to);
    }

    /** The way from one point to another. */
    Vec way(Vec start, Vec end) {
        return vector((d, from, to) -> {
            for (int i = from; i < to; i++) {
                d[i] = end.get(i) - start.get(i);
            }
        });
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
