package thalweg.objective;

import java.util.List;
import thalweg.catalog.Catalog;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;

/**
 * The objectives people can choose.
 *
 * <p>Formulas, domains and minima of the functions of two variables are those of {@code reference/test-functions.json}, where the
 * published tables were recomputed; the minima of eight of them are left to {@link CriticalPoints}. A source is where the function was
 * first written down; "after" means that it is known in a later form.
 */
public final class Objectives {
    private static final String VALLEYS = "Valleys";
    private static final String MANY = "Many minima";
    private static final String SADDLES = "Saddles";
    private static final String BOWLS = "Bowls";
    private static final String STEEP = "Steep and flat";
    private static final String LINE = "One dimension";
    private static final String OWN = "My formula";

    private static final String JAMIL = "Jamil and Yang 2013, Int. J. Mathematical Modelling and Numerical Optimisation 4(2)";
    private static final String MISHRA = "Mishra 2006, MPRA paper 2718";
    private static final String LECTURE = "lecture";

    /** All of them; the order is the order of the gallery. */
    public static final Catalog<Objective> CATALOG = new Catalog<>("objective", List.<Choice<Objective>>of(
            TestFunction.of("rosenbrock", "Rosenbrock", VALLEYS, "(a - x)^2 + b*(y - x^2)^2").window(-2, 2, -1, 3)
                    .knob(any("a", 1, -2, 2)).knob(positive("b", 100, 1, 200)).minimum("a", "a^2").start(-0.2, 2.6)
                    .about("A curved valley: easy to fall into, hard to follow to its end.", "Rosenbrock 1960, The Computer Journal 3(3)"),
            TestFunction.of("beale", "Beale", VALLEYS, "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2").square(-4.5, 4.5)
                    .minimum(3, 0.5).start(1, 1.6)
                    .about("Flat valleys between steep corners, with two saddles on the way.", "Beale 1958, Princeton technical report 25"),
            TestFunction.of("ravine", "Ravine", VALLEYS, "(a*x^2 + b*y^2)/2").window(-10, 10, -3, 3)
                    .knob(positive("a", 1, 0.1, 10)).knob(positive("b", 25, 1, 100)).minimum(0, 0).start(-9, 2.4)
                    .about("A quadratic with condition number b/a: gradient descent zigzags, momentum does not.", LECTURE),
            TestFunction.of("booth", "Booth", VALLEYS, "(x + 2*y - 7)^2 + (2*x + y - 5)^2").square(-10, 10)
                    .minimum(1, 3).start(-8, -5).about("A tilted quadratic valley, condition number 9.", JAMIL),
            TestFunction.of("mccormick", "McCormick", VALLEYS, "sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1").window(-1.5, 4, -3, 4)
                    .start(-1, 3.4)
                    .about("A valley along the diagonal with two minima in it.", JAMIL),
            TestFunction.of("goldstein-price", "Goldstein-Price", VALLEYS, "(1 + (x + y + 1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2))"
                    + "*(30 + (2*x - 3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))").square(-2, 2).start(-1.2, 0.8)
                    .about("Values from 3 to a million: crossing valleys with four minima.",
                            "Goldstein and Price 1971, Mathematics of Computation 25(115)"),

            TestFunction.of("himmelblau", "Himmelblau", MANY, "(x^2 + y - 11)^2 + (x + y^2 - 7)^2").square(-5, 5)
                    .minimum(3, 2).minimum(-2.805118086952745, 3.131312518250573).minimum(-3.779310253377747, -3.2831859912861696)
                    .minimum(3.5844283403304917, -1.8481265269644036).start(0.1, -4.3)
                    .about("Four minima of equal value: which one is found depends on the optimizer.",
                            "Himmelblau 1972, Applied Nonlinear Programming"),
            TestFunction.of("rastrigin", "Rastrigin", MANY, "2*A + x^2 - A*cos(2*pi*x) + y^2 - A*cos(2*pi*y)").square(-5.12, 5.12)
                    .knob(notNegative("A", 10, 0, 20)).minimum(0, 0).start(3.4, -4.3)
                    .about("A bowl with a regular grid of about a hundred local minima.", "Rastrigin 1974, Systems of Extremal Control"),
            TestFunction.of("ackley", "Ackley", MANY, "-a*exp(-b*sqrt((x^2 + y^2)/2)) - exp((cos(c*x) + cos(c*y))/2) + e + a").square(-5, 5)
                    .knob(positive("a", 20, 1, 40)).knob(positive("b", 0.2, 0.02, 1)).knob(positive("c", 2 * Math.PI, 1, 10)).minimum(0, 0)
                    .start(3.3, -4.2).about("A nearly flat, bumpy plain around one deep hole with a pointed floor.",
                            "Ackley 1987, A Connectionist Machine for Genetic Hillclimbing"),
            TestFunction.of("six-hump-camel", "Six-hump camel", MANY, "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2")
                    .window(-3, 3, -2, 2)
                    .minimum(-0.08984201310031806, 0.7126564030207396).minimum(0.08984201310031806, -0.7126564030207396).start(-2.1, 1.4)
                    .about("Six minima, two of them global, around a saddle at the origin.",
                            "Dixon and Szego 1978, Towards Global Optimisation 2"),
            TestFunction.of("three-hump-camel", "Three-hump camel", MANY, "2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2").square(-5, 5)
                    .minimum(0, 0).start(-2.6, 3.6).about("Three minima in one flat valley, the middle one global.", JAMIL),
            TestFunction.of("styblinski-tang", "Styblinski-Tang", MANY, "(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)/2").square(-5, 5)
                    .start(0.6, 4.4).about("Four basins of different depth, one in each quadrant.",
                            "Styblinski and Tang 1990, Neural Networks 3(4)"),
            TestFunction.of("branin", "Branin", MANY, "a*(y - b*x^2 + c*x - r)^2 + s*(1 - t)*cos(x) + s").window(-5, 10, 0, 15)
                    .knob(positive("a", 1, 0.1, 4)).knob(any("b", 5.1 / (4 * Math.PI * Math.PI), 0.05, 0.3).hidden())
                    .knob(any("c", 5 / Math.PI, 1, 2).hidden()).knob(any("r", 6, 4, 8).hidden()).knob(any("s", 10, 0, 20).hidden())
                    .knob(any("t", 1 / (8 * Math.PI), 0, 0.1).hidden()).start(2.7, 11)
                    .about("Three equal minima in one curved valley.", "Branin 1972, IBM J. Research and Development 16(5)"),
            TestFunction.of("griewank", "Griewank", MANY, "(x^2 + y^2)/4000 - cos(x)*cos(y/sqrt(2)) + 1").square(-600, 600).seen(-40, 40)
                    .minimum(0, 0).start(-22, 35).about("A wide bowl covered with thousands of ripples; zoom out to see the bowl.",
                            "Griewank 1981, J. Optimization Theory and Applications 34(1)"),
            TestFunction.of("levi-13", "Levi N.13", MANY,
                    "sin(3*pi*x)^2 + (x - 1)^2*(1 + sin(3*pi*y)^2) + (y - 1)^2*(1 + sin(2*pi*y)^2)").square(-10, 10).seen(-3, 5)
                    .start(-1.2, 2.3)
                    .about("A bowl with ripples in both directions.",
                            "After Levy and Montalvo 1985, SIAM J. Scientific and Statistical Computing 6(1)"),
            TestFunction.of("bohachevsky-1", "Bohachevsky N.1", MANY, "x^2 + 2*y^2 - 0.3*cos(3*pi*x) - 0.4*cos(4*pi*y) + 0.7")
                    .square(-100, 100)
                    .minimum(0, 0).start(-80, 65).about("A bowl whose ripples matter only near the bottom.",
                            "Bohachevsky, Johnson and Stein 1986, Technometrics 28(3)"),
            shubert(),
            TestFunction.of("eggholder", "Eggholder", MANY, "-(y + 47)*sin(sqrt(abs(x/2 + y + 47))) - x*sin(sqrt(abs(x - y - 47)))")
                    .square(-512, 512).minimum(512, 404.2318051137578).start(120, 60)
                    .about("Growing waves in two directions; the lowest point lies on the edge.",
                            "Whitley et al. 1996, Artificial Intelligence 85(1-2), F101"),
            TestFunction.of("drop-wave", "Drop-wave", MANY, "-(1 + cos(12*sqrt(x^2 + y^2)))/(0.5*(x^2 + y^2) + 2)").square(-5.12, 5.12)
                    .minimum(0, 0).start(2.2, 1.5).about("Rings of ripples, as after a drop falls into water.",
                            "Molga and Smutnicki 2005, Test functions for optimization needs"),
            TestFunction.of("schaffer-2", "Schaffer N.2", MANY, "0.5 + (sin(x^2 - y^2)^2 - 0.5)/(1 + 0.001*(x^2 + y^2))^2")
                    .square(-100, 100).seen(-4, 4)
                    .minimum(0, 0).start(-3.3, 2.4).about("Hyperbolic ripples that get finer outward.", JAMIL),
            TestFunction.of("schaffer-4", "Schaffer N.4", MANY, "0.5 + (cos(sin(abs(x^2 - y^2)))^2 - 0.5)/(1 + 0.001*(x^2 + y^2))^2")
                    .square(-100, 100).seen(-3, 3).minimum(-1.253131831463733, 0).minimum(0, -1.253131831463733)
                    .minimum(0, 1.253131831463733)
                    .minimum(1.253131831463733, 0).start(1.8, -1.6)
                    .about("Like N.2, with four equal minima close to the centre.", JAMIL),
            TestFunction.of("cross-in-tray", "Cross-in-tray", MANY,
                    "-0.0001*(abs(sin(x)*sin(y)*exp(abs(100 - sqrt(x^2 + y^2)/pi))) + 1)^0.1").square(-10, 10)
                    .minimum(-1.3494066171539107, -1.3494066171539107).minimum(-1.3494066171539107, 1.3494066171539107)
                    .minimum(1.3494066171539107, -1.3494066171539107).minimum(1.3494066171539107, 1.3494066171539107).start(-8.3, -5.4)
                    .about("Smooth pits separated by a cross of sharp ridges.", MISHRA),
            TestFunction.of("holder-table", "Holder table", MANY, "-abs(sin(x)*cos(y)*exp(abs(1 - sqrt(x^2 + y^2)/pi)))").square(-10, 10)
                    .start(-8.1, 1.3)
                    .about("Four equal minima near the corners, many others inside.",
                            JAMIL + ", after " + MISHRA + ", whose form has two cosines"),

            TestFunction.of("saddle", "Saddle", SADDLES, "x^2 - y^2").square(-2, 2).start(-1.6, 0.01)
                    .about("The gradient vanishes at the centre, yet it is no minimum: who escapes first?", LECTURE),
            TestFunction.of("monkey-saddle", "Monkey saddle", SADDLES, "x^3 - 3*x*y^2").square(-2, 2).start(1.7, 0.02)
                    .about("Three valleys and three ridges meet where even the Hessian vanishes.",
                            "Hilbert and Cohn-Vossen 1932, Anschauliche Geometrie"),

            TestFunction.of("sphere", "Sphere", BOWLS, "x^2 + y^2").square(-5.12, 5.12).minimum(0, 0).start(-4.2, 3.1)
                    .about("The simplest bowl: every gradient points away from the minimum.",
                            "De Jong 1975, dissertation, University of Michigan"),
            TestFunction.of("matyas", "Matyas", BOWLS, "0.26*(x^2 + y^2) - 0.48*x*y").square(-10, 10).minimum(0, 0).start(8.5, 2)
                    .about("A long quadratic plate, condition number 25.", JAMIL),
            TestFunction.of("trid", "Trid", BOWLS, "(x - 1)^2 + (y - 1)^2 - x*y").square(-4, 4).minimum(2, 2).start(-3.2, 1.4)
                    .about("A quadratic whose two coordinates pull on each other.", "Neumaier, Global Optimization Test Problems"),
            TestFunction.of("zakharov", "Zakharov", BOWLS, "x^2 + y^2 + (0.5*x + y)^2 + (0.5*x + y)^4").square(-5, 10)
                    .minimum(0, 0).start(8, -3.5).about("A plate that turns into a steep wall: convex, yet badly scaled.", JAMIL),
            TestFunction.of("dixon-price", "Dixon-Price", BOWLS, "(x - 1)^2 + 2*(2*y^2 - x)^2").square(-10, 10).start(7.5, 4)
                    .about("Two minima in a parabolic trough.", "Dixon and Price 1989, J. Optimization Theory and Applications 60(2)"),

            TestFunction.of("easom", "Easom", STEEP, "-cos(x)*cos(y)*exp(-(x - pi)^2 - (y - pi)^2)").square(-100, 100).seen(-1, 7)
                    .minimum(Math.PI, Math.PI).start(5.4, 0.83)
                    .about("A needle in a plain: on the plain only those move who divide by the size of the gradient.",
                            "Easom 1990, thesis, University of Louisville"),
            TestFunction.of("michalewicz", "Michalewicz", STEEP, "-sin(x)*sin(x^2/pi)^(2*m) - sin(y)*sin(2*y^2/pi)^(2*m)")
                    .square(0, Math.PI)
                    .knob(KnobInfo.whole("m", "m", 10, 1, 20).within(1, 100).withSymbol("m").withHelp("steepness of the trenches"))
                    .start(1.9, 2.0).about("Narrow trenches in a plateau; the larger m, the narrower.",
                            "Michalewicz 1992, Genetic Algorithms + Data Structures = Evolution Programs"),
            TestFunction.of("bukin-6", "Bukin N.6", STEEP, "100*sqrt(abs(y - 0.01*x^2)) + 0.01*abs(x + 10)").window(-15, -5, -3, 3)
                    .minimum(-10, 1).start(-13.5, -1.2)
                    .about("A curved crease, infinitely steep at its bottom, that hardly slopes along it.",
                            "Bukin 1997, Budker Institute preprint 97-79, f6"),

            TestFunction.of("parabola", "Parabola", LINE, "a*x^2").interval(-3, 3).knob(positive("a", 1, 0.1, 5)).minimum(0).start(2.5)
                    .about("The step shrinks with the slope; it converges while the learning rate stays below 1/a.", LECTURE),
            TestFunction.of("double-well", "Tilted double well", LINE, "(x^2 - 1)^2 + t*x").interval(-2, 2)
                    .knob(any("t", 0.3, -1, 1).withHelp("tilt")).start(1.8)
                    .about("A local and a global minimum: the start decides.", LECTURE),
            TestFunction.of("waves", "Waves", LINE, "0.1*x^2 + A*(1 - cos(w*x))").interval(-10, 10)
                    .knob(notNegative("A", 1, 0, 3))
                    .knob(positive("w", 2, 0.5, 5).withSymbol("\\omega").withHelp("waves per unit, times 2 pi"))
                    .minimum(0).start(7.3).about("Many valleys in a bowl: small steps stay in the first one.", LECTURE),
            TestFunction.of("plateau", "Plateau", LINE, "(sigmoid(k*x) - p)^2").interval(-6, 6)
                    .knob(positive("k", 2, 0.5, 5).withHelp("steepness"))
                    .knob(KnobInfo.number("p", "p", 0.2, 0.05, 0.95).within(1e-3, 0.999)
                            .withSymbol("p").withHelp("target"))
                    .minimum("ln(p/(1 - p))/k").start(3.2)
                    .about("The squared error of one saturated neuron: far out the gradient vanishes.", LECTURE),
            TestFunction.of("absolute", "Absolute value", LINE, "a*abs(x)").interval(-3, 3).knob(positive("a", 1, 0.1, 5)).minimum(0)
                    .start(2.53)
                    .about("The slope never shrinks, so a fixed learning rate never comes to rest.", LECTURE),
            TestFunction.of("tea", "Tea", LINE, "10*exp(-(x - T)^2/(2*s^2))").interval(0, 10)
                    .knob(any("T", 6, 2, 8).withHelp("best temperature, in tens of degrees Celsius"))
                    .knob(positive("s", 1.5, 0.5, 3).withHelp("how forgiving the taste is")).start(9).climbed()
                    .about("How good tea tastes at x tens of degrees: too hot, too cold, and a maximum between.", LECTURE),

            new TypedFormula("formula", "Formula", OWN, "Any formula of one or two variables."),
            new GridFile("grid", "Surface from a file", OWN, "A surface or curve sampled before, by Thalweg or by the code of Li et al.")));

