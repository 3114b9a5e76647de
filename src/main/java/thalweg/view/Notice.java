package thalweg.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** A quiet bar with a sentence, one thing to do about it, and a way to put it away. */
final class Notice extends HBox {
    private Notice() {
        getStyleClass().add("notice");
        setId("notice");
        away();
    }

    /** No notice yet. */
    static Notice none() {
        return new Notice();
    }

    /** Says something; both ways to answer put the notice away. */
    void say(String sentence, String answer, Runnable action) {
        Button act = new Button(answer);
        act.setId("notice-action");
        act.setOnAction(_ -> {
            away();
            action.run();
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(new Label(sentence), act, gap, Icons.button("notice-close", Feather.X, "Dismiss", this::away));
        setVisible(true);
        setManaged(true);
    }

    private void away() {
        setVisible(false);
        setManaged(false);
    }
}
