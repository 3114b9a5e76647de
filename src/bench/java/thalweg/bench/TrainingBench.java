package thalweg.bench;

import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;
import thalweg.objective.Objective;
import thalweg.optimizer.Adam;
import thalweg.optimizer.EpsilonPlacement;
import thalweg.optimizer.State;

/** A training step of 784-128-64-10 units, tanh, on batches of 64, with Adam: at least 6 times one built on EJML (issue 3). */
@org.openjdk.jmh.annotations.State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrainingBench {
    private static final int BATCH = 64;
    private static final int[] SIZES = {784, 128, 64, 10};

    private final DataSet digits = DataSources.CATALOG.make(Spec.parse("digits(samples=1000, width=28)")).make(1);
    private final NetworkObjective cost = Networks.objective(Models.CATALOG.make(Spec.parse("mlp(hidden=128-64)")), digits, 1);
    private final Objective batches = cost.batches(BATCH, 1).evaluator();
    private final Adam adam = new Adam(0.001, 0.9, 0.999, 1e-8, EpsilonPlacement.OUTSIDE);
    private final State state = new State(cost.appearance().start().toArray(), adam.memory());

    private final DMatrixRMaj[] w = new DMatrixRMaj[3];
    private final DMatrixRMaj[] b = new DMatrixRMaj[3];
    private final DMatrixRMaj[] gradientW = new DMatrixRMaj[3];
    private final DMatrixRMaj[] gradientB = new DMatrixRMaj[3];
    private final DMatrixRMaj[] a = new DMatrixRMaj[4];
    private final DMatrixRMaj[] delta = new DMatrixRMaj[4];
    private final double[][] m = new double[6][];
    private final double[][] v = new double[6][];
    private int step;

    public TrainingBench() {
        double[] theta = cost.appearance().start().toArray();
        int at = 0;
        a[0] = new DMatrixRMaj(BATCH, SIZES[0]);
        for (int l = 0; l < 3; l++) {
            w[l] = new DMatrixRMaj(SIZES[l + 1], SIZES[l]);
            b[l] = new DMatrixRMaj(1, SIZES[l + 1]);
            System.arraycopy(theta, at, w[l].data, 0, w[l].data.length);
            at += w[l].data.length + SIZES[l + 1];
            gradientW[l] = w[l].createLike();
            gradientB[l] = b[l].createLike();
            a[l + 1] = new DMatrixRMaj(BATCH, SIZES[l + 1]);
            delta[l + 1] = new DMatrixRMaj(BATCH, SIZES[l + 1]);
            m[2 * l] = new double[w[l].data.length];
            v[2 * l] = new double[w[l].data.length];
            m[2 * l + 1] = new double[SIZES[l + 1]];
            v[2 * l + 1] = new double[SIZES[l + 1]];
        }
    }

    @Benchmark
    public double ours() {
        batches.toStep(state.step());
        state.evaluate(batches);
        adam.advance(batches, state);
        state.count();
        return state.loss();
    }

    /** The same arithmetic with EJML's products and Java's mathematics, nothing allocated. */
    @Benchmark
    public double ejml() {
        int d = SIZES[0];
        int first = step * BATCH % (digits.size() - BATCH);
        System.arraycopy(digits.features(), first * d, a[0].data, 0, BATCH * d);
        for (int l = 0; l < 3; l++) {
            CommonOps_DDRM.multTransB(a[l], w[l], a[l + 1]);
            for (int i = 0, k = 0; i < BATCH; i++) {
                for (int j = 0; j < SIZES[l + 1]; j++, k++) {
                    double z = a[l + 1].data[k] + b[l].data[j];
                    a[l + 1].data[k] = l == 2 ? z : Math.tanh(z);
                }
            }
        }
        double loss = softmax(first);
        for (int l = 2; l >= 0; l--) {
            CommonOps_DDRM.multTransA(delta[l + 1], a[l], gradientW[l]);
            CommonOps_DDRM.sumCols(delta[l + 1], gradientB[l]);
            if (l > 0) {
                CommonOps_DDRM.mult(delta[l + 1], w[l], delta[l]);
                for (int k = 0; k < delta[l].data.length; k++) {
                    delta[l].data[k] *= 1 - a[l].data[k] * a[l].data[k];
                }
            }
        }
        step++;
        for (int l = 0; l < 3; l++) {
            adam(w[l].data, gradientW[l].data, m[2 * l], v[2 * l]);
            adam(b[l].data, gradientB[l].data, m[2 * l + 1], v[2 * l + 1]);
        }
        return loss;
    }

    private double softmax(int first) {
        double loss = 0;
        double[] z = a[3].data;
        double[] to = delta[3].data;
        for (int i = 0; i < BATCH; i++) {
            double highest = z[10 * i];
            for (int j = 1; j < 10; j++) {
                highest = Math.max(highest, z[10 * i + j]);
            }
            double total = 0;
            for (int j = 0; j < 10; j++) {
                to[10 * i + j] = Math.exp(z[10 * i + j] - highest);
                total += to[10 * i + j];
            }
            int y = 10 * i + digits.label(first + i);
            loss += Math.log(total) + highest - z[y];
            for (int j = 0; j < 10; j++) {
                to[10 * i + j] /= total * BATCH;
            }
            to[y] -= 1.0 / BATCH;
        }
        return loss / BATCH;
    }

    private void adam(double[] theta, double[] g, double[] mean, double[] square) {
        double c1 = 1 - Math.pow(0.9, step);
        double c2 = 1 - Math.pow(0.999, step);
        for (int i = 0; i < theta.length; i++) {
            mean[i] = 0.9 * mean[i] + 0.1 * g[i];
            square[i] = 0.999 * square[i] + 0.001 * g[i] * g[i];
            theta[i] -= 0.001 * (mean[i] / c1) / (Math.sqrt(square[i] / c2) + 1e-8);
        }
    }
}
