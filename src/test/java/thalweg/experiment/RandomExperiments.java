package thalweg.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.descent.StopRule;
import thalweg.math.Chance;
import thalweg.math.Purpose;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.slice.Normalisation;

/** Experiments of all kinds, by number. */
public final class RandomExperiments {
    private RandomExperiments() {
    }

    /** Any experiment that the rules allow, on a function of two parameters or a model that learns. */
    public static Experiment random(int i) {
        Dice d = new Dice(i);
        Spec objective = d.pick(List.of(Spec.of("rosenbrock"), Spec.of("rosenbrock").with("b", 1 + d.number() * 100), Spec.of("himmelblau"),
                Spec.of("formula").with("", new Value.Text("x^2 +\t3*y^2"))));
        List<Run> runs = new ArrayList<>();
        for (int n = d.below(5); n > 0; n--) {
            Run run = Run.of(Spec.of(d.pick(List.of("adam", "nag", "momentum"))).with("learningRate", d.number()), d.below(8));
            run = d.coin() ? run.withLabel("\"\\ \u03b1 " + d.below(9)) : run;
            run = d.coin() ? run.withColour("#0072B2") : run;
            run = d.coin() ? run.withSchedule(Spec.of("cosine")) : run;
            run = d.coin() ? run.withBatch(d.below(300)) : run;
            runs.add(run.withHidden(d.coin()));
        }
        Look look = new Look(List.of(d.pick(Look.VIEWS), d.pick(Look.VIEWS)), d.pick(Look.LAYOUTS),
                d.coin() ? List.of() : List.of(new Range(-d.number() - 1e-9, d.number()), new Range(-1e-300, 1e300)),
                        d.pick(Look.COLORMAPS),
                d.pick(List.of(Look.Scale.values())), d.pick(List.of(Look.Scale.values())), 0.01 + d.number(), d.below(200),
                new Camera(d.number() * 360, d.number() * 180 - 90, 0.01 + d.number(), d.coin(), d.coin()),
                        d.pick(List.of(Look.Measure.values())),
                d.pick(List.of(Look.Scale.values())), d.coin(), d.coin(), d.coin(), d.coin(), d.below(runs.size() + 1) - 1,
                d.coin() ? Focus.DEFAULT : new Focus(1 + d.below(500), d.below(12), 1e-15 + d.number() * 1e-3, d.coin(), d.below(40), d.coin(),
                        d.below(9), d.coin() ? "" : "momentum"),
                d.coin() ? Curving.DEFAULT : new Curving(d.coin(), 1 + d.below(50), 1e-9 + d.number() * 0.05, 1 + d.below(500), d.below(30),
                        d.below(30), 2 + d.below(90), 1 + d.below(90)));
        return new Experiment(Experiment.FORMAT, d.coin() ? new Subject.Function(objective) : learning(d), slicing(d), d.coin(), d.number(),
                d.coin() ? Vec.of() : Vec.of(d.number() * 1e-200, -d.number()),
                runs, new StopRule(d.below(1_000_001), d.coin() ? 0 : d.number(), d.coin() ? Double.NEGATIVE_INFINITY : d.number()),
                d.coin() ? Long.MIN_VALUE : d.below(1000), look, d.below(1_000_001), variants(d));
    }

    private static Learning learning(Dice d) {
        return new Learning(d.pick(List.of(Spec.of("moons"), Spec.of("spirals").with("samples", 50))), d.below(100), d.below(40), d.number(),
                d.coin(), d.pick(List.of(Spec.of("softmax"), Spec.of("mlp"))), d.pick(List.of("", "cross-entropy")), d.coin() ? 0 : d.number());
    }

    private static List<Variant> variants(Dice d) {
        List<Variant> variants = new ArrayList<>();
        for (int n = d.coin() ? 0 : d.below(7); n > 0; n--) {
            variants.add(new Variant("n\u00b0 " + n, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), d.coin()
                    ? Optional.of(Spec.of("random")) : Optional.empty(), d.coin() ? Optional.of(Spec.of("zero")) : Optional.empty(), d.coin()
                    ? Optional.of(d.pick(List.of(Normalisation.values()))) : Optional.empty()));
        }
        return variants;
    }

    private static Slicing slicing(Dice d) {
        return new Slicing(d.pick(List.of(Optional.empty(), Optional.of(Spec.of("random")), Optional.of(Spec.of("gradient")))),
                d.pick(List.of(Optional.empty(), Optional.of(Spec.of("start")))),
                d.coin() ? Optional.empty() : Optional.of(d.pick(List.of(Normalisation.values()))), d.coin(), d.coin() ? List.of() : List.of(1),
                d.coin() ? 0 : 5 + d.below(997));
    }

    /** Choices that depend on nothing but their number. */
    private static final class Dice {
        private final long seed;
        private long thrown;

        Dice(long seed) {
            this.seed = seed;
        }

        double number() {
            return Chance.uniform(seed, Purpose.TEST, thrown++);
        }

        int below(int n) {
            return (int) (number() * n);
        }

        boolean coin() {
            return number() < 0.5;
        }

        <T> T pick(List<T> from) {
            return from.get(below(from.size()));
        }
    }
}
