package thalweg.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The choices of one kind; the order is the order of the menu. */
public final class Catalog<T> {
    private final String kind;
    private final List<Choice<T>> choices;

    /**
     * A catalog of these choices.
     *
     * @param kind what they are, for messages: "optimizer"
     * @throws IllegalArgumentException if the choices contradict themselves: an id twice, a default or a slider out of its knob's range
     */
    public Catalog(String kind, List<Choice<T>> choices) {
        this.kind = kind;
        this.choices = List.copyOf(choices);
        Consistency.check(kind, this.choices);
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

    public List<String> ids() {
        return choices.stream().map(Choice::id).toList();
    }

    /**
     * The choice with this id.
     *
     * @throws SpecException naming the nearest ids
     */
    public Choice<T> choice(String id) {
        for (Choice<T> choice : choices) {
            if (choice.id().equals(id)) {
                return choice;
            }
        }
        throw new SpecException("no " + kind + " '" + id + "'; " + Nearest.advice(id, ids()));
    }

    /**
     * The thing a spec describes.
     *
     * @throws SpecException for an unknown id or knob, or a value out of its range
     */
    public T make(Spec spec) {
        Choice<T> choice = choice(spec.id());
        Map<String, Value> settings = settings(spec);
        try {
            return choice.make(settings);
        } catch (SpecException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new SpecException("'" + spec.id() + "': " + e.getMessage(), e);
        }
    }

    /** Every knob of the spec's entry with its value, given or default, in the order of the entry; checked. */
    public Map<String, Value> settings(Spec spec) {
        Choice<T> choice = choice(spec.id());
        Map<String, Value> settings = new LinkedHashMap<>();
        choice.knobs().forEach(knob -> settings.put(knob.name(), knob.initial()));
        spec.arguments().forEach((name, value) -> {
            KnobInfo knob = knob(choice, name, spec);
            try {
                settings.put(knob.name(), knob.check(value));
            } catch (SpecException e) {
                throw new SpecException("'" + spec.id() + "': " + e.getMessage());
            }
        });
        return settings;
    }

    /** The knob that a name in a spec means; no name means the first. */
    private static <T> KnobInfo knob(Choice<T> choice, String name, Spec spec) {
        List<KnobInfo> knobs = choice.knobs();
        if (name.isEmpty() && !knobs.isEmpty()) {
            KnobInfo first = knobs.getFirst();
            if (spec.arguments().containsKey(first.name())) {
                throw new SpecException("'" + spec.id() + "': knob '" + first.name() + "' is set twice, once without its name");
            }
            return first;
        }
        for (KnobInfo knob : knobs) {
            if (knob.name().equals(name)) {
                return knob;
            }
        }
        String has = knobs.isEmpty() ? "none" : String.join(", ", knobs.stream().map(KnobInfo::name).toList());
        throw new SpecException("'" + spec.id() + "' has no knob" + (name.isEmpty() ? "" : " '" + name + "'") + "; it has " + has);
    }

    /** The spec that makes the same thing in the shortest way: every knob named, in the order of the entry, defaults left out. */
    public Spec canonical(Spec spec) {
        return shortest(choice(spec.id()), settings(spec));
    }

    /**
     * The spec that makes an equal record; only what differs from the defaults is written.
     *
     * @throws SpecException for a thing that no choice of this catalog recognises
     */
    public Spec spec(T made) {
        for (Choice<T> choice : choices) {
            Optional<Map<String, Value>> settings = choice.settingsOf(made);
            if (settings.isPresent()) {
                return shortest(choice, settings.get());
            }
        }
        throw new SpecException(made + " is not made by a choice of this catalog");
    }

    private static <T> Spec shortest(Choice<T> choice, Map<String, Value> settings) {
        Spec spec = Spec.of(choice.id());
        for (KnobInfo knob : choice.knobs()) {
            Value value = settings.get(knob.name());
            if (!value.equals(knob.initial())) {
                spec = spec.with(knob.name(), value);
            }
        }
        return spec;
    }
}
