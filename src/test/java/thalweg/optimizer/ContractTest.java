package thalweg.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.descent.Descent;
import thalweg.descent.Ground;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Allocated;
import thalweg.math.Vec;
import thalweg.objective.Objective;

/** What every rule of the catalog must do. */
class ContractTest {
    private static final Objective RAVINE = new Ground.Bowl(1, 25);
    private static final Vec START = Vec.of(3, 1);

    static List<Choice<Optimizer>> rules() {
        return Optimizers.RULES.choices();
    }

    private static Optimizer rule(Choice<Optimizer> choice) {
        return Optimizers.CATALOG.make(Spec.of(choice.id()));
    }

    private static Trajectory run(Objective f, Optimizer rule, int steps) {
        return Descent.of(f, rule, new Constant(), START, StopRule.steps(steps)).run();
    }

    @Test
    void theMenuIsComplete() {
        assertEquals(List.of("gradient-descent", "sequential-gradient-descent", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam",
                "adamax", "nadam", "amsgrad", "adamw", "radam", "lion", "newton", "bfgs", "conjugate-gradient"),
                rules().stream().map(Choice::id).toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isDescribedForPeople(Choice<Optimizer> choice) {
        for (String words : List.of(choice.label(), choice.group(), choice.help(), choice.source(), choice.convention(), choice.latex())) {
            assertFalse(words.isBlank(), choice.id());
        }
        assertTrue(choice.help().endsWith("."), choice.help());
        assertEquals("learningRate", choice.knobs().getFirst().name());
        assertTrue(choice.knobs().getFirst().log());
        for (KnobInfo knob : choice.knobs()) {
            assertFalse(knob.help().isBlank(), choice.id() + " " + knob.name());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itsFormulasCanBeTypeset(Choice<Optimizer> choice) {
        typeset(choice.latex());
        choice.knobs().forEach(knob -> typeset(knob.symbol()));
        rule(choice).memory().forEach(memory -> typeset(memory.latex()));
    }

    static void typeset(String latex) {
        if (!latex.isEmpty()) {
            assertTrue(new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, 18).getIconWidth() > 0);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void descendsABowlWithItsDefaults(Choice<Optimizer> choice) {
        Trajectory path = run(RAVINE, rule(choice), 300);
        assertTrue(path.loss(300) < 0.8 * path.loss(0), choice.id() + ": " + path.loss(0) + " to " + path.loss(300));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void equalArgumentsGiveEqualBits(Choice<Optimizer> choice) {
        Trajectory one = run(new Ground.Rosenbrock(), rule(choice), 200);
        Trajectory other = run(new Ground.Rosenbrock(), rule(choice), 200);
        assertEquals(one.last(), other.last());
        for (int k = 0; k <= one.last(); k++) {
            assertEquals(one.theta(k), other.theta(k));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aStepDependsOnNothingButTheState(Choice<Optimizer> choice) {
        Trajectory whole = run(new Ground.Rosenbrock(), rule(choice), 100);
        Trajectory scarce = Descent.of(new Ground.Rosenbrock(), rule(choice), new Constant(), START, StopRule.steps(100)).within(0).run();
        for (int k = whole.last(); k > 0; k -= 7) {
            assertEquals(whole.theta(k), scarce.theta(k), "taken up again from a kept moment");
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void restsWhereTheGradientIsZeroEvenWithoutEpsilon(Choice<Optimizer> choice) {
        Spec spec = Spec.of(choice.id());
        for (KnobInfo knob : choice.knobs()) {
            if (knob.name().equals("epsilon") || knob.name().equals("weightDecay")) {
                spec = spec.with(knob.name(), 0);
            }
        }
        Trajectory path = run(new Ground.Bowl(0, 0), Optimizers.CATALOG.make(spec), 20);
        assertEquals(START, path.theta(20));
        Trajectory half = run(new Ground.Bowl(0, 1), Optimizers.CATALOG.make(spec), 20);
        assertEquals(3, half.theta(20, 0));
        assertEquals(!choice.id().equals("adadelta"), half.theta(20, 1) < 1, "epsilon is what sets Adadelta in motion");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void survivesWhereNothingIsANumber(Choice<Optimizer> choice) {
        Optimizer rule = rule(choice);
        Objective nowhere = new Ground.Nowhere();
        State s = new State(START.toArray(), rule.memory());
        for (int k = 0; k < 3; k++) {
            s.evaluate(nowhere);
            rule.advance(nowhere, s);
            s.count();
        }
        assertEquals(3, s.step());
        assertEquals(0, run(nowhere, rule, 10).last());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aScheduleOfZeroStopsIt(Choice<Optimizer> choice) {
        Trajectory path = Descent.of(RAVINE, rule(choice), new Piecewise("0:1, 3:0"), START, StopRule.steps(4)).run();
        boolean coasts = choice.id().equals("momentum") || choice.id().equals("nag");
        assertEquals(coasts, path.stepLength(4) > 0, choice.id());
        assertTrue(path.stepLength(1) > 0);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bothEndsOfEverySliderGiveAPath(Choice<Optimizer> choice) {
        for (KnobInfo knob : choice.knobs()) {
            if (knob.kind() == KnobInfo.Kind.NUMBER) {
                for (double end : new double[] {knob.least(), knob.min(), knob.max()}) {
                    Trajectory path = run(new Ground.Rosenbrock(), Optimizers.CATALOG.make(Spec.of(choice.id()).with(knob.name(), end)),
                            200);
                    for (int k = 0; k <= path.last(); k++) {
                        assertTrue(path.theta(k).isFinite(), choice.id() + " " + knob.name() + "=" + end);
                    }
                }
            } else {
                for (String word : knob.words()) {
                    Optimizer made = Optimizers.CATALOG.make(Spec.parse(choice.id() + "(" + knob.name() + "=" + word + ")"));
                    assertTrue(run(RAVINE, made, 50).loss(50) < RAVINE.value(START.toArray()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aStepAllocatesNothing(Choice<Optimizer> choice) throws ReflectiveOperationException {
        Optimizer rule = rule(choice);
        Objective f = new Ground.Bowl(1, 25);
        State s = new State(START.toArray(), rule.memory());
        double[] fresh = START.toArray();
        int steps = 2_000;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20 && least >= steps; round++) {       // the first round may load classes
            long before = Allocated.byThisThread();
            for (int k = 0; k < steps; k++) {
                s.evaluate(f);
                rule.advance(f, s);
                s.count();
            }
            least = Math.min(least, Allocated.byThisThread() - before);
            System.arraycopy(fresh, 0, s.theta(), 0, fresh.length);
        }
        assertTrue(least < steps, choice.id() + " allocated " + least + " bytes in " + steps + " steps");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void worksInOneDimensionAndInMany(Choice<Optimizer> choice) {
        for (int n : new int[] {1, 40}) {
            double[] curvatures = new double[n];
            double[] start = new double[n];
            Arrays.fill(curvatures, 2);
            Arrays.fill(start, 1);
            Trajectory path = Descent.of(new Ground.Bowl(curvatures), rule(choice), new Constant(), Vec.of(start),
                    StopRule.steps(200)).run();
            assertTrue(path.loss(200) < path.loss(0));
            double[] end = path.theta(200).toArray();
            double[] alike = new double[n];
            Arrays.fill(alike, end[0]);
            assertArrayEquals(alike, end, 1e-12, "alike coordinates move alike");
        }
    }
}
