package thalweg.formula;

/**
 * The operations of formulas on many numbers at once, with the bits they have one by one; loops so plain that the virtual machine makes vector
 * instructions of most.
 *
 * <p>Every method works on the first {@code n} numbers; the result may be an argument's array.
 */
final class Kernels {
    private Kernels() {
    }

    static void function(Function f, double[] to, double[] a, int n) {
        switch (f) {
            case SIN -> sin(to, a, n);
            case COS -> cos(to, a, n);
            case EXP -> exp(to, a, n);
            case LN -> ln(to, a, n);
            case SQRT -> sqrt(to, a, n);
            case ABS -> abs(to, a, n);
            case NEGATE -> negate(to, a, n);
            default -> other(f, to, a, n);
        }
    }

    static void operator(Operator o, double[] to, double[] a, double[] b, int n) {
        switch (o) {
            case ADD -> add(to, a, b, n);
            case SUBTRACT -> subtract(to, a, b, n);
            case MULTIPLY -> multiply(to, a, b, n);
            case DIVIDE -> divide(to, a, b, n);
            case POWER -> Powers.pow(to, a, b, n);
            default -> other(o, to, a, b, n);
        }
    }

    static void pick(double[] to, double[] low, double[] high, double[] then, double[] otherwise, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Numerics.pick(low[i], high[i], then[i], otherwise[i]);
        }
    }

    private static void add(double[] to, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] + b[i];
        }
    }

    private static void subtract(double[] to, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] - b[i];
        }
    }

    private static void multiply(double[] to, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] * b[i];
        }
    }

    private static void divide(double[] to, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] / b[i];
        }
    }

    private static void sin(double[] to, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Trigonometry.sin(a[i]);
        }
    }

    private static void cos(double[] to, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Trigonometry.cos(a[i]);
        }
    }

    private static void exp(double[] to, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = StrictMath.exp(a[i]);
        }
    }

    private static void ln(double[] to, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = StrictMath.log(a[i]);
        }
    }

    private static void sqrt(double[] to, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.sqrt(a[i]);
        }
    }

    private static void abs(double[] to, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.abs(a[i]);
        }
    }

    private static void negate(double[] to, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = -a[i];
        }
    }

    private static void other(Function f, double[] to, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = f.apply(a[i]);
        }
    }

    private static void other(Operator o, double[] to, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = o.apply(a[i], b[i]);
        }
    }
}
