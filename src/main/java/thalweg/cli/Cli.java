package thalweg.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import thalweg.catalog.Nearest;

/** The command {@code thalweg}. */
@Command(name = "thalweg", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "See a cost function and watch optimizers walk on it.%nWithout a command it opens the window, on a FILE if only that is given.",
        footer = {"", "A SPEC is an id with knobs: rosenbrock, rosenbrock(b=50), adam(learningRate=0.05), formula(\"x^2 + 3*y^2\").",
            "", "Examples:",
            "  thalweg list objectives",
            "  thalweg render beale -o beale.png",
            "  thalweg render beale --optimizer adam --optimizer \"nag(learningRate=0.01)\" -o two.png",
            "  thalweg eval himmelblau --at 3,2 --gradient",
            "  thalweg run rosenbrock --optimizer \"adam(learningRate=0.05)\" --steps 100 -o adam.csv",
            "  thalweg train --network \"mlp(hidden=16-16)\" --data spirals --epochs 200 -o history.csv",
            "  thalweg spectrum --network softmax --data digits --top 10",
            "", "Exit codes: 0 fine, 2 wrong arguments, 1 failed."})
public final class Cli implements Callable<Integer> {
    private static final int WRONG_ARGUMENTS = 2;
    private static final int FAILED = 1;
    /** The commands that tell of all the others. */
    private static final Set<String> OF_ALL = Set.of("completion", "man");

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
        Map<String, Supplier<Callable<Integer>>> commands = commands(opener);
        if (args.length > 0 && commands.containsKey(args[0]) && !OF_ALL.contains(args[0])) {
            line.addSubcommand(commands.get(args[0]).get());
        } else {
            commands.values().forEach(c -> line.addSubcommand(c.get()));
        }
        line.setOut(writer(out)).setErr(writer(err));
        line.registerConverter(Integer.class, Arguments::whole).registerConverter(Long.class, Arguments::wholeLong)
                .registerConverter(Double.class, Arguments::number).registerConverter(double.class, Arguments::number)
                .registerConverter(Path.class, Arguments::path);
        line.setUsageHelpWidth(100).setExpandAtFiles(false);
        line.setParameterExceptionHandler(Cli::wrongArguments);
        line.setExecutionExceptionHandler(Cli::failed);
        try {
            int code = line.execute(args);
            if (out.checkError()) {
                line.getErr().println("thalweg: standard out cannot be written; the disk is full, or whoever reads it has gone");
                return Math.max(code, FAILED);
            }
            return code;
        } catch (OutOfMemoryError _) {
            line.getErr().println("thalweg: there is not enough memory for this; try fewer steps, fewer runs or a smaller size");
            return FAILED;
        }
    }

    /** The commands by their names, made when they are asked for: to describe all to the library takes longer than most of them. */
    static Map<String, Supplier<Callable<Integer>>> commands(Opener opener) {
        Map<String, Supplier<Callable<Integer>>> commands = new LinkedHashMap<>();
        commands.put("list", ListCommand::new);
        commands.put("eval", EvalCommand::new);
        commands.put("run", RunCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("render", RenderCommand::new);
        commands.put("data", DataCommand::new);
        commands.put("train", TrainCommand::new);
        commands.put("check-gradient", CheckGradientCommand::new);
        commands.put("slice", SliceCommand::new);
        commands.put("spectrum", SpectrumCommand::new);
        commands.put("open", () -> new OpenCommand(opener));
        commands.put("lesson", () -> new LessonCommand(opener));
        commands.put("completion", CompletionCommand::new);
        commands.put("man", ManCommand::new);
        return commands;
    }

    @Override
    public Integer call() {
        return opener.open(new Opening.Nothing(), false);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int wrongArguments(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        line.getErr().println("thalweg: " + words(e, line));
        line.getErr().println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return WRONG_ARGUMENTS;
    }

    /** What is wrong; a name that does not exist comes first, because what is missing is often what was meant by it. */
    private static String words(ParameterException e, CommandLine line) {
        List<String> unknown = line.getUnmatchedArguments();
        if (unknown.isEmpty()) {
            return e.getMessage();
        }
        String first = unknown.getFirst();
        if (first.startsWith("-")) {
            String name = first.replaceFirst("=.*", "");
            return "there is no option '" + name + "' here; "
                    + Nearest.advice(name, line.getCommandSpec().options().stream().map(OptionSpec::longestName).toList());
        }
        Set<String> commands = line.getSubcommands().keySet();
        return commands.isEmpty() ? "'" + first + "' is one argument too many" : "there is no command '" + first + "'; "
                + Nearest.advice(first, List.copyOf(commands));
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
