package thalweg.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens a file in the window. */
@Command(name = "open", mixinStandardHelpOptions = true, description = "Opens a session, a lesson, a picture made by Thalweg, or paths of another program, in the window.",
        footer = {"", "Example: thalweg open race.png"})
final class OpenCommand implements Callable<Integer> {
    private final Opener opener;

    @Parameters(index = "0", paramLabel = "FILE", description = "a session (.thalweg.json), a lesson (.lesson.json), a picture or film (.png, .svg, .pdf, .gif,"
            + " .mp4), a surface (.npz, .h5), or paths (.csv with steps, .npz)")
    private Path file = Path.of("");

    OpenCommand(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new Failure("cannot open '" + file + "': " + (Files.exists(file) ? "it is not a file" : "there is no such file"));
        }
        return opener.open(new Opening.OfFile(file), false);
    }
}
