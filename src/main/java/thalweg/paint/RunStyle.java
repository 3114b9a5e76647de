package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import thalweg.experiment.Run;

/**
 * How a run is drawn everywhere: a colour (Okabe and Ito 2008 first), a dash and an end marker, so that it is known without colour too.
 *
 * @param colour the same in both themes
 * @param dash lengths at a line width of 2, drawn and left out by turns; empty for a solid line
 * @param marker at its end
 */
public record RunStyle(Color colour, List<Float> dash, Marker marker) {
    /** Width and height of a key in a legend at scale 1. */
    public static final double KEY_WIDTH = 34;
    public static final double KEY_HEIGHT = 14;

    private static final List<Integer> COLOURS = List.of(0x0072B2, 0x009E73, 0xE69F00, 0xCC79A7, 0x56B4E9, 0xD55E00,
            0x7E57C2, 0xC9B800, 0x8C564B, 0x7F8790, 0x5A9216, 0xB5175E);
    private static final List<List<Float>> DASHES = List.of(List.of(), List.of(9f, 4f), List.of(10f, 2.5f, 2f, 2.5f, 2f, 2.5f),
            List.of(9f, 3f, 2f, 3f), List.of(3f, 2f), List.of(16f, 3f), List.of(6f, 2f, 6f, 5f), List.of(2f, 4f),
            List.of(16f, 2.5f, 2f, 2.5f), List.of(5f, 5f), List.of(12f, 6f, 3f, 6f), List.of(14f, 3f, 5f, 3f));

    public RunStyle {
        dash = List.copyOf(dash);
    }

    /** The style of a run: that of its index, in its own colour if it has one that can be read. */
    public static RunStyle of(Run run) {
        RunStyle style = of(run.style());
        return run.colour().matches("#[0-9a-fA-F]{6}") ? new RunStyle(Color.decode(run.colour()), style.dash, style.marker) : style;
    }

    /** Twelve that differ in colour, dash and marker at once; then the colours begin again with other dashes and markers. */
    public static RunStyle of(int index) {
        int i = Math.floorMod(index, 12);
        int round = Math.floorMod(Math.floorDiv(index, 12), 12);
        return new RunStyle(new Color(COLOURS.get(i)), DASHES.get((i + 5 * round) % 12), Marker.values()[(i + 7 * round) % 12]);
    }

    /** Its dashed line; a width below 2 keeps the dash lengths of 2. */
    public BasicStroke stroke(double width) {
        if (dash.isEmpty()) {
            return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] lengths = new float[dash.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (float) (dash.get(i) * Math.max(width / 2, 0.5));
        }
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
    }

    /** Whether it is hard to see on a canvas: a contrast below 3. */
    public boolean isWeakOn(Color canvas) {
        return Tint.contrast(colour, canvas) < 3;
    }

    /** Its colour, moved 42 % away from a canvas that it is hard to see on; for edges and thin lines. */
    public Color edge(Theme theme) {
        return isWeakOn(theme.canvas()) ? Tint.mix(colour, theme.isDark() ? Color.WHITE : Color.BLACK, 0.42) : colour;
    }

    /** Its marker on the plain canvas, with an edge if it would be hard to see. */
    public void paintMarker(Ink ink, double x, double y, double radius) {
        ink.fill(colour, marker.at(x, y, ink.px(radius)));
        if (isWeakOn(ink.theme().canvas())) {
            ink.stroke(edge(ink.theme()), 0.7, marker.at(x, y, ink.px(radius)));
        }
    }

    /** Its marker on a map: with a white edge, 1.6 wide, that keeps it clear of any colour. */
    public void paintMarkerOnMap(Ink ink, double x, double y, double radius) {
        ink.stroke(Color.WHITE, 3.2, marker.at(x, y, ink.px(radius)));
        ink.fill(colour, marker.at(x, y, ink.px(radius)));
    }

    /** Its key in a legend: the line with dash and marker, its left end at x, around y. */
    public void paintKey(Ink ink, double x, double y) {
        double end = x + ink.px(KEY_WIDTH - 7);
        ink.g().setColor(colour);
        ink.g().setStroke(stroke(ink.px(2)));
        ink.g().draw(new java.awt.geom.Line2D.Double(x, y, end, y));
        paintMarker(ink, end, y, 4.8);
    }
}
