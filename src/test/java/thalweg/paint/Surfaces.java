package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import thalweg.catalog.Spec;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Camera;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.experiment.Scene;
import thalweg.experiment.Track;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint;
import thalweg.slice.Slice;

/** Frames of surfaces over [-1, 1]^2, where parameters are the world's coordinates, and pictures of them. */
final class Surfaces {
    static final Style STILL = Style.of(Theme.LIGHT);
    static final Style MOVING = STILL.withStill(false);
    static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 400, 320);

    /** Blue of the first run. */
    static final int BLUE = 0x0072B2;

    private Surfaces() {
    }

    /** A frame of a function without runs; the start lies in a corner, where it is in nobody's way. */
    static Frame of(DoubleBinaryOperator f, Camera camera) {
        return of(f, camera, 101, List.of());
    }

    static Frame of(DoubleBinaryOperator f, Camera camera, int nodes, List<Track> tracks) {
        Range range = new Range(-1, 1);
        Fixtures.Made made = new Fixtures.Made(2, p -> f.applyAsDouble(p[0], p[1]),
                Fixtures.appearance("made", List.of(range, range), Vec.of(0.99, 0.99)));
        double[] values = new double[nodes * nodes];
        for (int k = 0; k < values.length; k++) {
            values[k] = f.applyAsDouble(range.at(k % nodes / (nodes - 1.0)), range.at(k / nodes / (nodes - 1.0)));
        }
        Experiment e = Experiment.of(Spec.of("fixture")).withRuns(tracks.stream().map(Track::run).toList());
        Scene scene = new Scene(made, Slice.axes(List.of(range, range)), made.appearance().start(), List.of());
        int last = tracks.stream().mapToInt(t -> t.trajectory().last()).max().orElse(0);
        return new Frame(e.withLook(e.look().withCamera(camera)), scene, new Grid(range, range, nodes, nodes, values), tracks, last,
                Optional.empty());
    }

    static Camera from(double azimuth, double elevation) {
        return new Camera(azimuth, elevation, 1, true, false);
    }

    /** Straight from above without perspective: the surface in place, whatever its height. */
    static Camera above() {
        return new Camera(-90, 90, 1, false, false);
    }

    /** A run of the first style through these points. */
    static Track run(List<Vec> points) {
        return Fixtures.track(0, "gradient-descent", "GD", path(points, new Outcome.OutOfSteps(points.size() - 1)));
    }

    static Trajectory path(List<Vec> points, Outcome outcome) {
        return new Fixtures.Path(new Fixtures.Made(2, _ -> 0,
                Fixtures.appearance("path", List.of(new Range(-1, 1), new Range(-1, 1)), points.getFirst())),
                points, 0.1, outcome);
    }

    static Frame marked(Frame frame, CriticalPoint... points) {
        Scene s = frame.scene();
        return new Frame(frame.experiment(), new Scene(s.objective(), s.slice(), s.start(), List.of(points)), frame.grid(), frame.tracks(),
                frame.step(), frame.hover());
    }

    static Frame looked(Frame frame, java.util.function.UnaryOperator<Look> change) {
        return frame.withLook(change.apply(frame.experiment().look()));
    }

    static BufferedImage picture(Frame frame, Style style) {
        return picture(frame, style, Memo.NONE, 1);
    }

    static BufferedImage picture(Frame frame, Style style, Memo memo, double scale) {
        return picture(frame, style, memo, scale, AREA);
    }

    static BufferedImage picture(Frame frame, Style style, Memo memo, double scale, Rectangle2D area) {
        BufferedImage image = new BufferedImage((int) (area.getWidth() * scale), (int) (area.getHeight() * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        g.setColor(style.theme().canvas());
        g.fill(area);
        new SurfacePainter(style, memo).paint(g, area, frame);
        g.dispose();
        return image;
    }

    static SurfaceView view(Frame frame) {
        return SurfaceView.of(frame, AREA, STILL, Memo.NONE);
    }

    /** Where a point of the surface is seen. */
    static Point2D seen(Frame frame, double x, double y) {
        SurfaceView view = view(frame);
        return view.projection().point(x, y, view.terrain().mesh().height(x, y));
    }

    static int at(BufferedImage image, Point2D p) {
        return image.getRGB((int) Math.floor(p.getX()), (int) Math.floor(p.getY())) & 0xffffff;
    }

    /** The largest difference of two colours in red, green or blue. */
    static int apart(int a, int b) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
        }
        return most;
    }

    static int count(BufferedImage image, int colour, int tolerance) {
        int n = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                n += apart(image.getRGB(x, y), colour) <= tolerance ? 1 : 0;
            }
        }
        return n;
    }

    static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** A memory as the window has it. */
    static Memo memo() {
        Map<String, Object[]> parts = new HashMap<>();
        return new Memo() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T get(String part, Object key, Supplier<T> make) {
                Object[] kept = parts.get(part);
                if (kept == null || !kept[0].equals(key)) {
                    kept = new Object[] {key, make.get()};
                    parts.put(part, kept);
                }
                return (T) kept[1];
            }
        };
    }
}
