package thalweg.slice;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import thalweg.math.Crew;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Turns;
import thalweg.objective.Objective;
import thalweg.objective.Section;

/** One sampling under way. */
final class Sampler {
    /** The first stage has about so many nodes along the longer side ... */
    private static final int COARSE = 8;
    /** ... but not so many that it takes more multiplications than two cores of today do in some 15 ms, as long as it has ... */
    private static final double AT_ONCE = 2e8;
    /** ... so many nodes along the longer side. */
    private static final int FEWEST = 3;
    /** A thread takes a row at a time, or as many nodes of it as take so many multiplications: a millisecond. */
    private static final double TURN = 1e7;
    /** Of the time that a share takes, what preparing it may: nobody knows before. */
    private static final double PREPARING = 0.3;
    private static final Range NO_HEIGHT = new Range(0, 1);

    private final Section section;
    private final int nx;
    private final int ny;
    private final Range x;
    private final Range y;
    private final Crew crew;
    private final BooleanSupplier cancelled;
    private final double[] values;

    /**
     * A sampling.
     *
     * @param known nodes of an earlier sampling of the same slice
     * @throws java.util.concurrent.CancellationException if it is cancelled before there is anything
     */
    Sampler(Objective f, Slice slice, int nx, int ny, Optional<Grid> known, Crew crew, BooleanSupplier cancelled) {
        this(section(f, slice, cancelled), nx, ny, slice.ranges().getFirst(), slice.dimension() == 1 ? NO_HEIGHT : slice.ranges().getLast(), crew,
                cancelled);
        known.ifPresent(this::keep);
    }

    /** One that was cancelled before its section was made: the nodes that are known are all there is. */
    static Grid givenUp(Objective f, Slice slice, int nx, int ny, Optional<Grid> known) {
        Section nothing = new Points(f, new double[0], new double[0], new double[0]);
        Sampler sampler = new Sampler(nothing, nx, ny, slice.ranges().getFirst(), slice.dimension() == 1 ? NO_HEIGHT : slice.ranges().getLast(),
                Crew.NOBODY, () -> true);
        known.ifPresent(sampler::keep);
        return sampler.grid(sampler.values);
    }

    private Sampler(Section section, int nx, int ny, Range x, Range y, Crew crew, BooleanSupplier cancelled) {
        this.section = section;
        this.nx = nx;
        this.ny = ny;
        this.x = x;
        this.y = y;
        this.crew = crew;
        this.cancelled = cancelled;
        values = new double[nx * ny];
        Arrays.fill(values, Double.NaN);
    }

    private static Section section(Objective f, Slice slice, BooleanSupplier cancelled) {
        Turns.ask(cancelled);                                     // a copy of ten million numbers takes some 30 ms
        double[] origin = slice.origin().toArray();
        Turns.ask(cancelled);
        double[] u = slice.directions().getFirst().toArray();
        Turns.ask(cancelled);
        double[] v = slice.dimension() == 1 ? new double[0] : slice.directions().getLast().toArray();
        return f.section(origin, u, v, cancelled).orElseGet(() -> new Points(f, origin, u, v));
    }

    /** Takes over the nodes that are nodes here too. */
    private void keep(Grid known) {
        int right = (nx - 1) / (known.nx() - 1);
        int up = known.ny() == 1 ? 1 : (ny - 1) / (known.ny() - 1);
        if ((nx - 1) % (known.nx() - 1) != 0 || (ny == 1) != (known.ny() == 1) || ny > 1 && (ny - 1) % (known.ny() - 1) != 0) {
            return;
        }
        for (int j = 0; j < known.ny(); j++) {
            for (int i = 0; i < known.nx(); i++) {
                values[j * up * nx + i * right] = known.value(i, j);
            }
        }
    }

    /** Every node in one stage. */
    Grid all() {
        Progress nobody = _ -> { };
        boolean once = prepare(nobody);
        stage(1, 0, once, nobody);
        return grid(values);
    }

    /** A first picture of some of the samples. */
    private void sketch(Section sketch, Progress progress) {
        Sampler some = new Sampler(sketch, nx, ny, x, y, crew, cancelled);
        Progress nobody = _ -> { };
        int stride = some.firstStride();
        boolean once = some.prepare(nobody);
        some.stage(stride, 0, once, nobody);
        if (!cancelled.getAsBoolean()) {
            progress.sketch(grid(Lattice.filled(some.values, nx, ny, stride)));
        }
    }

    /** Every second node of those missing at a time, after a first picture of some of the samples where all take long. */
    Grid stages(Progress progress) {
        if (Arrays.stream(values).allMatch(Double::isNaN)) {
            section.sketch().ifPresent(some -> sketch(some, progress));
        }
        boolean once = prepare(progress);
        int first = firstStride();
        int finer = once ? 2 : Math.max(2, first);                // in shares, every stage prepares all of them anew: two must do
        for (int stride = first; stride >= 1; stride /= finer) {
            boolean news = stage(stride, stride == first ? 0 : finer * stride, once, progress);
            if (news && stride > 1 && !cancelled.getAsBoolean()) {
                progress.stage(grid(Lattice.filled(values, nx, ny, stride)));
            }
        }
        return grid(values);
    }

