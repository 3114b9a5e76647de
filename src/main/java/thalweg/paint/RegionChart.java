package thalweg.paint;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import java.util.Optional;
import thalweg.data.DataSet;
import thalweg.experiment.Frame;
import thalweg.experiment.Study;
import thalweg.math.Range;

/**
 * Data of two or more features laid out in the plane of two.
 *
 * @param axes of the two features, by the data alone; equally long where the features are of one size
 * @param legend where the left end of the legend stands, or the colour bar of a regression; empty where there is no room
 */
record RegionChart(Study study, Plane plane, Axes axes, Optional<Point2D> legend) implements SampleChart {
    /** Features whose spreads differ less have one scale. */
    private static final double ALIKE = 2.5;
    private static final int MOST_NAMES = 12;
    private static final String TEST = "test";

    static RegionChart of(Rectangle2D area, Frame frame, Ink ink, Memo memo) {
        record Key(Study study, Rectangle2D area, Style style) {
        }
        Study study = frame.scene().study().orElseThrow();
        return memo.get("regions.chart", new Key(study, area, ink.style().withStill(true)), () -> of(area, study, ink)).with(ink);
    }

    RegionChart with(Ink ink) {
        return new RegionChart(study, plane, axes.with(ink), legend);
    }

    private static RegionChart of(Rectangle2D area, Study study, Ink ink) {
        Plane plane = Plane.of(study);
        DataSet data = study.split().training();
        List<Range> ranges = ranges(study, plane);
        boolean alike = isAlike(ranges);
        Axis across = Axis.linear(ranges.getFirst(), HypothesisChart.label(data.featureName(plane.across()))).withGap(60);
        Axis upward = Axis.linear(ranges.getLast(), HypothesisChart.label(data.featureName(plane.upward()))).withGap(52);
        double names = legend(ink, study);
        boolean beside = !ink.style().isPresentation() && area.getWidth() - names >= ink.px(240)
                && (!alike || area.getWidth() - names >= area.getHeight() * 0.9);
        double right = beside ? names + ink.px(18) : 0;
        Axes axes = Axes.in(area, across, upward, ink, right);
        double spare = alike ? axes.plot().getWidth() - axes.plot().getHeight() : 0;
        double high = alike ? -spare : 0;
        Rectangle2D part = spare > 0 ? new Rectangle2D.Double(area.getX() + Math.rint(spare / 2), area.getY(), area.getWidth() - spare,
                area.getHeight())
                : high > 0 ? new Rectangle2D.Double(area.getX(), area.getY() + Math.rint(high / 2), area.getWidth(), area.getHeight() - high) : area;
        axes = Axes.in(part, across, upward, ink, right);
        Optional<Point2D> place = beside ? Optional.of(new Point2D.Double(axes.plot().getMaxX() + ink.px(16), axes.plot().getY())) : Optional.empty();
        return new RegionChart(study, plane, axes, place);
    }

    /** What the axes show of the two features: as much of both where they are of one size. */
    static List<Range> ranges(Study study, Plane plane) {
        Range x = range(study, plane.across());
        Range y = range(study, plane.upward());
        if (!(x.width() < ALIKE * y.width() && y.width() < ALIKE * x.width())) {
            return List.of(x, y);
        }
        double half = Math.max(x.width(), y.width()) / 2;
        return List.of(new Range(x.centre() - half, x.centre() + half), new Range(y.centre() - half, y.centre() + half));
    }

    static boolean isAlike(List<Range> ranges) {
        double x = ranges.getFirst().width();
        return Math.abs(x - ranges.getLast().width()) <= 1e-9 * x;
    }

    private static double legend(Ink ink, Study study) {
        DataSet data = study.split().training();
        Stream<String> words = Stream.concat(names(data).stream().limit(MOST_NAMES), study.split().test().map(_ -> TEST).stream());
        return data.isClassified() ? words.mapToDouble(n -> ink.width(n, Face.REGULAR, Ink.DETAIL)).max().orElse(0) + ink.px(24) : ink.px(64);
    }

    /** The names of the classes; after the word for what they are if they are mere numbers. */
    private static List<String> names(DataSet data) {
        boolean numbers = data.classNames().stream().allMatch(n -> n.matches("[0-9]{1,3}"));
        return numbers ? data.classNames().stream().map(n -> data.targetName() + " " + n).toList() : data.classNames();
    }

    private static Range range(Study study, int feature) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (DataSet part : HypothesisChart.parts(study)) {
            for (int i = 0; i < part.size(); i++) {
                low = Math.min(low, part.feature(i, feature));
                high = Math.max(high, part.feature(i, feature));
            }
        }
        double width = high - low;
        double room = width > 1e-9 * Math.max(Math.abs(low), Math.abs(high)) ? 0.08 * width : low == 0 ? 1 : Math.abs(low) / 2;
        return Axis.shown(low - room, high + room);
    }

    boolean isClassified() {
        return study.split().training().isClassified();
    }

    @Override
    public Point2D place(DataSet part, int sample) {
        return new Point2D.Double(axes.x(part.feature(sample, plane.across())), axes.y(part.feature(sample, plane.upward())));
    }

    /** The classes in the legend, with the words for test samples at the end if there are any. */
    void paintLegend(Ink ink, boolean test) {
        if (legend.isEmpty()) {
            return;
        }
        double x = legend.get().getX();
        double y = legend.get().getY() + ink.px(8);
        List<String> names = names(study.split().training());
        int shown = Math.min(names.size(), MOST_NAMES);
        for (int c = 0; c < shown; c++) {
            ClassStyle.of(c).paint(ink, x + ink.px(4), y, 4.6);
            ink.textAround(names.get(c), Face.REGULAR, Ink.DETAIL, ink.theme().text(), x + ink.px(16), y, 0);
            y += ink.px(20);
        }
        if (test) {
            ClassStyle.of(0).paintHollow(ink, x + ink.px(4), y + ink.px(6), 4.6);
            ink.textAround(TEST, Face.REGULAR, Ink.DETAIL, ink.theme().muted(), x + ink.px(16), y + ink.px(6), 0);
        }
    }
}
