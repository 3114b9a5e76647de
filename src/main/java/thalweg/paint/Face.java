package thalweg.paint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The three weights of IBM Plex Sans that travel with the program, as outlines, so that every machine draws the same letters. */
public enum Face {
    REGULAR, MEDIUM, SEMIBOLD;

    private static final double EM = 1000;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Font font;
    private final Kept<String, Line> lines = new Kept<>(1500, this::make);

    Face() {
        try (InputStream in = file()) {
            font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON))
                    .deriveFont((float) EM);
        } catch (IOException e) {
            throw new UncheckedIOException("the font that travels with the program cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font that travels with the program is damaged", e);
        }
    }

    /** The file of the font, TrueType. */
    public InputStream file() {
        String name = switch (ordinal()) {
            case 0 -> "Regular";
            case 1 -> "Medium";
            default -> "SemiBold";
        };
        return Face.class.getResourceAsStream("fonts/IBMPlexSans-" + name + ".ttf");
    }

    /** Whether every letter of a text is in the font, each for itself: where not, a machine's own font helps out, which no file carries. */
    public boolean has(String text) {
        return font.canDisplayUpTo(text) < 0 && text.codePoints().allMatch(c -> Character.charCount(c) == 1
                && Character.getType(c) != Character.NON_SPACING_MARK);
    }

    /** Where each letter of a text that the font {@link #has} begins at one unit per em, and at last where the text ends. */
    public double[] starts(String text) {
        GlyphVector glyphs = font.layoutGlyphVector(CONTEXT, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        double[] starts = new double[glyphs.getNumGlyphs() + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = glyphs.getGlyphPosition(i).getX() / EM;
        }
        return starts;
    }

    /** Letters at a size, baseline from (0, 0) to the right. */
    public Shape outline(String text, double size) {
        return AffineTransform.getScaleInstance(size, size).createTransformedShape(lines.get(text).outline);
    }

    /** How far a text advances at a size. */
    public double width(String text, double size) {
        return lines.get(text).advance * size;
    }

    /** Height of a capital or a digit at a size; half of it below the middle is where a baseline centres a text. */
    public static double capHeight(double size) {
        return 0.698 * size;
    }

    /** Longest beginning of a text, with an ellipsis if anything is missing, that fits a width. */
    public String fit(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).stripTrailing() + "\u2026", size) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return end == 0 ? "" : text.substring(0, end).stripTrailing() + "\u2026";
    }

    /** A text at one pixel per em. */
    private record Line(Path2D outline, double advance) {
    }

    private Line make(String text) {
        Path2D path = new Path2D.Double();
        double x = 0;
        int at = 0;
        while (at < text.length()) {
            int shown = font.canDisplayUpTo(text.substring(at));
            int end = shown < 0 ? text.length() : at + shown;
            if (end > at) {
                x = append(path, font, text.substring(at, end), x);
                at = end;
            }
            if (at < text.length()) {                             // a letter the bundled font lacks: the machine's own
                end = text.offsetByCodePoints(at, 1);
                x = append(path, new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) EM), text.substring(at, end), x);
                at = end;
            }
        }
        path.transform(AffineTransform.getScaleInstance(1 / EM, 1 / EM));
        return new Line(path, x / EM);
    }

    private static double append(Path2D path, Font font, String text, double x) {
        GlyphVector glyphs = font.layoutGlyphVector(CONTEXT, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        path.append(glyphs.getOutline((float) x, 0), false);
        return x + glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
    }
}
