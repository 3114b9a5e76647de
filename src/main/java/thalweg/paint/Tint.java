package thalweg.paint;

import java.awt.Color;

/** Arithmetic on colours: mixing, veils, and the contrast that people see. */
public final class Tint {
    private Tint() {
    }

    /** From {@code a} at 0 to {@code b} at 1, component by component in sRGB. */
    public static Color mix(Color a, Color b, double t) {
        return new Color(mix(a.getRed(), b.getRed(), t), mix(a.getGreen(), b.getGreen(), t), mix(a.getBlue(), b.getBlue(), t));
    }

    /** The same colour with an opacity of 0 to 1. */
    public static Color veil(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(Math.clamp(opacity, 0, 1) * 255));
    }

    /** Contrast of two opaque colours, 1 to 21, as WCAG 2.2 defines it. */
    public static double contrast(Color a, Color b) {
        double one = luminance(a);
        double other = luminance(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** Relative luminance, 0 to 1, as WCAG 2.2 defines it. */
    public static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(int component) {
        double s = component / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }

    private static int mix(int a, int b, double t) {
        return (int) Math.round(a + Math.clamp(t, 0, 1) * (b - a));
    }
}
