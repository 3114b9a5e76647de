package thalweg.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Experiments in XML: as an XMP packet (ISO 16684-1), which PDF and MP4 carry, and as an element in the metadata of an SVG file.
 *
 * <p>Decision: a packet in a PDF file is found by looking for its first and last line, for which the standard made them, instead of by
 * reading the PDF: files come from anywhere, and nothing in them is unpacked or followed. Price: a program that packs the metadata of a
 * PDF hides the experiment.
 */
final class Xmp {
    /** The namespace of the one element that this program reads. */
    static final String NAMESPACE = "https://thalweg.org/ns/experiment/1.0/";
    static final String ELEMENT = "experiment";

    private static final byte[] BEGIN = "<?xpacket begin".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "<?xpacket end".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_EVENTS = 20_000_000;

    private Xmp() {
    }

    /**
     * A packet with an experiment.
     *
     * @param title what the picture shows, in a line
     * @param experiment as {@link Carried#text} gives it
     */
    static byte[] packet(String title, String experiment) {
        String packet = """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:thalweg="%s">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <xmp:CreatorTool>Thalweg</xmp:CreatorTool>
                <thalweg:%s>%s</thalweg:%s>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>""".formatted(NAMESPACE, escaped(title), ELEMENT, experiment, ELEMENT);
        return packet.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The experiment in the last packet of a file that has one. */
    static Optional<String> scan(InputStream file) throws IOException {
        Optional<String> found = Optional.empty();
        while (skipTo(file, BEGIN, Integer.MAX_VALUE).isPresent()) {
            Optional<byte[]> packet = skipTo(file, END, Carried.LONGEST);
            if (packet.isPresent()) {
                Optional<String> text = packetText(packet.get());
                found = text.isPresent() ? text : found;
            }
        }
        return found;
    }

    /** The experiment in the bytes of a packet that stands alone. */
    static Optional<String> packetText(byte[] bytes) throws IOException {
        int from = 0;
        while (from < bytes.length && bytes[from] != '<' || from + 1 < bytes.length && bytes[from + 1] == '?') {
            from++;                                        // the rest of the first line, which no reader of XML takes twice
        }
        return text(new ByteArrayInputStream(bytes, Math.min(from, bytes.length), Math.max(0, bytes.length - from)));
    }

    /**
     * The bytes up to a mark, which is read too; empty if the file ends, or the mark has not come after so many bytes.
     *
     * @param most bytes kept, or {@code Integer.MAX_VALUE} to go on to the end and keep none
     */
    static Optional<byte[]> skipTo(InputStream file, byte[] mark, int most) throws IOException {
        byte[] kept = new byte[1024];
        int length = 0;
        int matched = 0;
        for (int b = file.read(); b >= 0; b = file.read()) {
            matched = b == mark[matched] ? matched + 1 : b == mark[0] ? 1 : 0;
            if (matched == mark.length) {
                return Optional.of(Arrays.copyOf(kept, Math.max(0, length - mark.length + 1)));
            }
            if (most != Integer.MAX_VALUE) {
                if (length == most) {
                    return Optional.empty();
                }
                kept = length < kept.length ? kept : Arrays.copyOf(kept, Math.min(most, 2 * length));
                kept[length++] = (byte) b;
            }
        }
        return Optional.empty();
    }

    /**
     * The experiment in an XML document. No document type is read, no entity and no address followed.
     *
     * @throws IOException if it is no XML, or damaged before the experiment is found
     */
    static Optional<String> text(InputStream document) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(document);
            for (int n = 0; n < MOST_EVENTS && reader.hasNext(); n++) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && ELEMENT.equals(reader.getLocalName())
                        && NAMESPACE.equals(reader.getNamespaceURI())) {
                    return Optional.of(content(reader));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            String message = String.valueOf(e.getMessage()).replaceFirst("(?s)^.*Message: ", "").strip();
            throw new IOException(e.getLocation() == null ? "it is damaged: " + message : "it is damaged at line "
                    + e.getLocation().getLineNumber() + ", column " + e.getLocation().getColumnNumber() + ": " + message, e);
        }
    }

    private static String content(XMLStreamReader reader) throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.hasText() && reader.getEventType() != XMLStreamConstants.COMMENT) {
                text.append(reader.getText());
            }
            if (text.length() > Carried.LONGEST) {
                throw new IOException("its text is longer than " + Carried.LONGEST + " characters, the most that is accepted");
            }
        }
        return text.toString().strip();
    }
}
