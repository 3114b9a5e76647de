package thalweg.catalog;

import java.util.List;
import java.util.Map;

/** The choices of one kind; the order is the order of the menu. */
public final class Catalog<T> {
    private final String kind;
    private final List<Choice<T>> choices;

    /**
     * A catalog of these choices.
     *
     * @param kind what they are, for messages: "optimizer"
     */
    public Catalog(String kind, List<Choice<T>> choices) {
        this.kind = kind;
        this.choices = List.copyOf(choices);
    }

    /** A catalog of records annotated with {@link Entry} and {@link Knob}. */
    public static <T> Catalog<T> ofRecords(String kind, List<Class<? extends T>> records) {
        return new Catalog<>(kind, RecordChoice.all(records));
    }

    public String kind() {
        return kind;
    }

    public List<Choice<T>> choices() {
        return choices;
    }

    /**
     * The choice with this id.
     *
     * @throws SpecException naming the nearest ids
     */
    public Choice<T> choice(String id) {
        throw new SpecException("no " + kind + " '" + id + "'");
    }

    /**
     * The thing a spec describes.
     *
     * @throws SpecException for an unknown id or knob, or a value out of its range
     */
    public T make(Spec spec) {
        return choice(spec.id()).make(settings(spec));
    }

    /** Every knob of the spec's entry with its value, given or default, in the order of the entry; checked. */
    public Map<String, Value> settings(Spec spec) {
        throw new SpecException("no " + kind + " '" + spec.id() + "'");
    }

    /** The spec that makes an equal record; only what differs from the defaults is written. */
    public Spec spec(T made) {
        throw new SpecException(made + " is not made by a choice of this catalog");
    }
}
