package thalweg.formula;

/**
 * A word of a formula.
 *
 * @param text   normalised: one of {@code + - * / ^ ( ) ,}, a name, or the digits as written
 * @param value  of a number or superscript, else 0
 * @param column of its first character, counted from 1
 */
record Token(Kind kind, String text, double value, int column) {
    /** What a word is. */
    enum Kind { NUMBER, NAME, SUPERSCRIPT, SYMBOL, END }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** How an error names it. */
    String quoted() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
