package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.allocation.FiveQuestions;
import org.whorl.engine.allocation.Frontier;
import org.whorl.engine.allocation.LetGo;
import org.whorl.engine.allocation.Marginal;
import org.whorl.engine.allocation.ValueTriangle;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.load.PreparedDraws;
import org.whorl.engine.model.Limits;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.files.Document;
import org.whorl.files.FigureText;
import org.whorl.files.ModelFolder;
import org.whorl.optimise.Optimiser;
import org.whorl.optimise.Plans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code whorl optimise}. */
@Command(
        name = "optimise",
        description = {
            "Where money does most good: what a little more or less would do at each service; then several different plans",
            "near the best there is within what the partners have agreed (agreements.limits), each checked by simulation.",
            "There is never one best plan."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:nothing within the limits is better than things as they are",
            "2:the command or the model is wrong, or nothing could be written"
        })
final class OptimiseCommand implements Callable<Integer> {
    private static final int MOST_CANDIDATES = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelArgument argument = new ModelArgument();

    @Option(
            names = "--measure",
            paramLabel = "M",
            description =
                    "The measure whose count is to fall, for the list of services; the first aim of the limits, or"
                            + " else the first measure, unless said.")
    private @Nullable String measure;

    @Option(
            names = "--pounds",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How much more or less at each service (${DEFAULT-VALUE}).")
    private double pounds;

    @Option(
            names = "--bearable",
            paramLabel = "PEOPLE",
            defaultValue = "1",
            description =
                    "By how many people the measure may rise where less is done, for the list of what could be let"
                            + " go (${DEFAULT-VALUE}).")
    private double bearable;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "200",
            description = "How often the model's numbers are drawn (${DEFAULT-VALUE}).")
    private int draws;

    @Option(
            names = "--within",
            paramLabel = "SHARE",
            defaultValue = "0.03",
            description = "How far below the best a plan may be (${DEFAULT-VALUE}).")
    private double within;

    @Option(
            names = "--plans",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many plans at most (${DEFAULT-VALUE}).")
    private int plans;

    @Option(
            names = "--replications",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many times the plans are played through; 0 for not at all (${DEFAULT-VALUE}).")
    private int replications;

    @Option(names = "--list", description = "Only the list of services; do not look for plans.")
    private boolean list;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the model with the plans as scenarios, to be changed by hand.")
    private @Nullable Path folder;

    @Mixin
    private Asking asking = new Asking();

    @Override
    public Integer call() throws IOException {
        check();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Model model = argument.open(err);
        Limits limits = model.agreements().limits();
        boolean search = !list && !limits.aim().isEmpty() && !limits.choices().isEmpty();
        if (!list && !search) {
            err.println(
                    "Note: the model does not say what may change (agreements.limits: aim and services), so there are"
                            + " no plans, only the list of services.");
        }
        String counted = Counted.of(model, measure);
        Worths worths;
        @Nullable Plans found = null;
        @Nullable Answer played = null;
        try (Watching watching = Watching.begin(
                "Asking what money does in %s".formatted(model.name().en()), err)) {
            worths = worths(model, counted, watching);
            if (search) {
                found = Optimiser.search(model, draws, asking.seed(), within, plans, watching);
                if (replications > 0 && !found.plans().isEmpty()) {
                    played = Optimiser.verify(
                            model,
                            found.plans(),
                            replications,
                            asking.seed(),
                            Runtime.getRuntime().availableProcessors(),
                            watching);
                }
            }
        } catch (CancellationException e) {
            err.printf("Stopped: %s. Nothing was written.%n", e.getMessage());
            err.flush();
            return Whorl.WRONG;
        }
        if (asking.json()) {
            out.print(Document.text(OptimiseDocument.of(model, worths, found, played)));
        } else {
            new OptimiseText(model, out).print(worths, found, played);
        }
        out.flush();
        if (folder != null && found != null && !found.plans().isEmpty()) {
            Model with = model;
            for (var plan : found.plans()) {
                with = with.with(plan.scenario());
            }
            ModelFolder.write(with, folder);
            err.printf("Written to %s%n", folder);
        }
        Failures.flush(out);
        return found != null && found.plans().isEmpty() ? Whorl.NO : 0;
    }

    private void check() {
        if (!(pounds > 0)) {
            throw new ParameterException(
                    spec.commandLine(), "--pounds must be above 0, not " + FigureText.plain(pounds));
        }
        Asking.atLeast(spec, "--draws", draws, 2);
        if (!(within >= 0 && within < 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--within must be a share from 0 to 1, not " + FigureText.plain(within));
        }
        if (!(bearable >= 0)) {
            throw new ParameterException(
                    spec.commandLine(), "--bearable must be 0 or more, not " + FigureText.plain(bearable));
        }
        if (plans < 1 || replications < 0) {
            throw new ParameterException(spec.commandLine(), "--plans must be 1 or more, and --replications 0 or more");
        }
    }

    /** Only what is asked for is counted, and no crisis, so that more draws can be asked. */
    private static Model counting(Model model, String counted) {
        return model.watching(model.measures().stream()
                .filter(measure -> measure.id().equals(counted))
                .map(m -> new Measure(
                        m.id(), m.name(), m.count(), m.in(), m.waitingFor(), m.where(), m.longerThan(), m.on(), null))
                .toList());
    }

    private Worths worths(Model model, String counted, Progress watching) {
        List<Marginal.Step> steps = Marginal.steps(model, pounds);
        Answer answer = new PreparedDraws(counting(model, counted), draws, asking.seed(), watching)
                .answer(
                        steps.stream()
                                .flatMap(step -> Stream.of(step.more(), step.less()))
                                .toList(),
                        watching);
        List<Marginal.Worth> worth = Marginal.worth(steps, answer, counted, pounds);
        return new Worths(
                counted,
                pounds,
                draws,
                answer,
                worth,
                Marginal.withoutPrice(model),
                FiveQuestions.of(answer, worth, MOST_CANDIDATES),
                frontier(worth),
                bearable,
                LetGo.inOrder(worth.stream()
                        .map(one ->
                                LetGo.of(answer, one.step().less().id(), posts(model, one.step()), counted, bearable))
                        .toList()));
    }

    /** More at each service as a triangle: as wide as its cost, as high as the people it helps. */
    private static Frontier frontier(List<Marginal.Worth> worth) {
        return Frontier.of(worth.stream()
                .filter(one -> one.more().mean() < 0)
                .map(one -> new ValueTriangle(
                        one.step().service(),
                        -one.more().mean(),
                        1,
                        1,
                        one.step().pounds()))
                .toList());
    }

    /** The posts that less at a service releases, as the limits know them; 0 where nobody has said. */
    private static double posts(Model model, Marginal.Step step) {
        return model.agreements().limits().choices().stream()
                .filter(choice -> choice.service().equals(step.service()))
                .mapToDouble(choice -> choice.staff() * step.places())
                .sum();
    }

    /**
     * What a little money does at each service.
     *
     * @param measure whose count is to fall
     * @param pounds how much
     * @param draws of the numbers
     * @param answer what it was read from
     * @param worth by service, best first
     * @param withoutPrice services of which nobody can tell
     * @param questions the five questions
     * @param frontier what the most is that a sum buys, service by service
     * @param bearable by how many people the measure may rise
     * @param letGo what could be done less, the safe first
     */
    record Worths(
            String measure,
            double pounds,
            int draws,
            Answer answer,
            List<Marginal.Worth> worth,
            List<String> withoutPrice,
            FiveQuestions questions,
            Frontier frontier,
            double bearable,
            List<LetGo> letGo) {}
}
