package thalweg.view;

import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import thalweg.lesson.LessonScene;
import thalweg.paint.CaptionPainter;
import thalweg.paint.Style;
import thalweg.paint.Theme;
import thalweg.session.Lecture;
import thalweg.session.Playback;
import thalweg.session.Session;

/** What is said of the scene of a lesson, painted as in hand-outs: below the tiles of a stage, or small in the window's bar. */
final class CaptionView extends Region {
    /** One shown, and two just hidden, which JavaFX's renderer may still read: painted over, they would be seen half done. */
    private static final int SHEETS = 3;

    private final Session session;
    private final boolean steps;
    private final DoubleUnaryOperator unit;
    private final ObservableValue<Theme> theme = Decor.themeOf(this);
    private final ImageView image = new ImageView();
    private Optional<CaptionPainter> shown = Optional.empty();
    private final Deque<Sheet> sheets = new ArrayDeque<>();

    /**
     * Captions of the lesson that is open.
     *
     * @param steps whether step and place stand at the right
     * @param unit scale of the words for a height of this view
     */
    CaptionView(String id, Session session, boolean steps, DoubleUnaryOperator unit) {
        this.session = session;
        this.steps = steps;
        this.unit = unit;
        setId(id);
        image.setManaged(false);
        image.setSmooth(false);
        getChildren().add(image);
        setMinSize(0, 0);
        Lecture lecture = session.lecture();
        Playback playback = session.playback();
        lecture.showing().subscribe(_ -> refresh());
        if (steps) {
            playback.stepProperty().subscribe(_ -> refresh());
            playback.lastProperty().subscribe(_ -> refresh());
        }
        theme.subscribe(_ -> repaint());
        visibleProperty().subscribe(_ -> refresh());
        sceneProperty().flatMap(s -> s.windowProperty()).flatMap(w -> w.outputScaleXProperty()).subscribe(_ -> repaint());
    }

    private void refresh() {
        Optional<CaptionPainter> now = isVisible() ? session.lecture().showing().get().map(this::painter) : Optional.empty();
        if (!now.equals(shown)) {
            shown = now;
            setAccessibleText(session.lecture().showing().get().map(s -> s.scene().title() + ". " + s.scene().caption()).orElse(""));
            repaint();
        }
    }

    private CaptionPainter painter(Lecture.Showing showing) {
        LessonScene scene = showing.scene();
        return steps ? new CaptionPainter(scene.formula(), scene.caption(), session.playback().step(), session.playback().last(),
                CaptionPainter.place(showing.index(), showing.count()))
                : new CaptionPainter(scene.formula(), scene.caption(), 0, 0, "");
    }

    @Override
    protected void layoutChildren() {
        repaint();
    }

    private void repaint() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (shown.isEmpty() || width < 1 || height < 1) {
            image.setImage(null);
            sheets.clear();
            return;
        }
        double scale = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        sheets.removeIf(s -> !s.fits(width, height, scale));
        Sheet paper = sheets.size() < SHEETS ? new Sheet(width, height, scale) : sheets.removeFirst();
        sheets.addLast(paper);
        Style style = new Style(theme.getValue(), unit.applyAsDouble(height), true);
        paper.paint(g -> shown.get().paint(g, new Rectangle2D.Double(0, 0, width, height), style));
        image.setImage(paper.image());
        image.setFitWidth(width);
        image.setFitHeight(height);
    }
}
