package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.data.DataSet;
import thalweg.data.ImageShape;
import thalweg.experiment.Frame;
import thalweg.math.Vec;
import thalweg.network.Layer;

/**
 * What each unit of the first layer looks for, as a picture of its weights: of a classifier without hidden layers one for each class, of
 * others one for each unit, the strongest at the end of the run first. All have one scale about 0: blue is negative, orange positive; of
 * colour images each channel has its own weights, and grey is 0.
 */
public record WeightsPainter(Style style, Memo memo) implements Plot {
    private static final double PAD = 12;
    private static final double GAP = 12;
    private static final double WORDS = 20;
    private static final double LEAST = 40;
    private static final double MOST = 220;
    private static final double BAR = 10;
    private static final int MOST_FEATURES = 64;
    private static final Color NEGATIVE = new Color(0x0072B2);
    private static final Color POSITIVE = new Color(0xE69F00);

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> Learnt.of(frame, style, memo).ifPresentOrElse(learnt -> paint(ink, area, frame, learnt),
                () -> Notice.paint(ink, area, FitPainter.NEEDS_DATA)));
    }

    private void paint(Ink ink, Rectangle2D area, Frame frame, Learnt learnt) {
        DataSet data = learnt.study().cost().data();
        Layer layer = learnt.study().cost().architecture().layers().getFirst();
        if (data.image().isEmpty() && layer.in() > MOST_FEATURES) {
            Notice.paint(ink, area, "Weights are shown for images and for data of up to " + MOST_FEATURES + " features; these have " + layer.in()
                    + ".");
            return;
        }
        if (!learnt.isFinite()) {
            Notice.paint(ink, area, learnt.track().map(t -> t.name() + " diverged: its weights are no numbers.").orElse("The start is no number."));
            return;
        }
        double most = IntStream.range(layer.weightsAt(), layer.biasesAt()).mapToDouble(i -> Math.abs(learnt.theta().get(i))).max().orElse(0);
        List<Integer> units = units(frame, learnt, layer);
        boolean coloured = data.image().map(s -> s.channels() >= 3).orElse(false);
        double bar = coloured || ink.style().isPresentation() || area.getWidth() < ink.px(260) ? 0 : ink.px(BAR + 52);
        Rectangle2D room = new Rectangle2D.Double(area.getX() + ink.px(PAD), area.getY() + ink.px(4),
                Math.max(1, area.getWidth() - ink.px(2 * PAD) - bar), Math.max(1, area.getHeight() - ink.px(8)));
        if (data.image().isPresent()) {
            paintPictures(ink, room, learnt, layer, units, data, most);
        } else {
            paintMatrix(ink, room, learnt, layer, units, data, most);
        }
        if (bar > 0) {
            Rectangle2D where = new Rectangle2D.Double(area.getMaxX() - ink.px(BAR + 52), area.getY() + ink.px(10), ink.px(BAR),
                    Math.max(1, Math.min(area.getHeight() - ink.px(40), ink.px(220))));
            paintBar(ink, where, most);
        }
    }

    /** Classes in their order; hidden units by the length of their weights at the end of the run, so that they stay in place while it plays. */
    private List<Integer> units(Frame frame, Learnt learnt, Layer layer) {
        if (learnt.study().cost().architecture().layers().size() == 1) {
            return IntStream.range(0, layer.out()).boxed().toList();
        }
        record Key(Object path) {
        }
        Object path = learnt.track().<Object>map(t -> t.trajectory()).orElse(frame.scene().start());
        return memo.get("weights.units", new Key(path), () -> {
            Vec end = learnt.track().map(t -> t.trajectory().theta(t.trajectory().last())).filter(Vec::isFinite).orElse(learnt.theta());
            return IntStream.range(0, layer.out()).boxed().sorted(Comparator.comparingDouble((Integer u) -> -strength(end, layer, u))).toList();
        });
    }

    private static double strength(Vec theta, Layer layer, int unit) {
        double sum = 0;
        for (int i = 0; i < layer.in(); i++) {
            double w = theta.get(layer.weightsAt() + unit * layer.in() + i);
            sum += w * w;
        }
        return sum;
    }

    private void paintPictures(Ink ink, Rectangle2D room, Learnt learnt, Layer layer, List<Integer> units, DataSet data, double most) {
        double gap = ink.px(GAP);
        double words = ink.px(WORDS);
        double size = ink.px(MOST);
        int columns = 1;
        int rows = 1;
        while (true) {                                            // the largest size at which all fit, or else the smallest
            columns = (int) Math.max(1, (room.getWidth() + gap) / (size + gap));
            rows = (int) Math.max(1, room.getHeight() / (size + words));
            if (columns * rows >= units.size() || size <= ink.px(LEAST)) {
                break;
            }
            size = Math.max(ink.px(LEAST), size - ink.px(2));
        }
        size = Math.min(size, Math.min(room.getWidth(), Math.max(4, room.getHeight() - words)));
        columns = Math.min(columns, Math.ceilDiv(units.size(), rows));
        int shown = Math.min(units.size(), columns * rows);
        boolean all = shown == units.size();
        for (int k = 0; k < shown; k++) {
            double x = room.getX() + k % columns * (size + gap);
            double y = room.getY() + k / columns * (size + words);
            int unit = units.get(k);
            boolean last = !all && k == shown - 1;
            if (!last) {
                SampleImage.paint(ink, picture(learnt.theta(), layer, unit, data.image().orElseThrow(), most),
                        new Rectangle2D.Double(x, y, size, size));
            }
            String name = last ? more(ink, units.size() - shown + 1, size + gap) : name(learnt, unit);
            ink.textAround(Face.REGULAR.fit(name, ink.px(Ink.DETAIL), size + gap), Face.REGULAR, Ink.DETAIL, last ? ink.theme().muted()
                    : ink.theme().text(), x, last ? y + size / 2 : y + size + ink.px(10), 0);
        }
    }

    /** How many are not shown: in words, or as a number where they have no room. */
    static String more(Ink ink, int count, double room) {
        String words = "+ " + count + " more";
        return ink.width(words, Face.REGULAR, Ink.DETAIL) <= room ? words : "+" + count;
    }

    /** The class that an output is for, or the number of a hidden unit. */
    private static String name(Learnt learnt, int unit) {
        DataSet data = learnt.study().cost().data();
        boolean output = learnt.study().cost().architecture().layers().size() == 1;
        if (!output) {
            return "unit " + (unit + 1);
        }
        return !data.isClassified() ? data.targetName() : learnt.study().cost().architecture().outputs() == 1 ? data.classNames().getLast()
                : data.classNames().get(unit);
    }

    private BufferedImage picture(Vec theta, Layer layer, int unit, ImageShape shape, double most) {
        BufferedImage image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        int plane = shape.width() * shape.height();
        int at = layer.weightsAt() + unit * layer.in();
        for (int i = 0; i < plane; i++) {
            int rgb = 0;
            if (shape.channels() >= 3) {
                for (int c = 0; c < 3; c++) {
                    double w = most > 0 ? theta.get(at + c * plane + i) / most : 0;
                    rgb = rgb << 8 | (int) Math.round(255 * Math.clamp(0.5 + 0.5 * w, 0, 1));
                }
            } else {
                rgb = colour(most > 0 ? theta.get(at + i) / most : 0).getRGB();
            }
            image.setRGB(i % shape.width(), i / shape.width(), rgb);
        }
        return image;
    }

    /** The colour of a weight from -1 to 1 in parts of the largest; the root, so that small ones are seen beside large ones. */
    private Color colour(double weight) {
        Color none = style.theme().isDark() ? style.theme().chrome() : Color.WHITE;
        return Tint.mix(none, weight < 0 ? NEGATIVE : POSITIVE, Math.sqrt(Math.abs(weight)));
    }

    /** Units below each other, features beside each other. */
    private void paintMatrix(Ink ink, Rectangle2D room, Learnt learnt, Layer layer, List<Integer> units, DataSet data, double most) {
        double names = units.stream().mapToDouble(u -> ink.width(name(learnt, u), Face.REGULAR, Ink.DETAIL)).max().orElse(0) + ink.px(10);
        double head = ink.px(22);
        int rows = (int) Math.clamp((room.getHeight() - head) / ink.px(16), 1, units.size());
        double row = Math.min((room.getHeight() - head) / rows, ink.px(56));
        double column = Math.min((room.getWidth() - names) / layer.in(), ink.px(120));
        double left = room.getX() + names;
        for (int j = 0; j < layer.in(); j++) {
            Typeset set = Typeset.line(HypothesisChart.label(data.featureName(j)));
            if (set.width(ink.px(Ink.DETAIL)) < column - ink.px(4)) {
                set.paint(ink, Ink.DETAIL, ink.theme().text(), left + (j + 0.5) * column, room.getY() + ink.px(14), 0.5);
            }
        }
        for (int k = 0; k < rows; k++) {
            int unit = units.get(k);
            double y = room.getY() + head + k * row;
            boolean last = k == rows - 1 && rows < units.size();
            ink.textAround(last ? "and " + (units.size() - rows) + " more" : name(learnt, unit), Face.REGULAR, Ink.DETAIL, last ? ink.theme().muted()
                    : ink.theme().text(), left - ink.px(8), y + row / 2, 1);
            for (int j = 0; j < layer.in(); j++) {
                double w = learnt.theta().get(layer.weightsAt() + unit * layer.in() + j);
                Rectangle2D cell = new Rectangle2D.Double(left + j * column, y, column, row);
                Color colour = colour(most > 0 ? w / most : 0);
                ink.fill(colour, cell);
                ink.stroke(ink.theme().canvas(), 1, cell);
                if (column >= ink.px(48) && row >= ink.px(16)) {
                    Color ground = Tint.contrast(colour, ink.theme().text()) >= 4.5 ? ink.theme().text() : Tint.luminance(colour) > 0.18 ? Color.BLACK
                            : Color.WHITE;
                    ink.textAround(Numbers.of(w), Face.REGULAR, Ink.DETAIL, ground, cell.getCenterX(), cell.getCenterY(), 0.5);
                }
            }
        }
    }

    private void paintBar(Ink ink, Rectangle2D bar, double most) {
        int rows = (int) Math.rint(bar.getHeight());
        for (int j = 0; j < rows; j++) {
            ink.g().setColor(colour(1 - 2 * (j + 0.5) / rows));
            ink.g().fill(new Rectangle2D.Double(bar.getX(), bar.getY() + j, bar.getWidth(), bar.getHeight() - j));
        }
        ink.stroke(ink.theme().plotAxis(), 1, bar);
        String[] labels = {most > 0 ? "+" + Numbers.brief(most) : "", "0", most > 0 ? Numbers.brief(-most) : ""};
        for (int k = 0; k < 3; k++) {
            ink.textAround(labels[k], Face.REGULAR, Ink.SMALL, ink.theme().muted(), bar.getMaxX() + ink.px(6), bar.getY() + k * bar.getHeight() / 2,
                    0);
        }
    }

    @Override
    public String detail(Frame frame) {
        Optional<Learnt> learnt = Learnt.of(frame, style, memo);
        if (learnt.isEmpty()) {
            return "needs data";
        }
        boolean coloured = learnt.get().study().cost().data().image().map(s -> s.channels() >= 3).orElse(false);
        return learnt.get().detail() + (coloured ? "; grey is 0" : "; blue " + Numbers.MINUS + ", orange +");
    }
}
