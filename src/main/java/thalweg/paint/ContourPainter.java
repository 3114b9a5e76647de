package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
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
 * memo to keep it; without one everything is painted as it is, so that vector files stay vectors.
 */
public record ContourPainter(Style style, Memo memo) implements Plot {
    private static final double REACH = 10;
    private static final int LARGEST = 64_000_000;

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
            paintBase(ink, area, frame, chart, places);
            Shape clip = ink.g().getClip();
            ink.g().clip(chart.axes().plot());
            paintOverlay(ink, frame, chart.axes(), paths, places, clip);
        });
    }

    private record PlacesKey(List<ContourLine> lines, List<MapPath> paths, Rectangle2D plot, double scale, Levels levels, ColourMap colours,
            Scene scene, boolean critical) {
    }

    private Places places(ContourChart chart, List<MapPath> paths, Frame frame, Ink ink) {
        Look look = frame.experiment().look();
        List<ContourLine> lines = chart.lines(frame.grid(), Math.abs(ink.g().getTransform().getScaleX()), memo);
        ColourMap colours = colours(frame);
        Axes axes = chart.axes();
        PlacesKey key = new PlacesKey(lines, paths, axes.plot(), style.scale(), chart.levels(), colours, frame.scene(), look.criticalPoints());
        return memo.get("contour.places", key, () -> {
            Room room = new Room(axes.plot(), style.scale());
            paths.forEach(p -> take(room, p, axes.plot()));
            MapMarks marks = MapMarks.of(frame.scene(), look.criticalPoints(), axes, room, ink);
            List<PixelLine> drawn = lines.stream().map(l -> new PixelLine(l, axes)).toList();
            return new Places(drawn, marks, ContourLabels.of(drawn, chart.levels(), chart.scale(), colours, room, ink), room,
                    marks.room(new Room(axes.plot(), style.scale()), ink));
        });
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

    private ColourMap colours(Frame frame) {
        record Key(String id, Theme theme) {
        }
        String id = frame.experiment().look().colormap();
        return memo.get("contour.colours", new Key(id, style.theme()), () -> ColourMap.of(id).onMap(style.theme()));
    }

    private record BaseKey(Grid grid, ContourLabels labels, List<PixelLine> lines, Rectangle2D area, Rectangle2D plot, List<?> ranges, double scale,
            Theme theme, ColourMap colours, ValueScale values, AffineTransform device, List<String> names) {
    }

    private void paintBase(Ink ink, Rectangle2D area, Frame frame, ContourChart chart, Places places) {
        ColourMap colours = colours(frame);
        AffineTransform device = ink.g().getTransform();
        double sx = device.getScaleX();
        double sy = device.getScaleY();
        boolean upright = device.getShearX() == 0 && device.getShearY() == 0 && sx > 0 && sy > 0;
        if (memo == Memo.NONE || !upright || area.getWidth() * sx * area.getHeight() * sy > LARGEST) {
            new ContourBase(ink, chart, colours).paint(frame.grid(), places.lines, places.labels, memo);
            return;
        }
        int x = (int) Math.floor(area.getX() * sx + device.getTranslateX());
        int y = (int) Math.floor(area.getY() * sy + device.getTranslateY());
        int w = (int) Math.ceil(area.getMaxX() * sx + device.getTranslateX()) - x;
        int h = (int) Math.ceil(area.getMaxY() * sy + device.getTranslateY()) - y;
        BaseKey key = new BaseKey(frame.grid(), places.labels, places.lines, area, chart.axes().plot(), chart.axes().ranges(), style.scale(),
                style.theme(), colours, chart.scale(), device, frame.scene().objective().appearance().axes());
        BufferedImage image = memo.get("contour.base", key, () -> {
            BufferedImage made = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = made.createGraphics();
            g.setColor(style.theme().canvas());
            g.fillRect(0, 0, w, h);
            g.translate(-x, -y);
            g.transform(device);
            Ink.on(g, area, style, base ->
                    new ContourBase(base, ContourChart.of(area, frame, base, memo), colours).paint(frame.grid(), places.lines, places.labels, memo));
            g.dispose();
            return made;
        });
        Graphics2D g = (Graphics2D) ink.g().create();
        g.setTransform(AffineTransform.getTranslateInstance(x, y));
        g.drawImage(image, 0, 0, null);
        g.dispose();
    }

    private void paintOverlay(Ink ink, Frame frame, Axes axes, List<MapPath> paths, Places places, Shape unclipped) {
        MapRuns runs = new MapRuns(ink, axes, frame);
        runs.paintPaths(paths);
        MapArrows arrows = new MapArrows(ink, axes, frame);
        int selected = frame.experiment().look().selected();
        int spoken = paths.stream().anyMatch(p -> p.track() == selected) ? selected : paths.isEmpty() ? -1 : paths.getFirst().track();
        paths.stream().filter(p -> p.track() != spoken).forEach(p -> arrows.paint(p, false));
        paths.stream().filter(p -> p.track() == spoken).forEach(p -> arrows.paint(p, true));
        ink.g().setClip(unclipped);
        places.marks.paint(ink);
        runs.paintHeads(paths);
        if (style.isPresentation()) {
            runs.paintNames(paths, places.room, places.marked);
        }
        frame.hover().flatMap(h -> paths.stream().filter(p -> p.track() == h.track() && h.step() <= p.shown(Integer.MAX_VALUE)).findFirst())
                .ifPresent(p -> paintNote(ink, frame, axes, p, frame.hover().orElseThrow().step()));
    }

    private void paintNote(Ink ink, Frame frame, Axes axes, MapPath path, int step) {
        path.at(step).ifPresent(at -> {
            double[] coordinates = {axes.xAt(at.getX()), axes.yAt(at.getY())};
            new MapNote(ink, axes).paint(frame.tracks().get(path.track()).name(), path.trajectory(), step, coordinates, at);
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
        return !frame.grid().hasFinite() ? "not a number anywhere" : n + (n == 1 ? " level" : " levels") + (shades.scale().isLog() ? ", log" : "");
    }
}
