package thalweg.paint;

import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
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
        all(out);
        Fixtures.save(Fixtures.image(loss, Fixtures.frame(Fixtures.bowl(), List.of(), 0), light, 560, 360), out + "loss-empty.png");
    }

    /** The race of the target pictures, by the program itself. */
    static Frame real(String objective, int steps, int step, String... optimizers) {
        List<Run> runs = new ArrayList<>();
        for (String optimizer : optimizers) {
            runs.add(Run.of(Spec.parse(optimizer), runs.size()));
        }
        Experiment e = Experiment.of(Spec.parse(objective)).withRuns(runs).withStop(StopRule.steps(steps)).withStep(step);
        return Frames.frame(e.withLook(e.look().withSelected(runs.size() - 1)));
    }

    static Frame six() {
        return real("rosenbrock", 300, 137, "gradient-descent(learningRate=0.0044)", "momentum(learningRate=0.0003)",
                "nag(learningRate=0.0008)", "adagrad(learningRate=1.2)", "rmsprop(learningRate=0.03)", "adam(learningRate=0.3)");
    }

    private static void all(String out) {
        Frame six = six();
        for (Theme theme : Theme.values()) {
            Style style = Style.of(theme);
            Fixtures.save(Fixtures.image(Composition.of(List.of(Views.of("contour"), Views.of("surface"), Views.of("loss"), Views.of("table")),
                    style), six, style, 1600, 1000), out + "all-" + theme + ".png");
        }
        Style light = Style.of(Theme.LIGHT);
        Style room = new Style(Theme.LIGHT, 1.7, true);
        Fixtures.save(Fixtures.image(Composition.of(List.of(Views.of("contour"), Views.of("surface"), Views.of("loss")), light), six, light,
                1600, 1000), out + "all-three.png");
        Fixtures.save(Fixtures.image(Composition.of(List.of(Views.of("contour"), Views.of("surface")), room), six, room, 1280, 720),
                out + "all-room.png");
        Fixtures.save(Fixtures.image(new Composition(List.of(Views.of("contour")), true, light, _ -> Memo.NONE), six, light, 1280, 800),
                out + "all-runs.png");
        Fixtures.save(Fixtures.image(Composition.of(List.of(Views.of("contour"), Views.of("surface")), light), six, light, 800, 400),
                out + "all-two.png");
        for (String line : List.of("parabola", "double-well", "waves", "plateau", "absolute", "tea")) {
            Frame f = real(line, 60, 6, "gradient-descent(learningRate=0.1)");
            Fixtures.save(Fixtures.image(new CurvePainter(light, Memo.NONE), f, light, 572, 352), out + "line-" + line + ".png");
        }
    }

    private static void compositions(String out) {
        Style light = Style.of(Theme.LIGHT);
        Fixtures.save(Fixtures.image(new Composition(List.of(Views.of("loss")), true, light, _ -> Memo.NONE), Fixtures.race(), light, 1280, 800),
                out + "composition-runs.png");
        Fixtures.save(Fixtures.image(Composition.of(List.of(Views.of("curve")), light), many(), light, 560, 360),
                out + "composition-legend.png");
    }

    private static void tables(String out) {
        Frame frame = six();
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
