package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spirals, asks, plans, finding and news for programs; and that a key for one spiral sees no other. */
class SpiralApiTest {

    private static final Browser KEEPER = Running.keeper();
    private static Program program = Program.in("", "");
    private static String place = "";

    @BeforeAll
    static void aPartnership() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Turning", "name-cy", "Troi", "place-en", "Gwent", "place-cy", "Y Gwent"));
        place = KEEPER.open("/p/turning/spirals/new").option("Gwent");
        program = Program.of(KEEPER, "turning", "facilitator", "administrator");
    }

    private static String started(String question) {
        Program.Answer answer = program.post(
                "/spirals",
                "{\"question\": \"%s\", \"population\": \"All\", \"place\": \"%s\"}".formatted(question, place));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.at("/id");
    }

    @Test
    void aSpiralIsStartedOnceAndTurns() {
        String key = UUID.randomUUID().toString();
        String body = "{\"question\": \"Who drives?\", \"population\": \"All\", \"place\": \"%s\"}".formatted(place);
        assertThat(program.post("/spirals", body, "Idempotency-Key", key).status())
                .isEqualTo(201);
        assertThat(program.post("/spirals", body, "Idempotency-Key", key).status())
                .isEqualTo(200);
        String spiral = "/spirals/" + key;
        assertThat(program.get(spiral).at("/question")).isEqualTo("Who drives?");
        assertThat(program.post("/spirals", "{\"question\": \"\"}")
                        .json()
                        .at("/errors")
                        .size())
                .isEqualTo(3);

        String end = "{\"learned\": \"Few do\", \"joined\": \"Drivers\", \"matters\": \"Sundays\"}";
        assertThat(program.post(spiral + "/turns/1/end", "{}").at("/errors/0/field"))
                .isEqualTo("learned");
        assertThat(program.post(spiral + "/turns/1/end", end).status()).isEqualTo(204);
        assertThat(program.post(spiral + "/turns/1/end", end).status()).isEqualTo(409);
        assertThat(program.get(spiral + "/turns").json().size()).isEqualTo(2);
        assertThat(program.get(spiral + "/turns").at("/0/people")).isEqualTo("1");
        Program guest = Program.of(KEEPER, "turning", "guest");
        assertThat(guest.get(spiral + "/turns").at("/0/people"))
                .as("who only looks is told no small number")
                .isEqualTo("*");

        String scope = """
                {"question": "Who drives on Sundays?", "population": "All", "place": "%s", "why": "It matters",
                 "version": 1}""".formatted(place);
        assertThat(program.put(spiral + "/scope", scope).at("/question")).isEqualTo("Who drives on Sundays?");
        assertThat(program.put(spiral + "/scope", scope).status()).isEqualTo(409);
        assertThat(program.get(spiral + "/decisions").at("/0/why")).isEqualTo("It matters");
        assertThat(program.get("/search?q=sundays").text()).contains("Who drives on Sundays?");
        assertThat(program.get("/search").at("/errors/0/field")).isEqualTo("q");
    }

    @Test
    void anAskIsAskedOnceAndAnswered() {
        String spiral = "/spirals/" + started("Who has a van?");
        String key = UUID.randomUUID().toString();
        String body = "{\"kind\": \"time\", \"what\": \"An hour with your van\", \"minutes\": 60}";
        assertThat(program.post(spiral + "/asks", body, "Idempotency-Key", key).status())
                .isEqualTo(201);
        assertThat(program.post(spiral + "/asks", body, "Idempotency-Key", key).status())
                .isEqualTo(200);
        assertThat(program.get(spiral + "/asks").json().at("/total").asInt()).isEqualTo(1);
        Program.Answer wrong = program.post(spiral + "/asks", "{\"kind\": \"money\", \"minutes\": 0}");
        assertThat(wrong.json().at("/errors").size()).isEqualTo(3);
        assertThat(program.inWelsh()
                        .post(spiral + "/asks", "{\"kind\": \"money\"}")
                        .at("/errors/0/wrong"))
                .isNotEqualTo(wrong.at("/errors/0/wrong"));
        assertThat(program.post("/asks/" + key + "/answer", "{\"yes\": true, \"version\": 9}")
                        .status())
                .isEqualTo(409);
        assertThat(program.post("/asks/" + key + "/answer", "{\"yes\": true, \"version\": 1}")
                        .status())
                .isEqualTo(204);
        assertThat(program.get(spiral + "/asks").json().at("/total").asInt()).isZero();
        assertThat(program.get("/news").status()).isEqualTo(200);
        assertThat(program.post("/news/read", "").status()).isEqualTo(204);
    }

    @Test
    void anAskIsChangedAndTheChangeUndone() {
        String spiral = "/spirals/" + started("Who can cook?");
        String made = program.post(
                        spiral + "/asks",
                        "{\"kind\": \"skill\", \"what\": \"Cook for ten\", \"minutes\": 90, \"by\": \"2027-03-01\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .at("/id");
        String ask = "/asks/" + made;
        String change = "{\"what\": \"Cook for twenty\", \"minutes\": 110, \"version\": 1}";
        Program.Answer changed = program.put(ask, change);
        assertThat(changed.at("/what")).as(changed.text()).isEqualTo("Cook for twenty");
        assertThat(changed.json().at("/version").asInt()).isEqualTo(2);
        assertThat(changed.at("/by")).isEmpty();
        assertThat(program.put(ask, change).status()).isEqualTo(409);
        assertThat(program.put(ask, "{\"what\": \"Cook\"}").json().at("/errors").size())
                .isEqualTo(3);
        assertThat(Program.of(KEEPER, "turning", "guest").put(ask, change).status())
                .isEqualTo(403);

        String undo = "{\"kind\": \"ask\", \"id\": \"%s\", \"version\": %d}";
        assertThat(Program.of(KEEPER, "turning", "guest")
                        .post("/undo", undo.formatted(made, 2))
                        .status())
                .isEqualTo(403);
        Program.Answer undone = program.post("/undo", undo.formatted(made, 2));
        assertThat(undone.json().at("/version").asInt()).as(undone.text()).isEqualTo(3);
        assertThat(program.get(spiral + "/asks").at("/items/0/what")).isEqualTo("Cook for ten");
        assertThat(program.get(spiral + "/asks").at("/items/0/by")).isEqualTo("2027-03-01");
        assertThat(program.post("/undo", undo.formatted(made, 2)).status())
                .as("somebody has changed it since")
                .isEqualTo(409);
        assertThat(program.post("/undo", undo.formatted(UUID.randomUUID(), 2)).status())
                .isEqualTo(404);
        assertThat(program.post("/undo", undo.formatted(made, 3).replace("\"ask\"", "\"asks\""))
                        .at("/errors/0/field"))
                .isEqualTo("kind");
        assertThat(program.post("/undo", "{}").at("/errors/0/field")).isEqualTo("kind");
    }

    @Test
    void aPlanIsBuiltAndItsHolesAreTold() {
        String plan = "/spirals/" + started("What first?") + "/plan";
        Program.Answer first =
                program.post(plan, "{\"name\": \"Ask round\", \"first\": \"2027-01\", \"last\": \"2027-02\"}");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        program.post(plan, "{\"name\": \"Try it\", \"first\": \"2027-05\", \"last\": \"2027-06\"}");
        assertThat(program.get(plan).at("/gaps/0/first")).isEqualTo("2027-03");
        String step = plan + "/" + first.at("/id");
        String longer = "{\"name\": \"Ask round\", \"first\": \"2027-01\", \"last\": \"2027-04\", \"version\": 1}";
        assertThat(program.put(step, longer).json().at("/version").asInt()).isEqualTo(2);
        assertThat(program.put(step, longer).status()).isEqualTo(409);
        assertThat(program.get(plan).json().at("/gaps").size()).isZero();
        assertThat(program.post(plan, "{\"name\": \"Back\", \"first\": \"2027-05\", \"last\": \"2027-01\"}")
                        .at("/errors/0/field"))
                .isEqualTo("last");
        assertThat(program.delete(step + "?version=2").status()).isEqualTo(204);
    }

    @Test
    void aKeyForOneSpiralSeesNoOther() {
        String mine = started("Mine alone");
        String other = started("Not for you");
        Program narrow = Program.in("turning", Program.key(KEEPER, "turning", Map.of("only", mine), "facilitator"));
        assertThat(narrow.get("").at("/spiral")).isEqualTo(mine);
        assertThat(narrow.get("/spirals").text()).contains("Mine alone").doesNotContain("Not for you");
        assertThat(narrow.get("/spirals/" + other).status()).isEqualTo(404);
        assertThat(narrow.post("/spirals/" + other + "/asks", "{}").status()).isEqualTo(404);
        assertThat(narrow.get("/search?q=you").text()).doesNotContain("Not for you");
    }
}
