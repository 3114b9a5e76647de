package thalweg.slice;

import java.util.List;

/**
 * One thing that was checked before a picture of a slice is believed: in words first, numbers beside.
 *
 * @param topic what was checked
 * @param level how far the picture can be believed in this
 * @param words sentences for people, without the numbers that stand beside
 * @param figures the numbers
 */
public record Finding(Topic topic, Level level, String words, List<Figure> figures) {
    /** What is checked, in the order in which it is told. */
    public enum Topic { DIRECTIONS, CENTRE, GRID, PATH, VARIANCE, CURVATURE, CONVEXITY, DRAWS }

    /** How bad it is: nothing to worry about; to be kept in mind; what the picture seems to say is not so. */
    public enum Level { FINE, CAUTION, WRONG }

    /** What a number counts in. */
    public enum Unit { NUMBER, COUNT, PART, DEGREES }

    /**
     * A number with its name.
     *
     * @param name in words: "norm along a"
     * @param value of a {@link Unit#PART}, 1 is the whole
     */
    public record Figure(String name, double value, Unit unit) {
        /** A plain number. */
        static Figure of(String name, double value) {
            return new Figure(name, value, Unit.NUMBER);
        }
    }

    public Finding {
        figures = List.copyOf(figures);
    }
}
