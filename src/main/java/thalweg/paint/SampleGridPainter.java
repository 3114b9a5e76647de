package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import thalweg.data.DataSet;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.experiment.Study;
import thalweg.network.Answers;

/**
 * Images with the class that is found in each and how sure that is, right ones with a tick and wrong ones with a cross and the true class:
 * samples of the test part if there is one, as many as fit; the wheel turns the page.
 */
record SampleGridPainter(Style style, Memo memo) implements Plot {
    private static final double PAD = 12;
    private static final double GAP = 10;
    private static final double WORDS = 20;
    private static final double LEAST = 44;
    private static final double MOST = 96;

    /**
     * Where things stand.
     *
     * @param first number of the first sample shown, counted through training and test
     * @param count how many are shown
     * @param cell distance of two images' corners
     * @param size of an image
     */
    private record Page(Study study, int first, int count, int columns, double left, double top, double cell, double size, double row) {
        Rectangle2D image(int k) {
            return new Rectangle2D.Double(left + k % columns * cell, top + k / columns * row, size, size);
        }
    }

    private Page page(Rectangle2D area, Frame frame) {
        Study study = frame.scene().study().orElseThrow();
        double scale = style.scale();
        int from = from(study);
        int all = Learnt.samples(study) - from;
        double width = Math.max(1, area.getWidth() - 2 * PAD * scale);
        double height = Math.max(1, area.getHeight() - 8 * scale);
        double size = Math.clamp(Math.sqrt(width * height / Math.max(1, Math.min(all, 48))) - WORDS * scale, LEAST * scale, MOST * scale);
        int columns = (int) Math.max(1, (width + GAP * scale) / (size + GAP * scale));
        double cell = (width + GAP * scale) / columns;
        double image = Math.max(4, Math.min(cell - GAP * scale, 1.25 * size));
        double row = image + WORDS * scale + 6 * scale;
        int rows = (int) Math.max(1, height / row);
        int count = Math.min(all, rows * columns);
        int focus = Math.clamp(frame.experiment().look().focus().sample(), 1, Math.max(1, all)) - 1;
        int first = focus / Math.max(1, count) * count;
        return new Page(study, from + Math.min(first, Math.max(0, all - count)), count, columns, area.getX() + PAD * scale, area.getY() + 4 * scale,
                cell, image, row);
    }

