package thalweg.experiment;

import java.util.ArrayList;
import java.util.List;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;

/**
 * A number that says how runs lie to a slice of many parameters, for the panel beside it.
 *
 * @param what in words, with the run's name: "Start to end, Adam"
 * @param value a distance between parameters, or degrees
 * @param isAngle whether it is degrees
 */
public record Reach(String what, double value, boolean isAngle) {
    /**
     * From start to end of every run that is not hidden, the angle between the first two of those, and how far each run's end is off the
     * slice. Runs that diverged have no end to speak of.
     */
    public static List<Reach> of(Frame frame) {
        List<Track> good = frame.tracks().stream().filter(t -> !t.run().hidden() && !(t.trajectory().outcome() instanceof Outcome.Diverged)).toList();
        List<Vec> moves = good.stream().map(t -> move(t.trajectory())).toList();
        List<Reach> all = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            all.add(new Reach("Start to end, " + good.get(i).name(), moves.get(i).norm(), false));
        }
        if (good.size() > 1 && moves.get(0).norm() > 0 && moves.get(1).norm() > 0) {
            all.add(new Reach("Angle between ends", angle(moves.get(0), moves.get(1)), true));
        }
        for (Track track : good) {
            track.route().ifPresent(r -> all.add(new Reach("Off the plane, " + track.name(), r.residual(r.last()), false)));
        }
        return List.copyOf(all);
    }

    private static Vec move(Trajectory path) {
        double[] d = path.theta(path.last()).toArray();
        Vec start = path.theta(0);
        for (int i = 0; i < d.length; i++) {
            d[i] -= start.get(i);
        }
        return Vec.of(d);
    }

    private static double angle(Vec a, Vec b) {
        double dot = 0;
        for (int i = 0; i < a.size(); i++) {
            dot += a.get(i) * b.get(i);
        }
        return Math.toDegrees(StrictMath.acos(Math.clamp(dot / (a.norm() * b.norm()), -1, 1)));
    }
}
