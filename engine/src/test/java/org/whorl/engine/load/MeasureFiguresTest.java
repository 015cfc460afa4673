package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.random.IncompleteGamma;

class MeasureFiguresTest {

    private static Measure measure(String id, Measure.Count count, List<String> in, List<String> waitingFor) {
        return new Measure(id, Name.of(id), count, in, waitingFor, new LinkedHashMap<>(), 0, null, null);
    }

    private static Measure with(Measure m, double longerThan, Measure.CensusDay on, Double crisis) {
        return new Measure(m.id(), m.name(), m.count(), m.in(), m.waitingFor(), m.where(), longerThan, on, crisis);
    }

    private static double mean(Answer answer, String measure) {
        return answer.base().figures().get(Subject.measure(measure), Field.MEAN).mean();
    }

    @Test
    void countsPeopleWhereTheyAreAndByWhatTheyWaitFor() {
        Cases cases = Cases.d2a3();
        cases.arrive("home-team", 1);
        cases.service("home-team").places(12).exponential(10);
        cases.measure(measure("acute", Measure.Count.WAITING, List.of("acute"), List.of()));
        cases.measure(measure("for-p2", Measure.Count.WAITING, List.of("acute"), List.of("p2")));
        cases.measure(measure("home", Measure.Count.WAITING, List.of("home"), List.of()));
        cases.measure(measure("all", Measure.Count.WAITING, List.of(), List.of()));
        cases.measure(measure("beds", Measure.Count.IN_PLACE, List.of("p1", "acute"), List.of()));
        Answer answer = Preview.of(cases.build(), List.of());
        Figures figures = answer.base().figures();
        double p1 = figures.get(Subject.service("p1"), Field.WAITING).mean();
        double p2 = figures.get(Subject.service("p2"), Field.WAITING).mean();
        double p3 = figures.get(Subject.service("p3"), Field.WAITING).mean();
        double home = figures.get(Subject.service("home-team"), Field.WAITING).mean();
        assertThat(mean(answer, "acute")).isCloseTo(p1 + p2 + p3, within(1e-6));
        assertThat(mean(answer, "for-p2")).isCloseTo(p2, within(1e-6));
        assertThat(mean(answer, "home")).isCloseTo(home, within(1e-6));
        assertThat(mean(answer, "all")).isCloseTo(p1 + p2 + p3 + home, within(1e-6));
        assertThat(mean(answer, "beds")).isCloseTo(112 + p1 + p2 + p3, within(1e-3));
        assertThat(answer.base().series().stream().map(Series::subject)).contains(Subject.measure("acute"));
    }

    @Test
    void blockedPeopleAreCountedWhereTheyAreHeldUp() {
        Cases cases = Cases.model().days(300, 200).arrive("up", 2);
        cases.service("up").places(30).exponential(10).to("down", 1);
        cases.service("down").places(24).exponential(10);
        cases.measure(measure("blocked", Measure.Count.BLOCKED, List.of("up"), List.of()));
        cases.measure(measure("waiting", Measure.Count.WAITING, List.of("up"), List.of("down")));
        Answer answer = Preview.of(cases.build(), List.of());
        double blocked = answer.base()
                .figures()
                .get(Subject.service("up"), Field.BLOCKED)
                .mean();
        assertThat(mean(answer, "blocked")).isCloseTo(blocked, within(1e-6));
        assertThat(mean(answer, "waiting")).isCloseTo(blocked, within(1e-6));
    }

    @Test
    void waitsAreExponentialForThoseWhoWait() {
        Cases cases = Cases.model().days(365, 365).arrive("s", 4);
        cases.service("s").places(44).exponential(10);
        Measure all = measure("all", Measure.Count.WAITING, List.of(), List.of());
        cases.measure(all);
        cases.measure(with(measure("long", Measure.Count.WAITING, List.of(), List.of()), 2, null, null));
        Answer answer = Preview.of(cases.build(), List.of());
        // M/M/c: of those waiting, the share who have waited t days already is e^(-(c - a) t / mean stay).
        assertThat(mean(answer, "long") / mean(answer, "all")).isCloseTo(Math.exp(-4 * 2 / 10.0), within(1e-6));
    }

    @Test
    void longHoldersAreAllButThoseWhoCameSince() {
        Cases cases = Cases.model().days(365, 365).arrive("s", 3);
        cases.service("s").unlimited().exponential(10);
        cases.measure(with(measure("long", Measure.Count.IN_PLACE, List.of("s"), List.of()), 2, null, null));
        Answer answer = Preview.of(cases.build(), List.of());
        assertThat(mean(answer, "long")).isCloseTo(30 * Math.exp(-0.2), within(1e-4));
    }

