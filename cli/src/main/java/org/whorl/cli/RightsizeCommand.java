package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.RightSizing;
import org.whorl.engine.load.RightSizing.Sized;
import org.whorl.engine.model.Model;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.Columns;
import org.whorl.files.Document;
import org.whorl.files.FigureText;
import org.whorl.files.ModelFolder;
import org.whorl.files.SizingFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whorl rightsize}. */
@Command(
        name = "rightsize",
        description = {
            "From weekly discharges to places, visits and posts, by plain arithmetic; beside it, what it leaves out.",
            "The columns are in docs/method/right-sizing.md; docs/templates has a workbook to fill in."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the command or the data are wrong"})
final class RightsizeCommand implements Callable<Integer> {

    /** Each of a year after two years of settling: enough for a figure beside another. */
    private static final int REPLICATIONS = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description = "A workbook with the sheets weeks and pathways, or a folder with weeks.csv and pathways.csv.")
    private Path data = Path.of("");

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How often what is not known is drawn (${DEFAULT-VALUE}).")
    private int draws;

    @Option(names = "--out", paramLabel = "DIR", description = "Write a first model of these pathways, to go on from.")
    private @Nullable Path folder;

    @Mixin
    private Asking asking = new Asking();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Asking.atLeast(spec, "--draws", draws, 2);
        RightSizing.Answer answer = switch (SizingFile.read(data)) {
            case SizingFile.Good good -> RightSizing.of(good.question(), draws, asking.seed());
            case SizingFile.Bad bad -> throw new Refusal(bad.text());
        };
        Model model = RightSizing.model(answer);
        Answer played = Simulation.run(
                model,
                new Plan(
                        List.of(),
                        asking.seed(),
                        new Plan.Stop.Replications(REPLICATIONS),
                        Runtime.getRuntime().availableProcessors()),
                Progress.SILENT);
        if (asking.json()) {
            out.print(Document.text(document(answer, played)));
        } else {
            print(answer, played, out);
        }
        out.flush();
        if (folder != null) {
            ModelFolder.write(model, folder);
            spec.commandLine().getErr().printf("Written to %s%n", folder);
        }
        Failures.flush(out);
        return 0;
    }

    private static void print(RightSizing.Answer answer, Answer played, PrintWriter out) {
        out.printf("A mean week: %s people leave%n%n", FigureText.of(Field.WAITING, answer.weeks()));
        Columns columns = new Columns(
                "pathway",
                "starts a week",
                "people there",
                "places by arithmetic",
                "visits a week",
                "posts",
                "places so that 1 in 20 waits",
                "waiting with the plain number",
                "simulated");
        for (int p = 0; p < answer.sized().size(); p++) {
            Sized sized = answer.sized().get(p);
            columns.row(List.of(
                    sized.pathway().name(),
                    FigureText.of(Field.STARTS, sized.starts()),
                    FigureText.of(Field.OFFERED_LOAD, sized.load()),
                    FigureText.of(Field.OFFERED_LOAD, sized.places()),
                    sized.visits().map(v -> FigureText.of(Field.STARTS, v)).orElse(""),
                    sized.posts().map(v -> FigureText.of(Field.STARTS, v)).orElse(""),
                    FigureText.of(Field.DELAY_TARGET_PLACES, sized.enoughPlaces()),
                    Double.isInfinite(sized.waiting())
                            ? "more and more"
                            : FigureText.of(Field.WAITING, Estimate.exact(sized.waiting())),
                    FigureText.of(Field.WAITING, waiting(played, p))));
        }
        out.print(columns.text());
        out.printf("%n%s%n", answer.why());
        if (answer.unevenness() > 1.2) {
            out.printf(
                    "Your weeks vary %.1f times as much as chance alone would make them, so even the places beside are too few.%n",
                    answer.unevenness());
        }
        out.println(
                "Intervals: how sure the mean week and the shares of the pathways are; of what is simulated, chance alone. Stays and minutes are taken as"
                        + " written.");
    }

    private static Map<String, Object> document(RightSizing.Answer answer, Answer played) {
        SequencedMap<String, Object> root = new LinkedHashMap<>();
        root.put("tier", "arithmetic");
        root.put("week", answer.weeks());
        root.put("unevenness", answer.unevenness());
        SequencedMap<String, Object> pathways = new LinkedHashMap<>();
        for (int p = 0; p < answer.sized().size(); p++) {
            Sized sized = answer.sized().get(p);
            SequencedMap<String, Object> one = new LinkedHashMap<>();
            one.put("starts-a-week", sized.starts());
            one.put("load", sized.load());
            one.put("places", sized.places());
            sized.visits().ifPresent(v -> one.put("visits-a-week", v));
            sized.posts().ifPresent(v -> one.put("posts", v));
            one.put("delay-target-places", sized.enoughPlaces());
            one.put("waiting-with-places", sized.waiting());
            one.put("waiting-simulated", waiting(played, p));
            pathways.put(sized.pathway().name(), one);
        }
        root.put("pathways", pathways);
        root.put("why", answer.why());
        return root;
    }

    /** The simulation's count of people who wait for a pathway that has the arithmetic's places. */
    private static Estimate waiting(Answer played, int pathway) {
        return played.base().figures().get(Subject.measure("waiting-" + (pathway + 1)), Field.MEAN);
    }
}
