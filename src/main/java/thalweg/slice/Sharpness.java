package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import thalweg.descent.Trajectory;
import thalweg.objective.Objective;

/**
 * The largest eigenvalue of the Hessian at a step of a run, beside what the learning rate allows: gradient descent on a parabola of curvature
 * lambda shrinks while {@code alpha lambda < 2}. Full-batch runs on networks are known to climb to that edge and stay there (Cohen, Kaur, Li,
 * Kolter and Talwalkar 2021, ICLR).
 *
 * @param step of the run
 * @param learningRate alpha of the step that leads away from there
 * @param value the largest eigenvalue; NaN where the Hessian is not finite
 * @param residual how far off it may be
 */
public record Sharpness(int step, double learningRate, double value, double residual) {
    /**
     * The sharpness at some steps of a run.
     *
     * @param f what is descended; for a run that climbs, its negative
     * @param steps of the run, each from 0 to its last
     * @param search whose tolerance, iterations and seed are used
     * @param cancelled asked before every product with a Hessian; the steps finished by then are the answer
     * @param progress told after every step how many are finished
     */
    public static List<Sharpness> along(Objective f, Trajectory run, List<Integer> steps, CurvatureSearch search, BooleanSupplier cancelled,
            IntConsumer progress) {
        CurvatureSearch largest = search.withEnds(1, 0).withProbes(0).withDensity(0, search.densitySteps());
        List<Sharpness> found = new ArrayList<>();
        for (int step : steps) {
            Curvature there = largest.of(f, run.theta(step), cancelled, _ -> { });
            if (there.cancelled()) {
                return List.copyOf(found);
            }
            OptionalDouble value = there.sharpness();
            found.add(new Sharpness(step, run.learningRate(step), value.orElse(Double.NaN),
                    value.isPresent() ? there.eigenpairs().top().getFirst().residual() : Double.NaN));
            progress.accept(found.size());
        }
        return List.copyOf(found);
    }
}
