package thalweg.math;

/**
 * An eigenvalue with its eigenvector, as well as they are known.
 *
 * @param value the eigenvalue: the Rayleigh quotient of the vector
 * @param vector of unit length; its component of largest magnitude is positive
 * @param residual {@code ||A vector - value vector||}: some eigenvalue lies no farther than this from the value
 */
public record Eigenpair(double value, Vec vector, double residual) {
}
