package thalweg.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.data.DataSet;
import thalweg.math.Kernels;
import thalweg.math.Vec;

/**
 * The way of one sample through a network and back, every number of it: forward propagation, the loss, and backpropagation (Rumelhart,
 * Hinton and Williams 1986). Without the penalty, which no sample has a part in.
 *
 * @param input a(0), the features
 * @param layers from the first that has weights to the last
 * @param output what the scores mean: probabilities, or the numbers themselves
 * @param wanted what each output was to be
 * @param loss of this sample
 * @param gradient Delta: the derivatives of that loss by all parameters, in their order
 */
public record Trace(Vec input, List<Step> layers, Vec output, Vec wanted, double loss, Vec gradient) {
    /**
     * What passes a layer.
     *
     * @param z what its units are fed, {@code W a + b}
     * @param units what they make of it, f(z)
     * @param a what the layer passes on: f(z), plus what came in where it is skipped over
     * @param delta the derivatives of the loss by z
     */
    public record Step(Vec z, Vec units, Vec a, Vec delta) {
    }

    public Trace {
        layers = List.copyOf(layers);
    }

    static Trace of(Kernels kernels, Architecture architecture, Loss loss, DataSet data, double[] theta, int sample) {
        int d = architecture.inputs();
        int k = architecture.outputs();
        double[] gradient = new double[architecture.dimension()];
        double[] target = {data.target(sample)};
        Propagation pass = new Propagation(kernels, architecture, 1);
        pass.load(theta, Portions.NEVER);
        pass.forward(theta, 1, data.features(), sample * d, Portions.NEVER);
        double charge = loss.sum(kernels, 1, k, pass.outputs(), target, 1, pass.outputDelta(), new double[k]);
        pass.backward(theta, 1, data.features(), sample * d, gradient, Portions.NEVER);
        List<Step> steps = new ArrayList<>();
        for (int l = 0; l < architecture.layers().size(); l++) {
            steps.add(new Step(Vec.of(pass.inputs(l)), Vec.of(pass.units(l)), Vec.of(pass.activations(l)), Vec.of(pass.delta(l))));
        }
        double[] wanted = new double[k];
        Arrays.setAll(wanted, j -> Loss.wanted(target[0], k, j));
        return new Trace(Vec.of(Arrays.copyOfRange(data.features(), sample * d, (sample + 1) * d)), steps,
                Vec.of(loss.meaning(kernels, k, pass.outputs())), Vec.of(wanted), charge, Vec.of(gradient));
    }

    /** What a layer is fed: the input, or what the one before passes on. */
    public Vec before(int layer) {
        return layer == 0 ? input : layers.get(layer - 1).a();
    }
}
