package thalweg.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** The manual page, from the same descriptions as the help: in man's own language, roff (man(7)). */
@Command(name = "man", mixinStandardHelpOptions = true, description = "Prints the manual page.",
        footer = {"", "Example:", "  thalweg man | man -l -"})
final class ManCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        lines(command.root()).forEach(out::println);
        out.flush();
        return 0;
    }

    private static Stream<String> lines(CommandSpec root) {
        CommandLine line = root.commandLine();
        List<String> about = Arrays.stream(root.usageMessage().description()).flatMap(s -> Arrays.stream(s.split("%n"))).toList();
        Stream<String> commands = line.getSubcommands().values().stream().flatMap(c -> Stream.concat(
                Stream.of(".SS " + text("thalweg " + c.getCommandName())), body(c.getCommandSpec())));
        return Stream.of(
                Stream.of(".TH THALWEG 1 \"\" \"" + text("Thalweg " + Version.text()) + "\" \"User Commands\"", ".SH NAME",
                        "thalweg \\- " + text(about.getFirst().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "")),
                        ".SH SYNOPSIS", ".nf", "\\fBthalweg\\fR [\\fIFILE\\fR]", "\\fBthalweg\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]", ".fi",
                        ".SH DESCRIPTION"),
                body(root), Stream.of(".SH COMMANDS"), commands).flatMap(s -> s);
    }

    /** What a command does, its parameters and options, and the words after them. */
    private static Stream<String> body(CommandSpec spec) {
        Stream<String> words = Arrays.stream(spec.usageMessage().description()).flatMap(s -> Arrays.stream(s.split("%n"))).map(ManCommand::text);
        Stream<String> parameters = spec.positionalParameters().stream().filter(p -> !p.hidden()).flatMap(p -> argument(italic(p.paramLabel()), p));
        Stream<String> options = spec.options().stream().filter(o -> !o.hidden()).flatMap(o -> argument(names(o), o));
        Stream<String> footer = Arrays.stream(spec.usageMessage().footer()).map(s -> s.startsWith("  ") ? s : s.strip())
                .flatMap(s -> s.isEmpty() ? Stream.of(".PP") : s.startsWith("  ") ? Stream.of(".nf", text(s), ".fi") : Stream.of(text(s)));
        return Stream.of(words, parameters, options, footer).flatMap(s -> s);
    }

    private static Stream<String> argument(String head, ArgSpec argument) {
        return Stream.concat(Stream.of(".TP", head),
                Arrays.stream(argument.description()).flatMap(s -> Arrays.stream(s.split("%n"))).map(ManCommand::text));
    }

    private static String names(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + italic(option.paramLabel());
        return Arrays.stream(option.names()).map(n -> "\\fB" + text(n) + "\\fR").collect(Collectors.joining(", ")) + value;
    }

    private static String italic(String label) {
        return label.isEmpty() || label.startsWith("[") ? text(label) : "\\fI" + text(label) + "\\fR";
    }

    /** Text that roff takes as it stands: no backslash, no hyphen where a minus is meant, no command at the start of a line. */
    private static String text(String words) {
        String safe = words.replace("\\", "\\e").replace("-", "\\-").replace("%%", "%");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
