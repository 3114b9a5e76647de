package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program of its own leaves that is told to end while runs are made. */
class InterruptionTest {
    @TempDir
    private Path folder;

    /** The words about the sample left out are said when it has begun to listen; a whole run would take minutes. */
    @Test
    void whatRunsHaveIsWrittenWhenTheProgramIsToldToEnd() throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination());      // asked before there is a program that nobody would end
        Path csv = folder.resolve("path.csv");
        List<String> rows = new ArrayList<>(List.of("x,y", "1,"));
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            rows.add(random.nextGaussian() + "," + random.nextGaussian());
        }
        Path data = Files.write(folder.resolve("points.csv"), rows);
        Process program = program("run", "--network", "linear", "--data", "csv(path=\"" + data + "\", missing=skip)",
                "--optimizer", "adam", "--optimizer", "nag", "--steps", "1000000", "-o", csv.toString());
        String words;
        try (BufferedReader err = program.errorReader(StandardCharsets.UTF_8)) {
            StringBuilder said = new StringBuilder();
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("thalweg: ")) {
                    program.toHandle().destroy();       // the process itself would close the stream too
                }
            }
            words = said.toString();
            assertTrue(program.waitFor(60, TimeUnit.SECONDS), words);
        } finally {
            program.destroyForcibly();
        }
        assertNotEquals(0, program.exitValue(), words);
        assertTrue(words.contains("Adam: cancelled at step ") && words.contains("NAG: cancelled at step "), words);
        List<String> written = Files.readAllLines(csv);
        assertTrue(written.getFirst().startsWith("run,optimizer,step,loss"), written.getFirst());
        assertTrue(written.size() >= 3, () -> "both starts at least, but " + written.size() + " lines");
    }

    private static Process program(String... arguments) throws IOException {
        String modules = System.getProperty("jdk.module.path", "");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(modules.isEmpty() ? List.of("-cp", System.getProperty("java.class.path"), "thalweg.app.Main")
                : List.of("-p", modules, "-m", "thalweg/thalweg.app.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
