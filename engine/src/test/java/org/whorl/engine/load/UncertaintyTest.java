package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Spread;

class UncertaintyTest {

    private static Parameter known(double value, Spread spread) {
        return new Parameter(value, spread, Provenance.UNSIGNED_GUESS, null);
    }

    private static Arrival arrival(String to, Parameter rate) {
        return new Arrival(
                to, Name.of(to), to, rate, Profile.flat(7), Profile.flat(12), Parameter.of(1), Arrival.noTags());
    }

    private static Cases unlimited(Spread spread) {
        Cases cases = Cases.model().days(200, 100).arrive(arrival("s", known(4, spread)));
        cases.service("s").unlimited().exponential(10);
        return cases;
    }

    @Test
    void anIntervalOfTheRateIsAnIntervalOfTheLoad() {
        Answer answer =
                Preview.withUncertainty(unlimited(new Spread.Range(3, 6)).build(), List.of(), 400, 7);
        Estimate inPlace = answer.base().figures().get(Subject.service("s"), Field.IN_PLACE);
        assertThat(inPlace.low()).isCloseTo(30, withinPercentage(1));
        assertThat(inPlace.high()).isCloseTo(60, withinPercentage(1));
        assertThat(inPlace.kind()).isEqualTo(Estimate.Kind.PARAMETER);
        assertThat(inPlace.level()).isEqualTo(0.95);
        assertThat(answer.tier()).isEqualTo(Answer.Tier.INSTANT);
        assertThat(answer.seed()).isEqualTo(7);
    }

    @Test
    void aDeviationKeepsTheMean() {
        Answer answer =
                Preview.withUncertainty(unlimited(new Spread.Deviation(1)).build(), List.of(), 1000, 7);
        Estimate inPlace = answer.base().figures().get(Subject.service("s"), Field.IN_PLACE);
        assertThat(inPlace.mean()).isCloseTo(40, withinPercentage(0.5));
        Distribution.Lognormal rate = new Distribution.Lognormal(4, 1);
        assertThat(inPlace.high()).isCloseTo(10 * Math.exp(rate.mu() + 1.96 * rate.sigma()), withinPercentage(1.5));
    }

    @Test
    void theSameSeedGivesTheSameAnswerAndAnotherDoesNot() {
        Model model = unlimited(new Spread.Range(3, 6)).build();
        Answer first = Preview.withUncertainty(model, List.of(), 50, 1);
        assertThat(Preview.withUncertainty(model, List.of(), 50, 1).base().figures())
                .isEqualTo(first.base().figures());
        assertThat(Preview.withUncertainty(model, List.of(), 50, 2).base().figures())
                .isNotEqualTo(first.base().figures());
    }

    @Test
    void oneMoreNumberLeavesTheOthersDrawsAlone() {
        Cases more = unlimited(new Spread.Range(3, 6)).arrive(arrival("t", known(2, new Spread.Range(1, 3))));
        more.service("t").unlimited().exponential(3);
        Answer alone = Preview.withUncertainty(unlimited(new Spread.Range(3, 6)).build(), List.of(), 50, 1);
        Answer together = Preview.withUncertainty(more.build(), List.of(), 50, 1);
        Subject s = Subject.service("s");
        assertThat(together.base().figures().get(s, Field.IN_PLACE))
                .isEqualTo(alone.base().figures().get(s, Field.IN_PLACE));
    }

    @Test
    void differencesArePaired() {
        Cases cases = unlimited(new Spread.Range(3, 6));
        cases.scenario("longer", Cases.times("services.s.length-of-stay", 1.1));
        cases.scenario("same", Cases.times("services.s.length-of-stay", 1));
        Answer answer = Preview.withUncertainty(cases.build(), List.of("longer", "same"), 200, 3);
        Estimate difference = answer.differences().get("longer").get(Subject.service("s"), Field.OFFERED_LOAD);
        // The stay grows by a tenth from the first measured day on, in every draw: the interval is that of a tenth.
        assertThat(difference.high() / difference.low()).isCloseTo(2, withinPercentage(2));
        assertThat(difference.low()).isGreaterThan(1.5);
        answer.differences()
                .get("same")
                .estimates()
                .values()
                .forEach(fields ->
                        fields.values().forEach(e -> assertThat(e.low()).isZero()));
    }

