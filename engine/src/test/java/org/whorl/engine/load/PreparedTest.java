package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Scenario.Operation;

class PreparedTest {

    private static Cases place() {
        Cases cases = Cases.model().days(30, 200).arrive("first", 3);
        cases.service("first").places(36).lognormal(10, 8).to("then", 0.4).to("home", 0.6);
        cases.service("then").places(30).exponential(20);
        return cases.open("first", 30, 2, 0).open("then", 25, 0, 1);
    }

    private static Scenario set(double places) {
        Change change =
                new Change("services.then.capacity", Operation.SET, Parameter.of(places), List.of(), null, null);
        return new Scenario("tried", Name.of("tried"), List.of(change));
    }

    @Test
    void aChangeTheModelDoesNotKnowIsAnsweredAsOneItKnows() {
        Model model = place().build();
        Model knows = place().scenario("tried", set(26).changes().toArray(Change[]::new))
                .build();
        Figures ours = Prepared.of(model).answer(List.of(set(26))).differences().get("tried");
        assertThat(ours)
                .isEqualTo(Preview.of(knows, List.of("tried")).differences().get("tried"));
    }

    @Test
    void manyMayAskAtOnce() throws Exception {
        Prepared prepared = Prepared.of(place().build());
        List<Figures> alone = new ArrayList<>();
        for (int places = 20; places < 40; places++) {
            alone.add(prepared.answer(List.of(set(places))).differences().get("tried"));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Figures>> asked = new ArrayList<>();
            for (int places = 20; places < 40; places++) {
                Scenario scenario = set(places);
                asked.add(() -> prepared.answer(List.of(scenario)).differences().get("tried"));
            }
            List<Figures> together = new ArrayList<>();
            for (Future<Figures> answer : threads.invokeAll(asked)) {
                together.add(answer.get());
            }
            assertThat(together).isEqualTo(alone);
        }
    }

    @Test
    void aChangeOfTheModelIsCheckedByItself() {
        Model model = place().build();
        assertThat(Check.of(model, set(26))).isEmpty();
        assertThat(Check.of(model, set(-1)))
                .singleElement()
                .satisfies(p -> assertThat(p.right()).contains("from 0 up"));
        Change nowhere = new Change("services.them.capacity", Operation.SET, Parameter.of(1), List.of(), null, null);
        assertThat(Check.of(model, new Scenario("tried", Name.of("tried"), List.of(nowhere))))
                .singleElement()
                .satisfies(p -> assertThat(p.right()).contains("services.then.capacity"));
    }
}
