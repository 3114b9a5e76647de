package thalweg.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import thalweg.paint.Theme;
import thalweg.session.Preferences;

/** Puts a scene into the light or the dark theme: AtlantaFX's controls, our colours and sizes, and the font that travels with the program. */
public final class Decor {
    private static final List<String> FONTS = List.of("Regular", "Medium", "SemiBold");

    private Decor() {
    }

    /** Makes the bundled fonts known to JavaFX; once, before the first scene. */
    public static void loadFonts() {
        for (String face : FONTS) {
            try (InputStream font = Theme.class.getResourceAsStream("fonts/IBMPlexSans-" + face + ".ttf")) {
                Font.loadFont(Objects.requireNonNull(font, face), 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The theme that was chosen last. */
    public static Theme theme(Preferences preferences) {
        return preferences.text("theme", "light").equals("dark") ? Theme.DARK : Theme.LIGHT;
    }

    /**
     * Chooses how controls look; before the first is made, or JavaFX reads its own style sheet for nothing. AtlantaFX's is read as it was parsed
     * beforehand.
     */
    public static void choose(Theme theme) {
        Application.setUserAgentStylesheet((theme == Theme.DARK ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheetBSS());
    }

    /** Dresses the scene; may be called again with the other theme. */
    public static void dress(Scene scene, Theme theme) {
        boolean dark = theme == Theme.DARK;
        choose(theme);
        scene.getStylesheets().setAll(sheet("window.css"), sheet("panels.css"), sheet("export.css"), sheet(dark ? "dark.css" : "light.css"));
        scene.setFill(Color.web(dark ? "#0d1117" : "#ffffff"));
        theme(scene).set(theme);
    }

    /** The theme of the scene that a node is in; light outside of scenes. For what paints its own pixels. */
    public static ObservableValue<Theme> themeOf(Node node) {
        return node.sceneProperty().flatMap(Decor::theme).orElse(Theme.LIGHT);
    }

    @SuppressWarnings("unchecked") // only put here
    private static ObjectProperty<Theme> theme(Scene scene) {
        return (ObjectProperty<Theme>) scene.getProperties().computeIfAbsent(Theme.class, _ -> new SimpleObjectProperty<>(Theme.LIGHT));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Decor.class.getResource(name), name).toExternalForm();
    }
}
