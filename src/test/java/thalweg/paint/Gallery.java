package thalweg.paint;

import java.util.ArrayList;
import java.util.List;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.experiment.Track;

/** Writes pictures of the charts into a folder, to be looked at: {@code Gallery FOLDER}. */
public final class Gallery {
    private Gallery() {
    }

    public static void main(String[] args) {
        String out = args[0] + "/";
        Frame race = Fixtures.race().withHover(java.util.Optional.of(new Hover(2, 10)));
        for (Theme theme : Theme.values()) {
            Style style = Style.of(theme);
            Plot loss = new LossPainter(style, Memo.NONE);
            String t = theme.name().toLowerCase(java.util.Locale.ROOT);
            Fixtures.save(Fixtures.image(loss, race, style, 572, 324), out + "loss-" + t + ".png");
        }
        Style light = Style.of(Theme.LIGHT);
        Plot loss = new LossPainter(light, Memo.NONE);
        Fixtures.save(Fixtures.image(loss, race, light, 300, 200), out + "loss-small.png");
        Fixtures.save(Fixtures.image(loss, race, light, 110, 80), out + "loss-tiny.png");
        Fixtures.save(Fixtures.image(loss, race.at(0), light, 560, 360), out + "loss-start.png");
        Look look = race.experiment().look();
        Fixtures.save(Fixtures.image(loss, race.at(300).withLook(look.withMeasure(Look.Measure.GAP)), light, 560, 360),
                out + "loss-gap.png");
        Fixtures.save(Fixtures.image(loss, race.withLook(look.withLossScale(Look.Scale.LINEAR)), light, 560, 360), out + "loss-linear.png");
        Fixtures.save(Fixtures.image(loss, many(), light, 560, 360), out + "loss-many.png");
        Style room = new Style(Theme.LIGHT, 1.7, true);
        Fixtures.save(Fixtures.image(new LossPainter(room, Memo.NONE), race, room, 640, 536), out + "loss-room.png");
        curves(out);
        tables(out);
        compositions(out);
        Fixtures.save(Fixtures.image(loss, Fixtures.frame(Fixtures.bowl(), List.of(), 0), light, 560, 360), out + "loss-empty.png");
    }

    /** Adam with its rule and memory, as the catalog will give it. */
    @thalweg.catalog.Entry(id = "shown", label = "Shown", latex = "\\begin{array}{l}m \\leftarrow \\beta_1 m + (1-\\beta_1)\\,g\\qquad v \\leftarrow \\beta_2 v + (1-\\beta_2)\\,g^2\\\\"
            + "\\hat m = \\frac{m}{1-\\beta_1^t}\\qquad \\hat v = \\frac{v}{1-\\beta_2^t}\\\\"
            + "\\theta \\leftarrow \\theta - \\alpha\\,\\frac{\\hat m}{\\sqrt{\\hat v} + \\varepsilon}\\end{array}")
    record Shown(double learningRate) implements thalweg.optimizer.Optimizer {
        @Override
        public List<thalweg.optimizer.Memory> memory() {
            return List.of(thalweg.optimizer.Memory.vector("m"), thalweg.optimizer.Memory.vector("v"));
        }

        @Override
        public void advance(thalweg.objective.Objective f, thalweg.optimizer.State s) {
            throw new UnsupportedOperationException();
        }
    }

    private static void compositions(String out) {
        Style light = Style.of(Theme.LIGHT);
        Frame race = Fixtures.race();
        Fixtures.save(Fixtures.image(Composition.of(List.of(Views.of("surface"), Views.of("loss"), Views.of("table")), light), race, light,
                1600, 1000),
                out + "composition.png");
        Fixtures.save(Fixtures.image(new Composition(List.of(Views.of("loss")), true, light, _ -> Memo.NONE), race, light, 1280, 800),
                out + "composition-runs.png");
        Fixtures.save(Fixtures.image(Composition.of(List.of(Views.of("curve")), light), many(), light, 560, 360),
                out + "composition-legend.png");
    }

    private static void tables(String out) {
        Frame race = Fixtures.race();
        List<Track> tracks = new ArrayList<>(race.tracks());
        Track adam = tracks.get(5);
        tracks.set(5, new Track(adam.run(), adam.name(), new Shown(0.3), new Remembering(adam.trajectory())));
        Frame frame = new Frame(race.experiment(), race.scene(), race.grid(), tracks, 137, race.hover());
        for (Theme theme : Theme.values()) {
            Style style = Style.of(theme);
            Fixtures.save(Fixtures.image(new TablePainter(style, Memo.NONE), frame, style, 572, 324), out + "table-" + theme + ".png");
        }
        Style light = Style.of(Theme.LIGHT);
        Style room = new Style(Theme.LIGHT, 1.7, true);
        Fixtures.save(Fixtures.image(new TablePainter(room, Memo.NONE), frame, room, 1280, 720), out + "table-room.png");
        Fixtures.save(Fixtures.image(new TablePainter(light, Memo.NONE), frame, light, 300, 200), out + "table-small.png");
        Fixtures.save(Fixtures.image(new TablePainter(light, Memo.NONE), many(), light, 300, 200), out + "table-many-small.png");
        Fixtures.save(Fixtures.image(new TablePainter(light, Memo.NONE), many(), light, 560, 360), out + "table-many.png");
        Frame big = frame.withLook(frame.experiment().look().withSelected(5)).at(300);
        Fixtures.save(Fixtures.image(new TablePainter(light, Memo.NONE), big, light, 1280, 800), out + "table-big.png");
    }

