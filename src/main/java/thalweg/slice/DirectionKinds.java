package thalweg.slice;

import java.util.List;
import thalweg.catalog.Catalog;

/** The directions that people can choose, in the order of the menu. */
public final class DirectionKinds {
    public static final Catalog<Directions> CATALOG = Catalog.ofRecords("direction", List.of(
            AlongRuns.class, AlongPair.class, AlongComponents.class, AlongChance.class, AlongAxes.class, AlongGradient.class, AlongCurvature.class,
            AlongMemory.class, AlongFiles.class, AlongSaved.class));

    private DirectionKinds() {
    }
}
