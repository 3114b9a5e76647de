package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import thalweg.math.Vec;
import thalweg.slice.Finding.Figure;
import thalweg.slice.Finding.Level;
import thalweg.slice.Finding.Topic;
import thalweg.slice.Finding.Unit;

/** Which directions a slice has, and whether distances and angles on its map are those between parameters. */
final class DirectionCheck {
    /** A cosine up to here, 87 degrees, cannot be seen on a map. */
    private static final double SQUARE = 0.05;
    /** Rounding of the dot product of two unit vectors of a million components. */
    private static final double ROUNDING = 1e-9;
    /** Lengths that differ by more than this factor mislead whoever compares the two axes. */
    private static final double UNLIKE = 2;

    private DirectionCheck() {
    }

    static List<Finding> of(Plotted plotted) {
        if (plotted.cut().isEmpty()) {
            return List.of();                                     // the parameters themselves
        }
        Cut cut = plotted.cut().get();
        List<Vec> d = plotted.slice().directions();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("seed", plotted.from().seed(), Unit.COUNT));
        figures.add(Figure.of(d.size() == 1 ? "norm" : "norm along a", d.getFirst().norm()));
        StringBuilder words = new StringBuilder(d.size() == 1 ? "Direction: " : "Directions: ").append(cut.words()).append('.');
        Level level = Level.FINE;
        if (d.size() == 2) {
            double cosine = cosine(d.get(0), d.get(1));
            double ratio = Math.max(d.get(0).norm() / d.get(1).norm(), d.get(1).norm() / d.get(0).norm());
            figures.add(Figure.of("norm along b", d.get(1).norm()));
            figures.add(Figure.of("cosine between", Math.abs(cosine) < ROUNDING ? 0 : cosine));
            boolean sheared = Math.abs(cosine) > SQUARE;
            boolean line = Math.abs(cosine) > 1 - ROUNDING;
            level = line ? Level.WRONG : sheared || ratio > UNLIKE ? Level.CAUTION : Level.FINE;
            words.append(line ? " They lie along one line, so this is no plane: the same points are seen again and again across it."
                    : sheared ? " They meet at " + Math.round(Math.toDegrees(StrictMath.acos(cosine)))
                    + " degrees, so the map is sheared: do not read angles or distances from it."
                    : Math.abs(cosine) < ROUNDING ? " They are at right angles." : " They are nearly at right angles.");
            if (ratio > UNLIKE) {
                boolean first = d.get(0).norm() > d.get(1).norm();
                words.append(" A step along ").append(first ? "a" : "b").append(" is much longer than one along ").append(first ? "b" : "a")
                        .append('.');
            }
        }
        return List.of(new Finding(Topic.DIRECTIONS, level, words.toString(), figures));
    }

    private static double cosine(Vec a, Vec b) {
        double dot = 0;
        for (int i = 0; i < a.size(); i++) {
            dot += a.get(i) * b.get(i);
        }
        return Math.clamp(dot / (a.norm() * b.norm()), -1, 1);
    }
}
