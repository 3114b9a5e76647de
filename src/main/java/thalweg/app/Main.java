package thalweg.app;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        System.exit(run(List.of(args), System.getenv(), System.err));
    }

    private static int run(List<String> args, Map<String, String> environment, PrintStream words) {
        return window(args, environment, words);
    }

    /** Opens the window on a file, if one is given, and returns when it is closed. */
    private static int window(List<String> files, Map<String, String> environment, PrintStream words) {
        if (!hasDisplay(environment, System.getProperty("os.name"), System.getProperty("glass.platform", ""))) {
            words.println(NO_DISPLAY);
            return 1;
        }
        javafx.application.Application.launch(Window.class, files.toArray(String[]::new));
        return 0;
    }

    /** Whether a window can be opened; only X11 and Wayland may be absent. */
    static boolean hasDisplay(Map<String, String> environment, String system, String glass) {
        String os = system.toLowerCase(Locale.ROOT);
        return os.startsWith("windows") || os.startsWith("mac") || glass.equalsIgnoreCase("headless")
                || set(environment, "DISPLAY") || set(environment, "WAYLAND_DISPLAY");
    }

    private static boolean set(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
