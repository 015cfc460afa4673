package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.random.Streams;

/** What must hold whatever the model. */
class PropertiesTest {

    @Property(tries = 40, seed = "101", shrinking = ShrinkingMode.OFF)
    void peopleInArePeopleOutAndPeopleInside(@ForAll @LongRange(min = 10_000, max = 90_000) long seed) {
        Model model = RandomNetworks.of(seed);
        long opening = model.opening().stream().mapToLong(o -> openingPeople(o)).sum();
        // The same lives, cut off at the end of every third day.
        for (int days = 1; days <= model.time().days(); days += 3) {
            Model cut = lasting(model, days);
            Wiring wiring = new Wiring(cut);
            Schedule schedule = new Schedule(cut, Timeline.of(cut));
            Tally tally = new Tally(wiring, schedule);
            Replication replication = new Replication(wiring, schedule, tally);
            replication.play(Streams.child(5, seed));
            assertThat(tally.arrived + opening)
                    .as("day %d", days)
                    .isEqualTo(tally.departed + replication.peopleInside());
        }
    }

    private static int openingPeople(Opening o) {
        return o.inPlace().people() + o.waiting().people() + o.blocked().people();
    }

    private static Model lasting(Model m, int days) {
        return new Model(
                m.name(),
                new Horizon(m.time().start(), days, m.time().warmUp()),
                m.money(),
                m.partners(),
                m.exits(),
                m.arrivals(),
                m.services(),
                m.opening(),
                m.scenarios(),
                m.measures(),
                m.observed());
    }

