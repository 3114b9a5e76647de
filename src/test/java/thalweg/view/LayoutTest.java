package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiments;
import thalweg.lesson.Lessons;

/**
 * Nothing is cut and nothing lies over anything else, in each language and with longer words, in small windows and at the scales of high resolution.
 */
class LayoutTest {
    /** What rounding every control of a row to whole pixels of the screen may add up to. */
    private static final double ROUNDING = 1.5;
    /** Rows whose parts come and go with their width are laid out so often until nothing changes. */
    private static final int SETTLING = 4;
    /** What may give way: what the program does, the muted detail of a tile, a hint beside buttons; each is said elsewhere too. */
    private static final Set<String> GIVES_WAY = Set.of("status", "detail");

    /** A screen of 1600 x 1000 at its scale, and the smallest ones. */
    private record Screen(double width, double height, double scale) {
        static final List<Screen> ALL = List.of(new Screen(1600, 1000, 1), new Screen(1280, 720, 1), new Screen(1280, 800, 1.25),
                new Screen(1067, 667, 1.5), new Screen(800, 500, 2));
    }

    @TempDir
    Path folder;

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private Bench bench;

    @AfterEach
    void close() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
        bench.close();
    }

    private void open(String language) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.of(language));
        bench = Bench.withPanels(folder, _ -> { });                // no film is made to know how large it would be
        Fx.run(() -> bench.session.playback().pause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "qps"})
    void theWindowOfAFunction(String language) {
        open(language);
        look("function");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "qps"})
    void theWindowOfANetwork(String language) {
        open(language);
        Fx.run(() -> bench.session.edit("", _ -> Experiments.firstOn(Spec.parse("moons(samples=20)"))));
        Fx.pulses(2);
        look("network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "qps"})
    void aLessonAndItsEditor(String language) {
        open(language);
        Fx.run(() -> {
            bench.session.lecture().open(Lessons.ALL.getFirst());
            bench.session.playback().pause();
            bench.node(ToggleButton.class, "lesson-edit").fire();
        });
        look("lesson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "qps"})
    void theSheetsOverTheWindow(String language) {
        open(language);
        Fx.run(bench.shell::toggleKeys);
        look("keys");
        Fx.run(() -> {
            bench.shell.escape();
            bench.shell.toggleHistory();
        });
        look("history");
        Fx.run(() -> {
            bench.shell.escape();
            bench.session.preferences().put("export.format", "GIF");
            Event.fireEvent(bench.scene.getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "",
                    KeyCode.E, false, true, false, false));
        });
        look("export");
    }

    private void look(String what) {
        Fx.pulses(2);
        Set<String> wrong = new TreeSet<>();
        int words = 0;
        for (Screen screen : Screen.ALL) {
            Fx.run(() -> {
                bench.stage.setRenderScaleX(screen.scale);
                bench.stage.setRenderScaleY(screen.scale);
            });
            Fx.pulses(2);                                         // or sizes of the scale before would be laid out
            words += Fx.get(() -> {
                Parent root = bench.scene.getRoot();
                for (int i = 0; i < SETTLING; i++) {              // laid out and not drawn: the screen of tests is smaller
                    root.resize(screen.width, screen.height);
                    root.applyCss();
                    root.layout();
                }
                List<String> here = new ArrayList<>();
                inside(root, here);
                int seen = check(root, here);
                here.forEach(w -> wrong.add(w + " (" + what + " at " + (int) screen.width + " x " + (int) screen.height + ", " + screen.scale + ")"));
                return seen;
            });
        }
        int seen = words;
        assertTrue(seen > 100, () -> "few words were seen: " + seen);
        assertEquals(Set.of(), wrong, () -> String.join("\n", wrong));
    }

    /** Says what is wrong in a part of the scene; returns how many words were looked at. */
    private static int check(Node node, List<String> wrong) {
        if (!node.isVisible()) {
            return 0;
        }
        int seen = 0;
        if (node instanceof Labeled labeled && !labeled.getText().isBlank() && labeled.lookup(".text") instanceof Text shown
                && shown.getParent() == labeled) {
            seen++;
            if (!shown.getText().equals(labeled.getText()) && !givesWay(labeled) && !labeled.isWrapText()) {
                wrong.add("cut: '" + labeled.getText() + "' to '" + shown.getText() + "' in " + path(labeled) + ", " + labeled.getWidth()
                        + " wide of " + labeled.prefWidth(-1));
            }
        }
        if (node instanceof HBox || node instanceof GridPane) {
            apart((Parent) node, wrong);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                seen += check(child, wrong);
            }
        }
        return seen;
    }

    private static boolean givesWay(Labeled labeled) {
        return labeled.getId() != null && GIVES_WAY.stream().anyMatch(labeled.getId()::startsWith);
    }

    /** What the window holds is no larger than it; if it is, its bars are the first to look at. */
    private static void inside(Parent root, List<String> wrong) {
        for (Node part : root.getChildrenUnmodifiable()) {
            if (part.isVisible() && (place(part).getWidth() > root.getLayoutBounds().getWidth() + ROUNDING
                    || place(part).getHeight() > root.getLayoutBounds().getHeight() + ROUNDING)) {
                wrong.add("too large: " + path(part) + " " + place(part).getWidth() + " x " + place(part).getHeight() + ", at least: "
                        + ((Parent) part).getChildrenUnmodifiable().stream().map(n -> path(n) + " " + n.minWidth(-1) + " x " + n.minHeight(-1))
                        .toList());
            }
        }
    }

    /** Children of a row stand beside each other and inside it. */
    private static void apart(Parent row, List<String> wrong) {
        List<Node> all = row.getChildrenUnmodifiable().stream().filter(n -> n.isVisible() && n.isManaged()).toList();
        for (int i = 0; i < all.size(); i++) {
            Bounds a = place(all.get(i));
            if (a.getMinX() < -ROUNDING || a.getMaxX() > row.getLayoutBounds().getWidth() + ROUNDING) {
                wrong.add("outside by " + Math.max(-a.getMinX(), a.getMaxX() - row.getLayoutBounds().getWidth()) + ": " + path(all.get(i)));
            }
            for (int j = 0; j < i; j++) {
                Bounds b = place(all.get(j));
                double across = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
                double down = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
                if (across > ROUNDING && down > ROUNDING) {
                    wrong.add("over each other: " + path(all.get(j)) + " and " + path(all.get(i)));
                }
            }
        }
    }

    /** Where it lies, without the ring that shows the focus around it. */
    private static Bounds place(Node node) {
        Bounds b = node.getLayoutBounds();
        return new BoundingBox(node.getLayoutX() + b.getMinX(), node.getLayoutY() + b.getMinY(), b.getWidth(), b.getHeight());
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node n = node; n != null && path.length() < 120; n = n instanceof ScrollPane ? null : n.getParent()) {
            String style = n.getStyleClass().isEmpty() ? n.getClass().getSimpleName() : "." + n.getStyleClass().getLast();
            path.append(n.getId() == null ? style : "#" + n.getId()).append(' ');
        }
        return path.toString().strip();
    }
}
