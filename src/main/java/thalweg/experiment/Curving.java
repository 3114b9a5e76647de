package thalweg.experiment;

import thalweg.slice.CurvatureSearch;

/**
 * What is asked of the curvature: how exactly eigenvalues of the Hessian are found, and whether maps show them.
 *
 * @param map whether the colours of the contour are the smallest eigenvalue instead of the cost
 * @param top so many of the largest eigenvalues, 1 or more; the smallest is always sought
 * @param tolerance of their residuals, relative to the largest magnitude
 * @param iterations products with the Hessian after which a search gives up
 * @param probes random vectors for the trace; 0: no trace
 * @param densityProbes random vectors for the density; 0: no density
 * @param densitySteps products for each of them
 * @param stretches of equal length into which a run is cut for its sharpness; the sharpness is found at their ends
 */
public record Curving(boolean map, int top, double tolerance, int iterations, int probes, int densityProbes, int densitySteps, int stretches) {
    public static final Curving DEFAULT = new Curving(false, 5, 1e-4, 1000, 20, 4, 60, 60);

    /** Eigenvalues for a map are good to a part of the largest magnitude that no colour shows. */
    private static final double FOR_COLOURS = 1e-3;

    /** Everything that is asked about a point. */
    CurvatureSearch search(int parameters, long seed) {
        return new CurvatureSearch(Math.min(top, parameters), 1, tolerance, iterations, probes, densityProbes, densitySteps, seed);
    }

    /** The same for the smallest eigenvalue alone, to the eye. */
    CurvatureSearch searchForMap(long seed) {
        return new CurvatureSearch(0, 1, Math.max(tolerance, FOR_COLOURS), iterations, 0, 0, densitySteps, seed);
    }

    public Curving withMap(boolean changed) {
        return new Curving(changed, top, tolerance, iterations, probes, densityProbes, densitySteps, stretches);
    }

    public Curving withTop(int changed) {
        return new Curving(map, changed, tolerance, iterations, probes, densityProbes, densitySteps, stretches);
    }

    public Curving withTolerance(double changed) {
        return new Curving(map, top, changed, iterations, probes, densityProbes, densitySteps, stretches);
    }

    public Curving withIterations(int changed) {
        return new Curving(map, top, tolerance, changed, probes, densityProbes, densitySteps, stretches);
    }

    public Curving withProbes(int changed) {
        return new Curving(map, top, tolerance, iterations, changed, densityProbes, densitySteps, stretches);
    }

    public Curving withDensityProbes(int changed) {
        return new Curving(map, top, tolerance, iterations, probes, changed, densitySteps, stretches);
    }

    public Curving withDensitySteps(int changed) {
        return new Curving(map, top, tolerance, iterations, probes, densityProbes, changed, stretches);
    }

    public Curving withStretches(int changed) {
        return new Curving(map, top, tolerance, iterations, probes, densityProbes, densitySteps, changed);
    }
}
