package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Models for programs: what the picture's pages do, with a key. */
class ModelApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Browser KEEPER = Running.keeper();
    private static Program analyst = Program.in("", "");
    private static Program looker = Program.in("", "");
    private static String model = "";

    private static String sent(Map<String, Object> body) {
        return JSON.writeValueAsString(body);
    }

    private static String files(String yaml, String note, int basedOn) {
        return sent(Map.of("files", Map.of("model.yaml", yaml), "note", note, "basedOn", basedOn));
    }

    @BeforeAll
    static void aPartnershipWithAModel() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Api", "name-cy", "Api2", "place-en", "Here", "place-cy", "Yma"));
        analyst = Program.of(KEEPER, "api", "administrator");
        looker = Program.of(KEEPER, "api", "guest");
        UUID key = UUID.randomUUID();
        Program.Answer made =
                analyst.post("/models", files(ModelsTest.small(46), "First", 0), "Idempotency-Key", key.toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/model")).isEqualTo(key.toString());
        Program.Answer again =
                analyst.post("/models", files(ModelsTest.small(46), "First", 0), "Idempotency-Key", key.toString());
        assertThat(again.status()).isEqualTo(200);
        assertThat(looker.get("/models").json().at("/total").asInt()).isEqualTo(1);
        model = "/models/" + key;
    }

    @Test
    void aVersionIsCheckedKeptAndCompared() {
        Program.Answer wrong = analyst.post(
                model + "/versions/1/check", files(ModelsTest.small(46).replace("rate: 4", "rate: four"), "", 1));
        assertThat(wrong.json().at("/fine").asBoolean()).isFalse();
        assertThat(wrong.at("/errors/0/file")).isEqualTo("model.yaml");
        assertThat(wrong.json().at("/errors/0/line").asInt()).isEqualTo(9);
        assertThat(wrong.at("/errors/0/right")).isNotEmpty();
        assertThat(analyst.inWelsh()
                        .post(
                                model + "/versions/1/check",
                                files(ModelsTest.small(46).replace("rate: 4", "rate: four"), "", 1))
                        .at("/errors/0/wrong"))
                .isEqualTo("nid yw \"four\" yn rhif");
        assertThat(analyst.post(model + "/versions/1/check", files(ModelsTest.small(50), "", 1))
                        .json()
                        .at("/fine")
                        .asBoolean())
                .isTrue();

        UUID other = UUID.randomUUID();
        String mine = "/models/" + other;
        analyst.post("/models", files(ModelsTest.small(46), "First", 0), "Idempotency-Key", other.toString());
        Program.Answer kept = analyst.post(mine + "/versions", files(ModelsTest.small(50), "Four more places", 1));
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        Program.Answer late = analyst.post(mine + "/versions", files(ModelsTest.small(48), "Two more places", 1));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/latest").asInt()).isEqualTo(2);
        assertThat(late.at("/title")).isEqualTo("Somebody saved before you");
        Program.Answer bad = analyst.post(mine + "/versions", files("whorl: 1", "Nothing", 2));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.at("/errors/0/file")).isEqualTo("model.yaml");
        assertThat(looker.get(mine + "/versions").json().at("/items/0/number").asInt())
                .isEqualTo(2);
        assertThat(looker.get(mine + "/compare?a=1&b=2").at("/0/after")).startsWith("50 (");
        Program.Answer number = looker.get(mine + "/numbers/services.d2a.capacity");
        assertThat(number.at("/number/source")).isEqualTo("The contract");
        assertThat(number.json().at("/history").size()).isEqualTo(2);
        assertThat(number.json().at("/history/1/number/value").asInt()).isEqualTo(46);
    }

    @Test
    void oneNumberIsChangedWithItsReason() {
        UUID id = UUID.randomUUID();
        analyst.post("/models", files(ModelsTest.small(46), "First", 0), "Idempotency-Key", id.toString());
        String mine = "/models/" + id;
        String number = mine + "/numbers/services.d2a.capacity";
        Program.Answer before = looker.get(number);
        assertThat(before.json().at("/number/low").asInt()).isEqualTo(30);
        assertThat(before.json().at("/number/high").asInt()).isEqualTo(60);
        Map<String, Object> change = Map.of(
                "value",
                44.5,
                "low",
                40,
                "high",
                50,
                "quality",
                "measured",
                "source",
                "Counted in May",
                "date",
                "2026-05",
                "owner",
                "Council",
                "why",
                "Two were shut",
                "basedOn",
                1);
        assertThat(looker.put(number, sent(change)).status()).isEqualTo(403);
        assertThat(analyst.put(number, sent(Map.of("value", 44))).at("/errors/0/field"))
                .isEqualTo("basedOn");
        Program.Answer wrong = analyst.put(number, sent(Map.of("value", -1, "low", 3, "basedOn", 1)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("value", "high", "quality", "why");
        assertThat(looker.get(mine).json().at("/latest").asInt())
                .as("nothing half-written")
                .isEqualTo(1);

        Program.Answer after = analyst.put(number, sent(change));
        assertThat(after.status()).as(after.text()).isEqualTo(200);
        assertThat(after.json().at("/number/value").asDouble()).isEqualTo(44.5);
        assertThat(after.json().at("/number/low").asInt()).isEqualTo(40);
        assertThat(after.at("/number/quality")).isEqualTo("measured");
        assertThat(after.at("/number/source")).isEqualTo("Counted in May");
        assertThat(after.at("/history/0/note")).contains("46 → 44.5").contains("Two were shut");
        assertThat(looker.get(mine + "/versions/2/files/model.yaml").text())
                .contains("length-of-stay: {exponential: {mean: 10}}");
        Program.Answer late = analyst.put(number, sent(change));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/latest").asInt()).isEqualTo(2);
        assertThat(analyst.put(mine + "/numbers/services.d2a.nothing", sent(change))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFolderGoesOutAndComesBackByteForByte() {
        byte[] zip = looker.get(model + "/versions/1/folder.zip").bytes();
        Program.Answer back = analyst.send("POST", "/models/import?note=Brought", "application/zip", zip);
        assertThat(back.status()).as(back.text()).isEqualTo(201);
        String again = "/models/" + back.at("/model") + "/versions/1";
        assertThat(looker.get(again + "/files/model.yaml").text()).isEqualTo(ModelsTest.small(46));
        assertThat(looker.get(again + "/files").at("/files/model.yaml")).isEqualTo(ModelsTest.small(46));
        assertThat(looker.get(again + "/files/other.csv").status()).isEqualTo(404);
    }

    @Test
    void theFormulasAnswerAtOnce() {
        Program.Answer base = looker.post(model + "/versions/1/answer", "{}");
        assertThat(base.status()).as(base.text()).isEqualTo(200);
        assertThat(base.at("/tier")).isEqualTo("instant");
        Program.Answer changed = looker.post(
                model + "/versions/1/answer", "{\"changes\": {\"services.d2a.capacity\": 60}, \"sure\": true}");
        double before = base.json()
                .at("/answer/scenarios/base/services/d2a/occupancy/mean")
                .asDouble();
        double after = changed.json()
                .at("/answer/scenarios/tried/services/d2a/occupancy/mean")
                .asDouble();
        assertThat(after).isLessThan(before).isGreaterThan(0);
        assertThat(changed.at("/sureness/scenarios/tried/services/d2a/occupancy/kind"))
                .isEqualTo("parameter");
        assertThat(changed.at("/changes/0")).contains("60").contains("Discharge to assess");
        assertThat(looker.inWelsh()
                        .post(model + "/versions/1/answer", "{\"changes\": {\"services.d2a.capacity\": 60}}")
                        .at("/changes/0"))
                .contains("Rhyddhau i asesu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"changes\": {\"services.d2a.capacity\": -3}} | 422 | changes.services.d2a.capacity | is below 0",
                "{\"changes\": {\"services.no.capacity\": 3}} | 422 | changes.services.no.capacity | has no number",
                "{\"scenario\": \"none\"} | 422 | scenario | has no scenario",
                "{\"changes\": {\"services.d2a.capacity\": \"many\"}} | 400 | changes.services.d2a.capacity | not what belongs here",
                "{\"changes\": | 400 | '' | not JSON",
                "[] | 400 | '' | not what belongs here",
            })
    void whatCannotBeUsedIsToldByField(String body, int status, String field, String says) {
        Program.Answer answer = looker.post(model + "/versions/1/answer", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.at("/errors/0/field")).isEqualTo(field);
        assertThat(answer.at("/errors/0/wrong")).contains(says);
        assertThat(looker.inWelsh().post(model + "/versions/1/answer", body).at("/errors/0/wrong"))
                .isNotEqualTo(answer.at("/errors/0/wrong"));
    }

    @Test
    void aSimulationRunsAsAJobAndSaysWhereTheTiersDisagree() throws InterruptedException {
        Program.Answer begun =
                analyst.post(model + "/versions/1/runs", "{\"changes\": {\"services.d2a.capacity\": 40}}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String job = begun.header("location");
        Program.Answer state = analyst.get(job);
        while (state.at("/state").equals("waiting") || state.at("/state").equals("running")) {
            Thread.sleep(100);
            state = analyst.get(job);
        }
        assertThat(state.at("/state")).as(state.text()).isEqualTo("done");
        String run = model + "/runs/" + begun.at("/job");
        Program.Answer found = looker.get(run);
        assertThat(found.json().at("/tiers").size()).isGreaterThan(1);
        assertThat(found.at("/tiers/0/agree")).isIn("true", "false");
        assertThat(looker.get(run + "/answer").at("/tier")).isEqualTo("simulation");
        assertThat(looker.inWelsh().get(run + "/report").text()).contains("lang=\"cy\"");
        assertThat(looker.get(model + "/runs").json().at("/total").asInt()).isGreaterThan(0);
        assertThat(analyst.post(job + "/cancel", "").at("/state")).isEqualTo("done");
        assertThat(looker.get(job).status()).as("a key that only looks").isEqualTo(403);
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        assertThat(looker.post("/models", files(ModelsTest.small(46), "Mine", 0))
                        .status())
                .isEqualTo(403);
        assertThat(looker.post(model + "/versions", files(ModelsTest.small(46), "Mine", 1))
                        .status())
                .isEqualTo(403);
        assertThat(looker.post(model + "/versions/1/sign-offs", "{}").status()).isEqualTo(403);
        assertThat(looker.post(model + "/versions/1/runs", "{}").status()).isEqualTo(403);
        Program nobody = Program.in("cwm-taf-morgannwg", "");
        String example = "/models/" + nobody.get("/models").at("/items/0/id");
        assertThat(nobody.get(example + "/versions/1/numbers?quality=published&limit=3")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(3);
        assertThat(nobody.post(example + "/versions", files(ModelsTest.small(46), "Mine", 1))
                        .status())
                .isEqualTo(401);
        assertThat(nobody.get(example + "/versions/99/files").status()).isEqualTo(404);
        assertThat(nobody.get("/models?limit=0").at("/errors/0/field")).isEqualTo("limit");
        assertThat(nobody.get("/models?limit=many").at("/errors/0/field")).isEqualTo("limit");
        assertThat(nobody.get("/nothing").status()).isEqualTo(404);
        assertThat(nobody.delete("/models").status()).isEqualTo(405);
        assertThat(nobody.send("POST", example + "/versions/1/answer", "text/csv", new byte[3])
                        .status())
                .isEqualTo(415);
        assertThat(nobody.postUnmeasured(example + "/versions/1/answer", "{}").at("/title"))
                .isEqualTo("That is too much at once");
    }

    @Test
    void aPartnerSignsAndTakesItBack() {
        Browser lead = Running.browser();
        KEEPER.open("/p/api/partners/new").send(Map.of("name-en", "A council", "name-cy", "Cyngor", "kind", "council"));
        Browser.Page invite = KEEPER.open("/p/api/people/invite");
        var link = java.util.regex.Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(invite.send(Map.of("role", "finance-lead", "partner", invite.option("A council")))
                        .body());
        assertThat(link.find()).isTrue();
        Doors.join(lead, link.group(), "Non", "non-api@example.org");
        lead.signIn("non-api@example.org", Running.PASSWORD);
        Program program = Program.of(lead, "api", "finance-lead");
        assertThat(program.post(model + "/versions/1/sign-offs", "{\"words\": \"We stand behind it\"}")
                        .status())
                .isEqualTo(204);
        Program.Answer twice = program.post(model + "/versions/1/sign-offs", "{}");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.at("/errors/0/wrong")).contains("signed already");
        String signOff = looker.get(model + "/versions").at("/items/0/signOffs/0/id");
        assertThat(analyst.delete(model + "/sign-offs/" + signOff).status()).isEqualTo(403);
        assertThat(program.delete(model + "/sign-offs/" + signOff).status()).isEqualTo(204);
        assertThat(looker.get(model + "/versions")
                        .json()
                        .at("/items/0/signOffs")
                        .size())
                .isZero();
    }
}
