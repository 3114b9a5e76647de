package thalweg.export;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * GIF films (CompuServe 1990, GIF89a) by ImageIO: one palette for the whole film, playing for ever if the film says so. Each picture writes only the
 * rectangle that changed, and in it only the pixels that did; the experiment stands in a comment.
 */
final class Gif {
    private static final String STREAM = "javax_imageio_gif_stream_1.0";
    private static final String IMAGE = "javax_imageio_gif_image_1.0";
    /** Pictures that the palette is chosen from; more change nothing that can be seen. */
    private static final int SAMPLES = 9;
    /** About the distance of two colours of the palette, in levels of 256. */
    private static final int STEP = 12;
    private static final int[] PATTERN = pattern();
    private static final int MOST_BLOCKS = 50_000_000;

    private final Reel reel;
    private final int width;
    private final Palette palette;
    private final IndexColorModel model;
    private final ImageWriter writer;
    /** What a viewer shows now, and what it shall show next. */
    private final byte[] shown;
    private final byte[] wanted;
    /** The picture before, as it was painted. */
    private final int[] before;

    private Gif(Reel reel, Palette palette, ImageWriter writer) {
        this.reel = reel;
        this.palette = palette;
        this.writer = writer;
        width = reel.picture().pixelWidth();
        model = palette.model();
        shown = new byte[width * reel.picture().pixelHeight()];
        wanted = new byte[shown.length];
        before = new int[shown.length];
    }

    /**
     * By how much each pixel of a square of 8 x 8 is made lighter or darker before its colour is chosen, so that areas between two colours
     * of the palette become a mixture of both (ordered dither, Bayer 1973). It stands still, so what does not move is not written again.
     */
    private static int[] pattern() {
        int[] pattern = new int[64];
        for (int i = 0; i < 64; i++) {
            int x = i & 7;
            int y = i >> 3;
            int rank = 0;
            for (int bit = 0; bit < 3; bit++) {
                rank = rank << 2 | ((x ^ y) >> bit & 1) << 1 | y >> bit & 1;
            }
            pattern[i] = Math.round((rank + 0.5f) / 64 * STEP - STEP / 2f);
        }
        return pattern;
    }

