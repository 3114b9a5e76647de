package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Hover;
import thalweg.experiment.Learning;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.math.Vec;

/** Writes pictures of data and hypotheses into a folder, to be looked at: {@code FitGallery FOLDER [NAME]}. */
public final class FitGallery {
    private FitGallery() {
    }

    /** A frame of a model on data, with these optimizers after so many steps. */
    static Frame frame(String model, String data, double test, int steps, String... optimizers) {
        return Frames.frame(experiment(model, data, test, steps, optimizers));
    }

    static Experiment experiment(String model, String data, double test, int steps, String... optimizers) {
        List<Run> runs = java.util.stream.IntStream.range(0, optimizers.length).mapToObj(i -> Run.of(Spec.parse(optimizers[i]), i)).toList();
        return Experiment.of(Learning.of(Spec.parse(model), Spec.parse(data)).withTest(test)).withRuns(runs).withStop(StopRule.steps(steps))
                .withStep(steps)
                .withLook(Look.DEFAULT.withSelected(0));
    }

    public static void main(String[] args) {
        String only = args.length > 1 ? args[1] : "";
        String out = args[0] + "/";
        Supplier<Frame> houses = once(() -> Frames.frame(experiment("linear", "houses(samples=20)", 0, 40, "gradient-descent(learningRate=1e-7)",
                "adam(learningRate=1)")
                .withStart(Vec.of(0.06, 50))));
        save(out, only, "houses-start", FitPainter::new, () -> houses.get().at(0).withLook(residuals(houses.get())), 620, 500);
        save(out, only, "houses-end", FitPainter::new, () -> houses.get(), 620, 500);
        Supplier<Frame> three = once(() -> frame("linear-one", "three-points", 0, 20, "gradient-descent(learningRate=0.1)"));
        save(out, only, "three", FitPainter::new, () -> three.get().at(1).withLook(residuals(three.get())), 620, 500);
        save(out, only, "cubic", FitPainter::new,
                () -> frame("polynomial(degree=3)", "polynomial", 0.3, 300, "adam(learningRate=0.3)", "momentum(learningRate=0.001)"), 620, 500);
        save(out, only, "mlp-curve", FitPainter::new,
                () -> frame("mlp", "polynomial(samples=200)", 0.2, 400, "adam(learningRate=0.03)").withHover(Optional.of(Hover.ofSample(3))), 620,
                500);
        Supplier<Frame> spirals = once(() -> frame("mlp(hidden=8-8)", "spirals", 0.3, 340, "adam(learningRate=0.03)", "momentum(learningRate=0.2)"));
        save(out, only, "spirals", FitPainter::new, () -> spirals.get(), 620, 500);
        save(out, only, "spirals-0", FitPainter::new, () -> spirals.get().at(0), 620, 500);
        save(out, only, "spirals-50", FitPainter::new, () -> spirals.get().at(50), 620, 500);
        save(out, only, "spirals-large", FitPainter::new, () -> spirals.get().withHover(Optional.of(Hover.ofSample(7))), 1280, 800);
        save(out, only, "spirals-tiny", FitPainter::new, () -> spirals.get(), 300, 200);
        save(out, only, "blobs", FitPainter::new, () -> frame("softmax", "blobs(classes=5)", 0.3, 200, "adam(learningRate=0.1)"), 620, 500);
        save(out, only, "moons-svm", FitPainter::new, () -> frame("svm", "moons", 0.3, 200, "adam(learningRate=0.1)"), 620, 500);
        save(out, only, "moons-logistic", FitPainter::new, () -> frame("logistic", "moons(samples=2000)", 0, 200, "adam(learningRate=0.1)"), 620,
                500);
        save(out, only, "diverged", FitPainter::new, () -> frame("linear", "houses(samples=20)", 0, 200, "gradient-descent(learningRate=1)"), 620,
                500);
        save(out, only, "no-runs", FitPainter::new, () -> frame("mlp", "circles", 0, 10), 620, 500);
        Supplier<Frame> digits = once(() -> frame("softmax", "digits(samples=600)", 0.3, 60, "adam(learningRate=0.02)"));
        save(out, only, "digits", FitPainter::new, () -> digits.get().withHover(Optional.of(Hover.ofSample(424))), 620, 500);
        save(out, only, "colours", FitPainter::new, () -> frame("softmax", "color-images(samples=300)", 0.3, 30, "adam(learningRate=0.002)"), 620,
                500);
        save(out, only, "t-houses", SamplesPainter::new, () -> houses.get().at(0).withLook(residuals(houses.get())), 572, 340);
        save(out, only, "t-three", SamplesPainter::new, () -> three.get().at(0), 572, 340);
        save(out, only, "t-spirals", SamplesPainter::new, () -> spirals.get().withHover(Optional.of(Hover.ofSample(3))), 572, 340);
        save(out, only, "t-digits", SamplesPainter::new, () -> digits.get(), 572, 340);
        save(out, only, "t-tiny", SamplesPainter::new, () -> houses.get(), 300, 200);
        save(out, only, "w-digits", WeightsPainter::new, () -> digits.get(), 620, 400);
        save(out, only, "w-mlp", WeightsPainter::new, () -> frame("mlp(hidden=64)", "digits(samples=600)", 0.3, 100, "adam(learningRate=0.01)"), 620,
                400);
        save(out, only, "w-colours", WeightsPainter::new, () -> frame("softmax", "color-images(samples=300)", 0.3, 30, "adam(learningRate=0.002)"),
                620, 400);
        save(out, only, "w-spirals", WeightsPainter::new, () -> spirals.get(), 620, 400);
        save(out, only, "w-tiny", WeightsPainter::new, () -> digits.get(), 300, 200);
    }

    private static Supplier<Frame> once(Supplier<Frame> make) {
        Kept<String, Frame> kept = new Kept<>(1, _ -> make.get());
        return () -> kept.get("");
    }

    private static Look residuals(Frame frame) {
        Look look = frame.experiment().look();
        return look.withTiles(List.of("fit", "contour", "samples", "curve")).withFocus(look.focus().withResiduals(true).withSample(7));
    }

    static void save(String out, String only, String name, BiFunction<Style, Memo, Plot> plot, Supplier<Frame> made, int width, int height) {
        if (!name.matches(only + ".*")) {
            return;
        }
        Frame frame = made.get();
        for (Theme theme : Theme.values()) {
            Style style = Style.of(theme);
            Fixtures.save(image(plot.apply(style, Memo.NONE), style, frame, width, height, 1.5),
                    out + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        }
    }

    static BufferedImage image(Plot plot, Style style, Frame frame, int width, int height, double density) {
        BufferedImage image = new BufferedImage((int) (width * density), (int) (height * density), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.scale(density, density);
        g.setColor(style.theme() == Theme.LIGHT ? Color.WHITE : style.theme().canvas());
        g.fillRect(0, 0, width, height);
        plot.paint(g, new Rectangle2D.Double(0, 0, width, height), frame);
        g.dispose();
        return image;
    }
}
