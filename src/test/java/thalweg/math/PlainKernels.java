package thalweg.math;

/** The scalar twin, for tests outside this package: Java makes objects of the Vector API's vectors until it has compiled them. */
public final class PlainKernels {
    private PlainKernels() {
    }

    public static Kernels scalar() {
        return new ScalarKernels();
    }
}
