package thalweg.session;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import thalweg.experiment.WholeFile;

/**
 * What the window remembers from one day to the next: small texts under names. A file that cannot be read is an empty one; one that cannot
 * be written is complained of, and the window goes on with what it has in memory.
 */
public final class Preferences {
    private static final int MOST_RECENT = 12;
    private static final String RECENT = "recent.";
    private static final int MOST_DATA = 8;
    private static final String DATA = "data.";
    private static final int MOST_FORMULAS = 24;
    private static final String FORMULA = "formula.";

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();
    private final Newest<Map<String, String>> writing;
    private final Complaints complaints = new Complaints();
    private final ReadOnlyObjectWrapper<List<String>> data = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> formulas = new ReadOnlyObjectWrapper<>(List.of());

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
        data.set(list(DATA, MOST_DATA));
        formulas.set(list(FORMULA, MOST_FORMULAS));
    }

    private List<String> list(String name, int most) {
        return IntStream.range(0, most).mapToObj(i -> values.get(name + i)).filter(Objects::nonNull).toList();
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

    /** Files opened or saved lately, newest first, whether they are still there or not. */
    public List<Path> recent() {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < MOST_RECENT; i++) {
            Optional.ofNullable(values.get(RECENT + i)).flatMap(Preferences::path).ifPresent(paths::add);
        }
        return paths;
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();                              // written by hand, or damaged
        }
    }

    /** Specs of the data in files that were opened lately, newest first, as written; changes on the JavaFX thread. */
    public ReadOnlyObjectProperty<List<String>> data() {
        return data.getReadOnlyProperty();
    }

    /** Keeps the spec of data in a file in place of others of the same file, so that its knobs are as they were when it is picked again. */
    public void rememberData(String spec, Predicate<String> sameFile) {
        List<String> all = new ArrayList<>(data.get());
        all.removeIf(sameFile);
        all.addFirst(spec);
        keep(data, DATA, MOST_DATA, all);
    }

    /** Forgets the data in a file. */
    public void forgetData(Predicate<String> sameFile) {
        keep(data, DATA, MOST_DATA, data.get().stream().filter(sameFile.negate()).toList());
    }

    /** Formulas that were written, newest first; changes on the JavaFX thread. */
    public ReadOnlyObjectProperty<List<String>> formulas() {
        return formulas.getReadOnlyProperty();
    }

    /** Keeps a formula; one that is kept already stays where it is, so that picking it moves nothing. */
    public void rememberFormula(String text) {
        if (!formulas.get().contains(text)) {
            List<String> all = new ArrayList<>(formulas.get());
            all.addFirst(text);
            keep(formulas, FORMULA, MOST_FORMULAS, all);
        }
    }

    public void forgetFormula(String text) {
        keep(formulas, FORMULA, MOST_FORMULAS, formulas.get().stream().filter(f -> !f.equals(text)).toList());
    }

    private void keep(ReadOnlyObjectWrapper<List<String>> property, String name, int most, List<String> all) {
        List<String> kept = List.copyOf(all.subList(0, Math.min(all.size(), most)));
        if (!kept.equals(property.get())) {
            for (int i = 0; i < most; i++) {
                values.remove(name + i);
            }
            for (int i = 0; i < kept.size(); i++) {
                values.put(name + i, kept.get(i));
            }
            property.set(kept);
            writing.request(Map.copyOf(values));
        }
    }

    /** Who is told, on the disk's thread, why preferences cannot be kept; at once if that is known already. */
    void complainTo(Consumer<IOException> ear) {
        complaints.to(ear);
    }

    void remember(Path opened) {
        List<Path> paths = new ArrayList<>(recent());
        paths.remove(opened.toAbsolutePath());
        paths.addFirst(opened.toAbsolutePath());
        keepRecent(paths);
    }

    /** Takes a file off the recent ones. Returns whether it was among them. */
    boolean forget(Path gone) {
        List<Path> paths = new ArrayList<>(recent());
        boolean was = paths.remove(gone.toAbsolutePath());
        if (was) {
            keepRecent(paths);
        }
        return was;
    }

    private void keepRecent(List<Path> paths) {
        for (int i = 0; i < MOST_RECENT; i++) {
            if (i < paths.size()) {
                values.put(RECENT + i, paths.get(i).toString());
            } else {
                values.remove(RECENT + i);
            }
        }
        writing.request(Map.copyOf(values));
    }

    private void write(Map<String, String> all) {
        Properties properties = new Properties();
        properties.putAll(all);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            WholeFile.writeInFolder(file, out -> out.write(bytes));
        } catch (IOException e) {
            complaints.say(e);
        }
    }
}
