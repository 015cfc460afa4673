package org.whorl.engine.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.allocation.Marginal.Step;
import org.whorl.engine.allocation.Marginal.Worth;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.Prepared;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Setting;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/** What a little more money does at each service, asked of both tiers. */
class MarginalTest {

    private static Cost perPlaceDay(double pounds) {
        return new Cost(Parameter.of(pounds), null, null, null, null, null);
    }

    /** Two services for the same kind of need: one is short of places, the other is not. */
    private static Model model() {
        Cases cases = Cases.model().days(200, 365).arrive("tight", 2).arrive("easy", 2);
        cases.service("tight")
                .places(22)
                .exponential(10)
                .waitsIn("acute")
                .cost(perPlaceDay(100))
                .carers(1);
        cases.service("easy").places(40).exponential(10).waitsIn("acute").cost(perPlaceDay(100));
        cases.service("free").places(5).exponential(1);
        cases.service("acute").unlimited().cost(new Cost(null, Parameter.of(346), null, null, null, null));
        return cases.measure(Cases.waitingIn("delayed", "acute", 0, 10.0)).build();
    }

    private static List<Scenario> changes(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> Stream.of(step.more(), step.less()))
                .toList();
    }

    private static Answer simulated(Model model, List<Scenario> changes) {
        Model with = model;
        for (Scenario change : changes) {
            with = with.with(change);
        }
        assertThat(Check.of(with)).isEmpty();
        return Simulation.run(
                with,
                new Plan(changes.stream().map(Scenario::id).toList(), 3, new Plan.Stop.Replications(200), 2),
                Progress.SILENT);
    }

    @Test
    void moneyDoesMostWherePlacesAreShort() {
        Model model = model();
        List<Step> steps = Marginal.steps(model, 100_000);
        // A place costs 36,500 a year, so 100,000 is nearest to three.
        assertThat(steps).extracting(Step::service).containsExactly("tight", "easy");
        assertThat(steps).extracting(Step::places).containsOnly(3.0);
        assertThat(steps).extracting(Step::pounds).containsOnly(109_500.0);
        assertThat(Marginal.withoutPrice(model)).containsExactly("free");
        for (Answer answer : List.of(Prepared.of(model).answer(changes(steps)), simulated(model, changes(steps)))) {
            List<Worth> worth = Marginal.worth(steps, answer, "delayed", 100_000);
            assertThat(worth).extracting(w -> w.step().service()).containsExactly("tight", "easy");
            Worth best = worth.getFirst();
            assertThat(best.more().mean()).isNegative();
            assertThat(best.less().mean()).isPositive();
            assertThat(best.per().mean())
                    .isCloseTo((best.less().mean() - best.more().mean()) / 2 / 1.095, within(1e-9));
            assertThat(best.per().low()).isLessThanOrEqualTo(best.per().mean());
            assertThat(worth.getLast().per().mean()).isCloseTo(0, within(0.1));
        }
    }

    @Test
    void theFiveQuestionsAreAnsweredWithTheModelsOwnNumbers() {
        Model model = model();
        List<Step> steps = Marginal.steps(model, 100_000);
        Answer answer = Prepared.of(model).answer(changes(steps));
        List<Worth> worth = Marginal.worth(steps, answer, "delayed", 100_000);
        FiveQuestions questions = FiveQuestions.of(answer, worth, 5);
        assertThat(questions.resources()).containsOnlyKeys("board", "council");
        assertThat(questions.spending().firstEntry().getKey()).isEqualTo("easy");
        assertThat(questions.spending().firstEntry().getValue()).isCloseTo(40 * 36_500, within(1e-3));
        assertThat(questions.more().getFirst().step().service()).isEqualTo("tight");
        assertThat(questions.less().getFirst().step().service()).isEqualTo("easy");
        FiveQuestions.Shift shift = questions.shifts().getFirst();
        assertThat(List.of(shift.from(), shift.to())).containsExactly("easy", "tight");
        assertThat(shift.people().mean()).isPositive();
    }

    @Test
    void whatCanBeLetGoIsJudgedByItsWholeInterval() {
        Model model = model();
        List<Step> steps = Marginal.steps(model, 100_000);
        Answer answer = simulated(model, changes(steps));
        LetGo easy = LetGo.of(answer, "less-easy", 0.8, "delayed", 0.5);
        LetGo tight = LetGo.of(answer, "less-tight", 0.8, "delayed", 0.5);
        assertThat(easy.verdict()).isEqualTo(LetGo.Verdict.SAFE);
        assertThat(tight.verdict()).isEqualTo(LetGo.Verdict.UNSAFE);
        assertThat(LetGo.of(answer, "less-tight", 0.8, "delayed", tight.harm().mean())
                        .verdict())
                .isEqualTo(LetGo.Verdict.CANNOT_TELL);
        assertThat(easy.released()).isCloseTo(109_500, within(5_000.0));
        assertThat(LetGo.inOrder(List.of(tight, easy))).containsExactly(easy, tight);
    }

    /** Method 2.1d: load 40, a place 150 a day, a day of delay 346: 47 places cost least, 7,455.06 a day. */
    @Test
    void theCurveOverDelayHasItsPublishedLeast() {
        Cases cases = Cases.model().days(4000, 365).arrive("d2a", 4);
        cases.service("d2a").places(47).exponential(10).waitsIn("acute").cost(perPlaceDay(150));
        cases.service("acute").unlimited().cost(new Cost(null, Parameter.of(346), null, null, null, null));
        Model model =
                cases.measure(Cases.waitingIn("delayed", "acute", 0, null)).build();
        var d2a = model.findService("d2a").orElseThrow();
        Answer answer = Prepared.of(model).answer(DelayCurve.scenarios(d2a, 4, 6, 1));
        DelayCurve curve = DelayCurve.of(answer, d2a, 4, 6, 1, "delayed");
        assertThat(curve.points()).hasSize(11);
        assertThat(curve.least().places()).isEqualTo(47);
        assertThat(curve.leastIsAtAnEnd()).isFalse();
        assertThat(curve.least().delayed().mean()).isPositive();
        // Changes begin after the warm-up, so only the middle point is in its long run throughout.
        assertThat(curve.least().pounds().mean() / 365).isCloseTo(7_455.06, within(1.0));
        assertThat(curve.least().delayed().mean()).isCloseTo(1.171, within(0.005));
    }

    @Test
    void effectsAreToldGroupByGroup() {
        Cases cases = Cases.model().days(100, 365);
        LinkedHashMap<String, java.util.SequencedMap<String, Double>> tags = new LinkedHashMap<>();
        LinkedHashMap<String, Double> fifths = new LinkedHashMap<>();
        fifths.put("1", 0.75);
        fifths.put("5", 0.25);
        tags.put("fifth", fifths);
        Arrival all = Arrival.of("all", "tight", 2);
        cases.arrive(new Arrival(
                all.id(), all.name(), all.to(), all.rate(), all.weekday(), all.month(), all.dispersion(), tags));
        cases.service("tight").places(22).exponential(10).waitsIn("acute");
        cases.service("acute").unlimited();
        Model model =
                cases.measure(Cases.waitingIn("delayed", "acute", 0, null)).build();
        assertThat(ByGroup.of(model, "delayed", "income")).isEmpty();
        ByGroup split = ByGroup.of(model, "delayed", "fifth").orElseThrow();
        Scenario more =
                new Scenario("more", org.whorl.engine.model.Name.of("more"), List.of(Places.change("tight", 2)));
        assertThat(Check.of(split.model().with(more))).isEmpty();
        for (Answer answer :
                List.of(Prepared.of(split.model()).answer(List.of(more)), simulated(split.model(), List.of(more)))) {
            var effects = split.effects(answer, "more");
            Estimate whole = answer.differences().get("more").get(Subject.measure("delayed"), Field.MEAN);
            assertThat(effects).containsOnlyKeys("1", "5");
            assertThat(effects.get("1").mean() + effects.get("5").mean()).isCloseTo(whole.mean(), within(1e-6));
            assertThat(effects.get("1").mean() / whole.mean()).isCloseTo(0.75, within(0.06));
        }
    }

    @Test
    void howFarLeftResourceLies() {
        Model bare = model();
        assertThat(ShiftLeft.of(bare, Prepared.of(bare).answer(List.of()).base()))
                .isEmpty();
        Model placed = new Model(
                bare.name(),
                bare.time(),
                bare.money(),
                bare.partners(),
                bare.exits(),
                bare.arrivals(),
                bare.services(),
                bare.opening(),
                bare.scenarios(),
                bare.measures(),
                bare.observed(),
                new Agreements(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                new Agreements.Placed("tight", Setting.COMMUNITY),
                                new Agreements.Placed("acute", Setting.ACUTE)),
                        Agreements.NONE.limits()));
        Scenario more =
                new Scenario("more", org.whorl.engine.model.Name.of("more"), List.of(Places.change("tight", 4)));
        Answer answer = Prepared.of(placed).answer(List.of(more));
        ShiftLeft base = ShiftLeft.of(placed, answer.base()).orElseThrow();
        double tight = base.spending().get(Setting.COMMUNITY);
        double acute = answer.base()
                        .figures()
                        .get(Subject.service("acute"), Field.IN_PLACE)
                        .mean()
                * 346
                * 365;
        assertThat(tight).isCloseTo(22 * 36_500 / (22 * 36_500 + acute), within(1e-3));
        assertThat(base.index()).isCloseTo(tight, within(1e-12));
        assertThat(base.notPlaced()).containsExactly("easy", "free");
        assertThat(base.throughTime()).hasSize(365);
        assertThat(ShiftLeft.of(placed, answer.scenarios().get("more"))
                        .orElseThrow()
                        .index())
                .isGreaterThan(base.index());
        throughTheYear(placed, answer, base);
    }

    /** Quarters are the days taken together: weighed by people and days they come to the whole time, and four make a year. */
    private static void throughTheYear(Model placed, Answer answer, ShiftLeft base) {
        List<ShiftLeft.Stretch> quarters = ShiftLeft.stretches(placed, answer.base(), 3);
        assertThat(quarters.getFirst().first()).isEqualTo(placed.time().start());
        assertThat(quarters.getLast().last()).isEqualTo(placed.time().start().plusDays(364));
        double acute = 0;
        double all = 0;
        int day = 0;
        for (ShiftLeft.Stretch quarter : quarters) {
            double here = 0;
            double left = 0;
            for (; day < 365 && !placed.time().start().plusDays(day).isAfter(quarter.last()); day++) {
                here += inPlace(answer, "acute")[day] + inPlace(answer, "tight")[day];
                left += inPlace(answer, "tight")[day];
            }
            assertThat(quarter.outside()).isCloseTo(left / here, within(1e-12));
            assertThat(quarter.activity().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isCloseTo(1, within(1e-12));
            acute += here - left;
            all += here;
        }
        assertThat(day).isEqualTo(365);
        assertThat(acute / all).isCloseTo(base.activity().get(Setting.ACUTE), within(1e-9));
        assertThat(ShiftLeft.stretches(placed, answer.base(), 12).size()).isLessThan(quarters.size());
    }

    private static double[] inPlace(Answer answer, String service) {
        return answer.base().series().stream()
                .filter(line -> line.subject().equals(Subject.service(service)) && line.field() == Field.IN_PLACE)
                .findFirst()
                .orElseThrow()
                .mean();
    }
}
