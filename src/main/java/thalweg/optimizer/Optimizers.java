package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.Catalog;

/** The optimizers that people can choose, in the order of the menu. */
public final class Optimizers {
    /** Every update rule; its record is its description. */
    public static final List<Class<? extends Optimizer>> RECORDS = List.of(
            GradientDescent.class, SequentialGradientDescent.class, Momentum.class, Nag.class,
            Adagrad.class, Adadelta.class, RmsProp.class, Adam.class, Adamax.class, Nadam.class, AmsGrad.class, AdamW.class, RAdam.class,
            Lion.class,
            Newton.class, Bfgs.class, ConjugateGradient.class);

    public static final Catalog<Optimizer> CATALOG = Catalog.ofRecords("optimizer", RECORDS);

    private Optimizers() {
    }
}
