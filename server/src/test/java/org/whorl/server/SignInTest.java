package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Getting in, and being kept out. */
class SignInTest {

    @Test
    void wrongPasswordsLockTheAccountForAWhile() {
        String email = "locked@example.org";
        invited("Locked", email);
        Browser guesser = Running.browser();
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.signIn(email, "a wrong password " + i).body())
                    .contains("The email address or the password is not right");
        }
        assertThat(guesser.signIn(email, Running.PASSWORD).body()).contains("Too many tries");
    }

    @Test
    void anUnknownAddressIsAnsweredLikeAWrongPassword() {
        assertThat(Running.browser()
                        .signIn("nobody@example.org", "some password or other")
                        .body())
                .contains("The email address or the password is not right");
    }

    @Test
    void shortPasswordsAndBrokenAddressesAreRefusedInWords() {
        Browser.Page page = Running.browser()
                .open(invitation())
                .send(Map.of("name", "", "email", "no address", "password", "short"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Enter what we shall call you")
                .contains("Enter an email address")
                .contains("Enter a password of at least 15 characters");
    }

    @Test
    void theFirstAccountsCodeIsGoodOnce() {
        Running.keeper();
        assertThat(Running.browser().open("/set-up?code=guess").status()).isEqualTo(404);
    }

    @Test
    void pagesAreNotKeptAndNotFramed() {
        Browser.Page page = Running.browser().open("/sign-in");
        Map<String, List<String>> headers = page.headers();
        assertThat(headers.get("content-security-policy").getFirst())
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
        assertThat(headers.get("set-cookie").getFirst()).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(page.body())
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContain("onclick");
    }

    @Test
    void onlyHealthIsToldOutside() {
        assertThat(Running.browser().open("/actuator/health").body())
                .contains("UP")
                .doesNotContain("database");
        for (String path : List.of("/actuator/env", "/actuator/metrics", "/actuator/beans", "/actuator/heapdump")) {
            assertThat(Running.browser().open(path).url()).as(path).endsWith("/sign-in");
        }
    }

    @Test
    void logsHoldNoPersonalData() throws IOException {
        String email = "quiet@example.org";
        invited("Quiet", email);
        Running.browser().signIn(email, Running.PASSWORD);
        assertThat(Files.readString(Running.data().resolve("whorl.log")))
                .doesNotContain(email)
                .doesNotContain("Quiet");
        assertThat(Files.readString(Running.data().resolve("database/postgres.log")))
                .doesNotContain(email);
    }

    private static void invited(String name, String email) {
        Running.browser().open(invitation()).send(Map.of("name", name, "email", email, "password", Running.PASSWORD));
    }

    private static String invitation() {
        Browser keeper = Running.keeper();
        if (keeper.open("/p/doors").status() == 404) {
            keeper.open("/partnerships/new")
                    .send(Map.of("name-en", "Doors", "name-cy", "Drysau", "place-en", "Here", "place-cy", "Yma"));
        }
        var link = java.util.regex.Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(keeper.open("/p/doors/people/invite")
                        .send(Map.of("role", "member"))
                        .body());
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
