package thalweg.optimizer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.catalog.SpecException;

/**
 * Constant between breakpoints; a slider moved with Alt held adds one.
 *
 * @param points {@code "0:1, 137:0.1"}: from step 0 on the factor 1, from step 137 on 0.1; before the first one 1
 */
@Entry(id = "piecewise", label = "Breakpoints", help = "Breakpoints: from each given step on another factor.",
        convention = "A factor counts from its step on: the step that leads away from it is the first with the new rate.",
        latex = "\\alpha_k = \\alpha\\,c_i\\quad(k_i \\le k < k_{i+1})")
public record Piecewise(
        @Knob(label = "step:factor", word = "0:1", help = "Pairs of step and factor, separated by commas: 0:1, 137:0.1")
        String points) implements Schedule {

    public Piecewise {
        read(points);
    }

    /** The same with another factor from a step on, up to the next breakpoint. */
    public Piecewise with(int step, double factor) {
        TreeMap<Integer, Double> changed = read(points);
        changed.put(step, factor);
        return of(changed);
    }

    /** The steps from which on another factor holds. */
    public List<Integer> breaks() {
        return List.copyOf(read(points).keySet());
    }

    /** These factors from these steps on. */
    static Piecewise of(Map<Integer, Double> factors) {
        return new Piecewise(new TreeMap<>(factors).entrySet().stream()
                .map(e -> e.getKey() + ":" + Double.toString(e.getValue()).replaceFirst("\\.0$", "")).collect(Collectors.joining(", ")));
    }

    @Override
    public double factor(int step, int steps) {
        Map.Entry<Integer, Double> latest = read(points).floorEntry(step);
        return latest == null ? 1 : latest.getValue();
    }

    @Override
    public Schedule ready() {
        TreeMap<Integer, Double> all = read(points);
        int[] from = all.keySet().stream().mapToInt(i -> i).toArray();
        double[] factors = all.values().stream().mapToDouble(d -> d).toArray();
        return (step, _) -> {
            int at = Arrays.binarySearch(from, step);
            int latest = at >= 0 ? at : -at - 2;
            return latest < 0 ? 1 : factors[latest];
        };
    }

    private static TreeMap<Integer, Double> read(String points) {
        TreeMap<Integer, Double> factors = new TreeMap<>();
        if (points.isBlank()) {
            return factors;
        }
        for (String point : points.split(",", -1)) {
            String[] pair = point.split(":", -1);
            int step = pair.length == 2 ? whole(pair[0].strip()) : -1;
            double factor = pair.length == 2 ? number(pair[1].strip()) : Double.NaN;
            if (step < 0 || !(factor >= 0 && Double.isFinite(factor))) {
                throw new SpecException("'piecewise': points must be pairs of a step >= 0 and a factor >= 0 such as \"0:1, 137:0.1\", but '"
                        + point.strip() + "' is none");
            }
            if (factors.put(step, factor) != null) {
                throw new SpecException("'piecewise': points must name each step once, but step " + step + " is there twice");
            }
        }
        return factors;
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
