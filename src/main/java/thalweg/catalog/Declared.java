package thalweg.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A choice that is declared instead of read from a record.
 *
 * @param maker makes the thing from checked settings, one for every knob
 */
public record Declared<T>(String id, String label, String group, String help, String source, String convention, String latex,
        List<KnobInfo> knobs, Function<Map<String, Value>, T> maker) implements Choice<T> {
    public Declared {
        knobs = List.copyOf(knobs);
    }

    /** A choice without source, convention and formula. */
    public Declared(String id, String label, String group, String help, List<KnobInfo> knobs, Function<Map<String, Value>, T> maker) {
        this(id, label, group, help, "", "", "", knobs, maker);
    }

    @Override
    public T make(Map<String, Value> settings) {
        return maker.apply(settings);
    }
}
