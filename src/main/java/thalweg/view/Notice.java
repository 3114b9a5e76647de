package thalweg.view;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Wording;

/** A quiet bar with a sentence, one thing to do about it, and a way to put it away. */
final class Notice extends HBox {
    private Notice(String id) {
        getStyleClass().add("notice");
        setId(id);
        away();
    }

    /** No notice yet. */
    static Notice none() {
        return new Notice("notice");
    }

    /** What went wrong and belongs to no control, as a file that cannot be read: said in full for as long as it is so, or until put away. */
    static Notice ofProblems(Session session) {
        Notice notice = new Notice("problem");
        session.problem().subscribe(problem -> problem.filter(p -> List.of(Problem.FILE, Problem.PROGRAM).contains(p.where()))
                .ifPresentOrElse(p -> notice.warn(p.message()), notice::away));
        return notice;
    }

    private void warn(String sentence) {
        Label label = new Label(sentence, Icons.icon(Feather.ALERT_TRIANGLE));
        label.getGraphic().getStyleClass().add("danger-icon");
        label.getStyleClass().add("danger");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().setAll(label, Icons.button("problem-close", Feather.X, Wording.of("notice.dismiss"), this::away));
        setVisible(true);
        setManaged(true);
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
        getChildren().setAll(new Label(sentence), act, gap, Icons.button("notice-close", Feather.X, Wording.of("notice.dismiss"), this::away));
        setVisible(true);
        setManaged(true);
    }

    private void away() {
        setVisible(false);
        setManaged(false);
    }
}
