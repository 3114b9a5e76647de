package thalweg.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import thalweg.math.Grid;

/**
 * The values that contour lines are drawn at: round numbers that lie evenly on the scale.
 *
 * @param list from low to high
 */
public record Levels(List<Level> list) {
    /**
     * One of them.
     *
     * @param value of J
     * @param labelled whether lines at it carry their value
     */
    public record Level(double value, boolean labelled) {
    }

    /** Wanted on a linear scale if nothing else is. */
    private static final int USUAL = 10;
    private static final int MOST = 200;
    /** A lowest value of so many c is still near 0 for decades of J to lie evenly. */
    private static final double NEAR = 20;
    /** So near to a level a value is as good as on it; a level with more than this share of a map on it is a plain, not a line. */
    private static final double FLAT = 2e-4;
    private static final double PLAIN = 0.05;
    private static final List<double[]> STEPS = List.of(new double[] {1}, new double[] {1, 3}, new double[] {1, 2, 5},
            new double[] {1, 1.5, 2, 3, 5, 7}, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    public Levels {
        list = List.copyOf(list);
    }

    /**
     * The levels for a scale.
     *
     * @param wanted about so many; 0 or less: chosen
     */
    public static Levels of(ValueScale scale, int wanted) {
        return switch (scale.kind()) {
            case LINEAR -> linear(scale, wanted <= 0 ? USUAL : wanted);
            case SIGNED_LOG -> alternating(between(scale, wanted <= 0 ? USUAL : wanted));
            case LOG -> decades(scale, scale.low(), wanted);
            case SHIFTED_LOG -> scale.low() >= -scale.c() && scale.low() <= NEAR * scale.c()
                    ? decades(scale, Math.max(scale.low(), 0) + scale.c() / 10 * (1 - 1e-9), wanted)
                    : alternating(between(scale, wanted <= 0 ? USUAL : wanted));
        };
    }

    /** Those that a grid's values cross on lines: at the height of a plain they would be crossed everywhere. */
    public Levels crossedIn(Grid grid, ValueScale scale) {
        int step = Math.max(1, Math.max(grid.nx(), grid.ny()) / 100);
        return new Levels(list.stream().filter(level -> {
            double at = scale.fraction(level.value);
            int near = 0;
            int seen = 0;
            for (int j = 0; j < grid.ny(); j += step) {
                for (int i = 0; i < grid.nx(); i += step) {
                    near += Math.abs(scale.fraction(grid.value(i, j)) - at) < FLAT ? 1 : 0;
                    seen++;
                }
            }
            return near < PLAIN * seen;
        }).toList());
    }

    public List<Double> values() {
        return list.stream().map(Level::value).toList();
    }

    private static Levels linear(ValueScale scale, int wanted) {
        double unit = niceUnit((scale.high() - scale.low()) / (Math.min(wanted, MOST) + 1));
        List<Level> levels = new ArrayList<>();
        long first = (long) Math.floor(scale.low() / unit) + 1;
        for (long i = first; i * unit < scale.high() && levels.size() < 2 * MOST; i++) {
            levels.add(new Level(round(i * unit), Math.floorMod(i, 2) == 0));
        }
        return levels.stream().anyMatch(Level::labelled) ? new Levels(levels)
                : new Levels(levels.stream().map(l -> new Level(l.value, true)).toList());
    }

    /** The nearest of 1, 2, 2.5, 5 times a power of ten, by ratio. */
    private static double niceUnit(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return List.of(1.0, 2.0, 2.5, 5.0, 10.0).stream().map(m -> m * power)
                .min(Comparator.comparingDouble(u -> Math.abs(Math.log(u / rough)))).orElseThrow();
    }

    /** 1-3-10, below three decades 1-2-5, the powers labelled; closer or wider where another number is wanted. */
    private static Levels decades(ValueScale scale, double lowest, int wanted) {
        double decades = Math.log10(scale.high() / lowest);
        if (decades < 1 || wanted <= 0 && decades < 1.3) {
            return alternating(between(scale, wanted <= 0 ? USUAL : wanted));
        }
        if (wanted <= 0) {
            return mantissas(scale, lowest, decades < 3 ? STEPS.get(2) : decades > 8 ? STEPS.get(0) : STEPS.get(1), 1);
        }
        List<Levels> choices = new ArrayList<>(STEPS.stream().map(s -> mantissas(scale, lowest, s, 1)).toList());
        for (int every = 2; every <= decades; every++) {
            choices.add(mantissas(scale, lowest, STEPS.get(0), every));
        }
        return choices.stream().min(Comparator.comparingInt(l -> Math.abs(l.list.size() - wanted))).orElseThrow();
    }

    private static Levels mantissas(ValueScale scale, double lowest, double[] mantissas, int every) {
        List<Level> levels = new ArrayList<>();
        for (int k = (int) Math.floor(Math.log10(lowest)); k <= Math.log10(scale.high()); k++) {
            for (double m : mantissas) {
                double v = round(m * Math.pow(10, k));
                if (v >= lowest && v > scale.low() && v < scale.high() && Math.floorMod(k, every) == 0) {
                    levels.add(new Level(v, m == 1));
                }
            }
        }
        return new Levels(levels);
    }

    private static Levels alternating(List<Double> values) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            levels.add(new Level(values.get(i), i % 2 == (values.size() > 2 ? 1 : 0)));
        }
        return new Levels(levels);
    }

    /** The roundest numbers near evenly spaced places of any scale. */
    static List<Double> between(ValueScale scale, int wanted) {
        int n = Math.clamp(wanted, 1, MOST);
        List<Double> values = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            double v = roundest(scale.value((i - 0.35) / (n + 1)), scale.value((i + 0.35) / (n + 1)));
            if (v > scale.low() && v < scale.high() && (values.isEmpty() || v > values.getLast())) {
                values.add(v);
            }
        }
        return values;
    }

    /** The number with the fewest digits between two, the one nearest to the middle where several have as few. */
    private static double roundest(double a, double b) {
        if (a <= 0 && b >= 0) {
            return 0;
        }
        for (int k = (int) Math.ceil(Math.log10(Math.max(Math.abs(a), Math.abs(b)))); k > -320; k--) {
            for (double m : new double[] {10, 5, 2, 1}) {
                double unit = m * Math.pow(10, k - 1);
                double v = Math.rint((a + b) / 2 / unit) * unit;
                if (v >= a && v <= b) {
                    return round(v);
                }
            }
        }
        return (a + b) / 2;
    }

    /** 0 and the powers of ten that lie on a scale, of both signs, the outermost and 0 first; then 3 times them, then 2 and 5 times. */
    static List<Double> candidates(ValueScale scale) {
        List<Double> found = new ArrayList<>();
        if (scale.low() <= 0 && scale.high() >= 0 || scale.kind() == ValueScale.Kind.SHIFTED_LOG && Math.abs(scale.low()) <= scale.c() / 100) {
            found.add(0.0);
        }
        int from = (int) Math.floor(Math.log10(scale.kind() == ValueScale.Kind.LOG ? scale.low() : scale.c() / 3));
        int to = (int) Math.ceil(Math.log10(Math.max(Math.abs(scale.low()), Math.abs(scale.high()))));
        for (double[] step : List.of(new double[] {1}, new double[] {3}, new double[] {2, 5})) {
            for (int k = to; k >= from; k--) {
                for (double m : step) {
                    for (int sign = 1; sign >= -1; sign -= 2) {
                        double v = round(sign * m * Math.pow(10, k));
                        if (v >= scale.low() && v <= scale.high()) {
                            found.add(v);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Whether it is 0 or plus or minus a power of ten. */
    static boolean isPower(double v) {
        double exponent = Math.log10(Math.abs(v));
        return v == 0 || Math.abs(exponent - Math.rint(exponent)) < 1e-9;
    }

    /** What is written on a line: 0.1, 30, 1000, 2e4. */
    public static String text(double v) {
        double size = Math.abs(v);
        if (size >= 99_999 && size < 1e100) {
            return power(v);
        }
        if (size != 0 && (size >= 99_999 || size < 0.00099)) {
            String two = Numbers.exponent(v, 1);
            return two.replace(".0e", "e");
        }
        java.math.BigDecimal exact = new java.math.BigDecimal(v).round(new java.math.MathContext(4)).stripTrailingZeros();
        return Numbers.minus(exact.toPlainString());
    }

    /** 10⁵, 2·10⁶: as the colour bar writes powers; the font has no raised minus, so small numbers keep their e. */
    private static String power(double v) {
        String[] parts = Numbers.exponent(v, 1).split("e");
        String factor = parts[0].replace(".0", "");
        String raised = parts[1].chars().mapToObj(c -> String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')))
                .collect(Collectors.joining());
        return (factor.equals("1") ? "" : factor.equals(Numbers.MINUS + "1") ? Numbers.MINUS : factor + "·") + "10" + raised;
    }

    /** Twelve digits, so that 3 * 0.1 reads 0.3. */
    private static double round(double v) {
        return v == 0 || !Double.isFinite(v) ? v : new java.math.BigDecimal(v).round(new java.math.MathContext(12)).doubleValue();
    }
}
