package thalweg.slice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import thalweg.math.Eigenpair;
import thalweg.math.Eigenpairs;
import thalweg.math.Hutchinson;
import thalweg.math.SpectralDensity;
import thalweg.math.Vec;

/**
 * How an objective curves at a point: what is known of the eigenvalues of its Hessian.
 *
 * @param at the point
 * @param eigenpairs the largest and smallest eigenvalues with their directions
 * @param trace the sum of all eigenvalues, if it was asked for
 * @param density how they are spread, if it was asked for and the Hessian is finite
 * @param cancelled whether the search was told to stop before its end
 */
public record Curvature(Vec at, Eigenpairs eigenpairs, Optional<Hutchinson.Trace> trace, Optional<SpectralDensity> density, boolean cancelled) {
    /** The largest eigenvalue: how fast the gradient changes at most. Empty if it is not known. */
    public OptionalDouble sharpness() {
        return eigenpairs.top().stream().mapToDouble(Eigenpair::value).findFirst();
    }

    /** The same without eigenvectors, which take far more memory than all the rest. */
    public Curvature withoutVectors() {
        return new Curvature(at, new Eigenpairs(bare(eigenpairs.top()), bare(eigenpairs.bottom()), eigenpairs.products(), eigenpairs.ending()),
                trace, density, cancelled);
    }

    private static List<Eigenpair> bare(List<Eigenpair> pairs) {
        return pairs.stream().map(p -> new Eigenpair(p.value(), Vec.of(), p.residual())).toList();
    }

    /**
     * The learning rate up to which gradient descent on this parabola does not diverge: {@code 2 / sharpness}. Empty where nothing curves
     * upwards.
     */
    public OptionalDouble largestStableRate() {
        OptionalDouble sharpness = sharpness();
        return sharpness.isPresent() && sharpness.getAsDouble() > 0 ? OptionalDouble.of(2 / sharpness.getAsDouble()) : OptionalDouble.empty();
    }

    /**
     * The largest eigenvalue over the smallest, which says how many steps gradient descent takes. Empty unless both ends are known and the
     * smallest is surely above 0: by more than its residual.
     */
    public OptionalDouble conditionNumber() {
        OptionalDouble sharpness = sharpness();
        Optional<Eigenpair> least = eigenpairs.bottom().stream().findFirst();
        return sharpness.isPresent() && least.filter(p -> p.value() > p.residual()).isPresent()
                ? OptionalDouble.of(sharpness.getAsDouble() / least.get().value()) : OptionalDouble.empty();
    }
}
