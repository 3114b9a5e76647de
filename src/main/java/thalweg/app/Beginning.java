package thalweg.app;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import thalweg.experiment.Experiments;
import thalweg.paint.Formulary;
import thalweg.paint.Typeset;
import thalweg.session.Autosave;
import thalweg.session.Language;
import thalweg.session.Preferences;
import thalweg.session.Session;
import thalweg.session.Workers;

/** What can be made beside JavaFX: the session with its first frame while that is starting, and the fonts of formulas. */
final class Beginning {
    /** What waits for the first pictures waits no longer than this, whatever became of them. */
    private static final long LONGEST_SECONDS = 8;

    private final Disk disk = new Disk();
    private final CompletableFuture<Void> seen = new CompletableFuture<Void>().completeOnTimeout(null, LONGEST_SECONDS, TimeUnit.SECONDS);
    private final CompletableFuture<Session> session;

    /** Begins, on a thread of its own. */
    Beginning() {
        session = CompletableFuture.supplyAsync(this::makeSession, threads("beginning", 1));
    }

    /** Reads the fonts of formulas on a thread of its own: once people see something, or at once where the first plots need them. */
    void readFormulas() {
        (Formulary.isThere() ? seen : CompletableFuture.<Void>completedFuture(null)).thenRunAsync(Typeset::readFonts, threads("formulas", 1));
    }

    /** The session, waited for; belongs to the JavaFX thread from now on. */
    Session session() {
        return session.join();
    }

    /** Completed when people see the first pictures. */
    CompletableFuture<Void> seen() {
        return seen;
    }

    Disk disk() {
        return disk;
    }

    /** Threads that do not keep the program alive. */
    static Executor threads(String name, int count) {
        return Executors.newFixedThreadPool(count, Thread.ofPlatform().name(name, 0).daemon().factory());
    }

    private Session makeSession() {
        Path home = Rehearsal.folder().orElseGet(
                () -> Home.folder(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home")));
        Preferences preferences = new Preferences(home.resolve("preferences.properties"), disk);
        Language.of(preferences).speak();
        Autosave autosave = new Autosave(home, ProcessHandle.current().pid(), disk);
        Executor search = threads("search", 1);
        Workers workers = new Workers(threads("paths", 1), threads("crew", 1), task -> seen.thenRunAsync(task, search), threads("surveys", 1), disk,
                threads("files", 1), Platform::runLater);
        return new Session(Experiments.first(), workers, preferences, autosave);
    }
}
