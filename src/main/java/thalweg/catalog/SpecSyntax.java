package thalweg.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
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

    private final String text;
    private int at;

    private SpecSyntax(String text) {
        this.text = text;
    }

    static Spec parse(String text) {
        if (text.length() > LONGEST) {
            throw new SpecException("a spec has at most " + LONGEST + " characters, but this one has " + text.length());
        }
        return new SpecSyntax(text).spec();
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

    private static boolean isNumber(String token) {
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

    private Spec spec() {
        String id = token();
        if (!isId(id)) {
            throw wrong(id.isEmpty() ? "missing name" : "a name is letters, digits and hyphens, but was '" + id + "'", at - id.length());
        }
        Map<String, Value> arguments = new LinkedHashMap<>();
        if (next('(')) {
            if (!next(')')) {
                do {
                    argument(arguments);
                } while (next(','));
                if (!next(')')) {
                    throw wrong(at == text.length() ? "missing ')'" : "expected ',' or ')'", at);
                }
            }
        }
        blanks();
        if (at < text.length()) {
            throw wrong(text.charAt(at) == ')' ? "one ')' too many" : "expected '(' or the end", at);
        }
        return new Spec(id, arguments);
    }

    private void argument(Map<String, Value> arguments) {
        blanks();
        int start = at;
        if (arguments.size() == MOST_ARGUMENTS) {
            throw wrong("more than " + MOST_ARGUMENTS + " knobs", start);
        }
        int equals = text.indexOf('=', at);
        String name = "";
        if (equals >= 0 && isName(text.substring(at, equals).strip())) {
            name = text.substring(at, equals).strip();
            at = equals + 1;
        } else if (!arguments.isEmpty()) {
            throw wrong("expected knob=value; only the first value may stand without the knob's name", start);
        }
        Value value = value();
        if (arguments.put(name, value) != null) {
            throw wrong("knob '" + name + "' is set twice", start);
        }
    }

    private Value value() {
        blanks();
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            return new Value.Text(quoted(text.charAt(at++)));
        }
        String token = token();
        if (token.isEmpty()) {
            throw wrong("missing value", at);
        }
        String plain = token.replace('\u2212', '-');
        if (isNumber(plain)) {
            return new Value.Num(Double.parseDouble(plain));
        }
        if (!isWord(token)) {
            throw wrong("'" + token + "' needs quotes", at - token.length());
        }
        blanks();
        if (at < text.length() && text.charAt(at) == '(') {
            throw wrong("text with parentheses needs quotes", at);
        }
        return new Value.Word(token);
    }

    private String quoted(char quote) {
        int start = at - 1;
        StringBuilder raw = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return raw.toString();
            }
            raw.append(c == '\\' ? escaped() : c);
        }
        throw wrong("missing closing quote of the one", start);
    }

    private char escaped() {
        int start = at - 1;
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\'', '\\' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(start);
            default -> throw wrong("a backslash in quotes is written \\\\; other escapes are \\\" \\' \\n \\r \\t \\uXXXX", start);
        };
    }

    private char unicode(int start) {
        int end = Math.min(at + 4, text.length());
        String digits = text.substring(at, end);
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw wrong("\\u needs four hexadecimal digits", start);
        }
        at = end;
        return (char) Integer.parseInt(digits, 16);
    }

    /** The characters up to the next separator; perhaps none. */
    private String token() {
        blanks();
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ",()=\"'".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean next(char c) {
        blanks();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private SpecException wrong(String what, int index) {
        String shown = text.length() <= 120 ? text : text.substring(0, 120) + "...";
        return new SpecException(what + " at column " + (index + 1) + " of '" + shown + "'");
    }
}
