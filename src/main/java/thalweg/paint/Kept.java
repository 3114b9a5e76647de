package thalweg.paint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Values already made by a pure function, the least recently used dropped first: it saves time and can change no picture. */
final class Kept<K, V> {
    private final Function<K, V> make;
    private final Map<K, V> values;

    Kept(int most, Function<K, V> make) {
        this.make = make;
        values = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** All that is kept now. */
    synchronized Map<K, V> all() {
        return Map.copyOf(values);
    }

    synchronized V get(K key) {
        V value = values.get(key);
        if (value == null) {
            value = make.apply(key);
            values.put(key, value);
        }
        return value;
    }
}
