package thalweg.catalog;

import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The syntax of specs: {@code spec = id [ "(" [ argument { "," argument } ] ")" ]}, {@code argument = [ name "=" ] value},
 * {@code value = number | word | "text" | 'text'}.
 *
 * <p>Text knows the escapes {@code \" \' \\ \n \r \t \}{@code uXXXX}. White space between the parts is free. At most {@link #LONGEST}
 * characters and {@link #MOST_ARGUMENTS} arguments.
 */
final class SpecSyntax {
    /** Far above the longest formula, far below what could hurt; specs come from files and command lines. */
    static final int LONGEST = 20_000;
    static final int MOST_ARGUMENTS = 100;

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]?Infinity|NaN");
    private static final Pattern WORD = Pattern.compile("[^\\p{javaWhitespace}\\p{Cntrl}\\p{Cs},()=\"'\\\\]+");

    private SpecSyntax() {
    }

    static Spec parse(String text) {
        if (text.length() > LONGEST) {
            throw new SpecException("a spec has at most " + LONGEST + " characters, but this one has " + text.length());
        }
        return new SpecReader(text).spec();
    }

    static String format(Spec spec) {
        if (spec.arguments().isEmpty()) {
            return spec.id();
        }
        StringJoiner list = new StringJoiner(", ", spec.id() + "(", ")");
        Value first = spec.arguments().get("");
        if (first != null) {
            list.add(first.toString());
        }
        spec.arguments().forEach((name, value) -> {
            if (!name.isEmpty()) {
                list.add(name + "=" + value);
            }
        });
        return list.toString();
    }

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static boolean isWord(String word) {
        return WORD.matcher(word).matches() && !isNumber(word);
    }

    static boolean isNumber(String token) {
        return NUMBER.matcher(token.replace('\u2212', '-')).matches();
    }

    /** The shortest decimal that reads back as the same number; the plain one at a draw. */
    static String number(double value) {
        String scientific = Double.toString(value).replace(".0E", "e").replace('E', 'e');
        if (value != Math.rint(value) || Math.abs(value) > 0x1p53) {
            return scientific;
        }
        String plain = value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
        return plain.length() <= scientific.length() ? plain : scientific;
    }

    static String quote(String raw) {
        StringBuilder quoted = new StringBuilder("\"");
        raw.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean alone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                    if (alone || Character.isISOControl(c)) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
