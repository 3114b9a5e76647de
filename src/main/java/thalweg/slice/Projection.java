package thalweg.slice;

import thalweg.math.Vec;

/**
 * Where a point stands in a slice.
 *
 * @param coordinates a, or a and b, of the nearest point of the slice
 * @param residual distance from it
 */
public record Projection(Vec coordinates, double residual) {
}
