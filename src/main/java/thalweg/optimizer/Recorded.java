package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.SpecException;
import thalweg.math.Vec;
import thalweg.objective.Objective;

/**
 * A path that was walked elsewhere: every step goes to the next of its points, whatever the slope says.
 *
 * @param name for people
 * @param points the start first; at least one
 */
record Recorded(String name, List<Vec> points) implements Optimizer {
    Recorded {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new SpecException("the path '" + name + "' has no point");
        }
    }

    @Override
    public double learningRate() {
        return 0;
    }

    @Override
    public List<Memory> memory() {
        return List.of();
    }

    @Override
    public Vec start(Vec asked) {
        return points.getFirst();
    }

    @Override
    public int steps(int asked) {
        return Math.min(asked, points.size() - 1);
    }

    @Override
    public boolean usesGradientAtTheta() {
        return false;
    }

    @Override
    public void require(Objective f) {
        int n = points.getFirst().size();
        if (n != f.dimension()) {
            throw new SpecException("the path '" + name + "' has points of " + n + (n == 1 ? " number" : " numbers") + ", but "
                    + f.appearance().name()
                    + " has " + f.dimension() + (f.dimension() == 1 ? " parameter" : " parameters"));
        }
    }

    @Override
    public void advance(Objective f, State s) {
        double[] next = points.get(Math.min(s.step() + 1, points.size() - 1)).toArray();
        System.arraycopy(next, 0, s.theta(), 0, next.length);
    }
}
