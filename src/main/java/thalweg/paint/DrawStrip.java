package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import thalweg.experiment.Frame;
import thalweg.math.Grid;

/** The same slice along the directions of several draws, side by side on one scale: small maps, or small curves. */
final class DrawStrip {
    static final double HEIGHT = 118;
    private static final double NAME = 20;
    private static final double GAP = 12;
    private static final double WIDEST = 1.6;

    private DrawStrip() {
    }

    /** Paints the draws from the left, as many as fit, each with its name below. */
    static void paint(Ink ink, Rectangle2D area, Frame frame, List<Grid> draws) {
        double height = area.getHeight() - ink.px(NAME);
        double width = Math.min((area.getWidth() - (draws.size() - 1) * ink.px(GAP)) / draws.size(), WIDEST * height);
        double low = draws.stream().mapToDouble(Grid::minimum).min().orElse(0);
        double high = draws.stream().mapToDouble(Grid::maximum).max().orElse(1);
        ValueScale scale = ValueScale.of(frame.grid(), frame.experiment().look().scale());
        ColourMap colours = ColourMap.of(frame.experiment().look().colormap()).onMap(ink.theme());
        for (int k = 0; k < draws.size(); k++) {
            Rectangle2D at = new Rectangle2D.Double(Math.rint(area.getX() + k * (width + ink.px(GAP))), Math.rint(area.getY()), Math.rint(width),
                    Math.rint(height));
            if (draws.get(k).ny() > 1) {
                Thumbnail.paintMap(ink, at, draws.get(k), scale, colours);
            } else {
                ink.fill(ink.theme().chrome(), at);
                ink.stroke(k == 0 ? ink.theme().text() : ink.theme().muted(), k == 0 ? 2 : 1.5, curve(draws.get(k), low, high, at, ink.px(6)));
            }
            ink.stroke(ink.theme().border(), 1, at);
            String name = k == 0 ? "this picture" : k == 1 ? "another draw" : "a draw more";
            ink.textAround(Face.REGULAR.fit(name, ink.px(Ink.DETAIL), width), Face.REGULAR, Ink.DETAIL, k == 0 ? ink.theme().text()
                    : ink.theme().muted(), at.getX(), at.getMaxY() + ink.px(NAME / 2 + 2), 0);
        }
    }

    private static Path2D curve(Grid grid, double low, double high, Rectangle2D at, double room) {
        Path2D path = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < grid.nx(); i++) {
            double v = grid.value(i, 0);
            double x = at.getX() + at.getWidth() * i / (grid.nx() - 1.0);
            double y = at.getMaxY() - room - (high > low ? (v - low) / (high - low) : 0.5) * (at.getHeight() - 2 * room);
            if (Double.isFinite(v) && down) {
                path.lineTo(x, y);
            } else if (Double.isFinite(v)) {
                path.moveTo(x, y);
            }
            down = Double.isFinite(v);
        }
        return path;
    }
}
