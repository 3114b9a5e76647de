package thalweg.data;

import java.util.List;
import java.util.Optional;
import thalweg.catalog.Entry;

/** The points (1, 1), (2, 2), (3, 3) of the lecture. */
@Entry(id = "three-points", label = "Three points", group = "Regression",
        help = "(1, 1), (2, 2), (3, 3): the example on which cost is explained.")
public record ThreePoints() implements RegressionSource {
    @Override
    public DataSet make(long seed) {
        return new DataSet("Three points", new double[] {1, 2, 3}, new double[] {1, 2, 3}, List.of("x"), "y", List.of(), Optional.empty());
    }
}
