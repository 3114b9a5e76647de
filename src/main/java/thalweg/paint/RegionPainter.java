package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import thalweg.data.DataSet;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Study;
import thalweg.math.Range;

/**
 * Data of two features over what a model says of the plane: regions of classes by their probability with their borders, or a map of numbers.
 *
 * <p>The regions are new in every picture while a run plays: they are sampled at nodes some pixels apart and coloured between them,
 * coarsely while something moves. Samples, axes and legend are painted once, if there is a memo to keep them, and laid over.
 */
record RegionPainter(Style style, Memo memo) implements Plot {
    private static final double REACH = 9;
    /** Pixels from node to node while something moves, and at rest. */
    private static final double COARSE = 6;
    private static final double FINE = 3;
    private static final int MOST_MOVING = 101;
    private static final int MOST_STILL = 301;
    /** Multiplications that the nodes of one picture may take, moving and at rest. */
    private static final double WORK_MOVING = 8e6;
    private static final double WORK_STILL = 2e8;
    private static final int LEAST = 24;
    private static final double BAR_WIDTH = 10;

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            RegionChart chart = RegionChart.of(area, frame, ink, memo);
            Learnt learnt = Learnt.of(frame, style, memo).orElseThrow();
            Optional<Regions> regions = learnt.isFinite() ? Optional.of(regions(chart, learnt)) : Optional.empty();
            Shades shades = Shades.of(chart, frame, style);
            Optional<Pixels> device = Pixels.of(ink.g(), area);
            if (memo == Memo.NONE || device.isEmpty()) {
                paintPlain(ink, chart, regions, shades);
            } else {
                paintPixels(ink, area, chart, regions, shades, device.get());
            }
            paintTop(ink, chart, frame, learnt);
        });
    }

    /** Colours of numbers. */
    private record Shades(ValueScale scale, ColourMap colours) {
        static Shades of(RegionChart chart, Frame frame, Style style) {
            ColourMap colours = ColourMap.of(frame.experiment().look().colormap()).onMap(style.theme());
            if (chart.isClassified()) {
                return new Shades(new ValueScale(ValueScale.Kind.LINEAR, 0, 1, 0), colours);
            }
            return new Shades(numbers(chart.study()), colours);
        }
    }

    /** The scale of numbers that are learnt. */
    static ValueScale numbers(Study study) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double target : study.split().training().targets()) {
            low = Math.min(low, target);
            high = Math.max(high, target);
        }
        Range shown = high > low ? Axis.shown(low, high) : Axis.shown(low - 1, low + 1);
        return new ValueScale(ValueScale.Kind.LINEAR, shown.min(), shown.max(), 0);
    }

    private record NodesKey(Study study, Plane plane, List<Range> ranges, int nx, int ny) {
    }

    private Regions regions(RegionChart chart, Learnt learnt) {
        record Key(NodesKey nodes, thalweg.math.Vec theta) {
        }
        Rectangle2D plot = chart.axes().plot();
        double work = (style.still() ? WORK_STILL : WORK_MOVING) / chart.study().cost().dimension();
        double spacing = Math.max(style.still() ? FINE : COARSE, Math.sqrt(plot.getWidth() * plot.getHeight() / work));
        int most = style.still() ? MOST_STILL : MOST_MOVING;
        int nx = (int) Math.clamp(plot.getWidth() / spacing, LEAST, most);
        int ny = (int) Math.clamp(plot.getHeight() / spacing, LEAST, most);
        List<Range> ranges = chart.axes().ranges();
        NodesKey key = new NodesKey(chart.study(), chart.plane(), ranges, nx, ny);
        DataSet nodes = memo.get("regions.nodes", key, () -> chart.study().model().features(
                chart.plane().nodes(chart.study().split().training(), ranges.getFirst(), ranges.getLast(), nx, ny)));
        return memo.get("regions.values", new Key(key, learnt.theta()), () -> Regions.of(learnt, nodes, ranges.getFirst(), ranges.getLast(), nx, ny));
    }

    /** As shapes on any graphics. */
    private void paintPlain(Ink ink, RegionChart chart, Optional<Regions> regions, Shades shades) {
        Rectangle2D plot = chart.axes().plot();
        double density = Device.of(ink.g(), plot).scale();
        int w = Math.clamp(Math.round(plot.getWidth() * density), 1, 8000);
        int h = Math.clamp(Math.round(plot.getHeight() * density), 1, 8000);
        regions.ifPresent(r -> {
            BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
            r.paint(pixels(image), 0, w, w, h, style.theme(), shades.scale, shades.colours);
            AffineTransform to = AffineTransform.getTranslateInstance(plot.getX(), plot.getY());
            to.scale(plot.getWidth() / w, plot.getHeight() / h);
            ink.g().drawImage(image, to, null);
            Ink.on(ink.g(), plot, style, in -> paintLines(Pen.of(in.g()), chart, r));
        });
        paintOver(ink, chart, shades);
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** On a sheet of pixels that is written again for every picture. */
    private void paintPixels(Ink ink, Rectangle2D area, RegionChart chart, Optional<Regions> regions, Shades shades, Pixels device) {
        BufferedImage sheet = memo.get("regions.sheet", List.of(device.width(), device.height()), device::blank);
        int[] pixels = pixels(sheet);
        Arrays.fill(pixels, style.theme().canvas().getRGB());
        Rectangle2D plot = chart.axes().plot();
        regions.ifPresent(r -> {
            Rectangle2D on = device.toImage().createTransformedShape(plot).getBounds2D();
            int left = (int) Math.clamp(Math.rint(on.getX()), 0, device.width() - 1);
            int top = (int) Math.clamp(Math.rint(on.getY()), 0, device.height() - 1);
            int right = (int) Math.clamp(Math.rint(on.getMaxX()), left, device.width());
            int bottom = (int) Math.clamp(Math.rint(on.getMaxY()), top, device.height());
            r.paint(pixels, top * device.width() + left, device.width(), right - left, bottom - top, style.theme(), shades.scale, shades.colours);
            paintLines(new PixelPen(sheet, device.toImage(), plot), chart, r);
        });
        record Key(Study study, Rectangle2D area, Shades shades, Style style, Pixels device) {
        }
        Over over = memo.get("regions.over", new Key(chart.study(), area, shades, style.withStill(true), device), () -> {
            BufferedImage image = new BufferedImage(device.width(), device.height(), BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D g = image.createGraphics();
            g.transform(device.toImage());
            Ink.on(g, area, style, i -> paintOver(i, chart.with(i), shades));
            g.dispose();
            return Over.of(pixels(image));
        });
        over.blend(pixels);
        device.draw(ink.g(), sheet);
    }

    /**
     * Premultiplied pixels to be laid over opaque ones, most of them empty.
     *
     * @param runs where there is something, and where it ends, in turns
     */
    private record Over(int[] pixels, int[] runs) {
        static Over of(int[] pixels) {
            int[] runs = new int[64];
            int n = 0;
            for (int i = 0; i < pixels.length; i++) {
                boolean something = pixels[i] != 0;
                if (something == (n % 2 == 0)) {
                    if (n == runs.length) {
                        runs = Arrays.copyOf(runs, 2 * n);
                    }
                    runs[n++] = i;
                }
            }
            if (n % 2 == 1) {
                runs = Arrays.copyOf(runs, n + 1);
                runs[n++] = pixels.length;
            }
            return new Over(pixels, Arrays.copyOf(runs, n));
        }

        void blend(int[] below) {
            for (int k = 0; k < runs.length; k += 2) {
                for (int i = runs[k]; i < runs[k + 1]; i++) {
                    int c = pixels[i];
                    int rest = 256 - (c >>> 24);
                    int b = below[i];
                    below[i] = c >>> 24 == 0xff ? c
                            : 0xff000000 | (c & 0xffffff) + ((b & 0xff00ff) * rest >>> 8 & 0xff00ff) + ((b & 0xff00) * rest >>> 8 & 0xff00);
                }
            }
        }
    }

    private void paintLines(Pen pen, RegionChart chart, Regions regions) {
        if (regions.classes() == 0) {
            return;
        }
        int factor = style.still() ? 2 : 1;
        Color line = style.theme().text();
        double scale = style.scale();
        if (style.still() || regions.classes() <= 4) {
            pen.draw(path(regions.sure(factor), chart.axes()), 0.8 * scale, Tint.veil(line, 0.62));
        }
        pen.draw(path(regions.borders(factor), chart.axes()), 1.75 * scale, line);
    }

    private static Path2D path(List<ContourLine> lines, Axes axes) {
        Path2D path = new Path2D.Double();
        for (ContourLine l : lines) {
            new PixelLine(l, axes).addTo(path, List.of());
        }
        return path;
    }

    /** What stays while a run plays: samples, axes, legend. */
    private void paintOver(Ink ink, RegionChart chart, Shades shades) {
        Ink.on(ink.g(), chart.axes().plot(), style, in -> paintSamples(in, chart, shades));
        chart.axes().paintFrame(true);
        DataSet data = chart.study().split().training();
        if (chart.isClassified()) {
            chart.paintLegend(ink, chart.study().split().test().isPresent());
        } else if (chart.legend().isPresent()) {
            Rectangle2D plot = chart.axes().plot();
            Rectangle2D bar = new Rectangle2D.Double(chart.legend().get().getX(), plot.getY(), Math.rint(ink.px(BAR_WIDTH)), plot.getHeight());
            ColourBar.paint(ink, bar, shades.scale, shades.colours);
            Typeset.line(HypothesisChart.label(data.targetName()))
                    .paint(ink, Ink.DETAIL, ink.theme().text(), bar.getX(), bar.getMaxY() + ink.px(22), 0);
        }
    }

    private void paintSamples(Ink ink, RegionChart chart, Shades shades) {
        double radius = HypothesisPainter.radius(ink, Learnt.samples(chart.study()), chart.axes().plot());
        int index = 0;
        for (DataSet part : HypothesisChart.parts(chart.study())) {
            boolean test = index > 0;
            for (int i = 0; i < part.size(); i++, index++) {
                Point2D at = chart.place(index);
                if (!chart.isClassified()) {
                    Color told = shades.colours.colour(shades.scale.fraction(part.target(i)));
                    ink.fill(ink.theme().canvas(), Ink.circle(at.getX(), at.getY(), ink.px(radius + 1.4)));
                    ink.fill(told, Ink.circle(at.getX(), at.getY(), ink.px(radius)));
                    ink.ring(test ? Tint.mix(told, ink.theme().text(), 0.25) : ink.theme().text(), radius + 0.2, test ? 0.5 : 0.9, at.getX(),
                            at.getY());
                } else if (test) {
                    ClassStyle.of(part.label(i)).paintHollow(ink, at.getX(), at.getY(), radius);
                } else {
                    ClassStyle.of(part.label(i)).paint(ink, at.getX(), at.getY(), radius);
                }
            }
        }
    }

    private void paintTop(Ink ink, RegionChart chart, Frame frame, Learnt learnt) {
        Rectangle2D plot = chart.axes().plot();
        int focus = HypothesisPainter.focus(frame);
        if (focus >= 0 && frame.experiment().look().tiles().contains("network")) {
            Point2D at = chart.place(focus);
            ink.ring(Tint.veil(ink.theme().canvas(), 0.9), 8, 3.4, at.getX(), at.getY());
            ink.ring(ink.theme().text(), 8, 1.5, at.getX(), at.getY());
        }
        if (!learnt.isFinite()) {
            ink.halo(learnt.track().map(t -> t.name() + " diverged: it says nothing any more").orElse("the start is no number"), Face.REGULAR,
                    Ink.DETAIL, ink.theme().danger(), 4, plot.getX() + ink.px(10), plot.getY() + ink.px(16), 0);
        }
        frame.hover().filter(h -> h.isSample() && h.sample() < Learnt.samples(chart.study())).ifPresent(h ->
                SampleNote.paint(ink, plot, chart.place(h.sample()), learnt, h.sample()));
    }

    @Override
    public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        RegionChart chart = RegionChart.of(area, frame, new Ink(new OutlineGraphics(), style), memo);
        return chart.nearest(point, REACH * style.scale()).map(Hover::ofSample);
    }

    @Override
    public String title(Frame frame, String label) {
        return frame.scene().study().orElseThrow().split().training().isClassified() ? "Decision regions" : label;
    }

    @Override
    public String detail(Frame frame) {
        String detail = Learnt.of(frame, style, memo).orElseThrow().detail();
        int others = frame.scene().study().orElseThrow().split().training().dimension() - 2;
        return others > 0 ? detail + "; " + others + (others == 1 ? " other feature at its mean" : " other features at their means") : detail;
    }
}