    private Grid grid(double[] all) {
        return new Grid(x, y, nx, ny, all);
    }

    private int firstStride() {
        int longer = Math.max(nx, ny);
        int stride = Integer.highestOneBit(Math.max(1, (longer - 1) / COARSE));
        while (Lattice.count(longer, 2 * stride) >= FEWEST
                && section.work() * Lattice.count(nx, stride) * Lattice.count(ny, stride) > AT_ONCE) {
            stride *= 2;
        }
        return stride;
    }

    /** Prepares a section that is not too large for that. Returns whether it was. */
    private boolean prepare(Progress progress) {
        if (section.shares() == 1) {
            prepare(section, progress::preparing);
        }
        return section.shares() == 1;
    }

    private void prepare(Section some, DoubleConsumer told) {
        int pieces = some.preparations();
        crew.share(pieces, () -> piece -> {
            if (!cancelled.getAsBoolean()) {
                some.prepare(piece, cancelled);
            }
        }, done -> told.accept((double) done / pieces));
    }

    /**
     * Samples the nodes of the lattice with this stride that are not on the coarser one.
     *
     * @param done the coarser one's stride, or 0
     * @return whether there were such nodes
     */
    private boolean stage(int stride, int done, boolean once, Progress progress) {
        int columns = Lattice.count(nx, stride);
        int rows = Lattice.count(ny, stride);
        int turns = Math.ceilDiv(columns, Math.clamp((long) (TURN / section.work()), 1, columns));
        int before = done == 0 ? 0 : Lattice.count(nx, done) * Lattice.count(ny, done);
        int missing = (int) IntStream.range(0, rows * turns).filter(turn -> missing(stride, done, turns, turn).length > 0).count();
        double[] sums = once ? values : new double[values.length];
        int shares = section.shares();
        for (int s = 0; s < shares && missing > 0 && !cancelled.getAsBoolean(); s++) {
            double begun = s;
            DoubleConsumer told = part -> progress.sampling((before + (begun + part) / shares * (columns * rows - before)) / values.length);
            Section some = once ? section : section.share(s);
            if (!once) {
                prepare(some, part -> told.accept(PREPARING * part));
            }
            double prepared = once ? 0 : PREPARING;
            double[] to = s == shares - 1 ? values : sums;
            crew.share(rows * turns, () -> new Worker(some, sums, to, stride, done, turns),
                    turn -> told.accept(prepared + (1 - prepared) * turn / (rows * turns)));
        }
        return missing > 0;
    }

    /** The columns in which a turn finds something to do. */
    private int[] missing(int stride, int done, int turns, int turn) {
        int columns = Lattice.count(nx, stride);
        int j = row(stride, turns, turn);
        int from = turn % turns * columns / turns;
        int to = (turn % turns + 1) * columns / turns;
        boolean known = done > 0 && Lattice.on(j, ny, done);
        return IntStream.range(from, to).map(k -> Lattice.node(k, nx, stride))
                .filter(i -> !(known && Lattice.on(i, nx, done)) && Double.isNaN(values[j * nx + i])).toArray();
    }

    private int row(int stride, int turns, int turn) {
        return Lattice.node(turn / turns, ny, stride);
    }

    /** One thread at work on a stage. */
    private final class Worker implements IntConsumer {
        private final Section.Reader reader;
        private final double[] from;
        private final double[] to;
        private final int stride;
        private final int done;
        private final int turns;
        /** The columns of the last turn; most rows have the same. */
        private final int[][] last = {{}};
        private final double[][] found = {{}};

        /**
         * A worker.
         *
         * @param from what the values of an earlier share are
         * @param to where those of this one go
         */
        Worker(Section some, double[] from, double[] to, int stride, int done, int turns) {
            reader = some.reader();
            this.from = from;
            this.to = to;
            this.stride = stride;
            this.done = done;
            this.turns = turns;
        }

        @Override
        public void accept(int turn) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            int[] columns = missing(stride, done, turns, turn);
            if (columns.length == 0) {
                return;
            }
            if (!Arrays.equals(columns, last[0])) {
                last[0] = columns;
                found[0] = new double[columns.length];
                reader.places(Arrays.stream(columns).mapToDouble(i -> x.node(i, nx)).toArray());
            }
            int j = row(stride, turns, turn);
            for (int k = 0; k < columns.length; k++) {
                found[0][k] = from[j * nx + columns[k]];
            }
            reader.values(ny == 1 ? 0 : y.node(j, ny), found[0], cancelled);
            if (from != values && cancelled.getAsBoolean()) {
                return;                                           // what is there may be sums of some shares
            }
            for (int k = 0; k < columns.length; k++) {
                to[j * nx + columns[k]] = found[0][k];
            }
        }
    }
}
