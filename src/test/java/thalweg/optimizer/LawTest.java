package thalweg.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static thalweg.optimizer.EpsilonPlacement.INSIDE;
import static thalweg.optimizer.EpsilonPlacement.OUTSIDE;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thalweg.descent.Descent;
import thalweg.descent.Ground;
import thalweg.descent.Iterate;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;
import thalweg.objective.Objective;

/** What makes each method of first order this method. */
class LawTest {
    /** The ravine of curvatures 1 and 25. */
    private static final Objective RAVINE = new Ground.Bowl(1, 25);
    /** Epsilon of the adaptive rules below; it shifts a step of slope 1 or more by at most this part. */
    private static final double EPSILON = 1e-8;

    /** A slope that is the same everywhere. */
    private record Slope(double... slopes) implements Ground {
        @Override
        public int dimension() {
            return slopes.length;
        }

        @Override
        public double value(double[] theta) {
            return LineSearch.dot(slopes, theta);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            System.arraycopy(slopes, 0, gradient, 0, slopes.length);
            return value(theta);
        }

        @Override
        public void hessian(double[] theta, double[] hessian) {
            Arrays.fill(hessian, 0);
        }
    }

    private static Trajectory run(Objective f, Optimizer rule, int steps, double... start) {
        return Descent.of(f, rule, new Constant(), Vec.of(start), StopRule.steps(steps)).run();
    }

    /** How far coordinate i moves in a step. */
    private static double move(Trajectory path, int step, int i) {
        return path.theta(step, i) - path.theta(step - 1, i);
    }

    @Test
    void gradientDescentShrinksErrorsByOneMinusRateTimesCurvature() {
        Trajectory path = run(RAVINE, new GradientDescent(2 / 26.0), 40, 1, 1);
        for (int k = 0; k <= 40; k++) {
            assertEquals(Math.pow(12 / 13.0, k), path.theta(k, 0), 1e-14);
            assertEquals(Math.pow(-12 / 13.0, k), path.theta(k, 1), 1e-14);
        }
    }

    @Test
    void sequentialDescentLetsTheSecondCoordinateSeeTheFirst() {
        Trajectory path = run(new Ground.Booth(), new SequentialGradientDescent(0.01), 1, 1, 1);
        double x = 1 - 0.01 * (10 + 8 - 34);
        double y = 1 - 0.01 * (8 * x + 10 - 38);
        assertArrayEquals(new double[] {x, y}, path.theta(1).toArray(), 1e-14);
        double[] g = new double[2];
        new Ground.Booth().valueAndGradient(run(new Ground.Booth(), new SequentialGradientDescent(0.1), 1, 5, -3).theta(1).toArray(), g);
        assertEquals(0, g[1], 1e-12, "at a rate of one over the curvature this is the method of Gauss and Seidel");
    }

    /** {@code (x + y + z)^2 / 2}: every coordinate feels the same slope, and what the others have done to it. */
    private record Together() implements Ground {
        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public double value(double[] t) {
            return (t[0] + t[1] + t[2]) * (t[0] + t[1] + t[2]) / 2;
        }

        @Override
        public double valueAndGradient(double[] t, double[] gradient) {
            Arrays.fill(gradient, t[0] + t[1] + t[2]);
            return value(t);
        }
    }

    @Test
    void sequentialDescentLetsTheThirdCoordinateSeeBoth() {
        Trajectory path = run(new Together(), new SequentialGradientDescent(0.1), 1, 1, 1, 1);
        assertArrayEquals(new double[] {0.7, 0.73, 0.757}, path.theta(1).toArray(), 1e-15);
    }

    /** Both coordinates have a double root of modulus 2/3 at the best rate and momentum: Polyak's rate (sqrt(25) - 1) / (sqrt(25) + 1). */
    @Test
    void theHeavyBallFallsLikeTwoThirdsToThePowerOfTheStep() {
        Trajectory path = run(RAVINE, new Momentum(1 / 9.0, 4 / 9.0), 40, 1, 1);
        for (int k = 0; k <= 40; k++) {
            assertEquals((1 + k / 3.0) * Math.pow(2 / 3.0, k), path.theta(k, 0), 1e-13);
            assertEquals((1 + 5 * k / 3.0) * Math.pow(-2 / 3.0, k), path.theta(k, 1), 1e-13);
        }
    }

    @Test
    void momentumReachesItsFinalSpeedOnASlope() {
        Trajectory path = run(new Slope(2), new Momentum(0.01, 0.9), 300, 0);
        assertEquals(-0.02, move(path, 1, 0), 1e-15);
        assertEquals(-0.02 / (1 - 0.9), move(path, 300, 0), 1e-12);
    }

