package thalweg.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Experiments;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.paint.Plot;
import thalweg.paint.ViewKind;
import thalweg.session.Autosave;
import thalweg.session.Preferences;
import thalweg.session.Session;
import thalweg.session.Workers;

/** A whole window on Rosenbrock with everything done at once on the JavaFX thread, and plots whose geometry a test knows. */
final class Bench implements AutoCloseable {
    static final double WIDTH = 1000;
    static final double HEIGHT = 800;

    final Path folder;
    final Studio studio;
    final Session session;
    final Shell shell;
    final Stage stage;
    final Scene scene;
    /** What the next dialog answers. */
    Optional<Path> answer = Optional.empty();
    final Dialogs dialogs = new Dialogs() {
        @Override
        public Optional<Path> open() {
            return answer;
        }

        @Override
        public List<Path> openData() {
            return answer.stream().toList();
        }

        @Override
        public Optional<Path> folder(String from) {
            return answer;
        }

        @Override
        public Optional<Path> save(String title, String suggestion) {
            return answer;
        }
    };

    Bench(Path folder) {
        this(folder, (_, _) -> new Region(), _ -> new Region(), kinds(), Runnable::run, Runnable::run);
    }

    /** With the painting done when a test wants it. */
    static Bench painting(Path folder, Executor painting) {
        return new Bench(folder, (_, _) -> new Region(), _ -> new Region(), kinds(), Runnable::run, painting);
    }

    /** With other views, and with what is not painted done elsewhere. */
    static Bench of(Path folder, List<ViewKind> kinds, Executor exporting) {
        return new Bench(folder, (_, _) -> new Region(), _ -> new Region(), kinds, exporting, Runnable::run);
    }

    /** With the real panels at the left and right. */
    static Bench withPanels(Path folder) {
        return withPanels(folder, Runnable::run);
    }

    /** With the real panels, and with what is not painted done elsewhere. */
    static Bench withPanels(Path folder, Executor exporting) {
        Thumbnails none = new Thumbnails(_ -> { }, Runnable::run, (_, _, _, _) -> { }, (_, _, _, _) -> { });
        return new Bench(folder, (s, dialogs) -> new LandscapePanel(s, none, Experiments::first, Runnable::run, dialogs), RunsPanel::new, kinds(),
                exporting, Runnable::run);
    }

    private Bench(Path folder, BiFunction<Session, Dialogs, Region> left, Function<Session, Region> right, List<ViewKind> kinds,
            Executor exporting, Executor painting) {
        this.folder = folder;
        Object[] made = Fx.get(() -> {
            Session s = new Session(experiment(), Workers.INLINE, new Preferences(folder.resolve("preferences"), Runnable::run),
                    new Autosave(folder, ProcessHandle.current().pid(), Runnable::run));
            Stage window = new Stage();
            Studio studio = new Studio(s, kinds, painting, exporting, Runnable::run);
            Shell whole = new Shell(window, studio, left.apply(s, dialogs), right.apply(s), dialogs);
            window.setX(0);                                       // the headless robot's wheel forgets where the window is
            window.setY(0);
            window.setWidth(WIDTH);
            window.setHeight(HEIGHT);
            window.show();
            return new Object[] {studio, whole, window};
        });
        studio = (Studio) made[0];
        session = studio.session();
        shell = (Shell) made[1];
        stage = (Stage) made[2];
        scene = Fx.get(stage::getScene);
        Fx.pulses(2);
    }

    static Experiment experiment() {
        List<Run> runs = List.of(Run.of(Spec.parse("gradient-descent(learningRate=0.001)"), 0), Run.of(Spec.parse("adam(learningRate=0.3)"), 1),
                Run.of(Spec.parse("momentum(learningRate=0.0003)"), 2));
        return Experiment.of(Spec.of("rosenbrock")).withStart(Vec.of(-1, 2)).withRuns(runs)
                .withLook(Look.DEFAULT.withWindow(List.of(new Range(-2, 2), new Range(-1, 3))).withSelected(1));
    }

    static List<ViewKind> kinds() {
        return List.of(new ViewKind("contour", "Contour", (_, _) -> new Map(true)), new ViewKind("surface", "Surface", (_, _) -> new Map(false)),
                new ViewKind("loss", "Loss", (_, _) -> new Steps()), new ViewKind("table", "Step", (_, _) -> (_, _, _) -> { }),
                new ViewKind("curve", "Curve", (_, _) -> new Map(true)),
                new ViewKind("gradient-check", "Gradient check", (_, _) -> (_, _, _) -> { }));
    }

