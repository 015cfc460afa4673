package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.whorl.server.design.Assets;

/** Telling, as people do who have neither an account nor script. */
class TellTest {

    private static final String HERE = "/p/tells";
    private static final Browser KEEPER = Running.keeper();
    private static String link = "";

    @BeforeAll
    static void aPartnershipThatIsNotOpen() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Tells", "name-cy", "Dweud straeon", "place-en", "Here", "place-cy", "Yma"));
        Browser.Page made = KEEPER.open(HERE + "/telling").send(Map.of());
        Matcher address =
                Pattern.compile("<code>https?://[^/]+(/t/[0-9a-z]{12})</code>").matcher(made.body());
        assertThat(address.find()).isTrue();
        assertThat(made.body()).contains("<svg");
        link = address.group(1);
    }

    @Test
    void whoeverHasTheLinkTellsWithoutAnAccountAndSeesNothingElse() {
        Browser gwen = Running.browser();
        assertThat(gwen.open(HERE).status()).isEqualTo(404);
        Browser.Page first = gwen.open(link);
        assertThat(first.body())
                .contains("call 999")
                .contains("Nobody watches this page all day")
                .doesNotContain("<textarea")
                .doesNotContain("whorl.js");
        Browser.Page second = gwen.post(link, with(Telling.hidden(first), Map.of("kind", "story")));
        assertThat(second.body()).contains("<h1>First: what goes well?</h1>").contains("Question 2 of 10");
        Browser.Page sent = Telling.story("A quiet word").send(gwen, link);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.body()).contains("It has arrived").contains("within five working days");
        String code = Telling.code(sent);
        Browser.Page own =
                Running.browser().open("/t/mine").send(Map.of("code", code.toUpperCase(java.util.Locale.ROOT)));
        assertThat(own.body())
                .contains("A quiet word")
                .contains("My neighbour Eirlys")
                .contains("Nobody has seen it")
                .contains("A person answers you here by");
    }

    @Test
    void theSameKeyTwiceIsOneStory() {
        Browser teller = Running.browser();
        Browser.Page ready = Telling.story("Sent by a finger that trembles").written(teller, link);
        String one = Telling.code(teller.post(link, Telling.hidden(ready)));
        String two = Telling.code(teller.post(link, Telling.hidden(ready)));
        // Another day, another session, the same outbox.
        Browser later = Running.browser();
        Map<String, String> again = Telling.hidden(ready);
        again.put("_csrf", later.open(link).csrf());
        String three = Telling.code(later.post(link, again));
        assertThat(List.of(two, three)).containsOnly(one);
        withdraw(one);
        assertThat(Running.browser().open("/t/mine/" + one).status()).isEqualTo(404);
    }

    @Test
    void whatIsMissingIsSaidOnItsScreen() {
        Browser teller = Running.browser();
        Map<String, String> answers = new HashMap<>(Telling.hidden(teller.open(link)));
        answers.put("kind", "barrier");
        Browser.Page strength = teller.post(link, answers);
        Browser.Page about = teller.post(link, Telling.hidden(strength));
        assertThat(about.body()).contains("<h1>Which rule, form or handover gets in the way?</h1>");
        Browser.Page blank = teller.post(link, Telling.hidden(about));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("Say which rule, form or handover gets in the way");
        assertThat(teller.post(link, with(Telling.hidden(about), Map.of("about", "Dr Jones at the surgery")))
                        .body())
                .contains("Name a rule, a form or a handover here, not a person");
        Browser.Page words = teller.post(link, with(Telling.hidden(about), Map.of("about", "The form for equipment")));
        Map<String, String> angry = with(Telling.hidden(words), Map.of("words", "The council never answers. Useless!"));
        Browser.Page once = teller.post(link, angry);
        assertThat(once.body())
                .contains("It reads as if somebody is blamed")
                .contains("What happens at the handover is")
                .contains("The council never answers. Useless!");
        Browser.Page on = teller.post(link, with(Telling.hidden(once), Map.of("words", "The council never answers.")));
        assertThat(on.body()).as("anger may be said").contains("<h1>Whose words are these?</h1>");
        Browser.Page back = teller.post(link, with(Telling.hidden(on), Map.of("back", "yes")));
        assertThat(back.body())
                .contains("The council never answers.")
                .contains("<h1>What happens there, and how often?</h1>");
        // A form made by hand, with everything missing.
        Browser.Page forged =
                teller.post(link, Map.of("_csrf", back.csrf(), "step", "check", "kind", "story", "words", "x"));
        assertThat(forged.status()).isEqualTo(422);
        assertThat(forged.body()).contains("Say whose words these are");
    }

    @Test
    void whoIsUnderSixteenAloneChoosesNobodyButTheTeam() {
        Browser teller = Running.browser();
        Browser.Page ready = Telling.story("At school")
                .with("age", "young-alone")
                .with("for-team", "yes")
                .written(teller, link);
        assertThat(ready.body()).contains("The team that asked");
        Browser.Page forged = teller.post(link, with(Telling.hidden(ready), Map.of("for-public", "yes")));
        assertThat(forged.status()).isEqualTo(422);
    }

    @Test
    void theLanguageCanBeChangedInTheMiddleAndNothingIsLost() {
        Browser teller = Running.browser();
        Map<String, String> values = with(Telling.hidden(teller.open(link)), Map.of("kind", "story"));
        Browser.Page strength = teller.post(link, values);
        Browser.Page words =
                teller.post(link, with(Telling.hidden(strength), Map.of("strength", "Mae Eirlys yn galw")));
        Browser.Page welsh = teller.post(
                link, with(Telling.hidden(words), Map.of("words", "Neb yn dweud <dim>", "_language", "cy")));
        assertThat(welsh.body())
                .contains("<html lang=\"cy\"")
                .contains("Beth ddigwyddodd?")
                .contains("Neb yn dweud &lt;dim&gt;")
                .contains("Mae Eirlys yn galw");
        Browser.Page on = teller.post(link, with(Telling.hidden(welsh), Map.of("words", "Neb yn dweud dim")));
        assertThat(Telling.hidden(on)).containsEntry("words-in", "cy").containsEntry("strength", "Mae Eirlys yn galw");
    }

    /** A link on a slow telephone: the page and all it needs. */
    @Test
    void theFirstViewIsSmall() throws IOException, InterruptedException {
        for (String address : List.of(link, link + "?lang=cy")) {
            int bytes = 0;
            byte[] page = compressed(address);
            bytes += page.length;
            String html = new String(
                    new GZIPInputStream(new ByteArrayInputStream(page)).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            Matcher needed = Pattern.compile("<(?:link rel=\"stylesheet\" href|script[^>]* src)=\"([^\"]+)\"")
                    .matcher(html);
            while (needed.find()) {
                bytes += compressed(needed.group(1)).length;
            }
            bytes += compressed(Running.bean(Assets.class).address("telling-store.js")).length;
            assertThat(bytes).as(address).isBetween(20_000, 50_000);
        }
    }

    private static byte[] compressed(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(URI.create(Running.address() + path))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
            return response.body();
        }
    }

    @Test
    void aSheetOfPaperIsTypedInWithTheCodeItsTellerKeeps() {
        String sheet = KEEPER.open(HERE + "/tell/paper").body();
        assertThat(sheet).contains("call 999").contains("<svg").doesNotContain("{0}");
        Matcher kept =
                Pattern.compile("<code id=\"code\">([0-9a-z-]{19})</code>").matcher(sheet);
        assertThat(kept.find()).isTrue();
        String typed = HERE + "/tell?route=paper&key=" + kept.group(1);
        assertThat(Telling.story("On paper").tell(KEEPER, typed)).isEqualTo(kept.group(1));
        assertThat(Telling.story("On paper").tell(KEEPER, typed)).isEqualTo(kept.group(1));
        assertThat(Running.browser().open("/t/mine/" + kept.group(1)).body()).contains("On paper");
    }

    @Test
    void whoTellsStandsNowhere() throws IOException {
        String word = "unmistakable-" + System.nanoTime();
        Browser member = KEEPER;
        String code = Telling.story(word).tell(member, HERE + "/tell");
        assertThat(KEEPER.open(HERE + "/record").body())
                .contains("told something")
                .doesNotContain(word)
                .containsPattern("(?s)guest.{0,200}told something");
        assertThat(Files.readString(Running.data().resolve("whorl.log")))
                .doesNotContain(word)
                .doesNotContain(code);
        assertThat(KEEPER.open(HERE + "/search?q=" + word).body()).contains("Nothing found");
        assertThat(KEEPER.open(HERE + "/stories").body()).doesNotContain(word);
    }

    private static void withdraw(String code) {
        Browser browser = Running.browser();
        Browser.Page sure = browser.open("/t/mine/" + code + "/withdraw");
        assertThat(sure.body()).contains("Safety copies still hold your words");
        assertThat(sure.send(Map.of()).body()).contains("Your words are deleted");
    }

    private static Map<String, String> with(Map<String, String> values, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(more);
        return all;
    }
}
