package thalweg.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import thalweg.cli.Cli;

/** The program: a window, or commands that need none. */
public final class Main {
    private static final String NO_DISPLAY = """
            Thalweg cannot open its window: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).
            These commands work without one: list, eval, run, render. Try: thalweg render --help""";

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private Main() {
    }

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        if (!SYSTEM.startsWith("windows") && !SYSTEM.startsWith("mac")) {
            System.setProperty("prism.fontSizeLimit", "1");       // letters as shapes: else JavaFX puts each on a whole pixel here
        }
        Rehearsal.folder().ifPresent(Rehearsal::commands);
        // who wants the window waits for it: the command line, which has nothing to read here, would take a third of a second to get ready
        System.exit(args.length == 0 ? open(Optional.empty()) : Cli.run(args, System.out, System.err, Main::open));
    }

    private static int open(Optional<Path> file) {
        if (!hasDisplay(System.getenv(), SYSTEM, System.getProperty("glass.platform", ""))) {
            System.err.println(NO_DISPLAY);
            return 1;
        }
        Window.launch(file);
        return 0;
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
