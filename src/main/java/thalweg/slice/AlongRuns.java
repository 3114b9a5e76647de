package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.catalog.Entry;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;

/**
 * The plane through the origin and the ends of two runs; with one run, through its end and the point of its path farthest from the line
 * between. Without runs the directions are random.
 */
@Entry(id = "ends", label = "start and two ends", help = "The plane through the origin and the ends of the first two runs.")
record AlongRuns() implements Directions {
    /** Points of a path looked at. */
    private static final int POINTS = 100;
    /** Ends nearer to the line than this part of their distance make no plane. */
    private static final double THIN = 0.02;

    @Override
    public List<Vec> of(Vantage from, Vec origin) {
        List<Trajectory> good = from.paths().stream().filter(t -> t.last() > 0 && !(t.outcome() instanceof Outcome.Diverged)).toList();
        List<Vec> ends = good.stream().map(t -> from.way(origin, t.theta(t.last()))).filter(v -> v.norm() > 0).toList();
        if (ends.isEmpty()) {
            return new AlongChance(2, 0, 1).of(from, origin);
        }
        Vec first = ends.getFirst();
        Optional<Vec> second = ends.stream().skip(1).filter(v -> off(from, v, first) > THIN * v.norm()).findFirst();
        List<Vec> made = new ArrayList<>(List.of(first));
        if (second.isPresent()) {
            made.add(second.get());
        } else {
            made.add(bend(from, good.getFirst(), origin, first).orElseGet(() -> new AlongChance(1, 0, 1).of(from, origin).getFirst()));
        }
        return from.objective().dimension() == 1 ? List.of(first) : made;
    }

    /** The point of a path farthest from a line through the origin, if any is off it. */
    private static Optional<Vec> bend(Vantage from, Trajectory path, Vec origin, Vec line) {
        double farthest = 0;
        Optional<Vec> found = Optional.empty();
        int every = Math.max(1, Math.ceilDiv(path.last() / POINTS, path.keptEvery())) * path.keptEvery();
        for (int step = every; step < path.last(); step += every) {
            Vec v = from.way(origin, path.theta(step));
            double off = off(from, v, line);
            if (off > Math.max(farthest, THIN * v.norm())) {
                farthest = off;
                found = Optional.of(v);
            }
        }
        return found;
    }

    /** How far v is from the line along another vector. */
    private static double off(Vantage from, Vec v, Vec line) {
        double along = Products.dot(v, line, from.cancelled()) / Products.dot(line, line, from.cancelled());
        return Math.sqrt(Products.squaredOff(v, along, line, from.cancelled()));
    }

    @Override
    public boolean followsRuns() {
        return true;
    }
}
