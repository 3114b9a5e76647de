package thalweg.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one spec, of the syntax that {@link SpecSyntax} states, from left to right. */
final class SpecReader {
    private final String text;
    private int at;

    SpecReader(String text) {
        this.text = text;
    }

    Spec spec() {
        String id = token();
        if (!SpecSyntax.isId(id)) {
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
        if (arguments.size() == SpecSyntax.MOST_ARGUMENTS) {
            throw wrong("more than " + SpecSyntax.MOST_ARGUMENTS + " knobs", start);
        }
        int equals = text.indexOf('=', at);
        String name = "";
        if (equals >= 0 && SpecSyntax.isName(text.substring(at, equals).strip())) {
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
        if (SpecSyntax.isNumber(plain)) {
            return new Value.Num(Double.parseDouble(plain));
        }
        if (!SpecSyntax.isWord(token)) {
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
