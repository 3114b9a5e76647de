package thalweg.export;

import static thalweg.export.LibraryRule.decimal;
import static thalweg.formula.Python.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.data.DataSet;
import thalweg.experiment.Study;
import thalweg.network.Activation;
import thalweg.network.Architecture;
import thalweg.network.Layer;

/**
 * A model that learns, as Python: its data, its layers, its cost and, for NumPy, backpropagation written out.
 *
 * <p>Few numbers stand in the program itself. More are read from a file, and a comment says which command line writes it.
 *
 * @param start all parameters, as they lie in the program: W1 (out x in), b1, W2, ...
 * @param own whether the start was chosen, so that no file has it
 * @param lambda weight of the penalty
 * @param command that writes the file with the data
 */
record LearningCode(Study study, double[] start, boolean own, double lambda, String command) {
    /** A program with more numbers is no program any more. */
    private static final int MOST_FEATURES = 240;
    private static final int MOST_PARAMETERS = 60;
    private static final int WIDTH = 110;

    private Architecture architecture() {
        return study.cost().architecture();
    }

    private boolean hasData() {
        return study.cost().data().features().length <= MOST_FEATURES;
    }

    private boolean hasStart() {
        return own || start.length <= MOST_PARAMETERS;
    }

    /** Statements that make {@code X}, {@code Y} (one column for each output) and {@code theta}, as NumPy's arrays. */
    String data() {
        DataSet data = study.cost().data();
        StringBuilder text = new StringBuilder();
        if (!hasData() || !hasStart()) {
            text.append("# The file is written by:\n#   ").append(command).append("\ndata = np.load(\"learning.npz\")\n");
        }
        if (hasData()) {
            List<String> rows = IntStream.range(0, data.size())
                    .mapToObj(i -> IntStream.range(0, data.dimension()).mapToObj(j -> decimal(data.feature(i, j)))
                    .collect(Collectors.joining(", ", "[", "]"))).toList();
            text.append(list("X = np.array([", rows, "])")).append('\n');
            text.append(list("y = np.array([", IntStream.range(0, data.size()).mapToObj(i -> decimal(data.target(i))).toList(), "])")).append('\n');
        } else {
            text.append("X, y = data[\"X\"], data[\"y\"]  # as the model sees them\n");
        }
        int k = architecture().outputs();
        text.append(k == 1 ? "Y = y[:, None]\n" : "Y = np.eye(" + k + ")[y.astype(int)]  # 1 in the column of the class\n");
        return text.append(hasStart() ? list("theta = np.array([", IntStream.range(0, start.length).mapToObj(i -> decimal(start[i])).toList(), "])")
                : "theta = data[\"theta\"]  # " + start.length + " parameters: " + parameters()).append('\n').toString();
    }

