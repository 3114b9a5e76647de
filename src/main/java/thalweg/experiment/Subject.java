package thalweg.experiment;

import java.util.Set;
import java.util.stream.Collectors;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;

/** What is descended: a function people know or write, or the cost of a model on data. */
public sealed interface Subject permits Subject.Function, Learning {
    /** A function of one or two parameters, or another choice of the catalog of objectives. */
    record Function(Spec spec) implements Subject {
    }

    /** Whether both are the same place with other knobs: one function, or one model on one source of data. */
    default boolean isLike(Subject other) {
        return switch (this) {
            case Function(Spec spec) -> other instanceof Function(Spec also) && spec.id().equals(also.id());
            case Learning l -> other instanceof Learning also && l.data().id().equals(also.data().id()) && texts(l.data()).equals(texts(also.data()))
                    && l.model().id().equals(also.model().id());
        };
    }

    /** What is quoted in a spec: the names of files. */
    private static Set<Value> texts(Spec spec) {
        return spec.arguments().values().stream().filter(Value.Text.class::isInstance).collect(Collectors.toUnmodifiableSet());
    }
}
