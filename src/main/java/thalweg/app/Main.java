package thalweg.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import thalweg.cli.Cli;
import thalweg.cli.Opening;

/** The program: a window, or commands that need none. */
public final class Main {
    private static final String WITHOUT = """

            The commands work without one; thalweg --help lists them. Try: thalweg render --help""";
    private static final String NO_DISPLAY =
            "Thalweg cannot open its window: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)." + WITHOUT;

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private Main() {
    }

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("sun.font.layout.ffm", "false");       // letters shaped by JNI, which are the same: the other way must be linked first
        if (!SYSTEM.startsWith("windows") && !SYSTEM.startsWith("mac")) {
            System.setProperty("prism.fontSizeLimit", "1");       // letters as shapes: else JavaFX puts each on a whole pixel here
        }
        Rehearsal.folder().ifPresent(folder -> {
            Rehearsal.display();
            Rehearsal.commands(folder);
        });
        // who wants the window waits for it: the command line, which has nothing to read here, would take a third of a second to get ready
        Optional<Opening> window = args.length == 0 ? Optional.of(new Opening.Nothing()) : file(args).map(Opening.OfFile::new);
        System.exit(window.isPresent() ? open(window.get(), false) : Cli.run(args, System.out, System.err, Main::open));
    }

    /** The file to open if that is all that is said, as file managers do: the name of one that is there, with an ending, which no command has. */
    static Optional<Path> file(String[] args) {
        if (args.length != 1 || args[0].startsWith("-") || !args[0].contains(".")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(args[0])).filter(Files::isRegularFile);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static int open(Opening what, boolean presenting) {
        if (!hasDisplay(System.getenv(), SYSTEM, System.getProperty("glass.platform", ""))) {
            System.err.println(NO_DISPLAY);
            return 1;
        }
        try {
            Window.launch(what, presenting);
            return 0;
        } catch (UnsupportedOperationException e) {               // so says JavaFX of a display that does not answer
            System.err.println(unreachable(System.getenv()));
            return 1;
        }
    }

    /** What to say when there should be a display, but none answers. */
    static String unreachable(Map<String, String> environment) {
        return "Thalweg cannot open its window: " + (set(environment, "DISPLAY") ? "the display '" + environment.get("DISPLAY")
                + "' does not answer." : "it needs an X11 display, and DISPLAY is not set; under Wayland, Xwayland gives one.") + WITHOUT;
    }

    /**
     * Whether a window can be opened; only X11 and Wayland may be absent.
     *
     * @param system name of the operating system in small letters
     * @param glass value of {@code glass.platform}
     */
    static boolean hasDisplay(Map<String, String> environment, String system, String glass) {
        return system.startsWith("windows") || system.startsWith("mac") || glass.equalsIgnoreCase("headless")
                || set(environment, "DISPLAY") || set(environment, "WAYLAND_DISPLAY");
    }

    private static boolean set(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
