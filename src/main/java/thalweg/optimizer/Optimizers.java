package thalweg.optimizer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import thalweg.catalog.Catalog;
import thalweg.catalog.Choice;
import thalweg.math.Vec;

/** The optimizers that people can choose, in the order of the menu. */
public final class Optimizers {
    /** Id of a path that another program wrote. */
    public static final String RECORDED = "recorded";

    /** Every update rule; its record is its description. */
    public static final List<Class<? extends Optimizer>> RECORDS = List.of(
            GradientDescent.class, SequentialGradientDescent.class, Momentum.class, Nag.class,
            Adagrad.class, Adadelta.class, RmsProp.class, Adam.class, Adamax.class, Nadam.class, AmsGrad.class, AdamW.class, RAdam.class,
            Lion.class,
            Newton.class, Bfgs.class, ConjugateGradient.class);

    /** The update rules alone, which every optimizer but a recorded path is. */
    public static final Catalog<Optimizer> RULES = Catalog.ofRecords("optimizer", RECORDS);

    private static final RecordedFile RECORDED_FILE = new RecordedFile();

    /** The update rules, and paths that other programs wrote. */
    public static final Catalog<Optimizer> CATALOG = new Catalog<>("optimizer",
            Stream.concat(RULES.choices().stream(), Stream.<Choice<Optimizer>>of(RECORDED_FILE)).toList());

    private Optimizers() {
    }

    /**
     * The paths that another program's file holds, by name; those of the file asked for last are not read again.
     *
     * @throws thalweg.data.DataException if it cannot be read or holds none
     */
    public static Map<String, List<Vec>> paths(String file) {
        return RECORDED_FILE.paths(file);
    }
}