    @Test
    void aCensusLooksOnItsDayOnly() {
        Cases cases = Cases.model().days(0, 364).arrive("s", 1);
        cases.service("s").unlimited().exponential(30).starts(1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0);
        Measure all = measure("all", Measure.Count.WAITING, List.of(), List.of());
        cases.measure(all);
        cases.measure(with(
                measure("sundays", Measure.Count.WAITING, List.of(), List.of()), 0, new Measure.CensusDay(3, 7), null));
        Answer answer = Preview.of(cases.build(), List.of());
        assertThat(mean(answer, "sundays")).isCloseTo(2, within(1e-9));
        assertThat(mean(answer, "all")).isCloseTo(3 / 7.0, within(0.01));
        assertThat(answer.base().series()).noneMatch(s -> s.subject().equals(Subject.measure("sundays")));
    }

    @Test
    void aTagIsCarriedAlongTheRoutes() {
        SequencedMap<String, SequencedMap<String, Double>> tags = new LinkedHashMap<>();
        SequencedMap<String, Double> shares = new LinkedHashMap<>();
        shares.put("north", 0.25);
        shares.put("south", 0.75);
        tags.put("residence", shares);
        Cases cases = Cases.model().days(365, 100);
        cases.arrive(new Arrival(
                "a", Name.of("a"), "up", Parameter.of(2), Profile.flat(7), Profile.flat(12), Parameter.of(1), tags));
        cases.arrive("down", 2);
        cases.service("up").unlimited().exponential(5).to("down", 1);
        cases.service("down").unlimited().exponential(10);
        SequencedMap<String, String> north = new LinkedHashMap<>();
        north.put("residence", "north");
        cases.measure(new Measure(
                "north", Name.of("north"), Measure.Count.IN_PLACE, List.of("down"), List.of(), north, 0, null, null));
        Answer answer = Preview.of(cases.build(), List.of());
        assertThat(mean(answer, "north")).isCloseTo(2 * 0.25 * 10, within(1e-4));
        assertThat(answer.base().notes()).extracting(Note::code).contains("tags-approximate");
    }

    @Test
    void aCrisisIsReadFromMeanAndSpread() {
        Cases cases = Cases.model().days(365, 100).arrive("s", 3);
        cases.service("s").unlimited().exponential(10);
        cases.measure(with(measure("crowd", Measure.Count.IN_PLACE, List.of("s"), List.of()), 0, null, 40.0));
        Answer answer = Preview.of(cases.build(), List.of());
        double poisson = IncompleteGamma.lower(41, 30);
        double ours = answer.base()
                .figures()
                .get(Subject.measure("crowd"), Field.P_CRISIS)
                .mean();
        assertThat(ours).isCloseTo(poisson, within(0.005));
        assertThat(answer.base().notes()).extracting(Note::code).contains("crisis-approximate");
    }

    @Test
    void aFullServiceVariesByItsFreePlacesOnly() {
        Cases cases = Cases.model().days(365, 100).arrive("s", 3.9);
        cases.service("s").places(40).exponential(10);
        cases.measure(with(measure("over", Measure.Count.IN_PLACE, List.of("s"), List.of()), 0, null, 44.0));
        double p = Preview.of(cases.build(), List.of())
                .base()
                .figures()
                .get(Subject.measure("over"), Field.P_CRISIS)
                .mean();
        assertThat(p).isLessThan(0.01);
    }

    @Test
    void stepsOfCostFollowTheFullestMonthsAndClose() {
        Cost.Step step = new Cost.Step(Parameter.of(10), Parameter.of(36_500), Parameter.of(6));
        List<Double> cash = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        for (double rate : new double[] {2.0, 3.0, 4.0}) {
            Cases cases = Cases.model().days(365, 365).arrive("s", rate);
            cases.service("s").unlimited().exponential(10).cost(new Cost(null, null, null, null, null, step));
            Figures figures = Preview.of(cases.build(), List.of()).base().figures();
            cash.add(figures.get(Subject.partner("board"), Field.CASH).mean());
            later.add(figures.get(Subject.partner("board"), Field.CASH_WHEN_STEPS_CLOSE)
                    .mean());
        }
        for (int i = 0; i < 3; i++) {
            double people = 20 + 10 * i;
            // About half a step more than the mean needs, because steps are whole; more for the fullest of six months.
            assertThat(later.get(i) / 36_500).isBetween(people / 10, people / 10 + 1);
            assertThat(cash.get(i)).isGreaterThan(later.get(i));
            assertThat(cash.get(i) / 36_500).isBetween(people / 10 + 0.5, people / 10 + 2);
        }
    }
}
