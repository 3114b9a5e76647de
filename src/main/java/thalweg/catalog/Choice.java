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

    String source();

    String convention();

    String latex();

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
