package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Size;
import org.whorl.engine.spc.ChartKind;
import org.whorl.engine.spc.ChartSettings;
import org.whorl.engine.spc.ControlChart;
import org.whorl.engine.spc.Improvement;
import org.whorl.engine.spc.Observed;
import org.whorl.engine.spc.Rules;
import org.whorl.files.Document;
import org.whorl.files.SeriesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whorl chart}. */
@Command(
        name = "chart",
        description = {
            "Tells which figures of a series are more than chance, and draws them with the limits that chance keeps within.",
            "The same limits and signals as NHSRplotthedots; limits are counted anew only from days that are named."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the command or the data are wrong"})
final class ChartCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "CSV", description = "A CSV file with a row for each day.")
    private Path data = Path.of("");

    @Option(names = "--date", paramLabel = "COL", description = "The column of days; date, or the first, unless said.")
    private @Nullable String date;

    @Option(
            names = "--value",
            paramLabel = "COL",
            description = "The column of values; value, or the one after the days, unless said.")
    private @Nullable String value;

    @Option(names = "--facet", paramLabel = "COL", description = "The column that tells several series apart.")
    private @Nullable String facet;

    @Option(
            names = "--of",
            paramLabel = "COL",
            description = "For shares and rates: the column of how many; of, unless said.")
    private @Nullable String of;

    @Option(
            names = "--improvement",
            paramLabel = "WAY",
            description = {
                "Which way is better: increase, decrease or neutral. neutral unless said: no change is called better or worse.",
                "With --rules plotthedots increase unless said, as in that package."
            })
    private @Nullable String improvement;

    @Option(
            names = "--target",
            paramLabel = "N",
            description = "What people want to reach; with --facet also NAME=N, again for each.")
    private List<String> targets = List.of();

    @Option(
            names = "--rebase",
            paramLabel = "DATE",
            arity = "1..*",
            description = "Days from which middle and limits are counted anew.")
    private List<String> rebase = List.of();

    @Option(
            names = "--fix-after",
            paramLabel = "N",
            description = "Limits come from the first N points of each stretch, 12 or more.")
    private @Nullable Integer fixAfter;

    @Option(names = "--no-screening", description = "Leave no difference out of the limits, however large.")
    private boolean unscreened;

    @Option(names = "--never-negative", description = "Values cannot lie below 0, so no limit does.")
    private boolean neverNegative;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "xmr (single values), run, p (shares), u (rates), g (cases between rare events), t (days between).")
    private String kind = "xmr";

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            description = "whorl, or plotthedots for what that package does, its faults included.")
    private String rules = "whorl";

    @Option(names = "--json", description = "Print one JSON document and nothing else on standard output.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "FILE", description = "Write the picture; with --facet one file for each.")
    private @Nullable Path svg;

    @Override
    public Integer call() throws IOException {
        ChartKind wanted = one("--kind", kind, ChartKind.values(), ChartKind::word);
        ChartSettings settings = settings(wanted);
        Map<String, Double> apart = new HashMap<>();
        for (String target : targets) {
            int equals = target.lastIndexOf('=');
            double number = number("--target", target.substring(equals + 1));
            if (equals < 0) {
                settings = settings.to(OptionalDouble.of(number));
            } else {
                apart.put(target.substring(0, equals), number);
            }
        }
        SequencedMap<String, List<Observed>> series =
                switch (SeriesFile.read(data, SeriesFile.Columns.named(date, value, facet, of, wanted))) {
                    case SeriesFile.Good good -> good.series();
                    case SeriesFile.Bad bad -> throw new Refusal(bad.text());
                };
        for (String name : apart.keySet()) {
            if (!series.containsKey(name)) {
                throw wrong("--target: nothing is called \"%s\"; there are %s"
                        .formatted(name, String.join(", ", series.keySet())));
            }
        }
        SequencedMap<String, ControlChart> charts = ControlChart.each(series, settings, apart);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Document.text(ChartDocument.of(charts)));
        } else {
            new ChartText(out).print(charts, improvement == null);
        }
        if (svg != null) {
            draw(svg, charts);
        }
        Failures.flush(out);
        return 0;
    }

    private ChartSettings settings(ChartKind wanted) {
        ChartSettings settings = ChartSettings.USUAL.as(wanted).by(one("--rules", rules, Rules.values(), Rules::word));
        settings = settings.better(better(settings.rules()));
        if (settings.rules() == Rules.PLOT_THE_DOTS && wanted != ChartKind.XMR) {
            throw wrong("--rules plotthedots makes --kind xmr only");
        }
        Set<LocalDate> days = rebase.stream()
                .flatMap(each -> Arrays.stream(each.split(",")))
                .map(each -> SeriesFile.day(each)
                        .orElseThrow(() -> wrong("--rebase: \"%s\" is not a date; write 2026-11-23".formatted(each))))
                .collect(Collectors.toUnmodifiableSet());
        if (fixAfter != null && fixAfter < ChartSettings.FEWEST_FIXED) {
            throw wrong("--fix-after: limits of %d points are none to hold on to; 12 or more".formatted(fixAfter));
        }
        settings = settings.from(days).fixedAfter(fixAfter == null ? OptionalInt.empty() : OptionalInt.of(fixAfter));
        settings = unscreened ? settings.unscreened() : settings;
        return neverNegative ? settings.neverBelowNought() : settings;
    }

    /** Nobody is told that a change is for the better who has not said what is better, unless that package's own way is asked for. */
    private Improvement better(Rules by) {
        if (improvement == null) {
            return by == Rules.PLOT_THE_DOTS ? Improvement.INCREASE : Improvement.NEUTRAL;
        }
        return one("--improvement", improvement, Improvement.values(), Improvement::word);
    }

    private void draw(Path file, SequencedMap<String, ControlChart> charts) throws IOException {
        int number = 0;
        for (Map.Entry<String, ControlChart> chart : charts.entrySet()) {
            number++;
            Path target = charts.size() == 1 ? file : beside(file, number);
            Files.writeString(
                    target,
                    ChartText.picture(title(chart.getKey()), chart.getValue()).file(Size.WIDE));
        }
    }

    private String title(String name) {
        return name.isEmpty() ? String.valueOf(data.getFileName()) : name;
    }

    /** chart.svg becomes chart-1.svg, chart-2.svg: names of facets need not be names of files. */
    private static Path beside(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(
                dot < 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot));
    }

    private <E> E one(String option, String given, E[] all, Function<E, String> word) {
        return Arrays.stream(all)
                .filter(each -> word.apply(each).equals(given.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong("%s: there is no \"%s\"; there are %s"
                        .formatted(option, given, Arrays.stream(all).map(word).collect(Collectors.joining(", ")))));
    }

    private double number(String option, String given) {
        try {
            double number = Double.parseDouble(given);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw wrong("%s: \"%s\" is not a number".formatted(option, given));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
