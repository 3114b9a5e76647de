package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiments;
import thalweg.lesson.Lessons;

/** WCAG 2.2: words stand out from what is behind them by 4.5 to 1, icons by 3 to 1, in both themes; what is disabled is let off. */
class ContrastTest {
    private static final double WORDS = 4.5;
    private static final double ICONS = 3;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.withPanels(folder, _ -> { });
        Fx.run(() -> bench.session.playback().pause());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void ofAFunction() {
        bothThemes();
    }

    @Test
    void ofANetworkAndALesson() {
        Fx.run(() -> {
            bench.session.edit("", _ -> Experiments.firstOn(Spec.parse("moons(samples=20)")));
            bench.session.lecture().open(Lessons.ALL.getFirst());
            bench.session.edit("", _ -> Experiments.firstOn(Spec.parse("moons(samples=20)")));
            bench.session.playback().pause();
        });
        bothThemes();
    }

    @Test
    void ofSheets() {
        Fx.run(bench.shell::toggleKeys);
        bothThemes();
        Fx.run(bench.shell::escape);
        Fx.run(bench.shell::toggleAbout);
        bothThemes();
    }

    @Test
    void ofProblems() {
        Fx.run(() -> bench.session.open(folder.resolve("nothing-there.thalweg.json")));
        bothThemes();
    }

    private void bothThemes() {
        Set<String> faint = new TreeSet<>();
        for (int i = 0; i < 2; i++) {
            Fx.run(bench.shell::toggleTheme);
            Fx.pulses(2);
            int seen = Fx.get(() -> {
                List<Node> path = new ArrayList<>();
                return check(bench.scene.getRoot(), path, faint);
            });
            assertTrue(seen > 50, () -> "few words were seen: " + seen);
        }
        assertEquals(Set.of(), faint, () -> String.join("\n", faint));
    }

    private int check(Node node, List<Node> path, Set<String> faint) {
        if (!node.isVisible() || node.isDisabled()) {
            return 0;
        }
        int seen = 0;
        path.add(node);
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color fill && fill.getOpacity() > 0) {
            seen++;
            Color ground = ground(path);
            double least = text instanceof FontIcon ? ICONS : WORDS;
            double contrast = contrast(over(fill, ground), ground);
            if (contrast < least) {
                String what = text instanceof FontIcon icon ? icon.getIconLiteral() : text.getText();
                faint.add(String.format(Locale.ROOT, "%.2f: '%s' %s on %s, %s", contrast, what, fill, ground, where(path)));
            }
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                seen += check(child, path, faint);
            }
        }
        path.removeLast();
        return seen;
    }

    private static String where(List<Node> path) {
        return String.join(" ", path.reversed().stream().limit(5).map(n -> n.getId() == null ? n.getStyleClass().toString() : "#" + n.getId())
                .toList());
    }

    /** What lies behind the last node: all grounds of those around it, one over the other. */
    private static Color ground(List<Node> path) {
        Color ground = Color.WHITE;
        for (Node node : path) {
            if (node instanceof Region region && region.getBackground() != null) {
                for (BackgroundFill fill : region.getBackground().getFills()) {
                    if (fill.getFill() instanceof Color colour) {
                        ground = over(colour, ground);
                    }
                }
            }
        }
        return ground;
    }

    private static Color over(Color top, Color below) {
        double a = top.getOpacity();
        return Color.color(top.getRed(), top.getGreen(), top.getBlue()).interpolate(below, 1 - a);
    }

    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        return (lighter + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
