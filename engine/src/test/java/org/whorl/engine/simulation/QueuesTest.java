package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;

/** One service against the formulae of queueing theory. */
class QueuesTest {

    private static double erlangB(double load, int places) {
        double b = 1;
        for (int k = 1; k <= places; k++) {
            b = load * b / (k + load * b);
        }
        return b;
    }

    private static double erlangC(double load, int places) {
        double b = erlangB(load, places);
        return b / (1 - load / places * (1 - b));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1, 1, 20", "3, 2, 8, 20", "1.6, 5, 10, 40", "4, 10, 50, 20"})
    void waitsWithoutLimit(double rate, double stay, int places, int replications) {
        Cases cases = Cases.model().days(500, 10_000).arrive("ward", rate);
        cases.service("ward").places(places).exponential(stay);
        assertWaits(Seen.playing(cases.build(), replications), rate, stay, places, 0.08);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"4, 10, 44, 60", "4, 10, 46, 60", "9, 1, 10, 60", "0.9, 1, 1, 60"})
    void waitsUnderHighLoad(double rate, double stay, int places, int replications) {
        Cases cases = Cases.model().days(2000, 36_000).arrive("ward", rate);
        cases.service("ward").places(places).exponential(stay);
        assertWaits(Seen.playing(cases.build(), replications), rate, stay, places, 0.05);
    }

    private static void assertWaits(Seen seen, double rate, double stay, int places, double share) {
        double load = rate * stay;
        double delayed = erlangC(load, places);
        double wait = delayed * stay / (places - load);
        seen.agrees("ward", Field.DELAYED_SHARE, delayed, share)
                .agrees("ward", Field.WAIT, wait, share)
                .agrees("ward", Field.WAITING, rate * wait, share)
                .agrees("ward", Field.OCCUPANCY, load / places, share)
                .agrees("ward", Field.IN_PLACE, load, share)
                .agrees("ward", Field.STARTS, rate, share);
        // Whoever waits, waits an exponential time: P(wait > t) = C exp(-(c - a) t / E[S]).
        Estimate p95 = seen.of("ward", Field.WAIT_P95_POOLED);
        double exact = Math.max(0, stay / (places - load) * Math.log(delayed / 0.05));
        assertThat(p95.mean()).isCloseTo(exact, within(2 * p95.halfWidth() + 0.01 * exact));
    }

