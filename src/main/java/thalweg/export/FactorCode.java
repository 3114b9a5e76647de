package thalweg.export;

import static thalweg.formula.Python.number;

import java.util.List;
import thalweg.optimizer.Constant;
import thalweg.optimizer.Cosine;
import thalweg.optimizer.Cyclic;
import thalweg.optimizer.Exponential;
import thalweg.optimizer.InverseTime;
import thalweg.optimizer.Piecewise;
import thalweg.optimizer.Schedule;
import thalweg.optimizer.StepDecay;
import thalweg.optimizer.WarmupCosine;

/** Schedules as a function {@code factor(step)} in Python: one form for every library, because their own count steps differently. */
final class FactorCode {
    private FactorCode() {
    }

    /** Whether the rate stays as it is, so that there is nothing to write. */
    static boolean isConstant(Schedule schedule) {
        return schedule instanceof Constant;
    }

    /**
     * The function.
     *
     * @param steps of the run
     * @param traced whether JAX compiles it: the step is an array of a whole number then, which no {@code if} can ask, and whose quotient with
     *     a whole number is of single precision
     */
    static String of(Schedule schedule, int steps, boolean traced) {
        String body = switch (schedule) {
            case StepDecay s -> "    return " + number(s.factor()) + " ** (step // " + s.every() + ")";
            case Exponential s -> "    return " + number(s.decay()) + " ** step";
            case InverseTime s -> "    return 1 / (1 + " + number(s.decay()) + " * step)";
            case Cosine s -> "    return " + wave(s.floor(), least(traced, steps) + " / " + Math.max(1, steps), traced);
            case WarmupCosine s -> warmup(s, steps, traced);
            case Cyclic s -> "    return " + above(s.floor(), "(1 - abs(2.0 * (step % " + s.period() + ") / " + s.period() + " - 1))");
            case Piecewise s -> piecewise(s, steps, traced);
            default -> "    return 1.0";
        };
        return "def factor(step):  # of the learning rate, the first step being 0\n" + body + "\n";
    }

    private static String warmup(WarmupCosine schedule, int steps, boolean traced) {
        int warmup = schedule.warmup();
        String rising = "(step + 1.0) / " + (warmup + 1);
        String falling = steps <= warmup ? number(schedule.floor())
                : wave(schedule.floor(), "(" + least(traced, steps) + " - " + warmup + ") / " + (steps - warmup), traced);
        return traced ? "    return jnp.where(step < " + warmup + ", " + rising + ", " + falling + ")"
                : "    if step < " + warmup + ":\n        return " + rising + "\n    return " + falling;
    }

    private static String least(boolean traced, int steps) {
        return (traced ? "jnp.minimum(step, " : "min(step, ") + steps + ")";
    }

    private static String wave(double floor, String part, boolean traced) {
        return above(floor, "(1 + " + (traced ? "jnp" : "math") + ".cos(math.pi * " + part + ")) / 2");
    }

    /** What falls from 1 to the floor, of a part that falls to 0. */
    private static String above(double floor, String part) {
        return floor == 0 ? part : number(floor) + " + " + number(1 - floor) + " * " + part;
    }

    private static String piecewise(Piecewise schedule, int steps, boolean traced) {
        List<Integer> breaks = schedule.breaks();
        StringBuilder text = new StringBuilder("    now = 1.0\n    for begin, value in [");
        for (int i = 0; i < breaks.size(); i++) {
            text.append(i == 0 ? "(" : ", (").append(breaks.get(i)).append(", ").append(number(schedule.factor(breaks.get(i), steps))).append(')');
        }
        return text.append(traced ? "]:\n        now = jnp.where(step >= begin, value, now)\n    return now"
                : "]:\n        if step >= begin:\n            now = value\n    return now").toString();
    }
}
