package thalweg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thalweg.export.Format;
import thalweg.export.Handout;
import thalweg.lesson.Lesson;
import thalweg.lesson.LessonJson;
import thalweg.lesson.Lessons;

/** Opens a lesson in the window, or writes its hand-out. */
@Command(name = "lesson", mixinStandardHelpOptions = true, sortOptions = false,
        description =
                "Opens a lesson in the window; with -o, writes its hand-out instead: a picture of every scene with its caption, and one PDF of all.",
        footer = {"", "Examples:",
            "  thalweg lesson gradient-descent",
            "  thalweg lesson gradient-descent --present",
            "  thalweg lesson my.lesson.json -o hand-out --theme print"})
final class LessonCommand implements Callable<Integer> {
    private final Opener opener;

    @Parameters(index = "0", arity = "0..1", paramLabel = "LESSON", completionCandidates = Candidates.OfLessons.class,
            description = "a name ('thalweg list lessons' tells them), or a file")
    private Optional<String> lesson = Optional.empty();

    @Option(names = "--present", description = "begin on the stage: full screen, without panels")
    private boolean presenting;

    @Option(names = {"-o", "--output"}, paramLabel = "FOLDER", description = "write the hand-out into this folder, which is made if it is missing")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--format", paramLabel = "KIND", description = "of the pictures: png or svg; png unless told")
    private Optional<String> format = Optional.empty();

    @Option(names = "--theme", paramLabel = "THEME", completionCandidates = Candidates.OfThemes.class,
            description = "light, dark or print; light unless told")
    private Optional<String> theme = Optional.empty();

    @Option(names = "--size", paramLabel = "WxH", description = "of the pictures; 1280x720 unless told")
    private Optional<String> size = Optional.empty();

    @Spec
    private CommandSpec command;

    LessonCommand(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        String name = lesson.orElseThrow(() -> new IllegalArgumentException("say which lesson: "
                + String.join(", ", Lessons.ALL.stream().map(Lessons.Entry::id).toList()) + ", or a file"));
        Path file = Path.of(name);
        boolean known = Lessons.ALL.stream().anyMatch(l -> l.id().equals(name));             // a folder called like a lesson is not meant
        boolean isFile = Files.isRegularFile(file) || !known
                && (Files.exists(file) || name.endsWith(".json") || name.contains("/") || name.contains("\\"));
        if (folder.isEmpty()) {
            if (format.isPresent() || theme.isPresent() || size.isPresent()) {
                throw new IllegalArgumentException("--format, --theme and --size are for a hand-out: say where it goes with -o FOLDER");
            }
            if (isFile) {
                LessonJson.read(file);                            // said here what is wrong with it, before a window opens
                return opener.open(new Opening.OfFile(file), presenting);
            }
            return opener.open(new Opening.OfLesson(Lessons.of(name).id()), presenting);
        }
        if (presenting) {
            throw new IllegalArgumentException("--present opens a window, and -o writes files: take one of them");
        }
        Lesson read = isFile ? LessonJson.read(file) : Lessons.of(name).read();
        String stem = isFile ? stem(file) : name;
        int[] wh = Arguments.size(size.orElse("1280x720"));
        PrintWriter err = command.commandLine().getErr();
        Handout handout = new Handout(read, stem, kind(), Arguments.theme(theme.orElse("light")), wh[0], wh[1]);
        handout.write(folder.get(), (scene, written) -> err.println("scene " + (scene + 1) + " of " + read.scenes().size() + ": " + written));
        return 0;
    }

    private Format kind() {
        return switch (format.orElse("png").toLowerCase(Locale.ROOT)) {
            case "png" -> Format.PNG;
            case "svg" -> Format.SVG;
            default -> throw new IllegalArgumentException("--format must be png or svg, but was '" + format.orElseThrow() + "'");
        };
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(\\.lesson)?\\.json$", "");
    }
}
