package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.math.Range;
import thalweg.math.Vec;

/** Writes pictures of maps into a folder, to be looked at: {@code MapGallery FOLDER}. */
public final class MapGallery {
    private MapGallery() {
    }

    static Fixtures.Made made(String name, double[] w, Vec start, ToDoubleFunction<double[]> f, Vec... minima) {
        return new Fixtures.Made(2, f, Fixtures.appearance(name, List.of(new Range(w[0], w[1]), new Range(w[2], w[3])), start, minima));
    }

    static List<Fixtures.Made> functions() {
        double[] five = {-5, 5, -5, 5};
        return List.of(
                made("beale", new double[] {-4.5, 4.5, -4.5, 4.5}, Vec.of(1, 1.5), p -> Math.pow(1.5 - p[0] + p[0] * p[1], 2)
                        + Math.pow(2.25 - p[0] + p[0] * p[1] * p[1], 2) + Math.pow(2.625 - p[0] + p[0] * p[1] * p[1] * p[1], 2), Vec.of(3, 0.5)),
                made("easom", new double[] {-10, 10, -10, 10}, Vec.of(1, 1.5), p -> -Math.cos(p[0]) * Math.cos(p[1])
                        * Math.exp(-Math.pow(p[0] - Math.PI, 2) - Math.pow(p[1] - Math.PI, 2)), Vec.of(Math.PI, Math.PI)),
                made("eggholder", new double[] {-512, 512, -512, 512}, Vec.of(0, 0), p -> -(p[1] + 47)
                        * Math.sin(Math.sqrt(Math.abs(p[0] / 2 + p[1] + 47))) - p[0] * Math.sin(Math.sqrt(Math.abs(p[0] - p[1] - 47))),
                        Vec.of(512, 404.2319)),
                made("plane", five, Vec.of(1, 1), p -> 2 * p[0] + 3 * p[1]),
                made("himmelblau", five, Vec.of(0, 0), p -> Math.pow(p[0] * p[0] + p[1] - 11, 2) + Math.pow(p[0] + p[1] * p[1] - 7, 2), Vec.of(3, 2),
                        Vec.of(-2.805118, 3.131312), Vec.of(-3.77931, -3.283186), Vec.of(3.584428, -1.848126)),
                made("constant", five, Vec.of(0, 0), p -> 3),
                made("half", five, Vec.of(1, 1), p -> Math.log(p[0] + 0.3 * Math.sin(2 * p[1])) + p[1] * p[1] / 10),
                made("nothing", five, Vec.of(1, 1), p -> Double.NaN),
                made("goldstein", new double[] {-2, 2, -2, 2}, Vec.of(1, 1), p -> (1 + Math.pow(p[0] + p[1] + 1, 2)
                        * (19 - 14 * p[0] + 3 * p[0] * p[0] - 14 * p[1] + 6 * p[0] * p[1] + 3 * p[1] * p[1])) * (30 + Math.pow(2 * p[0] - 3 * p[1], 2)
                        * (18 - 32 * p[0] + 12 * p[0] * p[0] + 48 * p[1] - 36 * p[0] * p[1] + 27 * p[1] * p[1])), Vec.of(0, -1)),
                made("styblinski", five, Vec.of(1, 1), p -> (Math.pow(p[0], 4) - 16 * p[0] * p[0] + 5 * p[0] + Math.pow(p[1], 4)
                        - 16 * p[1] * p[1] + 5 * p[1]) / 2, Vec.of(-2.903534, -2.903534)),
                made("rastrigin", new double[] {-5.12, 5.12, -5.12, 5.12}, Vec.of(1, 1), p -> 20 + p[0] * p[0] + p[1] * p[1]
                        - 10 * (Math.cos(2 * Math.PI * p[0]) + Math.cos(2 * Math.PI * p[1])), Vec.of(0, 0)),
                made("saddle", five, Vec.of(1, 0.01), p -> p[0] * p[0] - p[1] * p[1]),
                made("camel", new double[] {-3, 3, -2, 2}, Vec.of(1, 1), p -> (4 - 2.1 * p[0] * p[0] + Math.pow(p[0], 4) / 3) * p[0] * p[0]
                        + p[0] * p[1] + 4 * (p[1] * p[1] - 1) * p[1] * p[1], Vec.of(0.0898, -0.7126), Vec.of(-0.0898, 0.7126)),
                made("pole", five, Vec.of(1, 1), p -> 1 / (p[0] * p[0] + p[1] * p[1])));
    }

