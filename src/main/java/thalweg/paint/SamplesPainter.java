package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Learning;
import thalweg.experiment.Look;
import thalweg.experiment.Study;
import thalweg.network.Answers;
import thalweg.network.Loss;

/**
 * The training samples as a table, with what the selected run says of each at the playhead and what that costs; below, the sum that J is.
 * A page shows as many as fit; the wheel turns it.
 */
public record SamplesPainter(Style style, Memo memo) implements Plot {
    private static final double HEAD = 28;
    private static final double ROW = 26;
    private static final double PAD = 12;
    /** Multiplications that the sum over all samples may take while something moves. */
    private static final double WORK_MOVING = 2e7;

    /**
     * A page.
     *
     * @param first index of its first sample
     * @param count how many it shows
     */
    private record Page(Study study, int first, int count, double top, double row) {
        double y(int index) {
            return top + (index - first + 0.5) * row;
        }
    }

    private Optional<Page> page(Rectangle2D area, Frame frame) {
        return frame.scene().study().map(study -> {
            int m = Learnt.training(study);
            double row = ROW * style.scale();
            double top = area.getY() + HEAD * style.scale();
            int fit = (int) Math.clamp((area.getMaxY() - top - row - 4 * style.scale()) / row, 1, m);
            int focus = Math.clamp(frame.experiment().look().focus().sample(), 1, m) - 1;
            return new Page(study, Math.min(focus / fit * fit, m - fit), fit, top, row);
        });
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> page(area, frame).ifPresentOrElse(page -> paint(ink, area, frame, page),
                () -> Notice.paint(ink, area, FitPainter.NEEDS_DATA)));
    }

    private void paint(Ink ink, Rectangle2D area, Frame frame, Page page) {
        Learnt learnt = Learnt.of(frame, style, memo).orElseThrow();
        double right = area.getMaxX() - ink.px(PAD + 4);
        List<SampleColumns.Column> columns = memo.get("samples.columns", List.of(page.study, right, area.getX(), style.withStill(true)),
                () -> SampleColumns.of(ink, page.study, area.getX() + ink.px(PAD), right));
        paintRows(ink, area, frame, page);
        for (SampleColumns.Column c : columns) {
            Typeset.line(c.head()).paint(ink, Ink.DETAIL, ink.theme().muted(), c.right(), page.top - ink.px(9), 1);
        }
        ink.hairline(ink.theme().border(), area.getX(), page.top, area.getMaxX(), page.top);
        int[] shown = java.util.stream.IntStream.range(page.first, page.first + page.count).toArray();
        Optional<Answers> answers = learnt.isFinite() ? Optional.of(learnt.answers(page.study.cost().data().take(shown))) : Optional.empty();
        for (int k = 0; k < page.count; k++) {
            for (SampleColumns.Column c : columns) {
                paintCell(ink, page, c, k, answers);
            }
        }
        paintSum(ink, area, frame, page, learnt);
        if (style.hands()) {
            paintBar(ink, area, page);
        }
    }

    private void paintCell(Ink ink, Page page, SampleColumns.Column c, int k, Optional<Answers> answers) {
        int sample = page.first + k;
        double y = page.y(sample);
        if (c.isPicture()) {
            double size = page.row - ink.px(4);
            SampleImage.paint(ink, SampleImage.of(page.study.split().training().take(sample)),
                    new Rectangle2D.Double(c.right() - size, y - size / 2, size, size));
            return;
        }
        SampleColumns.Said said = c.cell().of(sample, k, answers);
        Color colour = said.wrong() ? ink.theme().danger() : c.isMuted() ? ink.theme().muted() : ink.theme().text();
        ink.textAround(Face.REGULAR.fit(said.text(), ink.px(Ink.BODY), c.room()), Face.REGULAR, Ink.BODY, colour, c.right(), y, 1);
    }

    private void paintRows(Ink ink, Rectangle2D area, Frame frame, Page page) {
        int focus = Math.clamp(frame.experiment().look().focus().sample(), 1, Learnt.training(page.study)) - 1;
        row(ink, area, page, focus, ink.theme().selection());
        frame.hover().filter(Hover::isSample).ifPresent(h ->
                row(ink, area, page, h.sample(), Tint.mix(ink.theme().canvas(), ink.theme().selection(), 0.5)));
        for (int k = 1; k <= page.count; k++) {
            ink.hairline(ink.theme().hairline(), area.getX(), page.top + k * page.row, area.getMaxX(), page.top + k * page.row);
        }
    }

    private static void row(Ink ink, Rectangle2D area, Page page, int sample, Color colour) {
        if (sample >= page.first && sample < page.first + page.count) {
            ink.fill(colour, new Rectangle2D.Double(area.getX(), page.top + (sample - page.first) * page.row, area.getWidth(), page.row));
        }
    }

    /** The last row: what the samples' charges come to, which is J but for a penalty. */
    private void paintSum(Ink ink, Rectangle2D area, Frame frame, Page page, Learnt learnt) {
        int m = Learnt.training(page.study);
        double y = page.top + (page.count + 0.5) * page.row;
        if (y + ink.px(6) > area.getMaxY()) {
            return;
        }
        double right = area.getMaxX() - ink.px(PAD + 4);
        String value = mean(page.study, learnt).map(v -> SampleColumns.text(v, SampleColumns.costDecimals(page.study))).orElse("\u2013");
        ink.textAround(value, Face.MEDIUM, Ink.BODY, ink.theme().text(), right, y, 1);
        boolean squares = page.study.loss() == Loss.MEAN_SQUARED && !page.study.split().training().isClassified();
        boolean penalty = frame.experiment().learning().map(Learning::l2).orElse(0.0) > 0;
        String words = (squares ? "sum over all " + Numbers.whole(m) + ", divided by " + Numbers.whole(2L * m) : "mean over all " + Numbers.whole(m))
                + (penalty ? ", without the penalty" : "");
        double room = right - ink.width(value, Face.MEDIUM, Ink.BODY) - ink.px(16) - area.getX() - ink.px(PAD);
        ink.textAround(Face.MEDIUM.fit(words, ink.px(Ink.BODY), room), Face.MEDIUM, Ink.BODY, ink.theme().text(),
                right - ink.width(value, Face.MEDIUM, Ink.BODY) - ink.px(16), y, 1);
    }

    /** The mean loss over all samples; empty while it would take too long or is no number. */
    private Optional<Double> mean(Study study, Learnt learnt) {
        double work = (double) study.cost().samples() * study.cost().dimension();
        if (!learnt.isFinite() || !style.still() && work > WORK_MOVING) {
            return Optional.empty();
        }
        record Key(Study study, thalweg.math.Vec theta) {
        }
        return memo.get("samples.mean", new Key(study, learnt.theta()), () -> {
            Answers all = learnt.answers(study.cost().data());
            double sum = 0;
            for (int i = 0; i < all.size(); i++) {
                sum += all.loss(i);
            }
            return Optional.of(sum / all.size());
        });
    }

    /** Where in the whole table the page is. */
    private static void paintBar(Ink ink, Rectangle2D area, Page page) {
        int m = Learnt.training(page.study);
        if (page.count == m) {
            return;
        }
        double room = page.count * page.row - ink.px(4);
        double length = Math.max(ink.px(18), room * page.count / m);
        double top = page.top + ink.px(2) + (room - length) * page.first / (m - page.count);
        ink.fill(ink.theme().border(), new RoundRectangle2D.Double(area.getMaxX() - ink.px(8), top, ink.px(5), length, ink.px(5), ink.px(5)));
    }

    @Override
    public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        return page(area, frame).filter(p -> area.contains(point) && point.getY() >= p.top && point.getY() < p.top + p.count * p.row)
                .map(p -> Hover.ofSample(p.first + (int) ((point.getY() - p.top) / p.row)));
    }

    @Override
    public Optional<UnaryOperator<Look>> wheel(int notches, Point2D point, Rectangle2D area, Frame frame) {
        return page(area, frame).map(p -> {
            int m = Learnt.training(p.study);
            int now = Math.clamp(frame.experiment().look().focus().sample(), 1, m);
            int next = Math.clamp(now + (long) notches * p.count, 1, m);
            return look -> look.withFocus(look.focus().withSample(next));
        });
    }

    @Override
    public String detail(Frame frame) {
        return frame.scene().study().isEmpty() ? "needs data" : Learnt.of(frame, style, memo).orElseThrow().detail();
    }

    @Override
    public String detail(Rectangle2D area, Frame frame) {
        return page(area, frame).map(p -> Numbers.whole(p.first + 1) + " to " + Numbers.whole(p.first + p.count) + " of "
                + Numbers.whole(Learnt.training(p.study))
                + who(frame)).orElse("needs data");
    }

    private String who(Frame frame) {
        Learnt learnt = Learnt.of(frame, style, memo).orElseThrow();
        return learnt.track().map(t -> "; " + t.name() + ", step " + Numbers.whole(learnt.step())).orElse(", at the start");
    }
}
