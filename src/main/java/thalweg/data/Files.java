package thalweg.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import thalweg.math.Turns;

/** Files with data, opened and read with limits and with words for people. */
final class Files {
    /** Features that fit into memory beside the rest: 800 MB of numbers. */
    static final long MOST_VALUES = 100_000_000;
    /** Bytes read between two questions whether they are wanted: some milliseconds of a slow disk. */
    private static final int MOST_AT_ONCE = 1 << 20;

    private Files() {
    }

    /** Does something with a stream that may fail. */
    @FunctionalInterface
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /** What is read from a file, as long as it is {@link Wanted}; one that starts like gzip is unpacked on the way. */
    static <T> T read(String knob, String path, Reading<T> reading) {
        return read(knob, path, Wanted::isGivenUp, reading);
    }

    /**
     * The same, which may be given up.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    static <T> T read(String knob, String path, BooleanSupplier cancelled, Reading<T> reading) {
        Path file = path(knob, path);
        if (java.nio.file.Files.exists(file) && !java.nio.file.Files.isRegularFile(file) && !java.nio.file.Files.isDirectory(file)) {
            throw new DataException("cannot read '" + path + "': it is no file but a pipe or a device");
        }
        try (InputStream plain = new BufferedInputStream(asking(java.nio.file.Files.newInputStream(file), cancelled), 1 << 16);
                InputStream in = unpacked(plain)) {
            return reading.read(in);
        } catch (NoSuchFileException e) {
            throw new DataException("cannot read '" + path + "': there is no such file", e);
        } catch (EOFException e) {                                // which says nothing itself
            throw new DataException("'" + path + "' is cut short", e);
        } catch (ZipException e) {
            throw new DataException("cannot read '" + path + "': its gzip packing is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DataException("cannot read '" + path + "': " + (java.nio.file.Files.isDirectory(file) ? "it is a folder" : e.getMessage()), e);
        }
    }

    /** A stream that asks before it reads on. */
    private static InputStream asking(InputStream in, BooleanSupplier cancelled) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                Turns.ask(cancelled);
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                Turns.ask(cancelled);
                return super.read(bytes, from, Math.min(count, MOST_AT_ONCE));
            }
        };
    }

    /** Refuses a file before any of it is read; one that is packed, or cannot be asked, is measured when it is read. */
    static void requireNoLongerThan(long most, String path) {
        try {
            Path file = Path.of(path);
            if (!path.endsWith(".gz") && java.nio.file.Files.isRegularFile(file) && java.nio.file.Files.size(file) > most) {
                throw new DataException("'" + path + "' is longer than " + most / 1_000_000 + " MB");
            }
        } catch (IOException | InvalidPathException _) {
            return;                                               // whoever reads it will say what is wrong
        }
    }

    static Path path(String knob, String path) {
        if (path.isBlank()) {
            throw new DataException(knob + " must name a file, but is empty");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new DataException(knob + " must name a file, but was '" + path + "': " + e.getReason(), e);
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
    }

    /**
     * Reads bytes until the array is full.
     *
     * @param what the bytes are, for the message
     */
    static void fill(InputStream in, byte[] bytes, String path, String what) throws IOException {
        int got;
        try {
            got = in.readNBytes(bytes, 0, bytes.length);
        } catch (java.io.EOFException _) {                        // a packed file cut short
            got = 0;
        }
        if (got < bytes.length) {
            throw new DataException("'" + path + "' is cut short: it ends within " + what);
        }
    }

    /**
     * Nothing may follow.
     *
     * @param what has been read, for the message
     */
    static void end(InputStream in, String path, String what) throws IOException {
        try {
            if (in.read() >= 0) {
                throw new DataException("'" + path + "' is longer than its header says: something follows " + what);
            }
        } catch (java.io.EOFException e) {
            throw new DataException("'" + path + "' is cut short: its gzip packing ends early", e);
        }
    }

    static void values(long samples, long features, String path) {
        if (samples * features > MOST_VALUES) {
            throw new DataException("'" + path + "' holds " + samples + " samples of " + features + " values; at most " + MOST_VALUES
                    + " values can be used: set limit to " + Math.max(1, MOST_VALUES / features) + " or less");
        }
    }
}
