package thalweg.descent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import thalweg.math.Vec;

/**
 * One point of a trajectory with all that belongs to it, position, loss, gradient and memory of the <em>same</em> moment.
 *
 * @param step from 0, the start
 * @param gradient what the rule was given there: noise included, and that of -J when maximising
 * @param memory the rule's memory on arrival, before the next step, by the paper's letters, in the order of the rule
 */
public record Iterate(int step, Vec theta, double loss, Vec gradient, Map<String, Vec> memory) {
    public Iterate {
        memory = Collections.unmodifiableMap(new LinkedHashMap<>(memory));
    }
}
