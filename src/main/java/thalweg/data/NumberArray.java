package thalweg.data;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers in a rectangle of any dimension, the last index running fastest.
 *
 * @param shape sizes along each index; empty for a single number
 * @param values as many as the product of the shape; lent for reading only
 */
public record NumberArray(List<Integer> shape, double[] values) {
    public NumberArray {
        shape = List.copyOf(shape);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberArray a && shape.equals(a.shape) && Arrays.equals(values, a.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "array of shape " + shape;
    }
}
