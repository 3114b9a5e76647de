package thalweg.math;

/** Counts what the code under test allocates. */
public final class Allocated {
    private Allocated() {
    }

    /** Bytes this thread has allocated so far. By reflection, because the program's module does not read the module that counts them. */
    public static long byThisThread() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory").getMethod("getThreadMXBean").invoke(null);
        return (long) Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes").invoke(threads);
    }
}
