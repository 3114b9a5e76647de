package thalweg.export;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.paint.Composition;
import thalweg.paint.Memo;
import thalweg.paint.Style;
import thalweg.paint.Theme;
import thalweg.paint.Vectors;
import thalweg.paint.ViewKind;
import thalweg.paint.Views;

/**
 * What a picture shows of a frame, and how large.
 *
 * @param views ids, at least one
 * @param perRun whether every visible run has a tile of its own with the first view
 * @param theme colours
 * @param width in units of the layout, 1 unit being 1 pixel at scale 1
 * @param height likewise
 * @param scale pixels per unit: 2 gives the same picture with twice as many pixels each way; in vector files, pixels of maps and surfaces
 * @param parts what is painted besides the views; without the ground a picture of pixels is transparent
 */
public record Picture(List<String> views, boolean perRun, Theme theme, int width, int height, double scale, Composition.Parts parts) {
    /** 256 MB of pixels; twice the largest screens on sale. */
    public static final long MOST_PIXELS = 64_000_000;
    public static final int MOST_VIEWS = 12;
    public static final int LEAST = 16;
    public static final int MOST = 32_000;
    /** More pixels for a unit do not show in an embedded image. */
    private static final double FINEST = 16;

    /**
     * A picture that can be made.
     *
     * @throws IllegalArgumentException for an unknown view, or a size out of the limits
     */
    public Picture {
        views = List.copyOf(views);
        if (views.isEmpty()) {
            throw new IllegalArgumentException("a picture needs a view; there are "
                    + String.join(", ", Views.ALL.stream().map(ViewKind::id).toList()));
        }
        views.forEach(Views::of);
        if (views.size() > MOST_VIEWS) {
            throw new IllegalArgumentException("a picture has at most " + MOST_VIEWS + " views, but " + views.size() + " were asked for");
        }
        if (!(scale >= 0.1 && scale <= 20)) {
            throw new IllegalArgumentException("scale " + scale + " is out of range; it must be 0.1 to 20");
        }
        if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
            throw new IllegalArgumentException("a size of " + width + "x" + height + " is out of range; each side must be " + LEAST
                    + " to " + MOST);
        }
        long pixels = Math.round(width * scale) * Math.round(height * scale);
        if (pixels > MOST_PIXELS || pixels < 1) {
            throw new IllegalArgumentException("a size of " + width + "x" + height + " at scale " + scale + " has " + pixels / 1_000_000
                    + " million pixels; at most " + MOST_PIXELS / 1_000_000 + " million are possible");
        }
    }

    /** With everything around the views. */
    public Picture(List<String> views, boolean perRun, Theme theme, int width, int height, double scale) {
        this(views, perRun, theme, width, height, scale, Composition.Parts.ALL);
    }

    /** These views at scale 1 in the light theme. */
    public static Picture of(List<String> views, int width, int height) {
        return new Picture(views, false, Theme.LIGHT, width, height, 1);
    }

    public Picture withScale(double changed) {
        return new Picture(views, perRun, theme, width, height, changed, parts);
    }

    public Picture withParts(Composition.Parts changed) {
        return new Picture(views, perRun, theme, width, height, scale, changed);
    }

    /** Those of its views that a web page can show, besides its table of runs. */
    public List<String> onPage() {
        return onPage(views);
    }

    /** Those of some views that a web page can show. */
    public static List<String> onPage(List<String> views) {
        return views.stream().filter(WebPage.VIEWS::contains).distinct().toList();
    }

    /**
     * Refuses a kind of file that this picture does not suit.
     *
     * @throws IllegalArgumentException saying what would
     */
    void check(Format format) {
        if (format == Format.PDF && Math.max(width, height) * Pdf.POINTS > Pdf.LONGEST) {
            throw new IllegalArgumentException("a PDF page has sides of at most " + (int) (Pdf.LONGEST / Pdf.POINTS)
                    + " units, but the size is " + width + "x" + height);
        }
        if (format.isPage() && onPage().isEmpty()) {
            throw new IllegalArgumentException("a web page shows " + String.join(", ", WebPage.VIEWS) + ", but no " + String.join(", ", views));
        }
        if (format.isFilm() && !parts.ground()) {
            throw new IllegalArgumentException("a film cannot be transparent; only .png, .svg and .pdf can");
        }
    }

    /** Columns and rows of pixels. */
    public int pixelWidth() {
        return Math.max(1, (int) Math.round(width * scale));
    }

    public int pixelHeight() {
        return Math.max(1, (int) Math.round(height * scale));
    }

    /** The views that the window would show, each once; those of a plane and of a line stand in for each other. */
    public static List<String> views(Look look, boolean line) {
        return views(look.shown(), line);
    }

    static List<String> views(List<String> asked, boolean line) {
        return asked.stream().map(id -> switch (id) {
            case "contour", "surface" -> line ? "curve" : id;
            case "curve" -> line ? id : "contour";
            default -> id;
        }).distinct().toList();
    }

    /** All that a web page can show of a plane or a line, and of what is learnt. */
    public static List<String> whole(boolean line, boolean learns) {
        return Stream.concat(Stream.of("contour", "surface", "curve", "loss").filter(v -> v.equals("loss") || v.equals("curve") == line),
                learns ? Stream.of("fit", "network") : Stream.empty()).toList();
    }

    /** The window's layout that is nearest to the picture's. */
    String layout() {
        return perRun ? "per-run" : views.size() == 1 ? "1" : views.size() == 2 ? "1x2" : views.size() <= 4 ? "2x2" : "2x3";
    }

    /** How it is painted, with memos for what stays from frame to frame. */
    Composition composition(IntFunction<Memo> memos) {
        return new Composition(views.stream().map(Views::of).toList(), perRun, Style.of(theme), parts, memos);
    }

    /** The frame as an image; transparent where nothing is painted, if it has no ground. */
    public BufferedImage image(Frame frame) {
        BufferedImage image = new BufferedImage(pixelWidth(), pixelHeight(),
                parts.ground() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            if (!parts.ground()) {
                Vectors.mark(g, 1);
            }
            paint(g, frame, composition(_ -> Memo.NONE));
        } finally {
            g.dispose();
        }
        return image;
    }

    /**
     * Paints on a graphics one of whose units is one of the layout, as on paper of the picture's own size: for a preview.
     *
     * @param memos what each tile may keep from frame to frame, by its place
     */
    public void paint(Graphics2D g, Frame frame, IntFunction<Memo> memos) {
        if (!parts.ground()) {
            Vectors.mark(g, 1);
        }
        composition(memos).paint(g, new Rectangle2D.Double(0, 0, width, height), frame);
    }

    /** Paints on the pixels of an image of this picture's size. */
    void paint(Graphics2D g, Frame frame, Composition composition) {
        g.scale((double) pixelWidth() / width, (double) pixelHeight() / height);
        composition.paint(g, new Rectangle2D.Double(0, 0, width, height), frame);
    }

    /** Draws on a graphics of a vector file, one of whose units is one of the layout. */
    void draw(Graphics2D g, Frame frame) {
        double unit = Math.sqrt(Math.abs(g.getTransform().getDeterminant()));
        Vectors.mark(g, Math.min(scale / unit, FINEST));
        composition(_ -> Memo.NONE).paint(g, new Rectangle2D.Double(0, 0, width, height), frame);
    }
}
