package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coming in by way of one's own organisation, and what it is believed. */
class OrganisationSignInTest {

    private static final Organisation HEALTH = Organisation.HEALTH;

    @Test
    void somebodyInvitedComesInComesBackAndSignsOutThereToo() {
        HEALTH.meet("s-mair", "Mair", "mair@health.example");
        Browser mair = Running.browser();
        assertThat(mair.open(Doors.invitation("member")).body())
                .contains("Sign in with Health Board account")
                .doesNotContain("Other account");
        assertThat(mair.open(Doors.invitation("member") + "/with/health").url()).endsWith("/p/doors");
        assertThat(HEALTH.question().get("redirect_uri")).isEqualTo(Running.address() + "/sign-in/back/health");
        assertThat(HEALTH.question()).containsKeys("state", "nonce", "code_challenge", "max_age");
        assertThat(mair.open("/p/doors/people").body()).contains("Mair");

        Browser.Page gone =
                mair.post("/sign-out", Map.of("_csrf", mair.open("/").csrf()));
        assertThat(gone.url()).isEqualTo(Running.address() + "/");
        assertThat(HEALTH.question())
                .containsKey("id_token_hint")
                .containsEntry("post_logout_redirect_uri", Running.address() + "/");
        assertThat(mair.open("/account").status()).isEqualTo(403);

        Browser anotherDay = Running.browser();
        assertThat(anotherDay.open("/sign-in?lang=cy").body()).contains("Mewngofnodi: Cyfrif y Bwrdd Iechyd");
        assertThat(anotherDay.open("/sign-in/with/health?next=/p/doors/plan").url())
                .endsWith("/p/doors/plan");
    }

    @Test
    void whoIsNotInvitedIsToldHowToBe() {
        HEALTH.meet("s-uninvited", "Nobody yet", "nobody-yet@health.example");
        Browser browser = Running.browser();
        Browser.Page page = browser.open("/sign-in/with/health");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains("You need an invitation")
                .contains("Health Board account has told us who you are");
        assertThat(browser.open("/account").status()).isEqualTo(403);
    }

    @Test
    void anAddressInCommonConnectsNothing() {
        Doors.join(Running.browser(), Doors.invitation("member"), "Gwyn", "gwyn@health.example");
        HEALTH.meet("s-not-gwyn", "Not Gwyn", "gwyn@health.example");
        Browser thief = Running.browser();
        assertThat(thief.open("/sign-in/with/health").body()).contains("You need an invitation");
        String link = Doors.invitation("member");
        assertThat(thief.open(link + "/with/health").body())
                .contains("There is an account here with your email address");
        assertThat(thief.open("/account").status()).isEqualTo(403);
        assertThat(thief.open(link).status()).as("the invitation is still good").isEqualTo(200);
        assertThat(Running.browser().open("/sign-in/with/health").status()).isEqualTo(403);
    }

    @Test
    void anAddressNobodyVouchesForIsNotKept() {
        HEALTH.meet(
                Map.of("sub", "s-loose", "name", "Loose", "email", "victim@health.example", "email_verified", false));
        Browser browser = Running.browser();
        browser.open(Doors.invitation("member") + "/with/health");
        assertThat(browser.open("/account").body()).contains("Loose").doesNotContain("victim@health.example");
    }

    @Test
    void whoHasSignedInConnectsAndDisconnects() {
        Browser eira = Running.browser();
        Doors.join(eira, Doors.invitation("member"), "Eira", "eira@example.org");
        HEALTH.meet("s-eira", "Eira", "eira@health.example");
        String csrf = eira.open("/account").csrf();
        assertThat(eira.open("/account/with/health").status()).as("by a link").isIn(404, 405);
        assertThat(eira.post("/account/with/health", Map.of("_csrf", csrf)).body())
                .contains("From now on your organisation signs you in")
                .contains("Health Board account signs you in");
        Browser elsewhere = Running.browser();
        elsewhere.open("/sign-in/with/health");
        assertThat(elsewhere.open("/account").body()).contains("eira@example.org");

        // The same identity is nobody else's any more.
        Browser other = Running.browser();
        Doors.join(other, Doors.invitation("member"), "Other", "other@example.org");
        assertThat(other.post(
                                "/account/with/health",
                                Map.of("_csrf", other.open("/account").csrf()))
                        .body())
                .contains("it signs in to another account here");

        assertThat(eira.post(
                                "/account/with/health/remove",
                                Map.of("_csrf", eira.open("/account").csrf()))
                        .body())
                .contains("It is disconnected");
        assertThat(elsewhere.open("/account").status())
                .as("every other session")
                .isEqualTo(403);
        assertThat(Running.browser().open("/sign-in/with/health").status()).isEqualTo(403);
    }

