package thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.math.Crew;
import thalweg.math.Kernels;
import thalweg.objective.Objective;

class SharedPassTest {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(3);

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    private static NetworkObjective objective(String model, String data, Loss loss, double l2) {
        DataSet samples = DataSources.CATALOG.make(Spec.parse(data)).make(1);
        return Networks.objective(Models.CATALOG.make(Spec.parse(model)), samples, loss, l2, 1);
    }

    /** Widths that are no multiples of what kernels take at once, blocks that are not full, more and fewer hands than blocks. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"softmax; blobs(samples=700); CROSS_ENTROPY",
        "mlp(hidden=7-7-5, skip=true); moons(samples=517); CROSS_ENTROPY",
        "mlp(hidden=6, bias=false, activation=relu); spirals(samples=300); HINGE", "polynomial(degree=3); polynomial(samples=257); MEAN_SQUARED",
        "mlp(hidden=9-2, activation=gelu); circles(samples=400); BINARY_CROSS_ENTROPY"})
    void sharedSumsHaveTheBitsOfOneHand(String model, String data, Loss loss) {
        NetworkObjective j = objective(model, data, loss, 0);
        double[] theta = j.appearance().start().toArray();
        double[] gradient = new double[j.dimension()];
        for (int k = 0; k < theta.length; k++) {
            theta[k] += 0.1 * Math.sin(k);
        }
        double value = j.valueAndGradient(theta, gradient);
        for (int helpers : new int[] {1, 3}) {
            SharedPass shared = SharedPass.of(j, Kernels.fastest(), new Crew(THREADS, helpers));
            for (int again = 0; again < 3; again++) {
                double[] together = new double[j.dimension()];
                assertEquals(value, shared.sum(theta, together, () -> false) / j.samples());
                assertArrayEquals(gradient, together);
                assertEquals(value, shared.sum(theta, new double[0], () -> false) / j.samples());
            }
        }
    }

    /** 20,902 parameters on 1,000 samples are worth it; helpers are asked, and the penalty is there once. */
    @Test
    void evaluatorsOfLargeCostsAreHelped() {
        NetworkObjective j = objective("mlp(hidden=200-100)", "moons(samples=1000)", Loss.CROSS_ENTROPY, 3);
        AtomicInteger asked = new AtomicInteger();
        Crew crew = new Crew(task -> {
            asked.incrementAndGet();
            THREADS.execute(task);
        }, 2);
        double[] theta = j.appearance().start().toArray();
        double[] alone = new double[j.dimension()];
        double[] together = new double[j.dimension()];
        Objective helped = j.evaluator().helpedBy(crew);
        assertEquals(j.valueAndGradient(theta, alone), helped.valueAndGradient(theta, together));
        assertArrayEquals(alone, together);
        assertTrue(asked.get() > 0);
        assertTrue(Double.isNaN(helped.until(() -> true).valueAndGradient(theta, together)));
        Objective evaluator = j.evaluator();
        assertSame(evaluator, evaluator.helpedBy(Crew.NOBODY));
        assertNotSame(evaluator, evaluator.helpedBy(crew));
        Objective small = objective("mlp(hidden=20)", "moons(samples=1000)", Loss.CROSS_ENTROPY, 3).evaluator();
        assertSame(small, small.helpedBy(crew), "whoever would be woken comes too late");
    }
}
