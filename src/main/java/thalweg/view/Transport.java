package thalweg.view;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import thalweg.paint.Numbers;
import thalweg.session.Playback;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The bar that plays the paths: first, back, play, forward, last, step, time line, speed, loop, and the numbers of the selected run. */
final class Transport extends HBox {
    private static final String PLAY = "M0 0 L11 6.5 L0 13 Z";
    private static final String PAUSE = "M0 0 h4 v13 h-4 Z M7 0 h4 v13 h-4 Z";

    /** Width of a digit of the field, which are all as wide; and what is around them. */
    private static final double DIGIT = 7.5;
    private static final double STEP_PADDING = 18;
    private static final int LEAST_DIGITS = 4;
    /** In a narrower bar the field of the step stands without its name. */
    private static final double ROOM_FOR_WORDS = 840;

    private final Playback playback;
    private final EntryField step;
    private final Label last = new Label();
    private final Label word = new Label();
    /** Whether there has been nothing to play for a moment: what was played is no longer on screen, and what is wanted is still to come. */
    private final BooleanProperty resting = new SimpleBooleanProperty(this, "resting");

    Transport(Session session) {
        playback = session.playback();
        step = new EntryField("step", Wording.of("transport.step"), text -> {
            int to = (int) Typed.whole(Wording.of("typed.step"), text, 0, playback.last());
            playback.pause();
            playback.go(to);
        });
        getStyleClass().add("transport");
        setId("transport");
        TimeLine line = new TimeLine(session);
        Label awaited = new Label();
        awaited.setId("awaited");
        awaited.getStyleClass().add("muted");
        awaited.textProperty().bind(Words.awaited(session));
        awaited.setMinWidth(0);
        StackPane middle = new StackPane(line, awaited);
        HBox.setHgrow(middle, Priority.ALWAYS);
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        Readout readout = new Readout(session);
        rule.visibleProperty().bind(readout.visibleProperty());
        last.setId("last");
        last.getStyleClass().add("muted");
        last.setMinWidth(USE_PREF_SIZE);
        word.setText(Wording.of("transport.step"));
        word.getStyleClass().add("muted");
        word.setLabelFor(step);
        word.setMinWidth(USE_PREF_SIZE);
        word.managedProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_WORDS));
        word.visibleProperty().bind(word.managedProperty().and(resting.not()));
        List<Node> steps = List.of(
                Icons.button("first", Feather.SKIP_BACK, Wording.of("transport.first"), playback::toFirst),
                Icons.button("back", Feather.CHEVRON_LEFT, Wording.of("transport.back"), () -> playback.move(-1)),
                play(),
                Icons.button("forward", Feather.CHEVRON_RIGHT, Wording.of("transport.forward"), () -> playback.move(1)),
                Icons.button("to-last", Feather.SKIP_FORWARD, Wording.of("transport.last"), playback::toLast),
                word, stepField(), last);
        getChildren().addAll(steps);
        getChildren().addAll(middle, speed(), loop(), rule, readout);
        playback.lastProperty().subscribe(n -> last.setText(Wording.of("transport.of", Numbers.whole(n.intValue()))));
        resting.subscribe(on -> {
            steps.forEach(n -> n.setDisable(on));
            step.setVisible(!on);
            last.setVisible(!on);
            line.setVisible(!on);
            awaited.setVisible(on);
        });
        PauseTransition patience = new PauseTransition(PlotView.PATIENCE);
        patience.setOnFinished(_ -> resting.set(session.awaiting().get()));
        session.awaiting().subscribe(awaits -> {
            patience.stop();
            if (awaits) {
                patience.playFromStart();
            } else {
                resting.set(false);
            }
        });
    }

    /** Without the word, which goes where there is no room: its width, kept from before, would hold the window's lower part as wide as it was. */
    @Override
    protected double computeMinWidth(double height) {
        return super.computeMinWidth(height) - (word.isManaged() ? snapSizeX(word.minWidth(-1)) + getSpacing() : 0);
    }

    private Button play() {
        Button play = Icons.button("play", Feather.PLAY, Wording.of("transport.toggle"), playback::toggle);
        play.getStyleClass().add("play");
        playback.playingProperty().subscribe(playing -> {
            play.setGraphic(Icons.solid(playing ? PAUSE : PLAY));
            play.setAccessibleText(playing ? Wording.of("transport.pause") : Wording.of("transport.play"));
        });
        return play;
    }

    private TextField stepField() {
        step.getStyleClass().add("step");
        playback.stepProperty().subscribe(n -> step.show(Integer.toString(n.intValue())));
        playback.lastProperty().subscribe(n -> {
            double width = STEP_PADDING + DIGIT * Math.max(LEAST_DIGITS, Integer.toString(n.intValue()).length());
            step.setMinWidth(width);
            step.setPrefWidth(width);
        });
        return step;
    }

    private ChoiceBox<Double> speed() {
        ChoiceBox<Double> speed = new ChoiceBox<>();
        speed.setId("speed");
        speed.setAccessibleText(Wording.of("transport.speed"));
        speed.setMinWidth(60);
        speed.setConverter(new StringConverter<>() {
            @Override
            public String toString(Double factor) {
                return factor == null ? "" : (factor == Math.rint(factor) ? Integer.toString(factor.intValue()) : factor.toString()) + "\u00d7";
            }

            @Override
            public Double fromString(String text) {
                throw new IllegalStateException("a speed is not typed");
            }
        });
        speed.getItems().setAll(Playback.SPEEDS);
        playback.speedProperty().subscribe(now -> speed.setValue(now.doubleValue()));
        speed.setOnAction(_ -> playback.speedProperty().set(speed.getValue()));
        return speed;
    }

    private ToggleButton loop() {
        ToggleButton loop = Icons.toggle("loop", Icons.icon(Feather.REPEAT), Wording.of("transport.loop"));
        loop.getStyleClass().add("icon");
        loop.selectedProperty().bindBidirectional(playback.loopProperty());
        return loop;
    }
}
