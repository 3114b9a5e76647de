package thalweg.paint;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;

/** How a class of data is drawn everywhere: a colour (Okabe and Ito 2008 first) and a shape, so that it is known without colour too. */
public record ClassStyle(Color colour, Marker marker) {
    private static final List<Integer> COLOURS = List.of(0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00,
            0x7E57C2, 0xC9B800, 0x8C564B, 0x7F8790, 0x5A9216, 0xB5175E);
    private static final List<Marker> MARKERS = List.of(Marker.CIRCLE, Marker.SQUARE, Marker.TRIANGLE_UP, Marker.DIAMOND, Marker.TRIANGLE_DOWN,
            Marker.STAR, Marker.PENTAGON, Marker.PLUS, Marker.TRIANGLE_RIGHT, Marker.HEXAGON, Marker.TRIANGLE_LEFT, Marker.CROSS);

    /** Twelve that differ in colour and shape at once; then the colours begin again with other shapes. */
    public static ClassStyle of(int label) {
        int i = Math.floorMod(label, 12);
        int round = Math.floorMod(Math.floorDiv(label, 12), 12);
        return new ClassStyle(new Color(COLOURS.get(i)), MARKERS.get((i + 7 * round) % 12));
    }

    /** A training sample, filled, with an edge of the canvas that keeps it clear of others. */
    public void paint(Ink ink, double x, double y, double radius) {
        Shape shape = marker.at(x, y, ink.px(radius));
        ink.stroke(ink.theme().canvas(), radius >= 3 ? 1.8 : 0.8, shape);
        ink.fill(colour, shape);
    }

    /** A test sample, hollow. */
    public void paintHollow(Ink ink, double x, double y, double radius) {
        Shape shape = marker.at(x, y, ink.px(radius * 0.88));
        double width = radius >= 3 ? 1.7 : 1;
        ink.stroke(ink.theme().canvas(), width + (radius >= 3 ? 1.8 : 0.8), shape);
        ink.fill(ink.theme().canvas(), shape);
        ink.stroke(colour, width, shape);
    }
}
