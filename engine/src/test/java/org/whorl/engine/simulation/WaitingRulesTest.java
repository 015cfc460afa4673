package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Field;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Name;

/** Where people wait, how many may, what waiting does: small cases without chance, day by day. */
class WaitingRulesTest {

    private static org.whorl.engine.model.Duration days(double value) {
        return org.whorl.engine.model.Duration.of(Family.CONSTANT, value);
    }

    @Test
    void nobodyBeyondTheLimitComesInsideWhenRoomAppears() {
        Cases cases = Cases.model().days(0, 8).open("team", 0, 6, 0);
        cases.service("acute").places(1, 5, 10).constant(1);
        cases.service("team").places(0).constant(1).waitsIn("acute").limitInside(3);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("acute", Field.IN_PLACE)).containsExactly(1, 1, 1, 1, 1, 3, 3, 3);
        assertThat(seen.daily("team", Field.WAITING)).containsOnly(6);
        assertThat(seen.mean("team", Field.OUTSIDE)).isCloseTo((5 * 5 + 3 * 3) / 8.0, within(1e-9));
    }

    @Test
    void whenOneStartsTheNextComesInFromBehindTheLimit() {
        Cases cases = Cases.model().days(0, 6).open("team", List.of(0.0), List.of(6.0, 5.0, 4.0, 3.0), null);
        cases.service("acute").unlimited().constant(1);
        cases.service("team").places(1).constant(2).waitsIn("acute").limitInside(2);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("team", Field.WAITING)).containsExactly(4, 4, 3, 3, 2, 2);
        assertThat(seen.daily("acute", Field.IN_PLACE)).containsOnly(2);
        assertThat(seen.mean("team", Field.OUTSIDE)).isCloseTo((2 * 2 + 2 * 1) / 6.0, within(1e-9));
    }

    @Test
    void aFreePlaceToWaitInIsTakenThoughOthersCannotStartThereToday() {
        // On Monday nobody starts a stay on the ward; its five places can still be waited in.
        Cases cases = Cases.model().days(0, 1).open("ward", 0, 1, 0).open("team", 0, 2, 0);
        cases.service("ward").places(5).constant(3).starts(0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
        cases.service("team").places(0).constant(1).waitsIn("ward");
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("ward", Field.IN_PLACE)).containsExactly(2);
        assertThat(seen.mean("team", Field.OUTSIDE)).isZero();
    }

    @Test
    void someoneBlockedUpstreamNeverCountsTowardTheLimitAndIsNeverLost() {
        Cases cases = Cases.model().days(0, 6).open("ward", List.of(0.0, 0.0, 0.0), null, null);
        cases.service("ward").places(5).constant(1).to("team", 1);
        cases.service("team").places(1).constant(2).limit(0);
        Seen seen = Seen.once(cases);
        assertThat(seen.mean("team", Field.LOST)).isZero();
        assertThat(seen.daily("ward", Field.BLOCKED)).containsExactly(0, 2, 2, 1, 1, 0);
    }

    @Test
    void changingPathwayKeepsTheWaitAndHappensOnce() {
        Cases cases = Cases.model().days(0, 9).open("a", 0, 4, 0);
        cases.service("a").places(0).constant(1).moves(3, "b", 1);
        cases.service("b").places(0, 5, 4).constant(1);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("a", Field.WAITING)).containsExactly(4, 4, 4, 0, 0, 0, 0, 0, 0);
        assertThat(seen.daily("b", Field.WAITING)).containsExactly(0, 0, 0, 4, 4, 0, 0, 0, 0);
        assertThat(seen.mean("b", Field.WAIT)).isCloseTo(5, within(1e-9));
        assertThat(seen.mean("a", Field.MOVED) * 9).isCloseTo(4, within(1e-9));
    }

    @Test
    void theShareThatMovesIsTheShareGiven() {
        Cases cases = Cases.model().days(0, 9).open("a", 0, 5000, 0);
        cases.service("a").places(0).constant(1).moves(3, "b", 0.3);
        cases.service("b").places(0).constant(1);
        assertThat(Seen.playing(cases.build(), 4).daily("b", Field.WAITING)[8] / 5000)
                .isCloseTo(0.3, within(0.01));
    }

    @Test
    void twoQueuesThatSendPeopleToEachOtherDoNotSpinForEver() {
        Cases moving = Cases.model().days(0, 9).open("a", 0, 4, 0);
        moving.service("a").places(0).constant(1).moves(3, "b", 1);
        moving.service("b").places(0).constant(1).moves(3, "a", 1);
        Cases leaving = Cases.model().days(0, 9).open("a", 0, 4, 0);
        leaving.service("a").places(0).constant(1).leaveAfter(days(0), "b");
        leaving.service("b").places(0).constant(1).leaveAfter(days(0), "a");
        for (Cases cases : List.of(moving, leaving)) {
            Seen seen = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Seen.once(cases));
            assertThat(seen.daily("a", Field.WAITING)[8] + seen.daily("b", Field.WAITING)[8])
                    .isEqualTo(4);
        }
    }

    @Test
    void patienceForAnotherServiceDoesNotRunOutAtTheMomentOfMoving() {
        int people = 4000;
        Cases cases = Cases.model().days(0, 30).open("a", null, Collections.nCopies(people, 0.0), null);
        cases.service("a").places(0).constant(1).moves(7, "b", 1);
        cases.service("b")
                .places(0)
                .constant(1)
                .leaveAfter(org.whorl.engine.model.Duration.of(Family.EXPONENTIAL, 30), null);
        double[] daily = Seen.playing(cases.build(), 10).daily("b", Field.WAITING);
        for (int day = 7; day < 30; day++) {
            assertThat(daily[day] / people).isCloseTo(Math.exp(-(day + 1 - 7) / 30.0), within(0.012));
        }
    }

    @Test
    void aMeasureOfBlockedPeopleAsksWhatTheyWaitFor() {
        Cases cases = Cases.model()
                .days(0, 4)
                .open("ward", null, null, List.of(0.0, 0.0, 0.0, 0.0))
                .open("rehab", null, null, List.of(0.0))
                .measure(blocked("all", List.of()))
                .measure(blocked("for-team", List.of("team")))
                .measure(blocked("for-rehab", List.of("rehab")));
        cases.service("ward").places(9).constant(1).to("rehab", 1);
        cases.service("rehab").places(0).constant(1).to("team", 1);
        cases.service("team").places(0).constant(1);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("all")).containsOnly(5);
        assertThat(seen.daily("for-team")).containsOnly(1);
        assertThat(seen.daily("for-rehab")).containsOnly(4);
        assertThat(seen.measure("for-rehab", Field.MEAN).mean()).isCloseTo(4, within(1e-9));
    }

    private static Measure blocked(String id, List<String> waitingFor) {
        return new Measure(
                id, Name.of(id), Measure.Count.BLOCKED, List.of(), waitingFor, new LinkedHashMap<>(), 0, null, null);
    }

    @Test
    void bandsHoldCountsOfAnySize() {
        Cases cases = Cases.model().days(0, 2).open("community", 0, 40_000, 0);
        cases.service("community").unlimited().constant(100);
        Seen seen = Seen.once(cases);
        assertThat(seen.series("base", org.whorl.engine.answer.Subject.service("community"), Field.IN_PLACE)
                        .p50())
                .containsExactly(40_000, 40_000);
    }

    @Test
    void limitsAndPlacesOfTheSameMorningAreSeenTogether() {
        // On day 3 the team's limit rises and the ward, named after it, shrinks: nobody takes a place that has gone.
        Cases cases = Cases.model()
                .days(0, 5)
                .open("team", 0, 4, 0)
                .scenario(
                        "both",
                        Cases.add("services.team.queue.limit", 3, Cases.MONDAY.plusDays(3), null),
                        Cases.add("services.ward.capacity", -2, Cases.MONDAY.plusDays(3), null));
        cases.service("team").places(0).constant(1).waitsIn("ward").limitInside(1);
        cases.service("ward").places(4).constant(1);
        assertThatCode(() -> Seen.playing(cases.build(), 1, "both")).doesNotThrowAnyException();
        assertThat(Seen.playing(cases.build(), 1, "both").daily("both", "ward", Field.IN_PLACE))
                .containsExactly(1, 1, 1, 2, 2);
    }
}
