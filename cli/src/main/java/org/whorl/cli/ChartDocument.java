package org.whorl.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.spc.Assurance;
import org.whorl.engine.spc.ControlChart;
import org.whorl.engine.spc.Remark;
import org.whorl.engine.spc.Signal;

/** The JSON of {@code whorl chart}. Names of rules and icons are those of NHSRplotthedots. */
final class ChartDocument {

    private ChartDocument() {}

    static Map<String, Object> of(SequencedMap<String, ControlChart> charts) {
        SequencedMap<String, Object> facets = new LinkedHashMap<>();
        charts.forEach((name, chart) -> facets.put(name, facet(chart)));
        return Map.of("facets", facets);
    }

    private static Map<String, @Nullable Object> facet(ControlChart chart) {
        SequencedMap<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("kind", chart.settings().kind().word());
        one.put("rules", chart.settings().rules().word());
        one.put("improvement", chart.settings().improvement().word());
        one.put("points", chart.points().stream().map(ChartDocument::point).toList());
        one.put("variation", chart.variation().icon());
        one.put(
                "assurance",
                chart.assurance() == Assurance.NOT_ASKED
                        ? null
                        : chart.assurance().word());
        one.put(
                "notes",
                Stream.concat(
                                chart.remarks().stream().map(ChartDocument::remark),
                                ShortStretch.of(chart).stream().map(ChartDocument::remark))
                        .toList());
        return one;
    }

    private static Map<String, @Nullable Object> point(ControlChart.Point point) {
        SequencedMap<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("date", point.date().toString());
        one.put("value", point.value());
        one.put("mean", point.middle());
        one.put("lower", point.lower());
        one.put("upper", point.upper());
        one.put("type", point.verdict().word());
        one.put("rule", point.signal().map(Signal::rule).orElse(null));
        one.put("rules", point.signals().stream().map(Signal::rule).toList());
        one.put("rebase-group", point.stretch());
        return one;
    }

    private static Map<String, Object> remark(ShortStretch stretch) {
        SequencedMap<String, Object> one = new LinkedHashMap<>();
        one.put("note", "fix-after-too-many");
        one.put("number", stretch.points());
        one.put("date", stretch.from().toString());
        return one;
    }

    private static Map<String, Object> remark(Remark remark) {
        SequencedMap<String, Object> one = new LinkedHashMap<>();
        one.put("note", remark.what().word());
        one.put("number", remark.number());
        if (remark.day() != null) {
            one.put("date", Objects.requireNonNull(remark.day()).toString());
        }
        return one;
    }
}
