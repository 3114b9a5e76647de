package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
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
    /** Means of some hundred heights that differ by less look alike. */
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
        double[] means = grids.stream().mapToDouble(DrawsCheck::mean).toArray();
        double least = IntStream.range(0, means.length).mapToDouble(k -> means[k]).min().orElse(0);
        double most = IntStream.range(0, means.length).mapToDouble(k -> means[k]).max().orElse(0);
        double bottom = grids.stream().mapToDouble(Grid::minimum).min().orElse(0);
        double spread = most - bottom > 0 ? (most - least) / (most - bottom) : 0;
        boolean alike = spread <= ALIKE;
        List<Figure> figures = List.of(new Figure("draws", means.length, Unit.COUNT), Figure.of("lowest mean height", least),
                Figure.of("highest mean height", most), new Figure("spread", spread, Unit.PART));
        return new DrawsCheck(List.copyOf(grids), List.of(new Finding(Topic.DRAWS, alike ? Level.FINE : Level.CAUTION,
                alike ? "Other draws of the random directions look alike: what is seen is the model, not the draw."
                        : "Other draws of the random directions look different: show several, or say that this is one of many.", figures)));
    }

    private static Grid coarse(Grid grid, int nx, int ny) {
        double[] values = new double[nx * ny];
        for (int k = 0; k < values.length; k++) {
            values[k] = grid.interpolate(grid.x().node(k % nx, nx), ny == 1 ? grid.y().min() : grid.y().node(k / nx, ny));
        }
        return new Grid(grid.x(), grid.y(), nx, ny, values);
    }

    private static double mean(Grid grid) {
        return IntStream.range(0, grid.nx() * grid.ny()).mapToDouble(k -> grid.value(k % grid.nx(), k / grid.nx())).filter(Double::isFinite)
                .average().orElse(Double.NaN);
    }
}
