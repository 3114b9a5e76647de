package thalweg.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Variable;

/**
 * The order in which a lowered formula is computed at many places that differ in one variable: each part only as often as what it depends on changes.
 *
 * <p>Numbers live in slots: first one for every part that is the same at all places, then one for every part that depends on the moving variable
 * alone, then those of the other intermediate results, which share slots.
 */
final class Plan {
    private static final int MOVING = 1;
    private static final int OTHERS = 2;

    /**
     * One operation on slots.
     *
     * @param node whose operation it is
     * @param to   slot of the result; may be an operand's
     * @param from slots of the operands
     */
    record Step(Expr node, int to, int[] from) {
    }

    private final int moving;
    /** Which variables a node depends on: the moving one, others, both, none. Children come before parents. */
    private final Map<Expr, Integer> dependence = new IdentityHashMap<>();
    private final List<Expr> order = new ArrayList<>();
    private final Map<Expr, Integer> slots = new IdentityHashMap<>();
    /** Knobs, numbers and other variables. */
    private final List<Expr> leaves = new ArrayList<>();
    private final List<Step> constant = new ArrayList<>();
    private final List<Step> fixed = new ArrayList<>();
    private final List<Step> along = new ArrayList<>();
    private final List<Step> mixed = new ArrayList<>();
    /** Slots that steps on many places read. */
    private final BitSet wide = new BitSet();
    private final int firstFixed;
    private final int firstAlong;
    private final int firstShared;
    private final int count;
    private final int result;

    /** The plan of a formula in which the variable with this index moves. */
    Plan(Expr formula, int moving) {
        this.moving = moving;
        visit(formula);
        firstFixed = place(0, 0, constant);
        firstAlong = place(firstFixed, OTHERS, fixed);
        firstShared = place(firstAlong, MOVING, along);
        count = share(firstShared, formula);
        result = slots.get(formula);
        along.forEach(this::widen);
        mixed.forEach(this::widen);
        wide.set(result);
    }

    private int visit(Expr e) {
        Integer known = dependence.get(e);
        if (known != null) {
            return known;
        }
        int on = e instanceof Variable(int index, String _) ? index == moving ? MOVING : OTHERS : 0;
        for (Expr child : Compiler.children(e)) {
            on |= visit(child);
        }
        dependence.put(e, on);
        order.add(e);
        return on;
    }

    /** Gives every node that depends on just these a slot of its own. */
    private int place(int from, int on, List<Step> steps) {
        int next = from;
        for (Expr e : order) {
            if (dependence.get(e) == on) {
                slots.put(e, next);
                if (isLeaf(e)) {
                    leaves.add(e);
                } else {
                    steps.add(step(e, next));
                }
                next++;
            }
        }
        return next;
    }

    /** Gives the other nodes slots that are free again after the last step that reads them. */
    private int share(int from, Expr formula) {
        List<Expr> nodes = order.stream().filter(e -> dependence.get(e) == (MOVING | OTHERS)).toList();
        Map<Expr, Integer> lastUse = new IdentityHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (Expr child : Compiler.children(nodes.get(i))) {
                lastUse.put(child, i);
            }
        }
        lastUse.remove(formula);
        Deque<Integer> free = new ArrayDeque<>();
        int next = from;
        for (int i = 0; i < nodes.size(); i++) {
            Expr e = nodes.get(i);
            for (Expr child : Compiler.children(e)) {
                if (dependence.get(child) == (MOVING | OTHERS) && lastUse.remove(child, i)) {
                    free.push(slots.get(child));
                }
            }
            int slot = free.isEmpty() ? next++ : free.pop();
            mixed.add(step(e, slot));
            slots.put(e, slot);
        }
        return next;
    }

    private static boolean isLeaf(Expr e) {
        return !(e instanceof Call || e instanceof Binary || e instanceof Choice);
    }

    private Step step(Expr e, int slot) {
        return new Step(e, slot, Compiler.children(e).stream().mapToInt(slots::get).toArray());
    }

    private void widen(Step step) {
        for (int slot : step.from) {
            wide.set(slot);
        }
    }

    /** Nodes without operands: constants, knobs, variables. */
    List<Expr> leaves() {
        return leaves;
    }

    int slot(Expr leaf) {
        return slots.get(leaf);
    }

    /** What depends on no variable. */
    List<Step> constant() {
        return constant;
    }

    /** What depends on other variables than the moving one. */
    List<Step> fixed() {
        return fixed;
    }

    /** What depends on the moving variable alone. */
    List<Step> along() {
        return along;
    }

    List<Step> mixed() {
        return mixed;
    }

    /** Whether a slot is read by steps on many places, or is the result. */
    boolean isWide(int slot) {
        return wide.get(slot);
    }

    /** Whether later steps than those along the moving variable read this slot of theirs, or it is the result. */
    boolean outlives(int slot) {
        return slot == result || mixed.stream().anyMatch(s -> Arrays.stream(s.from).anyMatch(f -> f == slot));
    }

    /** The first slot that depends on other variables. */
    int firstFixed() {
        return firstFixed;
    }

    /** The first slot that depends on the moving variable alone. */
    int firstAlong() {
        return firstAlong;
    }

    int firstShared() {
        return firstShared;
    }

    /** Number of slots. */
    int count() {
        return count;
    }

    int result() {
        return result;
    }
}
