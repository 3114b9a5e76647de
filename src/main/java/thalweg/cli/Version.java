package thalweg.cli;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as its module says. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"thalweg " + text() + " on Java " + Runtime.version()};
    }

    /** {@code 0.1.0}, or {@code (development)} when it runs from the build's folders. */
    public static String text() {
        return Optional.ofNullable(Version.class.getModule().getDescriptor()).flatMap(ModuleDescriptor::rawVersion).orElse("(development)");
    }
}
