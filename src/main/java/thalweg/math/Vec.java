package thalweg.math;

import java.util.Arrays;
import java.util.function.Consumer;

/** An immutable vector of numbers, equal by value. */
public final class Vec {
    private final double[] components;

    private Vec(double[] components) {
        this.components = components;
    }

    /** The vector of these components; the array is copied. */
    public static Vec of(double... components) {
        return new Vec(components.clone());
    }

    /**
     * A vector of n components, made without a copy of them: large ones take as long to copy as to fill.
     *
     * @param fill writes them into the array it is given, all 0 before, and keeps no hold of it
     */
    public static Vec filled(int n, Consumer<double[]> fill) {
        double[] components = new double[n];
        fill.accept(components);
        return new Vec(components);
    }

    public int size() {
        return components.length;
    }

    public double get(int i) {
        return components[i];
    }

    /** A copy of the components. */
    public double[] toArray() {
        return components.clone();
    }

    /** Copies the components into the front of an array. */
    public void copyTo(double[] to) {
        System.arraycopy(components, 0, to, 0, components.length);
    }

    /** Euclidean length. */
    public double norm() {
        double sum = 0;
        for (double c : components) {
            sum += c * c;
        }
        return Math.sqrt(sum);
    }

    public boolean isFinite() {
        for (double c : components) {
            if (!Double.isFinite(c)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vec v && Arrays.equals(components, v.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return Arrays.toString(components);
    }
}
