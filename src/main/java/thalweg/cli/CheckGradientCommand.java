package thalweg.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thalweg.experiment.Study;
import thalweg.objective.GradientCheck;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;

/** The lecture's table: each derivative beside its difference quotient. */
@Command(name = "check-gradient", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Compares the exact gradient with difference quotients, one line of CSV for each parameter. The largest relative error,"
                + " what it means and the time of both methods are said on standard error.",
        footer = {"", "Examples:", "  thalweg check-gradient rosenbrock --at -1.2,1 --central --h 1e-5",
            "  thalweg check-gradient --network \"mlp(hidden=4)\" --data moons --central",
            "  thalweg check-gradient 'formula(\"1.25347 - 2.5*(x - 0.34) + 0.6*(y + 1.11)\")' --at 0.34,-1.11",
            "The last is constructed to give the lecture's printed numbers, 1.25347 -> 1.25322 at h = 0.0001, so -2.5."})
final class CheckGradientCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SPEC", completionCandidates = Candidates.OfObjectives.class,
            description = "an objective, see 'thalweg list objectives'")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--objective", paramLabel = "SPEC", completionCandidates = Candidates.OfObjectives.class,
            description = "the same as an option")
    private Optional<String> objective = Optional.empty();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(names = "--seed", paramLabel = "S", description = "of made data, split and initial weights; 1 unless told")
    private long seed = 1;

    @Option(names = "--at", paramLabel = "X,Y", description = "the point; where optimizers start unless told")
    private Optional<String> at = Optional.empty();

    @Option(names = "--h", paramLabel = "H", description = "the step; 1e-4 unless told")
    private double h = 1e-4;

    @Option(names = "--central", description = "(J(theta + h) - J(theta - h)) / 2h instead of (J(theta + h) - J(theta)) / h")
    private boolean central;

    @picocli.CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Optional<String> named = Arguments.once("the objective", subject, objective);
        if (named.isPresent() == learning.given()) {
            throw new IllegalArgumentException("give either an objective, as in thalweg check-gradient rosenbrock, or --network and --data");
        }
        Optional<Study> study = named.isPresent() ? Optional.empty() : Optional.of(learning.study(seed));
        study.ifPresent(s -> RunCommand.remarks(s.remarks(), command.commandLine().getErr()));
        Objective f = study.<Objective>map(Study::cost).orElseGet(() -> Objectives.CATALOG.make(Arguments.objective(named.orElseThrow())));
        double[] theta = at.map(text -> Arguments.list("--at", text)).orElseGet(() -> f.appearance().start().toArray());
        if (theta.length != f.dimension()) {
            throw new IllegalArgumentException("--at must have " + f.dimension() + " components, but has " + theta.length);
        }
        long begun = System.nanoTime();
        GradientCheck check = GradientCheck.of(f, theta, h, central);
        long all = System.nanoTime() - begun;
        Objective evaluator = f.evaluator();
        double[] gradient = new double[theta.length];
        begun = System.nanoTime();
        evaluator.valueAndGradient(theta, gradient);
        long exact = System.nanoTime() - begun;
        table(check, command.commandLine().getOut());
        int worst = check.worst();
        command.commandLine().getErr().printf("J = %s; largest relative error %.1e in parameter %d: %s; differences took %.2f ms, the gradient"
                + " %.2f ms%n", Arguments.words(check.cost()), check.error(worst), worst, check.verdict(), all / 1e6, exact / 1e6);
        return 0;
    }

    private static void table(GradientCheck check, PrintWriter out) {
        out.println("parameter,theta,theta_plus_h,cost_plus_h," + (check.central() ? "cost_minus_h" : "cost")
                + ",numerical,analytic,relative_error");
        for (int i = 0; i < check.at().size(); i++) {
            out.println(i + "," + check.at().get(i) + "," + (check.at().get(i) + check.h()) + "," + check.above().get(i) + ","
                    + (check.central() ? check.below().get(i) : check.cost()) + "," + check.numerical(i) + "," + check.gradient().get(i) + ","
                    + check.error(i));
        }
        out.flush();
    }
}
