package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.math.Vec;
import thalweg.optimizer.Account;
import thalweg.optimizer.Line;

/**
 * One update, explained: the lines of a run's rule with what each comes to at the playhead, and below them the line looked at with numbers for its
 * letters. The line is chosen by a click, or stage by stage.
 */
public record UpdatePainter(Style style, Memo memo) implements Plot {
    private static final double PAD = 12;
    private static final double HEAD = 28;
    private static final double FORMULA = 17;
    private static final double READABLE_FORMULA = 13;
    private static final double SMALLEST_FORMULA = 11;
    private static final double NUMBERS = 16;
    private static final double SMALLER_NUMBERS = 14;
    /** The least height of a row, and what surrounds its formula. */
    private static final double ROW = 24;
    private static final double AROUND = 9;
    private static final double COLUMN = 78;
    private static final double BEFORE_AND_AFTER = 150;
    private static final double KIND = 84;
    private static final double WIDE = 520;
    private static final double LINE = 18;
    private static final int COORDINATES = 3;

    /** Where things stand. */
    private record Layout(List<Rectangle2D> rows, double formula, double kind, double left, List<Integer> coordinates, double column, boolean olds,
            Rectangle2D caption, boolean words) {
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            Optional<Update> update = Update.isAtHand(frame, style) ? Update.of(frame, memo) : Optional.empty();
            if (update.isEmpty()) {
                Notice.paint(ink, area, sentence(frame));
                return;
            }
            paint(ink, area, frame, update.get());
        });
    }

    private String sentence(Frame frame) {
        return frame.tracks().isEmpty() ? "No runs yet. Add one to see how its rule makes a step." : Update.track(frame).isEmpty()
                ? "All runs are hidden."
                : !Update.isAtHand(frame, style) ? "The update is worked out when the playhead rests."
                : Update.track(frame).orElseThrow().trajectory().last() == 0 ? "This run has made no step."
                : "The rule of this run does not describe its steps.";
    }

    private void paint(Ink ink, Rectangle2D area, Frame frame, Update update) {
        Layout layout = layout(ink, area, frame, update);
        List<Account.Stage> stages = update.account().stages();
        Optional<Integer> active = update.active(frame);
        paintHead(ink, area, frame, layout, stages);
        for (int i = 0; i < stages.size(); i++) {
            if (layout.rows.get(i).getHeight() > 0) {
                paintRow(ink, area, layout, stages.get(i), layout.rows.get(i), active.isPresent() && active.get() == i);
            }
        }
        if (layout.caption.getHeight() > 0) {
            if (active.isPresent() || style.hands()) {
                ink.hairline(ink.theme().border(), area.getX(), layout.caption.getY(), area.getMaxX(), layout.caption.getY());
            }
            active.ifPresentOrElse(i -> paintCaption(ink, frame, layout, update, stages.get(i)), () -> ink.text(
                    Face.REGULAR.fit(style.hands() ? "Click a line, or press . and , to go through them one by one." : "", ink.px(Ink.DETAIL),
                            area.getWidth() - 2 * ink.px(PAD)),
                    Face.REGULAR, Ink.DETAIL, ink.theme().muted(), layout.left, layout.caption.getY() + ink.px(22), 0));
        }
    }

    private Layout layout(Ink ink, Rectangle2D area, Frame frame, Update update) {
        List<Account.Stage> stages = update.account().stages();
        List<Integer> coordinates = coordinates(frame, update);
        double kind = area.getWidth() >= ink.px(WIDE) ? ink.px(KIND) : 0;
        double left = area.getX() + ink.px(PAD);
        double formulas = stages.stream().mapToDouble(s -> Typeset.of(s.symbols()).width(ink.px(FORMULA))).max().orElse(0);
        double rest = area.getWidth() - 2 * ink.px(PAD) - kind;
        double room = rest - Math.min(formulas, rest * 0.55) - ink.px(16);
        int fit = (int) Math.clamp(room / ink.px(COLUMN), 1, coordinates.size());
        boolean olds = room / fit >= ink.px(BEFORE_AND_AFTER);
        double column = Math.min(room / fit, ink.px(olds ? BEFORE_AND_AFTER + 20 : COLUMN + 30));
        double wide = rest - fit * column - ink.px(16);
        double size = wide(ink, stages, wide);
        List<Integer> shown = coordinates.subList(0, fit);
        double most = area.getHeight() - ink.px(HEAD);
        boolean words = true;
        double caption = caption(ink, frame, update, area, words);
        size = shrunk(ink, stages, size, most - caption, READABLE_FORMULA);
        if (rows(ink, stages, size) + caption > most) {
            words = false;
            caption = caption(ink, frame, update, area, words);
            double smaller = shrunk(ink, stages, size, most - caption, SMALLEST_FORMULA);
            if (rows(ink, stages, smaller) + caption > most && style.isPresentation()) {   // not all rows anyway: then those that are can be read
                words = true;
                caption = caption(ink, frame, update, area, words);
                size = wide(ink, stages, wide);
            } else {
                size = smaller;
            }
        }
        Optional<Integer> active = update.active(frame);
        double above = most - caption;
        int first = 0;
        if (rows(ink, stages, size) > above && active.isEmpty()) {
            caption = Math.max(0, most - rows(ink, stages, size));
            caption = caption < ink.px(30) ? 0 : caption;
        } else if (rows(ink, stages, size) > above) {         // then the line looked at, and what fits around it
            first = first(ink, stages, size, above, active.get());
        }
        double stretch = Math.clamp((most - caption - rows(ink, stages, size)) / stages.size(), 0, ink.px(10));
        List<Rectangle2D> rows = new ArrayList<>();
        double y = area.getY() + ink.px(HEAD);
        boolean full = false;
        for (int i = 0; i < stages.size(); i++) {
            double height = row(ink, stages.get(i), size) + stretch;
            full |= i >= first && y + height > area.getMaxY() - caption + 1;      // none after one that does not fit: there are no gaps
            boolean fits = i >= first && !full;
            rows.add(new Rectangle2D.Double(area.getX(), y, area.getWidth(), fits ? height : 0));
            y += fits ? height : 0;
        }
        return new Layout(rows, size, kind, left, shown, column, olds, new Rectangle2D.Double(left, y, area.getWidth() - 2 * ink.px(PAD),
                caption == 0 ? 0 : area.getMaxY() - y), words);
    }

    /** The size at which all formulas have room in a width. */
    private static double wide(Ink ink, List<Account.Stage> stages, double width) {
        return Math.max(ink.px(SMALLEST_FORMULA),
                stages.stream().mapToDouble(s -> Typeset.of(s.symbols()).fit(ink.px(FORMULA), width)).min().orElse(ink.px(FORMULA)));
    }

    /** The room of the highest caption of all stages, so that nothing jumps from one to the next. */
    private static double caption(Ink ink, Frame frame, Update update, Rectangle2D area, boolean words) {
        List<Integer> coordinates = coordinates(frame, update);
        double width = area.getWidth() - 2 * ink.px(PAD);
        return update.account().stages().stream().mapToDouble(s -> captionHeight(ink, frame, update, s, width, coordinates, words)).max().orElse(0);
    }

    /** The size of formulas at which their rows fit, not below a least one. */
    private static double shrunk(Ink ink, List<Account.Stage> stages, double size, double room, double least) {
        double s = size;
        while (rows(ink, stages, s) > room && s > ink.px(least)) {
            s = Math.max(ink.px(least), s - ink.px(0.5));
        }
        return s;
    }

    /** The first row shown where not all fit: as late as shows the one looked at and one after it. */
    private static int first(Ink ink, List<Account.Stage> stages, double size, double room, int active) {
        int last = Math.min(active + 1, stages.size() - 1);
        double height = row(ink, stages.get(last), size);
        int first = last;
        while (first > 0 && height + row(ink, stages.get(first - 1), size) <= room) {
            first--;
            height += row(ink, stages.get(first), size);
        }
        return first;
    }

    /** All coordinates of few, else those with the largest slopes. */
    private static List<Integer> coordinates(Frame frame, Update update) {
        int n = frame.scene().objective().dimension();
        return n <= COORDINATES ? IntStream.range(0, n).boxed().toList()
                : NextUpdate.largest(update.account().stages().stream().filter(s -> s.line().kind() == Line.Kind.GRADIENT).findFirst()
                        .map(Account.Stage::after).orElse(update.account().theta()), COORDINATES);
    }

    private static double rows(Ink ink, List<Account.Stage> stages, double size) {
        return stages.stream().mapToDouble(s -> row(ink, s, size)).sum();
    }

    private static double row(Ink ink, Account.Stage stage, double size) {
        Typeset formula = Typeset.of(stage.symbols());
        return Math.max(ink.px(ROW), formula.height(size) + formula.depth(size) + ink.px(AROUND));
    }

    private static void paintHead(Ink ink, Rectangle2D area, Frame frame, Layout layout, List<Account.Stage> stages) {
        double y = area.getY() + ink.px(HEAD - 9);
        for (int c = 0; c < layout.coordinates.size(); c++) {
            Typeset.of(TableColumns.head(frame, layout.coordinates.get(c)))
                    .paint(ink, Ink.LETTER, ink.theme().muted(), right(layout, c, area, ink), y, 1);
        }
        boolean memory = layout.olds && stages.stream().anyMatch(s -> s.before().isPresent());
        String words = memory ? "before \u2192 after" : "";
        ink.text(words, Face.REGULAR, Ink.SMALL, ink.theme().muted(), right(layout, 0, area, ink) - layout.column + ink.px(14), y, 0);
        ink.hairline(ink.theme().border(), area.getX(), area.getY() + ink.px(HEAD), area.getMaxX(), area.getY() + ink.px(HEAD));
    }

    private static double right(Layout layout, int column, Rectangle2D area, Ink ink) {
        return area.getMaxX() - ink.px(PAD) - (layout.coordinates.size() - 1 - column) * layout.column;
    }

    private static void paintRow(Ink ink, Rectangle2D area, Layout layout, Account.Stage stage, Rectangle2D row, boolean active) {
        if (active) {
            ink.fill(ink.theme().selection(), row);
            ink.fill(ink.theme().accent(), new Rectangle2D.Double(row.getX(), row.getY(), ink.px(3), row.getHeight()));
        }
        double y = row.getCenterY();
        if (layout.kind > 0) {
            ink.textAround(kind(stage), Face.REGULAR, Ink.DETAIL, ink.theme().muted(), layout.left, y, 0);
        }
        Typeset.of(stage.symbols()).paintAround(ink, layout.formula / ink.style().scale(), ink.theme().text(), layout.left + layout.kind, y, 0);
        if (stage.after().size() > 1 && !stage.isVector()) {
            int n = (int) Math.rint(Math.sqrt(stage.after().size()));
            ink.textAround(n + " \u00d7 " + n, Face.REGULAR, Ink.BODY, ink.theme().muted(), area.getMaxX() - ink.px(PAD), y, 1);
            return;
        }
        for (int c = 0; c < (stage.isVector() ? layout.coordinates.size() : 1); c++) {
            int at = stage.isVector() ? layout.coordinates.get(c) : 0;
            double right = stage.isVector() ? right(layout, c, area, ink) : area.getMaxX() - ink.px(PAD);
            String after = Numbers.of(stage.after().get(at));
            ink.textAround(after, Face.MEDIUM, Ink.BODY, ink.theme().text(), right, y, 1);
            if (layout.olds && stage.before().isPresent()) {
                ink.textAround(Numbers.of(stage.before().get().get(at)) + " \u2192 ", Face.REGULAR, Ink.BODY, ink.theme().muted(),
                        right - ink.width(after, Face.MEDIUM, Ink.BODY) - ink.px(4), y, 1);
            }
        }
    }

    private static String kind(Account.Stage stage) {
        return switch (stage.line().kind()) {
            case GRADIENT -> "gradient";
            case MEMORY -> "memory";
            case CORRECTION -> "correction";
            case STEP -> "step";
            case THETA -> "new place";
        };
    }

    private static String matrix(Vec m, int n) {
        return "\\begin{pmatrix}" + IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n).mapToObj(j -> tex(m.get(i * n + j))).collect(Collectors.joining("&")))
                .collect(Collectors.joining("\\\\")) + "\\end{pmatrix}";
    }

    /** The lines of the caption: each coordinate's numbers, or what a search tried. */
    private static List<String> formulas(Frame frame, Update update, Account.Stage stage, List<Integer> coordinates) {
        if (!stage.trials().isEmpty()) {
            return tried(update.account(), stage);
        }
        if (stage.after().size() > 1 && !stage.isVector()) {
            int n = (int) Math.rint(Math.sqrt(stage.after().size()));
            return n <= COORDINATES ? List.of(stage.latex() + " = " + matrix(stage.after(), n)) : List.of();
        }
        if (!stage.isFormula()) {
            return List.of();
        }
        List<Integer> shown = stage.isVector() ? coordinates : List.of(0);
        return shown.stream().map(i -> named(frame, stage, i) + " = " + stage.numbers(i, UpdatePainter::tex) + " = "
                + tex(stage.after().get(stage.isVector() ? i : 0)))
                .toList();
    }

    /** A number in a formula, without zeros at its end: 0.9. */
    static String tex(double value) {
        String text = Numbers.brief(value).replace(Numbers.MINUS, '-').replace("\u221e", "\\infty");
        int e = text.indexOf('e');
        String digits = e < 0 ? text : text.substring(0, e).replaceAll("\\.0$", "");
        return e < 0 ? text : (digits.equals("1") ? "" : digits.equals("-1") ? "-" : digits + " \\cdot ") + "10^{" + text.substring(e + 1) + "}";
    }

    private static String named(Frame frame, Account.Stage stage, int i) {
        boolean one = !stage.isVector() || frame.scene().objective().dimension() == 1;
        return one ? stage.latex() : "\\left(" + stage.latex() + "\\right)_{" + TableColumns.head(frame, i) + "}";
    }

    /** The first places, the one that was taken, and the last. */
    static List<String> tried(Account account, Account.Stage stage) {
        List<Account.Trial> trials = stage.trials();
        int taken = account.taken(stage).orElse(-1);
        int last = trials.size() - 1;
        boolean room = taken <= 1 || taken == last;
        return IntStream.range(0, trials.size()).filter(i -> i == 0 || i == 1 && room || i == taken || i == last)
                .mapToObj(i -> (i + 1) + ".\\quad " + stage.cost(place(trials.get(i).theta())) + " = " + tex(trials.get(i).value())
                        + (i == taken ? "\\quad\\mathrm{taken}" : ""))
                .toList();
    }

    private static String place(Vec theta) {
        return theta.size() <= COORDINATES ? IntStream.range(0, theta.size()).mapToObj(i -> tex(theta.get(i))).collect(Collectors.joining(",\\,"))
                : "\\theta";
    }

    private static double captionHeight(Ink ink, Frame frame, Update update, Account.Stage stage, double width, List<Integer> coordinates,
            boolean words) {
        double height = ink.px(10);
        for (String formula : formulas(frame, update, stage, coordinates)) {
            Typeset set = Typeset.of(formula);
            double size = set.fit(ink.px(words ? NUMBERS : SMALLER_NUMBERS), width);
            height += set.height(size) + set.depth(size) + ink.px(7);
        }
        return height + (words ? ink.px(LINE) * Notice.wrap(stage.words(), Face.REGULAR, ink.px(Ink.DETAIL), width).size() + ink.px(4) : 0);
    }

    private static void paintCaption(Ink ink, Frame frame, Layout layout, Update update, Account.Stage stage) {
        Rectangle2D room = layout.caption;
        double y = room.getY() + ink.px(6);
        if (layout.words) {
            for (String line : Notice.wrap(stage.words(), Face.REGULAR, ink.px(Ink.DETAIL), room.getWidth())) {
                ink.text(line, Face.REGULAR, Ink.DETAIL, ink.theme().muted(), room.getX(), y + ink.px(12), 0);
                y += ink.px(LINE);
            }
            y += ink.px(4);
        }
        for (String formula : formulas(frame, update, stage, coordinates(frame, update))) {
            Typeset set = Typeset.of(formula);
            double size = set.fit(ink.px(layout.words ? NUMBERS : SMALLER_NUMBERS), room.getWidth());
            double height = set.height(size) + set.depth(size) + ink.px(7);
            if (y + height > room.getMaxY() + 1) {
                return;
            }
            set.paintAround(ink, size / ink.style().scale(), ink.theme().text(), room.getX() - set.left(size), y + height / 2, 0);
            y += height;
        }
    }

    @Override
    public Optional<UnaryOperator<Experiment>> click(Point2D point, Rectangle2D area, Frame frame) {
        Optional<Update> update = Update.isAtHand(frame, style) ? Update.of(frame, memo) : Optional.empty();
        return update.flatMap(u -> {
            Layout layout = layout(new Ink(new OutlineGraphics(), style), area, frame, u);
            int active = frame.experiment().look().focus().update();
            return IntStream.range(0, layout.rows.size()).filter(i -> layout.rows.get(i).contains(point)).boxed().findFirst()
                    .map(i -> e -> e.withLook(e.look().withFocus(e.look().focus().withUpdate(active == i + 1 ? 0 : i + 1))));
        });
    }

    @Override
    public String detail(Frame frame) {
        return Update.track(frame).filter(t -> t.trajectory().last() > 0).map(track -> {
            int step = Update.step(frame, track);
            String told = frame.experiment().maximise() ? ", shown \u2212J to climb" : frame.experiment().noise() > 0 ? ", with noise"
                    : track.run().batch() > 0 ? ", on its batch" : "";
            return track.name() + ", step " + Numbers.whole(step) + " to " + Numbers.whole(step + 1L) + told;
        }).orElse("");
    }
}
