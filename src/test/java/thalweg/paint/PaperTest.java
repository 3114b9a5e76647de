package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Focus;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.experiment.RunSyntax;
import thalweg.experiment.Surveys;

/** Figures as wide as a column of a journal: no word leaves them, covers another or asks readers of paper to click. */
class PaperTest {
    private static final int COLUMN = 322;
    private static final Frame WELLS = Surveys.surveyed(Frames.frame(SurveyGallery.experiment("formula(\"(x^2 - 1)^2 + y^2\")", 60,
            "momentum(learningRate=0.02)", "gradient-descent(learningRate=0.02)")), List.of(Surveys.SWEEP, Surveys.RATES), 4, () -> false);
    private static final Frame MODEL = model("mlp(hidden=4)", "moons(samples=60)");
    private static final Frame LINE = model("linear", "houses").at(0);

    private static Frame model(String network, String data) {
        Frame frame = Frames.frame(Experiment.of(Learning.of(Spec.parse(network), Spec.parse(data))).withStop(StopRule.steps(5))
                .withRuns(List.of(RunSyntax.parse("adam", 0))));
        return frame.at(frame.last());
    }

    /** A word and its place. */
    private record Word(String text, Rectangle2D box) {
    }

    private static List<Word> words(String view, Frame frame) {
        return words(view, frame, COLUMN);
    }

    private static List<Word> words(String view, Frame frame, int side) {
        List<Word> words = new ArrayList<>();
        Graphics2D g = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB).createGraphics();
        g.setRenderingHint(Lettering.KEY, (Lettering) (to, _, letters) -> {
            AffineTransform at = new AffineTransform(to.getTransform());
            at.concatenate(letters.at());
            words.add(new Word(letters.text(), at.createTransformedShape(letters.face().outline(letters.text(), letters.size())).getBounds2D()));
            return true;
        });
        new Composition(List.of(Views.of(view)), false, Style.of(Theme.PRINT), new Composition.Parts(true, false, true, false), _ -> Memo.NONE)
                .paint(g, new Rectangle2D.Double(0, 0, side, side), frame);
        g.dispose();
        assertFalse(words.isEmpty(), view);
        return words;
    }

    private static void assertInside(String view, Frame frame) {
        for (Word word : words(view, frame)) {
            assertTrue(word.box.isEmpty() || new Rectangle2D.Double(0, 0, COLUMN, COLUMN).contains(word.box), view + ": " + word);
        }
    }

    @Test
    void noWordIsCutOffAtTheEdge() {
        List.of("contour", "surface", "loss", "table", "update", Surveys.SWEEP, Surveys.RATES).forEach(view -> assertInside(view, WELLS));
        List.of("fit", "network", "loss", "samples", "gradient-check").forEach(view -> assertInside(view, MODEL));
        assertInside("gradient-check", Studies.with(MODEL, Focus.DEFAULT.withCentral(true)));
    }

    @Test
    void theBestRatesAreThereInFull() {
        List<String> words = words(Surveys.SWEEP, WELLS).stream().map(Word::text).toList();
        assertTrue(words.stream().anyMatch(w -> w.endsWith(": 0.0268")), words.toString());
        assertEquals(List.of(), words.stream().filter(w -> w.endsWith("\u2026")).toList());
    }

    @Test
    void nobodyIsAskedToClickOnPaper() {
        for (String view : List.of("update", Surveys.SWEEP, Surveys.RATES)) {
            assertInvitesTo(view, WELLS);
        }
        assertInvitesTo("fit", LINE);
    }

    /** In the window it does, in a file it does not. */
    private static void assertInvitesTo(String view, Frame frame) {
        String invitation = "(?is).*\\b(click|press|drag)\\b.*";
        Style window = Style.of(Theme.PRINT);
        assertEquals(List.of(), words(view, frame).stream().map(Word::text).filter(w -> w.matches(invitation)).toList());
        assertFalse(Views.of(view).plot().apply(window.onPaper(), Memo.NONE).detail(frame).matches(invitation), view);
        if (!view.equals("update")) {
            assertTrue(Views.of(view).plot().apply(window, Memo.NONE).detail(frame).matches(invitation), view);
        }
    }

    @Test
    void wordsOnACurveStandApart() {
        Frame frame = Frames.frame(Experiment.of(Spec.of("waves")).withStop(StopRule.steps(60)).withRuns(
                IntStream.range(0, 6).mapToObj(i -> RunSyntax.parse("adam(learningRate=0.3) label=Momentum", i)).toList()));   // a tall legend
        for (int side = 220; side <= 420; side += 10) {
            List<Word> marks = words("curve", frame.at(frame.last()), side).stream().filter(w -> w.text.matches("min|max|start")).toList();
            assertTrue(marks.size() > 4, marks.toString());
            for (Word a : marks) {
                for (Word b : marks) {
                    Rectangle2D around = new Rectangle2D.Double(b.box.getX() - 3, b.box.getY(), b.box.getWidth() + 6, b.box.getHeight());
                    assertTrue(a.equals(b) || !a.box.intersects(around), side + ": " + a + " beside " + b);
                }
            }
        }
    }
}
