package thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.math.Chance;
import thalweg.math.Purpose;
import thalweg.math.Vec;

class TraceTest {
    private static final double LAMBDA = 0.3;

    private static NetworkObjective objective(String network, String data, Loss loss) {
        DataSet made = DataSources.CATALOG.make(Spec.parse(data)).make(7);
        return Networks.objective(Models.CATALOG.make(Spec.parse(network)), made, loss, LAMBDA, 1);
    }

    private static double[] theta(int n) {
        double[] theta = new double[n];
        Arrays.setAll(theta, i -> Chance.uniform(5, Purpose.TEST, i) * 2 - 1);
        return theta;
    }

    /** Delta of one sample is the gradient of the cost on that sample alone, less the penalty's part, to the bit but for the order of two sums. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"mlp(hidden=4-4, activation=tanh, skip=true); moons(samples=9); BINARY_CROSS_ENTROPY",
        "mlp(hidden=3-5-2, activation=gelu); blobs(samples=9, classes=3); CROSS_ENTROPY", "mlp(hidden=4-4-4, activation=sigmoid, skip=true); "
        + "line(samples=9); MEAN_SQUARED", "svm; blobs(samples=9, classes=4); HINGE",
        "mlp(hidden=5, activation=elu, bias=false); xor(samples=9); HINGE"})
    void gradientIsThatOfTheSampleAlone(String network, String data, Loss loss) {
        NetworkObjective f = objective(network, data, loss);
        double[] theta = theta(f.dimension());
        for (int sample = 0; sample < f.samples(); sample++) {
            double[] wanted = new double[theta.length];
            double value = f.on(sample).valueAndGradient(theta, wanted);
            double penalty = 0;
            for (Layer layer : f.architecture().layers()) {
                for (int i = layer.weightsAt(); i < layer.biasesAt(); i++) {
                    wanted[i] -= LAMBDA / f.samples() * theta[i];
                    penalty += LAMBDA / f.samples() / 2 * theta[i] * theta[i];
                }
            }
            Trace trace = f.trace(theta, sample);
            assertEquals(value - penalty, trace.loss(), 1e-12);
            assertArrayEquals(wanted, trace.gradient().toArray(), 1e-12);
        }
    }

    /** The algorithm's own lines, with each number computed here from the ones before. */
    @Test
    void everyLineOfTheAlgorithmHolds() {
        NetworkObjective f = objective("mlp(hidden=3-3, activation=tanh, skip=true)", "moons(samples=5)", Loss.BINARY_CROSS_ENTROPY);
        double[] theta = theta(f.dimension());
        Trace trace = f.trace(theta, 3);
        List<Layer> layers = f.architecture().layers();
        assertTrue(layers.get(1).skipped());
        double[] above = {};
        for (int l = 2; l >= 0; l--) {
            Layer layer = layers.get(l);
            Trace.Step step = trace.layers().get(l);
            Vec in = trace.before(l);
            double[] below = new double[layer.in()];
            for (int j = 0; j < layer.out(); j++) {
                double z = theta[layer.biasesAt() + j];
                for (int i = 0; i < layer.in(); i++) {
                    double w = theta[layer.weightsAt() + j * layer.in() + i];
                    z += w * in.get(i);
                    below[i] += w * step.delta().get(j);
                    assertEquals(step.delta().get(j) * in.get(i), trace.gradient().get(layer.weightsAt() + j * layer.in() + i), 1e-15);
                }
                assertEquals(z, step.z().get(j), 1e-14);
                double u = l == 2 ? z : Math.tanh(z);
                assertEquals(u, step.units().get(j), 1e-14);
                assertEquals(u + (layer.skipped() ? in.get(j) : 0), step.a().get(j), 1e-14);
                double delta = l == 2 ? trace.output().get(j) - trace.wanted().get(j) : (1 - u * u) * above[j];
                assertEquals(delta, step.delta().get(j), 1e-14);
                assertEquals(step.delta().get(j), trace.gradient().get(layer.biasesAt() + j), 0);
                below[j < below.length ? j : 0] += layer.skipped() ? above[j] : 0;
            }
            above = below;
        }
        assertEquals(1 / (1 + Math.exp(-trace.layers().get(2).z().get(0))), trace.output().get(0), 1e-14);
    }

    @Test
    void activationsOfManySamplesAreThoseOfEachTrace() {
        NetworkObjective f = objective("mlp(hidden=4-4, skip=true)", "moons(samples=300)", Loss.CROSS_ENTROPY);
        double[] theta = theta(f.dimension());
        List<double[]> all = f.activations(theta, f.data().features());
        for (int sample : new int[] {0, 127, 128, 299}) {
            Trace trace = f.trace(theta, sample);
            for (int l = 0; l < 3; l++) {
                int out = f.architecture().layers().get(l).out();
                assertArrayEquals(trace.layers().get(l).a().toArray(), Arrays.copyOfRange(all.get(l), sample * out, (sample + 1) * out), 1e-14);
            }
        }
        assertEquals(1, f.trace(theta, 0).output().get(0) + f.trace(theta, 0).output().get(1), 1e-14);
    }

    @Test
    void stagesGoForwardAndBack() {
        NetworkObjective f = objective("mlp(hidden=4-4)", "moons(samples=5)", Loss.CROSS_ENTROPY);
        List<Stage> stages = Stage.of(f.architecture());
        assertEquals("REST0 INPUT0 FORWARD1 FORWARD2 FORWARD3 LOSS3 OUTPUT_DELTA3 BACKWARD2 BACKWARD1 GRADIENT0",
                String.join(" ", stages.stream().map(s -> s.kind().name() + s.layer()).toList()));
        assertTrue(stages.get(3).knowsActivation(2) && !stages.get(3).knowsActivation(3) && !stages.get(3).knowsDelta(3));
        assertTrue(stages.get(7).knowsDelta(2) && !stages.get(7).knowsDelta(1) && stages.get(7).knowsActivation(1));
    }

    @Test
    void parametersHaveTheLettersOfTheirPlace() {
        Architecture a = objective("mlp(hidden=3)", "moons(samples=5)", Loss.CROSS_ENTROPY).architecture();
        assertEquals("W^{(1)}_{1,1}", a.letter(0));
        assertEquals("W^{(1)}_{2,1}", a.letter(2));
        assertEquals("b^{(1)}_{3}", a.letter(8));
        assertEquals("W^{(2)}_{2,3}", a.letter(14));
        assertEquals("b^{(2)}_{2}", a.letter(16));
    }
}
