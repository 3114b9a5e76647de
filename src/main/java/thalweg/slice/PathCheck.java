package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import thalweg.math.Grid;
import thalweg.objective.Objective;
import thalweg.slice.Finding.Figure;
import thalweg.slice.Finding.Level;
import thalweg.slice.Finding.Topic;
import thalweg.slice.Finding.Unit;

/** Whether paths drawn on a slice lie on it, so that their height can be read from it. */
final class PathCheck {
    /** Off by a smaller part of the length, a path is drawn within its own width of where it is. */
    private static final double ON = 0.02;
    /** Off by a larger part, the slice says little about the path. */
    private static final double OFF = 0.2;

    private PathCheck() {
    }

    static List<Finding> of(Plotted plotted) {
        Slice slice = plotted.slice();
        if (slice.dimension() == plotted.from().objective().dimension()) {
            return List.of();                                     // no path can leave what shows all
        }
        Objective f = plotted.from().objective().evaluator().until(plotted.from().cancelled());
        String where = slice.dimension() == 1 ? "line" : "plane";
        return plotted.walks().stream().map(w -> of(w, slice, plotted.grid(), f, where)).toList();
    }

    private static Finding of(Walk walk, Slice slice, Grid grid, Objective f, String where) {
        double off = walk.off();
        Level level = off < ON ? Level.FINE : off <= OFF ? Level.CAUTION : Level.WRONG;
        String far = off > 1.5 ? "more than its length" : Math.round(100 * off) + " % of its length";
        String words = switch (level) {
            case FINE -> walk.name() + " stays on this " + where + ": its height can be read from it.";
            case CAUTION -> walk.name() + " leaves this " + where + " by " + far + ": its height is only about what the " + where + " shows.";
            case WRONG -> off > 1.5 ? walk.name() + " lies off this " + where + " by " + far + ": do not read its height from it."
                    : walk.name() + " leaves this " + where + " by " + far + ": do not read its height from it.";
        };
        double[] at = walk.end().coordinates().toArray();
        boolean seen = grid.x().contains(at[0]) && (at.length == 1 || grid.y().contains(at[1]));
        String outside = seen ? "" : " It ends outside the window.";
        List<Figure> figures = new ArrayList<>(List.of(Figure.of("length", walk.length()), Figure.of("farthest off", walk.residual()),
                new Figure("off, of length", walk.length() == 0 ? off == 0 ? 0 : Double.NaN : off, Unit.PART)));
        if (Double.isFinite(walk.farLoss())) {
            figures.add(Figure.of("J there", walk.farLoss()));
        }
        figures.add(Figure.of("J on the " + where + " below", f.value(slice.at(walk.far().coordinates().toArray()).toArray())));
        return new Finding(Topic.PATH, level, words + outside, figures);
    }
}
