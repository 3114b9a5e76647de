package thalweg.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON for people: written with short things on one line and the rest indented, read with limits and with the place of every value.
 *
 * <p>A document is made of maps (in their order), collections, text, numbers and booleans. JSON has no NaN and no infinity: they become
 * null.
 */
public final class Json {
    /** Largest document read, in bytes. */
    public static final int LONGEST = 8_000_000;
    /** Longest line that is not broken up. */
    private static final int LINE = 120;
    private static final int DEEPEST = 20;
    /** Above every double's shortest form and every long. */
    private static final int LONGEST_NUMBER = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(LONGEST_NUMBER)
                    .maxDocumentLength(LONGEST).maxStringLength(LONGEST).maxNameLength(1000).build())
            .build();

    private Json() {
    }

    /** The document as text that ends with a line break. */
    public static String write(Object document) {
        return write(document, "") + "\n";
    }

    /** The value on one line. */
    public static String line(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.isEmpty() ? "{}" : map.entrySet().stream()
                    .map(e -> line(e.getKey().toString()) + ": " + line(e.getValue())).collect(Collectors.joining(", ", "{ ", " }"));
            case Iterable<?> list -> {
                List<String> parts = new ArrayList<>();
                list.forEach(v -> parts.add(line(v)));
                yield "[" + String.join(", ", parts) + "]";
            }
            case Double number -> number(number);
            case Number _, Boolean _ -> value.toString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }

    /** A number with all its digits and no more: {@code 300}, {@code 0.05}, {@code 1e-8}; null if it is not finite. */
    public static String number(double number) {
        if (!Double.isFinite(number)) {
            return "null";
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15 && !(number == 0 && 1 / number < 0);
        return whole ? Long.toString((long) number) : Double.toString(number).replace(".0E", "e").replace('E', 'e');
    }

    private static String write(Object value, String indent) {
        String line = line(value);
        boolean nested = value instanceof Map || value instanceof Iterable;
        boolean table = value instanceof Collection<?> list && list.stream().anyMatch(Map.class::isInstance);   // one row, one line
        if (!nested || line.length() == 2 || !table && !indent.isEmpty() && indent.length() + line.length() <= LINE) {
            return line;
        }
        String deeper = indent + "  ";
        List<String> parts = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> parts.add(deeper + line(k.toString()) + ": " + write(v, deeper)));
            return "{\n" + String.join(",\n", parts) + "\n" + indent + "}";
        }
        ((Iterable<?>) value).forEach(v -> parts.add(deeper + write(v, deeper)));
        return "[\n" + String.join(",\n", parts) + "\n" + indent + "]";
    }

    /**
     * Reads a document.
     *
     * @throws ExperimentException saying at which line and column it is damaged or beyond a limit
     */
    public static Located read(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            try {
                return document(parser);
            } catch (StreamConstraintsException e) {
                String limit = e.getOriginalMessage().replaceAll(", from `[^`]*`", "");
                throw new ExperimentException("", place(parser.currentLocation()) + "more than is accepted: " + limit);
            } catch (JacksonException e) {
                throw new ExperimentException("", place(e.getLocation() == null ? parser.currentLocation() : e.getLocation())
                        + "this is not JSON: " + e.getOriginalMessage());
            }
        }
    }

    private static Located document(JsonParser parser) {
        if (parser.nextToken() == null) {
            throw new ExperimentException("", "line 1, column 1: the file is empty");
        }
        Located root = value(parser, "");
        if (parser.nextToken() != null) {
            throw new ExperimentException("", place(parser.currentTokenLocation()) + "the document has ended before this");
        }
        return root;
    }

    private static String place(TokenStreamLocation at) {
        return at.getLineNr() > 0 ? "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " : "";
    }

    private static Located value(JsonParser parser, String path) {
        TokenStreamLocation at = parser.currentTokenLocation();
        Object value = switch (parser.currentToken()) {
            case START_OBJECT -> members(parser, path);
            case START_ARRAY -> elements(parser, path);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> decimal(parser.getString(), path, at);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> Located.NULL;
        };
        return new Located(value, path, at.getLineNr(), at.getColumnNr());
    }

    private static BigDecimal decimal(String digits, String path, TokenStreamLocation at) {
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException _) {                       // an exponent beyond 2^31
            throw new Located(digits, path, at.getLineNr(), at.getColumnNr()).error(digits + " is too large a number");
        }
    }

    private static Map<String, Located> members(JsonParser parser, String path) {
        Map<String, Located> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser, path.isEmpty() ? name : path + "." + name));
        }
        return members;
    }

    private static List<Located> elements(JsonParser parser, String path) {
        List<Located> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, path + "[" + elements.size() + "]"));
        }
        return elements;
    }
}
