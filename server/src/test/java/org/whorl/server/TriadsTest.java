package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whorl.server.people.PrivateCode;

/** Tellers put their own stories between three ends; ten together are told of, four never. */
class TriadsTest {

    private static final Map<String, String> WORDS = Map.of(
            "question-en", "What helped most?",
            "first-en", "My people",
            "second-en", "My services",
            "third-en", "My own ways",
            "question-cy", "Beth helpodd fwyaf?",
            "first-cy", "Fy mhobl",
            "second-cy", "Fy ngwasanaethau",
            "third-cy", "Fy ffyrdd fy hun");

    private static int houses;

    private StoryHouse house = new StoryHouse("Triads" + ++houses);
    private String triads = "";
    private String one = "";

    @BeforeEach
    void somethingIsAsked() {
        triads = house.here + "/patterns/triads";
        Browser.Page form = house.keeper.open(triads + "/new?shape=triad&lang=en");
        assertThat(form.body()).contains("value=\"What helped most?\"").contains("value=\"Fy mhobl\"");
        Browser.Page asked = form.send(WORDS);
        assertThat(asked.body()).contains("What helped most?").contains("It is asked of whoever tells us");
        one = StoryHouse.found(asked.body(), "href=\"(" + triads + "/[0-9a-f-]{36})\"");
    }

    /** A story that a trained person has read, as if it had been told long ago; its code. */
    private String told(String language, String route) {
        String code = PrivateCode.fresh();
        assertThat(house.changed(
                        """
                        insert into contribution (partnership, id, kind, route, language, words, code, teller, age, country,
                            name_choice, answer_in, state, told_at, looked_at)
                        select id, gen_random_uuid(), 'story', '%s', '%s', 'x', '\\x%s', 'own', 'adult', 'wales', 'none', 'en',
                            'looked-at', now(), now() from partnership""".formatted(route, language, HexFormat.of().formatHex(PrivateCode.fingerprint(code)))))
                .isEqualTo(1);
        return code;
    }

    private static Map<String, String> words(String field, String value) {
        Map<String, String> words = new HashMap<>(WORDS);
        words.put(field, value);
        return words;
    }

