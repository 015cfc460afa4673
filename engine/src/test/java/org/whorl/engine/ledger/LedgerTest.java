package org.whorl.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.Cases;
import org.whorl.engine.ledger.Ledger.Column;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Spread;
import org.whorl.engine.model.Timeline;

/** Pounds by partner, worked by hand. */
class LedgerTest {

    private static final int STRETCH = 30;

    private static @Nullable Parameter pounds(double value) {
        return value == 0 ? null : Parameter.of(value);
    }

    private static Cost cost(double place, double used, double start, double visit, double fixed) {
        return new Cost(pounds(place), pounds(used), pounds(start), pounds(visit), pounds(fixed), null);
    }

    private static Cost step(double places, double cost, double months) {
        return new Cost(
                null,
                null,
                null,
                null,
                null,
                new Cost.Step(Parameter.of(places), Parameter.of(cost), Parameter.of(months)));
    }

    /** One service, one epoch: so many used days, visits and starts, spread evenly. */
    private static double[][] settle(Model model, double usedDays, double visits, double starts) {
        int stretches = (model.time().end() + STRETCH - 1) / STRETCH;
        double[] even = new double[stretches];
        Arrays.fill(even, usedDays / model.time().days() * STRETCH);
        return new Ledger(Timeline.of(model))
                .settle(new Ledger.Use(
                        new double[][] {{usedDays}},
                        new double[][] {{visits}},
                        new double[][] {{starts}},
                        new double[][] {even},
                        STRETCH));
    }

    private static double pounds(double[][] settled, int partner, Column column) {
        return settled[partner][List.of(Column.values()).indexOf(column)];
    }

    @Test
    void everyLineOfAYear() {
        // 20 staffed places at 100 a day, whether used or not:     20 x 365 x 100 = 730,000
        // 6,000 used days at 12:                                      6,000 x 12 =  72,000
        // 400 starts at 250:                                           400 x 250 = 100,000
        // fixed:                                                                    50,000
        //                                                                     cash 952,000
        // Used days at their full daily cost:               6,000 x (100 + 12) = 672,000
        // and starts at theirs, 100,000:                              capacity 772,000
        Cases cases = Cases.model().arrive("ward", 1);
        cases.service("ward").places(20).constant(5).cost(cost(100, 12, 250, 0, 50_000));
        double[][] settled = settle(cases.build(), 6000, 0, 400);
        assertThat(pounds(settled, 0, Column.CASH)).isCloseTo(952_000, within(1e-6));
        assertThat(pounds(settled, 0, Column.CASH_WHEN_STEPS_CLOSE)).isCloseTo(952_000, within(1e-6));
        assertThat(pounds(settled, 0, Column.CAPACITY)).isCloseTo(772_000, within(1e-6));
        assertThat(settled[1]).containsOnly(0);
    }

    @Test
    void whoPaysIsNotAlwaysTheOwner() {
        Cases cases = Cases.model().arrive("ward", 1);
        cases.service("ward")
                .places(20)
                .constant(5)
                .cost(cost(100, 12, 250, 0, 50_000))
                .fundedBy(Map.of("board", 0.7, "council", 0.3));
        double[][] settled = settle(cases.build(), 6000, 0, 400);
        assertThat(pounds(settled, 0, Column.CASH)).isCloseTo(666_400, within(1e-6));
        assertThat(pounds(settled, 1, Column.CASH)).isCloseTo(285_600, within(1e-6));
        assertThat(pounds(settled, 1, Column.CAPACITY)).isCloseTo(231_600, within(1e-6));
    }

    @Test
    void visitsCostByTheVisitAndUnlimitedPlacesByTheDayUsed() {
        Cases visits = Cases.model().arrive("care", 1);
        visits.service("care").visitsADay(100).constant(5).visits(4, 1, 0).cost(cost(0, 0, 0, 14, 0));
        assertThat(pounds(settle(visits.build(), 900, 20_000, 10), 0, Column.CASH))
                .isCloseTo(280_000, within(1e-6));

        Cases unlimited = Cases.model().arrive("acute", 1);
        unlimited.service("acute").unlimited().constant(5).cost(cost(346, 0, 0, 0, 0));
        assertThat(pounds(settle(unlimited.build(), 1000, 0, 10), 0, Column.CASH))
                .isCloseTo(346_000, within(1e-6));
    }

    @Test
    void placesAreStaffedAsTheCalendarSaysAndRoundedDown() {
        // 100 days of 10 places and 265 of 12 (12.9 rounded down): (1,000 + 3,180) x 10.
        Cases cases = Cases.model().arrive("ward", 1).scenario("cut", Cases.times("services.ward.capacity", 0.95));
        cases.service("ward").places(10, 100, 12).constant(5).cost(cost(10, 0, 0, 0, 0));
        assertThat(pounds(settle(cases.build(), 0, 0, 0), 0, Column.CASH)).isCloseTo(41_800, within(1e-6));
        // 9.5 and 11.4 places count as 9 and 11.
        double[][] cut = new Ledger(Timeline.of(cases.build(), cases.build().scenario("cut")))
                .settle(new Ledger.Use(
                        new double[1][1], new double[1][1], new double[1][1], new double[1][13], STRETCH));
        assertThat(pounds(cut, 0, Column.CASH)).isCloseTo((900 + 265 * 11) * 10, within(1e-6));
    }

