package thalweg.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import thalweg.experiment.Experiments;
import thalweg.paint.Thumbnail;
import thalweg.paint.Views;
import thalweg.session.Autosave;
import thalweg.session.Preferences;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Workers;
import thalweg.view.Decor;
import thalweg.view.FileDialogs;
import thalweg.view.LandscapePanel;
import thalweg.view.RunsPanel;
import thalweg.view.Shell;
import thalweg.view.Studio;
import thalweg.view.Thumbnails;

/** The window, wired: threads, folders, session and views. Its one argument, if any, is a file to open. */
public final class Window extends Application {
    private static final int PAINTERS = 4;

    private final Disk disk = new Disk();

    @Override
    public void start(Stage stage) {
        Decor.loadFonts();
        Path home = Home.folder(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
        Preferences preferences = new Preferences(home.resolve("preferences.properties"), disk);
        Autosave autosave = new Autosave(home, ProcessHandle.current().pid(), disk);
        Workers workers = new Workers(threads("paths", 1), threads("search", 1), disk, Platform::runLater);
        Session session = new Session(Experiments.first(), workers, preferences, autosave);
        goOnAfterFailures(session);
        int painters = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, PAINTERS);
        Studio studio = new Studio(session, Views.ALL, threads("painting", painters), Platform::runLater);
        CompletableFuture<Void> seen = new CompletableFuture<>();
        Executor small = threads("thumbnails", 1);
        Thumbnails thumbnails = new Thumbnails(task -> seen.thenRunAsync(task, small), Platform::runLater, Thumbnail::paint);
        Shell shell = new Shell(stage, studio, new LandscapePanel(session, thumbnails, Experiments::first), new RunsPanel(session),
                new FileDialogs(stage, preferences));
        stage.getIcons().add(new Image(String.valueOf(Window.class.getResource("icon.png"))));
        List<String> files = getParameters().getUnnamed();
        shell.open();
        shell.afterFirstPictures(() -> seen.complete(null));
        if (files.isEmpty()) {
            session.playback().play();
        } else {
            session.open(Path.of(files.getFirst()));
        }
    }

    @Override
    public void stop() {
        disk.close();
    }

    private static Executor threads(String name, int count) {
        return Executors.newFixedThreadPool(count, Thread.ofPlatform().name(name, 0).daemon().factory());
    }

    private static void goOnAfterFailures(Session session) {
        Thread.setDefaultUncaughtExceptionHandler((_, cause) -> {
            cause.printStackTrace();
            Platform.runLater(() -> session.report(new Problem(Problem.PROGRAM, "something went wrong inside: " + cause)));
        });
    }
}
