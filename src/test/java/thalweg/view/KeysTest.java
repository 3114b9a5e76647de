package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Which key acts where: a key acts once, a field keeps its own, and what is typed in a popup is not meant for the window. */
class KeysTest extends WithPanels {
    private void seeds(int... seeds) {
        for (int seed : seeds) {
            Fx.run(() -> bench.session.edit("change seed", e -> e.withSeed(seed)));
        }
    }

    private long seed() {
        return bench.experimentNow().seed();
    }

    @Test
    void aKeyWrittenInAMenuActsOnce() {
        seeds(5, 6, 7);
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(6, seed());
        Fx.keys(KeyCode.CONTROL, KeyCode.Y);
        assertEquals(7, seed());
        Fx.keys(KeyCode.F1);
        assertNotNull(Fx.get(() -> bench.scene.lookup("#keys")));
    }

    @Test
    void whileAFieldIsTypedInTheKeysOfEditingAreItsOwn() {
        seeds(5, 6, 7);
        Fx.run(bench.session::undo);
        Fx.run(() -> bench.node("search").requestFocus());
        for (KeyCode code : List.of(KeyCode.Z, KeyCode.Y, KeyCode.C)) {
            Fx.keys(KeyCode.CONTROL, code);
            assertEquals(6, seed(), () -> "Ctrl+" + code + " in the field of the search");
        }
        Fx.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(6, seed());
        assertEquals("", Fx.get(() -> bench.session.status().get()), "nothing was copied");
    }

    /** What the field has given away is on screen everywhere: to take back its letters alone would leave a number that nobody uses. */
    @Test
    void whatAFieldHasTakenOverIsUndoneInTheWindow() {
        TextField field = bench.node(TextField.class, "seed");
        Fx.run(field::requestFocus);
        Fx.run(field::selectAll);
        Fx.keys(KeyCode.DIGIT8);
        Fx.keys(KeyCode.ENTER);
        assertEquals(8, seed());
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(1, seed());
        assertEquals("1", Fx.get(field::getText));
        Fx.keys(KeyCode.CONTROL, KeyCode.Y);
        assertEquals(8, seed());
        Fx.keys(KeyCode.DIGIT9);
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(8, seed(), "letters that are not yet taken over are the field's own");
        assertEquals("8", Fx.get(field::getText));
    }

    @Test
    void escapeLeavesAFieldThatHasNothingToTakeBack() {
        Fx.run(() -> bench.node("seed").requestFocus());
        Fx.keys(KeyCode.ESCAPE);
        Fx.keys(KeyCode.SPACE);
        assertTrue(Fx.get(() -> bench.session.playback().isPlaying()));
    }

    @Test
    void whatIsTypedInASettingIsNotMeantForTheWindow() {
        Fx.click(bench.node("settings-0"));
        TextField field = bench.popup(TextField.class, "#levels-field");
        Fx.run(() -> {
            field.requestFocus();
            field.selectAll();
        });
        Fx.keys(KeyCode.DIGIT1);
        Fx.keys(KeyCode.DIGIT2);
        Fx.keys(KeyCode.HOME);
        assertEquals("12", Fx.get(field::getText));
        assertEquals(4, bench.tiles().size());
        Fx.keys(KeyCode.ENTER);
        assertEquals(12, bench.experimentNow().look().levels());
        Fx.keys(KeyCode.ESCAPE);
        assertFalse(bench.popupOpen());
    }

    @Test
    void whatIsTypedAsANameIsNotMeantForTheWindow() {
        Fx.click(bench.node("more-1"));
        TextField field = bench.popup(TextField.class, ".text-field");
        Fx.run(field::requestFocus);
        for (KeyCode code : List.of(KeyCode.A, KeyCode.SPACE, KeyCode.DIGIT1, KeyCode.R)) {
            Fx.keys(code);
        }
        assertEquals("a 1r", Fx.get(field::getText));
        assertEquals(4, bench.tiles().size());
        assertFalse(Fx.get(() -> bench.session.playback().isPlaying()));
        Fx.keys(KeyCode.ENTER);
        assertEquals("a 1r", bench.experimentNow().runs().get(1).label());
    }

