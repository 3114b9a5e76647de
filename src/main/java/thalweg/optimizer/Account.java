package thalweg.optimizer;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.catalog.Knob;
import thalweg.math.SymmetricOperator;
import thalweg.math.Vec;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;

/**
 * One step of a rule taken apart: its {@link Line}s with the numbers of this step. Immutable.
 *
 * @param theta where the step begins
 * @param stages what is shown, in the order of the rule
 * @param end theta and the rule's memory after the step, by name: to the last bit what {@link Optimizer#advance} leaves
 */
public record Account(Vec theta, List<Stage> stages, Map<String, Vec> end) {
    /** J or a derivative of it at a place. */
    private static final Pattern COST = Pattern.compile("(\\\\nabla(\\^2)? )?J\\(");
    /** What the sentences of the rules, which descend, say instead where J is climbed, so that they are shown -J. */
    private static final Map<String, String> UPHILL =
            Map.of("The slope where", "The slope of \u2212J where", "downhill", "uphill", "uphill", "downhill",
            "down the slope", "up the slope", "J falls", "J rises", "is lowest", "is highest", "lowest point", "highest point");
    private static final Pattern DOWNHILL = Pattern.compile(String.join("|", UPHILL.keySet()));
    /** Inner products of so many numbers are written out. */
    private static final int WRITTEN_OUT = 3;

    public Account {
        stages = List.copyOf(stages);
        end = Map.copyOf(end);
    }

    /**
     * A place where a line asked for J.
     *
     * @param value what it was told
     */
    public record Trial(Vec theta, double value) {
    }

    /**
     * A line with its numbers.
     *
     * @param line of the rule
     * @param latex the name, typeset
     * @param before what had the name before; empty if nothing did
     * @param after what the line found: one number, one per coordinate, or a matrix row by row
     * @param isVector whether there is one per coordinate
     * @param known everything that the line could use, with its letters
     * @param trials where it asked for J
     */
    public record Stage(Line line, String latex, Optional<Vec> before, Vec after, boolean isVector, Known known, List<Trial> trials) {
        public Stage {
            trials = List.copyOf(trials);
        }

        /** The line with its letters: {@code m \leftarrow \beta_1 m + (1 - \beta_1) g}. */
        public String symbols() {
            return latex + (before.isPresent() ? " \\leftarrow " : " = ") + symbolsOfRight();
        }

        private String symbolsOfRight() {
            return switch (line.right()) {
                case Line.Formula(Term term) -> new TermText(known::latex, (a, b) -> known.latex(a) + "^{\\top}" + known.latex(b), false).of(term);
                case Line.Slope(String at) -> signed("\\nabla J(" + known.latex(at) + ")");
                case Line.Code(String does, Memory.Shape _, java.util.function.Function<Scope, double[]> _) -> signed(does);
            };
        }

        private String signed(String latex) {
            return known.climbs ? COST.matcher(latex).replaceAll("-$0") : latex;
        }

        /** J at a place, typeset, as the line was told it: with a minus where J is climbed. */
        public String cost(String place) {
            return signed("J(" + place + ")");
        }

        /** What the line does, in a sentence that is true of J also where J is climbed. */
        public String words() {
            return known.climbs ? DOWNHILL.matcher(line.words()).replaceAll(found -> UPHILL.get(found.group())) : line.words();
        }

        /** Whether it is an expression, which can be written with numbers for letters. */
        public boolean isFormula() {
            return line.right() instanceof Line.Formula;
        }

        /**
         * What it is found from, with the numbers of a coordinate for letters.
         *
         * @param number typesets a number
         */
        public String numbers(int coordinate, DoubleFunction<String> number) {
            if (!(line.right() instanceof Line.Formula(Term term))) {
                return symbolsOfRight();
            }
            return new TermText(name -> known.literal(name) ? known.latex(name) : number.apply(known.at(name, coordinate)),
                    (a, b) -> known.dot(a, b, number), true).of(term);
        }
    }

    /** Which of a stage's trials, from 0, the step ends at, which need not be the last: a search may try further and go back. Empty if at none. */
    public OptionalInt taken(Stage stage) {
        return IntStream.range(0, stage.trials().size()).filter(i -> stage.trials().get(i).theta().equals(end.get("theta"))).findFirst();
    }

    /** The quantities of a step at one of its lines, and their letters. */
    public static final class Known {
        private final Map<String, double[]> numbers;
        private final Map<String, Boolean> vectors;
        private final Map<String, String> letters;
        private final boolean climbs;

        private Known(Map<String, double[]> numbers, Map<String, Boolean> vectors, Map<String, String> letters, boolean climbs) {
            this.numbers = numbers;
            this.vectors = vectors;
            this.letters = letters;
            this.climbs = climbs;
        }

        String latex(String name) {
            return letters.getOrDefault(name, name);
        }

        /** Whether it stays a letter among numbers: a unit vector says which coordinate moves. */
        private boolean literal(String name) {
            return !numbers.containsKey(name);
        }

        private double at(String name, int i) {
            double[] all = numbers.get(name);
            return vectors.get(name) ? all[i] : all[0];
        }

