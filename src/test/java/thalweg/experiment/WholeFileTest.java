package thalweg.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Session files on disks that are full, read-only, missing or in the way. */
class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void filesAreWrittenWholeAndReadBack() throws IOException {
        Path file = folder.resolve("a race.thalweg.json");
        ExperimentJson.write(RandomExperiments.random(1), file);
        ExperimentJson.write(RandomExperiments.random(2), file);
        assertEquals(RandomExperiments.random(2), ExperimentJson.read(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
        ExperimentJson.write(RandomExperiments.random(1), link);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(RandomExperiments.random(1), ExperimentJson.read(real));
    }

    @Test
    void filesThatCannotBeReadSayWhy() throws IOException {
        Path missing = folder.resolve("missing.json");
        assertEquals("cannot read '" + missing + "': it does not exist", assertThrows(IOException.class, () -> ExperimentJson.read(missing))
                .getMessage());
        assertEquals("cannot read '" + folder + "': it is a folder", assertThrows(IOException.class, () -> ExperimentJson.read(folder))
                .getMessage());
        Path big = Files.write(folder.resolve("big.json"), new byte[1_000_001]);
        assertTrue(assertThrows(IOException.class, () -> ExperimentJson.read(big)).getMessage().contains("larger than 1000000 bytes"));
        Path damaged = Files.writeString(folder.resolve("damaged.json"), "{\n  \"objective\": \"sphere\",\n  \"step\": \"one\"\n}");
        assertEquals("damaged.json, line 3, column 11: step: should be a whole number, but is text",
                assertThrows(ExperimentException.class, () -> ExperimentJson.read(damaged)).getMessage());
        Path binary = Files.write(folder.resolve("binary.json"), new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, 0});
        assertTrue(assertThrows(ExperimentException.class, () -> ExperimentJson.read(binary)).getMessage()
                .startsWith("binary.json, line 1"));
    }

    /** A pipe would be waited for without end; a device is as little a file, and there is one to try it on. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatIsNoFileIsRefused() {
        IOException e = assertThrows(IOException.class, () -> WholeFile.read(Path.of("/dev/null"), 10));
        assertEquals("cannot read '/dev/null': it is no file but a pipe or a device", e.getMessage());
    }

    @Test
    void placesThatCannotBeWrittenSayWhyAndKeepTheOldFile() throws IOException {
        Path nowhere = folder.resolve("no/such/folder.json");
        assertEquals("cannot write '" + nowhere + "': the folder does not exist",
                assertThrows(IOException.class, () -> ExperimentJson.write(RandomExperiments.random(1), nowhere)).getMessage());
        assertEquals("cannot write '" + folder + "': it is a folder",
                assertThrows(IOException.class, () -> ExperimentJson.write(RandomExperiments.random(1), folder)).getMessage());
        Path old = Files.writeString(folder.resolve("old.json"), "old");
        assertThrows(IOException.class, () -> WholeFile.write(old, out -> {
            out.write("half of the n".getBytes(StandardCharsets.UTF_8));
            throw new IOException("No space left on device");
        }));
        assertEquals("old", Files.readString(old));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void aFullDiskIsCalledThat() {
        Path file = folder.resolve("a.json");
        assertEquals("cannot write '" + file + "': the disk is full", assertThrows(IOException.class, () -> WholeFile.write(file, _ -> {
            throw new IOException("No space left on device");
        })).getMessage());
    }

    @Test
    void aFullDiskIsCalledThatEvenIfAWriterHasItsOwnWords() {
        Path file = folder.resolve("a.png");
        assertEquals("cannot write '" + file + "': the disk is full", assertThrows(IOException.class, () -> WholeFile.write(file, _ -> {
            throw new IOException("I/O error writing PNG file!", new IOException("No space left on device"));
        })).getMessage());
    }

    @Test
    void aReadOnlyFolderIsCalledThat() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assertTrue(locked.toFile().setWritable(false));
        assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        Path file = locked.resolve("a.json");
        assertEquals("cannot write '" + file + "': the folder is read-only",
                assertThrows(IOException.class, () -> ExperimentJson.write(RandomExperiments.random(1), file)).getMessage());
        assertTrue(locked.toFile().setWritable(true));
    }
}
