package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stories read by two, apart from each other; and what we say because of them, open down to each quote. */
class SenseTest {

    private static final StoryHouse HOUSE = new StoryHouse("Sense");
    private static final String CODES = HOUSE.here + "/patterns/codes";
    private static final String CLAIMS = HOUSE.here + "/patterns/claims";

    private static Browser.Page addCode(String name) {
        return HOUSE.keeper.open(CODES).send(Map.of("kind", "barrier", "name-en", name, "name-cy", name + " (cy)"));
    }

    private static Browser.Page mark(Browser who, String story, String code, int... sentences) {
        Browser.Page page = who.open(CODES + "/stories/" + story);
        Map<String, String> values = new HashMap<>(Map.of("_csrf", page.csrf(), "code", page.option(code)));
        for (int sentence : sentences) {
            values.put("sentence-" + sentence, "yes");
        }
        return who.post(CODES + "/stories/" + story, values);
    }

    private static Browser.Page close(Browser who, String story) {
        String path = CODES + "/stories/" + story;
        return who.post(path + "/close", Map.of("_csrf", who.open(path).csrf()));
    }

    private static String heard(String word) {
        HOUSE.released(
                Telling.story("Something " + word).with("for-partnership", "yes"),
                word,
                "Nobody rang us " + word + ". The bus had gone. A neighbour took us in.");
        return HOUSE.id(word);
    }

    private static Browser.Page quoted(String claim, String story, int sentence) {
        return HOUSE.member.open(claim + "/quote/" + story).send(Map.of("sentence-" + sentence, "yes"));
    }

    @Test
    void whatTwoReadDifferentlyIsKeptAndNobodySeesItBeforeBothAreDone() {
        String story = heard("darllen" + System.nanoTime());
        assertThat(addCode("Nobody to ring").body()).contains("The code is in the book", "Nobody to ring");
        addCode("No bus home");
        Browser.Page twice = addCode("no  bus HOME");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("This code is in the book already");
        assertThat(HOUSE.keeper.open(CODES).send(Map.of("kind", "magic")).body())
                .contains("Choose what the code says of a story", "Write the code in English or in Welsh");

        String path = CODES + "/stories/" + story;
        assertThat(HOUSE.keeper
                        .post(path, Map.of("_csrf", HOUSE.keeper.open(path).csrf()))
                        .body())
                .contains("Tick at least one sentence", "Choose a code");
        assertThat(mark(HOUSE.keeper, story, "Nobody to ring", 0).body()).contains("It is marked");
        mark(HOUSE.keeper, story, "No bus home", 1, 2);
        assertThat(close(HOUSE.keeper, story).body())
                .contains("A second reader is still needed")
                .contains("The bus had gone. A neighbour took us in.");

        // The second reader sees nothing of the first, before and while they read.
        assertThat(HOUSE.member.open(path).body()).doesNotContain("side by side");
        Browser.Page second = mark(HOUSE.member, story, "No bus home", 1);
        assertThat(second.body())
                .doesNotContain("side by side")
                .doesNotContain("<q class=\"whorl-words\" lang=\"en\">Nobody rang");
        assertThat(HOUSE.carer.open(path).body()).as("nor does anybody else").doesNotContain("side by side");
        assertThat(HOUSE.keeper
                        .post(
                                path + "/note",
                                Map.of("_csrf", HOUSE.keeper.open(path).csrf(), "words", "Early"))
                        .body())
                .contains("Notes come after two have read the story");

        assertThat(close(HOUSE.member, story).body())
                .contains("The readings, side by side", "Dev of Sense", "Nobody rang us");
        assertThat(HOUSE.carer.open(path).body())
                .as("a third who has not begun sees nobody's, or could not read alone any more")
                .doesNotContain("The readings, side by side");
        assertThat(mark(HOUSE.carer, story, "No bus home", 1).body())
                .as("a third who has begun reads alone, too")
                .doesNotContain("side by side");
        Browser.Page late = HOUSE.keeper.open(path);
        assertThat(HOUSE.keeper
                        .post(path, Map.of("_csrf", late.csrf(), "sentence-2", "yes", "code", codeId("No bus home")))
                        .body())
                .as("what is closed stays")
                .contains("That was not done")
                .doesNotContain("nhsuk-notification-banner")
                .contains("It was not saved");
        HOUSE.keeper.post(
                path + "/note",
                Map.of("_csrf", late.csrf(), "words", "One of us hears a telephone in it, the other only a bus."));
        assertThat(HOUSE.member.open(path).body())
                .contains("One of us hears a telephone in it")
                .as("both readings are still there")
                .contains("<q class=\"whorl-words\" lang=\"en\">Nobody rang us")
                .contains("Nobody to ring")
                .contains("<q class=\"whorl-words\" lang=\"en\">The bus had gone. A neighbour took us in.</q>")
                .contains("<q class=\"whorl-words\" lang=\"en\">The bus had gone.</q>");
        assertThat(HOUSE.member.open(CODES + "/agreement").body())
                .containsPattern("(?s)Nobody to ring.*Read differently:.*/stories/" + story)
                .contains("Do new codes still come up?")
                .as("of one story nothing is said beyond chance")
                .contains("nobody can tell yet. It takes 10 stories that two have read.")
                .doesNotContain("95% interval", "They agree enough");
        Browser guest = Running.browser();
        assertThat(guest.open(CODES).status()).isEqualTo(403);
        assertThat(guest.open(path).status()).isEqualTo(403);
    }

