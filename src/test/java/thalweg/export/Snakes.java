package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Many programs in one process of Python, where there is one: {@code -Dpython=/path/to/python3} names another than that of the path. */
final class Snakes {
    private static final String PYTHON = System.getProperty("python", "python3");

    private Snakes() {
    }

    /**
     * What a driver prints, a line each; the test is skipped where a module is not installed.
     *
     * @param driver a program that is given the files as its arguments
     */
    static List<String> run(Path folder, String driver, List<String> modules, Iterable<String> files) throws InterruptedException {
        Path program = write(folder.resolve("driver.py"), driver);
        String find = "import importlib.util, sys; sys.exit(not all(importlib.util.find_spec(m) for m in sys.argv[1:]))";
        List<String> asked = new ArrayList<>(List.of(PYTHON, "-c", find));
        asked.addAll(modules);
        Assumptions.assumeTrue(answer(folder, asked).exit() == 0, () -> PYTHON + " with " + String.join(", ", modules) + " is not installed");
        List<String> command = new ArrayList<>(List.of(PYTHON, program.toString()));
        files.forEach(command::add);
        Answer answer = answer(folder, command);
        assertEquals(0, answer.exit(), answer::text);
        return answer.text().lines().toList();
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private record Answer(int exit, String text) {
    }

    private static Answer answer(Path folder, List<String> command) throws InterruptedException {
        Path out = folder.resolve("out.txt");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Answer(-1, "it took more than fifteen minutes");
            }
            return new Answer(process.exitValue(), Files.readString(out));
        } catch (IOException e) {
            return new Answer(-1, e.getMessage());
        }
    }
}