    private static Map<String, String> numbers(int... parts) {
        Map<String, String> numbers = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            numbers.put("part-" + (i + 1), Integer.toString(parts[i]));
        }
        return numbers;
    }

    private Browser.Page place(String code, Map<String, String> values) {
        Browser teller = Running.browser();
        String question = one.substring(one.lastIndexOf('/') + 1);
        Map<String, String> all = new HashMap<>(Map.of(
                "_csrf", teller.open("/t/mine/" + code + "/place?lang=en").csrf()));
        all.putAll(values);
        return teller.post("/t/mine/" + code + "/place/" + question, all);
    }

    @Test
    void twoEndsAreNeverTheSame() {
        Browser.Page again =
                house.keeper.open(triads + "/new?shape=triad&lang=en").send(words("third-en", "my PEOPLE"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Two ends say the same. Write another", "href=\"#third-en\"");
    }

    private String seen() {
        return Running.browser().open(one + "?lang=en").body();
    }

    private static String text(String body) {
        return body.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    /** By hand: roots of .6 x .2, .3 x .6 and .1 x .2 are .3464, .4243 and .1414; of their sum 38, 47 and 16 in 100. */
    @Test
    void theMiddleIsTheClosedGeometricMean() {
        for (int i = 0; i < 9; i++) {
            place(told("en", "page"), i % 2 == 0 ? numbers(60, 30, 10) : numbers(20, 60, 20));
            assertThat(text(seen()))
                    .as("after " + (i + 1))
                    .contains("Cannot tell yet")
                    .contains("Marks *");
        }
        place(told("en", "page"), numbers(20, 60, 20));
        String page = text(seen());
        assertThat(page)
                .contains("Marks 10")
                .containsPattern("My people 38(.0)?% \\([.\\d]+% to [.\\d]+%\\)")
                .containsPattern("My services (47|46.5)% \\([.\\d]+% to [.\\d]+%\\)")
                .containsPattern("My own ways (16|15.5)% \\([.\\d]+% to [.\\d]+%\\)")
                .contains("No end stands out clearly")
                .contains("Does not apply 0");
        assertThat(seen()).contains("class=\"w-chart").doesNotContain("9 in 10 marks lie within");
        assertThat(text(Running.browser().open(triads + "?lang=cy").body())).contains("Marciau: 10");
    }

    @Test
    void groupsThatDifferAreSaidToAndFourNeverShow() {
        for (int i = 0; i < 20; i++) {
            place(told("en", i % 2 == 0 ? "page" : "link"), numbers(80 - i % 4 / 2, 10, 10));
        }
        List<String> welsh = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            welsh.add(told("cy", "page"));
            place(welsh.getLast(), numbers(10, 80, 10));
        }
        // The four are neither shown nor to be worked out: 20 and all 24 would give them away.
        String four = text(seen());
        String language = four.substring(four.indexOf("By language"), four.indexOf("By the way it was told"));
        assertThat(language).contains("Cannot tell: there are no two groups").doesNotContain("English");
        assertThat(four).contains("9 in 10 marks lie within");
        assertThat(four.substring(four.indexOf("By the way it was told"), four.indexOf("By place")))
                .contains("Cannot tell them apart")
                .contains("A link or its picture 10");
        for (int i = 0; i < 8; i++) {
            place(told("cy", "page"), numbers(10, 80, 10));
        }
        String twelve = text(seen());
        assertThat(twelve.substring(twelve.indexOf("By language"), twelve.indexOf("By the way it was told")))
                .contains("They differ. Chance alone sets them so far apart in about 1 of 1,000 draws.")
                .containsPattern("20 (79[.]\\d|80)%")
                .containsPattern("12 10(.0)?%");
    }

    @Test
    void numbersNeedNotAddUpAndButtonsDoToo() {
        String code = told("en", "page");
        assertThat(text(place(code, numbers(60, 30, 30)).body()))
                .contains("My people: 50%")
                .contains("My services: 25%")
                .contains("Your numbers came to 120, not 100");
        Browser.Page blank = place(code, Map.of());
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("Write how much of each");
        assertThat(place(code, Map.of("part-1", "much", "part-2", "1")).body()).contains("Write a number, such as 40");
        assertThat(place(code, Map.of("part-1", "-5", "part-2", "10")).status()).isEqualTo(422);
        assertThat(text(place(code, Map.of("part-1", "33,3 %", "part-2", "66.7"))
                        .body()))
                .contains("My people: 33%")
                .contains("My services: 67%")
                .doesNotContain("not 100");
        assertThat(text(place(code, Map.of("mostly", "3")).body())).contains("My own ways: 80%");
        assertThat(text(place(code, Map.of("none", "yes")).body())).contains("You said that this does not apply");
        assertThat(house.asked("select count(*) from story_placement", Long.class))
                .isEqualTo(1);
        Browser teller = Running.browser();
        Browser.Page all = teller.open("/t/mine/" + code + "/place?lang=en");
        assertThat(all.body()).contains("You have answered all there is");
        assertThat(teller.post(
                                all.url().replaceFirst("\\?.*", "") + "/" + one.substring(one.lastIndexOf('/') + 1)
                                        + "/take-back",
                                Map.of("_csrf", all.csrf()))
                        .body())
                .contains("It is gone");
        assertThat(house.asked("select count(*) from story_placement", Long.class))
                .isZero();
    }

    @Test
    void whatIsHeldIsNotCountedAndWhatIsTakenBackIsGone() {
        Browser.Page sent = Telling.story("Ann came by").send(Running.browser(), house.link);
        assertThat(sent.body()).contains("Say what your story means");
        String held = Telling.code(sent);
        place(held, numbers(10, 10, 80));
        for (int i = 0; i < 9; i++) {
            place(told("en", "page"), numbers(60, 30, 10));
        }
        place(told("en", "page"), Map.of("none", "yes"));
        assertThat(text(seen())).contains("Cannot tell yet");
        String read = house.released(
                Telling.story("Bethan rang").with("for-partnership", "yes"), "Bethan", "A neighbour rang.");
        place(read, numbers(60, 30, 10));
        assertThat(text(seen())).contains("Marks 10").contains("Does not apply *");
        assertThat(house.member.open(one + "?lang=en").body())
                .contains("A neighbour rang.")
                .contains("/stories/" + house.asked("select contribution::text from released", String.class));
        assertThat(seen()).as("told to the partnership only").doesNotContain("A neighbour rang.");
        Browser teller = Running.browser();
        Browser.Page sure = teller.open("/t/mine/" + read + "/withdraw");
        sure.send(Map.of());
        assertThat(text(seen())).contains("Cannot tell yet");
        assertThat(house.asked("select count(*) from story_placement", Long.class))
                .isEqualTo(11);
        assertThat(house.keeper.open(house.here + "/record").body()).doesNotContain(held);
    }

    @Test
    void onlyWhoHelpsTheGroupAsks() {
        assertThat(house.member.open(triads).body()).doesNotContain("Ask a question with three ends");
        assertThat(house.member.open(triads + "/new").status()).isEqualTo(403);
        Browser.Page page = house.keeper.open(one + "/change?lang=en");
        assertThat(page.send(words("third-cy", " ")).body()).contains("Write each end in both languages");
        assertThat(house.keeper
                        .open(one + "/change")
                        .send(words("third-en", "My own way"))
                        .body())
                .contains("My own way")
                .contains("id=\"undo\"");
        Map<String, String> stale = new HashMap<>(Telling.hidden(page));
        stale.putAll(words("question-en", "What helped?"));
        assertThat(house.keeper.post(one + "/change", stale).status()).isEqualTo(422);
        Browser.Page now = house.keeper.open(one);
        assertThat(house.keeper
                        .post(
                                one + "/asked",
                                Map.of(
                                        "_csrf",
                                        now.csrf(),
                                        "asked",
                                        "no",
                                        "version",
                                        StoryHouse.found(now.body(), "name=\"version\" value=\"(\\d+)\"")))
                        .body())
                .contains("It is no longer asked");
        String code = told("en", "page");
        assertThat(Running.browser().open("/t/mine/" + code).body()).doesNotContain("/place");
        assertThat(Running.browser().open("/t/mine/" + code + "/place?lang=en").body())
                .contains("Nothing is asked here");
        assertThat(Running.browser()
                        .open("/t/mine/" + PrivateCode.fresh() + "/place")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDyadIsAHistogram() {
        house.keeper
                .open(triads + "/new?shape=dyad&lang=en")
                .send(Map.of(
                        "question-en", "Who decided?",
                        "first-en", "Me",
                        "second-en", "Others",
                        "question-cy", "Pwy benderfynodd?",
                        "first-cy", "Fi",
                        "second-cy", "Pobl eraill"));
        String id = house.asked("select id::text from triad where shape = 'dyad'", String.class);
        one = triads + "/" + UUID.fromString(id);
        for (int i = 0; i < 10; i++) {
            place(told("en", "page"), i < 8 ? numbers(90, 10) : numbers(10, 90));
        }
        // By hand: log(9) eight times less twice is 6/10 of log(9); 9 to the power of .6 is 3.737, and that is 79 in
        // 100.
        assertThat(text(seen()))
                .containsPattern("Me (79|78.9)% \\([.\\d]+% to [.\\d]+%\\)")
                .contains("More: Me 80%")
                .contains("In between 0");
    }
}