    /** With a real keyboard, what a field in a popup leaves over goes on to the window below: headless, it does not. */
    @Test
    void whatAFieldInAPopupLeavesOverIsNotMeantForTheWindow() {
        Fx.click(bench.node("more-1"));
        TextField field = bench.popup(TextField.class, ".text-field");
        Fx.run(field::requestFocus);
        Fx.run(() -> {
            for (KeyCode code : List.of(KeyCode.SPACE, KeyCode.RIGHT)) {
                bench.scene.getFocusOwner().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            }
        });
        typed("2");
        assertFalse(Fx.get(() -> bench.session.playback().isPlaying()));
        assertEquals(0, bench.step());
        assertEquals(4, bench.tiles().size());
    }

    @Test
    void escapeLeavesTheFullTileAlsoFromAField() {
        Fx.keys(KeyCode.DIGIT2);
        Fx.run(() -> bench.node("search").requestFocus());
        Fx.keys(KeyCode.ESCAPE);
        assertEquals(4, bench.tiles().size());
    }

    @Test
    void escapeClosesTheOverlayFirst() {
        Fx.keys(KeyCode.DIGIT2);
        Fx.run(() -> bench.node("search").requestFocus());
        Fx.keys(KeyCode.F1);
        assertNotNull(Fx.get(() -> bench.scene.lookup("#keys")));
        Fx.keys(KeyCode.ESCAPE);
        assertNull(Fx.get(() -> bench.scene.lookup("#keys")));
        assertEquals(1, bench.tiles().size());
        Fx.keys(KeyCode.ESCAPE);
        assertEquals(4, bench.tiles().size());
    }

    /** Other keyboards have brackets and digits elsewhere, behind Shift or AltGr: what counts is the character. */
    @Test
    void charactersActWhereverTheKeyboardHasThem() {
        Fx.run(() -> bench.node("tile-0").requestFocus());
        typed("]");
        assertEquals(2, Fx.get(() -> bench.session.playback().speedProperty().get()));
        typed("[");
        typed("[");
        assertEquals(0.5, Fx.get(() -> bench.session.playback().speedProperty().get()));
        typed("3");
        assertEquals(List.of("tile-2"), bench.tiles());
        typed("?");
        assertNotNull(Fx.get(() -> bench.scene.lookup("#keys")));
    }

    private void typed(String character) {
        Fx.run(() -> {
            Node target = bench.scene.getFocusOwner();
            target.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
        });
        Fx.pulses(1);
    }

    @Test
    void aStepBeingTypedIsNotOverwrittenByThePlayhead() {
        TextField field = bench.node(TextField.class, "step");
        Fx.run(() -> {
            field.requestFocus();
            field.selectAll();
        });
        Fx.keys(KeyCode.DIGIT4);
        Fx.run(() -> bench.session.playback().go(17));
        assertEquals("4", Fx.get(field::getText));
        Fx.keys(KeyCode.DIGIT2);
        Fx.keys(KeyCode.ENTER);
        assertEquals(42, bench.step());
        Fx.keys(KeyCode.DIGIT9);
        Fx.keys(KeyCode.ESCAPE);
        assertEquals("42", Fx.get(field::getText));
        Fx.run(() -> bench.session.playback().go(18));
        assertEquals("18", Fx.get(field::getText));
    }

    @Test
    void everyLineOfTheOverlayHasAKeyThatActs() {
        Fx.keys(KeyCode.F1);
        long caps = Fx.get(() -> bench.scene.lookup("#keys").lookupAll(".key").stream().map(n -> ((Label) n).getText()).distinct().count());
        assertTrue(caps >= 20, caps + " keys");
    }
}
