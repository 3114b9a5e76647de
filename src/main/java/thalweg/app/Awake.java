package thalweg.app;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps the display from going to sleep while an audience looks at it, by a small program of the system that does so for as long as it runs. JavaFX
 * has no means of its own; where there is no such program, as on Windows and on a Linux without systemd, the display sleeps as it is set to.
 */
final class Awake {
    private final List<String> command;
    private Optional<Process> holding = Optional.empty();

    /** Nothing kept awake yet. */
    Awake(List<String> command) {
        this.command = List.copyOf(command);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> hold(false)));
    }

    /**
     * The program that keeps the display of a system awake; empty if none is known.
     *
     * @param system name of the operating system
     * @param process number of ours, with which the program ends, whatever happens to us
     */
    static List<String> command(String system, long process) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return List.of("caffeinate", "-d", "-w", Long.toString(process));
        }
        return os.startsWith("windows") ? List.of()
                : List.of("systemd-inhibit", "--what=idle", "--who=Thalweg", "--why=a lesson is shown", "--mode=block",
                "tail", "--pid=" + process, "-f", "/dev/null");
    }

    synchronized void hold(boolean awake) {
        holding.ifPresent(Process::destroy);
        holding = awake && !command.isEmpty() ? started() : Optional.empty();
    }

    private Optional<Process> started() {
        try {
            return Optional.of(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
        } catch (IOException _) {
            return Optional.empty();                              // not installed: nothing to be told to an audience
        }
    }
}
