package org.whorl.engine.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.model.Driver;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Population.Growth;
import org.whorl.engine.model.Rates;
import org.whorl.engine.model.Rates.Known.Told;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Scenario.Operation;
import org.whorl.engine.model.Sex;
import org.whorl.engine.model.Spread;
import org.whorl.engine.need.NeedAnswer.Amount;
import org.whorl.engine.need.NeedAnswer.Cause;
import org.whorl.engine.need.NeedAnswer.Group;
import org.whorl.engine.need.NeedAnswer.Row;

/** A place of 9,600 people whose needs can be reckoned by hand. */
class NeedsTest {

    private static Growth growth() {
        List<Growth.Projected> lines = new ArrayList<>();
        for (Sex sex : Sex.values()) {
            lines.add(new Growth.Projected("more", 2021, sex, List.of(100.0, 100.0)));
            lines.add(new Growth.Projected("more", 2031, sex, List.of(110.0, 150.0)));
            lines.add(new Growth.Projected("less", 2021, sex, List.of(100.0, 100.0)));
            lines.add(new Growth.Projected("less", 2031, sex, List.of(90.0, 120.0)));
        }
        return new Growth(List.of(0, 65), lines);
    }

    private static Model model(@Nullable Growth growth, Need... needs) {
        return model(Places.village(growth), Places.drivers("unemployment", "housing"), needs);
    }

    private static Model model(Population population, List<Driver> drivers, Need... needs) {
        Cases cases = Cases.model().arrive("ward", 1);
        cases.service("ward").places(1).exponential(1);
        return Places.with(cases.build(), population, drivers, List.of(needs));
    }

    /** Rates of 100 and 500 in 1,000, told without an interval, so that nothing is left to chance. */
    private static Need certain(
            Parameter latent, Parameter propensity, @Nullable Parameter met, Map<String, Parameter> drivers) {
        return new Need(
                "help",
                Name.of("help"),
                Name.of("people"),
                new Rates(List.of(
                        new Rates.Line(0, null, 0, new Told(0.1, 0.1, 0.1)),
                        new Rates.Line(65, null, 0, new Told(0.5, 0.5, 0.5)))),
                null,
                null,
                latent,
                propensity,
                met,
                null,
                new LinkedHashMap<>(drivers),
                List.of(),
                Places.SOURCE);
    }

    private static NeedAnswer answer(Model model, @Nullable Integer year, Change... changes) {
        Scenario scenario = new Scenario("other", Name.of("other"), List.of(changes));
        return Needs.answer(model, new NeedQuestion(year, scenario, 400, 11), Progress.SILENT);
    }

    private static Change change(String path, Operation operation, double amount) {
        return new Change(path, operation, Parameter.of(amount), List.of(), null, null);
    }

    @Test
    void needDemandAndWhatIsMetAreKeptApart() {
        Need need = certain(Parameter.of(0.2), Parameter.of(0.75), Parameter.of(0.5), Map.of());
        Amount all = answer(model((Growth) null, need), null)
                .need("help")
                .row(Group.ALL)
                .now();
        // 8,000 young at one in ten and 1,600 old at one in two.
        assertThat(all.need().mean()).isCloseTo(1600, within(1e-9));
        assertThat(all.demand().mean()).isCloseTo(1600 * 0.8 * 0.75, within(1e-9));
        assertThat(all.met())
                .isNotNull()
                .satisfies(met -> assertThat(met.mean()).isCloseTo(480, within(1e-9)));
        assertThat(all.unmet())
                .isNotNull()
                .satisfies(left -> assertThat(left.mean()).isCloseTo(1120, within(1e-9)));
    }

    @Test
    void whatNobodyToldCannotBeTold() {
        NeedAnswer answer =
                answer(model((Growth) null, certain(Parameter.leftOut(0), Parameter.leftOut(1), null, Map.of())), null);
        assertThat(answer.need("help").row(Group.ALL).now().unmet()).isNull();
        assertThat(answer.notes())
                .extracting(Note::code)
                .contains("no-growth", "met-unsaid", "latent-unsaid", "propensity-unsaid", "rates-without-interval");
        assertThatThrownBy(() -> answer(model((Growth) null), 2030)).hasMessageContaining("cannot tell of 2030");
        assertThatThrownBy(() -> answer(model(growth()), 2050))
                .hasMessageContaining("does not know the year 2050; it knows [2021, 2031]");
    }

