package thalweg.view;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import thalweg.export.Format;
import thalweg.session.Preferences;
import thalweg.session.Wording;

/** The file dialogs of the system, which start in the folder used last. */
public final class FileDialogs implements Dialogs {
    /** The preference that remembers the folder used last. */
    static final String FOLDER = "folder";

    private final Window owner;
    private final Preferences preferences;

    public FileDialogs(Window owner, Preferences preferences) {
        this.owner = owner;
        this.preferences = preferences;
    }

    @Override
    public Optional<Path> open() {
        FileChooser chooser = chooser(Wording.of("dialog.open"));
        chooser.getExtensionFilters().setAll(new ExtensionFilter(Wording.of("dialog.open-kinds"),
                Stream.concat(Stream.of("*.json", "*.npz", "*.h5", "*.hdf5", "*.csv"), Format.endings().stream().map(e -> "*" + e)).toList()),
                        new ExtensionFilter(Wording.of("dialog.all"), "*"));
        return remembered(chooser.showOpenDialog(owner));
    }

    @Override
    public List<Path> openData() {
        FileChooser chooser = chooser(Wording.of("dialog.open-data"));
        chooser.getExtensionFilters().setAll(
                new ExtensionFilter(Wording.of("dialog.data-kinds"), "*.csv", "*.tsv", "*.txt", "*.gz", "*ubyte", "*.bin"),
                new ExtensionFilter(Wording.of("dialog.all"), "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        remembered(chosen.getFirst());
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder(String from) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Wording.of("dialog.folder"));
        File start = new File(from);
        if (start.isDirectory()) {
            chooser.setInitialDirectory(start);
        }
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(String title, String suggestion) {
        return save(title, suggestion, List.of(ending(suggestion)));
    }

    @Override
    public Optional<Path> save(String title, String suggestion, List<String> endings) {
        String ending = ending(suggestion);
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(suggestion);
        chooser.getExtensionFilters().setAll(endings.stream().map(e -> new ExtensionFilter(kind(e), "*" + e)).toList());
        Optional<Path> chosen = remembered(chooser.showSaveDialog(owner));
        String picked = Optional.ofNullable(chooser.getSelectedExtensionFilter()).map(f -> f.getExtensions().getFirst().substring(1)).orElse(ending);
        Optional<Path> named = chosen.map(p -> picked.equals(ending) ? named(p, ending) : ofKind(p, picked, endings));
        if (named.equals(chosen) || named.filter(Files::exists).isEmpty()) {
            return named;
        }
        return save(title, named.get().getFileName().toString(), endings);            // the system asks whether to replace only the name it has seen
    }

    /** The chosen file with the ending of a kind that was picked in the dialog, in place of that of another kind. */
    static Path ofKind(Path chosen, String ending, List<String> endings) {
        String name = chosen.getFileName().toString();
        String stem = endings.stream().filter(name.toLowerCase(Locale.ROOT)::endsWith).findFirst()
                .map(e -> name.substring(0, name.length() - e.length())).orElse(name);
        return chosen.resolveSibling(stem + ending);
    }

    /** What files with this ending are called in the system's dialog. */
    static String kind(String ending) {
        return switch (ending) {
            case Documents.ENDING -> Wording.of("dialog.session");
            case ".csv" -> Wording.of("dialog.csv");
            case ".tsv" -> Wording.of("dialog.tsv");
            case ".npz" -> Wording.of("dialog.npz");
            case ".json" -> "JSON";
            case ".h5" -> Wording.of("dialog.h5");
            default -> Wording.of("dialog.picture", ending.substring(1).toUpperCase(Locale.ROOT));
        };
    }

    /** The ending of a suggested name: the double one of sessions, or from the last dot. */
    static String ending(String name) {
        return name.endsWith(Documents.ENDING) ? Documents.ENDING : name.substring(name.lastIndexOf('.'));
    }

    /** The chosen file with the ending, unless it has one: sessions need theirs to be known again, pictures may have another. */
    static Path named(Path chosen, String ending) {
        String name = chosen.getFileName().toString();
        boolean has = ending.equals(Documents.ENDING) ? name.toLowerCase(Locale.ROOT).endsWith(".json") : name.matches(".*\\.\\p{Alnum}{2,5}");
        return has ? chosen : chosen.resolveSibling(name + ending);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        File folder = new File(preferences.text(FOLDER, System.getProperty("user.home", ".")));
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remembered(File chosen) {
        Optional<Path> path = Optional.ofNullable(chosen).map(File::toPath);
        path.map(Path::toAbsolutePath).map(Path::getParent).ifPresent(folder -> preferences.put(FOLDER, folder.toString()));
        return path;
    }
}
