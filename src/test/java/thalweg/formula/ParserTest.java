package thalweg.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    private static final double X = 1.7;
    private static final double Y = -0.6;
    private static final double A = 2.5;

    private static Formula formula(String text) {
        return Formula.parse(text, List.of("x", "y"), List.of("a", "beta"));
    }

    private static double value(String text) {
        return formula(text).compiled().value(new double[] {X, Y}, new double[] {A, 0.3});
    }

    /** What is written, and the same with every parenthesis and sign. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x + y*a              | x + (y*a)",
        "x - y - a            | (x - y) - a",
        "x/y/a                | (x/y)/a",
        "x/y*a                | (x/y)*a",
        "-x^2                 | -(x^2)",
        "(-x)^2               | (-x)*(-x)",
        "2^-1                 | 0.5",
        "2^-x^2               | 2^(-(x^2))",
        "2^3^2                | 512",
        "x^2y                 | (x^2)*y",
        "-x*y                 | -(x*y)",
        "x*-y                 | x*(-y)",
        "x--y                 | x + y",
        "+x                   | x",
        "3x                   | 3*x",
        "2sin(x)              | 2*sin(x)",
        "x y                  | x*y",
        "2(x+1)               | 2*(x + 1)",
        "(x)(y)               | x*y",
        "x(y+1)               | x*(y + 1)",
        "1/2x                 | (1/2)*x",
        "6xy                  | 6*x*y",
        "6xy^2                | 6*x*(y^2)",
        "ax                   | a*x",
        "2 beta x             | 2*beta*x",
        "sin(x)cos(y)         | sin(x)*cos(y)",
        "sin^2(x)             | sin(x)*sin(x)",
        "sin²(3x)             | sin(3*x)*sin(3*x)",
        "log(a)               | ln(a)",
        "arctan(x)            | atan(x)",
        "2pi x                | 2*pi*x",
        "2e                   | 2*e",
        "2e3                  | 2000",
        "2.5E-1               | 0.25",
        ".5x                  | 0.5*x",
        "5.x                  | 5*x",
        "e^x                  | exp(x)",
        "[x + 1][y - 1]       | (x + 1)*(y - 1)",
        "x**2                 | x^2",
        "2×x·y−1              | 2*x*y - 1",
        "x÷a                  | x/a",
        "x²+y³                | x^2 + y^3",
        "x⁻¹                  | 1/x",
        "x²y                  | (x^2)*y",
        "x¹²                  | x^12",
        "2π                   | 2*pi",
        "√(x)                 | sqrt(x)",
        "βx                   | beta*x",
        "min(x, y, a)         | min(min(x, y), a)",
        "max(x, 3)            | 3",
        "sigmoid(x)           | 1/(1 + e^(-x))",
        "gauss(x)             | e^(-x^2)",
        "softplus(x)          | ln(1 + e^x)",
        "relu(x) + relu(y)    | x",
        "sign(x) + sign(y)*2  | -1",
        "log10(1000)          | 3",
        "abs(y)               | -y",
        "sinh(x)+cosh(x)      | e^x",
        "tanh(x)              | sinh(x)/cosh(x)",
        "asin(sin(1)) + acos(cos(1)) | 2",
    })
    void bindsAsPeopleMeanIt(String written, String meant) {
        // a few roundings where the two are different formulas
        assertEquals(value(meant), value(written), 1e-15 * Math.max(1, Math.abs(value(meant))) * 4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "sine(x)         | 1  | unknown name 'sine' at column 1; did you mean 'sin'?",
        "x + sine(x)     | 5  | unknown name 'sine' at column 5; did you mean 'sin'?",
        "X^2             | 1  | unknown name 'X' at column 1; did you mean 'x'?",
        "2*Sin(x)        | 3  | unknown name 'Sin' at column 3; did you mean 'sin'?",
        "x + sqr(y)      | 5  | unknown name 'sqr' at column 5; did you mean 'sqrt'?",
        "bta*x           | 1  | unknown name 'bta' at column 1; did you mean 'beta'?",
        "x + q           | 5  | unknown name 'q' at column 5; the variables are x, y and the knobs a, beta",
        "x +             | 4  | the formula ends at column 4 where a number, a name or '(' was expected",
        "x + * y         | 5  | expected a number, a name or '(' but found '*' at column 5",
        "(x + y          | 7  | the formula ends at column 7 where ')' for the '(' at column 1 was expected",
        "x + y)          | 6  | ')' at column 6 closes nothing; expected an operator or the end",
        "sin x           | 5  | expected '(' after 'sin' but found 'x' at column 5",
        "sin             | 4  | the formula ends at column 4 where '(' after 'sin' was expected",
        "sin()           | 5  | expected a number, a name or '(' but found ')' at column 5",
        "sin(x, y)       | 1  | 'sin' at column 1 takes 1 argument, but has 2",
        "x + min(y)      | 5  | 'min' at column 5 takes 2 or more arguments, but has 1",
        "sin^-1(x)       | 5  | expected a whole number above 0 as power of 'sin', or 'sin(...)^(...)', but found '-' at column 5",
        "1,5*x           | 2  | expected an operator but found ',' at column 2; decimals are written with a point",
        "x 2             | 3  | expected an operator but found '2' at column 3; a number after a factor needs '*' or '^' between",
        "f = x           | 3  | a formula is one expression without '=', but has one at column 3",
        "x $ y           | 3  | '$' has no meaning in a formula; it stands at column 3",
        "1.2.3           | 4  | a number has one decimal point, but '1.2' is followed by another at column 4",
        "x + .           | 5  | expected a digit after '.' at column 5",
        "1e999           | 1  | the number '1e999' at column 1 is too large; the largest is about 1.8e308",
        "x^              | 3  | the formula ends at column 3 where a number, a name or '(' was expected",
        "x⁻              | 3  | expected a superscript digit after '⁻' at column 3",
        "2 * (x + (y 3)) | 13 | expected an operator but found '3' at column 13; a number after a factor needs '*' or '^' between",
    })
    void errorsPointAtTheColumnAndSayWhatWouldWork(String text, int column, String message) {
        FormulaException e = assertThrows(FormulaException.class, () -> formula(text));
        assertEquals(message, e.getMessage());
        assertEquals(column, e.column());
    }

    @Test
    void barsAreNotAbs() {
        FormulaException e = assertThrows(FormulaException.class, () -> formula("x + |y|"));
        assertEquals("write abs(...) instead of bars; '|' stands at column 5", e.getMessage());
        assertEquals(5, e.column());
    }

    @Test
    void anEmptyFormulaSaysSo() {
        for (String text : List.of("", "   ", "\t\n")) {
            FormulaException e = assertThrows(FormulaException.class, () -> Formula.parse(text));
            assertEquals("the formula is empty; try x^2 + y^2", e.getMessage());
            assertEquals(1, e.column());
        }
    }

    @Test
    void lengthIsLimited() {
        Formula.parse("x+".repeat(999) + "x ");
        FormulaException e = assertThrows(FormulaException.class, () -> Formula.parse("x+".repeat(1000) + "x"));
        assertEquals("a formula has at most 2000 characters, but this one has 2001", e.getMessage());
        assertEquals(2001, e.column());
    }

    /** Whatever opens a level counts; all but the first stand in the way of a stack overflow. */
    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "sin(", "x^", "x^-", "[", "min(x,", "+", "abs(x-"})
    void depthIsLimited(String opening) {
        FormulaException e = assertThrows(FormulaException.class, () -> Formula.parse(opening.repeat(2000 / opening.length())));
        assertTrue(e.getMessage().startsWith("a formula is nested at most 200 deep, but goes deeper at column "), e.getMessage());
        assertTrue(e.column() <= 201 * opening.length() + 1, e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x^2          | x",
        "y^2          | x y",
        "xy           | x y",
        "3            | x",
        "y + exp(1)   | x y",
        "theta1^2     | theta1",
        "θ₁ + θ₃      | theta1 theta2 theta3",
        "theta_2      | theta1 theta2",
        "θ_2 - θ1     | theta1 theta2",
        "theta0*theta1| theta0 theta1",
    })
    void findsItsVariables(String text, String variables) {
        assertEquals(List.of(variables.split(" ")), Formula.parse(text).variables());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "theta1 + x | 10 | a formula is one of x and y or one of theta1, theta2, ..., but has both: 'x' at column 10 beside 'theta1' at column 1",
        "theta100   | 1  | variables go from theta0 to theta99, but 'theta100' stands at column 1",
        "2 theta999999999999 | 3 | variables go from theta0 to theta99, but 'theta999999999999' stands at column 3",
        "theta01    | 1  | variables go from theta0 to theta99, but 'theta01' stands at column 1",
        "z^2        | 1  | unknown name 'z' at column 1; variables are x and y, or theta1, theta2, ...",
    })
    void refusesVariablesItCannotHave(String text, int column, String message) {
        FormulaException e = assertThrows(FormulaException.class, () -> Formula.parse(text));
        assertEquals(message, e.getMessage());
        assertEquals(column, e.column());
    }

    @Test
    void namesOfVariablesAndKnobsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> Formula.parse("1", List.of("x", "x"), List.of()));
        assertThrows(IllegalArgumentException.class, () -> Formula.parse("1", List.of("x"), List.of("sin")));
        assertThrows(IllegalArgumentException.class, () -> Formula.parse("1", List.of("x"), List.of("max")));
        assertThrows(IllegalArgumentException.class, () -> Formula.parse("1", List.of("x"), List.of("a b")));
    }

    @Test
    void aKnobHidesTheConstantOfItsName() {
        Formula f = Formula.parse("e*x + pi", List.of("x"), List.of("e", "pi"));
        assertEquals(3 * 2 + 5, f.compiled().value(new double[] {2}, new double[] {3, 5}));
        Formula g = Formula.parse("e^x", List.of("x"), List.of("e"));
        assertEquals(9, g.compiled().value(new double[] {2}, new double[] {3}));
        assertEquals("\\exp\\left(x\\right)", Formula.parse("exp(x)", List.of("x"), List.of("e")).latex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x - (y - a)", "x - y - a", "x/(y/a)", "x/(y*a)", "x*(y/a)", "(x^2)^3", "x^2^3", "-x^2", "(-x)^2", "2^(-x)", "-(x + y)",
            "-(-x)", "(-x)*y", "-x*y", "x*(-y)",
        "x + (-y)", "x + (y + a)", "x*(y*a)", "1e-300*x", "1e22*x", "0.1 + 123456789.125", "min(x, max(y, a), 3)", "(x + y)*(x - y)", "sin(x)^2",
                "-sin(-x)", "(x/y)^a",
        "e^x", "pi*x", "(-x)/y", "-x/y", "x^(y + 1)", "x^(-y)"})
    void whatIsPrintedReadsBackTheSame(String text) {
        Formula f = formula(text);
        String printed = Printer.print(f.function());
        assertEquals(f.function(), formula(printed).function(), printed);
    }

    @Test
    void printingAddsNoParenthesesThatAreNotNeeded() {
        for (String text : List.of("(x - 1)^2 + 100*(y - x^2)^2", "-x^2", "x - (y - a)", "2*x*y/a", "-cos(x)*cos(y)*exp(-(x - pi)^2 - (y - pi)^2)",
                "x^2^3")) {
            assertEquals(text, Printer.print(formula(text).function()));
        }
    }
}
