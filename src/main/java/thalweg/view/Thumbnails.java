package thalweg.view;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Scene;
import thalweg.paint.Style;
import thalweg.paint.Theme;

/** Small pictures of objectives, made in the background. */
public final class Thumbnails {
    static final double WIDTH = 88;
    static final double HEIGHT = 54;
    /** So many nodes that a picture twice as fine as the screen has one for every two pixels. */
    private static final int NODES_X = 89;
    private static final int NODES_Y = 55;
    private static final double SHARPNESS = 2;

    /** Paints a frame without runs, small. */
    @FunctionalInterface
    public interface Brush {
        void paint(Graphics2D g, Rectangle2D area, Frame frame, Style style);
    }

    private final Executor painting;
    private final Executor window;
    private final Brush brush;

    public Thumbnails(Executor painting, Executor window, Brush brush) {
        this.painting = painting;
        this.window = window;
        this.brush = brush;
    }

    /** Hands over the picture on the JavaFX thread when it is there; an objective that cannot be made has none. */
    void request(Spec objective, Theme theme, Consumer<Image> done) {
        painting.execute(() -> {
            Frame frame;
            try {
                frame = frame(objective);
            } catch (IllegalArgumentException _) {
                return;                                           // a formula being typed: its field says what is wrong
            }
            Sheet sheet = new Sheet(WIDTH, HEIGHT, SHARPNESS);
            sheet.paint(g -> brush.paint(g, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), frame, Style.of(theme)));
            window.execute(() -> done.accept(sheet.image()));
        });
    }

    private static Frame frame(Spec objective) {
        Experiment experiment = Experiment.of(objective);
        Scene scene = Frames.scene(experiment);
        boolean line = scene.slice().dimension() == 1;
        return new Frame(experiment, scene, Frames.grid(scene, line ? 4 * NODES_X : NODES_X, line ? 1 : NODES_Y, () -> false), List.of(), 0,
                Optional.empty());
    }
}
