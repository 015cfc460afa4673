package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.whorl.engine.spc.Funnel;
import org.whorl.files.Columns;
import org.whorl.files.Document;
import org.whorl.files.FunnelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whorl funnel}. */
@Command(
        name = "funnel",
        description = {
            "Says whose good figures are more than chance and hold, and so are worth asking how they do it. It never ranks.",
            "It leaves room for what always makes teams differ, and asks for two periods running and people like the others'."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "2:the command or the data are wrong"})
final class FunnelCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description =
                    "A CSV file with unit, numerator and denominator; period (such as 2026-Q3) and case-mix if known.")
    private Path data = Path.of("");

    @Option(names = "--fewer-is-better", description = "A low share is what people want.")
    private boolean fewer;

    @Option(names = "--json", description = "Print one JSON document and nothing else on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Funnel funnel = switch (FunnelFile.read(data)) {
            case FunnelFile.Good good -> Funnel.of(good.rows(), !fewer);
            case FunnelFile.Bad bad -> throw new Refusal(bad.text());
        };
        if (json) {
            out.print(Document.text(document(funnel)));
        } else {
            print(funnel, out);
        }
        Failures.flush(out);
        return 0;
    }

    private void print(Funnel funnel, PrintWriter out) {
        List<Funnel.Unit> worth = funnel.worthAsking();
        out.println(
                worth.isEmpty()
                        ? "Nobody stands out beyond what always makes units differ, twice running. That is no bad news."
                        : "Worth asking how they do it: %s."
                                .formatted(worth.stream().map(Funnel.Unit::unit).collect(Collectors.joining(", "))));
        out.printf(
                Locale.ROOT,
                "All together%s: %.1f %%. Units vary %.1f times as much as chance alone would make them.%n%n",
                funnel.period().isEmpty() ? "" : " in " + funnel.period(),
                100 * funnel.target(),
                funnel.phi());
        Columns columns = new Columns(List.of(0, 4), "unit", "share, %", "beyond the others", "in the best tenth", "");
        for (Funnel.Unit unit : funnel.units()) {
            boolean good = fewer ? unit.zAdjusted() < 0 : unit.zAdjusted() > 0;
            columns.row(List.of(
                    unit.unit(),
                    Double.isNaN(unit.share().mean())
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "%.1f (%.1f to %.1f)",
                                    100 * unit.share().mean(),
                                    100 * unit.share().low(),
                                    100 * unit.share().high()),
                    good ? String.format(Locale.ROOT, "%.2f", Math.abs(unit.zAdjusted())) : "",
                    good ? String.format(Locale.ROOT, "%.0f %% sure", 100 * unit.bestTenth()) : "",
                    words(unit.why())));
        }
        out.println(columns.text());
        out.println(
                "In the order of the data; this is no ranking. In brackets: the 95 % interval that chance leaves. Beyond the others is counted in errors with room for what always differs; whoever lies on the other side is told that alone.");
    }

    private static String words(Funnel.Why why) {
        return switch (why) {
            case WORTH_ASKING -> "worth asking";
            case WORTH_ASKING_MIX_UNKNOWN -> "worth asking; are its people like the others'? nobody said";
            case WITHIN -> "";
            case NOT_YET_TWICE -> "beyond the others now; wait for the next period";
            case NOT_SURE -> "beyond the others; nobody can tell if in the best tenth";
            case OTHER_PEOPLE -> "beyond the others, but its people are not like theirs";
            case NOT_NOW -> "no figures in the newest period";
        };
    }

    private static Map<String, Object> document(Funnel funnel) {
        SequencedMap<String, Object> root = new LinkedHashMap<>();
        root.put("target", funnel.target());
        root.put("phi", funnel.phi());
        root.put("tau2", funnel.tau2());
        root.put("period", funnel.period());
        root.put("units", funnel.units().stream().map(FunnelCommand::unit).toList());
        return root;
    }

    private static Map<String, Object> unit(Funnel.Unit unit) {
        SequencedMap<String, Object> one = new LinkedHashMap<>();
        one.put("unit", unit.unit());
        one.put("share", unit.share());
        one.put("z", unit.z());
        one.put("z-adjusted", unit.zAdjusted());
        one.put("best-tenth", unit.bestTenth());
        one.put("worth-asking", unit.why().worthAsking());
        one.put("why", unit.why().word());
        return one;
    }
}
