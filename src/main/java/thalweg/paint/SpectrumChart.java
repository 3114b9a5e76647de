package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import thalweg.math.Eigenpair;
import thalweg.math.Range;
import thalweg.math.SpectralDensity;
import thalweg.math.Vec;
import thalweg.slice.Curvature;

/** The eigenvalues of a Hessian laid out on axes: sticks where they are known, and the density of all of them if there is one. */
final class SpectrumChart {
    /** Points of the density: as fine as pixels in a wide tile. */
    private static final int SAMPLES = 1001;
    /** An edge of stability within so many widths of the spectrum is worth making room for; one beyond is said in words at the side. */
    private static final double WORTH_ROOM = 1;
    /** Free space at the sides, in parts of what is shown. */
    private static final double MARGIN = 0.04;
    /** A density is shown on a logarithmic axis where one eigenvalue alone would be below this part of its height. */
    private static final double FLAT = 0.02;

    /** Without a density heights mean nothing: no ticks fit. */
    private static final Axis NO_HEIGHT = Axis.linear(new Range(0.1, 0.9), "").withGap(1e9);

    private final List<Eigenpair> known;
    private final Optional<Sampled> density;
    private final OptionalDouble edge;
    private final Axes axes;

    private SpectrumChart(List<Eigenpair> known, Optional<Sampled> density, OptionalDouble edge, Axes axes) {
        this.known = known;
        this.density = density;
        this.edge = edge;
        this.axes = axes;
    }

    /** A density at evenly spaced eigenvalues. */
    private record Sampled(Range over, double width, Vec values) {
        static Sampled of(SpectralDensity density) {
            double width = density.width();
            Range over = density.range(width);
            return new Sampled(over, width, density.sampled(over, SAMPLES, width));
        }
    }

    /**
     * Lays it out.
     *
     * @param edge the largest eigenvalue that the learning rate is stable for, if there is one
     */
    static SpectrumChart of(Rectangle2D area, Curvature curvature, OptionalDouble edge, Ink ink, Memo memo) {
        List<Eigenpair> known = Stream.concat(curvature.eigenpairs().top().stream(), curvature.eigenpairs().bottom().stream()).distinct().toList();
        Optional<Sampled> density = curvature.density().filter(d -> d.nodes().size() > 0)
                .map(d -> memo.get("spectrum", d, () -> Sampled.of(d)));
        Axis across = Axis.linear(across(known, density, edge), "eigenvalue $\\lambda$ of the Hessian").withGap(60);
        Axis upward = density.map(d -> upward(d, curvature.at().size())).orElse(NO_HEIGHT);
        return new SpectrumChart(known, density, edge, Axes.in(area, across, upward, ink, ink.px(16)));
    }

    private static Range across(List<Eigenpair> known, Optional<Sampled> density, OptionalDouble edge) {
        DoubleStream sticks = known.stream().mapToDouble(Eigenpair::value);
        double[] shown = DoubleStream.concat(sticks, density.stream().flatMapToDouble(d -> DoubleStream.of(d.over().min(), d.over().max())))
                .sorted().toArray();
        if (shown.length == 0) {
            return new Range(-1, 1);
        }
        double low = Math.min(shown[0], 0);
        double high = Math.max(shown[shown.length - 1], 0);
        double width = high - low;
        if (edge.isPresent() && edge.getAsDouble() > high && edge.getAsDouble() <= high + WORTH_ROOM * width) {
            high = edge.getAsDouble();
        }
        double room = high > low ? MARGIN * high - MARGIN * low : 1;
        return Axis.shown(low - room, high + room);
    }

    /** From a third of what a single eigenvalue would show, if that is far below the highest; else from 0. */
    private static Axis upward(Sampled density, int parameters) {
        double highest = Arrays.stream(density.values().toArray()).max().orElse(1);
        double single = 1 / (parameters * density.width() * Math.sqrt(2 * Math.PI));
        return single < FLAT * highest ? Axis.log(Axis.shownLog(single / 3, highest * 2), "density")
                : Axis.linear(Axis.shown(0, highest * 1.15), "density");
    }

    Axes axes() {
        return axes;
    }

    /** The largest and smallest eigenvalues, each once. */
    List<Eigenpair> known() {
        return known;
    }

    boolean isEmpty() {
        return known.isEmpty() && density.isEmpty();
    }

    boolean hasDensity() {
        return density.isPresent();
    }

    /** The edge of stability, if its line lies in the plot. */
    OptionalDouble edgeInside() {
        return edge.isPresent() && axes.ranges().getFirst().contains(edge.getAsDouble()) ? edge : OptionalDouble.empty();
    }

    /** The line of the density, from the axis up and down to it again; empty without one. */
    Optional<Path2D> density() {
        return density.map(d -> {
            Path2D path = new Path2D.Double();
            double ground = axes.plot().getMaxY();
            path.moveTo(axes.x(d.over().min()), ground);
            for (int i = 0; i < d.values().size(); i++) {
                double y = axes.y(d.values().get(i));
                path.lineTo(axes.x(d.over().at((double) i / (d.values().size() - 1))), Math.min(ground + 2, Double.isNaN(y) ? ground + 2 : y));
            }
            path.lineTo(axes.x(d.over().max()), ground);
            return path;
        });
    }
}
