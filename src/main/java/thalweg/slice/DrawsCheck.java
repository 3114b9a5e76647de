package thalweg.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.math.Grid;
import thalweg.slice.Finding.Figure;
import thalweg.slice.Finding.Level;
import thalweg.slice.Finding.Topic;
import thalweg.slice.Finding.Unit;

/**
 * Whether the picture of random directions depends on the draw: the same slice along those of other draws.
 *
 * @param grids coarse, the picture's own first; none if directions are not random
 */
record DrawsCheck(List<Grid> grids, List<Finding> findings) {
    private static final int NODES = 17;
    private static final int NODES_OF_A_LINE = 33;
    /** Means of some hundred heights that differ by less, in parts of the highest above the lowest point of all, are alike. */
    private static final double ALIKE = 0.25;

    static DrawsCheck of(Plotted plotted, int others, BooleanSupplier cancelled) {
        List<Cut> cuts = plotted.cut().map(cut -> cut.redrawn(others)).orElse(List.of());
        if (cuts.isEmpty()) {
            return new DrawsCheck(List.of(), List.of());
        }
        Slice own = plotted.slice();
        boolean line = own.dimension() == 1;
        int nx = line ? NODES_OF_A_LINE : NODES;
        int ny = line ? 1 : NODES;
        List<Grid> grids = new ArrayList<>(List.of(coarse(plotted.grid(), nx, ny)));
        for (Cut cut : cuts) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            grids.add(Slices.sample(plotted.from().objective(), cut.of(plotted.from()).over(own.ranges()), nx, ny, cancelled));
        }
        return new DrawsCheck(List.copyOf(grids), grids.size() < 2 ? List.of() : List.of(compared(grids)));
    }

    /** What their mean heights say. A draw that has holes is compared where it has none, and this is said. */
    private static Finding compared(List<Grid> grids) {
        double[] means = grids.stream().mapToDouble(g -> g.finite().average().orElse(Double.NaN)).toArray();
        long holed = grids.stream().filter(g -> holes(g) > 0).count();
        double least = Arrays.stream(means).filter(Double::isFinite).min().orElse(Double.NaN);
        double most = Arrays.stream(means).filter(Double::isFinite).max().orElse(Double.NaN);
        double bottom = grids.stream().mapToDouble(Grid::minimum).min().orElse(Double.NaN);
        double spread = most - bottom > 0 ? (most - least) / (most - bottom) : 0;
        boolean comparable = Arrays.stream(means).allMatch(Double::isFinite);
        boolean alike = comparable && spread <= ALIKE;
        List<Figure> figures = new ArrayList<>(List.of(new Figure("draws", means.length, Unit.COUNT), Figure.of("lowest mean height", least),
                Figure.of("highest mean height", most), new Figure("spread", spread, Unit.PART)));
        String words = !comparable ? "Some draws of the random directions have no finite height at all: show several, or look at a smaller part."
                : alike ? "Other draws of the random directions are as high on average: the height is the model's, not the draw's."
                : "Other draws of the random directions are higher or lower on average: show several, or say that this is one of many.";
        if (holed > 0) {
            figures.add(new Figure("draws with holes", holed, Unit.COUNT));
            figures.add(new Figure("points without a height", grids.stream().mapToLong(DrawsCheck::holes).sum(), Unit.COUNT));
            words += comparable ? " Where the cost is not finite, nothing was compared." : "";
        }
        return new Finding(Topic.DRAWS, alike && holed == 0 ? Level.FINE : Level.CAUTION, words, figures);
    }

    private static long holes(Grid grid) {
        return (long) grid.nx() * grid.ny() - grid.finite().count();
    }

    private static Grid coarse(Grid grid, int nx, int ny) {
        double[] values = new double[nx * ny];
        for (int k = 0; k < values.length; k++) {
            values[k] = grid.interpolate(grid.x().node(k % nx, nx), ny == 1 ? grid.y().min() : grid.y().node(k / nx, ny));
        }
        return new Grid(grid.x(), grid.y(), nx, ny, values);
    }
}
