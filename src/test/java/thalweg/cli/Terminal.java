package thalweg.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The command line, with what it prints and opens caught. */
final class Terminal {
    private final List<Opening> opened = new ArrayList<>();

    /** What one command answered. */
    record Result(int code, String out, String err) { }

    Result type(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(args, stream(out), stream(err), (what, _) -> {
            opened.add(what);
            return 0;
        });
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What the window was asked to open. */
    List<Opening> opened() {
        return opened;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
