package thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.math.Chance;
import thalweg.math.Kernels;
import thalweg.math.PlainKernels;
import thalweg.math.Purpose;
import thalweg.math.SymmetricOperator;
import thalweg.objective.Objective;
import thalweg.objective.Section;

/** How long a product goes on before it asks whether it is still wanted, in multiplications, which no machine does faster or slower. */
class PortionsTest {
    /** Counts multiplications since somebody asked. */
    private static final class Meter {
        private final AtomicLong all = new AtomicLong();
        private final AtomicLong since = new AtomicLong();
        private final AtomicLong most = new AtomicLong();
        private final AtomicLong moved = new AtomicLong();       // by the largest transpose
        private final boolean carriesOut;

        Meter(boolean carriesOut) {
            this.carriesOut = carriesOut;
        }

        Kernels kernels() {
            Kernels plain = PlainKernels.scalar();
            return (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (_, method, args) -> {
                boolean product = method.getName().matches("add(Transposed)?Product");
                long count = product ? (long) (int) args[0] * (int) args[1] * (int) args[2] : args != null && args[0] instanceof Integer n ? n : 0;
                moved.accumulateAndGet(method.getName().equals("transpose") ? (long) (int) args[0] * (int) args[1] : 0, Math::max);
                all.addAndGet(product ? count : 0);
                most.accumulateAndGet(since.addAndGet(count), Math::max);
                try {
                    return product && !carriesOut ? null : method.invoke(plain, args);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }

        BooleanSupplier asking(boolean answer) {
            return () -> {
                since.set(0);
                return answer;
            };
        }
    }

    /** A layer of 4,096 units on 3,072 inputs, three terms side by side; one of 3,072 on 4,096, as readers do it; a single row; a small one. */
    @ParameterizedTest
    @CsvSource({"32, 12288, 3072", "4096, 32, 3072", "3072, 32, 4096", "1, 12288, 3072", "5, 40000000, 3", "7, 5, 3"})
    void atMostTwentyMillionMultiplicationsGoByUnasked(int m, int n, int k) {
        Meter meter = new Meter(false);
        double[] none = {};
        assertTrue(Portions.addProduct(meter.kernels(), m, n, k, none, 0, none, 0, none, 0, meter.asking(false)));
        assertEquals((long) m * n * k, meter.all.get(), "all is done, and once");
        assertTrue(meter.most.get() <= Math.max(Portions.MOST, n), meter.most + " multiplications");
        Meter stopped = new Meter(false);
        assertFalse(Portions.addProduct(stopped.kernels(), m, n, k, none, 0, none, 0, none, 0, stopped.asking(true)));
        assertEquals(0, stopped.all.get());
    }

    @ParameterizedTest
    @CsvSource({"9, 3000, 1000", "3, 6000, 4000"})
    void portionsAreOneProductToTheLastBit(int m, int n, int k) {
        double[] a = random(m * k, 1);
        double[] b = random(n * k, 2);
        double[] one = random(m * n, 3);
        double[] portions = one.clone();
        Kernels kernels = Kernels.fastest();
        kernels.addProduct(m, n, k, a, 0, b, 0, one, 0);
        Portions.addProduct(kernels, m, n, k, a, 0, b, 0, portions, 0, () -> false);
        assertArrayEquals(one, portions, 0);
    }

    @Test
    void portionsOfATransposedProductAreOneProductToTheLastBit() {
        int m = 330;
        int n = 700;
        int k = 128;
        double[] a = random(m * k, 1);
        double[] b = random(n * k, 2);
        double[] one = random(m * n, 3);
        double[] portions = one.clone();
        Kernels kernels = Kernels.fastest();
        kernels.addTransposedProduct(m, n, k, a, 0, b, 0, one, 0);
        Meter meter = new Meter(false);
        Portions.addTransposedProduct(meter.kernels(), m, n, k, a, 0, b, 0, portions, 0, new double[m * k], meter.asking(false));
        assertTrue(meter.all.get() > Portions.MOST && meter.most.get() <= Portions.MOST, meter.most + " of " + meter.all + " multiplications");
        Portions.addTransposedProduct(kernels, m, n, k, a, 0, b, 0, portions, 0, new double[m * k], () -> false);
        assertArrayEquals(one, portions, 0);
    }

    @Test
    void aTransposeInPortionsIsWhole() {
        int m = 1500;
        int n = 3001;
        double[] a = random(m * n, 1);
        double[] one = new double[m * n];
        double[] portions = new double[m * n];
        Meter meter = new Meter(true);
        PlainKernels.scalar().transpose(m, n, a, 0, one, 0);
        assertTrue(Portions.transpose(meter.kernels(), m, n, a, 0, portions, 0, m, meter.asking(false)));
        assertArrayEquals(one, portions, 0);
        assertTrue(meter.moved.get() <= Portions.MOST_MOVED, meter.moved + " numbers");
        assertFalse(Portions.transpose(meter.kernels(), m, n, a, 0, portions, 0, m, meter.asking(true)));
    }

    private static double[] random(int n, long seed) {
        return IntStream.range(0, n).mapToDouble(i -> Chance.gaussian(seed, Purpose.TEST, i)).toArray();
    }

    private static NetworkObjective wide(Meter meter) {
        Model model = Models.CATALOG.make(Spec.parse("mlp(hidden=2048-1024)"));
        DataSet data = DataSources.CATALOG.make(Spec.parse("digits(samples=40)")).make(1);
        NetworkObjective plain = Networks.objective(model, data, Loss.CROSS_ENTROPY, 0, 1);
        return new NetworkObjective(meter.kernels(), plain.architecture(), Loss.CROSS_ENTROPY, data, 0, plain.appearance());
    }

    private static void neverDeafForLong(Meter meter) {
        assertTrue(meter.all.get() > 10L * Portions.MOST, "there is much to do: " + meter.all);
        assertTrue(meter.most.get() <= 2 * Portions.MOST, meter.most + " multiplications");
        assertTrue(meter.moved.get() <= Portions.MOST_MOVED, meter.moved + " numbers moved");
    }

    /** What a run does at every step, on all samples and on a batch; and what is read beside it. */
    @ParameterizedTest
    @ValueSource(ints = {40, 16})
    void aStepOfAWideNetworkIsNeverDeafForLong(int batch) {
        Meter meter = new Meter(false);
        NetworkObjective f = wide(meter);
        double[] theta = f.appearance().start().toArray();
        Objective evaluator = f.batches(batch, 1).evaluator().until(meter.asking(false));
        for (int step = 0; step < 2; step++) {
            evaluator.toStep(step);
            evaluator.valueAndGradient(theta, new double[theta.length]);
            evaluator.value(theta);
            f.accuracy(theta, meter.asking(false));
        }
        neverDeafForLong(meter);
        Meter stopped = new Meter(false);
        NetworkObjective g = wide(stopped);
        assertTrue(Double.isNaN(g.batches(batch, 1).evaluator().until(stopped.asking(true)).valueAndGradient(theta, new double[theta.length])));
        g.accuracy(theta, stopped.asking(true));
        assertEquals(0, stopped.all.get());
    }

    @Test
    void aProductWithTheHessianOfAWideNetworkIsNeverDeafForLong() {
        Meter meter = new Meter(false);
        NetworkObjective f = wide(meter);
        double[] theta = f.appearance().start().toArray();
        double[] product = new double[theta.length];
        f.hessianAt(theta).orElseThrow().until(meter.asking(false)).times(theta, product);
        neverDeafForLong(meter);
        Meter stopped = new Meter(false);
        wide(stopped).hessianAt(theta).orElseThrow().until(stopped.asking(true)).times(theta, product);
        assertTrue(Double.isNaN(product[0]));
        assertEquals(0, stopped.all.get());
    }

    /** However far a product came, the next one is whole. */
    @Test
    void aCancelledProductLeavesNoTrace() {
        Model model = Models.CATALOG.make(Spec.parse("mlp(hidden=6-6-5, skip=true)"));
        NetworkObjective f = Networks.objective(model, DataSources.CATALOG.make(Spec.parse("moons(samples=300)")).make(1), Loss.CROSS_ENTROPY, 0, 1);
        double[] theta = f.appearance().start().toArray();
        double[] v = random(theta.length, 4);
        double[] whole = new double[theta.length];
        f.hessianAt(theta).orElseThrow().times(v, whole);
        int questions = 0;
        for (boolean cancelled = true; cancelled; questions++) {
            AtomicInteger left = new AtomicInteger(questions);
            double[] product = new double[theta.length];
            SymmetricOperator hessian = f.hessianAt(theta).orElseThrow();
            hessian.until(() -> left.getAndDecrement() <= 0).times(v, product);
            cancelled = Double.isNaN(product[0]);
            double[] again = new double[theta.length];
            hessian.times(v, again);
            assertArrayEquals(whole, again, 0, "after " + questions + " questions");
        }
        assertTrue(questions > 20, questions + " questions");
    }

    /** Sampling a plane of a wide network: its preparation, and its values. */
    @Test
    void aSliceOfAWideNetworkIsNeverDeafForLong() {
        Meter meter = new Meter(false);
        NetworkObjective f = wide(meter);
        double[] origin = f.appearance().start().toArray();
        Section section = f.section(origin, random(origin.length, 1), random(origin.length, 2)).orElseThrow();
        for (int piece = 0; piece < section.preparations(); piece++) {
            section.prepare(piece, meter.asking(false));
        }
        Section.Reader reader = section.reader();
        reader.places(new double[] {-1, 0, 1});
        reader.values(0.5, new double[3], meter.asking(false));
        neverDeafForLong(meter);
        assertFalse(meter.most.get() < Portions.MOST / 4, "and it is not asked all the time");
    }
}