    @Test
    void groupsAddUp() {
        NeedAnswer.OfNeed help = answer(
                        model(growth(), certain(Parameter.leftOut(0), Parameter.leftOut(1), null, Map.of())), 2031)
                .need("help");
        double all = help.row(Group.ALL).then().need().mean();
        assertThat(sum(help, r -> r.area() != null && r.fifth() == 0)).isCloseTo(all, within(1e-6));
        assertThat(sum(help, r -> r.area() == null && r.fifth() > 0)).isCloseTo(all, within(1e-6));
        assertThat(sum(help, r -> r.area() != null && r.fifth() > 0)).isCloseTo(all, within(1e-6));
        assertThat(sum(help, r -> r.band() >= 0)).isCloseTo(all, within(1e-6));
    }

    private static double sum(NeedAnswer.OfNeed need, java.util.function.Predicate<Group> which) {
        return need.rows().stream()
                .filter(r -> which.test(r.group()))
                .mapToDouble(r -> r.then().need().mean())
                .sum();
    }

    /** Half the draws see 8,800 + 2,400 people, half 7,200 + 1,920; the need is 2,080 or 1,680. */
    @Test
    void variantsComeTrueAsOftenAsTheirProbabilities() {
        NeedAnswer answer =
                answer(model(growth(), certain(Parameter.leftOut(0), Parameter.leftOut(1), null, Map.of())), 2031);
        Row<NeedAnswer.People> people = answer.people().getFirst();
        assertThat(people.now().count().mean()).isCloseTo(9600, within(1e-9));
        assertThat(people.then().count().mean()).isCloseTo((11_200 + 9_120) / 2.0, within(1e-9));
        Estimate need = answer.need("help").row(Group.ALL).then().need();
        assertThat(need.mean()).isCloseTo((2080 + 1680) / 2.0, within(1e-9));
        assertThat(need.low()).isCloseTo(1680, within(1e-9));
        assertThat(need.high()).isCloseTo(2080, within(1e-9));
    }

    @Test
    void partsAddToTheChangeAndEachCauseHasItsOwn() {
        Need need = certain(
                Parameter.of(0.1), Parameter.of(0.5), null, Map.of("unemployment", Places.effect(1.2, 1.2, 1.2)));
        NeedAnswer.OfNeed help = answer(
                        model(growth(), need),
                        2031,
                        change("drivers.unemployment.level", Operation.ADD, 1),
                        change("needs.help.propensity", Operation.TIMES, 0.9))
                .need("help");
        double changed = help.row(Group.ALL).then().demand().mean()
                - help.row(Group.ALL).now().demand().mean();
        assertThat(help.parts().values().stream().mapToDouble(Estimate::mean).sum())
                .isCloseTo(changed, within(1e-6));
        assertThat(part(help, Cause.SIZE)).isPositive();
        assertThat(part(help, Cause.AGE)).isPositive();
        assertThat(part(help, Cause.HEALTH)).isZero();
        assertThat(part(help, Cause.CIRCUMSTANCES)).isBetween(0.18 * 0.45 * 1600, 0.22 * 0.45 * 2080);
        assertThat(part(help, Cause.PRACTICE)).isNegative();
    }

    private static double part(NeedAnswer.OfNeed need, Cause cause) {
        Estimate part = need.parts().get(cause);
        assertThat(part).isNotNull();
        return part == null ? Double.NaN : part.mean();
    }

