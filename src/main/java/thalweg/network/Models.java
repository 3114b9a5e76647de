package thalweg.network;

import java.util.List;
import thalweg.catalog.Catalog;
import thalweg.catalog.Spec;

/** The models that people can choose, in the order of the menu. */
public final class Models {
    public static final Catalog<Model> CATALOG = Catalog.ofRecords("network", List.of(
            Linear.class, LinearOne.class, Polynomial.class, Logistic.class, Softmax.class, Svm.class, Mlp.class));

    private Models() {
    }

    /** What a model predicts, in LaTeX; empty if its catalog says nothing. A line has its own letters where there is one feature. */
    public static String latex(Spec model, int features) {
        return switch (features > 1 ? model.id() : "") {
            case "linear" -> "h(x) = w^{\\top} x + b";
            case "linear-one" -> "h(x) = w^{\\top} x";
            default -> CATALOG.choice(model.id()).latex();
        };
    }
}
