package thalweg.view;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import thalweg.experiment.Frame;
import thalweg.export.Estimate;
import thalweg.export.Exports;
import thalweg.export.Film;
import thalweg.export.Format;
import thalweg.export.Picture;
import thalweg.paint.Theme;
import thalweg.session.Newest;
import thalweg.session.Preferences;
import thalweg.session.Wording;
import thalweg.view.ExportWriting.State;

/**
 * The sheet on which a picture or film is made ready: a preview at the left, its settings at the right, and below where it goes, how large it
 * will be, and while it is written how far it is. There is no other dialog, and no question is asked: that a file would be replaced stands
 * beside its name.
 */
final class ExportSheet extends BorderPane {
    static final String FOLDER = "folder";
    private static final double FORM = 376;
    /** Nothing may change for so long before the size is estimated: that costs up to a second of another core. */
    private static final Duration REST = Duration.millis(350);
    private static final String[] UNITS = {"B", "KB", "MB", "GB"};

    private record Weighing(Frame frame, Picture picture, Optional<Film> film, Format format) {
    }

    private final Studio studio;
    private final ExportScene scene;
    private final ExportWriting writing;
    private final Theme window;
    private final Runnable close;
    private final ExportPreview preview;
    private final ExportForm form;
    private final TextField name = new TextField();
    private final Label ending = new Label();
    private final TextField folder = new TextField();
    private final Button choose;
    private final Label note = new Label();
    private final Label size = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button go = new Button(Wording.of("export.go"));
    private final Button stop = new Button(Wording.of("export.stop"));
    private final TimeLeft clock = new TimeLeft();
    private final PauseTransition rest = new PauseTransition(REST);
    private final Newest<Weighing> weighing;
    private ExportChoices choices;
    private boolean fits;

    /**
     * A sheet.
     *
     * @param all whether it begins with all tiles, or with the one that has the focus
     * @param window the theme of the window
     * @param close puts the sheet away
     */
    ExportSheet(Studio studio, Dialogs dialogs, ExportScene scene, boolean all, ExportWriting writing, Theme window, Runnable close) {
        this.studio = studio;
        this.scene = scene;
        this.writing = writing;
        this.window = window;
        this.close = close;
        setId("export-sheet");
        getStyleClass().add("export");
        Preferences preferences = studio.session().preferences();
        choices = ExportChoices.recalled(preferences, scene, all);
        weighing = new Newest<>(studio.exporting(), this::weigh);
        rest.setOnFinished(_ -> weigh());
        preview = new ExportPreview(studio);
        form = new ExportForm(scene, choices, this::changed);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("export-scroll");
        scroll.setPrefWidth(FORM);
        scroll.setMinWidth(FORM);
        setTop(head());
        setCenter(preview);
        setRight(scroll);
        choose = Icons.button("export-choose-folder", Feather.FOLDER, Wording.of("export.choose-folder"),
                () -> dialogs.folder(folder.getText()).ifPresent(p -> folder.setText(p.toString())));
        setBottom(foot());
        name.setText(Documents.name(studio.session()) + (all ? "" : "-" + scene.tile().views().getFirst()));
        folder.setText(preferences.text(FOLDER, System.getProperty("user.home", ".")));
        name.setOnAction(_ -> go.fire());
        folder.setOnAction(_ -> go.fire());
        name.textProperty().subscribe(_ -> named());
        folder.textProperty().subscribe(_ -> place());
        Subscription following = writing.state().subscribe(this::follow);
        sceneProperty().subscribe((_, now) -> {
            if (now == null) {
                rest.stop();
                following.unsubscribe();
            }
        });
        changed(choices);
    }

    /** The first control, which has the focus when the sheet opens. */
    Node first() {
        return name;
    }

