package thalweg.view;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import thalweg.experiment.Experiment;
import thalweg.experiment.Focus;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.paint.Composition;
import thalweg.paint.Numbers;
import thalweg.paint.Style;
import thalweg.paint.Theme;
import thalweg.paint.ViewKind;
import thalweg.session.Chronicle;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The sets of runs that were finished: each with a picture, pinned and named, brought back, and two of them side by side. */
final class RunHistory {
    private static final double WIDTH = 132;
    private static final double HEIGHT = 84;
    private static final double FINE = 2;
    /** At this scale so small a plot has neither labels nor words, only its map and paths. */
    private static final double SMALL = 1.3;
    private static final double SHEET_WIDTH = 780;
    private static final double SHEET_HEIGHT = 540;
    private static final int RESULTS = 4;
    private static final String LIST = "runs.csv";
    private static final int FRAMES = 20;
    /** Numbers in the paths of a frame that is kept: some 16 MB. */
    private static final long LARGEST = 2_000_000;

    private final Studio studio;
    private final Dialogs dialogs;
    private final Runnable close;
    private final ObservableValue<Theme> theme;
    private final Map<Long, ObjectProperty<Image>> pictures = new HashMap<>();
    private final Set<Long> chosen = new LinkedHashSet<>();
    /** The frames of the newest sets, to be compared at once: training again may take minutes. */
    private final Map<Long, Frame> frames = new LinkedHashMap<>();

    /**
     * Listens from now on, so that every set has its picture from the frame it was shown in; painted when it is looked at, or when that frame is let
     * go.
     *
     * @param close takes the sheet away
     */
    RunHistory(Studio studio, Dialogs dialogs, ObservableValue<Theme> theme, Runnable close) {
        this.studio = studio;
        this.dialogs = dialogs;
        this.close = close;
        this.theme = theme;
        session().chronicle().entries().stream().filter(e -> shows(e, session().frame().get())).forEach(e -> keep(e, session().frame().get()));
        session().chronicle().entries().addListener((ListChangeListener<Chronicle.Entry>) change -> {
            while (change.next()) {
                change.getAddedSubList().stream().filter(e -> shows(e, session().frame().get())).forEach(e -> keep(e, session().frame().get()));
            }
        });
    }

    private Session session() {
        return studio.session();
    }

    private static boolean shows(Chronicle.Entry entry, Frame frame) {
        return frame != null && entry.experiment().equals(frame.experiment());
    }

    private void keep(Chronicle.Entry entry, Frame frame) {
        long numbers = frame.tracks().stream().mapToLong(t -> (t.trajectory().last() + 1L) * t.trajectory().dimension()).sum();
        frames.remove(entry.number());
        picture(entry.number()).set(null);                        // of what a slider passed on its way
        if (numbers <= LARGEST) {
            frames.put(entry.number(), frame);
        } else {
            paint(entry.number(), frame);
        }
        if (frames.size() > FRAMES) {
            long oldest = frames.keySet().iterator().next();
            paint(oldest, frames.remove(oldest));
        }
    }

    /** Paints the picture of a set, unless it is there. */
    private void paint(long number, Frame frame) {
        ObjectProperty<Image> picture = picture(number);
        if (picture.get() != null) {
            return;
        }
        Style style = new Style(theme.getValue(), SMALL, true);
        Frame bare = frame.at(frame.last()).withLook(frame.experiment().look().withCriticalPoints(false).withFocus(Focus.DEFAULT));
        picture(bare, List.of(map(frame)), style, WIDTH, HEIGHT, false, picture::set);
    }

    private ObjectProperty<Image> picture(long number) {
        return pictures.computeIfAbsent(number, _ -> new SimpleObjectProperty<>());
    }

    private static String map(Frame frame) {
        return frame.scene().slice().dimension() == 1 ? "curve" : "contour";
    }

