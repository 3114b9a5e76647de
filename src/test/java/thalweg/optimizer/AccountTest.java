package thalweg.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.descent.Descent;
import thalweg.descent.Iterate;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;

/** Every rule's description of itself is the rule. */
class AccountTest {
    private static final int STEPS = 30;

    /** Each rule with its defaults, and with every other word of its knobs. */
    static List<Spec> rules() {
        List<Spec> all = new ArrayList<>();
        for (Choice<Optimizer> choice : Optimizers.RULES.choices()) {
            all.add(Spec.of(choice.id()));
            for (KnobInfo knob : choice.knobs()) {
                knob.words().forEach(word -> all.add(Spec.of(choice.id()).with(knob.name(), new Value.Word(word))));
            }
        }
        all.add(Spec.parse("adamw(weightDecay=0.1)"));
        all.add(Spec.parse("lion(weightDecay=0.1, learningRate=0.05)"));
        all.add(Spec.parse("radam(beta2=0.9)"));
        all.add(Spec.parse("adagrad(epsilon=0)"));
        all.add(Spec.parse("adam(beta1=0, beta2=0.9)"));
        return all;
    }

    private static final List<Objective> GROUNDS = List.of(Objectives.CATALOG.make(Spec.parse("rosenbrock")),
            Objectives.CATALOG.make(Spec.parse("double-well")), Objectives.CATALOG.make(Spec.parse("formula(\"x^2 - y^2 + x*y\")")));

    @ParameterizedTest
    @MethodSource("rules")
    void itsLinesComeToTheRecordedStepToTheLastBit(Spec spec) {
        Optimizer rule = Optimizers.CATALOG.make(spec);
        int compared = 0;
        for (Objective f : GROUNDS) {
            for (boolean up : List.of(false, true)) {
                Trajectory path = Descent.of(f, rule, new Exponential(0.99), f.appearance().start(), StopRule.steps(STEPS)).maximising(up).run();
                Iterate next = path.iterate(0);
                for (int k = 0; k < path.last(); k++) {
                    Iterate now = next;
                    next = path.iterate(k + 1);
                    if (next.theta().isFinite() && now.gradient().isFinite()) {
                        Account account = path.account(k).orElseThrow();
                        assertEquals(now.theta(), account.theta());
                        assertSame(next.theta(), account.end().get("theta"), spec + " step " + k);
                        next.memory().forEach((name, numbers) -> assertSame(numbers, account.end().get(name), spec + " " + name));
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 2 * STEPS, spec + " was compared " + compared + " times");
    }

    /** Equal bits, but that 0 may be minus 0. */
    private static void assertSame(Vec wanted, Vec found, String what) {
        assertEquals(wanted.size(), found.size(), what);
        for (int i = 0; i < wanted.size(); i++) {
            assertEquals(wanted.get(i) + 0.0, found.get(i) + 0.0, what);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itsStagesBeginWithASlopeOrAPlaceAndComeToTheta(Spec spec) {
        Account account = account(spec, "rosenbrock", 1);
        List<Account.Stage> stages = account.stages();
        assertTrue(stages.stream().anyMatch(s -> s.line().kind() == Line.Kind.GRADIENT));
        assertEquals(account.end().get("theta"), stages.reversed().stream().filter(s -> s.line().name().equals("theta")).findFirst().orElseThrow()
                .after());
        for (Account.Stage stage : stages) {
            assertTrue(stage.line().words().endsWith("."), spec + " " + stage.line().name() + ": " + stage.line().words());
            ContractTest.typeset(stage.symbols());
            ContractTest.typeset(stage.numbers(0, v -> Double.toString(v)));
            assertFalse(stage.symbols().contains("learningRate") || stage.symbols().contains("beta1"), stage.symbols());
        }
    }

    private static Account account(Spec spec, String objective, int step) {
        Objective f = Objectives.CATALOG.make(Spec.parse(objective));
        return Descent.of(f, Optimizers.CATALOG.make(spec), new Constant(), f.appearance().start(), StopRule.steps(step + 1)).run().account(step)
                .orElseThrow();
    }

    @Test
    void lettersBecomeNumbers() {
        Account.Stage m = account(Spec.of("adam"), "formula(\"3*x^2 + y^2\")", 0).stages().get(1);
        assertEquals("m \\leftarrow \\beta_1\\,m + \\left(1 - \\beta_1\\right)\\,g", m.symbols());
        String numbers = m.numbers(0, v -> v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v));
        assertTrue(numbers.startsWith("0.9 \\cdot 0 + \\left(1 - 0.9\\right) \\cdot "), numbers);
        Account up = account(Spec.of("adam"), "formula(\"-3*(x - 100)^2 + (y - 100)^2\")", 0);
        double slope = up.stages().getFirst().after().get(1);
        Account.Stage v = up.stages().get(2);
        assertEquals("v \\leftarrow \\beta_2\\,v + \\left(1 - \\beta_2\\right)\\,g^2", v.symbols());
        assertEquals("0.999 \\cdot 0.0 + \\left(1 - 0.999\\right) \\cdot \\left(" + slope + "\\right)^2", v.numbers(1, Double::toString));
    }

    @Test
    void theEpsilonStandsWhereTheKnobSays() {
        assertEquals("\\Delta = \\alpha\\,\\frac{g}{\\sqrt{v} + \\varepsilon}",
                account(Spec.of("rmsprop"), "rosenbrock", 0).stages().get(2).symbols());
        assertEquals("\\Delta = \\alpha\\,\\frac{g}{\\sqrt{v + \\varepsilon}}",
                account(Spec.parse("rmsprop(epsilonPlacement=inside)"), "rosenbrock", 0).stages().get(2).symbols());
    }

    @Test
    void nagShowsWhereItLooksAhead() {
        Account account = account(Spec.of("nag"), "rosenbrock", 3);
        Account.Stage ahead = account.stages().get(0);
        assertEquals(Line.Drawn.PLACE, ahead.line().drawn());
        assertFalse(ahead.after().equals(account.theta()));
        assertEquals("g = \\nabla J(\\theta_{\\mathrm{ahead}})", account.stages().get(1).symbols());
    }

    @Test
    void aLineSearchTellsWhatItTried() {
        Account account = java.util.stream.IntStream.range(0, 10).mapToObj(k -> account(Spec.of("newton"), "rosenbrock", k))
                .filter(a -> search(a).trials().size() > 1).findFirst().orElseThrow();
        Account.Stage search = search(account);
        assertEquals(account.end().get("theta"), search.trials().getLast().theta());
        assertEquals(Math.pow(0.5, search.trials().size() - 1), search.after().get(0));
    }

    private static Account.Stage search(Account account) {
        return account.stages().stream().filter(s -> s.line().name().equals("length")).findFirst().orElseThrow();
    }

    @Test
    void anExpressionThatCannotBeReadSaysWhere() {
        assertEquals("'a + * b': expected a number, a name or '(' at column 5",
                assertThrows(IllegalArgumentException.class, () -> TermSyntax.parse("a + * b")).getMessage());
        assertEquals("'a b': expected an operator or the end at column 3",
                assertThrows(IllegalArgumentException.class, () -> TermSyntax.parse("a b")).getMessage());
    }
}
