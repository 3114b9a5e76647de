package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.paint.Fixtures;
import thalweg.paint.Plot;
import thalweg.paint.Style;
import thalweg.paint.Theme;
import thalweg.paint.ViewKind;

class PlotViewTest {
    private static final Executor BACKGROUND = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    private final List<Throwable> failures = new ArrayList<>();
    private Stage stage;

    @AfterEach
    void close() {
        Fx.run(() -> {
            if (stage != null) {
                stage.close();
            }
        });
    }

    private PlotView shown() {
        PlotView[] made = {null};
        stage = Fx.show(_ -> {
            made[0] = new PlotView(BACKGROUND, Platform::runLater, failures::add);
            return new Scene(made[0], 200, 100);
        });
        return made[0];
    }

    private static Frame frame() {
        return Fixtures.race();
    }

    private static PlotView.Picture picture(Plot plot, Frame frame) {
        return new PlotView.Picture(new ViewKind("test", "Test", (_, _) -> plot), Style.of(Theme.LIGHT), frame);
    }

    /** Left half red, right half blue when the step is odd. */
    private static void halves(Graphics2D g, Rectangle2D area, Frame frame) {
        g.setColor(Color.RED);
        g.fill(new Rectangle2D.Double(0, 0, area.getWidth() / 2, area.getHeight()));
        if (frame.step() % 2 == 1) {
            g.setColor(Color.BLUE);
            g.fill(new Rectangle2D.Double(area.getWidth() / 2, 0, area.getWidth() / 2, area.getHeight()));
        }
    }

    @Test
    void whatIsPaintedComesOnScreenAtItsPlaces() {
        PlotView view = shown();
        Fx.run(() -> view.show(picture(PlotViewTest::halves, frame().at(1))));
        Fx.until("a picture", () -> view.painted().get() > 0);
        assertEquals(0xff0000, Fx.pixel(view, 0.25, 0.5));
        assertEquals(0x0000ff, Fx.pixel(view, 0.75, 0.5));
    }

