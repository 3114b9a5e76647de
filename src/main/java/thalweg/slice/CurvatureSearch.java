package thalweg.slice;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import thalweg.math.Eigenpair;
import thalweg.math.Eigenpairs;
import thalweg.math.Hutchinson;
import thalweg.math.Lanczos;
import thalweg.math.LanczosQuadrature;
import thalweg.math.SpectralDensity;
import thalweg.math.SymmetricOperator;
import thalweg.math.Vec;
import thalweg.objective.Objective;

/**
 * What is asked of the curvature of an objective. Equal questions get equal answers, on every machine.
 *
 * @param top how many of the largest eigenvalues, 0 or more
 * @param bottom how many of the smallest, 0 or more
 * @param tolerance of their residuals, relative to the largest magnitude
 * @param iterations products with the Hessian after which the search for eigenvalues gives up
 * @param probes random vectors for the trace; 0 for none
 * @param densityProbes random vectors for the density; 0 for none
 * @param densitySteps products for each of them
 * @param seed of all random vectors
 */
public record CurvatureSearch(int top, int bottom, double tolerance, int iterations, int probes, int densityProbes, int densitySteps, long seed) {
    /** The five largest and the smallest eigenvalue, to six digits or more; no trace and no density. */
    public static final CurvatureSearch USUAL = new CurvatureSearch(5, 1, 1e-6, 2000, 0, 0, 80, 1);

    /** What is being worked out. */
    public enum Stage { EIGENVALUES, TRACE, DENSITY }

    /**
     * How far a search is.
     *
     * @param products products with the Hessian in this stage so far
     * @param most as many as there can be; eigenvalues usually take fewer
     */
    public record Progress(Stage stage, int products, int most) {
    }

    /** Only eigenvalues, so many at each end. */
    public CurvatureSearch withEnds(int newTop, int newBottom) {
        return new CurvatureSearch(newTop, newBottom, tolerance, iterations, probes, densityProbes, densitySteps, seed);
    }

    public CurvatureSearch withProbes(int newProbes) {
        return new CurvatureSearch(top, bottom, tolerance, iterations, newProbes, densityProbes, densitySteps, seed);
    }

    public CurvatureSearch withDensity(int newProbes, int newSteps) {
        return new CurvatureSearch(top, bottom, tolerance, iterations, probes, newProbes, newSteps, seed);
    }

    /**
     * Answers.
     *
     * @param cancelled asked before every product with the Hessian; what was found by then is the answer
     * @param progress told after every product
     * @throws IllegalArgumentException if the objective has no Hessian, fewer parameters than eigenvalues asked for, or a number is out of
     *     its range
     */
    public Curvature of(Objective f, Vec at, BooleanSupplier cancelled, Consumer<Progress> progress) {
        return of(f, at, cancelled, progress, _ -> { });
    }

    /**
     * The same, telling more often.
     *
     * @param sofar given what is known after each stage but the last
     */
    public Curvature of(Objective f, Vec at, BooleanSupplier cancelled, Consumer<Progress> progress, Consumer<Curvature> sofar) {
        SymmetricOperator hessian = f.evaluator().hessianAt(at.toArray()).orElseThrow(
                () -> new IllegalArgumentException(f.appearance().name() + " has no Hessian, and so no curvature can be told"));
        Eigenpairs none = new Eigenpairs(List.of(), List.of(), 0, Eigenpairs.Ending.CONVERGED);
        Eigenpairs eigenpairs = top + bottom == 0 ? none : new Lanczos(top, bottom, tolerance, iterations, seed)
                .of(hessian, cancelled, done -> progress.accept(new Progress(Stage.EIGENVALUES, done, iterations)));
        List<Eigenpair> known = Stream.concat(eigenpairs.top().stream(), eigenpairs.bottom().stream()).distinct().toList();
        if (probes + densityProbes > 0 && !cancelled.getAsBoolean()) {
            sofar.accept(new Curvature(at, eigenpairs, Optional.empty(), Optional.empty(), false));
        }
        Optional<Hutchinson.Trace> trace = probes == 0 ? Optional.empty() : Optional.of(new Hutchinson(probes, seed)
                .of(hessian, known, cancelled, done -> progress.accept(new Progress(Stage.TRACE, done, Math.min(probes, hessian.size())))));
        if (probes > 0 && densityProbes > 0 && !cancelled.getAsBoolean()) {
            sofar.accept(new Curvature(at, eigenpairs, trace, Optional.empty(), false));
        }
        Optional<SpectralDensity> density = densityProbes == 0 ? Optional.empty()
                : density(hessian, eigenpairs.ending() == Eigenpairs.Ending.CONVERGED ? known : List.of(), cancelled, progress);
        return new Curvature(at, eigenpairs, trace, density, cancelled.getAsBoolean());
    }

    private Optional<SpectralDensity> density(SymmetricOperator hessian, List<Eigenpair> known, BooleanSupplier cancelled,
            Consumer<Progress> progress) {
        int most = (int) Math.min(Integer.MAX_VALUE, (long) densityProbes * densitySteps);
        try {
            return Optional.of(new LanczosQuadrature(densityProbes, densitySteps, seed)
                    .of(hessian, known, cancelled, done -> progress.accept(new Progress(Stage.DENSITY, done, most))));
        } catch (ArithmeticException _) {                         // a Hessian that is not finite has no density
            return Optional.empty();
        }
    }
}
