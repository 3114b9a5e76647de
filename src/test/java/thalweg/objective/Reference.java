package thalweg.objective;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import thalweg.math.Range;
import thalweg.math.Vec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One function of {@code reference/test-functions.json}, whose numbers were computed in 30 digits elsewhere. */
record Reference(String id, String name, String formula, List<Range> domain, List<Point> minima, List<Point> others, boolean differentiable,
        String notes) {
    record Point(String kind, Vec at, double value, List<Double> eigenvalues) { }

    static List<Reference> all() {
        try (InputStream in = Reference.class.getResourceAsStream("/thalweg/reference/test-functions.json")) {
            return stream(new JsonMapper().readTree(in)).map(Reference::of).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reference of(String id) {
        return all().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    /** Whether the notes say that every critical point is listed. */
    boolean isComplete() {
        return notes.contains("all critical points") || notes.contains("the only critical point");
    }

    @Override
    public String toString() {
        return id;
    }

    private static Reference of(JsonNode node) {
        List<Range> domain = stream(node.get("domain")).map(r -> new Range(r.get(0).asDouble(), r.get(1).asDouble())).toList();
        return new Reference(node.get("id").asString(), node.get("name").asString(), node.get("formula").asString(), domain,
                points(node.get("minima")), points(node.get("otherCriticalPoints")), node.get("differentiable").asBoolean(),
                node.get("notes").asString());
    }

    private static List<Point> points(JsonNode nodes) {
        return stream(nodes).map(p -> new Point(p.has("kind") ? p.get("kind").asString() : "minimum",
                Vec.of(p.get("x").get(0).asDouble(), p.get("x").get(1).asDouble()), p.get("f").asDouble(),
                p.has("eigenvalues") ? stream(p.get("eigenvalues")).map(JsonNode::asDouble).toList() : List.of())).toList();
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }
}
