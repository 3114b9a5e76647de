package thalweg.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import thalweg.experiment.Json;
import thalweg.math.Vec;

/** Numbers as arguments, and as words. */
final class Arguments {
    private Arguments() {
    }

    /** {@code 1.0,-2} as an array. */
    static double[] list(String option, String text) {
        return Arrays.stream(text.split(",", -1)).mapToDouble(part -> one(option, part, text)).toArray();
    }

    private static double one(String option, String part, String text) {
        try {
            double value = Double.parseDouble(part.strip());
            if (Double.isFinite(value) && part.strip().matches("[-+.0-9eE]+")) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException(option + " must be finite numbers separated by commas, as in 1.0,2.0, but was '" + text + "'");
    }

    /** {@code (1, -2)}. */
    static String words(Vec point) {
        return Arrays.stream(point.toArray()).mapToObj(Json::number).collect(Collectors.joining(", ", "(", ")"));
    }
}
