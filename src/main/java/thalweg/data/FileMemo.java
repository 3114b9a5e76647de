package thalweg.data;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What the file read last held, for what asks for it again and again: a surface or a path is made anew for every picture of it.
 *
 * <p>A file that another program writes anew has another time, or another length, and is read again.
 */
public final class FileMemo<T> {
    private record Stamp(String path, Object settings, Optional<FileTime> written, long size) {
        static Stamp of(String path, Object settings) {
            try {
                BasicFileAttributes file = java.nio.file.Files.readAttributes(Path.of(path), BasicFileAttributes.class);
                return new Stamp(path, settings, Optional.of(file.lastModifiedTime()), file.size());
            } catch (IOException | InvalidPathException _) {
                return new Stamp(path, settings, Optional.empty(), 0);   // whoever reads it will say what is wrong
            }
        }
    }

    private record Content<T>(Stamp of, T content) {
    }

    private final AtomicReference<Content<T>> last = new AtomicReference<>();

    /**
     * What a file holds.
     *
     * @param settings on which depends what is made of it
     * @param reading makes it, if it was not made last
     */
    public T of(String path, Object settings, Supplier<T> reading) {
        Stamp stamp = Stamp.of(path, settings);
        Content<T> known = last.get();
        if (known == null || !known.of().equals(stamp)) {
            known = new Content<>(stamp, reading.get());
            last.set(known);
        }
        return known.content();
    }
}
