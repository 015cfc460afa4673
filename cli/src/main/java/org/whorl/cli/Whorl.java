package org.whorl.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code whorl}. Exit status: 0 done, 1 the answer is "no", 2 bad usage or input. */
@Command(
        name = "whorl",
        description = "If we move resources, who waits less, who waits more, at what cost?",
        mixinStandardHelpOptions = true,
        versionProvider = Whorl.Version.class)
public final class Whorl {
    private Whorl() {}

    /** Runs the command line and leaves the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Whorl()).execute(arguments));
    }

    /** The version as the build wrote it into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Whorl.class.getPackage().getImplementationVersion();
            return new String[] {"whorl " + (version == null ? "(not packed)" : version)};
        }
    }
}
