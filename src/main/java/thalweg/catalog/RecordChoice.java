package thalweg.catalog;

import java.util.List;

/** A choice read from a record's annotations. */
final class RecordChoice {
    private RecordChoice() {
    }

    static <T> List<Choice<T>> all(List<Class<? extends T>> records) {
        return List.of();
    }
}