    private record Remembering(thalweg.descent.Trajectory path) implements thalweg.descent.Trajectory {
        @Override
        public int dimension() {
            return path.dimension();
        }

        @Override
        public int last() {
            return path.last();
        }

        @Override
        public double theta(int step, int i) {
            return path.theta(step, i);
        }

        @Override
        public double loss(int step) {
            return path.loss(step);
        }

        @Override
        public double gradientNorm(int step) {
            return path.gradientNorm(step);
        }

        @Override
        public double stepLength(int step) {
            return path.stepLength(step);
        }

        @Override
        public double learningRate(int step) {
            return path.learningRate(step);
        }

        @Override
        public thalweg.descent.Outcome outcome() {
            return path.outcome();
        }

        @Override
        public thalweg.descent.Iterate iterate(int step) {
            thalweg.descent.Iterate i = path.iterate(step);
            return new thalweg.descent.Iterate(step, i.theta(), i.loss(), i.gradient(),
                    java.util.Map.of("m", thalweg.math.Vec.of(-1.986, -0.037), "v", thalweg.math.Vec.of(124.5, 75.1)));
        }
    }

    private static void curves(String out) {
        Style light = Style.of(Theme.LIGHT);
        Style dark = Style.of(Theme.DARK);
        Style room = new Style(Theme.LIGHT, 1.7, true);
        Fixtures.Made p = Fixtures.parabola();
        Frame one = Fixtures.frame(p, List.of(Fixtures.track(0, "gradient-descent", "GD", Fixtures.descend(p, 0.1, 40))), 2);
        Frame two = Fixtures.frame(p, List.of(Fixtures.track(0, "gradient-descent", "GD", Fixtures.descend(p, 0.1, 40)),
                Fixtures.track(1, "momentum", "Large", Fixtures.descend(p, 0.97, 40))), 5);
        Frame noisy = new Frame(one.experiment().withNoise(2), one.scene(), one.grid(), one.tracks(), 1, one.hover());
        Fixtures.Made pole = new Fixtures.Made(1, q -> Math.tan(q[0]) + (q[0] > 2 && q[0] < 2.5 ? Double.NaN : 0),
                Fixtures.appearance("Pole", List.of(new thalweg.math.Range(-3, 5)), thalweg.math.Vec.of(-1)));
        Fixtures.Made steep = new Fixtures.Made(1, q -> Math.exp(6 * q[0]) + 1,
                Fixtures.appearance("Steep", List.of(new thalweg.math.Range(-3, 5)), thalweg.math.Vec.of(-1)));
        Fixtures.save(Fixtures.image(new CurvePainter(light, Memo.NONE), one, light, 572, 352), out + "curve-one.png");
        Fixtures.save(Fixtures.image(new CurvePainter(dark, Memo.NONE), two, dark, 572, 352), out + "curve-two.png");
        Fixtures.save(Fixtures.image(new CurvePainter(light, Memo.NONE), noisy, light, 572, 352), out + "curve-noise.png");
        Fixtures.save(Fixtures.image(new CurvePainter(room, Memo.NONE), one, room, 640, 536), out + "curve-room.png");
        Fixtures.save(Fixtures.image(new CurvePainter(light, Memo.NONE), one, light, 300, 200), out + "curve-small.png");
        Fixtures.save(Fixtures.image(new CurvePainter(light, Memo.NONE), Fixtures.frame(pole, List.of(), 0), light, 560, 360),
                out + "curve-pole.png");
        Fixtures.save(Fixtures.image(new CurvePainter(light, Memo.NONE), Fixtures.frame(steep, List.of(), 0), light, 560, 360),
                out + "curve-steep.png");
        Fixtures.save(Fixtures.image(new CurvePainter(light, Memo.NONE), Fixtures.race(), light, 560, 360), out + "curve-wrong.png");
    }

    /** Twelve runs on a bowl. */
    static Frame many() {
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tracks.add(Fixtures.track(i, "gradient-descent", "GD " + (0.001 * Math.pow(2, i)),
                    Fixtures.descend(Fixtures.bowl(), 0.001 * Math.pow(2, i), 100)));
        }
        return Fixtures.frame(Fixtures.bowl(), tracks, 60);
    }
}
