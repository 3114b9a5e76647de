package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import thalweg.catalog.Spec;
import thalweg.data.DataSources;
import thalweg.descent.Descent;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;
import thalweg.objective.Objectives;
import thalweg.optimizer.Constant;
import thalweg.optimizer.GradientDescent;
import thalweg.slice.Curvature;
import thalweg.slice.CurvatureSearch;
import thalweg.slice.Sharpness;

/** Writes pictures of spectra into a folder, to be looked at: {@code SpectrumGallery FOLDER}. Prints the sharpness along the run. */
public final class SpectrumGallery {
    private SpectrumGallery() {
    }

    static BufferedImage image(Curvature curvature, OptionalDouble rate, Style style, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(style.theme().canvas());
        g.fillRect(0, 0, width, height);
        new SpectrumPainter(style, Memo.NONE).paint(g, new Rectangle2D.Double(0, 0, width, height), curvature, rate);
        g.dispose();
        return image;
    }

    public static void main(String[] args) {
        String out = args[0] + "/spectrum-";
        NetworkObjective j = Networks.objective(Models.CATALOG.make(Spec.parse("mlp(hidden=16-16)")),
                DataSources.CATALOG.make(Spec.parse("moons(samples=200)")).make(1), 1);
        double rate = 0.5;
        Trajectory run = Descent.of(j, new GradientDescent(rate), new Constant(), j.appearance().start(), StopRule.steps(4000)).run();
        CurvatureSearch search = new CurvatureSearch(6, 2, 1e-6, 2000, 40, 8, 60, 1);
        Sharpness.along(j, run, List.of(0, 10, 30, 100, 300, 1000, 2000, 3000, 4000), search, () -> false, _ -> { })
                .forEach(s -> System.out.println("step " + s.step() + ": sharpness " + s.value() + ", edge " + 2 / s.learningRate() + ", J "
                        + run.loss(s.step())));
        Curvature end = search.of(j, run.theta(4000), () -> false, _ -> { });
        Curvature start = search.of(j, run.theta(0), () -> false, _ -> { });
        System.out.println(SpectrumPainter.detail(end));
        for (Theme theme : Theme.values()) {
            String name = theme.name().toLowerCase(Locale.ROOT);
            Fixtures.save(image(end, OptionalDouble.of(rate), Style.of(theme), 572, 324), out + name + ".png");
            Fixtures.save(image(start, OptionalDouble.of(0.05), Style.of(theme), 572, 324), out + "start-" + name + ".png");
        }
        Style light = Style.of(Theme.LIGHT);
        Fixtures.save(image(end, OptionalDouble.of(rate), new Style(Theme.LIGHT, 1.7, true), 640, 536), out + "room.png");
        Fixtures.save(image(end, OptionalDouble.of(rate), light, 200, 140), out + "small.png");
        Curvature beyond = search.of(j, run.theta(1000), () -> false, _ -> { });
        Fixtures.save(image(beyond, OptionalDouble.of(2.1), light, 572, 324), out + "beyond.png");
        Curvature valley = new CurvatureSearch(2, 1, 1e-6, 100, 2, 0, 2, 1).of(Objectives.CATALOG.make(Spec.parse("rosenbrock")), Vec.of(1, 1),
                () -> false, _ -> { });
        Fixtures.save(image(valley, OptionalDouble.of(0.0015), light, 572, 324), out + "rosenbrock.png");
        Curvature rough = new CurvatureSearch(4, 1, 1e-6, 12, 0, 0, 2, 1).of(j, run.theta(4000), () -> false, _ -> { });
        Fixtures.save(image(rough, OptionalDouble.empty(), light, 572, 324), out + "rough.png");
        NetworkObjective softmax = Networks.objective(Models.CATALOG.make(Spec.parse("softmax")),
                DataSources.CATALOG.make(Spec.parse("digits(samples=300)")).make(1), 1);
        Curvature zero = new CurvatureSearch(10, 1, 1e-6, 1000, 30, 5, 60, 1).of(softmax, softmax.appearance().start(), () -> false, _ -> { });
        System.out.println(SpectrumPainter.detail(zero));
        Fixtures.save(image(zero, OptionalDouble.of(0.1), light, 572, 324), out + "softmax.png");
    }
}
