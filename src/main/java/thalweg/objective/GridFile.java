package thalweg.objective;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Value;
import thalweg.data.FileMemo;
import thalweg.data.Surface;
import thalweg.data.SurfaceFile;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;

/** A surface or curve that someone sampled, opened as a landscape: {@code grid("slice.npz")}, {@code grid("resnet_surface.h5")}. */
record GridFile(String id, String label, String group, String help, List<KnobInfo> knobs, FileMemo<Surface> last) implements Choice<Objective> {
    /** Off the centre, where the model usually is, and off the diagonal. */
    private static final double[] START = {0.86, 0.78};

    GridFile(String id, String label, String group, String help) {
        this(id, label, group, help, List.of(
                KnobInfo.text("path", "file", "")
                        .withHelp(".npz, .h5 or .csv of thalweg slice or another program (x, y, z), or HDF5 of the code of Li et al."),
                KnobInfo.text("values", "values", "").withHelp("the array that is the height; empty: loss, train_loss, z ...").hidden(),
                KnobInfo.text("projection", "path file", "").withHelp("HDF5 with proj_xcoord and proj_ycoord: runs start where that path starts")
                        .hidden()), new FileMemo<>());
    }

    @Override
    public Objective make(Map<String, Value> settings) {
        String path = settings.get("path").asText();
        String values = settings.get("values").asText();
        Surface surface = last.of(path, values, () -> SurfaceFile.surface("path", path, values));
        Grid grid = surface.grid();
        int n = grid.ny() == 1 ? 1 : 2;
        if (!grid.hasFinite()) {
            throw new IllegalArgumentException("'" + path + "' holds no finite value");
        }
        List<Range> window = n == 1 ? List.of(grid.x()) : List.of(grid.x(), grid.y());
        String projection = settings.get("projection").asText();
        Vec start = projection.isEmpty() ? start(grid, window) : started(projection, window);
        String name = path.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.(npz|h5|hdf5|csv|tsv|txt)$", "");
        return new GriddedObjective(grid, new Appearance(name, "", surface.axes(), window, start, List.of(), false, true));
    }

    private static Vec started(String projection, List<Range> window) {
        if (window.size() == 1) {
            throw new IllegalArgumentException("projection: a path lies on a surface, but the file holds a curve");
        }
        Vec start = SurfaceFile.path("projection", projection).getFirst();
        if (!window.get(0).contains(start.get(0)) || !window.get(1).contains(start.get(1))) {
            throw new IllegalArgumentException("projection: the path in '" + projection + "' starts at " + start + ", outside the surface over "
                    + window.get(0) + " and " + window.get(1));
        }
        return start;
    }

    /** The usual place, or where that is a hole, the node with the largest value. */
    private static Vec start(Grid grid, List<Range> window) {
        double[] usual = IntStream.range(0, window.size()).mapToDouble(k -> window.get(k).at(START[k])).toArray();
        if (Double.isFinite(grid.interpolate(usual[0], usual.length == 1 ? 0 : usual[1]))) {
            return Vec.of(usual);
        }
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < grid.nx() * grid.ny(); k++) {
            double value = grid.value(k % grid.nx(), k / grid.nx());
            if (Double.isFinite(value) && value > highest) {
                highest = value;
                best = k;
            }
        }
        double x = grid.xAt(best % grid.nx());
        return window.size() == 1 ? Vec.of(x) : Vec.of(x, grid.yAt(best / grid.nx()));
    }
}
