package thalweg.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Value;
import thalweg.formula.Formula;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * A named function that people can choose: its formula, its knobs, and how it wants to be looked at.
 *
 * @param formula in {@code x} and {@code y}, or {@code x} alone, and the knobs
 * @param minima known global minima, each coordinate a number or a formula in the knobs, so that they follow them
 * @param closed whether the window is the function's domain; otherwise it is the part of it worth looking at
 * @param maximised whether it is naturally climbed
 * @param parsed what the formulas mean, made at first use
 */
record TestFunction(String id, String label, String group, String formula, List<KnobInfo> knobs, List<Range> window, boolean closed,
        Vec start, List<List<String>> minima, boolean maximised, String help, String source, AtomicReference<Parsed> parsed)
        implements Choice<Objective> {
    private static final List<String> AXES = List.of("x", "y");

    /** The formula, and those of the minima. */
    record Parsed(Formula body, List<List<Coordinate>> minima) { }

    TestFunction {
        knobs = List.copyOf(knobs);
        window = List.copyOf(window);
        minima = List.copyOf(minima);
    }

    private TestFunction(String id, String label, String group, String formula, List<KnobInfo> knobs, List<Range> window, boolean closed,
            Vec start, List<List<String>> minima, boolean maximised, String help, String source) {
        this(id, label, group, formula, knobs, window, closed, start, minima, maximised, help, source, new AtomicReference<>());
    }

    /** A function of x and y. */
    static TestFunction of(String id, String label, String group, String formula) {
        return new TestFunction(id, label, group, formula, List.of(), List.of(), true, Vec.of(), List.of(), false, "", "");
    }

    TestFunction knob(KnobInfo knob) {
        List<KnobInfo> more = Stream.concat(knobs.stream(), Stream.of(knob)).toList();
        return new TestFunction(id, label, group, formula, more, window, closed, start, minima, maximised, help, source);
    }

    /** Over a square. */
    TestFunction square(double min, double max) {
        return window(min, max, min, max);
    }

    TestFunction window(double xMin, double xMax, double yMin, double yMax) {
        return over(List.of(new Range(xMin, xMax), new Range(yMin, yMax)), true);
    }

    /** Over an interval: a function of x alone. */
    TestFunction interval(double min, double max) {
        return over(List.of(new Range(min, max)), true);
    }

    /** Looked at in a square of the domain, where the whole shows nothing. */
    TestFunction seen(double min, double max) {
        return over(List.of(new Range(min, max), new Range(min, max)), false);
    }

    private TestFunction over(List<Range> ranges, boolean all) {
        return new TestFunction(id, label, group, formula, knobs, ranges, all, start, minima, maximised, help, source);
    }

    TestFunction start(double... at) {
        return new TestFunction(id, label, group, formula, knobs, window, closed, Vec.of(at), minima, maximised, help, source);
    }

    TestFunction minimum(String... at) {
        List<List<String>> more = new ArrayList<>(minima);
        more.add(List.of(at));
        return new TestFunction(id, label, group, formula, knobs, window, closed, start, more, maximised, help, source);
    }

    TestFunction minimum(double... at) {
        return minimum(Arrays.stream(at).mapToObj(Double::toString).toArray(String[]::new));
    }

    TestFunction climbed() {
        return new TestFunction(id, label, group, formula, knobs, window, closed, start, minima, true, help, source);
    }

    TestFunction about(String sentence, String reference) {
        return new TestFunction(id, label, group, formula, knobs, window, closed, start, minima, maximised, sentence, reference);
    }

    @Override
    public String latex() {
        return meaning().body().latex();
    }

    @Override
    public FormulaObjective make(Map<String, Value> settings) {
        double[] values = knobs.stream().mapToDouble(knob -> settings.get(knob.name()).asNumber()).toArray();
        Parsed meaning = meaning();
        List<Vec> known = meaning.minima().stream()
                .map(at -> Vec.of(at.stream().mapToDouble(c -> c.at(values)).toArray())).filter(Vec::isFinite).toList();
        Appearance appearance = new Appearance(label, meaning.body().latex(), axes(), window, start, known, maximised, closed);
        return new FormulaObjective(meaning.body(), values, appearance);
    }

    private List<String> axes() {
        return AXES.subList(0, window.size());
    }

    /** Formulas are read once, not at every movement of a slider; two threads at the first use read the same. */
    private Parsed meaning() {
        Parsed now = parsed.get();
        if (now == null) {
            List<String> names = knobs.stream().map(KnobInfo::name).toList();
            now = new Parsed(Formula.parse(formula, axes(), names),
                    minima.stream().map(at -> at.stream().map(text -> Coordinate.of(text, names)).toList()).toList());
            parsed.set(now);
        }
        return now;
    }
}
