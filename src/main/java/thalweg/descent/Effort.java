package thalweg.descent;

/**
 * How often a rule asked: what makes runs of different rules comparable.
 *
 * @param values evaluations of J alone
 * @param gradients evaluations of J with its gradient, the one at every iterate included
 * @param hessians evaluations of the second derivatives
 */
public record Effort(long values, long gradients, long hessians) {
    public static final Effort NONE = new Effort(0, 0, 0);
}
