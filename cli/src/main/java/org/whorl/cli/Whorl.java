package org.whorl.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code whorl}. Exit status: 0 done, 1 the answer is "no", 2 bad usage or input. */
@Command(
        name = "whorl",
        description = "If we move resources, who waits less, who waits more, at what cost?",
        mixinStandardHelpOptions = true)
public final class Whorl {
    private Whorl() {}

    /** Runs the command line and leaves the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Whorl()).execute(arguments));
    }
}
