package thalweg.slice;

import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Vec;

/** Along parameters themselves. */
@Entry(id = "axes", label = "parameters", help = "One or two of the parameters themselves.")
record AlongAxes(
        @Knob(label = "first", symbol = "i", value = 1, min = 1, max = 100, least = 1, most = 10_000_000,
                help = "The number of the first parameter, from 1.")
        int first,
        @Knob(label = "second", symbol = "j", value = 2, min = 0, max = 100, least = 0, most = 10_000_000,
                help = "The number of the second; 0 for a line along the first alone.")
        int second) implements Directions {
    @Override
    public List<Vec> of(Vantage from, Vec origin) {
        int n = from.objective().dimension();
        if (first > n || second > n || first == second) {
            throw new IllegalArgumentException("axes: there are " + n + " parameters, and two directions need two of them, but got " + first
                    + " and " + second);
        }
        return second == 0 || n == 1 ? List.of(unit(n, first)) : List.of(unit(n, first), unit(n, second));
    }

    private static Vec unit(int n, int number) {
        double[] e = new double[n];
        e[number - 1] = 1;
        return Vec.of(e);
    }

    @Override
    public Normalisation normalisation() {
        return Normalisation.NONE;
    }
}