    private Objectives() {
    }

    private static TestFunction shubert() {
        String sum = "(cos(2*x + 1) + 2*cos(3*x + 2) + 3*cos(4*x + 3) + 4*cos(5*x + 4) + 5*cos(6*x + 5))";
        TestFunction function = TestFunction.of("shubert", "Shubert", MANY, sum + "*" + sum.replace('x', 'y')).square(-10, 10).seen(-3, 3)
                .start(2.7, -2.5)
                .about("Eighteen equal minima among several hundred others, two of them near the centre.",
                        "After Shubert 1972, SIAM J. Numerical Analysis 9(3), who has one dimension");
        double[] deep = {-7.0835064076515595, -0.8003211004719731, 5.482864206707613};
        double[] high = {-7.708313735499347, -1.425128428319761, 4.858056878859825};
        for (double a : deep) {
            for (double b : high) {
                function = function.minimum(a, b).minimum(b, a);
            }
        }
        return function;
    }

    private static KnobInfo any(String name, double initial, double min, double max) {
        return KnobInfo.number(name, name, initial, min, max).within(-1e6, 1e6).withSymbol(name);
    }

    private static KnobInfo positive(String name, double initial, double min, double max) {
        return KnobInfo.number(name, name, initial, min, max).within(1e-6, 1e6).withSymbol(name);
    }

    private static KnobInfo notNegative(String name, double initial, double min, double max) {
        return KnobInfo.number(name, name, initial, min, max).within(0, 1e6).withSymbol(name);
    }
}
