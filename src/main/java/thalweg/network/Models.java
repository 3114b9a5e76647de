package thalweg.network;

import java.util.List;
import thalweg.catalog.Catalog;
import thalweg.catalog.Spec;

/** The models that people can choose, in the order of the menu. */
public final class Models {
    public static final Catalog<Model> CATALOG = Catalog.ofRecords("network", List.of(
            Linear.class, LinearOne.class, Polynomial.class, Logistic.class, Softmax.class, Svm.class, Mlp.class));

    private static final String OF_FEATURES = "h(x) = w^{\\top} x + b";

    private Models() {
    }

    /** What a model predicts, in LaTeX; empty if its catalog says nothing. A line has its own letters where there is one feature. */
    public static String latex(Spec model, int features) {
        return model.id().equals("linear") && features > 1 ? OF_FEATURES : CATALOG.choice(model.id()).latex();
    }
}
