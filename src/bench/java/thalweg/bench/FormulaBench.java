package thalweg.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import thalweg.formula.CompiledFormula;
import thalweg.formula.Formula;

/**
 * One evaluation of a compiled formula, all over its window: the grid row of DESIGN section 10 leaves 62 ns for a value.
 *
 * <p>Other formulas are compiled and called before, so that the call is one of several targets, as in the program.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FormulaBench {
    private static final int NODES = 400;
    private static final double[] KNOBS = {1, 100};
    private static final Map<String, String> TEXTS = Map.of(
            "rosenbrock", "(a - x)^2 + b*(y - x^2)^2",
            "ackley", "-20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + e + 20",
            "goldstein-price", "(1 + (x + y + 1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2))"
                    + "*(30 + (2*x - 3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))");

    @Param({"rosenbrock", "ackley", "goldstein-price"})
    public String function;

    private final double[] theta = new double[2];
    private final double[] gradient = new double[2];
    private final double[] hessian = new double[4];
    private CompiledFormula compiled;

    @Setup
    public void prepare() {
        double sum = 0;
        for (String text : TEXTS.values()) {
            CompiledFormula other = read(text).compiled();
            for (int i = 0; i < 20_000; i++) {
                theta[0] = i * 1e-4;
                sum += other.value(theta, KNOBS) + other.valueAndGradient(theta, KNOBS, gradient);
            }
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a test function is not a number somewhere in its window");
        }
        compiled = read(TEXTS.get(function)).compiled();
    }

    private static Formula read(String text) {
        return Formula.parse(text, List.of("x", "y"), List.of("a", "b"));
    }

    @Benchmark
    @OperationsPerInvocation(NODES * NODES)
    public double value() {
        double sum = 0;
        for (int j = 0; j < NODES; j++) {
            for (int i = 0; i < NODES; i++) {
                at(i, j);
                sum += compiled.value(theta, KNOBS);
            }
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(NODES * NODES)
    public double valueAndGradient() {
        double sum = 0;
        for (int j = 0; j < NODES; j++) {
            for (int i = 0; i < NODES; i++) {
                at(i, j);
                sum += compiled.valueAndGradient(theta, KNOBS, gradient) + gradient[0] + gradient[1];
            }
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(NODES * NODES)
    public double hessian() {
        double sum = 0;
        for (int j = 0; j < NODES; j++) {
            for (int i = 0; i < NODES; i++) {
                at(i, j);
                compiled.hessian(theta, KNOBS, hessian);
                sum += hessian[0] + hessian[1];
            }
        }
        return sum;
    }

    private void at(int i, int j) {
        theta[0] = -2 + i * 0.01;
        theta[1] = -2 + j * 0.01;
    }

    /** From text to machine code: what a keystroke in the formula field costs. */
    @Benchmark
    public double readAndCompile() {
        theta[0] = 0.5;
        return read(TEXTS.get(function)).compiled().value(theta, KNOBS);
    }
}
