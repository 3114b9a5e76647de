package thalweg.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import thalweg.data.DataSources;
import thalweg.math.Range;
import thalweg.network.Models;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;

/** What an experiment must hold to be carried out, and what is wrong with one that does not. */
public final class Validation {
    /** Far above what a legend can tell apart. */
    public static final int MOST_RUNS = 100;
    /** What is wrong with a window that cannot be sampled. */
    public static final String TOO_NARROW = "the window is too narrow: its ends must differ within their first twelve digits";
    public static final int MOST_STEPS = 1_000_000;
    private static final double NARROWEST = 1e-12;
    static final int MOST_TILES = 12;
    /** As many as tiles in the largest layout. */
    public static final int MOST_VARIANTS = 6;
    /** More than any network has layers. */
    static final int MOST_STAGES = 1000;
    /** Below, theta + h is theta for most theta; beyond, the quotient says nothing of the slope. */
    public static final double SMALLEST_H = 1e-15;
    public static final double LARGEST_H = 1;
    /** More sticks than a spectrum can show apart. */
    public static final int MOST_EIGENVALUES = 50;
    /** Below, rounding decides; beyond, an eigenvalue says nothing. */
    public static final double SMALLEST_TOLERANCE = 1e-10;
    public static final double LARGEST_TOLERANCE = 0.1;
    public static final int MOST_PRODUCTS = 100_000;
    /** More than anybody waits for. */
    public static final int MOST_PROBES = 1000;
    /** Of a start that is written out. */
    public static final int MOST_PARAMETERS = 10_000;
    private static final int LONGEST_LABEL = 100;
    static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /**
     * Something wrong.
     *
     * @param where path of the field: {@code runs[2].optimizer}
     * @param message a sentence for people: the value, the rule, what would work
     */
    public record Flaw(String where, String message) {
    }

    private final List<Flaw> flaws = new ArrayList<>();

    private Validation() {
    }

    /** Everything wrong with an experiment; empty if it can be carried out. */
    public static List<Flaw> flaws(Experiment e) {
        Validation v = new Validation();
        v.objective(e);
        v.numbers(e);
        v.runs(e.runs());
        v.look(e.look());
        v.variants(e);
        return List.copyOf(v.flaws);
    }

    /**
     * Does nothing for an experiment that can be carried out.
     *
     * @throws ExperimentException with its first flaw
     */
    public static void check(Experiment e) {
        flaws(e).stream().findFirst().ifPresent(f -> {
            throw new ExperimentException(f.where(), f.where() + ": " + f.message());
        });
    }

    /** Whether enough numbers lie between the ends of a range for a picture of it. */
    public static boolean canBeSampled(Range range) {
        return range.width() > NARROWEST * Math.max(Math.abs(range.min()), Math.abs(range.max()));
    }

    private void variants(Experiment e) {
        rule(e.variants().size() <= MOST_VARIANTS, "variants",
                "at most " + MOST_VARIANTS + " experiments stand side by side, but there are " + e.variants().size());
        for (int i = 0; i < e.variants().size(); i++) {
            Variant variant = e.variants().get(i);
            String where = "variants[" + i + "]";
            rule(variant.name().length() <= LONGEST_LABEL && variant.name().codePoints().noneMatch(Character::isISOControl), where + ".name",
                    "a name is one line of at most " + LONGEST_LABEL + " characters");
            rule(e.learning().isPresent() || !variant.learns(), where, "network, loss, limit and batch are for experiments that learn from data");
            variant.batch().ifPresent(batch -> between(where + ".batch", batch, 0, Integer.MAX_VALUE));
            Experiment shown = variant.of(e);
            if (shown.learning().isPresent()) {
                Validation inner = new Validation();
                inner.learning(shown, shown.learning().get());
                inner.flaws.stream().findFirst().ifPresent(flaw -> flaws.add(new Flaw(where, flaw.message())));
            }
        }
    }

    private void numbers(Experiment e) {
        between("noise", e.noise(), 0, 1e6);
        between("stop.steps", e.stop().steps(), 0, MOST_STEPS);
        between("stop.gradientNorm", e.stop().gradientNorm(), 0, Double.MAX_VALUE);
        rule(!Double.isNaN(e.stop().loss()), "stop.loss", "the loss to stop at must be a number");
        between("step", e.step(), 0, MOST_STEPS);
        int points = e.slicing().points();
        rule(points == 0 || points >= Slicing.FEWEST && points <= Slicing.MOST, "slice.points",
                "a slice has " + Slicing.FEWEST + " to " + Slicing.MOST + " points along a direction, or 0 for as many as suit it, but was "
                + points);
    }

