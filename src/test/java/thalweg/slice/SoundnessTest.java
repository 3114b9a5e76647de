package thalweg.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.descent.Descent;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Chance;
import thalweg.math.Grid;
import thalweg.math.Purpose;
import thalweg.math.RandomWalk;
import thalweg.math.Range;
import thalweg.math.SymmetricOperator;
import thalweg.math.Vec;
import thalweg.network.Model;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;
import thalweg.optimizer.Memory;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Schedules;
import thalweg.optimizer.State;
import thalweg.slice.Finding.Level;
import thalweg.slice.Finding.Topic;

class SoundnessTest {
    private static final Range UNIT = new Range(-1, 1);

    /** The squared distance from 0, in three dimensions. */
    private record Sphere() implements Objective {
        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public double value(double[] t) {
            return t[0] * t[0] + t[1] * t[1] + t[2] * t[2];
        }

        @Override
        public double valueAndGradient(double[] t, double[] gradient) {
            for (int i = 0; i < 3; i++) {
                gradient[i] = 2 * t[i];
            }
            return value(t);
        }

        @Override
        public Optional<SymmetricOperator> hessianAt(double[] t) {
            return Optional.of(SymmetricOperator.of(3, new double[] {2, 0, 0, 0, 2, 0, 0, 0, 2}));
        }

        @Override
        public Appearance appearance() {
            return new Appearance("sphere", "", List.of(), List.of(), Vec.of(0, 0, 0), List.of());
        }
    }

    private static NetworkObjective model(String model, String data) {
        Model made = Models.CATALOG.make(Spec.parse(model));
        DataSet set = DataSources.CATALOG.make(Spec.parse(data)).make(1);
        return Networks.objective(made, set, made.loss(set.isClassified()), 0, 1);
    }

    private static Cut along(String directions, Normalisation length) {
        return new Cut(DirectionKinds.CATALOG.make(Spec.parse(directions)), Optional.empty(), Optional.of(length), true, List.of());
    }

    private static Plotted plotted(Objective f, Vec origin, Cut cut, int nodes, List<Walk> walks) {
        Vantage from = new Vantage(f, origin, List.of(), 1, () -> false);
        Slice slice = cut.of(from);
        return plotted(from, cut, slice.over(slice.directions().stream().map(_ -> UNIT).toList()), nodes, walks);
    }

    private static Plotted plotted(Vantage from, Cut cut, Slice slice, int nodes, List<Walk> walks) {
        Grid grid = Slices.sample(from.objective(), slice, nodes, slice.dimension() == 1 ? 1 : nodes, () -> false);
        return new Plotted(from, Optional.of(cut), slice, grid, walks);
    }

    /** A function of two parameters seen as it is. */
    private static Plotted plotted(String function, List<Range> window, int nodes) {
        Objective f = Objectives.CATALOG.make(Spec.parse(function));
        Slice slice = Slice.axes(window);
        return new Plotted(new Vantage(f, Vec.of(0, 0), List.of(), 1, () -> false), Optional.empty(), slice,
                Slices.sample(f, slice, nodes, nodes, () -> false), List.of());
    }

    private static List<Finding> of(Plotted plotted, Topic topic) {
        return Soundness.of(plotted, 0, () -> false).findings().stream().filter(f -> f.topic() == topic).toList();
    }

    private static Finding the(Plotted plotted, Topic topic) {
        List<Finding> all = of(plotted, topic);
        assertEquals(1, all.size(), topic.toString());
        return all.getFirst();
    }

