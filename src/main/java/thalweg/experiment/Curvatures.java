package thalweg.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import thalweg.math.Grid;
import thalweg.slice.Curvature;
import thalweg.slice.Sharpness;

/**
 * What is known by now of how a cost curves: at points of runs, along runs, over the slice. Part of a {@link Frame}; what asks for it is an
 * {@link Inquiry}.
 *
 * @param points the curvature at iterates, without eigenvectors
 * @param along by index of a track: its sharpness at some of its steps, in their order
 * @param least the smallest eigenvalue over the slice
 * @param refusal why nothing can be told, if so
 */
public record Curvatures(Map<Point, Curvature> points, Map<Integer, List<Sharpness>> along, Optional<Grid> least, Optional<String> refusal) {
    public static final Curvatures NONE = new Curvatures(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    /**
     * An iterate.
     *
     * @param track index of the run; {@link #START} where there is none
     * @param step of the run
     */
    public record Point(int track, int step) {
    }

    /** Stands for a track where no run is shown: the point is the start. */
    public static final int START = -1;

    public Curvatures {
        points = Map.copyOf(points);
        along = Map.copyOf(along);
    }

    /** The point that a frame's playhead asks about: of the selected run if it is shown, else of the first shown, else the start. */
    public static Point looked(Frame frame) {
        int track = frame.foremost().orElse(START);
        return track == START ? new Point(START, 0) : new Point(track, Math.min(frame.step(), frame.tracks().get(track).trajectory().last()));
    }

    /** The known point of the same track that is nearest in steps, the earlier of two; empty if there is none. */
    public Optional<Point> nearest(Point wanted) {
        return points.keySet().stream().filter(p -> p.track() == wanted.track())
                .min((p, q) -> {
                    int nearer = Integer.compare(Math.abs(p.step() - wanted.step()), Math.abs(q.step() - wanted.step()));
                    return nearer != 0 ? nearer : Integer.compare(p.step(), q.step());
                });
    }

    /** The steps at which the sharpness of a run is found: ends of stretches of nearly the same length, coarse ones first. */
    public static List<Integer> steps(int last, int stretches) {
        int parts = Math.min(stretches, Math.max(1, last));
        TreeSet<Integer> left = new TreeSet<>();
        IntStream.rangeClosed(0, parts).forEach(k -> left.add((int) Math.round((double) k * last / parts)));
        List<Integer> sorted = List.copyOf(left);
        int n = sorted.size() - 1;
        List<Integer> order = new ArrayList<>();
        for (int stride = Integer.highestOneBit(Math.max(1, n)); stride >= 1; stride /= 2) {
            for (int i = 0; i <= n; i += stride) {
                if (left.remove(sorted.get(i))) {
                    order.add(sorted.get(i));
                }
            }
            if (left.remove(sorted.get(n))) {
                order.add(sorted.get(n));
            }
        }
        return order;
    }

    public Curvatures with(Point at, Curvature found) {
        Map<Point, Curvature> all = new HashMap<>(points);
        all.put(at, found);
        return new Curvatures(all, along, least, refusal);
    }

    public Curvatures withAlong(int track, List<Sharpness> found) {
        Map<Integer, List<Sharpness>> all = new HashMap<>(along);
        all.put(track, List.copyOf(found));
        return new Curvatures(points, all, least, refusal);
    }

    public Curvatures withLeast(Optional<Grid> found) {
        return new Curvatures(points, along, found, refusal);
    }

    public Curvatures withRefusal(String why) {
        return new Curvatures(points, along, least, Optional.of(why));
    }
}
