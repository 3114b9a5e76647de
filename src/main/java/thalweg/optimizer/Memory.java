package thalweg.optimizer;

/**
 * One thing a rule remembers between steps, zero at the start.
 *
 * @param name the paper's letter: {@code m}, {@code v}
 * @param latex the same typeset
 * @param shape how many numbers it holds
 */
public record Memory(String name, String latex, Shape shape) {
    /** 1, n or n * n numbers. */
    public enum Shape {
        SCALAR, VECTOR, MATRIX;

        public int size(int dimension) {
            return switch (this) {
                case SCALAR -> 1;
                case VECTOR -> dimension;
                case MATRIX -> Math.multiplyExact(dimension, dimension);
            };
        }
    }

    public static Memory vector(String name) {
        return new Memory(name, name, Shape.VECTOR);
    }

    public static Memory scalar(String name) {
        return new Memory(name, name, Shape.SCALAR);
    }

    public static Memory matrix(String name) {
        return new Memory(name, name, Shape.MATRIX);
    }
}
