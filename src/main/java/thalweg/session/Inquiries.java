package thalweg.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Curvatures;
import thalweg.experiment.Curving;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Inquiry;
import thalweg.experiment.Track;
import thalweg.math.Grid;
import thalweg.math.Vec;
import thalweg.slice.Curvature;
import thalweg.slice.CurvatureSearch;
import thalweg.slice.Progress;
import thalweg.slice.Sharpness;
import thalweg.slice.Slice;

/**
 * Finds what the views on show ask of the curvature, on a thread of its own, and keeps it for as long as the runs stay. The newest question
 * wins; what was found for an older one is kept, so asking again goes on where it was left.
 *
 * <p>Of experiments side by side each has inquiries of its own, which take turns on the one thread.
 *
 * <p>Everything but the searching itself happens on the window's thread; what is found comes there through its executor.
 */
final class Inquiries {
    /** A point that is no longer looked at is let finish if that takes no longer than this, or playing would never show one; nanoseconds. */
    private static final long PATIENCE = 400_000_000;
    /** News is told at most this often, in nanoseconds. */
    private static final long NEWS = 60_000_000;
    /** Bytes that kept points of one run may take. */
    private static final long MEMORY = 64L << 20;

    private static final Inquiry NOTHING = new Inquiry(false, false, false);

    /** What the session is told, on the window's thread. */
    interface Listener {
        /** Something was found: frames can be {@link #dressed} anew. */
        void found();

        void doing(String what, double part);

        void idle();
    }

    /** What is known of one run, or of the start. */
    private static final class Known {
        private final Map<Integer, Curvature> points;
        private final TreeMap<Integer, Sharpness> along = new TreeMap<>();

