package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint;
import thalweg.slice.Slice;

/** Paints on a surface what moves there: the paths of all runs up to the playhead, where they stand, the start and the critical points. */
record SurfacePaths(Ink ink, Pen pen, Frame frame, Ground ground, SurfacePath.Visibility visibility, Memo memo) {
    /** How far marks stand out from the ground that their lines lie on, in half-widths of the box. */
    private static final double STANDS = 0.05;

    private record DrapeKey(Mesh mesh, Slice slice, Trajectory path) {
    }

    /** What a path on the picture depends on besides the rendering, which is compared by identity. */
    private record Key(Rendering rendering, Ground ground, Trajectory path) {
    }

    void paint(Rendering rendering) {
        List<Track> tracks = frame.tracks();
        List<Integer> order = order();
        List<SurfacePath> paths = order.stream().map(i -> path(rendering, i)).toList();
        List<RunStyle> styles = order.stream().map(i -> RunStyle.of(tracks.get(i).run())).toList();
        for (int k = 0; k < paths.size() && !ink.style().isPresentation(); k++) {
            PathInk.paintFuture(pen, ink, styles.get(k), paths.get(k).line(frame.step(), Double.POSITIVE_INFINITY));
        }
        for (int k = 0; k < paths.size(); k++) {
            double before = 0;
            for (Fading.Stretch stretch : Fading.of(tracks.get(order.get(k)), 0, frame.step())) {
                Path2D line = paths.get(k).line(stretch.from(), stretch.to());
                PathInk.paintPast(pen, ink, styles.get(k), line, before, stretch.opacity());
                before += PathInk.length(line);
            }
            for (Point2D dot : paths.get(k).dots(frame.step(), ink.px(PathInk.APART))) {
                pen.dot(dot.getX(), dot.getY(), ink.px(PathInk.DOT), styles.get(k).colour());
            }
        }
        marks();
        for (int k = 0; k < paths.size(); k++) {
            RunStyle style = styles.get(k);
            end(tracks.get(order.get(k)), paths.get(k)).ifPresent(p -> style.paintMarkerOnMap(ink, p.getX(), p.getY(), PathInk.MARKER));
        }
        UpdateArrows.paint(ink, frame, memo, at -> ground.seen(ground.plane(at)));
        hovered();
    }

    /** Each path is kept by itself, so that while a slider moves one run the others stay. */
    private SurfacePath path(Rendering rendering, int track) {
        Trajectory path = frame.tracks().get(track).trajectory();
        return memo.get("surface.path." + track, new Key(rendering, ground, path), () -> new SurfacePath(memo.get("surface.drape." + track,
                new DrapeKey(ground.mesh(), ground.slice(), path), () -> Draper.drape(ground, frame.tracks().get(track))), ground.projection(),
                visibility));
    }

    /** The runs shown, the selected one last: over the others. */
    private List<Integer> order() {
        int selected = frame.experiment().look().selected();
        return frame.shown().stream()
                .sorted(Comparator.comparing(i -> i == selected)).toList();
    }

    private Optional<Point2D> end(Track track, SurfacePath path) {
        int step = Math.min(frame.step(), track.trajectory().last());
        boolean gone = track.trajectory().outcome() instanceof Outcome.Diverged && step >= path.out();
        Places places = Places.of(track, ground.slice());
        return gone && !Ground.isInside(ground.plane(places.of(path.out()))) ? path.exit() : place(ground.plane(places.of(step)));
    }

    /** Where a point over the plane is seen on the surface, if it is. */
    private Optional<Point2D> place(double[] plane) {
        double z = ground.mesh().height(plane[0], plane[1]);
        double nearness = ground.projection().nearness(plane[0], plane[1], z);
        return ground.seen(plane).filter(
                p -> visibility.shows(p.getX(), p.getY(), nearness + ground.projection().nearnessOf(STANDS, nearness)));
    }

    /** Critical points and the start, as on the map but without words, for which hills leave no room. */
    private void marks() {
        List<MapMarks.Mark> marks = new ArrayList<>();
        if (frame.experiment().look().criticalPoints()) {
            for (CriticalPoint point : MapMarks.marked(frame.scene())) {
                MapMarks.sign(point).flatMap(sign -> mark(sign, point.at())).ifPresent(marks::add);
            }
        }
        mark(MapMarks.Sign.START, frame.scene().start()).ifPresent(marks::add);
        marks.sort(Comparator.comparing(MapMarks.Mark::sign));
        new MapMarks(marks).paint(ink);
    }

    private Optional<MapMarks.Mark> mark(MapMarks.Sign sign, Vec theta) {
        return MapMarks.coordinates(sign, theta, frame.scene()).flatMap(c -> place(ground.plane(c.toArray())))
                .map(p -> new MapMarks.Mark(sign, p.getX(), p.getY()));
    }

    private void hovered() {
        frame.hover().filter(h -> h.track() >= 0 && h.track() < frame.tracks().size()).ifPresent(h -> {
            Track track = frame.tracks().get(h.track());
            int step = Math.clamp(h.step(), 0, track.trajectory().last());
            ground.seen(ground.plane(Places.of(track, ground.slice()).of(step))).ifPresent(p -> ink.hoverRing(p.getX(), p.getY()));
        });
    }
}
