package thalweg.export;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * MP4 films (ISO/IEC 14496-12 and -15) of one H.264 track with a constant frame rate; the experiment stands in front as an XMP packet, in the
 * box that XMP has for it.
 *
 * <p>Decision: boxes are written here instead of by JCodec, because they are two pages, and its writer needs a file to go back in and puts
 * the time of day into it. Pictures are written as they come, a second in a box; the table of where they are stands at the end.
 */
final class Mp4 {
    /** The box for XMP (ISO 16684-3). */
    private static final byte[] XMP = {(byte) 0xbe, 0x7a, (byte) 0xcf, (byte) 0xcb, (byte) 0x97, (byte) 0xa9, 0x42, (byte) 0xe8, (byte) 0x9c, 0x71,
        (byte) 0x99, (byte) 0x94, (byte) 0x91, (byte) 0xe3, (byte) 0xaf, (byte) 0xac};
    private static final long MOST_BYTES = 0xffff_0000L;
    private static final int MOST_BOXES = 1_000_000;
    /** Seconds from one picture that stands alone to the next. */
    static final int ALONE = 4;

    private final Film film;
    private final int width;
    private final int height;
    private final H264 encoder;
    private final Counted out;
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Integer> alone = new ArrayList<>();
    private final List<Long> chunks = new ArrayList<>();
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();

    private Mp4(Reel reel, OutputStream out) {
        film = reel.film();
        width = reel.picture().pixelWidth();
        height = reel.picture().pixelHeight();
        encoder = new H264(width, height, film.fps());
        this.out = new Counted(out);
    }

    /** Knows how much went through. */
    private static final class Counted extends OutputStream {
        private final OutputStream to;
        private final long[] written = {0};

        Counted(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
            written[0]++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
            written[0] += length;
        }
    }

    /** Writes the content of a box. */
    @FunctionalInterface
    private interface Content {
        void to(DataOutputStream out) throws IOException;
    }

    /** Writes a film; {@code experiment} as {@link Carried#text} gives it. */
    static void write(Reel reel, Caption caption, String experiment, Progress progress, OutputStream out) throws IOException {
        Mp4 film = new Mp4(reel, out);
        film.out.write(box("ftyp", d -> {
            d.writeBytes("isom");
            d.writeInt(0x200);
            d.writeBytes("isomiso2avc1mp41");
        }));
        film.out.write(box("uuid", d -> {
            d.write(XMP);
            d.write(Xmp.packet(caption.title(), experiment));
        }));
        int[] still = new int[film.width * film.height];
        reel.each(progress, (pixels, i) -> {
            film.add(pixels);
            if (i == reel.film().moving() - 1) {
                System.arraycopy(pixels, 0, still, 0, still.length);
            }
        });
        for (int i = 0; i < reel.film().held(); i++) {
            film.add(still);
        }
        film.endChunk();
        film.out.write(film.index());
    }

    private void add(int[] pixels) throws IOException {
        int since = sizes.size() % (ALONE * film.fps());
        byte[] unit = encoder.picture(pixels, since);
        if (since == 0) {
            alone.add(sizes.size() + 1);
        }
        sizes.add(unit.length + 4);
        DataOutputStream d = new DataOutputStream(chunk);
        d.writeInt(unit.length);
        d.write(unit);
        if (sizes.size() % film.fps() == 0) {
            endChunk();
        }
    }

    private void endChunk() throws IOException {
        if (chunk.size() > 0) {
            if (out.written[0] + chunk.size() > MOST_BYTES) {
                throw new IOException("the film is larger than 4 GB, the most that fits; make it smaller or shorter");
            }
            chunks.add(out.written[0] + 8);
            out.write(box("mdat", chunk::writeTo));
            chunk.reset();
        }
    }

    private static byte[] box(String name, Content... contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream d = new DataOutputStream(bytes);
        d.writeInt(0);
        d.writeBytes(name);
        for (Content content : contents) {
            content.to(d);
        }
        byte[] box = bytes.toByteArray();
        for (int i = 0; i < 4; i++) {
            box[i] = (byte) (box.length >>> 24 - 8 * i);
        }
        return box;
    }

    private static Content inside(String name, Content... contents) {
        return d -> d.write(box(name, contents));
    }

    /** A box with version 0, flags, and numbers of 32 bits. */
    private static Content table(String name, int flags, int... numbers) {
        return inside(name, d -> {
            d.writeInt(flags);
            for (int n : numbers) {
                d.writeInt(n);
            }
        });
    }

