package thalweg.paint;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import thalweg.catalog.Entry;
import thalweg.descent.Iterate;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.math.Vec;
import thalweg.optimizer.Memory;

/**
 * The next update of a run, at its end the last: its rule typeset, and per coordinate the gradient, what the rule remembers, and where the step goes.
 */
final class NextUpdate {
    private static final String ARRAY = "\\begin{array}{l}";
    private static final double ROW = 24;
    private static final double COLUMN = 72;
    private static final double WIDEST = 86;
    private static final double HEAD = 31;
    private static final double LEAST = 96;
    private static final double RULE = 17;
    private static final double SMALLEST_RULE = 13;
    private static final int COORDINATES = 8;
    /** Room for the names of coordinates: x or theta, or the indices of a weight. */
    private static final double NARROW = 24;
    private static final double WIDE = 64;

    private NextUpdate() {
    }

    private record Column(String head, Vec numbers) {
    }

    private record Key(Trajectory path, int step) {
    }

    static void paint(Ink ink, Rectangle2D area, Frame frame, Track track, Memo memo) {
        if (area.getHeight() < ink.px(LEAST) || area.getWidth() < ink.px(200)) {
            return;
        }
        Trajectory t = track.trajectory();
        int step = from(t, frame.step());
        boolean resting = ink.style().still() || t.keptEvery() == 1;    // walking a model's run again takes longer than a frame may
        int n = t.dimension();
        String title = track.name() + (!resting ? ": its next update is worked out when the playhead rests"
                : step == frame.step() ? ", next update" : ", last update") + (resting && n > COORDINATES ? ", largest gradients" : "");
        ink.text(Face.REGULAR.fit(title, ink.px(Ink.DETAIL), area.getWidth() * (n > COORDINATES ? 0.9 : 0.45)), Face.REGULAR, Ink.DETAIL,
                ink.theme().muted(), area.getX(), area.getY() + ink.px(22), 0);
        if (!resting) {
            return;
        }
        List<Column> columns = memo.get("next update", new Key(t, step), () -> columns(t, step, track.optimizer().memory()));
        String latex = latex(track);
        Typeset rule = Typeset.of(latex);
        double size = rule.fit(ink.px(RULE), area.getWidth());
        double whole = rule.height(size) + rule.depth(size) + ink.px(20);
        double names = ink.px(names(frame));
        double rows = ink.px(HEAD + 8) + ink.px(ROW) * Math.min(t.dimension(), COORDINATES);
        boolean stacked = !latex.isEmpty() && size >= ink.px(SMALLEST_RULE) && area.getHeight() >= ink.px(HEAD) + whole + rows
                && names + columns.size() * ink.px(COLUMN) <= area.getWidth();
        if (stacked) {
            paintStacked(ink, area, frame, columns, rule, size);
        } else if (beside(ink, area, frame, latex) < 2 && area.getWidth() >= names + 2 * ink.px(COLUMN)) {     // the step is to be seen
            Typeset line = Typeset.of(movingLine(latex));
            paintStacked(ink, area, frame, few(columns, (int) ((area.getWidth() - names) / ink.px(COLUMN))), line,
                    line.fit(ink.px(RULE), area.getWidth()));
        } else {
            paintBeside(ink, area, frame, columns, latex);
        }
    }

    /** The step from which the update shown leads on: the playhead's, or the last but one. */
    static int from(Trajectory t, int playhead) {
        return Math.max(0, Math.min(playhead, t.last() - 1));
    }

    /** The rule above, the numbers below. */
    private static void paintStacked(Ink ink, Rectangle2D area, Frame frame, List<Column> columns, Typeset rule, double size) {
        double names = ink.px(names(frame));
        double whole = rule.height(size) + rule.depth(size) + ink.px(20);
        double y = area.getY() + ink.px(HEAD);
        rule.paintAround(ink, size / ink.style().scale(), ink.theme().text(), area.getX() - rule.left(size), y + whole / 2, 0);
        double width = names + columns.size() * Math.min(ink.px(WIDEST), (area.getWidth() - names) / columns.size());
        paintTable(ink, new Rectangle2D.Double(area.getX(), y + whole, width, area.getMaxY() - y - whole), columns, frame, names);
    }

    /** How many columns fit beside the rule. */
    private static int beside(Ink ink, Rectangle2D area, Frame frame, String latex) {
        return (int) Math.max(1, (area.getWidth() - share(ink, area, latex) - ink.px(names(frame))) / ink.px(COLUMN));
    }

    private static double share(Ink ink, Rectangle2D area, String latex) {
        return latex.isEmpty() ? 0 : Math.min(0.42 * area.getWidth(), Typeset.of(movingLine(latex)).width(ink.px(RULE)) + ink.px(16));
    }

    /** The gradient and the step always, and as much memory as fits between. */
    private static List<Column> few(List<Column> all, int fit) {
        if (all.size() <= fit) {
            return all;
        }
        List<Column> columns = new ArrayList<>(all.subList(0, Math.max(1, fit - 1)));
        if (fit > 1) {
            columns.add(all.getLast());
        }
        return columns;
    }

