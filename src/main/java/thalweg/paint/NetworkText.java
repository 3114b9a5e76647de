package thalweg.paint;

import java.awt.geom.Rectangle2D;
import java.util.List;
import thalweg.catalog.Value;
import thalweg.data.DataSet;
import thalweg.network.Activation;
import thalweg.network.Layer;
import thalweg.network.NetworkObjective;
import thalweg.network.Stage;
import thalweg.network.Trace;

/**
 * The words and formulas around a network: names of columns, inputs and outputs, and what happens at a stage.
 *
 * @param sample from 0
 */
record NetworkText(NetworkObjective model, Trace trace, Stage stage, int sample) {
    private static final double FORMULA = 18;
    private static final double LONGEST_NAME = 84;

    private int layers() {
        return model.architecture().layers().size();
    }

    private DataSet data() {
        return model.data();
    }

    /** Room for the names of the inputs. */
    double left(Ink ink) {
        int shown = Math.min(data().dimension(), 40);
        double widest = 0;
        for (int i = 0; i < shown && data().image().isEmpty(); i++) {
            widest = Math.max(widest, ink.width(data().featureName(i), Face.REGULAR, Ink.DETAIL));
        }
        return ink.px(12) + Math.min(ink.px(LONGEST_NAME), widest);
    }

    /** Room for the names of the outputs. */
    double right(Ink ink) {
        double widest = 0;
        for (int k = 0; k < model.architecture().outputs(); k++) {
            String name = outputName(k);
            widest = Math.max(widest, ink.width(stage.kind() == Stage.Kind.REST || name.contains(": y =") ? name : answered(name, k), Face.REGULAR,
                    Ink.DETAIL));
        }
        return ink.px(12) + Math.min(ink.px(LONGEST_NAME), widest);
    }

    private String outputName(int k) {
        String name = model.architecture().outputs() > 1 ? data().classNames().get(k) : data().targetName();
        return stage.kind() == Stage.Kind.LOSS || stage.kind() == Stage.Kind.OUTPUT_DELTA ? answered(name, k) : name;
    }

    private String answered(String name, int k) {
        return name + ": y = " + Numbers.brief(trace.wanted().get(k));
    }

    void paintHeads(Ink ink, NetworkLayout layout, Rectangle2D area) {
        double free = area.getX();
        for (int c = 0; c < layout.columns().size(); c++) {
            Rectangle2D box = layout.columns().get(c).boxes().getFirst();
            String words = c == 0 ? data().image().isPresent() ? "image" : "inputs" : c == layers() ? "output" : hidden(c);
            double half = ink.width(words, Face.REGULAR, Ink.DETAIL) / 2;
            double x = Ink.within(box.getCenterX(), area.getX() + half + ink.px(4), area.getMaxX() - half - ink.px(4));
            if (x - half > free) {
                ink.text(words, Face.REGULAR, Ink.DETAIL, ink.theme().muted(), x, area.getY() + ink.px(14), 0.5);
                free = x + half + ink.px(8);
            }
        }
    }

    private String hidden(int column) {
        Layer layer = model.architecture().layers().get(column - 1);
        return Value.of(layer.activation()).asText() + ", " + Numbers.whole(layer.out());
    }

    void paintNames(Ink ink, NetworkLayout layout) {
        NetworkLayout.Column in = layout.columns().getFirst();
        for (int i = 0; i < in.shown().size() && !in.whole(); i++) {
            name(ink, data().featureName(in.shown().get(i)), in.boxes().get(i).getX() - ink.px(8), in.boxes().get(i), 1);
        }
        NetworkLayout.Column out = layout.columns().getLast();
        for (int k = 0; k < out.shown().size(); k++) {
            name(ink, outputName(out.shown().get(k)), out.boxes().get(k).getMaxX() + ink.px(8), out.boxes().get(k), 0);
        }
    }

    private static void name(Ink ink, String name, double x, Rectangle2D box, double anchor) {
        if (box.getHeight() < ink.px(12)) {
            return;
        }
        String text = Face.REGULAR.fit(name, ink.px(Ink.DETAIL), ink.px(LONGEST_NAME));
        ink.textAround(text, Face.REGULAR, Ink.DETAIL, ink.theme().text(), x, box.getCenterY(), anchor);
    }

    /** What a stage is called: "layer 1 forward". */
    static String title(Stage stage) {
        return switch (stage.kind()) {
            case REST -> "at rest";
            case INPUT -> "the input";
            case FORWARD -> "forward, layer " + stage.layer();
            case LOSS -> "output and loss";
            case OUTPUT_DELTA -> "delta of the output";
            case BACKWARD -> "backward, layer " + stage.layer();
            case GRADIENT -> "gradient";
        };
    }

    /** Height of the caption in pixels: that of the highest of all stages, so that nothing jumps from one to the next. */
    double height(Ink ink, Rectangle2D area) {
        return Stage.of(model.architecture()).stream().filter(s -> s.kind() != Stage.Kind.REST)
                .mapToDouble(s -> new NetworkText(model, trace, s, sample).own(ink, area)).max().orElse(0);
    }

    private double own(Ink ink, Rectangle2D area) {
        Typeset formula = Typeset.of(formula());
        double size = formula.fit(ink.px(FORMULA), area.getWidth() - ink.px(24));
        return formula.height(size) + formula.depth(size) + ink.px(14) + ink.px(18) * sentence(ink, area).size();
    }

