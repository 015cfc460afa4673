package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Series;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Scenario;

/** Replications played in parts, sent, and put together are the replications played in one go, to the bit. */
class PartsTest {

    private static final Model MODEL = RandomNetworks.of(5);
    private static final Plan PLAN = new Plan(
            MODEL.scenarios().stream().map(Scenario::id).toList(), 20260406, new Plan.Stop.Replications(41), 2);

    private static List<Part> parts(int size) throws IOException, ClassNotFoundException {
        List<String> scenarios = new ArrayList<>(PLAN.scenarios());
        scenarios.add(Scenario.BASE);
        List<Part> parts = new ArrayList<>();
        for (String scenario : scenarios) {
            for (int from = 0; from < 41; from += size) {
                parts.add(
                        sent(Simulation.play(MODEL, PLAN, scenario, from, Math.min(41, from + size), Progress.SILENT)));
            }
        }
        Collections.shuffle(parts, new Random(size));
        return parts;
    }

    private static Part sent(Part part) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(part);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Part) in.readObject();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10, 41})
    void theyGiveTheSameAnswerToTheBit(int size) throws IOException, ClassNotFoundException {
        assertThat(MODEL.scenarios()).isNotEmpty();
        same(Simulation.combine(MODEL, PLAN, parts(size)), Simulation.run(MODEL, PLAN, Progress.SILENT));
    }

    @Test
    void withoutDaysAllFiguresAreTheSame() throws IOException, ClassNotFoundException {
        Answer whole = Simulation.run(MODEL, PLAN, Progress.SILENT);
        Answer combined = Simulation.combine(
                MODEL, PLAN, parts(10).stream().map(Part::withoutDays).toList());
        assertThat(combined.differences()).isEqualTo(whole.differences());
        whole.scenarios().forEach((id, outcome) -> {
            assertThat(combined.scenarios().get(id).figures()).isEqualTo(outcome.figures());
            assertThat(combined.scenarios().get(id).series()).isEmpty();
        });
    }

    @Test
    void noneMayBeMissingOrComeTwice() throws IOException, ClassNotFoundException {
        List<Part> parts = parts(10);
        Part last = parts.removeLast();
        assertThatThrownBy(() -> Simulation.combine(MODEL, PLAN, parts))
                .hasMessage("Replication %d of %s is missing", last.from(), last.scenario());
        parts.add(last);
        parts.add(last);
        assertThatThrownBy(() -> Simulation.combine(MODEL, PLAN, parts))
                .hasMessage("Replication %d of %s came twice", last.from(), last.scenario());
    }

    @Test
    void aPartOfAnotherPlanIsRefused() throws IOException, ClassNotFoundException {
        Plan other = new Plan(PLAN.scenarios(), PLAN.seed() + 1, PLAN.stop(), 1);
        List<Part> parts = parts(41);
        assertThatThrownBy(() -> Simulation.combine(MODEL, other, parts)).hasMessageContaining("No part of");
        assertThatThrownBy(() -> Simulation.play(MODEL, PLAN, Scenario.BASE, 40, 42, Progress.SILENT))
                .hasMessageContaining("There are no replications 40 to 42");
        Plan precise = new Plan(List.of(), 1, new Plan.Stop.Precision(0.05, 20, 100), 1);
        assertThatThrownBy(() -> Simulation.combine(Cases.d2a3().build(), precise, List.of()))
                .hasMessageContaining("Only a fixed number");
    }

    private static void same(Answer combined, Answer whole) {
        assertThat(combined.differences()).isEqualTo(whole.differences());
        assertThat(combined.replications()).isEqualTo(whole.replications());
        assertThat(combined.notes()).isEqualTo(whole.notes());
        assertThat(combined.scenarios().sequencedKeySet())
                .containsExactlyElementsOf(whole.scenarios().sequencedKeySet());
        whole.scenarios().forEach((id, outcome) -> {
            Outcome twin = combined.scenarios().get(id);
            assertThat(twin.figures()).isEqualTo(outcome.figures());
            assertThat(twin.quantiles()).isEqualTo(outcome.quantiles());
            assertThat(twin.notes()).isEqualTo(outcome.notes());
            assertThat(twin.series()).hasSameSizeAs(outcome.series());
            for (int i = 0; i < twin.series().size(); i++) {
                Series mine = twin.series().get(i);
                Series theirs = outcome.series().get(i);
                assertThat(mine.subject()).isEqualTo(theirs.subject());
                assertThat(mine.mean()).isEqualTo(theirs.mean());
                assertThat(mine.p5()).isEqualTo(theirs.p5());
                assertThat(mine.p95()).isEqualTo(theirs.p95());
            }
        });
    }
}
