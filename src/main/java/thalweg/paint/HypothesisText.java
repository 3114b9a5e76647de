package thalweg.paint;

import java.util.Optional;
import thalweg.network.Architecture;
import thalweg.network.Loss;

/** What a model of one layer and output says of one feature, in LaTeX with its numbers: {@code h(x) = 50 + 0.06 x}. */
final class HypothesisText {
    private static final int MOST_TERMS = 5;

    private HypothesisText() {
    }

    static Optional<String> of(Learnt learnt) {
        Architecture net = learnt.study().cost().architecture();
        int degree = net.inputs();
        if (net.layers().size() > 1 || net.outputs() > 1 || degree >= MOST_TERMS || learnt.study().split().training().dimension() > 1) {
            return Optional.empty();
        }
        boolean biased = net.layers().getFirst().biased();
        StringBuilder sum = new StringBuilder();
        if (biased) {
            term(sum, learnt.theta().get(degree), "");
        }
        for (int p = 1; p <= degree; p++) {
            term(sum, learnt.theta().get(p - 1), p == 1 ? "x" : "x^" + p);
        }
        String h = learnt.study().loss() == Loss.BINARY_CROSS_ENTROPY ? "\\frac{1}{1 + e^{-(" + sum + ")}}" : sum.toString();
        return Optional.of("h(x) = " + h);
    }

    private static void term(StringBuilder sum, double factor, String power) {
        if (!sum.isEmpty()) {
            sum.append(factor < 0 ? " - " : " + ");
        } else if (factor < 0) {
            sum.append("-");
        }
        sum.append(number(Math.abs(factor)));
        sum.append(power.isEmpty() ? "" : "\\," + power);
    }

    /** A number that is not negative, with a power of ten where it is very large or small. */
    static String number(double value) {
        String text = Numbers.brief(value).replace(Numbers.MINUS, '-');
        int e = text.indexOf('e');
        return e < 0 ? text : text.substring(0, e) + " \\cdot 10^{" + text.substring(e + 1) + "}";
    }
}
