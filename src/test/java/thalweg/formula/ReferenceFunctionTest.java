package thalweg.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import thalweg.math.Chance;
import thalweg.math.Estimate;
import thalweg.math.Purpose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All functions of reference/test-functions.json, whose numbers were computed in 30 digits elsewhere. */
class ReferenceFunctionTest {
    private static final int POINTS = 50;
    private static final double[] NO_KNOBS = {};
    /** Values and gradients of sums of a few terms as large as those of Goldstein-Price and Shubert at their minima keep this much. */
    private static final double VALUE = 1e-10;
    /** Bukin's root turns a rounding of 1e-17 into 3e-7. */
    private static final double BUKIN = 1e-6;

    /** The functions with knobs, in the form with knobs, and the values at which they are those of the table. */
    private static final Map<String, Parametric> PARAMETRIC = Map.of(
            "rosenbrock", new Parametric("(a - x)^2 + b*(y - x^2)^2", List.of("a", "b"), 1, 100),
            "ravine", new Parametric("(a*x^2 + b*y^2)/2", List.of("a", "b"), 1, 25),
            "rastrigin", new Parametric("2*A + x^2 - A*cos(2*pi*x) + y^2 - A*cos(2*pi*y)", List.of("A"), 10),
            "michalewicz", new Parametric("-sin(x)*sin(x^2/pi)^(2*m) - sin(y)*sin(2*y^2/pi)^(2*m)", List.of("m"), 10));

    private record Parametric(String text, List<String> knobs, double... values) {
    }

    static Stream<JsonNode> functions() throws IOException {
        try (InputStream in = ReferenceFunctionTest.class.getResourceAsStream("/thalweg/reference/test-functions.json")) {
            return StreamSupport.stream(JsonMapper.shared().readTree(in).spliterator(), false);
        }
    }

    private static Formula formula(JsonNode f) {
        return Formula.parse(f.get("formula").asString());
    }

    private static double[] point(JsonNode x) {
        return new double[] {x.get(0).asDouble(), x.get(1).asDouble()};
    }

    private static Stream<double[]> points(JsonNode f) {
        JsonNode d = f.get("domain");
        return Stream.iterate(0, i -> i < 2 * POINTS, i -> i + 2).map(i -> new double[] {
            d.get(0).get(0).asDouble() + Chance.uniform(1, Purpose.TEST, i) * (d.get(0).get(1).asDouble() - d.get(0).get(0).asDouble()),
            d.get(1).get(0).asDouble() + Chance.uniform(1, Purpose.TEST, i + 1) * (d.get(1).get(1).asDouble() - d.get(1).get(0).asDouble())});
    }

