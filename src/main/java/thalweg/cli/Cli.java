package thalweg.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command {@code thalweg}. */
@Command(name = "thalweg", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "See a cost function and watch optimizers walk on it.%nWithout a command it opens the window.",
        footer = {"", "A SPEC is an id with knobs: rosenbrock, rosenbrock(b=50), adam(learningRate=0.05), formula(\"x^2 + 3*y^2\").",
            "", "Examples:",
            "  thalweg list objectives",
            "  thalweg eval --objective himmelblau --at 3,2 --gradient",
            "  thalweg run --objective rosenbrock --optimizer \"adam(learningRate=0.05)\" --steps 100 -o adam.csv",
            "  thalweg render --objective beale --optimizer adam --view contour --view surface -o beale.png",
            "", "Exit codes: 0 fine, 2 wrong arguments, 1 failed."})
public final class Cli implements Callable<Integer> {
    private static final int WRONG_ARGUMENTS = 2;
    private static final int FAILED = 1;

    private final Opener opener;

    private Cli(Opener opener) {
        this.opener = opener;
    }

    /**
     * Runs a command line.
     *
     * @param out for results
     * @param err for words
     * @return exit code: 0, 1 or 2
     */
    public static int run(String[] args, PrintStream out, PrintStream err, Opener opener) {
        CommandLine line = new CommandLine(new Cli(opener));
        line.addSubcommand(new ListCommand());
        line.addSubcommand(new EvalCommand());
        line.addSubcommand(new RunCommand());
        line.addSubcommand(new RenderCommand());
        line.addSubcommand(new OpenCommand(opener));
        line.addSubcommand(new CompletionCommand());
        line.setOut(writer(out)).setErr(writer(err));
        line.setUsageHelpWidth(100).setExpandAtFiles(false);
        line.setParameterExceptionHandler(Cli::wrongArguments);
        line.setExecutionExceptionHandler(Cli::failed);
        try {
            return line.execute(args);
        } catch (OutOfMemoryError _) {
            line.getErr().println("thalweg: there is not enough memory for this; try fewer steps, fewer runs or a smaller size");
            return FAILED;
        }
    }

    @Override
    public Integer call() {
        return opener.open(Optional.empty());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int wrongArguments(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        line.getErr().println("thalweg: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr().println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return WRONG_ARGUMENTS;
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        switch (e) {
            case IllegalArgumentException _ -> {
                line.getErr().println("thalweg: " + e.getMessage());
                line.getErr().println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
                return WRONG_ARGUMENTS;
            }
            case IOException _, Failure _ -> {
                line.getErr().println("thalweg: " + e.getMessage());
                return FAILED;
            }
            default -> throw e;
        }
    }
}
