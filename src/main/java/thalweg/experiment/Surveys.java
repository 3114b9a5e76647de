package thalweg.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.comparison.Bands;
import thalweg.comparison.Basins;
import thalweg.comparison.RateMap;
import thalweg.comparison.RateSweep;
import thalweg.descent.Descent;
import thalweg.math.Chance;
import thalweg.math.Purpose;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Optimizers;

/**
 * Comparisons of many runs that belong to a frame, by the view that shows them; made stage by stage, coarse to fine, each stage a pure function of
 * the frame.
 *
 * @param made the newest stage of each
 */
public record Surveys(Map<String, Survey> made) {
    public static final String BASINS = "basins";
    public static final String RATES = "rates";
    public static final String SWEEP = "sweep";
    public static final String BANDS = "bands";
    /** The views that show one. */
    public static final List<String> VIEWS = List.of(BASINS, RATES, SWEEP, BANDS);
    public static final Surveys NONE = new Surveys(Map.of());

    /** Knobs that say how a quotient is kept finite, and nothing about how a rule moves. */
    private static final String EPSILON = "epsilon";

    /**
     * One of them.
     *
     * @param part what of the frame it depends on
     * @param stage from 1
     * @param stages of which the last is the finest
     * @param result a {@link Basins}, {@link RateMap}, {@link RateSweep} or {@link Bands}
     */
    public record Survey(Part part, int stage, int stages, Object result) {
        public boolean isFinest() {
            return stage == stages;
        }
    }

    /** What of an experiment a survey depends on. */
    public record Part(Experiment numbers, List<Spec> more, List<Range> window, List<CriticalPoint> known) {
    }

    public Surveys {
        made = Map.copyOf(made);
    }

    /** With another stage of a view's. */
    public Surveys with(String view, Survey survey) {
        Map<String, Survey> changed = new HashMap<>(made);
        changed.put(view, survey);
        return new Surveys(changed);
    }

    /** What there is for a view, if it is a survey of this class. */
    public <T> Optional<T> of(String view, Class<T> type) {
        return Optional.ofNullable(made.get(view)).map(Survey::result).filter(type::isInstance).map(type::cast);
    }

    /** The run whose rule one-rule surveys are about: the selected one, or else the first that is shown. */
    public static Optional<Integer> subject(Experiment e) {
        return e.look().foremost(shown(e));
    }

    /** Indices of the runs that are compared: those that are shown, without paths that were recorded elsewhere and cannot be made otherwise. */
    private static List<Integer> shown(Experiment e) {
        return IntStream.range(0, e.runs().size()).filter(i -> !e.runs().get(i).hidden() && !e.runs().get(i).isRecorded()).boxed().toList();
    }

    /** Why a view has nothing to survey; empty if it has. */
    public static Optional<String> obstacle(String view, Frame frame) {
        Experiment e = frame.experiment();
        if (shown(e).isEmpty()) {
            return Optional.of(e.runs().isEmpty() ? "No runs yet. Add one to compare many."
                    : e.runs().stream().allMatch(Run::hidden) ? "All runs are hidden."
                    : "A recorded path cannot be run again from elsewhere. Add an optimizer to compare many runs.");
        }
        if (view.equals(BASINS) && !(frame.scene().isWhole() && frame.scene().slice().dimension() == 2)) {
            return Optional.of("Basins are drawn for costs of two parameters: every point of the map is a start.");
        }
        if (view.equals(RATES) && otherKnob(e).isEmpty()) {
            return Optional.of("This rule has no second knob beside its learning rate. Choose one with momentum or a decay, or see the rate sweep.");
        }
        return Optional.empty();
    }

    /** The experiment with a knob of a run turned. */
    public static Experiment turned(Experiment e, int run, String knob, double value) {
        List<Run> runs = new ArrayList<>(e.runs());
        runs.set(run, runs.get(run).withOptimizer(runs.get(run).optimizer().with(knob, value)));
        return e.withRuns(runs);
    }

