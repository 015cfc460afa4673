package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.ledger.Statement;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Model;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code whorl ledger}. */
@Command(
        name = "ledger",
        description = {
            "Who pays more and who pays less: three columns that are never added, contracts from both sides, unpaid carers,",
            "the chance that a partner pays more, and payments between partners after which nobody is worse off."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the command or the model is wrong"})
final class LedgerCommand implements Callable<Integer> {
    private static final int DRAWS = 200;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelArgument argument = new ModelArgument();

    @Option(names = "--scenario", paramLabel = "S", description = ModelArgument.SCENARIOS)
    private List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "By formulas: draw every number that has an interval N times; 200 unless said.")
    private @Nullable Integer draws;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "By simulation instead: play the days N times; intervals are then about chance alone.")
    private @Nullable Integer replications;

    @Option(
            names = "--measure",
            paramLabel = "M",
            description =
                    "The measure told for each group of people, such as fifths of deprivation; the first aim of the"
                            + " limits, or else the first measure, unless said.")
    private @Nullable String measure;

    @Mixin
    private Asking asking = new Asking();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (draws != null && replications != null) {
            throw new ParameterException(
                    spec.commandLine(), "--draws is for formulas and --replications for simulation: keep one");
        }
        Asking.atLeast(spec, "--draws", draws, 2);
        Asking.atLeast(spec, "--replications", replications, 1);
        Model model = argument.open(err);
        List<String> chosen = ModelArgument.scenarios(model, scenarios);
        if (chosen.isEmpty()) {
            throw new Refusal("The model has no scenario, so nobody pays more or less. Write one under scenarios:.");
        }
        Groups groups = Groups.of(model, measure);
        Answer answer;
        try {
            answer = replications == null
                    ? Preview.withUncertainty(groups.model(), chosen, draws == null ? DRAWS : draws, asking.seed())
                    : played(groups.model(), chosen, replications, err);
        } catch (CancellationException e) {
            err.printf("Stopped: %s. Nothing was written.%n", e.getMessage());
            err.flush();
            return Whorl.WRONG;
        }
        List<Statement> statements =
                chosen.stream().map(id -> Statement.of(answer, id, List.of())).toList();
        if (asking.json()) {
            out.print(Document.text(LedgerDocument.of(answer, statements, groups)));
        } else {
            new LedgerText(answer, groups, out).print(statements);
        }
        Failures.flush(out);
        return 0;
    }

    private Answer played(Model model, List<String> chosen, int times, PrintWriter err) {
        Plan plan = new Plan(
                chosen,
                asking.seed(),
                new Plan.Stop.Replications(times),
                Runtime.getRuntime().availableProcessors());
        try (Watching watching =
                Watching.begin("Running %s, %d times".formatted(model.name().en(), times), err)) {
            return Simulation.run(model, plan, watching);
        }
    }
}