    @Test
    void anEffectComesWithItsSourceAndTheCaveatAndOneWithoutIsNotInvented() {
        Need need = certain(
                Parameter.leftOut(0),
                Parameter.leftOut(1),
                null,
                Map.of("unemployment", Places.effect(1.24, 1.04, 1.41)));
        NeedAnswer answer = answer(
                model((Growth) null, need),
                null,
                change("drivers.unemployment.level", Operation.ADD, 1),
                change("drivers.housing.level", Operation.ADD, 2));
        NeedAnswer.OfNeed help = answer.need("help");
        Estimate factor = help.effects().getFirst().factor();
        assertThat(factor).isNotNull();
        if (factor != null) {
            assertThat(factor.low()).isCloseTo(1.04, within(0.005));
            assertThat(factor.high()).isCloseTo(1.41, within(0.005));
        }
        assertThat(help.row(Group.ALL).then().need().high()).isCloseTo(1600 * 1.41, within(8.0));
        assertThat(help.effects().get(1).factor()).isNull();
        assertThat(answer.notes()).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo("association");
            assertThat(note.message())
                    .isEqualTo("An association elsewhere; confirm it locally. a study, 2020 (borrowed).");
        });
        assertThat(answer.notes()).anySatisfy(note -> {
            assertThat(note.subject()).isEqualTo("needs.help.drivers.housing");
            assertThat(note.message()).startsWith("No sourced effect: cannot tell.");
        });
    }

    @Test
    void aCountFromHereSetsTheLevelAndBorrowedRatesTheShape() {
        Need need = new Need(
                "help",
                Name.of("help"),
                Name.of("people"),
                certain(Parameter.leftOut(0), Parameter.leftOut(1), null, Map.of())
                        .rates(),
                null,
                new Parameter(2400, new Spread.Deviation(24), Places.SOURCE, null),
                Parameter.leftOut(0),
                Parameter.leftOut(1),
                null,
                null,
                new LinkedHashMap<>(),
                List.of(),
                Places.SOURCE);
        Estimate all = answer(model((Growth) null, need), null)
                .need("help")
                .row(Group.ALL)
                .now()
                .demand();
        assertThat(all.mean()).isCloseTo(2400, within(1.0));
        assertThat(all.halfWidth()).isCloseTo(1.96 * 24, within(2.0));
    }

    @Test
    void theSameSeedGivesTheSameAnswerAndOtherNeedsDoNotChangeIt() {
        Need counted = Places.need("emergency", new LinkedHashMap<>());
        Need other = certain(
                Parameter.leftOut(0),
                new Parameter(0.5, new Spread.Deviation(0.1), Places.SOURCE, null),
                null,
                Map.of());
        NeedAnswer one = answer(model(growth(), counted), 2031);
        NeedAnswer again = answer(model(growth(), other, counted), 2031);
        assertThat(again.need("emergency")).isEqualTo(one.need("emergency"));
    }

    /** Each fifth keeps its place: 2:1 between the outer fifths leaves the mean of the five as it was. */
    @Test
    void aGradientTellsFifthsApartAndKeepsTheirMean() {
        List<Rates.Line> lines = new ArrayList<>();
        for (int fifth = 1; fifth <= 5; fifth++) {
            double rate = Math.pow(2, (5 - fifth) / 4.0);
            lines.add(new Rates.Line(0, null, fifth, new Rates.Known.Counted(Math.round(1e6 * rate), 1e7)));
        }
        GradientShape shape = new GradientShape(new Rates(lines));
        double[] relative = shape.relative(null)[0];
        assertThat(relative[0] / relative[4]).isCloseTo(2, within(1e-4));
        assertThat(relative[0] + relative[1] + relative[2] + relative[3] + relative[4])
                .isCloseTo(5, within(1e-9));
        assertThat(shape.words().getFirst()).isEqualTo("from age 0 the most deprived fifth 2.00 times the least");
    }

    /** With a bend no straight line has, each fifth keeps its own rate. */
    @Test
    void whereAStraightGradientDoesNotFitItIsNotDrawn() {
        double[] people = {5575, 24_272, 55_018, 49_432, 17_292};
        double[] events = {1573, 5796, 11_327, 9823, 3500};
        List<Rates.Line> lines = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lines.add(new Rates.Line(67, null, i + 1, new Rates.Known.Counted(events[i], people[i])));
        }
        GradientShape shape = new GradientShape(new Rates(lines));
        double[] relative = shape.relative(null)[0];
        assertThat(relative[0] / relative[4]).isCloseTo(1.394, within(5e-4));
        assertThat(shape.words().getFirst()).contains("1.39 times the least").contains("does not fit");
    }

    @Test
    void longerLivesSpentInHealthMakeOlderPeopleNeedLess() {
        Rates rates = new Rates(List.of(
                new Rates.Line(0, null, 0, new Told(0.1, 0.1, 0.1)),
                new Rates.Line(60, null, 0, new Told(0.2, 0.2, 0.2)),
                new Rates.Line(80, null, 0, new Told(0.8, 0.8, 0.8))));
        RateTable.Drawn drawn = new RateTable(rates, null).draw(_ -> 0.5);
        // Between 70 (0.2) and 85 (0.8) the logarithm rises by ln 4 in 15 years.
        assertThat(drawn.healthier(Sex.MALE, 80, 1.5)).isCloseTo(Math.pow(4, -1.5 / 15), within(1e-12));
        assertThat(drawn.healthier(Sex.MALE, 80, 0)).isEqualTo(1);
        assertThat(drawn.mean(Sex.FEMALE, 3, 79, 80)).isCloseTo(0.5, within(1e-12));
    }
}
