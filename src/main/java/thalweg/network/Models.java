package thalweg.network;

import java.util.List;
import thalweg.catalog.Catalog;

/** The models that people can choose, in the order of the menu. */
public final class Models {
    public static final Catalog<Model> CATALOG = Catalog.ofRecords("network", List.of(
            Linear.class, LinearOne.class, Polynomial.class, Logistic.class, Softmax.class, Svm.class, Mlp.class));

    private Models() {
    }
}
