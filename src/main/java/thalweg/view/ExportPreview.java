package thalweg.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.export.Film;
import thalweg.export.Picture;
import thalweg.paint.KeptMemo;
import thalweg.paint.Memo;
import thalweg.session.Newest;
import thalweg.session.Wording;

/** The picture as it will be, made smaller by the painters that will make it; a film can be played and looked through. */
final class ExportPreview extends VBox {
    private static final int SQUARE = 8;
    private static final Color[] LIGHT = {new Color(0xffffff), new Color(0xe4e8ec)};
    private static final Color[] DARK = {new Color(0x2a3038), new Color(0x1b2129)};
    private static final double PAD = 16;

    /** What is to be shown: a picture of a frame in so many pixels of the window. */
    private record Job(Picture picture, Optional<Film> film, Frame frame, int place, double width, double height, double scale) {
    }

    private final Studio studio;
    private final ImageView image = new ImageView();
    private final StackPane sheet = new StackPane(image);
    private final StackPane desk = new StackPane(sheet);
    private final HBox bar = new HBox(8);
    private final Button play;
    private final Label step = new Label();
    private final Newest<Job> painting;
    private final ReadOnlyIntegerWrapper painted = new ReadOnlyIntegerWrapper(this, "painted");
    private final AnimationTimer clock = new AnimationTimer() {
        @Override
        public void handle(long now) {
            tick(now);
        }
    };
    private Map<Integer, Memo> memos = new HashMap<>();
    private List<String> views = List.of();
    private Optional<Picture> picture = Optional.empty();
    private Optional<Film> film = Optional.empty();
    private Frame frame;
    private int place;
    private boolean playing;
    private long begun;
    private KnobSlider slider;

    ExportPreview(Studio studio) {
        this.studio = studio;
        getStyleClass().add("export-preview");
        setMinSize(0, 0);
        painting = new Newest<>(studio.painting(), this::paint);
        image.setSmooth(false);
        sheet.getStyleClass().add("export-sheet-of-paper");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        desk.setMinSize(0, 0);
        desk.setPrefSize(0, 0);
        VBox.setVgrow(desk, Priority.ALWAYS);
        play = Icons.button("export-play", Feather.PLAY, Wording.of("export.play"), this::toggle);
        step.getStyleClass().addAll("muted", "small");
        step.setMinWidth(110);
        step.setAlignment(Pos.CENTER_RIGHT);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("export-film-bar");
        getChildren().addAll(desk, bar);
        desk.widthProperty().subscribe(_ -> request());
        desk.heightProperty().subscribe(_ -> request());
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                pause();
            }
        });
    }

    /** How many pictures have been shown. */
    ReadOnlyIntegerProperty painted() {
        return painted.getReadOnlyProperty();
    }

    /** Shows a picture, or the place of a film it is looked at. */
    void show(Frame newFrame, Picture newPicture, Optional<Film> newFilm) {
        boolean sameLength = film.map(Film::moving).equals(newFilm.map(Film::moving));
        frame = newFrame;
        picture = Optional.of(newPicture);
        film = newFilm;
        bar.setVisible(film.isPresent());
        bar.setManaged(film.isPresent());
        if (film.isEmpty()) {
            pause();
        } else if (!sameLength) {
            place = film.get().moving() - 1;
            slider = new KnobSlider(0, Math.max(1, film.get().moving() - 1), false, place, (v, _) -> {
                pause();
                go((int) Math.round(v));
            }, () -> { });
            slider.setId("export-place");
            slider.setAccessibleText(Wording.of("export.place"));
            HBox.setHgrow(slider, Priority.ALWAYS);
            bar.getChildren().setAll(play, slider, step);
        }
        go(Math.min(place, film.map(f -> f.moving() - 1).orElse(0)));
    }

    private void toggle() {
        if (playing) {
            pause();
        } else if (film.isPresent()) {
            playing = true;
            begun = -1;
            play.setGraphic(Icons.icon(Feather.PAUSE));
            play.setAccessibleText(Wording.of("export.pause"));
            clock.start();
        }
    }

    private void pause() {
        playing = false;
        clock.stop();
        play.setGraphic(Icons.icon(Feather.PLAY));
        play.setAccessibleText(Wording.of("export.play"));
    }

    private void tick(long now) {
        Film f = film.orElseThrow();
        if (begun < 0) {
            boolean atEnd = place >= f.moving() - 1;
            begun = now - (atEnd ? 0 : (long) (place * 1e9 / f.fps()));
        }
        long at = (long) ((now - begun) * f.fps() / 1e9);
        if (at >= f.frames()) {
            if (!f.loop()) {
                pause();
                return;
            }
            begun = now;
            at = 0;
        }
        int next = (int) Math.min(at, f.moving() - 1);
        if (next != place) {
            go(next);
        }
    }

    private void go(int newPlace) {
        place = newPlace;
        film.ifPresent(f -> {
            slider.show(place);
            step.setText(Wording.of("export.step", Typed.text(f.step(place)), Typed.text(f.to())));
        });
        request();
    }

    private void request() {
        if (picture.isEmpty() || getScene() == null || getScene().getWindow() == null) {
            return;
        }
        Picture p = picture.get();
        double fit = Math.min((desk.getWidth() - 2 * PAD) / p.width(), (desk.getHeight() - 2 * PAD) / p.height());
        if (fit > 0) {
            painting.request(new Job(p, film, frame, place, Math.max(1, Math.floor(p.width() * fit)), Math.max(1, Math.floor(p.height() * fit)),
                    getScene().getWindow().getOutputScaleX()));
        }
    }

    private void paint(Job job, BooleanSupplier replaced) {
        try {
            Picture p = job.picture();
            if (!p.views().equals(views)) {
                views = p.views();
                memos = new HashMap<>();
            }
            Frame shown = job.film().map(f -> f.at(job.frame(), home(job, f), job.place())).orElse(job.frame());
            Sheet paper = new Sheet(job.width(), job.height(), job.scale());
            paper.paint(g -> {
                if (!p.parts().ground()) {
                    squares(g, job, p.theme().isDark() ? DARK : LIGHT);
                }
                g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
                g.scale(job.width() / p.width(), job.height() / p.height());
                p.paint(g, shown, i -> memos.computeIfAbsent(i, _ -> new KeptMemo()));
            });
            studio.window().execute(() -> show(paper.image(), job));
        } catch (RuntimeException | Error e) {
            studio.window().execute(() -> studio.failed(e));
        }
    }

    private static Camera home(Job job, Film film) {
        return film.turn() == 0 ? job.frame().experiment().look().camera() : Film.home(job.frame(), job.picture());
    }

    private static void squares(Graphics2D g, Job job, Color[] colours) {
        for (int y = 0; y * SQUARE < job.height(); y++) {
            for (int x = 0; x * SQUARE < job.width(); x++) {
                g.setColor(colours[(x + y) % 2]);
                g.fill(new Rectangle2D.Double(x * SQUARE, y * SQUARE, SQUARE, SQUARE));
            }
        }
    }

    private void show(Image shown, Job job) {
        image.setImage(shown);
        image.setFitWidth(job.width());
        image.setFitHeight(job.height());
        painted.set(painted.get() + 1);
    }
}
