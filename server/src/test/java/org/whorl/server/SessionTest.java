package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions: what the database holds of them, and how their owner sees and ends them. */
class SessionTest {

    private static final JdbcClient JDBC = JdbcClient.create(Running.bean(DataSource.class));

    @Test
    void theSecretOfASessionIsNowhereInTheDatabase() {
        Browser browser = member("Secret");
        String secret = browser.session();
        assertThat(secret).hasSizeGreaterThan(20);
        List<Map<String, Object>> rows =
                JDBC.sql("select * from session").query().listOfRows();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> row.values()
                        .forEach(value -> assertThat(
                                        value instanceof byte[] bytes
                                                ? new String(bytes, StandardCharsets.ISO_8859_1)
                                                : String.valueOf(value))
                                .doesNotContain(secret)));
    }

    @Test
    void whoLooksWritesNothing() {
        Browser browser = member("Looks");
        browser.open("/account/sessions");
        String before = written("looks@example.org");
        browser.open("/account");
        browser.open("/p/doors");
        assertThat(written("looks@example.org")).isEqualTo(before);
    }

    @Test
    void aListShowsWhereOneIsSignedInAndEndsOne() {
        Browser here = member("Lists");
        Browser there = Running.browser();
        there.signIn("lists@example.org", Running.PASSWORD);
        Browser third = Running.browser();
        third.signIn("lists@example.org", Running.PASSWORD);
        Browser.Page list = here.open("/account/sessions");
        Matcher ends = Pattern.compile("action=\"(/account/sessions/[0-9a-f-]{36}/end)\"")
                .matcher(list.body());
        List<String> others = ends.results().map(found -> found.group(1)).toList();
        assertThat(others).hasSize(2);
        assertThat(list.body()).containsOnlyOnce("This one").contains("Sign out everywhere else");

        // Nobody ends another's.
        Browser stranger = member("Stranger");
        stranger.post(
                others.getFirst(), Map.of("_csrf", stranger.open("/account").csrf()));
        assertThat(List.of(
                        there.open("/account").status(), third.open("/account").status()))
                .containsExactly(200, 200);

        // The one that was used last stands first.
        assertThat(here.post(others.getFirst(), Map.of("_csrf", list.csrf())).body())
                .contains("You are signed out there.");
        assertThat(List.of(
                        there.open("/account").status(), third.open("/account").status()))
                .containsExactlyInAnyOrder(200, 403);
        assertThat(here.open("/account/sessions").body()).containsPattern("/account/sessions/[0-9a-f-]{36}/end");

        here.post("/account/sessions/end", Map.of("_csrf", here.open("/account").csrf()));
        assertThat(List.of(
                        there.open("/account").status(), third.open("/account").status()))
                .containsExactly(403, 403);
        assertThat(here.open("/account/sessions").body()).contains("You are signed in nowhere else.");
    }

    @Test
    void aSessionThatWasEndedIsNotWrittenAgain() {
        Browser browser = member("Ended");
        String csrf = browser.open("/account").csrf();
        int before = sessions("ended@example.org");
        browser.post("/sign-out", Map.of("_csrf", csrf));
        assertThat(sessions("ended@example.org")).isEqualTo(before - 1);
        assertThat(browser.open("/account").status()).isEqualTo(403);
    }

    @Test
    void anExpiredSessionIsNobodys() {
        Browser browser = member("Expired");
        expire("expired@example.org");
        assertThat(browser.open("/account").status()).isEqualTo(403);
    }

    @Test
    void whatAnotherVersionWroteEndsQuietly() {
        Browser browser = member("Versions");
        JDBC.sql("update session s set content = ? from account a where a.id = s.account and a.email = ?")
                .params(FromElsewhere.CONTENT, "versions@example.org")
                .update();
        assertThat(browser.open("/account").status()).isEqualTo(403);
        assertThat(browser.open("/sign-in").status()).isEqualTo(200);
    }

    @Test
    void aCookieOfOnesOwnMakingIsNotTakenOver() {
        Browser browser = Running.browser();
        browser.open("/sign-in");
        String given = browser.session();
        browser.forgetCookies();
        assertThat(given).isNotEmpty();
        Browser.Page page = browser.openWith("/sign-in", "whorl-session=chosen-by-somebody-else");
        assertThat(page.headers().get("set-cookie"))
                .anyMatch(cookie -> cookie.startsWith("whorl-session=") && !cookie.contains("chosen"));
    }

    /** A class no session of ours ever held. */
    private static final class FromElsewhere {
        static final byte[] CONTENT = write();

        private static byte[] write() {
            try {
                var bytes = new java.io.ByteArrayOutputStream();
                new java.io.ObjectOutputStream(bytes).writeObject(new javax.swing.tree.DefaultMutableTreeNode("x"));
                return bytes.toByteArray();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static Browser member(String name) {
        Browser browser = Running.browser();
        Doors.join(browser, Doors.invitation("member"), name, name.toLowerCase(java.util.Locale.ROOT) + "@example.org");
        return browser;
    }

    private static int sessions(String email) {
        return JDBC.sql("select count(*) from session s join account a on a.id = s.account where a.email = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }

    /** Which transaction wrote somebody's only session last. */
    private static String written(String email) {
        return JDBC.sql("select s.xmin::text from session s join account a on a.id = s.account where a.email = ?")
                .param(email)
                .query(String.class)
                .single();
    }

    private static void expire(String email) {
        JDBC.sql("update session s set expires_at = now() from account a where a.id = s.account and a.email = ?")
                .param(email)
                .update();
    }
}