    public static void main(String[] args) {
        String out = args[0] + "/";
        Frame race = Fixtures.race().withHover(Optional.of(new Hover(2, 10)));
        for (Theme theme : Theme.values()) {
            Style style = Style.of(theme);
            String t = theme.name().toLowerCase(java.util.Locale.ROOT);
            Fixtures.save(image(style, race, 572, 500, 2), out + "race-" + t + ".png");
            Fixtures.save(image(style, race, 300, 200, 1), out + "tiny-" + t + ".png");
        }
        Style light = Style.of(Theme.LIGHT);
        Fixtures.save(image(light, race, 560, 430, 1), out + "race-560.png");
        Fixtures.save(image(light, race, 1280, 800, 1), out + "race-1280.png");
        Fixtures.save(image(Style.of(Theme.DARK), race, 1280, 800, 2), out + "race-2560.png");
        Fixtures.save(image(new Style(Theme.LIGHT, 1.7, true), Fixtures.race().at(36), 640, 536, 1), out + "room.png");
        Look look = race.experiment().look();
        Fixtures.save(image(light, Fixtures.race().at(4)
                .withLook(look.withGradientArrows(true).withMemoryArrows(true).withPolar(true).withSelected(5)),
                640, 536, 1), out + "arrows.png");
        for (Fixtures.Made f : functions()) {
            Frame frame = Fixtures.frame(f, List.of(Fixtures.track(0, "gradient-descent", "GD", Fixtures.descend(f, 0.005, 60)),
                    Fixtures.track(5, "gradient-descent", "Adam", Fixtures.descend(f, 0.0005, 60))), 30);
            Fixtures.save(image(light, frame, 560, 430, 1), out + "f-" + f.appearance().name() + ".png");
            Fixtures.save(image(Style.of(Theme.DARK), frame, 560, 430, 1), out + "d-" + f.appearance().name() + ".png");
        }
        Fixtures.save(thumbnails(Theme.LIGHT), out + "thumbs-light.png");
        Fixtures.save(thumbnails(Theme.DARK), out + "thumbs-dark.png");
    }

    private static BufferedImage thumbnails(Theme theme) {
        BufferedImage image = new BufferedImage(2 * 404, 2 * 320, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.scale(2, 2);
        g.setColor(theme.chrome());
        g.fillRect(0, 0, 404, 320);
        int k = 0;
        for (Fixtures.Made f : functions()) {
            Thumbnail.paint(g, new Rectangle2D.Double(8 + k % 4 * 98, 8 + k / 4 * 62, 88, 54), Fixtures.frame(f, List.of(), 0), Style.of(theme));
            k++;
        }
        Thumbnail.paint(g, new Rectangle2D.Double(8 + k % 4 * 98, 8 + k / 4 * 62, 88, 54), Fixtures.frame(Fixtures.rosenbrock(), List.of(), 0),
                Style.of(theme));
        k++;
        Thumbnail.paint(g, new Rectangle2D.Double(8 + k % 4 * 98, 8 + k / 4 * 62, 88, 54), Fixtures.frame(Fixtures.parabola(), List.of(), 0),
                Style.of(theme));
        g.dispose();
        return image;
    }

    static BufferedImage image(Style style, Frame frame, int width, int height, double density) {
        BufferedImage image = new BufferedImage((int) (width * density), (int) (height * density), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.scale(density, density);
        g.setColor(style.theme() == Theme.LIGHT ? Color.WHITE : style.theme().canvas());
        g.fillRect(0, 0, width, height);
        new ContourPainter(style, Memo.NONE).paint(g, new Rectangle2D.Double(0, 0, width, height), frame);
        g.dispose();
        return image;
    }
}
