package thalweg.math;

/**
 * Random numbers with an address: each depends on seed, purpose and index only, never on how many were drawn before.
 *
 * <p>The mixing function is the finalizer of SplitMix64 (Steele, Lea and Flood 2014, OOPSLA, figure 4).
 */
public final class Chance {
    private Chance() {
    }

    /** Uniform in [0, 1). */
    public static double uniform(long seed, Purpose purpose, long index) {
        return (bits(seed, purpose, index) >>> 11) * 0x1.0p-53;
    }

    /** Standard normal, by the transform of Box and Muller (1958) from two uniform numbers of the same address. */
    public static double gaussian(long seed, Purpose purpose, long index) {
        long a = bits(seed, purpose, index);
        double u = ((a >>> 11) + 1) * 0x1.0p-53;                 // in (0, 1]: its logarithm is finite
        double v = (mix(a ^ 0x5851F42D4C957F2DL) >>> 11) * 0x1.0p-53;
        return Math.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * v);
    }

    /**
     * Puts 0 ... n - 1 in random order, by the shuffle of Fisher and Yates.
     *
     * @param deal which of the orders of this seed and purpose, from 0: an epoch
     * @param order overwritten; its length is n
     */
    public static void permute(long seed, Purpose purpose, long deal, int[] order) {
        for (int i = 0; i < order.length; i++) {
            int j = (int) (uniform(seed, purpose, deal * order.length + i) * (i + 1));
            order[i] = order[j];
            order[j] = i;
        }
    }

    private static long bits(long seed, Purpose purpose, long index) {
        return mix(mix(mix(seed + 0x9E3779B97F4A7C15L) + (purpose.ordinal() + 1) * 0xD1B54A32D192ED03L) + index * 0x9E3779B97F4A7C15L);
    }

    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }
}
