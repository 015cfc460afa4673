package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.simulation.Levels;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerJsonTest {
    private static final Model MODEL =
            ModelFolder.read(GoodModelsTest.folder("good/least")).orThrow();

    private static Figures figures(Map<Field, Estimate> team) {
        SequencedMap<Subject, Map<Field, Estimate>> estimates = new LinkedHashMap<>();
        estimates.put(Subject.service("team"), new EnumMap<>(team));
        return new Figures(estimates);
    }

    private static Answer answer(Answer.Tier tier, Figures figures, List<Series> series, List<Note> notes) {
        SequencedMap<String, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put("base", new Outcome("base", Name.of("As it stands"), figures, series, List.of(), notes));
        return new Answer(MODEL, tier, 7, 40, outcomes, new LinkedHashMap<>(), MODEL.parametersByQuality(), List.of());
    }

    private static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(AnswerJson.text(answer));
    }

    @Test
    void anEstimateCarriesItsIntervalAndItsKind() {
        JsonNode json = json(answer(
                Answer.Tier.SIMULATION,
                figures(Map.of(Field.WAIT, new Estimate(3.25, 3, 3.5, 0.95, Estimate.Kind.MONTE_CARLO))),
                List.of(),
                List.of(new Note("a-code", "services.team", "A sentence."))));

        assertThat(json.at("/scenarios/base/services/team/wait").toString())
                .isEqualTo("{\"mean\":3.25,\"low\":3,\"high\":3.5,\"level\":0.95,\"kind\":\"monte-carlo\"}");
        assertThat(json.at("/seed").asInt()).isEqualTo(7);
        assertThat(json.at("/replications").asInt()).isEqualTo(40);
        assertThat(json.at("/quality/guess").asInt())
                .isEqualTo(json.at("/quality/parameters").asInt());
        assertThat(json.at("/scenarios/base/notes/0/message").asString()).isEqualTo("A sentence.");
    }

    @Test
    void whereThereIsNoNumberThereIsNull() {
        JsonNode json = json(answer(
                Answer.Tier.SIMULATION,
                figures(Map.of(
                        Field.WAIT,
                        new Estimate(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, 0.95, Estimate.Kind.NONE))),
                List.of(),
                List.of()));

        assertThat(json.at("/scenarios/base/services/team/wait").toString())
                .isEqualTo("{\"mean\":null,\"low\":null,\"high\":null,\"level\":0.95,\"kind\":\"none\"}");
    }

    @Test
    void whereLoadExceedsPlacesThereIsAPathInsteadOfAnAverage() {
        double[] means = {0, 1.5, 3};
        Series path = new Series(
                Subject.service("team"),
                Field.WAITING,
                new int[] {0, 10, 20},
                means,
                means,
                means,
                means,
                means,
                means);
        JsonNode json = json(answer(
                Answer.Tier.INSTANT,
                figures(Map.of(Field.OFFERED_LOAD, Estimate.exact(12))),
                List.of(path),
                List.of(new Note(Note.UNSTABLE, "services.team", "More come than can be served."))));

        JsonNode team = json.at("/scenarios/base/services/team");
        assertThat(json.at("/tier").asString()).isEqualTo("instant");
        assertThat(team.at("/stable").asBoolean()).isFalse();
        assertThat(team.at("/path").toString())
                .isEqualTo("{\"field\":\"waiting\",\"days\":[0,10,20],\"mean\":[0,1.5,3]}");
        assertThat(team.has("waiting")).isFalse();
    }

    @Test
    void theSameAnswerGivesTheSameBytes() {
        Answer answer = answer(
                Answer.Tier.SIMULATION, figures(Map.of(Field.WAIT, Estimate.exact(1.0 / 3))), List.of(), List.of());

        assertThat(AnswerJson.text(answer)).isEqualTo(AnswerJson.text(answer)).endsWith("}\n");
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        Model model = ModelFolder.read(GoodModelsTest.folder("good/least")).orThrow();
        Answer played =
                Simulation.run(model, new Plan(List.of(), 3, new Plan.Stop.Replications(4), 1), Progress.SILENT);
        Answer again = AnswerJson.read(model, AnswerJson.text(played));

        assertThat(again.base().quantiles())
                .isEqualTo(played.base().quantiles())
                .isNotEmpty();
        assertThat(again.base().figures()).isEqualTo(played.base().figures());
        assertThat(again.seed()).isEqualTo(3);
        assertThat(again.tier()).isEqualTo(Answer.Tier.SIMULATION);
        assertThat(AnswerJson.text(again)).isEqualTo(AnswerJson.text(played));
    }

    @Test
    void whereUncertaintyComesFromIsWrittenAndRead() {
        Model unsure =
                ModelFolder.read(GoodModelsTest.folder("good/everything")).orThrow();
        Answer played =
                Levels.run(unsure, new Plan(List.of(), 3, new Plan.Stop.Replications(4), 1), 12, Progress.SILENT);
        JsonNode first = json(played).at("/uncertainty/figures/0");

        assertThat(json(played).at("/uncertainty/draws").asInt()).isEqualTo(12);
        assertThat(first.at("/scenario").asString()).isEqualTo("base");
        assertThat(first.at("/total/kind").asString()).isEqualTo("total");
        assertThat(first.at("/parts/0/interval/kind").asString()).isEqualTo("monte-carlo");
        assertThat(first.at("/parts/1/interval/kind").asString()).isEqualTo("parameter");
        assertThat(first.at("/parts/0/share/mean").asDouble()
                        + first.at("/parts/1/share/mean").asDouble())
                .isCloseTo(1, within(1e-12));
        Answer again = AnswerJson.read(unsure, AnswerJson.text(played));
        assertThat(again.sources()).isEqualTo(played.sources());
        assertThat(AnswerJson.text(again)).isEqualTo(AnswerJson.text(played));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"scenarios\": 3}",
                "{\"tier\": \"guess\"}",
                "{\"scenarios\": {\"base\": {\"x\": {}}}}"
            })
    void whatIsNoAnswerIsRefused(String text) {
        assertThatThrownBy(() -> AnswerJson.read(MODEL, text)).isInstanceOf(IllegalArgumentException.class);
    }
}
