package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.catalog.KnobInfo;
import thalweg.comparison.Bands;
import thalweg.comparison.Basins;
import thalweg.comparison.RateMap;
import thalweg.comparison.RateSweep;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Surveys;
import thalweg.experiment.Track;
import thalweg.math.Vec;

class SurveyPaintersTest {
    private static final Style LIGHT = Style.of(Theme.LIGHT);
    private static final Rectangle2D TILE = new Rectangle2D.Double(0, 0, 572, 352);
    /** Two wells at x = -1 and 1, coarse surveys of all four views. */
    private static final Frame WELLS = Surveys.surveyed(Frames.frame(SurveyGallery.experiment("formula(\"(x^2 - 1)^2 + y^2\")", 60,
            "momentum(learningRate=0.02)", "gradient-descent(learningRate=0.02)")), Surveys.VIEWS, 4, () -> false);

    private static Plot plot(String view) {
        return Views.of(view).plot().apply(LIGHT, Memo.NONE);
    }

    @Test
    void basinsHaveTheHueOfTheMinimumTheyLeadTo() {
        Basins basins = WELLS.surveys().of(Surveys.BASINS, Basins.class).orElseThrow();
        BufferedImage image = Fixtures.image(plot(Surveys.BASINS), WELLS, LIGHT, 572, 352);
        int compared = 0;
        for (int j = 0; j < basins.n(); j += 3) {
            for (int i = 0; i < basins.n(); i += 2) {
                int expected = BasinsPainter.colour(basins, i, j, Theme.LIGHT).getRGB();
                Vec at = Vec.of(basins.x().node(i, basins.n()), basins.y().node(j, basins.n()));
                if (i > 0 && i < basins.n() - 1 && j > 0 && j < basins.n() - 1 && Math.abs(at.get(1)) > 1.5) {      // clear of paths and marks
                    compared += image.getRGB(pixel(at).x, pixel(at).y) == expected ? 1 : -1;
                }
            }
        }
        assertTrue(compared >= 6, compared + " more nodes had their colour than had another");
        assertTrue(basins.share(0) > 0 && basins.share(1) > 0, "both wells are reached");
    }

    /** The pixel that stands for a start, found by what the painter says of pixels. */
    private static java.awt.Point pixel(Vec at) {
        Plot plot = plot(Surveys.BASINS);
        Vec a = plot.locate(new Point2D.Double(200, 100), TILE, WELLS).orElseThrow();
        Vec b = plot.locate(new Point2D.Double(300, 200), TILE, WELLS).orElseThrow();
        double x = 200 + 100 * (at.get(0) - a.get(0)) / (b.get(0) - a.get(0));
        double y = 100 + 100 * (at.get(1) - a.get(1)) / (b.get(1) - a.get(1));
        return new java.awt.Point((int) Math.floor(x), (int) Math.floor(y));
    }

    @Test
    void everySurveyIsPaintedInAnySizeAndThemeAndSaysWhatItIs() {
        for (String view : Surveys.VIEWS) {
            BufferedImage empty = Fixtures.image(plot(view), WELLS.withSurveys(Surveys.NONE), LIGHT, 572, 352);
            assertFalse(same(empty, Fixtures.image(plot(view), WELLS, LIGHT, 572, 352)), view);
            Fixtures.image(plot(view), WELLS, LIGHT, 130, 90);
            Style stage = new Style(Theme.DARK, 1.7, true);
            Fixtures.image(Views.of(view).plot().apply(stage, new KeptMemo()), WELLS, stage, 1280, 536);
            assertTrue(plot(view).detail(WELLS).contains("stage 1 of"), plot(view).detail(WELLS));
            assertEquals("", plot(view).detail(WELLS.withSurveys(Surveys.NONE)));
        }
    }

    private static boolean same(BufferedImage a, BufferedImage b) {
        return IntStream.range(0, a.getHeight()).allMatch(y -> IntStream.range(0, a.getWidth()).allMatch(x -> a.getRGB(x, y) == b.getRGB(x, y)));
    }

