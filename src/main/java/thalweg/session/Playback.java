package thalweg.session;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * The playhead and the clock that moves it. The clock is told the time from outside and only moves the playhead, so playing computes
 * nothing.
 *
 * <p>At speed 1 it makes 30 steps a second, or whatever brings a longer path to its end within 30 seconds.
 *
 * <p>While paths are still growing it follows their newest step, until somebody moves it; then, and when they are done, it stands where it was
 * put, or at the end if it was put nowhere. A place beyond the paths is remembered until they are that long.
 *
 * <p>While the paths of another place are awaited it rests: those that are there are no longer seen.
 */
public final class Playback {
    /** The speeds offered. */
    public static final List<Double> SPEEDS = List.of(0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0);

    private static final double STEPS_PER_SECOND = 30;
    private static final double SECONDS_AT_MOST = 30;
    /** A longer pause than this between two ticks (a window dragged, a machine asleep) counts as this long. */
    private static final double LONGEST_TICK = 0.1;

    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final BooleanProperty loop = new SimpleBooleanProperty(true);
    private int from;
    private int to = Integer.MAX_VALUE;
    private double fraction;
    private long before = -1;
    private int place;
    private boolean fresh;
    private boolean following;
    private boolean still;
    private boolean resting;

    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** A factor, one of {@link #SPEEDS} or any other above 0. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    public BooleanProperty loopProperty() {
        return loop;
    }

    public int step() {
        return step.get();
    }

    public int last() {
        return last.get();
    }

    public boolean isPlaying() {
        return playing.get();
    }

    /** Where playing ends: at the end of the part, unless it began behind it. */
    private int end() {
        return step() > to ? last() : Math.min(to, last());
    }

    /** Whether there is nothing more to play from here. */
    public boolean isAtEnd() {
        return step() >= end();
    }

    /** Only a part is played from now on, until {@link #whole}; the playhead may be moved out of it all the same. */
    void part(int first, int end) {
        from = first;
        to = end;
    }

    /** All steps are played again. */
    void whole() {
        part(0, Integer.MAX_VALUE);
    }

    /** How it is played, whatever is played. */
    record Manner(double speed, boolean loop) {
    }

    Manner manner() {
        return new Manner(speed.get(), loop.get());
    }

    /** From now on everything is played in this manner. */
    void play(Manner manner) {
        whole();
        speed.set(manner.speed());
        loop.set(manner.loop());
    }

    /** What can be come back to. */
    record Mark(int step, boolean playing, double speed, boolean loop, int from, int to) {
    }

    Mark mark() {
        return new Mark(step(), isPlaying(), speed.get(), loop.get(), from, to);
    }

    void restore(Mark mark) {
        part(mark.from(), mark.to());
        speed.set(mark.speed());
        loop.set(mark.loop());
        place(mark.step());
        before = -1;
        playing.set(mark.playing());
    }

    /** Plays on; from the start when it stands at the end. */
    public void play() {
        if (isAtEnd() && !resting) {
            go(from);
        }
        goOn();
    }

    /** Plays on from where it stands, also at the end: for whoever has more to show there. */
    public void goOn() {
        fraction = 0;
        before = -1;
        following = false;
        playing.set(true);
    }

    /** Plays what nobody asked to play; where nothing may move by itself, stands at the end instead, where all is seen. */
    public void playByItself() {
        if (still) {
            pause();
            place(resting ? to : end());
        } else {
            play();
        }
    }

    /** Whether nothing may move by itself from now on; what plays goes on. */
    public void keepStill(boolean calm) {
        still = calm;
    }

    public boolean isStill() {
        return still;
    }

    public void pause() {
        keep();
        playing.set(false);
    }

    public void toggle() {
        if (isPlaying()) {
            pause();
        } else {
            play();
        }
    }

    /** Puts the playhead on a step, or the nearest there is; goes on playing if it plays. */
    public void go(int wanted) {
        fraction = 0;
        following = false;
        place = Math.clamp(wanted, 0, last());
        step.set(place);
    }

    /** Stops and moves by some steps, back if negative. */
    public void move(int by) {
        pause();
        go(Math.clamp((long) step() + by, 0, last()));
    }

    /** Stops at the start. */
    public void toFirst() {
        pause();
        go(0);
    }

    /** Stops at the end. */
    public void toLast() {
        pause();
        go(last());
    }

    /** The next of {@link #SPEEDS} upwards, or downwards. */
    public void faster(boolean up) {
        double now = speed.get();
        if (up) {
            SPEEDS.stream().filter(s -> s > now * 1.001).findFirst().ifPresent(speed::set);
        } else {
            SPEEDS.reversed().stream().filter(s -> s < now / 1.001).findFirst().ifPresent(speed::set);
        }
    }

    /**
     * Says what time it is; called at every frame of the window.
     *
     * @param nanos of any clock that only goes forward
     */
    public void tick(long nanos) {
        double seconds = before < 0 ? 0 : Math.min((nanos - before) * 1e-9, LONGEST_TICK);
        before = nanos;
        if (!isPlaying() || following || resting) {
            return;
        }
        fraction += seconds * speed.get() * Math.max(STEPS_PER_SECOND, last() / SECONDS_AT_MOST);
        int whole = (int) Math.min(fraction, Integer.MAX_VALUE);
        fraction -= whole;
        if (whole == 0) {
            return;
        }
        long next = (long) step() + whole;
        if (next <= end()) {
            step.set((int) next);
        } else if (step() < end()) {
            step.set(end());                                      // the end is always seen, before it starts again
        } else if (loop.get() && end() > from) {
            step.set(from);
        } else {
            pause();
        }
        place = step();
    }

    /** Whether the paths are no longer those that are wanted; what plays goes on with the ones to come. */
    void rest(boolean on) {
        resting = on;
    }

    /** Other paths are to come; as long as they grow they are followed. */
    void begin() {
        fresh = true;
    }

    /** The playhead is to stand at this step, as soon as the paths are that long. */
    void place(int at) {
        fraction = 0;
        place = at;
        step.set(Math.clamp(at, 0, last()));
    }

    /** The paths have grown so far, and go on. */
    void grows(int steps) {
        following |= fresh;
        fresh = false;
        last.set(steps);
        step.set(following ? steps : Math.min(place, steps));
    }

    /** The paths are so long; the playhead stays where it can. */
    void length(int steps) {
        boolean atEnd = following && place == 0;
        last.set(steps);
        following = false;
        fresh = false;
        step.set(atEnd ? steps : Math.min(place, steps));
        place = atEnd ? steps : place;
    }

    /** Whoever stops the playhead means where it stands. */
    private void keep() {
        place = following ? step() : place;
        following = false;
    }
}
