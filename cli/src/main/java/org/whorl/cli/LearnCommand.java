package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.evidence.Belief;
import org.whorl.engine.evidence.Finding;
import org.whorl.engine.evidence.Panel;
import org.whorl.engine.evidence.Prior;
import org.whorl.engine.evidence.Tried;
import org.whorl.files.Document;
import org.whorl.files.PanelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whorl learn}. */
@Command(
        name = "learn",
        description = {
            "Says what figures make of what was believed: before, what was found, after.",
            "It says too when the two do not fit each other; then an average of them describes neither."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Whorl.WRONG,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:the figures cannot say", "2:the command or the data are wrong"})
final class LearnCommand implements Callable<Integer> {

    private static final Pattern WRITTEN = Pattern.compile("(normal|ratio|gamma|beta)\\((.*)\\)");
    private static final Pattern COUNTED = Pattern.compile("([^/,]+)/([^/,]+)");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "PRIOR",
            description = {
                "What was believed, or a file that holds it: normal(mean,sd); ratio(middle,low,high) for how many times as much,"
                        + " with its 95 %% interval; gamma(events,exposure) for a rate; beta(yes,no) for a share."
            })
    private String prior = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DATA",
            description = {
                "What was found: events/exposure or yes/of, such as 12/90; estimate,error for a normal;"
                        + " ratio,low,high for a ratio; or a CSV file with site, period, number, exposure where events are"
                        + " counted, and tried (yes or no)."
            })
    private String data = "";

    @Option(
            names = "--design",
            paramLabel = "DESIGN",
            description =
                    "How it was found: stepped-wedge, difference-in-differences, time-series or before-and-after. A file needs it.")
    private @Nullable String design;

    @Option(
            names = "--weight",
            paramLabel = "A0",
            description = "How much the figures count, above 0 and at most 1, instead of what goes with the design.")
    private @Nullable Double weight;

    @Option(names = "--json", description = "Print one JSON document and nothing else on standard output.")
    private boolean json;

    /** What was believed; {@code multiplies} where it is about the logarithm of a ratio. */
    private record Before(Belief belief, boolean multiplies) {}

    /**
     * What figures make of it.
     *
     * @param found the estimate, on the scale of the belief
     * @param error its standard error, not discounted
     * @param counted what was counted, in words; empty for an estimate
     */
    private record Learnt(
            Belief after,
            double found,
            double error,
            String counted,
            @Nullable Finding finding) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Before before = before();
        Tried tried = tried();
        double a0 = weight != null ? weight : tried == null ? 1 : tried.weight();
        if (!(a0 > 0 && a0 <= 1)) {
            throw new Refusal("--weight lies above 0 and is at most 1, not " + a0);
        }
        Learnt learnt;
        if (before.belief instanceof Belief.Bell bell) {
            Finding finding = finding(before.multiplies, tried);
            if (finding instanceof Finding.Unknown(Finding.Why why)) {
                if (json) {
                    out.print(Document.text(Map.of("cannot-tell", word(why), "why", words(why))));
                } else {
                    out.println("Cannot tell: " + words(why) + ".");
                }
                Failures.flush(out);
                return Whorl.NO;
            }
            Finding.Found found = (Finding.Found) finding;
            learnt =
                    new Learnt(bell.after(found.estimate(), found.sd(), a0), found.estimate(), found.sd(), "", finding);
        } else {
            learnt = counted(before.belief, a0);
        }
        boolean conflict = before.belief.conflicts(learnt.found, learnt.error);
        if (json) {
            out.print(Document.text(document(before, learnt, a0, conflict)));
        } else {
            print(out, before, learnt, a0, tried, conflict);
        }
        Failures.flush(out);
        return 0;
    }

    private Before before() throws IOException {
        String written = prior.strip();
        String where = "PRIOR";
        if (!WRITTEN.matcher(written).matches() && Files.isRegularFile(Path.of(written))) {
            where = String.valueOf(Path.of(written).getFileName());
            written = Files.readString(Path.of(written)).strip();
        }
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new Refusal(
                    "%s: \"%s\" is no belief; write normal(mean,sd), ratio(middle,low,high), gamma(events,exposure) or beta(yes,no)"
                            .formatted(where, written.length() > 60 ? written.substring(0, 60) + "..." : written));
        }
        String kind = matcher.group(1);
        double[] numbers = numbers(where, matcher.group(2), kind.equals("ratio") ? 3 : 2);
        try {
            return switch (kind) {
                case "normal" -> new Before(new Belief.Bell(numbers[0], numbers[1]), false);
                case "gamma" -> new Before(new Belief.Rate(numbers[0], numbers[1]), false);
                case "beta" -> new Before(new Belief.Share(numbers[0], numbers[1]), false);
                default -> {
                    Prior ratio = Prior.ofRatio(numbers[0], numbers[1], numbers[2], 1);
                    yield new Before(new Belief.Bell(ratio.centre(), ratio.sd()), true);
                }
            };
        } catch (IllegalArgumentException wrong) {
            throw new Refusal("%s: %s".formatted(where, wrong.getMessage()));
        }
    }

    private static double[] numbers(String where, String written, int many) {
        String[] parts = written.split(",", -1);
        if (parts.length != many) {
            throw new Refusal("%s: %d numbers are needed, not \"%s\"".formatted(where, many, written));
        }
        return Arrays.stream(parts).mapToDouble(part -> number(where, part)).toArray();
    }

    private static double number(String where, String written) {
        try {
            double number = Double.parseDouble(written.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new Refusal("%s: \"%s\" is not a number".formatted(where, written.strip()));
    }

    private @Nullable Tried tried() {
        if (design == null) {
            return null;
        }
        return Arrays.stream(Tried.values())
                .filter(one -> one.word().equals(design))
                .findFirst()
                .orElseThrow(() -> new Refusal("--design: there is no %s; there are %s"
                        .formatted(
                                design,
                                Arrays.stream(Tried.values()).map(Tried::word).collect(Collectors.joining(", ")))));
    }

    private Finding finding(boolean multiplies, @Nullable Tried tried) {
        if (Files.isRegularFile(Path.of(data))) {
            PanelFile.Good read = file();
            if (tried == null) {
                throw new Refusal(
                        "--design is needed with a file: the same figures say more or less by how they were found");
            }
            Panel.Scale scale =
                    read.exposed() ? Panel.Scale.RATES : multiplies ? Panel.Scale.RATIOS : Panel.Scale.DIFFERENCES;
            return new Panel(scale, read.sites()).found(tried);
        }
        double[] numbers = numbers("--data", data, multiplies ? 3 : 2);
        try {
            if (multiplies) {
                Prior ratio = Prior.ofRatio(numbers[0], numbers[1], numbers[2], 1);
                return Finding.Found.of(true, ratio.centre(), ratio.sd());
            }
            if (!(numbers[1] > 0)) {
                throw new Refusal("--data: a standard error lies above 0, not " + numbers[1]);
            }
            return Finding.Found.of(false, numbers[0], numbers[1]);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal("--data: " + wrong.getMessage());
        }
    }

    private PanelFile.Good file() {
        return switch (PanelFile.read(Path.of(data))) {
            case PanelFile.Good good -> good;
            case PanelFile.Bad bad -> throw new Refusal(bad.text());
        };
    }

    private Learnt counted(Belief before, double a0) {
        double events = 0;
        double of = 0;
        if (Files.isRegularFile(Path.of(data))) {
            PanelFile.Good read = file();
            if (!read.exposed()) {
                throw new Refusal(
                        Path.of(data).getFileName() + ":1: exposure: there is no such column; a rate needs it");
            }
            for (Panel.Site site : read.sites()) {
                for (int t = 0; t < site.cells().size(); t++) {
                    Panel.Cell cell = site.cells().get(t);
                    if (cell != null && site.tries(t)) {
                        events += cell.number();
                        of += cell.exposure();
                    }
                }
            }
            if (of == 0) {
                throw new Refusal(Path.of(data).getFileName() + ": tried: nobody was trying in any period");
            }
        } else {
            Matcher matcher = COUNTED.matcher(data);
            if (!matcher.matches()) {
                throw new Refusal("--data: \"%s\" is no count; write such as 12/90, or name a file".formatted(data));
            }
            events = number("--data", matcher.group(1));
            of = number("--data", matcher.group(2));
        }
        double rate = events / of;
        try {
            Belief after = before instanceof Belief.Share share
                    ? share.after(events, of, a0)
                    : ((Belief.Rate) before).after(events, of, a0);
            // Nothing counted has an error too: that of one.
            double error = before instanceof Belief.Share
                    ? Math.sqrt(Math.max(rate * (1 - rate), 1 / of) / of)
                    : Math.sqrt(Math.max(events, 1)) / of;
            return new Learnt(after, rate, error, "%s in %s".formatted(plain(events), plain(of)), null);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal("--data: " + wrong.getMessage());
        }
    }

    private static void print(
            PrintWriter out, Before before, Learnt learnt, double a0, @Nullable Tried tried, boolean conflict) {
        out.println("Believed before: " + told(before.belief, before.multiplies) + ".");
        double half = 1.96 * learnt.error;
        out.printf(
                "Found: %s (%s to %s)%s.%n",
                back(before, learnt.found),
                back(before, learnt.found - half),
                back(before, learnt.found + half),
                learnt.counted.isEmpty() ? "" : ", " + learnt.counted);
        if (learnt.finding instanceof Finding.Found found) {
            out.println(
                    found.holdsNone()
                            ? "By itself this is not conclusive: the interval holds \"no effect\"."
                            : "By itself this is more than chance.");
            found.cautions().stream().sorted().map(LearnCommand::words).forEach(out::println);
        }
        out.printf(
                Locale.ROOT,
                "It counts for %.0f %% of its size%s. That is a convention, not evidence.%n",
                100 * a0,
                tried == null ? ": nobody said how it was found" : " (" + tried.word() + ")");
        out.println("Believed now: " + told(learnt.after, before.multiplies) + ".");
        if (before.belief instanceof Belief.Bell) {
            out.printf(
                    Locale.ROOT,
                    "The chance that it is below %s: %.1f %% before, %.1f %% now.%n",
                    before.multiplies ? "1 (less than without it)" : "0",
                    100 * before.belief.chanceBelow(0),
                    100 * learnt.after.chanceBelow(0));
        }
        if (conflict) {
            out.println(
                    "They do not fit: what was found lies further from what was believed than the two together leave room for."
                            + " One of them is wrong about something; find out which before you use the average.");
        }
        out.println("In brackets: where the number lies with a chance of 95 %.");
    }

    private static String told(Belief belief, boolean multiplies) {
        Before as = new Before(belief, multiplies);
        return "%s (%s to %s)".formatted(back(as, belief.mean()), back(as, belief.low()), back(as, belief.high()));
    }

    private static String back(Before as, double number) {
        return plain(as.multiplies ? Math.exp(number) : number);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.4g", number);
    }

    private static Map<String, Object> document(Before before, Learnt learnt, double a0, boolean conflict) {
        SequencedMap<String, Object> root = new LinkedHashMap<>();
        root.put("scale", before.multiplies ? "log-ratio" : "number");
        root.put("prior", belief(before.belief));
        SequencedMap<String, Object> found = new LinkedHashMap<>();
        found.put("estimate", learnt.found);
        found.put("error", learnt.error);
        if (learnt.finding instanceof Finding.Found told) {
            found.put("conclusive", !told.holdsNone());
            found.put(
                    "cautions",
                    told.cautions().stream().sorted().map(LearnCommand::word).toList());
        }
        root.put("data", found);
        root.put("weight", a0);
        root.put("posterior", belief(learnt.after));
        root.put("conflict", conflict);
        return root;
    }

    private static Map<String, Object> belief(Belief belief) {
        SequencedMap<String, Object> one = new LinkedHashMap<>();
        switch (belief) {
            case Belief.Bell _ -> one.put("kind", "normal");
            case Belief.Rate(double shape, double exposure) -> {
                one.put("kind", "gamma");
                one.put("events", shape);
                one.put("exposure", exposure);
            }
            case Belief.Share(double yes, double no) -> {
                one.put("kind", "beta");
                one.put("yes", yes);
                one.put("no", no);
            }
        }
        one.put("mean", belief.mean());
        one.put("sd", belief.sd());
        one.put("low", belief.low());
        one.put("high", belief.high());
        if (belief instanceof Belief.Bell) {
            one.put("p-below-0", belief.chanceBelow(0));
        }
        return one;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Finding.Why why) {
        return switch (why) {
            case FEW_PERIODS -> "too few periods were counted before or since";
            case FEW_EVENTS -> "too few events were counted before or since";
            case NOBODY_BEGAN -> "nobody was trying in any period";
            case NOTHING_BEFORE -> "nothing was counted before it began";
            case NOTHING_TO_COMPARE -> "all began together, or there is no place to compare with";
            case NOT_ABOVE_ZERO -> "a value of 0 or below has no ratio; use normal instead of ratio";
        };
    }

    private static String words(Finding.Caution caution) {
        return switch (caution) {
            case NOT_COMPARED -> "Mind: nothing is compared; whatever else happened is in this figure too.";
            case ONE_PLACE ->
                "Mind: one place on a side cannot tell how far places change by themselves; the interval is too narrow.";
            case EMPTY_PLACES -> "Mind: some places counted nothing at all, and say nothing.";
            case ALIKE -> "Mind: neighbouring periods are alike, and count for less.";
            case GROWING -> "Mind: an effect that grows with time is not told apart from places that differ.";
        };
    }
}
