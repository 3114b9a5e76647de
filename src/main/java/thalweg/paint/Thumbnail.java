package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import thalweg.experiment.Frame;
import thalweg.math.Grid;

/** A small picture of an objective for the gallery, edge to edge: its map with a few lines, or its curve. */
public final class Thumbnail {
    private static final int LINES = 7;
    private static final double CURVE_ROOM = 0.14;

    private Thumbnail() {
    }

    /** Paints it over an area of some 88 by 54; runs and axes are left out. */
    public static void paint(Graphics2D graphics, Rectangle2D area, Frame frame, Style style) {
        Ink.on(graphics, area, style, ink -> {
            if (frame.scene().slice().dimension() == 1) {
                paintCurve(ink, area, frame.grid());
            } else {
                paintMap(ink, area, frame);
            }
        });
    }

    private static void paintMap(Ink ink, Rectangle2D area, Frame frame) {
        paintMap(ink, area, frame.grid(), ValueScale.of(frame.grid(), frame.experiment().look().scale()),
                ColourMap.of(frame.experiment().look().colormap()).onMap(ink.theme()));
    }

    /** The map of a grid, edge to edge. */
    static void paintMap(Ink ink, Rectangle2D area, Grid grid, ValueScale scale, ColourMap colours) {
        AffineTransform device = ink.g().getTransform();
        int w = (int) Math.max(1, Math.round(area.getWidth() * device.getScaleX()));
        int h = (int) Math.max(1, Math.round(area.getHeight() * device.getScaleY()));
        BufferedImage map = MapImage.of(grid, scale, colours, ink.theme(), grid.x(), grid.y(), w, h);
        AffineTransform to = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        to.scale(area.getWidth() / w, area.getHeight() / h);
        ink.g().setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        ink.g().drawImage(map, to, null);
        for (ContourLine line : ContourLines.at(grid, Levels.of(scale, LINES).crossedIn(grid, scale).values())) {
            Path2D path = new Path2D.Double();
            for (int i = 0; i < line.size() + (line.closed() ? 1 : 0); i++) {
                double x = area.getX() + grid.x().fraction(line.x(i % line.size())) * area.getWidth();
                double y = area.getMaxY() - grid.y().fraction(line.y(i % line.size())) * area.getHeight();
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            ink.stroke(ContourBase.lineColour(colours.colour(scale.fraction(line.level())), false), 0.7, path);
        }
    }

    private static void paintCurve(Ink ink, Rectangle2D area, Grid grid) {
        ink.fill(ink.theme().chrome(), area);
        List<Double> finite = new ArrayList<>();
        for (int i = 0; i < grid.nx(); i++) {
            if (Double.isFinite(grid.value(i, 0))) {
                finite.add(grid.value(i, 0));
            }
        }
        if (finite.isEmpty()) {
            return;
        }
        finite.sort(null);
        double low = finite.getFirst();
        double high = finite.get((int) (0.98 * (finite.size() - 1)));   // a pole may leave at the top
        double range = high > low ? high - low : 1;
        double room = CURVE_ROOM * area.getHeight();
        Path2D path = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < grid.nx(); i++) {
            double v = grid.value(i, 0);
            double x = area.getX() + i / (grid.nx() - 1.0) * area.getWidth();
            double y = area.getMaxY() - room - Math.min((v - low) / range, 2) * (area.getHeight() - 2 * room);
            if (!Double.isFinite(v)) {
                down = false;
            } else if (down) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
                down = true;
            }
        }
        ink.stroke(ink.theme().isDark() ? ink.theme().text() : ink.theme().muted(), 1.75, path);
    }
}
