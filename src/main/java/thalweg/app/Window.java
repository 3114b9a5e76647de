package thalweg.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import thalweg.cli.Opening;
import thalweg.experiment.Experiments;
import thalweg.experiment.NamedScenes;
import thalweg.lesson.Lessons;
import thalweg.paint.SampleThumbnail;
import thalweg.paint.Thumbnail;
import thalweg.paint.Views;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Wording;
import thalweg.view.Decor;
import thalweg.view.FileDialogs;
import thalweg.view.LandscapePanel;
import thalweg.view.Late;
import thalweg.view.RunsPanel;
import thalweg.view.Scenes;
import thalweg.view.Shell;
import thalweg.view.Studio;
import thalweg.view.Thumbnails;

/** The window, wired: threads, folders, session and views. Its arguments are those that {@link #launch} gives. */
public final class Window extends Application {
    private static final int PAINTERS = 4;
    private static final Beginning BEGINNING = new Beginning();

    /** Opens the window and returns when it is closed. */
    static void launch(Opening what, boolean presenting) {
        List<String> first = switch (what) {
            case Opening.Nothing _ -> List.of("");
            case Opening.OfFile(Path file) -> List.of("file", file.toString());
            case Opening.OfLesson(String id) -> List.of("lesson", id);
            case Opening.OfScene(String id) -> List.of("scene", id);
        };
        Application.launch(Window.class, Stream.concat(Stream.of(Boolean.toString(presenting)), first.stream()).toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        BEGINNING.readFormulas();
        Decor.loadFonts();
        CompletableFuture<Void> seen = BEGINNING.seen();
        Session session = BEGINNING.session();
        goOnAfterFailures(session);
        Decor.choose(Decor.theme(session.preferences()));
        int painters = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, PAINTERS);
        Studio studio = new Studio(session, Views.ALL, Beginning.threads("painting", painters), Beginning.threads("exporting", 3),
                Platform::runLater);
        Executor small = Beginning.threads("thumbnails", 1);
        Thumbnails thumbnails = new Thumbnails(task -> seen.thenRunAsync(task, small), Platform::runLater, Thumbnail::paint, SampleThumbnail::paint);
        FileDialogs dialogs = new FileDialogs(stage, session.preferences());
        Executor panels = new AfterPictures(seen);
        Late runs = Late.by(panels, () -> new RunsPanel(session));
        Late landscapes = Late.by(panels, () -> new LandscapePanel(session, thumbnails, Experiments::first,
                task -> seen.thenRunAsync(task, Platform::runLater), dialogs));
        Shell shell = new Shell(stage, studio, landscapes, runs, dialogs);
        panels.execute(() -> stage.getIcons().add(new Image(String.valueOf(Window.class.getResource("icon.png")))));
        List<String> words = getParameters().getRaw();
        switch (words.get(1)) {                                   // before anything is seen, or it would be another scene
            case "file" -> shell.take(Path.of(words.get(2)));
            case "scene" -> Scenes.open(session, NamedScenes.of(words.get(2)));
            case "lesson" -> session.lecture().open(Lessons.of(words.get(2)));
            default -> { }
        }
        Awake awake = new Awake(Awake.command(System.getProperty("os.name"), ProcessHandle.current().pid()));
        shell.presenting().addListener((_, _, on) -> awake.hold(on));
        shell.open();
        shell.afterFirstPictures(() -> seen.complete(null));
        panels.execute(session::keepChronicle);
        Rehearsal.folder().ifPresent(_ -> Rehearsal.endAfter(seen));
        if (words.get(1).isEmpty()) {
            panels.execute(session.playback()::playByItself);             // what plays paints again and again, and would delay the panels
        }
        if (Boolean.parseBoolean(words.getFirst())) {
            shell.present();
        }
    }

    @Override
    public void stop() {
        BEGINNING.disk().close();
    }

    private static void goOnAfterFailures(Session session) {
        Thread.setDefaultUncaughtExceptionHandler((_, cause) -> {
            cause.printStackTrace();
            Platform.runLater(() -> session.report(new Problem(Problem.PROGRAM, Wording.of("problem.inside", cause))));
        });
    }
}
