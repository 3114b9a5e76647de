package thalweg.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.Menu;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Run;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;
import thalweg.session.Session;
import thalweg.session.Wording;

/** What people do to the list of runs, as edits of the experiment. */
final class RunEdits {
    /** Sizes of batches that are offered; 0: all samples. */
    static final List<Integer> BATCHES = List.of(1, 32, 64, 128, 256, 0);
    private static final List<Integer> COMPARED = List.of(0, 32, 1);

    private final Session session;
    /** Optimizers all of whose knobs are shown; not runs, which have no name that outlasts a move, an undo or another file. */
    private final Set<String> open = new HashSet<>();
    private final Runnable rebuild;
    private OptionalInt brokenAt = OptionalInt.empty();

    /**
     * Edits of a session's runs.
     *
     * @param rebuild makes the cards again, when more or fewer knobs are to be shown
     */
    RunEdits(Session session, Runnable rebuild) {
        this.session = session;
        this.rebuild = rebuild;
    }

    List<Run> runs() {
        return session.experiment().get().runs();
    }

    /** The menu that copies a run as a program. */
    Menu code(int index) {
        return CopyCode.menu(session, () -> index);
    }

    /** Whether all knobs of runs with this optimizer are shown. */
    boolean allKnobs(Run run) {
        return open.contains(run.optimizer().id());
    }

    void toggleKnobs(Run run) {
        if (!open.remove(run.optimizer().id())) {
            open.add(run.optimizer().id());
        }
        rebuild.run();
    }

    void select(int index) {
        if (session.experiment().get().look().selected() != index) {
            // going from one to another is one undo step
            session.drag(Wording.of("edit.select-run"), e -> e.withLook(e.look().withSelected(index)));
        }
    }

    /** Turns a knob; the learning rate with Alt held changes from the playhead on, which may move on while the slider does. */
    void turn(int index, KnobInfo knob, Spec changed, boolean dragging, boolean alt) {
        boolean breaks = alt && knob.name().equals("learningRate") && session.playback().step() > 0;
        if (breaks && brokenAt.isEmpty()) {
            brokenAt = OptionalInt.of(session.playback().step());
        }
        int step = brokenAt.orElse(0);
        UnaryOperator<Run> change = breaks ? run -> from(step, run, changed) : run -> run.withOptimizer(changed);
        String what = Wording.of("edit.change", knob.label());
        UnaryOperator<Experiment> edit = e -> withRun(e, index, change);
        if (dragging) {
            session.drag(what, edit);
        } else {
            session.edit(what, edit);
        }
    }

    void release() {
        brokenAt = OptionalInt.empty();
        session.release();
    }

    private Run from(int step, Run run, Spec changed) {
        double now = Optimizers.CATALOG.make(run.optimizer()).learningRate();
        double wanted = Optimizers.CATALOG.make(changed).learningRate();
        if (now == 0) {
            return run;
        }
        var broken = Schedules.breakAt(Schedules.CATALOG.make(run.schedule()), step, wanted / now,
                session.experiment().get().stop().steps());
        return run.withSchedule(Schedules.CATALOG.spec(broken));
    }

    void hide(int index) {
        if (has(index)) {
            session.edit(runs().get(index).hidden() ? Wording.of("edit.show-run") : Wording.of("edit.hide-run"),
                    e -> withRun(e, index, r -> r.withHidden(!r.hidden())));
        }
    }

    /** A menu or a card may speak of a run that an undo or another file has taken away. */
    private boolean has(int index) {
        return index >= 0 && index < runs().size();
    }

    /** Hides all others, or shows all if they are hidden already. */
    void solo(int index) {
        if (!has(index)) {
            return;
        }
        boolean alone = IntStream.range(0, runs().size()).allMatch(i -> runs().get(i).hidden() == (i != index));
        session.edit(Wording.of("edit.solo-run"), e -> e.withRuns(IntStream.range(0, e.runs().size())
                .mapToObj(i -> e.runs().get(i).withHidden(!alone && i != index)).toList()));
    }

    void add(Choice<Optimizer> choice) {
        session.edit(Wording.of("edit.add-run"), e -> {
            List<Run> runs = new ArrayList<>(e.runs());
            runs.add(Run.of(Spec.of(choice.id()), freeStyle(runs)));
            return e.withRuns(runs).withLook(e.look().withSelected(runs.size() - 1));
        });
    }

