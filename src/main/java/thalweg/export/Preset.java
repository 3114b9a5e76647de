package thalweg.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import thalweg.paint.Theme;

/**
 * A size for a purpose. What is to be read from afar has few units, so that its letters are large: a picture of 960 units across a slide of
 * 1920 pixels shows text of 13 units as 26 pixels.
 */
public enum Preset {
    /** 1920 x 1080 pixels. */
    SLIDE("slide", "Slide, 16:9", 960, 540, 2, 1280, 720, 1.5, Optional.empty()),
    /** 85 mm wide, one column of most journals, 384 pixels to the inch; a layout takes both columns, 178 mm. */
    PAPER("paper", "Paper column", 322, 322, 4, 672, 560, 4, Optional.of(Theme.PRINT)),
    /** 6400 x 4000 pixels or near it: 54 cm at 300 to the inch. */
    POSTER("poster", "Poster", 1200, 900, 4, 1600, 1000, 4, Optional.empty());

    private final String id;
    private final String label;
    private final Size one;
    private final Size many;
    private final Optional<Theme> theme;

    Preset(String id, String label, int width, int height, double scale, int manyWidth, int manyHeight, double manyScale, Optional<Theme> theme) {
        this.id = id;
        this.label = label;
        one = new Size(width, height, scale);
        many = new Size(manyWidth, manyHeight, manyScale);
        this.theme = theme;
    }

    /**
     * How large a picture is.
     *
     * @param width in units of the layout
     * @param height likewise
     * @param scale pixels for a unit
     */
    public record Size(int width, int height, double scale) {
    }

    /** For people who type: {@code slide}. */
    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** The size for so many tiles. */
    public Size size(int tiles) {
        return tiles > 1 ? many : one;
    }

    /** Whether a title belongs above; in a paper it stands in the text below the figure. */
    public boolean hasTitle() {
        return this != PAPER;
    }

    /** The colours that belong to it; empty if any do. */
    public Optional<Theme> theme() {
        return theme;
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Preset::id).toList();
    }

    /**
     * The preset of this id.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Preset of(String id) {
        return Arrays.stream(values()).filter(p -> p.id.equalsIgnoreCase(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no preset '" + id + "'; there are " + String.join(", ", ids())));
    }
}
