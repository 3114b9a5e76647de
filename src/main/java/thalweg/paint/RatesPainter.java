package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Value;
import thalweg.comparison.Fate;
import thalweg.comparison.RateMap;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Run;
import thalweg.experiment.Surveys;
import thalweg.optimizer.Optimizers;

/**
 * What becomes of one rule for every learning rate and every setting of one more knob: converged, slow, oscillating or diverged. A click takes a
 * setting.
 */
public record RatesPainter(Style style, Memo memo) implements Plot {
    private static final Color CONVERGED = new Color(0x2F6FB0);
    private static final Color SLOW = new Color(0xC9DDEE);
    private static final Color OSCILLATING = new Color(0xEFA33B);
    private static final Color DIVERGED = new Color(0x7A2E3A);
    /** Gaps below this part of the first are all drawn as the darkest. */
    private static final double FINEST = 1e-9;

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            if (!SurveyText.isWithout(ink, area, frame, Surveys.RATES)) {
                paint(ink, SurveyText.paintRule(ink, area, rule(frame)), frame, map(frame));
            }
        });
    }

    private static RateMap map(Frame frame) {
        return frame.surveys().of(Surveys.RATES, RateMap.class).orElseThrow();
    }

    static String rule(Frame frame) {
        return "Every run has the same start and " + Numbers.whole(frame.experiment().stop().steps())
                + " steps. Converged: a thousandth of the first gap to the " + Goal.of(frame).best()
                + " J is left. Diverged: J ended " + Goal.of(frame).worse() + " than it began.";
    }

    private void paint(Ink ink, Rectangle2D area, Frame frame, RateMap map) {
        Axes axes = axes(ink, area, frame, map);
        Rectangle2D plot = axes.plot();
        record Key(RateMap map) {
        }
        CellMap.paint(ink, memo.get("rates", new Key(map), () -> CellMap.image(map.n(), (i, j) -> colour(map, i, j))), plot, plot);
        axes.paintFrame(true);
        List<SurveyText.Row> rows = rows(map);
        if (SurveyText.legend(ink, area, rows) > 0) {
            SurveyText.paintLegend(ink, plot.getMaxX(), plot.getY(), plot.getMaxY(), rows);
        }
        run(frame).ifPresent(run -> {
            double x = axes.x(number(run, Surveys.rateKnob(run)));
            double y = axes.y(number(run, Surveys.otherKnob(frame.experiment()).orElseThrow()));
            if (axes.contains(new Point2D.Double(x, y))) {
                RunStyle.of(run).paintMarkerOnMap(ink, x, y, 6);
                ink.halo("now", Face.MEDIUM, Ink.DETAIL, ink.theme().text(), 4, x + ink.px(10), y + Face.capHeight(ink.px(Ink.DETAIL)) / 2, 0);
            }
        });
    }

    private static Optional<Run> run(Frame frame) {
        return Surveys.subject(frame.experiment()).map(i -> frame.experiment().runs().get(i));
    }

    /** What a knob of a run is set to. */
    static double number(Run run, KnobInfo knob) {
        return Optimizers.CATALOG.settings(run.optimizer()).get(knob.name()) instanceof Value.Num(double value) ? value : Double.NaN;
    }

    private static Axes axes(Ink ink, Rectangle2D area, Frame frame, RateMap map) {
        KnobInfo rate = Surveys.rateKnob(run(frame).orElseThrow());
        KnobInfo other = Surveys.otherKnob(frame.experiment()).orElseThrow();
        Axis y = map.knobs().otherIsLog() ? Axis.log(map.knobs().other(), label(other)) : Axis.linear(map.knobs().other(), label(other));
        return Axes.in(area, Axis.log(map.knobs().rates(), rate.label() + " $" + rate.symbol() + "$"), y, ink,
                SurveyText.legend(ink, area, rows(map)));
    }

    private static String label(KnobInfo knob) {
        return knob.label() + (knob.symbol().isEmpty() ? "" : " $" + knob.symbol() + "$");
    }

    /** The darker the less of the gap is left, on a logarithmic scale; runs that came nowhere near are nearly white. */
    static Color colour(RateMap map, int i, int j) {
        return switch (map.kind(i, j)) {
            case CONVERGED -> {
                double near = Math.log(Math.max(FINEST, map.left(i, j)) / Fate.TOLERANCE) / Math.log(FINEST / Fate.TOLERANCE);
                yield Tint.mix(Tint.mix(CONVERGED, Color.WHITE, 0.35), Tint.mix(CONVERGED, Color.BLACK, 0.45), near);
            }
            case SLOW -> Tint.mix(Tint.mix(SLOW, CONVERGED, 0.3), Tint.mix(SLOW, Color.WHITE, 0.5),
                    1 - Math.log(map.left(i, j)) / Math.log(Fate.TOLERANCE));
            case OSCILLATING -> OSCILLATING;
            case DIVERGED -> DIVERGED;
        };
    }

    private static List<SurveyText.Row> rows(RateMap map) {
        List<SurveyText.Row> rows = new ArrayList<>();
        rows.add(new SurveyText.Row(Optional.of(CONVERGED), "converged", SurveyText.perCent(map.share(Fate.Kind.CONVERGED)) + ", darker: nearer"));
        rows.add(new SurveyText.Row(Optional.of(SLOW), "slow", SurveyText.perCent(map.share(Fate.Kind.SLOW))));
        rows.add(new SurveyText.Row(Optional.of(OSCILLATING), "oscillating", SurveyText.perCent(map.share(Fate.Kind.OSCILLATING))));
        rows.add(new SurveyText.Row(Optional.of(DIVERGED), "diverged", SurveyText.perCent(map.share(Fate.Kind.DIVERGED))));
        return rows;
    }

    @Override
    public Optional<UnaryOperator<Experiment>> click(Point2D point, Rectangle2D area, Frame frame) {
        if (!SurveyText.isThere(frame, Surveys.RATES)) {
            return Optional.empty();
        }
        Ink ink = new Ink(new OutlineGraphics(), style);
        Rectangle2D below = SurveyText.below(area, SurveyText.height(ink, area, rule(frame)));
        Axes axes = axes(ink, below, frame, map(frame));
        if (!axes.contains(point)) {
            return Optional.empty();
        }
        int run = Surveys.subject(frame.experiment()).orElseThrow();
        KnobInfo other = Surveys.otherKnob(frame.experiment()).orElseThrow();
        double rate = Surveys.rounded(axes.xAt(point.getX()));
        double setting = Surveys.rounded(axes.yAt(point.getY()));
        return Optional.of(e -> Surveys.turned(Surveys.turned(e, run, Surveys.rateKnob(e.runs().get(run)).name(), rate), run, other.name(), setting));
    }

    @Override
    public String detail(Frame frame) {
        String who = Surveys.subject(frame.experiment()).flatMap(i -> SurveyText.track(frame, i)).map(t -> t.name()).orElse("");
        return SurveyText.detail(frame, Surveys.RATES, who + (style.hands() ? "; click to take a setting" : ""));
    }
}
