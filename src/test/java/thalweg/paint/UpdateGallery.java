package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Look;
import thalweg.experiment.Run;

/** Writes pictures of updates taken apart into a folder, to be looked at: {@code UpdateGallery FOLDER [NAME]}. */
public final class UpdateGallery {
    private UpdateGallery() {
    }

    /** A frame of one optimizer on a function, a stage of its step looked at. */
    static Frame frame(String objective, String optimizer, int step, int stage) {
        Look look = Look.DEFAULT.withTiles(List.of("contour", "update", "surface", "table")).withSelected(0);
        Experiment e = Experiment.of(Spec.parse(objective)).withRuns(List.of(Run.of(Spec.parse(optimizer), 0))).withStop(StopRule.steps(step + 20))
                .withStep(step).withLook(look.withFocus(look.focus().withUpdate(stage)));
        return Frames.frame(e);
    }

    public static void main(String[] args) throws IOException {
        String only = args.length > 1 ? args[1] : "";
        String[][] scenes = {{"adam", "himmelblau", "adam(learningRate=0.3)", "6", "2"}, {"adam-delta", "rosenbrock", "adam", "12", "6"},
            {"nag-ahead", "beale", "nag(learningRate=0.005)", "8", "1"}, {"nag-gradient", "beale", "nag(learningRate=0.005)", "8", "2"},
            {"newton", "rosenbrock", "newton", "3", "5"}, {"bfgs", "himmelblau", "bfgs", "3", "4"},
            {"cg", "rosenbrock", "conjugate-gradient", "4", "4"}, {"nadam", "himmelblau", "nadam(learningRate=0.3)", "3", "0"},
            {"momentum", "himmelblau", "momentum(learningRate=0.005)", "4", "2"}, {"radam", "himmelblau", "radam", "9", "7"},
            {"sequential", "himmelblau", "sequential-gradient-descent(learningRate=0.01)", "2", "4"}};
        for (String[] s : scenes) {
            if (s[0].startsWith(only)) {
                Frame frame = frame(s[1], s[2], Integer.parseInt(s[3]), Integer.parseInt(s[4]));
                save(args[0], s[0], frame, s[0].length() % 2 == 0 ? Theme.LIGHT : Theme.DARK);
            }
        }
    }

    private static void save(String folder, String name, Frame frame, Theme theme) throws IOException {
        int w = 1144;
        int h = 800;
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        Composition.of(frame.experiment().look().tiles().stream().map(Views::of).toList(), Style.of(theme))
                .paint(g, new Rectangle2D.Double(0, 0, w, h), frame);
        g.dispose();
        ImageIO.write(image, "png", new File(folder, name + ".png"));
    }
}
