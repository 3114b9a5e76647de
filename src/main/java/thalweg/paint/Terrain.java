package thalweg.paint;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.experiment.Scene;
import thalweg.experiment.Subject;
import thalweg.math.Grid;
import thalweg.objective.Objective;
import thalweg.slice.Slice;

/**
 * A grid as a surface in its box, before any camera.
 *
 * @param colours from values to the colour map
 * @param heights from values to the height of the box
 * @param levels of the lines on mesh and floor
 * @param lines on the floor, at the levels
 */
record Terrain(ValueScale colours, ValueScale heights, Levels levels, List<ContourLine> lines, Box box, Mesh mesh) {
    /** Cells each way, about, that lines on the floor are traced on: on coarse ones a narrow valley breaks into islands. */
    private static final int FINE = 410;

    Terrain {
        lines = List.copyOf(lines);
    }

    /** What a terrain depends on; equal keys give equal terrains. The subject stands for its objective, which is made anew at every edit. */
    private record Key(Grid grid, Subject subject, Slice slice, Look.Scale scale, Look.Scale height, double exaggeration, int levels) {
    }

    static Terrain of(Frame frame, Memo memo) {
        Look look = frame.experiment().look();
        Key key = new Key(frame.grid(), frame.experiment().subject(), frame.scene().slice(), look.scale(), look.height(),
                look.exaggeration(), look.levels());
        return memo.get("surface.terrain", key, () -> make(frame, memo));
    }

    private static Terrain make(Frame frame, Memo memo) {
        Look look = frame.experiment().look();
        Grid grid = frame.grid();
        ContourChart.Shades shades = ContourChart.Shades.of(frame, memo);
        ValueScale colours = shades.scale();
        ValueScale heights = look.height() == Look.Scale.AUTO ? colours : ValueScale.of(grid, look.height());
        Levels levels = shades.levels();
        int factor = Math.clamp(FINE / Math.max(grid.nx(), grid.ny()), 1, 4);
        Box box = Box.of(look.exaggeration());
        Relief relief = new Relief(grid, heights::beyond, colours::fraction, exact(frame.scene()));
        return new Terrain(colours, heights, levels, ContourLines.at(CubicSampler.refined(grid, factor), levels.values()), box,
                MeshBuilder.mesh(relief, box));
    }

    private static DoubleBinaryOperator exact(Scene scene) {
        Slice slice = scene.slice();
        Objective evaluator = scene.objective().evaluator();
        double[] theta = new double[slice.origin().size()];
        return (a, b) -> {
            for (int i = 0; i < theta.length; i++) {
                theta[i] = slice.origin().get(i) + a * slice.directions().get(0).get(i) + b * slice.directions().get(1).get(i);
            }
            return evaluator.value(theta);
        };
    }

    /** The height in the box at a value, on the surface. */
    double z(double value) {
        return box.top() * heights.fraction(value);
    }
}
