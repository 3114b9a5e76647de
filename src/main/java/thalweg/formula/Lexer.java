package thalweg.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thalweg.formula.Token.Kind;

/** Cuts a text into words; also understands what people paste: {@code × · − ÷ ² ³ ₁ π θ √ **} and square brackets. */
final class Lexer {
    private static final String DIGITS_ABOVE = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String DIGITS_BELOW = "₀₁₂₃₄₅₆₇₈₉";
    private static final int LONGEST_SUPERSCRIPT = 6;
    private static final Map<Character, String> SYMBOLS = Map.ofEntries(
            Map.entry('+', "+"), Map.entry('-', "-"), Map.entry('−', "-"), Map.entry('–', "-"), Map.entry('*', "*"), Map.entry('×', "*"),
            Map.entry('·', "*"), Map.entry('⋅', "*"), Map.entry('∙', "*"), Map.entry('∗', "*"), Map.entry('/', "/"), Map.entry('÷', "/"),
            Map.entry('∕', "/"), Map.entry('^', "^"), Map.entry('(', "("), Map.entry(')', ")"), Map.entry('[', "("), Map.entry(']', ")"),
            Map.entry(',', ","));
    /** Letters that are a word by themselves. */
    private static final Map<Character, String> WORDS = Map.ofEntries(
            Map.entry('π', "pi"), Map.entry('√', "sqrt"), Map.entry('α', "alpha"), Map.entry('β', "beta"), Map.entry('γ', "gamma"),
            Map.entry('δ', "delta"), Map.entry('ε', "epsilon"), Map.entry('η', "eta"), Map.entry('κ', "kappa"), Map.entry('λ', "lambda"),
            Map.entry('μ', "mu"), Map.entry('ρ', "rho"), Map.entry('σ', "sigma"), Map.entry('τ', "tau"), Map.entry('φ', "phi"),
            Map.entry('ω', "omega"));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The words, closed by one of kind END. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.add(Kind.END, "", 0, text.length());
        return List.copyOf(lexer.tokens);
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            at++;
        } else if (isDigit(c) || c == '.' && isDigit(peek(1))) {
            number();
        } else if (c == '*' && peek(1) == '*') {
            add(Kind.SYMBOL, "^", 0, at);
            at += 2;
        } else if (SYMBOLS.containsKey(c)) {
            add(Kind.SYMBOL, SYMBOLS.get(c), 0, at++);
        } else if (c == 'θ' || c == 'ϑ') {
            theta();
        } else if (WORDS.containsKey(c)) {
            add(Kind.NAME, WORDS.get(c), 0, at++);
        } else if (isAbove(c)) {
            superscript();
        } else if (Character.isLetter(c) || c == '_') {
            name();
        } else {
            throw new FormulaException(at + 1, unreadable(c) + " at column " + (at + 1));
        }
    }

    private String unreadable(char c) {
        int point = text.codePointAt(at);
        String shown = "'" + Character.toString(point) + "'";
        return switch (c) {
            case '=', '<', '>' -> "a formula is one expression without " + shown + ", but has one";
            case '|' -> "write abs(...) instead of bars; '|' stands";
            case '.' -> "expected a digit after '.'";
            case '!' -> "factorials are not offered; '!' stands";
            case '{', '}' -> "write ( and ) instead of braces; " + shown + " stands";
            default -> shown + " has no meaning in a formula; it stands";
        };
    }

    private void number() {
        int start = at;
        digits();
        if (peek(0) == '.') {
            at++;
            digits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            int sign = peek(1) == '-' || peek(1) == '+' ? 1 : 0;
            if (isDigit(peek(1 + sign))) {
                at += 1 + sign;
                digits();
            }
        }
        String digits = text.substring(start, at);
        double value = Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            throw new FormulaException(start + 1, "the number '" + digits + "' at column " + (start + 1)
                    + " is too large; the largest is about 1.8e308");
        }
        if (peek(0) == '.') {
            throw new FormulaException(at + 1, "a number has one decimal point, but '" + digits + "' is followed by another at column " + (at + 1));
        }
        add(Kind.NUMBER, digits, value, start);
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void theta() {
        int start = at++;
        if (peek(0) == '_' && (isDigit(peek(1)) || isBelow(peek(1)))) {
            at++;
        }
        StringBuilder name = new StringBuilder("theta");
        while (isDigit(peek(0)) || isBelow(peek(0))) {
            name.append(plain(text.charAt(at++)));
        }
        add(Kind.NAME, name.toString(), 0, start);
    }

    private void name() {
        int start = at;
        StringBuilder name = new StringBuilder();
        while (isNamePart(peek(0))) {
            name.append(plain(text.charAt(at++)));
        }
        add(Kind.NAME, name.toString().replaceFirst("^theta_(?=\\d+$)", "theta"), 0, start);
    }

    private void superscript() {
        int start = at;
        boolean minus = peek(0) == '⁻';
        if (minus) {
            at++;
        }
        int value = 0;
        int digits = 0;
        while (DIGITS_ABOVE.indexOf(peek(0)) >= 0) {
            value = 10 * value + DIGITS_ABOVE.indexOf(text.charAt(at++));
            if (++digits > LONGEST_SUPERSCRIPT) {
                throw new FormulaException(start + 1, "a superscript has at most " + LONGEST_SUPERSCRIPT + " digits; longer ones start at column "
                        + (start + 1));
            }
        }
        if (digits == 0) {
            throw new FormulaException(at + 1, "expected a superscript digit after '⁻' at column " + (at + 1));
        }
        add(Kind.SUPERSCRIPT, text.substring(start, at), minus ? -value : value, start);
    }

    private void add(Kind kind, String word, double value, int start) {
        tokens.add(new Token(kind, word, value, start + 1));
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBelow(char c) {
        return DIGITS_BELOW.indexOf(c) >= 0;
    }

    private static boolean isAbove(char c) {
        return DIGITS_ABOVE.indexOf(c) >= 0 || c == '⁻';
    }

    private static boolean isNamePart(char c) {
        return (Character.isLetter(c) || c == '_' || isDigit(c) || isBelow(c)) && !WORDS.containsKey(c) && c != 'θ';
    }

    private static char plain(char c) {
        return isBelow(c) ? (char) ('0' + DIGITS_BELOW.indexOf(c)) : c;
    }
}