    private void runs(List<Run> runs) {
        rule(runs.size() <= MOST_RUNS, "runs", "at most " + MOST_RUNS + " runs are allowed, but there are " + runs.size());
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            String where = "runs[" + i + "]";
            rule(run.label().length() <= LONGEST_LABEL && run.label().codePoints().noneMatch(Character::isISOControl), where + ".label",
                    "a label is one line of at most " + LONGEST_LABEL + " characters");
            between(where + ".style", run.style(), 0, 1e6);
            between(where + ".batch", run.batch(), 0, Integer.MAX_VALUE);
            rule(run.colour().isEmpty() || COLOUR.matcher(run.colour()).matches(), where + ".colour",
                    "'" + run.colour() + "' is not a colour; write it like #D55E00, or leave it out");
        }
    }

    private void objective(Experiment e) {
        if (e.subject() instanceof Learning learning) {
            learning(e, learning);
            return;
        }
        try {
            Scene scene = Frames.scene(e);
            for (int i = 0; i < e.runs().size(); i++) {
                String where = "runs[" + i + "].";
                Run run = e.runs().get(i);
                attempt(where + "optimizer", () -> Optimizers.CATALOG.make(run.optimizer()).require(scene.objective()));
                attempt(where + "schedule", () -> Schedules.CATALOG.make(run.schedule()));
            }
        } catch (ExperimentException x) {
            flaws.add(new Flaw(x.where(), x.getMessage()));
        } catch (IllegalArgumentException x) {
            flaws.add(new Flaw("objective", x.getMessage()));
        }
    }

    /** Only what can be told without making or reading the data. */
    private void learning(Experiment e, Learning learning) {
        attempt("learning.data", () -> DataSources.CATALOG.make(learning.data()));
        attempt("learning.network", () -> Models.CATALOG.make(learning.model()));
        if (!learning.loss().isEmpty()) {
            attempt("learning.loss", () -> Study.loss(learning.loss()));
        }
        between("learning.limit", learning.limit(), 0, Integer.MAX_VALUE);
        rule(learning.test() >= 0 && learning.test() < 1, "learning.test",
                "the part kept for the test must be a number >= 0 and < 1, but was " + learning.test());
        between("learning.l2", learning.l2(), 0, 1e12);
        attempt("slice", () -> e.slicing().cut());
        for (int i = 0; i < e.runs().size(); i++) {
            Run run = e.runs().get(i);
            attempt("runs[" + i + "].optimizer", () -> Optimizers.CATALOG.make(run.optimizer()));
            attempt("runs[" + i + "].schedule", () -> Schedules.CATALOG.make(run.schedule()));
        }
    }

    private void attempt(String where, Runnable make) {
        try {
            make.run();
        } catch (IllegalArgumentException x) {
            flaws.add(new Flaw(where, x.getMessage()));
        }
    }

    private void look(Look look) {
        rule(!look.tiles().isEmpty() && look.tiles().size() <= MOST_TILES, "look.tiles",
                "there must be 1 to " + MOST_TILES + " tiles, but there are " + look.tiles().size());
        for (int i = 0; i < look.tiles().size(); i++) {
            among("look.tiles[" + i + "]", "view", look.tiles().get(i), Look.VIEWS);
        }
        for (int i = 0; i < look.window().size(); i++) {
            rule(canBeSampled(look.window().get(i)), "look.window[" + i + "]", TOO_NARROW);
        }
        among("look.layout", "layout", look.layout(), Look.LAYOUTS);
        among("look.colormap", "colour map", look.colormap(), Look.COLORMAPS);
        between("look.exaggeration", look.exaggeration(), 0.01, 100);
        between("look.levels", look.levels(), 0, 200);
        between("look.camera.azimuth", look.camera().azimuth(), -1e6, 1e6);
        between("look.camera.elevation", look.camera().elevation(), -90, 90);
        between("look.camera.zoom", look.camera().zoom(), 0.01, 100);
        between("look.focus.sample", look.focus().sample(), 1, Integer.MAX_VALUE);
        between("look.focus.stage", look.focus().stage(), 0, MOST_STAGES);
        between("look.focus.h", look.focus().h(), SMALLEST_H, LARGEST_H);
        between("look.focus.rows", look.focus().rows(), 0, Integer.MAX_VALUE);
        curving(look.curving());
    }

    private void curving(Curving curving) {
        between("look.curvature.top", curving.top(), 1, MOST_EIGENVALUES);
        between("look.curvature.tolerance", curving.tolerance(), SMALLEST_TOLERANCE, LARGEST_TOLERANCE);
        between("look.curvature.iterations", curving.iterations(), 1, MOST_PRODUCTS);
        between("look.curvature.probes", curving.probes(), 0, MOST_PROBES);
        between("look.curvature.densityProbes", curving.densityProbes(), 0, MOST_PROBES);
        between("look.curvature.densitySteps", curving.densitySteps(), 2, MOST_PROBES);
        between("look.curvature.stretches", curving.stretches(), 1, MOST_PROBES);
    }

    private void among(String where, String kind, String id, List<String> known) {
        rule(known.contains(id), where, "no " + kind + " '" + id + "'; there are " + String.join(", ", known));
    }

    private void between(String where, double value, double least, double most) {
        rule(value >= least && value <= most, where, (Double.isFinite(value) ? Json.number(value) : value) + " is out of range; it must be "
                + (most == Double.MAX_VALUE ? "at least " + Json.number(least) : Json.number(least) + " to " + Json.number(most)));
    }

    private void rule(boolean holds, String where, String message) {
        if (!holds) {
            flaws.add(new Flaw(where, message));
        }
    }
}
