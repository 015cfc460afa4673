package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.whorl.server.news.What;

/** Members are told what concerns them, once, without anybody's words; they look at it, and mute what they like. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewsTest {

    private static final String HERE = "/p/telling";

    private static final Browser keeper = Running.keeper();
    private static final Browser mair = Running.browser();
    private static String spiral = "";

    @BeforeAll
    static void twoPeople() {
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Telling", "name-cy", "Dweud", "place-en", "Here", "place-cy", "Yma"));
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(keeper.open(HERE + "/people/invite")
                        .send(Map.of("role", "facilitator"))
                        .body());
        assertThat(link.find()).isTrue();
        mair.open(link.group()).send(Map.of("name", "Mair", "email", "mair@example.org", "password", Running.PASSWORD));
        mair.signIn("mair@example.org", Running.PASSWORD);
        Browser.Page form = keeper.open(HERE + "/spirals/new");
        spiral = form.send(Map.of("question", "A secret question?", "population", "All", "place", form.option("Here")))
                .id();
    }

    @Test
    @Order(1)
    void whoIsAskedIsToldAndWhoAskedHearsTheAnswer() {
        assertThat(mair.open(HERE).body()).contains("1 new");
        Browser.Page ask = keeper.open(HERE + "/asks/new");
        ask.send(Map.of(
                "kind", "time", "what", "Could you carry the chairs?", "minutes", "10", "of", ask.option("Mair")));
        Browser.Page news = mair.open(HERE + "/news");
        assertThat(news.body())
                .contains("2 new")
                .contains("Somebody asks you for something.")
                .contains("A spiral has begun.")
                .doesNotContain("chairs")
                .doesNotContain("secret question")
                .doesNotContain("Keeper");
        assertThat(keeper.open(HERE + "/news").body())
                .as("nobody is told what they did themselves")
                .contains("Nobody has had to tell you anything yet.");

        Browser.Page opened = mair.open(notice(news, "Somebody asks you for something."));
        assertThat(opened.body()).contains("Could you carry the chairs?").contains("1 new");
        Map<String, String> answer = new HashMap<>(Map.of("_csrf", opened.csrf(), "spiral", spiral, "answer", "yes"));
        answer.put("ask", first(opened.body(), "name=\"ask\" value=\"([^\"]+)\""));
        answer.put("version", "1");
        mair.post(HERE + "/asks/answer", answer);
        assertThat(keeper.open(HERE + "/news").body()).contains("What you asked for has been answered.");
    }

    @Test
    @Order(2)
    void whatSomebodyChangedAfterMeIsToldOnce() {
        String scope = HERE + "/spirals/" + spiral + "/scope";
        String place = keeper.open(scope).option("Here");
        Map<String, String> words = new HashMap<>(Map.of("population", "All", "place", place, "why", "clearer"));
        mair.open(scope).send(with(words, "Mair's words?"));
        keeper.open(scope).send(with(words, "The keeper's words?"));
        keeper.open(scope).send(with(words, "The keeper's second words?"));
        assertThat(mair.open(HERE + "/news").body().split("Somebody has changed what you had changed", -1))
                .hasSize(2);
    }

    @Test
    @Order(3)
    void whatIsMutedIsNotToldAndTheRestIs() {
        Browser.Page choices = mair.open(HERE + "/news/choices");
        assertThat(choices.body().split("checked", -1)).hasSize(What.values().length + 1);
        Map<String, String> all = new HashMap<>(Map.of("asked", "yes", "answered", "yes", "changed", "yes"));
        all.put("spiral-started", "yes");
        assertThat(choices.send(all).body()).contains("Saved.");
        mair.post(HERE + "/news/read", Map.of("_csrf", choices.csrf()));
        assertThat(mair.open(HERE).body()).doesNotContain("whorl-count");
        Map<String, String> answers = Map.of("learned", "Much", "joined", "Nobody", "matters", "All");
        keeper.open(HERE + "/spirals/" + spiral + "/close").send(answers);
        assertThat(mair.open(HERE + "/news").body()).doesNotContain("A turn was closed");
        all.put("turn-closed", "yes");
        mair.open(HERE + "/news/choices").send(all);
        keeper.open(HERE + "/spirals/" + spiral + "/close").send(answers);
        assertThat(mair.open(HERE + "/news").body()).contains("A turn was closed");
    }

    @Test
    @Order(4)
    void longerWorkIsToldWhenItHasEnded() {
        Browser.Page started =
                keeper.post(HERE + "/jobs", Map.of("_csrf", keeper.open(HERE).csrf(), "kind", "verify"));
        assertThat(started.status()).isEqualTo(200);
        for (int i = 0; !keeper.open(HERE + "/news").body().contains("The longer work you started"); i++) {
            assertThat(i).isLessThan(200);
            LockSupport.parkNanos(100_000_000);
        }
        Browser.Page news = keeper.open(HERE + "/news");
        assertThat(keeper.open(notice(news, "The longer work you started has come to its end."))
                        .body())
                .contains("No line has been changed or removed.");
    }

    @Test
    @Order(5)
    void newsIsOnesOwn() {
        Browser.Page news = mair.open(HERE + "/news");
        String path = first(news.body(), "href=\"(" + HERE + "/news/[0-9a-f-]{36})\"");
        assertThat(keeper.open(path).status()).isEqualTo(404);
        assertThat(Running.browser().open("/p/cwm-taf-morgannwg/news").status()).isEqualTo(403);
        assertThat(Running.browser().open(HERE + "/news").status()).isEqualTo(404);
        assertThat(mair.open(HERE + "/news?lang=cy").body())
                .contains("Newyddion")
                .contains("Cafodd tro ei gau.");
        mair.open(HERE + "?lang=en");
        assertThat(keeper.open(HERE + "/record").body())
                .as("who read what stands in no record")
                .contains("no line has been changed or removed")
                .doesNotContain("whorl-id\">notice");
    }

    private static Map<String, String> with(Map<String, String> values, String question) {
        Map<String, String> all = new HashMap<>(values);
        all.put("question", question);
        return all;
    }

    /** The address of the notice that says this. */
    private static String notice(Browser.Page page, String says) {
        return first(page.body(), "href=\"(" + HERE + "/news/[0-9a-f-]{36})\">" + Pattern.quote(says));
    }

    private static String first(String body, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(body);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
