package thalweg.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A value with the values before and after it, each with the name of the change that led away from it. */
final class History<T> {
    /** Enough for an evening; an experiment is about a kilobyte. */
    private static final int MOST = 500;

    private record Change<T>(String what, T before, T after) { }

    /** A history as it was once. */
    record Mark<T>(List<Change<T>> done, List<Change<T>> undone, T now) { }

    private final Deque<Change<T>> done = new ArrayDeque<>();
    private final Deque<Change<T>> undone = new ArrayDeque<>();
    private T now;
    private boolean open;

    History(T first) {
        now = first;
    }

    T now() {
        return now;
    }

    /** Forgets everything and starts again. */
    void reset(T first) {
        done.clear();
        undone.clear();
        open = false;
        now = first;
    }

    /**
     * Makes the change undoable; with {@code merge}, one step together with the change of the same name before it, if that is still open.
     */
    void change(String what, T after, boolean merge) {
        if (after.equals(now)) {
            return;
        }
        T before = now;
        if (merge && open && !done.isEmpty() && done.getLast().what().equals(what)) {
            before = done.removeLast().before();
        }
        done.addLast(new Change<>(what, before, after));
        if (done.size() > MOST) {
            done.removeFirst();
        }
        undone.clear();
        open = merge;
        now = after;
    }

    /** Everything there is now, to come back to. */
    Mark<T> mark() {
        return new Mark<>(List.copyOf(done), List.copyOf(undone), now);
    }

    /** As it was at a mark. */
    void restore(Mark<T> mark) {
        reset(mark.now());
        done.addAll(mark.done());
        undone.addAll(mark.undone());
    }

    /** Whether a change of this name would join the one before it. */
    boolean joins(String what) {
        return open && !done.isEmpty() && done.getLast().what().equals(what);
    }

    /** Whether the last change may be joined by more. */
    boolean isOpen() {
        return open;
    }

    /** The next change starts an undo step of its own. */
    void close() {
        open = false;
    }

    boolean undo() {
        return move(done, undone, true);
    }

    boolean redo() {
        return move(undone, done, false);
    }

    Optional<String> undoName() {
        return Optional.ofNullable(done.peekLast()).map(Change::what);
    }

    Optional<String> redoName() {
        return Optional.ofNullable(undone.peekLast()).map(Change::what);
    }

    private boolean move(Deque<Change<T>> from, Deque<Change<T>> to, boolean back) {
        open = false;
        if (from.isEmpty()) {
            return false;
        }
        Change<T> change = from.removeLast();
        to.addLast(change);
        now = back ? change.before() : change.after();
        return true;
    }
}
