package thalweg.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import thalweg.paint.Lettering;

/** PDF files by PDFBox: lines as paths, letters as text with its fonts, formulas as paths, maps and surfaces as images without loss. */
final class Pdf {
    /** Points in a unit of 1/96 inch. */
    static final double POINTS = 0.75;
    /** The longest side of a page in points that every reader takes (ISO 32000-1, annex C). */
    static final int LONGEST = 14_400;

    private Pdf() {
    }

    /** A document of many pages while it is being made; closed by its maker. */
    static final class Book implements AutoCloseable {
        private final PDDocument document = new PDDocument();
        private final PdfLetters letters = new PdfLetters(document);

        Book(String title) {
            document.setDocumentId(1L);                    // else the time of day goes into the file
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setCreator("Thalweg");
        }

        /** Adds a page, drawn from (0, 0) on; sizes as for {@link Pdf#write}. */
        void page(int width, int height, Consumer<Graphics2D> painting) throws IOException {
            add(document, letters, width, height, painting);
        }

        void save(OutputStream out) throws IOException {
            document.save(out);
        }

        @Override
        public void close() throws IOException {
            document.close();
        }
    }

    private static void add(PDDocument document, PdfLetters letters, int width, int height, Consumer<Graphics2D> painting) throws IOException {
        float w = (float) (width * POINTS);
        float h = (float) (height * POINTS);
        PDPage page = new PDPage(new PDRectangle(w, h));
        document.addPage(page);
        PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, w, h);
        g.setFontTextDrawer(letters);
        g.setRenderingHint(Lettering.KEY, letters);
        g.scale(POINTS, POINTS);
        painting.accept(g);
        g.dispose();
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawForm(g.getXFormObject());
        }
    }

    /**
     * Writes a drawing; parameters as for SVG.
     *
     * @throws IllegalArgumentException for a side longer than a page can be
     */
    static void write(int width, int height, Caption caption, String experiment, Consumer<Graphics2D> painting, OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);                    // else the time of day goes into the file
            add(document, new PdfLetters(document), width, height, painting);
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle(caption.title());
            information.setSubject(caption.description());
            information.setCreator("Thalweg");
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(Xmp.packet(caption.title(), experiment));   // not packed, so that it can be found by its first line
            document.getDocumentCatalog().setMetadata(metadata);
            document.save(out);
        }
    }
}
