package thalweg.export;

import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.paint.Memo;
import thalweg.paint.Style;
import thalweg.paint.Views;

/**
 * How steps become a film.
 *
 * @param from step of the first picture
 * @param to step of the last one, not before the first
 * @param every steps from one picture to the next; 0.5 shows each step twice
 * @param fps pictures per second
 * @param hold seconds for which the last picture stays
 * @param turn degrees by which the surface turns from the first picture to the last
 * @param loop whether a GIF begins again at its end, for ever; what players do with other films is theirs to say
 */
public record Film(int from, int to, double every, int fps, double hold, double turn, boolean loop) {
    /** The id of the view that turns. */
    public static final String TURNS = "surface";
    public static final int FPS = 25;
    /** Longer films are more than anybody looks at; at 25 a second this is over six minutes. */
    public static final int MOST_FRAMES = 10_000;
    public static final int MOST_FPS = 60;
    /** Browsers show a GIF picture for at least two hundredths of a second. */
    private static final int MOST_FPS_OF_GIF = 50;
    /** The largest picture of H.264 at its highest level in common use, 5.2, in blocks of 16 x 16. */
    private static final int MOST_BLOCKS = 36_864;

    /**
     * A film that can be made.
     *
     * @throws IllegalArgumentException for numbers out of their range, or too many pictures
     */
    public Film {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a film goes from a step to a later one, but was to go from " + from + " to " + to);
        }
        if (!(every >= 0.01 && every <= 1_000_000)) {
            throw new IllegalArgumentException("the steps from picture to picture must be 0.01 to 1000000, but were " + every);
        }
        if (fps < 1 || fps > MOST_FPS) {
            throw new IllegalArgumentException("a film has 1 to " + MOST_FPS + " pictures per second, but " + fps + " were asked for");
        }
        if (!(hold >= 0 && hold <= 60)) {
            throw new IllegalArgumentException("the last picture can stay for 0 to 60 seconds, but " + hold + " were asked for");
        }
        if (!(Math.abs(turn) <= 36_000)) {
            throw new IllegalArgumentException("the surface can turn by -36000 to 36000 degrees, but " + turn + " were asked for");
        }
        double frames = Math.ceil((to - from) / every) + 1 + hold * fps;
        if (frames > MOST_FRAMES) {
            throw new IllegalArgumentException("the film would have " + (long) frames + " pictures; at most " + MOST_FRAMES
                    + " are possible: show every " + (int) Math.ceil((to - from) / (MOST_FRAMES - 1.0 - hold * fps) + 1) + " steps, or fewer steps");
        }
    }

    /** A film that begins again at its end. */
    public Film(int from, int to, double every, int fps, double hold, double turn) {
        this(from, to, every, fps, hold, turn, true);
    }

    /** All steps of a frame, one picture each, and two seconds to look at the end. */
    public static Film of(Frame frame) {
        return new Film(0, frame.last(), 1, FPS, 2, 0);
    }

    /** Pictures that move, before the last one stays. */
    public int moving() {
        return (int) Math.ceil((to - from) / every) + 1;
    }

    /** How many times more the last picture is shown. */
    int held() {
        return (int) Math.round(hold * fps);
    }

    /** All pictures. */
    public int frames() {
        return moving() + held();
    }

    /** How long it plays. */
    public double seconds() {
        return (double) frames() / fps;
    }

    /** The step that a picture shows, the first being 0. */
    public int step(int picture) {
        return (int) Math.min(to, from + Math.floor(picture * every + 1e-9));
    }

    /** What a picture shows: a frame at its step, with the surface turned. */
    public Frame at(Frame frame, Camera home, int picture) {
        Frame there = frame.at(Math.min(step(picture), frame.last()));
        if (turn == 0) {
            return there;
        }
        Look look = frame.experiment().look();
        double part = moving() == 1 ? 0 : (double) Math.min(picture, moving() - 1) / (moving() - 1);
        return there.withLook(look.withCamera(new Camera(home.azimuth() + turn * part, home.elevation(), home.zoom(), home.perspective(), false)));
    }

    /** Where the surface is seen from before it turns. */
    public static Camera home(Frame frame, Picture picture) {
        return Views.of(TURNS).plot().apply(Style.of(picture.theme()), Memo.NONE).camera(frame);
    }

    /**
     * Refuses a kind of file that cannot hold this film.
     *
     * @throws IllegalArgumentException saying what would do
     */
    void check(Format format, Picture picture) {
        int w = picture.pixelWidth();
        int h = picture.pixelHeight();
        if (format == Format.MP4 && (w % 2 != 0 || h % 2 != 0)) {
            throw new IllegalArgumentException("an .mp4 film has an even number of pixels each way, but this would have " + w + "x" + h + "; "
                    + (w + w % 2) + "x" + (h + h % 2) + " would do");
        }
        if (format == Format.MP4 && Math.ceilDiv(w, 16) * Math.ceilDiv(h, 16) > MOST_BLOCKS) {
            throw new IllegalArgumentException("an .mp4 film has at most as many pixels as 4096x2304, but this would have " + w + "x" + h
                    + "; use a smaller size or scale");
        }
        if (format == Format.GIF && fps > MOST_FPS_OF_GIF) {
            throw new IllegalArgumentException("a .gif film shows at most " + MOST_FPS_OF_GIF + " pictures per second, but " + fps
                    + " were asked for");
        }
        if (format == Format.GIF && (w > 0xffff || h > 0xffff)) {
            throw new IllegalArgumentException("a .gif film has sides of at most 65535 pixels, but this would have " + w + "x" + h);
        }
    }
}
