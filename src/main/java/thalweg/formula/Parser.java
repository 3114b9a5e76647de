package thalweg.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.formula.Token.Kind;

/**
 * Reads people's notation by recursive descent.
 *
 * <pre>
 * sum      = product { ("+" | "-") product }
 * product  = ("-" | "+") product | factor { ("*" | "/" | nothing) factor }
 * factor   = ("-" | "+") factor | power                 "nothing" only before a name or "("
 * power    = primary [superscript] [ "^" exponent ]
 * exponent = ("-" | "+") exponent | power               so 2^3^2 = 2^9 and -x^2 = -(x^2)
 * primary  = number | name | function [ "^" whole number | superscript ] "(" sum { "," sum } ")" | "(" sum ")"
 * </pre>
 *
 * <p>Multiplication without a sign binds like one with a sign: 1/2x is (1/2) x, as in Python with its sign.
 */
final class Parser {
    static final int MOST_CHARACTERS = 2000;
    static final int DEEPEST = 200;

    private final Algebra algebra;
    private final Scope scope;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(Algebra algebra, Scope scope, List<Token> tokens) {
        this.algebra = algebra;
        this.scope = scope;
        this.tokens = tokens;
    }

    /** The words of a text that is not empty and not too long. */
    static List<Token> tokens(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new FormulaException(MOST_CHARACTERS + 1,
                    "a formula has at most " + MOST_CHARACTERS + " characters, but this one has " + text.length());
        }
        List<Token> tokens = Lexer.tokens(text);
        if (tokens.size() == 1) {
            throw new FormulaException(1, "the formula is empty; try x^2 + y^2");
        }
        return tokens;
    }

    static Expr parse(Algebra algebra, Scope scope, List<Token> tokens) {
        Parser parser = new Parser(algebra, scope, tokens);
        Expr e = parser.sum();
        if (parser.token().kind() != Kind.END) {
            throw parser.left();
        }
        return e;
    }

    private Expr sum() {
        enter();
        Expr e = product();
        while (token().is("+") || token().is("-")) {
            Operator o = take().is("+") ? Operator.ADD : Operator.SUBTRACT;
            e = algebra.binary(o, e, product());
        }
        depth--;
        return e;
    }

    private Expr product() {
        if (token().is("-") || token().is("+")) {
            enter();
            boolean minus = take().is("-");
            Expr e = product();
            depth--;
            return minus ? algebra.call(Function.NEGATE, e) : e;
        }
        Expr e = factor();
        while (true) {
            if (token().is("*") || token().is("/")) {
                Operator o = take().is("*") ? Operator.MULTIPLY : Operator.DIVIDE;
                e = algebra.binary(o, e, factor());
            } else if (token().kind() == Kind.NAME || token().is("(")) {
                e = names(e);
            } else {
                return e;
            }
        }
    }

    private Expr factor() {
        if (token().is("-") || token().is("+")) {
            enter();
            boolean minus = take().is("-");
            Expr e = factor();
            depth--;
            return minus ? algebra.call(Function.NEGATE, e) : e;
        }
        Optional<List<String>> letters = splittable();
        return letters.isPresent() ? split(Optional.empty(), letters.get()) : power(primary());
    }

    /** Another factor without a sign before it. */
    private Expr names(Expr before) {
        Optional<List<String>> letters = splittable();
        return letters.isPresent() ? split(Optional.of(before), letters.get()) : algebra.binary(Operator.MULTIPLY, before, power(primary()));
    }

    private Optional<List<String>> splittable() {
        Token t = token();
        boolean known = t.kind() != Kind.NAME || isCallable(t.text()) || scope.quantity(t.text(), algebra).isPresent();
        return known ? Optional.empty() : scope.letters(t.text());
    }

    /** xy is x y, and in xy^2 only y is squared. */
    private Expr split(Optional<Expr> before, List<String> letters) {
        take();
        Expr e = null;
        for (int i = 0; i < letters.size(); i++) {
            Expr letter = scope.quantity(letters.get(i), algebra).orElseThrow();
            Expr factor = i == letters.size() - 1 ? power(letter) : letter;
            e = e != null ? algebra.binary(Operator.MULTIPLY, e, factor)
                    : before.isPresent() ? algebra.binary(Operator.MULTIPLY, before.get(), factor) : factor;
        }
        return e;
    }

    private Expr power(Expr primary) {
        Expr base = primary;
        if (token().kind() == Kind.SUPERSCRIPT) {
            base = algebra.binary(Operator.POWER, base, algebra.number(take().value()));
        }
        if (!token().is("^")) {
            return base;
        }
        take();
        enter();
        Expr e = algebra.binary(Operator.POWER, base, exponent());
        depth--;
        return e;
    }

    private Expr exponent() {
        if (token().is("-") || token().is("+")) {
            enter();
            boolean minus = take().is("-");
            Expr e = exponent();
            depth--;
            return minus ? algebra.call(Function.NEGATE, e) : e;
        }
        return power(primary());
    }

    private Expr primary() {
        Token t = token();
        if (t.kind() == Kind.NUMBER) {
            take();
            return algebra.literal(t.value());
        }
        if (t.is("(")) {
            take();
            Expr e = sum();
            close(t);
            return e;
        }
        if (t.kind() != Kind.NAME) {
            throw missing("a number, a name or '('");
        }
        Optional<Expr> quantity = scope.quantity(t.text(), algebra);
        if (quantity.isPresent()) {
            take();
            return quantity.get();
        }
        if (!isCallable(t.text())) {
            throw scope.unknown(t);
        }
        take();
        return call(t);
    }

    private boolean isCallable(String name) {
        return scope.function(name).isPresent() || name.equals("min") || name.equals("max");
    }

    private Expr call(Token name) {
        Optional<Expr> power = powerOfFunction(name);
        if (!token().is("(")) {
            throw missing("'(' after '" + name.text() + "'");
        }
        Token open = take();
        List<Expr> arguments = new ArrayList<>(List.of(sum()));
        while (token().is(",")) {
            take();
            arguments.add(sum());
        }
        close(open);
        Expr e = apply(name, arguments);
        return power.isPresent() ? algebra.binary(Operator.POWER, e, power.get()) : e;
    }

    /** The 2 of sin^2(x); a negative one could as well mean the inverse function. */
    private Optional<Expr> powerOfFunction(Token name) {
        if (token().kind() == Kind.SUPERSCRIPT && token().value() > 0) {
            return Optional.of(algebra.literal(take().value()));
        }
        if (token().is("^") || token().kind() == Kind.SUPERSCRIPT) {
            if (token().is("^")) {
                take();
            }
            if (token().kind() != Kind.NUMBER || token().value() != Math.rint(token().value())) {
                throw missing("a whole number above 0 as power of '" + name.text() + "', or '" + name.text() + "(...)^(...)',");
            }
            return Optional.of(algebra.literal(take().value()));
        }
        return Optional.empty();
    }

    private Expr apply(Token name, List<Expr> arguments) {
        Optional<Function> function = scope.function(name.text());
        int count = arguments.size();
        if (function.isPresent() && count == 1) {
            return algebra.call(function.get(), arguments.getFirst());
        }
        if (function.isPresent() || count == 1) {
            throw new FormulaException(name.column(), "'" + name.text() + "' at column " + name.column() + " takes "
                    + (function.isPresent() ? "1 argument" : "2 or more arguments") + ", but has " + count);
        }
        Operator o = name.text().equals("min") ? Operator.MIN : Operator.MAX;
        return arguments.stream().reduce((a, b) -> algebra.binary(o, a, b)).orElseThrow();
    }

    private void close(Token open) {
        if (!token().is(")")) {
            if (token().kind() == Kind.NUMBER || token().is(",")) {
                throw left();
            }
            throw missing("')' for the '(' at column " + open.column());
        }
        take();
    }

    private FormulaException missing(String expected) {
        Token t = token();
        return new FormulaException(t.column(), t.kind() == Kind.END
                ? "the formula ends at column " + t.column() + " where " + expected + " was expected"
                : "expected " + expected + " but found " + t.quoted() + " at column " + t.column());
    }

    /** The error for a word that cannot go on an expression that could end here. */
    private FormulaException left() {
        Token t = token();
        String help = t.is(")") ? "')' at column " + t.column() + " closes nothing; expected an operator or the end"
                : t.is(",") ? "expected an operator but found ',' at column " + t.column() + "; decimals are written with a point"
                : "expected an operator but found " + t.quoted() + " at column " + t.column()
                        + (t.kind() == Kind.NUMBER ? "; a number after a factor needs '*' or '^' between" : "");
        return new FormulaException(t.column(), help);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new FormulaException(token().column(),
                    "a formula is nested at most " + DEEPEST + " deep, but goes deeper at column " + token().column());
        }
    }

    private Token token() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }
}
