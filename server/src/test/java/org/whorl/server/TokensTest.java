package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;

/** Keys for programs: what they open, what they never open, and how they end. */
class TokensTest {

    private static final Browser KEEPER = Running.keeper();

    @BeforeAll
    static void aPartnership() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Keys", "name-cy", "Allweddi", "place-en", "Here", "place-cy", "Yma"));
    }

    @Test
    void aKeyOpensOnePartnershipAsWhatItsOwnerChose() {
        String key = Program.key(KEEPER, "keys", Map.of("name", "Our dashboard"), "guest");
        Program.Answer me = Program.in("keys", key).get("");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("/nameCy")).isEqualTo("Allweddi");
        assertThat(me.json().at("/roles").toString()).isEqualTo("[\"guest\"]");
        assertThat(me.json().at("/may").toString())
                .isEqualTo(
                        "[\"see-open\",\"register\",\"recover\",\"look\",\"fewer-letters\",\"tell\",\"change-told\",\"say-felt\",\"vote\",\"confide\",\"speak-up\",\"say-confidence\",\"say-back\"]");
        assertThat(KEEPER.open("/p/keys/tokens").body())
                .contains("Our dashboard")
                .contains("Only look")
                .contains("Last used")
                .doesNotContain(key);
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Keys2", "name-cy", "Allweddi2", "place-en", "Here", "place-cy", "Yma"));
        assertThat(Program.in("keys2", key).get("").status()).isEqualTo(401);
        assertThat(KEEPER.open("/p/keys/record").body()).contains("Made or ended a key for a program");
    }

    @Test
    void withoutAKeyThatWorksAClosedPartnershipIsNotThere() {
        String nothing = Program.in("never-was", "").get("").text();
        for (Program who : List.of(
                Program.in("keys", ""),
                Program.in("keys", "whorl_guessed"),
                Program.in("never-was", "whorl_guessed"))) {
            Program.Answer answer = who.get("");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
            assertThat(answer.text()).isEqualTo(nothing);
        }
        assertThat(Program.in("keys", "").inWelsh().get("").at("/title")).isEqualTo("Mae angen allwedd");
        assertThat(Program.in("cwm-taf-morgannwg", "").get("").at("/roles/0")).isEqualTo("guest");
    }

    @Test
    void theSecretIsShownOnceAndKeptNowhere() {
        String key = Program.key(KEEPER, "keys", Map.of(), "guest");
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        List<Map<String, Object>> rows = Tenancy.acrossAll(() ->
                transaction.execute(_ -> jdbc.sql("select * from token").query().listOfRows()));
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> row.values()
                        .forEach(value -> assertThat(
                                        value instanceof byte[] bytes
                                                ? new String(bytes, StandardCharsets.ISO_8859_1)
                                                : String.valueOf(value))
                                .doesNotContain(key)));
    }

    @Test
    void aKeyIsNeverMoreThanItsOwnerIsNow() {
        Browser owner = Running.browser();
        Doors.join(owner, invitation("facilitator"), "Siwan", "siwan-keys@example.org");
        owner.signIn("siwan-keys@example.org", Running.PASSWORD);
        assertThat(owner.open("/p/keys/tokens/new").body())
                .contains("as-facilitator")
                .doesNotContain("as-administrator");
        assertThat(owner.open("/p/keys/tokens/new")
                        .send(Map.of("name", "More", "days", "30", "as-administrator", "yes"))
                        .body())
                .contains("Choose at least one thing it may do");
        Program program = Program.of(owner, "keys", "facilitator");
        assertThat(program.get("").json().at("/may").toString()).contains("close-turn");

        String member = member("Siwan");
        String roles = "/p/keys/people/" + member;
        KEEPER.post(roles + "/roles", Map.of("_csrf", KEEPER.open(roles).csrf(), "role", "facilitator", "give", "no"));
        assertThat(program.get("").json().at("/may").toString()).doesNotContain("close-turn");

        KEEPER.open(roles + "/remove").send(Map.of());
        assertThat(program.get("").status()).isEqualTo(401);
    }

    @Test
    void itsOwnerEndsAKeyAndNobodyElseDoes() {
        Program program = Program.of(KEEPER, "keys", "guest");
        String id = program.get("").at("/key");
        Browser other = Running.browser();
        Doors.join(other, invitation("member"), "Other", "other-keys@example.org");
        other.signIn("other-keys@example.org", Running.PASSWORD);
        String csrf = other.open("/p/keys/tokens").csrf();
        other.post("/p/keys/tokens/" + id + "/withdraw", Map.of("_csrf", csrf));
        assertThat(program.get("").status()).isEqualTo(200);
        KEEPER.post(
                "/p/keys/tokens/" + id + "/withdraw",
                Map.of("_csrf", KEEPER.open("/p/keys/tokens/new").csrf()));
        assertThat(program.get("").status()).isEqualTo(401);
    }

    @Test
    void anAdministratorSeesEverybodysKeysAndEndsOne() {
        Browser owner = Running.browser();
        Doors.join(owner, invitation("member"), "Tomos", "tomos-keys@example.org");
        owner.signIn("tomos-keys@example.org", Running.PASSWORD);
        String secret = Program.key(owner, "keys", Map.of("name", "Lost on a train"), "guest");
        Program program = Program.in("keys", secret);
        String id = program.get("").at("/key");
        String all = "/p/keys/tokens/everybody";
        assertThat(KEEPER.open(all).body())
                .contains("Lost on a train")
                .contains("Tomos")
                .doesNotContain(secret);
        assertThat(owner.open("/p/keys/tokens").body()).doesNotContain(all);
        assertThat(owner.open(all).status()).isEqualTo(403);
        assertThat(owner.post(
                                all + "/" + id + "/end",
                                Map.of("_csrf", owner.open("/p/keys/tokens").csrf()))
                        .status())
                .isEqualTo(403);
        assertThat(program.get("").status()).isEqualTo(200);
        KEEPER.post(all + "/" + id + "/end", Map.of("_csrf", KEEPER.open(all).csrf()));
        assertThat(program.get("").status()).isEqualTo(401);
        assertThat(KEEPER.open(all).body()).doesNotContain("Lost on a train");
        assertThat(KEEPER.open("/p/keys/record").body()).contains("Ended somebody’s key for a program");
    }

    @Test
    void keysEndWithAPasswordOrElsewhereOnlyIfTheirOwnerSaysSo() {
        Browser owner = Running.browser();
        Doors.join(owner, invitation("member"), "Eleri", "eleri-keys@example.org");
        owner.signIn("eleri-keys@example.org", Running.PASSWORD);
        assertThat(owner.open("/account/password").body()).doesNotContain("End my keys for programs too");
        Program first = Program.of(owner, "keys", "guest");
        Program others = Program.of(KEEPER, "keys", "guest");
        assertThat(owner.open("/account/password").body()).contains("End my keys for programs too");
        String other = "some other words entirely";
        owner.open("/account/password").send(Map.of("password-now", Running.PASSWORD, "password", other));
        assertThat(first.get("").status()).isEqualTo(200);
        owner.open("/account/password")
                .send(Map.of("password-now", other, "password", Running.PASSWORD, "tokens", "yes"));
        assertThat(first.get("").status()).isEqualTo(401);

        Program second = Program.of(owner, "keys", "guest");
        owner.post(
                "/account/sessions/end", Map.of("_csrf", owner.open("/account").csrf()));
        assertThat(second.get("").status()).isEqualTo(200);
        owner.post(
                "/account/sessions/end", Map.of("_csrf", owner.open("/account").csrf(), "tokens", "yes"));
        assertThat(second.get("").status()).isEqualTo(401);
        assertThat(others.get("").status()).as("somebody else's stay").isEqualTo(200);
    }

    @Test
    void aKeyStopsByItself() {
        Program program = Program.of(KEEPER, "keys", "guest");
        UUID id = UUID.fromString(program.get("").at("/key"));
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        Tenancy.acrossAll(() -> transaction.execute(_ -> jdbc.sql("""
                        update token set made_at = now() - interval '31 days', expires_at = now() - interval '1 minute'
                        where id = ?""").param(id).update()));
        assertThat(program.get("").status()).isEqualTo(401);
    }

    @Test
    void aKeyIsRefusedForMoreThanAYearOrWithoutAName() {
        Browser.Page form = KEEPER.open("/p/keys/tokens/new");
        assertThat(form.send(Map.of("name", "Long", "days", "400", "as-guest", "yes"))
                        .body())
                .contains("Choose one of the times");
        assertThat(form.send(Map.of("name", " ", "days", "30", "as-guest", "yes"))
                        .body())
                .contains("Say what the key is for");
        assertThat(form.send(Map.of("name", "x", "days", "30", "as-guest", "yes", "only", "0"))
                        .body())
                .contains("Choose one of the questions");
    }

    @Test
    void whoTriesKeysIsStoppedAndNobodyElse() {
        Program guessing = Program.in("keys", "whorl_guessed").from("203.0.113.7");
        for (int i = 0; i < 30; i++) {
            assertThat(guessing.get("").status()).isEqualTo(401);
        }
        Program.Answer stopped = guessing.get("");
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.at("/title")).isEqualTo("Too many tries");
        assertThat(Program.of(KEEPER, "keys", "guest").get("").status()).isEqualTo(200);
    }

    private static String invitation(String role) {
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(KEEPER.open("/p/keys/people/invite")
                        .send(Map.of("role", role))
                        .body());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static String member(String name) {
        Matcher link = Pattern.compile("/people/([0-9a-f-]{36})\"[^>]*>\\s*" + name)
                .matcher(KEEPER.open("/p/keys/people").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
