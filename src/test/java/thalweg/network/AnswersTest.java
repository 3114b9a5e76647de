package thalweg.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thalweg.data.DataSet;

class AnswersTest {
    /** With identity weights the scores are the features themselves. */
    private static Answers answers(Model model, Loss loss, int classes, double[] theta, double... features) {
        int d = Math.max(1, features.length);
        List<String> names = java.util.stream.IntStream.range(0, d).mapToObj(i -> "x" + i).toList();
        List<String> labels = java.util.stream.IntStream.range(0, classes).mapToObj(i -> "c" + i).toList();
        DataSet data = new DataSet("made", features, new double[] {1}, names, "t", labels, Optional.empty());
        return Answers.of(Networks.objective(model, data, loss, 0, 1), theta, data);
    }

    private static double[] identity(int n) {
        double[] theta = new double[n * n + n];
        for (int i = 0; i < n; i++) {
            theta[i * n + i] = 1;
        }
        return theta;
    }

    @Test
    void softmaxOddsAreThoseOfTheProbabilities() {
        double[] z = {1, 3, -2, 2.5};
        Answers a = answers(new Softmax(), Loss.CROSS_ENTROPY, 4, identity(4), z);
        double total = 0;
        for (double v : z) {
            total += Math.exp(v);
        }
        double[] odds = new double[4];
        a.logOdds(0, odds);
        for (int k = 0; k < 4; k++) {
            double p = Math.exp(z[k]) / total;
            assertEquals(Math.log(p / (1 - p)), odds[k], 1e-12, "class " + k);
            assertEquals(p, a.share(0, k), 1e-12);
        }
        assertEquals(1, a.label(0));
        assertEquals(-Math.log(Math.exp(3) / total), a.loss(0), 1e-12);
    }

    /** Where 1 - p is no number any more, its logarithm still is: the softmax leads by 1,000. */
    @Test
    void certaintyHasOdds() {
        double[] odds = new double[3];
        answers(new Softmax(), Loss.CROSS_ENTROPY, 3, identity(3), 1000, 0, 0).logOdds(0, odds);
        assertEquals(1000 - Math.log(2), odds[0], 1e-9);
        assertEquals(-1000, odds[1], 1e-9);
    }

    @Test
    void aSingleScoreIsTheOddsOfTheSecondClass() {
        Answers a = answers(new Logistic(), Loss.BINARY_CROSS_ENTROPY, 2, new double[] {1, 0}, 2);
        assertEquals(1 / (1 + Math.exp(-2)), a.share(0, 1), 1e-15);
        assertEquals(1 / (1 + Math.exp(2)), a.share(0, 0), 1e-15);
        assertEquals(Math.log1p(Math.exp(-2)), a.loss(0), 1e-15);
    }

    /** The hinge knows no probability: its margin of 1 takes the place of 0.9. */
    @Test
    void theMarginOfTheHingeStandsForNineToOne() {
        Answers a = answers(new Svm(), Loss.HINGE, 3, identity(3), 0.5, 1.5, -4);
        assertEquals(0.9, a.share(0, 1), 1e-12);
        assertEquals(0.1, a.share(0, 0), 1e-12);
    }

    @Test
    void aSquaredErrorTakesItsOutputForTheProbability() {
        Answers a = answers(new Linear(), Loss.MEAN_SQUARED, 2, new double[] {1, 0}, 0.8);
        assertEquals(0.8, a.share(0, 1), 1e-9);
        assertEquals(1, a.label(0));
        assertEquals(0.02, a.loss(0), 1e-12);
    }
}
