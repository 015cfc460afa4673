package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Field;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;

/** Networks whose steady state can be written down, or solved as a small Markov chain. */
class NetworksTest {

    @Test
    void jacksonsNetworkWithPeopleComingBack() {
        // Halls without limit and without stay stand before each service, so that nobody who waits blocks anybody.
        Cases cases = Cases.model().days(500, 10_000).arrive("hall-a", 1);
        cases.service("hall-a").unlimited().constant(0).to("a", 1);
        cases.service("hall-b").unlimited().constant(0).to("b", 1);
        cases.service("a").places(4).exponential(2).to("hall-b", 0.6).to("home", 0.4);
        cases.service("b")
                .places(2)
                .exponential(1.5)
                .to("hall-a", 0.3)
                .to("c", 0.2)
                .to("home", 0.5);
        cases.service("c").unlimited().exponential(3).to("c", 0.25).to("home", 0.75);
        // a = 1 + 0.3 b, b = 0.6 a: a = 1/0.82; each station is then M/M/c with its own flow, Erlang's delay formula.
        double a = 1 / 0.82;
        double b = 0.6 * a;
        double delayA = delay(2 * a, 4);
        double delayB = delay(1.5 * b, 2);
        Seen.playing(cases.build(), 30)
                .agrees("a", Field.STARTS, a, 0.01)
                .agrees("b", Field.STARTS, b, 0.01)
                .agrees("a", Field.IN_PLACE, 2 * a, 0.01)
                .agrees("c", Field.IN_PLACE, 3 * (0.2 * b) / 0.75, 0.02)
                .agrees("a", Field.DELAYED_SHARE, delayA, 0.03)
                .agrees("a", Field.WAIT, delayA * 2 / (4 - 2 * a), 0.05)
                .agrees("b", Field.WAIT, delayB * 1.5 / (2 - 1.5 * b), 0.06)
                .agrees("b", Field.WAITING, b * delayB * 1.5 / (2 - 1.5 * b), 0.06);
    }

