package thalweg.data;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thalweg.math.Grid;

/**
 * A surface or curve that was sampled.
 *
 * @param axes LaTeX names of its one or two axes
 */
public record Surface(Grid grid, List<String> axes) {
    /** What axes are called whose own names say nothing, or cannot be set in a formula. */
    private static final List<String> PLAIN = List.of("a", "b");
    /** A word, and an index behind it. */
    private static final Pattern NAME = Pattern.compile("([A-Za-z]{1,12})(?:_?(\\d{1,3}))?");
    private static final List<String> GREEK = List.of("alpha", "beta", "gamma", "theta", "lambda", "mu", "sigma", "phi", "omega");
    /** Names of arrays that hold all the coordinates of an axis. */
    private static final Map<String, String> MANY = Map.of("xs", "x", "ys", "y", "alphas", "a", "betas", "b", "xcoordinates", "a", "ycoordinates", "b");

    public Surface {
        axes = List.copyOf(axes);
    }

    /** The names of a file's columns or arrays as those of axes; both as usual where one of them cannot be. */
    static List<String> axes(String x, String y) {
        String across = latex(MANY.getOrDefault(x, x));
        String along = latex(MANY.getOrDefault(y, y));
        return across.isEmpty() || along.isEmpty() || across.equals(along) ? PLAIN : List.of(across, along);
    }

    private static String latex(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return "";
        }
        String word = GREEK.contains(parts.group(1)) ? "\\" + parts.group(1) : parts.group(1);
        return parts.group(2) == null ? word : word + "_{" + parts.group(2) + "}";
    }
}
