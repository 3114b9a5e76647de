package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.experiment.Scene;
import thalweg.math.Grid;
import thalweg.math.Vec;

/**
 * A cost of two parameters seen from above: the map with labelled contour lines, the paths of the runs on it, start and critical points.
 *
 * <p>What does not move with the playhead (see {@link ContourBase}) is painted once into an image of the device's resolution if there is a
 * memo to keep it, and paths are put on its pixels ({@link PixelPen}); without one everything is painted as it is, so that vector files stay
 * vectors. While something moves, paths that cross may lie over each other in another order than in a still picture, and labels stay where
 * the last still picture had them, or a path dragged across the map would make them jump.
 */
public record ContourPainter(Style style, Memo memo) implements Plot {
    private static final double REACH = 10;
    /** While something moves, paths are kept painted up to a multiple of so many steps. */
    private static final int CHUNK = 32;

    /** What is placed once for all playheads. */
    private record Places(List<PixelLine> lines, MapMarks marks, ContourLabels labels, Room room, Room marked) {
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            if (Notice.paintedFor(ink, area, frame, 2)) {
                return;
            }
            if (!frame.grid().hasFinite()) {
                Notice.paint(ink, area, "The cost is not a number anywhere in this window.");
                return;
            }
            ContourChart chart = ContourChart.of(area, frame, ink, memo);
            List<MapPath> paths = chart.paths(frame, memo);
            Places places = places(chart, paths, frame, ink);
            MapRuns runs = new MapRuns(ink, chart.axes(), frame);
            Shape clip = ink.g().getClip();
            Optional<Pixels> device = Pixels.of(ink.g(), area);
            if (memo == Memo.NONE || device.isEmpty()) {
                new ContourBase(ink, chart).paint(places.lines, places.labels.gaps(), memo);
                ink.g().clip(chart.axes().plot());
                places.labels.paint(ink);
                runs.paintFuture(Pen.of(ink.g()), paths, frame.step());
                runs.paintPast(Pen.of(ink.g()), paths, 0, frame.step());
            } else {
                device.get().draw(ink.g(), sheet(labelled(ink, area, frame, chart, places, device.get()), device.get(), chart.axes().plot(), runs,
                        paths, frame.step()));
                ink.g().clip(chart.axes().plot());
            }
            Places left = paintArrows(ink, frame, chart.axes(), paths, places);
            ink.g().setClip(clip);
            paintTop(ink, frame, chart.axes(), paths, left);
        });
    }

    private record LinesKey(List<PixelLine> lines, Rectangle2D plot, double scale, Levels levels, ColourMap colours) {
    }

    private record PlacesKey(List<MapPath> paths, Scene scene, boolean critical) {
    }

    /** What was placed on some lines last, for what, and whether its labels were placed with it or stayed from before. */
    private record Placed(PlacesKey key, Places places, boolean whole) {
    }

    /** An image with its pen, used again for the next picture. */
    private record Sheet(BufferedImage image, PixelPen pen) {
        static Sheet of(Pixels device, Rectangle2D plot) {
            BufferedImage image = device.blank();
            return new Sheet(image, new PixelPen(image, device.toImage(), plot));
        }
    }

    /** The paths that were the same in the newest pictures, painted on the map: while one run's slider is dragged, the others rest. */
    private record Resting(Sheet sheet, AtomicReference<List<MapPath>> newest, AtomicReference<List<MapPath>> painted) {
        static Resting on(Sheet sheet) {
            return new Resting(sheet, new AtomicReference<>(List.of()), new AtomicReference<>(List.of()));
        }
    }

    private Places places(ContourChart chart, List<MapPath> paths, Frame frame, Ink ink) {
        Look look = frame.experiment().look();
        List<ContourLine> lines = chart.lines(frame.grid(), Device.of(ink.g(), chart.axes().plot()).scale(), memo);
        ColourMap colours = chart.under(style.theme());
        Axes axes = chart.axes();
        List<PixelLine> drawn = memo.get("contour.pixels", List.of(lines, axes.plot(), axes.ranges()),
                () -> lines.stream().map(l -> new PixelLine(l, axes)).toList());
        LinesKey on = new LinesKey(drawn, axes.plot(), style.scale(), chart.levels(), colours);
        AtomicReference<Placed> newest = memo.get("contour.placed", on, AtomicReference::new);
        Placed before = newest.get();
        PlacesKey key = new PlacesKey(paths, frame.scene(), look.criticalPoints());
        if (before == null || !before.key.equals(key) || style.still() && !before.whole) {
            Room room = new Room(axes.plot(), style.scale());
            paths.forEach(p -> take(room, p, axes.plot()));
            MapMarks marks = MapMarks.of(frame.scene(), look.criticalPoints(), axes, room, ink);
            boolean whole = style.still() || before == null;
            ContourLabels labels = whole ? ContourLabels.of(drawn, chart.levels(), chart.scale(), colours, room, ink) : before.places.labels;
            newest.set(new Placed(key, new Places(drawn, marks, labels, room, marks.room(new Room(axes.plot(), style.scale()), ink)), whole));
        }
        return newest.get().places;
    }

    private static void take(Room room, MapPath path, Rectangle2D plot) {
        Path2D line = path.line(0, path.shown(Integer.MAX_VALUE), plot);
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator it = line.getPathIterator(null); !it.isDone(); it.next()) {
            if (it.currentSegment(at) == PathIterator.SEG_LINETO) {
                room.take(new Line2D.Double(x, y, at[0], at[1]));
            }
            x = at[0];
            y = at[1];
        }
    }

    private record BaseKey(Grid grid, List<PixelLine> lines, Rectangle2D area, Rectangle2D plot, List<?> ranges, double scale, Theme theme,
            ContourChart.Shade shade, ValueScale values, Pixels device, List<String> names) {
    }

    private record PastKey(BufferedImage labelled, List<MapPath> paths, int step) {
    }

    private record LabelledKey(BufferedImage base, ContourLabels labels) {
    }

    /** The map with lines, axes and labels. */
    private BufferedImage labelled(Ink ink, Rectangle2D area, Frame frame, ContourChart chart, Places places, Pixels device) {
        BaseKey key = new BaseKey(frame.grid(), places.lines, area, chart.axes().plot(), chart.axes().ranges(), style.scale(), style.theme(),
                chart.shade(), chart.scale(), device, frame.scene().objective().appearance().axes());
        BufferedImage base = memo.get("contour.base", key, () -> device.image(style.theme().canvas(), g -> Ink.on(g, area, style, i ->
                new ContourBase(i, ContourChart.of(area, frame, i, memo)).paint(places.lines, Map.of(), memo))));
        return memo.get("contour.labelled", new LabelledKey(base, places.labels), () -> device.image(base, g ->
                Ink.on(g, chart.axes().plot(), style, i -> {
                    new ContourBase(i, chart).clear(places.labels, memo);
                    places.labels.paint(i);
                })));
    }

    /**
     * The map with the paths on it; while the playhead moves, they are kept painted up to a step a little before it, and while a slider moves
     * some of them, the others.
     */
    private BufferedImage sheet(BufferedImage labelled, Pixels device, Rectangle2D plot, MapRuns runs, List<MapPath> paths, int step) {
        Sheet kept = memo.get("contour.sheet", List.of(device, plot), () -> Sheet.of(device, plot));
        BufferedImage sheet = kept.image;
        PixelPen pen = kept.pen;
        boolean again = memo.get("contour.times", new PastKey(labelled, paths, 0), AtomicInteger::new).getAndIncrement() > 0;
        int since = style.still() || !again ? 0 : step / CHUNK * CHUNK;
        if (!style.still() && !again) {
            List<MapPath> moved = paintResting(kept, labelled, device, plot, runs, paths, step);
            runs.paintFuture(pen, moved, step);
            runs.paintPast(pen, moved, 0, step);
            return sheet;
        }
        if (since == 0) {
            device.copy(labelled, sheet);
            runs.paintFuture(pen, paths, step);
        } else {
            device.copy(memo.get("contour.past", new PastKey(labelled, paths, since), () -> {
                BufferedImage past = device.blank();
                device.copy(labelled, past);
                PixelPen early = new PixelPen(past, device.toImage(), plot);
                runs.paintFuture(early, paths, since);
                runs.paintPast(early, paths, 0, since);
                return past;
            }), sheet);
        }
        runs.paintPast(pen, paths, since, step);
        return sheet;
    }

    /** Puts map and resting paths on a sheet; the paths that are left to paint. */
    private List<MapPath> paintResting(Sheet on, BufferedImage labelled, Pixels device, Rectangle2D plot, MapRuns runs, List<MapPath> paths,
            int step) {
        Resting resting = memo.get("contour.resting", List.of(labelled, device, plot, step), () -> Resting.on(Sheet.of(device, plot)));
        List<MapPath> before = resting.newest.getAndSet(paths);
        List<MapPath> same = paths.stream().filter(before::contains).toList();
        if (same.isEmpty()) {
            device.copy(labelled, on.image);
            return paths;
        }
        if (!same.equals(resting.painted.getAndSet(same))) {
            device.copy(labelled, resting.sheet.image);
            runs.paintFuture(resting.sheet.pen, same, step);
            runs.paintPast(resting.sheet.pen, same, 0, step);
        }
        device.copy(resting.sheet.image, on.image);
        return paths.stream().filter(p -> !same.contains(p)).toList();
    }

    /** Returns what is free for names then. */
    private Places paintArrows(Ink ink, Frame frame, Axes axes, List<MapPath> paths, Places places) {
        MapArrows arrows = new MapArrows(ink, axes, frame);
        int spoken = frame.experiment().look().foremost(paths.stream().map(MapPath::track).toList()).orElse(-1);
        paths.stream().filter(p -> p.track() != spoken).forEach(p -> arrows.paint(p, false));
        paths.stream().filter(p -> p.track() == spoken).forEach(p -> arrows.paint(p, true));
        Places left = arrows.lines().isEmpty() ? places
                : new Places(places.lines, places.marks, places.labels, new Room(places.room), new Room(places.marked));
        arrows.paintWords(left.room, left.marked);
        UpdateArrows.paint(ink, frame, memo, at -> {
            Point2D p = new Point2D.Double(axes.x(at[0]), axes.y(at[1]));
            return Double.isFinite(p.getX()) && Double.isFinite(p.getY()) ? Optional.of(p) : Optional.empty();
        });
        return left;
    }

    private void paintTop(Ink ink, Frame frame, Axes axes, List<MapPath> paths, Places places) {
        MapRuns runs = new MapRuns(ink, axes, frame);
        List<Point2D> heads = paths.stream().flatMap(p -> p.head(frame.step()).stream()).toList();
        places.marks.uncovered(heads, ink.px(PathInk.MARKER), ink).paint(ink);
        runs.paintHeads(paths);
        if (style.isPresentation()) {
            runs.paintNames(paths, List.of(places.labels.besides(places.room, ink), places.labels.besides(places.marked, ink), places.marked));
        }
        frame.hover().flatMap(h -> paths.stream().filter(p -> p.track() == h.track() && h.step() <= p.shown(Integer.MAX_VALUE)).findFirst())
                .ifPresent(p -> paintNote(ink, frame, axes, p, frame.hover().orElseThrow().step()));
    }

    private void paintNote(Ink ink, Frame frame, Axes axes, MapPath path, int step) {
        path.at(step).ifPresent(at -> {
            double[] coordinates = {axes.xAt(at.getX()), axes.yAt(at.getY())};
            new MapNote(ink, axes).paint(frame.tracks().get(path.track()), step, coordinates, Under.path(frame, path.track(), step), at);
        });
    }

    @Override
    public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        if (frame.scene().slice().dimension() != 2 || !frame.grid().hasFinite()) {
            return Optional.empty();
        }
        ContourChart chart = chart(area, frame);
        double nearest = REACH * style.scale();
        Optional<Hover> found = Optional.empty();
        for (MapPath path : chart.paths(frame, memo)) {
            for (int i = 0; i < path.size(); i++) {
                double distance = point.distance(path.x(i), path.y(i));
                if (distance <= nearest && chart.axes().contains(new Point2D.Double(path.x(i), path.y(i)))) {
                    nearest = distance;
                    found = Optional.of(new Hover(path.track(), path.step(i)));
                }
            }
        }
        return found;
    }

    @Override
    public Optional<Vec> locate(Point2D point, Rectangle2D area, Frame frame) {
        if (frame.scene().slice().dimension() != 2 || !frame.grid().hasFinite()) {
            return Optional.empty();
        }
        Axes axes = chart(area, frame).axes();
        return axes.contains(point) ? Optional.of(Vec.of(axes.xAt(point.getX()), axes.yAt(point.getY()))) : Optional.empty();
    }

    /** The chart as painted; this ink only measures. */
    private ContourChart chart(Rectangle2D area, Frame frame) {
        return ContourChart.of(area, frame, new Ink(new OutlineGraphics(), style), memo);
    }

    @Override
    public String detail(Frame frame) {
        if (frame.scene().slice().dimension() != 2) {
            return "needs two parameters";
        }
        ContourChart.Shades shades = ContourChart.Shades.of(frame, memo);
        int n = shades.levels().list().size();
        String faint = Fading.words(frame);
        boolean curved = frame.experiment().look().curving().map();
        String colours = !curved ? "" : ContourChart.Shade.least(frame).isPresent()
                ? ", colours: smallest eigenvalue of the Hessian, 0 on the strong line"
                : frame.curvatures().refusal().map(why -> ", " + why).orElse(", the smallest eigenvalue is being mapped");
        return !frame.grid().hasFinite() ? "not a number anywhere"
                : (frame.coarse() ? "coarse so far, " : "") + n + (n == 1 ? " level" : " levels") + (shades.scale().isLog() ? ", log" : "") + colours
                + (faint.isEmpty() ? "" : ", " + faint);
    }
}
