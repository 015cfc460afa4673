package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Note;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.simulation.Levels;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Settling;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.AnswerJson;
import org.whorl.files.AnswerTables;
import org.whorl.files.FigureText;
import org.whorl.files.OutputFolder;
import org.whorl.files.report.Report;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code whorl run}. */
@Command(
        name = "run",
        description = {
            "Plays people through the model day by day, many times over, and says who waits where and what it costs.",
            "Scenarios are compared with the model as it stands, with the same people in both."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:nobody can tell the long run that was asked for",
            "2:the command or the model is wrong, or nothing could be written"
        })
final class RunCommand implements Callable<Integer> {
    private static final int FLOOR = 20;
    private static final int CAP = 20_000;
    private static final int MOST = 1_000_000;

    /** Replications of each draw: enough to tell how much is chance. */
    private static final int OF_EACH_DRAW = 20;

    /** Draws for the report: enough for an interval to be seen, few enough to be waited for. */
    private static final int DRAWS = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelArgument argument = new ModelArgument();

    @Option(names = "--scenario", paramLabel = "S", description = ModelArgument.SCENARIOS)
    private List<String> scenarios = new ArrayList<>();

    @ArgGroup
    private @Nullable Enough enough;

    @Option(
            names = "--draws",
            paramLabel = "D",
            description =
                    "Draw every number that has an interval D times, play each draw with the same people (20 times "
                            + "unless --replications says otherwise), and say how much of the uncertainty is chance, how much "
                            + "comes from the numbers, and how far the scenarios lie apart.")
    private @Nullable Integer draws;

    @Option(
            names = "--steady-state",
            description =
                    "Measure the long run: the warm-up is chosen (by MSER-5) for the service that settles most slowly, from "
                            + "the warm-up and days of the model played 400 times. Where nobody can tell, it says so.")
    private boolean steadyState;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many replications are played at once; every core unless said. It changes no number.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write a folder with the report, the answer as JSON and tables as CSV.")
    private @Nullable Path folder;

    @Mixin
    private Asking asking = new Asking();

    /** When to stop: one or the other. */
    static final class Enough {
        @Option(
                names = "--replications",
                paramLabel = "N",
                description = "How many times the days are played, with each draw where numbers are drawn; "
                        + "100 unless said.")
        private @Nullable Integer replications;

        @Option(
                names = "--precision",
                paramLabel = "P%",
                description =
                        "Play until the headline figures are sure enough: each measure's mean and 95th percentile "
                                + "to within P%% of itself, its share of days of crisis to within P days in 100; without "
                                + "measures, each mean wait and 95th percentile. At least 20 times, at most 20,000.")
        private @Nullable String precision;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Plan.Stop stop = stop();
        Asking.atLeast(spec, "--threads", threads, 1);
        Model model = argument.open(err);
        if (draws != null && model.parameters().values().stream().noneMatch(Parameter::hasInterval)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--draws has nothing to draw: no number of the model has an interval; give some a low and a high");
        }
        List<String> chosen = steadyState ? List.of() : ModelArgument.scenarios(model, scenarios);
        if (steadyState && !scenarios.isEmpty() && !scenarios.equals(List.of(Scenario.BASE))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--steady-state is about the model as it stands, not about a scenario: make the change in the model");
        }
        Plan plan = new Plan(chosen, asking.seed(), stop, threads);
        if (folder != null) {
            // Whoever cannot write shall not wait for the work to learn it.
            OutputFolder.open(folder).close();
        }
        Watching watching = Watching.begin(task(model, chosen, stop), err);
        try {
            List<Note> notes = new ArrayList<>();
            Optional<Model> settled = steadyState ? settle(model, watching, notes, err) : Optional.of(model);
            if (settled.isEmpty()) {
                return Whorl.NO;
            }
            Model played = settled.get();
            notes.addAll(Preview.shortHorizons(played));
            Answer answer = (draws == null
                            ? Simulation.run(played, plan, watching)
                            : Levels.run(played, plan, draws, watching))
                    .with(notes);
            // Printed first: an answer that took hours shall not be lost because a disk is full.
            if (asking.json()) {
                out.print(AnswerJson.text(answer));
            } else {
                new AnswerText(answer, out).print();
            }
            out.flush();
            if (folder != null) {
                if (model.parameters().values().stream().anyMatch(Parameter::hasInterval)) {
                    err.printf("Drawing the model's numbers %d times for the report ...%n", DRAWS);
                    err.flush();
                }
                write(report(answer, chosen, watching), folder);
                err.printf("Written to %s%n", folder);
            }
            Failures.flush(out);
        } catch (CancellationException e) {
            err.printf("Stopped: %s. Nothing was written.%n", e.getMessage());
            err.flush();
            return Whorl.WRONG;
        } finally {
            // Not sooner: the process that is being stopped waits for this, and then for nothing more.
            watching.close();
        }
        return 0;
    }

