package thalweg.descent;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Something to be read of a run beside its cost, such as the loss on samples that are not learnt from.
 *
 * @param name for legends: "test loss"
 * @param reader makes a reader of theta with scratch memory of its own, for one thread; once cancelled, what it reads does not matter
 */
public record Gauge(String name, Function<BooleanSupplier, ToDoubleFunction<double[]>> reader) {
}
