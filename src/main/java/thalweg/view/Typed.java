package thalweg.view;

import java.math.BigDecimal;
import java.util.Locale;
import thalweg.session.Wording;

/** Numbers as people type them and fields show them: exact, the shortest text that is this number. */
final class Typed {
    private Typed() {
    }

    /**
     * The number a text stands for; a comma may be the decimal mark and U+2212 the minus.
     *
     * @throws IllegalArgumentException saying what it must be
     */
    static double number(String name, String text) {
        String plain = text.strip().replace('\u2212', '-').replace(',', '.');
        try {
            double value = Double.parseDouble(plain);
            if (Double.isFinite(value) && !plain.endsWith("d") && !plain.endsWith("f")) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException(Wording.of("typed.finite", name, text));
    }

    /** A number from {@code least} to {@code most}. */
    static double number(String name, String text, double least, double most) {
        double value = number(name, text);
        if (value < least || value > most) {
            throw new IllegalArgumentException(Wording.of("typed.number", name, text(least), text(most), text));
        }
        return value;
    }

    /** A whole number from {@code least} to {@code most}. */
    static long whole(String name, String text, long least, long most) {
        double value = number(name, text.replace("\u2009", "").replace(" ", ""));
        if (value != Math.rint(value) || value < least || value > most) {
            throw new IllegalArgumentException(Wording.of("typed.whole", name, least, most, text));
        }
        return (long) value;
    }

    /** 0.0044, 1e-8, 300: the shortest text that is read back as the same number, with the minus of pictures. */
    static String text(double value) {
        return plain(value).replace('-', '\u2212');
    }

    private static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        if (size >= 1e-4 && size < 1e7) {
            return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        }
        return Double.toString(value).toLowerCase(Locale.ROOT).replace(".0e", "e");
    }
}
