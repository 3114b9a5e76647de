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
     */
    static String of(Schedule schedule, int steps) {
        String body = switch (schedule) {
            case StepDecay s -> "    return " + number(s.factor()) + " ** (step // " + s.every() + ")";
            case Exponential s -> "    return " + number(s.decay()) + " ** step";
            case InverseTime s -> "    return 1 / (1 + " + number(s.decay()) + " * step)";
            case Cosine s -> "    return " + wave(s.floor(), "min(step, " + steps + ") / " + Math.max(1, steps));
            case WarmupCosine s -> "    if step < " + s.warmup() + ":\n        return (step + 1) / " + (s.warmup() + 1) + "\n    return "
                    + wave(s.floor(), steps > s.warmup() ? "(min(step, " + steps + ") - " + s.warmup() + ") / " + (steps - s.warmup()) : "1.0");
            case Cyclic s -> "    return " + number(s.floor()) + " + " + number(1 - s.floor()) + " * (1 - abs(2 * (step % " + s.period() + ") / "
                    + s.period() + " - 1))";
            case Piecewise s -> piecewise(s, steps);
            default -> "    return 1.0";
        };
        return "def factor(step):  # of the learning rate, the first step being 0\n" + body + "\n";
    }

    private static String wave(double floor, String part) {
        return number(floor) + " + " + number(1 - floor) + " * (1 + math.cos(math.pi * (" + part + "))) / 2";
    }

    private static String piecewise(Piecewise schedule, int steps) {
        List<Integer> breaks = schedule.breaks();
        StringBuilder text = new StringBuilder("    now = 1.0\n    for begin, value in [");
        for (int i = 0; i < breaks.size(); i++) {
            text.append(i == 0 ? "(" : ", (").append(breaks.get(i)).append(", ").append(number(schedule.factor(breaks.get(i), steps))).append(')');
        }
        return text.append("]:\n        if step >= begin:\n            now = value\n    return now").toString();
    }
}
