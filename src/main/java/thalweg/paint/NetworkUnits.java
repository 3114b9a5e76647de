package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import thalweg.data.ImageShape;
import thalweg.math.Vec;
import thalweg.network.Layer;
import thalweg.network.NetworkObjective;
import thalweg.network.Stage;
import thalweg.network.Trace;

/** The units of a network: what they see, or what they say of one sample, with their biases as dots. */
record NetworkUnits(NetworkObjective model, Vec theta, Trace trace, Stage stage, UnitPictures pictures) {
    private static final double LEAST_HEIGHT = 14;
    private static final double DOT = 3.6;
    private static final double FAINTEST_DOT = 1.2;

    void paint(Ink ink, NetworkLayout layout) {
        if (layout.columns().getFirst().whole()) {
            NetworkLines.paintBands(ink, layout, model.architecture(), theta);
        }
        double largestBias = largestBias();
        for (int c = 0; c < layout.columns().size(); c++) {
            NetworkLayout.Column column = layout.columns().get(c);
            Vec numbers = numbers(c);
            double largest = largest(numbers);
            for (int i = 0; i < column.shown().size(); i++) {
                Rectangle2D box = column.boxes().get(i);
                if (column.whole()) {
                    paintImage(ink, box, image(model.data().image().orElseThrow()), false);
                } else {
                    paintUnit(ink, c, column.shown().get(i), box, numbers, largest);
                }
                if (c > 0) {
                    paintBias(ink, c, column.shown().get(i), box, largestBias);
                }
            }
            if (column.more() > 0) {
                Rectangle2D last = column.boxes().getLast();
                String more = Numbers.whole(column.more()) + " more";
                boolean fits = ink.width(more, Face.REGULAR, Ink.SMALL) < ink.px(4) + pitch(layout);
                ink.text(fits ? more : "\u2026", Face.REGULAR, Ink.SMALL, ink.theme().muted(), last.getCenterX(),
                        last.getMaxY() + ink.px(15), 0.5);
            }
        }
    }

    private static double pitch(NetworkLayout layout) {
        return layout.columns().get(1).boxes().getFirst().getCenterX() - layout.columns().getFirst().boxes().getFirst().getCenterX();
    }

    /** What a column's units say by now: at rest their activations, on the way forward as far as known, on the way back the deltas. */
    private Vec numbers(int column) {
        boolean delta = column > 0 && stage.knowsDelta(column);
        Trace.Step step = column == 0 ? null : trace.layers().get(column - 1);
        boolean output = column == trace.layers().size();
        boolean means = output && stage.kind() != Stage.Kind.FORWARD;
        return column == 0 ? trace.input() : delta ? step.delta() : means ? trace.output() : step.a();
    }

    private boolean isKnown(int column) {
        return stage.kind() == Stage.Kind.REST || stage.knowsActivation(column);
    }

    private boolean isNew(int column) {
        return switch (stage.kind()) {
            case REST, GRADIENT -> false;
            case INPUT -> column == 0;
            case FORWARD, LOSS, OUTPUT_DELTA, BACKWARD -> column == stage.layer();
        };
    }

    private static double largest(Vec numbers) {
        double largest = 0;
        for (int i = 0; i < numbers.size(); i++) {
            largest = Math.max(largest, Math.abs(numbers.get(i)));
        }
        return largest > 0 ? largest : 1;
    }

