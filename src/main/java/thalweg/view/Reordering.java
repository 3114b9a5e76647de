package thalweg.view;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/** Puts runs in another order by dragging their cards; a line between two cards shows where one would go. */
final class Reordering {
    /** A press that moves no farther is a click. */
    private static final double CLICK = 6;
    private static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");
    private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
    private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");

    private final Pane cards;
    private final RunEdits edits;
    private int from = -1;
    private int to = -1;
    private double pressedY;

    private Reordering(Pane cards, RunEdits edits) {
        this.cards = cards;
        this.edits = edits;
    }

    /** Lets cards be dragged by whatever of them is no control. */
    static void on(Pane cards, RunEdits edits) {
        Reordering r = new Reordering(cards, edits);
        cards.addEventHandler(MouseEvent.MOUSE_PRESSED, r::pressed);
        cards.addEventHandler(MouseEvent.MOUSE_DRAGGED, r::dragged);
        cards.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> r.released());
    }

    private void pressed(MouseEvent e) {
        pressedY = e.getY();
        from = e.getButton() == MouseButton.PRIMARY ? cardsAbove(pressedY, 1) : -1;
        to = -1;
    }

    private void dragged(MouseEvent e) {
        if (from < 0 || to < 0 && Math.abs(e.getY() - pressedY) <= CLICK) {
            return;
        }
        int gap = cardsAbove(e.getY(), 0.5);                      // between which cards: 0 is above the first
        to = gap > from ? gap - 1 : gap;
        List<Node> all = cards.getChildren();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).pseudoClassStateChanged(LIFTED, i == from);
            all.get(i).pseudoClassStateChanged(BEFORE, to != from && i == gap);
            all.get(i).pseudoClassStateChanged(AFTER, to != from && i == gap - 1 && gap == all.size());
        }
        e.consume();
    }

    private void released() {
        for (Node card : cards.getChildren()) {
            List.of(LIFTED, BEFORE, AFTER).forEach(state -> card.pseudoClassStateChanged(state, false));
        }
        if (from >= 0 && to >= 0) {
            edits.move(from, to - from);
        }
        from = -1;
    }

    /** How many cards lie above a place with so much of them. */
    private int cardsAbove(double y, double part) {
        return (int) cards.getChildren().stream()
                .filter(card -> card.getBoundsInParent().getMinY() + part * card.getBoundsInParent().getHeight() <= y).count();
    }
}
