package thalweg.view;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Wording;

/** What the program is doing, how far it is, and a button that stops it; or what went wrong. */
final class StatusLine extends HBox {
    /** Work shorter than this shows no bar: it would only flicker. */
    private static final Duration PATIENCE = Duration.millis(500);
    /** What was done is news for so long; a problem stays until it is mended. */
    private static final Duration NEWS = Duration.seconds(8);

    private final Label text = new Label();
    private final Label left = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final PauseTransition news = new PauseTransition(NEWS);
    private final LongSupplier nanos;
    private final TimeLeft clock = new TimeLeft();

    StatusLine(Session session) {
        this(session, System::nanoTime);
    }

    StatusLine(Session session, LongSupplier nanos) {
        this.nanos = nanos;
        getStyleClass().add("status-line");
        setId("status-line");
        text.setId("status");
        text.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(text.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        text.setTooltip(whole);
        bar.setId("progress");
        bar.setAccessibleText(Wording.of("status.progress"));
        bar.setMinWidth(80);
        cancel = Icons.button("cancel", Feather.X, Wording.of("status.stop"), session::cancel);
        cancel.getStyleClass().add("in-card");
        left.setId("time-left");
        left.getStyleClass().addAll("muted", "small");
        left.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(text, left, bar, cancel);
        visible(false);
        news.setOnFinished(_ -> text.setText(""));
        session.status().subscribe(_ -> say(session));
        session.problem().subscribe(_ -> say(session));
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(_ -> visible(session.progress().get() >= 0));
        session.progress().subscribe(part -> {
            bar.setProgress(part.doubleValue());
            left.setText(clock.at(part.doubleValue(), nanos.getAsLong()));
            if (part.doubleValue() < 0) {
                patience.stop();
                visible(false);
            } else if (!bar.isVisible() && patience.getStatus() != Animation.Status.RUNNING) {
                patience.playFromStart();
            }
        });
    }

    private void say(Session session) {
        Optional<Problem> problem = session.problem().get();
        text.setText(problem.map(Problem::message).orElse(session.status().get()));
        text.getStyleClass().remove("danger");
        news.stop();
        if (problem.isEmpty() && session.progress().get() < 0) {
            news.playFromStart();
        }
        if (problem.isPresent()) {
            text.getStyleClass().add("danger");
        }
    }

    private void visible(boolean on) {
        for (Node node : List.of(left, bar, cancel)) {
            node.setVisible(on);
            node.setManaged(on);
        }
    }
}
