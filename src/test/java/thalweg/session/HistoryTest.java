package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History<Integer> history = new History<>(1);

    @Test
    void undoAndRedoGoThroughTheSameValues() {
        history.change("a", 2, false);
        history.change("b", 3, false);
        assertTrue(history.undo());
        assertEquals(2, history.now());
        assertTrue(history.undo());
        assertEquals(1, history.now());
        assertFalse(history.undo());
        assertTrue(history.redo());
        assertTrue(history.redo());
        assertEquals(3, history.now());
        assertFalse(history.redo());
    }

    @Test
    void aDragIsOneStepUntilItIsReleased() {
        history.change("drag", 2, true);
        history.change("drag", 3, true);
        history.close();
        history.change("drag", 4, true);
        history.undo();
        assertEquals(3, history.now());
        history.undo();
        assertEquals(1, history.now());
    }

    @Test
    void aDragOfAnotherNameIsAnotherStep() {
        history.change("x", 2, true);
        history.change("y", 3, true);
        history.undo();
        assertEquals(2, history.now());
    }

    @Test
    void aNewChangeForgetsWhatWasUndone() {
        history.change("a", 2, false);
        history.undo();
        history.change("b", 5, false);
        assertEquals(Optional.empty(), history.redoName());
        assertEquals(Optional.of("b"), history.undoName());
    }

    @Test
    void startingAgainForgetsWhatWasDoneAndWhatWasUndone() {
        history.change("a", 2, false);
        history.change("b", 3, false);
        history.undo();
        history.reset(7);
        assertFalse(history.redo());
        assertFalse(history.undo());
        assertEquals(7, history.now());
    }

    /** Undone in the middle of a drag: what the hand does next is a step of its own. */
    @Test
    void aDragEndsWhereSomethingIsUndone() {
        history.change("drag", 2, true);
        history.close();
        history.change("drag", 3, true);
        history.undo();
        history.change("drag", 4, true);
        history.undo();
        assertEquals(2, history.now());
    }

    @Test
    void aChangeToTheSameValueIsNone() {
        history.change("a", 1, false);
        assertEquals(Optional.empty(), history.undoName());
    }

    @Test
    void anEveningOfChangesIsKeptAndNoMore() {
        for (int i = 2; i <= 700; i++) {
            history.change("a", i, false);
        }
        int undone = 0;
        while (history.undo()) {
            undone++;
        }
        assertEquals(500, undone);
        assertEquals(200, history.now());
    }
}
