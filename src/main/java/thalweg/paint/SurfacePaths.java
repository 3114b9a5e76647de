package thalweg.paint;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import thalweg.descent.Outcome;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint;

/** Paints on a surface what moves there: the paths of all runs up to the playhead, where they stand, the start and the known minima. */
record SurfacePaths(Ink ink, Frame frame, Ground ground, SurfaceWalk.Visibility visibility, Memo memo) {
    /** How far marks stand out from the ground that their lines lie on, in half-widths of the box. */
    private static final double STANDS = 0.05;

    /** What the followed paths depend on besides the rendering, which is compared by identity. */
    private record Key(Rendering rendering, Ground ground, List<Track> tracks) {
    }

    void paint(Rendering rendering) {
        List<Track> tracks = frame.tracks();
        List<SurfacePath> paths = memo.get("surface.paths", new Key(rendering, ground, tracks),
                () -> tracks.stream().map(t -> SurfaceWalk.of(ground, visibility, t.trajectory())).toList());
        for (int i = 0; i < paths.size(); i++) {
            if (!tracks.get(i).run().hidden()) {
                PathInk.ahead(ink, RunStyle.of(tracks.get(i).run()), paths.get(i).line(frame.step(), Double.POSITIVE_INFINITY));
            }
        }
        for (int i : order()) {
            line(tracks.get(i), paths.get(i));
        }
        minima();
        place(frame.scene().start()).ifPresent(p -> PathInk.start(ink, p.getX(), p.getY()));
        for (int i : order()) {
            Track track = tracks.get(i);
            end(track, paths.get(i)).ifPresent(
                    p -> RunStyle.of(track.run()).paintMarkerOnMap(ink, p.getX(), p.getY(), PathInk.MARKER));
        }
        hovered();
    }

    /** The runs shown, the selected one last: over the others. */
    private List<Integer> order() {
        int selected = frame.experiment().look().selected();
        return java.util.stream.IntStream.range(0, frame.tracks().size()).filter(i -> !frame.tracks().get(i).run().hidden()).boxed()
                .sorted(java.util.Comparator.comparing(i -> i == selected)).toList();
    }

    private void line(Track track, SurfacePath path) {
        RunStyle style = RunStyle.of(track.run());
        PathInk.walked(ink, style, path.line(0, frame.step()));
        for (Point2D dot : path.dots(frame.step(), ink.px(PathInk.DOTS_APART))) {
            PathInk.dot(ink, style, dot.getX(), dot.getY());
        }
    }

    private Optional<Point2D> end(Track track, SurfacePath path) {
        int step = Math.min(frame.step(), track.trajectory().last());
        boolean gone = track.trajectory().outcome() instanceof Outcome.Diverged && step >= path.out();
        return gone && !Ground.isInside(ground.plane(track.trajectory().theta(path.out()))) ? path.exit()
                : place(track.trajectory().theta(step));
    }

    /** Where a point of the parameter space is seen on the surface, if it is. */
    private Optional<Point2D> place(Vec theta) {
        double[] plane = ground.plane(theta);
        double z = ground.mesh().height(plane[0], plane[1]);
        double nearness = ground.projection().nearness(plane[0], plane[1], z);
        return ground.seen(plane).filter(
                p -> visibility.shows(p.getX(), p.getY(), nearness + ground.projection().nearnessOf(STANDS, nearness)));
    }

    private void minima() {
        if (frame.experiment().look().criticalPoints()) {
            for (CriticalPoint point : frame.scene().criticalPoints()) {
                if (point.kind() == CriticalPoint.Kind.MINIMUM) {
                    place(point.at()).ifPresent(p -> PathInk.cross(ink, point.global() ? 5.5 : 4, p.getX(), p.getY()));
                }
            }
        }
    }

    private void hovered() {
        frame.hover().filter(h -> h.track() < frame.tracks().size()).ifPresent(h -> {
            var path = frame.tracks().get(h.track()).trajectory();
            ground.seen(ground.plane(path.theta(Math.clamp(h.step(), 0, path.last())))).ifPresent(p -> ink.hoverRing(p.getX(), p.getY()));
        });
    }
}
