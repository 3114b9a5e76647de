package thalweg.descent;

import java.util.ArrayList;
import java.util.List;

/** A trajectory being written. Grows in blocks, so a step of a small run allocates nothing and nothing is copied. */
final class Recording {
    /** Rows of a block, as a power of two. */
    static final int BLOCK_BITS = 10;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final Descent descent;
    private final Layout layout;
    private final List<double[]> blocks = new ArrayList<>();
    private final List<double[]> thetas = new ArrayList<>();
    private final List<double[]> gauges = new ArrayList<>();
    private final List<Walker.Moment> moments = new ArrayList<>();
    private final double[] latest;

    Recording(Descent descent) {
        this.descent = descent;
        layout = Layout.of(descent);
        latest = layout.points() ? new double[0] : new double[layout.dimension()];
    }

    /** Keeps what the walker sees. */
    void add(Walker walker) {
        int step = walker.state().step();
        double[] theta = walker.state().theta();
        if (step > 0 && step % layout.every() == 0) {
            moments.add(walker.moment());
        }
        if (!descent.gauges().isEmpty() && descent.measuresAt(step)) {
            gauges.add(walker.gauges().clone());
        }
        if (!layout.points()) {
            System.arraycopy(theta, 0, latest, 0, theta.length);
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
        block[at + Layout.LOSS] = walker.loss();
        block[at + Layout.NORM] = walker.gradientNorm();
        block[at + Layout.LENGTH] = walker.stepLength();
        if (layout.columns() > Layout.BATCH) {
            block[at + Layout.BATCH] = walker.batchLoss();
        }
        if (layout.points()) {
            System.arraycopy(theta, 0, block, at + layout.columns(), layout.dimension());
        } else if (layout.thetaEvery() > 0 && step % layout.thetaEvery() == 0) {
            thetas.add(theta.clone());
        }
    }

    /** What there is while the run goes on: rows already written are not written again. */
    Trajectory soFar(int step, Effort effort) {
        return end(step, new Outcome.Running(step), effort);
    }

    Trajectory end(int last, Outcome outcome, Effort effort) {
        return new Recorded(descent, layout, new Recorded.Kept(List.copyOf(blocks), List.copyOf(thetas), List.copyOf(gauges),
                List.copyOf(moments), latest.clone()), last, outcome, effort);
    }
}
