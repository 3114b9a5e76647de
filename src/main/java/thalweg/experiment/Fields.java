package thalweg.experiment;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of one JSON object while it is read: asked for by name, and at the {@link #end} whatever nobody asked for is refused. */
public final class Fields {
    private final Located object;
    private final Map<String, Located> members;
    private final Set<String> known = new LinkedHashSet<>();

    public Fields(Located object) {
        this.object = object;
        members = object.members();
    }

    /** What the field holds, or else the default. */
    public <T> T get(String name, Function<Located, T> read, T otherwise) {
        return find(name).map(read).orElse(otherwise);
    }

    public Optional<Located> find(String name) {
        known.add(name);
        return Optional.ofNullable(members.get(name));
    }

    public Located need(String name) {
        return find(name).orElseThrow(() -> object.error("the field '" + name + "' is missing"));
    }

    /** Refuses fields that nobody asked for. */
    public void end() {
        members.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw value.error("there is no field '" + name + "' here; known are " + String.join(", ", known));
            }
        });
    }
}
