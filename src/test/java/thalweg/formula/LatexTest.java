package thalweg.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

class LatexTest {
    private static Formula formula(String text) {
        return Formula.parse(text, List.of("x", "y"), List.of("a", "b", "m", "A", "beta", "rate"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "b*(y-x^2)^2          ~ b\\left(y-x^{2}\\right)^{2}",
        "(a - x)^2 + b*(y - x^2)^2 ~ \\left(a-x\\right)^{2}+b\\left(y-x^{2}\\right)^{2}",
        "-x^2                 ~ -x^{2}",
        "(-x)^2               ~ \\left(-x\\right)^{2}",
        "x - (y - a)          ~ x-\\left(y-a\\right)",
        "(x - y) - a          ~ x-y-a",
        "x + (y - a)          ~ x+y-a",
        "x + (-y)             ~ x+\\left(-y\\right)",
        "x*(y*a)              ~ xya",
        "x*2                  ~ x\\cdot 2",
        "2*3*x                ~ 2\\cdot 3x",
        "2*(x/3)              ~ 2\\cdot \\frac{x}{3}",
        "x*(-y)               ~ x\\left(-y\\right)",
        "2*pi*x               ~ 2\\pi x",
        "x^6/6                ~ \\frac{x^{6}}{6}",
        "5.1*x^2/(4*pi^2)     ~ \\frac{5.1x^{2}}{4\\pi^{2}}",
        "(x/y)^2              ~ \\left(\\frac{x}{y}\\right)^{2}",
        "(x^2)^3              ~ \\left(x^{2}\\right)^{3}",
        "x^2^3                ~ x^{2^{3}}",
        "x^(1/2)              ~ x^{1/2}",
        "x^(-1/3)             ~ x^{-1/3}",
        "x^(y + 1)            ~ x^{y+1}",
        "sin(x)               ~ \\sin x",
        "sin(2x)              ~ \\sin\\left(2x\\right)",
        "sin(x)*y             ~ \\sin\\left(x\\right)y",
        "sin(x)*cos(y)        ~ \\sin x\\cos y",
        "y*sin(x)             ~ y\\sin x",
        "sin(x)^2             ~ \\sin^{2}x",
        "sin(3*pi*x)^2        ~ \\sin^{2}\\left(3\\pi x\\right)",
        "sin(x)^2*y           ~ \\sin^{2}\\left(x\\right)y",
        "sin(x)^(2*m)         ~ \\left(\\sin x\\right)^{2m}",
        "sin(pi)              ~ \\sin\\pi",
        "ln(x)                ~ \\ln x",
        "log10(x)             ~ \\log_{10}x",
        "sqrt(x + y)          ~ \\sqrt{x+y}",
        "abs(x)*3             ~ \\left|x\\right|\\cdot 3",
        "exp(-x^2)            ~ e^{-x^{2}}",
        "exp(x/2)             ~ \\exp\\left(\\frac{x}{2}\\right)",
        "e^x                  ~ e^{x}",
        "gauss(x - 1)         ~ e^{-\\left(x-1\\right)^{2}}",
        "sigmoid(x)           ~ \\sigma\\left(x\\right)",
        "relu(x)              ~ \\operatorname{relu}\\left(x\\right)",
        "sign(x)              ~ \\operatorname{sgn}\\left(x\\right)",
        "min(x, y, 3)         ~ \\min\\left(x,y,3\\right)",
        "asin(x)              ~ \\arcsin x",
        "beta*x               ~ \\beta x",
        "rate*x               ~ \\mathrm{rate}\\,x",
        "A*x                  ~ Ax",
        "0.0001*x             ~ 0.0001x",
        "1e-7*x               ~ 10^{-7}x",
        "2.5e12*x             ~ 2.5\\cdot 10^{12}x",
    })
    void setsAsInATextbook(String text, String latex) {
        assertEquals(latex, formula(text).latex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "x^2 + y^2                  ~ 2x",
        "x^6/6                      ~ x^{5}",
        "x^3/9                      ~ \\frac{x^{2}}{3}",
        "(a - x)^2 + b*(y - x^2)^2  ~ -2\\left(a-x\\right)-4bx\\left(y-x^{2}\\right)",
        "0.1*x^3                    ~ 0.3x^{2}",
        "1/x                        ~ -\\frac{1}{x^{2}}",
        "sin(x)*cos(x)              ~ \\cos^{2}x-\\sin^{2}x",
        "x*exp(-x)                  ~ e^{-x}-xe^{-x}",
        "sqrt(x)                    ~ \\frac{1}{2\\sqrt{x}}",
        "sqrt(x)^2                  ~ 1",
        "x^(1/3)                    ~ \\frac{x^{-2/3}}{3}",
        "x^a                        ~ ax^{a-1}",
        "2^x                        ~ 2^{x}\\ln\\left(2\\right)",
        "e^(3x)                     ~ 3e^{3x}",
        "abs(x)                     ~ \\operatorname{sgn}\\left(x\\right)",
        "abs(x)^2                   ~ 2x",
        "abs(x)^3                   ~ 3x\\left|x\\right|",
        "sigmoid(x)                 ~ \\sigma\\left(x\\right)\\left(1-\\sigma\\left(x\\right)\\right)",
        "relu(x)                    ~ \\left[x>0\\right]",
        "tanh(x)                    ~ \\frac{1}{\\cosh^{2}x}",
        "log10(x)                   ~ \\frac{1}{x\\ln\\left(10\\right)}",
        "atan(x)                    ~ \\frac{1}{1+x^{2}}",
        "-(x/(x + 1))               ~ -\\frac{1}{x+1}+\\frac{x}{\\left(x+1\\right)^{2}}",
        "min(x, y)                  ~ \\begin{cases}1&x\\le y\\\\0&\\text{otherwise}\\end{cases}",
        "cos(sqrt(x))               ~ -\\frac{\\frac{\\sin\\left(\\sqrt{x}\\right)}{\\sqrt{x}}}{2}",
        "y + a                      ~ 0",
    })
    void derivativesAreSimplified(String text, String latex) {
        assertEquals(latex, formula(text).latexDerivative(0));
    }

    @Test
    void secondDerivativesAreSimplified() {
        Formula f = formula("(a - x)^2 + b*(y - x^2)^2");
        assertEquals("2-4b\\left(y-x^{2}\\right)+8bx^{2}", f.latexSecondDerivative(0, 0));
        assertEquals("-4bx", f.latexSecondDerivative(0, 1));
        assertEquals("-4bx", f.latexSecondDerivative(1, 0));
        assertEquals("2b", f.latexSecondDerivative(1, 1));
    }

    @Test
    void numberedVariablesHaveSubscripts() {
        assertEquals("\\theta_{1}^{2}+\\theta_{2}", Formula.parse("theta1^2 + theta2").latex());
        assertEquals("\\theta_{0}\\theta_{1}", Formula.parse("theta0*theta1").latex());
    }

    /** What the typesetter gets from every function, derivative and constant must be TeX that it understands. */
    @Test
    void everythingCanBeDrawn() {
        List<String> texts = List.of("sin(x)*cos(x)*tan(x)*asin(x)*acos(y)*atan(y)", "sinh(x) + cosh(x) - tanh(x)", "exp(x/y) + ln(x)*log10(y)",
                "sqrt(abs(x))*sign(y)", "min(x, y, a) + max(x^2, y)", "sigmoid(x)*relu(y)*softplus(x)*gauss(y)", "cos(3*sqrt(x^2 + y^2))",
                "a*beta*rate*pi*e*m*A*x", "x^y^a", "1e-9*x + 1e300", "x*0*(1/0)");
        for (String text : texts) {
            Formula f = formula(text);
            for (String latex : List.of(f.latex(), f.latexDerivative(0), f.latexDerivative(1), f.latexSecondDerivative(0, 0),
                    f.latexSecondDerivative(0, 1))) {
                assertTrue(new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, 20).getIconWidth() > 0, latex);
            }
        }
    }

    @Test
    void whatNobodyCouldReadIsNotWrittenOut() {
        Formula f = Formula.parse("sin(".repeat(150) + "x" + ")".repeat(150));
        assertEquals("\\text{(too long to show)}", f.latexDerivative(0));
        assertTrue(new TeXFormula(f.latexDerivative(0)).createTeXIcon(TeXConstants.STYLE_DISPLAY, 20).getIconWidth() > 0);
    }
}
