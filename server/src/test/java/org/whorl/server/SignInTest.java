package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
    void anUnknownAddressIsAnsweredLikeAWrongPasswordAndStoppedLikeOne() {
        Browser guesser = Running.browser();
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.signIn("Nobody@example.org", "some password or other")
                            .body())
                    .contains("The email address or the password is not right");
        }
        assertThat(guesser.signIn("nobody@example.org ", "some password or other")
                        .body())
                .contains("Too many tries");
    }

    @Test
    void theSessionFromBeforeSigningInIsWorthNothingAfterwards() {
        invited("Fixed", "fixed@example.org");
        Browser browser = Running.browser();
        String proof = browser.open("/sign-in").csrf();
        String before = browser.session();
        browser.signIn("fixed@example.org", Running.PASSWORD);
        assertThat(before).isNotEmpty();
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.post("/account/sessions/end", Map.of("_csrf", proof)).status())
                .as("a form from before")
                .isEqualTo(403);
    }

    @Test
    void oneAddressDoesNotTryForEver() {
        Browser guesser = Running.browser();
        Browser.Page form = guesser.open("/sign-in");
        for (int i = 0; i < 30; i++) {
            assertThat(form.send(Map.of("email", "x" + i + "@example.org", "password", "x"))
                            .status())
                    .isEqualTo(422);
        }
        Browser.Page stopped = form.send(Map.of("email", "y@example.org", "password", "x"));
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.body()).contains("Wait five minutes");
        assertThat(stopped.headers().get("retry-after")).hasSize(1);
        assertThat(guesser.open("/join/guess").status())
                .as("secrets in addresses")
                .isEqualTo(429);
        assertThat(guesser.open("/p/cwm-taf-morgannwg").status()).as("looking").isEqualTo(200);
        assertThat(Running.browser()
                        .open("/sign-in")
                        .send(Map.of("email", "z@example.org", "password", "x"))
                        .status())
                .as("somewhere else")
                .isEqualTo(422);
    }

    @Test
    void thirtyFivePeopleJoinFromOneRoom() {
        Browser room = Running.browser();
        for (int i = 0; i < 35; i++) {
            room.forgetCookies();
            assertThat(join(room, invitation(), "Guest " + i, "guest" + i + "@example.org")
                            .url())
                    .endsWith("/p/doors");
        }
    }

    @Test
    void whoAnswersForMoneyIsAskedForASecondStepAndHeldBackWithoutIt() {
        Browser huw = Running.browser();
        Browser.Page page = join(huw, invitation("finance-lead"), "Huw", "money@example.org");
        assertThat(page.url()).contains("/account/second-step");
        assertThat(page.body()).contains("You look after settings, money or stories");
        assertThat(huw.open("/p/doors").body()).contains("Part of what you do here waits");
        huw.withSecondStep(page);
        assertThat(huw.open("/p/doors").body()).doesNotContain("Part of what you do here waits");

        // From now on the password alone lets nobody in.
        Browser elsewhere = Running.browser();
        Browser.Page asked =
                elsewhere.open("/sign-in").send(Map.of("email", "money@example.org", "password", Running.PASSWORD));
        assertThat(asked.url()).endsWith("/sign-in/code");
        assertThat(elsewhere.open("/account").status()).isEqualTo(403);
        assertThat(asked.send(Map.of("code", "000000")).body()).contains("This code is not right");
        String code = huw.app().code();
        assertThat(asked.send(Map.of("code", code)).status()).isEqualTo(200);
        assertThat(elsewhere.open("/account").body()).contains("After your password you are asked for a code");

        // A code is taken once.
        Browser thief = Running.browser();
        Browser.Page again =
                thief.open("/sign-in").send(Map.of("email", "money@example.org", "password", Running.PASSWORD));
        assertThat(again.send(Map.of("code", code)).body()).contains("This code is not right");
    }

    @Test
    void anAdministratorsRightsWaitForTheSecondStep() {
        Browser admin = Running.browser();
        join(admin, invitation("administrator"), "Ann", "ann@example.org");
        assertThat(admin.open("/p/doors/people/invite").body()).doesNotContain("value=\"administrator\"");
        assertThat(admin.open("/p/doors/record").status()).isEqualTo(403);
        admin.setUpSecondStep();
        assertThat(admin.open("/p/doors/people/invite").body()).contains("value=\"administrator\"");
        assertThat(admin.open("/p/doors/record").status()).isEqualTo(200);
    }

    @Test
    void wrongCodesAreCountedToo() {
        Browser browser = Running.browser();
        browser.withSecondStep(join(browser, invitation("story-carer"), "Sian", "sian@example.org"));
        Browser guesser = Running.browser();
        Browser.Page page =
                guesser.open("/sign-in").send(Map.of("email", "sian@example.org", "password", Running.PASSWORD));
        for (int i = 0; i < 5; i++) {
            page = page.send(Map.of("code", "00000" + i));
        }
        assertThat(page.send(Map.of("code", browser.app().code())).body()).contains("Too many tries");
    }

    @Test
    void codesOnPaperLetInOnceEach() {
        Browser browser = Running.browser();
        Browser.Page setUp = join(browser, invitation("story-carer"), "Paper", "paper@example.org");
        browser.withSecondStep(setUp);
        var codes = Pattern.compile("<li><code>([^<]+)</code>")
                .matcher(browser.open("/account/codes").body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(codes).hasSize(10);
        for (int i = 0; i < 2; i++) {
            Browser elsewhere = Running.browser();
            Browser.Page asked =
                    elsewhere.open("/sign-in").send(Map.of("email", "paper@example.org", "password", Running.PASSWORD));
            Browser.Page came = asked.send(Map.of("code", codes.getFirst()));
            assertThat(elsewhere.open("/account").status()).isEqualTo(i == 0 ? 200 : 403);
            assertThat(came.body().contains("This code is not right")).isEqualTo(i == 1);
        }
        assertThat(browser.open("/account").body()).contains("You have 9 codes left.");
        assertThat(Running.browser()
                        .open("/sign-in/paper")
                        .send(Map.of("code", codes.getLast()))
                        .body())
                .as("with a password, paper alone is not enough")
                .contains("There is no such code");
    }

    @Test
    void aChangedPasswordEndsEveryOtherSession() {
        String email = "changes@example.org";
        Browser here = Running.browser();
        join(here, invitation("member"), "Changes", email);
        Browser there = Running.browser();
        there.signIn(email, Running.PASSWORD);
        Browser.Page form = here.open("/account/password");
        assertThat(form.send(Map.of("password-now", "wrong", "password", "passwordpassword"))
                        .body())
                .contains("This is not the password you have now")
                .contains("This password is easy to guess");
        assertThat(form.send(Map.of("password-now", Running.PASSWORD, "password", "another three or four words"))
                        .body())
                .contains("Your password is changed");
        assertThat(here.open("/account").status()).isEqualTo(200);
        assertThat(there.open("/account").status()).isEqualTo(403);
        assertThat(Running.browser().signIn(email, Running.PASSWORD).body()).contains("is not right");
        assertThat(Running.browser()
                        .signIn(email, "another three or four words")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobodyIsSentToAnotherSiteAfterSigningIn() {
        invited("Next", "next@example.org");
        for (String next : List.of("//evil.example/", "https://evil.example/", "/\\evil.example", "/%0d%0ax", "x")) {
            Browser browser = Running.browser();
            Browser.Page page = browser.open("/sign-in?next="
                            + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8))
                    .send(Map.of("email", "next@example.org", "password", Running.PASSWORD));
            assertThat(page.url()).as(next).startsWith(Running.address() + "/");
        }
        Browser browser = Running.browser();
        assertThat(browser.open("/sign-in?next=/p/doors/plan")
                        .send(Map.of("email", "next@example.org", "password", Running.PASSWORD))
                        .url())
                .endsWith("/p/doors/plan");
    }

    @Test
    void theirLanguageComesWithThem() {
        String email = "cymraeg@example.org";
        Browser welsh = Running.browser();
        String link = invitation();
        welsh.open(link + "?lang=cy");
        join(welsh, link, "Eirlys", email);
        Browser elsewhere = Running.browser();
        assertThat(elsewhere.open("/sign-in").body()).contains("<html lang=\"en\"");
        assertThat(elsewhere.signIn(email, Running.PASSWORD).body()).contains("<html lang=\"cy\"");
        elsewhere.open("/?lang=en");
        Browser third = Running.browser();
        third.open("/?lang=cy");
        assertThat(third.signIn(email, Running.PASSWORD).body())
                .as("changed while signed in, and so remembered")
                .contains("<html lang=\"en\"");
    }

    @Test
    void whoeverTriesAddressesWithAnInvitationLosesIt() {
        invited("Taken", "taken@example.org");
        String link = invitation();
        for (int i = 0; i < 3; i++) {
            assertThat(join(Running.browser(), link, "Prober", "taken@example.org")
                            .body())
                    .contains("There is an account with this email address already");
        }
        assertThat(Running.browser().open(link).status()).isEqualTo(404);
        assertThat(Running.keeper().open("/p/doors/record").body()).contains("address taken");
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
        assertThat(Running.browser().open("/health").body()).contains("UP").doesNotContain("database");
        for (String path :
                List.of("/actuator/env", "/actuator/health", "/actuator/heapdump", "/metrics", "/%6detrics")) {
            assertThat(Running.browser().open(path).status()).as(path).isEqualTo(403);
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
        join(Running.browser(), invitation(), name, email);
    }

    private static Browser.Page join(Browser browser, String link, String name, String email) {
        return Doors.join(browser, link, name, email);
    }

    private static String invitation() {
        return Doors.invitation("member");
    }

    private static String invitation(String role) {
        return Doors.invitation(role);
    }
}
