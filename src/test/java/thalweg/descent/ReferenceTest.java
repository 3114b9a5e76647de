package thalweg.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.math.Vec;
import thalweg.objective.Objective;
import thalweg.optimizer.Adadelta;
import thalweg.optimizer.Adagrad;
import thalweg.optimizer.Adam;
import thalweg.optimizer.AdamW;
import thalweg.optimizer.Adamax;
import thalweg.optimizer.AmsGrad;
import thalweg.optimizer.Constant;
import thalweg.optimizer.EpsilonPlacement;
import thalweg.optimizer.GradientDescent;
import thalweg.optimizer.Momentum;
import thalweg.optimizer.Nadam;
import thalweg.optimizer.Nag;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.RAdam;
import thalweg.optimizer.RmsProp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every path that PyTorch 2.13.0 made, step by step. */
class ReferenceTest {
    /** Rounding differs by a few ulp per step; Rosenbrock's valley magnifies it less than a thousandfold in 100 steps. */
    private static final double TOLERANCE = 1e-10;

    static List<JsonNode> runs() throws IOException {
        try (InputStream in = ReferenceTest.class.getResourceAsStream("/thalweg/reference/optimizer-trajectories.json")) {
            return StreamSupport.stream(new JsonMapper().readTree(in).get("runs").spliterator(), false).toList();
        }
    }

    @Test
    void thereAreTwelveRulesOnTwoFunctions() throws IOException {
        assertEquals(24, runs().size());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyStepIsTheReferences(JsonNode run) {
        JsonNode expected = run.get("theta");
        Objective f = run.get("objective").asString().equals("booth") ? new Ground.Booth() : new Ground.Rosenbrock();
        Vec start = Vec.of(run.get("start").get(0).asDouble(), run.get("start").get(1).asDouble());
        Trajectory path = Descent.of(f, rule(run), new Constant(), start, StopRule.steps(expected.size() - 1)).run();
        assertEquals(expected.size() - 1, path.last());
        for (int k = 0; k < expected.size(); k++) {
            assertEquals(expected.get(k).get(0).asDouble(), path.theta(k, 0), TOLERANCE, "x after step " + k);
            assertEquals(expected.get(k).get(1).asDouble(), path.theta(k, 1), TOLERANCE, "y after step " + k);
            double loss = run.get("loss").get(k).asDouble();
            assertEquals(loss, path.loss(k), 1e-9 * Math.max(1, loss), "loss after step " + k);
        }
    }

    private static Optimizer rule(JsonNode run) {
        double rate = run.get("learningRate").asDouble();
        JsonNode h = run.get("hyperparameters");
        double beta1 = h.path("beta1").asDouble(0);
        double beta2 = h.path("beta2").asDouble(0);
        double epsilon = h.path("epsilon").asDouble(0);
        EpsilonPlacement outside = EpsilonPlacement.OUTSIDE;
        return switch (run.get("optimizer").asString()) {
            case "gd" -> new GradientDescent(rate);
            case "momentum" -> new Momentum(rate, h.get("momentum").asDouble());
            case "nag(torch form)" -> new Nag(rate, h.get("momentum").asDouble(), Nag.Form.PYTORCH);
            case "adagrad" -> new Adagrad(rate, epsilon, outside);
            case "adadelta" -> new Adadelta(rate, h.get("rho").asDouble(), epsilon);
            case "rmsprop" -> new RmsProp(rate, h.get("decay").asDouble(), epsilon, outside);
            case "adam" -> new Adam(rate, beta1, beta2, epsilon, outside);
            case "adamax" -> new Adamax(rate, beta1, beta2, epsilon);
            case "nadam" -> new Nadam(rate, beta1, beta2, h.get("momentumDecay").asDouble(), epsilon, outside);
            case "amsgrad" -> new AmsGrad(rate, beta1, beta2, epsilon, outside);
            case "adamw" -> new AdamW(rate, beta1, beta2, epsilon, h.get("weightDecay").asDouble(), outside);
            case "radam" -> new RAdam(rate, beta1, beta2, epsilon);
            default -> throw new IllegalStateException("no rule for " + run.get("optimizer"));
        };
    }
}
