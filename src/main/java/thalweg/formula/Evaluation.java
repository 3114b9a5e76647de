package thalweg.formula;

/** What generated classes extend: some results at a point, without allocation. */
abstract class Evaluation {
    /**
     * The first result, returned; the others are written to {@code out} in their order.
     *
     * @param theta not modified
     * @param knobs not modified
     */
    abstract double at(double[] theta, double[] knobs, double[] out);
}
