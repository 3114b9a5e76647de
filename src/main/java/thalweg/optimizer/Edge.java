package thalweg.optimizer;

/**
 * The edge of stability of a rule at a learning rate: on a parabola that curves more, its steps grow.
 *
 * @param curvature the largest that the rate is stable for; infinite at rate 0
 * @param formula in signs: {@code 2/α}
 */
public record Edge(double curvature, String formula) {
}
