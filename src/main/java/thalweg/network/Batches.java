package thalweg.network;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.math.Chance;
import thalweg.math.Purpose;
import thalweg.math.SymmetricOperator;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;

/**
 * A network's cost, seen a batch at a time. Which samples a step sees depends on seed and step only, so a run can be walked again from
 * anywhere. The objective itself stays at step 0; only an {@link #evaluator()} has a step.
 */
final class Batches implements Objective {
    private final NetworkObjective all;
    private final int size;
    private final long seed;

    Batches(NetworkObjective all, int size, long seed) {
        this.all = all;
        this.size = size;
        this.seed = seed;
    }

    @Override
    public int dimension() {
        return all.dimension();
    }

    @Override
    public double value(double[] theta) {
        return evaluator().value(theta);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        return evaluator().valueAndGradient(theta, gradient);
    }

    /**
     * Refused: an objective is shared between threads and cannot be at a step.
     *
     * @throws IllegalStateException always, unless the step is 0
     */
    @Override
    public void toStep(int step) {
        if (step != 0) {
            throw new IllegalStateException("only an evaluator() can be told the step");
        }
    }

    @Override
    public Optional<SymmetricOperator> hessianAt(double[] theta) {
        return evaluator().hessianAt(theta);
    }

    @Override
    public Objective evaluator() {
        return new Evaluator(0);
    }

    @Override
    public Appearance appearance() {
        return all.appearance();
    }

    /** One thread's view. */
    private final class Evaluator implements Objective {
        private final int[] order;
        private final int[] batch;
        private final int[] count;
        private final int[] now;                                  // step, epoch
        private final Pass pass;

        private Evaluator(int step) {
            order = new int[all.samples()];
            batch = new int[size];
            count = new int[1];
            now = new int[] {-1, -1};
            pass = all.pass(batch, count);
            toStep(step);
        }

        /** Another that can be cancelled; at the same step, always. */
        private Evaluator(Evaluator other, BooleanSupplier cancelled) {
            order = other.order;
            batch = other.batch;
            count = other.count;
            now = other.now;
            pass = other.pass.until(cancelled);
        }

        @Override
        public void toStep(int step) {
            if (now[0] == step) {
                return;
            }
            int perEpoch = Math.ceilDiv(order.length, size);
            if (now[1] != step / perEpoch) {
                now[1] = step / perEpoch;
                Chance.permute(seed, Purpose.SHUFFLE, now[1], order);
            }
            int from = step % perEpoch * size;
            count[0] = Math.min(size, order.length - from);
            System.arraycopy(order, from, batch, 0, count[0]);
            now[0] = step;
        }

        @Override
        public int dimension() {
            return all.dimension();
        }

        @Override
        public double value(double[] theta) {
            return pass.value(theta);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            return pass.valueAndGradient(theta, gradient);
        }

        @Override
        public Optional<SymmetricOperator> hessianAt(double[] theta) {
            return pass.hessianAt(theta);
        }

        @Override
        public Objective until(BooleanSupplier cancelled) {
            return new Evaluator(this, cancelled);
        }

        @Override
        public Objective evaluator() {
            return new Evaluator(now[0]);
        }

        @Override
        public Appearance appearance() {
            return all.appearance();
        }
    }
}