    /** The rule at the left, the numbers at the right. */
    private static void paintBeside(Ink ink, Rectangle2D area, Frame frame, List<Column> all, String latex) {
        double names = ink.px(names(frame));
        double share = share(ink, area, latex);
        List<Column> columns = few(all, beside(ink, area, frame, latex));
        double table = names + columns.size() * Math.min(ink.px(WIDEST), (area.getWidth() - share - names) / columns.size());
        if (!latex.isEmpty()) {
            paintRule(ink, new Rectangle2D.Double(area.getX(), area.getY() + ink.px(28), area.getWidth() - table - ink.px(12),
                    area.getHeight() - ink.px(32)), latex);
        }
        paintTable(ink, new Rectangle2D.Double(area.getMaxX() - table, area.getY(), table, area.getHeight()), columns, frame, names);
    }

    private static String latex(Track track) {
        Entry entry = track.optimizer().getClass().getAnnotation(Entry.class);
        return entry == null ? "" : entry.latex();
    }

    /** The whole rule if it is still readable in the room there is, else the line that moves theta. */
    private static void paintRule(Ink ink, Rectangle2D area, String latex) {
        for (String part : List.of(latex, movingLine(latex))) {
            Typeset rule = Typeset.of(part);
            double size = rule.fit(ink.px(RULE), area.getWidth());
            double height = rule.height(size) + rule.depth(size);
            size *= Math.min(1, area.getHeight() / Math.max(1e-9, height));
            if (size >= ink.px(SMALLEST_RULE)) {
                double y = area.getY() + Math.min(area.getHeight(), Math.max(ink.px(44), rule.height(size) + rule.depth(size))) / 2;
                rule.paintAround(ink, size / ink.style().scale(), ink.theme().text(), area.getX() - rule.left(size), y, 0);
                return;
            }
        }
    }

    /** Of a rule written as an array of lines the one that moves theta; else the last. */
    static String movingLine(String latex) {
        int begin = latex.indexOf(ARRAY);
        int end = latex.lastIndexOf("\\end{array}");
        if (begin < 0 || end < 0) {
            return latex;
        }
        List<String> rows = List.of(latex.substring(begin + ARRAY.length(), end).split(Pattern.quote("\\\\")));
        return rows.reversed().stream().filter(r -> r.contains("\\theta \\leftarrow")).findFirst().orElse(rows.getLast());
    }

    private static void paintTable(Ink ink, Rectangle2D area, List<Column> columns, Frame frame, double names) {
        double width = (area.getWidth() - names) / columns.size();
        double line = area.getY() + ink.px(HEAD);
        if (area.getMaxY() - line < ink.px(ROW)) {
            return;                                               // a head without a row says nothing
        }
        for (int c = 0; c < columns.size(); c++) {
            double right = area.getX() + names + (c + 1) * width;
            Typeset.of(columns.get(c).head).paint(ink, Ink.LETTER, ink.theme().muted(), right, line - ink.px(9), 1);
        }
        ink.hairline(ink.theme().border(), area.getX(), line, area.getMaxX(), line);
        int n = columns.getFirst().numbers.size();
        int fit = (int) Math.clamp((area.getMaxY() - line - ink.px(4)) / ink.px(ROW), 1, COORDINATES);
        int rows = n <= fit ? n : Math.max(1, fit - 1);
        List<Integer> shown = rows < n ? largest(columns.getFirst().numbers, rows) : IntStream.range(0, n).boxed().toList();
        for (int row = 0; row < rows; row++) {
            int i = shown.get(row);
            double y = line + ink.px(ROW) * (row + 0.5) + ink.px(1);
            Typeset letter = Typeset.of(TableColumns.head(frame, i));
            if (names(frame) > NARROW) {
                letter.paintAround(ink, Ink.BODY, ink.theme().muted(), area.getX(), y, 0);
            } else {
                letter.paint(ink, Ink.LETTER, ink.theme().muted(), area.getX(), y + Face.capHeight(ink.px(Ink.BODY)) / 2, 0);
            }
            for (int c = 0; c < columns.size(); c++) {
                Vec numbers = columns.get(c).numbers;
                String text = i < numbers.size() ? Numbers.of(numbers.get(i)) : "\u2013";
                ink.textAround(text, Face.REGULAR, Ink.BODY, ink.theme().text(), area.getX() + names + (c + 1) * width, y, 1);
            }
        }
        if (rows < Math.min(n, fit)) {
            ink.textAround("and " + Numbers.whole(n - rows) + " more", Face.REGULAR, Ink.DETAIL, ink.theme().muted(), area.getX(),
                    line + ink.px(ROW) * (rows + 0.5), 0);
        }
    }

    /** Room for the names of coordinates. */
    private static double names(Frame frame) {
        return frame.scene().study().isPresent() && frame.scene().objective().dimension() > 2 ? WIDE : NARROW;
    }

    /** The places of the largest components, in their order. */
    static List<Integer> largest(Vec numbers, int count) {
        return IntStream.range(0, numbers.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(numbers.get(i))).thenComparing(i -> i)).limit(count).sorted().toList();
    }

    private static List<Column> columns(Trajectory t, int step, List<Memory> memory) {
        Iterate now = t.iterate(step);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("g", now.gradient()));
        Map<String, Vec> held = now.memory();
        for (Memory m : memory) {
            if (m.shape() == Memory.Shape.VECTOR && held.containsKey(m.name())) {
                columns.add(new Column(m.latex(), held.get(m.name())));
            }
        }
        columns.add(new Column("\\Delta\\theta", step < t.last() ? difference(t, step) : Vec.of()));
        return columns;
    }

    private static Vec difference(Trajectory t, int step) {
        Vec from = t.theta(step);
        double[] d = t.theta(step + 1).toArray();
        for (int i = 0; i < d.length; i++) {
            d[i] -= from.get(i);
        }
        return Vec.of(d);
    }
}