    @Test
    void aClickOnTheRateMapTakesBothKnobs() {
        RateMap map = WELLS.surveys().of(Surveys.RATES, RateMap.class).orElseThrow();
        Point2D middle = new Point2D.Double(240, 180);
        Experiment taken = plot(Surveys.RATES).click(middle, TILE, WELLS).orElseThrow().apply(WELLS.experiment());
        double rate = RatesPainter.number(taken.runs().getFirst(), Surveys.rateKnob(taken.runs().getFirst()));
        double momentum = RatesPainter.number(taken.runs().getFirst(), Surveys.otherKnob(taken).orElseThrow());
        assertTrue(map.knobs().rates().contains(rate) && rate != 0.02, "rate " + rate);
        assertTrue(momentum > 0.3 && momentum < 0.7, "half up the map: " + momentum);
        assertEquals(WELLS.experiment().runs().get(1), taken.runs().get(1));
        assertEquals(Optional.empty(), plot(Surveys.RATES).click(new Point2D.Double(5, 5), TILE, WELLS));
    }

    @Test
    void aClickOnACurveTakesItsRateForItsRun() {
        RateSweep sweep = WELLS.surveys().of(Surveys.SWEEP, RateSweep.class).orElseThrow();
        int found = 0;
        for (int x = 60; x < 420; x += 4) {
            for (int y = 40; y < 310; y += 4) {
                Optional<UnaryOperator<Experiment>> click = plot(Surveys.SWEEP).click(new Point2D.Double(x, y), TILE, WELLS);
                if (click.isPresent()) {
                    Experiment taken = click.get().apply(WELLS.experiment());
                    double rate = IntStream.of(0, 1).filter(i -> !taken.runs().get(i).equals(WELLS.experiment().runs().get(i)))
                            .mapToDouble(i -> RatesPainter.number(taken.runs().get(i), Surveys.rateKnob(taken.runs().get(i)))).findFirst()
                            .orElse(0.02);
                    assertTrue(sweep.rates().stream().anyMatch(r -> Math.abs(r / rate - 1) < 0.006), "rate " + rate + " of " + sweep.rates());
                    found++;
                }
            }
        }
        assertTrue(found > 50, found + " places near a curve");
    }

    /** Where a curve falls from one rate to the next, most of its line is far from both. */
    @Test
    void aClickOnASteepPartOfACurveTakesARateToo() {
        Experiment steep = SurveyGallery.experiment("formula(\"(x^2 + y^2) / 2\")", 60, "gradient-descent(learningRate=0.02)")
                .withStart(Vec.of(1, 1));
        Frame frame = Surveys.surveyed(Frames.frame(steep), List.of(Surveys.SWEEP), 3, () -> false);
        for (int y = 60; y < 300; y++) {
            int row = y;
            assertTrue(IntStream.range(60, 420).anyMatch(x -> plot(Surveys.SWEEP).click(new Point2D.Double(x, row), TILE, frame).isPresent()),
                    "the curve comes through row " + y);
        }
    }

    @Test
    void whereThereIsNoRoomTheNameIsCutAndNotTheBestRate() {
        Ink ink = new Ink(new OutlineGraphics(), Style.of(Theme.LIGHT));
        Track momentum = new Track(WELLS.tracks().getFirst().run(), "Momentum", WELLS.tracks().getFirst().optimizer(),
                WELLS.tracks().getFirst().trajectory());
        assertEquals("Momentum: 0.1", SweepPainter.shortened(ink, momentum, ": 0.1", 300));
        String cut = SweepPainter.shortened(ink, momentum, ": 2.57e\u22123", 110);
        assertTrue(cut.startsWith("Mo") && cut.endsWith("\u2026: 2.57e\u22123"), cut);
        assertTrue(ink.width(cut, NameColumn.face(ink), NameColumn.size(ink)) <= NameColumn.room(ink, 110));
    }

    /** With four tiles on it, a column of names would leave neither them nor the curves room. */
    @Test
    void onAStageNamesThatAreTooWideStandAboveTheCurves() {
        RateSweep sweep = WELLS.surveys().of(Surveys.SWEEP, RateSweep.class).orElseThrow();
        SweepPainter.Chart beside = SweepPainter.chart(new Ink(new OutlineGraphics(), Style.of(Theme.LIGHT)), TILE, WELLS, sweep);
        assertTrue(beside.legend() == 0 && beside.names() > 0, beside.toString());
        SweepPainter.Chart above = SweepPainter.chart(new Ink(new OutlineGraphics(), Style.onStage(Theme.LIGHT, 720)), TILE, WELLS, sweep);
        assertTrue(above.legend() > 0 && above.names() == 0, above.toString());
        assertTrue(above.axes().plot().getWidth() > 0.6 * TILE.getWidth(), above.toString());
        assertTrue(above.axes().plot().getY() > TILE.getY() + above.legend(), above.toString());
    }