    @Test
    void saysHowManyNumbersHaveNoInterval() {
        Answer answer =
                Preview.withUncertainty(unlimited(new Spread.Range(3, 6)).build(), List.of(), 10, 1);
        // rate has one; uplift, dispersion, the mean stay have none (places there are none, the rest are the board's
        // own).
        assertThat(answer.notes())
                .filteredOn(n -> n.code().equals("parameters-without-interval"))
                .extracting(Note::message)
                .containsExactly("3 of 4 numbers have no interval, so the true uncertainty is larger.");
    }

    @Test
    void drawsInWhichAServiceIsOverfullAreCounted() {
        Cases cases = Cases.model().days(200, 100).arrive(arrival("s", known(4, new Spread.Range(3, 6))));
        cases.service("s").places(46).exponential(10);
        Answer answer = Preview.withUncertainty(cases.build(), List.of(), 100, 1);
        Note note = answer.base().notes().stream()
                .filter(n -> n.code().equals("unstable-draws"))
                .findFirst()
                .orElseThrow();
        // ln(4.6/4) is 0.68 of the way from 4 to the upper end's 1.96 standard deviations: a quarter lies beyond.
        int times = Integer.parseInt(note.message().replaceAll("In (\\d+) of.*", "$1"));
        assertThat(times).isBetween(22, 28);
        assertThat(answer.base().figures().find(Subject.service("s"), Field.WAIT))
                .isPresent();
    }

    @Test
    void sharesOfARouteStillAddToOne() {
        Cases cases = Cases.model().days(100, 50).arrive("a", 2);
        cases.service("a").unlimited().exponential(5).to("b", 0.5).to("home", 0.5);
        cases.service("b").unlimited().exponential(5);
        Model loose = cases.build()
                .map((path, _, p) -> path.contains(".routes.") ? known(p.value(), new Spread.Range(0.2, 0.7)) : p);
        ParameterDraws draws = new ParameterDraws(loose, 20, 5);
        double least = 1;
        for (int i = 0; i < 20; i++) {
            var routes = draws.draw(i).services().getFirst().routes();
            assertThat(routes.get(0).share().value() + routes.get(1).share().value())
                    .isCloseTo(1, within(1e-12));
            least = Math.min(least, routes.get(0).share().value());
        }
        assertThat(least).isLessThan(0.4);
    }

    @Test
    void theEndsOfAStayStayInOrder() {
        Cases cases = Cases.model().days(0, 10);
        cases.service("s").unlimited().stay(Duration.of(Duration.Family.TRIANGULAR, 2, 4, 9));
        cases.service("t").unlimited().stay(Duration.of(Duration.Family.LOGNORMAL_BY_MEDIAN, 18, 9));
        Map<String, Spread> spreads = Map.of(
                "services.s.length-of-stay.triangular.min", new Spread.Range(1, 6),
                "services.s.length-of-stay.triangular.mode", new Spread.Range(3, 8),
                "services.s.length-of-stay.triangular.max", new Spread.Range(7, 12),
                "services.t.length-of-stay.lognormal.mean", new Spread.Range(12, 42),
                "services.t.length-of-stay.lognormal.median", new Spread.Range(5, 12));
        Model loose =
                cases.build().map((path, _, p) -> spreads.containsKey(path) ? known(p.value(), spreads.get(path)) : p);
        ParameterDraws draws = new ParameterDraws(loose, 200, 5);
        for (int i = 0; i < 200; i++) {
            var services = draws.draw(i).services();
            double[] ends = values(services.get(0).lengthOfStay());
            assertThat(ends).isSorted();
            double[] meanAndMedian = values(services.get(1).lengthOfStay());
            assertThat(meanAndMedian[0]).isGreaterThan(meanAndMedian[1]);
        }
    }

    private static double[] values(Duration stay) {
        return stay == null
                ? new double[0]
                : stay.parameters().stream().mapToDouble(Parameter::value).toArray();
    }

