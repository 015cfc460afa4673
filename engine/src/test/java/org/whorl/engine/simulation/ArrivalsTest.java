package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;

/** Who comes, and when: with stays of one day, those there at midnight are those who came that day. */
class ArrivalsTest {

    private static Arrival arrival(double rate, List<Double> weekday, List<Double> month, double dispersion) {
        return new Arrival(
                "all",
                Name.of("all"),
                "ward",
                Parameter.of(rate),
                weekday.isEmpty() ? Profile.flat(7) : new Profile(weekday, Provenance.UNSIGNED_GUESS),
                month.isEmpty() ? Profile.flat(12) : new Profile(month, Provenance.UNSIGNED_GUESS),
                Parameter.of(dispersion),
                Arrival.noTags());
    }

    private static Cases daily(Arrival arrival, int days) {
        Cases cases = Cases.model().days(0, days).arrive(arrival);
        cases.service("ward").unlimited().constant(1);
        return cases;
    }

    @Test
    void comeByTheWeekdayScaledToTheMean() {
        List<Double> weekday = List.of(1.1, 1.1, 1.1, 1.1, 1.1, 0.8, 0.7);
        double[] seen = Seen.playing(
                        daily(arrival(40, weekday, List.of(), 1), 14).build(), 2000)
                .daily("ward", Field.IN_PLACE);
        for (int day = 0; day < 14; day++) {
            double mean = 40 * weekday.get(day % 7);
            assertThat(seen[day]).as("day %d", day).isCloseTo(mean, within(4 * Math.sqrt(mean / 2000)));
        }
    }

    @Test
    void comeByTheMonthScaledByItsDays() {
        List<Double> month = List.of(1.3, 1.2, 1.1, 1.0, 0.9, 0.8, 0.8, 0.8, 0.9, 1.0, 1.1, 1.3);
        double[] seen = Seen.playing(
                        daily(arrival(30, List.of(), month, 1), 365)
                                .from(LocalDate.of(2026, 1, 1))
                                .build(),
                        300)
                .daily("ward", Field.IN_PLACE);
        double year = 0;
        for (int m = 1; m <= 12; m++) {
            year += month.get(m - 1) * LocalDate.of(2026, m, 1).lengthOfMonth() / 365.0;
        }
        int day = 0;
        for (int m = 1; m <= 12; m++) {
            int days = LocalDate.of(2026, m, 1).lengthOfMonth();
            double mean = 30 * month.get(m - 1) / year;
            assertThat(Seen.meanOf(seen, day, day + days))
                    .as("month %d", m)
                    .isCloseTo(mean, within(4 * Math.sqrt(mean / 300 / days)));
            day += days;
        }
        // Whatever the profile, the year's mean is the rate.
        assertThat(Seen.meanOf(seen, 0, 365)).isCloseTo(30, within(4 * Math.sqrt(30.0 / 300 / 365)));
    }

    @Test
    void varyByTheDispersionGiven() {
        for (double dispersion : new double[] {1, 1.3, 2.5}) {
            Cases cases = daily(arrival(12, List.of(), List.of(), dispersion), 1)
                    .measure(new Measure(
                            "came",
                            Name.of("came"),
                            Measure.Count.IN_PLACE,
                            List.of("ward"),
                            List.of(),
                            new LinkedHashMap<>(),
                            0,
                            new Measure.CensusDay(1, 1),
                            null));
            int n = 40_000;
            Estimate came = Seen.playing(cases.build(), n).measure("came", Field.MEAN);
            double variance = Math.pow(came.halfWidth() / 1.96, 2) * n;
            assertThat(came.mean()).isCloseTo(12, within(2 * came.halfWidth()));
            assertThat(variance / came.mean()).as("dispersion").isCloseTo(dispersion, within(0.04 * dispersion));
        }
    }

    @Test
    void withoutLimitTheNumberThereIsPoissonWhateverTheStay() {
        // M/G/infinity: mean rate x stay, and any share of days beyond a number as Poisson says.
        Cases cases = Cases.model().days(400, 2000).arrive("ward", 3);
        for (int crisis : new int[] {24, 30, 36, 40}) {
            cases.measure(new Measure(
                    "over-" + crisis,
                    Name.of("over"),
                    Measure.Count.IN_PLACE,
                    List.of("ward"),
                    List.of(),
                    new LinkedHashMap<>(),
                    0,
                    null,
                    (double) crisis));
        }
        cases.service("ward").unlimited().lognormal(10, 12);
        Seen seen = Seen.playing(cases.build(), 60).agrees("ward", Field.IN_PLACE, 30, 0.01);
        PoissonDistribution poisson = PoissonDistribution.of(30);
        for (int crisis : new int[] {24, 30, 36, 40}) {
            Seen.agrees(
                    "over " + crisis,
                    seen.measure("over-" + crisis, Field.P_CRISIS),
                    poisson.survivalProbability(crisis),
                    0.12);
        }
    }

    @Test
    void carryTagsInTheSharesGivenWhateverTheirNumber() {
        SequencedMap<String, SequencedMap<String, Double>> tags = Arrival.noTags();
        SequencedMap<String, Double> council = new LinkedHashMap<>();
        council.put("north", 0.5);
        council.put("south", 0.3);
        council.put("west", 0.2);
        SequencedMap<String, Double> age = new LinkedHashMap<>();
        age.put("75+", 0.6);
        age.put("under-75", 0.4);
        tags.put("residence", council);
        tags.put("age", age);
        Cases cases = Cases.model()
                .days(20, 1000)
                .arrive(new Arrival(
                        "all",
                        Name.of("all"),
                        "ward",
                        Parameter.of(10),
                        Profile.flat(7),
                        Profile.flat(12),
                        Parameter.of(1),
                        tags));
        for (String who : List.of("south", "west")) {
            SequencedMap<String, String> where = new LinkedHashMap<>();
            where.put("residence", who);
            where.put("age", "75+");
            cases.measure(new Measure(
                    who, Name.of(who), Measure.Count.IN_PLACE, List.of("ward"), List.of(), where, 0, null, null));
        }
        cases.service("ward").unlimited().constant(2);
        Seen seen = Seen.playing(cases.build(), 20);
        Seen.agrees("south", seen.measure("south", Field.MEAN), 20 * 0.3 * 0.6, 0.02);
        Seen.agrees("west", seen.measure("west", Field.MEAN), 20 * 0.2 * 0.6, 0.02);
    }
}