    @Test
    void aCodeCanBeRenamedAndNobodyOverwritesAnother() {
        addCode("Nowhere to go");
        String page = CODES + "/" + codeId("Nowhere to go") + "/name";
        Browser.Page first = HOUSE.keeper.open(page + "?lang=en");
        Browser.Page second = HOUSE.member.open(page + "?lang=en");
        assertThat(first.send(Map.of("name-en", "Nowhere to sit", "name-cy", ""))
                        .body())
                .contains("Nowhere to sit", "id=\"undo\"");
        Browser.Page late = second.send(Map.of("name-en", "Nowhere to rest", "name-cy", ""));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("somebody gave it another name first", "Nowhere to sit", "Nowhere to rest");
        assertThat(late.send(Map.of("name-en", "", "name-cy", "")).status()).isEqualTo(422);
        addCode("No bench");
        Browser.Page taken = HOUSE.keeper.open(page).send(Map.of("name-en", "No Bench", "name-cy", ""));
        assertThat(taken.body()).contains("This code is in the book already");
        Browser.Page done = HOUSE.keeper.open(page).send(Map.of("name-en", "Nowhere to rest", "name-cy", ""));
        Map<String, String> undo = new HashMap<>(Map.of("_csrf", done.csrf(), "back", CODES));
        for (String name : List.of("kind", "id", "version")) {
            undo.put(name, StoryHouse.found(done.body(), "(?s)/undo\".*?name=\"" + name + "\" value=\"([^\"]*)\""));
        }
        assertThat(HOUSE.keeper.post(HOUSE.here + "/undo", undo).body()).contains("Nowhere to sit");
        assertThat(Running.browser().open(page).status()).isEqualTo(403);
    }

    /** 20 both, 5 the first alone, 10 the second alone, 15 neither: kappa 0.40, as the books have it. */
    @Test
    void agreementIsTheOneOfTheBooks() {
        StoryHouse house = new StoryHouse("Kappa");
        String codes = house.here + "/patterns/codes";
        house.keeper.open(codes).send(Map.of("kind", "need", "name-en", "Somebody to talk to", "name-cy", ""));
        List<String> stories = house.manyReleased(50);
        for (int i = 0; i < stories.size(); i++) {
            boolean first = i < 25;
            boolean second = i < 20 || (i >= 25 && i < 35);
            read(codes, house.keeper, stories.get(i), first);
            read(codes, house.member, stories.get(i), second);
        }
        assertThat(house.member.open(codes + "/agreement").body())
                .contains("50 stories were read twice")
                .contains("Alike in 35 of 50. Beyond chance: 0.4 (95% interval 0.15 to 0.65)")
                .contains("Nobody can tell yet");
    }

