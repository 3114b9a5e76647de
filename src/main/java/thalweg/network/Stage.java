package thalweg.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A stage of the algorithm of backpropagation on one sample.
 *
 * @param layer whose numbers are new, from 1; 0 for the input and for what concerns all layers
 */
public record Stage(Kind kind, int layer) {
    /** What happens at a stage. */
    public enum Kind {
        /** Nothing yet: the network at rest. */
        REST,
        /** The sample enters: {@code a(0) = x}. */
        INPUT,
        /** A layer is fed, {@code z = W a + b}, and its units answer, {@code a = f(z)}. */
        FORWARD,
        /** The scores of the last layer become outputs, and what they miss is charged. */
        LOSS,
        /** The derivatives of that charge by the scores. */
        OUTPUT_DELTA,
        /** Those by what a hidden layer is fed. */
        BACKWARD,
        /** Those by the parameters: the gradient. */
        GRADIENT
    }

    /** All stages in their order: 0 is {@link Kind#REST}, and a network of L layers has 2 L + 3 more. */
    public static List<Stage> of(Architecture architecture) {
        int layers = architecture.layers().size();
        List<Stage> stages = new ArrayList<>(List.of(new Stage(Kind.REST, 0), new Stage(Kind.INPUT, 0)));
        for (int l = 1; l <= layers; l++) {
            stages.add(new Stage(Kind.FORWARD, l));
        }
        stages.add(new Stage(Kind.LOSS, layers));
        stages.add(new Stage(Kind.OUTPUT_DELTA, layers));
        for (int l = layers - 1; l >= 1; l--) {
            stages.add(new Stage(Kind.BACKWARD, l));
        }
        stages.add(new Stage(Kind.GRADIENT, 0));
        return List.copyOf(stages);
    }

    /** Whether the activations of a layer (from 1; 0 is the input) are known by now. */
    public boolean knowsActivation(int of) {
        return switch (kind) {
            case REST -> false;
            case INPUT -> of == 0;
            case FORWARD -> of <= layer;
            case LOSS, OUTPUT_DELTA, BACKWARD, GRADIENT -> true;
        };
    }

    /** Whether the delta of a layer, from 1, is known by now. */
    public boolean knowsDelta(int of) {
        return kind == Kind.GRADIENT || (kind == Kind.OUTPUT_DELTA || kind == Kind.BACKWARD) && of >= layer;
    }
}
