package thalweg.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something people can choose from a catalog, with its knobs; made of a record by {@link Catalog#ofRecords} or a {@link Declared} one. */
public interface Choice<T> {
    String id();

    String label();

    String group();

    String help();

    /** Paper or book, with its equation; empty if there is none. */
    default String source() {
        return "";
    }

    /** What it does where papers or libraries differ; empty if they do not. */
    default String convention() {
        return "";
    }

    /** Its formula or rule of update; empty if it is not one formula. */
    default String latex() {
        return "";
    }

    List<KnobInfo> knobs();

    /**
     * Makes the thing.
     *
     * @param settings a value for every knob, by name; checked already against {@link #knobs()}
     */
    T make(Map<String, Value> settings);

    /**
     * A value for every knob such that {@link #make} gives an equal thing; empty if this choice does not make such things or cannot tell.
     */
    default Optional<Map<String, Value>> settingsOf(Object made) {
        return Optional.empty();
    }
}
