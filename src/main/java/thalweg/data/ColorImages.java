package thalweg.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Crew;
import thalweg.math.Turns;

/**
 * Colour images in CIFAR-10's shape, 32 x 32 x 3 with values from 0 to 1: ten motifs of varied colour, size, place and angle before
 * varied grounds. A motif tends to a hue of its own, so that a linear model learns something and a network more.
 */
@Entry(id = "color-images", label = "Colour images", group = "Images",
        help = "Ten motifs in CIFAR-10's shape, made by the program: 3,072 numbers a sample.")
public record ColorImages(
        @Knob(label = "samples", symbol = "m", value = 1000, min = 10, max = 10_000, log = true, least = 1, most = 50_000,
                help = "How many images there are; more of them change none.")
        int samples,
        @Knob(label = "noise", symbol = "\\sigma", value = 0.05, min = 0, max = 0.5, help = "Standard deviation added to every value.")
        double noise) implements DataSource {
    private static final int WIDTH = 32;
    private static final int AREA = WIDTH * WIDTH;

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
        Motif[] motifs = Motif.values();
        double[] x = new double[Math.multiplyExact(samples, 3 * AREA)];
        double[] y = new double[samples];
        crew.share(samples, () -> i -> {
            Turns.ask(cancelled);
            y[i] = i % motifs.length;
            draw(motifs[i % motifs.length], new Draw(seed, i), x, i * 3 * AREA);
        }, _ -> { });
        List<String> names = Arrays.stream(motifs).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
        return new DataSet("Colour images", x, y, List.of(), "motif", names, Optional.of(new ImageShape(WIDTH, WIDTH, 3)));
    }

    private void draw(Motif motif, Draw draw, double[] values, int at) {
        double hue = motif.ordinal() / 10.0 + 0.12 * draw.gaussian(0);
        double[] figure = colour(hue, draw.between(0.5, 1, 1), draw.between(0.6, 1, 2));
        double[] ground = colour(draw.uniform(3), draw.between(0, 0.5, 4), draw.between(0.1, 0.85, 5));
        double size = draw.between(0.24, 0.42, 6);
        double cx = 0.5 + draw.between(-0.14, 0.14, 7);
        double cy = 0.5 + draw.between(-0.14, 0.14, 8);
        double angle = draw.between(-0.35, 0.35, 9);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double shadeX = draw.between(-0.4, 0.4, 10);
        double shadeY = draw.between(-0.4, 0.4, 11);
        for (int pixel = 0; pixel < AREA; pixel++) {
            double dx = (pixel % WIDTH + 0.5) / WIDTH - cx;
            double dy = (pixel / WIDTH + 0.5) / WIDTH - cy;
            double depth = motif.depth((cos * dx + sin * dy) / size, (cos * dy - sin * dx) / size) * size;
            double covered = Math.clamp(depth * WIDTH + 0.5, 0, 1);
            double light = 1 + shadeX * dx + shadeY * dy;
            for (int channel = 0; channel < 3; channel++) {
                double value = light * (covered * figure[channel] + (1 - covered) * ground[channel]);
                values[at + channel * AREA + pixel] = Math.clamp(value + noise * draw.gaussian(32 + channel * AREA + pixel), 0, 1);
            }
        }
    }

    /** Hue (a fraction of the circle), saturation and brightness as red, green, blue; Smith 1978. */
    private static double[] colour(double hue, double saturation, double brightness) {
        double[] rgb = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            double place = hue * 6 + 6 - 2 * channel;                 // red, green and blue lie 2/6 apart
            double off = Math.abs(place - 6 * Math.floor(place / 6) - 3);
            rgb[channel] = brightness * (1 - saturation * (1 - Math.clamp(off - 1, 0, 1)));
        }
        return rgb;
    }
}
