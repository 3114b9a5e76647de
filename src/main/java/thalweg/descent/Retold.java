package thalweg.descent;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import thalweg.math.Vec;

/**
 * A path recorded elsewhere, of which only positions and losses are told; gradients and learning rates are NaN.
 *
 * @param points one per step, the start first
 * @param losses as many, NaN where they are not known; lent
 */
public record Retold(List<Vec> points, double[] losses) implements Trajectory {
    public Retold {
        points = List.copyOf(points);
        if (points.isEmpty() || losses.length != points.size()) {
            throw new IllegalArgumentException("a path needs a point and as many losses as points, but has " + points.size() + " points and "
                    + losses.length
                    + " losses");
        }
    }

    @Override
    public int dimension() {
        return points.getFirst().size();
    }

    @Override
    public int last() {
        return points.size() - 1;
    }

    @Override
    public double theta(int step, int i) {
        return points.get(step).get(i);
    }

    @Override
    public Vec theta(int step) {
        return points.get(step);
    }

    @Override
    public double loss(int step) {
        return losses[step];
    }

    @Override
    public double gradientNorm(int step) {
        return Double.NaN;
    }

    @Override
    public double stepLength(int step) {
        double sum = 0;
        for (int i = 0; i < dimension() && step > 0; i++) {
            sum += (theta(step, i) - theta(step - 1, i)) * (theta(step, i) - theta(step - 1, i));
        }
        return Math.sqrt(sum);
    }

    @Override
    public double learningRate(int step) {
        return Double.NaN;
    }

    @Override
    public Outcome outcome() {
        return new Outcome.OutOfSteps(last());
    }

    @Override
    public Iterate iterate(int step) {
        double[] unknown = new double[dimension()];
        Arrays.fill(unknown, Double.NaN);
        return new Iterate(step, theta(step), loss(step), Vec.of(unknown), Map.of());
    }
}
