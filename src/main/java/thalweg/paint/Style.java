package thalweg.paint;

/**
 * What pictures are drawn with.
 *
 * @param theme colours
 * @param scale factor on text, lines and markers: 1 in the window, 1.7 in presentation mode
 * @param still whether the picture will stay, and may take longer to be smooth; false while something moves
 * @param hands whether its readers can click and drag; where they cannot, on paper, nothing invites them to
 */
public record Style(Theme theme, double scale, boolean still, boolean hands) {
    private static final double LAST_ROW = 28;
    private static final double STAGE = 1.5;

    /** In the window. */
    public Style(Theme theme, double scale, boolean still) {
        this(theme, scale, still, true);
    }

    public static Style of(Theme theme) {
        return new Style(theme, 1, true);
    }

    /** For a stage of so many pixels of height: the smallest words, of size {@link Ink#DETAIL}, are 1/28 of it, which the last row can read. */
    public static Style onStage(Theme theme, double height) {
        return new Style(theme, Math.max(height / LAST_ROW / Ink.DETAIL, STAGE), true);
    }

    /** Whether pictures are for a whole room: only what is essential is drawn, and larger. */
    public boolean isPresentation() {
        return scale >= STAGE;
    }

    public Style withStill(boolean changed) {
        return new Style(theme, scale, changed, hands);
    }

    /** For a picture in a file. */
    public Style onPaper() {
        return new Style(theme, scale, still, false);
    }
}
