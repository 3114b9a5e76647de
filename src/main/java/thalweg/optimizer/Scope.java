package thalweg.optimizer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import thalweg.objective.Objective;

/** What the lines of a step know: knobs, memory, and what the lines before found, by name. Belongs to one {@link Account} while it is made. */
final class Scope {
    private final Objective objective;
    private final State state;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Set<String> vectors = new HashSet<>();

    Scope(Objective objective, State state) {
        this.objective = objective;
        this.state = state;
    }

    /** What the rule asks for more than the state holds. */
    Objective objective() {
        return objective;
    }

    /** A copy of the state before the step. */
    State state() {
        return state.copy();
    }

    /** Keeps a quantity under a name, instead of what had it. */
    void put(String name, double[] value, boolean vector) {
        numbers.put(name, value);
        if (vector) {
            vectors.add(name);
        } else {
            vectors.remove(name);
        }
    }

    boolean knows(String name) {
        return numbers.containsKey(name);
    }

    Set<String> names() {
        return Set.copyOf(numbers.keySet());
    }

    boolean isVector(String name) {
        return vectors.contains(name);
    }

    /** All numbers of a quantity; not to be modified. */
    double[] numbers(String name) {
        double[] found = numbers.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no line before finds '" + name + "'; there are " + numbers.keySet().stream().sorted().toList());
        }
        return found;
    }

    double number(String name) {
        return numbers(name)[0];
    }

    double at(String name, int i) {
        double[] all = numbers(name);
        return vectors.contains(name) ? all[i] : all[0];
    }
}