    @Test
    void momentumKeepsTheRateInItsVelocity() {
        Trajectory path = Descent.of(new Slope(2), new Momentum(0.01, 0.9), new Piecewise("0:1, 1:0"), Vec.of(0), StopRule.steps(2)).run();
        assertEquals(-0.02 * 0.9, move(path, 2, 0), 1e-15);
    }

    @Test
    void pytorchsNagShowsTheLookAheadPoints() {
        Objective f = new Ground.Rosenbrock();
        Trajectory ahead = run(f, new Nag(0.0005, 0.9, Nag.Form.LOOKAHEAD), 50, -1.5, 2);
        Trajectory pytorch = run(f, new Nag(0.0005, 0.9, Nag.Form.PYTORCH), 50, -1.5, 2);
        for (int k = 0; k <= 50; k++) {
            Iterate at = ahead.iterate(k);
            for (int i = 0; i < 2; i++) {
                assertEquals(at.theta().get(i) - 0.9 * at.memory().get("v").get(i), pytorch.theta(k, i), 1e-9);
            }
        }
    }

    @Test
    void adagradsStepsFallLikeOneOverTheRootOnASlope() {
        Trajectory path = run(new Slope(3, -700), new Adagrad(0.5, EPSILON, OUTSIDE), 100, 0, 0);
        for (int k = 1; k <= 100; k++) {
            assertEquals(-0.5 / Math.sqrt(k), move(path, k, 0), 1e-8);
            assertEquals(0.5 / Math.sqrt(k), move(path, k, 1), 1e-8);
        }
    }

    @Test
    void adadeltasFirstStepIsSetByEpsilonAlone() {
        assertEquals(-3.1623e-3, move(run(new Slope(50), new Adadelta(1, 0.9, 1e-6), 1, 0), 1, 0), 5e-8);
        assertEquals(4.4721e-3, move(run(new Slope(-900), new Adadelta(1, 0.95, 1e-6), 1, 0), 1, 0), 5e-8);
    }

    @Test
    void adadeltaNeedsNoUnits() {
        Trajectory path = run(new Slope(50, 5000), new Adadelta(1, 0.9, 1e-6), 200, 0, 0);
        assertEquals(1, path.theta(200, 0) / path.theta(200, 1), 1e-6);
    }

    @Test
    void rmspropsFirstStepIsTooLongByTheMissingCorrection() {
        Trajectory path = run(new Slope(7, -0.5), new RmsProp(0.01, 0.99, EPSILON, OUTSIDE), 2000, 0, 0);
        assertEquals(-0.1, move(path, 1, 0), 1e-7);
        assertEquals(0.1, move(path, 1, 1), 1e-7);
        assertEquals(-0.01, move(path, 2000, 0), 1e-9);
    }

    /** With both corrections a constant gradient gives the mean 1 and the mean square 1 times it, at every step. */
    @Test
    void adamsStepsOnASlopeAreAsLongAsTheRateFromTheFirstOn() {
        for (Optimizer rule : new Optimizer[] {new Adam(0.1, 0.9, 0.999, EPSILON, OUTSIDE), new AmsGrad(0.1, 0.9, 0.999, EPSILON, OUTSIDE),
            new AdamW(0.1, 0.9, 0.999, EPSILON, 0, OUTSIDE), new Adamax(0.1, 0.9, 0.999, EPSILON)}) {
            Trajectory path = run(new Slope(1000, -3), rule, 50, 2, -2);
            for (int k = 1; k <= 50; k++) {
                assertEquals(-0.1, move(path, k, 0), 1e-9, rule + " at " + k);
                assertEquals(0.1, move(path, k, 1), 1e-9, rule + " at " + k);
            }
        }
    }

    @Test
    void epsilonInsideTheRootShortensStepsOnGentleSlopes() {
        double g = 1e-4;
        assertEquals(-0.1 * g / Math.sqrt(g * g + 1e-8), move(run(new Slope(g), new Adam(0.1, 0.9, 0.999, 1e-8, INSIDE), 1, 0), 1, 0),
                1e-12);
        assertEquals(-0.1 * g / (g + 1e-8), move(run(new Slope(g), new Adam(0.1, 0.9, 0.999, 1e-8, OUTSIDE), 1, 0), 1, 0), 1e-12);
        assertEquals(-0.1 / Math.sqrt(2), move(run(new Slope(g), new Adagrad(0.1, 1e-8, INSIDE), 1, 0), 1, 0), 1e-12);
        assertEquals(-0.1 / Math.sqrt(1.1), move(run(new Slope(g), new RmsProp(0.1, 0, 1e-9, INSIDE), 1, 0), 1, 0), 1e-12);
    }

