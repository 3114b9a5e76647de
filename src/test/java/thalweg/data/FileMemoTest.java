package thalweg.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMemoTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReadOnceUntilItIsWrittenAnewOrAskedForOtherwise() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "one");
        FileMemo<String> memo = new FileMemo<>();
        AtomicInteger readings = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            assertEquals("1", memo.of(file.toString(), "x", () -> Integer.toString(readings.incrementAndGet())));
        }
        assertEquals("2", memo.of(file.toString(), "y", () -> Integer.toString(readings.incrementAndGet())));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertEquals("3", memo.of(file.toString(), "y", () -> Integer.toString(readings.incrementAndGet())));
        Files.writeString(file, "longer");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertEquals("4", memo.of(file.toString(), "y", () -> Integer.toString(readings.incrementAndGet())));
    }

    /** Arrays that would be refused as soon as their numbers were read. */
    @Test
    void whetherAFileHoldsPathsIsToldWithoutItsNumbers() throws IOException {
        Path file = folder.resolve("long.npz");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("run0_theta.npy"));
            zip.write("no numbers".getBytes());
        }
        assertTrue(PathFile.is(file));
        Path table = Files.writeString(folder.resolve("walk.csv"), "\uFEFFstep,\"x\",y\n0,1,no number\n");
        assertTrue(PathFile.is(table));
        assertFalse(PathFile.is(Files.writeString(folder.resolve("data.csv"), "height,weight\n1,2\n")));
        assertFalse(PathFile.is(folder.resolve("gone.csv")));
    }
}
