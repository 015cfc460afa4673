package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Problem;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Spread;
import org.whorl.files.CheckJson;
import org.whorl.files.Columns;
import org.whorl.files.Fault;
import org.whorl.files.FigureText;
import org.whorl.files.ModelFolder;
import org.whorl.files.Read;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whorl check}. */
@Command(
        name = "check",
        description = {
            "Says whether a model holds together, and if not, what is wrong, on which line, and what would be right.",
            "Then lists its numbers by quality: what was measured, and what is a guess."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the model holds together", "1:it does not", "2:there is no such folder"})
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    /** What to check, or the rules to check by. */
    static final class Subject {
        @Parameters(index = "0", paramLabel = "MODEL", description = ModelArgument.DESCRIPTION)
        private @Nullable Path model;

        @Option(
                names = "--schema",
                description = "Print the JSON Schema of model.yaml instead, for editors that can use one.")
        private boolean schema;
    }

    @Option(names = "--with", paramLabel = "FILE", description = ModelArgument.WITH)
    private List<Path> questions = List.of();

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path model = subject.model;
        if (subject.schema || model == null) {
            out.print(ModelFolder.schema());
            Failures.flush(out);
            return 0;
        }
        Read read = ModelArgument.read(model, questions);
        if (json) {
            out.print(CheckJson.text(model, read));
        } else {
            switch (read) {
                case Read.Good good -> good(out, good.model());
                case Read.Bad bad -> bad(out, model, bad.faults());
            }
        }
        Failures.flush(out);
        return read instanceof Read.Good ? 0 : Whorl.NO;
    }

    private static void bad(PrintWriter out, Path model, List<Fault> faults) {
        faults.forEach(out::println);
        out.printf(
                "%n%s does not hold together: %s.%n",
                model, faults.size() == 1 ? "1 thing is wrong" : faults.size() + " things are wrong");
    }

    private void good(PrintWriter out, Model checked) {
        out.printf("%s: the model holds together.%n", checked.name().en());
        for (Problem doubt : Check.warnings(checked)) {
            out.printf("Note: %s%n", doubt);
        }
        Map<Quality, Integer> counts = checked.parametersByQuality();
        int all = checked.parameters().size();
        out.printf("%nIt rests on %d number%s:%n", all, all == 1 ? "" : "s");
        for (Quality quality : Quality.values()) {
            int count = counts.getOrDefault(quality, 0);
            if (count > 0) {
                out.printf("%n%s: %d of %d%n", quality.word(), count, all);
                out.print(numbers(checked, quality));
            }
        }
    }

    private static String numbers(Model checked, Quality quality) {
        Columns columns = new Columns(List.of(0, 3), "", "value", "interval", "source");
        checked.parameters().forEach((path, parameter) -> {
            if (parameter.provenance().quality() == quality) {
                columns.row(List.of(path, FigureText.plain(parameter.value()), interval(parameter), source(parameter)));
            }
        });
        return columns.text();
    }

    /** A number and its interval, in brackets where it has one. */
    static String withInterval(Parameter parameter) {
        String interval = interval(parameter);
        return FigureText.plain(parameter.value()) + (interval.isEmpty() ? "" : " (%s)".formatted(interval));
    }

    private static String source(Parameter parameter) {
        String source = parameter.provenance().source();
        String date = parameter.provenance().date();
        return source == null ? "" : date == null ? source : source + ", " + date;
    }

    private static String interval(Parameter parameter) {
        return switch (parameter.spread()) {
            case Spread.Unsaid _ -> "";
            case Spread.Deviation(double sd) -> "sd " + FigureText.plain(sd);
            case Spread.Range(double low, double high) -> FigureText.plain(low) + " to " + FigureText.plain(high);
            case Spread.Distributed(Distribution distribution) ->
                distribution.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
