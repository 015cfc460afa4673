package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Driver;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Scenario.Operation;
import org.whorl.engine.model.Spelling;
import org.whorl.engine.need.NeedAnswer;
import org.whorl.engine.need.NeedQuestion;
import org.whorl.engine.need.Needs;
import org.whorl.files.NeedJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code whorl need}. */
@Command(
        name = "need",
        description = {
            "Says what the people of a place need, how much of it becomes demand and is met, and why that will change.",
            "Need, demand and what is met are kept apart. What nobody knows is not made up."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the command or the model is wrong"})
final class NeedCommand implements Callable<Integer> {
    private static final Pattern STEPS = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)\\s*(?:sd)?");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelArgument argument = new ModelArgument();

    @Option(
            names = "--year",
            paramLabel = "Y",
            description = "The year to compare with the one in which the model starts; ten years on unless said.")
    private @Nullable Integer year;

    @Option(
            names = "--driver",
            paramLabel = "D=STEPS",
            description = "Move a driver by standard deviations, such as unemployment=+1sd; may be given again.")
    private Map<String, String> moved = new LinkedHashMap<>();

    @Option(
            names = "--scenario",
            paramLabel = "S",
            description = "What else is different then: the drivers and needs that a scenario of the model changes.")
    private @Nullable String scenario;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "400",
            description = "How many times what is not known is drawn (${DEFAULT-VALUE}).")
    private int draws;

    @Mixin
    private Asking asking = new Asking();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Asking.atLeast(spec, "--draws", draws, 2);
        Model model = argument.open(spec.commandLine().getErr());
        NeedAnswer answer;
        try {
            answer = Needs.answer(model, new NeedQuestion(year, change(model), draws, asking.seed()), Progress.SILENT);
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage() + ".");
        }
        if (asking.json()) {
            out.print(NeedJson.text(answer));
        } else {
            new NeedText(answer, out).print();
        }
        Failures.flush(out);
        return 0;
    }

    private @Nullable Scenario change(Model model) {
        List<Change> changes = new ArrayList<>();
        if (scenario != null) {
            ModelArgument.scenarios(model, List.of(scenario))
                    .forEach(id -> changes.addAll(model.scenario(id).changes()));
        }
        moved.forEach((driver, steps) -> changes.add(new Change(
                "drivers." + known(model, driver) + ".level",
                Operation.ADD,
                Parameter.of(steps(driver, steps)),
                List.of(),
                null,
                null)));
        if (changes.isEmpty()) {
            return null;
        }
        Scenario change = new Scenario("then", Name.of("then"), changes);
        Check.of(model, change).stream().findFirst().ifPresent(problem -> {
            throw new Refusal(problem.toString() + ".");
        });
        return change;
    }

    private static String known(Model model, String driver) {
        List<String> known = model.drivers().stream().map(Driver::id).toList();
        if (!known.contains(driver)) {
            throw new Refusal("The model has no driver called %s; %s"
                    .formatted(
                            driver,
                            Spelling.nearest(driver, known)
                                    .map("did you mean %s?"::formatted)
                                    .orElse(
                                            known.isEmpty()
                                                    ? "it has none."
                                                    : "it has " + String.join(", ", known) + ".")));
        }
        return driver;
    }

    private double steps(String driver, String text) {
        Matcher steps = STEPS.matcher(text.strip());
        if (!steps.matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--driver %s=%s cannot be read; write standard deviations, such as %s=+1sd"
                            .formatted(driver, text, driver));
        }
        return Double.parseDouble(steps.group(1));
    }
}
