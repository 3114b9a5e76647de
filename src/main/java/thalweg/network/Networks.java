package thalweg.network;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.catalog.Choice;
import thalweg.data.DataSet;
import thalweg.math.Kernels;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Appearance;

/** Makes a model and data into an objective that knows how it wants to be seen. */
public final class Networks {
    /** How far beside the minimum a line's window reaches, in its own size: for the three points, the lecture's -0.5 to 2.5. */
    private static final double AROUND = 1.5;
    private static final Range PLANE = new Range(-3, 3);
    private static final Range SLICE = new Range(-1, 1);

    private Networks() {
    }

    /** The cost with the model's own loss and no penalty. */
    public static NetworkObjective objective(Model model, DataSet data, long seed) {
        return objective(model, data, model.loss(data.isClassified()), 0, seed);
    }

    /**
     * The cost of a model on data.
     *
     * @param lambda weight of the penalty on squared weights, 0 for none
     * @param seed of the initial weights
     * @throws IllegalArgumentException if the loss does not fit the data, or the model has too many parameters
     */
    public static NetworkObjective objective(Model model, DataSet data, Loss loss, double lambda, long seed) {
        return objective(model, data, loss, lambda, seed, Portions.NEVER);
    }

    /**
     * The same; the initial weights of a large network may take a second.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static NetworkObjective objective(Model model, DataSet data, Loss loss, double lambda, long seed, BooleanSupplier cancelled) {
        return objective(Kernels.fastest(), model, data, loss, lambda, seed, cancelled);
    }

    static NetworkObjective objective(Kernels kernels, Model model, DataSet data, Loss loss, double lambda, long seed,
            BooleanSupplier cancelled) {
        DataSet seen = model.features(data);
        Architecture architecture = model.architecture(seen.dimension(), loss.outputs(seen));
        return new NetworkObjective(kernels, architecture, loss, seen, lambda, appearance(model, architecture, seen, loss, lambda,
                architecture.initial(model.initializer(), seed, cancelled)));
    }

    /** The same model, from the same weights, charged on other data without a penalty: nothing is drawn again. */
    public static NetworkObjective onOthers(Model model, NetworkObjective j, DataSet data) {
        DataSet seen = model.features(data);
        return new NetworkObjective(Kernels.fastest(), j.architecture(), j.loss(), seen, 0,
                appearance(model, j.architecture(), seen, j.loss(), 0, j.appearance().start()));
    }

    private static Appearance appearance(Model model, Architecture architecture, DataSet data, Loss loss, double lambda, Vec start) {
        String name = label(model) + " on " + data.name();
        String penalty = lambda > 0 ? " + \\frac{\\lambda}{2m} \\sum w^2" : "";
        String latex = loss.latex() + penalty;
        int n = architecture.dimension();
        if (architecture.layers().size() == 1 && loss == Loss.MEAN_SQUARED && data.dimension() == 1 && architecture.outputs() == 1) {
            return line(name, latex, start, data, lambda);
        }
        List<String> axes = n == 1 ? List.of("w") : n == 2 ? List.of("w_1", "w_2") : List.of("a", "b");
        List<Range> window = n == 1 ? List.of(PLANE) : n == 2 ? List.of(PLANE, PLANE) : List.of(SLICE, SLICE);
        return new Appearance(name, latex, axes, window, start, List.of());
    }

    private static String label(Model model) {
        return Models.CATALOG.choices().stream().filter(c -> c.settingsOf(model).isPresent()).map(Choice::label).findFirst().orElse("Network");
    }

    /** A line, with or without intercept, whose minimum is known: the window lies around it. */
    private static Appearance line(String name, String latex, Vec start, DataSet data, double lambda) {
        boolean free = start.size() == 2;
        int m = data.size();
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < m; i++) {
            meanX += data.feature(i, 0) / m;
            meanY += data.target(i) / m;
        }
        double xx = lambda;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < m; i++) {
            double x = data.feature(i, 0) - (free ? meanX : 0);
            double y = data.target(i) - (free ? meanY : 0);
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        Optional<Vec> minimum = Optional.empty();
        double slope = 0;
        double intercept = 0;
        double steepest = 1;
        if (xx > 0) {
            slope = xy / xx;
            intercept = meanY - slope * meanX;
            steepest = Math.sqrt(yy / xx);
            minimum = Optional.of(free ? Vec.of(slope, intercept) : Vec.of(slope));
        }
        Range slopes = around(slope, steepest);
        List<Vec> minima = minimum.stream().toList();
        return free ? new Appearance(name, latex, List.of("\\theta_1", "\\theta_0"),
                List.of(slopes, around(intercept, Math.sqrt(yy / m))), start, minima)
                : new Appearance(name, latex, List.of("\\theta_1"), List.of(slopes), start, minima);
    }

    private static Range around(double centre, double other) {
        double size = Math.max(Math.abs(centre), other);
        double reach = AROUND * (size > 0 && Double.isFinite(size) ? size : 1);
        return new Range(centre - reach, centre + reach);
    }
}