    /** A list of numbers, broken into lines that a page can hold. */
    private static String list(String opening, List<String> parts, String closing) {
        StringBuilder text = new StringBuilder(opening);
        int line = opening.length();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i) + (i < parts.size() - 1 ? "," : "");
            if (line + part.length() > WIDTH) {
                text.append("\n    ");
                line = 4;
            } else if (i > 0) {
                text.append(' ');
            }
            text.append(part);
            line += part.length() + 1;
        }
        return text.append(closing).toString();
    }

    private String parameters() {
        List<String> names = names();
        return names.size() > 6 ? String.join(", ", names.subList(0, 4)) + ", ..." : String.join(", ", names);
    }

    /** W1, b1, W2, ... */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int l = 1; l <= depth(); l++) {
            names.add("W" + l);
            if (layer(l).biased()) {
                names.add("b" + l);
            }
        }
        return names;
    }

    private int depth() {
        return architecture().layers().size();
    }

    /** Counted from 1. */
    private Layer layer(int l) {
        return architecture().layers().get(l - 1);
    }

    private boolean isPenalised() {
        return lambda > 0;
    }

    /** {@code unpack(theta)}, and what a hidden unit makes of its input. */
    private String unpack(String np) {
        StringBuilder text = new StringBuilder("def unpack(theta):  # " + parameters() + " lie in theta one after the other\n");
        for (int l = 1; l <= depth(); l++) {
            Layer layer = layer(l);
            text.append("    W").append(l).append(" = theta[").append(layer.weightsAt()).append(':').append(layer.biasesAt()).append("].reshape(")
                    .append(layer.out()).append(", ").append(layer.in()).append(")\n");
            if (layer.biased()) {
                text.append("    b").append(l).append(" = theta[").append(layer.biasesAt()).append(':').append(layer.end()).append("]\n");
            }
        }
        text.append("    return ").append(String.join(", ", names())).append(names().size() == 1 ? ",\n\n\n" : "\n\n\n");
        return depth() > 1 ? text + "def act(z):  # of every hidden unit\n    return " + act(np) + "\n\n\n" : text.toString();
    }

    private Activation activation() {
        return layer(1).activation();
    }

    private String act(String np) {
        return switch (activation()) {
            case IDENTITY -> "z";
            case SIGMOID -> "1 / (1 + " + np + ".exp(-z))";
            case TANH -> np + ".tanh(z)";
            case RELU -> relu(np, "z");
            case LEAKY_RELU -> np + ".where(z > 0, z, 0.01 * z)";
            case ELU -> np + ".where(z > 0, z, " + np + ".expm1(" + np + ".minimum(z, 0.0)))";
            case GELU -> "0.5 * z * (1 + " + np + ".tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))";
            case SOFTPLUS -> np + ".logaddexp(0.0, z)";
        };
    }

    /** JAX's own maximum would take half the slope at 0, as every ReLU's of zero weights is. */
    private static String relu(String np, String u) {
        return np.equals("jnp") ? "jax.nn.relu(" + u + ")" : np + ".maximum(0.0, " + u + ")";
    }

    /** Statements that find the derivative of {@code act} at z. */
    private String slope() {
        return switch (activation()) {
            case IDENTITY -> "    return np.ones_like(z)\n";
            case SIGMOID -> "    return act(z) * (1 - act(z))\n";
            case TANH -> "    return 1 - np.tanh(z) ** 2\n";
            case RELU -> "    return np.where(z > 0, 1.0, 0.0)\n";
            case LEAKY_RELU -> "    return np.where(z > 0, 1.0, 0.01)\n";
            case ELU -> "    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0.0)))\n";
            case GELU -> "    c = math.sqrt(2 / math.pi)\n    t = np.tanh(c * (z + 0.044715 * z**3))\n"
                    + "    return 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * c * (1 + 3 * 0.044715 * z * z)\n";
            case SOFTPLUS -> "    return 1 / (1 + np.exp(-z))\n";
        };
    }

    /** Statements that lead from the samples to the scores {@code z}. */
    private String forward() {
        StringBuilder text = new StringBuilder("    ").append(String.join(", ", names())).append(names().size() == 1 ? "," : "")
                .append(" = unpack(theta)\n    a0 = X[rows]\n");
        for (int l = 1; l <= depth(); l++) {
            String z = l == depth() ? "z" : "z" + l;
            text.append("    ").append(z).append(" = a").append(l - 1).append(" @ W").append(l).append(".T")
                    .append(layer(l).biased() ? " + b" + l : "").append('\n');
            if (l < depth()) {
                text.append("    a").append(l).append(" = act(").append(z).append(')').append(layer(l).skipped() ? " + a" + (l - 1) : "")
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Statements that find the mean loss of the scores. */
    private String loss(String np) {
        String text = switch (study.loss()) {
            case MEAN_SQUARED -> "    loss = 0.5 * " + np + ".sum((z - Y[rows]) ** 2) / len(z)\n";
            case BINARY_CROSS_ENTROPY -> "    loss = " + np + ".sum(" + np + ".logaddexp(0.0, z) - Y[rows] * z) / len(z)\n";
            case CROSS_ENTROPY -> logSum(np) + "    loss = " + np + ".sum(log_sum[:, 0] - " + np + ".sum(z * Y[rows], axis=1)) / len(z)\n";
            case HINGE -> "    ahead = z - " + np + ".sum(z * Y[rows], axis=1, keepdims=True) + 1\n    loss = " + np + ".sum("
                    + relu(np, "ahead") + " * (1 - Y[rows])) / len(z)\n";
        };
        return text;
    }

    private static String logSum(String np) {
        return "    top = " + np + ".max(z, axis=1, keepdims=True)\n    log_sum = top + " + np + ".log(" + np + ".sum(" + np
                + ".exp(z - top), axis=1, keepdims=True))\n";
    }

    private String penalty(String np) {
        return isPenalised() ? IntStream.rangeClosed(1, depth()).mapToObj(l -> np + ".sum(W" + l + "**2)")
                .collect(Collectors.joining(" + ", " + " + number(lambda) + " / (2 * len(X)) * (", ")")) : "";
    }

    /** {@code J(theta, rows)} over the library that np names. */
    String cost(String np) {
        return unpack(np) + "def J(theta, rows=slice(None)):  # the mean over some samples, all unless told\n" + forward() + loss(np)
                + "    return loss" + penalty(np) + "\n";
    }

    /** {@code J} and {@code gradient}, backpropagated. */
    String numpy() {
        StringBuilder text = new StringBuilder(cost("np")).append("\n\n");
        if (depth() > 1) {
            text.append("def act_slope(z):\n").append(slope()).append("\n\n");
        }
        text.append("def gradient(theta, rows=slice(None)):  # backpropagated: d is what J grows by with z, e with a\n").append(forward());
        text.append(switch (study.loss()) {
            case MEAN_SQUARED -> "    d = (z - Y[rows]) / len(z)\n";
            case BINARY_CROSS_ENTROPY -> "    d = (1 / (1 + np.exp(-z)) - Y[rows]) / len(z)\n";
            case CROSS_ENTROPY -> logSum("np") + "    d = (np.exp(z - log_sum) - Y[rows]) / len(z)\n";
            case HINGE -> "    ahead = (z - np.sum(z * Y[rows], axis=1, keepdims=True) + 1 > 0) * (1 - Y[rows])\n"
                    + "    d = (ahead - Y[rows] * np.sum(ahead, axis=1, keepdims=True)) / len(z)\n";
        });
        for (int l = depth(); l >= 1; l--) {
            text.append("    gW").append(l).append(" = d.T @ a").append(l - 1)
                    .append(isPenalised() ? " + " + number(lambda) + " / len(X) * W" + l : "").append('\n');
            if (layer(l).biased()) {
                text.append("    gb").append(l).append(" = d.sum(axis=0)\n");
            }
            if (l > 1) {
                text.append("    e = d @ W").append(l).append(layer(l).skipped() ? " + e" : "").append("\n    d = e * act_slope(z").append(l - 1)
                        .append(")\n");
            }
        }
        return text.append("    return np.concatenate([").append(names().stream().map(n -> n.startsWith("W") ? "g" + n + ".ravel()" : "g" + n)
                .collect(Collectors.joining(", "))).append("])\n").toString();
    }

    /** The model, its weights and {@code J(rows)} in PyTorch. */
    String torch() {
        StringBuilder text = new StringBuilder("X, Y = torch.tensor(X), torch.tensor(Y)\n\n\n");
        if (architecture().layers().stream().anyMatch(Layer::skipped)) {
            text.append("""
                    class Skip(torch.nn.Module):  # adds to a layer's output its input
                        def __init__(self, *layers):
                            super().__init__()
                            self.layers = torch.nn.Sequential(*layers)

                        def forward(self, x):
                            return x + self.layers(x)


                    """);
        }
        text.append("model = torch.nn.Sequential(\n");
        for (int l = 1; l <= depth(); l++) {
            Layer layer = layer(l);
            String linear = "torch.nn.Linear(" + layer.in() + ", " + layer.out() + (layer.biased() ? "" : ", bias=False") + ")";
            String both = l == depth() ? linear : linear + ", torch.nn." + module();
            text.append("    ").append(layer.skipped() ? "Skip(" + both + ")" : both).append(",\n");
        }
        text.append(")\ntorch.nn.utils.vector_to_parameters(torch.tensor(theta), model.parameters())\n\n\n");
        text.append("def J(rows=slice(None)):  # the mean over some samples, all unless told\n    z = model(X[rows])\n    loss = ")
                .append(switch (study.loss()) {
            case MEAN_SQUARED -> "0.5 * torch.sum((z - Y[rows]) ** 2) / len(z)";
            case BINARY_CROSS_ENTROPY -> "torch.nn.functional.binary_cross_entropy_with_logits(z, Y[rows], reduction=\"sum\") / len(z)";
            case CROSS_ENTROPY -> "torch.nn.functional.cross_entropy(z, Y[rows])";
            case HINGE -> "torch.sum(torch.relu(z - torch.sum(z * Y[rows], 1, keepdim=True) + 1) * (1 - Y[rows])) / len(z)";
        }).append("\n    return loss");
        return text.append(isPenalised() ? " + " + number(lambda)
                + " / (2 * len(X)) * sum(torch.sum(p**2) for p in model.parameters() if p.dim() == 2)" : "").append("\n").toString();
    }

    private String module() {
        return switch (activation()) {
            case IDENTITY -> "Identity()";
            case SIGMOID -> "Sigmoid()";
            case TANH -> "Tanh()";
            case RELU -> "ReLU()";
            case LEAKY_RELU -> "LeakyReLU(0.01)";
            case ELU -> "ELU()";
            case GELU -> "GELU(approximate=\"tanh\")";
            case SOFTPLUS -> "Softplus(threshold=700)";
        };
    }

    /** The model, its weights and {@code J(weights, rows)} in Keras on JAX. */
    String keras() {
        StringBuilder text = new StringBuilder("X, Y = jnp.array(X), jnp.array(Y)\ninputs = keras.Input((" + layer(1).in() + ",))\n");
        String before = "inputs";
        for (int l = 1; l <= depth(); l++) {
            Layer layer = layer(l);
            String dense = "keras.layers.Dense(" + layer.out() + (l == depth() ? "" : ", activation=" + function())
                    + (layer.biased() ? "" : ", use_bias=False") + ")(" + before + ")";
            String name = l == depth() ? "outputs" : "h" + l;
            text.append(name).append(" = ").append(layer.skipped() ? "keras.layers.add([" + before + ", " + dense + "])" : dense).append('\n');
            before = name;
        }
        text.append("model = keras.Model(inputs, outputs)\npieces = []\nfor v in model.trainable_variables:  # Keras keeps weights as in x out\n"
                + "    pieces.append(theta[: np.prod(v.shape)].reshape(v.shape[::-1]).T)\n    theta = theta[np.prod(v.shape):]\nmodel.set_weights(pieces)\n\n\n");
        text.append("def J(weights, rows=slice(None)):  # the mean over some samples, all unless told\n    z, _ = model.stateless_call(weights, [], X[rows])\n").append(loss("jnp"));
        return text.append("    return loss").append(isPenalised()
                ? " + " + number(lambda) + " / (2 * len(X)) * sum(jnp.sum(w**2) for w in weights if w.ndim == 2)" : "")
                .append("\n\n\ndef values():\n    return [v.value for v in model.trainable_variables]\n\n\n"
                        + "def flat():\n    return np.concatenate([np.ravel(np.asarray(v).T) for v in values()]).tolist()\n").toString();
    }

    /** Not by Keras' names: on JAX its tanh rounds doubles to singles. */
    private String function() {
        return switch (activation()) {
            case IDENTITY -> "None";
            case SIGMOID -> "jax.nn.sigmoid";
            case TANH -> "jnp.tanh";
            case RELU -> "jax.nn.relu";
            case LEAKY_RELU -> "jax.nn.leaky_relu";
            case ELU -> "jax.nn.elu";
            case GELU -> "jax.nn.gelu";
            case SOFTPLUS -> "jax.nn.softplus";
        };
    }

    /**
     * Statements before and within the loop that choose the samples of a step, which are others than the program's.
     *
     * @param size of a batch
     */
    static List<String> batches(int size, long seed) {
        return List.of("shuffle = np.random.default_rng(" + seed + ")\n", "    at = step % math.ceil(len(X) / " + size + ") * " + size
                + "\n    if at == 0:\n        order = shuffle.permutation(len(X))\n    rows = order[at : at + " + size + "]\n");
    }
}
