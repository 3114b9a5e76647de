package thalweg.math;

/** What a random number is for; part of its address, so that two uses of one seed never share numbers. New ones go to the end: their place counts. */
public enum Purpose {
    GRADIENT_NOISE, MULTI_START, TEST, DATA, SPLIT, SHUFFLE, WEIGHTS, DIRECTION, ORIGIN, EIGENVECTORS, PROBES, STARTS
}