    /** A quarter of a stage is the curves': their axes must be read from the last row. */
    @Test
    void onAStageWithFourTilesTheRuleOfComparisonGivesWay() {
        Ink ink = new Ink(new OutlineGraphics(), Style.onStage(Theme.LIGHT, 720));
        String rule = "Same start, 80 evaluations for each run: a gradient, or J alone, counts one, a Hessian one per parameter."
                + " Ring: the best rate.";
        assertEquals(0, SurveyText.height(ink, new Rectangle2D.Double(0, 0, 640, 360), rule));
        assertTrue(SurveyText.height(ink, new Rectangle2D.Double(0, 0, 1280, 720), rule) > 0);
    }

    /** Hills at -1 and 1 that are climbed: the rate that comes highest is drawn highest, and rates that are lost stand at the bottom. */
    @Test
    void whereRunsClimbTheHighestIsTheBest() {
        Experiment hills = SurveyGallery.experiment("formula(\"-(x^2 - 1)^2 - y^2\")", 60, "gradient-descent(learningRate=0.02)").withMaximise(true)
                .withStart(Vec.of(0.2, 1.2));
        Frame frame = Surveys.surveyed(Frames.frame(hills), List.of(Surveys.SWEEP), 3, () -> false);
        RateSweep sweep = frame.surveys().of(Surveys.SWEEP, RateSweep.class).orElseThrow();
        RateSweep.Entry entry = sweep.entries().getFirst();
        int lost = IntStream.range(0, sweep.rates().size()).filter(k -> entry.fates().get(k).diverged()).findFirst().orElseThrow();
        int slow = IntStream.range(0, entry.best()).boxed().min((a, b) -> Double.compare(entry.fates().get(b).last(), entry.fates().get(a).last()))
                .orElseThrow();
        SweepPainter.Chart chart = SweepPainter.chart(new Ink(new OutlineGraphics(), Style.of(Theme.LIGHT)), TILE, frame, sweep);
        double best = chart.y(entry.fates().get(entry.best()));
        double worse = chart.y(entry.fates().get(slow));
        double bottom = chart.y(entry.fates().get(lost));
        assertTrue(best < worse - 20 && worse < bottom - 5, best + " above " + worse + " above " + bottom);
        assertTrue(-entry.fates().get(entry.best()).last() > -0.01, "it comes to the top: " + entry);
    }

    /** A quarter of the runs begin where there is no logarithm, and some end at exactly 0: the rest is drawn as ever. */
    @Test
    void holesAndZerosLeaveTheBandsOfTheOthers() {
        Frame frame = Surveys.surveyed(Frames.frame(SurveyGallery.experiment("formula(\"log(x)^2 + y^2\")", 40, "newton",
                "gradient-descent(learningRate=0.1)")
                .withStart(Vec.of(1.5, 1))), List.of(Surveys.BANDS, Surveys.SWEEP), 3, () -> false);
        Bands bands = frame.surveys().of(Surveys.BANDS, Bands.class).orElseThrow();
        assertTrue(bands.entries().stream().allMatch(e -> Double.isInfinite(e.upper().getFirst())), "holes: " + bands);
        assertTrue(bands.entries().stream().anyMatch(e -> e.lower().getLast() == 0), "zeros: " + bands);
        Axis axis = BandsPainter.vertical(bands, 1);
        assertTrue(axis.log() && axis.range().contains(bands.entries().getFirst().lower().getFirst()), axis.toString());
        for (String view : List.of(Surveys.BANDS, Surveys.SWEEP)) {
            BufferedImage image = Fixtures.image(plot(view), frame, LIGHT, 572, 352);
            BufferedImage other = Fixtures.image(plot(view), frame.withSurveys(Surveys.NONE), LIGHT, 572, 352);
            assertFalse(same(image, other), view);
        }
    }

