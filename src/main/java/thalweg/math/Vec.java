package thalweg.math;

import java.util.Arrays;

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

    /** Euclidean length. */
    public double norm() {
        double sum = 0;
        for (double c : components) {
            sum += c * c;
        }
        return Math.sqrt(sum);
    }

    public boolean isFinite() {
        return Arrays.stream(components).allMatch(Double::isFinite);
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