    private void paintUnit(Ink ink, int column, int unit, Rectangle2D box, Vec numbers, double largest) {
        boolean rest = stage.kind() == Stage.Kind.REST;
        double round = Math.min(ink.px(8), box.getHeight() / 2);
        RoundRectangle2D shape = new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), round, round);
        ink.fill(ink.theme().canvas(), shape);
        boolean weights = model.data().image().isPresent();
        if (rest && pictures.has(column, unit) && !(weights && column > 1)) {
            Graphics2D g = (Graphics2D) ink.g().create();
            g.clip(shape);
            paintImage(new Ink(g, ink.style()), box, pictures.image(column, unit), !weights);
            g.dispose();
        } else if (isKnown(column)) {
            ink.fill(Signed.ground(ink.theme(), numbers.get(unit) / largest), shape);
        }
        boolean fresh = isNew(column);
        ink.stroke(fresh ? ink.theme().accent() : ink.theme().plotAxis(), fresh ? 2 : 1, shape);
        if (!rest && isKnown(column)) {
            paintNumber(ink, column, unit, box, numbers.get(unit), fresh);
        }
    }

    private void paintNumber(Ink ink, int column, int unit, Rectangle2D box, double value, boolean fresh) {
        String text = number(value);
        if (box.getHeight() >= ink.px(LEAST_HEIGHT) && ink.width(text, Face.REGULAR, Ink.SMALL) + ink.px(2) <= box.getWidth()) {
            ink.textAround(text, fresh ? Face.SEMIBOLD : Face.REGULAR, Ink.SMALL, ink.theme().text(), box.getCenterX(), box.getCenterY(), 0.5);
        }
    }

    /** Places of the numbers that the units of the layer at hand are fed, before their boxes; empty where there is no room. */
    List<Rectangle2D> fed(Ink ink, NetworkLayout layout) {
        int c = stage.layer();
        if (stage.kind() != Stage.Kind.FORWARD || c == trace.layers().size()) {
            return List.of();
        }
        NetworkLayout.Column column = layout.columns().get(c);
        Rectangle2D first = column.boxes().getFirst();
        double gap = first.getX() - layout.columns().get(c - 1).boxes().getFirst().getMaxX();
        double width = column.shown().stream().mapToDouble(i -> ink.width(z(i), Face.REGULAR, Ink.SMALL)).max().orElse(0) + ink.px(4);
        return gap < 1.5 * width || first.getHeight() < ink.px(LEAST_HEIGHT) ? List.of() : column.boxes().stream().<Rectangle2D>map(
                b -> new Rectangle2D.Double(b.getX() - ink.px(5) - width, b.getCenterY() - ink.px(7), width, ink.px(14))).toList();
    }

    private String z(int unit) {
        return number(trace.layers().get(stage.layer() - 1).z().get(unit));
    }

    void paintFed(Ink ink, NetworkLayout layout, List<Rectangle2D> fed) {
        for (int i = 0; i < fed.size(); i++) {
            ink.halo(z(layout.columns().get(stage.layer()).shown().get(i)), Face.REGULAR, Ink.SMALL, ink.theme().text(), 5,
                    fed.get(i).getMaxX() - ink.px(2), fed.get(i).getCenterY() + Face.capHeight(ink.px(Ink.SMALL)) / 2, 1);
        }
    }

    private double largestBias() {
        double largest = 0;
        for (Layer layer : model.architecture().layers()) {
            for (int i = layer.biasesAt(); i < layer.end(); i++) {
                largest = Math.max(largest, Math.abs(theta.get(i)));
            }
        }
        return largest;
    }

    /** A dot at the lower left corner: its area is the bias's size. */
    private void paintBias(Ink ink, int column, int unit, Rectangle2D box, double largest) {
        Layer layer = model.architecture().layers().get(column - 1);
        if (!layer.biased() || largest == 0 || box.getHeight() < ink.px(LEAST_HEIGHT)) {
            return;
        }
        double bias = theta.get(layer.biasesAt() + unit);
        double radius = FAINTEST_DOT + (DOT - FAINTEST_DOT) * Math.sqrt(Math.abs(bias) / largest);
        double x = box.getX() + ink.px(1);
        double y = box.getMaxY() - ink.px(1);
        ink.fill(ink.theme().canvas(), Ink.circle(x, y, ink.px(radius + 1.2)));
        ink.fill(bias == 0 ? ink.theme().plotAxis() : Signed.line(bias), Ink.circle(x, y, ink.px(radius)));
    }

    private static void paintImage(Ink ink, Rectangle2D box, BufferedImage image, boolean smooth) {
        ink.g().setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                smooth ? RenderingHints.VALUE_INTERPOLATION_BILINEAR : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        AffineTransform to = AffineTransform.getTranslateInstance(box.getX(), box.getY());
        to.scale(box.getWidth() / image.getWidth(), box.getHeight() / image.getHeight());
        ink.g().drawImage(image, to, null);
        ink.stroke(ink.theme().border(), 1, box);
    }

    /** The sample as the picture it is: from its least to its largest value, grey ones dark on light as ink is. */
    private BufferedImage image(ImageShape shape) {
        int plane = shape.width() * shape.height();
        double low = 0;
        double high = 1e-300;
        for (int i = 0; i < trace.input().size(); i++) {
            low = Math.min(low, trace.input().get(i));
            high = Math.max(high, trace.input().get(i));
        }
        BufferedImage image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        boolean coloured = shape.channels() >= 3;
        for (int i = 0; i < plane; i++) {
            float[] rgb = new float[3];
            for (int c = 0; c < 3; c++) {
                float v = (float) ((trace.input().get((coloured ? c : 0) * plane + i) - low) / (high - low));
                rgb[c] = Math.clamp(coloured ? v : 1 - v, 0f, 1f);
            }
            image.setRGB(i % shape.width(), i / shape.width(), new Color(rgb[0], rgb[1], rgb[2]).getRGB());
        }
        return image;
    }

    /** Short enough for a unit: two decimals, or an exponent of one digit. */
    static String number(double value) {
        double size = Math.abs(value);
        return size == 0 ? "0" : size < 0.005 ? Numbers.exponent(value, 0) : size < 99.995 ? Numbers.fixed(value, 2) : Numbers.of(value);
    }
}
