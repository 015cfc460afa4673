package org.whorl.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whorl.engine.evidence.Effect.Good;
import org.whorl.engine.evidence.Finding.Basis;
import org.whorl.engine.evidence.Finding.Caution;
import org.whorl.engine.evidence.Finding.Found;
import org.whorl.engine.evidence.Finding.Unknown;
import org.whorl.engine.evidence.Finding.Why;
import org.whorl.engine.evidence.Panel.Cell;
import org.whorl.engine.evidence.Panel.Scale;
import org.whorl.engine.evidence.Panel.Site;

class TriedTest {

    private static Site site(String name, int start, @Nullable Cell... cells) {
        return new Site(name, start, Arrays.asList(cells));
    }

    private static Site rates(String name, int start, double exposure, double... events) {
        return new Site(
                name,
                start,
                Arrays.stream(events).mapToObj(one -> new Cell(one, exposure)).toList());
    }

    private static Site values(String name, int start, double... values) {
        return new Site(name, start, Arrays.stream(values).mapToObj(Cell::of).toList());
    }

    private static Found found(Finding finding) {
        assertThat(finding).isInstanceOf(Found.class);
        return (Found) finding;
    }

    private static Why why(Finding finding) {
        assertThat(finding).isInstanceOf(Unknown.class);
        return ((Unknown) finding).why();
    }

    /** Method 2.4 (b): 120 to 96 beside 110 to 108 in a thousand. */
    @Test
    void differenceInDifferencesIsAsInTheMethodAndNotConclusive() {
        Panel panel =
                new Panel(Scale.RATES, List.of(rates("tried", 1, 1000, 120, 96), rates("beside", 2, 1000, 110, 108)));
        Found found = found(panel.found(Tried.DIFFERENCE_IN_DIFFERENCES));
        assertThat(found.effect()).isCloseTo(0.815, within(5e-4));
        assertThat(found.low()).isCloseTo(0.559, within(5e-4));
        assertThat(found.high()).isCloseTo(1.189, within(5e-4));
        assertThat(found.sd()).isCloseTo(Math.sqrt(1 / 120.0 + 1 / 96.0 + 1 / 110.0 + 1 / 108.0), within(1e-9));
        assertThat(found.cautions()).contains(Caution.ONE_PLACE);
        assertThat(Verdict.of(found, Good.LESS)).isInstanceOf(Verdict.NotConclusive.class);
    }

    /** Whatever the exposure of each cell, one place on each side is the four counts' closed form. */
    @Property(tries = 200)
    void fourCountsHaveAClosedForm(
            @ForAll @IntRange(min = 5, max = 5000) int t0,
            @ForAll @IntRange(min = 5, max = 5000) int t1,
            @ForAll @IntRange(min = 5, max = 5000) int c0,
            @ForAll @IntRange(min = 5, max = 5000) int c1,
            @ForAll @DoubleRange(min = 1, max = 1e5) double exposure) {
        Panel panel = new Panel(
                Scale.RATES,
                List.of(
                        site("t", 1, new Cell(t0, exposure), new Cell(t1, 2 * exposure)),
                        site("c", 2, new Cell(c0, 3), new Cell(c1, 1))));
        Found found = found(panel.found(Tried.DIFFERENCE_IN_DIFFERENCES));
        double expected = Math.log(t1 / 2.0) - Math.log(t0) - Math.log(c1) + Math.log(c0 / 3.0);
        assertThat(found.estimate()).isCloseTo(expected, within(1e-8));
        assertThat(found.sd()).isCloseTo(Math.sqrt(1.0 / t0 + 1.0 / t1 + 1.0 / c0 + 1.0 / c1), within(1e-8));
    }

