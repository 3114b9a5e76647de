package thalweg.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void endsAreExact() {
        Range r = new Range(0.1, 0.7);
        assertEquals(0.1, r.at(0));
        assertEquals(0.7, r.at(1));
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Range(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Range(0, Double.NaN));
    }

    @Test
    void nodesAreMirroredAndKeptWhenTheyAreTwiceAsManyAndMeetZero() {
        for (int n : new int[] {2, 3, 11, 51, 1000}) {
            Range r = new Range(-0.3, 0.7);
            Range mirrored = new Range(-0.7, 0.3);
            for (int i = 0; i < n; i++) {
                assertEquals(r.node(i, n), r.node(2 * i, 2 * n - 1));
                assertEquals(r.node(i, n), 0 - mirrored.node(n - 1 - i, n));
                assertEquals(r.at((double) i / (n - 1)), r.node(i, n), 3e-16);
            }
            assertEquals(0.7, r.node(n - 1, n));
        }
        assertEquals(0, new Range(-0.3, 0.7).node(3, 11));
        assertEquals(1e307, new Range(-1e308, 1e308).node(11, 21), 1e293);
    }
}
