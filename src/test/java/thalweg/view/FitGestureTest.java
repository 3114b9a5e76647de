package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Learning;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.math.Vec;
import thalweg.paint.Views;
import thalweg.session.Autosave;
import thalweg.session.Preferences;
import thalweg.session.Session;
import thalweg.session.Workers;

/** A window with the real views on houses: the line in the data and the point on the cost are one thing. */
class FitGestureTest {
    @TempDir
    private Path folder;
    private Session session;
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            Experiment houses = Experiment.of(Learning.of(Spec.parse("linear"), Spec.parse("houses(samples=20)"))).withStart(Vec.of(0.06, 50))
                    .withRuns(List.of(Run.of(Spec.parse("gradient-descent(learningRate=1e-7)"), 0)))
                    .withLook(Look.DEFAULT.withTiles(List.of("fit", "contour", "samples", "loss")).withSelected(0));
            session = new Session(houses, Workers.INLINE, new Preferences(folder.resolve("preferences"), Runnable::run),
                    new Autosave(folder, ProcessHandle.current().pid(), Runnable::run));
            stage = new Stage();
            Studio studio = new Studio(session, Views.ALL, Runnable::run, Runnable::run, Runnable::run);
            new Shell(stage, studio, new Region(), new Region(), new Dialogs() {
                @Override
                public Optional<Path> open() {
                    return Optional.empty();
                }

                @Override
                public Optional<Path> save(String title, String suggestion) {
                    return Optional.empty();
                }
            });
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1200);
            stage.setHeight(900);
            stage.show();
        });
        Fx.pulses(3);
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private PlotView plot(int tile) {
        return Fx.node(Fx.get(stage::getScene), PlotView.class, "plot-" + tile);
    }

    private Vec start() {
        return Fx.get(() -> session.experiment().get().start());
    }

    /** Looks for the place in a plot where something can be taken hold of, from the right. */
    private static Point2D handle(PlotView plot) {
        return Fx.get(() -> {
            for (double x = plot.getWidth(); x > 0; x -= 4) {
                for (double y = 0; y < plot.getHeight(); y += 4) {
                    if (plot.grab(x, y).isPresent()) {
                        return new Point2D.Double(x, y);
                    }
                }
            }
            throw new AssertionError("nothing can be taken hold of");
        });
    }

    @Test
    void draggingAnEndOfTheLineMovesThePointOnTheCostAsOneStepOfUndo() {
        PlotView fit = plot(0);
        Point2D at = handle(fit);
        double w = fit.getWidth();
        double h = fit.getHeight();
        Fx.drag(fit, at.getX() / w, at.getY() / h, at.getX() / w, at.getY() / h + 0.2);
        Vec moved = start();
        assertTrue(moved.get(0) < 0.05, "the slope did not fall: " + moved);
        assertTrue(Math.abs(moved.get(0) * 250 + moved.get(1) - (0.06 * 250 + 50)) < 5, "the other end moved: " + moved);
        assertEquals(moved, Fx.get(() -> session.frame().get().scene().start()));
        Fx.run(session::undo);
        assertEquals(Vec.of(0.06, 50), start());
    }

    @Test
    void draggingThePointOnTheCostMovesTheLine() {
        Fx.run(() -> session.edit("move start", e -> e.withStart(Vec.of(0.02, 20))));
        Point2D low = handle(plot(0));
        Fx.run(() -> session.edit("move start", e -> e.withStart(Vec.of(0.06, 50))));
        Point2D high = handle(plot(0));
        assertTrue(high.getY() < low.getY() - 20, "the handle stayed: " + low + ", " + high);
    }

    @Test
    void aClickOnARowOfTheTableChoosesTheSampleAndTheWheelTurnsThePage() {
        Node table = plot(2);
        Fx.click(table, 0.5, (28 + 3.5 * 26) / Fx.get(() -> ((Region) table).getHeight()));
        assertEquals(4, Fx.get(() -> session.experiment().get().look().focus().sample()));
        assertEquals(Vec.of(0.06, 50), start());
        Fx.wheel(table, 0.5, 0.5, 1);
        assertTrue(Fx.get(() -> session.experiment().get().look().focus().sample()) > 8, "the page stayed");
    }

    @Test
    void theHeadSaysHowMuchOfTheTableIsSeen() {
        assertTrue(Fx.get(() -> plotDetail(2)).matches("1 to \\d+ of 20; .*"), Fx.get(() -> plotDetail(2)));
        assertEquals("drag an end of the line", Fx.get(() -> plotDetail(0)));
    }

    private String plotDetail(int tile) {
        Scene scene = stage.getScene();
        return ((PlotView) scene.lookup("#plot-" + tile)).detail().get();
    }
}
