package thalweg.session;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the program is doing and how far it is, or else the last thing worth telling, which work in between does not wipe away. */
final class Status {
    private static final double IDLE = -1;

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(IDLE);
    private String told = "";
    private boolean lasting;
    private boolean busy;

    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Work is under way. */
    void doing(String what, double part) {
        busy = true;
        text.set(what);
        progress.set(part);
    }

    boolean isBusy() {
        return busy;
    }

    /** No work is under way. */
    void idle() {
        busy = false;
        progress.set(IDLE);
        text.set(told);
    }

    /** Something is done, or wrong: said until the next edit, or {@code lasting} until something else is said. */
    void say(String what, boolean outlastsEdits) {
        told = what;
        lasting = outlastsEdits;
        text.set(what);
    }

    /** The experiment was edited: what was said of the one before is over. */
    void edited() {
        if (!lasting) {
            told = "";
        }
    }
}
