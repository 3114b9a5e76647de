package thalweg.bench;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.paint.FitPainter;
import thalweg.paint.Plot;
import thalweg.paint.Style;
import thalweg.paint.Theme;

/** Decision regions of a network below 2,000 samples, in a tile and full size: 4 ms a picture while it plays is the aim. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FitBench {
    private static final int STEPS = 60;

    @Param({"mlp(hidden=8-8)", "mlp(hidden=16-16)"})
    public String model;

    @Param({"572x416", "1280x800"})
    public String size;

    private BufferedImage sheet;
    private Rectangle2D area;
    private Plot moving;
    private Plot still;
    private Frame frame;
    private int pictures;

    @Setup
    public void prepare() {
        String[] sides = size.split("x");
        area = new Rectangle2D.Double(0, 0, Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        sheet = new BufferedImage((int) area.getWidth(), (int) area.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        moving = new FitPainter(Style.of(Theme.LIGHT).withStill(false), Race.memo());
        still = new FitPainter(Style.of(Theme.LIGHT), Race.memo());
        frame = Frames.frame(Experiment.of(Learning.of(Spec.parse(model), Spec.parse("spirals(samples=2000)")).withTest(0.3))
                .withRuns(List.of(Run.of(Spec.parse("adam(learningRate=0.03)"), 0))).withStop(StopRule.steps(STEPS))
                .withLook(Look.DEFAULT.withSelected(0)));
    }

    private BufferedImage paint(Plot plot) {
        Graphics2D g = sheet.createGraphics();
        plot.paint(g, area, frame.at(pictures++ % (STEPS + 1)));
        g.dispose();
        return sheet;
    }

    /** The playhead walks on, a step a picture: other regions in each. */
    @Benchmark
    public BufferedImage playing() {
        return paint(moving);
    }

    /** As it is when nothing has moved for a moment. */
    @Benchmark
    public BufferedImage still() {
        return paint(still);
    }
}
