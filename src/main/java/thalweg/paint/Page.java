package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import thalweg.experiment.Frame;

/**
 * A scene of a lesson as it stands on a stage: its views, and what is said of them below.
 *
 * @param views what is seen
 * @param caption below; its style is that of the views
 */
public record Page(Composition views, CaptionPainter caption) implements Painter {
    /** Height of the stage that sizes are given for. */
    public static final double STAGE = 720;

    @Override
    public void paint(Graphics2D g, Rectangle2D area, Frame frame) {
        double unit = unit(area.getHeight());
        double below = Math.rint(CaptionPainter.HEIGHT * unit);
        views.paint(g, new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight() - below), frame);
        caption.paint(g, new Rectangle2D.Double(area.getX(), area.getMaxY() - below, area.getWidth(), below),
                new Style(views.style().theme(), unit, true).onPaper());
    }

    /** Scale of captions on a stage of a height. */
    public static double unit(double height) {
        return height / STAGE;
    }
}
