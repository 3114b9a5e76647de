package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.experiment.Surveys;

/** Writes pictures of comparisons into a folder, to be looked at: {@code SurveyGallery FOLDER [NAME]}. */
public final class SurveyGallery {
    private SurveyGallery() {
    }

    static Experiment experiment(String objective, int steps, String... optimizers) {
        return Experiment.of(Spec.parse(objective))
                .withRuns(IntStream.range(0, optimizers.length).mapToObj(i -> Run.of(Spec.parse(optimizers[i]), i)).toList())
                .withStop(StopRule.steps(steps)).withStep(steps)
                .withLook(Look.DEFAULT.withSelected(0).withTiles(List.of("contour", "basins", "rates", "sweep")));
    }

    public static void main(String[] args) throws IOException {
        String only = args.length > 1 ? args[1] : "";
        save(args[0], only, "himmelblau", experiment("himmelblau", 200, "momentum(learningRate=0.005)", "gradient-descent(learningRate=0.005)",
                "adam(learningRate=0.3)", "rmsprop(learningRate=0.05)", "newton"), List.of("basins", "rates", "sweep", "bands"), 2, Theme.LIGHT);
        save(args[0], only, "rosenbrock", experiment("rosenbrock", 500, "adam", "momentum", "nag", "gradient-descent", "bfgs"),
                List.of("basins", "rates", "sweep", "bands"), 2, Theme.DARK);
        save(args[0], only, "ravine", experiment("formula(\"x^2/2 + 25*y^2/2\")", 200, "momentum(learningRate=0.02)"),
                List.of("rates", "basins", "sweep", "bands"), 1, Theme.LIGHT);
    }

    private static void save(String folder, String only, String name, Experiment e, List<String> views, int coarser, Theme theme) throws IOException {
        if (!name.startsWith(only)) {
            return;
        }
        Frame frame = Surveys.surveyed(Frames.frame(e), views, coarser, () -> false);
        int w = 1144;
        int h = 860;
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        Composition.of(views.stream().map(Views::of).toList(), Style.of(theme)).paint(g, new Rectangle2D.Double(0, 0, w, h), frame);
        g.dispose();
        ImageIO.write(image, "png", new File(folder, name + ".png"));
    }
}