    @Test
    void everySpreadReachesItsEnds() {
        double low = 0.025;
        double high = 0.975;
        Parameter share = known(0.3, new Spread.Range(0.1, 0.4));
        assertThat(ParameterDraws.value(share, Domain.SHARE, low)).isCloseTo(0.1, within(1e-9));
        assertThat(ParameterDraws.value(share, Domain.SHARE, high)).isCloseTo(0.4, within(1e-9));
        assertThat(ParameterDraws.value(share, Domain.SHARE, 0.5)).isCloseTo(0.3, within(1e-12));
        Parameter fromNothing = known(0.1, new Spread.Range(0, 0.3));
        assertThat(ParameterDraws.value(fromNothing, Domain.SHARE, low)).isCloseTo(0, within(1e-9));
        assertThat(ParameterDraws.value(fromNothing, Domain.SHARE, 1e-6)).isZero();
        assertThat(ParameterDraws.value(fromNothing, Domain.NOT_NEGATIVE, high)).isCloseTo(0.3, within(1e-9));
        Parameter loose = known(0.5, new Spread.Deviation(0.1));
        assertThat(ParameterDraws.value(loose, Domain.SHARE, high)).isBetween(0.66, 0.72);
        assertThat(ParameterDraws.value(known(0, new Spread.Deviation(2)), Domain.NOT_NEGATIVE, 0.2))
                .isZero();
        assertThat(ParameterDraws.value(known(3, new Spread.Deviation(0)), Domain.POSITIVE, 0.9))
                .isEqualTo(3);
        Parameter own = known(3, new Spread.Distributed(new Distribution.Uniform(2, 6)));
        assertThat(ParameterDraws.value(own, Domain.POSITIVE, 0.25)).isEqualTo(3);
        assertThat(ParameterDraws.value(Parameter.of(9), Domain.POSITIVE, 0.1)).isEqualTo(9);
    }

    @Test
    void drawsAreSpreadEvenly() {
        Model model = unlimited(new Spread.Range(3, 6)).build();
        ParameterDraws draws = new ParameterDraws(model, 100, 11);
        double[] rates = new double[100];
        for (int i = 0; i < 100; i++) {
            rates[i] = draws.draw(i).arrivals().getFirst().rate().value();
        }
        Arrays.sort(rates);
        assertThat(rates[49]).isLessThan(4);
        assertThat(rates[50]).isGreaterThan(4);
    }

    @Test
    void oneDrawIsNoInterval() {
        assertThatThrownBy(
                        () -> Preview.withUncertainty(unlimited(Spread.UNSAID).build(), List.of(), 1, 1))
                .hasMessageContaining("at least 2 draws");
        assertThatThrownBy(() -> Preview.of(unlimited(Spread.UNSAID).build(), List.of("nothing")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawsMadeReadyAnswerAChangeAsDrawsMadeForIt() {
        Cases cases = unlimited(new Spread.Range(3, 6));
        Model model = cases.build();
        Scenario change =
                new Scenario("longer", Name.of("longer"), List.of(Cases.times("services.s.length-of-stay", 1.5)));
        PreparedDraws ready = new PreparedDraws(model, 40, 5, Progress.SILENT);
        Answer first = ready.answer(List.of(change), Progress.SILENT);
        Answer fresh = Preview.withUncertainty(model.with(change), List.of("longer"), 40, 5);
        assertThat(first.differences()).isEqualTo(fresh.differences());
        assertThat(first.base().figures()).isEqualTo(fresh.base().figures());
        assertThat(ready.answer(List.of(change), Progress.SILENT).differences())
                .as("asked once more")
                .isEqualTo(fresh.differences());
    }

    @Test
    void whoeverWaitsNoLongerStopsTheWork() {
        AtomicInteger told = new AtomicInteger();
        Progress gone = new Progress() {
            @Override
            public void at(int done, int expected) {
                told.set(done);
            }

            @Override
            public boolean cancelled() {
                return told.get() == 3;
            }
        };
        assertThatThrownBy(() ->
                        new PreparedDraws(unlimited(new Spread.Range(3, 6)).build(), 40, 5, gone))
                .isInstanceOf(CancellationException.class);
        assertThat(told).hasValue(3);
    }
}
