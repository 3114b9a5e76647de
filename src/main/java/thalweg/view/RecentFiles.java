package thalweg.view;

import java.nio.file.Path;
import java.util.List;

/** How recent files are told apart in a menu. */
final class RecentFiles {
    private RecentFiles() {
    }

    /**
     * The names of files; those that are called the same are followed by the folder they are in, or, where that is called the same too, by
     * as many of the folders above it as it takes: {@code race.json (2024/week 1)}, {@code race.json (2025/week 1)}.
     *
     * @param paths absolute, each once
     */
    static List<String> names(List<Path> paths) {
        return paths.stream().map(path -> {
            List<Path> alike = paths.stream().filter(p -> !p.equals(path) && p.getFileName().equals(path.getFileName())).toList();
            return alike.isEmpty() ? path.getFileName().toString() : path.getFileName() + " (" + folder(path, alike) + ")";
        }).toList();
    }

    private static Path folder(Path path, List<Path> alike) {
        for (int folders = 1; folders < path.getNameCount(); folders++) {
            Path end = path.subpath(path.getNameCount() - 1 - folders, path.getNameCount());
            if (alike.stream().noneMatch(p -> p.endsWith(end))) {
                return end.getParent();
            }
        }
        return path.getParent();                                  // on another drive, or directly below the root
    }
}
