package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Focus;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.math.Vec;
import thalweg.network.Architecture;
import thalweg.network.NetworkObjective;
import thalweg.network.Stage;

class NetworkPainterTest {
    private static final Style LIGHT = Style.of(Theme.LIGHT);

    /** A model with these parameters and no runs. */
    private static Frame frame(String model, String data, double... theta) {
        Experiment e = Experiment.of(Learning.of(Spec.parse(model), Spec.parse(data))).withRuns(List.of()).withStart(Vec.of(theta));
        return Frames.frame(e);
    }

    /** Two inputs, two units that see x1 and minus x2, one output that sees their difference. */
    private static Frame crossed() {
        return Frames.frame(Experiment.of(Learning.of(Spec.parse("mlp(hidden=2)"), Spec.parse("xor(samples=40)")).withLoss("binary-cross-entropy"))
                .withRuns(List.of()).withStart(Vec.of(4, 0, 0, -4, 0, 0, 2, -1, 0.5)));
    }

    private static NetworkLayout layout(Frame frame, int width, int height) {
        NetworkObjective model = frame.scene().study().orElseThrow().cost();
        return NetworkLayout.of(model.architecture(), frame.scene().start(), new Rectangle2D.Double(0, 0, width, height),
                new Ink(new OutlineGraphics(), LIGHT), false, false);
    }

    private static int rgb(BufferedImage image, double x, double y) {
        return image.getRGB((int) x, (int) y) & 0xffffff;
    }

    private static boolean isOrange(int rgb) {
        return (rgb >> 16) > (rgb & 0xff) + 40;
    }

    private static boolean isBlue(int rgb) {
        return (rgb & 0xff) > (rgb >> 16) + 40;
    }

    @Test
    void unitsShowWhatTheySee() {
        Frame frame = crossed();
        UnitPictures pictures = UnitPictures.of(frame.scene().study().orElseThrow().cost(), frame.scene().start(), Theme.LIGHT);
        BufferedImage ofX = pictures.image(1, 0);
        int n = ofX.getWidth();
        assertTrue(isBlue(rgb(ofX, 1, n / 2)) && isOrange(rgb(ofX, n - 2, n / 2)), "tanh(4 x1) grows to the right");
        BufferedImage ofY = pictures.image(1, 1);
        assertTrue(isBlue(rgb(ofY, n / 2, 1)) && isOrange(rgb(ofY, n / 2, n - 2)), "tanh(-4 x2) falls upward");
        BufferedImage output = pictures.image(2, 0);
        assertTrue(isOrange(rgb(output, n - 2, 1)) && isBlue(rgb(output, 1, n - 2)), "s(2 x1' + x2' + 0.5)");
        assertTrue(isOrange(rgb(pictures.image(0, 1), n / 2, 1)), "the second input grows upward");
    }

    @Test
    void linesAreColouredBySignAndAsWideAsTheWeightIsLarge() {
        Frame frame = crossed();
        BufferedImage image = Fixtures.image(new NetworkPainter(LIGHT, Memo.NONE), frame, LIGHT, 572, 352);
        int[] width = new int[2];                                 // orange and blue pixels of a column just right of the inputs
        int x = column(image);
        for (int y = 30; y < 340; y++) {
            width[0] += isOrange(rgb(image, x, y)) ? 1 : 0;
            width[1] += isBlue(rgb(image, x, y)) ? 1 : 0;
        }
        assertTrue(width[0] >= 4 && width[0] <= 8, width[0] + " orange");
        assertTrue(width[1] >= 4 && width[1] <= 8, width[1] + " blue");
    }

    /** A column of pixels between inputs and units: a third of the way between the columns' middles. */
    private static int column(BufferedImage image) {
        return image.getWidth() / 4;
    }

    @Test
    void everyStageOfEveryKindOfModelIsPaintedInAnySize() {
        for (String[] model : new String[][] {{"mlp(hidden=5-5, skip=true, activation=relu)", "blobs(samples=20, classes=3)"},
            {"mlp(hidden=40)", "digits(samples=20)"}, {"softmax", "color-images(samples=10)"}, {"linear", "line(samples=9)"},
            {"svm", "blobs(samples=9)"}, {"polynomial(degree=5)", "polynomial(samples=9)"}, {"linear-one", "three-points"},
            {"mlp(hidden=2-2-2-2-2-2-2-2-2-2-2-2, bias=false)", "moons(samples=9)"}}) {
            Frame frame = frame(model[0], model[1]);
            int last = Stages.last("network", frame);
            assertEquals(Stage.of(frame.scene().study().orElseThrow().cost().architecture()).size() - 1, last);
            for (int stage = 0; stage <= last; stage++) {
                Frame at = Studies.with(frame, Focus.DEFAULT.withStage(stage).withSample(7));
                for (int[] size : new int[][] {{1, 1}, {60, 300}, {572, 352}}) {
                    Plot plot = new NetworkPainter(stage % 2 == 0 ? LIGHT : new Style(Theme.DARK, 1.7, true), Memo.NONE);
                    Fixtures.image(plot, at, LIGHT, size[0], size[1]);
                    assertTrue(plot.detail(at).length() < 80, plot.detail(at));
                }
            }
        }
    }

