package thalweg.view;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.paint.Ink;
import thalweg.paint.Numbers;
import thalweg.paint.RunStyle;
import thalweg.paint.Typeset;
import thalweg.session.Session;

/** Cost and gradient norm of the selected run at the playhead. */
final class Readout extends HBox {
    private static final double LETTER_HEIGHT = 24;

    private final Drawing key = new Drawing(RunStyle.KEY_WIDTH, RunStyle.KEY_HEIGHT, (_, _) -> { });
    private final Label loss = figure("loss-now", 58);
    private final Label norm = figure("norm-now", 58);
    private int shownStyle = -1;
    private String shownColour = "";

    Readout(Session session) {
        super(8);
        setId("readout");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(key, letter("J"), loss, letter("\\|\\nabla J\\|"), norm);
        session.frame().subscribe(frame -> show(frame, session.awaiting().get()));
        session.awaiting().subscribe(awaiting -> show(session.frame().get(), awaiting));
    }

    private void show(Frame frame, boolean awaiting) {
        int selected = frame.experiment().look().selected();
        boolean there = !awaiting && selected >= 0 && selected < frame.tracks().size();
        setVisible(there);
        setManaged(there);
        if (there) {
            Track t = frame.tracks().get(selected);
            Trajectory path = t.trajectory();
            int step = Math.min(frame.step(), path.last());
            loss.setText(Numbers.of(path.loss(step)));
            norm.setText(Numbers.of(path.gradientNorm(step)));
            key.setAccessibleText(t.name());
            drawKey(t);
        }
    }

    private void drawKey(Track t) {
        if (t.run().style() != shownStyle || !t.run().colour().equals(shownColour)) {
            shownStyle = t.run().style();
            shownColour = t.run().colour();
            key.draw((ink, area) -> RunStyle.of(t.run()).paintKey(ink, 0, area.getCenterY()));
        }
    }

    private static Label figure(String id, double width) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("figure");
        label.setMinWidth(width);
        return label;
    }

    /** Drawn a moment later: in a window that is being made nobody shall wait for the fonts of formulas. */
    private static Drawing letter(String latex) {
        Drawing letter = new Drawing(1, LETTER_HEIGHT, (_, _) -> { });
        Platform.runLater(() -> {
            Typeset set = Typeset.of(latex);
            letter.draw(Math.ceil(set.width(Ink.LETTER)) + 2, LETTER_HEIGHT,
                    (ink, area) -> set.paintAround(ink, Ink.LETTER, ink.theme().muted(), 1, area.getCenterY(), 0));
        });
        return letter;
    }
}