    @Test
    void theOnlyWayInStays() {
        HEALTH.meet("s-only", "Only", "only@health.example");
        Browser only = Running.browser();
        only.open(Doors.invitation("member") + "/with/health");
        Browser.Page account = only.open("/account");
        assertThat(account.body()).doesNotContain("Disconnect");
        only.post("/account/with/health/remove", Map.of("_csrf", account.csrf()));
        Browser again = Running.browser();
        again.open("/sign-in/with/health");
        assertThat(again.open("/account").body()).contains("only@health.example");
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNED_BY_ANOTHER, You are not signed in",
        "SIGNED_BY_NOBODY,  You are not signed in",
        "FOR_ANOTHER,       You are not signed in",
        "FROM_ANOTHER,      You are not signed in",
        "ANOTHER_NONCE,     You are not signed in",
        "DENIED,            You are not signed in",
        "NO_TOKEN,          You are not signed in",
        "OTHER_STATE,       That took too long",
        "TOO_OLD,           Two clocks do not agree",
        "FROM_TOMORROW,     Two clocks do not agree"
    })
    void aProofThatIsNotRightLetsNobodyIn(Organisation.Twist twist, String heading) {
        HEALTH.meet("s-twisted", "Twisted", "twisted@health.example");
        HEALTH.twist(twist);
        Browser browser = Running.browser();
        String link = Doors.invitation("member");
        Browser.Page page = browser.open(link + "/with/health");
        assertThat(page.body()).contains("<h1>" + heading + "</h1>").contains("href=\"" + link + "/with/health\"");
        assertThat(browser.open("/account").status()).isEqualTo(403);
    }

    @Test
    void oneThatDoesNotAnswerIsSaidToBeAway() {
        Browser browser = Running.browser();
        Browser.Page page = browser.open("/sign-in/with/away?lang=cy&next=/p/doors");
        assertThat(page.status()).isEqualTo(502);
        assertThat(page.body())
                .contains("Nid yw Cyfrif y Cyngor yn ateb")
                .contains("href=\"/sign-in/with/away?next=%2Fp%2Fdoors\"");
        assertThat(browser.open("/sign-in").status()).as("everybody else").isEqualTo(200);
        for (String path : List.of(
                "/sign-in/with/never",
                "/sign-in/at/never",
                "/sign-in/at/away",
                "/sign-in/back/never",
                "/sign-in/trouble/away/never",
                "/sign-in/trouble/never/health")) {
            assertThat(browser.open(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void oneIsOfferedToNewcomersOnlyWhereItMayBe() {
        HEALTH.meet("s-elsewhere", "Elsewhere", "elsewhere@health.example");
        assertThat(Running.browser()
                        .open(Doors.invitation("member") + "/with/elsewhere")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''       | ''        | false",
                "1        | pwd       | false",
                "1        | otp       | false",
                "''       | pwd pin   | false",
                "''       | pwd otp   | true",
                "''       | hwk face  | true",
                "''       | mfa       | true",
                "phr      | ''        | true",
                "phrh     | ''        | true"
            })
    void aSecondStepSeenThereIsNotAskedForHere(String acr, String amr, boolean enough) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "sub",
                "s-" + acr + amr,
                "name",
                "Huw",
                "auth_time",
                Instant.now().getEpochSecond()));
        claims.put("acr", acr);
        claims.put("amr", List.of(amr.split(" ")));
        HEALTH.meet(claims);
        Browser huw = Running.browser();
        Browser.Page page = huw.open(Doors.invitation("finance-lead") + "/with/health");
        assertThat(page.url().contains("/account/second-step")).isNotEqualTo(enough);
        assertThat(huw.open("/p/doors").body().contains("Part of what you do here waits"))
                .isNotEqualTo(enough);
        if (!enough) {
            // Ours instead, and from now on each time.
            huw.withSecondStep(page);
            assertThat(huw.open("/p/doors").body()).doesNotContain("Part of what you do here waits");
            Browser again = Running.browser();
            Browser.Page asked = again.open("/sign-in/with/health?next=/p/doors");
            assertThat(asked.url()).endsWith("/sign-in/code");
            assertThat(again.open("/account").status()).isEqualTo(403);
            assertThat(asked.send(Map.of("code", huw.app().code())).url()).endsWith("/p/doors");
        }
    }

    @Test
    void aSessionOverThereIsNotEnoughToChangeHowOneSignsIn() {
        HEALTH.meet(Map.of(
                "sub", "s-stale", "name", "Stale", "auth_time", Instant.now().getEpochSecond() - 3600));
        Browser browser = Running.browser();
        browser.open(Doors.invitation("member") + "/with/health");
        assertThat(browser.open("/account/password").url()).contains("/sign-in?next=");
        HEALTH.meet(Map.of(
                "sub", "s-stale", "name", "Stale", "auth_time", Instant.now().getEpochSecond()));
        browser.open("/sign-in/with/health?next=/account/password");
        assertThat(HEALTH.question()).containsEntry("prompt", "login").containsEntry("max_age", "0");
        assertThat(browser.open("/account/password").url()).endsWith("/account/password");
    }

    @Test
    void anAnswerComesToWhoeverAskedAndOnce() {
        HEALTH.meet("s-once", "Once", "once@health.example");
        Browser once = Running.browser();
        once.open(Doors.invitation("member") + "/with/health");
        String state = HEALTH.question().get("state");
        for (Browser each : List.of(once, Running.browser())) {
            assertThat(each.open("/sign-in/back/health?code=x&state="
                                    + java.net.URLEncoder.encode(state, java.nio.charset.StandardCharsets.UTF_8))
                            .body())
                    .contains("That took too long");
        }
        Browser guesser = Running.browser();
        for (int i = 0; i < 30; i++) {
            guesser.open("/sign-in/back/health?code=x&state=" + i);
        }
        assertThat(guesser.open("/sign-in/back/health?code=x&state=y").status()).isEqualTo(429);
    }

    @Test
    void theSecretIsInNoLog() throws IOException {
        Running.browser().open("/sign-in/with/away");
        HEALTH.meet("s-log", "Quiet Person", "quiet-person@health.example");
        HEALTH.twist(Organisation.Twist.NO_TOKEN);
        Running.browser().open(Doors.invitation("member") + "/with/health");
        assertThat(Files.readString(Running.data().resolve("whorl.log")))
                .contains("the sign-in of 'away' cannot be reached")
                .contains("the sign-in of 'health' ended with failed")
                .doesNotContain(Organisation.SECRET)
                .doesNotContain("Quiet Person");
    }
}