    /** The model with the warm-up it needs, and a note of that; or the reasons why nobody can tell, on standard error. */
    private Optional<Model> settle(Model model, Watching watching, List<Note> notes, PrintWriter err) {
        return switch (Settling.find(model, asking.seed(), threads, watching)) {
            case Settling.Found.Settled(Model settled, Note note) -> {
                notes.add(note);
                yield Optional.of(settled);
            }
            case Settling.Found.CannotTell(List<Note> reasons) -> {
                reasons.forEach(reason -> err.printf("%s: %s%n", reason.subject(), reason.message()));
                err.flush();
                yield Optional.empty();
            }
        };
    }

    /** Sets beside the answer what formulas say, and how unsure the model's numbers leave that where they have intervals. */
    private Report report(Answer answer, List<String> chosen, Watching watching) {
        Model model = answer.model();
        Answer instant = Preview.of(model, chosen);
        Answer unsure = model.parameters().values().stream().anyMatch(Parameter::hasInterval)
                ? Preview.withUncertainty(model, chosen, DRAWS, asking.seed())
                : null;
        if (watching.cancelled()) {
            throw new CancellationException("stopped before the report was written");
        }
        return new Report(answer, instant, unsure, LocalDate.now(ZoneId.systemDefault()), Whorl.version());
    }

    private static void write(Report report, Path folder) throws IOException {
        Answer answer = report.exact();
        try (OutputFolder files = OutputFolder.open(folder)) {
            try (Writer writer = files.writer("answer.json")) {
                writer.write(AnswerJson.text(answer));
            }
            AnswerTables.write(answer, files);
            report.write(files);
            files.publish();
        } catch (FileSystemException e) {
            throw e;
        } catch (UncheckedIOException | IOException e) {
            // A full disk is told without a name; people know the folder they asked for.
            Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
            throw new FileSystemException(folder.toString(), null, cause.getMessage());
        }
    }

    private String task(Model model, List<String> scenarios, Plan.Stop stop) {
        String what = scenarios.isEmpty()
                ? "Running " + model.name().en()
                : "Running %s and %d scenario%s"
                        .formatted(model.name().en(), scenarios.size(), scenarios.size() == 1 ? "" : "s");
        return switch (stop) {
            case Plan.Stop.Replications fixed ->
                draws == null
                        ? "%s, %d times".formatted(what, fixed.count())
                        : "%s, with %d draws of its numbers, %d times each".formatted(what, draws, fixed.count());
            case Plan.Stop.Precision precise ->
                "%s until known to within %s %%".formatted(what, FigureText.plain(100 * precise.halfWidth()));
        };
    }

    private Plan.Stop stop() {
        if (draws != null && draws < Levels.LEAST_DRAWS) {
            throw new ParameterException(
                    spec.commandLine(), "--draws must be %d or more, not %d".formatted(Levels.LEAST_DRAWS, draws));
        }
        if (enough == null) {
            return new Plan.Stop.Replications(draws == null ? 100 : OF_EACH_DRAW);
        }
        if (enough.replications != null) {
            if (draws != null && enough.replications < Levels.LEAST_REPLICATIONS) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--replications must be %d or more with --draws, not %d"
                                .formatted(Levels.LEAST_REPLICATIONS, enough.replications));
            }
            if (enough.replications < 1 || enough.replications > MOST) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--replications must be from 1 to %d, not %d".formatted(MOST, enough.replications));
            }
            return new Plan.Stop.Replications(enough.replications);
        }
        if (draws != null) {
            throw new ParameterException(
                    spec.commandLine(), "--draws goes with --replications, not with --precision: give one of the two");
        }
        String text = String.valueOf(enough.precision).strip();
        boolean perCent = text.endsWith("%");
        try {
            double width =
                    Double.parseDouble(perCent ? text.substring(0, text.length() - 1) : text) / (perCent ? 100 : 1);
            if (width > 0 && width < 1) {
                return new Plan.Stop.Precision(width, FLOOR, CAP);
            }
        } catch (NumberFormatException _) {
            // Told below, like any other precision that cannot be.
        }
        throw new ParameterException(
                spec.commandLine(), "--precision must be a share such as 5%% or 0.05, not %s".formatted(text));
    }
}
