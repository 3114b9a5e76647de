package thalweg.network;

import java.util.Arrays;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** A fully connected network with hidden layers. */
@Entry(id = "mlp", label = "Neural network", group = "Networks", help = "Fully connected layers of units, each layer fed by the one before.",
        source = "Rumelhart, Hinton and Williams 1986, Nature 323", latex = "a^{(l)} = f(W^{(l)} a^{(l-1)} + b^{(l)})")
public record Mlp(
        @Knob(label = "hidden", word = "16-16", help = "Units of each hidden layer, with hyphens between: 16-16; none for no hidden layer.")
        String hidden,
        @Knob(label = "activation", word = "tanh", help = "What a hidden unit makes of its input.")
        Activation activation,
        @Knob(label = "skip", word = "false", advanced = true,
                help = "Adds to a hidden layer's output its input, where both have one width.")
        boolean skip,
        @Knob(label = "weights", word = "glorot", help = "Where the weights start; biases start at 0.")
        Initializer initializer,
        @Knob(label = "biases", word = "true", advanced = true,
                help = "Whether units have biases; hidden=1 without them has two parameters on one feature.")
        boolean bias) implements Model {
    private static final int MOST_LAYERS = 20;
    private static final int MOST_UNITS = 4096;

    public Mlp {
        widths(hidden);
    }

    @Override
    public Architecture architecture(int inputs, int outputs) {
        return Architecture.of(inputs, widths(hidden), outputs, activation, bias, skip);
    }

    private static int[] widths(String hidden) {
        if (hidden.equals("none")) {
            return new int[0];
        }
        if (!hidden.matches("[1-9][0-9]{0,3}(-[1-9][0-9]{0,3})*")) {
            throw wrong(hidden);
        }
        int[] widths = Arrays.stream(hidden.split("-")).mapToInt(Integer::parseInt).toArray();
        if (widths.length > MOST_LAYERS || Arrays.stream(widths).anyMatch(w -> w > MOST_UNITS)) {
            throw wrong(hidden);
        }
        return widths;
    }

    private static IllegalArgumentException wrong(String hidden) {
        return new IllegalArgumentException("hidden must be the units of up to " + MOST_LAYERS + " layers from 1 to " + MOST_UNITS
                + ", such as 16-16, or none, but was '" + hidden + "'");
    }
}