    private static double delay(double load, int places) {
        double b = 1;
        for (int k = 1; k <= places; k++) {
            b = load * b / (k + load * b);
        }
        return b / (1 - load / places * (1 - b));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0.35, 1, 1.2", "2, 1, 0.7, 1.5, 0.8", "1, 2, 0.5, 1, 2.5", "3, 2, 1, 2, 1.5"})
    void twoServicesInARowWithNoQueueBetween(int first, int second, double rate, double stayFirst, double staySecond) {
        int queue = 5;
        Cases cases = Cases.model().days(300, 10_000).arrive("first", rate);
        cases.service("first").places(first).exponential(stayFirst).limit(queue).to("second", 1);
        cases.service("second").places(second).exponential(staySecond);
        // State: waiting outside, in the middle of a stay at the first, blocked there, at the second.
        Chain chain = new Chain(
                (state, moves) -> {
                    int waiting = state.get(0);
                    int busy = state.get(1);
                    int blocked = state.get(2);
                    int next = state.get(3);
                    if (busy + blocked < first) {
                        moves.to(rate, waiting, busy + 1, blocked, next);
                    } else if (waiting < queue) {
                        moves.to(rate, waiting + 1, busy, blocked, next);
                    }
                    // A place at the first goes to who waits outside.
                    int left = Math.max(0, waiting - 1);
                    int in = Math.min(1, waiting);
                    if (busy > 0 && next < second) {
                        moves.to(busy / stayFirst, left, busy - 1 + in, blocked, next + 1);
                    } else if (busy > 0) {
                        moves.to(busy / stayFirst, waiting, busy - 1, blocked + 1, next);
                    }
                    if (next > 0 && blocked > 0) {
                        moves.to(next / staySecond, left, busy + in, blocked - 1, next);
                    } else if (next > 0) {
                        moves.to(next / staySecond, waiting, busy, blocked, next - 1);
                    }
                },
                0,
                0,
                0,
                0);
        double full = chain.mean(s -> s.get(0) == queue ? 1 : 0);
        double waiting = chain.mean(s -> s.get(0));
        Seen.playing(cases.build(), 30)
                .agrees("first", Field.LOST, rate * full, 0.15)
                .agrees("first", Field.WAITING, waiting, 0.04)
                .agrees("first", Field.WAIT, waiting / (rate * (1 - full)), 0.04)
                .agrees("first", Field.BLOCKED, chain.mean(s -> s.get(2)), 0.04)
                .agrees("first", Field.IN_PLACE, chain.mean(s -> s.get(1) + s.get(2)), 0.02)
                .agrees("second", Field.WAITING, chain.mean(s -> s.get(2)), 0.04)
                .agrees("second", Field.IN_PLACE, chain.mean(s -> s.get(3)), 0.02);
    }

    @Test
    void aRowThatIsNeverEmptyPassesOnWhatTheFormulaSays() {
        // Two single places with stays of mean 1, always somebody waiting: one starts every 1 + 1 - 1/2 days.
        Cases cases = Cases.model().days(200, 20_000).arrive("first", 3);
        cases.service("first").places(1).exponential(1).limit(50).to("second", 1);
        cases.service("second").places(1).exponential(1);
        Seen.playing(cases.build(), 20)
                .agrees("second", Field.STARTS, 1 / 1.5, 0.01)
                .agrees("first", Field.BLOCKED, 1 / 3.0, 0.02);
    }

    @Test
    void acuteBedsInWhichPeopleWaitAreMissingForThoseWhoComeNext() {
        // Four acute beds; half of those who have been in one go on to the team, which others reach straight from
        // outside and wait for in an acute bed. Whoever finds no bed is lost.
        double mu = 1 / 1.5;
        double nu = 1 / 2.5;
        Cases cases = Cases.model().days(300, 10_000).arrive("acute", 1.2).arrive("team", 0.5);
        cases.service("acute")
                .places(4)
                .exponential(1.5)
                .limit(0)
                .to("team", 0.5)
                .to("home", 0.5);
        cases.service("team").places(3).exponential(2.5).limit(99).waitsIn("acute");
        // State: staying in acute, waiting there for the team (blocked or from outside), with the team.
        Chain chain = new Chain(
                (state, moves) -> {
                    int staying = state.get(0);
                    int waiting = state.get(1);
                    int team = state.get(2);
                    boolean bed = staying + waiting < 4;
                    if (bed) {
                        moves.to(1.2, staying + 1, waiting, team);
                    }
                    if (team < 3) {
                        moves.to(0.5, staying, waiting, team + 1);
                    } else if (bed) {
                        moves.to(0.5, staying, waiting + 1, team);
                    }
                    if (staying > 0) {
                        moves.to(staying * mu / 2, staying - 1, waiting, team);
                        moves.to(
                                staying * mu / 2,
                                staying - 1,
                                team < 3 ? waiting : waiting + 1,
                                team < 3 ? team + 1 : team);
                    }
                    if (team > 0) {
                        moves.to(team * nu, staying, waiting > 0 ? waiting - 1 : 0, waiting > 0 ? team : team - 1);
                    }
                },
                0,
                0,
                0);
        double full = chain.mean(s -> s.get(0) + s.get(1) == 4 ? 1 : 0);
        double teamToo = chain.mean(s -> s.get(0) + s.get(1) == 4 && s.get(2) == 3 ? 1 : 0);
        Seen.playing(cases.build(), 30)
                .agrees("acute", Field.LOST, 1.2 * full, 0.03)
                .agrees("team", Field.LOST, 0.5 * teamToo, 0.04)
                .agrees("team", Field.WAITING, chain.mean(s -> s.get(1)), 0.03)
                .agrees("acute", Field.IN_PLACE, chain.mean(s -> s.get(0) + s.get(1)), 0.01)
                .agrees("team", Field.IN_PLACE, chain.mean(s -> s.get(2)), 0.01);
    }

    @Test
    void aFullRoomLeavesPeopleOutsideInTheirOrder() {
        // Two may wait in acute beds, all others outside: together they wait as in a queue without limit.
        Cases cases = Cases.model().days(500, 10_000).arrive("team", 1.6);
        cases.service("acute").places(2).exponential(1);
        cases.service("team").places(4).exponential(2).waitsIn("acute");
        double delayed = delay(3.2, 4);
        double all = delayed * 3.2 / (4 - 3.2);
        // Each beyond the second is outside: P(queue >= k) = C rho^k.
        double inside = delayed * (0.8 + 0.64);
        Seen.playing(cases.build(), 30)
                .agrees("team", Field.WAITING, all, 0.06)
                .agrees("acute", Field.IN_PLACE, inside, 0.03)
                .agrees("team", Field.OUTSIDE, all - inside, 0.08);
    }

    @Test
    void aHandOverKeepsTheOldPlaceFromTheNext() {
        // Loss depends on the mean time a place is held alone: four days of stay and one and a half of hand-over.
        Cases cases = Cases.model().days(200, 6_000).arrive("ward", 1.5);
        cases.service("ward").places(8).lognormal(4, 5).limit(0).to("team", 1);
        cases.service("team").unlimited().exponential(6).handOver(Duration.of(Family.EXPONENTIAL, 1.5));
        double load = 1.5 * 5.5;
        double b = 1;
        for (int k = 1; k <= 8; k++) {
            b = load * b / (k + load * b);
        }
        Seen.playing(cases.build(), 20)
                .agrees("ward", Field.LOST, 1.5 * b, 0.02)
                .agrees("ward", Field.IN_PLACE, load * (1 - b), 0.01)
                .agrees("team", Field.IN_PLACE, 1.5 * (1 - b) * 6, 0.01);
    }

    @Test
    void aTransferKeepsBothPlaces() {
        // Half go home, which takes a day and a half; half to the team, for whom a place is kept for two days.
        Cases cases = Cases.model().days(200, 6_000).arrive("ward", 1.5);
        cases.service("ward")
                .places(8)
                .lognormal(4, 5)
                .limit(0)
                .to("home", 0.5, Duration.of(Family.EXPONENTIAL, 1.5))
                .to("team", 0.5, Duration.of(Family.UNIFORM, 1, 3));
        cases.service("team").unlimited().exponential(6);
        double load = 1.5 * (4 + 0.5 * 1.5 + 0.5 * 2);
        double b = 1;
        for (int k = 1; k <= 8; k++) {
            b = load * b / (k + load * b);
        }
        Seen.playing(cases.build(), 20)
                .agrees("ward", Field.LOST, 1.5 * b, 0.02)
                .agrees("ward", Field.IN_PLACE, load * (1 - b), 0.01)
                .agrees("team", Field.IN_PLACE, 0.75 * (1 - b) * 8, 0.01);
    }

    @Test
    void someReturnToWhereTheyWere() {
        Cases cases = Cases.model().days(200, 6_000).arrive("care", 2);
        cases.service("care").unlimited().lognormal(3, 4).to("care", 0.4).to("home", 0.6);
        Seen seen = Seen.playing(cases.build(), 20)
                .agrees("care", Field.IN_PLACE, 2 * 3 / 0.6, 0.01)
                .agrees("care", Field.STARTS, 2 / 0.6, 0.01);
        assertThat(seen.mean("care", Field.BLOCKED)).isZero();
        // Each stay is drawn afresh: were it the same again, the short and the long would not mix.
        Cases twice = Cases.model().days(0, 40).arrive("care", 2);
        twice.service("care").unlimited().lognormal(3, 4).to("care", 0.4).to("home", 0.6);
        assertThat(Seen.playing(twice.build(), 1).notes()).doesNotContain("ring-swapped");
    }
}
