package thalweg.catalog;

import java.util.List;

/**
 * One thing people can turn.
 *
 * @param name the record component's name, used in specs
 * @param label words for people
 * @param symbol LaTeX, or empty
 * @param kind what it takes
 * @param initial default
 * @param min lower end of the slider
 * @param max upper end of the slider
 * @param log whether the slider is logarithmic
 * @param least smallest number accepted
 * @param most largest number accepted
 * @param below whether {@code most} itself is refused
 * @param words the words accepted, for {@link Kind#CHOICE}
 * @param advanced whether it may hide under "more"
 * @param help one sentence
 */
public record KnobInfo(String name, String label, String symbol, Kind kind, Value initial, double min, double max, boolean log,
        double least, double most, boolean below, List<String> words, boolean advanced, String help) {

    /** What a knob takes. */
    public enum Kind { NUMBER, WHOLE, SWITCH, CHOICE, TEXT }

    public KnobInfo {
        words = List.copyOf(words);
    }
}
