package thalweg.export;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.WholeFile;
import thalweg.lesson.Lesson;
import thalweg.lesson.LessonScene;
import thalweg.paint.CaptionPainter;
import thalweg.paint.Composition;
import thalweg.paint.Memo;
import thalweg.paint.Page;
import thalweg.paint.Style;
import thalweg.paint.Theme;
import thalweg.paint.Vectors;
import thalweg.paint.Views;

/**
 * A lesson on paper: a picture of every scene where its playing ends, with its caption, and one PDF of all. Each picture carries its experiment.
 *
 * @param name what files are called
 * @param kind of the pictures, PNG or SVG
 * @param width of a picture, in units of the layout
 * @param height likewise
 */
public record Handout(Lesson lesson, String name, Format kind, Theme theme, int width, int height) {
    private static final double FINE = 2;
    private static final int LONGEST_NAME = 60;

    /**
     * A hand-out that can be written.
     *
     * @throws IllegalArgumentException for another kind or a size out of the limits of pictures
     */
    public Handout {
        if (kind != Format.PNG && kind != Format.SVG) {
            throw new IllegalArgumentException("the pictures of a hand-out are PNG or SVG");
        }
        new Picture(List.of("contour"), false, theme, width, height, FINE).check(Format.PDF);
    }

    /**
     * Writes all files into a folder, which is made if it is missing.
     *
     * @param told the index of each scene that is done, and its file
     * @throws IOException if the folder or a file cannot be written; the message is for people
     */
    public void write(Path folder, BiConsumer<Integer, Path> told) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("cannot make the folder '" + folder + "': "
                    + (Files.exists(folder) ? "there is a file of that name" : e.getMessage()), e);
        }
        WholeFile.write(folder.resolve(name + ".pdf"), out -> {
            try (Pdf.Book book = new Pdf.Book(lesson.title())) {
                for (int i = 0; i < lesson.scenes().size(); i++) {
                    LessonScene scene = lesson.scenes().get(i);
                    Frame frame = frame(scene);
                    Page page = page(scene, frame, i);
                    Path file = folder.resolve(fileName(i));
                    picture(scene, frame, page, file);
                    book.page(width, height, g -> draw(g, page, frame));
                    told.accept(i, file);
                }
                book.save(out);
            }
        });
    }

    /** What the picture of a scene is called: its number, and its title as files like it. */
    String fileName(int index) {
        String plain = Normalizer.normalize(lesson.scenes().get(index).title(), Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String words = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        return String.format(Locale.ROOT, "%s-%02d%s%s", name, index + 1, words.isEmpty() ? "" : "-" + words, kind.ending());
    }

    /** The frame of a scene where its playing ends. */
    static Frame frame(LessonScene scene) {
        Frame frame = Frames.frame(scene.experiment());
        return frame.at(Math.min(scene.play().to(), frame.last()));
    }

    /** A scene as it stands on a stage. */
    Page page(LessonScene scene, Frame frame, int index) {
        boolean line = frame.scene().slice().dimension() == 1;
        boolean perRun = frame.experiment().look().layout().equals(Composition.PER_RUN);
        Composition views = new Composition(Picture.views(frame.experiment().look(), line).stream().map(Views::of).toList(), perRun,
                Style.onStage(theme, height), new Composition.Parts(true, false, isRace(frame), false), _ -> Memo.NONE);
        return new Page(views, new CaptionPainter(scene.formula(), scene.caption(), frame.step(), frame.last(),
                CaptionPainter.place(index, lesson.scenes().size())));
    }

    /** Whether there is more than one run, so that it matters which is which. */
    private static boolean isRace(Frame frame) {
        return frame.tracks().stream().filter(t -> !t.run().hidden()).count() > 1;
    }

    private void picture(LessonScene scene, Frame frame, Page page, Path file) throws IOException {
        Experiment shown = scene.experiment().withStep(frame.step());
        if (kind == Format.SVG) {
            WholeFile.write(file, out -> Svg.write(width, height, Caption.of(frame), Carried.text(shown), g -> draw(g, page, frame), out));
            return;
        }
        BufferedImage image = new BufferedImage((int) (width * FINE), (int) (height * FINE), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(FINE, FINE);
        page.paint(g, new Rectangle2D.Double(0, 0, width, height), frame);
        g.dispose();
        int fineness = (int) Math.round(Png.PIXELS_PER_METRE * FINE);
        WholeFile.write(file, out -> Png.write(image, Map.of(Exports.KEYWORD, ExperimentJson.write(shown)), fineness, out));
    }

    private void draw(Graphics2D g, Page page, Frame frame) {
        double unit = Math.sqrt(Math.abs(g.getTransform().getDeterminant()));
        Vectors.mark(g, FINE / unit);
        page.paint(g, new Rectangle2D.Double(0, 0, width, height), frame);
    }
}
