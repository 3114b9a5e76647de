package thalweg.view;

import java.awt.geom.Rectangle2D;
import javafx.scene.layout.StackPane;
import thalweg.paint.Ink;
import thalweg.paint.Typeset;

/** A typeset formula in a panel, as large as there is room, in two lines rather than too small to be read; hidden where there is none. */
final class Formula extends StackPane {
    private static final double SIZE = 17;
    /** Below this a formula is broken before its bracket or last summand. */
    private static final double READABLE = 12;
    private static final double SMALLEST = 8.5;

    private final Drawing drawing = new Drawing(1, 1, (_, _) -> { });
    private String shown = "";

    Formula(String id) {
        setId(id);
        setMaxWidth(Double.MAX_VALUE);
        getChildren().add(drawing);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        widthProperty().subscribe(_ -> draw());
    }

    void show(String latex) {
        if (!latex.equals(shown)) {
            shown = latex;
            setVisible(!latex.isEmpty());
            draw();
        }
    }

    private void draw() {
        if (shown.isEmpty()) {
            return;
        }
        double room = Math.max(40, getWidth() > 0 ? getWidth() : 184);
        Typeset set = Typeset.of(shown);
        if (set.fit(SIZE, room) < READABLE) {
            set = Typeset.of(inTwoLines(shown));
        }
        Typeset fitting = set;
        double size = Math.max(set.fit(SIZE, room), SMALLEST);
        double height = Math.ceil(set.height(size) + set.depth(size)) + 8;
        drawing.draw(Math.min(room, Math.ceil(set.width(size)) + 2), height,
                (Ink ink, Rectangle2D area) -> fitting.paintAround(ink, size, ink.theme().text(), area.getCenterX(), area.getCenterY(), 0.5));
    }

    /** Broken before the first bracket, or else before the last summand. */
    static String inTwoLines(String latex) {
        int bracket = latex.indexOf("\\left[");
        int at = bracket > 0 ? bracket : latex.lastIndexOf(" + ");
        return at <= 0 ? latex : "\\begin{array}{l}" + latex.substring(0, at) + " \\\\ \\quad " + latex.substring(at) + "\\end{array}";
    }
}
