package thalweg.paint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them in pictures: three digits, a true minus sign, and {@code 5.0e-3} below a hundredth. Not for files. */
public final class Numbers {
    public static final char MINUS = '\u2212';
    private static final char GROUP = '\u2009';

    private Numbers() {
    }

    /** Three digits: 0.0178, 5.19, 124, 1453; below 0.01 and from 10,000 on two, with an exponent: 5.0e-3, 9.1e4. */
    public static String of(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "\u221e" : MINUS + "\u221e";
        }
        if (size == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal two = exact.round(new MathContext(2, RoundingMode.HALF_EVEN));
        if (two.abs().doubleValue() < 0.01 || size >= 9999.5) {
            return exponent(value, 1);
        }
        BigDecimal three = exact.round(new MathContext(3, RoundingMode.HALF_EVEN));
        int decimals = Math.clamp(3L - (three.precision() - three.scale()), 0, 4);
        return minus(exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }

    /** The same without zeros at its end, for constants within words: 1, 0.5, 2.25. */
    public static String brief(double value) {
        String text = of(value);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** The same with its sign always shown: +0.0091. */
    public static String signed(double value) {
        String text = of(value);
        return value > 0 ? "+" + text : text;
    }

    /** A fixed number of decimals; with an exponent where that would be too long. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value) || Math.abs(value) >= 100_000) {
            return of(value);
        }
        String text = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return minus(isZero(text) && text.startsWith("-") ? text.substring(1) : text);
    }

    /** With an exponent, as in {@code 1.2e-4}; what is no number or has no end as {@link #of} writes it. */
    public static String exponent(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return of(value);
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "e", value);
        int e = text.indexOf('e');
        return minus(text.substring(0, e) + "e" + Integer.parseInt(text.substring(e + 1)));
    }

    /** A whole number, grouped by threes from 10,000 on. */
    public static String whole(long value) {
        String digits = Long.toString(Math.abs(value));
        StringBuilder text = new StringBuilder(digits);
        if (digits.length() > 4) {
            for (int i = digits.length() - 3; i > 0; i -= 3) {
                text.insert(i, GROUP);
            }
        }
        return value < 0 ? MINUS + text.toString() : text.toString();
    }

    /**
     * The label of a tick.
     *
     * @param unit distance between ticks, which says how many decimals matter
     * @param largest largest magnitude on the axis, which says whether an exponent is needed
     */
    public static String tick(double value, double unit, double largest) {
        if (Math.abs(value) < unit * 1e-6) {
            return decimals(unit) > 1 && unit >= 1e-4 && largest < 1e6 ? fixed(0, decimals(unit)) : "0";
        }
        if (largest >= 1e6 || unit < 1e-4) {
            int digits = (int) Math.max(0, Math.floor(Math.log10(Math.abs(value)) + 1e-9) - Math.floor(Math.log10(unit) + 1e-9));
            return exponent(value, Math.min(digits, 12));
        }
        int decimals = decimals(unit);
        if (decimals == 0) {
            return whole(Math.round(value));
        }
        String text = fixed(value, decimals);
        return decimals == 1 && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static int decimals(double unit) {
        return Math.clamp((long) -Math.floor(Math.log10(unit) + 1e-9), 0, 20);
    }

    private static boolean isZero(String text) {
        return text.chars().noneMatch(c -> c >= '1' && c <= '9');
    }

    /** The typographic minus, in front and in exponents. */
    public static String minus(String text) {
        return text.replace('-', MINUS);
    }
}
