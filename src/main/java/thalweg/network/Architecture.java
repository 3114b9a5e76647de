package thalweg.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.math.Turns;
import thalweg.math.Vec;

/**
 * The layers of a network, each feeding the next; the last has no activation, its outputs are numbers or scores. The order of the parameters
 * is W1 (out x in, row by row), b1, W2, b2, ...
 */
public record Architecture(List<Layer> layers) {
    /** 80 MB a vector; optimizers keep several. */
    private static final long MOST_PARAMETERS = 10_000_000;

    public Architecture {
        layers = List.copyOf(layers);
        int at = 0;
        for (Layer layer : layers) {
            if (layer.weightsAt() != at) {
                throw new IllegalArgumentException("the parameters of a layer follow those of the one before, from " + at + ", not "
                        + layer.weightsAt());
            }
            at = layer.end();
        }
    }

    /**
     * A network with hidden layers.
     *
     * @param hidden units of each; none for a linear model
     * @param skip whether hidden layers as wide as the one before are skipped over
     * @throws IllegalArgumentException if there are too many parameters, or there is nothing to skip over
     */
    static Architecture of(int inputs, int[] hidden, int outputs, Activation activation, boolean biased, boolean skip) {
        List<Layer> layers = new ArrayList<>();
        long end = 0;
        int in = inputs;
        boolean skipped = false;
        for (int i = 0; i <= hidden.length; i++) {
            boolean last = i == hidden.length;
            int out = last ? outputs : hidden[i];
            end += (long) in * out + (biased ? out : 0);
            if (end > MOST_PARAMETERS) {
                throw new IllegalArgumentException("the network must have at most " + MOST_PARAMETERS + " parameters, but has " + end
                        + " up to layer " + (i + 1));
            }
            boolean over = skip && !last && in == out;
            skipped |= over;
            layers.add(new Layer(in, out, last ? Activation.IDENTITY : activation, biased, over, (int) end - in * out - (biased ? out : 0)));
            in = out;
        }
        if (skip && !skipped) {
            throw new IllegalArgumentException("skip needs a hidden layer as wide as what it is fed, such as the second of hidden=16-16");
        }
        return new Architecture(layers);
    }

    public int inputs() {
        return layers.getFirst().in();
    }

    public int outputs() {
        return layers.getLast().out();
    }

    /**
     * The letter of a parameter, in LaTeX: {@code W^{(1)}_{2,3}} from the third input to the second unit of the first layer, {@code b^{(1)}_2}
     * that unit's bias; all counted from 1.
     */
    public String letter(int parameter) {
        int l = 0;
        while (parameter >= layers.get(l).end()) {
            l++;
        }
        Layer layer = layers.get(l);
        int in = parameter - layer.weightsAt();
        return parameter < layer.biasesAt() ? "W^{(" + (l + 1) + ")}_{" + (in / layer.in() + 1) + "," + (in % layer.in() + 1) + "}"
                : "b^{(" + (l + 1) + ")}_{" + (parameter - layer.biasesAt() + 1) + "}";
    }

    /** The number of parameters. */
    public int dimension() {
        return layers.getLast().end();
    }

    /**
     * Weights by this rule, biases 0; many take a second.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    Vec initial(Initializer initializer, long seed, BooleanSupplier cancelled) {
        return Vec.filled(dimension(), theta -> {
            for (Layer layer : layers) {
                Turns.over(layer.weights(), cancelled, (from, to) -> {
                    for (int i = layer.weightsAt() + from; i < layer.weightsAt() + to; i++) {
                        theta[i] = initializer.weight(seed, i, layer.in(), layer.out());
                    }
                });
            }
        });
    }
}