    void paintCaption(Ink ink, Rectangle2D area) {
        Typeset formula = Typeset.of(formula());
        double size = formula.fit(ink.px(FORMULA), area.getWidth() - ink.px(24));
        double y = area.getY() + ink.px(4) + formula.height(size);
        formula.paint(ink, size / ink.style().scale(), ink.theme().text(), area.getX() + ink.px(12), y, 0);
        y += formula.depth(size) + ink.px(17);
        for (String line : sentence(ink, area)) {
            ink.text(line, Face.REGULAR, Ink.DETAIL, ink.theme().muted(), area.getX() + ink.px(12), y, 0);
            y += ink.px(18);
        }
    }

    private List<String> sentence(Ink ink, Rectangle2D area) {
        return Notice.wrap(words(), Face.REGULAR, ink.px(Ink.DETAIL), area.getWidth() - ink.px(24));
    }

    private String words() {
        String ofSample = "sample " + Numbers.whole(sample + 1L) + " of " + Numbers.whole(data().size());
        return switch (stage.kind()) {
            case REST -> "";
            case INPUT -> "Features of " + ofSample + ", " + target() + ".";
            case FORWARD -> stage.layer() == layers() ? "The scores of the output: weighted sums without an activation."
                    : "Beside each unit its weighted sum z, in it the activation a it makes of that.";
            case LOSS -> "The cost of " + ofSample + ", for missing " + target() + ".";
            case OUTPUT_DELTA -> "How that cost changes with the scores.";
            case BACKWARD -> "The same lines backwards: how that cost changes with the input of each unit of layer " + stage.layer() + ".";
            case GRADIENT -> "Lines: this sample's share in the gradient of J, the mean over all samples"
                    + (model.hasPenalty() ? ", plus the penalty's." : ".");
        };
    }

    private String target() {
        return data().isClassified() ? "class " + data().classNames().get(data().label(sample))
                : data().targetName() + " = " + Numbers.of(data().target(sample));
    }

    /** The line of the algorithm. */
    String formula() {
        int l = stage.layer();
        String last = "(" + layers() + ")";
        return switch (stage.kind()) {
            case REST -> "";
            case INPUT -> "a^{(0)} = x";
            case FORWARD -> "z^{(" + l + ")} = W^{(" + l + ")} a^{(" + (l - 1) + ")}" + (layer(l).biased() ? " + b^{(" + l + ")}" : "")
                    + (l < layers() ? " \\qquad a^{(" + l + ")} = " + activation(layer(l)) + "(z^{(" + l + ")})"
                            + (layer(l).skipped() ? " + a^{(" + (l - 1) + ")}" : "") : "");
            case LOSS -> loss(last) + " = " + tex(trace.loss());
            case OUTPUT_DELTA -> "\\delta^{" + last + "} = " + switch (model.loss()) {
                case MEAN_SQUARED -> "z^{" + last + "} - y";
                case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> "h - y";
                case HINGE -> "\\partial J_i / \\partial z^{" + last + "} \\qquad \\delta_k = 1 \\;\\mathrm{where}\\; z_k - z_y + 1 > 0, \\;\\;"
                        + " \\delta_y = -\\sum_{k \\ne y} \\delta_k";
            };
            case BACKWARD -> backward(l);
            case GRADIENT -> "\\Delta^{(l)} = \\delta^{(l)} \\left(a^{(l-1)}\\right)^T"
                    + (layer(1).biased() ? " \\qquad \\Delta_b^{(l)} = \\delta^{(l)}" : "");
        };
    }

    /** A number in a formula: three digits, or times a power of ten. */
    static String tex(double value) {
        String text = Numbers.of(value).replace(Numbers.MINUS, '-').replace("\u221e", "\\infty");
        int e = text.indexOf('e');
        return e < 0 ? text : text.substring(0, e) + " \\cdot 10^{" + text.substring(e + 1) + "}";
    }

    private String backward(int l) {
        String next = "(" + (l + 1) + ")";
        String back = "(W^{" + next + "})^T \\delta^{" + next + "}";
        String above = layer(l + 1).skipped() ? "\\left(" + back + " + \\frac{\\partial J_i}{\\partial a^{" + next + "}}\\right)" : back;
        return "\\delta^{(" + l + ")} = " + above + " \\odot " + slope(layer(l)) + "(z^{(" + l + ")})";
    }

    private String loss(String last) {
        return switch (model.loss()) {
            case MEAN_SQUARED -> "J_i = \\frac{1}{2} \\sum_k \\left(z^{" + last + "}_k - y_k\\right)^2";
            case BINARY_CROSS_ENTROPY -> "h = \\sigma(z^{" + last + "}) \\qquad J_i = -\\sum_k \\left[y_k \\ln h_k + (1 - y_k) \\ln(1 - h_k)\\right]";
            case CROSS_ENTROPY -> "h = \\mathrm{softmax}(z^{" + last + "}) \\qquad J_i = -\\ln h_y";
            case HINGE -> "J_i = \\sum_{k \\ne y} \\max(0, z_k - z_y + 1)";
        };
    }

    private Layer layer(int l) {
        return model.architecture().layers().get(l - 1);
    }

    private static String activation(Layer layer) {
        return switch (layer.activation()) {
            case IDENTITY -> "";
            case SIGMOID -> "\\sigma";
            case TANH -> "\\tanh";
            case RELU, LEAKY_RELU, ELU, GELU, SOFTPLUS -> "\\mathrm{" + name(layer.activation()) + "}";
        };
    }

    private static String slope(Layer layer) {
        return layer.activation() == Activation.TANH ? "\\tanh'" : activation(layer) + "'";
    }

    private static String name(Activation activation) {
        return switch (activation) {
            case RELU -> "ReLU";
            case LEAKY_RELU -> "LReLU";
            case ELU -> "ELU";
            case GELU -> "GELU";
            default -> Value.of(activation).asText();
        };
    }
}
