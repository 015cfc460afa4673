package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Model;
import org.whorl.files.AnswerJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code whorl preview}. */
@Command(
        name = "preview",
        description = {
            "Answers at once, by formulas: how much work there is, how many places it needs, who waits.",
            "Where more people come than can be served there is no average, and the JSON has a path instead."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the command or the model is wrong"})
final class PreviewCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelArgument argument = new ModelArgument();

    @Option(names = "--scenario", paramLabel = "S", description = ModelArgument.SCENARIOS)
    private List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Draw every number that has an interval N times, and say how unsure that leaves the answer; "
                    + "200 are plenty for a look.")
    private @Nullable Integer draws;

    @Mixin
    private Asking asking = new Asking();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Asking.atLeast(spec, "--draws", draws, 2);
        Model model = argument.open(spec.commandLine().getErr());
        List<String> chosen = ModelArgument.scenarios(model, scenarios);
        Answer answer = draws == null
                ? Preview.of(model, chosen)
                : Preview.withUncertainty(model, chosen, draws, asking.seed());
        if (asking.json()) {
            out.print(AnswerJson.text(answer));
        } else {
            new AnswerText(answer, out).print();
        }
        Failures.flush(out);
        return 0;
    }
}
