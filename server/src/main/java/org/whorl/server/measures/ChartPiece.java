package org.whorl.server.measures;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Bands;
import org.whorl.draw.Figure;
import org.whorl.draw.SpcChart;
import org.whorl.draw.Unit;
import org.whorl.engine.spc.Assurance;
import org.whorl.engine.spc.ChartKind;
import org.whorl.engine.spc.ControlChart;
import org.whorl.engine.spc.Remark;
import org.whorl.engine.spc.Verdict;
import org.whorl.server.design.Screen;
import org.whorl.server.stories.About;

/** The chart of a measure as a piece of page: its sentence, picture and table, in the reader's language. */
public final class ChartPiece {

    private ChartPiece() {}

    /**
     * The piece.
     *
     * @param id begins every id in it; a letter, then letters, digits, - and _
     */
    public static String html(Screen s, Charted charted, String id) {
        return new Figure(id, picture(s, charted)).html();
    }

    /** What the chart says, in a sentence or two. */
    public static String sentence(Screen s, Charted charted) {
        ControlChart chart = charted.chart();
        long known = chart.points().stream().filter(ControlChart.Point::isKnown).count();
        int signals = chart.signals().size();
        List<String> parts = new ArrayList<>();
        if (known == 0) {
            parts.add(s.say("measure.remark.empty"));
        } else if (isTooFew(chart) && chart.variation() == Verdict.COMMON) {
            parts.add(s.say("measure.says.few"));
        } else if (isLasting(chart)) {
            parts.add(s.say("measure.says.lasting"));
        } else if (chart.variation() == Verdict.COMMON) {
            parts.add(s.say(signals == 0 ? "measure.says.nothing" : "measure.says.common"));
        } else {
            parts.add(s.say("measure.says." + key(chart.variation())));
        }
        if (signals > 0) {
            parts.add(s.say("measure.says.count", s.number(known), s.number(signals)));
        }
        if (tellsOfTarget(chart)) {
            parts.add(s.say("measure.assurance." + key(chart.assurance())));
        }
        return String.join(" ", parts);
    }

    /** Of so few figures since it was last counted anew, nobody can say that nothing has changed, nor that a target will be met. */
    private static boolean isTooFew(ControlChart chart) {
        return chart.points().stream()
                        .filter(each ->
                                each.stretch() == chart.points().getLast().stretch())
                        .filter(ControlChart.Point::isKnown)
                        .count()
                < ControlChart.FEWEST_TO_TELL;
    }

    /** Does the newest stretch of a run chart cross its middle too seldom for chance, though its newest figure is in no long run? */
    private static boolean isLasting(ControlChart chart) {
        Optional<LocalDate> first = chart.points().stream()
                .filter(each -> each.stretch() == chart.points().getLast().stretch())
                .findFirst()
                .map(ControlChart.Point::date);
        return chart.variation() == Verdict.COMMON
                && first.isPresent()
                && chart.remarks().stream()
                        .filter(each -> each.what() == Remark.What.FEW_CROSSINGS)
                        .anyMatch(each -> first.equals(Optional.ofNullable(each.day())));
    }

    private static boolean tellsOfTarget(ControlChart chart) {
        return chart.assurance() != Assurance.NOT_ASKED && !isTooFew(chart);
    }

    /** What must be known beside it, a sentence each. */
    public static List<String> remarks(Screen s, Charted charted) {
        List<String> sentences = new ArrayList<>();
        if (!charted.withheld().isEmpty()) {
            sentences.add(s.say("measure.withheld", s.number(charted.withheld().size())));
        }
        for (Remark remark : charted.chart().remarks()) {
            boolean told = remark.what() == Remark.What.EMPTY
                    || (remark.what() == Remark.What.GAPS && !charted.withheld().isEmpty());
            if (!told) {
                String day = Optional.ofNullable(remark.day()).map(s::date).orElse("");
                sentences.add(s.say(
                        "measure.remark." + remark.what().word(),
                        day,
                        s.language().words().number(remark.number())));
            }
        }
        return sentences;
    }

