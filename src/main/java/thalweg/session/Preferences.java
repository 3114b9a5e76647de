package thalweg.session;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** What the window remembers from one day to the next: small texts under names. A file that cannot be read or written changes nothing but the memory. */
public final class Preferences {
    private static final int MOST_RECENT = 12;
    private static final String RECENT = "recent.";

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();
    private final Newest<Map<String, String>> writing;

    /** Preferences kept in this file, which need not exist. */
    public Preferences(Path file, Executor disk) {
        this.file = file;
        writing = new Newest<>(disk, (all, _) -> write(all));
        Properties read = new Properties();
        if (Files.isReadable(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                read.load(in);
            } catch (IOException | IllegalArgumentException _) {
                read.clear();                                     // a damaged file of preferences is no reason to bother anybody
            }
        }
        read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public double number(String name, double otherwise) {
        try {
            return Double.parseDouble(text(name, Double.toString(otherwise)));
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    public void put(String name, String value) {
        if (!value.equals(values.put(name, value))) {
            writing.request(Map.copyOf(values));
        }
    }

    public void put(String name, double value) {
        put(name, Double.toString(value));
    }

    /** Files opened or saved lately, newest first; those that are gone left out. */
    public List<Path> recent() {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < MOST_RECENT; i++) {
            String text = values.get(RECENT + i);
            if (text != null && Files.isRegularFile(Path.of(text))) {
                paths.add(Path.of(text));
            }
        }
        return paths;
    }

    void remember(Path opened) {
        List<Path> paths = new ArrayList<>(recent());
        paths.remove(opened.toAbsolutePath());
        paths.addFirst(opened.toAbsolutePath());
        for (int i = 0; i < Math.min(paths.size(), MOST_RECENT); i++) {
            values.put(RECENT + i, paths.get(i).toString());
        }
        writing.request(Map.copyOf(values));
    }

    private void write(Map<String, String> all) {
        Properties properties = new Properties();
        properties.putAll(all);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "preferences", ".tmp");
            Files.writeString(temporary, text.toString(), StandardCharsets.UTF_8);
            Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // a read-only home: the window works all the same and forgets
        }
    }
}
