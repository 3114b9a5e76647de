package thalweg.paint;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import thalweg.descent.Trajectory;
import thalweg.experiment.Look;
import thalweg.experiment.Study;

/**
 * One line of a loss chart: what was measured of a run, and when.
 *
 * @param measured the steps it runs through; between them it is straight
 * @param value at a measured step
 * @param series the same, thinned for drawing
 */
record LossCurve(Measured measured, IntToDoubleFunction value, Series series) {
    /**
     * The lines of one run.
     *
     * @param main on what is learnt from, or of the function itself
     * @param test on samples that are not learnt from
     * @param batch as the rule was shown it, where that is one batch after the other
     */
    record Lines(LossCurve main, Optional<LossCurve> test, Optional<LossCurve> batch) {
    }

    /**
     * The lines of a run.
     *
     * @param best what the gap is measured from
     * @param batches whether the run is on batches
     */
    static Lines of(Trajectory t, Look.Measure measure, double best, boolean batches) {
        Measured cost = Measured.cost(t);
        Lines plain = new Lines(of(cost, switch (measure) {
            case LOSS, ACCURACY -> t::loss;
            case GAP -> step -> Math.abs(t.loss(step) - best);
            case GRADIENT_NORM -> t::gradientNorm;
        }), Optional.empty(), Optional.empty());
        return switch (measure) {
            case LOSS -> new Lines(plain.main, gauge(t, Study.TEST_LOSS, 1),
                    batches ? Optional.of(of(new Measured(1, t.last()), t::batchLoss)) : Optional.empty());
            case ACCURACY -> new Lines(gauge(t, Study.ACCURACY, PER_CENT).orElseGet(() -> of(cost, _ -> Double.NaN)),
                    gauge(t, Study.TEST_ACCURACY, PER_CENT), Optional.empty());
            case GAP, GRADIENT_NORM -> plain;
        };
    }

    private static final double PER_CENT = 100;

    private static Optional<LossCurve> gauge(Trajectory t, String name, double factor) {
        int index = t.gauges().indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(of(Measured.gauges(t), step -> factor * t.gauge(index, step)));
    }

    private static LossCurve of(Measured measured, IntToDoubleFunction value) {
        return new LossCurve(measured, value, Series.of(measured, value));
    }
}
