package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import thalweg.data.DataSet;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Study;
import thalweg.math.Vec;
import thalweg.network.Answers;
import thalweg.network.Loss;

/**
 * Data of one feature with the hypotheses of the runs: the selected run's as a thick line, those of others thin, the least-squares line
 * dashed, and the start's with handles if it can be drawn.
 */
record HypothesisPainter(Style style, Memo memo) implements Plot {
    private static final double REACH = 9;
    private static final double GRASP = 11;

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            HypothesisChart chart = HypothesisChart.of(area, frame, ink, memo);
            Rectangle2D plot = chart.axes().plot();
            Learnt learnt = Learnt.of(frame, style, memo).orElseThrow();
            Optional<Vec> best = best(frame);
            Layer.paint(ink, area, memo, "fit.axes", List.of(chart.study(), best), i -> {
                Axes axes = chart.axes().with(i);
                axes.paintGrid();
                Ink.on(i.g(), plot, style, in -> best.ifPresent(theta -> paintBest(in, chart, theta)));
                axes.paintFrame(false);
            });
            Ink.on(ink.g(), plot, style, in -> {
                if (frame.experiment().look().focus().residuals() && learnt.isFinite()) {
                    paintResiduals(in, chart, learnt);
                }
                paintCurves(in, chart, frame, learnt);
            });
            Layer.paint(ink, area, memo, "fit.samples", chart.study(), i -> paintSamples(i, chart));
            paintFocus(ink, chart, frame, learnt);
            paintHandles(ink, chart, frame);
            paintFormula(ink, chart, learnt);
            if (!learnt.isFinite()) {
                ink.halo(learnt.track().map(t -> t.name() + " diverged: its hypothesis is no number").orElse("the start is no number"), Face.REGULAR,
                        Ink.DETAIL, ink.theme().danger(), 4, plot.getX() + ink.px(10), plot.getY() + ink.px(16), 0);
            }
            frame.hover().filter(h -> h.isSample() && h.sample() < Learnt.samples(chart.study())).ifPresent(h ->
                    SampleNote.paint(ink, plot, chart.place(h.sample()), learnt, h.sample()));
        });
    }

    /** The least-squares line, if it is known: of linear models with one feature. */
    static Optional<Vec> best(Frame frame) {
        boolean squares = frame.scene().study().orElseThrow().loss() == Loss.MEAN_SQUARED;
        return squares ? frame.scene().objective().appearance().minima().stream().findFirst() : Optional.empty();
    }

    private void paintBest(Ink ink, HypothesisChart chart, Vec theta) {
        Path2D line = chart.curve(Answers.of(chart.study().cost(), theta.toArray(), chart.nodes()), 0);
        ink.g().setColor(ink.theme().muted());
        ink.g().setStroke(new BasicStroke((float) ink.px(1.25), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
                new float[] {(float) ink.px(5), (float) ink.px(4)}, 0));
        ink.g().draw(line);
        Rectangle2D plot = chart.axes().plot();
        if (plot.getWidth() >= ink.px(260) && plot.getHeight() >= ink.px(140)) {
            word(ink, chart, theta).ifPresent(at -> ink.halo("least squares", Face.REGULAR, Ink.DETAIL, ink.theme().muted(), 4, at.getX(), at.getY(),
                    0));
        }
    }

    /** The left end of the words for the line, on its lower side where it rises, where the fewest samples are. */
    private static Optional<Point2D> word(Ink ink, HypothesisChart chart, Vec theta) {
        Answers answers = Answers.of(chart.study().cost(), theta.toArray(), chart.nodes());
        Rectangle2D plot = chart.axes().plot();
        double wide = ink.width("least squares", Face.REGULAR, Ink.DETAIL);
        Optional<Point2D> best = Optional.empty();
        long least = Long.MAX_VALUE;
        int stride = Math.max(1, Learnt.samples(chart.study()) / 500);
        for (double part : new double[] {0.62, 0.5, 0.74, 0.38, 0.26, 0.14}) {
            int i = (int) (part * (chart.at().length - 1));
            double y = chart.pixel(chart.h(answers, i, 0));
            boolean rises = chart.pixel(chart.h(answers, i + 1, 0)) <= y;
            Point2D at = new Point2D.Double(chart.axes().x(chart.at()[i]) + ink.px(6), y + ink.px(rises ? 17 : -8));
            Rectangle2D box = new Rectangle2D.Double(at.getX() - ink.px(3), at.getY() - ink.px(14), wide + ink.px(6), ink.px(20));
            long count = java.util.stream.IntStream.range(0, Learnt.samples(chart.study()) / stride)
                    .filter(k -> box.contains(chart.place(k * stride))).count();
            if (plot.contains(box) && count < least) {
                least = count;
                best = Optional.of(at);
            }
        }
        return best;
    }

    private void paintResiduals(Ink ink, HypothesisChart chart, Learnt learnt) {
        Path2D bars = new Path2D.Double();
        DataSet data = chart.study().split().training();
        Answers answers = learnt.answers(chart.study().cost().data());
        for (int i = 0; i < data.size() && chart.curves() == 1; i++) {
            double h = chart.pixel(chart.h(answers, i, 0));
            if (Double.isFinite(h)) {
                double x = chart.axes().x(data.feature(i, 0));
                bars.moveTo(x, chart.axes().y(chart.y(data, i)));
                bars.lineTo(x, h);
            }
        }
        ink.stroke(Tint.mix(ink.theme().muted(), ink.theme().canvas(), data.size() > 200 ? 0.6 : 0.4), data.size() > 200 ? 1 : 1.5, bars);
    }

    private void paintCurves(Ink ink, HypothesisChart chart, Frame frame, Learnt learnt) {
        for (int k : frame.shown()) {
            Learnt other = Learnt.of(frame, k, style, memo);
            if (chart.curves() == 1 && !other.track().equals(learnt.track()) && other.isFinite()) {
                RunStyle run = RunStyle.of(other.track().orElseThrow().run());
                ink.g().setColor(Tint.veil(run.edge(style.theme()), 0.8));
                ink.g().setStroke(run.stroke(ink.px(1.3)));
                ink.g().draw(chart.curve(other.answers(chart.nodes()), 0));
            }
        }
        if (!learnt.isFinite()) {
            return;
        }
        Answers answers = learnt.answers(chart.nodes());
        Color own = learnt.track().map(t -> RunStyle.of(t.run()).edge(style.theme())).orElse(ink.theme().accent());
        for (int c = 0; c < chart.curves(); c++) {
            ink.stroke(chart.curves() == 1 ? own : ClassStyle.of(c).colour(), 2.25, chart.curve(answers, c));
        }
    }

    private void paintSamples(Ink ink, HypothesisChart chart) {
        int m = Learnt.samples(chart.study());
        double radius = radius(ink, m, chart.axes().plot());
        Color dot = ink.theme().text();
        int index = 0;
        for (DataSet part : HypothesisChart.parts(chart.study())) {
            boolean test = index > 0;
            for (int i = 0; i < part.size(); i++, index++) {
                double x = chart.axes().x(part.feature(i, 0));
                double y = chart.axes().y(chart.y(part, i));
                if (chart.isClassified()) {
                    ClassStyle of = ClassStyle.of(part.label(i));
                    if (test) {
                        of.paintHollow(ink, x, y, radius);
                    } else {
                        of.paint(ink, x, y, radius);
                    }
                } else if (test) {
                    ink.fill(ink.theme().canvas(), Ink.circle(x, y, ink.px(radius)));
                    ink.ring(dot, radius * 0.85, radius > 3 ? 1.5 : 0.8, x, y);
                } else {
                    ink.fill(ink.theme().canvas(), Ink.circle(x, y, ink.px(radius + (radius > 3 ? 0.9 : 0.3))));
                    ink.fill(dot, Ink.circle(x, y, ink.px(radius)));
                }
            }
        }
    }

    /** Radius of a sample among so many in a plot, at scale 1: 4.6 as long as there are few and there is room. */
    static double radius(Ink ink, int samples, Rectangle2D plot) {
        double room = Math.sqrt(plot.getWidth() * plot.getHeight()) / ink.px(300);
        return Math.clamp(4.6 * Math.sqrt(300.0 / samples) * Math.min(1, room), 1.4, 4.6);
    }

    /** The sample that other views speak of, ringed, with the length of its residual. */
    private void paintFocus(Ink ink, HypothesisChart chart, Frame frame, Learnt learnt) {
        int sample = focus(frame);
        if (sample < 0) {
            return;
        }
        DataSet data = chart.study().split().training();
        Point2D at = chart.place(sample);
        Rectangle2D plot = chart.axes().plot();
        double around = radius(ink, Learnt.samples(chart.study()), plot) + 3.4;
        if (!chart.isClassified() && learnt.isFinite()) {
            double h = learnt.answers(Learnt.seen(chart.study(), sample)).output(0, 0);
            double foot = Math.clamp(chart.pixel(h), plot.getY(), plot.getMaxY());
            ink.g().setColor(ink.theme().text());
            ink.line(ink.theme().text(), 1.75, at.getX(), at.getY(), at.getX(), foot);
            String off = Numbers.of(h - data.target(sample));
            Point2D where = number(ink, plot, at, foot, ink.px(around), ink.width(off, Face.MEDIUM, Ink.DETAIL));
            ink.halo(off, Face.MEDIUM, Ink.DETAIL, ink.theme().text(), 4, where.getX(), where.getY(), 0.5);
        }
        ink.ring(Tint.veil(ink.theme().canvas(), 0.9), around, 3.4, at.getX(), at.getY());
        ink.ring(ink.theme().text(), around, 1.5, at.getX(), at.getY());
    }

    /**
     * Where the length of a residual is written, its middle and its foot: beyond the end of the bar, and beyond the ring where the bar is shorter;
     * within the plot.
     */
    static Point2D number(Ink ink, Rectangle2D plot, Point2D at, double foot, double ring, double width) {
        double below = Math.max(foot, at.getY() + ring) + ink.px(17);
        double lowest = plot.getMaxY() - ink.px(4);
        double y = foot >= at.getY() && below <= lowest ? below : Math.min(foot, at.getY() - ring) - ink.px(8);
        double half = width / 2 + ink.px(4);
        return new Point2D.Double(Ink.within(at.getX(), plot.getX() + half, plot.getMaxX() - half), Ink.within(y, plot.getY() + ink.px(12), lowest));
    }

    /** The training sample that views beside this one speak of, from 0; -1 if none does. */
    static int focus(Frame frame) {
        List<String> tiles = frame.experiment().look().tiles();
        int m = Learnt.training(frame.scene().study().orElseThrow());
        return tiles.contains("samples") || tiles.contains("network") ? Math.clamp(frame.experiment().look().focus().sample(), 1, m) - 1 : -1;
    }

    private void paintHandles(Ink ink, HypothesisChart chart, Frame frame) {
        if (style.isPresentation() && frame.step() > 0) {
            return;
        }
        Handles.of(chart, frame.scene().start()).ifPresent(handles -> {
            Color accent = ink.theme().accent();
            if (frame.step() > 0 && !frame.shown().isEmpty()) {
                Ink.on(ink.g(), chart.axes().plot(), style, in -> in.stroke(Tint.veil(accent, 0.55), 1.25,
                        chart.curve(Learnt.atStart(frame).answers(chart.nodes()), 0)));
            }
            for (Point2D at : handles.places()) {
                ink.fill(ink.theme().canvas(), Ink.circle(at.getX(), at.getY(), ink.px(7.6)));
                ink.fill(ink.theme().canvas(), Ink.circle(at.getX(), at.getY(), ink.px(6)));
                ink.ring(accent, 6, 2, at.getX(), at.getY());
            }
        });
    }

    /** The hypothesis in letters, where samples leave room for it. */
    private void paintFormula(Ink ink, HypothesisChart chart, Learnt learnt) {
        Rectangle2D plot = chart.axes().plot();
        Optional<String> latex = learnt.isFinite() ? HypothesisText.of(learnt) : Optional.empty();
        if (latex.isEmpty() || plot.getWidth() < ink.px(260) || plot.getHeight() < ink.px(150)) {
            return;
        }
        Typeset set = Typeset.of(latex.get());
        double size = set.fit(ink.px(18), plot.getWidth() * 0.7);
        Point2D at = place(ink, chart);
        Rectangle2D box = new Rectangle2D.Double(at.getX(), at.getY() - set.height(size), set.width(size), set.height(size) + set.depth(size));
        double x = Ink.within(box.getX() - box.getWidth() / 2, plot.getX() + ink.px(12), plot.getMaxX() - ink.px(12) - box.getWidth());
        ink.fill(Tint.veil(ink.theme().canvas(), 0.82), new java.awt.geom.RoundRectangle2D.Double(x - ink.px(4), box.getY() - ink.px(4),
                box.getWidth() + ink.px(8), box.getHeight() + ink.px(8), ink.px(8), ink.px(8)));
        set.paint(ink, size / style.scale(), ink.theme().text(), x, at.getY(), 0);
    }

    /** The middle of the baseline of the formula: of six places the one with the fewest samples around. */
    private Point2D place(Ink ink, HypothesisChart chart) {
        record Key(Study study, Rectangle2D plot, Style style) {
        }
        return memo.get("fit.formula", new Key(chart.study(), chart.axes().plot(), style.withStill(true)), () -> {
            Rectangle2D plot = chart.axes().plot();
            Point2D best = null;
            int least = Integer.MAX_VALUE;
            int stride = Math.max(1, Learnt.samples(chart.study()) / 500);
            for (double[] f : new double[][] {{0.76, 0.82}, {0.24, 0.12}, {0.76, 0.12}, {0.24, 0.82}, {0.5, 0.12}, {0.5, 0.82}, {0.76, 0.64}}) {
                double x = plot.getX() + f[0] * plot.getWidth();
                double y = plot.getY() + f[1] * plot.getHeight();
                Rectangle2D taken = new Rectangle2D.Double(x - ink.px(90), y - ink.px(26), ink.px(180), ink.px(40));
                Line2D along = new Line2D.Double(plot.getX(), chart.pixel(chart.axes().ranges().getLast().min()), plot.getMaxX(), plot.getY());
                int count = taken.intersectsLine(along) ? 1 : 0;
                for (int i = 0; i < Learnt.samples(chart.study()); i += stride) {
                    count += taken.contains(chart.place(i)) ? 1 : 0;
                }
                if (count < least) {
                    least = count;
                    best = new Point2D.Double(x, y);
                }
            }
            return best;
        });
    }

    private HypothesisChart chart(Rectangle2D area, Frame frame) {
        return HypothesisChart.of(area, frame, new Ink(new OutlineGraphics(), style), memo);
    }

    @Override
    public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        return chart(area, frame).nearest(point, REACH * style.scale()).map(Hover::ofSample);
    }

    @Override
    public Optional<Grab> grab(Point2D point, Rectangle2D area, Frame frame) {
        return style.isPresentation() && frame.step() > 0 ? Optional.empty()
                : Handles.of(chart(area, frame), frame.scene().start()).flatMap(h -> h.at(point, GRASP * style.scale()));
    }

    @Override
    public String detail(Frame frame) {
        Study study = frame.scene().study().orElseThrow();
        boolean draggable = study.cost().architecture().layers().size() == 1 && study.cost().dimension() <= 2 && frame.step() == 0
                && style.hands();
        return draggable ? study.cost().dimension() == 1 ? "drag the end of the line" : "drag an end of the line"
                : Learnt.of(frame, style, memo).orElseThrow().detail();
    }
}
