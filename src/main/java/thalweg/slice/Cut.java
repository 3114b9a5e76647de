package thalweg.slice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.network.Layer;
import thalweg.network.NetworkObjective;
import thalweg.objective.Objective;

/**
 * How a slice through an objective of many parameters is chosen: directions, from where, and how long.
 *
 * @param origin empty: the directions' own
 * @param normalisation empty: the directions' own
 * @param biases whether directions move biases too
 * @param layers numbers from 1 of the layers that directions move; empty: all
 */
public record Cut(Directions directions, Optional<Origin> origin, Optional<Normalisation> normalisation, boolean biases, List<Integer> layers) {
    /** Free space around paths, in parts of their extent. */
    private static final double MARGIN = 0.25;
    /** The shorter side of a window around paths, in parts of the longer one. */
    private static final double NARROW = 0.5;
    private static final int POINTS = 400;
    /** A run that has come so far counts as diverged: its squares would overflow. */
    private static final double BEYOND = 1e150;

    public Cut {
        layers = List.copyOf(layers);
    }

    /** Whether the runs must be made first. */
    public boolean followsRuns() {
        return directions.followsRuns() || origin.map(o -> o instanceof AtEnd || o instanceof AtStep || o instanceof AtMinimum).orElse(false);
    }

    /** How the directions were chosen, in words: {@code random; with the norm of each filter; layers 2, 3; without biases}. */
    public String words() {
        StringBuilder words = new StringBuilder(directions.label()).append("; ").append(switch (normalisation.orElseGet(directions::normalisation)) {
            case NONE -> "as long as they come";
            case UNIT -> "each of length 1";
            case FILTER -> "with the norm of each filter";
            case LAYER -> "with the norm of each layer";
        });
        if (!layers.isEmpty()) {
            words.append(layers.size() == 1 ? "; layer " : "; layers ").append(layers.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                    .append(" alone");
        }
        return words.append(biases ? "" : "; without biases").toString();
    }

    /** The same with the directions of other draws; none if they are not random. */
    public List<Cut> redrawn(int draws) {
        return directions.redrawn(draws).stream().map(d -> new Cut(d, origin, normalisation, biases, layers)).toList();
    }

    /** The same with the directions that are to be shown beside; none unless they are random and it was asked for. */
    public List<Cut> beside() {
        return directions.beside().stream().map(d -> new Cut(d, origin, normalisation, biases, layers)).toList();
    }

    /**
     * The slice, over ranges that hold the paths if there are any, else as far as directions are long.
     *
     * @throws IllegalArgumentException for what cannot be made from here
     * @throws java.util.concurrent.CancellationException once whoever looks from there needs it no more
     */
    public Slice of(Vantage from) {
        Vec at = origin.orElseGet(directions::origin).of(from);
        List<Vec> raw = directions.of(from, at).stream().map(d -> masked(d, from)).toList();
        Normalisation length = normalisation.orElseGet(directions::normalisation);
        List<Vec> matched = length.of(raw, at, from.objective(), from.cancelled());
        from.ask();
        List<Vec> made = matched.stream().allMatch(d -> d.norm() > 0) ? matched
                : Orthogonal.unit(raw, from.cancelled());         // the origin is 0, and so has no filters to match
        from.ask();
        Slice plain = new Slice(at, made, made.stream().map(_ -> new Range(-1, 1)).toList());
        from.ask();                                               // each looks whether all numbers are finite
        return plain.over(directions.range().map(r -> made.stream().map(_ -> r).toList()).orElseGet(() -> ranges(plain, from, length)));
    }

    private Vec masked(Vec direction, Vantage from) {
        if (biases && layers.isEmpty() || !(from.objective() instanceof NetworkObjective network)) {
            return direction;
        }
        List<Layer> all = network.architecture().layers();
        layers.stream().filter(l -> l < 1 || l > all.size()).findFirst().ifPresent(l -> {
            throw new IllegalArgumentException("layers: there is no layer " + l + "; the network has " + all.size());
        });
        Vec left = Vec.filled(direction.size(), d -> {
            direction.copyTo(d);
            for (int l = 0; l < all.size(); l++) {
                boolean moves = layers.isEmpty() || layers.contains(l + 1);
                Layer layer = all.get(l);
                Arrays.fill(d, moves ? layer.biasesAt() : layer.weightsAt(), moves && biases ? layer.biasesAt() : layer.end(), 0);
            }
        });
        from.ask();
        if (!(left.norm() > 0)) {
            throw new IllegalArgumentException("layers: nothing is left of a direction in the layers " + layers + (biases ? "" : " without biases"));
        }
        return left;
    }

    private static List<Range> ranges(Slice slice, Vantage from, Normalisation length) {
        int k = slice.dimension();
        double[] least = new double[k];
        double[] most = new double[k];
        for (Trajectory path : from.paths()) {
            if (path.outcome() instanceof Outcome.Diverged) {
                continue;
            }
            int every = Math.max(1, Math.ceilDiv(path.last() / POINTS, path.keptEvery())) * path.keptEvery();
            for (int step = 0; step <= path.last(); step += every) {
                extend(least, most, slice.project(path.theta(step), from.cancelled()).coordinates());
            }
            extend(least, most, slice.project(path.theta(path.last()), from.cancelled()).coordinates());
        }
        double longest = IntStream.range(0, k).mapToDouble(i -> most[i] - least[i]).max().orElse(0);
        if (!(longest > 0)) {
            double reach = length == Normalisation.FILTER || length == Normalisation.LAYER ? 1
                    : slice.origin().norm() > 0 ? Math.min(slice.origin().norm(), BEYOND) : 1;
            return slice.directions().stream().map(_ -> new Range(-reach, reach)).toList();
        }
        return IntStream.range(0, k).mapToObj(i -> {
            double half = Math.max(most[i] - least[i], NARROW * longest) * (0.5 + MARGIN);
            double centre = (least[i] + most[i]) / 2;
            return new Range(centre - half, centre + half);
        }).toList();
    }

    private static void extend(double[] least, double[] most, Vec at) {
        if (IntStream.range(0, least.length).anyMatch(i -> !(Math.abs(at.get(i)) < BEYOND))) {
            return;
        }
        for (int i = 0; i < least.length; i++) {
            least[i] = Math.min(least[i], at.get(i));
            most[i] = Math.max(most[i], at.get(i));
        }
    }
}
