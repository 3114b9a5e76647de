package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import thalweg.catalog.Spec;
import thalweg.descent.Iterate;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;
import thalweg.experiment.Track;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Appearance;
import thalweg.objective.CriticalPoint;
import thalweg.objective.Objective;
import thalweg.optimizer.Memory;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.State;
import thalweg.slice.Slice;

/** Frames made of functions and arrays written in tests, and images to look at. */
public final class Fixtures {
    private Fixtures() {
    }

    /** Values with gradients by central differences, good to about eight digits: pictures need no more. */
    public record Made(int dimension, ToDoubleFunction<double[]> f, Appearance appearance) implements Objective {
        @Override
        public double value(double[] theta) {
            return f.applyAsDouble(theta);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            double[] p = theta.clone();
            for (int i = 0; i < p.length; i++) {
                double h = 1e-5 * Math.max(1, Math.abs(theta[i]));
                p[i] = theta[i] + h;
                double up = f.applyAsDouble(p);
                p[i] = theta[i] - h;
                gradient[i] = (up - f.applyAsDouble(p)) / (2 * h);
                p[i] = theta[i];
            }
            return value(theta);
        }
    }

    /** A rule that does not move: tracks need one, pictures only its learning rate. */
    public record Still(double learningRate) implements Optimizer {
        @Override
        public List<Memory> memory() {
            return List.of();
        }

        @Override
        public void advance(Objective f, State s) {
            throw new UnsupportedOperationException("stands still");
        }
    }

    /** A path of given points; loss and gradient are the objective's there. */
    public record Path(Objective objective, List<Vec> points, double rate, Outcome outcome) implements Trajectory {
        @Override
        public int dimension() {
            return objective.dimension();
        }

        @Override
        public int last() {
            return points.size() - 1;
        }

        @Override
        public double theta(int step, int i) {
            return points.get(step).get(i);
        }

        @Override
        public double loss(int step) {
            return objective.value(points.get(step).toArray());
        }

        @Override
        public double gradientNorm(int step) {
            return gradient(step).norm();
        }

        @Override
        public double stepLength(int step) {
            if (step == 0) {
                return 0;
            }
            double sum = 0;
            for (int i = 0; i < dimension(); i++) {
                sum += Math.pow(theta(step, i) - theta(step - 1, i), 2);
            }
            return Math.sqrt(sum);
        }

        @Override
        public double learningRate(int step) {
            return rate;
        }

        @Override
        public Iterate iterate(int step) {
            return new Iterate(step, points.get(step), loss(step), gradient(step), Map.of());
        }

        private Vec gradient(int step) {
            double[] g = new double[dimension()];
            objective.valueAndGradient(points.get(step).toArray(), g);
            return Vec.of(g);
        }
    }

    /** An update rule as a lambda: (theta, gradient, memory of 4 n zeros, step from 1) moves theta in place. */
    public interface Rule {
        void move(double[] theta, double[] g, double[] memory, int t);
    }

    public static Appearance appearance(String name, List<Range> window, Vec start, Vec... minima) {
        return new Appearance(name, "", window.size() == 1 ? List.of("\\theta_1") : List.of("x", "y"), window, start, List.of(minima));
    }

    public static Made rosenbrock() {
        return new Made(2, p -> Math.pow(1 - p[0], 2) + 100 * Math.pow(p[1] - p[0] * p[0], 2),
                appearance("Rosenbrock", List.of(new Range(-2, 2), new Range(-1, 3)), Vec.of(-0.2, 2.6), Vec.of(1, 1)));
    }

    /** The bowl (x^2 + y^2) / 2 over [-4, 4]^2. */
    public static Made bowl() {
        return new Made(2, p -> (p[0] * p[0] + p[1] * p[1]) / 2,
                appearance("Bowl", List.of(new Range(-4, 4), new Range(-4, 4)), Vec.of(3, 2), Vec.of(0, 0)));
    }

    /** The parabola (x - 1)^2 over [-3, 5]. */
    public static Made parabola() {
        return new Made(1, p -> (p[0] - 1) * (p[0] - 1),
                appearance("Parabola", List.of(new Range(-3, 5)), Vec.of(-2.5), Vec.of(1)));
    }

    /** A cost that is its only parameter, over [0, 1]: a path of points then has just these losses. */
    public static Made identity() {
        return new Made(1, p -> p[0], appearance("Identity", List.of(new Range(0, 1)), Vec.of(0.5)));
    }

    /** A path with just these losses. */
    public static Trajectory losses(Outcome outcome, double... losses) {
        return new Path(identity(), java.util.Arrays.stream(losses).mapToObj(Vec::of).toList(), 0.1, outcome);
    }

    /** A path that a rule walks from the objective's start; ends where it is not finite or beyond 1e6. */
    public static Trajectory walk(Objective f, double rate, int steps, Rule rule) {
        double[] theta = f.appearance().start().toArray();
        double[] g = new double[theta.length];
        double[] memory = new double[4 * theta.length];
        List<Vec> points = new ArrayList<>(List.of(Vec.of(theta)));
        for (int t = 1; t <= steps; t++) {
            f.valueAndGradient(theta, g);
            rule.move(theta, g, memory, t);
            points.add(Vec.of(theta));
            if (!(Vec.of(theta).norm() < 1e6) || !Double.isFinite(f.value(theta))) {
                return new Path(f, points, rate, new Outcome.Diverged(t));
            }
        }
        return new Path(f, points, rate, new Outcome.OutOfSteps(steps));
    }

