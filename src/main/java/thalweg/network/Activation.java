package thalweg.network;

import java.util.Arrays;
import thalweg.math.Kernels;

/** What a unit makes of its input z. Each is one formula over arrays of units and samples. */
public enum Activation {
    /** {@code z}. */
    IDENTITY,
    /** {@code 1 / (1 + e^{-z})}. */
    SIGMOID,
    TANH,
    /** {@code max(0, z)}; slope 0 at 0. Nair and Hinton 2010. */
    RELU,
    /** {@code z} above 0, {@code 0.01 z} from 0 down. Maas, Hannun and Ng 2013. */
    LEAKY_RELU,
    /** {@code z} above 0, {@code e^z - 1} from 0 down. Clevert, Unterthiner and Hochreiter 2016. */
    ELU,
    /** {@code z/2 (1 + tanh(sqrt(2/pi) (z + 0.044715 z^3)))}: the form of Hendrycks and Gimpel 2016 without the error function. */
    GELU,
    /** {@code ln(1 + e^z)}, without overflow. Dugas et al. 2001. */
    SOFTPLUS;

    private static final double LEAK = 0.01;
    private static final double GELU_SCALE = 0.7978845608028654;  // sqrt(2 / pi)
    private static final double GELU_CUBIC = 0.044715;

    /**
     * Writes the activations of {@code n} inputs; the arrays are read and written from 0 and differ.
     *
     * @param spare overwritten, at least n long
     */
    void apply(Kernels kernels, int n, double[] z, double[] a, double[] spare) {
        switch (this) {
            case IDENTITY -> System.arraycopy(z, 0, a, 0, n);
            case SIGMOID -> sigmoid(kernels, n, z, a);
            case TANH -> kernels.tanh(n, z, 0, a, 0);
            case RELU -> {
                for (int i = 0; i < n; i++) {
                    a[i] = Math.max(0, z[i]);
                }
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < n; i++) {
                    a[i] = z[i] > 0 ? z[i] : LEAK * z[i];
                }
            }
            case ELU -> elu(kernels, n, z, a);
            case GELU -> {
                geluTanh(kernels, n, z, a, spare);
                for (int i = 0; i < n; i++) {
                    a[i] = 0.5 * z[i] * (1 + a[i]);
                }
            }
            case SOFTPLUS -> softplus(kernels, n, z, a, spare);
        }
    }

    /**
     * Writes the derivative of {@link #apply} at {@code n} inputs.
     *
     * @param a the activations of z
     * @param spare overwritten, at least n long
     */
    void slope(Kernels kernels, int n, double[] z, double[] a, double[] slope, double[] spare) {
        switch (this) {
            case IDENTITY -> Arrays.fill(slope, 0, n, 1);
            case SIGMOID -> {
                for (int i = 0; i < n; i++) {
                    slope[i] = a[i] * (1 - a[i]);
                }
            }
            case TANH -> {
                for (int i = 0; i < n; i++) {
                    slope[i] = 1 - a[i] * a[i];
                }
            }
            case RELU -> {
                for (int i = 0; i < n; i++) {
                    slope[i] = z[i] > 0 ? 1 : 0;
                }
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < n; i++) {
                    slope[i] = z[i] > 0 ? 1 : LEAK;
                }
            }
            case ELU -> {
                for (int i = 0; i < n; i++) {
                    slope[i] = z[i] > 0 ? 1 : a[i] + 1;
                }
            }
            case GELU -> {
                geluTanh(kernels, n, z, slope, spare);
                for (int i = 0; i < n; i++) {
                    double t = slope[i];
                    double inner = GELU_SCALE * (1 + 3 * GELU_CUBIC * z[i] * z[i]);
                    slope[i] = 0.5 * (1 + t) + (t * t < 1 ? 0.5 * z[i] * (1 - t * t) * inner : 0);   // the cube may overflow where t is 1
                }
            }
            case SOFTPLUS -> sigmoid(kernels, n, z, slope);
        }
    }

    /**
     * Writes the second derivative of {@link #apply} at {@code n} inputs; 0 where a unit is piecewise linear, at its kink too.
     *
     * @param a the activations of z
     * @param slope the derivatives at z
     * @param spare overwritten, at least n long
     */
    void bend(Kernels kernels, int n, double[] z, double[] a, double[] slope, double[] bend, double[] spare) {
        switch (this) {
            case IDENTITY, RELU, LEAKY_RELU -> Arrays.fill(bend, 0, n, 0);
            case SIGMOID -> {
                for (int i = 0; i < n; i++) {
                    bend[i] = slope[i] * (1 - 2 * a[i]);
                }
            }
            case TANH -> {
                for (int i = 0; i < n; i++) {
                    bend[i] = -2 * a[i] * slope[i];
                }
            }
            case ELU -> {
                for (int i = 0; i < n; i++) {
                    bend[i] = z[i] > 0 ? 0 : slope[i];
                }
            }
            case GELU -> {
                geluTanh(kernels, n, z, bend, spare);
                for (int i = 0; i < n; i++) {
                    double t = bend[i];
                    double inner = GELU_SCALE * (1 + 3 * GELU_CUBIC * z[i] * z[i]);
                    double turn = 3 * GELU_SCALE * GELU_CUBIC * z[i] - t * inner * inner;
                    bend[i] = t * t < 1 ? (1 - t * t) * (inner + z[i] * turn) : 0;
                }
            }
            case SOFTPLUS -> {
                for (int i = 0; i < n; i++) {
                    bend[i] = slope[i] * (1 - slope[i]);
                }
            }
        }
    }

    private static void sigmoid(Kernels kernels, int n, double[] z, double[] a) {
        for (int i = 0; i < n; i++) {
            a[i] = -z[i];
        }
        kernels.exp(n, a, 0, a, 0);
        for (int i = 0; i < n; i++) {
            a[i] = 1 / (1 + a[i]);
        }
    }

    private static void elu(Kernels kernels, int n, double[] z, double[] a) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.min(0, z[i]);
        }
        kernels.exp(n, a, 0, a, 0);
        for (int i = 0; i < n; i++) {
            a[i] = z[i] > 0 ? z[i] : a[i] - 1;
        }
    }

    private static void geluTanh(Kernels kernels, int n, double[] z, double[] t, double[] spare) {
        for (int i = 0; i < n; i++) {
            spare[i] = GELU_SCALE * (z[i] + GELU_CUBIC * z[i] * z[i] * z[i]);
        }
        kernels.tanh(n, spare, 0, t, 0);
    }

    private static void softplus(Kernels kernels, int n, double[] z, double[] a, double[] spare) {
        for (int i = 0; i < n; i++) {
            a[i] = -Math.abs(z[i]);
        }
        kernels.exp(n, a, 0, spare, 0);
        kernels.log1p(n, spare, 0, a, 0);
        for (int i = 0; i < n; i++) {
            a[i] += Math.max(0, z[i]);
        }
    }
}
