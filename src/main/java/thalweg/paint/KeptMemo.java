package thalweg.paint;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import thalweg.math.Crew;

/** Keeps the newest of each part; used by one thread at a time. */
public final class KeptMemo implements Memo {
    private record Kept(Object key, Object made) {
    }

    private final Map<String, Kept> parts = new HashMap<>();
    private final Crew crew;

    /** Of somebody who paints alone. */
    public KeptMemo() {
        this(Crew.NOBODY);
    }

    public KeptMemo(Crew crew) {
        this.crew = crew;
    }

    @Override
    public Crew crew() {
        return crew;
    }

    @Override
    @SuppressWarnings("unchecked") // a part is always asked for as the type it was made as
    public <T> T get(String part, Object key, Supplier<T> make) {
        Kept kept = parts.get(part);
        if (kept == null || !kept.key().equals(key)) {
            kept = new Kept(key, make.get());
            parts.put(part, kept);
        }
        return (T) kept.made();
    }
}
