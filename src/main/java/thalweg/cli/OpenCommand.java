package thalweg.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thalweg.experiment.NamedScenes;

/** Opens a file in the window. */
@Command(name = "open", mixinStandardHelpOptions = true,
        description = "Opens a session, a lesson, a picture or numbers made by Thalweg, a surface or paths of another program, or data to"
                + " learn from, in the window.",
        footer = {"", "Examples:", "  thalweg open race.png", "  thalweg open --scene skip-connections"})
final class OpenCommand implements Callable<Integer> {
    private final Opener opener;

    @Option(names = "--scene", paramLabel = "NAME", completionCandidates = Candidates.OfScenes.class,
            description = "instead of a file one of the scenes that travel with the program, see 'thalweg list scenes'")
    private Optional<String> scene = Optional.empty();

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE",
            description = "a session (.thalweg.json), a lesson (.lesson.json), a picture, film or web page (.png, .svg, .pdf,"
            + " .gif, .mp4, .html), numbers of runs or of a slice made by Thalweg (.json, .npz, .h5), a surface"
            + " (.npz, .h5, .csv with x, y, z), paths (.csv with steps, .npz, .h5), or data (.csv, .tsv, .txt, IDX, CIFAR-10)")
    private Optional<Path> path = Optional.empty();

    OpenCommand(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        if (scene.isPresent() == path.isPresent()) {
            throw new IllegalArgumentException("say what to open: either a file, or --scene NAME");
        }
        if (scene.isPresent()) {
            return opener.open(new Opening.OfScene(NamedScenes.of(scene.get()).id()), false);
        }
        Path file = path.orElseThrow();
        if (!Files.isRegularFile(file)) {
            throw new Failure("cannot open '" + file + "': " + (Files.exists(file) ? "it is not a file" : "there is no such file"));
        }
        return opener.open(new Opening.OfFile(file), false);
    }
}
