package thalweg.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Value;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frames;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;
import thalweg.optimizer.Optimizers;

/**
 * Every number that the captions of our lessons state, computed anew by the program: in the order of the caption, to the digits that stand there. A
 * number that is not listed here fails the test.
 */
class LessonNumbersTest {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.^{])[\u2212-]?\\d[\\d,]*(?:\\.\\d+)?(?:/\\d+)?(?:\\^\\{[\u2212-]?\\d+})?");

    /** A scene carried out, as far as somebody asks, without a picture. */
    private record Shown(LessonScene lesson, Scene scene, Map<Integer, Trajectory> paths) {
        Run run(int track) {
            return lesson.experiment().runs().get(track);
        }

        double rate(int track) {
            return Optimizers.CATALOG.make(run(track).optimizer()).learningRate();
        }

        Trajectory path(int track) {
            return paths.computeIfAbsent(track, i -> Frames.trajectory(lesson.experiment(), scene, run(i), () -> false));
        }

        double theta(int track, int step, int i) {
            return path(track).theta(step, i);
        }

        /** The part of the distance from the minimum at 0 that a step leaves, at the end of a path. */
        double left(int track, int i) {
            int last = path(track).last();
            return Math.abs(theta(track, last, i) / theta(track, last - 1, i));
        }

        double setting(int track, String knob) {
            return ((Value.Num) Optimizers.CATALOG.settings(run(track).optimizer()).get(knob)).number();
        }

        /** The step of the gradient check on screen. */
        double h() {
            return lesson.experiment().look().focus().h();
        }

        double cost(double... theta) {
            return scene.objective().evaluator().value(theta);
        }
    }

    private static final Map<String, Function<Shown, double[]>> CLAIMS = Map.ofEntries(
            Map.entry("Minimum or maximum", s -> new double[] {10 * s.theta(0, 0, 0), 10 * s.theta(0, s.path(0).last(), 0)}),
            Map.entry("One parameter", s -> new double[] {1, 1, 2, 2, 3, 3, 0, s.cost(0), 0.5, s.cost(0.5), 1, s.cost(1)}),
            Map.entry("Two parameters", s -> new double[] {50, 0.06}),
            Map.entry("The learning rate", s -> new double[] {s.rate(0), 100 * s.theta(0, 25, 0) / s.theta(0, 0, 0), 25, s.rate(1), s.rate(2)}),
            Map.entry("Local minimum", s -> new double[] {s.theta(0, s.path(0).last(), 0)}),
            Map.entry("Numerical gradient", s -> new double[] {s.h(), s.cost(0.34, -1.11), s.cost(0.34 + s.h(), -1.11),
                (s.cost(0.34 + s.h(), -1.11) - s.cost(0.34, -1.11)) / s.h()}),
            Map.entry("The cost of a network", s -> new double[] {s.scene().study().orElseThrow().cost().architecture().layers().getLast().out(),
                s.lesson().experiment().learning().orElseThrow().l2()}),
            Map.entry("Batches", s -> new double[] {s.scene().study().orElseThrow().cost().samples(), s.run(1).batch()}),
            Map.entry("30,730 parameters", s -> new double[] {s.scene().study().orElseThrow().cost().architecture().inputs(),
                s.scene().study().orElseThrow().cost().architecture().layers().getLast().out()}),
            Map.entry("A plane in 30,730 dimensions", s -> new double[] {s.scene().objective().dimension()}),
            Map.entry("The factor of a step", s -> new double[] {s.rate(0), 100 * s.left(0, 0), s.rate(1), s.rate(2), 100 * s.left(2, 0)}),
            Map.entry("The steepest direction decides", s -> new double[] {s.cost(0, 1) / s.cost(1, 0), s.rate(0), s.rate(1)}),
            Map.entry("The best fixed rate", s -> new double[] {s.left(0, 0)}),
            Map.entry("No slope, no step", s -> new double[] {s.rate(0),
                IntStream.rangeClosed(0, 200).filter(k -> s.path(0).loss(k) < s.path(0).loss(0) / 2).findFirst().orElseThrow()}),
            Map.entry("Both at their best", s -> new double[] {s.cost(0, 1) / s.cost(1, 0), s.left(0, 0), s.left(1, 0)}),
            Map.entry("Where it is stable", s -> new double[] {2, s.setting(0, "momentum"), 2 + 2 * s.setting(0, "momentum"), 2 * s.rate(0),
                    2 * s.rate(1)}),
            Map.entry("The map of rates", s -> new double[] {s.cost(2 + 2 * 0.5, 0.5)}),
            Map.entry("Looking ahead", s -> new double[] {s.setting(1, "momentum")}),
            Map.entry("A point that attracts and repels", s -> new double[] {s.theta(0, 0, 1)}),
            Map.entry("Without noise", s -> new double[] {s.theta(0, s.path(0).last(), 1)}),
            Map.entry("Out of a shallow valley", s -> new double[] {deep(s).getFirst(), deep(s).size(), s.path(0).last()}),
            Map.entry("The first step of Adam", s -> new double[] {Math.abs(s.theta(0, 1, 0) - s.theta(0, 0, 0)),
                    Math.abs(s.theta(0, 1, 1) - s.theta(0, 0, 1)),
                100 * s.theta(0, 0, 1) / Math.abs(s.theta(0, 0, 0))}),
            Map.entry("Only along the axes", s -> new double[] {45}),
            Map.entry("Where epsilon stands", s -> new double[] {s.setting(0, "epsilon"), Math.sqrt(s.setting(0, "epsilon"))}),
            Map.entry("Bias correction", s -> new double[] {s.theta(0, 1, 0) - s.theta(0, 0, 0), s.theta(1, 1, 0) - s.theta(1, 0, 0)}),
            Map.entry("One direction", s -> new double[] {s.scene().objective().dimension()}),
            Map.entry("With shortcuts", s -> new double[] {s.path(0).gradientNorm(0), shown(scene("Without shortcuts")).path(0).gradientNorm(0)}),
            Map.entry("Far away", s -> new double[] {s.scene().slice().ranges().getFirst().width()}),
            Map.entry("Close by", s -> new double[] {s.scene().slice().ranges().getFirst().width()}));

    /** The steps at which the run is left of the hill of the double well, at 0.08. */
    private static List<Integer> deep(Shown s) {
        return IntStream.rangeClosed(0, s.path(0).last()).filter(k -> s.theta(0, k, 0) < 0.08).boxed().toList();
    }

    static Stream<LessonScene> scenes() {
        return Lessons.ALL.stream().flatMap(e -> e.read().scenes().stream());
    }

    private static Shown shown(LessonScene lesson) {
        return new Shown(lesson, Frames.scene(lesson.experiment()), new HashMap<>());
    }

    private static LessonScene scene(String title) {
        return scenes().filter(s -> s.title().equals(title)).findFirst().orElseThrow();
    }

    /** A number as it stands in a caption, and half a unit of its last digit. */
    private record Stated(double value, double precision) {
        static Stated of(String text) {
            String plain = text.replace("\u2212", "-").replace(",", "");
            if (plain.contains("/")) {
                String[] parts = plain.split("/");
                return new Stated(Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]), 2e-2);   // a rate in the long run, measured at the end
            }
            if (plain.contains("^{")) {
                String[] parts = plain.replace("}", "").split("\\^\\{");
                double value = Math.pow(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
                return new Stated(value, value * 1e-9);
            }
            int decimals = plain.contains(".") ? plain.length() - plain.indexOf('.') - 1 : 0;
            return new Stated(Double.parseDouble(plain), 0.5 * Math.pow(10, -decimals) * (1 + 1e-9));
        }

        /** The numbers of a text; points in brackets are two. */
        static List<Stated> in(String text) {
            List<Stated> all = new ArrayList<>();
            Matcher m = NUMBER.matcher(text.replaceAll("\\((\\d), (\\d)\\)", "$1 $2").replaceAll("_\\d", ""));
            while (m.find()) {
                all.add(of(m.group()));
            }
            return all;
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyNumberOfACaptionIsWhatTheProgramComputes(LessonScene lesson) {
        List<Stated> stated = Stated.in(lesson.caption());
        Function<Shown, double[]> claim = CLAIMS.get(lesson.title());
        if (stated.isEmpty()) {
            assertTrue(claim == null, "nothing is stated in '" + lesson.caption() + "'");
            return;
        }
        assertTrue(claim != null, "who computes the numbers of '" + lesson.caption() + "'?");
        double[] computed = claim.apply(shown(lesson));
        assertEquals(stated.size(), computed.length, () -> "'" + lesson.caption() + "' against " + Arrays.toString(computed));
        for (int i = 0; i < computed.length; i++) {
            assertEquals(computed[i], stated.get(i).value(), stated.get(i).precision(), "number " + (i + 1) + " of '" + lesson.caption() + "'");
        }
    }

    @Test
    void noClaimIsLeftOverAndNoTwoScenesAreCalledAlike() {
        List<String> titles = scenes().map(LessonScene::title).toList();
        Set<String> distinct = new TreeSet<>(titles);
        assertEquals(titles.size(), distinct.size());
        assertTrue(distinct.containsAll(CLAIMS.keySet()), () -> "claims of no scene in " + CLAIMS.keySet());
    }

    /** What formulas and sentences say that is no number of a caption. */
    @Test
    void whatIsSaidOfOutcomesHappens() {
        Shown rates = shown(scene("The steepest direction decides"));
        assertTrue(rates.path(0).loss(60) < 0.1 && rates.path(1).loss(60) > rates.path(1).loss(0), "below the limit it arrives, above it flies out");
        Shown zeros = shown(scene("All zeros"));
        assertEquals(0.693, zeros.path(0).loss(200), 5e-4);
        assertEquals(0, zeros.path(0).gradientNorm(0), 1e-12);
        assertTrue(shown(scene("Random weights")).path(0).loss(200) < 0.2, "the same network learns");
        Shown ridge = shown(scene("On the ridge"));
        assertTrue(ridge.path(0).gradientNorm(58) < 0.01 && ridge.theta(0, 58, 1) == 0, "it stops at the saddle");
        assertTrue(shown(scene("With a little noise")).path(0).loss(50) < -1, "noise leads away from it");
        Shown stable = shown(scene("Where it is stable"));
        assertTrue(stable.path(0).loss(120) < 1e-2 && stable.path(1).outcome() instanceof Outcome.Diverged
                || stable.path(1).loss(stable.path(1).last()) > 1e6);
        Shown overshooting = shown(scene("Slope and update"));
        assertTrue(IntStream.range(0, 12).allMatch(k -> overshooting.theta(0, k, 0) * overshooting.theta(0, k + 1, 0) < 0),
                "each step changes the side");
        Shown once = shown(scene("Simultaneous update"));
        assertTrue(once.theta(0, 1, 0) == once.theta(1, 1, 0) && once.theta(0, 1, 1) != once.theta(1, 1, 1),
                "only the second slope is taken elsewhere");
        Shown falling = shown(scene("A rate that falls"));
        assertTrue(late(falling.path(1)) < late(falling.path(0)) / 2, "the falling rate comes to rest");
        Shown inside = shown(scene("Where epsilon stands"));
        assertTrue(inside.path(0).loss(150) < 1e-6 && inside.path(1).loss(150) > 0.1, "inside, small slopes are taken for none");
        Shown turned = shown(scene("Only along the axes"));
        Shown straight = shown(scene("Badly scaled axes"));
        assertTrue(turned.path(1).loss(80) > 50 * straight.path(1).loss(80), "turned, Adagrad loses");
        Shown nag = shown(scene("Two forms of NAG"));
        assertEquals(ahead(nag, 5), nag.theta(1, 5, 1), 1e-9, "PyTorch's iterate is the point ahead");
    }

    private static double late(Trajectory path) {
        return IntStream.rangeClosed(path.last() - 60, path.last()).mapToDouble(path::loss).average().orElseThrow();
    }

    /** The point ahead of the look-ahead form: theta minus gamma v, where v is the last step taken back. */
    private static double ahead(Shown s, int k) {
        double v = s.theta(0, k - 1, 1) - s.theta(0, k, 1);
        return s.theta(0, k, 1) - s.setting(0, "momentum") * v;
    }
}
