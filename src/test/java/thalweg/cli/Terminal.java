package thalweg.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line, with what it prints and opens caught. */
final class Terminal {
    private final List<Optional<Path>> opened = new ArrayList<>();

    /** What one command answered. */
    record Result(int code, String out, String err) { }

    Result type(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(args, stream(out), stream(err), file -> {
            opened.add(file);
            return 0;
        });
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What the window was asked to open. */
    List<Optional<Path>> opened() {
        return opened;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
