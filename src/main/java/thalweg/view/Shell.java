package thalweg.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import thalweg.experiment.Frame;
import thalweg.paint.CaptionPainter;
import thalweg.paint.Page;
import thalweg.paint.Theme;
import thalweg.paint.Views;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The window as a whole: bars, panels and tiles on one stage, and what concerns them all. */
public final class Shell {
    private final Stage stage;
    private final Studio studio;
    private final Dialogs dialogs;
    private final Pictures pictures;
    private final Session session;
    private final Documents documents;
    private final Tiles tiles;
    private final StageWalk stages;
    private final Middle middle;
    private final VBox top;
    private final Transport transport;
    private final ProgressLine progressLine;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final Keys keys;
    private final RunHistory history;
    private final LessonBar lessonBar;
    private final CaptionView caption;
    private final Calm calm;
    private final Halo halo;
    private final Region black = new Region();
    private final ReadOnlyBooleanWrapper presenting = new ReadOnlyBooleanWrapper();
    private Optional<NotesWindow> notes = Optional.empty();
    private Theme theme;
    private boolean fullScreenBefore;
    private OptionalInt fullBefore = OptionalInt.empty();

    /**
     * Fills the stage; {@link #open} shows it.
     *
     * @param left panel of landscapes
     * @param right panel of runs
     */
    public Shell(Stage stage, Studio studio, Region left, Region right, Dialogs dialogs) {
        this.stage = stage;
        session = studio.session();
        documents = new Documents(session, dialogs);
        LessonFiles lessons = new LessonFiles(studio, dialogs);
        this.studio = studio;
        this.dialogs = dialogs;
        pictures = new Pictures(studio, this::shown, () -> tiles().focusedTile().map(Tile::plot), this::export);
        calm = new Calm(session.preferences(), Platform.getPreferences().reducedMotionProperty());
        calm.on().subscribe(session.playback()::keepStill);
        tiles = new Tiles(studio, pictures);
        stages = new StageWalk(session, tiles);
        middle = new Middle(left, tiles, right, session.preferences());
        transport = new Transport(session);
        progressLine = new ProgressLine(session.playback());
        Notice notice = Notice.none();
        top = new VBox(new TopBar(session, new Menus(session, this, documents, pictures, new TakeAway(studio, dialogs), lessons), this), notice,
                Notice.ofProblems(session));
        BorderPane body = new BorderPane();                       // filled from above, as Tab goes
        body.setTop(top);
        body.setCenter(middle);
        lessonBar = new LessonBar(session, lessons);
        lessonBar.managedProperty().bind(lessonBar.visibleProperty());
        caption = new CaptionView("caption", session, true, height -> height / CaptionPainter.HEIGHT);
        caption.managedProperty().bind(caption.visibleProperty());
        Label notShown = notShown(session);
        notShown.visibleProperty().bind(notShown.textProperty().isNotEmpty().and(presenting.not()));
        body.setBottom(new VBox(notShown, lessonBar, transport, caption, progressLine));
        root.getChildren().add(body);
        scene = new Scene(root);
        caption.prefHeightProperty().bind(scene.heightProperty().multiply(CaptionPainter.HEIGHT / Page.STAGE));
        caption.minHeightProperty().bind(caption.prefHeightProperty());
        caption.maxHeightProperty().bind(caption.prefHeightProperty());
        halo = new Halo(scene);
        black.setId("black");
        black.setStyle("-fx-background-color: black;");
        black.setVisible(false);
        root.getChildren().addAll(halo, black);
        theme = Decor.theme(session.preferences());
        Decor.dress(scene, theme);
        history = new RunHistory(studio, dialogs, Decor.themeOf(root), this::closeOverlay);
        keys = new Keys(studio, this, documents, pictures);
        keys.listenTo(scene);
        documents.acceptDrops(scene);
        BooleanBinding lesson = Bindings.createBooleanBinding(() -> session.lecture().showing().get().isPresent(), session.lecture().showing());
        lessonBar.visibleProperty().bind(lesson.and(presenting.not()));
        caption.visibleProperty().bind(lesson.and(presenting));
        giveFocusBack();
        leaveTheSearch();
        keepAltFromTheMenu();
        keepFocusOnTheSheet();
        present(false);
        session.left().ifPresent(kept -> notice.say(Wording.of("notice.crashed"), Wording.of("notice.open"), () -> session.recover(kept)));
        dressStage();
    }

    /** Which of the chosen views have no room: said below those that have. */
    private static Label notShown(Session session) {
        Label words = new Label();
        words.setId("not-shown");
        words.getStyleClass().add("not-shown");
        words.setMaxWidth(Double.MAX_VALUE);
        words.managedProperty().bind(words.visibleProperty());
        session.experiment().subscribe(e -> {
            List<String> without = Arrangement.withoutRoom(e);
            words.setText(without.isEmpty() ? "" : Wording.of("beside.not-shown", Views.ALL.stream().filter(v -> without.contains(v.id()))
                    .map(Named::view).collect(Collectors.joining(", ")), e.variants().size()));
        });
        return words;
    }

