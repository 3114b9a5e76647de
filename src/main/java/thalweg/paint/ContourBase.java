package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import thalweg.math.Grid;
import thalweg.math.Range;

/** The part of a map that stays while runs move: colours, contour lines with their labels, axes, colour bar. */
final class ContourBase {
    private static final double LINE = 0.8;
    private static final double LABELLED = 1.1;
    private static final double SIGNS = 1.8;
    /** How far a line's colour is moved away from the map's. */
    private static final double AWAY = 0.34;
    private static final double LABELLED_AWAY = 0.52;
    /** Relative luminance above which lines are darker than the map instead of lighter. */
    private static final double LIGHT = 0.36;

    private final Ink ink;
    private final ContourChart chart;

    ContourBase(Ink ink, ContourChart chart) {
        this.ink = ink;
        this.chart = chart;
    }

    /**
     * Paints all of it but the labels.
     *
     * @param lines of the chart's levels, in pixels
     * @param gaps stretches to leave out, by the index of their line
     */
    void paint(List<PixelLine> lines, Map<Integer, List<double[]>> gaps, Memo memo) {
        Rectangle2D plot = chart.axes().plot();
        BufferedImage map = map(memo);
        AffineTransform to = AffineTransform.getTranslateInstance(plot.getX(), plot.getY());
        to.scale(plot.getWidth() / map.getWidth(), plot.getHeight() / map.getHeight());
        ink.g().setRenderingHint(RenderingHints.KEY_INTERPOLATION, Device.of(ink.g(), plot).exact()
                ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        ink.g().drawImage(map, to, null);
        Shape clip = ink.g().getClip();
        ink.g().clip(plot);
        paintLines(lines, gaps);
        paintSigns(memo);
        ink.g().setClip(clip);
        chart.axes().paintFrame(true);
        chart.bar().ifPresent(bar -> {
            ColourBar.paint(ink, bar, chart.shade().scale(), chart.shade().colours());
            Typeset.of(chart.shade().letter()).paint(ink, Ink.LETTER, ink.theme().text(), bar.getCenterX(), bar.getMaxY() + ink.px(22), 0.5);
        });
    }

    /** Puts the bare map back where labels will stand, over lines painted without gaps. */
    void clear(ContourLabels labels, Memo memo) {
        Graphics2D g = ink.g();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.setPaint(new TexturePaint(map(memo), chart.axes().plot()));
        labels.labels().forEach(l -> g.fill(l.gap(ink.px(3.2))));
    }

    private record MapKey(Grid grid, ValueScale scale, ColourMap colours, Theme theme, List<Range> ranges, int width, int height) {
    }

    private BufferedImage map(Memo memo) {
        Rectangle2D plot = chart.axes().plot();
        double density = Device.of(ink.g(), plot).scale();
        int w = Math.clamp(Math.round(plot.getWidth() * density), 1, 16_000);
        int h = Math.clamp(Math.round(plot.getHeight() * density), 1, 16_000);
        List<Range> ranges = chart.axes().ranges();
        ContourChart.Shade shade = chart.shade();
        return memo.get("contour.map", new MapKey(shade.grid(), shade.scale(), shade.colours(), ink.theme(), ranges, w, h),
                () -> MapImage.of(shade.grid(), shade.scale(), shade.colours(), ink.theme(), ranges.getFirst(), ranges.getLast(), w, h));
    }

    /** A strong line between where the cost curves upward and where it does not. */
    private void paintSigns(Memo memo) {
        Path2D path = new Path2D.Double();
        chart.signChanges(memo).forEach(line -> new PixelLine(line, chart.axes()).addTo(path, List.of()));
        ink.stroke(ink.theme().text(), SIGNS, path);
    }

    /** All lines of a level are one path, so that where they touch nothing is painted twice. */
    private void paintLines(List<PixelLine> lines, Map<Integer, List<double[]>> gaps) {
        ColourMap colours = chart.under(ink.theme());
        for (Levels.Level level : chart.levels().list()) {
            Path2D path = new Path2D.Double();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).level() == level.value()) {
                    lines.get(i).addTo(path, gaps.getOrDefault(i, List.of()));
                }
            }
            ink.stroke(lineColour(colours.colour(chart.scale().fraction(level.value())), level.labelled()), level.labelled() ? LABELLED : LINE, path);
        }
    }

    /** The map's own colour at a level, moved toward white, or toward black where the map is light. */
    static Color lineColour(Color map, boolean labelled) {
        Color toward = Tint.luminance(map) > LIGHT ? Color.BLACK : Color.WHITE;
        return Tint.mix(map, toward, labelled ? LABELLED_AWAY : AWAY);
    }
}