    /** What is said of a point; blank for chance. */
    public static String said(Screen s, ControlChart.Point point) {
        return point.signal()
                .map(signal -> s.say("measure.signal."
                        + signal.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .orElse("");
    }

    /** What is said of the point of a day; blank for chance, and where there is none. */
    public static String said(Screen s, Charted charted, LocalDate day) {
        return charted.chart().points().stream()
                .filter(each -> each.date().equals(day))
                .findFirst()
                .map(each -> said(s, each))
                .orElse("");
    }

    /** What follows a measure's address, for a place. */
    public static String where(String site) {
        return site.isEmpty() ? "" : "?site=" + URLEncoder.encode(site, StandardCharsets.UTF_8);
    }

    /** Where somebody tells what happened at a point; the telling page remembers it. */
    public static String telling(Screen s, Charted charted, LocalDate day) {
        Measure measure = charted.measure();
        String point = About.written(About.MEASURE, measure.id(), Optional.of(day), charted.site());
        return s.to("/tell?spiral=" + measure.spiral() + "&point=" + URLEncoder.encode(point, StandardCharsets.UTF_8));
    }

    static SpcChart picture(Screen s, Charted charted) {
        Measure measure = charted.measure();
        ControlChart chart = charted.chart();
        Set<LocalDate> told = charted.told().stream().map(Charted.Told::day).collect(Collectors.toSet());
        List<SpcChart.Dot> dots = chart.points().stream()
                .map(point -> new SpcChart.Dot(
                        point.date(),
                        point.value(),
                        point.middle(),
                        point.lower(),
                        point.upper(),
                        point.stretch(),
                        sort(point.verdict()),
                        said(s, point),
                        told.contains(point.date())))
                .toList();
        List<SpcChart.Note> notes = new ArrayList<>();
        charted.rebases()
                .forEach(each ->
                        notes.add(new SpcChart.Note(each.day(), s.say("measure.rebased.on-chart", each.why()))));
        charted.starts()
                .forEach(
                        each -> notes.add(new SpcChart.Note(each.day(), s.say("measure.begun.on-chart", each.name()))));
        return new SpcChart(
                s.language().words(),
                charted.site().isEmpty() ? measure.name() : measure.name() + ": " + charted.site(),
                sentence(s, charted),
                measure.per().isEmpty() ? measure.unit() : s.say("measure.unit.per", measure.unit(), measure.per()),
                measure.kind() == ChartKind.P ? Unit.SHARE : Unit.NUMBER,
                dots,
                target(s, measure),
                notes,
                chart.last().isPresent() ? icons(s, chart) : List.of());
    }

    private static Bands.@Nullable Threshold target(Screen s, Measure measure) {
        return measure.target()
                .map(each -> new Bands.Threshold(
                        each,
                        s.say("measure.target.on-chart", s.language().words().number(each))))
                .orElse(null);
    }

    private static List<SpcChart.Icon> icons(Screen s, ControlChart chart) {
        List<SpcChart.Icon> icons = new ArrayList<>();
        if (isTooFew(chart) && chart.variation() == Verdict.COMMON) {
            return icons;
        }
        if (isLasting(chart)) {
            icons.add(new SpcChart.Icon(SpcChart.Sort.OTHER, "!", s.say("measure.variation.lasting")));
        } else {
            icons.add(variation(s, chart));
        }
        if (tellsOfTarget(chart)) {
            icons.add(target(s, chart));
        }
        return icons;
    }

    private static SpcChart.Icon variation(Screen s, ControlChart chart) {
        return new SpcChart.Icon(
                sort(chart.variation()),
                switch (chart.variation()) {
                    case COMMON -> "";
                    case BETTER_HIGH, WORSE_HIGH, HIGH -> s.say("measure.letter.high");
                    case BETTER_LOW, WORSE_LOW, LOW -> s.say("measure.letter.low");
                },
                s.say("measure.variation." + key(chart.variation())));
    }

    private static SpcChart.Icon target(Screen s, ControlChart chart) {
        SpcChart.Sort sort = switch (chart.assurance()) {
            case PASS -> SpcChart.Sort.BETTER;
            case FAIL -> SpcChart.Sort.WORSE;
            case HIT_AND_MISS, NOT_ASKED -> SpcChart.Sort.COMMON;
        };
        return new SpcChart.Icon(
                sort,
                chart.assurance() == Assurance.HIT_AND_MISS ? "?" : s.say("measure.letter." + key(chart.assurance())),
                s.say("measure.assurance." + key(chart.assurance())));
    }

    private static SpcChart.Sort sort(Verdict verdict) {
        return switch (verdict) {
            case COMMON -> SpcChart.Sort.COMMON;
            case BETTER_HIGH, BETTER_LOW -> SpcChart.Sort.BETTER;
            case WORSE_HIGH, WORSE_LOW -> SpcChart.Sort.WORSE;
            case HIGH, LOW -> SpcChart.Sort.OTHER;
        };
    }

    static String key(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
