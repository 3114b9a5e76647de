package thalweg.paint;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.DefaultTeXFontParser;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * A formula, or a line of words with formulas in it, set once as outlines and painted at any size.
 *
 * <p>Never throws at painters: LaTeX that cannot be read is shown as it was written.
 */
public final class Typeset {
    /** How much larger formulas are set than the words beside them: their letters are smaller for the same size. */
    public static final double BESIDE_WORDS = 4.0 / 3;

    /** Spaces that TeX gives in points, such as that behind an exponent, are right at this size; all others grow with the letters. */
    private static final float USUAL = 18;
    private static final int LONGEST = 10_000;
    /** Behind the last piece of an outline in a file. */
    private static final int END = -1;
    /** Between the lines of a broken formula. */
    private static final double LEADING = 0.45;
    private static final Kept<String, Typeset> FORMULAS = new Kept<>(500, Typeset::set);
    private static final Kept<Broken, Typeset> BROKEN = new Kept<>(100, Typeset::broken);
    private static final Kept<String, Typeset> LINES = new Kept<>(500, Typeset::setLine);

    static {
        DefaultTeXFontParser.registerFonts(false);                // nobody asks for them by name, and AWT would first read every font of the machine
    }

    private final Path2D outline;
    private final double width;
    private final double height;
    private final double depth;

    private Typeset(Path2D outline, double width, double height, double depth) {
        this.outline = outline;
        this.width = width;
        this.height = height;
        this.depth = depth;
    }

    /** A formula in LaTeX, without dollars, in display style. */
    public static Typeset of(String latex) {
        return FORMULAS.get(latex);
    }

    /** Reads the fonts of formulas, so that nobody waits for them later. */
    public static void readFonts() {
        tex("J");
    }

    /** A formula broken before its signs into lines no wider than {@code room}, as {@link #of} if it fits: in units of its size. */
    public static Typeset within(String latex, double room) {
        Typeset line = of(latex);
        return line.width <= room ? line : BROKEN.get(new Broken(latex, room));
    }

    private record Broken(String latex, double room) {
    }

    /** Words with formulas between dollars: {@code cost against $\theta_1$}; sizes given are those of the words. */
    public static Typeset line(String text) {
        return LINES.get(text);
    }

    public double width(double size) {
        return width * size;
    }

    /** Extent above the baseline. */
    public double height(double size) {
        return height * size;
    }

    /** Extent below the baseline. */
    public double depth(double size) {
        return depth * size;
    }

    /** Where its first letter begins: 0 but for tables, which LaTeX indents. */
    public double left(double size) {
        return outline.getCurrentPoint() == null ? 0 : outline.getBounds2D().getMinX() * size;
    }

    /** Size at most {@code size} at which it is no wider than {@code room}. */
    public double fit(double size, double room) {
        return width * size <= room ? size : room / width;
    }

    /**
     * Paints it.
     *
     * @param size at scale 1
     * @param x of its left end for anchor 0, its middle for 0.5, its right end for 1
     * @param y of the baseline
     */
    public void paint(Ink ink, double size, Color colour, double x, double y, double anchor) {
        double px = ink.px(size);
        AffineTransform t = AffineTransform.getTranslateInstance(x - anchor * width * px, ink.snapped(y));
        t.scale(px, px);
        ink.fill(colour, t.createTransformedShape(outline));
    }

    /** Paints it with its box, from the top of its tallest to the bottom of its deepest letter, centred on y. */
    public void paintAround(Ink ink, double size, Color colour, double x, double y, double anchor) {
        paint(ink, size, colour, x, y + ink.px(size) * (height - depth) / 2, anchor);
    }

    private static Typeset set(String latex) {
        if (latex.length() > LONGEST) {
            return words(latex.substring(0, 100));
        }
        try {
            return Formulary.of(latex).orElseGet(() -> tex(latex));
        } catch (RuntimeException | StackOverflowError e) {       // whatever the parser meets: a picture must not fail for a formula
            return words(latex);
        }
    }

    /** The library keeps state in static fields, so one formula at a time is set. */
    private static Typeset tex(String latex) {
        synchronized (FORMULAS) {
            Box box = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, USUAL).getBox();
            OutlineGraphics g = new OutlineGraphics();
            box.draw(g, 0, 0);
            Path2D outline = g.outline();
            Rectangle2D ink = outline.getBounds2D();
            return new Typeset(outline, box.getWidth(), Math.max(0, -ink.getMinY()), Math.max(0, ink.getMaxY()));
        }
    }

    /** The formulas set so far, as many of them as are kept. */
    static Map<String, Typeset> soFar() {
        return FORMULAS.all();
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(width);
        out.writeDouble(height);
        out.writeDouble(depth);
        out.writeByte(outline.getWindingRule());
        double[] at = new double[6];
        for (PathIterator i = outline.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(at);
            out.writeByte(kind);
            for (int k = 0; k < numbers(kind); k++) {
                out.writeDouble(at[k]);
            }
        }
        out.writeByte(END);
    }

    static Typeset read(DataInput in) throws IOException {
        double width = in.readDouble();
        double height = in.readDouble();
        double depth = in.readDouble();
        Path2D outline = new Path2D.Double(in.readByte());
        double[] at = new double[6];
        for (byte kind = in.readByte(); kind != END; kind = in.readByte()) {
            for (int k = 0; k < numbers(kind); k++) {
                at[k] = in.readDouble();
            }
            switch (kind) {
                case PathIterator.SEG_MOVETO -> outline.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> outline.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> outline.quadTo(at[0], at[1], at[2], at[3]);
                case PathIterator.SEG_CUBICTO -> outline.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> outline.closePath();
            }
        }
        return new Typeset(outline, width, height, depth);
    }

    /** Coordinates of a piece of an outline. */
    private static int numbers(int kind) {
        return switch (kind) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            default -> 0;
        };
    }

    private static Typeset broken(Broken wanted) {
        List<Typeset> lines = FormulaLines.of(wanted.latex, wanted.room).stream().map(Typeset::of).toList();
        double widest = lines.stream().mapToDouble(line -> line.width).max().orElse(0);
        Path2D outline = new Path2D.Double();
        double y = 0;
        for (int i = 0; i < lines.size(); i++) {
            Typeset line = lines.get(i);
            y += i == 0 ? 0 : lines.get(i - 1).depth + LEADING + line.height;
            outline.append(AffineTransform.getTranslateInstance((widest - line.width) / 2, y).createTransformedShape(line.outline), false);
        }
        return new Typeset(outline, widest, lines.getFirst().height, y + lines.getLast().depth);
    }

    private static Typeset words(String text) {
        return new Typeset(new Path2D.Double(Face.REGULAR.outline(text, 1)), Face.REGULAR.width(text, 1), Face.capHeight(1), 0.2);
    }

    private static Typeset setLine(String text) {
        String[] parts = text.split("\\$", -1);
        if (parts.length % 2 == 0) {
            return words(text);
        }
        Path2D outline = new Path2D.Double();
        double x = 0;
        double height = 0;
        double depth = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                Typeset part = i % 2 == 0 ? words(parts[i]) : of(parts[i]);
                double size = i % 2 == 0 ? 1 : BESIDE_WORDS;
                AffineTransform t = AffineTransform.getTranslateInstance(x, 0);
                t.scale(size, size);
                outline.append(t.createTransformedShape(part.outline), false);
                x += part.width * size;
                height = Math.max(height, part.height * size);
                depth = Math.max(depth, part.depth * size);
            }
        }
        return new Typeset(outline, x, height, depth);
    }
}
