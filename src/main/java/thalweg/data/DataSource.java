package thalweg.data;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.math.Crew;
import thalweg.math.Turns;

/** Where a data set comes from: a generator with its knobs, or a file. Adding one is a record and a line in {@link DataSources}. */
public interface DataSource {
    /**
     * Makes or reads the data; equal sources give equal data for equal seeds.
     *
     * @param seed of what chance decides; files are read the same with every seed
     * @throws DataException if a file cannot be read or used
     */
    DataSet make(long seed);

    /**
     * The same; sources of much make it in parts, between which it can be given up.
     *
     * @param cancelled asked at least every few milliseconds by such sources
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    default DataSet make(long seed, BooleanSupplier cancelled) {
        Turns.ask(cancelled);
        return make(seed);
    }

    /**
     * The same, with help where there is much to make: each sample has random numbers of its own, so the data are the same bit by bit.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    default DataSet make(long seed, BooleanSupplier cancelled, Crew crew) {
        return make(seed, cancelled);
    }

    /** Whether what is to be predicted are classes, as far as that is known before the data are made or read. */
    default Optional<Boolean> isClassified() {
        return Optional.of(true);
    }
}
