package thalweg.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.data.DataSources;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;

class LeastEigenvalueTest {
    private static final CurvatureSearch SEARCH = CurvatureSearch.USUAL.withEnds(0, 1);

    /** As a function that only its values and slopes are known of. */
    private record WithoutHessian(Objective whole) implements Objective {
        @Override
        public int dimension() {
            return whole.dimension();
        }

        @Override
        public double value(double[] theta) {
            return whole.value(theta);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            return whole.valueAndGradient(theta, gradient);
        }

        @Override
        public Appearance appearance() {
            return whole.appearance();
        }
    }

    private static LeastEigenvalue of(String function) {
        return new LeastEigenvalue(Objectives.CATALOG.make(Spec.parse(function)), SEARCH);
    }

    /** At (1, 1) of Rosenbrock's valley the smaller root of l^2 - 1002 l + 400: no digits are lost beside the larger, 1001.6. */
    @Test
    void ofTwoParametersItIsExact() {
        double root = Math.sqrt(1002.0 * 1002 - 1600);
        assertEquals(800 / (1002 + root), of("rosenbrock").value(new double[] {1, 1}), 1e-15);
        assertEquals(-2, of("formula(\"x^2 - y^2\")").value(new double[] {5, 7}));
        assertEquals(6, of("formula(\"3*x^2\")").value(new double[] {-4}));
        assertEquals(-1, of("formula(\"x*y\")").value(new double[] {0, 0}), 1e-15);
    }

    @Test
    void theSmallerRootOfAnySymmetricPairIsFound() {
        assertEquals(0, LeastEigenvalue.least(0, 0, 0));
        assertEquals(0, LeastEigenvalue.least(1, 1, 1), 1e-16);
        assertEquals(1e-12, LeastEigenvalue.least(1e12, 0, 1e-12), 1e-27);
        assertEquals(-5, LeastEigenvalue.least(-5, 0, -3));
        assertEquals(1e300, LeastEigenvalue.least(1e300, 0, 1e300), 1e286);
        assertTrue(Double.isNaN(LeastEigenvalue.least(Double.NaN, 0, 1)));
    }

    /** Himmelblau's Hessian along its floor and walls: every node of the map is the eigenvalue there, coarse nodes first. */
    @Test
    void aMapIsSampledLikeAnyObjective() {
        Slice plane = Slice.axes(List.of(new Range(-5, 5), new Range(-4, 4)));
        List<Grid> stages = new ArrayList<>();
        Grid map = Slices.sample(of("himmelblau"), plane, 41, 33, Runnable::run, 0, () -> false, stages::add);
        for (int j = 0; j < 33; j += 4) {
            for (int i = 0; i < 41; i += 5) {
                double x = map.xAt(i);
                double y = map.yAt(j);
                double a = 12 * x * x + 4 * y - 42;
                double c = 12 * y * y + 4 * x - 26;
                double b = 4 * (x + y);
                assertEquals((a + c) / 2 - Math.sqrt((a - c) * (a - c) / 4 + b * b), map.value(i, j), 1e-11, x + ", " + y);
            }
        }
        assertTrue(!stages.isEmpty());
    }

    /** On a plane through a network, against every eigenvalue of the whole Hessian; cancelled, nodes are missing and none is wrong. */
    @Test
    void ofANetworkItIsTheSmallestOfAll() {
        NetworkObjective j = Networks.objective(Models.CATALOG.make(Spec.parse("mlp(hidden=16)")),
                DataSources.CATALOG.make(Spec.parse("moons(samples=30)")).make(3), 5);
        Vec at = j.appearance().start();
        double[] u = new double[j.dimension()];
        double[] v = new double[j.dimension()];
        u[0] = 1;
        v[j.dimension() - 1] = 1;
        Slice plane = new Slice(at, List.of(Vec.of(u), Vec.of(v)), List.of(new Range(-1, 1), new Range(-1, 1)));
        LeastEigenvalue least = new LeastEigenvalue(j, SEARCH);
        Grid map = Slices.sample(least, plane, 3, 3, Runnable::run, 0, () -> false, _ -> { });
        double exact = new CurvatureSearch(0, 1, 1e-9, 10_000, 0, 0, 2, 7).of(j, plane.at(1, -1), () -> false, _ -> { }).eigenpairs().bottom()
                .getFirst().value();
        assertEquals(exact, map.value(2, 0), 1e-5 * Math.abs(exact) + 1e-6);
        assertEquals(map.value(2, 0), least.value(plane.at(1, -1).toArray()));
        int[] asked = new int[1];
        Grid part = Slices.sample(least, plane, 3, 3, Runnable::run, 0, () -> asked[0]++ > 30, _ -> { });
        int there = 0;
        for (int k = 0; k < 9; k++) {
            double value = part.value(k % 3, k / 3);
            there += Double.isNaN(value) ? 0 : 1;
            assertTrue(Double.isNaN(value) || value == map.value(k % 3, k / 3), "node " + k);
        }
        assertTrue(there < 9);
    }

    @Test
    void whatHasNoHessianIsRefusedByName() {
        Objective bare = new WithoutHessian(Objectives.CATALOG.make(Spec.of("rosenbrock")));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new LeastEigenvalue(bare, SEARCH)).getMessage().contains("no Hessian"));
    }
}
