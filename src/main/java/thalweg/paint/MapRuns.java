package thalweg.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.experiment.Frame;

/** Paths of runs on a map up to the playhead, faint after it, with markers at their ends. */
final class MapRuns {
    /** Name beside a marker in presentations. */
    private static final double NAME = 14;
    /** Between two names, and their halos. */
    private static final double GAP = 5;
    /** How far off a name may stand, in parts of the usual distance. */
    private static final double[] FURTHER = {1, 1.4, 2.2};
    /** Of more runs than so many those in a crowd stay without names: nobody could tell whose is whose. */
    private static final int FEW = 6;

    private final Ink ink;
    private final Axes axes;
    private final Frame frame;

    MapRuns(Ink ink, Axes axes, Frame frame) {
        this.ink = ink;
        this.axes = axes;
        this.frame = frame;
    }

    private RunStyle style(MapPath path) {
        return RunStyle.of(frame.tracks().get(path.track()).run());
    }

    /** What is still to come, faint; nothing in presentations. The pen should be clipped to the plot. */
    void paintFuture(Pen pen, List<MapPath> paths, int from) {
        if (ink.style().isPresentation()) {
            return;
        }
        for (MapPath path : paths) {
            int now = path.shown(from);
            int end = path.shown(Integer.MAX_VALUE);
            if (now < end) {
                PathInk.paintFuture(pen, ink, style(path), path.line(now, end, seen()));
            }
        }
    }

    /** Lines and dots from one step to another. The pen should be clipped to the plot. */
    void paintPast(Pen pen, List<MapPath> paths, int from, int to) {
        for (MapPath path : paths) {
            int first = path.shown(from);
            int last = path.shown(to);
            if (first < last) {
                paintPast(pen, path, first, last);
            }
        }
    }

    /** The plot and as much around it as a line is wide. */
    private Rectangle2D seen() {
        Rectangle2D plot = axes.plot();
        double rim = ink.px(PathInk.WIDTH + PathInk.CASING);
        return new Rectangle2D.Double(plot.getX() - rim, plot.getY() - rim, plot.getWidth() + 2 * rim, plot.getHeight() + 2 * rim);
    }

    private void paintPast(Pen pen, MapPath path, int from, int to) {
        RunStyle style = style(path);
        boolean dashed = !style.dash().isEmpty();
        double before = dashed && from > 0 ? PathInk.length(path.line(0, from, seen())) : 0;
        for (Fading.Stretch stretch : Fading.of(frame.tracks().get(path.track()), from, to)) {
            Path2D line = path.line(stretch.from(), stretch.to(), seen());
            PathInk.paintPast(pen, ink, style, line, before, stretch.opacity());
            before += dashed ? PathInk.length(line) : 0;
        }
        paintDots(pen, path, from, to, style.colour());
    }

    private void paintDots(Pen pen, MapPath path, int from, int to, Color colour) {
        double apart = ink.px(PathInk.APART);
        int end = path.until(path.leftBy(to) ? to - 1 : to);
        int dots = 0;
        for (int i = Math.max(1, path.until(from)); i < end && dots < PathInk.MOST_DOTS; i++) {
            boolean next = path.step(i) - path.step(i - 1) == 1;
            if (next && Math.hypot(path.x(i) - path.x(i - 1), path.y(i) - path.y(i - 1)) >= apart
                    && axes.contains(new Point2D.Double(path.x(i), path.y(i)))) {
                pen.dot(path.x(i), path.y(i), ink.px(PathInk.DOT), colour);
                dots++;
            }
        }
    }

    /** Markers at the playhead. */
    void paintHeads(List<MapPath> paths) {
        for (MapPath path : paths) {
            path.head(frame.step()).ifPresent(p -> style(path).paintMarkerOnMap(ink, p.getX(), p.getY(), PathInk.MARKER));
        }
    }

    /**
     * Names beside the markers, where they hide nothing if that can be, and else no other name; of runs that lie on each other some stay without.
     *
     * @param free as in {@link #names}
     */
    void paintNames(List<MapPath> paths, List<Room> free) {
        names(paths, free).forEach((track, r) ->
                ink.halo(frame.tracks().get(track).name(), Face.SEMIBOLD, NAME, ink.theme().text(), 3.5, r.getX(),
                r.getCenterY() + Face.capHeight(ink.px(NAME)) / 2, 0));
    }

    /**
     * Where they stand, by track.
     *
     * @param free what is free for them, from that which keeps off most to that which keeps off least; not changed
     */
    Map<Integer, Rectangle2D> names(List<MapPath> paths, List<Room> free) {
        List<Room> rooms = free.stream().map(Room::new).toList();
        double reach = ink.px(PathInk.MARKER + 3);
        for (MapPath path : paths) {
            path.head(frame.step()).map(p -> new Rectangle2D.Double(p.getX() - reach, p.getY() - reach, 2 * reach, 2 * reach)).ifPresent(r ->
                    rooms.forEach(room -> room.take(r)));
        }
        Map<Integer, Rectangle2D> names = new LinkedHashMap<>();
        List<Point2D> heads = paths.stream().flatMap(p -> p.head(frame.step()).stream()).toList();
        for (MapPath path : paths) {
            String name = frame.tracks().get(path.track()).name();
            Optional<Point2D> head = path.head(frame.step()).filter(p -> paths.size() <= FEW || isAlone(p, heads));
            head.flatMap(p -> placed(name, p, rooms, paths.size() == 1)).ifPresent(r -> {
                double gap = ink.px(GAP);
                rooms.forEach(room -> room.take(new Rectangle2D.Double(r.getX() - gap, r.getY(), r.getWidth() + 2 * gap, r.getHeight())));
                names.put(path.track(), r);
            });
        }
        return names;
    }

    private boolean isAlone(Point2D head, List<Point2D> heads) {
        return heads.stream().filter(p -> p.distance(head) < ink.px(4 * PathInk.MARKER)).count() == 1;
    }

    private Optional<Rectangle2D> placed(String name, Point2D p, List<Room> rooms, boolean must) {
        double w = ink.width(name, Face.SEMIBOLD, NAME);
        double aside = ink.px(PathInk.MARKER + 6);
        for (Room room : rooms) {
            for (double further : FURTHER) {
                Optional<Rectangle2D> free = MapMarks.place(name, p.getX(), p.getY(), aside * further, NAME, room, ink);
                if (free.isPresent()) {
                    return free;
                }
            }
        }
        double left = p.getX() + aside + w < axes.plot().getMaxX() ? p.getX() + aside : p.getX() - aside - w;
        return must ? Optional.of(new Rectangle2D.Double(left, p.getY() - ink.px(8), w, ink.px(16))) : Optional.empty();
    }
}
