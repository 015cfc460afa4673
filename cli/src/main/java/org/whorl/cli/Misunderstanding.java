package org.whorl.cli;

import java.util.ArrayList;
import java.util.List;
import org.whorl.engine.model.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was wrong with the command itself, and what was probably meant. */
final class Misunderstanding implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            List<String> known = new ArrayList<>(command.getSubcommands().keySet());
            known.addAll(command.getCommandSpec().optionsMap().keySet());
            Spelling.nearest(word, known)
                    .ifPresentOrElse(
                            near -> command.getErr().printf("%s is not known here; did you mean %s?%n", word, near),
                            () -> command.getErr().printf("%s is not known here.%n", word));
        } else {
            command.getErr().println(wrong.getMessage());
        }
        command.getErr().printf("Try: %s --help%n", command.getCommandSpec().qualifiedName());
        command.getErr().flush();
        return Whorl.WRONG;
    }
}
