/**
 * Where we look: lines and planes through an objective, sampled to grids, where a point stands in them, and how the objective curves there.
 * Draws nothing; starts no threads, it uses those of an executor it is given.
 *
 * <p>Decision: a coarse stage is a grid of the full size with straight lines between its samples, instead of a smaller grid, because then
 * its nodes are the final ones (nothing is computed twice, no coordinate moves) and painters need no second case.
 *
 * <p>Decision: where the products of data with directions alone take longer than a first picture may, it is of evenly spaced samples
 * ({@link thalweg.objective.Section#sketch}), instead of none: it is told apart from stages, for none of its values is a final one.
 *
 * <p>Decision: origins and directions are choices of catalogs ({@link thalweg.slice.Origins}, {@link thalweg.slice.DirectionKinds}) that see what a
 * {@link thalweg.slice.Vantage} holds, runs included, instead of vectors in the session: a session says "the plane of the runs" in one word, and the
 * plane follows when a slider moves the runs. What is drawn of a path off the slice is a {@link thalweg.slice.Route}.
 *
 * <p>Decision: this package knows networks, for filters and layers are what directions are normalised by, and the files of {@code data}, for models
 * and directions are read from them: an origin or direction in a file is a choice like any other.
 *
 * <p>Decision: a cancelled sampling returns what it has, with NaN elsewhere, like a cancelled run; whoever cancelled knows.
 */
package thalweg.slice;
