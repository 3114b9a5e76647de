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
import thalweg.view.ExportChoices.Motion;
import thalweg.view.ExportChoices.Paper;

/** The controls of the sheet of exports, from what is shown down to how a film moves; mistakes are said below the row they belong to. */
final class ExportForm extends VBox {
    /** Rows that a mistake can belong to. */
    enum Row { FORMAT, SIZE, FILM }

    private static final double NAME = 64;
    private static final double FIELD = 58;
    private static final Map<String, String> PURPOSES = Map.of(ExportChoices.SCREEN, "As on screen", ExportChoices.OWN, "Own size");
    private static final Map<String, String> THEMES = Map.of(ExportChoices.WINDOW, "As the window", "light", "Light", "dark", "Dark", "print", "Print");

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
        getChildren().add(segments("export-format", "Format", List.of(Format.values()), Enum::name, ExportChoices::format,
                (c, f) -> c.withFormat(f).fitted(scene)));
        getChildren().add(mistake(Row.FORMAT));
        row("Show", segments("export-what", "What is shown", List.of(false, true), all -> all ? "All tiles" : scene.tile().name(),
                ExportChoices::all, (c, all) -> c.withAll(all).fitted(c.paper().purpose(), scene)));
        List<String> purposes = new ArrayList<>(List.of(ExportChoices.SCREEN));
        purposes.addAll(Preset.ids());
        purposes.add(ExportChoices.OWN);
        int paper = getChildren().size();
        row("For", choice("export-purpose", "Purpose", purposes, id -> PURPOSES.containsKey(id) ? PURPOSES.get(id) : Preset.of(id).label(),
                c -> c.paper().purpose(), (c, id) -> c.fitted(id, scene)));
        Node width = whole("export-width", "Width", Picture.LEAST, Picture.MOST, c -> c.paper().width(),
                (c, w) -> own(c, w, c.paper().height(), c.paper().scale()));
        Node height = whole("export-height", "Height", Picture.LEAST, Picture.MOST, c -> c.paper().height(),
                (c, h) -> own(c, c.paper().width(), h, c.paper().scale()));
        Label by = new Label("\u00d7");
        by.getStyleClass().add("muted");
        row("Size", line(width, by, height));
        row("Scale", segments("export-scale", "Pixels for a unit", List.of(1.0, 1.5, 2.0, 3.0, 4.0),
                s -> Typed.text(s) + "\u00d7", c -> c.paper().scale(), (c, s) -> own(c, c.paper().width(), c.paper().height(), s)));
        row("", pixels);
        getChildren().add(mistake(Row.SIZE));
        row("Theme", choice("export-theme", "Theme", List.of(ExportChoices.WINDOW, "light", "dark", "print"), THEMES::get, ExportChoices::theme,
                ExportChoices::withTheme));
        row("With", line(check("export-title", "Title", c -> c.parts().title(), (c, on) -> parts(c, on, c.parts().legend(), c.parts().caption())),
                check("export-legend", "Legend", c -> c.parts().legend(), (c, on) -> parts(c, c.parts().title(), on, c.parts().caption())),
                check("export-caption", "Caption", c -> c.parts().caption(), (c, on) -> parts(c, c.parts().title(), c.parts().legend(), on))));
        CheckBox clear = check("export-transparent", "Transparent background", c -> !c.parts().ground() && !c.format().isFilm(),
                (c, on) -> c.withParts(new Parts(!on, c.parts().title(), c.parts().legend(), c.parts().caption())));
        controls.add(c -> clear.setDisable(c.format().isFilm()));
        row("", clear);
        List<Node> ofPictures = getChildren().subList(paper, getChildren().size()).stream().filter(n -> n.getStyleClass().contains("form-row")).toList();
        controls.add(c -> ofPictures.forEach(n -> n.setDisable(c.format().isPage())));   // a page fits its window and its reader's theme
        film();
        getChildren().add(motion);
        show(first);
    }

    private void film() {
        int last = scene.frame(true).last();
        motion.getStyleClass().add("export-motion");
        Label to = new Label("to");
        to.getStyleClass().add("muted");
        add(motion, "Steps", line(whole("export-from", "First step", 0, last, c -> c.motion().from(),
                (c, v) -> moved(c, m -> new Motion(v, Math.max(v, m.to()), m.rate(), m.fps(), m.hold(), m.turn(), m.loop()))), to,
                whole("export-to", "Last step", 0, last, c -> c.motion().to(),
                        (c, v) -> moved(c, m -> new Motion(Math.min(v, m.from()), v, m.rate(), m.fps(), m.hold(), m.turn(), m.loop())))));
        add(motion, "Speed", line(number("export-rate", "Steps per second", 0.1, 100_000, c -> c.motion().rate(),
                (c, v) -> moved(c, m -> new Motion(m.from(), m.to(), v, m.fps(), m.hold(), m.turn(), m.loop()))), word("steps/s,"),
                whole("export-fps", "Pictures per second", 1, Film.MOST_FPS, c -> c.motion().fps(),
                        (c, v) -> moved(c, m -> new Motion(m.from(), m.to(), m.rate(), v, m.hold(), m.turn(), m.loop()))), word("pictures/s")));
        add(motion, "At the end", line(number("export-hold", "Seconds on the last picture", 0, 60, c -> c.motion().hold(),
                (c, v) -> moved(c, m -> new Motion(m.from(), m.to(), m.rate(), m.fps(), v, m.turn(), m.loop()))), word("s, then"),
                loop()));
        add(motion, "Turn by", line(number("export-turn", "Degrees by which the surface turns", -36_000, 36_000, c -> c.motion().turn(),
                (c, v) -> moved(c, m -> new Motion(m.from(), m.to(), m.rate(), m.fps(), m.hold(), v, m.loop()))), word("\u00b0, the surface")));
        add(motion, "", length);
        motion.getChildren().add(mistake(Row.FILM));
        controls.add(c -> {
            motion.setVisible(c.format().isFilm());
            motion.setManaged(c.format().isFilm());
        });
    }

    private CheckBox loop() {
        CheckBox loop = check("export-loop", "again", c -> c.motion().loop() && c.format() == Format.GIF,
                (c, on) -> moved(c, m -> new Motion(m.from(), m.to(), m.rate(), m.fps(), m.hold(), m.turn(), on)));
        loop.setAccessibleText("Begin again at the end");
        Hint.on(loop, () -> "A GIF can say that it begins again; what plays an MP4 decides that itself");
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
        pixels.setText(now.format().isPage() ? page(now) : now.format().isVector() ? "maps and surfaces in " + Typed.text(now.paper().scale()) + " pixels per unit" : w + " \u00d7 " + h + " pixels");
        if (now.format().isFilm()) {
            length.setText(length(now.motion()));
        }
    }

    private String page(ExportChoices now) {
        List<String> shown = Picture.onPage(scene.views(now.all()));
        return shown.isEmpty() ? "" : "with " + String.join(", ", shown) + "; fits its window, light and dark";
    }

    private static String length(Motion motion) {
        try {
            Film film = motion.film();
            return film.frames() + (film.frames() == 1 ? " picture, " : " pictures, ") + Typed.text(Math.round(film.seconds() * 10) / 10.0) + " s";
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

    private <V> HBox segments(String id, String name, List<V> values, Function<V, String> words, Function<ExportChoices, V> get, Set<V> set) {
        HBox box = new HBox();
        box.setId(id);
        box.setAccessibleText(name);
        box.getStyleClass().addAll("segments", "wide");
        ToggleGroup group = new ToggleGroup();
        for (V value : values) {
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setId(id + "-" + words.apply(value).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", ""));
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
            int value = (int) Typed.whole(name.toLowerCase(Locale.ROOT), text, least, most);
            change(c -> set.in(c, value));
        }, c -> Integer.toString(get.apply(c)));
    }

    private EntryField number(String id, String name, double least, double most, Function<ExportChoices, Double> get, Set<Double> set) {
        return field(id, name, text -> {
            double value = Typed.number(name.toLowerCase(Locale.ROOT), text, least, most);
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
        label.setPrefWidth(NAME);
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
