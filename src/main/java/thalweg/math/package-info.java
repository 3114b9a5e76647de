/** Numbers and arrays: ranges, vectors, grids, seeded chance, differences, small eigenproblems. Knows nothing of cost functions. */
package thalweg.math;
