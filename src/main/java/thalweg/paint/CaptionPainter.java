package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said of a scene, below its picture: the formula, a sentence or two, and at the right the step and the place in the lesson. Sizes are those
 * of a stage of 720, and grow with the style's scale; what would not fit is drawn smaller rather than cut.
 *
 * @param formula in LaTeX; empty for none
 * @param text with formulas between dollars
 * @param step at the right, large
 * @param last number of steps; 0: no steps are told
 * @param place small below it: "3 of 16"
 */
public record CaptionPainter(String formula, String text, int step, int last, String place) {
    /** Height on a stage of 720. */
    public static final double HEIGHT = 184;
    private static final double PAD = 32;
    private static final double FORMULA = 36;
    private static final double TEXT = 27;
    private static final double LEADING = 36;
    private static final double STEP = 60;
    private static final double OF = 30;
    /** 1/28 of the height, the least that the last row can read. */
    private static final double SMALL = 25.8;
    private static final double GAP = 14;
    private static final double SHRINK = 0.96;
    private static final double FORMULA_FIRST = 0.6;
    private static final double LEAST = 0.3;

    /** Paints into an area, with the ground of the bars. */
    public void paint(Graphics2D graphics, Rectangle2D area, Style style) {
        Ink.on(graphics, area, style, ink -> {
            ink.fill(ink.theme().chrome(), area);
            ink.hairline(ink.theme().border(), area.getX(), area.getY(), area.getMaxX(), area.getY());
            double right = paintSteps(ink, area);
            paintWords(ink, new Rectangle2D.Double(area.getX() + ink.px(PAD), area.getY() + ink.px(GAP), right - area.getX() - ink.px(2 * PAD),
                    area.getHeight() - 2 * ink.px(GAP)));
        });
    }

    /** Where a scene stands in its lesson; in the language of pictures, as all that is painted. */
    public static String place(int index, int count) {
        return index + 1 + " of " + count;
    }

    /** Paints steps and place, and returns where they begin. */
    private double paintSteps(Ink ink, Rectangle2D area) {
        double right = area.getMaxX() - ink.px(PAD);
        double bottom = area.getMaxY() - ink.px(24);
        double left = right;
        if (!place.isEmpty()) {
            ink.text(place, Face.REGULAR, SMALL, ink.theme().muted(), right, bottom, 1);
            left = right - ink.width(place, Face.REGULAR, SMALL);
        }
        if (last > 0) {
            double baseline = area.getY() + ink.px(GAP + 70);
            String of = " of " + Numbers.whole(last);
            double ofWidth = ink.width(of, Face.REGULAR, OF);
            ink.text(of, Face.REGULAR, OF, ink.theme().muted(), right, baseline, 1);
            ink.text(Numbers.whole(step), Face.SEMIBOLD, STEP, ink.theme().text(), right - ofWidth, baseline, 1);
            double widest = ink.width("0".repeat(Numbers.whole(last).length()), Face.SEMIBOLD, STEP);   // so that words beside do not move
            ink.text("step", Face.REGULAR, SMALL, ink.theme().muted(), right - ofWidth - widest - ink.px(10), baseline, 1);
            left = Math.min(left, right - ofWidth - widest - ink.px(10) - ink.width("step", Face.REGULAR, SMALL));
        }
        return left;
    }

    private void paintWords(Ink ink, Rectangle2D room) {
        Sizes sizes = new Sizes(1, 1);
        while (sizes.formula > LEAST && height(ink, room.getWidth(), sizes) > room.getHeight()) {
            sizes = sizes.smaller(formula.isEmpty());
        }
        List<String> lines = lines(ink, room.getWidth(), sizes);
        double height = height(ink, room.getWidth(), sizes);
        double y = room.getY() + Math.max(0, (room.getHeight() - height) / 2);
        if (!formula.isEmpty()) {
            Typeset set = Typeset.of(formula);
            double px = formulaSize(ink, set, room.getWidth(), sizes);
            set.paint(ink, px / ink.px(1), ink.theme().text(), room.getX(), y + set.height(px), 0);
            y += set.height(px) + set.depth(px) + (lines.isEmpty() ? 0 : ink.px(GAP * sizes.formula));
        }
        for (String line : lines) {
            Typeset.line(line).paint(ink, TEXT * sizes.text, ink.theme().text(), room.getX(), y + ink.px(TEXT * sizes.text) * 0.95, 0);
            y += ink.px(LEADING * sizes.text);
        }
    }

    /** Factors on the sizes of formula and words: the formula gives way first, because a whole room reads the words. */
    private record Sizes(double formula, double text) {
        Sizes smaller(boolean withoutFormula) {
            boolean both = withoutFormula || formula <= FORMULA_FIRST;
            return new Sizes(formula * SHRINK, both ? text * SHRINK : text);
        }
    }

    private static double formulaSize(Ink ink, Typeset set, double room, Sizes sizes) {
        return set.fit(ink.px(FORMULA * sizes.formula), room);
    }

    private double height(Ink ink, double width, Sizes sizes) {
        double words = lines(ink, width, sizes).size() * ink.px(LEADING * sizes.text);
        if (formula.isEmpty()) {
            return words;
        }
        Typeset set = Typeset.of(formula);
        double px = formulaSize(ink, set, width, sizes);
        return set.height(px) + set.depth(px) + words + (words > 0 ? ink.px(GAP * sizes.formula) : 0);
    }

    private List<String> lines(Ink ink, double width, Sizes sizes) {
        return wrapped(text, width / ink.px(TEXT * sizes.text));
    }

    /** The text broken at blanks outside formulas into lines no wider than a room, which is in units of the letters' size. */
    static List<String> wrapped(String text, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words(text)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && Typeset.line(longer).width(1) > room) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return List.copyOf(lines);
    }

    /** What stands between blanks, where a formula is one word with what touches it. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inFormula = false;
        for (char c : text.strip().toCharArray()) {
            inFormula ^= c == '$';
            if (Character.isWhitespace(c) && !inFormula) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
