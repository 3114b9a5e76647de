package thalweg.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import thalweg.export.Film;
import thalweg.export.Format;
import thalweg.export.Picture;
import thalweg.export.Preset;
import thalweg.paint.Composition.Parts;
import thalweg.paint.Views;
import thalweg.session.Wording;
import thalweg.view.ExportChoices.Motion;
import thalweg.view.ExportChoices.Paper;

/** The controls of the sheet of exports, from what is shown down to how a film moves; mistakes are said below the row they belong to. */
final class ExportForm extends VBox {
    /** Rows that a mistake can belong to. */
    enum Row { FORMAT, SIZE, FILM }

    private static final double NAME = 72;
    private static final double FIELD = 58;

    private final Consumer<ExportChoices> changed;
    private final ExportScene scene;
    private final List<Consumer<ExportChoices>> controls = new ArrayList<>();
    private final Map<Row, Label> mistakes = new HashMap<>();
    private final Label pixels = small(new Label());
    private final Label length = small(new Label());
    private final VBox motion = new VBox(4);
    private ExportChoices choices;
    private boolean showing;

    /** Controls for a scene; {@code changed} is told of every change. */
    ExportForm(ExportScene scene, ExportChoices first, Consumer<ExportChoices> changed) {
        super(4);
        this.scene = scene;
        this.changed = changed;
        choices = first;
        getStyleClass().add("export-form");
        getChildren().add(segments("export-format", Wording.of("export.format"), List.of(Format.values()), Enum::name,
                f -> f.name().toLowerCase(Locale.ROOT), ExportChoices::format,
                (c, f) -> c.withFormat(f).fitted(scene)));
        getChildren().add(mistake(Row.FORMAT));
        row(Wording.of("export.show"), segments("export-what", Wording.of("export.what"), List.of(false, true), all -> all
                ? Wording.of("export.all-tiles")
                : scene.tile().name(),
                all -> all ? "all" : "tile",
                ExportChoices::all, (c, all) -> c.withAll(all).fitted(c.paper().purpose(), scene)));
        List<String> purposes = new ArrayList<>(List.of(ExportChoices.SCREEN));
        purposes.addAll(Preset.ids());
        purposes.add(ExportChoices.OWN);
        int paper = getChildren().size();
        row(Wording.of("export.for"), choice("export-purpose", Wording.of("export.purpose-name"), purposes, ExportForm::purpose,
                c -> c.paper().purpose(), (c, id) -> c.fitted(id, scene)));
        Node width = whole("export-width", Wording.of("export.width"), Picture.LEAST, Picture.MOST, c -> c.paper().width(),
                (c, w) -> own(c, w, c.paper().height(), c.paper().scale()));
        Node height = whole("export-height", Wording.of("export.height"), Picture.LEAST, Picture.MOST, c -> c.paper().height(),
                (c, h) -> own(c, c.paper().width(), h, c.paper().scale()));
        Label by = new Label("\u00d7");
        by.getStyleClass().add("muted");
        row(Wording.of("export.size"), line(width, by, height));
        row(Wording.of("export.scale"), segments("export-scale", Wording.of("export.scale-name"), List.of(1.0, 1.5, 2.0, 3.0, 4.0),
                s -> Typed.text(s) + "\u00d7", Typed::text, c -> c.paper().scale(), (c, s) -> own(c, c.paper().width(), c.paper().height(), s)));
        pixels.setId("export-pixels");
        pixels.setWrapText(true);                                 // what a page shows can take two lines
        pixels.setMinHeight(USE_PREF_SIZE);
        row("", pixels);
        getChildren().add(mistake(Row.SIZE));
        row(Wording.of("export.theme"), choice("export-theme", Wording.of("export.theme"), List.of(ExportChoices.WINDOW, "light", "dark", "print"),
                id -> Wording.of("export.theme." + id), ExportChoices::theme,
                ExportChoices::withTheme));
        row(Wording.of("export.with"), line(check("export-title", Wording.of("export.title-part"), c -> c.parts().title(),
                (c, on) -> parts(c, on, c.parts().legend(), c.parts().caption())),
                check("export-legend", Wording.of("export.legend"), c -> c.parts().legend(),
                        (c, on) -> parts(c, c.parts().title(), on, c.parts().caption())),
                check("export-caption", Wording.of("export.caption"), c -> c.parts().caption(),
                        (c, on) -> parts(c, c.parts().title(), c.parts().legend(), on))));
        CheckBox clear = check("export-transparent", Wording.of("export.transparent"), c -> !c.parts().ground() && !c.format().isFilm(),
                (c, on) -> c.withParts(new Parts(!on, c.parts().title(), c.parts().legend(), c.parts().caption())));
        controls.add(c -> clear.setDisable(c.format().isFilm()));
        row("", clear);
        List<Node> ofPictures = getChildren().subList(paper, getChildren().size()).stream().filter(n -> n.getStyleClass().contains("form-row"))
                .toList();
        controls.add(c -> ofPictures.forEach(n -> n.setDisable(c.format().isPage())));   // a page fits its window and its reader's theme
        film();
        getChildren().add(motion);
        show(first);
    }

