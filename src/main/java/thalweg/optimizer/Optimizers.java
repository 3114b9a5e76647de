package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.Catalog;

/** The optimizers that people can choose, in the order of the menu. */
public final class Optimizers {
    public static final Catalog<Optimizer> CATALOG = Catalog.ofRecords("optimizer", List.of());

    private Optimizers() {
    }
}