    /** Paints views of a frame in the background and hands the picture over on the JavaFX thread. */
    private void picture(Frame frame, List<String> views, Style style, double width, double height, boolean titled, Consumer<Image> done) {
        List<ViewKind> kinds = views.stream().map(studio::kind).toList();
        studio.painting().execute(() -> {
            Sheet sheet = new Sheet(width, height, FINE);
            Rectangle2D area = new Rectangle2D.Double(0, 0, width, height);
            if (titled) {
                sheet.paint(g -> Composition.of(kinds, style).paint(g, area, frame));
            } else {
                sheet.paint(g -> kinds.getFirst().plot().apply(style, thalweg.paint.Memo.NONE).paint(g, area, frame));
            }
            studio.window().execute(() -> done.accept(sheet.image()));
        });
    }

    /** The sheet with the list. */
    Overlay sheet() {
        chosen.clear();
        BorderPane pane = new BorderPane();
        pane.setPrefSize(SHEET_WIDTH, SHEET_HEIGHT);
        list(pane);
        return Overlay.history(pane, pane.lookup("#export-list"));
    }

    private void list(BorderPane pane) {
        Label heading = new Label(Wording.of("history.title"));
        heading.getStyleClass().add("heading");
        Button compare = new Button(Wording.of("history.compare-two"));
        compare.setId("compare");
        compare.setDisable(true);
        compare.setOnAction(_ -> compare(pane));
        Button export = new Button(Wording.of("history.export"));
        export.setId("export-list");
        export.setOnAction(_ -> export());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, heading, gap, compare, export);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox rows = new VBox(8);
        rows.getStyleClass().add("history");
        List<Chronicle.Entry> entries = new ArrayList<>(session().chronicle().entries());
        entries.sort(java.util.Comparator.comparing((Chronicle.Entry e) -> !e.pinned()));
        entries.forEach(e -> rows.getChildren().add(row(e, pane, compare)));
        if (entries.isEmpty()) {
            rows.getChildren().add(new Label(Wording.of("history.none")));
            export.setDisable(true);
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setTop(head);
        pane.setCenter(scroll);
        BorderPane.setMargin(scroll, new javafx.geometry.Insets(12, 0, 0, 0));
    }

    private Node row(Chronicle.Entry entry, BorderPane pane, Button compare) {
        Optional.ofNullable(frames.get(entry.number())).ifPresentOrElse(frame -> paint(entry.number(), frame), () -> remake(entry));
        ImageView view = new ImageView();
        view.setFitWidth(WIDTH);
        view.setFitHeight(HEIGHT);
        view.imageProperty().bind(picture(entry.number()));
        StackPane picture = new StackPane(view);
        picture.setMinSize(WIDTH, HEIGHT);
        picture.getStyleClass().add("picture");
        TextField name = new TextField(entry.name());
        name.setId("name-" + entry.number());
        name.setPromptText(entry.title());
        name.setAccessibleText(Wording.of("history.name", entry.number()));
        name.setPrefWidth(220);
        name.setOnAction(_ -> session().chronicle().name(entry.number(), name.getText()));
        name.focusedProperty().subscribe(has -> {
            if (!has) {
                session().chronicle().name(entry.number(), name.getText());
            }
        });
        Label when = new Label(Wording.of("history.when", entry.title(), when(entry),
                Numbers.whole(entry.experiment().stop().steps())));
        when.getStyleClass().add("detail");
        VBox words = new VBox(2, name, when, results(entry));
        HBox.setHgrow(words, Priority.ALWAYS);
        CheckBox choose = new CheckBox(Wording.of("history.compare"));
        choose.setId("choose-" + entry.number());
        choose.setSelected(chosen.contains(entry.number()));
        choose.setOnAction(_ -> {
            if (choose.isSelected()) {
                chosen.add(entry.number());
            } else {
                chosen.remove(entry.number());
            }
            compare.setDisable(chosen.size() != 2);
        });
        ToggleButton pin = Icons.toggle("pin-" + entry.number(), Icons.icon(Feather.BOOKMARK), Wording.of("history.pin"));
        pin.getStyleClass().add("icon");
        pin.setSelected(entry.pinned());
        pin.setOnAction(_ -> {
            session().chronicle().pin(entry.number(), pin.isSelected());
            list(pane);
        });
        Button back = new Button(Wording.of("history.back"));
        back.setId("back-" + entry.number());
        back.setOnAction(_ -> {
            close.run();
            session().show(Wording.of("edit.bring-back"), entry.experiment());
        });
        VBox buttons = new VBox(6, back, choose);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(12, picture, words, pin, buttons);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    /** A set of an earlier window has no frame: its paths are made again, unless that is a training; beside the painters, for there may be many. */
    private void remake(Chronicle.Entry entry) {
        if (picture(entry.number()).get() == null && entry.experiment().learning().isEmpty()) {
            studio.exporting().execute(() -> made(entry.experiment())
                    .ifPresent(frame -> studio.window().execute(() -> paint(entry.number(), frame))));
        }
    }

    private static String when(Chronicle.Entry entry) {
        boolean today = entry.time().toLocalDate().equals(LocalDate.now());
        return entry.time().format(today ? DateTimeFormatter.ofPattern("HH:mm:ss")
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.getDefault(Locale.Category.DISPLAY)));
    }