    void duplicate(int index) {
        if (!has(index)) {
            return;
        }
        session.edit(Wording.of("edit.duplicate-run"), e -> {
            List<Run> runs = new ArrayList<>(e.runs());
            runs.add(index + 1, runs.get(index).withStyle(freeStyle(runs)).withColour("").withHidden(false));
            return e.withRuns(runs).withLook(e.look().withSelected(index + 1));
        });
    }

    void remove(int index) {
        if (!has(index)) {
            return;
        }
        session.edit(Wording.of("edit.remove-run"), e -> {
            List<Run> runs = new ArrayList<>(e.runs());
            runs.remove(index);
            int selected = e.look().selected();
            return e.withRuns(runs).withLook(e.look().withSelected(selected == index ? -1 : selected > index ? selected - 1 : selected));
        });
    }

    void move(int index, int by) {
        int to = has(index) ? Math.clamp(index + by, 0, runs().size() - 1) : index;
        if (to != index) {
            session.edit(Wording.of("edit.move-run"), e -> {
                List<Run> runs = new ArrayList<>(e.runs());
                runs.add(to, runs.remove(index));
                return e.withRuns(runs).withLook(e.look().withSelected(to));
            });
        }
    }

    void rename(int index, String label) {
        session.edit(Wording.of("edit.rename-run"), e -> withRun(e, index, r -> r.withLabel(label)));
    }

    void colour(int index, String colour) {
        session.edit(Wording.of("edit.colour-run"), e -> withRun(e, index, r -> r.withColour(colour)));
    }

    void style(int index, int style) {
        session.edit(Wording.of("edit.style-run"), e -> withRun(e, index, r -> r.withStyle(style).withColour("")));
    }

    void defaults(int index) {
        session.edit(Wording.of("edit.default-knobs"), e -> withRun(e, index,
                r -> r.withOptimizer(Spec.of(r.optimizer().id())).withSchedule(Spec.of("constant"))));
    }

    /** Sets the schedule of the selected run, or of all when none is selected. */
    void schedule(Spec schedule, boolean dragging) {
        int selected = session.experiment().get().look().selected();
        UnaryOperator<Experiment> edit = e -> selected >= 0 && selected < e.runs().size()
                ? withRun(e, selected, r -> r.withSchedule(schedule))
                : e.withRuns(e.runs().stream().map(r -> r.withSchedule(schedule)).toList());
        if (dragging) {
            session.drag(Wording.of("edit.schedule"), edit);
        } else {
            session.edit(Wording.of("edit.schedule"), edit);
        }
    }

    /** Whether the runs learn from samples, so that they may be shown batches of them. */
    boolean learns() {
        return session.experiment().get().learning().isPresent();
    }

    /** Sets how many samples the selected run is shown at a step, or all runs when none is selected; 0 for all samples. */
    void batch(int size) {
        int selected = session.experiment().get().look().selected();
        session.edit(Wording.of("edit.batch"), e -> selected >= 0 && selected < e.runs().size() ? withRun(e, selected, r -> r.withBatch(size))
                : e.withRuns(e.runs().stream().map(r -> r.withBatch(size)).toList()));
    }

    /** Likewise for one run. */
    void batch(int index, int size) {
        session.edit(Wording.of("edit.batch"), e -> withRun(e, index, r -> r.withBatch(size)));
    }

    /** Puts a run on all samples, on mini-batches and on single samples side by side, in place of the run. */
    void compareBatches(int index) {
        if (!has(index)) {
            return;
        }
        session.edit(Wording.of("edit.compare-batches"), e -> {
            List<Run> runs = new ArrayList<>(e.runs());
            Run run = runs.get(index).withLabel("");
            runs.set(index, run.withBatch(COMPARED.getFirst()));
            for (int i = 1; i < COMPARED.size(); i++) {
                runs.add(index + i, run.withBatch(COMPARED.get(i)).withStyle(freeStyle(runs)).withColour("").withHidden(false));
            }
            return e.withRuns(runs).withLook(e.look().withSelected(index));
        });
    }

    private static Experiment withRun(Experiment e, int index, UnaryOperator<Run> change) {
        if (index >= e.runs().size()) {
            return e;
        }
        List<Run> runs = new ArrayList<>(e.runs());
        runs.set(index, change.apply(runs.get(index)));
        return e.withRuns(runs);
    }

    /** The first style that no run has. */
    private static int freeStyle(List<Run> runs) {
        return IntStream.iterate(0, i -> i + 1).filter(i -> runs.stream().noneMatch(r -> r.style() == i)).findFirst().orElse(0);
    }
}
