package thalweg.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;
import thalweg.formula.FormulaException;
import thalweg.math.Range;

class TypedFormulaTest {
    private static Objective make(String spec) {
        return Objectives.CATALOG.make(Spec.parse(spec));
    }

    @Test
    void twoVariablesSpanAPlane() {
        Objective f = make("formula(\"x^2 + 3*y^2\", xmin=-1, xmax=3, ymax=2)");
        assertEquals(List.of(new Range(-1, 3), new Range(-5, 2)), f.appearance().window());
        assertEquals(List.of("x", "y"), f.appearance().axes());
        double[] gradient = new double[2];
        assertEquals(13, f.valueAndGradient(new double[] {1, 2}, gradient));
        assertEquals(2, gradient[0]);
        assertEquals(12, gradient[1]);
    }

    @Test
    void oneVariableMakesACurve() {
        Objective f = make("formula('theta1^2')");
        assertEquals(1, f.dimension());
        assertEquals(List.of(new Range(-5, 5)), f.appearance().window());
        assertEquals(List.of("\\theta_{1}"), f.appearance().axes());
    }

    @Test
    void aFormulaOfYAloneIsOneOfXAndY() {
        assertEquals(2, make("formula('y^2')").dimension());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "formula('x', xmin=2, xmax=1)|'formula': xmin must be below xmax, but they were 2 and 1",
        "formula('x*y', ymin=0, ymax=0)|'formula': ymin must be below ymax, but they were 0 and 0",
        "formula('theta1 + theta2 + theta3')|'formula': a formula to look at has one or two variables, but this one has theta1, theta2, theta3"})
    void whatCannotBeShownIsExplained(String spec, String message) {
        assertEquals(message, assertThrows(SpecException.class, () -> make(spec)).getMessage());
    }

    @Test
    void aMistakeInTheFormulaKeepsItsColumn() {
        SpecException error = assertThrows(SpecException.class, () -> make("formula('x + * 2')"));
        assertEquals(5, assertInstanceOf(FormulaException.class, error.getCause()).column());
    }

    @Test
    void movingTheWindowKeepsTheCompiledFormula() {
        FormulaObjective first = (FormulaObjective) make("formula('x^2 - y')");
        FormulaObjective second = (FormulaObjective) make("formula('x^2 - y', xmax=7)");
        assertSame(first.formula(), second.formula());
    }
}