    /** Writes a film; {@code experiment} as {@link Carried#text} gives it. */
    static void write(Reel reel, String experiment, Progress progress, OutputStream out) throws IOException {
        Film film = reel.film();
        Palette.Counts counts = new Palette.Counts();
        int last = film.moving() - 1;
        int[] places = new int[SAMPLES];
        Arrays.setAll(places, i -> (int) ((long) last * i / (SAMPLES - 1)));
        reel.some(Arrays.stream(places).distinct().toArray(), (pixels, _) -> counts.add(pixels));
        Palette palette = Palette.of(counts, reel.picture().theme().canvas().getRGB());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            Gif gif = new Gif(reel, palette, writer);
            writer.prepareWriteSequence(gif.head());
            Pending pending = new Pending();
            reel.each(progress, (pixels, i) -> {
                gif.take(pixels, i, pending, experiment);
                stream.flushBefore(stream.getStreamPosition());
            });
            gif.write(pending, gif.time(film.frames()), experiment);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    /** A picture that waits for its length to be known: it is written when the next one differs; working memory of one call. */
    private static final class Pending {
        private BufferedImage image;
        private int x;
        private int y;
        private boolean first;
        private int start;
    }

    /** Hundredths of a second from the start of the film to a picture; rounding never adds up. */
    private int time(int index) {
        return (int) Math.round(100.0 * index / reel.film().fps());
    }

    private void take(int[] pixels, int index, Pending pending, String experiment) throws IOException {
        for (int row = 0; row < pixels.length; row += width) {
            if (index == 0 || !Arrays.equals(pixels, row, row + width, before, row, row + width)) {
                choose(pixels, row);
            }
        }
        System.arraycopy(pixels, 0, before, 0, pixels.length);
        if (index == 0) {
            pending.image = image(0, 0, width, shown.length / width, true);
            pending.first = true;
        } else {
            int[] box = changed();
            if (box.length == 0) {
                return;
            }
            write(pending, time(index), experiment);
            pending.image = image(box[0], box[1], box[2] - box[0], box[3] - box[1], false);
            pending.x = box[0];
            pending.y = box[1];
            pending.first = false;
        }
        pending.start = time(index);
        System.arraycopy(wanted, 0, shown, 0, shown.length);
    }

    /** Chooses the colours of a row; even areas stay plain. */
    private void choose(int[] pixels, int row) {
        int pattern = row / width % 8 * 8;
        for (int i = 0; i < width; i++) {
            int p = pixels[row + i] & 0xffffff;
            int exact = palette.exactly(p);
            wanted[row + i] = (byte) (exact >= 0 ? exact : palette.index(moved(p, PATTERN[pattern + i % 8])));
        }
    }

    private static int moved(int rgb, int by) {
        return Math.clamp((rgb >> 16) + by, 0, 255) << 16 | Math.clamp((rgb >> 8 & 255) + by, 0, 255) << 8 | Math.clamp((rgb & 255) + by, 0, 255);
    }

    private void write(Pending pending, int end, String experiment) throws IOException {
        writer.writeToSequence(new IIOImage(pending.image, null, body(pending, end - pending.start, experiment)), null);
    }

    /** Left, top, right and bottom of what changed, the latter two beyond it; empty if nothing did. */
    private int[] changed() {
        int height = shown.length / width;
        int top = 0;
        while (top < height && Arrays.equals(shown, top * width, (top + 1) * width, wanted, top * width, (top + 1) * width)) {
            top++;
        }
        if (top == height) {
            return new int[0];
        }
        int bottom = height;
        while (Arrays.equals(shown, (bottom - 1) * width, bottom * width, wanted, (bottom - 1) * width, bottom * width)) {
            bottom--;
        }
        int left = width;
        int right = 0;
        for (int row = top; row < bottom; row++) {
            int from = row * width;
            int first = Arrays.mismatch(shown, from, from + width, wanted, from, from + width);
            if (first >= 0) {
                left = Math.min(left, first);
                int last = width - 1;
                while (last > right && shown[from + last] == wanted[from + last]) {
                    last--;
                }
                right = Math.max(right, last);
            }
        }
        return new int[] {left, top, right + 1, bottom};
    }

    /** A part of what is wanted; pixels that are shown already are transparent, which packs well, unless all are asked for. */
    private BufferedImage image(int x, int y, int w, int h, boolean all) {
        byte[] part = new byte[w * h];
        for (int j = 0; j < h; j++) {
            int from = (y + j) * width + x;
            for (int i = 0; i < w; i++) {
                part[j * w + i] = all || wanted[from + i] != shown[from + i] ? wanted[from + i] : (byte) Palette.SAME;
            }
        }
        WritableRaster raster = Raster.createInterleavedRaster(new DataBufferByte(part, part.length), w, h, w, 1, new int[] {0}, new Point(0, 0));
        return new BufferedImage(model, raster, false, null);
    }

    private IIOMetadata head() throws IOException {
        IIOMetadata metadata = writer.getDefaultStreamMetadata(null);
        IIOMetadataNode root = new IIOMetadataNode(STREAM);
        root.appendChild(node("Version", "value", "89a"));
        root.appendChild(node("LogicalScreenDescriptor", "logicalScreenWidth", width, "logicalScreenHeight", shown.length / width,
                "colorResolution", 8, "pixelAspectRatio", 0));
        IIOMetadataNode table = node("GlobalColorTable", "sizeOfGlobalColorTable", 256, "backgroundColorIndex", 0, "sortFlag", "FALSE");
        for (int i = 0; i < 256; i++) {
            int c = i == Palette.SAME ? 0 : palette.colour(i);
            table.appendChild(node("ColorTableEntry", "index", i, "red", c >> 16, "green", c >> 8 & 255, "blue", c & 255));
        }
        root.appendChild(table);
        metadata.setFromTree(STREAM, root);
        return metadata;
    }

    private IIOMetadata body(Pending pending, int hundredths, String experiment) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(pending.image), null);
        IIOMetadataNode root = new IIOMetadataNode(IMAGE);
        root.appendChild(node("ImageDescriptor", "imageLeftPosition", pending.x, "imageTopPosition", pending.y, "imageWidth",
                pending.image.getWidth(), "imageHeight", pending.image.getHeight(), "interlaceFlag", "FALSE"));
        root.appendChild(node("GraphicControlExtension", "disposalMethod", "doNotDispose", "userInputFlag", "FALSE", "transparentColorFlag",
                "TRUE", "delayTime", Math.min(0xffff, hundredths), "transparentColorIndex", Palette.SAME));
        if (pending.first) {
            if (reel.film().loop()) {
                IIOMetadataNode applications = new IIOMetadataNode("ApplicationExtensions");
                IIOMetadataNode loop = node("ApplicationExtension", "applicationID", "NETSCAPE", "authenticationCode", "2.0");
                loop.setUserObject(new byte[] {1, 0, 0});             // for ever
                applications.appendChild(loop);
                root.appendChild(applications);
            }
            IIOMetadataNode comments = new IIOMetadataNode("CommentExtensions");
            comments.appendChild(node("CommentExtension", "value", Exports.KEYWORD + " " + experiment));
            root.appendChild(comments);
        }
        metadata.setFromTree(IMAGE, root);
        return metadata;
    }

    private static IIOMetadataNode node(String name, Object... attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        for (int i = 0; i < attributes.length; i += 2) {
            node.setAttribute(attributes[i].toString(), attributes[i + 1].toString());
        }
        return node;
    }

    /**
     * The text of the first comment that begins with our keyword.
     *
     * @throws IOException if this is no GIF file, or one damaged before the text is found
     */
    static Optional<String> text(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(file);
        try {
            byte[] head = new byte[13];
            in.readFully(head);
            skipTable(in, head[10]);
            for (int n = 0; n < MOST_BLOCKS; n++) {
                int kind = in.readUnsignedByte();
                switch (kind) {
                    case 0x21 -> {
                        boolean comment = in.readUnsignedByte() == 0xfe;
                        Optional<String> text = blocks(in, comment).filter(t -> t.startsWith(Exports.KEYWORD + " "));
                        if (text.isPresent()) {
                            return text.map(t -> t.substring(Exports.KEYWORD.length() + 1));
                        }
                    }
                    case 0x2c -> {
                        byte[] descriptor = new byte[9];
                        in.readFully(descriptor);
                        skipTable(in, descriptor[8]);
                        in.readUnsignedByte();
                        blocks(in, false);
                    }
                    case 0x3b -> {
                        return Optional.empty();
                    }
                    default -> throw new IOException("it is damaged: a part begins with " + kind + " where 33, 44 or 59 must be");
                }
            }
        } catch (EOFException _) {
            throw new IOException("it is cut off");
        }
        throw new IOException("it has more than " + MOST_BLOCKS + " parts");
    }

    private static void skipTable(DataInputStream in, byte flags) throws IOException {
        if ((flags & 0x80) != 0) {
            in.skipNBytes(3L << (flags & 7) + 1);
        }
    }

    /** The text in blocks of up to 255 bytes, if it is wanted and not too long. */
    private static Optional<String> blocks(DataInputStream in, boolean wanted) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            if (wanted && text.size() <= Carried.LONGEST) {
                byte[] block = new byte[length];
                in.readFully(block);
                text.writeBytes(block);
            } else {
                in.skipNBytes(length);
            }
        }
        return wanted && text.size() <= Carried.LONGEST ? Optional.of(text.toString(StandardCharsets.US_ASCII)) : Optional.empty();
    }
}
