package thalweg.data;

import java.util.ArrayList;
import java.util.List;

/** The strokes of a drawn digit as short segments {x0, y0, x1, y1}, in a square of side 1 whose y points down. */
final class Glyph {
    private static final int PIECES = 14;
    private final List<double[]> segments = new ArrayList<>();

    /** A digit as some people write it: a few have two forms. */
    static List<double[]> digit(int digit, boolean other) {
        Glyph g = new Glyph();
        switch (digit) {
            case 0 -> g.arc(0.5, 0.5, 0.22, 0.36, 0, 360);
            case 1 -> g.line(0.5, 0.14, 0.5, 0.86).line(other ? 0.5 : 0.36, 0.14 + (other ? 0.1 : 0.14), 0.5, 0.14);
            case 2 -> g.arc(0.5, 0.34, 0.22, 0.2, -170, 20).line(0.707, 0.408, 0.28, 0.86).line(0.28, 0.86, 0.74, 0.86);
            case 3 -> g.arc(0.47, 0.32, 0.2, 0.18, -150, 90).arc(0.47, 0.68, 0.23, 0.18, -90, 150);
            case 4 -> g.line(other ? 0.34 : 0.56, 0.14, 0.27, 0.6).line(0.27, 0.6, 0.77, 0.6).line(0.61, other ? 0.14 : 0.36, 0.61, 0.88);
            case 5 -> g.line(0.7, 0.14, 0.34, 0.14).line(0.34, 0.14, 0.31, 0.49).arc(0.48, 0.64, 0.22, 0.23, -140, 140);
            case 6 -> g.bend(0.64, 0.13, 0.3, 0.3, 0.29, 0.66).arc(0.5, 0.66, 0.21, 0.21, 0, 360);
            case 7 -> {
                g.line(0.27, 0.15, 0.73, 0.15).line(0.73, 0.15, 0.42, 0.87);
                if (other) {
                    g.line(0.4, 0.5, 0.68, 0.5);
                }
            }
            case 8 -> g.arc(0.5, 0.32, 0.18, 0.18, 0, 360).arc(0.5, 0.68, 0.22, 0.19, 0, 360);
            default -> g.arc(0.5, 0.34, 0.2, 0.2, 0, 360).bend(0.7, 0.34, 0.72, 0.65, other ? 0.66 : 0.5, 0.87);
        }
        return g.segments;
    }

    private Glyph line(double x0, double y0, double x1, double y1) {
        return bend(x0, y0, (x0 + x1) / 2, (y0 + y1) / 2, x1, y1);
    }

    /** A parabola's arc with a control point. */
    private Glyph bend(double x0, double y0, double cx, double cy, double x1, double y1) {
        double[] last = {x0, y0};
        for (int i = 1; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            double s = 1 - t;
            last = to(last, s * s * x0 + 2 * s * t * cx + t * t * x1, s * s * y0 + 2 * s * t * cy + t * t * y1);
        }
        return this;
    }

    /** An ellipse's arc; angles in degrees, clockwise from the right. */
    private Glyph arc(double cx, double cy, double rx, double ry, double from, double to) {
        double[] last = ellipse(cx, cy, rx, ry, from);
        for (int i = 1; i <= PIECES; i++) {
            double[] next = ellipse(cx, cy, rx, ry, from + (to - from) * i / PIECES);
            last = to(last, next[0], next[1]);
        }
        return this;
    }

    private static double[] ellipse(double cx, double cy, double rx, double ry, double degrees) {
        double angle = degrees * (Math.PI / 180);
        return new double[] {cx + rx * StrictMath.cos(angle), cy + ry * StrictMath.sin(angle)};
    }

    private double[] to(double[] last, double x, double y) {
        segments.add(new double[] {last[0], last[1], x, y});
        return new double[] {x, y};
    }
}
