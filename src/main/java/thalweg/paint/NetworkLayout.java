package thalweg.paint;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.math.Vec;
import thalweg.network.Architecture;
import thalweg.network.Layer;

/**
 * Where the units of a network stand: a column for the inputs and one for each layer, of wide ones the units with the largest weights only.
 *
 * @param columns the inputs, then layer after layer
 */
record NetworkLayout(List<Column> columns) {
    /** Nearest distance of two units, and their largest size, at scale 1. */
    private static final double NEAREST = 22;
    private static final double LARGEST = 30;
    private static final double OUTPUT = 44;
    static final double WIDE = 50;
    private static final double FARTHEST = 62;

    /**
     * The units of a layer.
     *
     * @param shown which of them, in their order
     * @param boxes their places, in the same order
     * @param more how many are not shown
     * @param whole whether all of them are one box: the pixels of an image
     */
    record Column(List<Integer> shown, List<Rectangle2D> boxes, int more, boolean whole) {
    }

    /**
     * Lays a network out.
     *
     * @param area for the boxes
     * @param image whether the inputs are pixels
     * @param wide whether boxes have numbers in them and should be wider than high, where that fits
     */
    static NetworkLayout of(Architecture a, Vec theta, Rectangle2D area, Ink ink, boolean image, boolean wide) {
        int n = a.layers().size() + 1;
        double pitchX = n == 1 ? 0 : area.getWidth() / n;
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < n; c++) {
            double x = area.getX() + pitchX * (c + 0.5);
            int units = c == 0 ? a.inputs() : a.layers().get(c - 1).out();
            if (c == 0 && image) {
                double side = Math.min(Math.min(pitchX * 0.8, area.getHeight()), ink.px(112));
                double middle = Math.max(x, area.getX() + side / 2 + ink.px(8));
                columns.add(new Column(List.of(0), List.of(box(middle, area.getCenterY(), side, side)), 0, true));
                continue;
            }
            int fit = (int) Math.max(1, area.getHeight() / ink.px(NEAREST));
            boolean all = units <= fit;
            int count = all ? units : Math.max(1, fit - 1);
            double room = all ? area.getHeight() : area.getHeight() - ink.px(18);
            double pitch = Math.min(room / count, ink.px(FARTHEST));
            double most = c == n - 1 && count == 1 ? OUTPUT : LARGEST;
            double height = Math.max(1, Math.min(ink.px(most), pitch - ink.px(4)));
            double width = Math.max(1, Math.min(wide ? Math.max(height, ink.px(WIDE)) : height, pitchX * 0.7));
            List<Integer> shown = all ? IntStream.range(0, units).boxed().toList() : strongest(a, theta, c, count);
            double top = area.getCenterY() - pitch * count / 2 - (all ? 0 : ink.px(9));
            List<Rectangle2D> boxes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                boxes.add(box(x, top + pitch * (i + 0.5), width, height));
            }
            columns.add(new Column(shown, boxes, units - count, false));
        }
        return new NetworkLayout(List.copyOf(columns));
    }

    private static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    /** The units with the largest weights onward (of the last layer inward), by their Euclidean length, in their order. */
    static List<Integer> strongest(Architecture a, Vec theta, int column, int count) {
        boolean last = column == a.layers().size();
        Layer layer = a.layers().get(last ? column - 1 : column);
        double[] strength = new double[last ? layer.out() : layer.in()];
        for (int j = 0; j < layer.out(); j++) {
            for (int i = 0; i < layer.in(); i++) {
                double w = theta.get(layer.weightsAt() + j * layer.in() + i);
                strength[last ? j : i] += w * w;
            }
        }
        return IntStream.range(0, strength.length).boxed().sorted(Comparator.comparingDouble((Integer i) -> -strength[i]).thenComparing(i -> i))
                .limit(count).sorted().toList();
    }
}
