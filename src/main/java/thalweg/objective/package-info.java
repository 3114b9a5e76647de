/**
 * Cost functions, how they want to be seen, and their critical points. Knows nothing of optimizers and pictures.
 *
 * <p>Decision: a test function is its formula, a window, a start and known minima, one entry each in {@link thalweg.objective.Objectives};
 * gradient and Hessian are derived. Known minima are formulas in the knobs, so that they follow a slider.
 *
 * <p>Decision: an edge of the window holds minima only where the window is the function's domain ({@code Appearance.closed}); otherwise
 * every zoom would make new ones.
 *
 * <p>Decision: a cost over samples shows a stochastic method its batches as an objective whose evaluators follow the step, as noise does,
 * instead of a batch argument in every call, so that descent, replay and every optimizer work on data as they are.
 *
 * <p>Decision: the Hessian of many parameters is an operator made at a point ({@code hessianAt}), instead of one more method of theta and v,
 * because whoever asks multiplies many vectors at one point: what does not depend on v is worked out once, and the scratch memory is there
 * only where curvature is asked for.
 *
 * <p>Decision: an objective may know a faster way to its values on a plane ({@link thalweg.objective.Section}) instead of along one parameter: rows
 * of formulas and slices of networks are sampled by the same code, and whoever samples knows of neither.
 *
 * <p>Decision: a sampled surface is an objective ({@code grid(path=...)}), instead of a picture of its own, so that optimizers walk on it and all
 * views, exports and commands serve it.
 */
package thalweg.objective;
