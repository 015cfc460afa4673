package org.whorl.engine.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every column of every case computed with the R package comes out here too. */
class PlotTheDotsTest {

    static Stream<String> cases() throws IOException {
        return rows("index.csv").stream().map(row -> row.get("case")).distinct();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAsThePackageMadeIt(String name) throws IOException {
        SequencedMap<String, ControlChart> charts = charts(name, Rules.PLOT_THE_DOTS);
        Map<String, List<Map<String, String>>> expected = new LinkedHashMap<>();
        for (Map<String, String> row : rows(name + "_expected.csv")) {
            expected.computeIfAbsent(row.get("facet"), _ -> new ArrayList<>()).add(row);
        }
        assertThat(charts.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (Map.Entry<String, ControlChart> chart : charts.entrySet()) {
            List<Map<String, String>> wanted = expected.get(chart.getKey());
            assertThat(chart.getValue().points()).hasSameSizeAs(wanted);
            for (int i = 0; i < wanted.size(); i++) {
                point(name + ", row " + i, chart.getValue().points().get(i), wanted.get(i));
            }
        }
        for (Map<String, String> row : rows("index.csv")) {
            if (row.get("case").equals(name)) {
                ControlChart chart = Objects.requireNonNull(charts.get(row.get("facet")));
                assertThat(chart.points()).hasSize(Integer.parseInt(row.get("n")));
                assertThat(chart.points().stream()
                                .map(ControlChart.Point::stretch)
                                .distinct())
                        .hasSize(Integer.parseInt(row.get("n_groups")));
                assertThat(chart.variation().icon()).isEqualTo(row.get("variation_icon"));
                assertThat(chart.assurance().word()).isEqualTo(row.get("assurance"));
                assertThat(chart.points().stream().anyMatch(ControlChart.Point::trial))
                        .isEqualTo(!row.get("warnings").isEmpty());
                ControlChart.Point last = chart.points().getLast();
                near(last.middle(), row.get("mean"));
                near(last.lower(), row.get("lpl"));
                near(last.upper(), row.get("upl"));
            }
        }
    }

    /** Mending faults moves no limit and no signal of a chart that has none of them. */
    @ParameterizedTest
    @MethodSource("cases")
    void ourRulesAgreeWhereThereIsNoFault(String name) throws IOException {
        SequencedMap<String, ControlChart> ours = charts(name, Rules.WHORL);
        charts(name, Rules.PLOT_THE_DOTS).forEach((facet, theirs) -> {
            ControlChart own = Objects.requireNonNull(ours.get(facet));
            for (int i = 0; i < theirs.points().size(); i++) {
                ControlChart.Point their = theirs.points().get(i);
                ControlChart.Point our = own.points().get(i);
                assertThat(our.verdict()).isEqualTo(their.verdict());
                if (their.hasLimits()) {
                    assertThat(our.middle()).isEqualTo(their.middle());
                    assertThat(our.lower()).isEqualTo(their.lower());
                    assertThat(our.upper()).isEqualTo(their.upper());
                }
            }
            if (theirs.settings().target().isPresent() || theirs.assurance() == Assurance.NOT_ASKED) {
                assertThat(own.assurance()).isEqualTo(theirs.assurance());
            } else {
                assertThat(own.assurance()).isEqualTo(Assurance.NOT_ASKED);
            }
        });
    }

    private static void point(String where, ControlChart.Point point, Map<String, String> wanted) {
        assertThat(point.date()).as(where).hasToString(wanted.get("date"));
        near(point.value(), wanted.get("value"));
        near(point.counted() ? point.value() : Double.NaN, wanted.get("fix_y"));
        near(point.middle(), wanted.get("mean"));
        near(point.lower(), wanted.get("lpl"));
        near(point.upper(), wanted.get("upl"));
        assertThat(Integer.toString(point.stretch())).as(where).isEqualTo(wanted.get("rebase_group"));
        assertThat(point.trial()).as(where).isEqualTo(truth(wanted.get("short_group_warning")));
        assertThat(point.isKnown() ? Integer.toString(point.side()) : "NA")
                .as(where)
                .isEqualTo(wanted.get("relative_to_mean"));
        boolean comparable = point.isKnown() && point.hasLimits();
        boolean outside =
                point.signals().contains(Signal.ABOVE) || point.signals().contains(Signal.BELOW);
        assertThat(comparable ? Boolean.toString(outside) : "na")
                .as(where)
                .isEqualToIgnoringCase(wanted.get("outside_limits"));
        assertThat(comparable ? Boolean.toString(point.near()) : "na")
                .as(where)
                .isEqualToIgnoringCase(wanted.get("close_to_limits"));
        assertThat(point.signal().map(Signal::rule).orElse("Common Cause"))
                .as(where)
                .isEqualTo(wanted.get("special_cause_type"));
        assertThat(point.signal().isPresent()).as(where).isEqualTo(truth(wanted.get("special_cause_flag")));
        String type = switch (point.verdict()) {
            case COMMON -> "common_cause";
            case HIGH, LOW -> "special_cause_neutral_" + point.verdict().word();
            default -> "special_cause_" + point.verdict().word();
        };
        assertThat(type)
                .as(where)
                .isEqualTo(wanted.get("point_type").equals("NA") ? "common_cause" : wanted.get("point_type"));
    }

    private static boolean truth(String word) {
        return word.equalsIgnoreCase("true");
    }

    private static void near(double number, String wanted) {
        if (wanted.equals("NA") || wanted.equals("NaN") || wanted.isEmpty()) {
            assertThat(number).isNaN();
        } else {
            double value = Double.parseDouble(wanted);
            assertThat(number).isCloseTo(value, within(1e-12 * Math.max(1, Math.abs(value))));
        }
    }

    private static SequencedMap<String, ControlChart> charts(String name, Rules rules) throws IOException {
        SequencedMap<String, List<Observed>> facets = new LinkedHashMap<>();
        for (Map<String, String> row : rows(name + "_input.csv")) {
            LocalDate day = LocalDate.parse(row.get("date"));
            String value = row.get("value");
            facets.computeIfAbsent(row.getOrDefault("org", "no facet"), _ -> new ArrayList<>())
                    .add(value.equals("NA") ? Observed.missing(day) : Observed.of(day, Double.parseDouble(value)));
        }
        String options = rows("index.csv").stream()
                .filter(row -> row.get("case").equals(name))
                .findFirst()
                .orElseThrow()
                .get("options");
        Map<String, Double> targets = new HashMap<>();
        Set<LocalDate> rebase = new HashSet<>();
        ChartSettings settings = ChartSettings.USUAL.by(rules).better(Improvement.INCREASE);
        for (String option : options.isEmpty() ? new String[0] : options.split(";")) {
            String value = option.substring(option.indexOf('=') + 1);
            switch (option.substring(0, option.indexOf('='))) {
                case "improvement_direction" ->
                    settings = settings.better(Improvement.valueOf(value.toUpperCase(Locale.ROOT)));
                case "target" -> {
                    if (value.contains("|")) {
                        targets.putAll(targetsOf(name));
                    } else {
                        settings = settings.to(OptionalDouble.of(Double.parseDouble(value)));
                    }
                }
                case "rebase" -> rebase.add(LocalDate.parse(value));
                case "fix_after_n_points" -> settings = settings.fixedAfter(OptionalInt.of(Integer.parseInt(value)));
                default -> settings = settings.unscreened();
            }
        }
        return ControlChart.each(facets, settings.from(rebase), targets);
    }

    /** Which facet has which target stands in the expected rows. */
    private static Map<String, Double> targetsOf(String name) throws IOException {
        Map<String, Double> targets = new HashMap<>();
        for (Map<String, String> row : rows(name + "_expected.csv")) {
            if (!row.get("target").equals("NA")) {
                targets.put(row.get("facet"), Double.parseDouble(row.get("target")));
            }
        }
        return targets;
    }

    private static List<Map<String, String>> rows(String file) throws IOException {
        List<String> lines = text(file).lines().toList();
        List<String> header = cells(lines.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + ",").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }

    private static String text(String file) throws IOException {
        try (InputStream in = PlotTheDotsTest.class.getResourceAsStream("plotthedots/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The vectors of the package's own tests. */
    @Test
    void eachRuleMarksWhatThePackageMarks() throws IOException {
        List<String> lines = text("rule_unit_vectors.json")
                .lines()
                .filter(line -> line.contains("\"rule\""))
                .toList();
        assertThat(lines).hasSize(30);
        for (String line : lines) {
            int[] expected = ints(part(line, "expected"));
            String input = part(line, "input");
            switch (line.replaceAll(".*\"rule\":\"(\\w+).*", "$1")) {
                case "shift_seven_one_side" ->
                    assertThat(unsigned(Patterns.shifts(ints(input)))).as(line).isEqualTo(expected);
                case "trend_seven" ->
                    assertThat(Patterns.trends(
                                    Arrays.stream(ints(input)).asDoubleStream().toArray()))
                            .as(line)
                            .isEqualTo(expected);
                case "part_of_seven" ->
                    assertThat(unsigned(Patterns.partOfSeven(ints(input))))
                            .as(line)
                            .isEqualTo(expected);
                case "two_in_three" -> {
                    int middle = input.indexOf("],[") + 1;
                    int[] close = ints(input.substring(0, middle));
                    boolean[] near = new boolean[close.length];
                    for (int i = 0; i < near.length; i++) {
                        near[i] = close[i] == 1;
                    }
                    int[] sides = ints(input.substring(middle));
                    assertThat(truths(Patterns.windows(near, sides))).as(line).isEqualTo(ints(part(line, "windows")));
                    assertThat(truths(Patterns.twoInThree(near, sides)))
                            .as(line)
                            .isEqualTo(expected);
                }
                // Held by limits of real series, in ControlChartTest.
                default -> assertThat(line).contains("\"rule\":\"assurance\"");
            }
        }
    }

    private static String part(String line, String name) {
        int from = line.indexOf("\"" + name + "\":[");
        int to = line.indexOf(",\"", from);
        return from < 0 ? "" : line.substring(from, to < 0 ? line.length() : to);
    }

    private static int[] ints(String list) {
        return Pattern.compile("-?\\d+")
                .matcher(list)
                .results()
                .mapToInt(each -> Integer.parseInt(each.group()))
                .toArray();
    }

    private static int[] unsigned(int[] marks) {
        return Arrays.stream(marks).map(Math::abs).toArray();
    }

    private static int[] truths(boolean[] marks) {
        int[] numbers = new int[marks.length];
        for (int i = 0; i < marks.length; i++) {
            numbers[i] = marks[i] ? 1 : 0;
        }
        return numbers;
    }
}