    private static double figure(Finding finding, String name) {
        return finding.figures().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError("no " + name + " among " + finding.figures())).value();
    }

    /** PEERS, closed forms: without weights every class is as likely as any other. */
    @Test
    void theCentreOfTenClassesWithoutWeightsIsTheLogarithmOfTen() {
        NetworkObjective f = model("softmax", "digits(samples=50)");
        Finding centre = the(plotted(f, Vec.of(new double[f.dimension()]), along("random", Normalisation.UNIT), 5, List.of()), Topic.CENTRE);
        assertEquals(Math.log(10), figure(centre, "J on the grid"), 1e-14);
        assertEquals(Math.log(10), figure(centre, "J asked anew"), 1e-14);
        assertEquals(Level.FINE, centre.level());
    }

    /** Nine wrong classes, each a margin of 1 too near. */
    @Test
    void theCentreOfTenMarginsWithoutWeightsIsNine() {
        NetworkObjective f = model("svm", "digits(samples=50)");
        Finding centre = the(plotted(f, Vec.of(new double[f.dimension()]), along("random", Normalisation.UNIT), 5, List.of()), Topic.CENTRE);
        assertEquals(9, figure(centre, "J on the grid"), 1e-14);
        assertEquals(Level.FINE, centre.level());
    }

    @Test
    void aGridThatIsNotTheModelsIsSaidToBeWrong() {
        NetworkObjective f = model("softmax", "digits(samples=50)");
        Plotted right = plotted(f, Vec.of(new double[f.dimension()]), along("random", Normalisation.UNIT), 5, List.of());
        double[] values = IntStream.range(0, 25).mapToDouble(k -> right.grid().value(k % 5, k / 5)).toArray();
        values[12] *= 1 + 1e-8;
        Plotted wrong = new Plotted(right.from(), right.cut(), right.slice(), new Grid(UNIT, UNIT, 5, 5, values), List.of());
        assertEquals(Level.WRONG, the(wrong, Topic.CENTRE).level());
    }

    @Test
    void aRunThatRecordedAnotherCostAtTheOriginIsTold() {
        NetworkObjective f = model("softmax", "digits(samples=50)");
        Vec zero = Vec.of(new double[f.dimension()]);
        Projection origin = new Projection(Vec.of(0, 0), 0);
        Projection elsewhere = new Projection(Vec.of(0.5, 0.2), 0);
        Cut cut = along("random", Normalisation.UNIT);
        Finding same = the(plotted(f, zero, cut, 5, List.of(new Walk("Adam", 1, 0, origin, elsewhere, elsewhere, Math.log(10), 1.5, 1.5))),
                Topic.CENTRE);
        assertEquals(Level.FINE, same.level());
        assertEquals(Math.log(10), figure(same, "Adam recorded"), 0);
        Finding ended = the(plotted(f, zero, cut, 5, List.of(new Walk("Adam", 1, 0, elsewhere, elsewhere, origin, 1.5, 1.5, 2.31))), Topic.CENTRE);
        assertEquals(Level.WRONG, ended.level());
        assertTrue(ended.words().startsWith("Adam recorded another cost at the origin than this model has there: it ran on other data, or with"
                + " another model, loss or penalty. The grid is"), ended.words());
    }

    /** A path along a third axis from the origin leaves the plane of the first two by all of its length; one in the plane not at all. */
    @Test
    void aPathAcrossThePlaneLeavesItByAllOfItsLength() {
        Objective f = new Sphere();
        Vec zero = Vec.of(0, 0, 0);
        Cut cut = along("axes", Normalisation.NONE);
        Slice slice = cut.of(new Vantage(f, zero, List.of(), 1, () -> false));
        Walk across = Walk.of("Adam", List.of(zero, Vec.of(0, 0, 2), Vec.of(0, 0, 3)), slice);
        Walk within = Walk.of("GD", List.of(zero, Vec.of(0.3, 0.4, 0)), slice);
        Walk partly = Walk.of("NAG", List.of(zero, Vec.of(4, 0, 3)), slice);
        List<Finding> found = of(plotted(f, zero, cut, 5, List.of(across, within, partly)), Topic.PATH);
        assertEquals(1, figure(found.get(0), "off, of length"), 1e-15);
        assertEquals(3, figure(found.get(0), "farthest off"), 1e-15);
        assertEquals("Adam leaves this plane by 100 % of its length: do not read its height from it.", found.get(0).words());
        assertEquals(Level.WRONG, found.get(0).level());
        assertEquals(0, figure(found.get(0), "J on the plane below"), 0);
        assertEquals(0, figure(found.get(1), "off, of length"), 0);
        assertEquals(Level.FINE, found.get(1).level());
        assertEquals(0.25, figure(found.get(1), "J on the plane below"), 1e-15);
        assertEquals(0.6, figure(found.get(2), "off, of length"), 1e-15);
        assertTrue(found.get(2).words().endsWith(" It ends outside the window."), found.get(2).words());
    }

    @Test
    void nothingLeavesAPlaneThatShowsAllParameters() {
        assertEquals(List.of(), of(plotted("himmelblau", List.of(new Range(-5, 5), new Range(-5, 5)), 11), Topic.PATH));
    }

    /** The bowl of the lecture: 3 along x and 8 along y, at every point; differences of a parabola are exact but for rounding. */
    @Test
    void aParabolaCurvesAsItsHessianSays() {
        Finding bowl = the(plotted("formula(\"1.5*x^2 + 4*y^2\")", List.of(new Range(-1, 2), new Range(-3, 1)), 31), Topic.CURVATURE);
        assertEquals(Level.FINE, bowl.level());
        assertEquals(3, figure(bowl, "Hessian along a"), 1e-14);
        assertEquals(8, figure(bowl, "Hessian along b"), 1e-14);
        assertEquals(3, figure(bowl, "grid along a"), 1e-10);
        assertEquals(8, figure(bowl, "grid along b"), 1e-10);
    }

    @Test
    void directionsOfAnotherLengthCurveByItsSquare() {
        Objective f = Objectives.CATALOG.make(Spec.parse("formula(\"1.5*x^2 + 4*y^2\")"));
        Slice slice = new Slice(Vec.of(0.2, 0.1), List.of(Vec.of(2, 0), Vec.of(0, 0.5)), List.of(UNIT, UNIT));
        Finding found = the(plotted(new Vantage(f, Vec.of(0, 0), List.of(), 1, () -> false), along("axes", Normalisation.NONE), slice, 21, List.of()),
                Topic.CURVATURE);
        assertEquals(3 * 4, figure(found, "Hessian along a"), 1e-13);
        assertEquals(8 * 0.25, figure(found, "grid along b"), 1e-10);
        assertEquals("The grid curves as the Hessian says at its centre.", found.words());
    }

    @Test
    void wigglesWithinASpacingAreToldByTheHessian() {
        Finding found = the(plotted("formula(\"x^2 + y^2 + 0.01*cos(200*x)\")", List.of(UNIT, UNIT), 21), Topic.CURVATURE);
        assertEquals(Level.CAUTION, found.level());
    }

    @Test
    void kinksOfAModelAreNoMistakeOfTheGrid() {
        NetworkObjective f = model("mlp(hidden=8, activation=relu)", "moons(samples=40)");
        Finding found = the(plotted(f, f.appearance().start(), along("random", Normalisation.FILTER), 5, List.of()), Topic.CURVATURE);
        assertEquals(Level.FINE, found.level());
        assertTrue(found.words().contains("kinks"), found.words());
    }

    /** Rosenbrock's valley: eleven nodes step over it, and two hundred do not. */
    @Test
    void aGridTooCoarseForAValleyIsToldAndAFinerOneIsNot() {
        String valley = "formula(\"100*(y - x^2)^2 + (1 - x)^2\")";
        List<Range> window = List.of(new Range(-2, 2), new Range(-1, 3));
        assertEquals(Level.WRONG, the(plotted(valley, window, 11), Topic.GRID).level());
        assertEquals(Level.CAUTION, the(plotted(valley, window, 51), Topic.GRID).level());
        Finding fine = the(plotted(valley, window, 201), Topic.GRID);
        assertEquals(Level.FINE, fine.level());
        assertEquals(0.02, figure(fine, "spacing of a"), 1e-15);
    }

    @Test
    void aSlopeHidesNoValley() {
        Finding found = the(plotted("formula(\"3*x + y\")", List.of(UNIT, UNIT), 5), Topic.GRID);
        assertEquals("No valley crosses this window, so none can slip between the points of the grid.", found.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax digits(samples=40)", "svm digits(samples=40)", "logistic moons(samples=40)", "linear houses",
        "polynomial(degree=3) line"})
    void modelsOfOneLayerAreConvexOnTheirSlices(String both) {
        NetworkObjective f = model(both.split(" ")[0], both.split(" ")[1]);
        Finding found = the(plotted(f, f.appearance().start(), along("random", Normalisation.UNIT), 21, List.of()), Topic.CONVEXITY);
        assertEquals(0, figure(found, "bent down"), found.toString());
        assertEquals(2 * 21 * 19 + 2 * 19 * 19, figure(found, "triples of points"));
        assertEquals(Level.FINE, found.level());
    }

    @Test
    void aDentInWhatMustBeConvexIsWrong() {
        NetworkObjective f = model("softmax", "digits(samples=40)");
        Plotted right = plotted(f, f.appearance().start(), along("random", Normalisation.UNIT), 5, List.of());
        double[] values = IntStream.range(0, 25).mapToDouble(k -> right.grid().value(k % 5, k / 5)).toArray();
        values[7] += 1;
        Finding found = the(new Plotted(right.from(), right.cut(), right.slice(), new Grid(UNIT, UNIT, 5, 5, values), List.of()), Topic.CONVEXITY);
        assertEquals(Level.WRONG, found.level());
        assertTrue(figure(found, "bent down") >= 1);
        assertTrue(figure(found, "worst bend") < -1);
    }

    @Test
    void aModelOfTwoLayersIsNotAccused() {
        NetworkObjective f = model("mlp(hidden=8)", "moons(samples=40)");
        assertEquals(List.of(), of(plotted(f, f.appearance().start(), along("random", Normalisation.FILTER), 11, List.of()), Topic.CONVEXITY));
    }

    @Test
    void slantedDirectionsShearTheMap() {
        Objective f = Objectives.CATALOG.make(Spec.parse("formula(\"x^2 + y^2\")"));
        Slice slice = new Slice(Vec.of(0, 0), List.of(Vec.of(1, 0), Vec.of(3, Math.sqrt(27))), List.of(UNIT, UNIT));
        Finding found = the(plotted(new Vantage(f, Vec.of(0, 0), List.of(), 7, () -> false), along("axes", Normalisation.NONE), slice, 5, List.of()),
                Topic.DIRECTIONS);
        assertEquals(0.5, figure(found, "cosine between"), 1e-15);
        assertEquals(1, figure(found, "norm along a"), 0);
        assertEquals(6, figure(found, "norm along b"), 1e-15);
        assertEquals(7, figure(found, "seed"), 0);
        assertEquals("Directions: parameters; as long as they come. They meet at 60 degrees, so the map is sheared: do not read angles or distances"
                + " from it. A step along b is much longer than one along a.", found.words());
        assertEquals(Level.CAUTION, found.level());
    }

    @Test
    void directionsAlongOneLineMakeNoPlane() {
        Objective f = Objectives.CATALOG.make(Spec.parse("formula(\"x^2 + y^2\")"));
        Slice slice = new Slice(Vec.of(0, 0), List.of(Vec.of(1, 1), Vec.of(-2, -2)), List.of(UNIT, UNIT));
        Finding found = the(plotted(new Vantage(f, Vec.of(0, 0), List.of(), 7, () -> false), along("axes", Normalisation.NONE), slice, 5, List.of()),
                Topic.DIRECTIONS);
        assertEquals(Level.WRONG, found.level());
        assertTrue(found.words().contains("They lie along one line, so this is no plane"), found.words());
    }

    @Test
    void unitDirectionsStandAtRightAngles() {
        NetworkObjective f = model("softmax", "digits(samples=40)");
        Finding found = the(plotted(f, f.appearance().start(), along("random", Normalisation.UNIT), 5, List.of()), Topic.DIRECTIONS);
        assertEquals("Directions: random; each of length 1. They are at right angles.", found.words());
        assertEquals(Level.FINE, found.level());
    }

    /** The picture's own draw is the first, read from its grid; the others are sampled along other directions over the same ranges. */
    @Test
    void drawsOfRandomDirectionsStandSideBySide() {
        NetworkObjective f = model("softmax", "digits(samples=40)");
        Plotted plotted = plotted(f, f.appearance().start(), along("random", Normalisation.FILTER), 33, List.of());
        Soundness found = Soundness.of(plotted, 2, () -> false);
        assertEquals(3, found.draws().size());
        assertEquals(plotted.grid().value(16, 16), found.draws().getFirst().value(8, 8), 0);
        assertEquals(plotted.grid().value(16, 16), found.draws().get(1).value(8, 8), 0);
        assertFalse(found.draws().get(1).value(0, 0) == found.draws().getFirst().value(0, 0));
        assertFalse(found.draws().get(1).value(0, 0) == found.draws().get(2).value(0, 0));
        assertTrue(found.findings().stream().anyMatch(x -> x.topic() == Topic.DRAWS));
        Plotted fixed = plotted(f, f.appearance().start(), along("axes", Normalisation.NONE), 5, List.of());
        assertEquals(List.of(), Soundness.of(fixed, 2, () -> false).draws());
    }

    /** A path that goes somewhere, and one that goes nowhere in 1,000 dimensions. */
    @Test
    void principalComponentsOfARandomWalkAreToldToSayNothing() {
        Finding straight = variance(List.of(path((step, i) -> i == 0 ? step : i == 1 ? 0.01 * step * step
                : 0.01 * Chance.gaussian(1, Purpose.TEST, step * 1000L + i))));
        assertEquals(Level.FINE, straight.level());
        assertTrue(figure(straight, "variance along a") > 0.9, straight.toString());
        Finding walk = variance(List.of(path(wander(7))));
        assertEquals(Level.CAUTION, walk.level());
        assertEquals(RandomWalk.share(101, 1), figure(walk, "of a random walk"), 0);
        assertEquals(RandomWalk.share(101, 1), figure(walk, "variance along a"), 0.1 * RandomWalk.share(101, 1));
        assertEquals(RandomWalk.share(101, 2), figure(walk, "variance along b"), 0.1 * RandomWalk.share(101, 2));
        assertEquals("The shown directions hold hardly more of the variance of the path than of a random walk in many dimensions:"
                + " a high share alone shows no order.", walk.words());
        Finding both = variance(List.of(path(wander(7)), path(wander(8))));
        assertEquals(Level.CAUTION, both.level());
        assertEquals(RandomWalk.shares(List.of(101, 101), 2)[0], figure(both, "variance along a"), 0.1);
    }

    private static ToDoubleBiFunction<Integer, Integer> wander(long seed) {
        return (step, i) -> IntStream.range(0, step).mapToDouble(k -> Chance.gaussian(seed, Purpose.TEST, k * 1000L + i)).sum();
    }

    private static Trajectory path(ToDoubleBiFunction<Integer, Integer> theta) {
        Optimizer told = new Told(IntStream.rangeClosed(0, 100)
                .mapToObj(step -> Vec.of(IntStream.range(0, 1000).mapToDouble(i -> theta.applyAsDouble(step, i)).toArray())).toList());
        return Descent.of(new Flat(), told, Schedules.CATALOG.make(Spec.of("constant")), Vec.of(new double[1000]), StopRule.steps(100)).run();
    }

    private static Finding variance(List<Trajectory> paths) {
        Cut cut = along("pca", Normalisation.UNIT);
        Vantage from = new Vantage(new Flat(), Vec.of(new double[1000]), paths, 1, () -> false);
        return the(plotted(from, cut, cut.of(from), 3, List.of()), Topic.VARIANCE);
    }

    /** Goes where it is told. */
    private record Told(List<Vec> points) implements Optimizer {
        @Override
        public double learningRate() {
            return 1;
        }

        @Override
        public List<Memory> memory() {
            return List.of();
        }

        @Override
        public void advance(Objective f, State s) {
            System.arraycopy(points.get(s.step() + 1).toArray(), 0, s.theta(), 0, s.theta().length);
        }
    }

    /** A slope of a thousand parameters, of which only the first matters. */
    private record Flat() implements Objective {
        @Override
        public int dimension() {
            return 1000;
        }

        @Override
        public double value(double[] t) {
            return t[0];
        }

        @Override
        public double valueAndGradient(double[] t, double[] gradient) {
            gradient[0] = 1;
            return t[0];
        }

        @Override
        public Appearance appearance() {
            return new Appearance("flat", "", List.of(), List.of(), Vec.of(new double[1000]), List.of());
        }
    }

    /** At an exact minimum the grid may say 0 and the model 1e-31: both are rounding, and so is what a run recorded a hair beside it. */
    @Test
    void aCostOfZeroIsNotAccusedOfItsRounding() {
        Objective f = new Sphere();
        Cut cut = along("axes", Normalisation.NONE);
        Projection origin = new Projection(Vec.of(0, 0), 0);
        Projection elsewhere = new Projection(Vec.of(0.5, 0.2), 0);
        Plotted exact = plotted(f, Vec.of(0, 0, 0), cut, 5, List.of(new Walk("GD", 1, 0, elsewhere, elsewhere, origin, 0.29, 0.29, 3e-19)));
        assertEquals(Level.FINE, the(exact, Topic.CENTRE).level());
        double[] values = IntStream.range(0, 25).mapToDouble(k -> exact.grid().value(k % 5, k / 5)).toArray();
        values[12] = 4e-31;
        assertEquals(Level.FINE, the(new Plotted(exact.from(), exact.cut(), exact.slice(), new Grid(UNIT, UNIT, 5, 5, values), List.of()),
                Topic.CENTRE).level());
        Walk other = new Walk("GD", 1, 0, elsewhere, elsewhere, origin, 0.29, 0.29, 1e-6);
        assertEquals(Level.WRONG, the(plotted(f, Vec.of(0, 0, 0), cut, 5, List.of(other)), Topic.CENTRE).level());
    }

    /** The square root of the second parameter is no number on half of the map, whichever way the directions lie. */
    @Test
    void holesOfDrawsAreSaidAndNotAveragedAway() {
        NetworkObjective model = model("softmax", "digits(samples=40)");
        Objective holed = new Holed(model);
        Plotted plotted = plotted(holed, model.appearance().start(), along("random", Normalisation.UNIT), 33, List.of());
        Finding found = Soundness.of(plotted, 2, () -> false).findings().stream().filter(x -> x.topic() == Topic.DRAWS).findFirst().orElseThrow();
        assertEquals(Level.CAUTION, found.level());
        assertEquals(3, figure(found, "draws with holes"), 0);
        assertTrue(figure(found, "points without a height") >= 100, found.toString());
        assertTrue(found.words().endsWith("Where the cost is not finite, nothing was compared."), found.words());
        Finding whole = Soundness.of(plotted(model, model.appearance().start(), along("random", Normalisation.UNIT), 33, List.of()), 2, () -> false)
                .findings().stream().filter(x -> x.topic() == Topic.DRAWS).findFirst().orElseThrow();
        assertEquals("Other draws of the random directions are as high on average: the height is the model's, not the draw's.", whole.words());
        assertTrue(whole.figures().stream().noneMatch(x -> x.name().contains("holes")), whole.toString());
    }

    /** No number where the weights are far from where they were in one sense. */
    private record Holed(NetworkObjective model) implements Objective {
        @Override
        public int dimension() {
            return model.dimension();
        }

        @Override
        public double value(double[] t) {
            return t[0] < model.appearance().start().get(0) ? Double.NaN : model.evaluator().value(t);
        }

        @Override
        public double valueAndGradient(double[] t, double[] gradient) {
            return model.evaluator().valueAndGradient(t, gradient);
        }

        @Override
        public Appearance appearance() {
            return model.appearance();
        }
    }

    @Test
    void theWorstIsToldFirst() {
        Objective f = new Sphere();
        Cut cut = along("axes", Normalisation.NONE);
        Walk across = Walk.of("Adam", List.of(Vec.of(0, 0, 0), Vec.of(0, 0, 1)), cut.of(new Vantage(f, Vec.of(0, 0, 0), List.of(), 1, () -> false)));
        Soundness found = Soundness.of(plotted(f, Vec.of(0, 0, 0), cut, 5, List.of(across)), 0, () -> false);
        assertEquals(Topic.PATH, found.worstFirst().getFirst().topic());
        assertEquals(Level.WRONG, found.level());
        assertEquals(found.findings().size(), found.worstFirst().size());
        assertEquals(List.of(Topic.DIRECTIONS, Topic.CENTRE, Topic.GRID, Topic.PATH, Topic.CURVATURE),
                found.findings().stream().map(Finding::topic).toList());
    }
}
