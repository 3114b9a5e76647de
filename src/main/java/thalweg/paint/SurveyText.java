package thalweg.paint;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Learning;
import thalweg.experiment.Surveys;
import thalweg.experiment.Track;

/** What the views of many runs say in the same words: why there is nothing yet, how fine it is, the rule of comparison, and their legends. */
final class SurveyText {
    private static final double LINE = 17;
    private static final double ROW = 20;
    private static final double SWATCH = 12;
    /** Of an area's height the rule takes at most so much. */
    private static final double MOST = 0.25;

    private SurveyText() {
    }

    /** A row of a legend: a patch of colour, or nothing, and up to two lines. */
    record Row(Optional<Color> colour, String name, String more) {
    }

    /** Says in words why a view shows nothing, if it does. */
    static boolean isWithout(Ink ink, Rectangle2D area, Frame frame, String view) {
        Optional<String> why = Surveys.obstacle(view, frame);
        if (why.isEmpty() && isThere(frame, view)) {
            return false;
        }
        Notice.paint(ink, area, why.orElse("Many runs are being made for this view."));
        return true;
    }

    /**
     * Whether there is one to show: of this function or data and, where it is about one rule, of this rule. While knobs are turned the last one
     * stays.
     */
    static boolean isThere(Frame frame, String view) {
        Surveys.Survey survey = frame.surveys().made().get(view);
        if (survey == null || Surveys.obstacle(view, frame).isPresent()) {
            return false;
        }
        Experiment made = survey.part().numbers();
        Experiment now = frame.experiment();
        boolean same = made.objective().map(Spec::id).equals(now.objective().map(Spec::id))
                && made.learning().map(Learning::data).equals(now.learning().map(Learning::data))
                && made.learning().map(Learning::model).equals(now.learning().map(Learning::model));
        boolean one = view.equals(Surveys.BASINS) || view.equals(Surveys.RATES);
        boolean knob = !view.equals(Surveys.RATES) || survey.part().more().equals(Surveys.part(view, frame).more());
        return same && knob && (!one || Surveys.subject(now)
                .filter(i -> now.runs().get(i).optimizer().id().equals(made.runs().getFirst().optimizer().id())).isPresent());
    }

    /** How fine it is so far, for the head of a tile. */
    static String detail(Frame frame, String view, String words) {
        Surveys.Survey survey = frame.surveys().made().get(view);
        return !isThere(frame, view) ? ""
                : words + (survey.isFinest() ? "" : ", stage " + survey.stage() + " of " + survey.stages());
    }

    /** The track of the run with this number. */
    static Optional<Track> track(Frame frame, int run) {
        return run >= 0 && run < frame.tracks().size() ? Optional.of(frame.tracks().get(run)) : Optional.empty();
    }

    /** The height of the rule of comparison above a picture, in pixels; 0 where it would leave the picture too little. */
    static double height(Ink ink, Rectangle2D area, String rule) {
        double height = ink.px(LINE) * lines(ink, area, rule).size() + ink.px(6);
        return area.getHeight() < ink.px(160) || height > MOST * area.getHeight() ? 0 : height;
    }

    /** Paints the rule of comparison at the top of an area; returns what is left of it. */
    static Rectangle2D paintRule(Ink ink, Rectangle2D area, String rule) {
        double height = height(ink, area, rule);
        if (height > 0) {
            double y = area.getY() + ink.px(14);
            for (String line : lines(ink, area, rule)) {
                ink.text(line, Face.REGULAR, Ink.DETAIL, ink.theme().muted(), area.getX() + ink.px(12), y, 0);
                y += ink.px(LINE);
            }
        }
        return below(area, height);
    }

    /** The area below the rule of comparison. */
    static Rectangle2D below(Rectangle2D area, double height) {
        return new Rectangle2D.Double(area.getX(), area.getY() + height, area.getWidth(), Math.max(1, area.getHeight() - height));
    }

    private static List<String> lines(Ink ink, Rectangle2D area, String rule) {
        return Notice.wrap(rule, Face.REGULAR, ink.px(Ink.DETAIL), area.getWidth() - ink.px(24));
    }

    /** Room at the right for a legend; 0 where the picture needs it all. */
    static double legend(Ink ink, Rectangle2D area, List<Row> rows) {
        double widest = rows.stream().mapToDouble(r ->
                Math.max(ink.width(r.name, Face.REGULAR, Ink.DETAIL), ink.width(r.more, Face.REGULAR, Ink.SMALL))).max().orElse(0);
        double width = widest + ink.px(SWATCH + 8 + 14 + 12);
        return area.getWidth() >= ink.px(420) && width <= area.getWidth() * 0.42 ? width : 0;
    }

    static void paintLegend(Ink ink, double x, double top, double bottom, List<Row> rows) {
        double y = top + ink.px(ROW / 2);
        for (Row row : rows) {
            double height = ink.px(row.more.isEmpty() ? ROW : ROW + 14);
            if (y + height - ink.px(ROW / 2) > bottom) {
                return;
            }
            double left = x + ink.px(14);
            if (row.colour.isPresent()) {
                Rectangle2D swatch = new Rectangle2D.Double(left, y - ink.px(SWATCH / 2), ink.px(SWATCH), ink.px(SWATCH));
                ink.fill(row.colour.get(), swatch);
                ink.stroke(ink.theme().border(), 1, swatch);
            }
            double text = left + ink.px(row.colour.isPresent() ? SWATCH + 8 : 0);
            ink.textAround(row.name, Face.REGULAR, Ink.DETAIL, ink.theme().text(), text, y, 0);
            if (!row.more.isEmpty()) {
                ink.textAround(row.more, Face.REGULAR, Ink.SMALL, ink.theme().muted(), text, y + ink.px(15), 0);
            }
            y += height;
        }
    }

    static String perCent(double share) {
        return share > 0 && share < 0.01 ? "below 1\u2009%" : Numbers.whole(Math.round(100 * share)) + "\u2009%";
    }
}