        private String dot(String a, String b, DoubleFunction<String> number) {
            double[] left = numbers.get(a);
            double[] right = numbers.get(b);
            if (left.length > WRITTEN_OUT) {
                return latex(a) + "^{\\top}" + latex(b);
            }
            return IntStream.range(0, left.length).mapToObj(i -> bracketed(number.apply(left[i]), i == 0) + " \\cdot "
                    + bracketed(number.apply(right[i]), false))
                    .collect(Collectors.joining(" + "));
        }

        private static String bracketed(String number, boolean first) {
            return number.startsWith("-") && !first ? "\\left(" + number + "\\right)" : number;
        }
    }

    /**
     * Takes the step apart that a rule is about to make.
     *
     * @param f what the rule is shown
     * @param climbs whether that is -J, because J is climbed
     * @param s with loss and gradient of its theta; not modified
     */
    public static Account of(Optimizer rule, Objective f, boolean climbs, State s) {
        Asked asked = new Asked(f, new ArrayList<>());
        Scope scope = new Scope(asked, s.copy());
        Map<String, String> letters = new HashMap<>(Map.of("theta", "\\theta", "t", "t", "g", "g"));
        open(scope, letters, rule, s);
        List<Stage> stages = new ArrayList<>();
        for (Line line : rule.lines(f, s.copy())) {
            if (!line.latex().isEmpty()) {
                letters.put(line.name(), line.latex());
            }
            asked.trials.clear();
            Known known = known(scope, letters, climbs);
            boolean first = line.right() instanceof Line.Slope;
            Optional<Vec> before = !first && scope.knows(line.name()) ? Optional.of(Vec.of(scope.numbers(line.name()))) : Optional.empty();
            boolean vector = carryOut(line, scope, s);
            if (line.shown()) {
                stages.add(new Stage(line, known.latex(line.name()), before, Vec.of(scope.numbers(line.name())), vector, known, asked.trials));
            }
        }
        Map<String, Vec> end = new HashMap<>();
        end.put("theta", Vec.of(scope.numbers("theta")));
        rule.memory().forEach(m -> end.put(m.name(), Vec.of(scope.numbers(m.name()))));
        return new Account(Vec.of(s.theta()), stages, end);
    }

    private static Known known(Scope scope, Map<String, String> letters, boolean climbs) {
        Map<String, double[]> numbers = new HashMap<>();
        Map<String, Boolean> vectors = new HashMap<>();
        for (String name : scope.names()) {
            numbers.put(name, scope.numbers(name));
            vectors.put(name, scope.isVector(name));
        }
        return new Known(numbers, vectors, Map.copyOf(letters), climbs);
    }

    private static void open(Scope scope, Map<String, String> letters, Optimizer rule, State s) {
        for (RecordComponent component : rule.getClass().getRecordComponents()) {
            if (component.getType() == double.class) {
                scope.put(component.getName(), new double[] {knob(rule, component)}, false);
                Knob knob = component.getAnnotation(Knob.class);
                letters.put(component.getName(), knob.symbol().isEmpty() ? component.getName() : knob.symbol());
            }
        }
        scope.put("learningRate", new double[] {rule.rate(s)}, false);
        scope.put("t", new double[] {s.step() + 1}, false);       // papers count from 1
        scope.put("theta", s.theta().clone(), true);
        scope.put("g", s.gradient().clone(), true);
        for (Memory m : rule.memory()) {
            scope.put(m.name(), s.memory(m.name()).clone(), m.shape() == Memory.Shape.VECTOR);
            letters.put(m.name(), m.latex());
        }
    }

    private static double knob(Optimizer rule, RecordComponent component) {
        try {
            return (double) component.getAccessor().invoke(rule);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component.getName() + " of " + rule, e);
        }
    }

    /** Does what a line says. Returns whether it finds a number per coordinate. */
    private static boolean carryOut(Line line, Scope scope, State s) {
        int n = s.theta().length;
        boolean vector;
        double[] found;
        switch (line.right()) {
            case Line.Formula(Term term) -> {
                vector = term.isVector(scope);
                found = new double[vector ? n : 1];
                Arrays.setAll(found, i -> term.at(i, scope));
            }
            case Line.Slope(String at) -> {
                vector = true;
                found = new double[n];
                if (Arrays.equals(scope.numbers(at), s.theta())) {
                    System.arraycopy(s.gradient(), 0, found, 0, n);   // known already
                } else {
                    scope.objective().valueAndGradient(scope.numbers(at), found);
                }
            }
            case Line.Code(String _, Memory.Shape holds, java.util.function.Function<Scope, double[]> code) -> {
                vector = holds == Memory.Shape.VECTOR;
                found = code.apply(scope);
            }
        }
        scope.put(line.name(), found, vector);
        return vector;
    }

    /** An objective that remembers where J was asked for. */
    private record Asked(Objective f, List<Trial> trials) implements Objective {
        @Override
        public int dimension() {
            return f.dimension();
        }

        @Override
        public double value(double[] theta) {
            double value = f.value(theta);
            trials.add(new Trial(Vec.of(theta), value));
            return value;
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            return f.valueAndGradient(theta, gradient);
        }

        @Override
        public boolean hasHessian() {
            return f.hasHessian();
        }

        @Override
        public void hessian(double[] theta, double[] hessian) {
            f.hessian(theta, hessian);
        }

        @Override
        public Optional<SymmetricOperator> hessianAt(double[] theta) {
            return f.hessianAt(theta);
        }

        @Override
        public Appearance appearance() {
            return f.appearance();
        }
    }
}
