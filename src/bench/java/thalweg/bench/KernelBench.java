package thalweg.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import thalweg.math.Chance;
import thalweg.math.Kernels;
import thalweg.math.Purpose;

/** The kernels beside what others offer, on one core: 1000 x 64 by 64 x 64 at least 8 times EJML's; 10,000 exponentials and tanh beside Java's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelBench {
    private static final int M = 1000;
    private static final int N = 64;
    private static final int COUNT = 10_000;

    private final Kernels kernels = Kernels.fastest();
    private final double[] a = random(M * N, 1);
    private final double[] b = random(N * N, 2);
    private final double[] c = new double[M * N];
    private final double[] gradient = new double[N * N];
    private final DMatrixRMaj ejmlA = DMatrixRMaj.wrap(M, N, a);
    private final DMatrixRMaj ejmlB = DMatrixRMaj.wrap(N, N, b);
    private final DMatrixRMaj ejmlC = new DMatrixRMaj(M, N);
    private final double[] x = random(COUNT, 3);
    private final double[] y = new double[COUNT];

    private static double[] random(int n, long seed) {
        return IntStream.range(0, n).mapToDouble(i -> Chance.gaussian(seed, Purpose.TEST, i)).toArray();
    }

    @Benchmark
    public DMatrixRMaj productEjml() {
        CommonOps_DDRM.mult(ejmlA, ejmlB, ejmlC);
        return ejmlC;
    }

    @Benchmark
    public double[] product() {
        Arrays.fill(c, 0);
        kernels.addProduct(M, N, N, a, 0, b, 0, c, 0);
        return c;
    }

    @Benchmark
    public double[] transposedProduct() {
        Arrays.fill(gradient, 0);
        kernels.addTransposedProduct(N, N, M, a, 0, a, 0, gradient, 0);
        return gradient;
    }

    @Benchmark
    public double[] exp() {
        kernels.exp(COUNT, x, 0, y, 0);
        return y;
    }

    @Benchmark
    public double[] expJava() {
        for (int i = 0; i < COUNT; i++) {
            y[i] = Math.exp(x[i]);
        }
        return y;
    }

    @Benchmark
    public double[] tanh() {
        kernels.tanh(COUNT, x, 0, y, 0);
        return y;
    }

    @Benchmark
    public double[] tanhJava() {
        for (int i = 0; i < COUNT; i++) {
            y[i] = Math.tanh(x[i]);
        }
        return y;
    }
}
