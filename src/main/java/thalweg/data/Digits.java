package thalweg.data;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Crew;
import thalweg.math.Turns;

/** Digits drawn with strokes of varied shape, width, slant, size and place, as grey images from 0 (paper) to 1 (ink). */
@Entry(id = "digits", label = "Digits", group = "Images", help = "Ten digits drawn by the program, each in another hand.")
public record Digits(
        @Knob(label = "samples", symbol = "m", value = 1000, min = 10, max = 10_000, log = true, least = 1, most = 60_000,
                help = "How many images there are; more of them change none.")
        int samples,
        @Knob(label = "noise", symbol = "\\sigma", value = 0.08, min = 0, max = 0.5, help = "Standard deviation added to every pixel.")
        double noise,
        @Knob(label = "width", value = 16, min = 16, max = 32, least = 8, most = 64, advanced = true, help = "Pixels in a row, and rows.")
        int width) implements DataSource {

    @Override
    public DataSet make(long seed) {
        return make(seed, () -> false);
    }

    @Override
    public DataSet make(long seed, BooleanSupplier cancelled) {
        return make(seed, cancelled, Crew.NOBODY);
    }

    @Override
    public DataSet make(long seed, BooleanSupplier cancelled, Crew crew) {
        ImageShape shape = new ImageShape(width, width, 1);
        double[] x = new double[Math.multiplyExact(samples, shape.size())];
        double[] y = new double[samples];
        crew.share(samples, () -> i -> {
            Turns.ask(cancelled);
            y[i] = i % 10;
            draw(i % 10, new Draw(seed, i), x, i * shape.size());
        }, _ -> { });
        return new DataSet("Digits", x, y, List.of(), "digit", Plane.names(10), Optional.of(shape));
    }

    private void draw(int digit, Draw draw, double[] pixels, int at) {
        List<double[]> strokes = hand(Glyph.digit(digit, draw.uniform(0) < 0.4), draw);
        double half = draw.between(0.035, 0.075, 1);
        double ink = draw.between(0.75, 1, 2);
        for (int row = 0; row < width; row++) {
            for (int column = 0; column < width; column++) {
                double distance = distance(strokes, (column + 0.5) / width, (row + 0.5) / width);
                double covered = Math.clamp((half - distance) * width + 0.5, 0, 1);
                int pixel = row * width + column;
                pixels[at + pixel] = Math.clamp(ink * covered + noise * draw.gaussian(32 + pixel), 0, 1);
            }
        }
    }

    /** The strokes slanted, turned, stretched, bent and moved. */
    private static List<double[]> hand(List<double[]> strokes, Draw draw) {
        double turn = draw.between(-0.2, 0.2, 3);
        double slant = draw.between(-0.1, 0.35, 4);
        double wide = draw.between(0.8, 1.2, 5);
        double tall = draw.between(0.8, 1.1, 6);
        double right = draw.between(-0.1, 0.1, 7);
        double down = draw.between(-0.07, 0.07, 8);
        double bend = draw.between(-0.05, 0.05, 9);
        double phase = draw.between(0, 2 * Math.PI, 10);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        return strokes.stream().map(s -> {
            double[] moved = new double[4];
            for (int end = 0; end < 4; end += 2) {
                double v = tall * (s[end + 1] - 0.5);
                double u = wide * (s[end] - 0.5) - slant * v + bend * StrictMath.sin(7 * v + phase);
                moved[end] = 0.5 + right + cos * u - sin * v;
                moved[end + 1] = 0.5 + down + sin * u + cos * v;
            }
            return moved;
        }).toList();
    }

    private static double distance(List<double[]> strokes, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] s : strokes) {
            double dx = s[2] - s[0];
            double dy = s[3] - s[1];
            double length = dx * dx + dy * dy;
            double t = length == 0 ? 0 : Math.clamp(((x - s[0]) * dx + (y - s[1]) * dy) / length, 0, 1);
            double px = x - s[0] - t * dx;
            double py = y - s[1] - t * dy;
            least = Math.min(least, px * px + py * py);
        }
        return Math.sqrt(least);
    }
}
