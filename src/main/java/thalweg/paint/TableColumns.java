package thalweg.paint;

import java.util.ArrayList;
import java.util.List;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.math.Range;

/** The columns of numbers that fit a table of runs, right-aligned; the least telling are left out first. */
final class TableColumns {
    private static final double WIDTH = 76;
    private static final double WIDEST = 130;
    private static final int COMPONENTS = 4;

    private TableColumns() {
    }

    /**
     * A column.
     *
     * @param head a formula
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
                columns.add(new Column(head(frame, i), 0, (t, s) -> Numbers.fixed(t.theta(s, component), decimals), false));
            }
        }
        columns.add(new Column("J", 0, (t, s) -> Numbers.of(t.loss(s)), true));
        if (norm) {
            columns.add(new Column("\\|\\nabla J\\|", 0, (t, s) -> Numbers.of(t.gradientNorm(s)), false));
        }
        if (length) {
            columns.add(new Column("\\|\\Delta\\theta\\|", 0, (t, s) -> s == 0 ? "\u2013" : Numbers.of(t.stepLength(s)), false));
        }
        double width = Math.min((right - left) / columns.size(), ink.px(WIDEST));
        double end = Math.min(right, left + columns.size() * width + ink.px(40));    // numbers stay near the names on a wide tile
        List<Column> placed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column c = columns.get(i);
            placed.add(new Column(c.head, end - (columns.size() - 1 - i) * width, c.cell, c.isLoss));
        }
        return placed;
    }

    /** Name of a component: the axis's where axes are components, else a theta with its index. */
    static String head(Frame frame, int i) {
        List<String> names = frame.scene().objective().appearance().axes();
        return names.size() == frame.scene().objective().dimension() ? names.get(i) : "\\theta_{" + i + "}";
    }

    /** Enough to tell a thousandth of the window apart. */
    static int decimals(Frame frame, int i) {
        List<Range> ranges = frame.scene().slice().ranges();
        double width = ranges.get(Math.min(i, ranges.size() - 1)).width();
        return Math.clamp((long) Math.ceil(3 - Math.log10(width) - 1e-9), 0, 8);
    }
}
