package thalweg.slice;

import java.util.List;
import java.util.Optional;
import thalweg.math.Grid;

/**
 * What a picture of a slice was made of, to be checked.
 *
 * @param from objective, start, runs and seed that the slice was made of
 * @param cut how it was chosen; empty if it shows the parameters themselves
 * @param slice with the ranges seen
 * @param grid its values
 * @param walks the paths drawn, without those that diverged
 */
public record Plotted(Vantage from, Optional<Cut> cut, Slice slice, Grid grid, List<Walk> walks) {
    public Plotted {
        walks = List.copyOf(walks);
    }
}