    private Node head() {
        Label title = new Label(Wording.of("export.go"));
        title.getStyleClass().add("heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, Icons.button("export-close", Feather.X, Wording.of("export.close"), close));
        head.getStyleClass().add("export-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node foot() {
        name.setId("export-name");
        name.setAccessibleText(Wording.of("export.file-name"));
        name.setPrefWidth(200);
        ending.getStyleClass().addAll("muted");
        ending.setMinWidth(Region.USE_PREF_SIZE);
        folder.setId("export-folder");
        folder.setAccessibleText(Wording.of("export.folder"));
        HBox.setHgrow(folder, Priority.ALWAYS);
        Label in = new Label(Wording.of("export.in"));
        in.getStyleClass().add("muted");
        HBox file = new HBox(8, name, ending, in, folder, choose);
        file.setAlignment(Pos.CENTER_LEFT);
        note.setId("export-note");
        note.getStyleClass().add("small");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        VBox left = new VBox(4, file, note);
        HBox.setHgrow(left, Priority.ALWAYS);
        size.setId("export-size");
        size.getStyleClass().addAll("muted", "small");
        size.setMinSize(150, 28);
        size.setAlignment(Pos.CENTER_RIGHT);
        bar.setId("export-progress");
        bar.setAccessibleText(Wording.of("status.progress"));
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox middle = new VBox(4, size, bar);
        middle.setAlignment(Pos.TOP_RIGHT);
        stop.setId("export-stop");
        stop.setOnAction(_ -> writing.stop());
        go.setId("export-go");
        go.getStyleClass().add("primary");
        go.setOnAction(_ -> begin());
        go.setMinWidth(84);
        HBox actions = new HBox(8, stop, go);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        HBox foot = new HBox(16, left, middle, actions);
        foot.setAlignment(Pos.TOP_LEFT);
        foot.getStyleClass().add("export-foot");
        return foot;
    }

    private void changed(ExportChoices now) {
        choices = now;
        String typed = name.getText().strip();
        if (ExportChoices.named(typed).filter(f -> f != now.format()).isPresent()) {
            name.setText(stem(typed));
        }
        ending.setText(now.format().ending());
        refresh();
        place();
    }

    /** A name with the ending of a kind of file means that kind. */
    private void named() {
        ExportChoices.named(name.getText()).filter(f -> f != choices.format()).ifPresent(f -> {
            choices = choices.withFormat(f).fitted(scene);
            form.show(choices);
            refresh();
        });
        ending.setText(ExportChoices.named(name.getText()).isPresent() ? "" : choices.format().ending());
        place();
    }

    /** A name without the ending of a kind of file. */
    private static String stem(String typed) {
        return typed.substring(0, typed.length() - ExportChoices.named(typed).map(f -> f.ending().length()).orElse(0));
    }

    /** Shows what would be made, or says beside the controls why it cannot be. */
    private void refresh() {
        fits = false;
        for (ExportForm.Row row : ExportForm.Row.values()) {
            form.say(row, "");
        }
        size.setText("");
        Frame frame = scene.frame(choices.all());
        Optional<Film> film = Optional.empty();
        Picture picture;
        try {
            picture = choices.picture(scene, window);
        } catch (IllegalArgumentException e) {
            form.say(ExportForm.Row.SIZE, e.getMessage());
            return;
        }
        try {
            film = choices.film();
        } catch (IllegalArgumentException e) {
            form.say(ExportForm.Row.FILM, e.getMessage());
            return;
        }
        preview.show(frame, picture, film);
        try {
            Path any = Path.of("any" + choices.format().ending());
            if (film.isPresent()) {
                Exports.check(picture, film.get(), any);
            } else {
                Exports.check(picture, any);
            }
        } catch (IllegalArgumentException e) {
            form.say(choices.format().isPage() ? ExportForm.Row.FORMAT : choices.format() == Format.GIF ? ExportForm.Row.FILM : ExportForm.Row.SIZE,
                    e.getMessage());
            return;
        }
        fits = true;
        size.setText(Wording.of("export.estimating"));
        rest.playFromStart();
    }

    private void weigh() {
        if (fits && !writing.isBusy()) {
            weighing.request(new Weighing(scene.frame(choices.all()), choices.picture(scene, window), choices.film(), choices.format()));
        }
    }

    private void weigh(Weighing asked, BooleanSupplier replaced) {
        BooleanSupplier unwanted = () -> replaced.getAsBoolean() || writing.hasBegun();
        try {
            OptionalLong bytes = asked.film().isPresent()
                    ? Estimate.film(asked.frame(), asked.picture(), asked.film().get(), asked.format(), unwanted)
                    : Estimate.picture(asked.frame(), asked.picture(), asked.format(), unwanted);
            bytes.ifPresent(b -> studio.window().execute(() -> weighed(asked, b)));
        } catch (RuntimeException | Error e) {
            studio.window().execute(() -> studio.failed(e));
        }
    }

    private void weighed(Weighing asked, long bytes) {
        if (fits && !writing.isBusy() && asked.equals(new Weighing(scene.frame(choices.all()), choices.picture(scene, window), choices.film(),
                choices.format()))) {
            size.setText(Wording.of("export.about", bytes(bytes)));
        }
    }

    /** 340 KB, 1.2 MB. */
    static String bytes(double bytes) {
        int unit = 0;
        double value = bytes;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit > 0 && value < 9.95 ? "%.1f" : "%.0f", value) + " "
                + (unit == 0 ? Wording.of("export.bytes") : UNITS[unit]);
    }

    /** The file that is meant; empty with a sentence beside it if there can be none. */
    private Optional<Path> place() {
        Optional<Path> file = Optional.empty();
        String sentence = "";
        boolean wrong = true;
        try {
            String typed = name.getText().strip();
            Path in = Path.of(folder.getText().strip());
            Path whole = in.resolve(ExportChoices.named(typed).isPresent() ? typed : typed + choices.format().ending());
            if (stem(typed).isEmpty()) {
                sentence = Wording.of("export.needs-name");
            } else if (!Path.of(typed).equals(Path.of(typed).getFileName())) {
                sentence = Wording.of("export.no-separator", whole.getFileSystem().getSeparator());
            } else if (!Files.isDirectory(in)) {
                sentence = Wording.of("export.no-folder", in);
            } else if (!Files.isWritable(in)) {
                sentence = Wording.of("export.folder-read-only", in);
            } else if (Files.isDirectory(whole)) {
                sentence = Wording.of("export.is-folder", whole.getFileName());
            } else if (Files.exists(whole) && !Files.isWritable(whole)) {
                sentence = Wording.of("export.file-read-only", whole.getFileName());
            } else {
                wrong = false;
                file = Optional.of(whole);
                sentence = Files.exists(whole) ? Wording.of("export.replaces", whole.getFileName()) : "";
            }
        } catch (InvalidPathException e) {
            sentence = Wording.of("export.no-name", e.getInput());
        }
        if (!writing.isBusy()) {
            say(sentence, wrong);
        }
        go.setDisable(file.isEmpty() || !fits || writing.isBusy());
        return file;
    }

    private void say(String sentence, boolean wrong) {
        note.setText(sentence);
        note.getStyleClass().removeAll("danger", "muted");
        note.getStyleClass().add(wrong ? "danger" : "muted");
    }

    private void begin() {
        place().filter(_ -> fits).ifPresent(file -> {
            Preferences preferences = studio.session().preferences();
            choices.remember(preferences);
            preferences.put(FOLDER, folder.getText().strip());
            writing.begin(scene.frame(choices.all()), choices.picture(scene, window), choices.film(), file);
        });
    }

    private void follow(State state) {
        boolean busy = state instanceof State.Busy;
        form.setDisable(busy);
        name.setDisable(busy);
        folder.setDisable(busy);
        choose.setDisable(busy);
        bar.setVisible(busy);
        stop.setVisible(busy && ((State.Busy) state).of() > 1);
        switch (state) {
            case State.Busy(Path file, int done, int of) -> {
                double part = of <= 1 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / of;
                bar.setProgress(part);
                String left = clock.at(Math.max(0, part), System.nanoTime());
                size.setText(of <= 1 ? Wording.of("export.writing") : Wording.of("export.picture", done, of));
                say(Wording.of("export.writing-file", file.getFileName()) + (left.isEmpty() ? "" : ", " + left), false);
                go.setDisable(true);
            }
            case State.Saved _ -> {
                writing.rest();
                close.run();
            }
            case State.Stopped(Path file) -> {
                ready();
                say(Wording.of("export.stopped", file.getFileName()), false);
            }
            case State.Failed(Path _, String sentence) -> {
                ready();
                say(sentence, true);
            }
            case State.Idle _ -> ready();
        }
    }

    private void ready() {
        clock.at(-1, System.nanoTime());
        size.setText("");
        place();
        weigh();
    }
}
