package thalweg.experiment;

import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.StringJoiner;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;

/**
 * How a run is written on a command line: an optimizer, then settings, {@code adam(learningRate=0.05) schedule=cosine colour=#D55E00
 * label="My Adam"}.
 *
 * <p>Settings are {@code schedule}, {@code batch}, {@code label}, {@code colour} (or {@code color}), {@code style} and {@code hidden}, each at most
 * once, in any order. A value with blanks outside its own parentheses needs quotes; in quotes {@code \"} and {@code \\} stand for themselves.
 */
public final class RunSyntax {
    private static final String SETTINGS = "schedule, batch, label, colour, style, hidden";

    private final String text;
    private int at;

    private RunSyntax(String text) {
        this.text = text;
    }

    /**
     * Reads a run.
     *
     * @param style palette index where the text sets none
     * @throws SpecException for what cannot be understood; whether optimizer and schedule exist is the catalogs' business
     */
    public static Run parse(String text, int style) {
        return new RunSyntax(text).run(style);
    }

    /** Writes the run so that {@link #parse} with the same style gives an equal one. */
    public static String format(Run run, int style) {
        StringJoiner words = new StringJoiner(" ").add(run.optimizer().toString());
        Run plain = Run.of(run.optimizer(), style);
        if (!run.schedule().equals(plain.schedule())) {
            words.add("schedule=" + run.schedule());
        }
        if (run.batch() != plain.batch()) {
            words.add("batch=" + run.batch());
        }
        if (!run.label().isEmpty()) {
            words.add("label=\"" + run.label().replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
        if (!run.colour().isEmpty()) {
            words.add("colour=" + run.colour());
        }
        if (run.style() != style) {
            words.add("style=" + run.style());
        }
        if (run.hidden()) {
            words.add("hidden=true");
        }
        return words.toString();
    }

    private Run run(int style) {
        blanks();
        if (at == text.length()) {
            throw new SpecException("an optimizer is missing; write for example adam(learningRate=0.05)");
        }
        Run run = Run.of(Spec.parse(specText()), style);
        Set<String> seen = new LinkedHashSet<>();
        blanks();
        while (at < text.length()) {
            run = setting(run, seen);
            blanks();
        }
        return run;
    }

    private Run setting(Run run, Set<String> seen) {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at).replace("color", "colour");
        if (at == text.length() || text.charAt(at) != '=') {
            throw new SpecException("expected setting=value at column " + (start + 1) + " of '" + text + "'; settings are " + SETTINGS);
        }
        at++;
        if (!seen.add(name)) {
            throw new SpecException("'" + name + "' is set twice in '" + text + "'");
        }
        return switch (name) {
            case "schedule" -> run.withSchedule(Spec.parse(specText()));
            case "batch" -> run.withBatch(batch(word()));
            case "label" -> run.withLabel(word());
            case "colour" -> run.withColour(colour(word()));
            case "style" -> run.withStyle(style(word()));
            case "hidden" -> run.withHidden(truth(word()));
            default -> throw new SpecException("a run has no setting '" + name + "'; it has " + SETTINGS);
        };
    }

    /** The characters of a spec: up to a blank outside quotes and parentheses that no parenthesis follows. */
    private String specText() {
        int start = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                skipQuoted(c);
            } else if (depth == 0 && Character.isWhitespace(c) && !parenthesisFollows()) {
                break;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                at++;
            }
        }
        return text.substring(start, at);
    }

    private boolean parenthesisFollows() {
        return text.substring(at).stripLeading().startsWith("(");
    }

    /** Moves behind the closing quote, or to the end if there is none. */
    private boolean skipQuoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        boolean closed = at < text.length();
        at = Math.min(at + 1, text.length());
        return closed;
    }

    private String word() {
        int start = at;
        if (at < text.length() && text.charAt(at) == '"') {
            if (!skipQuoted('"')) {
                throw new SpecException("the quote at column " + (start + 1) + " of '" + text + "' is not closed");
            }
            return text.substring(start + 1, at - 1).replaceAll("\\\\(.)", "$1");
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static String colour(String word) {
        if (!Validation.COLOUR.matcher(word).matches()) {
            throw new SpecException("'" + word + "' is not a colour; write it like #D55E00");
        }
        return word;
    }

    private static int style(String word) {
        return whole(word).orElseThrow(() -> new SpecException("style '" + word + "' is not an index of the palette; write 0, 1, 2 ..."));
    }

    private static int batch(String word) {
        return word.equals("all") ? 0 : whole(word).orElseThrow(() -> new SpecException("batch '" + word
                + "' is not a number of samples; write 1, 32, 64 ... or all"));
    }

    /** A whole number from 0. */
    private static OptionalInt whole(String word) {
        try {
            int number = Integer.parseInt(word);
            return number >= 0 ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }

    private static boolean truth(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SpecException("hidden is true or false, but was '" + word + "'");
        };
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
