package thalweg.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The completion script. */
@Command(name = "completion", mixinStandardHelpOptions = true,
        description = "Prints a completion script for bash and zsh.", footer = {"", "For bash, in ~/.bashrc:  source <(thalweg completion)",
            "For zsh, in ~/.zshrc:    autoload -U compinit && compinit; source <(thalweg completion)"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().getOut().print(AutoComplete.bash("thalweg", command.root().commandLine()));
        command.commandLine().getOut().flush();
        return 0;
    }
}
