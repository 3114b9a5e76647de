package thalweg.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import thalweg.cli.Cli;

/**
 * A start at build time without anybody there, for which {@code thalweg.rehearsal} names a folder to write into: the program does what it does most
 * and ends, and Java keeps what it has loaded for later starts.
 */
final class Rehearsal {
    private static final long SECONDS_OF_PLAYING = 3;
    private static final String OF_DISPLAYS = "com/sun/(glass/ui|prism/es2|prism/d3d)/.*\\.class";

    private Rehearsal() {
    }

    /** The folder to write into; empty when this is no rehearsal. */
    static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("thalweg.rehearsal")).map(Path::of);
    }

    /** Loads JavaFX's classes for windows on a real display, of which this start has none: they would be read from their jar at every other. */
    static void display() {
        Module graphics = Platform.class.getModule();
        try (ModuleReader reader = graphics.getLayer().configuration().findModule(graphics.getName()).orElseThrow().reference().open();
                Stream<String> names = reader.list()) {
            names.filter(n -> n.matches(OF_DISPLAYS)).map(n -> n.replace(".class", "").replace('/', '.')).forEach(n -> load(graphics, n));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(Module graphics, String name) {
        try {
            Class.forName(graphics, name);
        } catch (LinkageError _) {
            // for another kind of display: starts without it, too
        }
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