    public static Trajectory descend(Objective f, double rate, int steps) {
        return walk(f, rate, steps, (x, g, m, t) -> {
            for (int i = 0; i < x.length; i++) {
                x[i] -= rate * g[i];
            }
        });
    }

    public static Track track(int style, String id, String name, Trajectory path) {
        return new Track(Run.of(Spec.of(id), style), name, new Still(path.learningRate(0)), path);
    }

    /** Six optimizers on Rosenbrock, as in the target pictures. */
    public static List<Track> six() {
        Objective f = rosenbrock();
        int n = 300;
        return List.of(track(0, "gradient-descent", "GD", descend(f, 0.0044, n)),
                track(1, "momentum", "Momentum", walk(f, 0.0003, n, (x, g, m, t) -> {
                    for (int i = 0; i < 2; i++) {
                        m[i] = 0.9 * m[i] + 0.0003 * g[i];
                        x[i] -= m[i];
                    }
                })),
                track(2, "nag", "NAG", walk(f, 0.0008, n, (x, g, m, t) -> {
                    double[] ahead = {x[0] - 0.9 * m[0], x[1] - 0.9 * m[1]};
                    double[] there = new double[2];
                    f.valueAndGradient(ahead, there);
                    for (int i = 0; i < 2; i++) {
                        m[i] = 0.9 * m[i] + 0.0008 * there[i];
                        x[i] -= m[i];
                    }
                })),
                track(3, "adagrad", "Adagrad", walk(f, 1.2, n, (x, g, m, t) -> {
                    for (int i = 0; i < 2; i++) {
                        m[i] += g[i] * g[i];
                        x[i] -= 1.2 * g[i] / (Math.sqrt(m[i]) + 1e-8);
                    }
                })),
                track(4, "rmsprop", "RMSprop", walk(f, 0.03, n, (x, g, m, t) -> {
                    for (int i = 0; i < 2; i++) {
                        m[i] = 0.9 * m[i] + 0.1 * g[i] * g[i];
                        x[i] -= 0.03 * g[i] / (Math.sqrt(m[i]) + 1e-8);
                    }
                })),
                track(5, "adam", "Adam", walk(f, 0.3, n, (x, g, m, t) -> {
                    for (int i = 0; i < 2; i++) {
                        m[i] = 0.9 * m[i] + 0.1 * g[i];
                        m[2 + i] = 0.999 * m[2 + i] + 0.001 * g[i] * g[i];
                        x[i] -= 0.3 * m[i] / (1 - Math.pow(0.9, t)) / (Math.sqrt(m[2 + i] / (1 - Math.pow(0.999, t))) + 1e-8);
                    }
                })));
    }

    /** A frame of an objective of one or two parameters seen as it is, with these tracks and the minima it knows. */
    public static Frame frame(Objective f, List<Track> tracks, int step) {
        Appearance a = f.appearance();
        List<Range> w = a.window();
        int nx = w.size() == 1 ? 801 : 201;
        int ny = w.size() == 1 ? 1 : 201;
        double[] values = new double[nx * ny];
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                double x = w.get(0).at(i / (nx - 1.0));
                values[j * nx + i] = f.value(w.size() == 1 ? new double[] {x} : new double[] {x, w.get(1).at(j / (ny - 1.0))});
            }
        }
        List<CriticalPoint> known = a.minima().stream().map(
                m -> new CriticalPoint(CriticalPoint.Kind.MINIMUM, m, f.value(m.toArray()), Vec.of(), true)).toList();
        Experiment e = Experiment.of(Spec.of("fixture")).withRuns(tracks.stream().map(Track::run).toList()).withStep(step);
        Grid grid = new Grid(w.get(0), w.size() == 1 ? new Range(0, 1) : w.get(1), nx, ny, values);
        return new Frame(e, new Scene(f, Slice.axes(w), a.start(), known), grid, tracks, step, Optional.empty());
    }

    /** The frame of the target pictures: Rosenbrock, six optimizers, step 137, Adam selected. */
    public static Frame race() {
        Frame f = frame(rosenbrock(), six(), 137);
        return f.withLook(f.experiment().look().withSelected(5));
    }

    /** How many pixels of two pictures of one size are far from equal. */
    public static int differing(BufferedImage one, BufferedImage other) {
        int differing = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                int apart = Math.abs((a >> 16 & 0xff) - (b >> 16 & 0xff)) + Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff))
                        + Math.abs((a & 0xff) - (b & 0xff));
                differing += apart > 120 ? 1 : 0;
            }
        }
        return differing;
    }

    /** A picture of one view on the theme's canvas. */
    public static BufferedImage image(Painter painter, Frame frame, Style style, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(style.theme().canvas());
        g.fillRect(0, 0, width, height);
        painter.paint(g, new Rectangle2D.Double(0, 0, width, height), frame);
        g.dispose();
        return image;
    }

    public static void save(BufferedImage image, String file) {
        try {
            ImageIO.write(image, "png", new File(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