    @Test
    void thereAreThirtyThree() throws IOException {
        assertEquals(33, functions().count());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void valuesAtCriticalPointsAreThoseListed(JsonNode f) {
        CompiledFormula compiled = formula(f).compiled();
        for (String list : List.of("minima", "otherCriticalPoints")) {
            for (JsonNode c : f.get(list)) {
                double tolerance = f.get("id").asString().equals("bukin-6") ? BUKIN : VALUE;
                assertEquals(c.get("f").asDouble(), compiled.value(point(c.get("x")), NO_KNOBS), tolerance);
            }
        }
    }

    /** The points are listed to 17 digits, so that a gradient there is rounding times curvature, of which 1e4 is the largest. */
    @ParameterizedTest
    @MethodSource("functions")
    void gradientsVanishAtCriticalPoints(JsonNode f) {
        CompiledFormula compiled = formula(f).compiled();
        if (f.get("id").asString().equals("eggholder")) {
            return;                                                        // its minimum lies on the boundary
        }
        for (String list : List.of("minima", "otherCriticalPoints")) {
            for (JsonNode c : f.get(list)) {
                double[] gradient = new double[2];
                compiled.valueAndGradient(point(c.get("x")), NO_KNOBS, gradient);
                assertEquals(0, Math.hypot(gradient[0], gradient[1]), 1e-10, c::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void eigenvaluesAreThoseListed(JsonNode f) {
        CompiledFormula compiled = formula(f).compiled();
        for (JsonNode c : f.get("otherCriticalPoints")) {
            double[] h = new double[4];
            compiled.hessian(point(c.get("x")), NO_KNOBS, h);
            double mean = (h[0] + h[3]) / 2;
            double spread = Math.hypot((h[0] - h[3]) / 2, h[1]);
            // listed to 13 digits
            assertEquals(c.get("eigenvalues").get(0).asDouble(), mean - spread, 1e-8 * Math.max(1, Math.abs(mean) + spread), c::toString);
            assertEquals(c.get("eigenvalues").get(1).asDouble(), mean + spread, 1e-8 * Math.max(1, Math.abs(mean) + spread), c::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void gradientsEqualDifferencesAllOverTheDomain(JsonNode f) {
        CompiledFormula compiled = formula(f).compiled();
        points(f).forEach(p -> {
            double[] gradient = new double[2];
            double value = compiled.valueAndGradient(p, NO_KNOBS, gradient);
            assertEquals(value, compiled.value(p, NO_KNOBS));
            for (int i = 0; i < 2; i++) {
                Estimate d = Estimate.of(t -> compiled.value(t, NO_KNOBS), p, i);
                assertEquals(d.value(), gradient[i], tolerance(d, value), f.get("id") + ", derivative " + i + " at " + p[0] + ", " + p[1]);
            }
        });
    }

    /** What the two steps say, and rounding of the function over the step. */
    private static double tolerance(Estimate d, double value) {
        assertTrue(d.error() < 5e-2 * Math.max(1, Math.abs(d.value())) + 1e-9 * Math.abs(value), "too coarse a partner: " + d);
        return d.error() + 1e-8 * Math.max(1, Math.abs(d.value())) + 1e-9 * Math.abs(value);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void hessiansEqualDifferencesAllOverTheDomain(JsonNode f) {
        CompiledFormula compiled = formula(f).compiled();
        points(f).forEach(p -> {
            double[] gradient = new double[2];
            double[] hessian = new double[4];
            compiled.valueAndGradient(p, NO_KNOBS, gradient);
            compiled.hessian(p, NO_KNOBS, hessian);
            for (int i = 0; i < 4; i++) {
                int row = i / 2;
                Estimate d = Estimate.of(t -> {
                    double[] g = new double[2];
                    compiled.valueAndGradient(t, NO_KNOBS, g);
                    return g[row];
                }, p, i % 2);
                double size = Math.max(Math.abs(gradient[row]), Math.abs(hessian[3 * row]));
                assertEquals(d.value(), hessian[i], tolerance(d, 10 * size), f.get("id") + ", entry " + i + " at " + p[0] + ", " + p[1]);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void smoothIsWhatTheTableCallsDifferentiable(JsonNode f) {
        assertEquals(f.get("differentiable").asBoolean(), formula(f).isSmooth());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everythingIsTypeset(JsonNode f) {
        Formula formula = formula(f);
        for (String latex : List.of(formula.latex(), formula.latexDerivative(0), formula.latexDerivative(1), formula.latexSecondDerivative(0, 1))) {
            assertTrue(new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, 20).getIconWidth() > 0, latex);
        }
    }

    @Test
    void formsWithKnobsEqualTheTableAtItsValues() throws IOException {
        List<JsonNode> known = functions().filter(f -> PARAMETRIC.containsKey(f.get("id").asString())).toList();
        assertEquals(PARAMETRIC.size(), known.size());
        for (JsonNode f : known) {
            Parametric p = PARAMETRIC.get(f.get("id").asString());
            CompiledFormula turned = Formula.parse(p.text, List.of("x", "y"), p.knobs).compiled();
            CompiledFormula fixed = formula(f).compiled();
            points(f).forEach(x -> {
                double expected = fixed.value(x, NO_KNOBS);
                assertEquals(expected, turned.value(x, p.values), 1e-13 * Math.max(1, Math.abs(expected)), p.text);      // a few roundings apart
            });
        }
    }

    @Test
    void minimumOfRosenbrockIsItselfAFormulaOfTheKnob() {
        double[] knobs = {1.5, 100};
        double x = Formula.parse("a", List.of(), List.of("a", "b")).compiled().value(NO_KNOBS, knobs);
        double y = Formula.parse("a^2", List.of(), List.of("a", "b")).compiled().value(NO_KNOBS, knobs);
        assertEquals(0, Formula.parse("(a - x)^2 + b*(y - x^2)^2", List.of("x", "y"), List.of("a", "b")).compiled()
                .value(new double[] {x, y}, knobs));
    }
}
