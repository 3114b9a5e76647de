package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static final long FRAME = 16_666_667;

    private final Playback playback = new Playback();
    private long now;

    @Test
    void aSecondOfPlayingMakesThirtySteps() {
        playback.length(300);
        playback.play();
        frames(61);
        assertEquals(30, playback.step(), 1);
    }

    @Test
    void aLongPathEndsWithinHalfAMinute() {
        playback.length(1_000_000);
        playback.loopProperty().set(false);
        playback.play();
        frames(60 * 30 + 5);
        assertEquals(1_000_000, playback.step());
        assertFalse(playback.isPlaying());
    }

    @Test
    void loopingShowsTheEndAndBeginsAgain() {
        playback.length(10);
        playback.go(9);
        playback.play();
        boolean end = false;
        boolean again = false;
        for (int i = 0; i < 60; i++) {
            frames(1);
            end |= playback.step() == 10;
            again |= end && playback.step() == 0;
        }
        assertTrue(end && again);
        assertTrue(playback.isPlaying());
    }

    @Test
    void whereNothingMayMoveByItselfTheEndIsShownAndPlayingOnRequestStillWorks() {
        playback.length(300);
        playback.keepStill(true);
        playback.playByItself();
        assertFalse(playback.isPlaying());
        assertEquals(300, playback.step());
        playback.play();
        frames(61);
        assertEquals(30, playback.step(), 1);
        playback.keepStill(false);
        playback.toFirst();
        playback.playByItself();
        assertTrue(playback.isPlaying());
    }

    @Test
    void aPartThatMayNotPlayByItselfStandsAtItsOwnEnd() {
        playback.length(300);
        playback.keepStill(true);
        playback.part(10, 50);
        playback.go(10);
        playback.playByItself();
        assertEquals(50, playback.step());
    }

    @Test
    void movingStopsAndStaysInside() {
        playback.length(5);
        playback.play();
        playback.move(10);
        assertEquals(5, playback.step());
        assertFalse(playback.isPlaying());
        playback.move(-100);
        assertEquals(0, playback.step());
    }

    @Test
    void thePlayheadGoesNoFartherThanThePath() {
        playback.length(5);
        playback.go(9);
        assertEquals(5, playback.step());
        playback.go(-1);
        assertEquals(0, playback.step());
    }

    @Test
    void playingAtTheEndStartsFromTheStart() {
        playback.length(5);
        playback.go(5);
        playback.play();
        assertEquals(0, playback.step());
    }

    @Test
    void aShorterPathTakesThePlayheadWithIt() {
        playback.length(100);
        playback.go(80);
        playback.length(20);
        assertEquals(20, playback.step());
    }

    @Test
    void aPlaceBeyondThePathIsTakenWhenThePathIsThatLong() {
        playback.length(20);
        playback.place(80);
        assertEquals(20, playback.step());
        playback.length(100);
        assertEquals(80, playback.step());
    }

    @Test
    void growingPathsAreFollowedAndThePlayheadStaysAtTheirEnd() {
        playback.length(300);
        playback.begin();
        playback.go(0);                                           // whoever chooses another scene begins it so
        playback.play();
        for (int steps = 5; steps < 50; steps += 5) {
            playback.grows(steps);
            frames(10);
            assertEquals(steps, playback.step());
        }
        playback.length(50);
        assertEquals(50, playback.step());
    }

    @Test
    void whoeverMovesThePlayheadIsNotTakenAlongByGrowingPaths() {
        playback.begin();
        playback.grows(10);
        playback.move(-4);
        playback.grows(20);
        assertEquals(6, playback.step());
        playback.length(30);
        assertEquals(6, playback.step());
    }

    @Test
    void afterPathsHaveGrownThePlayheadIsBackWhereItWasPut() {
        playback.length(100);
        playback.go(40);
        playback.begin();
        playback.grows(10);
        playback.grows(60);
        assertEquals(60, playback.step());
        playback.length(100);
        assertEquals(40, playback.step());
    }

    @Test
    void whileOtherPathsAreAwaitedItRestsAndGoesOnWithThem() {
        playback.length(300);
        playback.play();
        frames(31);
        int step = playback.step();
        playback.rest(true);
        frames(60);
        assertEquals(step, playback.step());
        playback.length(500);
        playback.rest(false);
        frames(31);
        assertEquals(step + 15, playback.step(), 1);
    }

    /** The end of the old paths is none of the new ones'. */
    @Test
    void whereNothingMayMoveByItselfTheEndOfTheAwaitedPathsIsShown() {
        playback.length(30);
        playback.keepStill(true);
        playback.rest(true);
        playback.playByItself();
        playback.length(500);
        playback.rest(false);
        assertEquals(500, playback.step());
    }

    @Test
    void aSleepOfTheMachineIsNotPlayedBack() {
        playback.length(300);
        playback.play();
        frames(2);
        now += 3_600_000_000_000L;
        frames(1);
        assertTrue(playback.step() < 10, "step " + playback.step());
    }

    @Test
    void speedsGoUpAndDown() {
        playback.faster(true);
        assertEquals(2, playback.speedProperty().get());
        playback.faster(false);
        playback.faster(false);
        assertEquals(0.5, playback.speedProperty().get());
        for (int i = 0; i < 20; i++) {
            playback.faster(true);
        }
        assertEquals(Playback.SPEEDS.getLast(), playback.speedProperty().get());
    }

    private void frames(int count) {
        for (int i = 0; i < count; i++) {
            playback.tick(now += FRAME);
        }
    }
}