    @Test
    void adamaxForgetsAPeakByBeta2PerStep() {
        State s = new State(new double[] {0}, new Adamax(0.1, 0.9, 0.5, 0).memory());
        double[] expected = {8, 4, 2, 1, 1};
        for (int k = 0; k < 5; k++) {
            s.evaluate(new Slope(k == 0 ? 8 : 1));
            new Adamax(0.1, 0.9, 0.5, 0).advance(new Slope(1), s);
            s.count();
            assertEquals(expected[k], s.memory("u")[0]);
        }
    }

    @Test
    void nadamsFirstStepUsesTheComingMomentum() {
        double mu1 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.004));
        double mu2 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.008));
        Trajectory path = run(new Slope(40), new Nadam(0.05, 0.9, 0.999, 0.004, EPSILON, OUTSIDE), 1, 0);
        assertEquals(-0.05 * (1 + mu2 * 0.1 / (1 - mu1 * mu2)), move(path, 1, 0), 1e-10);
    }

    @Test
    void amsgradNeverForgetsTheSteepest() {
        AmsGrad rule = new AmsGrad(0.05, 0.9, 0.9, EPSILON, OUTSIDE);
        Trajectory path = run(RAVINE, rule, 60, 3, 1);
        double[] largest = new double[2];
        for (int k = 1; k <= 60; k++) {
            Iterate at = path.iterate(k);
            for (int i = 0; i < 2; i++) {
                largest[i] = Math.max(largest[i], at.memory().get("v").get(i));
                assertEquals(largest[i], at.memory().get("vmax").get(i));
            }
        }
        assertTrue(path.iterate(60).memory().get("v").get(1) < largest[1] / 2, "v itself has forgotten");
    }

    @Test
    void adamwShrinksThetaWhereItIsFlatAndIsAdamWithoutDecay() {
        Trajectory flat = run(new Slope(0, 0), new AdamW(0.1, 0.9, 0.999, EPSILON, 0.5, OUTSIDE), 10, 4, -2);
        assertEquals(4 * Math.pow(0.95, 10), flat.theta(10, 0), 1e-14);
        Trajectory adam = run(RAVINE, new Adam(0.05, 0.9, 0.999, EPSILON, OUTSIDE), 50, 3, 1);
        Trajectory without = run(RAVINE, new AdamW(0.05, 0.9, 0.999, EPSILON, 0, OUTSIDE), 50, 3, 1);
        assertEquals(adam.theta(50), without.theta(50));
    }

    @Test
    void radamTrustsItsDivisorFromTheSixthStepOn() {
        Trajectory path = run(new Slope(10), new RAdam(0.01, 0.9, 0.999, 0), 7, 0);
        for (int k = 1; k <= 5; k++) {
            assertEquals(-0.1, move(path, k, 0), 1e-14);
        }
        double rho = 1999 - 2 * 6 * Math.pow(0.999, 6) / (1 - Math.pow(0.999, 6));
        double rectified = Math.sqrt((rho - 4) * (rho - 2) * 1999 / (1995.0 * 1997 * rho));
        assertEquals(-0.01 * rectified, move(path, 6, 0), 1e-12);
        assertTrue(rectified < 0.03);
    }

    @Test
    void lionMovesEveryCoordinateEquallyFarOrNotAtAll() {
        Trajectory path = run(new Slope(1000, -1e-3, 0), new Lion(0.01, 0.9, 0.99, 0), 20, 0, 0, 5);
        for (int k = 1; k <= 20; k++) {
            assertEquals(-0.01, move(path, k, 0), 1e-15);
            assertEquals(0.01, move(path, k, 1), 1e-15);
            assertEquals(5, path.theta(k, 2));
        }
        State s = new State(new double[] {0}, new Lion(0.01, 0.9, 0.5, 0).memory());
        s.evaluate(new Slope(8));
        new Lion(0.01, 0.9, 0.5, 0).advance(new Slope(8), s);
        assertEquals(4, s.memory("m")[0], "the memory fades with beta2");
        s.count();
        s.evaluate(new Slope(-30));
        new Lion(0.01, 0.9, 0.5, 0).advance(new Slope(-30), s);
        assertEquals(-0.02, s.theta()[0], 1e-15, "0.9 * 4 - 0.1 * 30 is above 0: the sign is taken with beta1");
        assertEquals(0.95, move(run(new Slope(0), new Lion(0.1, 0.9, 0.99, 0.5), 1, -1), 1, 0) + 0.9, 1e-12, "decay pulls toward 0");
    }
}
