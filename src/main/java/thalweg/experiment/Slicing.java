package thalweg.experiment;

import java.util.List;
import java.util.Optional;
import thalweg.catalog.Spec;
import thalweg.slice.Cut;
import thalweg.slice.DirectionKinds;
import thalweg.slice.Normalisation;
import thalweg.slice.Origins;

/**
 * Which slice of an objective is looked at: ids and numbers. What is empty is chosen for what is looked at: the parameters themselves of
 * an objective of one or two, and else the plane of the runs.
 *
 * @param directions along which
 * @param origin from where
 * @param normalisation how long directions are
 * @param biases whether directions move biases too
 * @param layers numbers from 1 of the layers that directions move; empty: all
 * @param points along each direction at which it is sampled; 0: as many as suit what is looked at
 */
public record Slicing(Optional<Spec> directions, Optional<Spec> origin, Optional<Normalisation> normalisation, boolean biases,
        List<Integer> layers, int points) {
    /** The fewest and the most points along a direction that may be asked for. */
    public static final int FEWEST = 5;
    public static final int MOST = 1001;

    public static final Slicing AUTOMATIC = new Slicing(Optional.empty(), Optional.empty(), Optional.empty(), true, List.of(), 0);

    private static final Spec OF_RUNS = Spec.of("ends");

    public Slicing {
        layers = List.copyOf(layers);
    }

    public Slicing withDirections(Optional<Spec> changed) {
        return new Slicing(changed, origin, normalisation, biases, layers, points);
    }

    public Slicing withOrigin(Optional<Spec> changed) {
        return new Slicing(directions, changed, normalisation, biases, layers, points);
    }

    public Slicing withNormalisation(Optional<Normalisation> changed) {
        return new Slicing(directions, origin, changed, biases, layers, points);
    }

    public Slicing withBiases(boolean changed) {
        return new Slicing(directions, origin, normalisation, changed, layers, points);
    }

    public Slicing withLayers(List<Integer> changed) {
        return new Slicing(directions, origin, normalisation, biases, changed, points);
    }

    public Slicing withPoints(int changed) {
        return new Slicing(directions, origin, normalisation, biases, layers, changed);
    }

    /** Whether the plane is left to what is looked at, however fine. */
    boolean isAutomatic() {
        return withPoints(0).equals(AUTOMATIC);
    }

    /**
     * What the ids mean.
     *
     * @throws thalweg.catalog.SpecException for directions or an origin that cannot be made
     */
    Cut cut() {
        return new Cut(DirectionKinds.CATALOG.make(directions.orElse(OF_RUNS)), origin.map(Origins.CATALOG::make), normalisation, biases, layers);
    }

    /** Whether it was chosen and only the runs tell it, even of how many directions it is. */
    public boolean awaitsRuns() {
        return !isAutomatic() && cut().followsRuns();
    }
}
