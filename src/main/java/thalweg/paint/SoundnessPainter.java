package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thalweg.experiment.Frame;
import thalweg.slice.Finding;
import thalweg.slice.Finding.Level;
import thalweg.slice.Soundness;

/**
 * "Is my plot right?": what was found when the picture of a slice was checked, the worst first, in words with the numbers beside; and where
 * directions are random, the same slice along those of other draws.
 */
public record SoundnessPainter(Style style, Memo memo) implements Plot {
    private static final double PAD = 14;
    private static final double LINE = 19;
    private static final double SMALL_LINE = 17;
    private static final double GAP = 10;
    private static final double ICON = 7;
    /** From here on numbers stand beside the words instead of below. */
    private static final double WIDE = 520;
    private static final double WORDS = 0.56;

    /**
     * A finding as it is set.
     *
     * @param words its lines
     * @param figures the lines of its numbers; none where room is short
     */
    private record Entry(Finding finding, List<String> words, List<String> figures) {
        double height(Ink ink, boolean wide) {
            double words = this.words.size() * ink.px(LINE);
            double numbers = figures.size() * ink.px(SMALL_LINE);
            return (wide ? Math.max(words, numbers) : words + numbers) + ink.px(GAP);
        }
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            if (frame.soundness().isEmpty()) {
                Notice.paint(ink, area, "The picture is being checked against what it was made of.");
            } else {
                paint(ink, area, frame, frame.soundness().get());
            }
        });
    }

    private void paint(Ink ink, Rectangle2D area, Frame frame, Soundness soundness) {
        double left = area.getX() + ink.px(PAD + 2 * ICON + 10);
        double right = area.getMaxX() - ink.px(PAD);
        boolean wide = right - left >= ink.px(WIDE);
        double words = wide ? (right - left) * WORDS : right - left;
        double numbers = wide ? (right - left) * (1 - WORDS) - ink.px(2 * GAP) : right - left;
        double room = area.getHeight() - ink.px(GAP);
        List<Finding> all = soundness.worstFirst();
        boolean strip = !soundness.draws().isEmpty();
        List<Entry> entries = entries(ink, all, words, numbers, true);
        if (height(ink, entries, wide) + (strip ? ink.px(DrawStrip.HEIGHT + GAP) : 0) > room) {
            strip = strip && height(ink, entries(ink, all, words, numbers, false), wide) + ink.px(DrawStrip.HEIGHT + GAP) <= room;
            entries = height(ink, entries, wide) + (strip ? ink.px(DrawStrip.HEIGHT + GAP) : 0) <= room ? entries
                    : entries(ink, all, words, numbers, false);
        }
        double y = area.getY() + ink.px(GAP / 2);
        double end = area.getMaxY() - (strip ? ink.px(DrawStrip.HEIGHT + GAP) : 0);
        for (int k = 0; k < entries.size(); k++) {
            Entry entry = entries.get(k);
            double below = k == entries.size() - 1 ? 0 : ink.px(LINE);
            if (y + entry.height(ink, wide) + below > end + ink.px(GAP)) {
                int more = entries.size() - k;
                ink.textAround("and " + more + " more; a larger tile shows " + (more == 1 ? "it" : "them"), Face.REGULAR, Ink.DETAIL,
                        ink.theme().muted(), left, y + ink.px(LINE / 2), 0);
                break;
            }
            paintEntry(ink, entry, left, y, wide ? left + words + ink.px(2 * GAP) : left, wide);
            y += entry.height(ink, wide);
            if (below > 0) {
                ink.hairline(ink.theme().hairline(), left, y - ink.px(GAP / 2), right, y - ink.px(GAP / 2));
            }
        }
        if (strip) {
            DrawStrip.paint(ink, new Rectangle2D.Double(left, y + ink.px(GAP / 2), right - left,
                    ink.px(DrawStrip.HEIGHT)), frame, soundness.draws());
        }
    }

    private static double height(Ink ink, List<Entry> entries, boolean wide) {
        return entries.stream().mapToDouble(e -> e.height(ink, wide)).sum();
    }

    /** All findings as they are set; those that are fine without their numbers where room is short. */
    private static List<Entry> entries(Ink ink, List<Finding> findings, double words, double numbers, boolean all) {
        return findings.stream().map(f -> new Entry(f, Notice.wrap(f.words(), face(f), ink.px(Ink.BODY), words),
                all || f.level() != Level.FINE ? figures(ink, f, numbers) : List.of())).toList();
    }

    private static Face face(Finding finding) {
        return finding.level() == Level.FINE ? Face.REGULAR : Face.MEDIUM;
    }

    /** The numbers in lines, never broken within one. */
    private static List<String> figures(Ink ink, Finding finding, double room) {
        List<String> lines = new ArrayList<>();
        for (Finding.Figure figure : finding.figures()) {
            String text = figure.name() + "\u2002" + number(figure);
            String longer = lines.isEmpty() ? text : lines.getLast() + "\u2003" + text;
            if (!lines.isEmpty() && ink.width(longer, Face.REGULAR, Ink.DETAIL) <= room) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(text);
            }
        }
        return lines;
    }

    /** A number as it is shown: {@code 83 %}. */
    public static String number(Finding.Figure figure) {
        return Double.isNaN(figure.value()) ? "\u2013" : switch (figure.unit()) {
            case NUMBER -> Numbers.of(figure.value());
            case COUNT -> Numbers.whole(Math.round(figure.value()));
            case PART -> Numbers.fixed(100 * figure.value(), figure.value() < 0.1 ? 1 : 0) + "\u2009%";
            case DEGREES -> Numbers.fixed(figure.value(), 0) + "\u00b0";
        };
    }

    private static void paintEntry(Ink ink, Entry entry, double left, double top, double numbersAt, boolean wide) {
        double y = top + ink.px(LINE / 2);
        paintIcon(ink, entry.finding.level(), left - ink.px(ICON + 10), y);
        for (String line : entry.words) {
            ink.textAround(line, face(entry.finding), Ink.BODY, ink.theme().text(), left, y, 0);
            y += ink.px(LINE);
        }
        double at = wide ? top + ink.px(LINE / 2) : y - ink.px((LINE - SMALL_LINE) / 2);
        for (String line : entry.figures) {
            ink.textAround(line, Face.REGULAR, Ink.DETAIL, ink.theme().muted(), numbersAt, at, 0);
            at += ink.px(SMALL_LINE);
        }
    }

    /** A tick, a triangle, or a filled circle with a cross: told apart without colour. */
    static void paintIcon(Ink ink, Level level, double x, double y) {
        double r = ink.px(ICON);
        Path2D sign = new Path2D.Double();
        switch (level) {
            case FINE -> {
                sign.moveTo(x - 0.6 * r, y + 0.05 * r);
                sign.lineTo(x - 0.15 * r, y + 0.5 * r);
                sign.lineTo(x + 0.65 * r, y - 0.5 * r);
                ink.stroke(ink.theme().done(), 2, sign);
            }
            case CAUTION -> {
                sign.moveTo(x, y - r);
                sign.lineTo(x + 1.05 * r, y + 0.85 * r);
                sign.lineTo(x - 1.05 * r, y + 0.85 * r);
                sign.closePath();
                ink.stroke(colour(ink.theme(), level), 1.6, sign);
                ink.stroke(colour(ink.theme(), level), 1.6, new Line2D.Double(x, y - 0.35 * r, x, y + 0.22 * r));
                ink.fill(colour(ink.theme(), level), Ink.circle(x, y + 0.52 * r, ink.px(0.95)));
            }
            case WRONG -> {
                ink.fill(ink.theme().danger(), Ink.circle(x, y, r));
                sign.moveTo(x - 0.4 * r, y - 0.4 * r);
                sign.lineTo(x + 0.4 * r, y + 0.4 * r);
                sign.moveTo(x + 0.4 * r, y - 0.4 * r);
                sign.lineTo(x - 0.4 * r, y + 0.4 * r);
                ink.stroke(ink.theme().canvas(), 1.8, sign);
            }
        }
    }

    /** What stands for a level: green, amber that is dark enough for lines, red. */
    private static Color colour(Theme theme, Level level) {
        return switch (level) {
            case FINE -> theme.done();
            case CAUTION -> theme.isDark() ? new Color(0xd29922) : new Color(0x9a6700);
            case WRONG -> theme.danger();
        };
    }

    @Override
    public String title(Frame frame, String label) {
        return "Is my plot right?";
    }

    @Override
    public String detail(Frame frame) {
        return frame.soundness().map(SoundnessPainter::summary).orElse("being checked");
    }

    /** How many findings are how bad: {@code 1 wrong, 2 to keep in mind, 4 fine}. */
    public static String summary(Soundness soundness) {
        return Stream.of(Level.WRONG, Level.CAUTION, Level.FINE).map(level -> {
            long n = soundness.findings().stream().filter(f -> f.level() == level).count();
            return n == 0 ? "" : n + switch (level) {
                case WRONG -> n == 1 ? " misleads" : " mislead";
                case CAUTION -> " to keep in mind";
                case FINE -> " fine";
            };
        }).filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
    }
}
