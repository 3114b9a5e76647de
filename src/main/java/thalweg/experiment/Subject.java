package thalweg.experiment;

import thalweg.catalog.Spec;

/** What is descended: a function people know or write, or the cost of a model on data. */
public sealed interface Subject permits Subject.Function, Learning {
    /** A function of one or two parameters, or another choice of the catalog of objectives. */
    record Function(Spec spec) implements Subject {
    }
}
