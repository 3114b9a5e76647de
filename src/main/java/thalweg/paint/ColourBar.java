package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** The colours of a map as an upright bar with ticks at its right. */
final class ColourBar {
    private ColourBar() {
    }

    static void paint(Ink ink, Rectangle2D bar, ValueScale scale, ColourMap colours) {
        Graphics2D g = ink.g();
        int rows = (int) Math.rint(bar.getHeight());
        for (int j = 0; j < rows; j++) {
            g.setColor(colours.colour(1 - (j + 0.5) / rows));
            g.fill(new Rectangle2D.Double(bar.getX(), bar.getY() + j, bar.getWidth(), bar.getHeight() - j));   // to the end: no seams between
        }
        Color axis = ink.theme().plotAxis();
        ink.hairline(axis, bar.getX(), bar.getY(), bar.getMaxX(), bar.getY());
        ink.hairline(axis, bar.getX(), bar.getMaxY(), bar.getMaxX() + 1, bar.getMaxY());
        ink.hairline(axis, bar.getX(), bar.getY(), bar.getX(), bar.getMaxY());
        ink.hairline(axis, bar.getMaxX(), bar.getY(), bar.getMaxX(), bar.getMaxY());
        for (Axis.Tick tick : scale.ticks(bar.getHeight() / ink.style().scale())) {
            double y = bar.getMaxY() - scale.fraction(tick.value()) * bar.getHeight();
            ink.hairline(axis, bar.getMaxX(), y, bar.getMaxX() + ink.px(4), y);
            Axes.text(ink, tick, bar.getMaxX() + ink.px(7), y + Face.capHeight(ink.px(Ink.DETAIL)) / 2);
        }
    }
}
