package thalweg.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Fonts for web pages: a TrueType font whose tables are packed (WOFF File Format 1.0, W3C 2012), a bit more than half as long. */
final class Woff {
    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    /** Where the tables of a TrueType font are listed, and how long an entry of the list is. */
    private static final int LIST = 12;
    private static final int LISTED = 16;

    private Woff() {
    }

    /** The bytes of a TrueType font, packed. */
    static byte[] of(byte[] font) {
        ByteBuffer in = ByteBuffer.wrap(font);
        int tables = in.getShort(4);
        ByteBuffer head = ByteBuffer.allocate(HEADER + ENTRY * tables);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        head.position(HEADER);
        int plain = LIST + LISTED * tables;
        for (int i = 0; i < tables; i++) {
            int at = LIST + LISTED * i;
            int offset = in.getInt(at + 8);
            int length = in.getInt(at + 12);
            byte[] table = Arrays.copyOfRange(font, offset, offset + length);
            byte[] packed = packed(table);
            byte[] kept = packed.length < length ? packed : table;
            head.putInt(in.getInt(at)).putInt(head.capacity() + body.size()).putInt(kept.length).putInt(length).putInt(in.getInt(at + 4));
            body.writeBytes(kept);
            body.writeBytes(new byte[-kept.length & 3]);            // every table begins at a multiple of four bytes
            plain += length + 3 & ~3;
        }
        head.putInt(0, SIGNATURE).putInt(4, in.getInt(0)).putInt(8, head.capacity() + body.size()).putShort(12, (short) tables).putInt(16, plain)
                .putShort(20, (short) 1);
        byte[] all = Arrays.copyOf(head.array(), head.capacity() + body.size());
        System.arraycopy(body.toByteArray(), 0, all, head.capacity(), body.size());
        return all;
    }

    private static byte[] packed(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] out = new byte[plain.length + 64];
            return Arrays.copyOf(out, deflater.deflate(out));       // zlib adds some ten bytes to what it cannot pack
        } finally {
            deflater.end();
        }
    }
}
