package org.whorl.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.Pence;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Limits;
import org.whorl.engine.model.Limits.Choice;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Money;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Spread;
import org.whorl.engine.model.WhileWaiting;

/** A council's two services, and the health board's beds in which people wait for them. */
class OptimiserTest {

    static Parameter unsure(double value) {
        return new Parameter(value, new Spread.Range(0.94 * value, 1.06 * value), Provenance.UNSIGNED_GUESS, null);
    }

    static Service service(String id, String partner, Capacity capacity, double stay, Cost cost, boolean waits) {
        return new Service(
                id,
                Name.of(id),
                partner,
                capacity,
                Duration.of(Duration.Family.EXPONENTIAL, stay),
                null,
                Profile.flat(7),
                Queue.PLAIN,
                waits ? "acute" : null,
                WhileWaiting.NOTHING,
                null,
                List.of(),
                new LinkedHashMap<>(),
                cost,
                new LinkedHashMap<>(),
                null);
    }

    private static SequencedMap<String, Double> of(Map<String, Double> amounts) {
        return new LinkedHashMap<>(amounts);
    }

    static Arrival arrival(String to, double rate) {
        return new Arrival(
                "to-" + to,
                Name.of(to),
                to,
                unsure(rate),
                Profile.flat(7),
                Profile.flat(12),
                Parameter.leftOut(1),
                Arrival.noTags());
    }

    private static Model model(Limits limits) {
        Cost place = new Cost(Parameter.of(100), null, null, null, null, null);
        Cost bed = new Cost(null, Parameter.of(346), null, null, null, null);
        return new Model(
                Name.of("two services"),
                new Horizon(LocalDate.of(2026, 4, 6), 365, 120),
                new Money("2025/26", Parameter.of(0)),
                List.of(
                        new Partner("board", Name.of("board"), "health"),
                        new Partner("council", Name.of("council"), "council")),
                List.of("home"),
                List.of(arrival("care", 2), arrival("beds", 1)),
                List.of(
                        service("care", "council", Capacity.places(21), 10, place, true),
                        service("beds", "council", Capacity.places(30), 20, place, true),
                        service("acute", "board", new Capacity.Unlimited(), 1, bed, false)),
                List.of(),
                List.of(),
                List.of(new Measure(
                        "delayed",
                        Name.of("delayed"),
                        Measure.Count.WAITING,
                        List.of("acute"),
                        List.of(),
                        new LinkedHashMap<>(),
                        0,
                        null,
                        null)),
                List.of(),
                new Agreements(List.of(), List.of(), List.of(), List.of(), limits));
    }

    private static Limits limits(Map<String, Double> budgets, Map<String, Double> staff, boolean transfers) {
        return limits(6, budgets, staff, transfers);
    }

    private static Limits limits(
            double fewerBeds, Map<String, Double> budgets, Map<String, Double> staff, boolean transfers) {
        return new Limits(
                of(Map.of("delayed", 1.0)),
                List.of(new Choice("care", 3, 6, 20, 0.5), new Choice("beds", fewerBeds, 3, 20, 0.5)),
                of(budgets),
                of(Map.of()),
                of(staff),
                0.05,
                transfers);
    }

    private static Plans search(Model model) {
        assertThat(Check.of(model)).isEmpty();
        return Optimiser.search(model, 60, 1, 0.05, 5, Progress.SILENT);
    }

