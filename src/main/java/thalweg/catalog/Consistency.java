package thalweg.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold in every catalog, checked when it is made: a mistake in an annotation shows at once and not when a slider is drawn. */
final class Consistency {
    private Consistency() {
    }

    static <T> void check(String kind, List<Choice<T>> choices) {
        Set<String> ids = new HashSet<>();
        for (Choice<T> choice : choices) {
            require(choice.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), kind + " '" + choice.id() + "': an id is kebab-case");
            require(ids.add(choice.id()), kind + " '" + choice.id() + "' is listed twice");
            Set<String> names = new HashSet<>();
            for (KnobInfo knob : choice.knobs()) {
                String where = kind + " '" + choice.id() + "', knob '" + knob.name() + "': ";
                require(SpecSyntax.isName(knob.name()), where + "a name is letters and digits");
                require(names.add(knob.name()), where + "is listed twice");
                check(where, knob);
            }
        }
    }

    private static void check(String where, KnobInfo knob) {
        try {
            require(knob.check(knob.initial()).equals(knob.initial()), where + "the default is of another kind");
        } catch (SpecException e) {
            throw new IllegalArgumentException(where + "default: " + e.getMessage(), e);
        }
        if (knob.kind() == KnobInfo.Kind.NUMBER || knob.kind() == KnobInfo.Kind.WHOLE) {
            require(knob.min() < knob.max(), where + "the slider must go up, but goes from " + knob.min() + " to " + knob.max());
            try {
                knob.check(Value.of(knob.min()));
                knob.check(Value.of(knob.max()));
            } catch (SpecException e) {
                throw new IllegalArgumentException(where + "end of the slider: " + e.getMessage(), e);
            }
            require(!knob.log() || knob.min() > 0, where + "a logarithmic slider must start above 0, but starts at " + knob.min());
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
