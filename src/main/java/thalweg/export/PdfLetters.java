package thalweg.export;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import thalweg.paint.Face;
import thalweg.paint.Lettering;

/**
 * Letters of a PDF as text in the fonts that travel with the program, of which the letters in use are embedded. Each letter stands where the
 * painters' own outlines have it, by the distances of {@link Face#starts}.
 */
final class PdfLetters implements Lettering, IPdfBoxGraphics2DFontTextDrawer {
    /** Differences of place that nobody sees, in thousandths of an em. */
    private static final double FINE = 0.05;

    private final PDDocument document;
    private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);

    PdfLetters(PDDocument document) {
        this.document = document;
    }

    /** Carries the letters through the graphics to where they are drawn. */
    private static final class Carrier extends AttributedCharacterIterator.Attribute {
        private static final long serialVersionUID = 1;
        static final Carrier LETTERS = new Carrier();

        private Carrier() {
            super("letters");
        }
    }

    @Override
    public boolean write(Graphics2D g, Color colour, Letters letters) {
        if (letters.text().isEmpty() || !letters.face().has(letters.text())) {
            return letters.text().isEmpty();
        }
        AttributedString text = new AttributedString(letters.text());
        text.addAttribute(Carrier.LETTERS, letters);
        AffineTransform before = g.getTransform();
        g.setColor(colour);
        g.transform(letters.at());
        g.drawString(text.getIterator(), 0, 0);
        g.setTransform(before);
        return true;
    }

    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv to) {
        return text.getAttribute(Carrier.LETTERS) != null;
    }

    @Override
    public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv to) throws IOException {
        Letters letters = (Letters) text.getAttribute(Carrier.LETTERS);
        PDType0Font font = font(letters.face());
        PDPageContentStream stream = to.getContentStream();
        stream.beginText();
        stream.setTextMatrix(new Matrix(1, 0, 0, -1, 0, 0));      // y grows downward here, letters stand upright
        stream.setFont(font, (float) letters.size());
        to.applyPaint(to.getPaint(), null);
        stream.showTextWithPositioning(spaced(letters.text(), letters.face().starts(letters.text()), font));
        stream.endText();
    }

    /** Pieces of text with, between them, how far the next one moves to the left in thousandths of an em. */
    private static Object[] spaced(String text, double[] starts, PDType0Font font) throws IOException {
        List<Object> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        double at = starts[0];
        for (int i = 0; i < text.length(); i++) {
            piece.append(text.charAt(i));
            at += font.getStringWidth(text.substring(i, i + 1)) / 1000;
            double left = 1000 * (at - starts[i + 1]);
            boolean moves = Math.abs(left) > FINE;
            if (moves || text.charAt(i) == 'f') {                 // no ligature begins there, for the outlines have none
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            if (moves) {
                pieces.add((float) left);
                at = starts[i + 1];
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces.toArray();
    }

    private PDType0Font font(Face face) throws IOException {
        PDType0Font known = fonts.get(face);
        if (known == null) {
            try (InputStream in = face.file()) {
                known = PDType0Font.load(document, in, true);
            }
            fonts.put(face, known);
        }
        return known;
    }

    @Override
    public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv to) {
        return to.getCalculationGraphics().getFontMetrics(font);
    }
}
