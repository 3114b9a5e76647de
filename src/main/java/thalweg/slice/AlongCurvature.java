package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Eigenpair;
import thalweg.math.Eigenpairs;
import thalweg.math.Lanczos;
import thalweg.math.SymmetricOperator;
import thalweg.math.Vec;

/** Eigenvectors of the Hessian at the origin: where J curves most, and where least. */
@Entry(id = "hessian", label = "curvature",
        help = "Eigenvectors of the Hessian at the origin: where the cost curves most, and where it curves least.",
        source = "Lanczos 1950; Yao, Gholami, Keutzer and Mahoney 2020, PyHessian")
record AlongCurvature(
        @Knob(label = "which", word = "both-ends", help = "The largest and the smallest eigenvalue, or the largest ones, or the smallest ones.")
        Ends which,
        @Knob(label = "directions", value = 2, min = 1, max = 2, least = 1, most = 2, help = "1 for a line, 2 for a plane.")
        int count,
        @Knob(label = "tolerance", value = 1e-3, min = 1e-8, max = 1e-1, log = true, least = 1e-12, most = 0.5, advanced = true,
                help = "How exact the directions are: the residual over the largest eigenvalue.")
        double tolerance) implements Directions {
    private static final int MOST_PRODUCTS = 2000;

    /** Which eigenvectors. */
    enum Ends {
        BOTH_ENDS, TOP, BOTTOM
    }

    @Override
    public List<Vec> of(Vantage from, Vec origin) {
        SymmetricOperator hessian = from.objective().evaluator().hessianAt(origin.toArray()).orElseThrow(
                () -> new IllegalArgumentException("hessian: " + from.objective().appearance().name() + " has no second derivatives"));
        int wanted = Math.min(count, origin.size());
        Eigenpairs found = new Lanczos(which == Ends.TOP ? wanted : which == Ends.BOTTOM ? 0 : 1, which == Ends.BOTTOM ? wanted : which == Ends.TOP
                ? 0 : wanted - 1, tolerance, MOST_PRODUCTS, from.seed()).of(hessian, from.cancelled(), _ -> { });
        List<Vec> made = new ArrayList<>();
        found.top().stream().map(Eigenpair::vector).forEach(made::add);
        found.bottom().stream().map(Eigenpair::vector).forEach(made::add);
        if (made.size() < wanted) {
            from.ask();
            throw new IllegalArgumentException("hessian: " + (found.ending() == Eigenpairs.Ending.NOT_FINITE ? "the Hessian is not finite there"
                    : "its eigenvectors were not found within " + MOST_PRODUCTS + " products; raise the tolerance"));
        }
        return made;
    }
}
