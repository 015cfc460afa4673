package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ways by which people tell: a device for everybody, a listener, a slip of a practice, a group that collects; and how they add up. */
class WaysTest {

    private static final String HERE = "/p/ways";
    private static final Browser KEEPER = Running.keeper();
    private static String link = "";

    @BeforeAll
    static void aPartnership() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Ways", "name-cy", "Ffyrdd", "place-en", "Here", "place-cy", "Yma"));
        link = link(KEEPER.open(HERE + "/telling").send(Map.of()));
    }

    private static String link(Browser.Page made) {
        Matcher address = Pattern.compile("id=\"link\"><code>https?://[^/]+(/t/[0-9a-z]{12})</code>")
                .matcher(made.body());
        assertThat(address.find()).as(made.body()).isTrue();
        return address.group(1);
    }

    @Test
    void aDeviceForEverybodyForgets() {
        Browser device = Running.browser();
        Browser.Page first = device.open(link + "/kiosk/start");
        assertThat(first.url()).endsWith(link + "/kiosk");
        assertThat(first.headers().get("cache-control").getFirst()).contains("no-store");
        assertThat(first.body())
                .contains("<noscript><meta http-equiv=\"refresh\"")
                .contains("Clear and start again")
                .contains("Are you still there?")
                .contains("autocomplete=\"off\"")
                .contains("kiosk.js")
                .doesNotContain("tell.js")
                .doesNotContain("/t/mine")
                .doesNotContain("href=\"/privacy\"");
        Browser.Page strength =
                device.post(first.url(), with(Telling.hidden(first), Map.of("kind", "story", "strength", "")));
        Browser.Page words = device.post(first.url(), Telling.hidden(strength));
        // In the middle of a sentence somebody changes the language and walks away.
        device.asIs(first.url(), with(Telling.hidden(words), Map.of("words", "half-a-secret", "_language", "cy")));
        Browser.Page next = device.open(link + "/kiosk/start");
        assertThat(next.body()).contains("<html lang=\"en\"").doesNotContain("half-a-secret");
        assertThat(device.open(link + "/kiosk").body()).doesNotContain("half-a-secret");
        // Their old form is worth nothing now, also if a browser would send it again.
        assertThat(device.asIs(first.url(), with(Telling.hidden(words), Map.of("words", "half-a-secret")))
                        .status())
                .isEqualTo(403);

        Browser.Page sent = Telling.story("Told in a waiting room").send(device, link + "/kiosk");
        assertThat(sent.body())
                .contains("class=\"whorl-large\"")
                .contains("Write it down, or photograph it.")
                .contains("I have it, clear the screen")
                .contains("<svg")
                .doesNotContain("href=\"http");
        assertThat(Running.browser().open("/t/mine/" + Telling.code(sent)).body())
                .contains("Told in a waiting room");
    }

    @Test
    void nobodySignedInLeavesThemselvesOnIt() {
        assertThat(KEEPER.open(link + "/kiosk").body())
                .contains("Sign out here first")
                .doesNotContain("name=\"kind\"");
    }

    @Test
    void thePartnershipsLanguageComesFirstAgain() {
        String slug = "/p/yn-gymraeg";
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Yn gymraeg", "name-cy", "Cymraeg", "place-en", "Here", "place-cy", "Yma"));
        Browser.Page settings = KEEPER.open(slug + "/settings");
        Map<String, String> values = Telling.hidden(settings);
        values.putAll(Map.of("name-en", "Yn gymraeg", "name-cy", "Cymraeg", "nation", "wales", "first", "cy"));
        KEEPER.post(settings.url(), values);
        String theirs = link(KEEPER.open(slug + "/telling").send(Map.of()));
        Browser device = Running.browser();
        assertThat(device.open(theirs + "/kiosk/start").body()).contains("<html lang=\"cy\"");
        device.open(theirs + "/kiosk?lang=en");
        assertThat(device.open(theirs + "/kiosk/start").body()).contains("<html lang=\"cy\"");
    }

    @Test
    void aListenerFindsTheFormAndItSaysThatTheyWriteForSomebody() {
        Browser.Page list = KEEPER.open(HERE + "/telling");
        Matcher one =
                Pattern.compile("href=\"(" + HERE + "/telling/[0-9a-f-]{36})\"").matcher(list.body());
        assertThat(one.find()).isTrue();
        Browser.Page page = KEEPER.open(one.group(1));
        assertThat(page.body())
                .contains("?route=telephone")
                .contains("?route=paper")
                .contains("/kiosk/start");
        Browser.Page typed = Running.browser().open(link + "?route=telephone");
        assertThat(typed.body()).contains("You are typing for somebody else");
        assertThat(Telling.hidden(typed)).containsEntry("teller", "typed");
    }

    @Test
    void whoGotASlipMayAgreeToBeContactedAndIsNobodyBefore() {
        String practice = collector("Y Feddygfa", "practice");
        String theirs = link(KEEPER.open(HERE + "/telling").send(Map.of("collector", practice)));
        String slips = KEEPER.open(HERE + "/telling").body();
        Matcher one = Pattern.compile("href=\"(" + HERE + "/telling/[0-9a-f-]{36})\"><code>" + theirs)
                .matcher(slips);
        assertThat(one.find()).isTrue();
        assertThat(KEEPER.open(one.group(1) + "/slips").body())
                .contains("Your practice gives out this slip. It does not learn if you use it")
                .contains("Collected with Y Feddygfa.")
                .contains(theirs + "/contact");
        Browser patient = Running.browser();
        Browser.Page form = patient.open(theirs + "/contact");
        assertThat(form.body()).contains("Collected with Y Feddygfa.");
        Browser.Page blank = form.send(Map.of("age", "adult"));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("Write a telephone number or an e-mail");
        Browser.Page sent =
                form.send(Map.of("contact", "01443 000000", "age", "adult", "words", "After six, about falls"));
        assertThat(patient.open("/t/mine/" + Telling.code(sent)).body())
                .contains("I agree to be contacted. After six, about falls");
    }

    /** IG-09: by whichever way it comes. */
    @Test
    void whoIsUnderSixteenAloneIsNotForThePublicByAnyWay() {
        for (String way : List.of(
                link, link + "/kiosk", link + "?route=telephone", link + "?route=paper", link + "?route=workshop")) {
            Browser teller = Running.browser();
            Browser.Page ready =
                    Telling.story("At school").with("age", "young-alone").written(teller, way);
            for (String wide : List.of("public", "media", "research", "training", "partnership")) {
                assertThat(teller.post(ready.url(), with(Telling.hidden(ready), Map.of("for-" + wide, "yes")))
                                .status())
                        .as("%s for %s", way, wide)
                        .isEqualTo(422);
            }
        }
    }

    @Test
    void howPeopleTellIsShownWithoutGivingAnybodyAway() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Mix", "name-cy", "Cymysgedd", "place-en", "Here", "place-cy", "Yma"));
        assertThat(KEEPER.open("/p/mix/ways").body()).contains("Nobody has told us anything yet.");
        KEEPER.open("/p/mix/collectors").send(Map.of("name", "Red Zebra <b>", "kind", "voluntary"));
        Browser.Page twice =
                KEEPER.open("/p/mix/collectors").send(Map.of("name", "Red Zebra <b>", "kind", "voluntary"));
        assertThat(twice.status()).isEqualTo(422);
        Matcher id = Pattern.compile("/collectors/([0-9a-f-]{36})/code").matcher(twice.body());
        assertThat(id.find()).isTrue();
        Browser.Page renewed = KEEPER.post("/p/mix/collectors/" + id.group(1) + "/code", Map.of("_csrf", twice.csrf()));
        Matcher own =
                Pattern.compile("https?://[^/]+(/t/mine/with/[0-9a-z-]{19})").matcher(renewed.body());
        assertThat(own.find()).as(renewed.body()).isTrue();
        String theirs = link(KEEPER.open("/p/mix/telling").send(Map.of("collector", id.group(1))));
        for (int i = 0; i < 9; i++) {
            Telling.story("One of nine").with("for-partnership", "yes").tell(Running.browser(), theirs);
        }
        assertThat(KEEPER.open("/p/mix/ways").body())
                .contains("people have told us something fewer than ten times")
                .doesNotContain("More than 70 in 100")
                .doesNotContain(">9<");
        for (int i = 0; i < 3; i++) {
            Telling.story("By the link").tell(Running.browser(), theirs);
        }
        Telling.story("By telephone").tell(Running.browser(), theirs + "?route=telephone");
        String mix = KEEPER.open("/p/mix/ways").body();
        assertThat(text(mix))
                .contains("people have told us something 13 times")
                .contains("More than 70 in 100 came by one route: A link or its picture")
                // One call is hidden, and the twelve beside it, or the call could be worked out.
                .contains("A link or its picture *")
                .contains("Telephone *")
                .contains("English 13")
                .contains("Red Zebra &lt;b&gt; 13")
                .contains("Thank you to everybody who listens for us.");
        String collected = text(Running.browser().open(own.group(1)).body());
        assertThat(collected)
                .contains("Thank you, Red Zebra &lt;b&gt;")
                .contains("Through you, people told something 13 times")
                .contains("Waits to be read 13")
                // Nine chose the partnership and four did not: neither is told.
                .contains("Everybody in the partnership *")
                .contains("Everybody 0")
                .doesNotContain("One of nine");
        assertThat(KEEPER.open("/p/mix/ways?lang=cy").body()).contains("mae pobl wedi dweud rhywbeth wrthym 13 gwaith");
        KEEPER.open("/p/mix/ways?lang=en");
        assertThat(Running.browser().open("/t/mine/with/0000-0000-0000-0000").status())
                .isEqualTo(404);
        assertThat(Running.browser().open("/p/mix/collectors").status()).isIn(403, 404);
    }

    private static String collector(String name, String kind) {
        KEEPER.open(HERE + "/collectors").send(Map.of("name", name, "kind", kind));
        return KEEPER.open(HERE + "/telling").option(name);
    }

    private static String text(String body) {
        return body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static Map<String, String> with(Map<String, String> values, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(more);
        return all;
    }
}