    private void film() {
        int last = scene.frame(true).last();
        motion.getStyleClass().add("export-motion");
        Label to = new Label(Wording.of("export.to"));
        to.getStyleClass().add("muted");
        add(motion, Wording.of("export.steps"), line(whole("export-from", Wording.of("export.first-step"), 0, last, c -> c.motion().from(),
                (c, v) -> moved(c, m -> new Motion(v, Math.max(v, m.to()), m.rate(), m.fps(), m.hold(), m.turn(), m.loop()))), to,
                whole("export-to", Wording.of("export.last-step"), 0, last, c -> c.motion().to(),
                        (c, v) -> moved(c, m -> new Motion(Math.min(v, m.from()), v, m.rate(), m.fps(), m.hold(), m.turn(), m.loop())))));
        add(motion, Wording.of("export.speed"), line(number("export-rate", Wording.of("export.rate"), 0.1, 100_000, c -> c.motion().rate(),
                (c, v) -> moved(c, m -> new Motion(m.from(), m.to(), v, m.fps(), m.hold(), m.turn(), m.loop()))),
                word(Wording.of("export.rate-word")), whole("export-fps", Wording.of("export.fps"), 1, Film.MOST_FPS, c -> c.motion().fps(),
                        (c, v) -> moved(c, m -> new Motion(m.from(), m.to(), m.rate(), v, m.hold(), m.turn(), m.loop()))),
                                word(Wording.of("export.fps-word"))));
        add(motion, Wording.of("export.end"), line(number("export-hold", Wording.of("export.hold"), 0, 60, c -> c.motion().hold(),
                (c, v) -> moved(c, m -> new Motion(m.from(), m.to(), m.rate(), m.fps(), v, m.turn(), m.loop()))),
                word(Wording.of("export.hold-word")), loop()));
        Node turn = line(number("export-turn", Wording.of("export.turn-name"), -36_000, 36_000, c -> c.motion().turn(),
                (c, v) -> moved(c, m -> new Motion(m.from(), m.to(), m.rate(), m.fps(), m.hold(), v, m.loop()))),
                word(Wording.of("export.turn-word")));
        add(motion, Wording.of("export.turn"), turn);
        controls.add(c -> turn.setDisable(!scene.views(c.all()).contains(Turntable.TURNS)));
        add(motion, "", length);
        motion.getChildren().add(mistake(Row.FILM));
        controls.add(c -> {
            motion.setVisible(c.format().isFilm());
            motion.setManaged(c.format().isFilm());
        });
    }

    private CheckBox loop() {
        CheckBox loop = check("export-loop", Wording.of("export.again"), c -> c.motion().loop() && c.format() == Format.GIF,
                (c, on) -> moved(c, m -> new Motion(m.from(), m.to(), m.rate(), m.fps(), m.hold(), m.turn(), on)));
        loop.setAccessibleText(Wording.of("export.again-name"));
        Hint.on(loop, () -> Wording.of("export.again-help"));
        controls.add(c -> loop.setDisable(c.format() != Format.GIF));
        return loop;
    }

    /** Shows choices; tells nobody. */
    void show(ExportChoices now) {
        choices = now;
        showing = true;
        try {
            controls.forEach(c -> c.accept(now));
        } finally {
            showing = false;
        }
        long w = Math.round(now.paper().width() * now.paper().scale());
        long h = Math.round(now.paper().height() * now.paper().scale());
        pixels.setText(now.format().isPage() ? page(now) : now.format().isVector() ? Wording.of("export.vector", Typed.text(now.paper().scale()))
                : Wording.of("export.pixels", w, h));
        if (now.format().isFilm()) {
            length.setText(length(now.motion()));
        }
    }

    private static String purpose(String id) {
        return switch (id) {
            case ExportChoices.SCREEN -> Wording.of("export.as-on-screen");
            case ExportChoices.OWN -> Wording.of("export.own-size");
            default -> Wording.named("preset." + id, Preset.of(id).label());
        };
    }

    private String page(ExportChoices now) {
        List<String> shown = Picture.onPage(scene.views(now.all()));
        return shown.isEmpty() ? "" : Wording.of("export.page", String.join(", ", shown.stream().map(id -> Named.view(Views.of(id))).toList()));
    }

