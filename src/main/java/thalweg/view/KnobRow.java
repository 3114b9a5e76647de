package thalweg.view;

import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Value;
import thalweg.paint.Ink;
import thalweg.paint.Typeset;

/** One knob: its symbol or name, a slider where it is a number, and a field for the exact value; or a choice, a switch, a text. */
final class KnobRow extends HBox {
    private static final double SYMBOL = 20;
    private static final double FIELD = 56;
    private static final double NARROW_FIELD = 54;
    private static final double COLUMN = 62;

    /** What a row does with what people do. */
    interface Turn {
        /**
         * The knob was turned.
         *
         * @param dragging whether more of the same follows until {@link #done}
         * @param alt whether Alt is held
         */
        void to(Value value, boolean dragging, boolean alt);

        void done();
    }

    private final Consumer<Value> show;

    KnobRow(KnobInfo knob, String id, Turn turn) {
        this(knob, id, turn, false);
    }

    /** A row named by a word, even if the knob has a symbol; all such rows have one column of words. */
    static KnobRow worded(KnobInfo knob, String id, Turn turn) {
        return new KnobRow(knob, id, turn, true);
    }

    private KnobRow(KnobInfo knob, String id, Turn turn, boolean worded) {
        getStyleClass().add("knob-row");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        getChildren().add(name(knob, worded));
        show = switch (knob.kind()) {
            case NUMBER, WHOLE -> number(knob, id, turn, worded);
            case SWITCH -> toggle(knob, id, turn);
            case CHOICE -> choice(knob, id, turn);
            case TEXT -> text(knob, id, turn);
        };
        show(knob.initial());
    }

    /** Shows a value; tells nobody. */
    void show(Value value) {
        show.accept(value);
    }

    private static Node name(KnobInfo knob, boolean worded) {
        Node name = worded ? column(knob.label()) : knob.symbol().isEmpty() ? words(knob.label()) : symbol(knob.symbol());
        String help = knob.help().isEmpty() ? knob.label() : knob.label() + ": " + knob.help();
        Hint.on(name, () -> help);
        return name;
    }

    /** A symbol in the TeX face, 16 px, as wide as the column of symbols. */
    static Node symbol(String latex) {
        return symbol(latex, SYMBOL);
    }

    /** A symbol no wider than it is. */
    static Node tightSymbol(String latex) {
        return symbol(latex, 0);
    }

    private static Node symbol(String latex, double least) {
        Typeset set = Typeset.of(latex);
        Drawing drawing = new Drawing(Math.max(least, Math.ceil(set.width(16)) + 2), 24,
                (Ink ink, Rectangle2D area) -> set.paintAround(ink, 16, ink.theme().text(), 0, area.getCenterY(), 0));
        drawing.setMouseTransparent(false);
        return drawing;
    }

    /** A name in the column of names of a form: "Noise". */
    static Label column(String name) {
        Label label = new Label(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)) {
            @Override
            protected double computePrefWidth(double height) {
                return Math.max(COLUMN, super.computePrefWidth(height));       // a longer word is not cut: its control gives way
            }
        };
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Node words(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(44);
        return label;
    }

    private Consumer<Value> number(KnobInfo knob, String id, Turn turn, boolean worded) {
        double initial = knob.initial() instanceof Value.Num(double v) ? v : knob.min();
        boolean whole = knob.kind() == KnobInfo.Kind.WHOLE;
        KnobSlider slider = new KnobSlider(knob.min(), knob.max(), knob.log(), initial,
                (v, alt) -> turn.to(new Value.Num(whole ? Math.rint(v) : v), true, alt), turn::done);
        slider.setId(id);
        slider.setAccessibleText(knob.label());
        EntryField field = new EntryField(id + "-field", knob.label(),
                text -> turn.to(knob.check(new Value.Num(Typed.number(knob.label(), text))), false, false));
        field.getStyleClass().add("number");
        double width = worded ? NARROW_FIELD : FIELD;
        field.setPrefWidth(width);
        field.setMinWidth(width);
        HBox.setHgrow(slider, Priority.ALWAYS);
        getChildren().addAll(slider, field);
        return value -> {
            if (value instanceof Value.Num(double v)) {
                slider.show(v);
                field.show(Typed.text(v));
            }
        };
    }

    private Consumer<Value> toggle(KnobInfo knob, String id, Turn turn) {
        CheckBox box = new CheckBox();
        box.setId(id);
        box.setAccessibleText(knob.label());
        box.setOnAction(_ -> turn.to(new Value.Word(Boolean.toString(box.isSelected())), false, false));
        getChildren().add(box);
        return value -> box.setSelected(value.asText().equals("true"));
    }

    private Consumer<Value> choice(KnobInfo knob, String id, Turn turn) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.getItems().setAll(knob.words());
        box.setId(id);
        box.setAccessibleText(knob.label());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(_ -> turn.to(new Value.Word(box.getValue()), false, false));
        HBox.setHgrow(box, Priority.ALWAYS);
        getChildren().add(box);
        return value -> {
            var action = box.getOnAction();
            box.setOnAction(null);
            box.setValue(value.asText());
            box.setOnAction(action);
        };
    }

    private Consumer<Value> text(KnobInfo knob, String id, Turn turn) {
        EntryField field = new EntryField(id, knob.label(), text -> turn.to(new Value.Text(text), false, false));
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().add(field);
        return value -> field.show(value.asText());
    }
}
