package thalweg.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import thalweg.cli.Cli;

/**
 * A start at build time without anybody there, for which {@code thalweg.rehearsal} names a folder to write into: the program does what it does most
 * and ends, and Java keeps what it has loaded for later starts.
 */
final class Rehearsal {
    private static final long SECONDS_OF_PLAYING = 3;

    private Rehearsal() {
    }

    /** The folder to write into; empty when this is no rehearsal. */
    static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("thalweg.rehearsal")).map(Path::of);
    }

    /** Runs some commands, their output to nowhere. */
    static void commands(Path folder) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        for (String line : new String[] {"list optimizers", "eval --objective himmelblau --at 3,2 --gradient",
            "run --objective rosenbrock --optimizer adam --steps 20 -o " + folder.resolve("a.csv")}) {
            Cli.run(line.split(" "), nowhere, nowhere, (_, _) -> 0);
        }
    }

    /** Ends the program some time after the first pictures. */
    static void endAfter(CompletableFuture<Void> seen) {
        seen.thenRunAsync(Platform::exit, CompletableFuture.delayedExecutor(SECONDS_OF_PLAYING, TimeUnit.SECONDS));
    }
}
