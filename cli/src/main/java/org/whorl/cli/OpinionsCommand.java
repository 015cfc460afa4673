package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.voices.Opinions;
import org.whorl.engine.voices.Polis;
import org.whorl.files.Document;
import org.whorl.files.VotesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whorl opinions}. */
@Command(
        name = "opinions",
        description = {
            "Says on what people agree and where they differ, and whether there are groups of opinion or chance alone.",
            "Beside it stand the groups that Polis would show. comments.csv in the same folder tells what statements say."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the command or the votes are wrong"})
final class OpinionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "VOTES",
            description =
                    "A CSV file: participants-votes.csv or votes.csv of Polis, or participant and a column for each"
                            + " statement; 1 agrees, -1 disagrees, 0 passes, empty is not seen.")
    private Path votes = Path.of("");

    @Option(
            names = "--roles",
            paramLabel = "FILE",
            description =
                    "A CSV file with participant and role, to compare roles where there are no groups of opinion.")
    private @Nullable Path roles;

    @Option(
            names = "--permutations",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many times votes are shuffled to see what chance makes; 0 looks for no groups"
                    + " (${DEFAULT-VALUE}).")
    private int permutations;

    @Mixin
    private Asking asking = new Asking();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Asking.atLeast(spec, "--permutations", permutations, 0);
        VotesFile.Good read = switch (VotesFile.read(votes, roles)) {
            case VotesFile.Good good -> good;
            case VotesFile.Bad bad -> throw new Refusal(bad.text());
        };
        Polis.Known nothing = Polis.Known.nothing(read.votes());
        Polis polis =
                Polis.of(read.votes(), new Polis.Known(read.out(), nothing.meta(), nothing.early(), nothing.order()));
        Opinions ours;
        try (Watching watching =
                Watching.begin("Shuffling votes", spec.commandLine().getErr())) {
            ours = Opinions.of(
                    read.votes(),
                    new Opinions.Question(read.out(), read.roles(), permutations, asking.seed()),
                    watching);
        } catch (CancellationException _) {
            spec.commandLine().getErr().println("Stopped. Nothing was written.");
            return Whorl.WRONG;
        }
        if (asking.json()) {
            out.print(Document.text(OpinionsDocument.of(read, polis, ours, permutations, asking.seed())));
        } else {
            new OpinionsText(read, polis, ours, out).print();
        }
        Failures.flush(out);
        return 0;
    }
}
