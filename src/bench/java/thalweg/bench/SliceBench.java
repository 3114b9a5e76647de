package thalweg.bench;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import thalweg.math.Grid;

/**
 * Slices of networks on two cores, in points per second (issue 4): the 30,730-parameter softmax model on 10,000 images of 32 x 32 x 3 at 51 x 51
 * points within a second, and at least 100 times as fast as point by point with EJML on both cores; a small tanh network and a ReLU network of
 * digits. {@link #sideBySide} prints all of them from one process.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SliceBench {
    private static final int CORES = 2;

    private final ExecutorService pool = Executors.newFixedThreadPool(CORES);
    private Optional<SliceTable.Subject> subject = Optional.empty();

    private Grid sample(Supplier<SliceTable.Subject> make) {
        if (subject.isEmpty()) {
            subject = Optional.of(make.get());
        }
        return SliceTable.sampled(subject.get(), pool);
    }

    @Benchmark
    @OperationsPerInvocation(51 * 51)
    public Grid softmax() {
        return sample(SliceTable::softmax);
    }

    @Benchmark
    @OperationsPerInvocation(101 * 101)
    public Grid tanh() {
        return sample(SliceTable::tanh);
    }

    @Benchmark
    @OperationsPerInvocation(51 * 51)
    public Grid relu() {
        return sample(SliceTable::relu);
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public void sideBySide() throws Exception {
        SliceTable.print(pool);
    }

    @TearDown
    public void close() {
        pool.shutdown();
    }
}
