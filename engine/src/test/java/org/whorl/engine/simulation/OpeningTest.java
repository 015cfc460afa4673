package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Field;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Opening;
import org.whorl.engine.random.Survival;

/** The people who are there when the clock starts. */
class OpeningTest {

    private static final int MANY = 4000;

    @Test
    void aModelMayHoldNobodyElse() {
        Cases cases = Cases.model().days(0, 3).open("ward", List.of(0.0, 0.5), null, null);
        cases.service("ward").places(5).constant(2);
        assertThat(Seen.once(cases).daily("ward", Field.IN_PLACE)).containsExactly(2, 1, 0);
    }

    @Test
    void whoWaitsTakesFreePlacesAtOnce() {
        Cases cases = Cases.model().days(0, 5).open("ward", 3, 15, 0);
        cases.service("ward").places(2000).constant(50);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("ward", Field.WAITING)).containsOnly(0);
        assertThat(seen.mean("ward", Field.STARTS) * 5).isCloseTo(15, within(1e-9));
        assertThat(seen.mean("ward", Field.DELAYED_SHARE)).isZero();
    }

    @Test
    void whoWaitsTakesFreePlacesAtOnceEvenWhereNobodyMayWait() {
        Cases cases = Cases.model().days(0, 5).open("ward", 0, 15, 0);
        cases.service("ward").places(10).constant(2).limit(0);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("ward", Field.IN_PLACE)).containsExactly(10, 10, 5, 5, 0);
        assertThat(seen.mean("ward", Field.LOST)).isZero();
    }

    @Test
    void theLongestWaitingComeFirstAndTheirWaitCountsFromTheBeginning() {
        Cases cases = Cases.model().days(0, 9).open("ward", List.of(0.0), List.of(3.0, 7.0, 5.0), null);
        cases.service("ward").places(1).constant(2);
        // They start on days 2, 4 and 6, after 7+2, 5+4 and 3+6 days.
        Seen seen = Seen.once(cases);
        assertThat(seen.mean("ward", Field.WAIT)).isCloseTo(9, within(1e-9));
        assertThat(seen.mean("ward", Field.WAIT_P95)).isCloseTo(9, within(1e-9));
        assertThat(seen.mean("ward", Field.DELAYED_SHARE)).isEqualTo(1);
    }

    @Test
    void nobodyStartsOnADayWithoutStarts() {
        Cases cases = Cases.model().days(0, 3).open("ward", 0, 3, 0);
        cases.service("ward").places(5).constant(10).starts(0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
        assertThat(Seen.once(cases).daily("ward", Field.IN_PLACE)).containsExactly(0, 3, 3);
    }

    @Test
    void staysOfUnknownLengthAreLengthBiasedResiduals() {
        Distribution stay = new Distribution.Lognormal(18.07, 30);
        Cases cases = Cases.model().days(0, 60).open("ward", MANY, 0, 0);
        cases.service("ward").unlimited().lognormal(18.07, 30);
        decays(Seen.playing(cases.build(), 10), t -> Survival.of(stay).residual(t));
    }

    @Test
    void exponentialStaysForgetHowLongTheyHaveLasted() {
        Cases cases = Cases.model().days(0, 40).open("ward", MANY, 0, 0);
        cases.service("ward").unlimited().exponential(10);
        decays(Seen.playing(cases.build(), 10), t -> Math.exp(-t / 10));
    }

    @Test
    void staysOfKnownLengthGoOnAsThoseThatLastedSoLong() {
        for (Duration stay : List.of(
                Duration.of(Family.LOGNORMAL, 10, 7.7),
                Duration.of(Family.GAMMA, 10, 7.7),
                Duration.of(Family.GAMMA, 10, 20),
                Duration.of(Family.WEIBULL, 10, 14),
                Duration.of(Family.UNIFORM, 5, 60),
                Duration.of(Family.TRIANGULAR, 2, 10, 60),
                Duration.of(Family.EXPONENTIAL, 10))) {
            Survival survival = Survival.of(stay.distribution());
            Cases cases = Cases.model().days(0, 30).open("ward", Collections.nCopies(MANY, 25.0), null, null);
            cases.service("ward").unlimited().stay(stay);
            decays(Seen.playing(cases.build(), 10), t -> survival.given(25, t));
        }
    }

    @Test
    void aVeryLongStayGoesOnAndIsNotOverAtOnce() {
        // Of a hundred million such stays one lasts 150 days; once it has, it has weeks to go.
        Survival survival = Survival.of(new Distribution.Lognormal(10, 7.7));
        assertThat(survival.at(150)).isLessThan(1e-5);
        Cases cases = Cases.model().days(0, 60).open("ward", Collections.nCopies(MANY, 150.0), null, null);
        cases.service("ward").unlimited().lognormal(10, 7.7);
        decays(Seen.playing(cases.build(), 10), t -> survival.given(150, t));
    }

    private interface Share {
        double at(double t);
    }

    /** The count on every day against the analytic survival, within five standard errors of a binomial count. */
    private static void decays(Seen seen, Share survival) {
        double[] daily = seen.daily("ward", Field.IN_PLACE);
        int people = MANY * seen.answer().replications();
        for (int day = 0; day < daily.length; day++) {
            double p = survival.at(day + 1);
            double error = Math.sqrt(Math.max(p * (1 - p), 1.0 / people) / people);
            assertThat(daily[day] / MANY).as("day %d", day + 1).isCloseTo(p, within(5 * error));
        }
    }

    @Test
    void whoHasWaitedWithoutLeavingHasTheRestOfTheirPatience() {
        Cases constant = Cases.model().days(0, 4).open("ward", null, Collections.nCopies(50, 10.0), null);
        constant.service("ward").places(0).constant(1).leaveAfter(Duration.of(Family.CONSTANT, 12), null);
        assertThat(Seen.once(constant).daily("ward", Field.WAITING)).containsExactly(50, 50, 0, 0);

        Cases chance = Cases.model().days(0, 30).open("ward", null, Collections.nCopies(MANY, 10.0), null);
        chance.service("ward").places(0).constant(1).leaveAfter(Duration.of(Family.EXPONENTIAL, 30), null);
        double[] daily = Seen.playing(chance.build(), 10).daily("ward", Field.WAITING);
        for (int day = 0; day < 30; day++) {
            assertThat(daily[day] / MANY).isCloseTo(Math.exp(-(day + 1) / 30.0), within(0.012));
        }
    }

    @Test
    void somebodyInTheMiddleOfTheirCareNeedsTheVisitsOfTheMiddle() {
        // Ten days from four visits to one: 4 4 3 3 3 2 2 2 1 1, on average 2.5 a day.
        Cases cases = Cases.model().days(0, 1).open("care", MANY, 0, 0);
        cases.service("care").visitsADay(20_000).constant(10).visits(4, 1, 0);
        Seen unknown = Seen.playing(cases.build(), 4);
        assertThat(unknown.mean("care", Field.OCCUPANCY) * 20_000 / MANY).isCloseTo(2.5, within(0.05));

        Cases known = Cases.model().days(0, 3).open("care", List.of(0.0, 4.5, 8.2), null, null);
        known.service("care").visitsADay(100).constant(10).visits(4, 1, 0);
        // Day 0: 4 + 3 + 1; day 1: 4 + 2 + 1; day 2: 3 + 2 + 0.
        assertThat(Seen.once(known).mean("care", Field.OCCUPANCY) * 300).isCloseTo(20, within(1e-9));
    }

    @Test
    void belongsToTheModelAsItStandsWhateverAScenarioChangesFromTheFirstDay() {
        Cases cases = Cases.model()
                .days(0, 12)
                .open("ward", List.of(0.0, 0.0, 0.0), null, null)
                .scenario("shorter", Cases.times("services.ward.length-of-stay", 0.5));
        cases.service("ward").places(3).constant(10);
        Seen seen = Seen.playing(cases.build(), 1, "shorter");
        assertThat(seen.daily("shorter", "ward", Field.IN_PLACE))
                .containsExactly(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0)
                .isEqualTo(seen.daily("ward", Field.IN_PLACE));
    }

    @Test
    void aScenarioMayBeginWithFewerWaiting() {
        Cases cases = Cases.model()
                .days(0, 3)
                .open("ward", 0, 40, 0)
                .scenario("cleared", Cases.set("opening.ward.waiting", 10));
        cases.service("ward").places(0).constant(10);
        Seen seen = Seen.playing(cases.build(), 1, "cleared");
        assertThat(seen.daily("ward", Field.WAITING)).containsExactly(40, 40, 40);
        assertThat(seen.daily("cleared", "ward", Field.WAITING)).containsExactly(10, 10, 10);
    }

    @Test
    void peopleBlockedAreOfferedFreePlacesAtOnce() {
        Cases cases = Cases.model().days(0, 3).open("ward", List.of(0.0), null, List.of(1.0, 2.0));
        cases.service("ward").places(5).constant(10).to("home-care", 1);
        cases.service("home-care").places(1).constant(2);
        Seen seen = Seen.once(cases);
        // The one who has waited 2 days starts at once, the other when that place is free again.
        assertThat(seen.daily("ward", Field.BLOCKED)).containsExactly(1, 1, 0);
        assertThat(seen.mean("home-care", Field.WAIT)).isCloseTo((2 + (1 + 2)) / 2.0, within(1e-9));
    }

    @Test
    void moreThanThePlacesIsNobodysRemoval() {
        Cases cases = Cases.model().days(0, 6).open("ward", List.of(0.0, 1.0, 2.0), List.of(1.0), null);
        cases.service("ward").places(1).constant(4);
        // Ends on days 2, 3 and 4; only when fewer than one are there does the next start.
        assertThat(Seen.once(cases).daily("ward", Field.IN_PLACE)).containsExactly(3, 3, 2, 1, 1, 1);
        assertThat(Seen.once(cases).daily("ward", Field.WAITING)).containsExactly(1, 1, 1, 1, 0, 0);
    }

    @Test
    void theRestOfAStayIsAsItIsTold() {
        Cases cases = Cases.model()
                .days(0, 6)
                .open(new Opening(
                        "ward",
                        Opening.Group.of(3),
                        Duration.of(Duration.Family.CONSTANT, 2.5),
                        Opening.Group.of(0),
                        Opening.Group.of(0)));
        cases.service("ward").places(5).constant(400);
        assertThat(Seen.once(cases).daily("ward", Field.IN_PLACE)).containsExactly(3, 3, 0, 0, 0, 0);
    }

    @Test
    void aGroupWithoutPeopleIsNobody() {
        Cases cases = Cases.model()
                .days(0, 2)
                .open(new Opening("ward", Opening.Group.of(0), null, Opening.Group.of(0), Opening.Group.of(0)));
        cases.service("ward").places(1).constant(4);
        assertThat(Seen.once(cases).daily("ward", Field.IN_PLACE)).containsOnly(0);
    }
}
