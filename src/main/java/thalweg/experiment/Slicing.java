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
 */
public record Slicing(Optional<Spec> directions, Optional<Spec> origin, Optional<Normalisation> normalisation, boolean biases,
        List<Integer> layers) {
    public static final Slicing AUTOMATIC = new Slicing(Optional.empty(), Optional.empty(), Optional.empty(), true, List.of());

    private static final Spec OF_RUNS = Spec.of("ends");

    public Slicing {
        layers = List.copyOf(layers);
    }

    public Slicing withDirections(Optional<Spec> changed) {
        return new Slicing(changed, origin, normalisation, biases, layers);
    }

    public Slicing withOrigin(Optional<Spec> changed) {
        return new Slicing(directions, changed, normalisation, biases, layers);
    }

    public Slicing withNormalisation(Optional<Normalisation> changed) {
        return new Slicing(directions, origin, changed, biases, layers);
    }

    public Slicing withBiases(boolean changed) {
        return new Slicing(directions, origin, normalisation, changed, layers);
    }

    public Slicing withLayers(List<Integer> changed) {
        return new Slicing(directions, origin, normalisation, biases, changed);
    }

    /**
     * What the ids mean.
     *
     * @throws thalweg.catalog.SpecException for directions or an origin that cannot be made
     */
    Cut cut() {
        return new Cut(DirectionKinds.CATALOG.make(directions.orElse(OF_RUNS)), origin.map(Origins.CATALOG::make), normalisation, biases, layers);
    }
}
