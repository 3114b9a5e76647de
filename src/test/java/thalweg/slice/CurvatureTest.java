package thalweg.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.descent.Descent;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Eigenpair;
import thalweg.math.Eigenpairs;
import thalweg.math.Hutchinson;
import thalweg.math.Lanczos;
import thalweg.math.SymmetricOperator;
import thalweg.math.Vec;
import thalweg.network.Loss;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;
import thalweg.optimizer.Constant;
import thalweg.optimizer.GradientDescent;
import thalweg.slice.CurvatureSearch.Progress;
import thalweg.slice.CurvatureSearch.Stage;

class CurvatureTest {
    private static final CurvatureSearch SEARCH = CurvatureSearch.USUAL;

    private static Objective function(String spec) {
        return Objectives.CATALOG.make(Spec.parse(spec));
    }

    private static NetworkObjective network(String model, String data) {
        return Networks.objective(Models.CATALOG.make(Spec.parse(model)), DataSources.CATALOG.make(Spec.parse(data)).make(3), 5);
    }

    private static Curvature of(CurvatureSearch search, Objective f, Vec at) {
        return search.of(f, at, () -> false, _ -> { });
    }

    /** {@code X^T X / m} with a column of ones, by columns of features and then the bias, as an operator. */
    private static SymmetricOperator moments(DataSet data) {
        int n = data.dimension() + 1;
        double[] sums = new double[n * n];
        for (int s = 0; s < data.size(); s++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double x = i < n - 1 ? data.feature(s, i) : 1;
                    sums[i * n + j] += x * (j < n - 1 ? data.feature(s, j) : 1) / data.size();
                }
            }
        }
        return SymmetricOperator.of(n, sums);
    }

    private static double[] values(List<Eigenpair> pairs) {
        return pairs.stream().mapToDouble(Eigenpair::value).toArray();
    }

    /** PEERS 5.1: 0.399361 and 1001.6, condition 2508. */
    @Test
    void rosenbrocksValleyIsAsNarrowAsEverybodySays() {
        Curvature found = of(SEARCH.withEnds(2, 2), function("rosenbrock"), Vec.of(1, 1));
        double root = Math.sqrt(602 * 602 + 4 * 400 * 400);
        assertArrayEquals(new double[] {(1002 + root) / 2, (1002 - root) / 2}, values(found.eigenpairs().top()), 1e-10);
        assertEquals(found.eigenpairs().top().reversed(), found.eigenpairs().bottom());
        assertEquals(2508, found.conditionNumber().getAsDouble(), 0.5);
        assertEquals(2 / ((1002 + root) / 2), found.largestStableRate().getAsDouble(), 1e-15);
    }

    @Test
    void saddlesHaveNoConditionNumberAndHilltopsNoStableRate() {
        Curvature saddle = of(SEARCH.withEnds(1, 1), function("formula(\"x^2 - y^2\")"), Vec.of(0, 0));
        assertEquals(OptionalDouble.of(2), saddle.sharpness());
        assertEquals(OptionalDouble.empty(), saddle.conditionNumber());
        Curvature hill = of(SEARCH.withEnds(1, 1), function("formula(\"-x^2 - y^2\")"), Vec.of(0, 0));
        assertEquals(OptionalDouble.empty(), hill.largestStableRate());
        assertEquals(OptionalDouble.empty(), of(SEARCH.withEnds(0, 1), function("rosenbrock"), Vec.of(1, 1)).conditionNumber());
    }

    /** The Hessian of linear regression is the matrix of moments, wherever theta is. */
    @Test
    void eigenvaluesOfLinearRegressionAreThoseOfTheMoments() {
        DataSet moons = DataSources.CATALOG.make(Spec.parse("moons(samples=80)")).make(3);
        NetworkObjective j = Networks.objective(Models.CATALOG.make(Spec.parse("linear")), moons, Loss.MEAN_SQUARED, 0, 1);
        Curvature found = of(SEARCH.withEnds(3, 0).withProbes(3), j, Vec.of(4, -7, 1));
        Eigenpairs expected = new Lanczos(3, 0, 1e-6, 100, 1).of(moments(moons), () -> false, _ -> { });
        assertArrayEquals(values(expected.top()), values(found.eigenpairs().top()), 1e-13);
        assertEquals(values(expected.top())[0] + values(expected.top())[1] + values(expected.top())[2], found.trace().orElseThrow().value(), 1e-13);
    }

    /**
     * PEERS 5.4, closed form: at zero weights all ten classes are as likely, so the Hessian is (I - 11^T / 10) / 10 times the moments: every
     * eigenvalue of these over 10, nine times. The trace is 0.9 (mean |x|^2 + 1).
     */
    @Test
    void hessianOfTheUntrainedSoftmaxIsKnown() {
        NetworkObjective j = network("softmax", "digits(samples=100, width=8)");
        int n = j.dimension();
        assertEquals(650, n, "8 x 8 pixels and a bias for 10 classes");
        Curvature found = of(new CurvatureSearch(20, 2, 1e-9, 5000, n, 0, 2, 1), j, Vec.of(new double[n]));
        double[] moments = values(new Lanczos(3, 0, 1e-6, 100, 1).of(moments(j.data()), () -> false, _ -> { }).top());
        assertEquals(Eigenpairs.Ending.CONVERGED, found.eigenpairs().ending());
        for (int k = 0; k < 20; k++) {
            assertEquals(moments[k / 9] / 10, found.eigenpairs().top().get(k).value(), 2e-9 * moments[0], "eigenvalue " + k);
        }
        assertEquals(0, found.eigenpairs().bottom().getFirst().value(), 2e-9 * moments[0], "moving all classes alike changes nothing");
        double squares = 0;
        for (double x : j.data().features()) {
            squares += x * x / j.samples();
        }
        assertEquals(0.9 * (squares + 1), found.trace().orElseThrow().value(), 1e-11);
        assertEquals(0, found.trace().orElseThrow().standardError());
    }

    /** The same of 30,730 parameters, where nobody sums a diagonal: 40 probes. */
    @Test
    void traceOfTheUntrainedSoftmaxOnImagesLiesWithinItsError() {
        NetworkObjective j = network("softmax", "color-images(samples=50)");
        double squares = 0;
        for (double x : j.data().features()) {
            squares += x * x / j.samples();
        }
        Curvature found = of(new CurvatureSearch(1, 0, 1e-4, 500, 40, 0, 2, 1), j, Vec.of(new double[j.dimension()]));
        Hutchinson.Trace trace = found.trace().orElseThrow();
        assertEquals(0.9 * (squares + 1), trace.value(), 4 * trace.standardError());
        assertTrue(trace.standardError() < 0.3 * trace.value(), trace.toString());
        assertTrue(found.sharpness().getAsDouble() < trace.value(), "one of the eigenvalues, none of which is negative");
    }

    @Test
    void densityHasTheTraceAsItsMean() {
        NetworkObjective j = network("mlp(hidden=12)", "blobs(samples=60)");
        Curvature found = of(new CurvatureSearch(1, 1, 1e-8, 2000, j.dimension(), 30, 40, 1), j, j.appearance().start());
        double mean = found.trace().orElseThrow().value() / j.dimension();
        assertEquals(mean, found.density().orElseThrow().mean(), 0.15 * mean, "30 probes");
        double least = found.eigenpairs().bottom().getFirst().value();
        assertEquals(found.sharpness().getAsDouble(), found.density().get().nodes().get(found.density().get().nodes().size() - 1), 1e-6);
        assertTrue(found.density().get().nodes().get(0) >= least - 1e-9, "nodes lie among the eigenvalues");
    }

    @Test
    void equalQuestionsGetEqualAnswersAndProgressComesInOrder() {
        NetworkObjective j = network("mlp(hidden=12-12)", "moons(samples=30)");
        CurvatureSearch search = new CurvatureSearch(2, 1, 1e-6, 1000, 5, 2, 10, 9);
        List<Progress> told = new ArrayList<>();
        Curvature first = search.of(j, j.appearance().start(), () -> false, told::add);
        assertEquals(first, of(search, j, j.appearance().start()));
        assertEquals(List.of(Stage.EIGENVALUES, Stage.TRACE, Stage.DENSITY), told.stream().map(Progress::stage).distinct().toList());
        assertEquals(new Progress(Stage.TRACE, 5, 5), told.stream().filter(p -> p.stage() == Stage.TRACE).toList().getLast());
        assertEquals(20, told.getLast().most());
        assertFalse(first.cancelled());
    }

    @Test
    void cancelledSearchesSaySo() {
        NetworkObjective j = network("mlp(hidden=12-12)", "moons(samples=30)");
        List<Progress> told = new ArrayList<>();
        Curvature found = new CurvatureSearch(2, 1, 1e-6, 1000, 5, 2, 10, 9).of(j, j.appearance().start(), () -> told.size() >= 3, told::add);
        assertTrue(found.cancelled());
        assertEquals(3, told.size());
        assertEquals(OptionalDouble.empty(), found.sharpness());
    }

    /** Before a product or in the midst of one, in every stage: numbers that are there are numbers, and a small problem is no exception. */
    @Test
    void cancelledAtAnyMomentNothingBreaks() {
        for (String model : List.of("mlp(hidden=12-12)", "mlp(hidden=3)")) {
            NetworkObjective j = network(model, "moons(samples=300)");
            CurvatureSearch search = new CurvatureSearch(2, 1, 1e-3, 200, 5, 2, 10, 9);
            int[] all = new int[1];
            search.of(j, j.appearance().start(), () -> all[0]++ < 0, _ -> { });
            for (int stop = 1; stop < all[0]; stop += 5) {
                int last = stop;
                int[] asked = new int[1];
                Curvature found = search.of(j, j.appearance().start(), () -> ++asked[0] >= last, _ -> { });
                assertTrue(found.cancelled());
                assertTrue(found.eigenpairs().top().stream().allMatch(p -> Double.isFinite(p.value()) && Double.isFinite(p.residual())));
                assertTrue(found.eigenpairs().ending() != Eigenpairs.Ending.NOT_FINITE, "at " + stop);
                assertTrue(found.density().isPresent(), "at " + stop);
                for (double node : found.density().get().nodes().toArray()) {
                    assertTrue(Double.isFinite(node));
                }
            }
        }
    }

    /** Of J = 5 x^2, the sharpness is 10: at a rate of 0.19 it is below the edge, 10.5, at 0.21 beyond, 9.5. */
    @Test
    void descentDivergesBeyondTheEdgeOfStability() {
        Objective parabola = function("formula(\"5*x^2\")");
        for (double rate : new double[] {0.19, 0.21}) {
            Trajectory run = Descent.of(parabola, new GradientDescent(rate), new Constant(), Vec.of(1), StopRule.steps(20)).run();
            List<Integer> told = new ArrayList<>();
            List<Sharpness> found = Sharpness.along(parabola, run, List.of(0, 10, 20), SEARCH, () -> false, told::add);
            assertEquals(List.of(1, 2, 3), told);
            assertEquals(List.of(0, 10, 20), found.stream().map(Sharpness::step).toList());
            for (Sharpness s : found) {
                assertEquals(10, s.value(), 1e-12);
                assertEquals(run.loss(20) > run.loss(0), s.value() > 2 / rate);
            }
        }
    }

    @Test
    void sharpnessAlongARunIsThatAtItsSteps() {
        NetworkObjective j = network("mlp(hidden=10-10)", "moons(samples=40)");
        Trajectory run = Descent.of(j, new GradientDescent(0.2), new Constant(), j.appearance().start(), StopRule.steps(30)).run();
        List<Sharpness> found = Sharpness.along(j, run, List.of(0, 30), SEARCH, () -> false, _ -> { });
        assertEquals(of(SEARCH.withEnds(1, 0), j, run.theta(30)).sharpness().getAsDouble(), found.getLast().value());
        assertTrue(found.getFirst().residual() < 1e-5 && found.getFirst().value() > 0);
        List<Integer> told = new ArrayList<>();
        assertEquals(1, Sharpness.along(j, run, List.of(0, 10, 30), SEARCH, () -> !told.isEmpty(), told::add).size(), "cancelled after the first");
    }

    /** A cost that knows no second derivatives. */
    private record Blind(int dimension) implements Objective {
        @Override
        public double value(double[] theta) {
            return 0;
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            return 0;
        }

        @Override
        public Appearance appearance() {
            return new Appearance("Blind", "", List.of("x"), List.of(), Vec.of(0), List.of());
        }
    }

    @Test
    void whatCannotBeAnsweredIsRefusedOrEmpty() {
        assertEquals("Blind has no Hessian, and so no curvature can be told",
                assertThrows(IllegalArgumentException.class, () -> of(SEARCH, new Blind(1), Vec.of(0))).getMessage());
        assertThrows(IllegalArgumentException.class, () -> of(SEARCH, function("rosenbrock"), Vec.of(1, 1)), "five of two");
        Curvature beyond = of(SEARCH.withEnds(1, 1).withProbes(2).withDensity(1, 10), function("formula(\"log(x) + y^2\")"), Vec.of(-1, 2));
        assertEquals(Eigenpairs.Ending.NOT_FINITE, beyond.eigenpairs().ending());
        assertEquals(OptionalDouble.empty(), beyond.sharpness());
        assertTrue(beyond.density().isEmpty());
        assertTrue(Double.isNaN(beyond.trace().orElseThrow().value()));
    }
}
