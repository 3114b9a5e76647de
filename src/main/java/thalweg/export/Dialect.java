package thalweg.export;

import java.util.Arrays;
import java.util.List;

/** What code can be written in: plain NumPy, or a library with optimizers of its own. All are Python. */
public enum Dialect {
    NUMPY("numpy", "NumPy"), TORCH("torch", "PyTorch"), KERAS("keras", "Keras"), OPTAX("optax", "Optax");

    private final String id;
    private final String label;

    Dialect(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** For people who type: {@code torch}. */
    public String id() {
        return id;
    }

    /** For people who read: PyTorch. */
    public String label() {
        return label;
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Dialect::id).toList();
    }

    /**
     * The dialect of this id.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Dialect of(String id) {
        return Arrays.stream(values()).filter(d -> d.id.equalsIgnoreCase(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no code in '" + id + "'; there is " + String.join(", ", ids())));
    }
}
