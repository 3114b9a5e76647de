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
        Fixtures.save(Fixtures.image(loss, race.at(300).withLook(look.withMeasure(Look.Measure.GAP)), light, 560, 360), out + "loss-gap.png");
        Fixtures.save(Fixtures.image(loss, race.withLook(look.withLossScale(Look.Scale.LINEAR)), light, 560, 360), out + "loss-linear.png");
        Fixtures.save(Fixtures.image(loss, many(), light, 560, 360), out + "loss-many.png");
        Style room = new Style(Theme.LIGHT, 1.7, true);
        Fixtures.save(Fixtures.image(new LossPainter(room, Memo.NONE), race, room, 640, 536), out + "loss-room.png");
        curves(out);
        Fixtures.save(Fixtures.image(loss, Fixtures.frame(Fixtures.bowl(), List.of(), 0), light, 560, 360), out + "loss-empty.png");
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
        Fixtures.save(Fixtures.image(new CurvePainter(light, Memo.NONE), Fixtures.frame(pole, List.of(), 0), light, 560, 360), out + "curve-pole.png");
        Fixtures.save(Fixtures.image(new CurvePainter(light, Memo.NONE), Fixtures.frame(steep, List.of(), 0), light, 560, 360), out + "curve-steep.png");
        Fixtures.save(Fixtures.image(new CurvePainter(light, Memo.NONE), Fixtures.race(), light, 560, 360), out + "curve-wrong.png");
    }

    /** Twelve runs on a bowl. */
    static Frame many() {
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tracks.add(Fixtures.track(i, "gradient-descent", "GD " + (0.001 * Math.pow(2, i)), Fixtures.descend(Fixtures.bowl(), 0.001 * Math.pow(2, i), 100)));
        }
        return Fixtures.frame(Fixtures.bowl(), tracks, 60);
    }
}
