package thalweg.view;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import thalweg.session.Preferences;

/** The file dialogs of the system, which start in the folder used last. */
public final class FileDialogs implements Dialogs {
    private static final String FOLDER = "folder";

    private final Window owner;
    private final Preferences preferences;

    public FileDialogs(Window owner, Preferences preferences) {
        this.owner = owner;
        this.preferences = preferences;
    }

    @Override
    public Optional<Path> open() {
        FileChooser chooser = chooser("Open");
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Sessions and pictures", "*.json", "*.png"), new ExtensionFilter("All files", "*"));
        return remembered(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> save(String title, String suggestion) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(suggestion);
        String ending = suggestion.substring(suggestion.indexOf('.'));
        chooser.getExtensionFilters().setAll(new ExtensionFilter(ending.substring(1), "*" + ending));
        return remembered(chooser.showSaveDialog(owner)).map(p -> p.getFileName().toString().contains(".") ? p
                : p.resolveSibling(p.getFileName() + ending));
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
