package thalweg.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Scene;
import thalweg.objective.CriticalPoint;
import thalweg.slice.Soundness;

/**
 * The door between the work and the window: experiments go out, frames and found critical points come back, the newest experiment's last.
 *
 * <p>Work that is replaced gives up, but not before it has shown a frame or {@link #PATIENCE} has passed: while a slider moves faster than
 * a frame is made, every request replaces the one before, and without patience nothing would move until the slider rests.
 */
final class Results {
    /** In nanoseconds; a newer request waits no longer than this for an older one's frame. */
    static final long PATIENCE = 150_000_000;

    /** What makes frames. */
    @FunctionalInterface
    interface Work {
        /** As {@link Computation#run}. */
        void run(Experiment experiment, BooleanSupplier replaced, BooleanSupplier stopped, Computation.Listener listener);
    }

    /** What the window is told, on its thread. */
    interface Listener {
        /** Work has begun something. */
        void doing(String what, double part);

        /** A frame without critical points but those known. */
        void frame(Frame frame);

        /** Nothing is being computed any more. */
        void idle();

        void problem(Problem problem);

        /** This frame is the last of its experiment. */
        void done(Frame last);

        /** What was found when a frame was checked. */
        void checked(Frame what, Soundness found);

        /** The critical points of every frame whose experiment has this {@link Computation#searchPart}. */
        void found(Experiment part, List<CriticalPoint> points);
    }

    private record Search(Experiment part, Scene scene) { }

    /**
     * The order of messages of one kind: one that arrives after a later one is late, and is dropped. Numbered by the work, read in the
     * window.
     */
    private static final class Order {
        private final AtomicLong numbers = new AtomicLong();
        private long latest = -1;

        long next() {
            return numbers.getAndIncrement();
        }

        boolean isLate(long number) {
            boolean late = number < latest;
            latest = Math.max(latest, number);
            return late;
        }
    }

    private final Executor window;
    private final Work work;
    private final LongSupplier nanos;
    private final Listener listener;
    private final Newest<Experiment> computing;
    private final Newest<Search> searching;
    private final Newest<Frame> checking;
    private final Order frames = new Order();
    private final Order words = new Order();
    private Optional<Experiment> searched = Optional.empty();
    private volatile boolean stopped;
    private volatile boolean closed;

    Results(Workers workers, Work work, LongSupplier nanos, Listener listener) {
        this.window = workers.window();
        this.work = work;
        this.nanos = nanos;
        this.listener = listener;
        computing = new Newest<>(workers.paths(), this::compute);
        searching = new Newest<>(workers.search(), this::search);
        checking = new Newest<>(workers.search(), this::check);
    }

    /** Asks for frames of this experiment. */
    void request(Experiment experiment) {
        stopped = false;
        computing.request(experiment);
    }

    /** Asks for the critical points of a frame's objective, unless they were asked for last. */
    void search(Frame frame) {
        Experiment part = Computation.searchPart(frame.experiment());
        if (!searched.equals(Optional.of(part))) {
            searched = Optional.of(part);
            searching.request(new Search(part, frame.scene()));
        }
    }

    /** Asks whether the picture of a frame is sound; newer questions replace it. */
    void check(Frame frame) {
        checking.request(frame);
    }

    private void check(Frame asked, BooleanSupplier replaced) {
        Soundness found;
        try {
            found = Frames.soundness(asked, () -> replaced.getAsBoolean() || closed);
        } catch (CancellationException _) {
            return;                                               // another frame is to be checked
        }
        window.execute(() -> {
            if (!closed && !replaced.getAsBoolean()) {
                listener.checked(asked, found);
            }
        });
    }

    /** What is being computed is to end soon, with what is there. */
    void stop() {
        stopped = true;
    }

    /** Whatever still runs gives up, and nothing more is told. */
    void close() {
        closed = true;
    }

    private void compute(Experiment asked, BooleanSupplier replaced) {
        Delivery delivery = new Delivery(replaced, nanos.getAsLong());
        try {
            work.run(asked, delivery::givesUp, delivery::isStopped, delivery);
            say(replaced, listener::idle);
            delivery.last().ifPresent(last -> say(replaced, () -> listener.done(last)));
        } catch (Computation.ProblemException e) {
            fail(replaced, e.problem());
        } catch (OutOfMemoryError | StackOverflowError _) {
            fail(replaced, new Problem(Problem.PROGRAM,
                    Wording.of("problem.memory")));
        } catch (RuntimeException e) {
            say(replaced, listener::idle);
            throw e;                                              // a mistake of the program: whoever owns the threads tells it
        }
    }

    private void fail(BooleanSupplier replaced, Problem problem) {
        say(replaced, () -> {
            listener.idle();
            listener.problem(problem);
        });
    }

    private void search(Search asked, BooleanSupplier replaced) {
        List<CriticalPoint> points = Frames.criticalPoints(asked.scene(), () -> replaced.getAsBoolean() || closed);
        window.execute(() -> {
            if (!closed && !replaced.getAsBoolean()) {
                listener.found(asked.part(), points);
            }
        });
    }

    /** Says how the work is getting on, unless other work is wanted by then. */
    private void say(BooleanSupplier replaced, Runnable words) {
        long number = this.words.next();
        window.execute(() -> {
            if (!closed && !replaced.getAsBoolean() && !this.words.isLate(number)) {
                words.run();
            }
        });
    }

    /** Hands over a frame; even a replaced one is newer than what is shown. */
    private void show(Frame frame) {
        long number = frames.next();
        window.execute(() -> {
            if (!closed && !frames.isLate(number)) {
                listener.frame(frame);
            }
        });
    }

    /** What one request's work tells. */
    private final class Delivery implements Computation.Listener {
        private final BooleanSupplier replaced;
        private final long begun;
        private volatile boolean shown;
        private volatile boolean halted;
        private volatile Optional<Frame> last = Optional.empty();

        Delivery(BooleanSupplier replaced, long begun) {
            this.replaced = replaced;
            this.begun = begun;
        }

        /** The last frame that was handed over. */
        Optional<Frame> last() {
            return last;
        }

        boolean givesUp() {
            return closed || replaced.getAsBoolean() && (shown || nanos.getAsLong() - begun > PATIENCE);
        }

        /**
         * Whether the user wants what there is by now. Once it said so it stays with that, also when other work is wanted meanwhile: parts that were
         * left out because of it must not be taken for whole.
         */
        boolean isStopped() {
            if (stopped) {                                        // never written back to false by one of several threads that ask
                halted = true;
            }
            return halted;
        }

        @Override
        public void doing(String what, double part) {
            say(replaced, () -> listener.doing(what, part));
        }

        @Override
        public void frame(Frame made) {
            shown = true;
            last = Optional.of(made);
            Results.this.show(made);
        }
    }
}
