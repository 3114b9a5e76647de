package thalweg.paint;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import thalweg.data.DataSet;
import thalweg.network.Answers;

/** The note beside the sample under the pointer: its number, features, target, what is said of it, and what the loss charges. */
final class SampleNote {
    private static final int FEATURES = 4;
    private static final double LINE = 18;
    private static final double PAD = 10;

    private SampleNote() {
    }

    /** Paints it within a plot, and a ring around the sample. */
    static void paint(Ink ink, Rectangle2D plot, Point2D at, Learnt learnt, int sample) {
        ink.hoverRing(at.getX(), at.getY());
        paintBeside(ink, plot, at, learnt, sample);
    }

    /** Paints it beside a point. */
    static void paintBeside(Ink ink, Rectangle2D plot, Point2D at, Learnt learnt, int sample) {
        List<String> lines = lines(learnt, sample);
        double size = ink.px(Ink.DETAIL);
        double w = lines.stream().mapToDouble(l ->
                Math.max(Typeset.line(l).width(size), ink.width(l, Face.SEMIBOLD, Ink.DETAIL) * (l.contains("$") ? 0 : 1))).max()
                .orElse(0) + ink.px(2 * PAD);
        double h = ink.px(LINE * lines.size() + 12);
        Rectangle2D box = MapNote.box(ink, plot, at, w, h);
        MapNote.paintBox(ink, box);
        double y = box.getY() + ink.px(6 + LINE / 2) + Face.capHeight(size) / 2;
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0) {
                ink.text(lines.get(i), Face.SEMIBOLD, Ink.DETAIL, ink.theme().text(), box.getX() + ink.px(PAD), y, 0);
            } else {
                Typeset.line(lines.get(i)).paint(ink, Ink.DETAIL, ink.theme().text(), box.getX() + ink.px(PAD), y + i * ink.px(LINE), 0);
            }
        }
    }

    static List<String> lines(Learnt learnt, int sample) {
        int m = Learnt.training(learnt.study());
        DataSet raw = Learnt.raw(learnt.study(), sample);
        List<String> lines = new ArrayList<>();
        lines.add((sample < m ? "sample " + Numbers.whole(sample + 1) : "test sample " + Numbers.whole(sample - m + 1)));
        if (raw.image().isEmpty()) {
            for (int j = 0; j < Math.min(raw.dimension(), FEATURES); j++) {
                lines.add(name(raw.featureName(j)) + " = " + Numbers.of(raw.feature(0, j)));
            }
            if (raw.dimension() > FEATURES) {
                lines.add("and " + (raw.dimension() - FEATURES) + " more features");
            }
        }
        String target = name(raw.targetName());
        lines.add(target + " = " + (raw.isClassified() ? raw.classNames().get(raw.label(0)) : Numbers.of(raw.target(0))));
        if (!learnt.isFinite()) {
            lines.add("nothing is said: the parameters are no numbers");
            return lines;
        }
        Answers answers = learnt.answers(Learnt.seen(learnt.study(), sample));
        if (raw.isClassified()) {
            int found = answers.label(0);
            String how = learnt.study().loss() == thalweg.network.Loss.HINGE ? "" : ", " + Learnt.percent(answers.share(0, found));
            lines.add("found: " + raw.classNames().get(found).replace("$", "") + how + (found == raw.label(0) ? "" : ", wrong"));
        } else {
            lines.add("$h =$ " + Numbers.of(answers.output(0, 0)) + ", $h - y =$ " + Numbers.of(answers.output(0, 0) - raw.target(0)));
        }
        lines.add("loss " + Numbers.of(answers.loss(0)));
        return lines;
    }

    private static String name(String plain) {
        return HypothesisChart.label(plain);
    }
}
