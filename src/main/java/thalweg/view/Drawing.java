package thalweg.view;

import java.awt.geom.Rectangle2D;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import thalweg.paint.Ink;
import thalweg.paint.Style;
import thalweg.paint.Theme;

/**
 * A small picture of a fixed size inside a panel, painted as plots are, at once and on the JavaFX thread: a run's key, a formula, a letter.
 *
 * <p>Painted again when its content, the theme or the screen's scale changes. For pictures of more than a millisecond use {@link PlotView}.
 */
public final class Drawing extends Region {
    private final ObservableValue<Theme> theme = Decor.themeOf(this);
    private final ImageView image = new ImageView();
    private BiConsumer<Ink, Rectangle2D> content;
    private double width;
    private double height;

    /** A picture of so many pixels; the content is given the ink and the area. */
    public Drawing(double width, double height, BiConsumer<Ink, Rectangle2D> content) {
        this.width = width;
        this.height = height;
        this.content = content;
        image.setManaged(false);
        getChildren().add(image);
        getStyleClass().add("drawing");
        setMouseTransparent(true);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPrefSize(width, height);
        theme.subscribe(_ -> paint());
        sceneProperty().flatMap(s -> s.windowProperty()).flatMap(w -> w.outputScaleXProperty()).subscribe(_ -> paint());
    }

    /** Shows something else of another size. */
    public void draw(double newWidth, double newHeight, BiConsumer<Ink, Rectangle2D> newContent) {
        width = newWidth;
        height = newHeight;
        setPrefSize(width, height);
        draw(newContent);
    }

    /** Shows something else. */
    public void draw(BiConsumer<Ink, Rectangle2D> newContent) {
        content = newContent;
        paint();
    }

    private void paint() {
        if (width < 1 || height < 1) {
            image.setImage(null);
            return;
        }
        double scale = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        Sheet sheet = new Sheet(width, height, scale);
        Rectangle2D area = new Rectangle2D.Double(0, 0, width, height);
        sheet.paint(g -> Ink.on(g, area, Style.of(theme.getValue()), ink -> content.accept(ink, area)));
        image.setImage(sheet.image());
        image.setFitWidth(width);
        image.setFitHeight(height);
    }
}
