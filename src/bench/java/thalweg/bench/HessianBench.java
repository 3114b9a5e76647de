package thalweg.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import thalweg.catalog.Spec;
import thalweg.data.DataSources;
import thalweg.math.Chance;
import thalweg.math.Purpose;
import thalweg.math.SymmetricOperator;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;
import thalweg.objective.Objective;

/** A product with the Hessian beside a gradient of the same cost, and beside the two gradients that a difference quotient takes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HessianBench {
    /** 784-128-64-10 on 2,000 samples; the linear softmax of 30,730 parameters on 2,000 and on 10,000. */
    @Param({"mlp(hidden=128-64);digits(samples=2000, width=28)", "softmax();color-images(samples=2000)",
        "softmax();color-images(samples=10000)"})
    private String cost;

    private Objective f;
    private SymmetricOperator hessian;
    private double[] theta;
    private double[] v;
    private double[] result;

    @Setup
    public void make() {
        String[] parts = cost.split(";");
        NetworkObjective j = Networks.objective(Models.CATALOG.make(Spec.parse(parts[0])), DataSources.CATALOG.make(Spec.parse(parts[1])).make(1), 1);
        f = j.evaluator();
        theta = j.appearance().start().toArray();
        v = new double[theta.length];
        for (int i = 0; i < v.length; i++) {
            theta[i] += 0.01 * Chance.gaussian(1, Purpose.TEST, i);
            v[i] = Chance.gaussian(2, Purpose.TEST, i);
        }
        hessian = f.hessianAt(theta).orElseThrow();
        result = new double[v.length];
    }

    @Benchmark
    public double gradient() {
        return f.valueAndGradient(theta, result);
    }

    @Benchmark
    public double product() {
        hessian.times(v, result);
        return result[0];
    }

    /** The same with what the first product has to work out. */
    @Benchmark
    public double firstProduct() {
        f.hessianAt(theta).orElseThrow().times(v, result);
        return result[0];
    }
}
