package org.whorl.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Bands;
import org.whorl.draw.SpcChart;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.spc.Assurance;
import org.whorl.engine.spc.ChartKind;
import org.whorl.engine.spc.ControlChart;
import org.whorl.engine.spc.Improvement;
import org.whorl.engine.spc.Remark;
import org.whorl.engine.spc.Signal;
import org.whorl.engine.spc.Verdict;
import org.whorl.files.Columns;

/** What a chart tells, in plain words, and its picture. */
final class ChartText {

    private final PrintWriter out;

    ChartText(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints them.
     *
     * @param unsaid whether nobody said which way is better
     */
    void print(SequencedMap<String, ControlChart> charts, boolean unsaid) {
        charts.forEach((name, chart) -> {
            if (!name.isEmpty()) {
                out.println(name);
            }
            print(chart);
        });
        charts.values().stream()
                .filter(_ -> unsaid)
                .map(ChartText::presumed)
                .filter(sentence -> !sentence.isEmpty())
                .distinct()
                .forEach(out::println);
        out.printf(
                "In order of time. Limits come from the figures themselves; by chance nearly all stay within. A signal is a question, no answer: ask what happened there.%n");
    }

    private void print(ControlChart chart) {
        out.println(sentence(chart));
        chart.remarks().forEach(remark -> out.println(words(remark)));
        ShortStretch.of(chart)
                .forEach(each -> out.printf(
                        "From %s there are %d points, fewer than the %d of --fix-after: the limits come from all of them.%n",
                        each.from(), each.points(), chart.settings().fixAfter().orElseThrow()));
        long future = chart.points().stream()
                .filter(point -> point.date().isAfter(LocalDate.now(ZoneId.systemDefault())))
                .count();
        if (future > 0) {
            out.printf("Points in days to come: %d. Is the year right?%n", future);
        }
        out.println();
        Columns columns = new Columns(List.of(0, 5), "date", "value", "middle", "lower", "upper", "");
        for (ControlChart.Point point : chart.points()) {
            columns.row(List.of(
                    point.date().toString(),
                    number(point.value()),
                    number(point.middle()),
                    number(point.lower()),
                    number(point.upper()),
                    said(point)));
        }
        out.println(columns.text());
    }

    /** What follows from nobody having said which way is better; empty where nothing does. */
    private static String presumed(ControlChart chart) {
        if (chart.settings().improvement() != Improvement.NEUTRAL) {
            return "Nobody said which way is better; as NHSRplotthedots does, more is taken to be. --improvement says otherwise.";
        }
        if (chart.settings().target().isPresent()) {
            return "Nobody said which way is better, so nothing can be said about the target: add --improvement increase or decrease.";
        }
        return chart.signals().isEmpty()
                ? ""
                : "Nobody said which way is better, so no change is called better or worse: add --improvement increase or decrease.";
    }

    /** What the chart says, in a sentence or two. */
    static String sentence(ControlChart chart) {
        List<ControlChart.Point> signals = chart.signals();
        long known = chart.points().stream().filter(ControlChart.Point::isKnown).count();
        String now = switch (chart.variation()) {
            case COMMON ->
                !signals.isEmpty()
                        ? "The newest point is no more than chance."
                        : known < ControlChart.FEWEST_TO_TELL
                                ? "There are too few figures to tell."
                                : "Nothing here is more than chance.";
            case BETTER_HIGH, BETTER_LOW -> "The newest point is part of a change for the better.";
            case WORSE_HIGH, WORSE_LOW -> "The newest point is part of a change for the worse.";
            case HIGH, LOW -> "The newest point is part of a change.";
        };
        String count =
                signals.isEmpty() ? "" : " Of %d points %d are more than chance.".formatted(known, signals.size());
        return now + count + assurance(chart.assurance());
    }

    private static String assurance(Assurance assurance) {
        return switch (assurance) {
            case PASS -> " If nothing changes, the target will be met.";
            case FAIL -> " If nothing changes, the target will be missed.";
            case HIT_AND_MISS -> " If nothing changes, the target will be met at times and missed at times, by chance.";
            case NOT_ASKED -> "";
        };
    }

    private static String words(Remark remark) {
        String number = number(remark.number());
        return switch (remark.what()) {
            case EMPTY -> "There is no value yet.";
            case ONE_POINT -> "From %s there is one point: nobody can tell how much it varies.".formatted(remark.day());
            case TRIAL_LIMITS ->
                "From %s there are %s points, fewer than 13: the limits will still move."
                        .formatted(remark.day(), number);
            case CONSTANT ->
                "From %s all values the limits come from are %s: the limits lie on them."
                        .formatted(remark.day(), number);
            case GAPS -> "Days without a value: %s. They break what runs.".formatted(number);
            case REBASE_MOVED -> "There is no point on %s; it is counted anew from the next.".formatted(remark.day());
            case REBASE_LATER -> "%s lies after the last point; nothing is counted anew yet.".formatted(remark.day());
            case FLOORED -> "The lower limit ends at 0, below which no value can lie.";
            case WIDER_THAN_CHANCE ->
                "The figures vary %s times as much as chance alone would make them; --kind xmr of the shares may be truer."
                        .formatted(number);
            case FEW_CROSSINGS ->
                "The line crosses its middle %s times, less often than chance would: something lasts."
                        .formatted(number);
        };
    }

    private static String said(ControlChart.Point point) {
        if (!point.isKnown()) {
            return "nobody noted it";
        }
        return point.signal()
                .map(signal -> words(signal) + ": " + point.verdict().word())
                .orElse("");
    }

    private static String words(Signal signal) {
        return switch (signal) {
            case ABOVE -> "above the upper limit";
            case BELOW -> "below the lower limit";
            case RISING -> "one of 7 that rise";
            case FALLING -> "one of 7 that fall";
            case NEAR_ABOVE -> "2 of 3 near the upper limit";
            case NEAR_BELOW -> "2 of 3 near the lower limit";
            case SHIFT_ABOVE -> "one of 7 above the middle";
            case SHIFT_BELOW -> "one of 7 below the middle";
            case LONG_RUN_ABOVE -> "in a long run above the middle";
            case LONG_RUN_BELOW -> "in a long run below the middle";
        };
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Words.EN.number(value);
    }

    /** Its picture, with English words. */
    static SpcChart picture(String title, ControlChart chart) {
        List<SpcChart.Dot> dots = new ArrayList<>();
        for (ControlChart.Point point : chart.points()) {
            dots.add(new SpcChart.Dot(
                    point.date(),
                    point.value(),
                    point.middle(),
                    point.lower(),
                    point.upper(),
                    point.stretch(),
                    sort(point.verdict()),
                    point.signal().map(ChartText::words).orElse(""),
                    false));
        }
        List<SpcChart.Icon> icons = new ArrayList<>();
        icons.add(new SpcChart.Icon(sort(chart.variation()), letter(chart.variation()), variation(chart.variation())));
        if (chart.assurance() != Assurance.NOT_ASKED) {
            icons.add(new SpcChart.Icon(
                    switch (chart.assurance()) {
                        case PASS -> SpcChart.Sort.BETTER;
                        case FAIL -> SpcChart.Sort.WORSE;
                        default -> SpcChart.Sort.COMMON;
                    },
                    switch (chart.assurance()) {
                        case PASS -> "P";
                        case FAIL -> "F";
                        default -> "?";
                    },
                    assurance(chart.assurance()).strip()));
        }
        List<SpcChart.Note> notes = chart.settings().rebase().stream()
                .sorted()
                .map(day -> new SpcChart.Note(day, "counted anew"))
                .toList();
        return new SpcChart(
                Words.EN,
                title,
                sentence(chart),
                chart.settings().kind().hasExposure() ? "share or rate" : "value",
                chart.settings().kind() == ChartKind.P ? Unit.SHARE : Unit.NUMBER,
                dots,
                target(chart),
                notes,
                icons);
    }

    private static Bands.@Nullable Threshold target(ControlChart chart) {
        return chart.settings().target().isPresent()
                ? new Bands.Threshold(
                        chart.settings().target().getAsDouble(),
                        "target " + number(chart.settings().target().getAsDouble()))
                : null;
    }

    private static SpcChart.Sort sort(Verdict verdict) {
        return switch (verdict) {
            case COMMON -> SpcChart.Sort.COMMON;
            case BETTER_HIGH, BETTER_LOW -> SpcChart.Sort.BETTER;
            case WORSE_HIGH, WORSE_LOW -> SpcChart.Sort.WORSE;
            case HIGH, LOW -> SpcChart.Sort.OTHER;
        };
    }

    private static String letter(Verdict verdict) {
        return switch (verdict) {
            case COMMON -> "";
            case BETTER_HIGH, WORSE_HIGH, HIGH -> "H";
            case BETTER_LOW, WORSE_LOW, LOW -> "L";
        };
    }

    private static String variation(Verdict verdict) {
        return switch (verdict) {
            case COMMON -> "Chance";
            case BETTER_HIGH -> "A change for the better: higher";
            case BETTER_LOW -> "A change for the better: lower";
            case WORSE_HIGH -> "A change for the worse: higher";
            case WORSE_LOW -> "A change for the worse: lower";
            case HIGH -> "A change: higher";
            case LOW -> "A change: lower";
        };
    }
}
