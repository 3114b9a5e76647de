package thalweg.export;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jcodec.codecs.h264.H264Const;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.io.CAVLC;
import org.jcodec.codecs.h264.io.model.MBType;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.common.io.BitWriter;
import org.jcodec.common.model.ColorSpace;

/**
 * Encodes pictures as H.264 (ITU-T H.264, constrained baseline profile): blocks of 16 x 16 pixels that did not change are skipped, others
 * are coded as their difference from the picture before; a picture that stands alone comes every few seconds, so that players can jump.
 * Working memory of one film.
 *
 * <p>Decision: only the codes of coefficients and the escaping are JCodec's; its encoder codes every block of every picture, and smooths
 * edges of blocks, which blurs lines and letters. Here no block is smoothed, so decoders have exactly the picture that differences are taken
 * from, and what stands still costs nothing.
 */
final class H264 {
    /** Fine enough that letters of 12 pixels are clean without smoothing. */
    private static final int QP = 19;
    private static final int FRAME_BITS = 8;
    /** Sides of {blocks per picture, blocks per second, level}, table A-1 of the standard. */
    private static final int[][] LEVELS = {{1620, 40_500, 30}, {3600, 108_000, 31}, {5120, 216_000, 32}, {8192, 245_760, 40},
        {8704, 522_240, 42}, {22_080, 589_824, 50}, {36_864, 983_040, 51}, {36_864, 2_073_600, 52}};
    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};
    private static final int[] PLAIN = {0, 1, 2, 3};
    /** Column and row of the sixteen 4 x 4 blocks in the order they are coded. */
    private static final int[] BLOCK_X = {0, 1, 0, 1, 2, 3, 2, 3, 0, 1, 0, 1, 2, 3, 2, 3};
    private static final int[] BLOCK_Y = {0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3};

    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final int fps;
    private final Blocks blocks = new Blocks(QP);
    /** The picture before as it was painted, and as a decoder has it: luma and both chroma, 0 to 255. */
    private final int[] before;
    private final Plane[] planes;
    /** What the block at work shall be. */
    private final int[] luma = new int[256];
    private final int[][] chroma = new int[2][64];
    private final int[][] lumaLevels = new int[16][16];
    private final int[][][] chromaLevels = new int[2][4][16];
    private final int[] lumaMeans = new int[16];
    private final int[][] chromaMeans = new int[2][4];
    private final ByteBuffer bits;
    private final ByteBuffer escaped;

    /** Samples as a decoder has them; whole macroblocks. */
    private record Plane(int stride, byte[] samples) {
        int at(int x, int y) {
            return samples[y * stride + x] & 255;
        }

        void put(int x, int y, int value) {
            samples[y * stride + x] = (byte) Math.clamp(value, 0, 255);
        }
    }

    /**
     * For pictures of one size.
     *
     * @param width pixels, even
     * @param height pixels, even
     */
    H264(int width, int height, int fps) {
        this.width = width;
        this.height = height;
        this.fps = fps;
        columns = Math.ceilDiv(width, 16);
        rows = Math.ceilDiv(height, 16);
        before = new int[width * height];
        planes = new Plane[] {new Plane(columns * 16, new byte[columns * rows * 256]), new Plane(columns * 8, new byte[columns * rows * 64]),
            new Plane(columns * 8, new byte[columns * rows * 64])};
        bits = ByteBuffer.allocate(columns * rows * 1024 + 1024);        // no block takes more than its 384 samples and some
        escaped = ByteBuffer.allocate(bits.capacity() * 3 / 2 + 16);
    }

    /** The level that decoders must have. */
    int level() {
        for (int[] level : LEVELS) {
            if (columns * rows <= level[0] && columns * rows * fps <= level[1]) {
                return level[2];
            }
        }
        return LEVELS[LEVELS.length - 1][2];
    }

    /** The sequence parameter set, as a NAL unit. */
    byte[] sequence() {
        bits.clear();
        BitWriter w = new BitWriter(bits);
        w.writeNBit(66, 8);
        w.writeNBit(0xc0, 8);
        w.writeNBit(level(), 8);
        ue(w, 0);
        ue(w, FRAME_BITS - 4);
        ue(w, 2);                                                       // pictures are shown in the order they come
        ue(w, 1);
        w.write1Bit(0);
        ue(w, columns - 1);
        ue(w, rows - 1);
        w.write1Bit(1);
        w.write1Bit(1);
        boolean crop = columns * 16 != width || rows * 16 != height;
        w.write1Bit(crop ? 1 : 0);
        if (crop) {
            ue(w, 0);
            ue(w, (columns * 16 - width) / 2);
            ue(w, 0);
            ue(w, (rows * 16 - height) / 2);
        }
        w.write1Bit(1);                                                 // how it is to be shown:
        w.writeNBit(0, 2);
        w.write1Bit(1);
        w.writeNBit(5, 3);
        w.write1Bit(0);                                                 // 16 to 235
        w.write1Bit(1);
        w.writeNBit(0x010101, 24);                                      // colours of BT.709
        w.write1Bit(0);
        w.write1Bit(1);
        w.writeNBit(1, 32);
        w.writeNBit(2 * fps, 32);
        w.write1Bit(1);
        w.writeNBit(0, 3);
        w.write1Bit(1);
        w.write1Bit(1);
        ue(w, 0);
        ue(w, 0);
        ue(w, 10);
        ue(w, 10);
        ue(w, 0);
        ue(w, 1);
        return unit(0x67, w);
    }

    /** The picture parameter set, as a NAL unit. */
    byte[] parameters() {
        bits.clear();
        BitWriter w = new BitWriter(bits);
        ue(w, 0);
        ue(w, 0);
        w.writeNBit(0, 2);
        ue(w, 0);
        ue(w, 0);
        ue(w, 0);
        w.writeNBit(0, 3);
        se(w, QP - 26);
        se(w, 0);
        se(w, 0);
        w.writeNBit(0b100, 3);                                          // slices say that edges are not smoothed
        return unit(0x68, w);
    }

    /**
     * A picture as a NAL unit.
     *
     * @param pixels row by row
     * @param since pictures since the last that stands alone; 0 for one that does
     */
    byte[] picture(int[] pixels, int since) {
        boolean alone = since == 0;
        bits.clear();
        BitWriter w = new BitWriter(bits);
        ue(w, 0);
        ue(w, alone ? 7 : 5);
        ue(w, 0);
        w.writeNBit(since & (1 << FRAME_BITS) - 1, FRAME_BITS);
        if (alone) {
            ue(w, 0);
            w.writeNBit(0, 2);
        } else {
            w.writeNBit(0, 3);
        }
        se(w, 0);
        ue(w, 1);
        SeqParameterSet set = new SeqParameterSet();
        set.picWidthInMbsMinus1 = columns - 1;
        set.chromaFormatIdc = ColorSpace.YUV420J;
        CAVLC[] codes = {new CAVLC(set, new PictureParameterSet(), 2, 2), new CAVLC(set, new PictureParameterSet(), 1, 1),
            new CAVLC(set, new PictureParameterSet(), 1, 1)};
        int skipped = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                if (alone) {
                    take(pixels, x, y);
                    codeAlone(w, codes, x, y);
                } else if (same(pixels, x, y) || !differs(pixels, x, y)) {
                    clear(codes, x, y);
                    skipped++;
                } else {
                    ue(w, skipped);
                    skipped = 0;
                    codeDifference(w, codes, x, y);
                }
            }
        }
        if (skipped > 0) {
            ue(w, skipped);
        }
        System.arraycopy(pixels, 0, before, 0, before.length);
        return unit(alone ? 0x65 : 0x41, w);
    }

    private boolean same(int[] pixels, int x, int y) {
        int left = x * 16;
        int right = Math.min(width, left + 16);
        for (int j = y * 16; j < Math.min(height, y * 16 + 16); j++) {
            if (!Arrays.equals(pixels, j * width + left, j * width + right, before, j * width + left, j * width + right)) {
                return false;
            }
        }
        return true;
    }

    /** Takes the pixels of a macroblock as luma and chroma (BT.709, 16 to 235); beyond the picture its edge goes on. */
    private void take(int[] pixels, int x, int y) {
        for (int j = 0; j < 16; j += 2) {
            int row = Math.min(height - 2, y * 16 + j) * width;
            for (int i = 0; i < 16; i += 2) {
                int at = row + Math.min(width - 2, x * 16 + i);
                int a = pixels[at];
                int b = pixels[at + 1];
                int c = pixels[at + width];
                int d = pixels[at + width + 1];
                int k = j * 16 + i;
                luma[k] = bright(a);
                luma[k + 1] = bright(b);
                luma[k + 16] = bright(c);
                luma[k + 17] = bright(d);
                int red = (a >> 16 & 255) + (b >> 16 & 255) + (c >> 16 & 255) + (d >> 16 & 255);
                int green = (a >> 8 & 255) + (b >> 8 & 255) + (c >> 8 & 255) + (d >> 8 & 255);
                int blue = (a & 255) + (b & 255) + (c & 255) + (d & 255);
                chroma[0][j * 4 + i / 2] = (-6596 * red - 22189 * green + 28785 * blue + (128 << 18) + (1 << 17)) >> 18;
                chroma[1][j * 4 + i / 2] = (28785 * red - 26145 * green - 2640 * blue + (128 << 18) + (1 << 17)) >> 18;
            }
        }
    }

    private static int bright(int rgb) {
        return 11966 * (rgb >> 16 & 255) + 40254 * (rgb >> 8 & 255) + 4064 * (rgb & 255) + (16 << 16) + (1 << 15) >> 16;
    }

    /** Whether a macroblock's difference from the picture before has any level that is not 0; if so its levels are ready. */
    private boolean differs(int[] pixels, int x, int y) {
        take(pixels, x, y);
        boolean any = false;
        for (int k = 0; k < 16; k++) {
            int[] b = lumaLevels[k];
            for (int i = 0; i < 16; i++) {
                int px = BLOCK_X[k] * 4 + (i & 3);
                int py = BLOCK_Y[k] * 4 + (i >> 2);
                b[i] = luma[py * 16 + px] - planes[0].at(x * 16 + px, y * 16 + py);
            }
            Blocks.forward(b);
            any |= blocks.quantise(b, 0);
        }
        for (int c = 0; c < 2; c++) {
            for (int k = 0; k < 4; k++) {
                int[] b = chromaLevels[c][k];
                for (int i = 0; i < 16; i++) {
                    int px = (k & 1) * 4 + (i & 3);
                    int py = (k >> 1) * 4 + (i >> 2);
                    b[i] = chroma[c][py * 8 + px] - planes[1 + c].at(x * 8 + px, y * 8 + py);
                }
            }
            any |= quantiseChroma(c);
        }
        return any;
    }

    /** The differences of one chroma become levels. */
    private boolean quantiseChroma(int c) {
        boolean any = false;
        for (int k = 0; k < 4; k++) {
            Blocks.forward(chromaLevels[c][k]);
            chromaMeans[c][k] = chromaLevels[c][k][0];
            any |= blocks.quantise(chromaLevels[c][k], 1);
        }
        return blocks.quantiseChromaMeans(chromaMeans[c]) | any;
    }

    private void codeDifference(BitWriter w, CAVLC[] codes, int x, int y) {
        int pattern = 0;
        for (int k = 0; k < 16; k++) {
            pattern |= isZero(lumaLevels[k], 0) ? 0 : 1 << k / 4;
        }
        pattern |= chromaPattern() << 4;
        ue(w, 0);                                                       // P_L0_16x16, not moved
        se(w, 0);
        se(w, 0);
        ue(w, H264Const.CODED_BLOCK_PATTERN_INTER_COLOR_INV[pattern]);
        se(w, 0);
        for (int k = 0; k < 16; k++) {
            int bx = x * 4 + BLOCK_X[k];
            int by = y * 4 + BLOCK_Y[k];
            if ((pattern & 1 << k / 4) != 0) {
                codes[0].writeACBlock(w, bx, by, MBType.P_16x16, MBType.P_16x16, lumaLevels[k], H264Const.totalZeros16, 0, 16, ZIGZAG);
                blocks.restore(lumaLevels[k], 0);
                Blocks.inverse(lumaLevels[k]);
                for (int i = 0; i < 16; i++) {
                    int px = bx * 4 + (i & 3);
                    int py = by * 4 + (i >> 2);
                    planes[0].put(px, py, planes[0].at(px, py) + lumaLevels[k][i]);
                }
            } else {
                codes[0].setZeroCoeff(bx, by);
            }
        }
        codeChroma(w, codes, x, y, pattern >> 4);
        for (int c = 0; c < 2; c++) {
            restoreChroma(c, x, y, pattern >> 4, planes[1 + c]::at);
        }
    }

    /** 0 for nothing, 1 for means only, 2 for all. */
    private int chromaPattern() {
        int pattern = 0;
        for (int c = 0; c < 2; c++) {
            pattern = Math.max(pattern, isZero(chromaMeans[c], 0) ? 0 : 1);
            for (int k = 0; k < 4; k++) {
                pattern = Math.max(pattern, isZero(chromaLevels[c][k], 1) ? 0 : 2);
            }
        }
        return pattern;
    }

    private static boolean isZero(int[] levels, int first) {
        for (int i = first; i < levels.length; i++) {
            if (levels[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void codeChroma(BitWriter w, CAVLC[] codes, int x, int y, int pattern) {
        for (int c = 0; c < 2 && pattern > 0; c++) {
            codes[1 + c].writeChrDCBlock(w, chromaMeans[c], H264Const.totalZeros4, 0, 4, PLAIN);
        }
        for (int c = 0; c < 2; c++) {
            for (int k = 0; k < 4; k++) {
                int bx = x * 2 + (k & 1);
                int by = y * 2 + (k >> 1);
                if (pattern == 2) {
                    codes[1 + c].writeACBlock(w, bx, by, MBType.P_16x16, MBType.P_16x16, chromaLevels[c][k], H264Const.totalZeros16, 1, 15, ZIGZAG);
                } else {
                    codes[1 + c].setZeroCoeff(bx, by);
                }
            }
        }
    }

    /** What a chroma sample is predicted from. */
    @FunctionalInterface
    private interface Prediction {
        int at(int x, int y);
    }

    /** Puts the chroma that a decoder will have: prediction plus what was coded. */
    private void restoreChroma(int c, int x, int y, int pattern, Prediction prediction) {
        blocks.restoreChromaMeans(chromaMeans[c]);
        for (int k = 0; k < 4; k++) {
            int[] b = chromaLevels[c][k];
            if (pattern < 2) {
                Arrays.fill(b, 0);
            }
            blocks.restore(b, 1);
            b[0] = chromaMeans[c][k];
            Blocks.inverse(b);
            for (int i = 0; i < 16; i++) {
                int px = x * 8 + (k & 1) * 4 + (i & 3);
                int py = y * 8 + (k >> 1) * 4 + (i >> 2);
                planes[1 + c].put(px, py, prediction.at(px, py) + b[i]);
            }
        }
    }

    /** A macroblock predicted from its neighbours above and left: the best of their rows, their columns and their mean. */
    private void codeAlone(BitWriter w, CAVLC[] codes, int x, int y) {
        int[] predicted = new int[256];
        int mode = predict(x, y, predicted);
        boolean fine = false;
        for (int k = 0; k < 16; k++) {
            int[] b = lumaLevels[k];
            for (int i = 0; i < 16; i++) {
                int at = (BLOCK_Y[k] * 4 + (i >> 2)) * 16 + BLOCK_X[k] * 4 + (i & 3);
                b[i] = luma[at] - predicted[at];
            }
            Blocks.forward(b);
            lumaMeans[BLOCK_Y[k] * 4 + BLOCK_X[k]] = b[0];
            fine |= blocks.quantise(b, 1);
        }
        blocks.quantiseMeans(lumaMeans);
        int[][] means = new int[2][4];
        for (int c = 0; c < 2; c++) {
            predictChroma(c, x, y, means[c]);
            for (int k = 0; k < 4; k++) {
                for (int i = 0; i < 16; i++) {
                    chromaLevels[c][k][i] = chroma[c][((k >> 1) * 4 + (i >> 2)) * 8 + (k & 1) * 4 + (i & 3)] - means[c][k];
                }
            }
            quantiseChroma(c);
        }
        int pattern = chromaPattern();
        ue(w, 1 + mode + 4 * pattern + (fine ? 12 : 0));
        ue(w, 0);
        se(w, 0);
        codes[0].writeLumaDCBlock(w, x * 4, y * 4, MBType.I_16x16, MBType.I_16x16, lumaMeans, H264Const.totalZeros16, 0, 16, ZIGZAG);
        for (int k = 0; k < 16; k++) {
            int bx = x * 4 + BLOCK_X[k];
            int by = y * 4 + BLOCK_Y[k];
            if (fine) {
                codes[0].writeACBlock(w, bx, by, MBType.I_16x16, MBType.I_16x16, lumaLevels[k], H264Const.totalZeros16, 1, 15, ZIGZAG);
            } else {
                codes[0].setZeroCoeff(bx, by);
            }
        }
        codeChroma(w, codes, x, y, pattern);
        blocks.restoreMeans(lumaMeans);
        for (int k = 0; k < 16; k++) {
            int[] b = lumaLevels[k];
            blocks.restore(b, 1);
            b[0] = lumaMeans[BLOCK_Y[k] * 4 + BLOCK_X[k]];
            Blocks.inverse(b);
            for (int i = 0; i < 16; i++) {
                int px = BLOCK_X[k] * 4 + (i & 3);
                int py = BLOCK_Y[k] * 4 + (i >> 2);
                planes[0].put(x * 16 + px, y * 16 + py, predicted[py * 16 + px] + b[i]);
            }
        }
        for (int c = 0; c < 2; c++) {
            int[] mean = means[c];
            restoreChroma(c, x, y, pattern, (px, py) -> mean[(py & 4) / 2 + (px & 4) / 4]);
        }
    }

    /** The best prediction of a macroblock's luma: 0 its upper neighbours, 1 its left ones, 2 the mean of those there are. */
    private int predict(int x, int y, int[] best) {
        Plane p = planes[0];
        int sum = 0;
        for (int i = 0; i < 16; i++) {
            sum += (y > 0 ? p.at(x * 16 + i, y * 16 - 1) : 0) + (x > 0 ? p.at(x * 16 - 1, y * 16 + i) : 0);
        }
        int mean = x > 0 && y > 0 ? sum + 16 >> 5 : x > 0 || y > 0 ? sum + 8 >> 4 : 128;
        Arrays.fill(best, mean);
        int mode = 2;
        long least = distance(best);
        for (int other = 0; other < 2; other++) {
            if (other == 0 ? y == 0 : x == 0) {
                continue;
            }
            int[] guess = new int[256];
            for (int i = 0; i < 256; i++) {
                guess[i] = other == 0 ? p.at(x * 16 + (i & 15), y * 16 - 1) : p.at(x * 16 - 1, y * 16 + (i >> 4));
            }
            long distance = distance(guess);
            if (distance < least) {
                least = distance;
                mode = other;
                System.arraycopy(guess, 0, best, 0, 256);
            }
        }
        return mode;
    }

    private long distance(int[] guess) {
        long sum = 0;
        for (int i = 0; i < 256; i++) {
            sum += Math.abs(luma[i] - guess[i]);
        }
        return sum;
    }

    /** The mean that each 4 x 4 block of a chroma is predicted by (8.3.4): corners on the diagonal from both sides, others from one. */
    private void predictChroma(int c, int x, int y, int[] means) {
        Plane p = planes[1 + c];
        for (int k = 0; k < 4; k++) {
            int left = 0;
            int above = 0;
            for (int i = 0; i < 4; i++) {
                left += x > 0 ? p.at(x * 8 - 1, y * 8 + (k >> 1) * 4 + i) : 0;
                above += y > 0 ? p.at(x * 8 + (k & 1) * 4 + i, y * 8 - 1) : 0;
            }
            boolean both = k == 0 || k == 3;
            boolean fromAbove = y > 0 && (k != 2 || x == 0);
            means[k] = x > 0 && y > 0 && both ? left + above + 4 >> 3 : fromAbove && (!both || x == 0) ? above + 2 >> 2
                    : x > 0 ? left + 2 >> 2 : fromAbove ? above + 2 >> 2 : 128;
        }
    }

    private static void clear(CAVLC[] codes, int x, int y) {
        for (int i = 0; i < 16; i++) {
            codes[0].setZeroCoeff(x * 4 + (i & 3), y * 4 + (i >> 2));
        }
        for (int c = 1; c < 3; c++) {
            for (int i = 0; i < 4; i++) {
                codes[c].setZeroCoeff(x * 2 + (i & 1), y * 2 + (i >> 1));
            }
        }
    }

    /** A number of 0 or more in the code of Golomb. */
    private static void ue(BitWriter w, int value) {
        int size = 32 - Integer.numberOfLeadingZeros(value + 1);
        w.writeNBit(0, size - 1);
        w.writeNBit(value + 1, size);
    }

    private static void se(BitWriter w, int value) {
        ue(w, value > 0 ? 2 * value - 1 : -2 * value);
    }

    /** Ends a unit: its head, its bits, and escapes where they would look like the beginning of another. */
    private byte[] unit(int head, BitWriter w) {
        w.write1Bit(1);
        w.flush();
        bits.flip();
        escaped.clear();
        H264Utils.escapeNAL(bits, escaped);
        byte[] unit = new byte[escaped.position() + 1];
        unit[0] = (byte) head;
        escaped.get(0, unit, 1, escaped.position());
        return unit;
    }
}
