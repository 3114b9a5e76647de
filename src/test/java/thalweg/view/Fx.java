package thalweg.view;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.awt.image.BufferedImage;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** JavaFX for tests: started once per run, headless; waits are for conditions, with a time limit, never for a while. */
public final class Fx {
    private static final long SECONDS = 20;
    private static final int PASSES = 3;
    private static final AtomicReference<Throwable> UNCAUGHT = new AtomicReference<>();
    private static boolean started;
    private static Robot robot;

    private Fx() {
    }

    /** Starts the toolkit unless it runs. */
    public static synchronized void start() {
        if (started) {
            return;
        }
        CountDownLatch up = new CountDownLatch(1);
        System.setProperty("prism.fontSizeLimit", "1");           // words as wide as in the program, see Main
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Thread.currentThread().setUncaughtExceptionHandler((_, e) -> UNCAUGHT.compareAndSet(null, e));
            Decor.loadFonts();
            up.countDown();
        });
        await(up, "the start of JavaFX");
        started = true;
    }

    /** What a computation on the JavaFX thread gives; its exceptions are thrown here. */
    public static <T> T get(Callable<T> work) {
        start();
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new AssertionError("on the JavaFX thread: " + e, e);
            }
        }
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            T result = task.get(SECONDS, TimeUnit.SECONDS);
            complain();
            return result;
        } catch (ExecutionException e) {
            throw new AssertionError("on the JavaFX thread: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread did not answer in " + SECONDS + " s", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs something on the JavaFX thread. */
    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }

    /** Waits until something holds on the JavaFX thread, asked once per pulse. */
    public static void until(String what, BooleanSupplier holds) {
        start();
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (holds.getAsBoolean()) {
                    stop();
                    done.countDown();
                }
            }
        }.start());
        await(done, what);
        complain();
    }

    /** Lets so many pulses pass, in which layout and styles are brought up to date. */
    public static void pulses(int count) {
        int[] left = {count};
        until(count + " pulses", () -> left[0]-- <= 0);
    }

    /** Opens a stage with a scene made on the JavaFX thread, and waits for its first pulses. */
    public static Stage show(Function<Stage, Scene> make) {
        Stage stage = get(() -> {
            Stage made = new Stage();
            made.setScene(make.apply(made));
            made.show();
            return made;
        });
        pulses(2);
        return stage;
    }

    /** A node by its id. */
    public static <N extends Node> N node(Scene scene, Class<N> type, String id) {
        return get(() -> {
            Node found = scene.lookup("#" + id);
            if (found == null) {
                throw new AssertionError("no node #" + id);
            }
            return type.cast(found);
        });
    }

    /** Clicks a node at a fraction of its width and height. */
    public static void click(Node node, double across, double down) {
        run(() -> {
            Robot robot = at(node, across, down);
            robot.mouseClick(MouseButton.PRIMARY);
        });
        pulses(1);
    }

    /** Clicks the middle of a node. */
    public static void click(Node node) {
        click(node, 0.5, 0.5);
    }

    /** Moves the pointer to a fraction of a node's width and height. */
    public static void point(Node node, double across, double down) {
        run(() -> at(node, across, down));
        pulses(1);
    }

    /** Presses at one place of a node, moves in steps to another, releases there. */
    public static void drag(Node node, double fromX, double fromY, double toX, double toY) {
        run(() -> settle(node));
        Bounds b = get(() -> node.localToScreen(node.getLayoutBounds()));   // once: what is dragged may move
        run(() -> at(node, fromX, fromY).mousePress(MouseButton.PRIMARY));
        for (int i = 1; i <= 5; i++) {
            double x = fromX + i / 5.0 * (toX - fromX);
            double y = fromY + i / 5.0 * (toY - fromY);
            run(() -> robot().mouseMove(b.getMinX() + x * b.getWidth(), b.getMinY() + y * b.getHeight()));
        }
        run(() -> robot().mouseRelease(MouseButton.PRIMARY));
        pulses(1);
    }

    /** Turns the wheel at a fraction of a node; away from the user if negative. */
    public static void wheel(Node node, double across, double down, int notches) {
        run(() -> at(node, across, down).mouseWheel(notches));
        pulses(1);
    }

    /** Presses keys together and lets them go. */
    public static void keys(KeyCode... codes) {
        run(() -> {
            Robot robot = robot();
            for (KeyCode code : codes) {
                robot.keyPress(code);
            }
            for (int i = codes.length - 1; i >= 0; i--) {
                robot.keyRelease(codes[i]);
            }
        });
        pulses(1);
    }

    /** The colour on screen at a fraction of a node, as 0xrrggbb. */
    public static int pixel(Node node, double across, double down) {
        return get(() -> {
            Bounds b = node.localToScene(node.getBoundsInLocal());
            WritableImage all = node.getScene().snapshot(null);
            return all.getPixelReader().getArgb((int) (b.getMinX() + across * b.getWidth()), (int) (b.getMinY() + down * b.getHeight()))
                    & 0xffffff;
        });
    }

    /** Writes what a scene looks like to {@code target/pictures}, for people. */
    public static void picture(Scene scene, String name) {
        WritableImage image = get(() -> scene.snapshot(null));
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        File folder = new File("target/pictures");
        try {
            if (folder.isDirectory() || folder.mkdirs()) {
                ImageIO.write(copy, "png", new File(folder, name + ".png"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one pointer and keyboard: which buttons and keys are down is each robot's own memory. */
    static Robot robot() {
        if (robot == null) {
            robot = new Robot();
        }
        return robot;
    }

    private static Robot at(Node node, double across, double down) {
        settle(node);
        Bounds b = node.localToScreen(node.getLayoutBounds());
        Robot robot = robot();
        robot.mouseMove(b.getMinX() + across * b.getWidth(), b.getMinY() + down * b.getHeight());
        return robot;
    }

    /** Lays out what has changed; heights that follow what they hold need more than one pass. */
    private static void settle(Node node) {
        for (int pass = 0; pass < PASSES; pass++) {
            node.getScene().getRoot().applyCss();
            node.getScene().getRoot().layout();
        }
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                complain();
                throw new AssertionError("waited " + SECONDS + " s in vain for " + what);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void complain() {
        Throwable uncaught = UNCAUGHT.getAndSet(null);
        if (uncaught != null) {
            throw new AssertionError("uncaught on the JavaFX thread: " + uncaught, uncaught);
        }
    }
}
