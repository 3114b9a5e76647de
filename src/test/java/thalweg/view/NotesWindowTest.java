package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class NotesWindowTest {
    private static final Rectangle2D DESK = new Rectangle2D(0, 0, 1280, 720);
    private static final Rectangle2D PROJECTOR = new Rectangle2D(1280, 0, 1920, 1080);

    /** Wherever the audience looks, and though screens touch at their edges. */
    @Test
    void notesGoToTheScreenThatTheAudienceDoesNotSee() {
        assertEquals(Optional.of(DESK), NotesWindow.free(List.of(DESK, PROJECTOR), PROJECTOR));
        assertEquals(Optional.of(PROJECTOR), NotesWindow.free(List.of(DESK, PROJECTOR), DESK));
        assertEquals(Optional.empty(), NotesWindow.free(List.of(DESK), DESK));
        assertEquals(Optional.empty(), NotesWindow.free(List.of(DESK, DESK), DESK), "one shows what the other does");
    }

    /** A window over both has not come to its full screen yet when the notes open. */
    @Test
    void aWindowOverBothScreensIsTakenForTheOneThatHasMostOfIt() {
        assertEquals(Optional.of(DESK), NotesWindow.free(List.of(DESK, PROJECTOR), new Rectangle2D(1000, 0, 600, 500)));
        assertEquals(Optional.of(PROJECTOR), NotesWindow.free(List.of(DESK, PROJECTOR), new Rectangle2D(900, 0, 600, 500)));
    }
}
