package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.comparison.Basins;
import thalweg.experiment.Frame;
import thalweg.experiment.Surveys;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * Which minimum one rule reaches from every start in the window: its hue says which, its lightness after how many steps. The path of the run itself
 * lies over it.
 */
public record BasinsPainter(Style style, Memo memo) implements Plot {
    /** Hues that are told apart with all kinds of sight, for up to ten minima; then they begin again. */
    private static final List<Color> HUES = List.of(new Color(0x3D7AB8), new Color(0xE08A1E), new Color(0x3F9B6C), new Color(0xB5689E),
            new Color(0x5FB7C9), new Color(0xC8553D), new Color(0xC9B037), new Color(0x7C6BB0), new Color(0x8C6A4F), new Color(0x8AA23B));
    private static final double LIGHTEST = 0.62;
    private static final double DARKEST = 0.5;
    private static final int NAMED = 8;

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            if (SurveyText.isWithout(ink, area, frame, Surveys.BASINS)) {
                return;
            }
            paint(ink, area, frame, basins(frame));
        });
    }

    private static Basins basins(Frame frame) {
        return frame.surveys().of(Surveys.BASINS, Basins.class).orElseThrow();
    }

    private void paint(Ink ink, Rectangle2D area, Frame frame, Basins basins) {
        Axes axes = axes(ink, area, frame, basins);
        Rectangle2D plot = axes.plot();
        record Key(Basins basins, Theme theme) {
        }
        double halfX = basins.x().width() / (basins.n() - 1) / 2;      // nodes are the middles of their cells
        double halfY = basins.y().width() / (basins.n() - 1) / 2;
        double left = axes.x(basins.x().min() - halfX);
        double top = axes.y(basins.y().max() + halfY);
        Rectangle2D where = new Rectangle2D.Double(left, top, axes.x(basins.x().max() + halfX) - left, axes.y(basins.y().min() - halfY) - top);
        ink.fill(ink.theme().chrome(), plot);
        CellMap.paint(ink, memo.get("basins", new Key(basins, ink.theme()),
                () -> CellMap.image(basins.n(), (i, j) -> colour(basins, i, j, ink.theme()))), where, plot);
        axes.paintFrame(true);
        Graphics2D inside = (Graphics2D) ink.g().create();
        inside.clip(plot);
        Ink over = new Ink(inside, style);
        Surveys.subject(frame.experiment()).filter(i -> i < frame.tracks().size()).ifPresent(i -> {
            List<MapPath> path = List.of(MapPath.of(i, frame.tracks().get(i), frame.scene().slice(), axes));
            MapRuns runs = new MapRuns(over, axes, frame);
            runs.paintFuture(Pen.of(inside), path, frame.step());
            runs.paintPast(Pen.of(inside), path, 0, frame.step());
            runs.paintHeads(path);
        });
        MapMarks.of(frame.scene(), frame.experiment().look().criticalPoints(), axes, new Room(plot, style.scale()), over).paint(over);
        inside.dispose();
        List<SurveyText.Row> rows = rows(frame, basins, ink.theme());
        if (SurveyText.legend(ink, area, rows) > 0) {
            SurveyText.paintLegend(ink, plot.getMaxX(), plot.getY(), plot.getMaxY(), rows);
        }
    }

    private static Axes axes(Ink ink, Rectangle2D area, Frame frame, Basins basins) {
        List<Range> ranges = frame.scene().slice().ranges();
        return Axes.in(area, Axis.linear(ranges.getFirst(), "$" + ContourChart.name(frame, 0) + "$").withGap(60),
                Axis.linear(ranges.getLast(), "$" + ContourChart.name(frame, 1) + "$").withGap(60), ink,
                SurveyText.legend(ink, area, rows(frame, basins, ink.theme())));
    }

    /** Light where few steps are enough, dark where many are needed, on a logarithmic scale. */
    static Color colour(Basins basins, int i, int j, Theme theme) {
        int end = basins.reached(i, j);
        if (end < 0) {
            return end == Basins.DIVERGED ? diverged(theme) : underWay(theme);
        }
        return shade(end, Math.log1p(basins.steps(i, j)) / Math.log1p(basins.slowest()));
    }

    private static Color shade(int minimum, double slow) {
        Color hue = HUES.get(minimum % HUES.size());
        return slow < 0.5 ? Tint.mix(hue, Color.WHITE, LIGHTEST * (1 - 2 * slow)) : Tint.mix(hue, Color.BLACK, DARKEST * (2 * slow - 1));
    }

    private static Color underWay(Theme theme) {
        return Tint.mix(theme.canvas(), theme.muted(), 0.35);
    }

    private static Color diverged(Theme theme) {
        return Tint.mix(theme.canvas(), theme.text(), theme.isDark() ? 0.02 : 0.85);
    }

    private static List<SurveyText.Row> rows(Frame frame, Basins basins, Theme theme) {
        List<SurveyText.Row> rows = new ArrayList<>();
        List<Integer> byShare = java.util.stream.IntStream.range(0, basins.minima().size()).boxed().filter(k -> basins.share(k) > 0)
                .sorted(java.util.Comparator.comparingDouble((Integer k) -> -basins.share(k))).toList();
        for (int k : byShare.subList(0, Math.min(NAMED, byShare.size()))) {
            Vec at = basins.minima().get(k);
            rows.add(new SurveyText.Row(Optional.of(shade(k, 0.5)), "(" + Numbers.of(at.get(0)) + ", " + Numbers.of(at.get(1)) + ")",
                    SurveyText.perCent(basins.share(k)) + " of the starts"));
        }
        if (byShare.size() > NAMED) {
            double rest = byShare.subList(NAMED, byShare.size()).stream().mapToDouble(basins::share).sum();
            rows.add(new SurveyText.Row(Optional.empty(), "and " + (byShare.size() - NAMED) + " more", SurveyText.perCent(rest)));
        }
        return others(Goal.of(frame), basins, rows, theme);
    }

    private static List<SurveyText.Row> others(Goal goal, Basins basins, List<SurveyText.Row> rows, Theme theme) {
        if (basins.share(Basins.UNDER_WAY) > 0) {
            rows.add(new SurveyText.Row(Optional.of(underWay(theme)), "at no " + goal.end() + " yet",
                    SurveyText.perCent(basins.share(Basins.UNDER_WAY))));
        }
        if (basins.share(Basins.DIVERGED) > 0) {
            rows.add(new SurveyText.Row(Optional.of(diverged(theme)), "diverged", SurveyText.perCent(basins.share(Basins.DIVERGED))));
        }
        if (basins.share(Basins.UNDER_WAY) + basins.share(Basins.DIVERGED) < 1) {
            rows.add(new SurveyText.Row(Optional.empty(), "light: few steps", "dark: up to " + Numbers.whole(basins.slowest())));
        }
        return rows;
    }

    @Override
    public Optional<Vec> locate(Point2D point, Rectangle2D area, Frame frame) {
        if (!SurveyText.isThere(frame, Surveys.BASINS)) {
            return Optional.empty();
        }
        Axes axes = axes(new Ink(new OutlineGraphics(), style), area, frame, basins(frame));
        return axes.contains(point) ? Optional.of(Vec.of(axes.xAt(point.getX()), axes.yAt(point.getY()))) : Optional.empty();
    }

    @Override
    public String detail(Frame frame) {
        String who = Surveys.subject(frame.experiment()).flatMap(i -> SurveyText.track(frame, i)).map(t -> t.name()).orElse("");
        return SurveyText.detail(frame, Surveys.BASINS, who + " from every start, " + Numbers.whole(frame.experiment().stop().steps()) + " steps");
    }
}
