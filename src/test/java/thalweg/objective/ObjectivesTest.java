package thalweg.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.formula.Formula;
import thalweg.math.Chance;
import thalweg.math.Differences;
import thalweg.math.Purpose;
import thalweg.math.Range;
import thalweg.math.SymmetricOperator;
import thalweg.math.Vec;

/** What every objective of the catalog must do, and what the reference says of it. */
class ObjectivesTest {
    /** Steps of the differences, relative to the coordinate: one of them suits any function, and a wrong derivative agrees with none. */
    private static final double[] STEPS = {1e-4, 1e-5, 1e-6, 1e-7, 1e-8};
    /** What the best of these steps leaves, relative to the derivative's size: rounding over the step. */
    private static final double AGREE = 1e-6;
    private static final int POINTS = 60;

    /** Every entry with its defaults, and with each knob at either end of its slider. */
    static Stream<Spec> specs() {
        return choices().stream().filter(choice -> !choice.id().equals("grid"))
                .flatMap(choice -> Stream.concat(Stream.of(Spec.of(choice.id())), moved(choice)));
    }

    private static Stream<Spec> moved(Choice<Objective> choice) {
        return choice.id().equals("formula") ? Stream.empty() : choice.knobs().stream().filter(k -> k.kind() != KnobInfo.Kind.TEXT)
                .flatMap(k -> Stream.of(Spec.of(choice.id()).with(k.name(), k.min()), Spec.of(choice.id()).with(k.name(), k.max())));
    }

    static List<Reference> references() {
        return Reference.all();
    }

    static List<Choice<Objective>> choices() {
        return Objectives.CATALOG.choices();
    }

    private static double[] point(List<Range> window, int k) {
        int n = window.size();
        return IntStream.range(0, n).mapToDouble(i -> window.get(i).at(Chance.uniform(7, Purpose.TEST, (long) k * n + i))).toArray();
    }

