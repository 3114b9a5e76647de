package thalweg.export;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import thalweg.experiment.Frame;
import thalweg.paint.Composition;
import thalweg.paint.Memo;
import thalweg.paint.Style;
import thalweg.paint.Theme;
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
 * @param scale pixels per unit: 2 gives the same picture with twice as many pixels each way
 */
public record Picture(List<String> views, boolean perRun, Theme theme, int width, int height, double scale) {
    /** 256 MB of pixels; twice the largest screens on sale. */
    public static final long MOST_PIXELS = 64_000_000;
    public static final int MOST_VIEWS = 12;
    public static final int LEAST = 16;
    public static final int MOST = 32_000;

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

    /** These views at scale 1 in the light theme. */
    public static Picture of(List<String> views, int width, int height) {
        return new Picture(views, false, Theme.LIGHT, width, height, 1);
    }

    /** The window's layout that is nearest to the picture's. */
    String layout() {
        return perRun ? "per-run" : views.size() == 1 ? "1" : views.size() == 2 ? "1x2" : views.size() <= 4 ? "2x2" : "2x3";
    }

    /** The frame as an image. */
    public BufferedImage image(Frame frame) {
        int w = Math.max(1, (int) Math.round(width * scale));
        int h = Math.max(1, (int) Math.round(height * scale));
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale((double) w / width, (double) h / height);
            Composition composition = new Composition(views.stream().map(Views::of).toList(), perRun, Style.of(theme), _ -> Memo.NONE);
            composition.paint(g, new Rectangle2D.Double(0, 0, width, height), frame);
        } finally {
            g.dispose();
        }
        return image;
    }
}
