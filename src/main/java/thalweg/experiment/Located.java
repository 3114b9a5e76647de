package thalweg.experiment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A JSON value that knows where it stands, so that an error can say so.
 *
 * @param value a Map of names to Located, a List of Located, a String, a BigDecimal, a Boolean, or {@link #NULL}
 * @param path from the root: {@code runs[2].optimizer}; empty for the root
 * @param line from 1
 * @param column from 1
 */
public record Located(Object value, String path, int line, int column) {
    public static final Object NULL = new Object();

    public String text() {
        return as(String.class, "text in quotes");
    }

    public boolean bool() {
        return as(Boolean.class, "true or false");
    }

    public double number() {
        double number = as(BigDecimal.class, "a number").doubleValue();
        if (!Double.isFinite(number)) {
            throw error("the number is too large");
        }
        return number;
    }

    public int whole() {
        try {
            return as(BigDecimal.class, "a whole number").intValueExact();
        } catch (ArithmeticException _) {
            throw error(value + " is not a whole number of at most nine digits");
        }
    }

    public long wholeLong() {
        try {
            return as(BigDecimal.class, "a whole number").longValueExact();
        } catch (ArithmeticException _) {
            throw error(value + " is not a whole number between -2^63 and 2^63 - 1");
        }
    }

    /** The elements of a list of at most {@code most}. */
    @SuppressWarnings("unchecked")                               // only the reader of this package fills it
    public List<Located> elements(int most) {
        List<Located> elements = as(List.class, "a list in [ ]");
        if (elements.size() > most) {
            throw error("at most " + most + " are allowed, but there are " + elements.size());
        }
        return elements;
    }

    @SuppressWarnings("unchecked")
    public Map<String, Located> members() {
        return as(Map.class, "an object in { }");
    }

    private <T> T as(Class<T> type, String wanted) {
        if (!type.isInstance(value)) {
            throw error("should be " + wanted + ", but is " + kind());
        }
        return type.cast(value);
    }

    private String kind() {
        return switch (value) {
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            case String _ -> "text";
            case BigDecimal number -> "the number " + number;
            case Boolean bool -> bool.toString();
            default -> "null";
        };
    }

    /** An error here, with path, line and column in the message. */
    public ExperimentException error(String message) {
        return new ExperimentException(path, place() + message);
    }

    String place() {
        return "line " + line + ", column " + column + ": " + (path.isEmpty() ? "" : path + ": ");
    }
}
