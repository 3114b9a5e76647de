package thalweg.paint;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;

/** Finds the iterate on a surface that a pointer is on. */
record SurfacePick(Frame frame, Ground ground) {
    /** Iterates looked at along one path; on longer ones every k-th. */
    private static final int MOST = 5_000;

    private record Candidate(Hover hover, double distance, double[] world) {
    }

    /** The nearest iterate up to the playhead that can be seen within reach. */
    Optional<Hover> nearest(Point2D point, double reach) {
        List<Candidate> near = new ArrayList<>();
        for (int track = 0; track < frame.tracks().size(); track++) {
            if (!frame.tracks().get(track).run().hidden()) {
                collect(near, track, point, reach);
            }
        }
        Sight sight = new Sight(ground.mesh(), ground.projection());
        return near.stream().sorted(Comparator.comparingDouble(Candidate::distance))
                .filter(c -> sight.shows(c.world[0], c.world[1], c.world[2])).map(Candidate::hover).findFirst();
    }

    private void collect(List<Candidate> near, int track, Point2D point, double reach) {
        Trajectory path = frame.tracks().get(track).trajectory();
        Places places = Places.of(frame.tracks().get(track), ground.slice());
        int last = Math.min(frame.step(), path.last());
        int stride = Math.ceilDiv(Math.max(1, last), MOST);
        for (int step = last; step >= 0; step -= stride) {
            double[] plane = ground.plane(places.of(step));
            double z = ground.mesh().height(plane[0], plane[1]);
            double distance = ground.projection().point(plane[0], plane[1], z).distance(point);
            if (distance <= reach) {                              // false outside the window and over a hole
                near.add(new Candidate(new Hover(track, step), distance, new double[] {plane[0], plane[1], z}));
            }
        }
    }
}
