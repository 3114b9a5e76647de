package thalweg.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the expressions of rules' lines: {@code + - * / ^}, parentheses, numbers, names, calls; all operators bind to the left. */
final class TermSyntax {
    private final String text;
    private int at;

    private TermSyntax(String text) {
        this.text = text;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException naming the column, counted from 1
     */
    static Term parse(String text) {
        TermSyntax syntax = new TermSyntax(text);
        Term term = syntax.sum();
        if (syntax.peek() != 0) {
            throw syntax.error("an operator or the end");
        }
        return term;
    }

    private Term sum() {
        Term left = product();
        while (peek() == '+' || peek() == '-') {
            left = new Term.Binary(take(), left, product());
        }
        return left;
    }

    private Term product() {
        Term left = factor();
        while (peek() == '*' || peek() == '/') {
            left = new Term.Binary(take(), left, factor());
        }
        return left;
    }

    private Term factor() {
        if (peek() == '-') {
            take();
            return new Term.Minus(factor());
        }
        Term base = primary();
        if (peek() != '^') {
            return base;
        }
        take();
        return new Term.Binary('^', base, primary());
    }

    private Term primary() {
        char c = peek();
        if (c == '(') {
            take();
            Term inside = sum();
            close();
            return inside;
        }
        String word = word();
        if (word.isEmpty()) {
            throw error("a number, a name or '('");
        }
        if (Character.isDigit(c)) {
            return new Term.Number(Double.parseDouble(word));
        }
        if (peek() != '(') {
            return new Term.Name(word);
        }
        take();
        List<Term> arguments = new ArrayList<>(List.of(sum()));
        while (peek() == ',') {
            take();
            arguments.add(sum());
        }
        close();
        return new Term.Call(Term.Function.valueOf(word.toUpperCase(Locale.ROOT)), arguments);
    }

    private String word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return text.substring(from, at);
    }

    private void close() {
        if (peek() != ')') {
            throw error("')'");
        }
        take();
    }

    /** The next character that is no space; 0 at the end. */
    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private char take() {
        char c = peek();
        at++;
        return c;
    }

    private IllegalArgumentException error(String wanted) {
        return new IllegalArgumentException("'" + text + "': expected " + wanted + " at column " + (at + 1));
    }
}
