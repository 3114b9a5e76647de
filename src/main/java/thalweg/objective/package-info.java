/**
 * Cost functions, how they want to be seen, and their critical points. Knows nothing of optimizers and pictures.
 *
 * <p>Decision: a test function is its formula, a window, a start and known minima, one entry each in {@link thalweg.objective.Objectives};
 * gradient and Hessian are derived. Known minima are formulas in the knobs, so that they follow a slider.
 *
 * <p>Decision: an edge of the window holds minima only where the window is the function's domain ({@code Appearance.closed}); otherwise
 * every zoom would make new ones.
 */
package thalweg.objective;