    @Test
    void theNewestRequestWinsAndNothingQueues() throws InterruptedException {
        PlotView view = shown();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Integer> steps = new ArrayList<>();
        Plot slow = (_, _, frame) -> {
            synchronized (steps) {
                steps.add(frame.step());
            }
            first.countDown();
            try {
                assertTrue(go.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        ViewKind kind = new ViewKind("test", "Test", (_, _) -> slow);
        Fx.run(() -> view.show(new PlotView.Picture(kind, Style.of(Theme.LIGHT), frame().at(0))));
        assertTrue(first.await(20, TimeUnit.SECONDS));
        Fx.run(() -> {
            for (int step = 1; step <= 50; step++) {
                view.show(new PlotView.Picture(kind, Style.of(Theme.LIGHT), frame().at(step)));
            }
        });
        go.countDown();
        Fx.until("the newest and its still picture", () -> view.painted().get() >= 2);
        synchronized (steps) {
            assertEquals(List.of(0, 50), steps.subList(0, 2));
        }
    }

    /** A picture as wide as asked but not yet as high would only delay the right one. */
    @Test
    void aNewSizeIsPaintedOnceWidthAndHeightAreKnown() {
        List<Rectangle2D> areas = Collections.synchronizedList(new ArrayList<>());
        PlotView view = shown();
        Fx.run(() -> view.show(picture((_, area, _) -> areas.add(area), frame())));
        Fx.until("a still picture", () -> view.painted().get() >= 2);
        areas.clear();
        Fx.run(() -> {
            view.setManaged(false);
            view.resize(120, 60);
        });
        Fx.until("another", () -> view.painted().get() >= 4);
        assertEquals(List.of(new Rectangle2D.Double(0, 0, 120, 60)), areas.stream().distinct().toList());
    }

    @Test
    void aPictureThatRestsIsPaintedAgainAsStill() {
        PlotView view = shown();
        List<Boolean> still = new ArrayList<>();
        ViewKind kind = new ViewKind("test", "Test", (style, _) -> (_, _, _) -> {
            synchronized (still) {
                still.add(style.still());
            }
        });
        Fx.run(() -> view.show(new PlotView.Picture(kind, Style.of(Theme.LIGHT), frame())));
        Fx.until("two pictures", () -> view.painted().get() == 2);
        synchronized (still) {
            assertEquals(List.of(false, true), still);
        }
    }

    @Test
    void aPainterThatFailsLeavesTheLastPictureAndTheViewAlive() {
        PlotView view = shown();
        Plot plot = (g, area, frame) -> {
            if (frame.step() == 2) {
                throw new IllegalStateException("cannot paint step 2");
            }
            halves(g, area, frame);
        };
        Fx.run(() -> view.show(picture(plot, frame().at(1))));
        Fx.until("a picture", () -> view.painted().get() > 0);
        Fx.run(() -> view.show(picture(plot, frame().at(2))));
        Fx.until("the failure", () -> !failures.isEmpty());
        assertEquals("cannot paint step 2", failures.getFirst().getMessage());
        assertEquals(0x0000ff, Fx.pixel(view, 0.75, 0.5));
        int before = Fx.get(() -> view.painted().get());
        Fx.run(() -> view.show(picture(plot, frame().at(3))));
        Fx.until("the next picture", () -> view.painted().get() > before);
    }

    @Test
    void theMemoKeepsAPartWhileItsKeyIsEqualAndForgetsItWithTheKind() {
        PlotView view = shown();
        List<String> made = new ArrayList<>();
        ViewKind one = new ViewKind("one", "One", (_, memo) -> (_, _, _) -> memo.get("base", "key", () -> made.add("one")));
        ViewKind two = new ViewKind("two", "Two", (_, memo) -> (_, _, _) -> memo.get("base", "key", () -> made.add("two")));
        for (int step = 0; step < 3; step++) {
            int at = step;
            Fx.run(() -> view.show(new PlotView.Picture(one, Style.of(Theme.LIGHT), frame().at(at))));
            Fx.until("picture " + step, () -> view.painted().get() > at);
        }
        assertEquals(List.of("one"), Fx.get(() -> List.copyOf(made)));
        int before = Fx.get(() -> view.painted().get());
        Fx.run(() -> view.show(new PlotView.Picture(two, Style.of(Theme.LIGHT), frame())));
        Fx.until("the other kind", () -> view.painted().get() > before && made.contains("two"));
        assertEquals(List.of("one", "two"), Fx.get(() -> List.copyOf(made)));
    }

    @Test
    void pointingAsksThePlotInTheViewsOwnCoordinates() {
        PlotView view = shown();
        Plot plot = new Plot() {
            @Override
            public void paint(Graphics2D g, Rectangle2D area, Frame frame) {
            }

            @Override
            public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
                return Optional.of(new Hover((int) point.getX(), (int) area.getWidth()));
            }
        };
        assertEquals(Optional.empty(), Fx.get(() -> view.hit(5, 5)));
        Fx.run(() -> view.show(picture(plot, frame())));
        assertEquals(Optional.of(new Hover(7, 200)), Fx.get(() -> view.hit(7, 5)));
    }

    @Test
    void aCopyIsTwiceAsFine() {
        PlotView view = shown();
        Fx.run(() -> view.show(picture(PlotViewTest::halves, frame().at(1))));
        int[] found = Fx.get(() -> {
            var image = view.picture(2).orElseThrow();
            return new int[] {(int) image.getWidth(), (int) image.getHeight(), image.getPixelReader().getArgb(300, 100)};
        });
        assertEquals(400, found[0]);
        assertEquals(200, found[1]);
        assertEquals(0xff0000ff, found[2]);
    }

    /** A tile that has just been made full, or is small again, must not show the corner of a picture, or one in a corner. */
    @Test
    void aPictureForAnotherSizeIsFittedInUntilTheNextIsThere() {
        Deque<Runnable> painting = new ArrayDeque<>();
        PlotView[] made = {null};
        stage = Fx.show(_ -> {
            made[0] = new PlotView(painting::add, Runnable::run, failures::add);
            made[0].setManaged(false);                            // or a pulse in between gives it the size it prefers, which is none
            return new Scene(new Pane(made[0]), 400, 400);
        });
        Fx.run(() -> {
            made[0].resizeRelocate(0, 0, 100, 100);
            made[0].show(picture(PlotViewTest::halves, frame().at(1)));
            made[0].layout();
            drain(painting);
        });
        assertEquals(new BoundingBox(0, 0, 100, 100), place(made[0], 100, 100));
        assertEquals(new BoundingBox(0, 0, 100, 100), place(made[0], 108, 95), "while an edge is dragged text must not swim");
        assertEquals(new BoundingBox(100, 0, 200, 200), place(made[0], 400, 200));
        assertEquals(new BoundingBox(0, 10, 40, 40), place(made[0], 40, 60));
        Fx.run(() -> drain(painting));
        assertEquals(new BoundingBox(0, 0, 40, 60), place(made[0], 40, 60), "painted for its size");
    }

    private static void drain(Deque<Runnable> painting) {
        while (!painting.isEmpty()) {
            painting.poll().run();
        }
    }

    private static Bounds place(PlotView view, double width, double height) {
        return Fx.get(() -> {
            view.resize(width, height);
            view.layout();
            return view.getChildrenUnmodifiable().getFirst().getBoundsInParent();
        });
    }

    /** Under the next scene's caption nothing of the last one may stay; a slider that is dragged must not blank what it turns. */
    @Test
    void aPictureOfSomethingElseStaysForAMomentOnlyAndOneOfOtherKnobsAsLongAsItTakes() {
        Deque<Runnable> painting = new ArrayDeque<>();
        PlotView[] made = {null};
        stage = Fx.show(_ -> {
            made[0] = new PlotView(painting::add, Runnable::run, failures::add);
            return new Scene(made[0], 200, 100);
        });
        PlotView view = made[0];
        ViewKind kind = new ViewKind("test", "Test", (_, _) -> PlotViewTest::halves);
        Frame race = Fixtures.race();
        Fx.run(() -> {
            view.show(new PlotView.Picture(kind, Style.of(Theme.LIGHT), race));
            painting.remove().run();
        });
        Experiment other = race.experiment().withObjective(Spec.of("fixture").with("b", 90));
        Fx.run(() -> view.show(new PlotView.Picture(kind, Style.of(Theme.LIGHT), race.relabelled(other, race.tracks()))));
        pause(PlotView.PATIENCE.multiply(2));
        assertFalse(view.late().get(), "the same function");
        Experiment elsewhere = race.experiment().withObjective(Spec.of("sphere"));
        Fx.run(() -> view.show(new PlotView.Picture(kind, Style.of(Theme.LIGHT), race.relabelled(elsewhere, race.tracks()))));
        assertFalse(view.late().get(), "quick changes do not flicker");
        Fx.until("late", view.late()::get);
        int before = view.painted().get();
        Fx.run(() -> painting.remove().run());
        assertEquals(before, view.painted().get(), "a picture of the last place that was on its way is not shown");
        assertTrue(view.late().get());
        Fx.run(() -> painting.remove().run());
        assertEquals(before + 1, view.painted().get());
        assertFalse(view.late().get());
        Fx.run(() -> view.show(new PlotView.Picture(new ViewKind("more", "More", (_, _) -> PlotViewTest::halves), Style.of(Theme.LIGHT),
                race.relabelled(elsewhere, race.tracks()))));
        Fx.until("another view", view.late()::get);
    }

    private static void pause(Duration time) {
        boolean[] over = {false};
        Fx.run(() -> {
            PauseTransition pause = new PauseTransition(time);
            pause.setOnFinished(_ -> over[0] = true);
            pause.play();
        });
        Fx.until("the end of a pause", () -> over[0]);
    }
}
