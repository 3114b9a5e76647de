package thalweg.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;
import thalweg.descent.Descent;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;

class EdgeTest {
    /** J = 3 x^2 / 2: its curvature is 3 everywhere. */
    private static final Objective PARABOLA = Objectives.CATALOG.make(Spec.parse("formula(\"1.5*x^2\")"));
    private static final int STEPS = 3000;

    private static double end(Optimizer rule) {
        Trajectory run = Descent.of(PARABOLA, rule, new Constant(), Vec.of(1), StopRule.steps(STEPS)).run();
        return run.last() == STEPS ? Math.abs(run.theta(STEPS, 0)) : Double.POSITIVE_INFINITY;
    }

    /** The rate that puts the edge of a rule a hundredth above the curvature of the parabola shrinks it, one a hundredth below lets it grow. */
    @ParameterizedTest
    @ValueSource(strings = {"gradient-descent", "momentum(momentum=0.9)", "momentum(momentum=0.5)", "momentum(momentum=0)", "nag(momentum=0.9)",
        "nag(momentum=0.3)", "nag(momentum=0.9, form=pytorch)"})
    void stepsShrinkBelowTheEdgeAndGrowBeyondIt(String rule) {
        Spec spec = Spec.parse(rule);
        double ofRateOne = Optimizers.CATALOG.make(spec.with("learningRate", 1)).edge(1).orElseThrow().curvature();
        double critical = ofRateOne / 3;
        assertTrue(end(Optimizers.CATALOG.make(spec.with("learningRate", critical * 0.99))) < 1e-3, "below");
        assertTrue(end(Optimizers.CATALOG.make(spec.with("learningRate", critical * 1.01))) > 1e3, "beyond");
    }

    /** A rule that scales its steps by what it remembers of slopes has no edge of its own, nor has one that looks for the length of a step. */
    @Test
    void onlyRulesOfFixedMultiplesOfSlopesHaveAnEdge() {
        List<String> with = Optimizers.RULES.choices().stream().map(c -> c.id())
                .filter(id -> Optimizers.CATALOG.make(Spec.of(id)).edge(0.1).isPresent()).toList();
        assertEquals(List.of("gradient-descent", "momentum", "nag"), with);
        assertEquals(Double.POSITIVE_INFINITY, new GradientDescent(0).edge(0).orElseThrow().curvature());
    }
}
