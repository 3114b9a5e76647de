package thalweg.paint;

/**
 * What pictures are drawn with.
 *
 * @param theme colours
 * @param scale factor on text, lines and markers: 1 in the window, 1.7 in presentation mode
 * @param still whether the picture will stay, and may take longer to be smooth; false while something moves
 */
public record Style(Theme theme, double scale, boolean still) {
    public static Style of(Theme theme) {
        return new Style(theme, 1, true);
    }

    /** Whether pictures are for a whole room: only what is essential is drawn, and larger. */
    public boolean isPresentation() {
        return scale >= 1.5;
    }

    public Style withStill(boolean changed) {
        return new Style(theme, scale, changed);
    }
}
