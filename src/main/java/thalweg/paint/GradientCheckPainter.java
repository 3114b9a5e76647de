package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import thalweg.experiment.Focus;
import thalweg.experiment.Frame;
import thalweg.objective.GradientCheck;

/**
 * The gradient beside difference quotients, parameter by parameter, where the selected run stands at the playhead; below or beside it how
 * the error of one parameter depends on h. Rows can be filled one by one.
 */
public record GradientCheckPainter(Style style, Memo memo) implements Plot {
    private static final double PAD = 12;
    private static final double TOP = 30;
    private static final double HEAD = 26;
    private static final double ROW = 24;
    private static final double GAP = 16;
    private static final double BESIDE = 860;
    private static final double CHART = 150;
    private static final double LINE = 44;

    /**
     * A column.
     *
     * @param head words, with formulas between dollars
     * @param cell its text in a row of the check
     * @param known whether it is there before the row is filled
     */
    private record Column(String head, IntFunction<String> cell, boolean known, double width) {
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            Standing standing = Standing.of(frame, style, memo);
            Optional<CheckedRows> rows = standing.theta().isFinite() ? CheckedRows.of(frame, standing.theta(), style, memo) : Optional.empty();
            if (rows.isPresent() && Double.isFinite(rows.get().check().cost())) {
                paint(ink, area, frame, standing, rows.get());
            } else {
                Notice.paint(ink, area, standing.theta().isFinite() && rows.isEmpty() ? "The gradient is checked when the playhead rests."
                        : "J is no number here, so there is no slope to check.");
            }
        });
    }

    private void paint(Ink ink, Rectangle2D area, Frame frame, Standing standing, CheckedRows rows) {
        Focus focus = frame.experiment().look().focus();
        int filled = focus.rows() == 0 ? rows.size() : Math.min(focus.rows(), rows.size());
        int current = focus.rows() == 0 ? rows.worst() : filled - 1;
        boolean stepping = focus.rows() > 0;
        boolean affords = CheckedRows.affordsChart(frame, style);
        boolean beside = affords && area.getWidth() >= ink.px(BESIDE) && area.getHeight() >= ink.px(CHART + 40);
        double least = ink.px(TOP + HEAD + ROW * Math.min(rows.size(), 3) + (stepping ? LINE : 0));
        boolean below = affords && !beside && area.getHeight() >= least + ink.px(CHART) && area.getWidth() >= ink.px(260);
        double chartHeight = below ? Math.max(ink.px(CHART), Math.min(area.getHeight() * 0.5, area.getHeight() - ink.px(TOP + HEAD + LINE)
                - ink.px(ROW) * rows.size())) : 0;
        Rectangle2D table = new Rectangle2D.Double(area.getX(), area.getY(), beside ? area.getWidth() * 0.6 : area.getWidth(),
                area.getHeight() - chartHeight);
        paintTable(ink, table, frame, rows, filled, stepping ? current : -1);
        if (beside || below) {
            Rectangle2D chart = beside ? new Rectangle2D.Double(table.getMaxX() + ink.px(8), area.getY() + ink.px(8),
                    area.getMaxX() - table.getMaxX() - ink.px(8), area.getHeight() - ink.px(8))
                    : new Rectangle2D.Double(area.getX(), table.getMaxY(), area.getWidth(), chartHeight);
            int parameter = rows.check().parameters().get(current);
            ErrorCurve curve = memo.get("error curve", new ErrorCurve.Key(frame.scene().objective(), standing.theta(), parameter),
                    () -> ErrorCurve.of(frame.scene().objective(), standing.theta(), parameter));
            curve.paint(ink, chart, TableColumns.head(frame, parameter), focus);
        }
    }

    private void paintTable(Ink ink, Rectangle2D area, Frame frame, CheckedRows rows, int filled, int current) {
        GradientCheck check = rows.check();
        double left = area.getX() + ink.px(PAD);
        double right = area.getMaxX() - ink.px(PAD);
        paintSummary(ink, left, right, area.getY() + ink.px(20), rows, filled, current >= 0);
        double head = area.getY() + ink.px(TOP + HEAD);
        double line = current >= 0 ? ink.px(LINE) : 0;
        int fit = (int) Math.max(1, (area.getMaxY() - head - line) / ink.px(ROW));
        boolean all = fit >= rows.size();
        List<Integer> shown = rows.shown(all ? fit : Math.max(1, fit - 1), current >= 0 ? filled : 0);
        List<Column> columns = columns(ink, frame, check, shown, right - left);
        double sum = columns.stream().mapToDouble(Column::width).sum();
        double stretch = Math.clamp((right - left - sum) / Math.max(1, columns.size() - 1), 0, ink.px(28));
        double end = left + sum + stretch * (columns.size() - 1);
        double x = left;
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            x += column.width + (c == 0 ? 0 : stretch);
            boolean first = c == 0;
            Typeset.line(column.head).paint(ink, Ink.DETAIL, ink.theme().muted(), first ? left : x, head - ink.px(8), first ? 0 : 1);
            for (int i = 0; i < shown.size(); i++) {
                int row = shown.get(i);
                double y = head + ink.px(ROW) * (i + 0.5);
                paintCell(ink, column, row, row < filled, first ? left : x, y, first, c == columns.size() - 1);
            }
        }
        ink.hairline(ink.theme().border(), area.getX(), head, Math.min(end + ink.px(PAD), area.getMaxX()), head);
        if (!all) {
            int first = shown.size() / 2;
            String words = (rows.isWhole() ? "" : Numbers.whole(rows.size()) + " of " + Numbers.whole(rows.all()) + " checked, evenly spread; ")
                    + (current >= 0 ? "row " + filled + " of " + Numbers.whole(rows.size())
                            : (first == 0 ? "the worst" : "the first " + first + " and the worst " + (shown.size() - first)) + " of "
                                    + Numbers.whole(rows.size()));
            ink.textAround(Face.REGULAR.fit(words, ink.px(Ink.DETAIL), right - left), Face.REGULAR, Ink.DETAIL, ink.theme().muted(), left,
                    head + ink.px(ROW) * (shown.size() + 0.5), 0);
        }
        if (current >= 0) {
            paintArithmetic(ink, new Rectangle2D.Double(left, area.getMaxY() - line, right - left, line), frame, check, current);
        }
    }

    /** J and h, and what the worst row means. */
    private static void paintSummary(Ink ink, double left, double right, double y, CheckedRows rows, int filled, boolean stepping) {
        GradientCheck check = rows.check();
        String what = "$J(\\theta)$ = " + cost(check.cost(), places(check)) + ", $h$ = " + step(check.h())
                + (check.central() ? ", central" : ", forward");
        Typeset words = Typeset.line(what);
        int worst = rows.worst();
        String verdict = stepping && filled < rows.size() ? "" : "worst: " + Numbers.of(check.error(worst)) + ", " + check.verdict(worst);
        if (words.width(ink.px(Ink.DETAIL)) > right - left) {
            return;
        }
        words.paint(ink, Ink.DETAIL, ink.theme().text(), left, y, 0);
        if (words.width(ink.px(Ink.DETAIL)) + ink.width(verdict, Face.MEDIUM, Ink.DETAIL) + ink.px(GAP) < right - left) {
            ink.text(verdict, Face.MEDIUM, Ink.DETAIL, colour(ink.theme(), check, worst), right, y, 1);
        }
    }

    private static void paintCell(Ink ink, Column column, int row, boolean filled, double x, double y, boolean first, boolean last) {
        if (first) {
            Typeset.of(column.cell.apply(row)).paintAround(ink, Ink.BODY + 1, ink.theme().muted(), x, y, 0);
            return;
        }
        if (!filled && !column.known) {
            ink.textAround("?", Face.REGULAR, Ink.DETAIL, ink.theme().muted(), x, y, 1);
            return;
        }
        String text = column.cell.apply(row);
        int mark = text.indexOf(MARK);
        Color colour = mark < 0 ? ink.theme().text() : colour(ink.theme(), text.substring(mark + 1));
        ink.textAround(mark < 0 ? text : text.substring(0, mark), mark >= 0 && last ? Face.MEDIUM : Face.REGULAR, Ink.DETAIL, colour, x, y, 1);
    }

    /** Parts the shown text of a cell from the word that its colour stands for. */
    private static final char MARK = '\u0000';

    private static List<Column> columns(Ink ink, Frame frame, GradientCheck check, List<Integer> shown, double room) {
        int digits = decimals(check.h());
        int places = places(check);
        List<Column> wanted = new ArrayList<>();
        wanted.add(new Column("", row -> TableColumns.head(frame, check.parameters().get(row)), true, 0));
        wanted.add(new Column("$\\theta_i$", row -> Numbers.fixed(check.at().get(row), digits), true, 0));
        wanted.add(new Column("$\\theta_i + h$", row -> Numbers.fixed(check.at().get(row) + check.h(), digits), false, 0));
        wanted.add(new Column("$J(\\theta + h)$", row -> cost(check.above().get(row), places), false, 0));
        if (check.central()) {
            wanted.add(new Column("$J(\\theta - h)$", row -> cost(check.below().get(row), places), false, 0));
        }
        wanted.add(new Column("numerical", row -> derivative(check.numerical(row)), false, 0));
        wanted.add(new Column("analytic", row -> derivative(check.gradient().get(row)), false, 0));
        wanted.add(new Column("error", row -> Numbers.of(check.error(row)) + MARK + word(check, row), false, 0));
        wanted.add(new Column("", row -> word(check, row) + MARK + word(check, row), false, 0));
        List<Column> columns = new ArrayList<>(wanted.stream().map(c -> new Column(c.head, c.cell, c.known, width(ink, c, shown))).toList());
        List<Column> droppable = new ArrayList<>(List.of(columns.get(1), columns.get(2), columns.getLast(), columns.get(3)));
        if (check.central()) {
            droppable.add(columns.get(4));
        }
        for (Column dropped : droppable) {                        // the least telling first
            if (columns.stream().mapToDouble(Column::width).sum() > room) {
                columns.remove(dropped);
            }
        }
        return columns;
    }

    private static double width(Ink ink, Column column, List<Integer> shown) {
        double head = Typeset.line(column.head).width(ink.px(Ink.DETAIL));
        return ink.px(GAP) + Math.max(head, shown.stream().mapToDouble(row -> {
            String text = column.cell.apply(row);
            return column.head.isEmpty() && text.indexOf(MARK) < 0 ? Typeset.of(text).width(ink.px(Ink.BODY + 1))
                    : ink.width(text.indexOf(MARK) < 0 ? text : text.substring(0, text.indexOf(MARK)), Face.MEDIUM, Ink.DETAIL);
        }).max().orElse(0));
    }

    /** Enough decimals to see h in theta. */
    private static int decimals(double h) {
        return Math.clamp((long) Math.ceil(-Math.log10(h) - 1e-9), 2, 15);
    }

    /** A cost with so many decimals, or fewer than none: a large one with an exponent and as many digits as that leaves. */
    static String cost(double value, int places) {
        double size = Math.abs(value);
        return size >= 100_000 && Double.isFinite(value) ? Numbers.exponent(value, Math.clamp((long) Math.floor(Math.log10(size)) + places, 1, 15))
                : Numbers.fixed(value, Math.max(3, places));
    }

    /** Enough decimals to see the largest change of J, with two digits; below 0 where J changes by hundreds. */
    private static int places(GradientCheck check) {
        double largest = 0;
        for (int row = 0; row < check.at().size(); row++) {
            double change = Math.abs(check.above().get(row) - check.cost());
            largest = change > largest && Double.isFinite(change) ? change : largest;
        }
        return largest == 0 ? 5 : Math.clamp((long) Math.ceil(-Math.log10(largest) - 1e-9) + 1, -300, 15);
    }

    /** A step as people write it: 0.0001, 1e-5. */
    static String step(double h) {
        if (h >= 9.9e-5) {
            return new BigDecimal(h).round(new MathContext(3)).stripTrailingZeros().toPlainString();
        }
        return Numbers.exponent(h, 2).replaceAll("\\.?0*e", "e");
    }

    private static String derivative(double value) {
        double size = Math.abs(value);
        return size == 0 ? "0" : size >= 0.01 && size < 10_000 ? Numbers.fixed(value, size < 1 ? 5 : size < 10 ? 4 : 3) : Numbers.exponent(value, 3);
    }

    private static String word(GradientCheck check, int row) {
        double error = check.error(row);
        return error <= GradientCheck.GOOD ? "good" : check.isWithinRounding(row) ? "rounding" : check.isWithinBend(row) ? "as h allows"
                : error <= GradientCheck.KINKS ? "ok at kinks"
                : error <= GradientCheck.WRONG ? "suspicious" : "wrong";
    }

    private static Color colour(Theme theme, GradientCheck check, int row) {
        return colour(theme, word(check, row));
    }

    private static Color colour(Theme theme, String word) {
        return switch (word) {
            case "good", "as h allows" -> theme.done();
            case "suspicious" -> new Color(theme.isDark() ? 0xd29922 : 0x8a5a00);
            case "wrong" -> theme.danger();
            default -> theme.muted();
        };
    }

    /** The quotient of the row filled last, with its numbers. */
    private static void paintArithmetic(Ink ink, Rectangle2D area, Frame frame, GradientCheck check, int row) {
        int digits = places(check);
        String below = check.central() ? cost(check.below().get(row), digits) : cost(check.cost(), digits);
        String letter = TableColumns.head(frame, check.parameters().get(row));
        String latex = "\\frac{\\partial J}{\\partial " + letter + "} \\approx \\frac{" + plain(cost(check.above().get(row), digits)) + " - "
                + (below.startsWith("\u2212") ? "(" + plain(below) + ")" : plain(below)) + "}{" + (check.central() ? "2 \\cdot " : "")
                + plain(step(check.h())) + "} = " + plain(derivative(check.numerical(row)));
        Typeset formula = Typeset.of(latex);
        double size = formula.fit(ink.px(Ink.LETTER), area.getWidth());
        formula.paintAround(ink, size / ink.style().scale(), ink.theme().text(), area.getX(), area.getCenterY(), 0);
    }

    private static String plain(String number) {
        String text = number.replace(Numbers.MINUS, '-');
        int e = text.indexOf('e');
        String mantissa = e < 0 ? text : text.substring(0, e);
        return e < 0 ? text : (mantissa.equals("1") ? "" : mantissa + " \\cdot ") + "10^{" + text.substring(e + 1) + "}";
    }

    @Override
    public String detail(Frame frame) {
        Focus focus = frame.experiment().look().focus();
        return Standing.words(frame) + ", " + (focus.central() ? "central" : "forward") + " differences, h = " + step(focus.h());
    }
}
