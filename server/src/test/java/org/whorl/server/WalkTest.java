package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do, step by step, without script. */
class WalkTest {

    private static final String EXAMPLE = "/p/cwm-taf-morgannwg";

    @Test
    void aGuestLooksAtTheExampleInEitherLanguage() {
        Browser guest = Running.browser();
        assertThat(guest.open("/").body()).contains("Look at the example: Cwm Taf Morgannwg");
        Browser.Page home = guest.open(EXAMPLE);
        assertThat(home.body())
                .contains("What already works when someone comes home from hospital here?")
                .contains("We are in turn 3")
                .contains("131 people have taken part so far.")
                .contains("The people and what they say are made up.")
                .doesNotContain("Gwen");
        Browser.Page welsh = guest.open(EXAMPLE + "?lang=cy");
        assertThat(welsh.body())
                .contains("<html lang=\"cy\"")
                .contains("Beth sy'n gweithio eisoes")
                .contains("Cyfieithwyd gan berson");
        assertThat(guest.open(EXAMPLE + "/plan").body())
                .as("the language is remembered")
                .contains("Mae twll yn y cynllun");
    }

    @Test
    void theExampleShowsTheHoleInItsPlan() {
        assertThat(Running.browser().open(EXAMPLE + "/plan").body()).contains("Months 8–9 have no step");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/people", "/record", "/spirals/new", "/asks/new", "/people/invite"})
    void aGuestDoesNothingElse(String path) {
        assertThat(Running.browser().open(EXAMPLE + path).status()).isEqualTo(403);
    }

    @Test
    void aPartnershipOpensInvitesAsksAndTurns() {
        Browser keeper = Running.keeper();
        Browser.Page opened = keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Walk", "name-cy", "Taith", "place-en", "Gwent", "place-cy", "Gwent"));
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.body()).contains("How can we help?");
        String walk = "/p/walk";

        Browser.Page blank = keeper.open(walk + "/spirals/new").send(Map.of("question", " "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("Enter your question").contains("Enter who it is about");
        Browser.Page form = keeper.open(walk + "/spirals/new");
        Browser.Page spiral = form.send(Map.of(
                "question", "I just want to see a doctor this week <b>",
                "population", "Everybody in the street",
                "place", form.option("Gwent")));
        assertThat(spiral.body())
                .contains("I just want to see a doctor this week &lt;b&gt;")
                .contains("1 person has taken part so far.")
                .contains("There is no plan yet. Begin with one step.");

        // The invitation is good once.
        String invited = keeper.open(walk + "/people/invite")
                .send(Map.of("role", "finance-lead"))
                .body();
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+").matcher(invited);
        assertThat(link.find()).isTrue();
        Browser huw = Running.browser();
        huw.open(link.group()).send(Map.of("name", "Huw", "email", "huw@example.org", "password", Running.PASSWORD));
        huw.signIn("huw@example.org", Running.PASSWORD);
        assertThat(huw.open(walk + "/people").body()).contains("Huw").contains("Finance lead");
        assertThat(Running.browser().open(link.group()).status()).isEqualTo(404);
        assertThat(huw.open(walk + "/people/invite").body()).doesNotContain("Administrator");

        // Asks are never blank, and nobody is asked for too much.
        Browser.Page ask = keeper.open(walk + "/asks/new");
        assertThat(ask.send(Map.of("kind", "time", "what", "help?", "minutes", "10"))
                        .body())
                .contains("Say what you ask for. The examples above may help");
        String him = ask.option("Huw");
        ask.send(Map.of("kind", "time", "what", "Could you check our costs?", "minutes", "100", "of", him));
        assertThat(huw.open(walk).body())
                .contains("Somebody asks you for 100 minutes.")
                .contains("You have been asked for 100 minutes this month.");
        assertThat(ask.send(Map.of("kind", "time", "what", "And a second time?", "minutes", "30", "of", him))
                        .body())
                .contains("has been asked enough this month")
                .contains("They have been asked for 100 minutes this month.");

        // The plan finds its hole.
        Browser.Page plan = keeper.open(walk + "/plan");
        plan.send(Map.of("name", "Listen", "first", "2026-12", "last", "2027-01"));
        plan.send(Map.of("name", "Look again", "first", "2027-04", "last", "2027-04"));
        assertThat(keeper.open(walk + "/plan").body())
                .contains("Months 3–4 have no step (February 2027 to March 2027).");

        // The turn closes with three answers, once.
        Browser.Page close = keeper.open(walk + "/spirals/" + spiral.id() + "/close");
        Map<String, String> answers =
                Map.of("learned", "People want mornings", "joined", "A baker", "matters", "Mornings");
        assertThat(close.send(answers).body()).contains("We are in turn 2, Developing together");
        assertThat(close.send(answers).body()).contains("Somebody had closed this turn already");

        Browser.Page child = keeper.open(walk + "/spirals/" + spiral.id() + "/child");
        Browser.Page grown = child.send(Map.of(
                "question", "What keeps us awake?", "population", "Night workers", "place", child.option("Gwent")));
        assertThat(grown.body()).contains("What keeps us awake?").contains("this one grew from it");

        assertThat(keeper.open(walk + "/record").body())
                .contains("no line has been changed or removed")
                .contains("Closed a turn")
                .doesNotContain("huw@example.org");
    }

    @Test
    void twoPeopleSavingTheSameThingLoseNothing() {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Both", "name-cy", "Y ddau", "place-en", "Here", "place-cy", "Yma"));
        Browser.Page form = keeper.open("/p/both/spirals/new");
        String here = form.option("Here");
        String id = form.send(Map.of("question", "First words", "population", "All", "place", here))
                .id();
        String path = "/p/both/spirals/" + id + "/scope";
        Browser.Page mine = keeper.open(path);
        Browser.Page theirs = keeper.open(path);
        theirs.send(Map.of("question", "Their words", "population", "All", "place", here, "why", "clearer"));
        Browser.Page conflict =
                mine.send(Map.of("question", "My words", "population", "Some", "place", here, "why", "shorter"));
        assertThat(conflict.status()).isEqualTo(422);
        assertThat(conflict.body())
                .contains("Somebody saved before you")
                .contains("Their words")
                .contains("My words");
        assertThat(keeper.open("/p/both").body()).contains("Their words");
        conflict.send(Map.of("question", "My words", "population", "Some", "place", here, "why", "shorter"));
        assertThat(keeper.open("/p/both").body()).contains("My words");
        Browser.Page now = keeper.open(path);
        String undo = "/p/both/undo";
        keeper.post(undo, Map.of("_csrf", now.csrf(), "kind", "spiral", "id", id, "version", "3"));
        assertThat(keeper.open("/p/both").body()).contains("Their words");
    }

    @Test
    void changingTheLanguageInMidFormLosesNothing() {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Toggle", "name-cy", "Newid", "place-en", "Here", "place-cy", "Yma"));
        Browser.Page form = keeper.open("/p/toggle/spirals/new");
        Browser.Page welsh = form.send(Map.of(
                "question",
                "Half a question, \"unfinished\"",
                "population",
                "",
                "place",
                form.option("Here"),
                "_language",
                "cy"));
        assertThat(welsh.body())
                .contains("Beth yw eich cwestiwn?")
                .contains("Half a question, \"unfinished\"</textarea>");
        assertThat(keeper.open("/p/toggle").body()).as("nothing was started").contains("Sut gallwn ni helpu?");
        assertThat(keeper.open("/p/toggle?lang=en").body()).contains("How can we help?");
    }
}
