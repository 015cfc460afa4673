package org.whorl.engine.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.spc.Remark.What;

class ControlChartTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final double[] GOLDEN = {
        52, 48, 55, 50, 47, 53, 49, 51, 46, 54, 50, 52, 44, 43, 42, 41, 40, 39, 41, 40
    };

    private static List<Observed> series(double... values) {
        List<Observed> series = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            series.add(Observed.of(START.plusWeeks(i), values[i]));
        }
        return series;
    }

    private static ControlChart chart(ChartSettings settings, double... values) {
        return ControlChart.of(series(values), settings);
    }

    private static List<What> remarks(ControlChart chart) {
        return chart.remarks().stream().map(Remark::what).toList();
    }

    /** Reference values of method 2.4: limits from the first twelve, the eight that follow are a shift. */
    @Test
    void limitsAreAsInTheMethod() {
        ControlChart chart =
                chart(ChartSettings.USUAL.better(Improvement.DECREASE).fixedAfter(OptionalInt.of(12)), GOLDEN);
        ControlChart.Point last = chart.points().getLast();
        assertThat(last.middle()).isCloseTo(50.583, within(5e-4));
        assertThat((last.upper() - last.middle()) / 2.66).isCloseTo(4.5455, within(5e-5));
        assertThat(last.lower()).isCloseTo(38.492, within(5e-4));
        assertThat(last.upper()).isCloseTo(62.674, within(5e-4));
        assertThat(chart.points().subList(12, 20))
                .allSatisfy(point -> assertThat(point.signals()).contains(Signal.SHIFT_BELOW))
                .extracting(ControlChart.Point::verdict)
                .containsOnly(Verdict.BETTER_LOW);
        assertThat(chart.points().subList(0, 11))
                .extracting(ControlChart.Point::verdict)
                .containsOnly(Verdict.COMMON);
    }

    @Test
    void aConstantSeriesHasLimitsOnItsMiddle() {
        double[] tenths = new double[15];
        Arrays.fill(tenths, 0.1);
        ChartSettings settings = ChartSettings.USUAL.better(Improvement.INCREASE);
        ControlChart chart = chart(settings.to(OptionalDouble.of(0.1)), tenths);
        ControlChart.Point last = chart.points().getLast();
        assertThat(new double[] {last.middle(), last.lower(), last.upper()}).containsOnly(0.1);
        assertThat(chart.variation()).isEqualTo(Verdict.COMMON);
        assertThat(chart.assurance()).isEqualTo(Assurance.PASS);
        assertThat(remarks(chart)).containsExactly(What.CONSTANT);
        assertThat(chart(settings.to(OptionalDouble.of(0.2)), tenths).assurance())
                .isEqualTo(Assurance.FAIL);
        assertThat(chart(settings.by(Rules.PLOT_THE_DOTS), tenths)
                        .points()
                        .getLast()
                        .upper())
                .isNaN();
    }

    @Test
    void tooFewPointsAreToldAsSuch() {
        ChartSettings settings =
                ChartSettings.USUAL.better(Improvement.DECREASE).to(OptionalDouble.of(3));
        ControlChart none = chart(settings);
        assertThat(none.points()).isEmpty();
        assertThat(none.assurance()).isEqualTo(Assurance.NOT_ASKED);
        assertThat(remarks(none)).containsExactly(What.EMPTY);
        ControlChart one = chart(settings, 5);
        assertThat(one.points().getFirst().hasLimits()).isFalse();
        assertThat(one.assurance()).isEqualTo(Assurance.NOT_ASKED);
        assertThat(remarks(one)).containsExactly(What.ONE_POINT);
        ControlChart two = chart(settings, 5, 7);
        assertThat(two.points().getLast().upper()).isCloseTo(6 + 2.66 * 2, within(1e-12));
        assertThat(remarks(two)).containsExactly(What.TRIAL_LIMITS);
        assertThat(remarks(chart(settings, GOLDEN))).isEmpty();
        assertThat(remarks(ControlChart.of(List.of(Observed.missing(START)), settings)))
                .containsExactly(What.EMPTY, What.GAPS);
        assertThat(chart(settings.as(ChartKind.T), 5, 7).points()).hasSize(2);
        for (ChartKind kind : ChartKind.values()) {
            assertThat(chart(settings.as(kind)).points()).isEmpty();
            assertThat(chart(settings.as(kind), 1).points()).hasSize(1);
            assertThat(chart(settings.as(kind), 0, 0, 0).variation()).isEqualTo(Verdict.COMMON);
        }
    }

    @Test
    void aGapBreaksRunsAndLeavesTheVerdictToTheLastThatIsKnown() {
        List<Observed> series = new ArrayList<>(series(GOLDEN));
        series.add(Observed.missing(START.plusWeeks(20)));
        ChartSettings settings =
                ChartSettings.USUAL.better(Improvement.DECREASE).fixedAfter(OptionalInt.of(12));
        assertThat(ControlChart.of(series, settings).variation()).isEqualTo(Verdict.BETTER_LOW);
        assertThat(ControlChart.of(series, settings.by(Rules.PLOT_THE_DOTS)).variation())
                .isEqualTo(Verdict.COMMON);
        series.set(16, Observed.missing(START.plusWeeks(16)));
        assertThat(ControlChart.of(series, settings).points().subList(12, 20))
                .allSatisfy(point -> assertThat(point.signals()).doesNotContain(Signal.SHIFT_BELOW));
    }

    @Test
    void theOrderOfTheDataDoesNotMatterAndNoDayStandsTwice() {
        List<Observed> series = new ArrayList<>(series(GOLDEN));
        ControlChart chart = ControlChart.of(series, ChartSettings.USUAL);
        assertThat(ControlChart.of(series.reversed(), ChartSettings.USUAL)).isEqualTo(chart);
        series.add(Observed.of(START, 3));
        assertThatThrownBy(() -> ControlChart.of(series, ChartSettings.USUAL))
                .hasMessage("2026-01-05 stands here twice");
    }

    @Test
    void countingAnewBeginsWithTheNextPointAndNeverInSilence() {
        ChartSettings settings =
                ChartSettings.USUAL.from(Set.of(START.plusWeeks(11).plusDays(3), START.plusYears(3)));
        ControlChart chart = chart(settings, GOLDEN);
        assertThat(chart.points().get(11).stretch()).isZero();
        assertThat(chart.points().get(12).stretch()).isEqualTo(1);
        assertThat(chart.points().getLast().middle()).isEqualTo(41.25);
        assertThat(remarks(chart))
                .containsExactlyInAnyOrder(What.REBASE_MOVED, What.REBASE_LATER, What.TRIAL_LIMITS, What.TRIAL_LIMITS);
        // There the same days are ignored without a word.
        assertThat(chart(settings.by(Rules.PLOT_THE_DOTS), GOLDEN).points())
                .extracting(ControlChart.Point::stretch)
                .containsOnly(0);
        // A day on or before the first point begins nothing new.
        assertThat(chart(ChartSettings.USUAL.from(Set.of(START)), GOLDEN).points())
                .extracting(ControlChart.Point::stretch)
                .containsOnly(0);
    }

    @Test
    void countsHaveNoLimitBelowNought() {
        double[] few = {1, 0, 2, 1, 3, 0, 1, 2, 0, 1, 1, 2, 0, 1};
        assertThat(chart(ChartSettings.USUAL, few).points().getFirst().lower()).isNegative();
        ControlChart floored = chart(ChartSettings.USUAL.neverBelowNought(), few);
        assertThat(floored.points().getFirst().lower()).isZero();
        assertThat(remarks(floored)).containsExactly(What.FLOORED);
    }

    /** A high value that is worse, in a fall that is better: the limit is told, the fall is kept beside it. */
    @Test
    void whatIsGoodAndBadAtOnceIsDecidedOnce() {
        double[] values = new double[20];
        for (int i = 0; i < 13; i++) {
            values[i] = 10 + i % 2;
        }
        for (int i = 13; i < 20; i++) {
            values[i] = 40 - i;
        }
        ControlChart.Point point = chart(
                        ChartSettings.USUAL.better(Improvement.DECREASE).fixedAfter(OptionalInt.of(13)), values)
                .points()
                .get(15);
        assertThat(point.signals()).containsExactly(Signal.ABOVE, Signal.FALLING, Signal.SHIFT_ABOVE);
        assertThat(point.verdict()).isEqualTo(Verdict.WORSE_HIGH);
    }

    @Test
    void assuranceTakesTheLimitsAsThePackageDoes() {
        // Limits 1..3, 5..7 and 3..5 around a target of 4, as in the package's tests.
        for (Rules rules : Rules.values()) {
            ChartSettings settings = ChartSettings.USUAL.by(rules).to(OptionalDouble.of(4));
            assertThat(assurances(settings.better(Improvement.INCREASE)))
                    .containsExactly(Assurance.FAIL, Assurance.PASS, Assurance.HIT_AND_MISS);
            assertThat(assurances(settings.better(Improvement.DECREASE)))
                    .containsExactly(Assurance.PASS, Assurance.FAIL, Assurance.HIT_AND_MISS);
            assertThat(assurances(settings)).containsOnly(Assurance.NOT_ASKED);
        }
    }

    private static List<Assurance> assurances(ChartSettings settings) {
        double step = 1 / 2.66;
        return DoubleStream.of(2, 6, 4)
                .mapToObj(middle -> chart(
                                settings, middle - step / 2, middle + step / 2, middle - step / 2, middle + step / 2)
                        .assurance())
                .toList();
    }

    @Test
    void runsAndCrossingsHaveTheBoundsOfTheTable() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("anhoej_limits_n1_100.csv")) {
            List<String> lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
            assertThat(lines).hasSize(100);
            for (String line : lines) {
                String[] cells = line.split(",");
                assertThat(Anhoej.of(Integer.parseInt(cells[0])))
                        .isEqualTo(new Anhoej(
                                Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2])));
            }
        }
        assertThat(Anhoej.of(5000).fewestCrossings()).isBetween(2400, 2500);
        assertThatThrownBy(() -> Anhoej.of(0)).hasMessage("there is no bound for 0 points");
    }

    @Test
    void aRunChartSeesALongRunAndFewCrossings() {
        ControlChart chart = chart(ChartSettings.USUAL.as(ChartKind.RUN), GOLDEN);
        assertThat(chart.points().getFirst().middle()).isEqualTo(47.5);
        assertThat(chart.points().getFirst().hasLimits()).isFalse();
        assertThat(chart.points().subList(12, 20))
                .allSatisfy(point -> assertThat(point.signals()).containsExactly(Signal.LONG_RUN_BELOW));
        assertThat(chart.variation()).isEqualTo(Verdict.LOW);
        double[] slow = {1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 2};
        assertThat(remarks(chart(ChartSettings.USUAL.as(ChartKind.RUN), slow))).contains(What.FEW_CROSSINGS);
    }

    @Test
    void sharesAndRatesHaveLimitsOfTheirOwnSize() {
        List<Observed> series = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            series.add(new Observed(START.plusWeeks(i), i == 19 ? 30 : 8 + i % 5, i % 2 == 0 ? 100 : 50));
        }
        ControlChart shares =
                ControlChart.of(series, ChartSettings.USUAL.as(ChartKind.P).better(Improvement.DECREASE));
        double p = 218.0 / 1500;
        assertThat(shares.points().getFirst().middle()).isCloseTo(p, within(1e-9));
        assertThat(shares.points().getFirst().upper()).isCloseTo(p + 3 * Math.sqrt(p * (1 - p) / 100), within(1e-12));
        assertThat(shares.points().get(1).lower()).isZero();
        assertThat(shares.points().getLast().value()).isEqualTo(0.6);
        assertThat(shares.variation()).isEqualTo(Verdict.WORSE_HIGH);
        ControlChart rates = ControlChart.of(series, ChartSettings.USUAL.as(ChartKind.U));
        assertThat(rates.points().getFirst().upper()).isCloseTo(p + 3 * Math.sqrt(p / 100), within(1e-12));
        assertThatThrownBy(
                        () -> ControlChart.of(List.of(new Observed(START, 5, 4)), ChartSettings.USUAL.as(ChartKind.P)))
                .hasMessageContaining("5.0 of 4.0 has no place");
        assertThatThrownBy(
                        () -> ControlChart.of(List.of(new Observed(START, 5, 0)), ChartSettings.USUAL.as(ChartKind.U)))
                .hasMessageContaining("no place");
    }

    @Test
    void sharesThatVaryMoreThanCountsDoAreTold() {
        List<Observed> series = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            series.add(new Observed(START.plusWeeks(i), i % 2 == 0 ? 4000 : 6000, 10_000));
        }
        ControlChart chart = ControlChart.of(series, ChartSettings.USUAL.as(ChartKind.P));
        assertThat(remarks(chart)).containsExactly(What.WIDER_THAN_CHANCE);
    }

    @Test
    void rareEventsAreChartedByWhatLiesBetweenThem() {
        double[] days = {14, 30, 7, 22, 41, 9, 18, 26, 12, 33, 160};
        ControlChart t = chart(ChartSettings.USUAL.as(ChartKind.T).better(Improvement.INCREASE), days);
        double[] roots =
                Arrays.stream(days).map(each -> Math.pow(each, 1 / 3.6)).toArray();
        ControlChart plain = chart(ChartSettings.USUAL, roots);
        assertThat(t.points().getFirst().middle())
                .isCloseTo(Math.pow(plain.points().getFirst().middle(), 3.6), within(1e-9));
        assertThat(t.points().getFirst().upper())
                .isCloseTo(Math.pow(plain.points().getFirst().upper(), 3.6), within(1e-9));
        ControlChart g = chart(ChartSettings.USUAL.as(ChartKind.G).better(Improvement.INCREASE), days);
        double mean = Arrays.stream(days).average().orElseThrow();
        assertThat(g.points().getFirst().middle()).isEqualTo(22);
        assertThat(g.points().getFirst().lower()).isZero();
        assertThat(g.points().getFirst().upper()).isCloseTo(mean + 3 * Math.sqrt(mean * (mean + 1)), within(1e-9));
        assertThat(g.variation()).isEqualTo(Verdict.BETTER_HIGH);
        assertThatThrownBy(() -> chart(ChartSettings.USUAL.as(ChartKind.T), -1)).hasMessageContaining("no place");
    }

    @ParameterizedTest
    @CsvSource({"11", "0", "-3"})
    void limitsOfTooFewPointsAreRefused(int points) {
        assertThatThrownBy(() -> ChartSettings.USUAL.fixedAfter(OptionalInt.of(points)))
                .hasMessage("limits stay after 12 points or more, not " + points);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> Observed.of(START, Double.POSITIVE_INFINITY)).hasMessageContaining("not a number");
        assertThatThrownBy(() -> ChartSettings.USUAL.to(OptionalDouble.of(Double.NaN)))
                .hasMessage("NaN is no target");
        assertThatThrownBy(
                        () -> chart(ChartSettings.USUAL.by(Rules.PLOT_THE_DOTS).as(ChartKind.P), 1))
                .hasMessage("plotthedots makes charts of single values only");
    }
}
