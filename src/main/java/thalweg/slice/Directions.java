package thalweg.slice;

import java.util.List;
import java.util.Optional;
import thalweg.catalog.Entry;
import thalweg.math.Range;
import thalweg.math.Vec;

/** A way to choose one or two directions to look along. Adding one is a record and a line in {@link DirectionKinds}. */
public interface Directions {
    /**
     * One or two directions of n components each, not zero, before they are normalised.
     *
     * @param origin where we look from
     * @throws IllegalArgumentException if there are none from here
     */
    List<Vec> of(Vantage from, Vec origin);

    /** The normalisation meant unless another is chosen. */
    default Normalisation normalisation() {
        return Normalisation.UNIT;
    }

    /** Its name in a sentence: {@code random}. */
    default String label() {
        return Optional.ofNullable(getClass().getAnnotation(Entry.class)).map(Entry::label).orElse("given");
    }

    /** Of random directions: so many other draws; else none. */
    default List<Directions> redrawn(int draws) {
        return List.of();
    }

    /** Other draws that are to be shown beside this one, faint. */
    default List<Directions> beside() {
        return List.of();
    }

    /** Whether the directions, or their origin, follow the runs, so that the runs must be made first. */
    default boolean followsRuns() {
        return false;
    }

    /** How far we look in every direction unless there is a better reason; empty: as far as the origin or the paths are. */
    default Optional<Range> range() {
        return Optional.empty();
    }

    /** Where we look from unless another origin is chosen. */
    default Origin origin() {
        return new AtStart();
    }
}
