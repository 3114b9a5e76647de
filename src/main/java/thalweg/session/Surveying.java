package thalweg.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import thalweg.descent.Outcome;
import thalweg.experiment.Frame;
import thalweg.experiment.Surveys;

/**
 * Makes the comparisons of many runs that the tiles ask for, in the background and coarse to fine: of all views the coarsest first, the newest frame
 * only. Used from the window's thread.
 */
final class Surveying {
    private record Asked(Frame frame, Map<String, Surveys.Part> parts, Surveys have) { }

    private final Workers workers;
    private final BiConsumer<String, Surveys.Survey> found;
    private final Newest<Asked> work;
    private Optional<Map<String, Surveys.Part>> wanted = Optional.empty();
    private volatile boolean stopped;

    /**
     * Nothing asked for yet.
     *
     * @param found is told of every stage, on the window's thread
     */
    Surveying(Workers workers, BiConsumer<String, Surveys.Survey> found) {
        this.workers = workers;
        this.found = found;
        work = new Newest<>(workers.surveys(), this::make);
    }

    /** Asks for the surveys that a frame's tiles show, unless they are being made or there already. */
    void ask(Frame frame) {
        Map<String, Surveys.Part> parts = new HashMap<>();
        boolean settled = frame.tracks().stream().noneMatch(t -> t.trajectory().outcome() instanceof Outcome.Running);
        for (String view : frame.experiment().look().tiles()) {
            if (settled && Surveys.VIEWS.contains(view) && Surveys.obstacle(view, frame).isEmpty()) {
                parts.put(view, Surveys.part(view, frame));
            }
        }
        if (!parts.isEmpty() && !wanted.equals(Optional.of(parts))) {
            wanted = Optional.of(parts);
            stopped = false;
            work.request(new Asked(frame, parts, frame.surveys()));
        }
    }

    /** What is being made ends soon, with what is there. */
    void stop() {
        stopped = true;
    }

    private void make(Asked asked, BooleanSupplier replaced) {
        BooleanSupplier enough = () -> stopped || replaced.getAsBoolean();
        Map<String, Surveys.Survey> made = new HashMap<>();
        List<String> open = new ArrayList<>(asked.parts.keySet().stream().sorted().toList());
        open.forEach(view -> Optional.ofNullable(asked.have.made().get(view)).filter(s -> s.part().equals(asked.parts.get(view)))
                .ifPresent(s -> made.put(view, s)));
        open.removeIf(view -> made.containsKey(view) && made.get(view).isFinest());
        while (!open.isEmpty() && !enough.getAsBoolean()) {
            String view = open.stream().min(java.util.Comparator.comparingInt(v -> made.containsKey(v) ? made.get(v).stage() : 0)).orElseThrow();
            Optional<Surveys.Survey> next;
            try {
                next = Surveys.next(view, asked.frame, Optional.ofNullable(made.get(view)), enough);
            } catch (IllegalArgumentException _) {                // the run's own card says why its rule cannot work here
                open.remove(view);
                continue;
            }
            if (next.isEmpty()) {
                return;
            }
            Surveys.Survey survey = next.get();
            made.put(view, survey);
            if (survey.isFinest()) {
                open.remove(view);
            }
            workers.window().execute(() -> {
                if (!replaced.getAsBoolean()) {
                    found.accept(view, survey);
                }
            });
        }
    }
}