    private static String length(Motion motion) {
        try {
            Film film = motion.film();
            return Wording.count("export.film", film.frames(), Typed.text(Math.round(film.seconds() * 10) / 10.0));
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /** Says what is wrong with a row, or nothing. */
    void say(Row row, String sentence) {
        Label label = mistakes.get(row);
        label.setText(sentence);
        label.setVisible(!sentence.isEmpty());
        label.setManaged(!sentence.isEmpty());
    }

    private static ExportChoices own(ExportChoices c, int width, int height, double scale) {
        return c.withPaper(new Paper(ExportChoices.OWN, width, height, scale));
    }

    private static ExportChoices parts(ExportChoices c, boolean title, boolean legend, boolean caption) {
        return c.withParts(new Parts(c.parts().ground(), title, legend, caption));
    }

    private static ExportChoices moved(ExportChoices c, UnaryOperator<Motion> change) {
        return c.withMotion(change.apply(c.motion()));
    }

    private void change(UnaryOperator<ExportChoices> change) {
        if (!showing) {
            ExportChoices now = change.apply(choices);
            if (!now.equals(choices)) {
                show(now);
                changed.accept(now);
            }
        }
    }

    /** A choice becomes choices. */
    private interface Set<V> {
        ExportChoices in(ExportChoices choices, V value);
    }

    private <V> HBox segments(String id, String name, List<V> values, Function<V, String> words, Function<V, String> ids,
            Function<ExportChoices, V> get, Set<V> set) {
        HBox box = new HBox();
        box.setId(id);
        box.setAccessibleText(name);
        box.getStyleClass().addAll("segments", "wide");
        ToggleGroup group = new ToggleGroup();
        for (V value : values) {
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setId(id + "-" + ids.apply(value));
            button.setAccessibleText(name + ": " + words.apply(value));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> change(c -> set.in(c, value)));
            HBox.setHgrow(button, Priority.ALWAYS);
            controls.add(c -> button.setSelected(get.apply(c).equals(value)));
            box.getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && !showing) {
                group.selectToggle(before);                       // one is always chosen
            }
        });
        box.getChildren().getLast().getStyleClass().add("last");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private ChoiceBox<String> choice(String id, String name, List<String> values, Function<String, String> words, Function<ExportChoices, String> get,
            Set<String> set) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public String fromString(String text) {
                throw new IllegalStateException("a choice is not typed");
            }
        });
        box.setId(id);
        box.setAccessibleText(name);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setOnAction(_ -> change(c -> set.in(c, box.getValue())));
        controls.add(c -> box.setValue(get.apply(c)));
        return box;
    }

    private CheckBox check(String id, String name, Function<ExportChoices, Boolean> get, Set<Boolean> set) {
        CheckBox box = new CheckBox(name);
        box.setId(id);
        box.setOnAction(_ -> change(c -> set.in(c, box.isSelected())));
        controls.add(c -> box.setSelected(get.apply(c)));
        return box;
    }

    private EntryField whole(String id, String name, int least, int most, Function<ExportChoices, Integer> get, Set<Integer> set) {
        return field(id, name, text -> {
            int value = (int) Typed.whole(Wording.inside(name), text, least, most);
            change(c -> set.in(c, value));
        }, c -> Integer.toString(get.apply(c)));
    }

    private EntryField number(String id, String name, double least, double most, Function<ExportChoices, Double> get, Set<Double> set) {
        return field(id, name, text -> {
            double value = Typed.number(Wording.inside(name), text, least, most);
            change(c -> set.in(c, value));
        }, c -> Typed.text(get.apply(c)));
    }

    private EntryField field(String id, String name, Consumer<String> take, Function<ExportChoices, String> words) {
        EntryField field = new EntryField(id, name, take);
        field.getStyleClass().add("number");
        field.setPrefWidth(FIELD);
        field.setMinWidth(FIELD);
        controls.add(c -> field.show(words.apply(c)));
        return field;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private static Label word(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label small(Label label) {
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    private void row(String name, Node control) {
        add(this, name, control);
    }

    private static void add(VBox box, String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(NAME);
        HBox row = new HBox(8, label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(control instanceof Label ? "export-note" : "form-row");
        box.getChildren().add(row);
    }

    private Label mistake(Row row) {
        Label label = new Label();
        label.setId("export-mistake-" + row.name().toLowerCase(Locale.ROOT));
        label.getStyleClass().addAll("danger", "small");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        mistakes.put(row, label);
        say(row, "");
        return label;
    }
}
