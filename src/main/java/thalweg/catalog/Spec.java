package thalweg.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A choice with knobs, as people write it: {@code adam(learningRate=0.05, beta1=0.8)}, {@code rosenbrock}, {@code formula("x^2 + 3*y^2")}.
 *
 * <p>Only syntax: whether the id and the knobs exist is the catalog's business. A value without a name, as in {@code formula("...")},
 * stands under the empty name and means the entry's first knob.
 *
 * @param id kebab-case id of an entry
 * @param arguments what was set, in the order given
 * @throws SpecException for an id or a knob's name that could not be read back
 */
public record Spec(String id, Map<String, Value> arguments) {
    public Spec {
        if (!SpecSyntax.isId(id)) {
            throw new SpecException("a name is letters, digits and hyphens, but was '" + id + "'");
        }
        arguments.keySet().forEach(name -> {
            if (!name.isEmpty() && !SpecSyntax.isName(name)) {
                throw new SpecException("a knob's name is letters and digits, but was '" + name + "'");
            }
        });
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    public static Spec of(String id) {
        return new Spec(id, Map.of());
    }

    /** The same choice with one knob set. */
    public Spec with(String knob, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(arguments);
        changed.put(knob, value);
        return new Spec(id, changed);
    }

    public Spec with(String knob, double value) {
        return with(knob, new Value.Num(value));
    }

    /** The same choice with one knob back at its default. */
    public Spec without(String knob) {
        Map<String, Value> changed = new LinkedHashMap<>(arguments);
        changed.remove(knob);
        return new Spec(id, changed);
    }

    /**
     * Reads a spec.
     *
     * @throws SpecException naming the column, counted from 1
     */
    public static Spec parse(String text) {
        return SpecSyntax.parse(text);
    }

    /** Writes the spec so that {@link #parse} gives an equal one. */
    @Override
    public String toString() {
        return SpecSyntax.format(this);
    }
}
