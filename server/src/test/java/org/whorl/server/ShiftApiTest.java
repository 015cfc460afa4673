package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proposals for programs: building one, what it does to each partner, and two who change it at once. */
class ShiftApiTest {

    private static final String ONE = """
            {"name": "More at home", "why": "Fewer wait", "exitTerms": "Back after a year",
             "moves": [{"service": "d2a", "places": 6, "months": 3}],
             "payments": [{"from": "board", "to": "council", "pounds": 20000, "what": "Training"}]%s}""";

    private static Program member = Program.in("", "");
    private static Program looker = Program.in("", "");

    @BeforeAll
    static void aPartnershipWithAModel() {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(java.util.Map.of(
                        "name-en", "Shiftapi", "name-cy", "Shiftapi2", "place-en", "Here", "place-cy", "Yma"));
        String model = """
                whorl: 1
                name: {en: Two, cy: Dau}
                time: {start: 2026-04-01, days: 120, warm-up: 0}
                money: {price-year: 2024/25}
                partners:
                  council: {name: {en: Council, cy: Cyngor}, kind: council}
                  board: {name: {en: Board, cy: Bwrdd}, kind: health-board}
                exits: [home]
                arrivals:
                  ready: {to: d2a, rate: 4}
                services:
                  d2a:
                    name: {en: Discharge to assess, cy: Rhyddhau i asesu}
                    partner: council
                    capacity: {value: 44, low: 30, high: 60, quality: agreed, source: The contract, date: 2026, owner: Council}
                    length-of-stay: {exponential: {mean: 10}}
                    routes: {home: 1}
                    cost: {per-place-day: 125}
                """;
        keeper.upload("/p/shiftapi/picture/new", "model.yaml", model.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        member = Program.of(keeper, "shiftapi", "administrator");
        looker = Program.of(keeper, "shiftapi", "guest");
    }

    @Test
    void aProposalIsMadeOnceReadChangedAndSetAside() {
        String key = UUID.randomUUID().toString();
        Program.Answer made = member.post("/shifts", ONE.formatted(""), "Idempotency-Key", key);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/id")).isEqualTo(key);
        assertThat(member.post("/shifts", ONE.formatted(""), "Idempotency-Key", key)
                        .status())
                .isEqualTo(200);
        String shift = "/shifts/" + key;
        assertThat(looker.get(shift).json().at("/moves/0/places").asInt()).isEqualTo(6);

        Program.Answer changed =
                member.put(shift, ONE.formatted(", \"version\": 1").replace("20000", "30000"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/version").asInt()).isEqualTo(2);
        Program.Answer late = member.put(shift, ONE.formatted(", \"version\": 1"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/latest").asInt()).isEqualTo(2);
        assertThat(looker.get(shift).json().at("/payments/0/pounds").asInt()).isEqualTo(30000);
        assertThat(member.put(shift, ONE.formatted("")).at("/errors/0/field")).isEqualTo("version");

        Program.Answer effect = looker.get(shift + "/effect?sure=true");
        assertThat(effect.status()).as(effect.text()).isEqualTo(200);
        assertThat(effect.json().at("/ledger").size()).isEqualTo(3);
        assertThat(effect.at("/ledger/1/payments")).contains("30");
        assertThat(effect.at("/ledger/0/chance")).isNotEmpty();
        assertThat(looker.inWelsh().get(shift + "/effect").at("/ledger/0/name")).isEqualTo("Cyngor");
        assertThat(looker.get("/shifts/compare?shift=" + key).at("/0/name")).isEqualTo("More at home");
        Program.Answer sure = looker.get("/shifts/compare?sure=true&shift=" + key);
        assertThat(sure.at("/0/ledger/0/chance"))
                .as(sure.text())
                .isEqualTo(effect.at("/ledger/0/chance"))
                .isNotEmpty();
        assertThat(looker.get("/shifts/compare?sure=true" + ("&shift=" + key).repeat(9))
                        .at("/errors/0/field"))
                .isEqualTo("shift");
        assertThat(looker.get(shift + "/board").text()).contains("More at home").contains("<html");

        assertThat(looker.delete(shift).status()).isEqualTo(403);
        assertThat(member.delete(shift).status()).isEqualTo(204);
        assertThat(looker.get(shift).status()).isEqualTo(404);
        assertThat(looker.get("/shifts").text()).doesNotContain(key);
        assertThat(member.post("/shifts", ONE.formatted(""), "Idempotency-Key", key)
                        .status())
                .as("what was set aside is not overwritten")
                .isEqualTo(409);
    }

    @Test
    void whatIsNotKeptCanBeTried() {
        Program.Answer tried = looker.post("/shifts/effect", ONE.formatted(""));
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.at("/changes/0")).contains("Discharge to assess");
        assertThat(looker.post("/shifts", ONE.formatted("")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"places\": 6 | \"places\": 0 | moves[0].places",
                "\"d2a\" | \"nobody\" | moves[0].service",
                "\"months\": 3 | \"months\": 99 | moves[0].months",
                "\"months\": 3 | \"from\": \"soon\" | moves[0].from",
                "\"board\" | \"nobody\" | payments[0].from",
                "20000 | -1 | payments[0].pounds",
                "More at home | '' | name",
            })
    void whatIsWrongIsToldByTheNameItWasSentUnder(String right, String wrong, String field) {
        String body = ONE.formatted("").replace(right, wrong);
        Program.Answer answer = member.post("/shifts", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("/errors/0/field")).isEqualTo(field);
        assertThat(member.inWelsh().post("/shifts", body).at("/errors/0/wrong"))
                .isNotEmpty()
                .isNotEqualTo(answer.at("/errors/0/wrong"));
    }

    @Test
    void aProposalIsCheckedBySimulation() throws InterruptedException {
        String shift = "/shifts/" + member.post("/shifts", ONE.formatted("")).at("/id");
        Program.Answer begun = member.post(shift + "/runs", "");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        Program.Answer state = member.get(begun.header("location"));
        while (state.at("/state").equals("waiting") || state.at("/state").equals("running")) {
            Thread.sleep(100);
            state = member.get(begun.header("location"));
        }
        assertThat(state.at("/state")).isEqualTo("done");
        Program.Answer effect = looker.get(shift + "/effect");
        assertThat(effect.at("/checked/run")).isEqualTo(begun.at("/job"));
        assertThat(effect.json().at("/checked/tiers").size()).isGreaterThan(0);
    }
}
