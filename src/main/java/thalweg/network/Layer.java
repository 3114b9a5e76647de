package thalweg.network;

/**
 * One fully connected layer: {@code z = W x + b}, {@code a = f(z)}, and {@code a + x} where it is skipped over.
 *
 * @param in inputs
 * @param out units
 * @param biased whether there is a b
 * @param skipped whether the inputs are added to the activations (residual connection; He et al. 2016); then in equals out
 * @param weightsAt where W starts among all parameters, out x in, row by row
 */
public record Layer(int in, int out, Activation activation, boolean biased, boolean skipped, int weightsAt) {
    public Layer {
        if (skipped && in != out) {
            throw new IllegalArgumentException("a layer that is skipped over has as many units as inputs, but has " + out + " for " + in);
        }
    }

    /** The number of weights. */
    public int weights() {
        return in * out;
    }

    /** Where b starts among all parameters, if there is one. */
    public int biasesAt() {
        return weightsAt + weights();
    }

    /** Where the next layer's parameters start. */
    public int end() {
        return biasesAt() + (biased ? out : 0);
    }
}
