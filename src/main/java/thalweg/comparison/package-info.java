/**
 * Many runs at once: where they end, how well they do, and for which settings. Knows runs; must not know pictures, threads or clocks.
 *
 * <p>Every comparison is made in stages, coarse to fine, each using what the one before found; a stage that is cancelled is not handed on.
 *
 * <p>Decision: budgets are counted in evaluations ({@link thalweg.comparison.Cost}): a gradient, or J alone, is one, a Hessian of n parameters
 * is n, because that is what the time of a training is spent on; steps would favour rules that look at several places per step.
 *
 * <p>Decision: a run has arrived once the gap between J and the lowest J known is a thousandth of what it was at the start
 * ({@link thalweg.comparison.Fate#TOLERANCE}), instead of by the gradient, because the gap is what charts show and it means the same for every rule.
 *
 * <p>Decision: a place where a run rests is a minimum only if Newton's method and the Hessian, or the values around, say so
 * ({@link thalweg.objective.RestingPlaces}): runs from a ridge rest on its saddle.
 *
 * <p>Decision: runs of a comparison keep no path ({@link thalweg.descent.Descent#walk}); a map of 193 by 193 starts is 37,000 runs.
 */
package thalweg.comparison;