    /** Little's law to the last digit: people come in April only, and by the end all have gone. */
    @Property(tries = 40, seed = "102", shrinking = ShrinkingMode.OFF)
    void timeSpentWaitingIsTheSumOfAllWaits(
            @ForAll @IntRange(min = 2, max = 6) int first,
            @ForAll @IntRange(min = 2, max = 6) int second,
            @ForAll @DoubleRange(min = 0.5, max = 2) double rate,
            @ForAll @DoubleRange(min = 0, max = 0.5) double back,
            @ForAll @IntRange(min = 0, max = 3) int rooms) {
        List<Double> april = new ArrayList<>(Collections.nCopies(12, 0.0));
        april.set(3, 1.0);
        Cases cases = Cases.model()
                .days(0, 360)
                .arrive(new Arrival(
                        "spring",
                        Name.of("spring"),
                        "first",
                        Parameter.of(rate / 12),
                        Profile.flat(7),
                        new Profile(april, Provenance.UNSIGNED_GUESS),
                        Parameter.of(1.5),
                        Arrival.noTags()))
                .from(java.time.LocalDate.of(2025, 4, 1));
        cases.service("room").places(rooms).constant(1);
        cases.service("first").places(first).lognormal(2, 2).waitsIn("room").to("second", 1);
        cases.service("second")
                .places(second)
                .stay(org.whorl.engine.model.Duration.of(Family.GAMMA, 3, 2))
                .to("first", back)
                .to("home", 1 - back);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("first", Field.IN_PLACE)[359]).isZero();
        assertThat(seen.daily("second", Field.IN_PLACE)[359]).isZero();
        for (String service : List.of("first", "second")) {
            if (seen.mean(service, Field.STARTS) > 0) {
                assertThat(seen.mean(service, Field.WAITING))
                        .isCloseTo(seen.mean(service, Field.STARTS) * seen.mean(service, Field.WAIT), within(1e-9));
            }
        }
    }

    @Property(tries = 60, seed = "103", shrinking = ShrinkingMode.OFF)
    void morePlacesNeverMakeAnyoneWaitLonger(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 12) int places,
            @ForAll @DoubleRange(min = 0.5, max = 1.4) double load,
            @ForAll Family family) {
        double rate = load * places / 3;
        double[] few = waits(seed, rate, places, family);
        double[] more = waits(seed, rate, places + 1, family);
        assertThat(more).hasSizeGreaterThanOrEqualTo(few.length);
        for (int person = 0; person < few.length; person++) {
            assertThat(more[person]).as("person %d", person).isLessThanOrEqualTo(few[person] + 1e-9);
        }
    }

    /** First come, first served: the k-th to start is the k-th who came. */
    private static double[] waits(long seed, double rate, int places, Family family) {
        Cases cases = Cases.model().days(0, 120).arrive("ward", rate);
        cases.service("ward")
                .places(places)
                .stay(
                        switch (family) {
                            case LOGNORMAL, GAMMA, WEIBULL -> org.whorl.engine.model.Duration.of(family, 3, 4);
                            case LOGNORMAL_BY_MEDIAN -> org.whorl.engine.model.Duration.of(family, 3, 2);
                            case EXPONENTIAL, CONSTANT -> org.whorl.engine.model.Duration.of(family, 3);
                            case UNIFORM -> org.whorl.engine.model.Duration.of(family, 1, 5);
                            case TRIANGULAR -> org.whorl.engine.model.Duration.of(family, 1, 2, 6);
                            case EMPIRICAL ->
                                org.whorl.engine.model.Duration.empirical(
                                        List.of(1.0, 2.0, 6.0), Provenance.UNSIGNED_GUESS);
                        });
        Model model = cases.build();
        Wiring wiring = new Wiring(model);
        Schedule schedule = new Schedule(model, Timeline.of(model));
        Tally tally = new Tally(wiring, schedule);
        new Replication(wiring, schedule, tally).play(seed);
        return Arrays.copyOf(tally.waits[0], tally.starts[0]);
    }

    @Property(tries = 6, seed = "104", shrinking = ShrinkingMode.OFF)
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads(@ForAll @LongRange(min = 0, max = 500) long seed) {
        Model model = RandomNetworks.of(seed);
        for (Plan.Stop stop : List.of(new Plan.Stop.Replications(23), new Plan.Stop.Precision(0.2, 10, 80))) {
            String one = text(play(model, seed, stop, 1));
            assertThat(text(play(model, seed, stop, 2))).isEqualTo(one);
            assertThat(text(play(model, seed, stop, 5))).isEqualTo(one);
            assertThat(text(play(model, seed, stop, 1))).isEqualTo(one);
        }
    }

    private static Answer play(Model model, long seed, Plan.Stop stop, int threads) {
        return Simulation.run(model, new Plan(List.of("other"), seed, stop, threads), Progress.SILENT);
    }

    /** Every number of an answer, to the last bit. */
    private static String text(Answer answer) {
        StringBuilder text = new StringBuilder();
        text.append(answer.replications()).append(answer.notes()).append(answer.quality());
        for (Outcome outcome : answer.scenarios().values()) {
            text.append(outcome.scenario()).append(outcome.notes());
            append(text, outcome.figures());
            for (Series series : outcome.series()) {
                text.append(series.subject()).append(series.field()).append(Arrays.toString(series.days()));
                for (double[] values :
                        List.of(series.mean(), series.p5(), series.p25(), series.p50(), series.p75(), series.p95())) {
                    text.append(Arrays.toString(values));
                }
            }
        }
        answer.differences().forEach((id, figures) -> {
            text.append(id);
            append(text, figures);
        });
        return text.toString();
    }

    private static void append(StringBuilder text, Figures figures) {
        figures.estimates()
                .forEach((subject, fields) -> fields.forEach((field, e) -> text.append(subject)
                        .append(field)
                        .append(Double.toHexString(e.mean()))
                        .append(Double.toHexString(e.low()))
                        .append(Double.toHexString(e.high()))));
    }

    @Property(tries = 25, seed = "105", shrinking = ShrinkingMode.OFF)
    void aScenarioThatChangesNothingDiffersByExactlyNothing(@ForAll @LongRange(min = 0, max = 5000) long seed) {
        Model random = RandomNetworks.of(seed);
        Cases cases = Cases.model().scenario("same", Cases.times("services.s0.length-of-stay", 1));
        Model model = new Model(
                random.name(),
                random.time(),
                random.money(),
                random.partners(),
                random.exits(),
                random.arrivals(),
                random.services(),
                random.opening(),
                cases.build().scenarios(),
                random.measures(),
                random.observed());
        Answer answer = Simulation.run(
                model, new Plan(List.of("same"), seed, new Plan.Stop.Replications(11), 2), Progress.SILENT);
        answer.differences()
                .get("same")
                .estimates()
                .forEach((subject, fields) -> fields.forEach((field, difference) -> {
                    Estimate base = field == Field.P_MORE_CASH
                            ? Estimate.exact(0)
                            : answer.base().figures().get(subject, field);
                    // A figure nobody can have (nobody started) has no difference either.
                    double expected = Double.isNaN(base.mean()) ? Double.NaN : 0.0;
                    assertThat(Double.valueOf(difference.mean()))
                            .as("%s %s", subject, field)
                            .isEqualTo(Double.valueOf(expected));
                    if (!Double.isNaN(base.low()) && field != Field.P_MORE_CASH) {
                        assertThat(Double.valueOf(difference.low())).isEqualTo(Double.valueOf(0.0));
                        assertThat(Double.valueOf(difference.high())).isEqualTo(Double.valueOf(0.0));
                    }
                }));
    }

    @Property(tries = 30, seed = "106", shrinking = ShrinkingMode.OFF)
    void aBusierScenarioHoldsEverybodyTheBaseHolds(
            @ForAll @LongRange(min = 1, max = 1000) long seed,
            @ForAll @DoubleRange(min = 1, max = 2) double times,
            @ForAll @DoubleRange(min = 1, max = 3) double dispersion) {
        Cases cases = Cases.model()
                .days(10, 60)
                .arrive(new Arrival(
                        "some",
                        Name.of("some"),
                        "a",
                        Parameter.of(1 + (int) (seed % 5)),
                        Profile.flat(7),
                        Profile.flat(12),
                        Parameter.of(dispersion),
                        Arrival.noTags()))
                .arrive("b", 0.7)
                .scenario("more", Cases.times("arrivals.some.rate", times));
        cases.service("a").unlimited().lognormal(2, 3).to("b", 0.5).to("a", 0.2).to("home", 0.3);
        cases.service("b").unlimited().exponential(4).to("a", 0.2).to("home", 0.8);
        Seen seen = Seen.playing(cases.build(), 1, "more");
        for (String service : List.of("a", "b")) {
            double[] base = seen.daily(service, Field.IN_PLACE);
            double[] more = seen.daily("more", service, Field.IN_PLACE);
            for (int day = 0; day < base.length; day++) {
                assertThat(more[day]).as("%s on day %d", service, day).isGreaterThanOrEqualTo(base[day]);
            }
        }
    }

    /** Chance hangs on names, so a model whose services are told in another order lives the same lives. */
    @Property(tries = 20, seed = "108", shrinking = ShrinkingMode.OFF)
    void theOrderOfTheFileDoesNotMatter(@ForAll @LongRange(min = 1, max = 1000) long seed) {
        List<String> ids = new ArrayList<>(List.of("acute", "team", "care", "rehab"));
        Map<String, double[]> waits = new LinkedHashMap<>();
        for (int turn = 0; turn < 3; turn++) {
            Collections.shuffle(ids, new java.util.Random(seed + turn));
            Cases cases = Cases.model().days(5, 80);
            List<String> to = new ArrayList<>(List.of("team", "rehab"));
            Collections.shuffle(to, new java.util.Random(seed - turn));
            to.forEach(t -> cases.arrive(t, 1.5));
            for (String id : ids) {
                Cases.Stop stop = cases.service(id);
                switch (id) {
                    case "acute" -> stop.places(4).constant(1);
                    case "team" ->
                        stop.places(6)
                                .lognormal(3, 3)
                                .waitsIn("acute")
                                .to("care", 0.5)
                                .to("home", 0.5);
                    case "care" ->
                        stop.places(5).exponential(4).to("rehab", 0.2).to("home", 0.8);
                    default -> stop.places(3).exponential(2).to("team", 0.4).to("home", 0.6);
                }
            }
            Model model = cases.build();
            Wiring wiring = new Wiring(model);
            Schedule schedule = new Schedule(model, Timeline.of(model));
            Tally tally = new Tally(wiring, schedule);
            new Replication(wiring, schedule, tally).play(seed);
            for (String id : ids) {
                int s = model.indexOf(id);
                double[] seen = Arrays.copyOf(tally.waits[s], tally.starts[s]);
                assertThat(waits.computeIfAbsent(id, _ -> seen)).as(id).isEqualTo(seen);
            }
        }
    }

    @Property(tries = 25, seed = "107", shrinking = ShrinkingMode.OFF)
    void theWarmUpAlwaysRunsTheModelAsItStands(@ForAll @LongRange(min = 1, max = 1000) long seed) {
        Cases cases = Cases.model()
                .days(40, 30)
                .arrive("ward", 2)
                .scenario(
                        "changed",
                        Cases.times("services.ward.capacity", 0.2),
                        Cases.times("services.ward.length-of-stay", 3),
                        Cases.set("arrivals.to-ward.rate", 0));
        cases.service("ward").places(8 + (int) (seed % 5)).exponential(4);
        Model model = cases.build();
        Wiring wiring = new Wiring(model);
        int[][] until = new int[2][];
        for (int i = 0; i < 2; i++) {
            Timeline timeline = i == 0 ? Timeline.of(model) : Timeline.of(model, model.scenario("changed"));
            Schedule schedule = new Schedule(model, timeline);
            Tally tally = new Tally(wiring, schedule);
            new Replication(wiring, schedule, tally).play(seed);
            until[i] = tally.daily[0];
        }
        // Nobody comes any more and none may start above a fifth of the places: who is there was there before.
        assertThat(until[1][0]).isLessThanOrEqualTo(until[0][0] + until[0][2]);
        Seen seen = Seen.playing(model, 1, "changed");
        double[] there = seen.daily("changed", "ward", Field.IN_PLACE);
        for (int day = 1; day < 30; day++) {
            assertThat(there[day]).isLessThanOrEqualTo(Math.max(2, there[day - 1]));
        }
        assertThat(seen.answer()
                        .scenarios()
                        .get("changed")
                        .figures()
                        .get(Subject.service("ward"), Field.STARTS)
                        .mean())
                .isLessThan(seen.mean("ward", Field.STARTS));
    }
}