    private byte[] index() throws IOException {
        int n = sizes.size();
        int fps = film.fps();
        int[] matrix = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};
        Content head = table("mvhd", 0, join(new int[] {0, 0, fps, n, 0x10000, 0x01000000, 0, 0}, matrix, new int[] {0, 0, 0, 0, 0, 0, 2}));
        Content track = table("tkhd", 3, join(new int[] {0, 0, 1, 0, n, 0, 0, 0, 0}, matrix, new int[] {width << 16, height << 16}));
        Content media = table("mdhd", 0, 0, 0, fps, n, 0x55c40000);
        Content handler = inside("hdlr", d -> {
            d.writeLong(0);
            d.writeBytes("vide");
            d.write(new byte[12]);
            d.writeBytes("Thalweg\0");
        });
        Content data = inside("dinf", inside("dref", d -> d.writeLong(1), table("url ", 1)));
        return box("moov", head, inside("trak", track, inside("mdia", media, handler,
                inside("minf", table("vmhd", 1, 0, 0), data, samples(n)))));
    }

    private Content samples(int n) {
        int per = film.fps();
        int full = n / per;
        int rest = n % per;
        int[] runs = full == 0 ? new int[] {1, 1, rest, 1} : rest == 0 ? new int[] {1, 1, per, 1} : new int[] {2, 1, per, 1, full + 1, rest, 1};
        return inside("stbl",
                inside("stsd", d -> d.writeLong(1), inside("avc1", this::describe)),
                table("stts", 0, 1, n, 1),
                table("stss", 0, join(new int[] {alone.size()}, ints(alone))),
                table("stsc", 0, runs),
                table("stsz", 0, join(new int[] {0, n}, ints(sizes))),
                table("stco", 0, join(new int[] {chunks.size()}, chunks.stream().mapToInt(Long::intValue).toArray())));
    }

    private void describe(DataOutputStream d) throws IOException {
        d.writeLong(1);
        d.write(new byte[16]);
        d.writeShort(width);
        d.writeShort(height);
        d.writeInt(0x480000);
        d.writeInt(0x480000);
        d.writeInt(0);
        d.writeShort(1);
        d.write(new byte[32]);
        d.writeShort(24);
        d.writeShort(-1);
        byte[] sequence = encoder.sequence();
        byte[] parameters = encoder.parameters();
        inside("avcC", c -> {
            c.write(new byte[] {1, 66, (byte) 0xc0, (byte) encoder.level(), (byte) 0xff, (byte) 0xe1});
            c.writeShort(sequence.length);
            c.write(sequence);
            c.write(1);
            c.writeShort(parameters.length);
            c.write(parameters);
        }).to(d);
        inside("colr", c -> {
            c.writeBytes("nclx");
            c.writeShort(1);
            c.writeShort(1);
            c.writeShort(1);
            c.write(0);
        }).to(d);
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] join(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }

    /**
     * The experiment in the XMP box of a film.
     *
     * @throws IOException if this is no MP4 file, or one damaged before the text is found
     */
    static Optional<String> text(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(file);
        long at = 0;
        for (int n = 0; n < MOST_BOXES; n++) {
            int first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            try {
                long length = (long) first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
                String name = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                long head = 8;
                if (length == 1) {
                    length = in.readLong();
                    head = 16;
                }
                if (length == 0) {
                    return Optional.empty();                          // to the end of the file
                }
                if (length < head) {
                    throw new IOException("it is damaged at byte " + at + ": a part claims " + length + " bytes");
                }
                if (name.equals("uuid") && length >= head + 16) {
                    byte[] kind = in.readNBytes(16);
                    if (Arrays.equals(kind, XMP) && length - head - 16 <= Carried.LONGEST + 10_000) {
                        byte[] packet = new byte[(int) (length - head - 16)];
                        in.readFully(packet);
                        Optional<String> text = Xmp.packetText(packet);
                        if (text.isPresent()) {
                            return text;
                        }
                    } else {
                        in.skipNBytes(length - head - 16);
                    }
                } else {
                    in.skipNBytes(length - head);
                }
                at += length;
            } catch (EOFException _) {
                throw new IOException("it is cut off: it ends in the part that begins at byte " + at);
            }
        }
        throw new IOException("it has more than " + MOST_BOXES + " parts");
    }
}