    private static void read(String codes, Browser who, String story, boolean used) {
        String path = codes + "/stories/" + story;
        Browser.Page page = who.open(path);
        if (used) {
            who.post(
                    path,
                    Map.of("_csrf", page.csrf(), "sentence-0", "yes", "code", page.option("Somebody to talk to")));
        }
        who.post(path + "/close", Map.of("_csrf", page.csrf()));
    }

    private static void read(Browser who, String claim, String words) {
        who.post(claim + "/reading", Map.of("_csrf", who.open(claim).csrf(), "reading", words));
    }

    private static String codeId(String name) {
        return HOUSE.asked("select id::text from story_code where name_en = '" + name + "'", String.class);
    }

    @Test
    void aClaimStandsOnQuotesAndLosesThoseThatAreWithdrawn() {
        String word = "dyfyniad" + System.nanoTime();
        String code = HOUSE.released(
                Telling.story("Something " + word).with("for-partnership", "yes"),
                word,
                "Nobody rang us " + word + ". The bus had gone.");
        String story = HOUSE.id(word);
        assertThat(HOUSE.member.open(CLAIMS).send(Map.of("sentence", "")).body())
                .contains("Write what we say, in one sentence");
        Browser.Page draft = HOUSE.member.open(CLAIMS).send(Map.of("sentence", "People wait for a call " + word));
        String claim = CLAIMS + "/" + draft.id();
        assertThat(HOUSE.member
                        .post(claim + "/publish", Map.of("_csrf", draft.csrf(), "version", "1"))
                        .body())
                .contains("Add a quote that may be heard");
        assertThat(Running.browser().open(claim).status()).isEqualTo(404);

        assertThat(quoted(claim, story, 0).body()).contains("<q class=\"whorl-words\" lang=\"en\">Nobody rang us");
        assertThat(HOUSE.member
                        .post(claim + "/publish", Map.of("_csrf", draft.csrf(), "version", "1"))
                        .body())
                .contains("It is published");
        assertThat(Running.browser().open("/t/mine/" + code).body())
                .as("whoever told it reads where it is used")
                .contains("Your words are part of something we say", "People wait for a call " + word);
        assertThat(HOUSE.member.open(claim).body()).contains(HOUSE.here + "/stories/" + story);
        assertThat(Running.browser().open(claim).body())
                .as("a guest reads the claim, and no words that are not for guests")
                .contains("People wait for a call", "Not for you to hear (1)")
                .doesNotContain("Nobody rang us");

        read(HOUSE.member, claim, "It is the telephone: two stories say so.");
        read(HOUSE.keeper, claim, "I hear the bus in it, not the telephone.");
        assertThat(HOUSE.keeper.open(claim).body())
                .as("both stay, with who says so")
                .contains("It is the telephone", "Dev of Sense", "I hear the bus in it");
        assertThat(Running.browser().open(claim).body())
                .contains("It is the telephone")
                .doesNotContain("Dev of Sense");
        Browser.Page open = HOUSE.keeper.open(claim);
        assertThat(HOUSE.keeper
                        .post(
                                claim + "/link",
                                Map.of("_csrf", open.csrf(), "address", "https://a.org/x", "link-name", "x"))
                        .body())
                .contains("Copy the address of a page of this partnership");
        assertThat(HOUSE.keeper
                        .post(
                                claim + "/link",
                                Map.of(
                                        "_csrf",
                                        open.csrf(),
                                        "address",
                                        Running.address() + HOUSE.here + "/findings",
                                        "link-name",
                                        "Our findings"))
                        .body())
                .contains("<a href=\"" + HOUSE.here + "/findings\" lang=\"en\">Our findings</a>");

        Running.browser().open("/t/mine/" + code + "/withdraw").send(Map.of());
        assertThat(HOUSE.member.open(claim).body())
                .contains("Withdrawn (1)", "All the words behind this were withdrawn")
                .doesNotContain("Nobody rang us");
    }
}
