package thalweg.export;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file of {@code .npy} arrays for NumPy (NumPy format specification, version 1.0, little-endian). Equal arrays make equal files. */
public final class NpzWriter {
    /** Zip entries have a time; a fixed one makes equal runs equal files. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int ALIGNMENT = 64;
    /** Bytes before the words of a head. */
    private static final int FIXED = 10;
    private static final Charset UTF_32 = Charset.forName("UTF-32LE");
    private static final Pattern TEXT = Pattern.compile("'descr': '<U(\\d+)', 'fortran_order': False, 'shape': \\(\\)");

    private final ZipOutputStream zip;

    public NpzWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /**
     * Adds an array of float64.
     *
     * @param shape as Python writes it: {@code (3,)}, {@code (2, 5)}
     * @param count how many numbers it has
     * @param value the numbers, the last index running fastest
     */
    public void numbers(String name, String shape, int count, IntToDoubleFunction value) throws IOException {
        begin(name, "<f8", shape);
        ByteBuffer buffer = ByteBuffer.allocate(8 * 1024).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < count; k++) {
            if (!buffer.hasRemaining()) {
                zip.write(buffer.array());
                buffer.clear();
            }
            buffer.putDouble(value.applyAsDouble(k));
        }
        zip.write(buffer.array(), 0, buffer.position());
        zip.closeEntry();
    }

    /** Texts of one length, in UTF-32 and filled up with zeros, as NumPy keeps them. */
    void texts(String name, List<String> texts, String shape) throws IOException {
        int longest = Math.max(1, texts.stream().mapToInt(t -> t.codePointCount(0, t.length())).max().orElse(1));
        begin(name, "<U" + longest, shape);
        for (String text : texts) {
            ByteBuffer buffer = ByteBuffer.allocate(4 * longest).order(ByteOrder.LITTLE_ENDIAN);
            text.codePoints().forEach(buffer::putInt);
            zip.write(buffer.array());
        }
        zip.closeEntry();
    }

    /**
     * Reads a single text as {@link #texts} writes it; empty if it is anything else.
     *
     * @throws IOException if it is cut short, or has more than {@code longest} characters
     */
    static Optional<String> text(InputStream array, int longest) throws IOException {
        byte[] fixed = array.readNBytes(FIXED);
        int length = fixed.length < FIXED ? 0 : ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN).getShort(FIXED - 2) & 0xffff;
        Matcher head = TEXT.matcher(new String(array.readNBytes(length), StandardCharsets.ISO_8859_1));
        if (!head.find()) {
            return Optional.empty();
        }
        int count = head.group(1).length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(head.group(1));
        if (count > longest) {
            throw new IOException("its text has " + head.group(1) + " characters; at most " + longest + " are accepted");
        }
        byte[] text = array.readNBytes(4 * count);
        if (text.length < 4 * count) {
            throw new EOFException("it is cut short");
        }
        return Optional.of(new String(text, UTF_32).replace("\0", ""));
    }

    /** Ends the file; the stream stays open. */
    public void finish() throws IOException {
        zip.finish();
    }

    private void begin(String name, String type, String shape) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int total = Math.ceilDiv(FIXED + header.length() + 1, ALIGNMENT) * ALIGNMENT;
        byte[] bytes = new byte[total];
        Arrays.fill(bytes, (byte) ' ');
        byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) (total - FIXED), (byte) ((total - FIXED) >> 8)};
        System.arraycopy(magic, 0, bytes, 0, FIXED);
        System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, bytes, FIXED, header.length());
        bytes[total - 1] = '\n';
        zip.write(bytes);
    }
}
