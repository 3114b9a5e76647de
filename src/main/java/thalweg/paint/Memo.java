package thalweg.paint;

import java.util.function.Supplier;
import thalweg.math.Crew;

/** Where a painter may leave what it would otherwise make again for the next frame, found again by equality of its key. */
public interface Memo {
    /** Remembers nothing. */
    Memo NONE = new Memo() {
        @Override
        public <T> T get(String part, Object key, Supplier<T> make) {
            return make.get();
        }
    };

    /**
     * What was made for this key, or else is made now.
     *
     * @param part which of a painter's things; only the newest of each is kept
     * @param key equal keys mean equal things
     */
    <T> T get(String part, Object key, Supplier<T> make);

    /** Who helps with what takes long; nobody unless told otherwise. */
    default Crew crew() {
        return Crew.NOBODY;
    }
}
