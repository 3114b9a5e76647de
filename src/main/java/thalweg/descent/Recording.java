package thalweg.descent;

import java.util.ArrayList;
import java.util.List;

/** A trajectory being written. Grows in blocks, so a step allocates nothing and nothing is copied. */
final class Recording {
    /** Rows of a block, as a power of two. */
    static final int BLOCK_BITS = 10;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final Descent descent;
    private final Layout layout;
    private final List<double[]> blocks = new ArrayList<>();
    private final List<Walker.Moment> moments = new ArrayList<>();

    Recording(Descent descent) {
        this.descent = descent;
        layout = Layout.of(descent);
    }

    /** Keeps what the walker sees. */
    void add(Walker walker) {
        int step = walker.state().step();
        if (step > 0 && step % layout.every() == 0) {
            moments.add(walker.moment());
        }
        if (layout.width() == 0) {
            return;
        }
        int row = step & BLOCK - 1;
        if (row == 0) {
            blocks.add(new double[(int) Math.min(BLOCK, descent.stop().steps() + 1L - step) * layout.width()]);
        }
        double[] block = blocks.get(step >> BLOCK_BITS);
        int at = row * layout.width();
        block[at] = walker.loss();
        block[at + 1] = walker.gradientNorm();
        if (layout.points()) {
            System.arraycopy(walker.state().theta(), 0, block, at + 2, layout.dimension());
        } else {
            block[at + 2] = walker.stepLength();
        }
    }

    Trajectory end(int last, Outcome outcome, Effort effort) {
        return new Recorded(descent, layout, blocks.toArray(double[][]::new), moments.toArray(Walker.Moment[]::new), last, outcome, effort);
    }
}
