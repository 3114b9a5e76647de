package thalweg.view;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, and the buttons that show nothing but one: with a hint and a name for whoever does not see it. */
final class Icons {
    private Icons() {
    }

    /** A Feather icon, 16 px, in the muted colour. */
    static FontIcon icon(Ikon which) {
        return FontIcon.of(which);
    }

    /** An icon of strokes on a 16 px square, for what Feather lacks. */
    static Node path(String svg) {
        SVGPath path = new SVGPath();
        path.setContent(svg);
        path.getStyleClass().add("icon-path");
        return path;
    }

    /** A filled icon. */
    static Node solid(String svg) {
        SVGPath path = new SVGPath();
        path.setContent(svg);
        path.getStyleClass().add("icon-solid");
        return path;
    }

    /** A button of an icon alone. */
    static Button button(String id, Ikon which, String name, Runnable action) {
        Button button = new Button("", icon(which));
        named(button, id, name);
        button.getStyleClass().add("icon");
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** A button of an icon alone that stays down. */
    static ToggleButton toggle(String id, Node icon, String name) {
        ToggleButton button = new ToggleButton("", icon);
        named(button, id, name);
        return button;
    }

    /** Gives an icon button its id, its accessible name, and that name as its hint. */
    static void named(ButtonBase button, String id, String name) {
        button.setId(id);
        button.setAccessibleText(name);
        Hint.on(button, button::getAccessibleText);
    }
}
