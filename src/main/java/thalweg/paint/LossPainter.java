package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.experiment.Track;
import thalweg.math.Range;

/**
 * Cost, its distance from the best, the length of the gradient, or accuracy, against the step: dashed lines up to the playhead and faint
 * ones after it. Of what learns, the training's are thick and the test's thin; the loss of each batch is a dot, for between two batches there is
 * nothing: joined, they would be a scribble that hides the lines.
 */
public record LossPainter(Style style, Memo memo) implements Plot {
    private static final double REACH = 10;
    private static final double WIDTH = 2.25;
    /** Of the width: lines of the test. */
    private static final double THIN = 0.6;
    /** Opacity of the dots of batches. */
    private static final double BATCH = 0.5;
    /** Side of such a dot. */
    private static final double DOT = 1.5;
    /** While something moves, lines are kept painted up to a multiple of so many steps. */
    private static final int CHUNK = 32;
    /** Points of the line of J below a path. */
    private static final int BELOW = 600;

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            LossChart chart = LossChart.of(area, frame, ink, memo);
            if (chart.shown().isEmpty()) {
                Notice.paint(ink, area, frame.tracks().isEmpty() ? "No runs yet. Add one to see " + Goal.of(frame).course() + "."
                        : "All runs are hidden.");
            } else if (chart.hasNumbers()) {
                paint(ink, chart, area, frame);
            } else {
                Notice.paint(ink, area, frame.experiment().look().measure() == Look.Measure.ACCURACY
                        ? "Accuracy is the part of the samples whose class is found. There are no classes here; choose another measure."
                        : "The cost is not a number at any step of these runs.");
            }
        });
    }

    /** Where the lines of runs are drawn, and below them the grid and the axes. */
    private record Lines(Pixels device, BufferedImage image, PixelPen pen) {
        static Lines of(Pixels device, Rectangle2D room) {
            BufferedImage image = device.blank();
            return new Lines(device, image, new PixelPen(image, device.toImage(), room));
        }
    }

    /** All lines as they are at a step. */
    private record Past(Lines lines, int until) {
    }

    private record PastKey(List<LossCurve.Lines> lines, List<RunStyle> runs, List<Range> ranges, boolean log, Pixels device, Rectangle2D room,
            Style style) {
    }

    /** While the playhead moves, the lines as they are a little before it; empty where they are new, as while a slider is dragged. */
    private Optional<Past> past(Ink ink, LossChart chart, Rectangle2D area, Frame frame, Pixels device, Rectangle2D room) {
        int until = frame.step() / CHUNK * CHUNK;
        List<Integer> all = IntStream.range(0, chart.shown().size()).boxed().toList();
        PastKey key = new PastKey(all.stream().map(chart::curves).toList(), all.stream().map(k -> RunStyle.of(chart.track(k).run())).toList(),
                chart.axes().ranges(), chart.isLog(), device, room, style);
        boolean again = memo.get("loss.times", key, AtomicInteger::new).getAndIncrement() > 0;
        if (style.still() || !again || until == 0) {
            return Optional.empty();
        }
        return Optional.of(memo.get("loss.past", List.of(key, until), () -> {
            Lines lines = Lines.of(device, room);
            device.paint(lines.image, style.theme().canvas(), g -> Ink.on(g, area, style, i -> {
                chart.axes().with(i).paintGrid();
                chart.axes().with(i).paintFrame(false);
            }));
            paintLines(lines.pen, ink, chart, frame.at(until));
            return new Past(lines, until);
        }));
    }

    private void paint(Ink ink, LossChart chart, Rectangle2D area, Frame frame) {
        Axes axes = chart.axes();
        double head = axes.x(frame.step());
        double half = Math.max(ink.px(22), ink.width(Numbers.whole(frame.step()), Face.SEMIBOLD, Ink.DETAIL) + ink.px(10)) / 2 + ink.px(3);
        Rectangle2D room = room(ink, axes.plot());
        Optional<Pixels> device = memo == Memo.NONE ? Optional.empty() : Pixels.of(ink.g(), area);
        if (device.isEmpty()) {
            axes.paintGrid();
            axes.paintFrame(false, head - half, head + half);
            Graphics2D inside = (Graphics2D) ink.g().create();
            inside.clip(room);
            below(frame).ifPresent(track -> paintBelow(new Ink(inside, style), chart, frame, track));
            paintLines(Pen.of(inside), ink, chart, frame);
            inside.dispose();
        } else {
            Lines lines = memo.get("loss.lines", List.of(device.get(), room), () -> Lines.of(device.get(), room));
            Optional<Past> past = past(ink, chart, area, frame, device.get(), room);
            lines.device.paint(lines.image, style.theme().canvas(), g -> Ink.on(g, area, style, i -> {
                axes.with(i).paintGrid();
                axes.with(i).paintFrame(false, head - half, head + half);
                past.ifPresent(p -> lines.device.copy(p.lines.image, lines.image, room));
                i.g().clip(room);
                below(frame).ifPresent(track -> paintBelow(i, chart, frame, track));
            }));
            past.ifPresentOrElse(p -> paintLines(lines.pen, ink, chart, p.until, frame.step()), () -> paintLines(lines.pen, ink, chart, frame));
            lines.device.draw(ink.g(), lines.image);
        }
        ink.line(ink.theme().accent(), 1.25, head, axes.plot().getY(), head, axes.plot().getMaxY() + ink.px(4));
        if (area.getMaxY() - axes.plot().getMaxY() >= ink.px(20)) {
            double x = Ink.within(head, area.getX() + half + 1, area.getMaxX() - half - 1);
            ink.pill(Numbers.whole(frame.step()), x, axes.plot().getMaxY() + ink.px(4));
        }
        for (int k = 0; k < chart.shown().size(); k++) {
            int at = chart.marked(k, frame.step());
            RunStyle.of(chart.track(k).run()).paintMarker(ink, axes.x(at), chart.y(k, at), 4.8);
        }
        paintNames(ink, chart, frame.step());
        if (chart.legend() > 0) {
            Legend.paint(ink, new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), chart.legend()),
                    chart.shown().stream().map(frame.tracks()::get).toList());
        }
        frame.hover().ifPresent(h -> {
            int k = chart.shown().indexOf(h.track());
            if (k >= 0) {
                int at = Math.clamp(h.step(), 0, chart.track(k).trajectory().last());
                ink.hoverRing(axes.x(at), chart.y(k, at));
            }
        });
    }

    /** The plot and a little more above and at the right, for lines that lie on its edge; whole pixels. */
    private static Rectangle2D room(Ink ink, Rectangle2D plot) {
        double above = Math.rint(ink.px(2));
        return new Rectangle2D.Double(plot.getX(), plot.getY() - above, plot.getWidth() + Math.rint(ink.px(1)), plot.getHeight() + above);
    }

    private void paintLines(Pen pen, Ink ink, LossChart chart, Frame frame) {
        int step = frame.step();
        paintBatches(pen, ink, chart, 0, step);
        for (int k = 0; k < chart.shown().size() && !style.isPresentation(); k++) {
            int last = chart.track(k).trajectory().last();
            if (step < last) {
                Color colour = Tint.veil(RunStyle.of(chart.track(k).run()).edge(style.theme()), 0.5);
                chart.lines(k, step, last).forEach(line -> pen.draw(line, ink.px(1), colour));
                chart.curves(k).test().ifPresent(test -> chart.lines(test, step, last)
                        .forEach(line -> pen.draw(line, ink.px(1), Tint.veil(colour, 0.35))));
            }
        }
        paintWalked(pen, ink, chart, 0, step);
    }

    /** The lines from one step to another, on what is painted up to the first. */
    private void paintLines(Pen pen, Ink ink, LossChart chart, int from, int to) {
        paintBatches(pen, ink, chart, from, to);
        paintWalked(pen, ink, chart, from, to);
    }

    private void paintBatches(Pen pen, Ink ink, LossChart chart, int from, int to) {
        for (int k = 0; k < chart.shown().size(); k++) {
            Color faint = Tint.veil(RunStyle.of(chart.track(k).run()).edge(style.theme()), BATCH);
            chart.batches(k, from, to, ink.px(DOT)).ifPresent(dots -> pen.draw(dots, ink.px(DOT), faint));
        }
    }

    private void paintWalked(Pen pen, Ink ink, LossChart chart, int first, int last) {
        double most = 20 * chart.axes().plot().getWidth();        // dashes of a dense scribble cannot be seen, and cost much
        for (int k = 0; k < chart.shown().size(); k++) {
            RunStyle run = RunStyle.of(chart.track(k).run());
            int from = Math.min(first, chart.track(k).trajectory().last());
            int to = Math.min(last, chart.track(k).trajectory().last());
            if (from > 0 && from == to) {
                continue;
            }
            chart.curves(k).test().ifPresent(test -> chart.lines(test, from, to).forEach(line ->
                    pen.draw(line, ink.px(THIN * (length(line) > most ? 1 : WIDTH)), run.edge(style.theme()))));
            double before = from == 0 ? 0 : chart.lines(k, 0, from).stream().reduce((_, newest) -> newest).map(LossPainter::length).orElse(0.0);
            for (Path2D line : chart.lines(k, from, to)) {
                boolean dense = before + length(line) > most;
                BasicStroke stroke = run.stroke(ink.px(WIDTH));
                pen.draw(line, dense ? new BasicStroke((float) ink.px(1), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                        : stroke.getDashArray() == null ? stroke : new BasicStroke(stroke.getLineWidth(), stroke.getEndCap(), stroke.getLineJoin(),
                                stroke.getMiterLimit(), stroke.getDashArray(), (float) before), run.colour());
                before = 0;
            }
        }
    }

    /**
     * The run of which J on the slice below it is drawn too: the one pointed at, the selected one, or the only one. Where it differs from the
     * run's own, its path is off the slice.
     */
    private static Optional<Integer> below(Frame frame) {
        List<Integer> routed = IntStream.range(0, frame.tracks().size())
                .filter(i -> !frame.tracks().get(i).run().hidden() && frame.tracks().get(i).route().isPresent()).boxed().toList();
        if (frame.experiment().look().measure() != Look.Measure.LOSS) {
            return Optional.empty();
        }
        Optional<Integer> hovered = frame.hover().map(Hover::track).filter(routed::contains);
        return hovered.or(() -> Optional.of(frame.experiment().look().selected()).filter(routed::contains))
                .or(() -> routed.size() == 1 ? Optional.of(routed.getFirst()) : Optional.empty());
    }

    /** A dotted line of J on the slice at the foot of a path, up to the playhead. */
    private void paintBelow(Ink ink, LossChart chart, Frame frame, int track) {
        int last = Math.min(frame.step(), frame.tracks().get(track).trajectory().last());
        Path2D line = new Path2D.Double();
        boolean down = false;
        for (int step = 0; step <= last; step += Math.max(1, last / BELOW)) {
            double y = chart.axes().y(Under.path(frame, track, step));
            if (Double.isNaN(y)) {
                down = false;
            } else if (down) {
                line.lineTo(chart.axes().x(step), Math.clamp(y, -1e5, 1e5));
            } else {
                line.moveTo(chart.axes().x(step), Math.clamp(y, -1e5, 1e5));
                down = true;
            }
        }
        ink.g().setColor(RunStyle.of(frame.tracks().get(track).run()).edge(style.theme()));
        ink.g().setStroke(new BasicStroke((float) ink.px(1.75), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10,
                new float[] {0.1f, (float) ink.px(5)}, 0));
        ink.g().draw(line);
    }

    /** Names at the right, where lines end, or on a stage along with the playhead; a run that diverged is named where it left. */
    private void paintNames(Ink ink, LossChart chart, int step) {
        if (chart.names() == 0) {
            return;
        }
        Rectangle2D plot = chart.axes().plot();
        double column = style.isPresentation() ? Math.min(plot.getMaxX(), chart.axes().x(step)) : plot.getMaxX();
        List<NameColumn.Entry> entries = new ArrayList<>();
        List<Rectangle2D> taken = new ArrayList<>();
        for (int k = 0; k < chart.shown().size(); k++) {
            int last = chart.marked(k, chart.track(k).trajectory().last());
            RunStyle run = RunStyle.of(chart.track(k).run());
            double beside = chart.axes().x(last) + ink.px(10);
            boolean roomBeside = beside + ink.width(chart.track(k).name(), NameColumn.face(ink), NameColumn.size(ink)) < column
                    || column < chart.axes().x(last);
            if (!chart.isDiverged(k) || !roomBeside) {
                entries.add(new NameColumn.Entry(chart.track(k).name(), run,
                        chart.y(k, style.isPresentation() ? Math.min(step, last) : last)));
                if (chart.axes().x(last) + ink.px(7) < column && step >= last) {
                    double y = chart.y(k, last);                  // it ended earlier than others: a dotted line leads on to its name
                    ink.g().setColor(Tint.veil(run.edge(style.theme()), 0.5));
                    ink.g().setStroke(new BasicStroke((float) ink.px(1), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
                            new float[] {(float) ink.px(1), (float) ink.px(3)}, 0));
                    ink.g().draw(new Line2D.Double(chart.axes().x(last) + ink.px(7), y, column, y));
                }
            } else if (step >= last) {
                Rectangle2D place = beside(ink, chart, k, beside, taken);
                taken.add(place);
                ink.halo(chart.track(k).name(), NameColumn.face(ink), NameColumn.size(ink), ink.theme().text(), 4, place.getX(),
                        place.getCenterY() + Face.capHeight(ink.px(12)) / 2, 0);
            }
        }
        if (chart.testsNamed()) {
            addTests(chart, style.isPresentation() ? step : Integer.MAX_VALUE, entries);
        }
        NameColumn.paint(ink, entries, column, chart.names(), plot.getY(), plot.getMaxY());
    }

    /** Where the name of a run that diverged stands: beside its end, or below the names of those that left there before it. */
    private static Rectangle2D beside(Ink ink, LossChart chart, int k, double x, List<Rectangle2D> taken) {
        Rectangle2D plot = chart.axes().plot();
        double half = ink.px(NameColumn.size(ink)) / 2;
        double y = Ink.within(chart.y(k, chart.track(k).trajectory().last()), plot.getY() + half, plot.getMaxY() - half);
        double width = ink.width(chart.track(k).name(), NameColumn.face(ink), NameColumn.size(ink));
        Rectangle2D place = new Rectangle2D.Double(x, y - half, width, 2 * half);
        for (Rectangle2D other : taken.stream().sorted(Comparator.comparingDouble(Rectangle2D::getY)).toList()) {
            if (other.intersects(place)) {
                place.setRect(x, other.getMaxY() + ink.px(2), place.getWidth(), place.getHeight());
            }
        }
        return place;
    }

    private static void addTests(LossChart chart, int step, List<NameColumn.Entry> tests) {
        for (int k = 0; k < chart.shown().size(); k++) {
            Track track = chart.track(k);
            int at = Math.min(step, track.trajectory().last());
            int shown = k;
            chart.curves(k).test().filter(_ -> !chart.isDiverged(shown)).ifPresent(test -> tests.add(
                    new NameColumn.Entry(LossChart.testName(track), RunStyle.of(track.run()), chart.y(test, at), false)));
        }
    }

    private static double length(Path2D line) {
        double[] c = new double[6];
        double sum = 0;
        double x = 0;
        double y = 0;
        for (PathIterator i = line.getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(c) == PathIterator.SEG_LINETO) {
                sum += Math.hypot(c[0] - x, c[1] - y);
            }
            x = c[0];
            y = c[1];
        }
        return sum;
    }

    @Override
    public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        LossChart chart = chart(area, frame);
        Axes axes = chart.axes();
        double reach = REACH * style.scale();
        double nearest = reach;
        Optional<Hover> found = Optional.empty();
        for (int k = 0; k < chart.shown().size(); k++) {
            int last = chart.track(k).trajectory().last();
            int from = (int) Math.clamp(Math.ceil(axes.xAt(point.getX() - reach)), 0, last);
            int to = (int) Math.clamp(Math.floor(axes.xAt(point.getX() + reach)), 0, last);
            int stride = Math.max(1, (to - from) / 2000);
            Optional<LossCurve> test = chart.curves(k).test();
            for (int step = from; step <= to; step += stride) {
                int at = step;
                double distance = Math.min(point.distance(axes.x(step), chart.y(k, step)),
                        test.map(t -> point.distance(axes.x(at), chart.y(t, at))).orElse(Double.POSITIVE_INFINITY));
                if (distance < nearest) {
                    nearest = distance;
                    found = Optional.of(new Hover(chart.shown().get(k), step));
                }
            }
        }
        return found;
    }

    @Override
    public Optional<Integer> step(Point2D point, Rectangle2D area, Frame frame) {
        LossChart chart = chart(area, frame);
        Rectangle2D plot = chart.axes().plot();
        double slack = REACH * style.scale();
        boolean over = !chart.shown().isEmpty() && point.getX() >= plot.getX() - slack && point.getX() <= plot.getMaxX() + slack
                && point.getY() >= plot.getY() && point.getY() <= area.getMaxY();
        return over ? Optional.of(Math.clamp(Math.round(chart.axes().xAt(point.getX())), 0, frame.last())) : Optional.empty();
    }

    /** The chart as painted; nothing is drawn with this ink, it only measures. */
    private LossChart chart(Rectangle2D area, Frame frame) {
        return LossChart.of(area, frame, new Ink(new OutlineGraphics(), style), memo);
    }

    @Override
    public String title(Frame frame, String label) {
        return Goal.of(frame) == Goal.HIGHEST && frame.experiment().look().measure() == Look.Measure.LOSS ? "J, climbed" : label;
    }

    @Override
    public String detail(Frame frame) {
        boolean tested = frame.scene().study().filter(s -> s.testCost().isPresent()).isPresent();
        boolean batches = frame.scene().study().isPresent() && frame.tracks().stream().anyMatch(t -> !t.run().hidden() && t.run().batch() > 0);
        String below = below(frame).map(i -> ", dotted: on the " + (frame.scene().slice().dimension() == 1 ? "line" : "plane") + " below "
                + frame.tracks().get(i).name()).orElse("");
        return switch (frame.experiment().look().measure()) {
            case LOSS -> (tested || batches
                    ? "training thick" + (tested ? ", test thin" : "") + (batches ? ", batches dots" : "") : Goal.of(frame).cost() + " against step")
                    + below;
            case ACCURACY -> tested ? "samples whose class is found, training thick, test thin" : "samples whose class is found";
            case GAP -> "distance from the best " + Goal.of(frame).cost() + ", against step";
            case GRADIENT_NORM -> "length of the gradient, against step";
        };
    }
}
