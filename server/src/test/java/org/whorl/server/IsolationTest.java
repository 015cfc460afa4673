package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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

/** Two partnerships cannot see each other: through pages, through guessed ids, or through forgotten conditions. */
class IsolationTest {

    private static Browser keeper = Running.keeper();
    private static Browser stranger = Running.browser();
    private static String theirSpiral = "";
    private static String theirPlace = "";

    @BeforeAll
    static void twoPartnerships() {
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Ours", "name-cy", "Ein un ni", "place-en", "Hither", "place-cy", "Yma"));
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Theirs", "name-cy", "Eu hun nhw", "place-en", "Yonder", "place-cy", "Draw"));
        Browser.Page form = keeper.open("/p/theirs/spirals/new");
        theirPlace = form.option("Yonder");
        theirSpiral = form.send(Map.of("question", "Their secret question", "population", "All", "place", theirPlace))
                .id();
        Browser.Page ours = keeper.open("/p/ours/spirals/new");
        ours.send(Map.of("question", "Our question", "population", "All", "place", ours.option("Hither")));
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(keeper.open("/p/ours/people/invite")
                        .send(Map.of("role", "administrator"))
                        .body());
        assertThat(link.find()).isTrue();
        stranger.open(link.group())
                .send(Map.of("name", "Stranger", "email", "stranger@example.org", "password", Running.PASSWORD));
        stranger.signIn("stranger@example.org", Running.PASSWORD);
        assertThat(stranger.open("/p/ours").body()).contains("Our question");
    }

    @Test
    void anotherPartnershipIsNotThere() {
        String missing = stranger.open("/p/never-was").body();
        for (String path :
                List.of("", "/plan", "/asks", "/people", "/record", "/spirals/" + theirSpiral, "/spirals/new")) {
            Browser.Page page = stranger.open("/p/theirs" + path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.body().replace("/p/theirs" + path, ""))
                    .as(path)
                    .isEqualTo(missing.replace("/p/never-was", ""));
        }
    }

    @Test
    void guessedIdsLeadNowhere() {
        for (String path : List.of(
                "/spirals/" + theirSpiral,
                "/spirals/" + theirSpiral + "/scope",
                "/spirals/" + theirSpiral + "/close",
                "/spirals/" + theirSpiral + "/taking-part",
                "/spirals/" + theirSpiral + "/child",
                "/plan?spiral=" + theirSpiral,
                "/asks?spiral=" + theirSpiral,
                "/asks/new?spiral=" + theirSpiral)) {
            Browser.Page page = stranger.open("/p/ours" + path);
            assertThat(page.status()).as(path).isIn(404, 403);
            assertThat(page.body()).as(path).doesNotContain("Their secret question");
        }
    }

    @Test
    void nothingIsTiedAcross() {
        Browser.Page form = stranger.open("/p/ours/spirals/new");
        assertThat(form.send(Map.of("question", "Mine", "population", "All", "place", theirPlace))
                        .body())
                .contains("Choose a place");
        String csrf = form.csrf();
        for (Map.Entry<String, Map<String, String>> attempt : Map.of(
                        "/p/ours/spirals/" + theirSpiral + "/close",
                        Map.of("number", "1", "learned", "x", "joined", "x", "matters", "x"),
                        "/p/ours/spirals/" + theirSpiral + "/taking-part",
                        Map.of("people", "3", "how", "x"),
                        "/p/ours/plan",
                        Map.of("spiral", theirSpiral, "name", "x", "first", "2027-01", "last", "2027-01"))
                .entrySet()) {
            Map<String, String> values = new java.util.HashMap<>(attempt.getValue());
            values.put("_csrf", csrf);
            stranger.post(attempt.getKey(), values);
        }
        Browser.Page theirs = keeper.open("/p/theirs");
        assertThat(theirs.body()).contains("We are in turn 1").contains("1 person has taken part so far.");
        assertThat(keeper.open("/p/theirs/plan").body()).contains("There is no plan yet");
    }

    @Test
    void theDatabaseItselfShowsNothingToAForgottenCondition() throws SQLException {
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        for (String table : List.of("partnership", "place", "member", "spiral", "turn", "record", "invitation")) {
            String all = "select count(*) from " + table;
            assertThat(jdbc.sql(all).query(Long.class).single())
                    .as("outside, " + table)
                    .isZero();
            Long nobodys = Tenancy.within(
                    UUID.randomUUID(),
                    () -> transaction.execute(
                            _ -> jdbc.sql(all).query(Long.class).single()));
            assertThat(nobodys).as("elsewhere, " + table).isZero();
        }
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        assertThat(stranger.post("/p/ours/spirals/new", Map.of("question", "x", "population", "x"))
                        .status())
                .isEqualTo(403);
    }
}
