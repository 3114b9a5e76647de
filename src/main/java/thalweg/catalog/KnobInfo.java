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
    /** The largest whole number up to which every one is a double. */
    private static final double WHOLE = 0x1p53;

    /** What a knob takes. */
    public enum Kind { NUMBER, WHOLE, SWITCH, CHOICE, TEXT }

    public KnobInfo {
        words = List.copyOf(words);
    }

    /** A number of any size and sign. */
    public static KnobInfo number(String name, String label, double initial, double min, double max) {
        return new KnobInfo(name, label, "", Kind.NUMBER, Value.of(initial), min, max, false, -Double.MAX_VALUE, Double.MAX_VALUE, false,
                List.of(), false, "");
    }

    /** A whole number of any size and sign. */
    public static KnobInfo whole(String name, String label, long initial, long min, long max) {
        return new KnobInfo(name, label, "", Kind.WHOLE, Value.of(initial), min, max, false, -WHOLE, WHOLE, false, List.of(), false, "");
    }

    /** Any text. */
    public static KnobInfo text(String name, String label, String initial) {
        return new KnobInfo(name, label, "", Kind.TEXT, Value.text(initial), 0, 1, false, 0, 0, false, List.of(), false, "");
    }

    /** {@code true} or {@code false}. */
    public static KnobInfo toggle(String name, String label, boolean initial) {
        return new KnobInfo(name, label, "", Kind.SWITCH, Value.of(initial), 0, 1, false, 0, 0, false, List.of("false", "true"), false, "");
    }

    /** One of several words. */
    public static KnobInfo choice(String name, String label, String initial, List<String> words) {
        return new KnobInfo(name, label, "", Kind.CHOICE, new Value.Word(initial), 0, 1, false, 0, 0, false, words, false, "");
    }

    /** The same knob, that accepts numbers from {@code smallest} to {@code largest} only. */
    public KnobInfo within(double smallest, double largest) {
        return new KnobInfo(name, label, symbol, kind, initial, min, max, log, smallest, largest, below, words, advanced, help);
    }

    /** The same knob with a LaTeX symbol. */
    public KnobInfo withSymbol(String changed) {
        return new KnobInfo(name, label, changed, kind, initial, min, max, log, least, most, below, words, advanced, help);
    }

    /** The same knob, called otherwise. */
    public KnobInfo withLabel(String changed) {
        return new KnobInfo(name, changed, symbol, kind, initial, min, max, log, least, most, below, words, advanced, help);
    }

    /** The same knob with a logarithmic slider. */
    public KnobInfo logarithmic() {
        return new KnobInfo(name, label, symbol, kind, initial, min, max, true, least, most, below, words, advanced, help);
    }

    /** The same knob with a sentence for people. */
    public KnobInfo withHelp(String changed) {
        return new KnobInfo(name, label, symbol, kind, initial, min, max, log, least, most, below, words, advanced, changed);
    }

    /** The same knob, hidden under "more". */
    public KnobInfo hidden() {
        return new KnobInfo(name, label, symbol, kind, initial, min, max, log, least, most, below, words, true, help);
    }

    /**
     * The value as this knob keeps it: text for {@link Kind#TEXT}, a word for switches and choices.
     *
     * @throws SpecException saying what it must be, without the entry's id
     */
    public Value check(Value value) {
        boolean fits = switch (kind) {
            case NUMBER -> value instanceof Value.Num(double v) && fits(v);
            case WHOLE -> value instanceof Value.Num(double v) && fits(v) && v == Math.rint(v);
            case SWITCH, CHOICE -> words.contains(value.asText());
            case TEXT -> true;
        };
        if (!fits) {
            throw new SpecException(name + " must be " + rule() + ", but was " + value);
        }
        return switch (kind) {
            case NUMBER, WHOLE -> value;
            case SWITCH, CHOICE -> new Value.Word(value.asText());
            case TEXT -> new Value.Text(value.asText());
        };
    }

    /** What is accepted, in words: {@code a finite number >= 0 and < 1}. */
    public String rule() {
        return switch (kind) {
            case NUMBER -> "a finite number" + bounds(-Double.MAX_VALUE, Double.MAX_VALUE);
            case WHOLE -> "a whole number" + bounds(-WHOLE, WHOLE);
            case SWITCH -> "true or false";
            case CHOICE -> String.join(" or ", words);
            case TEXT -> "text";
        };
    }

    private boolean fits(double v) {
        return Double.isFinite(v) && v >= least && (below ? v < most : v <= most);
    }

    private String bounds(double none, double any) {
        String from = least > none ? " >= " + new Value.Num(least) : "";
        String to = most < any ? (below ? " < " : " <= ") + new Value.Num(most) : "";
        return from + (from.isEmpty() || to.isEmpty() ? "" : " and") + to;
    }
}
