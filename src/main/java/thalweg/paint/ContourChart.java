package thalweg.paint;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.experiment.Track;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.slice.Slice;

/**
 * A map laid out in an area: its axes, its scale of values, its contour lines, the place of its colour bar.
 *
 * @param axes with the ranges in view
 * @param bar where the colour bar stands; empty where there is no room, and in presentations
 * @param scale of the lines, which are the cost's
 * @param levels of the lines
 * @param shade what the colours of map and bar stand for
 */
record ContourChart(Axes axes, Optional<Rectangle2D> bar, ValueScale scale, Levels levels, Shade shade) {
    private static final double BAR_GAP = 14;
    private static final double BAR_WIDTH = 10;
    private static final double CELL = 3;
    private static final int MOST_NODES = 1_000_000;

    /** What depends on the values alone. */
    record Shades(ValueScale scale, Levels levels) {
        private record Key(Grid grid, Look.Scale wanted, int levels) {
        }

        static Shades of(Frame frame, Memo memo) {
            Look look = frame.experiment().look();
            Look.Scale wanted = HomeScale.of(frame, memo);
            return memo.get("contour.shades", new Key(frame.grid(), wanted, look.levels()), () -> {
                ValueScale scale = ValueScale.of(frame.grid(), wanted);
                return new Shades(scale, Levels.of(scale, look.levels()).crossedIn(frame.grid(), scale));
            });
        }
    }

    /**
     * What colours a map: the cost, with the lines on the same scale, or the smallest eigenvalue of its Hessian, blue where it curves downward.
     *
     * @param letter below the colour bar, in LaTeX
     */
    record Shade(Grid grid, ValueScale scale, ColourMap colours, String letter) {
        static final String LEAST = "\\lambda_{\\min}";

        private record Key(Grid grid, Theme theme) {
        }

        static Shade of(Frame frame, Theme theme, Shades shades, Memo memo) {
            if (least(frame).isPresent()) {
                return memo.get("contour.least", new Key(least(frame).get(), theme),
                        () -> new Shade(least(frame).get(), ValueScale.signed(least(frame).get()), ColourMap.signed(theme), LEAST));
            }
            return new Shade(frame.grid(), shades.scale, colours(frame, theme, memo), "J");
        }

        /** The eigenvalues to be shown, as far as they are found. */
        static Optional<Grid> least(Frame frame) {
            return frame.experiment().look().curving().map() ? frame.curvatures().least().filter(Grid::hasFinite) : Optional.empty();
        }

        boolean isOfCost() {
            return !letter.equals(LEAST);
        }

        private static ColourMap colours(Frame frame, Theme theme, Memo memo) {
            record Looked(String id, Theme theme) {
            }
            String id = frame.experiment().look().colormap();
            return memo.get("contour.colours", new Looked(id, theme), () -> ColourMap.of(id).onMap(theme));
        }
    }

    /** The colours that lines and labels keep clear of: those of the map, or a paper where it is not the cost's. */
    ColourMap under(Theme theme) {
        return shade.isOfCost() ? shade.colours() : ColourMap.flat(theme.canvas());
    }

    /** Where the smallest eigenvalue changes its sign; nothing on a map of the cost. */
    List<ContourLine> signChanges(Memo memo) {
        return shade.isOfCost() ? List.of() : memo.get("contour.signs", shade.grid(),
                () -> ContourLines.at(CubicSampler.refined(shade.grid(), shade.grid().nx() > 150 ? 1 : 4), List.of(0.0)));
    }

    /** Lays a map out; the slice must have two directions. */
    static ContourChart of(Rectangle2D area, Frame frame, Ink ink, Memo memo) {
        Shades shades = Shades.of(frame, memo);
        Shade shade = Shade.of(frame, ink.theme(), shades, memo);
        List<Range> ranges = frame.scene().slice().ranges();
        Axis x = Axis.linear(ranges.getFirst(), "$" + name(frame, 0) + "$").withGap(60);
        Axis y = Axis.linear(ranges.getLast(), "$" + name(frame, 1) + "$").withGap(60);
        double scale = ink.style().scale();
        boolean roomy = area.getWidth() >= 300 * scale && area.getHeight() >= 160 * scale && !ink.style().isPresentation();
        if (!roomy) {
            return new ContourChart(Axes.in(area, x, y, ink, 0), Optional.empty(), shades.scale, shades.levels, shade);
        }
        double words = shade.scale().ticks(area.getHeight() / scale - 48).stream().mapToDouble(t -> Axes.width(ink, t)).max().orElse(0);
        Axes axes = Axes.in(area, x, y, ink, ink.px(BAR_GAP + BAR_WIDTH + 7 + 8) + words);
        Rectangle2D plot = axes.plot();
        Rectangle2D bar = new Rectangle2D.Double(plot.getMaxX() + Math.rint(ink.px(BAR_GAP)), plot.getY(), Math.rint(ink.px(BAR_WIDTH)),
                plot.getHeight());
        return new ContourChart(axes, Optional.of(bar), shades.scale, shades.levels, shade);
    }

    /** The parameter that an axis of the slice shows, in LaTeX; {@code a}, {@code b} along directions that are none. */
    static String name(Frame frame, int axis) {
        Slice slice = frame.scene().slice();
        List<String> names = frame.scene().objective().appearance().axes();
        thalweg.math.Vec d = slice.directions().get(axis);
        List<Integer> along = java.util.stream.IntStream.range(0, d.size()).filter(i -> d.get(i) != 0).limit(2).boxed().toList();
        boolean named = along.size() == 1 && along.getFirst() < names.size() && d.get(along.getFirst()) == 1;
        return named ? names.get(along.getFirst()) : List.of("a", "b").get(axis);
    }

    /**
     * The frame's contour lines, traced on cells of some three pixels: on coarse ones a narrow valley would break into islands.
     *
     * @param density pixels of the device per pixel
     */
    List<ContourLine> lines(Grid grid, double density, Memo memo) {
        record Key(Grid grid, Levels levels, int factor) {
        }
        double cell = Math.max(axes.plot().getWidth() / (grid.nx() - 1), axes.plot().getHeight() / Math.max(1, grid.ny() - 1)) * density;
        int factor = Math.clamp(Math.min((long) Math.ceil(cell / CELL), (long) Math.sqrt((double) MOST_NODES / grid.nx() / grid.ny())), 1, 4);
        return memo.get("contour.lines", new Key(grid, levels, factor), () -> ContourLines.at(CubicSampler.refined(grid, factor), levels.values()));
    }

    /** Each path is kept by itself, so that while a slider moves one run the others stay. */
    private record PathKey(Track track, Slice slice, Rectangle2D plot) {
    }

    /** The paths of the runs that are shown; the selected one last, so that it lies on top. */
    List<MapPath> paths(Frame frame, Memo memo) {
        record Key(List<Track> tracks, Slice slice, Rectangle2D plot, int selected) {
        }
        int selected = frame.experiment().look().selected();
        Slice slice = frame.scene().slice();
        return memo.get("contour.paths", new Key(frame.tracks(), slice, axes.plot(), selected), () -> {
            List<MapPath> paths = new ArrayList<>();
            for (int k = 0; k < frame.tracks().size(); k++) {
                int index = k;
                Track track = frame.tracks().get(k);
                if (!track.run().hidden()) {
                    paths.add(memo.get("contour.path." + k, new PathKey(track, slice, axes.plot()), () -> MapPath.of(index, track, slice, axes)));
                }
            }
            paths.sort(java.util.Comparator.comparing(p -> p.track() == selected));
            return List.copyOf(paths);
        });
    }
}