    @Test
    void eachStageIsAnotherPictureAndSaysWhereItIs() {
        Frame frame = crossed();
        List<Integer> pictures = new ArrayList<>();
        NetworkPainter painter = new NetworkPainter(LIGHT, Memo.NONE);
        int last = Stages.last("network", frame);
        for (int stage = 0; stage <= last; stage++) {
            BufferedImage image = Fixtures.image(painter, Studies.with(frame, Focus.DEFAULT.withStage(stage)), LIGHT, 572, 352);
            pictures.add(java.util.Arrays.hashCode(image.getRGB(0, 0, 572, 352, null, 0, 572)));
        }
        assertEquals(last + 1, pictures.stream().distinct().count());
        assertEquals("stage 2 of 7, sample 3: forward, layer 1", painter.detail(Studies.with(frame, Focus.DEFAULT.withStage(2).withSample(3))));
        assertEquals("stage 7 of 7, sample 40: gradient", painter.detail(Studies.with(frame, Focus.DEFAULT.withStage(99).withSample(999))));
    }

    /** In the forward stage the new units have the accent, and what is not known yet is empty. */
    @Test
    void whatIsNotKnownYetIsEmpty() {
        Frame frame = Studies.with(crossed(), Focus.DEFAULT.withStage(2));
        BufferedImage image = Fixtures.image(new NetworkPainter(LIGHT, Memo.NONE), frame, LIGHT, 572, 352);
        int accent = 0;
        for (int y = 0; y < 280; y++) {
            for (int x = 0; x < 572; x++) {
                accent += rgb(image, x, y) == (Theme.LIGHT.accent().getRGB() & 0xffffff) ? 1 : 0;
            }
        }
        assertTrue(accent > 200, accent + " pixels of the accent");
    }

    @Test
    void wideLayersShowTheirStrongestUnitsAndSayHowManyMore() {
        Frame frame = frame("mlp(hidden=50)", "moons(samples=20)");
        NetworkLayout layout = layout(frame, 500, 300);
        NetworkLayout.Column hidden = layout.columns().get(1);
        assertEquals(50, hidden.shown().size() + hidden.more());
        assertTrue(hidden.more() > 30);
        Architecture a = frame.scene().study().orElseThrow().cost().architecture();
        Vec theta = frame.scene().start();
        double weakest = hidden.shown().stream().mapToDouble(i -> outward(a, theta, i)).min().orElseThrow();
        double strongestLeft = IntStream.range(0, 50).filter(i -> !hidden.shown().contains(i)).mapToDouble(i -> outward(a, theta, i)).max()
                .orElseThrow();
        assertTrue(weakest >= strongestLeft, weakest + " against " + strongestLeft);
        assertEquals(hidden.shown().stream().sorted().toList(), hidden.shown());
        assertTrue(layout(crossed(), 500, 300).columns().stream().allMatch(c -> c.more() == 0));
    }

    private static double outward(Architecture a, Vec theta, int unit) {
        var next = a.layers().get(1);
        return IntStream.range(0, next.out()).mapToDouble(j -> Math.pow(theta.get(next.weightsAt() + j * next.in() + unit), 2)).sum();
    }

    @Test
    void unitsDoNotTouchAndStayInside() {
        for (String model : List.of("mlp(hidden=3-12-7)", "mlp(hidden=100)")) {
            for (NetworkLayout.Column column : layout(frame(model, "blobs(samples=20, classes=5)"), 500, 260).columns()) {
                for (int i = 0; i < column.boxes().size(); i++) {
                    Rectangle2D box = column.boxes().get(i);
                    assertTrue(new Rectangle2D.Double(0, 0, 500, 260).contains(box), box.toString());
                    assertTrue(i == 0 || box.getY() >= column.boxes().get(i - 1).getMaxY() + 2);
                }
            }
        }
    }

    @Test
    void formulasAreThoseOfTheLossAndTheLayer() {
        Frame frame = frame("mlp(hidden=3-3, activation=sigmoid, skip=true)", "moons(samples=9)");
        NetworkObjective model = frame.scene().study().orElseThrow().cost();
        var trace = model.trace(frame.scene().start().toArray(), 0);
        List<Stage> stages = Stage.of(model.architecture());
        assertEquals("z^{(2)} = W^{(2)} a^{(1)} + b^{(2)} \\qquad a^{(2)} = \\sigma(z^{(2)}) + a^{(1)}",
                new NetworkText(model, trace, stages.get(3), 0).formula());
        assertEquals("\\delta^{(1)} = \\left((W^{(2)})^T \\delta^{(2)} + \\frac{\\partial J_i}{\\partial a^{(2)}}\\right) \\odot \\sigma'(z^{(1)})",
                new NetworkText(model, trace, stages.get(8), 0).formula());
        assertEquals("6.7 \\cdot 10^{-4}", NetworkText.tex(6.7e-4));
    }

    @Test
    void aFunctionHasNoLayersAndAsksForData() {
        NetworkPainter painter = new NetworkPainter(LIGHT, Memo.NONE);
        BufferedImage image = Fixtures.image(painter, Fixtures.race(), LIGHT, 572, 352);
        assertEquals("", painter.detail(Fixtures.race()));
        assertNotEquals(0xffffff, IntStream.range(100, 470).map(x -> rgb(image, x, 176) & rgb(image, x, 166) & rgb(image, x, 186))
                .reduce(0xffffff, (p, q) -> p & q));
        assertEquals(0, Stages.last("network", Fixtures.race()));
    }

    /** Blue, white and orange lie on one line, and white is where nothing is. */
    @Test
    void zeroIsPaper() {
        assertEquals(Color.WHITE, Signed.area(Theme.LIGHT, 0));
        assertTrue(isBlue(Signed.area(Theme.LIGHT, -1).getRGB() & 0xffffff) && isOrange(Signed.area(Theme.DARK, 1).getRGB() & 0xffffff));
        for (Theme theme : Theme.values()) {
            for (double part : new double[] {-1, -0.5, 0, 0.5, 1}) {
                double contrast = Tint.contrast(theme.text(), Signed.ground(theme, part));
                assertTrue(contrast >= 4.5, theme + " " + part + ": " + contrast);
            }
        }
    }
}
