package thalweg.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * PNG files with text in them (ISO/IEC 15948, chunks iTXt, zTXt and tEXt).
 *
 * <p>Decision: texts are read by walking the chunks here instead of by ImageIO, because files come from anywhere: nothing but the wanted
 * text is decoded, and every length is limited before it is believed.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String FORMAT = "javax_imageio_png_1.0";
    /** 96 to the inch, the size that screens and word processors take a pixel for. */
    static final double PIXELS_PER_METRE = 96 / 0.0254;
    private static final int MOST_CHUNKS = 1_000_000;
    /** What a text may take in the file, and unpacked. */
    private static final int LONGEST = Carried.LONGEST;

    private Png() {
    }

    /**
     * Writes an image.
     *
     * @param texts by keyword (1 to 79 Latin-1 characters)
     * @param pixelsPerMetre so that programs which care give the picture its size on paper
     */
    static void write(BufferedImage image, Map<String, String> texts, int pixelsPerMetre, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", Integer.toString(pixelsPerMetre));
        size.setAttribute("pixelsPerUnitYAxis", Integer.toString(pixelsPerMetre));
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        IIOMetadataNode all = new IIOMetadataNode("iTXt");
        texts.forEach((keyword, text) -> {
            IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
            entry.setAttribute("keyword", keyword);
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "");
            entry.setAttribute("translatedKeyword", "");
            entry.setAttribute("text", text);
            all.appendChild(entry);
        });
        root.appendChild(all);
        metadata.mergeTree(FORMAT, root);
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {   // needs no writable temporary folder
            writer.setOutput(stream);
            writer.write(metadata, new IIOImage(image, null, metadata), param);
        } finally {
            writer.dispose();
        }
    }

    /**
     * The text under a keyword.
     *
     * @throws IOException if this is no PNG file, or one damaged before the text is found
     */
    static Optional<String> text(InputStream file, String keyword) throws IOException {
        DataInputStream in = new DataInputStream(file);
        if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
            throw new IOException("it is not a PNG file");
        }
        long at = SIGNATURE.length;
        try {
            for (int n = 0; n < MOST_CHUNKS; n++) {
                long length = in.readInt() & 0xffffffffL;
                byte[] type = in.readNBytes(4);
                String name = new String(type, StandardCharsets.ISO_8859_1);
                if (length > Integer.MAX_VALUE || type.length < 4) {
                    throw new IOException("it is damaged at byte " + at + ": a part claims " + length + " bytes");
                }
                if (name.equals("IEND")) {
                    return Optional.empty();
                }
                if (name.endsWith("TXt") || name.equals("tEXt")) {
                    Optional<String> text = text(in, type, length, keyword, at);
                    if (text.isPresent()) {
                        return text;
                    }
                } else {
                    in.skipNBytes(length + 4);
                }
                at += length + 12;
            }
        } catch (EOFException _) {
            throw new IOException("it is cut off: it ends in the part that begins at byte " + at);
        }
        throw new IOException("it has more than " + MOST_CHUNKS + " parts");
    }

    private static Optional<String> text(DataInputStream in, byte[] type, long length, String keyword, long at) throws IOException {
        if (length > LONGEST) {
            in.skipNBytes(length + 4);
            return Optional.empty();
        }
        byte[] data = in.readNBytes((int) length);
        if (data.length < length) {
            throw new EOFException();
        }
        int claimed = in.readInt();
        int end = zero(data, 0);
        if (!new String(data, 0, end, StandardCharsets.ISO_8859_1).equals(keyword)) {
            return Optional.empty();
        }
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(data);
        if ((int) crc.getValue() != claimed) {
            throw new IOException("it is damaged at byte " + at + ": the check sum of the text is wrong");
        }
        return Optional.of(switch (new String(type, StandardCharsets.ISO_8859_1)) {
            case "iTXt" -> {
                boolean packed = end + 1 < data.length && data[end + 1] == 1;
                int from = zero(data, Math.min(data.length, zero(data, Math.min(data.length, end + 3)) + 1)) + 1;
                yield decode(data, from, packed, StandardCharsets.UTF_8);
            }
            case "zTXt" -> decode(data, end + 2, true, StandardCharsets.ISO_8859_1);
            default -> decode(data, end + 1, false, StandardCharsets.ISO_8859_1);
        });
    }

    private static String decode(byte[] data, int from, boolean packed, Charset charset) throws IOException {
        int start = Math.min(from, data.length);
        if (!packed) {
            return new String(data, start, data.length - start, charset);
        }
        try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(data, start, data.length - start))) {
            byte[] text = inflated.readNBytes(LONGEST + 1);
            if (text.length > LONGEST) {
                throw new IOException("its text unpacks to more than " + LONGEST + " bytes");
            }
            return new String(text, charset);
        }
    }

    /** The index of the next zero byte, or the length. */
    private static int zero(byte[] data, int from) {
        int i = from;
        while (i < data.length && data[i] != 0) {
            i++;
        }
        return i;
    }
}