    /** Three digits: neither a pointer nor a sweep is finer. */
    public static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }

    /**
     * The experiment with every run at the learning rate that the sweep has found best for it; empty if there is no sweep of these runs as they are
     * set.
     */
    public static Optional<Experiment> atBestRates(Frame frame) {
        return Optional.ofNullable(frame.surveys().made().get(SWEEP)).filter(s -> s.part().equals(part(SWEEP, frame)))
                .flatMap(_ -> frame.surveys().of(SWEEP, RateSweep.class)).map(sweep -> {
                    Experiment at = frame.experiment();
                    for (RateSweep.Entry entry : sweep.entries()) {
                        at = entry.best() < 0 ? at : turned(at, entry.run(), rateKnob(at.runs().get(entry.run())).name(),
                                rounded(sweep.rates().get(entry.best())));
                    }
                    return at;
                });
    }

    /** The knob that is turned beside the learning rate: the one that was chosen, or else the first that is not hidden, or else the first. */
    public static Optional<KnobInfo> otherKnob(Experiment e) {
        List<KnobInfo> knobs = otherKnobs(e);
        return knobs.stream().filter(k -> k.name().equals(e.look().focus().knob())).findFirst()
                .or(() -> knobs.stream().min(Comparator.comparing(KnobInfo::advanced)));
    }

    /** The knobs that can be turned beside the learning rate of the run that is asked about: all its numbers that say how the rule moves. */
    public static List<KnobInfo> otherKnobs(Experiment e) {
        return subject(e).stream().flatMap(i -> Optimizers.CATALOG.choices().stream().filter(c -> c.id().equals(e.runs().get(i).optimizer().id())))
                .flatMap(c -> c.knobs().stream().skip(1)).filter(k -> k.kind() == KnobInfo.Kind.NUMBER && !k.name().equals(EPSILON)).toList();
    }

    /** The knob of the learning rate of a run. */
    public static KnobInfo rateKnob(Run run) {
        return Optimizers.CATALOG.choice(run.optimizer().id()).knobs().getFirst();
    }

    /** What a view's survey of a frame depends on. */
    public static Part part(String view, Frame frame) {
        Experiment e = frame.experiment();
        Experiment numbers = e.withLook(Look.DEFAULT).withSlicing(Slicing.AUTOMATIC).withStep(0);
        boolean one = view.equals(BASINS) || view.equals(RATES);
        List<Run> about = (one ? subject(e).stream().toList() : shown(e)).stream().map(i -> plain(e.runs().get(i))).toList();
        boolean starts = view.equals(BASINS) || view.equals(BANDS);
        List<Spec> numbersOfRuns = view.equals(RATES) ? otherKnob(e).map(k -> Spec.of(k.name())).stream().toList() : one ? List.of()
                : shown(e).stream().map(i -> Spec.of("run").with("at", i)).toList();
        return new Part(numbers.withRuns(about).withStart(view.equals(BASINS) ? Vec.of() : e.start()), numbersOfRuns,
                starts ? frame.scene().slice().ranges() : List.of(), frame.scene().criticalPoints());
    }

    private static Run plain(Run run) {
        return Run.of(run.optimizer(), 0).withSchedule(run.schedule()).withBatch(run.batch());
    }

    public static int stages(String view) {
        return switch (view) {
            case BASINS -> Basins.STAGES.size();
            case RATES -> RateMap.STAGES.size();
            case SWEEP -> RateSweep.STAGES.size();
            default -> Bands.STAGES.size();
        };
    }

    /**
     * The next stage of a view's survey.
     *
     * @param before what there is of the same part; empty: nothing yet
     * @return empty once cancelled
     * @throws IllegalArgumentException for a rule that cannot work on this objective
     */
    public static Optional<Survey> next(String view, Frame frame, Optional<Survey> before, BooleanSupplier cancelled) {
        int stage = before.map(Survey::stage).orElse(0);
        Optional<?> result = switch (view) {
            case BASINS -> basins(frame, Basins.STAGES.get(stage), before.map(s -> (Basins) s.result()), cancelled);
            case RATES -> rates(frame, RateMap.STAGES.get(stage), cancelled);
            case SWEEP -> sweep(frame, RateSweep.STAGES.get(stage), before.map(s -> (RateSweep) s.result()), cancelled);
            default -> bands(frame, Bands.STAGES.get(stage), cancelled);
        };
        return result.map(r -> new Survey(part(view, frame), stage + 1, stages(view), r));
    }

    /** The frame with the surveys of these views, at their finest or some stages coarser; those it has already stay as they are. */
    public static Frame surveyed(Frame frame, List<String> views, int coarser, BooleanSupplier cancelled) {
        Surveys surveys = frame.surveys();
        for (String view : views) {
            boolean has = VIEWS.contains(view) && surveys.made.containsKey(view) && surveys.made.get(view).part().equals(part(view, frame));
            if (VIEWS.contains(view) && !has && obstacle(view, frame).isEmpty()) {
                Optional<Survey> made = Optional.empty();
                for (int stage = 0; stage < Math.max(1, stages(view) - coarser); stage++) {
                    made = next(view, frame, made, cancelled);
                    if (made.isEmpty()) {
                        return frame;
                    }
                }
                surveys = surveys.with(view, made.orElseThrow());
            }
        }
        return frame.withSurveys(surveys);
    }

    private static Optional<Basins> basins(Frame frame, int n, Optional<Basins> coarser, BooleanSupplier cancelled) {
        CriticalPoint.Kind kind = frame.experiment().maximise() ? CriticalPoint.Kind.MAXIMUM : CriticalPoint.Kind.MINIMUM;
        List<Vec> known = frame.scene().criticalPoints().stream().filter(p -> p.kind() == kind).map(CriticalPoint::at).toList();
        List<Range> window = frame.scene().slice().ranges();
        return Basins.of(descent(frame, subject(frame.experiment()).orElseThrow()), known, window.getFirst(), window.getLast(), n, coarser,
                cancelled);
    }

    private static Descent descent(Frame frame, int run) {
        return Frames.descent(frame.experiment(), frame.scene(), frame.experiment().runs().get(run));
    }

    private static Optional<RateMap> rates(Frame frame, int n, BooleanSupplier cancelled) {
        int run = subject(frame.experiment()).orElseThrow();
        Spec rule = frame.experiment().runs().get(run).optimizer();
        KnobInfo rate = rateKnob(frame.experiment().runs().get(run));
        KnobInfo other = otherKnob(frame.experiment()).orElseThrow();
        RateMap.Knobs knobs = new RateMap.Knobs(new Range(rate.min(), rate.max()), new Range(other.min(), other.max()), other.log());
        RateMap.Rules rules = (a, b) -> Optimizers.CATALOG.make(rule.with(rate.name(), a).with(other.name(), b));
        return RateMap.of(descent(frame, run), rules, knobs, floor(frame), n, cancelled);
    }

    private static Optional<RateSweep> sweep(Frame frame, int n, Optional<RateSweep> coarser, BooleanSupplier cancelled) {
        Experiment e = frame.experiment();
        List<KnobInfo> knobs = shown(e).stream().map(i -> rateKnob(e.runs().get(i))).toList();
        Range range = new Range(knobs.stream().mapToDouble(KnobInfo::min).min().orElseThrow(),
                knobs.stream().mapToDouble(KnobInfo::max).max().orElseThrow());
        List<RateSweep.Contestant> all = shown(e).stream().map(i -> new RateSweep.Contestant(i, descent(frame, i),
                rate -> with(e.runs().get(i).optimizer(), rate))).toList();
        return RateSweep.of(all, range, Math.max(1, e.stop().steps()), n, coarser, cancelled);
    }

    private static Optimizer with(Spec rule, double rate) {
        return Optimizers.CATALOG.make(rule.with("learningRate", rate));
    }

    private static Optional<Bands> bands(Frame frame, int runs, BooleanSupplier cancelled) {
        Experiment e = frame.experiment();
        List<Bands.Contestant> all = shown(e).stream().map(i -> new Bands.Contestant(i, k -> varied(frame, i, k))).toList();
        return Bands.of(all, e.stop().steps(), floor(frame), runs, cancelled);
    }

    /** Whether runs are varied by where they start; else by the seed of weights, batches and noise. */
    public static boolean variesStarts(Frame frame) {
        return frame.scene().study().isEmpty() && frame.scene().isWhole();
    }

    private static Descent varied(Frame frame, int run, int k) {
        Experiment e = frame.experiment();
        if (k == 0 && !variesStarts(frame)) {
            return descent(frame, run);
        }
        Experiment other = e.withSeed(e.seed() + k);
        if (!variesStarts(frame)) {
            return Frames.descent(other, Frames.scene(other), e.runs().get(run));
        }
        List<Range> window = frame.scene().slice().ranges();
        double[] start = new double[window.size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = window.get(i).at(Chance.uniform(e.seed(), Purpose.STARTS, (long) k * start.length + i));
        }
        return Frames.descent(other, frame.scene(), e.runs().get(run)).from(frame.scene().slice().at(start));
    }

    /** The lowest J known (the highest, when climbing); NaN if nobody knows it. */
    private static double floor(Frame frame) {
        CriticalPoint.Kind kind = frame.experiment().maximise() ? CriticalPoint.Kind.MAXIMUM : CriticalPoint.Kind.MINIMUM;
        return frame.scene().criticalPoints().stream().filter(p -> p.kind() == kind && p.global()).mapToDouble(CriticalPoint::value).findFirst()
                .orElse(Double.NaN);
    }
}
