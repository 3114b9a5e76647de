package thalweg.app;

import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Spec;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frames;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * A good experiment for every objective: what the window shows when one is picked.
 *
 * <p>Rosenbrock has the six runs of the first scene. Elsewhere each optimizer gets the learning rate, of 1, 2 and 5 times the powers of ten,
 * with which its whole path lies lowest without leaving the window far behind.
 */
final class Examples {
    private static final List<String> FIRST = List.of("gradient-descent(learningRate=0.0044)", "momentum(learningRate=0.0003)",
            "nag(learningRate=0.0008)", "adagrad(learningRate=1.2)", "rmsprop(learningRate=0.03)", "adam(learningRate=0.3)");
    private static final List<String> PLANE = List.of("gradient-descent", "momentum", "nag", "adagrad", "rmsprop", "adam");
    private static final List<String> LINE = List.of("gradient-descent", "momentum", "adam");
    private static final List<Double> RATES = List.of(1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0);
    /** A path may leave the window by half its width. */
    private static final double MARGIN = 0.5;
    /** Differences of cost below this part of the range that paths cover do not count. */
    private static final double FLOOR = 1e-4;
    private static final String RATE = "learningRate";

    private Examples() {
    }

    /** What the window shows when nobody asked for anything: six optimizers in Rosenbrock's valley, one of them too fast. */
    static Experiment first() {
        return of(Spec.of("rosenbrock"));
    }

    /**
     * An experiment with runs on an objective.
     *
     * @throws IllegalArgumentException if there is no such objective
     */
    static Experiment of(Spec objective) {
        Experiment plain = Experiment.of(objective);
        Scene scene = Frames.scene(plain);
        Experiment bare = plain.withMaximise(scene.objective().appearance().maximised());
        List<Spec> optimizers = objective.equals(Spec.of("rosenbrock")) ? FIRST.stream().map(Spec::parse).toList()
                : (scene.slice().dimension() == 1 ? LINE : PLANE).stream().map(id -> tuned(Spec.of(id), bare, scene)).toList();
        List<Run> runs = new ArrayList<>();
        for (Spec optimizer : optimizers) {
            runs.add(Run.of(optimizer, style(optimizer)));
        }
        return bare.withRuns(runs).withLook(Look.DEFAULT.withSelected(runs.size() - 1));
    }

    /** The colour and dash of an optimizer are the same on every objective. */
    private static int style(Spec optimizer) {
        return PLANE.indexOf(optimizer.id());
    }

    private static Spec tuned(Spec optimizer, Experiment bare, Scene scene) {
        record Tried(double rate, Trajectory path) {
        }
        List<Tried> tried = RATES.stream().map(rate -> new Tried(rate,
                Frames.trajectory(bare, scene, Run.of(optimizer.with(RATE, rate), 0), () -> false))).filter(t -> isTame(t.path(), scene)).toList();
        double sign = bare.maximise() ? -1 : 1;
        double low = tried.stream().mapToDouble(t -> lowest(t.path(), sign)).min().orElse(0);
        double range = tried.stream().mapToDouble(t -> sign * t.path().loss(0) - low).max().orElse(1);
        double best = RATES.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (Tried t : tried) {
            double height = height(t.path(), sign, low, FLOOR * Math.max(range, Double.MIN_NORMAL));
            if (height < least) {
                least = height;
                best = t.rate();
            }
        }
        return optimizer.with(RATE, best);
    }

    private static boolean isTame(Trajectory path, Scene scene) {
        if (path.outcome() instanceof Outcome.Diverged) {
            return false;
        }
        List<Range> window = scene.slice().ranges();
        for (int k = 0; k <= path.last(); k++) {
            Vec at = scene.slice().project(path.theta(k)).coordinates();
            for (int i = 0; i < window.size(); i++) {
                if (Math.abs(window.get(i).fraction(at.get(i)) - 0.5) > 0.5 + MARGIN) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double lowest(Trajectory path, double sign) {
        double low = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= path.last(); k++) {
            low = Math.min(low, sign * path.loss(k));
        }
        return low;
    }

    /** The mean logarithm of the cost above the lowest; a path that ended early stays where it is. */
    private static double height(Trajectory path, double sign, double low, double floor) {
        double sum = 0;
        for (int k = 0; k <= path.last(); k++) {
            sum += Math.log(sign * path.loss(k) - low + floor);
        }
        double end = Math.log(sign * path.loss(path.last()) - low + floor);
        int steps = Math.max(path.last(), 300);
        return (sum + (steps - path.last()) * end) / (steps + 1);
    }
}