    @Test
    void aSurveyOfAnotherFunctionOrRuleIsNotShown() {
        Frame other = Frames.frame(SurveyGallery.experiment("sphere", 3, "momentum")).withSurveys(WELLS.surveys());
        assertFalse(SurveyText.isThere(other, Surveys.SWEEP));
        assertTrue(SurveyText.isThere(WELLS, Surveys.BASINS));
        assertFalse(SurveyText.isThere(WELLS.withLook(WELLS.experiment().look().withSelected(1)), Surveys.BASINS), "GD is not Momentum");
    }

    @Test
    void whatCannotBeSurveyedSaysWhy() {
        Frame line = Frames.frame(SurveyGallery.experiment("double-well", 3, "gradient-descent"));
        assertTrue(Surveys.obstacle(Surveys.BASINS, line).orElseThrow().contains("two parameters"));
        assertTrue(Surveys.obstacle(Surveys.RATES, line).orElseThrow().contains("no second knob"));
        assertEquals(Optional.empty(), Surveys.obstacle(Surveys.SWEEP, line));
        assertEquals("momentum", Surveys.otherKnob(WELLS.experiment()).orElseThrow().name());
        assertTrue(Surveys.obstacle(Surveys.BANDS, Frames.frame(line.experiment().withRuns(List.of()))).orElseThrow().startsWith("No runs"));
    }

    @Test
    void whereRunsClimbTheRulesSpeakOfTheHighest() {
        Frame up = WELLS.relabelled(WELLS.experiment().withMaximise(true), WELLS.tracks());
        Bands bands = WELLS.surveys().of(Surveys.BANDS, Bands.class).orElseThrow();
        assertTrue(RatesPainter.rule(WELLS).endsWith("gap to the lowest J is left. Diverged: J ended higher than it began."));
        assertTrue(RatesPainter.rule(up).endsWith("gap to the highest J is left. Diverged: J ended lower than it began."));
        assertTrue(BandsPainter.rule(WELLS, bands).endsWith("to the lowest J is left."));
        assertTrue(BandsPainter.rule(up, bands).endsWith("to the highest J is left."));
    }

    @Test
    void allBestRatesAreTakenAtOnceAndOnlyFromASweepOfTheseRuns() {
        RateSweep sweep = WELLS.surveys().of(Surveys.SWEEP, RateSweep.class).orElseThrow();
        Experiment best = Surveys.atBestRates(WELLS).orElseThrow();
        assertEquals(2, sweep.entries().size());
        for (RateSweep.Entry entry : sweep.entries()) {
            assertEquals(Surveys.rounded(sweep.rates().get(entry.best())),
                    RatesPainter.number(best.runs().get(entry.run()), Surveys.rateKnob(best.runs().get(entry.run()))));
        }
        assertEquals(WELLS.experiment(), best.withRuns(WELLS.experiment().runs()), "nothing else");
        assertEquals(Optional.empty(), Surveys.atBestRates(WELLS.withSurveys(Surveys.NONE)));
        assertEquals(Optional.empty(), Surveys.atBestRates(WELLS.relabelled(best, WELLS.tracks())), "the sweep was of other settings");
    }

    /** Adam has beta1 and beta2; a knob that the rule lacks leaves the first. */
    @Test
    void theMapOfRatesTurnsTheKnobThatWasChosen() {
        Experiment adam = SurveyGallery.experiment("formula(\"x^2 + y^2\")", 10, "adam");
        Experiment second = adam.withLook(adam.look().withFocus(adam.look().focus().withKnob("beta2")));
        assertEquals(List.of("beta1", "beta2"), Surveys.otherKnobs(adam).stream().map(KnobInfo::name).toList());
        assertEquals("beta1", Surveys.otherKnob(adam).orElseThrow().name());
        assertEquals("beta2", Surveys.otherKnob(second).orElseThrow().name());
        assertEquals("beta1", Surveys.otherKnob(adam.withLook(adam.look().withFocus(adam.look().focus().withKnob("momentum")))).orElseThrow().name());
        Frame frame = Frames.frame(adam);
        assertNotEquals(Surveys.part(Surveys.RATES, frame), Surveys.part(Surveys.RATES, frame.withLook(second.look())), "another map is made");
    }
}
