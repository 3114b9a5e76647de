package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
    /** A run that goes its way in a thousand steps and then jumps about for a million: its way is what people look at. */
    @Test
    void theBeginningOfAVeryLongPathIsKeptWholeAndTheRestByItsOutermost() {
        int n = 1_000_000;
        double[] x = IntStream.range(0, n).mapToDouble(i -> i < 1000 ? i : 1000 + i % 7).toArray();
        double[] y = IntStream.range(0, n).mapToDouble(i -> i == 777_777 ? 50 : 0).toArray();
        int[] kept = Places.outermost(x, y, n);
        assertArrayEquals(IntStream.range(0, 1000).toArray(), Arrays.copyOf(kept, 1000));
        assertTrue(Arrays.stream(kept).anyMatch(i -> i == 777_777), "the one that reached farthest");
        assertEquals(n - 1, kept[kept.length - 1]);
        assertTrue(kept.length < 15_000, "few are left: " + kept.length);
    }

    @Test
    void allPointsOfAnOrdinaryPathAreKept() {
        assertEquals(12_000, Places.outermost(new double[12_000], new double[12_000], 12_000).length);
    }
}
