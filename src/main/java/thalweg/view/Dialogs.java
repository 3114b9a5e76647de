package thalweg.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks for files; a test answers itself. */
public interface Dialogs {
    /** A file to open. */
    Optional<Path> open();

    /** Files with data to learn from: one table, or images with their labels; none if nothing was chosen. */
    default List<Path> openData() {
        return List.of();
    }

    /** A folder to write into, beginning at the one with this name if there is one. */
    default Optional<Path> folder(String from) {
        return Optional.empty();
    }

    /**
     * A file to write.
     *
     * @param title of the dialog
     * @param suggestion a file name with its ending, which the answer gets too if it has none
     */
    Optional<Path> save(String title, String suggestion);

    /** A file to write of one of several kinds, the suggested name's first. */
    default Optional<Path> save(String title, String suggestion, List<String> endings) {
        return save(title, suggestion);
    }
}
