package thalweg.view;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import thalweg.paint.Theme;
import thalweg.session.Wording;

/** One offer of the gallery: its picture and its name. */
final class Thumb extends Button {
    /** A name may reach into the gap behind its picture. */
    private static final double LONGEST_NAME = Thumbnails.WIDTH + 8;
    private static final int LONG = 15;
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Offer offer;
    private final ImageView image = new ImageView();

    Thumb(Offer offer, Thumbnails thumbnails, Consumer<Offer> choose, Consumer<Offer> forget) {
        super(offer.label());
        this.offer = offer;
        setId(offer.id());
        getStyleClass().setAll("thumb");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(Thumbnails.WIDTH);
        setMaxWidth(Thumbnails.WIDTH);
        setPrefWidth(Thumbnails.WIDTH);
        image.setFitWidth(Thumbnails.WIDTH);
        image.setFitHeight(Thumbnails.HEIGHT);
        Rectangle round = new Rectangle(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        round.setArcWidth(8);
        round.setArcHeight(8);
        image.setClip(round);
        StackPane picture = new StackPane(image);
        picture.setMinSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        picture.getStyleClass().add("picture");
        Label name = new Label(offer.label());
        name.getStyleClass().add("name");
        if (offer.label().length() > LONG) {
            name.getStyleClass().add("long");
        }
        name.setMinWidth(0);
        name.setMaxWidth(LONGEST_NAME);
        VBox.setMargin(name, new Insets(1, Thumbnails.WIDTH - LONGEST_NAME, 0, 0));
        setGraphic(new VBox(picture, name));
        Hint.on(this, () -> offer.label() + (offer.help().isEmpty() ? "" : ": " + offer.help())
                + (offer.isOwn() ? " " + Wording.of("gallery.delete") : ""));
        if (offer.isOwn()) {
            MenuItem out = new MenuItem(Wording.of("gallery.take-out"));
            out.setOnAction(_ -> forget.accept(offer));
            setContextMenu(new ContextMenu(out));
            setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
                    forget.accept(offer);
                    e.consume();
                }
            });
        }
        setAccessibleHelp(offer.help());
        setOnAction(_ -> choose.accept(offer));
        ObservableValue<Theme> theme = Decor.themeOf(this);
        Runnable draw = () -> {
            if (getScene() != null) {
                thumbnails.request(offer, theme.getValue(), image::setImage);
            }
        };
        theme.subscribe(draw);
        sceneProperty().subscribe(draw);
    }

    Offer offer() {
        return offer;
    }

    void mark(boolean on) {
        pseudoClassStateChanged(MARKED, on);
    }
}
