package thalweg.export;

/** The integer transform of H.264 and its quantisation (ITU-T H.264, 8.5), for one quality. Blocks are row by row. */
final class Blocks {
    private static final int[][] SCALE = {{13107, 5243, 8066}, {11916, 4660, 7490}, {10082, 4194, 6554}, {9362, 3647, 5825},
        {8192, 3355, 5243}, {7282, 2893, 4559}};
    private static final int[][] UNSCALE = {{10, 16, 13}, {11, 18, 14}, {13, 20, 16}, {14, 23, 18}, {16, 25, 20}, {18, 29, 23}};

    private final int sixth;
    private final int[] scale = new int[16];
    private final int[] unscale = new int[16];
    private final int shift;

    /**
     * For a quantiser.
     *
     * @param qp 0 (finest) to 29, where luma and chroma have the same
     */
    Blocks(int qp) {
        sixth = qp / 6;
        shift = 15 + sixth;
        for (int i = 0; i < 16; i++) {
            int x = i & 1;
            int y = i >> 2 & 1;
            int kind = x + y == 0 ? 0 : x + y == 2 ? 1 : 2;
            scale[i] = SCALE[qp % 6][kind];
            unscale[i] = UNSCALE[qp % 6][kind];
        }
    }

    /** Differences of 4 x 4 pixels become frequencies, in place. */
    static void forward(int[] b) {
        for (int i = 0; i < 16; i += 4) {
            forward(b, i, 1);
        }
        for (int i = 0; i < 4; i++) {
            forward(b, i, 4);
        }
    }

    private static void forward(int[] b, int at, int by) {
        int s03 = b[at] + b[at + 3 * by];
        int d03 = b[at] - b[at + 3 * by];
        int s12 = b[at + by] + b[at + 2 * by];
        int d12 = b[at + by] - b[at + 2 * by];
        b[at] = s03 + s12;
        b[at + by] = 2 * d03 + d12;
        b[at + 2 * by] = s03 - s12;
        b[at + 3 * by] = d03 - 2 * d12;
    }

    /** And back, with the rounding that every decoder does. */
    static void inverse(int[] b) {
        for (int i = 0; i < 16; i += 4) {
            inverse(b, i, 1);
        }
        for (int i = 0; i < 4; i++) {
            inverse(b, i, 4);
        }
        for (int i = 0; i < 16; i++) {
            b[i] = b[i] + 32 >> 6;
        }
    }

    private static void inverse(int[] b, int at, int by) {
        int e0 = b[at] + b[at + 2 * by];
        int e1 = b[at] - b[at + 2 * by];
        int e2 = (b[at + by] >> 1) - b[at + 3 * by];
        int e3 = b[at + by] + (b[at + 3 * by] >> 1);
        b[at] = e0 + e3;
        b[at + by] = e1 + e2;
        b[at + 2 * by] = e1 - e2;
        b[at + 3 * by] = e0 - e3;
    }

    /** Frequencies become levels, from index {@code first} on; says whether any is not 0. */
    boolean quantise(int[] b, int first) {
        int half = (1 << shift) / 3;
        int any = 0;
        for (int i = first; i < 16; i++) {
            b[i] = level(b[i], scale[i], half, shift);
            any |= b[i];
        }
        return any != 0;
    }

    private static int level(int value, int scale, int half, int shift) {
        int size = (int) ((long) Math.abs(value) * scale + half >> shift);
        return value < 0 ? -size : size;
    }

    /** Levels become frequencies again, from index {@code first} on. */
    void restore(int[] b, int first) {
        for (int i = first; i < 16; i++) {
            b[i] = b[i] * unscale[i] << sixth;
        }
    }

    /** The 16 means of a macroblock's luma, transformed once more and quantised, in place. */
    boolean quantiseMeans(int[] dc) {
        hadamard(dc);
        int any = 0;
        for (int i = 0; i < 16; i++) {
            dc[i] = level(dc[i] + 1 >> 1, scale[0], 2 * ((1 << shift) / 3), shift + 1);
            any |= dc[i];
        }
        return any != 0;
    }

    void restoreMeans(int[] dc) {
        hadamard(dc);
        for (int i = 0; i < 16; i++) {
            dc[i] = dc[i] * 16 * unscale[0] + (1 << 5 - sixth) >> 6 - sixth;
        }
    }

    private static void hadamard(int[] b) {
        for (int i = 0; i < 16; i += 4) {
            hadamard(b, i, 1);
        }
        for (int i = 0; i < 4; i++) {
            hadamard(b, i, 4);
        }
    }

    private static void hadamard(int[] b, int at, int by) {
        int s03 = b[at] + b[at + 3 * by];
        int d03 = b[at] - b[at + 3 * by];
        int s12 = b[at + by] + b[at + 2 * by];
        int d12 = b[at + by] - b[at + 2 * by];
        b[at] = s03 + s12;
        b[at + by] = d03 + d12;
        b[at + 2 * by] = s03 - s12;
        b[at + 3 * by] = d03 - d12;
    }

    /** The 4 means of a macroblock's chroma. */
    boolean quantiseChromaMeans(int[] dc) {
        hadamard2(dc);
        int any = 0;
        for (int i = 0; i < 4; i++) {
            dc[i] = level(dc[i], scale[0], 2 * ((1 << shift) / 3), shift + 1);
            any |= dc[i];
        }
        return any != 0;
    }

    void restoreChromaMeans(int[] dc) {
        hadamard2(dc);
        for (int i = 0; i < 4; i++) {
            dc[i] = (dc[i] * 16 * unscale[0] << sixth) >> 5;
        }
    }

    private static void hadamard2(int[] c) {
        int a = c[0] + c[1];
        int b = c[0] - c[1];
        int d = c[2] + c[3];
        int e = c[2] - c[3];
        c[0] = a + d;
        c[1] = b + e;
        c[2] = a - d;
        c[3] = b - e;
    }
}
