package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.model.Model;
import org.whorl.engine.need.NeedAnswer;
import org.whorl.engine.need.NeedQuestion;
import org.whorl.engine.need.Needs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NeedJsonTest {

    @Test
    void everyFigureHasItsPlace() {
        Model model = ModelFolder.read(GoodModelsTest.folder("good/needs")).orThrow();
        NeedAnswer answer =
                Needs.answer(model, new NeedQuestion(2022, model.scenario("harder"), 50, 4), Progress.SILENT);
        String text = NeedJson.text(answer);
        JsonNode json = JsonMapper.shared().readTree(text);

        assertThat(List.of(json.get("now").asInt(), json.get("then").asInt())).containsExactly(2023, 2022);
        JsonNode emergency = json.get("needs").get("emergency");
        assertThat(emergency.get("unit").get("cy").asString()).isEqualTo("o dderbyniadau y flwyddyn");
        JsonNode all = emergency.get("rows").get(0);
        assertThat(all.get("area").isNull()).isTrue();
        assertThat(all.get("now").get("met").get("mean").asDouble()).isCloseTo(300, within(3.0));
        assertThat(all.get("now").get("demand").get("kind").asString()).isEqualTo("parameter");
        double parts = 0;
        for (JsonNode part : emergency.get("parts")) {
            parts += part.get("mean").asDouble();
        }
        assertThat(parts)
                .isCloseTo(
                        all.get("then").get("demand").get("mean").asDouble()
                                - all.get("now").get("demand").get("mean").asDouble(),
                        within(1e-6));
        assertThat(emergency
                        .get("drivers")
                        .get("unemployment")
                        .get("ratio")
                        .get("source")
                        .asString())
                .isEqualTo("a study");
        assertThat(emergency.get("drivers").get("unemployment").get("said").asString())
                .isEqualTo(NeedJson.CAVEAT);
        assertThat(emergency.get("drivers").get("housing").get("said").asString())
                .isEqualTo("no sourced effect: cannot tell");
        assertThat(emergency.get("small-areas")).hasSize(3);
        JsonNode river = emergency.get("small-areas").get(1).get("seen");
        assertThat(river.get("count").asInt()).isEqualTo(170);
        assertThat(river.get("rate").get("mean").asDouble()).isGreaterThan(1);
        assertThat(emergency
                        .get("small-areas")
                        .get(2)
                        .get("seen")
                        .get("withheld")
                        .asBoolean())
                .as("four people are too few to tell of")
                .isTrue();
        assertThat(emergency.get("not-medical").get("now").get("mean").asDouble())
                .isCloseTo(0.38 * 300, within(5.0));
        assertThat(json.get("arrivals").get("ready").get("mean").asDouble()).isGreaterThan(1.1);
        JsonNode help = json.get("needs").get("help").get("rows").get(0).get("now");
        assertThat(help.get("demand").get("mean").asDouble())
                .isCloseTo(0.9 * 0.6 * help.get("need").get("mean").asDouble(), within(2.0));
        assertThat(NeedJson.text(
                        Needs.answer(model, new NeedQuestion(2022, model.scenario("harder"), 50, 4), Progress.SILENT)))
                .isEqualTo(text);
    }
}