    /** A plot that fills its tile with the slice, red, with a white dot at the start; the first track is hit along the upper edge. */
    record Map(boolean flat) implements Plot {
        @Override
        public void paint(Graphics2D g, Rectangle2D area, Frame frame) {
            g.setColor(Color.RED);
            g.fill(area);
            List<Range> ranges = frame.scene().slice().ranges();
            Vec start = frame.scene().start();
            double x = ranges.getFirst().fraction(start.get(0)) * area.getWidth();
            double y = ranges.size() < 2 ? area.getHeight() / 2 : (1 - ranges.get(1).fraction(start.get(1))) * area.getHeight();
            g.setColor(Color.WHITE);
            g.fill(new Ellipse2D.Double(x - 6, y - 6, 12, 12));
        }

        @Override
        public Optional<Vec> locate(Point2D p, Rectangle2D area, Frame frame) {
            if (!flat || !area.contains(p)) {
                return Optional.empty();
            }
            List<Range> ranges = frame.scene().slice().ranges();
            double x = ranges.getFirst().at(p.getX() / area.getWidth());
            return Optional.of(ranges.size() < 2 ? Vec.of(x) : Vec.of(x, ranges.get(1).at(1 - p.getY() / area.getHeight())));
        }

        @Override
        public Optional<Hover> hit(Point2D p, Rectangle2D area, Frame frame) {
            return p.getY() < 10 ? Optional.of(new Hover(0, 3)) : Optional.empty();
        }

        @Override
        public String detail(Frame frame) {
            return "step " + frame.step();
        }
    }

    /** A chart over the whole width. */
    record Steps() implements Plot {
        @Override
        public void paint(Graphics2D g, Rectangle2D area, Frame frame) {
        }

        @Override
        public Optional<Integer> step(Point2D p, Rectangle2D area, Frame frame) {
            return Optional.of((int) Math.round(p.getX() / area.getWidth() * frame.last()));
        }
    }

    <N extends Node> N node(Class<N> type, String id) {
        return Fx.node(scene, type, id);
    }

    Node node(String id) {
        return node(Node.class, id);
    }

    /** Clicks the items with these texts in the menus that are open, from one to the next. */
    void choose(String... texts) {
        for (String text : texts) {
            Fx.click(Fx.get(() -> item(text)));
            Fx.pulses(1);
        }
    }

    private static Node item(String text) {
        List<String> seen = new ArrayList<>();
        for (Window popup : List.copyOf(Window.getWindows())) {
            if (popup instanceof PopupWindow && popup.isShowing()) {
                for (Node n : popup.getScene().getRoot().lookupAll(".label")) {
                    seen.add(((Label) n).getText());
                    if (seen.getLast().equals(text)) {
                        return n;
                    }
                }
            }
        }
        throw new AssertionError("no menu has '" + text + "'; there are " + seen);
    }

    /** A node in a popup that is open. */
    <N extends Node> N popup(Class<N> type, String selector) {
        return Fx.get(() -> Window.getWindows().stream().filter(w -> w instanceof PopupWindow && w.isShowing())
                .flatMap(w -> w.getScene().getRoot().lookupAll(selector).stream()).filter(type::isInstance).map(type::cast).findFirst()
                .orElseThrow(() -> new AssertionError("no popup has " + selector)));
    }

    /** Nodes in the popups that are open; on the JavaFX thread. */
    List<Node> popups(String selector) {
        List<Node> found = new ArrayList<>();
        for (Window w : Window.getWindows()) {
            if (w instanceof PopupWindow && w.isShowing()) {
                found.addAll(w.getScene().getRoot().lookupAll(selector));
            }
        }
        return found;
    }

    boolean popupOpen() {
        return Fx.get(() -> Window.getWindows().stream().anyMatch(w -> w instanceof PopupWindow && w.isShowing()));
    }

    /** A right click at a fraction of a node. */
    void menuOf(Node node, double across, double down) {
        Fx.point(node, across, down);
        Fx.run(() -> Fx.robot().mouseClick(MouseButton.SECONDARY));
        Fx.pulses(1);
    }

    Experiment experimentNow() {
        return Fx.get(() -> session.experiment().get());
    }

    int step() {
        return Fx.get(() -> session.playback().step());
    }

    /** Ids of the tiles on screen. */
    List<String> tiles() {
        return Fx.get(() -> {
            List<String> ids = new ArrayList<>();
            for (Node n : scene.getRoot().lookupAll(".tile")) {
                if (n.isVisible()) {
                    ids.add(n.getId());
                }
            }
            return ids;
        });
    }

    @Override
    public void close() {
        Fx.run(stage::close);
    }
}
