package thalweg.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Study;
import thalweg.math.Range;
import thalweg.slice.Route;

/** The columns of numbers that fit a table of runs, right-aligned; the least telling are left out first. */
final class TableColumns {
    private static final double WIDTH = 76;
    private static final double WIDEST = 130;
    private static final int COMPONENTS = 4;
    private static final String BATCH = "$J$ batch";

    private TableColumns() {
    }

    /**
     * A column.
     *
     * @param head words, with formulas between dollars
     * @param right its right edge in pixels
     * @param cell the number shown
     * @param isLoss whether it holds J
     */
    record Column(String head, double right, Cell cell, boolean isLoss) {
    }

    /** A number of a path at a step, as text. */
    @FunctionalInterface
    interface Cell {
        String text(Trajectory t, int step);
    }

    static List<Column> of(Ink ink, Frame frame, double left, double right) {
        int n = frame.scene().objective().dimension();
        int most = (int) Math.max(1, (right - left) / ink.px(WIDTH));
        boolean norm = most >= 2;
        boolean length = most >= 3;
        int components = n > COMPONENTS ? 0 : Math.min(n, most - 1 - (norm ? 1 : 0) - (length ? 1 : 0));
        if (components < n && n <= COMPONENTS && length) {        // positions tell more than the length of the step
            length = most - 2 - n >= 1;
            components = Math.min(n, most - 2 - (length ? 1 : 0));
        }
        List<Column> columns = new ArrayList<>();
        if (components == n) {
            for (int i = 0; i < n; i++) {
                int component = i;
                int decimals = decimals(frame, i);
                columns.add(new Column("$" + head(frame, i) + "$", 0, (t, s) -> Numbers.fixed(t.theta(s, component), decimals), false));
            }
        }
        columns.add(new Column("$J$", 0, (t, s) -> Numbers.of(t.loss(s)), true));
        List<Column> learnt = learnt(frame);
        int rest = most - columns.size() - (norm ? 1 : 0) - (length ? 1 : 0);
        if (!learnt.isEmpty() && rest < learnt.size()) {          // how well it learns tells more than how far it steps
            length = length && components == n;
            norm = norm && components == n;
            rest = most - columns.size() - (norm ? 1 : 0) - (length ? 1 : 0);
        }
        List<Column> gauges = learnt.subList(0, Math.clamp(rest, 0, learnt.size()));
        columns.addAll(gauges.stream().filter(c -> !c.head.equals(BATCH)).toList());
        if (norm) {
            columns.add(new Column("$\\|\\nabla J\\|$", 0, (t, s) -> Numbers.of(t.gradientNorm(s)), false));
        }
        if (length) {
            columns.add(new Column("$\\|\\Delta\\theta\\|$", 0, (t, s) -> s == 0 ? "\u2013" : Numbers.of(t.stepLength(s)), false));
        }
        columns.addAll(gauges.stream().filter(c -> c.head.equals(BATCH)).toList());
        columns.addAll(offSlice(frame).subList(0, Math.clamp(most - columns.size(), 0, offSlice(frame).size())));
        double width = Math.min((right - left) / columns.size(), ink.px(WIDEST));
        double end = Math.min(right, left + columns.size() * width + ink.px(40));    // numbers stay near the names on a wide tile
        List<Column> placed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column c = columns.get(i);
            placed.add(new Column(c.head, end - (columns.size() - 1 - i) * width, c.cell, c.isLoss));
        }
        return placed;
    }

    /** What is measured of models: the most telling first. */
    private static List<Column> learnt(Frame frame) {
        List<Column> columns = new ArrayList<>();
        addGauge(columns, frame, Study.TEST_LOSS, "$J$ test", Numbers::of);
        addGauge(columns, frame, Study.ACCURACY, "accuracy", TableColumns::perCent);
        addGauge(columns, frame, Study.TEST_ACCURACY, "test acc.", TableColumns::perCent);
        boolean batches = frame.scene().study().isPresent() && frame.tracks().stream().anyMatch(t -> t.run().batch() > 0);
        if (batches) {
            columns.add(new Column(BATCH, 0, (t, s) -> Numbers.of(t.batchLoss(s)), false));
        }
        return columns;
    }

    /** Of paths that can be off the slice: how far, and what J is on it below them. */
    private static List<Column> offSlice(Frame frame) {
        if (frame.tracks().stream().noneMatch(t -> t.route().isPresent())) {
            return List.of();
        }
        String where = frame.scene().slice().dimension() == 1 ? "line" : "plane";
        return List.of(new Column("off " + where, 0, (t, s) -> route(frame, t, s, Route::off, TableColumns::perCent), false),
                new Column("$J$ on " + where, 0, (t, s) -> Numbers.of(Under.path(frame, index(frame, t), s)), false));
    }

    private static int index(Frame frame, Trajectory t) {
        return IntStream.range(0, frame.tracks().size()).filter(i -> frame.tracks().get(i).trajectory() == t).findFirst().orElseThrow();
    }

    private static String route(Frame frame, Trajectory t, int step, ToDoubleBiFunction<Route, Integer> number, DoubleFunction<String> words) {
        return frame.tracks().get(index(frame, t)).route().map(r -> words.apply(number.applyAsDouble(r, step))).orElse("\u2013");
    }

    private static void addGauge(List<Column> columns, Frame frame, String name, String head, DoubleFunction<String> words) {
        if (frame.tracks().stream().anyMatch(t -> t.trajectory().gauges().contains(name))) {
            columns.add(new Column(head, 0, (t, s) -> t.gauges().contains(name) ? words.apply(t.gauge(t.gauges().indexOf(name), s)) : "\u2013",
                    false));
        }
    }

    static String perCent(double part) {
        return Double.isNaN(part) ? Numbers.of(part) : Numbers.fixed(100 * part, 1) + "\u2009%";
    }

    /** Name of a component: the axis's where axes are components, a weight's or bias's of a network, else a theta with its index. */
    static String head(Frame frame, int i) {
        List<String> names = frame.scene().objective().appearance().axes();
        return names.size() == frame.scene().objective().dimension() ? names.get(i)
                : frame.scene().study().map(s -> s.cost().architecture().letter(i)).orElse("\\theta_{" + i + "}");
    }

    /** Enough to tell a thousandth of the window apart. */
    static int decimals(Frame frame, int i) {
        List<Range> ranges = frame.scene().slice().ranges();
        double width = ranges.get(Math.min(i, ranges.size() - 1)).width();
        return Math.clamp((long) Math.ceil(3 - Math.log10(width) - 1e-9), 0, 8);
    }
}
