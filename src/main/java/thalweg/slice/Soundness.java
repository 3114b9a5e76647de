package thalweg.slice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.math.Grid;

/**
 * The answer to "is my plot right?": what was found when a picture of a slice was checked against what it was made of.
 *
 * @param findings in the order of their topics
 * @param draws where directions are random: the same slice along the directions of other draws, coarse, the picture's own first; else none
 */
public record Soundness(List<Finding> findings, List<Grid> draws) {
    public Soundness {
        findings = List.copyOf(findings);
        draws = List.copyOf(draws);
    }

    /**
     * Checks a picture. Takes as long as some values of the objective and two products with its Hessian, and with draws as some hundred
     * values each.
     *
     * @param draws how many other draws of random directions to compare with, 0 or more
     * @param cancelled asked often; once true, what comes back does not matter
     * @throws java.util.concurrent.CancellationException then, perhaps
     */
    public static Soundness of(Plotted plotted, int draws, BooleanSupplier cancelled) {
        List<Finding> findings = new ArrayList<>(DirectionCheck.of(plotted));
        GridChecks grid = new GridChecks(plotted);
        findings.addAll(grid.centre());
        findings.addAll(grid.resolution());
        findings.addAll(PathCheck.of(plotted));
        findings.addAll(VarianceCheck.of(plotted));
        findings.addAll(CurvatureCheck.of(plotted, cancelled));
        findings.addAll(grid.convexity());
        DrawsCheck others = DrawsCheck.of(plotted, draws, cancelled);
        findings.addAll(others.findings());
        return new Soundness(findings, others.grids());
    }

    /** The worst first; of one level in the order of topics. */
    public List<Finding> worstFirst() {
        return findings.stream().sorted(Comparator.comparing(Finding::level).reversed()).toList();
    }

    /** The level of the worst finding. */
    public Finding.Level level() {
        return findings.stream().map(Finding::level).max(Comparator.naturalOrder()).orElse(Finding.Level.FINE);
    }
}
