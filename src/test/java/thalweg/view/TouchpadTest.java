package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.RotateEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.experiment.Camera;
import thalweg.math.Range;
import thalweg.math.Vec;

class TouchpadTest {
    @TempDir
    Path folder;

    private Bench bench;
    private PlotView map;
    private PlotView surface;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        map = bench.node(PlotView.class, "plot-0");
        surface = bench.node(PlotView.class, "plot-1");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void twoFingersPushTheMapByAsMuchAsTheyMoveInOneUndoStep() {
        double width = Fx.get(map::getWidth);
        double height = Fx.get(map::getHeight);
        scroll(map, ScrollEvent.SCROLL_STARTED, 0, 0, false, false);
        for (int i = 0; i < 4; i++) {
            scroll(map, ScrollEvent.SCROLL, width / 16, height / 8, false, false);
        }
        scroll(map, ScrollEvent.SCROLL_FINISHED, 0, 0, false, false);
        assertEquals(-3, window(0).min(), 1e-6, "a quarter of the width to the right");
        assertEquals(1, window(0).max(), 1e-6);
        assertEquals(1, window(1).min(), 1e-6, "half the height down, and larger is up");
        assertEquals(5, window(1).max(), 1e-6);
        Fx.run(bench.session::undo);
        assertFalse(Fx.get(() -> bench.session.canUndo().get()));
    }

    @Test
    void aFingerOnTheScreenAndWhatGoesOnAfterItPushToo() {
        scroll(map, ScrollEvent.SCROLL, 10, 0, true, false);
        double once = window(0).min();
        assertTrue(once < -2, "pushed to " + once);
        assertEquals(4, window(0).width(), 1e-9, "not zoomed");
        scroll(map, ScrollEvent.SCROLL, 10, 0, false, true);
        assertTrue(window(0).min() < once);
    }

    @Test
    void whereNothingMayMoveByItselfTheMapStopsWithTheFingers() {
        Fx.run(() -> bench.session.playback().keepStill(true));
        scroll(map, ScrollEvent.SCROLL, 10, 0, false, true);
        assertEquals(-2, window(0).min());
        scroll(map, ScrollEvent.SCROLL, 10, 0, true, false);
        assertTrue(window(0).min() < -2);
    }

    @Test
    void aWheelStillZooms() {
        scroll(map, ScrollEvent.SCROLL, 0, 40, false, false);
        assertTrue(window(0).width() < 4, () -> "zoomed to " + window(0));
    }

    @Test
    void spreadingTwoFingersZoomsWhereTheyAre() {
        Point2D at = new Point2D(Fx.get(map::getWidth) * 0.75, Fx.get(map::getHeight) * 0.25);
        Vec before = Fx.get(() -> map.locate(at.getX(), at.getY()).orElseThrow());
        fire(map, p -> new ZoomEvent(ZoomEvent.ZOOM, p.getX(), p.getY(), p.getX(), p.getY(), false, false, false, false, false, false, 2, 2, null),
                at);
        assertEquals(2, window(0).width(), 1e-9);
        assertEquals(2, window(1).width(), 1e-9);
        Vec after = Fx.get(() -> map.locate(at.getX(), at.getY()).orElseThrow());
        assertEquals(before.get(0), after.get(0), 1e-9);
        assertEquals(before.get(1), after.get(1), 1e-9);
    }

    @Test
    void fingersTurnTheSurfaceAsADragDoes() {
        Camera before = Fx.get(() -> surface.camera().orElseThrow());
        scroll(surface, ScrollEvent.SCROLL, 50, 25, true, false);
        Camera pushed = bench.experimentNow().look().camera();
        assertEquals(-20, pushed.azimuth() - before.azimuth(), 1e-9);
        assertEquals(10, pushed.elevation() - before.elevation(), 1e-9);
        assertEquals(before.zoom(), pushed.zoom());
    }

    @Test
    void fingersThatRotateTurnTheSurfaceByTheirAngle() {
        Camera before = Fx.get(() -> surface.camera().orElseThrow());
        rotate(surface, 30);
        Camera turned = bench.experimentNow().look().camera();
        assertEquals(30, turned.azimuth() - before.azimuth(), 1e-9, "clockwise seen from above, as the fingers");
        assertEquals(before.elevation(), turned.elevation());
        rotate(map, 30);
        assertEquals(turned, bench.experimentNow().look().camera(), "a map does not turn");
    }

    private void rotate(PlotView plot, double angle) {
        fire(plot, p -> new RotateEvent(RotateEvent.ROTATE, p.getX(), p.getY(), p.getX(), p.getY(), false, false, false, false, false, false, angle,
                angle, null), new Point2D(20, 40));
    }

    private void scroll(PlotView plot, EventType<ScrollEvent> type, double dx, double dy, boolean direct, boolean inertia) {
        fire(plot, p -> new ScrollEvent(type, p.getX(), p.getY(), p.getX(), p.getY(), false, false, false, false, direct, inertia, dx, dy, dx, dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, direct ? 2 : 0, null),
                new Point2D(40, 60));
    }

    /** Makes an event at a point of the scene, and fires it there. */
    private interface At {
        Event of(Point2D inScene);
    }

    private static void fire(PlotView plot, At event, Point2D inPlot) {
        Fx.run(() -> Event.fireEvent(plot, event.of(plot.localToScene(inPlot))));
        Fx.pulses(1);
    }

    private Range window(int i) {
        return bench.experimentNow().look().window().get(i);
    }
}
