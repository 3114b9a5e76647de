package thalweg.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The folder where the program keeps what it remembers, as each system likes it. */
final class Home {
    private Home() {
    }

    /**
     * The folder; need not exist.
     *
     * @param environment variables of the process
     * @param system value of {@code os.name}
     * @param user value of {@code user.home}
     */
    static Path folder(Map<String, String> environment, String system, String user) {
        String os = system.toLowerCase(Locale.ROOT);
        Path home = Path.of(user);
        if (os.startsWith("windows")) {
            return variable(environment, "APPDATA").orElse(home.resolve("AppData/Roaming")).resolve("Thalweg");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library/Application Support/Thalweg");
        }
        return variable(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("thalweg");
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Path::of).filter(Path::isAbsolute);
    }
}
