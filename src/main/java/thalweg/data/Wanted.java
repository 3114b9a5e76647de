package thalweg.data;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import thalweg.math.Turns;

/**
 * Whether a file that is being opened is still wanted: who reads it asks between its blocks.
 *
 * <p>Bound to the thread that reads, instead of handed on as where data are made, because paths and surfaces are read by entries of catalogs, whose
 * maker is the same for all.
 */
public final class Wanted {
    private static final ScopedValue<BooleanSupplier> GIVEN_UP = ScopedValue.newInstance();

    private Wanted() {
    }

    /**
     * Reads something, unless it is given up meanwhile.
     *
     * @param givenUp asked often, on this thread
     * @throws CancellationException soon after it was given up; nothing of what was read remains
     */
    public static <T, X extends Throwable> T unless(BooleanSupplier givenUp, ScopedValue.CallableOp<T, X> reading) throws X {
        return ScopedValue.where(GIVEN_UP, givenUp).call(reading);
    }

    static boolean isGivenUp() {
        return GIVEN_UP.isBound() && GIVEN_UP.get().getAsBoolean();
    }

    /** Ends the reading if it was given up; does nothing where nobody can. */
    static void ask() {
        Turns.ask(Wanted::isGivenUp);
    }
}
