package thalweg.view;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import thalweg.objective.FormulaObjective;
import thalweg.objective.Objective;
import thalweg.paint.Ink;
import thalweg.paint.Typeset;
import thalweg.session.Wording;

/** The gradient and the Hessian of a formula, typeset; folded away until somebody wants to see them, for they are long. */
final class Derivatives extends VBox {
    private static final double SIZE = 13;
    private static final double NARROWEST = 120;

    private final ToggleButton open = new ToggleButton(Wording.of("landscape.derivatives"));
    private final VBox lines = new VBox();
    private Optional<FormulaObjective> formula = Optional.empty();

    Derivatives() {
        open.setId("derivatives");
        open.getStyleClass().addAll("panel-tab", "small");
        open.selectedProperty().subscribe(selected -> {
            open.setGraphic(Icons.icon(selected ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
            write();
        });
        lines.setId("derivatives-lines");
        getChildren().addAll(open, lines);
        widthProperty().subscribe(_ -> write());
        managedProperty().bind(visibleProperty());
    }

    /** Of another objective; hidden if it is no formula. */
    void show(Objective objective) {
        formula = objective instanceof FormulaObjective f ? Optional.of(f) : Optional.empty();
        setVisible(formula.isPresent());
        write();
    }

    private void write() {
        lines.getChildren().setAll(open.isSelected() ? formula.map(this::lines).orElse(List.of()) : List.of());
    }

    private List<Node> lines(FormulaObjective f) {
        List<String> names = f.appearance().axes();
        List<Node> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            lines.add(line("\\frac{\\partial J}{\\partial " + names.get(i) + "}", f.formula().latexDerivative(i)));
        }
        for (int i = 0; i < names.size(); i++) {
            for (int j = i; j < names.size(); j++) {
                String by = i == j ? names.get(i) + "^2" : names.get(i) + " \\partial " + names.get(j);
                lines.add(line("\\frac{\\partial^2 J}{\\partial " + by + "}", f.formula().latexSecondDerivative(i, j)));
            }
        }
        if (!f.formula().isSmooth()) {
            Label kinks = new Label(Wording.of("landscape.kinks"));
            kinks.getStyleClass().addAll("muted", "small");
            kinks.setWrapText(true);
            kinks.setMinHeight(USE_PREF_SIZE);
            lines.add(kinks);
        }
        return lines;
    }

    /** All in one size, from the left; what is too long for a line goes on in the next. */
    private Node line(String left, String right) {
        double room = Math.max(NARROWEST, getWidth());
        Typeset set = Typeset.within(left + " = " + right, room / SIZE);
        double size = set.fit(SIZE, room);
        Drawing line = new Drawing(1, 1, (_, _) -> { });
        line.draw(Math.ceil(set.width(size)) + 1, Math.ceil(set.height(size) + set.depth(size)) + 6,
                (Ink ink, Rectangle2D area) -> set.paintAround(ink, size, ink.theme().text(), area.getCenterX(), area.getCenterY(), 0.5));
        return line;
    }
}
