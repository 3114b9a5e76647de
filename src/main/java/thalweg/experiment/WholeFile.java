package thalweg.experiment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Files read and written whole: read up to a limit; written beside their place and then moved there, so that nobody ever sees half a file
 * and a failure leaves the old one as it was. The messages of the exceptions are for people.
 */
public final class WholeFile {
    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    private WholeFile() {
    }

    /**
     * The bytes of a file.
     *
     * @param most largest size accepted, in bytes
     * @throws IOException if it is not there, no plain file, not readable or too large
     */
    public static byte[] read(Path file, int most) throws IOException {
        requirePlain(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("cannot read '" + file + "': it is larger than " + most + " bytes, the most that is accepted");
            }
            return bytes;
        } catch (FileSystemException e) {
            throw new IOException("cannot read '" + file + "': " + reason(e), e);
        }
    }

    /**
     * Refuses what is there but no file on a disk; whoever opened a pipe that nobody writes to would wait for ever.
     *
     * @throws IOException saying what it is instead
     */
    public static void requirePlain(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("cannot read '" + file + "': it is " + (Files.isDirectory(file) ? "a folder" : "no file but a pipe or a device"));
        }
    }

    /**
     * Writes a file as a whole.
     *
     * @throws IOException if the folder is missing or read-only, the disk full, or the place taken by a folder; an old file is still there
     * then
     */
    public static void write(Path file, Content content) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("cannot write '" + file + "': it is a folder");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {                         // a pipe or device takes bytes as they come
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE))) {
                    content.to(out);
                }
                return;
            }
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();   // a link stays a link
            if (Files.exists(target) && !Files.isWritable(target)) {
                throw new IOException("cannot write '" + file + "': the file is read-only");
            }
            replace(target, content);
        } catch (FileSystemException e) {
            throw new IOException("cannot write '" + file + "': " + reason(e), e);
        } catch (IOException e) {
            throw e.getMessage() != null && e.getMessage().startsWith("cannot ") ? e
                    : new IOException("cannot write '" + file + "': " + reason(String.valueOf(first(e).getMessage())), e);
        }
    }

    /** Writes a file as a whole, making its folder if it is missing; errors as for {@link #write}. */
    public static void writeInFolder(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("cannot write '" + file + "': '" + folder + "' is not a folder", e);
        } catch (FileSystemException e) {
            throw new IOException("cannot write '" + file + "': the folder '" + folder + "' cannot be made (" + reason(e) + ")", e);
        }
        write(file, content);
    }

    private static void replace(Path target, Content content) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE); OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.to(out);
                out.flush();
                channel.force(true);                             // or a power cut after the move leaves an empty file
            }
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** What went wrong first; writers of pictures wrap it into words of their own. */
    private static Throwable first(Throwable e) {
        return e.getCause() instanceof IOException cause ? first(cause) : e;
    }

    private static String reason(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException n when n.getFile() != null && n.getFile().endsWith(".part") -> "the folder does not exist";
            case NoSuchFileException _ -> "it does not exist";
            case AccessDeniedException a when a.getFile() != null && a.getFile().endsWith(".part") -> "the folder is read-only";
            case AccessDeniedException _ -> "access is denied";
            default -> reason(e.getReason() == null ? e.getMessage() : e.getReason());
        };
    }

    private static String reason(String system) {
        String lower = system.toLowerCase(Locale.ROOT);
        return lower.contains("no space") || lower.contains("not enough space") ? "the disk is full"
                : lower.contains("read-only file system") ? "the folder is read-only" : system;
    }
}
