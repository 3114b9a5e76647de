package thalweg.slice;

import java.util.List;
import thalweg.catalog.Catalog;

/** The origins that people can choose, in the order of the menu. */
public final class Origins {
    public static final Catalog<Origin> CATALOG = Catalog.ofRecords("origin", List.of(
            AtStart.class, AtEnd.class, AtStep.class, AtMinimum.class, AtZero.class, AtRandom.class, AtFile.class));

    private Origins() {
    }
}
