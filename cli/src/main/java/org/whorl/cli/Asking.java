package org.whorl.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What can be asked of every command that has to do with chance. */
final class Asking {

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where chance begins: the same seed gives the same answer (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON document and nothing else on standard output.")
    private boolean json;

    long seed() {
        return seed;
    }

    /** Whether a program reads the answer. */
    boolean json() {
        return json;
    }

    /** Refuses a number of draws, replications or threads that is too small; one that was left out is fine. */
    static void atLeast(CommandSpec command, String option, @Nullable Integer given, int least) {
        if (given != null && given < least) {
            throw new ParameterException(
                    command.commandLine(), "%s must be %d or more, not %d".formatted(option, least, given));
        }
    }
}