    @Test
    void placesMoveToWhereTheyAreShort() {
        Model model = model(limits(Map.of("council", 100_000.0), Map.of(), true));
        Plans found = search(model);
        assertThat(found.proved()).isTrue();
        assertThat(found.plans()).isNotEmpty();
        Plan best = found.plans().getFirst();
        assertThat(best.places().get("care")).isPositive();
        assertThat(best.gain().mean()).isPositive();
        assertThat(best.gain().low()).isLessThan(best.gain().mean());
        assertThat(best.worstTenth()).isLessThan(best.gain().mean());
        for (Plan plan : found.plans()) {
            assertThat(Check.of(model, plan.scenario())).isEmpty();
            assertThat(plan.keeps()).isTrue();
            if (plan.cautious()) {
                assertThat(plan.scenario().id()).isEqualTo("plan-cautious");
                assertThat(plan.worstTenth()).isGreaterThan(best.worstTenth() - 0.2);
            } else {
                assertThat(plan.byParts()).isGreaterThanOrEqualTo(0.95 * best.byParts() - 1e-9);
            }
            assertThat(plan.regret()).isNotNegative().isLessThanOrEqualTo(plan.most());
            assertThat(Pence.sum(plan.received().values())).isEqualTo(Pence.ZERO);
            for (String partner : List.of("board", "council")) {
                double paid = plan.received().getOrDefault(partner, Pence.ZERO).pounds();
                assertThat(plan.net().get(partner) - paid).isLessThanOrEqualTo(0.02);
            }
            assertThat(plan.money().get("council")
                            - plan.received()
                                    .getOrDefault("council", Pence.ZERO)
                                    .pounds())
                    .isLessThanOrEqualTo(100_000.02);
        }
    }

    @Test
    void thePlansAreNearTheBestUnlikeEachOtherAndTrueWhenPlayed() {
        Model model = model(limits(Map.of("council", 400_000.0), Map.of(), true));
        Plans found = search(model);
        assertThat(found.plans()).hasSizeGreaterThan(1);
        assertThat(found.plans().stream().map(Plan::places).distinct()).hasSameSizeAs(found.plans());
        Answer played = Optimiser.verify(model, found.plans(), 100, 1, 2, Progress.SILENT);
        for (Plan plan : found.plans()) {
            var change = played.differences().get(plan.scenario().id()).get(Subject.measure("delayed"), Field.MEAN);
            assertThat(change.high()).isNegative();
            // The draws' mean and the simulation at the numbers' own values are not the same question, but near.
            assertThat(-change.mean())
                    .isCloseTo(plan.gain().mean(), within(0.6 * plan.gain().mean()));
        }
    }

    @Test
    void withoutTransfersTheCouncilCannotPayForWhatTheBoardSaves() {
        Plans alone = search(model(limits(0, Map.of("board", 300_000.0, "council", 400_000.0), Map.of(), false)));
        Plans together = search(model(limits(0, Map.of("board", 300_000.0, "council", 400_000.0), Map.of(), true)));
        // Alone the council may not end worse off, and it has nothing to release: what it buys saves the board money.
        alone.plans().forEach(plan -> assertThat(plan.net().get("council")).isLessThanOrEqualTo(1));
        assertThat(together.plans().getFirst().byParts())
                .isGreaterThan(
                        alone.plans().isEmpty() ? 0 : alone.plans().getFirst().byParts());
        assertThat(alone.prices()).isNotEmpty();
        assertThat(alone.prices().getFirst().partner()).isEqualTo("council");
        assertThat(alone.prices().getFirst().gain()).isPositive();
    }

    @Test
    void peopleWhoCannotBeFoundLimitWhatMoneyCanBuy() {
        Plans found = search(
                model(limits(1, Map.of("board", 300_000.0, "council", 400_000.0), Map.of("council", 0.0), true)));
        found.plans().forEach(plan -> assertThat(plan.posts().get("council")).isLessThanOrEqualTo(1e-9));
        assertThat(found.prices()).extracting(Plans.Price::limit).contains(Plans.Limit.POST);
    }

    @Test
    void whereNothingMayChangeItSaysSo() {
        Limits none = new Limits(
                of(Map.of("delayed", 1.0)),
                List.of(new Choice("care", 0, 2, 0, 1)),
                of(Map.of()),
                of(Map.of()),
                of(Map.of("council", 0.0)),
                0.05,
                true);
        Plans found = search(model(none));
        assertThat(found.plans()).isEmpty();
        assertThat(found.notes()).containsExactly("Nothing within these limits is better than things as they are.");
        assertThatThrownBy(() -> search(model(Limits.NONE))).hasMessageContaining("does not say what is to fall");
    }
}