    public Scene scene() {
        return scene;
    }

    /** Opens a file as if it had been dropped: a session, a picture that carries one, or data. */
    public void take(Path file) {
        session.open(file);
    }

    /** Shows the window where it was left, and starts the clock. */
    public void open() {
        WindowPlace.restore(stage, session.preferences());
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                tick(now);
            }
        }.start();
        stage.show();
        focusTiles();
    }

    /** Plays on: before an audience through the stages of what has some, else through the steps. */
    void tick(long nanos) {
        if (!presenting.get() || !stages.tick(nanos)) {
            session.playback().tick(nanos);
        }
    }

    /** Plays or pauses; before an audience also in the middle of the stages of the last step. */
    void togglePlaying() {
        if (!presenting.get() || !stages.goOn()) {
            session.playback().toggle();
        }
    }

    /** Does something once the tiles have their first pictures: what may wait until people see something. */
    public void afterFirstPictures(Runnable work) {
        tiles.afterFirstPictures(work);
    }

    /** Keeps where the window was and says goodbye. */
    void close() {
        pictures.writing().end();
        notes.ifPresent(NotesWindow::close);
        WindowPlace.keep(stage, session.preferences());
        session.close();
        stage.close();
    }

    /** What the speaker sees, once there has been an audience. */
    Optional<Stage> notes() {
        return notes.map(NotesWindow::stage);
    }

    Optional<Tile> focusedTile() {
        return tiles.focusedTile();
    }

    void stage(int by) {
        stages.move(by);
    }

    void tile(int index) {
        tiles.toggleFull(index);
    }

    void toggleTurning() {
        tiles.toggleTurning();
    }

    Calm calm() {
        return calm;
    }

    void toggleTheme() {
        theme = theme == Theme.DARK ? Theme.LIGHT : Theme.DARK;
        tiles.dress(theme, () -> {
            Decor.dress(scene, theme);
            notes.ifPresent(n -> Decor.dress(n.scene(), theme));
        });
        session.preferences().put("theme", theme == Theme.DARK ? "dark" : "light");
    }

    /** Begins on the stage. */
    public void present() {
        if (!presenting.get()) {
            togglePresenting();
        }
    }

    /** Whether an audience is looking: panels are away, and what is seen is large. */
    public ReadOnlyBooleanProperty presenting() {
        return presenting.getReadOnlyProperty();
    }

    void togglePresenting() {
        if (presenting.get()) {
            present(false);
            black.setVisible(false);
            notes.ifPresent(NotesWindow::close);
            session.lecture().leave();
            tiles.restore(fullBefore);
            stage.setFullScreen(fullScreenBefore);
        } else {
            fullScreenBefore = stage.isFullScreen();
            fullBefore = tiles.full();
            session.lecture().enter();
            present(true);
            stage.setFullScreen(true);
            if (session.lecture().showing().get().isPresent()) {
                if (notes.isEmpty()) {                            // made late: few have two screens
                    notes = Optional.of(new NotesWindow(session, System::nanoTime));
                    keys.rule(notes.get().scene());
                }
                notes.get().open(stage, theme);
            }
        }
    }

    /** Goes some scenes on or back in the lesson. */
    void scene(int by) {
        session.lecture().move(by);
    }

    /** Lets the words of the scene shown be written. */
    void writeScene() {
        lessonBar.write();
    }

    /** Takes the picture away from an audience, so that it listens, and gives it back. */
    void toggleBlack() {
        black.setVisible(presenting.get() && !black.isVisible());
    }

    void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    void toggleKeys() {
        toggle("keys", () -> Overlay.keys(keys));
    }

    void toggleHistory() {
        session.playback().pause();
        toggle("history", history::sheet);
        root.getChildren().stream().filter(Overlay.class::isInstance).map(Overlay.class::cast).findFirst().ifPresent(Overlay::focusFirst);
    }

    void toggleAbout() {
        toggle("about", () -> Overlay.about(About.lines()));
    }

    /**
     * Leaves the nearest of: overlay, presentation, full tile, full screen; where there is none of these, stops what is being computed, and
     * leaves a field.
     */
    void escape() {
        if (isCovered()) {
            closeOverlay();
        } else if (black.isVisible()) {
            toggleBlack();
        } else if (presenting.get()) {
            togglePresenting();
        } else if (!tiles.whole()) {
            if (stage.isFullScreen()) {
                stage.setFullScreen(false);
            } else {
                session.cancel();
                focusTiles();                                     // out of a field: the space bar plays again
            }
        }
    }

    private void toggle(String id, Supplier<Overlay> make) {
        boolean there = root.getChildren().removeIf(n -> id.equals(n.getId()));
        root.getChildren().removeIf(Overlay.class::isInstance);
        if (!there) {
            Overlay overlay = make.get();
            overlay.setOnMouseClicked(_ -> root.getChildren().remove(overlay));
            root.getChildren().add(overlay);
        }
    }

    private void present(boolean on) {
        presenting.set(on);
        halo.setVisible(on);
        middle.fold(on);
        for (Region bar : List.of(top, transport)) {
            bar.setVisible(!on);
            bar.setManaged(!on);
        }
        progressLine.setVisible(on);
        progressLine.setManaged(on);
        root.getStyleClass().remove("presenting");
        if (on) {
            root.getStyleClass().add("presenting");               // no ring around the tile with the focus
        }
        tiles.presentingProperty().set(on);
        focusTiles();
    }

    /** After a click on a button or a choice the keyboard belongs to the tiles again: the space bar plays, and does not press the button. */
    private void giveFocusBack() {
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> Platform.runLater(() -> {
            switch (scene.getFocusOwner()) {
                case ButtonBase _ -> focusTiles();
                case ChoiceBox<?> choice when choice.isShowing() -> choice.showingProperty().addListener(new InvalidationListener() {
                    @Override
                    public void invalidated(Observable closed) {
                        choice.showingProperty().removeListener(this);
                        Platform.runLater(Shell.this::focusTiles);
                    }
                });
                case null, default -> { }
            }
        }));
    }

    /** Whoever has found a scene wants to play it: the space bar must not go on searching. */
    private void leaveTheSearch() {
        scene.addEventHandler(KeyEvent.KEY_RELEASED, e -> {
            if (e.getCode() == KeyCode.ENTER && e.getTarget() instanceof Node node && "search".equals(node.getId())) {
                focusTiles();
            }
        });
    }

    /** Alt alone goes to the menu bar; Alt let go after something was done with the pointer belonged to that. */
    private void keepAltFromTheMenu() {
        boolean[] used = {false};
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> used[0] = e.isAltDown());
        scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> {
            if (e.getCode() == KeyCode.ALT && used[0]) {
                used[0] = false;
                e.consume();
            }
        });
    }

    private void focusTiles() {
        if (isCovered()) {
            return;
        }
        tiles.focusedTile().ifPresent(Node::requestFocus);
    }

    private Tiles tiles() {
        return tiles;
    }

    Theme theme() {
        return theme;
    }

    /** All that is on screen, at rest. */
    ExportScene.Part shown() {
        tiles.rest();
        Frame frame = session.frame().get();
        boolean perRun = session.experiment().get().look().layout().equals(Arrangement.PER_RUN);
        List<String> views = tiles.tiles().stream().filter(Node::isVisible).map(t -> t.kind().id()).distinct().toList();
        return new ExportScene.Part(Wording.of("export.all-tiles"), frame.withHover(Optional.empty()), views, perRun, (int) tiles.getWidth(),
                (int) tiles.getHeight());
    }

    /** Opens the sheet of exports; what plays rests, so that what is written is what is seen. */
    private void export(ExportScene scene, boolean all) {
        session.playback().pause();
        root.getChildren().removeIf(Overlay.class::isInstance);
        ExportSheet sheet = new ExportSheet(studio, dialogs, scene, all, pictures.writing(), theme, this::closeOverlay);
        Overlay overlay = Overlay.export(sheet);
        overlay.setOnMouseClicked(_ -> closeOverlay());
        root.getChildren().add(overlay);
        sheet.first().requestFocus();
    }

    private void closeOverlay() {
        root.getChildren().removeIf(Overlay.class::isInstance);
        focusTiles();
    }

    private boolean isCovered() {
        return root.getChildren().stream().anyMatch(Overlay.class::isInstance);
    }

    /** While a sheet lies over the window, the keyboard stays on it. */
    private void keepFocusOnTheSheet() {
        scene.focusOwnerProperty().subscribe(owner -> {
            if (owner != null && isCovered() && root.getChildren().getLast() instanceof Overlay overlay && overlay.hasControls()
                    && !within(owner, overlay)) {
                Platform.runLater(overlay::focusFirst);
            }
        });
    }

    private static boolean within(Node node, Node whole) {
        return node == whole || node.getParent() != null && within(node.getParent(), whole);
    }

    private void dressStage() {
        stage.titleProperty().bind(Bindings.createStringBinding(
                () -> session.file().get().map(f -> f.getFileName() + (session.modified().get() ? " *" : ""))
                        .orElseGet(() -> session.awaiting().get() ? Words.name(session.experiment().get())
                                : Words.name(session.frame().get()) + Words.count(session.frame().get())) + " \u2013 Thalweg",
                session.file(), session.modified(), session.frame(), session.awaiting()));
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setMinWidth(800);
        stage.setMinHeight(500);
        stage.setScene(scene);
        stage.setOnCloseRequest(_ -> close());
    }
}