    /** Test samples, which say more, where there are any. */
    private static int from(Study study) {
        return study.testCost().isPresent() ? Learnt.training(study) : 0;
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            Page page = page(area, frame);
            Learnt learnt = Learnt.of(frame, style, memo).orElseThrow();
            record Key(Study study, int first, int count) {
            }
            List<BufferedImage> images = memo.get("grid.images", new Key(page.study, page.first, page.count), () ->
                    IntStream.range(0, page.count).mapToObj(k -> SampleImage.of(Learnt.raw(page.study, page.first + k))).toList());
            Layer.paint(ink, area, memo, "grid.sheet", List.of(new Key(page.study, page.first, page.count), page.size), i -> {
                for (int k = 0; k < page.count; k++) {
                    SampleImage.paint(i, images.get(k), page.image(k));
                }
            });
            DataSet seen = memo.get("grid.seen", new Key(page.study, page.first, page.count), () -> seen(page));
            Optional<Answers> answers = learnt.isFinite() ? Optional.of(learnt.answers(seen)) : Optional.empty();
            for (int k = 0; k < page.count; k++) {
                paintWords(ink, page, k, seen, answers);
            }
            frame.hover().filter(h -> h.sample() >= page.first && h.sample() < page.first + page.count).ifPresent(h -> {
                Rectangle2D at = page.image(h.sample() - page.first);
                ink.stroke(ink.theme().accent(), 2, at);
                note(ink, area, at, learnt, h.sample());
            });
        });
    }

    private static DataSet seen(Page page) {
        int m = Learnt.training(page.study);
        int at = page.first < m ? page.first : page.first - m;
        DataSet part = page.first < m ? page.study.cost().data() : page.study.testCost().orElseThrow().data();
        return part.take(IntStream.range(at, at + page.count).toArray());
    }

    private void note(Ink ink, Rectangle2D area, Rectangle2D at, Learnt learnt, int sample) {
        SampleNote.paintBeside(ink, area, new Point2D.Double(at.getCenterX(), at.getMaxY() + ink.px(8)), learnt, sample);
    }

    private void paintWords(Ink ink, Page page, int k, DataSet seen, Optional<Answers> answers) {
        Rectangle2D image = page.image(k);
        double y = image.getMaxY() + ink.px(11);
        if (answers.isEmpty() || !answers.get().isFinite(k)) {
            ink.textAround("no number", Face.REGULAR, Ink.SMALL, ink.theme().danger(), image.getX(), y, 0);
            return;
        }
        int found = answers.get().label(k);
        boolean right = found == seen.label(k);
        Color colour = right ? ink.theme().done() : ink.theme().danger();
        if (!right) {
            ink.stroke(colour, 2, image);
        }
        double x = image.getX();
        sign(ink, colour, right, x + ink.px(4.5), y);
        String name = seen.classNames().get(found);
        String percent = page.study.loss() == thalweg.network.Loss.HINGE ? "" : Learnt.percent(answers.get().share(k, found));
        double room = image.getWidth() - ink.px(14);
        double taken = ink.width(percent, Face.REGULAR, Ink.SMALL) + ink.px(5);
        double longest = seen.classNames().stream().mapToDouble(n -> ink.width(n, Face.MEDIUM, Ink.DETAIL)).max().orElse(0);
        boolean both = room - taken >= Math.min(longest, ink.px(60));
        String fitted = Face.MEDIUM.fit(name, ink.px(Ink.DETAIL), both ? room - taken : room);
        ink.textAround(fitted, Face.MEDIUM, Ink.DETAIL, ink.theme().text(), x + ink.px(13), y, 0);
        if (both) {
            ink.textAround(percent, Face.REGULAR, Ink.SMALL, ink.theme().muted(), image.getMaxX(), y, 1);
        }
    }

    /** A tick or a cross. */
    private static void sign(Ink ink, Color colour, boolean right, double x, double y) {
        double r = ink.px(3.6);
        if (right) {
            java.awt.geom.Path2D tick = new java.awt.geom.Path2D.Double();
            tick.moveTo(x - r, y);
            tick.lineTo(x - r * 0.2, y + r * 0.8);
            tick.lineTo(x + r, y - r * 0.9);
            ink.stroke(colour, 1.8, tick);
        } else {
            ink.stroke(colour, 1.8, new Line2D.Double(x - r, y - r, x + r, y + r));
            ink.stroke(colour, 1.8, new Line2D.Double(x - r, y + r, x + r, y - r));
        }
    }

    @Override
    public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        Page page = page(area, frame);
        return IntStream.range(0, page.count).filter(k -> page.image(k).contains(point)).mapToObj(k -> Hover.ofSample(page.first + k)).findFirst();
    }

    @Override
    public Optional<UnaryOperator<Look>> wheel(int notches, Point2D point, Rectangle2D area, Frame frame) {
        Page page = page(area, frame);
        int all = Learnt.samples(page.study) - from(page.study);
        int now = Math.clamp(frame.experiment().look().focus().sample(), 1, all);
        int next = Math.clamp(now + (long) notches * page.count, 1, all);
        return Optional.of(look -> look.withFocus(look.focus().withSample(next)));
    }

    @Override
    public String title(Frame frame, String label) {
        return "Samples";
    }

    @Override
    public String detail(Frame frame) {
        return Learnt.of(frame, style, memo).orElseThrow().detail();
    }

    @Override
    public String detail(Rectangle2D area, Frame frame) {
        Page page = page(area, frame);
        int from = from(page.study);
        return detail(frame) + "; " + Numbers.whole(page.first - from + 1) + " to " + Numbers.whole(page.first - from + page.count) + " of "
                + Numbers.whole(Learnt.samples(page.study) - from) + (from > 0 ? " test images" : " images");
    }
}