    /** How far {@code exact} is from the best of the differences. */
    private static double error(double exact, double size, double x, DoubleUnaryOperator difference) {
        double best = Double.POSITIVE_INFINITY;
        for (double step : STEPS) {
            best = Math.min(best, Math.abs(difference.applyAsDouble(step * Math.max(1, Math.abs(x))) - exact));
        }
        return best / Math.max(1, size);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void gradientAgreesWithDifferences(Spec spec) {
        Objective f = Objectives.CATALOG.make(spec).evaluator();
        double[] gradient = new double[f.dimension()];
        for (int k = 0; k < POINTS; k++) {
            double[] x = point(f.appearance().window(), k);
            double value = f.valueAndGradient(x, gradient);
            assertEquals(f.value(x), value, 1e-12 * Math.max(1, Math.abs(value)), "two ways to the same value");
            double size = Math.max(Vec.of(gradient).norm(), Math.abs(value) * 1e-3);
            for (int i = 0; i < x.length; i++) {
                int at = i;
                double error = error(gradient[i], size, x[i], h -> Differences.partial(f::value, x, at, h));
                assertTrue(error < AGREE, () -> spec + " at " + Vec.of(x) + ": gradient " + Vec.of(gradient) + " is off by " + error);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void hessianAgreesWithDifferencesOfTheGradientAndIsSymmetric(Spec spec) {
        Objective f = Objectives.CATALOG.make(spec).evaluator();
        assertTrue(f.hasHessian());
        int n = f.dimension();
        double[] hessian = new double[n * n];
        double[] gradient = new double[n];
        for (int k = 0; k < POINTS; k++) {
            double[] x = point(f.appearance().window(), k);
            f.hessian(x, hessian);
            f.valueAndGradient(x, gradient);
            double size = Math.max(Vec.of(hessian).norm(), Vec.of(gradient).norm() * 1e-3);
            for (int ij = 0; ij < n * n; ij++) {
                int i = ij / n;
                int j = ij % n;
                assertEquals(hessian[i * n + j], hessian[j * n + i], "symmetric");
                double error = error(hessian[ij], size, x[j], h -> Differences.partial(at -> {
                    double[] g = new double[n];
                    f.valueAndGradient(at, g);
                    return g[i];
                }, x, j, h));
                assertTrue(error < AGREE, () -> spec + " at " + Vec.of(x) + ": Hessian " + Vec.of(hessian) + " is off by " + error);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void hessianToMultiplyWithHasTheColumnsOfTheHessian(Spec spec) {
        Objective f = Objectives.CATALOG.make(spec);
        int n = f.dimension();
        double[] x = point(f.appearance().window(), 0);
        double[] hessian = new double[n * n];
        f.hessian(x, hessian);
        SymmetricOperator h = f.hessianAt(x).orElseThrow();
        Arrays.fill(x, 0.3);                                      // it stays where it was made
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            h.times(unit, column);
            for (int i = 0; i < n; i++) {
                assertEquals(hessian[i * n + j], column[i], spec + ", entry " + i + ", " + j);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void startLiesInTheWindowOnASlope(Spec spec) {
        Objective f = Objectives.CATALOG.make(spec);
        Appearance a = f.appearance();
        assertEquals(f.dimension(), a.window().size());
        assertEquals(f.dimension(), a.axes().size());
        double[] start = a.start().toArray();
        assertEquals(f.dimension(), start.length);
        double[] gradient = new double[start.length];
        assertTrue(Double.isFinite(f.valueAndGradient(start, gradient)));
        double norm = Vec.of(gradient).norm();
        assertTrue(norm > 1e-7 && norm < 1e12, () -> "gradient at the start " + Vec.of(gradient));
        for (int i = 0; i < start.length; i++) {
            assertTrue(a.window().get(i).contains(start[i]), () -> "start " + a.start() + " in " + a.window());
        }
    }

    /** No known minimum is beaten by 500 points of the window, wherever the knobs are; where there is a gradient it vanishes. */
    @ParameterizedTest
    @MethodSource("specs")
    void knownMinimaFollowTheKnobs(Spec spec) {
        Objective f = Objectives.CATALOG.make(spec);
        double[] gradient = new double[f.dimension()];
        for (Vec minimum : f.appearance().minima()) {
            double lowest = f.value(minimum.toArray());
            for (int k = 0; k < 500; k++) {
                double[] x = point(f.appearance().window(), k);
                // 1e-9: values grow to 1e6 and are subtracted
                assertTrue(f.value(x) >= lowest - 1e-9, () -> spec + ": " + Vec.of(x) + " is below " + minimum);
            }
            boolean cornered = Set.of("ackley", "absolute", "bukin-6", "eggholder", "drop-wave").contains(spec.id());
            if (!cornered) {
                f.valueAndGradient(minimum.toArray(), gradient);
                assertEquals(0, Vec.of(gradient).norm(), 1e-9, () -> spec + " at " + minimum);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void anyNumberOfThreadsMayAskAtOnce(Spec spec) {
        Objective f = Objectives.CATALOG.make(spec);
        List<Range> window = f.appearance().window();
        DoubleUnaryOperator ask = k -> {
            double[] gradient = new double[f.dimension()];
            double value = f.valueAndGradient(point(window, (int) k), gradient);
            return value + gradient[0];
        };
        double[] alone = IntStream.range(0, 300).mapToDouble(ask::applyAsDouble).toArray();
        double[] together = IntStream.range(0, 300).parallel().mapToDouble(ask::applyAsDouble).toArray();
        assertEquals(Vec.of(alone), Vec.of(together));
    }

    @ParameterizedTest
    @MethodSource("references")
    void formulaAndDomainAreThoseOfTheReference(Reference reference) {
        Objective f = Objectives.CATALOG.make(Spec.of(reference.id()));
        assertEquals(reference.name(), f.appearance().name());
        List<Range> window = f.appearance().window();
        if (f.appearance().closed()) {
            assertEquals(reference.domain(), window);
        } else {
            assertTrue(IntStream.range(0, 2).allMatch(i -> reference.domain().get(i).min() < window.get(i).min()
                    && window.get(i).max() < reference.domain().get(i).max()), () -> window + " in " + reference.domain());
        }
        Formula written = Formula.parse(reference.formula(), List.of("x", "y"), List.of());
        for (int k = 0; k < POINTS; k++) {
            double[] x = point(reference.domain(), k);
            double expected = written.compiled().value(x, new double[0]);
            // the knobs' constants (pi, 5.1/(4 pi^2)) are rounded once more
            assertEquals(expected, f.value(x), 1e-11 * Math.max(1, Math.abs(expected)), () -> "at " + Vec.of(x));
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void minimaAreThoseOfTheReference(Reference reference) {
        Objective f = Objectives.CATALOG.make(Spec.of(reference.id()));
        List<Vec> known = f.appearance().minima();
        assertEquals(reference.minima().size(), known.size());
        for (Reference.Point minimum : reference.minima()) {
            assertTrue(known.stream().anyMatch(v -> distance(v, minimum.at()) < 1e-12), () -> minimum + " in " + known);
            double tolerance = reference.id().equals("bukin-6") ? 1e-6 : 1e-10;    // Bukin's root amplifies rounding
            assertEquals(minimum.value(), f.value(minimum.at().toArray()), tolerance);
        }
    }

    private static double distance(Vec a, Vec b) {
        return Math.hypot(a.get(0) - b.get(0), a.get(1) - b.get(1));
    }

    @Test
    void theCatalogHoldsTheReferenceAndTheOnesOfTheLectureAndNothingElse() {
        Set<String> expected = new LinkedHashSet<>(Reference.all().stream().map(Reference::id).toList());
        assertEquals(33, expected.size());
        expected.addAll(List.of("parabola", "double-well", "waves", "plateau", "absolute", "tea", "formula", "grid"));
        assertEquals(expected, Set.copyOf(Objectives.CATALOG.ids()));
        assertEquals("rosenbrock", Objectives.CATALOG.ids().getFirst());
    }

    @Test
    void groupsStandTogetherInTheGallery() {
        List<String> groups = choices().stream().map(Choice::group).toList();
        long changes = IntStream.range(1, groups.size()).filter(i -> !groups.get(i).equals(groups.get(i - 1))).count();
        assertEquals(List.of("Valleys", "Many minima", "Saddles", "Bowls", "Steep and flat", "One dimension", "My formula"),
                groups.stream().distinct().toList());
        assertEquals(6, changes);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyEntrySaysWhatItIs(Choice<Objective> choice) {
        assertTrue(choice.help().matches(".+[.?]"), choice.help());
        if (!choice.id().equals("formula") && !choice.id().equals("grid")) {
            assertFalse(choice.source().isEmpty());
            assertFalse(choice.latex().isEmpty());
            assertEquals(choice.latex(), Objectives.CATALOG.make(Spec.of(choice.id())).appearance().latex());
        }
    }

    @Test
    void minimumMovesWithTheKnob() {
        Objective f = Objectives.CATALOG.make(Spec.parse("rosenbrock(a=1.5, b=10)"));
        assertEquals(List.of(Vec.of(1.5, 2.25)), f.appearance().minima());
        assertEquals(0, f.value(new double[] {1.5, 2.25}));
        assertEquals(10.25, f.value(new double[] {1, 2}));          // (1.5 - 1)^2 + 10 (2 - 1)^2
    }

    @Test
    void onlyTeaIsClimbed() {
        assertEquals(List.of("tea"), Objectives.CATALOG.ids().stream().filter(id -> !id.equals("grid"))
                .filter(id -> Objectives.CATALOG.make(Spec.of(id)).appearance().maximised()).toList());
    }
}
