package thalweg.view;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Scene;
import thalweg.paint.Style;
import thalweg.paint.Theme;

/** Small pictures of objectives and of samples, made in the background. */
public final class Thumbnails {
    static final double WIDTH = 88;
    static final double HEIGHT = 54;
    /** So many nodes that a picture twice as fine as the screen has one for every two pixels. */
    private static final int NODES_X = 89;
    private static final int NODES_Y = 55;
    private static final double SHARPNESS = 2;
    private static final int FEW_IMAGES = 10;
    private static final int FEW_POINTS = 110;

    /** Paints a frame without runs, small. */
    @FunctionalInterface
    public interface Brush {
        void paint(Graphics2D g, Rectangle2D area, Frame frame, Style style);
    }

    /** Paints samples, small. */
    @FunctionalInterface
    public interface SampleBrush {
        void paint(Graphics2D g, Rectangle2D area, DataSet data, Style style);
    }

    private final Executor painting;
    private final Executor window;
    private final Brush brush;
    private final SampleBrush samples;

    public Thumbnails(Executor painting, Executor window, Brush brush, SampleBrush samples) {
        this.painting = painting;
        this.window = window;
        this.brush = brush;
        this.samples = samples;
    }

    /** Hands over the picture on the JavaFX thread when it is there; what cannot be made or read has none. */
    void request(Offer offer, Theme theme, Consumer<Image> done) {
        Rectangle2D area = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);
        painting.execute(() -> {
            Sheet sheet = new Sheet(WIDTH, HEIGHT, SHARPNESS);
            try {
                if (offer.isData()) {
                    DataSet data = data(offer.spec());
                    sheet.paint(g -> samples.paint(g, area, data, Style.of(theme)));
                } else {
                    Frame frame = frame(offer.spec());
                    sheet.paint(g -> brush.paint(g, area, frame, Style.of(theme)));
                }
            } catch (IllegalArgumentException _) {
                return;                                           // a formula being typed, a file that is gone: said where it is chosen
            }
            window.execute(() -> done.accept(sheet.image()));
        });
    }

    /** As few samples as the picture needs: of made data the first are always the same. */
    private static DataSet data(Spec source) {
        boolean images = List.of("digits", "color-images", "idx", "cifar10").contains(source.id());
        Spec few = source;
        for (KnobInfo knob : DataSources.CATALOG.choice(source.id()).knobs()) {
            if (knob.name().equals("samples") || knob.name().equals("limit")) {
                few = few.with(knob.name(), images ? FEW_IMAGES : FEW_POINTS);
            }
        }
        return DataSources.CATALOG.make(few).make(1);
    }

    private static Frame frame(Spec objective) {
        Experiment experiment = Experiment.of(objective);
        Scene scene = Frames.scene(experiment);
        boolean line = scene.slice().dimension() == 1;
        return new Frame(experiment, scene, Frames.grid(scene, line ? 4 * NODES_X : NODES_X, line ? 1 : NODES_Y, () -> false), List.of(), 0,
                Optional.empty());
    }
}
