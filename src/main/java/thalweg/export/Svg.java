package thalweg.export;

import java.awt.Dimension;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.awt.Graphics2D;
import java.awt.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import thalweg.paint.Lettering;

/**
 * SVG files (SVG 1.1) by Batik: lines and letters as paths, maps and surfaces as PNG images inside; over the paths of letters the same as text
 * that is not seen, to be found and selected.
 */
final class Svg {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    /** Decimals of a coordinate: a hundredth of a pixel cannot be seen, a thousandth cannot when zoomed ten times. */
    private static final int DECIMALS = 3;

    private Svg() {
    }

    /**
     * Writes a drawing.
     *
     * @param width in units of 1/96 inch
     * @param height likewise
     * @param caption what it shows in words, for readers that cannot see it
     * @param experiment as {@link Carried#text} gives it
     * @param painting draws it, from (0, 0) on
     */
    static void write(int width, int height, Caption caption, String experiment, Consumer<Graphics2D> painting, OutputStream out)
            throws IOException {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("Written by Thalweg");
        context.setPrecision(DECIMALS);
        context.setImageHandler(new Embedded());
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new Dimension(width, height));
        Element words = document.createElementNS(SVG, "g");
        words.setAttributeNS(null, "fill", "none");
        words.setAttributeNS(null, "stroke", "none");
        words.setAttributeNS(null, "pointer-events", "all");
        words.setAttributeNS(null, "font-family", "'IBM Plex Sans', sans-serif");
        g.setRenderingHint(Lettering.KEY, (Lettering) (to, _, letters) -> {
            word(words, to.getTransform(), letters);
            return false;
        });
        painting.accept(g);
        Element root = g.getRoot();
        root.appendChild(words);
        root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
        root.setAttributeNS(null, "role", "img");
        Element metadata = document.createElementNS(SVG, "metadata");
        Element carried = document.createElementNS(Xmp.NAMESPACE, "thalweg:" + Xmp.ELEMENT);
        carried.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:thalweg", Xmp.NAMESPACE);
        carried.setTextContent(experiment);
        metadata.appendChild(carried);
        root.insertBefore(metadata, root.getFirstChild());
        root.insertBefore(text(document, "desc", caption.description()), root.getFirstChild());
        root.insertBefore(text(document, "title", caption.title()), root.getFirstChild());
        StringWriter text = new StringWriter();
        g.stream(root, text, false, false);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writer.append(text.getBuffer(), text.getBuffer().indexOf("<svg"), text.getBuffer().length());   // no document type, which some readers fetch
        writer.flush();
    }

    /** A line of letters that is not seen, as long as the one of paths below it. */
    private static void word(Element words, AffineTransform to, Lettering.Letters letters) {
        if (letters.text().isBlank()) {
            return;
        }
        AffineTransform at = new AffineTransform(to);
        at.concatenate(letters.at());
        double[] m = new double[6];
        at.getMatrix(m);
        Element word = text(words.getOwnerDocument(), "text", letters.text());
        word.setAttributeNS(null, "transform",
                Arrays.stream(m).mapToObj(v -> Float.toString((float) v)).collect(Collectors.joining(" ", "matrix(", ")")));
        word.setAttributeNS(null, "font-size", Float.toString((float) letters.size()));
        word.setAttributeNS(null, "textLength", Float.toString((float) letters.face().width(letters.text(), letters.size())));
        words.appendChild(word);
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java's own XML builder cannot be made", e);
        }
    }

    private static Element text(Document document, String name, String text) {
        Element element = document.createElementNS(SVG, name);
        element.setTextContent(text.replaceAll("[^\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\ufffd"));   // XML 1.0, 2.2
        return element;
    }

    /** Puts images into the file itself; Batik's own class needs a further library for that. */
    private static final class Embedded extends DefaultImageHandler {
        @Override
        protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
            BufferedImage pixels = new BufferedImage(image.getWidth(null), image.getHeight(null), BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = pixels.createGraphics();
            g.drawImage(image, 0, 0, null);
            g.dispose();
            put(pixels, element);
        }

        @Override
        protected void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context) {
            if (image instanceof BufferedImage pixels) {
                put(pixels, element);
            } else {
                throw new IllegalArgumentException("an image of kind " + image.getClass().getName() + " cannot be embedded");
            }
        }

        @Override
        protected void handleHREF(RenderableImage image, Element element, SVGGeneratorContext context) {
            throw new IllegalArgumentException("an image of kind " + image.getClass().getName() + " cannot be embedded");
        }

        private static void put(BufferedImage pixels, Element element) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                Png.write(pixels, Map.of(), (int) Png.PIXELS_PER_METRE, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            element.setAttributeNS(null, "image-rendering", "auto");       // smooth when seen large
            element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray()));
        }
    }
}