    @Test
    void pricesOfOtherYearsAreBroughtToThisOne() {
        // 346 in 2017/18 is 346 x 1.03^8 = 438.30 in 2025/26; 100 in 2027/28 is 100 / 1.03^2.
        Parameter old = new Parameter(346, Spread.UNSAID, Provenance.UNSIGNED_GUESS, "2017/18");
        Parameter ahead = new Parameter(100, Spread.UNSAID, Provenance.UNSIGNED_GUESS, "2027/28");
        Cases cases = Cases.model().uplift(0.03).arrive("acute", 1);
        cases.service("acute").unlimited().constant(5).cost(new Cost(null, old, ahead, null, null, null));
        double[][] settled = settle(cases.build(), 1000, 0, 10);
        assertThat(346 * Math.pow(1.03, 8)).isCloseTo(438.30, within(0.005));
        assertThat(pounds(settled, 0, Column.CASH))
                .isCloseTo(1000 * 346 * Math.pow(1.03, 8) + 10 * 100 / 1.0609, within(1e-6));
    }

    @Test
    void aPriceThatRisesInTheMiddleOfTheYearRisesFromThatDay() {
        Cases cases = Cases.model()
                .days(20, 100)
                .arrive("ward", 1)
                .scenario(
                        "dearer",
                        new Scenario.Change(
                                "services.ward.cost.per-place-day",
                                Scenario.Operation.TIMES,
                                Parameter.of(1.5),
                                List.of(),
                                Cases.MONDAY.plusDays(40),
                                Cases.MONDAY.plusDays(60)),
                        Cases.add("services.ward.cost.per-start", 10, Cases.MONDAY.plusDays(40), null));
        cases.service("ward").places(10).constant(5).cost(cost(100, 0, 20, 0, 3650));
        Model model = cases.build();
        Timeline timeline = Timeline.of(model, model.scenario("dearer"));
        // 40 days after the warm-up, which costs nothing; 20 days dearer; 40 days with the dearer start only.
        assertThat(timeline.epochs()).hasSize(3);
        double[][] starts = {{40}, {20}, {40}};
        double[][] settled = new Ledger(timeline)
                .settle(new Ledger.Use(new double[3][1], new double[3][1], starts, new double[1][4], STRETCH));
        double expected = 10 * 100 * 80 + 10 * 150 * 20 + 40 * 20 + 60 * 30 + 3650 * 100 / 365.0;
        assertThat(pounds(settled, 0, Column.CASH)).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        // Steps of ten people, use of 25, 25, 15, 5, 5, ... in months of thirty days: three steps, then two, then one.
        "0, 3 3 2 1 1 1 1 1 1 1 1 1",
        "1, 3 3 3 2 1 1 1 1 1 1 1 1",
        "3, 3 3 3 3 3 2 1 1 1 1 1 1",
        "6, 3 3 3 3 3 3 3 3 2 1 1 1",
        "12, 3 3 3 3 3 3 3 3 3 3 3 3",
    })
    void aStepOpensAtOnceAndClosesWhenUseHasStayedBelowItForMonths(double months, String held) {
        Cases cases = Cases.model().days(0, 360).arrive("ward", 1);
        cases.service("ward").unlimited().constant(5).cost(step(10, 36_500, months));
        double[] use = {25, 25, 15, 5, 5, 5, 5, 5, 5, 5, 5, 5};
        double[] stretches = Arrays.stream(use).map(u -> u * STRETCH).toArray();
        double usedDays = Arrays.stream(stretches).sum();
        double[][] settled = new Ledger(Timeline.of(cases.build()))
                .settle(new Ledger.Use(
                        new double[][] {{usedDays}},
                        new double[1][1],
                        new double[1][1],
                        new double[][] {stretches},
                        STRETCH));
        double steps =
                Arrays.stream(held.split(" ")).mapToInt(Integer::parseInt).sum();
        // A step costs 100 a day. In the long run the mean use of 9.2 needs one step.
        assertThat(pounds(settled, 0, Column.CASH)).isCloseTo(steps * 30 * 100, within(1e-6));
        assertThat(pounds(settled, 0, Column.CASH_WHEN_STEPS_CLOSE)).isCloseTo(360 * 100, within(1e-6));
        assertThat(pounds(settled, 0, Column.CAPACITY)).isCloseTo(usedDays * 36_500 / 3650, within(1e-6));
    }

    @Test
    void beforeTheClockStartsTheOpeningStandsForThePast() {
        Cases cases = Cases.model().days(0, 90).arrive("ward", 1).open("ward", 25, 0, 0);
        cases.service("ward").unlimited().constant(5).cost(step(10, 36_500, 2));
        double[][] settled = new Ledger(Timeline.of(cases.build()))
                .settle(new Ledger.Use(
                        new double[][] {{450}},
                        new double[1][1],
                        new double[1][1],
                        new double[][] {{150, 150, 150}},
                        30));
        // Three steps for two months, then the one that 5 people need.
        assertThat(pounds(settled, 0, Column.CASH)).isCloseTo((3 + 3 + 1) * 30 * 100, within(1e-6));
    }

    @Test
    void useOfExactlyAWholeStepNeedsNoMore() {
        Cases cases = Cases.model().days(0, 30).arrive("ward", 1);
        cases.service("ward").unlimited().constant(5).cost(step(10, 36_500, 0));
        assertThat(pounds(settle(cases.build(), 600, 0, 0), 0, Column.CASH)).isCloseTo(2 * 30 * 100, within(1e-6));
    }
}