    @Test
    void goldenErlangValues() {
        assertThat(erlangB(40, 46)).isCloseTo(0.045090, within(5e-7));
        assertThat(erlangC(40, 46)).isCloseTo(0.265791, within(5e-7));
        assertThat(erlangC(40, 46) * 10 / 6).isCloseTo(0.442984, within(5e-6));
        assertThat(erlangC(40, 44)).isCloseTo(0.431700, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({"EXPONENTIAL, 0", "LOGNORMAL, 8", "GAMMA, 8", "WEIBULL, 4"})
    void lossDependsOnTheMeanStayAlone(Family family, double sd) {
        Cases cases = Cases.model().days(200, 4_000).arrive("ward", 2);
        cases.service("ward")
                .places(10)
                .stay(sd == 0 ? Duration.of(family, 5) : Duration.of(family, 5, sd))
                .limit(0);
        double b = erlangB(10, 10);
        Seen.playing(cases.build(), 20)
                .agrees("ward", Field.LOST, 2 * b, 0.04)
                .agrees("ward", Field.IN_PLACE, 10 * (1 - b), 0.01)
                .agrees("ward", Field.STARTS, 2 * (1 - b), 0.01);
    }

    @Test
    void aLimitedQueueLosesThoseWhoFindItFull() {
        // M/M/3/7: three places, four may wait.
        Cases cases = Cases.model().days(200, 10_000).arrive("ward", 2);
        cases.service("ward").places(3).exponential(1.4).limit(4);
        Chain chain = birthDeath(7, n -> 2, n -> Math.min(n, 3) / 1.4);
        double lost = 2 * chain.mean(n -> n.get(0) == 7 ? 1 : 0);
        double waiting = chain.mean(n -> Math.max(0, n.get(0) - 3));
        Seen.playing(cases.build(), 20)
                .agrees("ward", Field.LOST, lost, 0.02)
                .agrees("ward", Field.WAITING, waiting, 0.02)
                .agrees("ward", Field.WAIT, waiting / (2 - lost), 0.02)
                .agrees(
                        "ward",
                        Field.DELAYED_SHARE,
                        chain.mean(n -> n.get(0) >= 3 && n.get(0) < 7 ? 2 : 0) / (2 - lost),
                        0.02);
    }

    private interface Rate {
        double at(int n);
    }

    private static Chain birthDeath(int most, Rate birth, Rate death) {
        return new Chain(
                (state, moves) -> {
                    int n = state.get(0);
                    if (n < most) {
                        moves.to(birth.at(n), n + 1);
                    }
                    if (n > 0) {
                        moves.to(death.at(n), n - 1);
                    }
                },
                0);
    }

    @Test
    void impatientPeopleLeaveAsInErlangsModelWithReneging() {
        // Ten places, load 11: steady only because people leave, after 6 days on average.
        Cases cases = Cases.model().days(300, 4_000).arrive("ward", 2.2);
        cases.service("ward").places(10).exponential(5).leaveAfter(Duration.of(Family.EXPONENTIAL, 6), "died");
        Chain chain = birthDeath(150, n -> 2.2, n -> Math.min(n, 10) / 5.0 + Math.max(0, n - 10) / 6.0);
        double waiting = chain.mean(n -> Math.max(0, n.get(0) - 10));
        Seen.playing(cases.build(), 20)
                .agrees("ward", Field.WAITING, waiting, 0.03)
                .agrees("ward", Field.LEFT, waiting / 6, 0.03)
                .agrees("ward", Field.IN_PLACE, chain.mean(n -> Math.min(10, n.get(0))), 0.01);
    }

    @Test
    void theUrgentWaitLessExactlyAsPriorityWithoutInterruptionSays() {
        SequencedMap<String, Double> shares = new LinkedHashMap<>();
        shares.put("routine", 0.6);
        shares.put("urgent", 0.4);
        SequencedMap<String, SequencedMap<String, Double>> tags = Arrival.noTags();
        tags.put("need", shares);
        Cases cases = Cases.model()
                .days(500, 10_000)
                .arrive(new Arrival(
                        "all",
                        Name.of("all"),
                        "ward",
                        Parameter.of(1.7),
                        Profile.flat(7),
                        Profile.flat(12),
                        Parameter.of(1),
                        tags))
                .measure(waiting("urgent"))
                .measure(waiting("routine"));
        cases.service("ward").places(4).exponential(2).first("need", "urgent");
        Seen seen = Seen.playing(cases.build(), 30);
        // W_k = C E[S]/c / ((1 - s_(k-1)) (1 - s_k)), s_k the load of class k and those before it, per place.
        double first = erlangC(3.4, 4) * 2 / 4;
        double urgent = 0.4 * 3.4 / 4;
        Seen.agrees("urgent", seen.measure("urgent", Field.MEAN), 0.4 * 1.7 * first / (1 - urgent), 0.05);
        Seen.agrees(
                "routine", seen.measure("routine", Field.MEAN), 0.6 * 1.7 * first / (1 - urgent) / (1 - 0.85), 0.08);
    }

    private static Measure waiting(String need) {
        SequencedMap<String, String> where = new LinkedHashMap<>();
        where.put("need", need);
        return new Measure(need, Name.of(need), Measure.Count.WAITING, List.of(), List.of(), where, 0, null, null);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.8", "5, 4.2"})
    void constantStaysWaitAsCrommelinsChainSays(int places, double load) {
        Cases cases = Cases.model().days(200, 10_000).arrive("ward", load);
        cases.service("ward").places(places).constant(1);
        // Who is there at t + 1 came since, or was one of those beyond the places at t.
        double[] poisson = new double[400];
        poisson[0] = Math.exp(-load);
        for (int k = 1; k < poisson.length; k++) {
            poisson[k] = poisson[k - 1] * load / k;
        }
        double[] here = new double[400];
        here[0] = 1;
        for (int step = 0; step < 3000; step++) {
            double[] next = new double[400];
            for (int n = 0; n < here.length; n++) {
                int left = Math.max(0, n - places);
                for (int k = 0; k + left < next.length && here[n] > 1e-18; k++) {
                    next[k + left] += here[n] * poisson[k];
                }
            }
            here = next;
        }
        double waiting = 0;
        for (int n = places; n < here.length; n++) {
            waiting += (n - places) * here[n];
        }
        if (places == 1) {
            assertThat(waiting).isCloseTo(load * load / (2 * (1 - load)), within(1e-9));
        }
        Seen.playing(cases.build(), 20)
                .agrees("ward", Field.WAITING, waiting, 0.03)
                .agrees("ward", Field.WAIT, waiting / load, 0.03);
    }

    @Test
    void aQueueThatCannotCopeGrowsAsAFluid() {
        // 1.3 come a day and 10 places with stays of 10 days let one leave: 50 + 0.3 t.
        Cases cases = Cases.model().days(0, 365).arrive("ward", 1.3).open("ward", 10, 50, 0);
        cases.service("ward").places(10).exponential(10);
        Seen seen = Seen.playing(cases.build(), 1000);
        double[] waiting = seen.daily("ward", Field.WAITING);
        for (int day : new int[] {30, 90, 180, 364}) {
            // The variance of a day's growth is that of those who come and of those who leave, 2.3.
            double error = Math.sqrt(2.3 * (day + 1) / 1000);
            assertThat(waiting[day]).isCloseTo(50 + 0.3 * (day + 1), within(4 * error));
        }
    }

    @Test
    void staysThatGrowWhilePeopleWaitGrowOnAverageByWhatTheyWaited() {
        // A year at a time: given long enough, waits that lengthen stays that lengthen waits run away.
        Cases cases = Cases.model().days(50, 365).arrive("ward", 0.3);
        cases.service("ward").places(1).lognormal(1, 1).stayGrows(0.08);
        Seen seen = Seen.playing(cases.build(), 2000);
        double stay = 1 + 0.08 * seen.mean("ward", Field.WAIT);
        assertThat(stay).isGreaterThan(1.03);
        seen.agrees("ward", Field.IN_PLACE, seen.mean("ward", Field.STARTS) * stay, 0.01);
    }
}