    /** Two sides of several places, measured once before and once since: Welch's test on the changes. */
    @Test
    void severalPlacesAreWelchsTestOnTheirChanges() {
        double[] tried = {-3, -5, -1, -6};
        double[] beside = {0.5, -1, 1.2, -0.4, 0.2};
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < tried.length; i++) {
            sites.add(values("t" + i, 1, 20 + i, 20 + i + tried[i]));
        }
        for (int i = 0; i < beside.length; i++) {
            sites.add(values("c" + i, 2, 30 - i, 30 - i + beside[i]));
        }
        Found found = found(new Panel(Scale.DIFFERENCES, sites).found(Tried.DIFFERENCE_IN_DIFFERENCES));
        double vt = variance(tried) / tried.length;
        double vc = variance(beside) / beside.length;
        double freedom = (vt + vc) * (vt + vc) / (vt * vt / 3 + vc * vc / 4);
        assertThat(found.estimate()).isCloseTo(mean(tried) - mean(beside), within(1e-9));
        assertThat(found.basis()).isEqualTo(Basis.PLACES);
        assertThat(found.freedom()).isCloseTo(freedom, within(1e-6));
        assertThat(found.half())
                .isCloseTo(
                        TDistribution.of(freedom).inverseCumulativeProbability(0.975) * Math.sqrt(vt + vc),
                        within(1e-6));
        assertThat(Verdict.of(found, Good.LESS)).isInstanceOf(Verdict.Better.class);
        assertThat(Verdict.of(found, Good.MORE)).isInstanceOf(Verdict.Worse.class);
        assertThat(Verdict.of(found, Good.NEITHER)).isInstanceOf(Verdict.Different.class);
    }

    /** Counts of places that change very differently are less sure than their sum looks. */
    @Test
    void placesThatDifferWidenTheInterval() {
        Panel panel = new Panel(
                Scale.RATES,
                List.of(
                        rates("a", 1, 100, 400, 200),
                        rates("b", 1, 100, 400, 500),
                        rates("c", 1, 100, 400, 300),
                        rates("x", 2, 100, 400, 420),
                        rates("y", 2, 100, 400, 380),
                        rates("z", 2, 100, 400, 400)));
        Found found = found(panel.found(Tried.DIFFERENCE_IN_DIFFERENCES));
        assertThat(found.basis()).isEqualTo(Basis.PLACES);
        assertThat(found.effect()).isCloseTo((1000 / 1200.0), within(1e-9));
        double chance = 1.96 * Math.sqrt(1 / 1200.0 + 1 / 1000.0 + 1 / 1200.0 + 1 / 1200.0);
        assertThat(found.half()).isGreaterThan(3 * chance);
        assertThat(found.holdsNone()).isTrue();
    }

    @Test
    void beforeAndAfterIsTheRatioOfTwoRatesAndSaysThatNothingIsCompared() {
        Panel panel = new Panel(Scale.RATES, List.of(rates("a", 1, 10, 80, 60)));
        Found found = found(panel.found(Tried.BEFORE_AND_AFTER));
        assertThat(found.effect()).isCloseTo(0.75, within(1e-9));
        assertThat(found.sd()).isCloseTo(Math.sqrt(1 / 80.0 + 1 / 60.0), within(1e-9));
        assertThat(found.cautions()).contains(Caution.NOT_COMPARED, Caution.ONE_PLACE);
    }

    /** Where weeks stray more than counts do, the interval is stretched by Pearson's statistic. */
    @Test
    void countsThatStrayAreLessSure() {
        Found calm = found(new Panel(Scale.RATES, List.of(rates("a", 4, 1, 50, 51, 49, 50, 40, 41, 39, 40)))
                .found(Tried.TIME_SERIES));
        Found wild = found(new Panel(Scale.RATES, List.of(rates("a", 4, 1, 20, 80, 30, 70, 20, 60, 10, 70)))
                .found(Tried.TIME_SERIES));
        assertThat(wild.effect()).isCloseTo(calm.effect(), within(1e-9));
        assertThat(wild.half()).isGreaterThan(3 * calm.half());
    }

    /** Counts that never change stray less than chance: what rounding leaves of them is no likeness of neighbours. */
    @Test
    void countsThatNeverChangeAreAsSureAsChanceAllows() {
        double[] weeks = new double[30];
        Arrays.fill(weeks, 0, 15, 37);
        Arrays.fill(weeks, 15, 30, 29);
        for (double exposure : new double[] {1, 7, 1234.5}) {
            Found found = found(
                    new Panel(Scale.RATES, List.of(rates("one", 15, exposure, weeks))).found(Tried.BEFORE_AND_AFTER));
            assertThat(found.sd()).isCloseTo(Math.sqrt(1 / (15.0 * 37) + 1 / (15.0 * 29)), within(1e-9));
            assertThat(found.cautions()).doesNotContain(Caution.ALIKE);
        }
    }

    /** Points that follow each other closely count for less than as many that do not. */
    @Test
    void neighboursThatAreAlikeCountForLess() {
        double[] slow = {5, 6, 7, 8, 7, 6, 5, 4, 3, 4, 5, 6, 5, 4, 3, 2};
        double[] quick = {5, 7, 3, 8, 6, 4, 7, 5, 4, 6, 2, 5, 3, 6, 4, 5};
        Found first = found(new Panel(Scale.DIFFERENCES, List.of(values("a", 8, slow))).found(Tried.TIME_SERIES));
        Found second = found(new Panel(Scale.DIFFERENCES, List.of(values("a", 8, quick))).found(Tried.TIME_SERIES));
        assertThat(first.cautions()).contains(Caution.ALIKE);
        assertThat(second.cautions()).doesNotContain(Caution.ALIKE);
    }

    @Test
    void whatCannotBeToldIsNotTold() {
        Tried did = Tried.DIFFERENCE_IN_DIFFERENCES;
        assertThat(why(new Panel(Scale.RATES, List.of(rates("a", 1, 1, 90, 3), rates("b", 2, 1, 90, 90))).found(did)))
                .isEqualTo(Why.FEW_EVENTS);
        assertThat(why(new Panel(Scale.RATES, List.of(rates("a", 1, 1, 90, 90))).found(did)))
                .isEqualTo(Why.NOTHING_TO_COMPARE);
        assertThat(why(new Panel(Scale.RATES, List.of(rates("a", 0, 1, 90, 90))).found(Tried.BEFORE_AND_AFTER)))
                .isEqualTo(Why.NOTHING_BEFORE);
        assertThat(why(new Panel(Scale.RATES, List.of(rates("a", 2, 1, 90, 90))).found(Tried.BEFORE_AND_AFTER)))
                .isEqualTo(Why.NOBODY_BEGAN);
        assertThat(why(new Panel(Scale.DIFFERENCES, List.of(values("a", 1, 9, 8))).found(Tried.BEFORE_AND_AFTER)))
                .isEqualTo(Why.FEW_PERIODS);
        assertThat(why(new Panel(Scale.RATIOS, List.of(values("a", 3, 9, 0, 8, 4, 3, 2)))
                        .found(Tried.BEFORE_AND_AFTER)))
                .isEqualTo(Why.NOT_ABOVE_ZERO);
        // All begin together and each period has a level of its own: nothing is left to compare.
        assertThat(why(new Panel(Scale.RATES, List.of(rates("a", 1, 1, 90, 80), rates("b", 1, 1, 90, 80)))
                        .found(Tried.STEPPED_WEDGE)))
                .isEqualTo(Why.NOTHING_TO_COMPARE);
        assertThat(why(new Panel(Scale.RATES, List.of()).found(did))).isEqualTo(Why.NOBODY_BEGAN);
    }

    @Test
    void placesThatCountedNothingAreLeftOutAndItIsSaid() {
        Panel panel = new Panel(
                Scale.RATES, List.of(rates("a", 1, 1, 120, 96), rates("none", 1, 1, 0, 0), rates("b", 2, 1, 110, 108)));
        Found found = found(panel.found(Tried.DIFFERENCE_IN_DIFFERENCES));
        assertThat(found.effect()).isCloseTo(0.815, within(5e-4));
        assertThat(found.cautions()).contains(Caution.EMPTY_PLACES);
        assertThat(found.places()).isEqualTo(1);
    }

    /** Places that were drifting apart before anybody began are no fair comparison. */
    @Test
    void driftBeforeTheStartIsSeen() {
        Panel apart = new Panel(
                Scale.RATES,
                List.of(
                        rates("a", 6, 1, 500, 450, 405, 365, 328, 295, 270, 240),
                        rates("b", 8, 1, 500, 505, 495, 500, 498, 502, 500, 501)));
        Found drift = found(apart.driftBefore(Tried.DIFFERENCE_IN_DIFFERENCES));
        assertThat(drift.effect()).isCloseTo(0.9, within(0.01));
        assertThat(drift.holdsNone()).isFalse();
        Panel level = new Panel(
                Scale.RATES,
                List.of(
                        rates("a", 6, 1, 500, 510, 495, 502, 499, 497, 350, 360),
                        rates("b", 8, 1, 500, 505, 495, 500, 498, 502, 500, 501)));
        assertThat(found(level.driftBefore(Tried.DIFFERENCE_IN_DIFFERENCES)).holdsNone())
                .isTrue();
        assertThat(why(new Panel(Scale.RATES, List.of(rates("a", 2, 1, 9, 9, 9))).driftBefore(Tried.TIME_SERIES)))
                .isEqualTo(Why.FEW_PERIODS);
    }

    /** Hussey and Hughes as in method 2.4 (b), which cuts the power to .383: six places, one beginning in each period after the first. */
    @Test
    void steppedWedgeVarianceAndPowerAreAsInTheMethod() {
        Wedge wedge = Wedge.stairs(6);
        assertThat(wedge.periods()).isEqualTo(7);
        assertThat(Math.sqrt(wedge.variance(0.0128, 0.02))).isCloseTo(0.06011, within(5e-6));
        assertThat(Power.wedge(wedge, 0.0128, 0.02).of(0.1)).isCloseTo(0.3835, within(5e-5));
        assertThat(new Wedge(4, List.of(2, 2, 2)).tells()).isFalse();
        assertThatThrownBy(() -> new Wedge(4, List.of(2, 2)).variance(1, 1))
                .hasMessageContaining("nothing can be known");
        assertThatThrownBy(() -> new Wedge(4, List.of(2, 5))).hasMessageContaining("starts between");
    }

    /** The estimate's variance is what the formula says, for the weights it gives the cells are known: sum of squares. */
    @Property(tries = 60)
    void theWedgesEstimateHasTheFormulasVariance(
            @ForAll @IntRange(min = 2, max = 6) int places,
            @ForAll @IntRange(min = 3, max = 7) int periods,
            @ForAll @DoubleRange(min = 0.01, max = 2) double s,
            @ForAll @DoubleRange(min = 0, max = 3) double t,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            starts.add(i == 0 ? 1 : i == 1 ? 2 : random.nextInt(periods + 1));
        }
        Wedge wedge = new Wedge(periods, starts);
        // The estimate is linear in the cells; each cell's weight is what a one there makes of it.
        double variance = 0;
        double effect = 0;
        for (int i = 0; i < places; i++) {
            double row = 0;
            for (int j = 0; j < periods; j++) {
                double[][] cells = new double[places][periods];
                cells[i][j] = 1;
                double weight = wedge.estimate(cells, s, t);
                variance += weight * weight * s;
                row += weight;
                effect += j >= starts.get(i) ? weight : 0;
            }
            variance += row * row * t;
        }
        assertThat(effect).isCloseTo(1, within(1e-9));
        assertThat(variance).isCloseTo(wedge.variance(s, t), within(1e-9 * wedge.variance(s, t)));
    }

    /** With a level of its own for every place, the regression is the wedge whose places differ without end. */
    @Test
    void theWedgeIsRecoveredFromCells() {
        Random random = new Random(4);
        List<Site> sites = new ArrayList<>();
        double[][] means = new double[6][7];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 7; j++) {
                means[i][j] = 10 + 3 * i - 0.4 * j * j + (j > i ? -2 : 0) + 0.1 * random.nextGaussian();
            }
            sites.add(values("p" + i, i + 1, means[i]));
        }
        Found found = found(new Panel(Scale.DIFFERENCES, sites).found(Tried.STEPPED_WEDGE));
        assertThat(found.estimate()).isCloseTo(Wedge.stairs(6).estimate(means, 1e-9, 1e9), within(1e-6));
        assertThat(found.low()).isLessThan(-2);
        assertThat(found.high()).isGreaterThan(-2);
        assertThat(found.cautions()).contains(Caution.GROWING).doesNotContain(Caution.ONE_PLACE);
    }

    /** Where there is nothing, about one interval in twenty misses it: played 400 times, places wandering by themselves. */
    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        Random random = new Random(11);
        int held = 0;
        int rounds = 400;
        for (int round = 0; round < rounds; round++) {
            List<Site> sites = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                double wander = 0.15 * random.nextGaussian();
                double[] weeks = new double[12];
                for (int j = 0; j < 12; j++) {
                    weeks[j] = 10 + i + (j >= 6 ? wander : 0) + 0.3 * random.nextGaussian();
                }
                sites.add(values("p" + i, i < 4 ? 6 : 12, weeks));
            }
            held += found(new Panel(Scale.DIFFERENCES, sites).found(Tried.DIFFERENCE_IN_DIFFERENCES))
                            .holdsNone()
                    ? 1
                    : 0;
        }
        assertThat(held / (double) rounds).isBetween(0.92, 0.99);
    }

    @Test
    void powerIsSaidBeforehand() {
        Power power = Power.differences(120, 120, 110, 110, 1, 1, 0);
        assertThat(power.of(Math.log(0.8))).isBetween(0.2, 0.25);
        assertThat(power.of(0)).isCloseTo(0.025, within(1e-9));
        assertThat(power.of(power.noticed(0.8))).isCloseTo(0.8, within(1e-9));
        assertThat(Power.beforeAndAfter(100, 100).error()).isCloseTo(Math.sqrt(0.02), within(1e-12));
        assertThat(Power.means(2, 10, 10).error()).isCloseTo(2 * Math.sqrt(0.2), within(1e-12));
        assertThat(Power.meansBeside(2, 3, 3, 10, 10).error()).isCloseTo(2 * Math.sqrt(2 / 3.0 * 0.2), within(1e-12));
        assertThatThrownBy(() -> new Power(0)).hasMessageContaining("above 0");
    }

    /** Against chance played out: a chart whose limits are known, normal points. */
    @Test
    void aControlChartShowsAShiftAsOftenAsPlayedOut() {
        Random random = new Random(3);
        for (double size : new double[] {0, 0.5, 1, 2}) {
            int shown = 0;
            int rounds = 20_000;
            for (int round = 0; round < rounds; round++) {
                int run = 0;
                boolean seen = false;
                for (int p = 0; p < 12 && !seen; p++) {
                    double z = size + random.nextGaussian();
                    run = z > 0 ? Math.max(run, 0) + 1 : Math.min(run, 0) - 1;
                    seen = Math.abs(z) > 3 || Math.abs(run) >= 7;
                }
                shown += seen ? 1 : 0;
            }
            assertThat(Shift.USUAL.shown(size, 12)).isCloseTo(shown / (double) rounds, within(0.012));
        }
        assertThat(Shift.USUAL.shown(1, 0)).isZero();
    }

    @Test
    void lookingOftenFindsWhatIsNotThere() {
        assertThat(Verdict.falseAlarm(1)).isEqualTo(0.05);
        assertThat(Verdict.falseAlarm(5)).isEqualTo(0.142);
        assertThat(Verdict.falseAlarm(100)).isEqualTo(0.320);
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double variance(double[] numbers) {
        double mean = mean(numbers);
        return Arrays.stream(numbers).map(one -> (one - mean) * (one - mean)).sum() / (numbers.length - 1);
    }
}
