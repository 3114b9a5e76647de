package thalweg.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;
import thalweg.descent.Descent;
import thalweg.descent.Ground;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;

/** What makes Newton's method, BFGS and conjugate gradients these methods. */
class ClassicalLawTest {
    private static Trajectory run(Objective f, Optimizer rule, int steps, double... start) {
        return Descent.of(f, rule, new Constant(), Vec.of(start), StopRule.steps(steps)).run();
    }

    /** How far coordinate i moves in a step. */
    private static double move(Trajectory path, int step, int i) {
        return path.theta(step, i) - path.theta(step - 1, i);
    }

    /** A function without second derivatives. */
    private record Rough() implements Ground {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double value(double[] theta) {
            return Math.abs(theta[0]);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            gradient[0] = Math.signum(theta[0]);
            return value(theta);
        }

        @Override
        public boolean hasHessian() {
            return false;
        }
    }

    /** {@code (x^2 + y^2)/2 + 3 x y}: a saddle whose Hessian has a positive diagonal, eigenvalues 4 and -2. */
    private record Twisted() implements Ground {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] t) {
            return (t[0] * t[0] + t[1] * t[1]) / 2 + 3 * t[0] * t[1];
        }

        @Override
        public double valueAndGradient(double[] t, double[] gradient) {
            gradient[0] = t[0] + 3 * t[1];
            gradient[1] = t[1] + 3 * t[0];
            return value(t);
        }

        @Override
        public void hessian(double[] t, double[] h) {
            h[0] = 1;
            h[1] = 3;
            h[2] = 3;
            h[3] = 1;
        }
    }

    @Test
    void newtonNeedsOneStepOnAQuadratic() {
        Trajectory path = run(new Ground.Booth(), new Newton(1), 1, -40, 60);
        assertArrayEquals(new double[] {1, 3}, path.theta(1).toArray(), 1e-12);
    }

    @Test
    void newtonLeavesASaddleDownhill() {
        Trajectory path = run(new Ground.Saddle(), new Newton(1), 20, 1, 1e-3);
        for (int k = 1; k <= path.last(); k++) {
            assertTrue(path.loss(k) < path.loss(k - 1));
        }
        assertTrue(Math.abs(path.theta(path.last(), 1)) > 10);
        assertEquals(2.002, path.iterate(1).memory().get("tau").get(0), 1e-12, "lifted just above its eigenvalue -2, as algorithm 3.3 begins");
    }

    /** Almost twice Newton's step leads almost as high up on the other side: lower, but not by a fair part of what the slope promised. */
    @Test
    void aStepThatGoesDownTooLittleIsHalved() {
        Trajectory path = run(new Ground.Bowl(2), new Newton(1.99999), 1, 1);
        assertEquals(1 - 1.99999 / 2, path.theta(1, 0), 1e-15);
    }

    @Test
    void newtonLiftsAHessianThatOnlyLooksPositive() {
        Trajectory path = run(new Twisted(), new Newton(1), 1, 1, 0.5);
        double tau = path.iterate(1).memory().get("tau").get(0);
        assertTrue(tau > 2 && tau < 4.1, "doubled until above 2: " + tau);
        double px = -((1 + tau) * 2.5 - 3 * 3.5) / ((1 + tau) * (1 + tau) - 9);
        double py = -((1 + tau) * 3.5 - 3 * 2.5) / ((1 + tau) * (1 + tau) - 9);
        assertEquals(px / py, move(path, 1, 0) / move(path, 1, 1), 1e-9, "along the solution of (H + tau I) p = -g");
    }

    @Test
    void newtonsErrorIsSquaredNearRosenbrocksMinimum() {
        Trajectory path = run(new Ground.Rosenbrock(), new Newton(1), 40, -1.2, 1);
        for (int k = 1; k <= 40; k++) {
            assertTrue(path.loss(k) <= path.loss(k - 1));
        }
        assertArrayEquals(new double[] {1, 1}, path.theta(30).toArray(), 1e-14);
    }

    @Test
    void newtonWithoutSecondDerivativesSaysWhatWorks() {
        String words = assertThrows(SpecException.class, () -> run(new Rough(), new Newton(1), 1, 0)).getMessage();
        assertEquals("'newton' needs second derivatives, and 'Rough' has none; bfgs and conjugate-gradient do without", words);
    }

    @Test
    void aMatrixTooWideForMemoryIsRefusedInWords() {
        Ground.Bowl wide = new Ground.Bowl(new double[30_730]);
        String words = assertThrows(SpecException.class, () -> new Bfgs(1).require(wide)).getMessage();
        assertEquals("'bfgs' remembers a matrix of 30730 x 30730 numbers; it can be used up to 2048 parameters;"
                + " conjugate-gradient works with any number", words);
    }

    @Test
    void bfgsLearnsTheCurvatureItHasSeen() {
        Trajectory path = run(new Ground.Rosenbrock(), new Bfgs(1), 30, -1.2, 1);
        for (int k = 2; k <= 30; k++) {
            Vec h = path.iterate(k).memory().get("H");
            Vec now = path.iterate(k - 1).gradient();
            Vec before = path.iterate(k - 2).gradient();
            double y0 = now.get(0) - before.get(0);
            double y1 = now.get(1) - before.get(1);
            double s0 = move(path, k - 1, 0);
            double s1 = move(path, k - 1, 1);
            double size = Math.hypot(s0, s1);
            assertEquals(s0, h.get(0) * y0 + h.get(1) * y1, 1e-8 * size, "H y = s at " + k);
            assertEquals(s1, h.get(2) * y0 + h.get(3) * y1, 1e-8 * size, "H y = s at " + k);
            assertEquals(h.get(1), h.get(2), 1e-12);
            assertTrue(h.get(0) > 0 && h.get(0) * h.get(3) > h.get(1) * h.get(2), "positive definite at " + k);
        }
    }

    /** On ground that curves down, y's < 0 and the update would spoil H: nothing is learned there. */
    @Test
    void bfgsKeepsItsMatrixPositiveDefiniteOnEveryGround() {
        int curvedDown = 0;
        for (String id : List.of("himmelblau", "rastrigin", "eggholder", "six-hump-camel", "easom", "monkey-saddle")) {
            Objective f = Objectives.CATALOG.make(Spec.of(id));
            Trajectory path = run(f, new Bfgs(1), 30, f.appearance().start().toArray());
            for (int k = 2; k <= path.last(); k++) {
                Vec h = path.iterate(k).memory().get("H");
                assertTrue(h.get(0) > 0 && h.get(0) * h.get(3) > h.get(1) * h.get(2), id + " at " + k + ": " + h);
                Vec now = path.iterate(k - 1).gradient();
                Vec before = path.iterate(k - 2).gradient();
                double ys = (now.get(0) - before.get(0)) * move(path, k - 1, 0) + (now.get(1) - before.get(1)) * move(path, k - 1, 1);
                if (ys < 0) {
                    curvedDown++;
                    assertEquals(path.iterate(k - 1).memory().get("H"), h, id + " at " + k);
                }
            }
        }
        assertTrue(curvedDown > 3, "only " + curvedDown + " steps curved down");
    }

    @Test
    void bfgsScalesItsFirstGuessByTheCurvatureOfTheFirstStep() {
        Vec h = run(new Ground.Bowl(3, 3), new Bfgs(1), 2, 1, 0).iterate(2).memory().get("H");
        assertArrayEquals(new double[] {1.0 / 3, 0, 0, 1.0 / 3}, h.toArray(), 1e-15, "also across the step, where nothing was seen");
    }

    @Test
    void classicalRulesReachRosenbrocksMinimum() {
        for (Optimizer rule : new Optimizer[] {new Newton(1), new Bfgs(1), new ConjugateGradient(1)}) {
            Trajectory path = Descent.of(new Ground.Rosenbrock(), rule, new Constant(), Vec.of(-1.2, 1),
                    new StopRule(100, 1e-8, Double.NEGATIVE_INFINITY)).run();
            assertTrue(path.outcome() instanceof Outcome.Converged, rule + " " + path.outcome() + " " + path.loss(path.last()));
            for (int k = 1; k <= path.last(); k++) {
                assertTrue(path.loss(k) <= path.loss(k - 1), rule + " goes down at " + k);
            }
        }
    }

    @Test
    void conjugateGradientsNeedNoMoreStepsThanDimensionsOnAQuadratic() {
        Trajectory path = run(new Ground.Bowl(1, 4, 9, 25, 100), new ConjugateGradient(1), 5, 1, -2, 3, 1, 1);
        assertTrue(path.gradientNorm(4) > 1e-3);
        assertEquals(0, path.gradientNorm(5), 1e-9);
    }

    /** Polak and Ribiere's beta alone falls below 0 on this path; cut there, the method starts again along the gradient. */
    @Test
    void conjugateGradientsStartAgainWhereBetaWouldBeNegative() {
        Trajectory path = run(new Ground.Rosenbrock(), new ConjugateGradient(1), 60, -1.2, 1);
        int restarts = 0;
        for (int k = 1; k < path.last(); k++) {
            double[] g = path.iterate(k).gradient().toArray();
            double[] old = path.iterate(k - 1).gradient().toArray();
            double beta = (LineSearch.dot(g, g) - LineSearch.dot(g, old)) / LineSearch.dot(old, old);
            Vec memory = path.iterate(k + 1).memory().get("beta");
            assertTrue(memory.get(0) >= 0, "at " + k);
            if (beta < 0) {
                restarts++;
                assertEquals(0, memory.get(0), "at " + k);
                assertEquals(-g[0], path.iterate(k + 1).memory().get("p").get(0), "along the gradient at " + k);
            }
        }
        assertTrue(restarts > 0, "no step tried it");
    }
}
