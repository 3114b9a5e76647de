package thalweg.formula;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Constant;
import thalweg.formula.Expr.Knob;
import thalweg.formula.Expr.Literal;
import thalweg.formula.Expr.Variable;

/**
 * A formula's values at many places that differ in one variable, row after row of a grid, with the bits of {@link CompiledFormula#value}.
 *
 * <p>What depends on that variable alone is computed once, what does not depend on it once per row, the rest operation by operation for a block of
 * places. Belongs to one thread.
 */
public final class Along {
    /** So many places at a time: the intermediate results of most formulas stay in the processor's first cache. */
    private static final int BLOCK = 256;
    /** Operations on a block between two looks at whether it is still wanted: microseconds. */
    private static final int CALM = 15;

    private final Plan plan;
    private final int moving;
    private final int places;
    private final int block;
    private final double[][] slots;
    /** For each block what depends on the moving variable alone. */
    private final double[][][] alone;

    Along(Expr lowered, int moving, double[] at, double[] knobs) {
        this.moving = moving;
        plan = new Plan(lowered, moving);
        places = at.length;
        int blocks = Math.max(1, Math.ceilDiv(places, BLOCK));
        block = Math.ceilDiv(Math.max(1, places), blocks);
        slots = new double[plan.count()][];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = new double[plan.isWide(i) || i >= plan.firstAlong() ? block : 1];
        }
        for (Expr leaf : plan.leaves()) {
            switch (leaf) {
                case Literal(double v) -> slots[plan.slot(leaf)][0] = v;
                case Constant(String _, double v) -> slots[plan.slot(leaf)][0] = v;
                case Knob(int index, String _) -> slots[plan.slot(leaf)][0] = knobs[index];
                default -> { }
            }
        }
        plan.constant().forEach(s -> run(s, 1));
        spread(0, plan.firstFixed());
        alone = new double[blocks][plan.firstShared() - plan.firstAlong()][];
        for (int b = 0; b < blocks; b++) {
            prepare(b, at);
        }
    }

    private void prepare(int b, double[] at) {
        int n = size(b);
        for (int i = 0; i < alone[b].length; i++) {
            int slot = plan.firstAlong() + i;
            if (b > 0 && plan.outlives(slot)) {
                slots[slot] = new double[block];
            }
            alone[b][i] = slots[slot];
        }
        for (Expr leaf : plan.leaves()) {
            if (leaf instanceof Variable(int index, String _) && index == moving) {
                System.arraycopy(at, b * block, slots[plan.slot(leaf)], 0, n);
            }
        }
        plan.along().forEach(s -> run(s, n));
    }

    private int size(int b) {
        return Math.min(block, places - b * block);
    }

    /** Copies what is the same at all places to all places. */
    private void spread(int from, int to) {
        for (int i = from; i < to; i++) {
            Arrays.fill(slots[i], slots[i][0]);
        }
    }

    /**
     * The values where the moving variable has the places' values and the others have theirs.
     *
     * @param theta     values of the variables; that of the moving one is not read; not modified
     * @param values    overwritten with as many values as there are places
     * @param cancelled asked every few microseconds; once true, values not yet computed are left as they are
     */
    public void values(double[] theta, double[] values, BooleanSupplier cancelled) {
        for (Expr leaf : plan.leaves()) {
            if (leaf instanceof Variable(int index, String _) && index != moving) {
                slots[plan.slot(leaf)][0] = theta[index];
            }
        }
        plan.fixed().forEach(s -> run(s, 1));
        spread(plan.firstFixed(), plan.firstAlong());
        for (int b = 0; b < alone.length; b++) {
            if (!compute(b, cancelled)) {
                return;
            }
            double[] result = slots[plan.result()];
            int n = size(b);
            for (int i = 0; i < n; i++) {
                values[b * block + i] = result[i] + 0.0;           // a zero is never negative
            }
        }
    }

    private boolean compute(int b, BooleanSupplier cancelled) {
        System.arraycopy(alone[b], 0, slots, plan.firstAlong(), alone[b].length);
        int n = size(b);
        List<Plan.Step> steps = plan.mixed();
        for (int k = 0; k < steps.size(); k++) {
            if ((k & CALM) == 0 && cancelled.getAsBoolean()) {
                return false;
            }
            run(steps.get(k), n);
        }
        return true;
    }

    private void run(Plan.Step step, int n) {
        double[] to = slots[step.to()];
        int[] from = step.from();
        switch (step.node()) {
            case Call(Function f, Expr _) -> Kernels.function(f, to, slots[from[0]], n);
            case Binary(Operator o, Expr _, Expr _) -> Kernels.operator(o, to, slots[from[0]], slots[from[1]], n);
            case Choice _ -> Kernels.pick(to, slots[from[0]], slots[from[1]], slots[from[2]], slots[from[3]], n);
            default -> throw new IllegalStateException("no operation: " + step.node());
        }
    }
}