        Known(int parameters) {
            long each = 8L * (parameters + 2_000);
            points = new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Curvature> eldest) {
                    return size() > Math.max(4, MEMORY / each);
                }
            };
        }
    }

    private record MapKey(Experiment objectiveAndWindow, Slice slice) { }

    /** A question: equal ones have the same answer, and the second need not be asked. */
    private record Question(Inquiry inquiry, Curvatures.Point looked, List<Path> paths, MapKey slice, Curving curving) { }

    /** The path of a shown run, told apart by identity. */
    private record Path(int track, Trajectory trajectory) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Path p && track == p.track && trajectory == p.trajectory;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(trajectory);
        }
    }

    /**
     * A question with what is missing of its answer.
     *
     * @param point whether the curvature at the point looked at is missing
     * @param along by track: the steps whose sharpness is missing, in the order in which they are wanted
     * @param map whether the map is missing, of which this much is there
     */
    private record Work(Question question, Frame frame, boolean point, Map<Integer, List<Integer>> along, boolean map, Optional<Grid> sampled) {
        static Work nothing(Question question, Frame frame) {
            return new Work(question, frame, false, Map.of(), false, Optional.empty());
        }

        boolean isNothing() {
            return !point && along.isEmpty() && !map;
        }
    }

    private final Workers workers;
    private final LongSupplier nanos;
    private final Listener listener;
    private final Newest<Work> newest;
    private volatile boolean stopped;
    private volatile boolean closed;

    private final Map<Trajectory, Known> runs = new IdentityHashMap<>();
    private Optional<MapKey> start = Optional.empty();
    private Known atStart = new Known(1);
    private Optional<Curving> curving = Optional.empty();
    private Optional<MapKey> mapped = Optional.empty();
    private Optional<Grid> map = Optional.empty();
    private Optional<Grid> sampled = Optional.empty();
    private boolean whole;
    private Optional<Question> asked = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    /** Whether the listener was told what is being sought and not yet that it is over. */
    private boolean speaks;
    /** One for each variant of the newest frame, or more while its variants come one by one. */
    private final List<Inquiries> variants = new ArrayList<>();

    Inquiries(Workers workers, LongSupplier nanos, Listener listener) {
        this.workers = workers;
        this.nanos = nanos;
        this.listener = listener;
        newest = new Newest<>(workers.search(), this::work);
    }

    /** The frame with what is known of it. */
    Frame dressed(Frame frame) {
        Question question = question(frame);
        if (!frame.variants().isEmpty()) {
            List<Inquiries> each = each(frame);
            return frame.withVariants(IntStream.range(0, each.size()).mapToObj(i -> each.get(i).dressed(frame.variants().get(i))).toList())
                    .withCurvatures(Curvatures.NONE);
        }
        if (question.inquiry().isNothing()) {
            return frame.withCurvatures(Curvatures.NONE);
        }
        forget(frame, question);
        Curvatures known = refusal.map(Curvatures.NONE::withRefusal).orElse(Curvatures.NONE);
        Map<Curvatures.Point, Curvature> points = new HashMap<>();
        Map<Integer, List<Sharpness>> along = new HashMap<>();
        for (Path path : question.paths()) {
            Known of = runs.get(path.trajectory());
            if (of != null) {
                of.points.forEach((step, c) -> points.put(new Curvatures.Point(path.track(), step), c));
                if (!of.along.isEmpty()) {
                    along.put(path.track(), List.copyOf(of.along.values()));
                }
            }
        }
        if (start.equals(Optional.of(question.slice()))) {
            atStart.points.forEach((step, c) -> points.put(new Curvatures.Point(Curvatures.START, step), c));
        }
        boolean mine = question.inquiry().map() && mapped.equals(Optional.of(question.slice()));
        return frame.withCurvatures(new Curvatures(points, along, mine ? map : Optional.empty(), known.refusal()));
    }

    /**
     * Asks for what is missing of a frame, unless that is being sought already or was stopped. Of paths that grow nothing is asked, nor gone on with:
     * what was asked before was of others.
     */
    void ask(Frame frame) {
        List<Inquiries> each = each(frame);
        for (int i = 0; i < each.size(); i++) {
            each.get(i).ask(frame.variants().get(i));
        }
        askAlone(frame);
    }

    /** The inquiries of the variants that a frame has by now; those of variants that are gone end. */
    private List<Inquiries> each(Frame frame) {
        while (variants.size() > frame.experiment().variants().size()) {
            variants.removeLast().close();
        }
        while (variants.size() < frame.variants().size()) {
            int i = variants.size();
            variants.add(new Inquiries(workers, nanos, new Listener() {
                @Override
                public void found() {
                    listener.found();
                }

                @Override
                public void doing(String what, double part) {
                    listener.doing(what, (i + part) / variants.size());
                }

                @Override
                public void idle() {
                    listener.idle();
                }
            }));
        }
        return List.copyOf(variants.subList(0, frame.variants().size()));
    }

    private void askAlone(Frame frame) {
        boolean growing = frame.tracks().stream().anyMatch(t -> t.trajectory().outcome() instanceof Outcome.Running);
        Question question = question(frame);
        if (asked.equals(Optional.of(question)) || asked.isEmpty() && question.inquiry().isNothing()) {
            return;
        }
        if (growing && asked.isEmpty() || closed) {
            return;
        }
        forget(frame, question);
        Work work = growing ? Work.nothing(question, frame) : missing(frame, question);
        if (work.isNothing()) {                                   // or else what comes now goes on speaking, and says when it ends
            quiet();
        }
        asked = growing ? Optional.empty() : Optional.of(question);
        stopped = false;
        newest.request(work);
    }

    /** Nothing is said any more of what is being sought. */
    private void quiet() {
        if (speaks) {
            speaks = false;
            listener.idle();
        }
    }

    /** What is being sought is to end soon, and is not asked again until something else is. */
    void stop() {
        stopped = true;
        variants.forEach(Inquiries::stop);
    }

    void close() {
        closed = true;
        variants.forEach(Inquiries::close);
    }

    private static Question question(Frame frame) {
        Experiment e = frame.experiment();
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < frame.tracks().size(); i++) {
            if (!frame.tracks().get(i).run().hidden()) {
                paths.add(new Path(i, frame.tracks().get(i).trajectory()));
            }
        }
        Inquiry inquiry = e.variants().isEmpty() ? Inquiry.of(e.look().shown(), e.look()) : NOTHING;
        return new Question(inquiry, Curvatures.looked(frame), inquiry.isNothing() ? List.of() : paths,
                new MapKey(Computation.gridPart(e).withStart(e.start()), frame.scene().slice()), e.look().curving());
    }

    /** Drops what belongs to runs that are gone, or was sought in another way. */
    private void forget(Frame frame, Question question) {
        if (question.inquiry().isNothing()) {
            return;
        }
        Optional<Curving> now = Optional.of(question.curving().withMap(false));
        if (!curving.equals(now)) {
            runs.clear();
            start = Optional.empty();
            mapped = Optional.empty();
            curving = now;
        }
        List<Trajectory> there = frame.tracks().stream().map(Track::trajectory).toList();
        runs.keySet().removeIf(old -> there.stream().noneMatch(t -> t == old));
        int n = frame.scene().objective().dimension();
        there.forEach(t -> runs.computeIfAbsent(t, _ -> new Known(n)));
        if (!start.equals(Optional.of(question.slice()))) {
            start = Optional.of(question.slice());
            atStart = new Known(n);
        }
        if (!mapped.equals(Optional.of(question.slice()))) {
            mapped = Optional.of(question.slice());
            map = Optional.empty();
            sampled = Optional.empty();
            whole = false;
        }
    }

    private Work missing(Frame frame, Question question) {
        Inquiry inquiry = question.inquiry();
        Curvatures.Point looked = question.looked();
        Known of = looked.track() == Curvatures.START ? atStart : runs.get(frame.tracks().get(looked.track()).trajectory());
        boolean point = inquiry.point() && (of == null || !of.points.containsKey(looked.step()) || of.points.get(looked.step()).cancelled());
        Map<Integer, List<Integer>> along = new TreeMap<>();
        for (Path path : inquiry.along() ? question.paths() : List.<Path>of()) {
            List<Integer> steps = Curvatures.steps(path.trajectory().last(), question.curving().stretches()).stream()
                    .filter(s -> !runs.get(path.trajectory()).along.containsKey(s)).toList();
            if (!steps.isEmpty()) {
                along.put(path.track(), steps);
            }
        }
        boolean wanted = inquiry.map() && frame.scene().slice().dimension() == 2 && !whole;
        return new Work(question, frame, point, along, wanted, sampled);
    }

    private void work(Work work, BooleanSupplier replaced) {
        if (work.isNothing()) {
            return;
        }
        Searching searching = new Searching(work, replaced);
        try {
            searching.all();
        } catch (IllegalArgumentException e) {
            tell(() -> refusal = Optional.of(e.getMessage()));
        } finally {
            workers.window().execute(() -> {
                if (!closed && asked.equals(Optional.of(work.question()))) {
                    quiet();
                }
            });
        }
    }

    /** Changes what is known, and says so; nothing after the end. */
    private void tell(Runnable change) {
        workers.window().execute(() -> {
            if (!closed) {
                change.run();
                listener.found();
            }
        });
    }

    /** One search under way, on a thread of the search's. */
    private final class Searching {
        private final Work work;
        private final BooleanSupplier replaced;
        private final long begun = nanos.getAsLong();
        private final List<Runnable> news = new ArrayList<>();
        private long told = begun;
        private long said = begun;

        Searching(Work work, BooleanSupplier replaced) {
            this.work = work;
            this.replaced = replaced;
        }

        private boolean over() {
            return closed || stopped || replaced.getAsBoolean();
        }

        private boolean hurried() {
            return closed || stopped || replaced.getAsBoolean() && nanos.getAsLong() - begun > PATIENCE;
        }

        void all() {
            refusalIsOver();
            if (work.point()) {
                point();
            }
            along();
            flush();
            if (work.map() && !over()) {
                map();
            }
        }

        private void refusalIsOver() {
            workers.window().execute(() -> refusal = Optional.empty());
        }

        private void say(String what, double part) {
            if (nanos.getAsLong() - said > NEWS) {
                said = nanos.getAsLong();
                workers.window().execute(() -> {
                    if (!closed && asked.equals(Optional.of(work.question()))) {
                        speaks = true;
                        listener.doing(what, part);
                    }
                });
            }
        }

        private void point() {
            Curvatures.Point at = work.question().looked();
            String what = at.track() == Curvatures.START ? Wording.of("doing.eigenvalues-start") : Wording.of("doing.eigenvalues", at.step());
            Vec theta = Inquiry.theta(work.frame(), at);
            Curvature found = Inquiry.curvature(work.frame().scene().objective(), theta, work.question().curving(), this::hurried,
                    part -> say(what, part), sofar -> keep(at, new Curvature(sofar.at(), sofar.eigenpairs(), sofar.trace(), sofar.density(), true)));
            if (!found.cancelled()) {
                keep(at, found);
            }
        }

        private void keep(Curvatures.Point at, Curvature found) {
            Frame frame = work.frame();
            MapKey mine = work.question().slice();
            tell(() -> {
                Known of = at.track() != Curvatures.START ? runs.get(frame.tracks().get(at.track()).trajectory())
                        : start.equals(Optional.of(mine)) ? atStart : null;
                if (of != null && curving.equals(Optional.of(work.question().curving().withMap(false)))) {
                    of.points.put(at.step(), found);
                }
            });
        }

        /** Every run at its coarse steps before any at its fine ones. */
        private void along() {
            int most = work.along().values().stream().mapToInt(List::size).max().orElse(0);
            CurvatureSearch search = Inquiry.search(work.question().curving());
            for (int k = 0; k < most; k++) {
                for (Map.Entry<Integer, List<Integer>> run : work.along().entrySet()) {
                    if (over()) {
                        return;
                    }
                    if (k < run.getValue().size()) {
                        Trajectory path = work.frame().tracks().get(run.getKey()).trajectory();
                        say(Wording.of("doing.sharpness"), (double) k / most);
                        Sharpness.along(Inquiry.descended(work.frame()), path, List.of(run.getValue().get(k)), search, this::over, _ -> { })
                                .forEach(s -> learn(path, s));
                    }
                }
            }
        }

        private void learn(Trajectory path, Sharpness found) {
            news.add(() -> {
                Known of = runs.get(path);
                if (of != null && curving.equals(Optional.of(work.question().curving().withMap(false)))) {
                    of.along.put(found.step(), found);
                }
            });
            if (nanos.getAsLong() - told > NEWS) {
                flush();
            }
        }

        private void flush() {
            if (!news.isEmpty()) {
                List<Runnable> all = List.copyOf(news);
                news.clear();
                told = nanos.getAsLong();
                tell(() -> all.forEach(Runnable::run));
            }
        }

        private void map() {
            Frame frame = work.frame();
            Grid found = Inquiry.map(frame.scene(), work.question().curving(), work.sampled(), workers.crew(), 1, this::over, new Progress() {
                @Override
                public void stage(Grid grid) {
                    tell(() -> show(grid));
                }

                @Override
                public void sampling(double part) {
                    say(Wording.of("doing.least-eigenvalue"), part);
                }
            });
            boolean all = !over();
            tell(() -> {
                if (all) {
                    show(found);
                }
                if (mapped.equals(Optional.of(work.question().slice()))) {
                    sampled = Optional.of(found);
                    whole = all;
                }
            });
        }

        /** A stage has straight lines between its nodes, so it is shown, but nothing goes on from it. */
        private void show(Grid grid) {
            if (mapped.equals(Optional.of(work.question().slice()))) {
                map = Optional.of(grid);
            }
        }
    }
}