    private static Label results(Chronicle.Entry entry) {
        List<String> lines = entry.results().stream().limit(RESULTS)
                .map(r -> r.run() + ": J = " + Numbers.of(r.loss()) + " " + Words.outcome(r.ended()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (entry.results().size() > RESULTS) {
            lines.set(RESULTS - 1, Wording.of("history.more", entry.results().size() - RESULTS + 1));
        }
        Label label = new Label(String.join("\n", lines));
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Two sets side by side, made again in the background: the map, the cost and the numbers of each. */
    private void compare(BorderPane pane) {
        HBox both = new HBox(12);
        double width = (SHEET_WIDTH - 12) / 2;
        double height = SHEET_HEIGHT - 110;
        for (long number : List.copyOf(chosen)) {
            session().chronicle().entry(number).ifPresent(entry -> both.getChildren().add(side(entry, width, height)));
        }
        Button list = new Button(Wording.of("history.list"));
        list.setId("back-to-list");
        list.setOnAction(_ -> {
            chosen.clear();
            list(pane);
        });
        Label heading = new Label(Wording.of("history.two"));
        heading.getStyleClass().add("heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, heading, gap, list);
        head.setAlignment(Pos.CENTER_LEFT);
        pane.setTop(head);
        pane.setCenter(both);
        BorderPane.setMargin(both, new javafx.geometry.Insets(12, 0, 0, 0));
    }

    private Node side(Chronicle.Entry entry, double width, double height) {
        Label title = new Label((entry.name().isEmpty() ? entry.title() + " " + entry.number() : entry.name()) + ", " + when(entry));
        title.getStyleClass().add("strong");
        ImageView view = new ImageView();
        view.setId("side-" + entry.number());
        view.setFitWidth(width);
        view.setFitHeight(height);
        Button back = new Button(Wording.of("history.back"));
        back.setOnAction(_ -> {
            close.run();
            session().show(Wording.of("edit.bring-back"), entry.experiment());
        });
        Style style = new Style(theme.getValue(), 0.85, true);
        Consumer<Frame> paint = frame -> picture(frame.at(frame.last()), List.of(map(frame), "loss"), style, width, height, true, view::setImage);
        Label lost = new Label("");
        lost.setWrapText(true);
        if (frames.containsKey(entry.number())) {
            paint.accept(frames.get(entry.number()));
        } else if (entry.experiment().learning().isPresent()) {
            lost.setText(Wording.of("history.lost"));
        } else {
            studio.painting().execute(() -> made(entry.experiment()).ifPresent(frame -> studio.window().execute(() -> paint.accept(frame))));
        }
        VBox side = new VBox(6, title, new StackPane(lost, view), back);
        side.setPrefWidth(width);
        return side;
    }

    private static Optional<Frame> made(Experiment experiment) {
        try {
            return Optional.of(Frames.frame(experiment));
        } catch (IllegalArgumentException _) {
            return Optional.empty();                              // data that is gone: the list still says what came of it
        }
    }

    private void export() {
        dialogs.save(Wording.of("history.export-title"), LIST).ifPresent(file -> {
            try {
                session().chronicle().write(file);
                session().report(Wording.of("status.saved", file.getFileName()));
            } catch (IOException e) {
                session().report(new Problem(Problem.FILE, e.getMessage()));
            }
        });
    }
}
