package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two people with a browser each change the same thing: nothing is lost, both are shown, and what was done can be undone. */
class VersionsTest {

    private static final String HERE = "/p/versions";

    private static final Browser keeper = Running.keeper();
    private static final Browser other = Running.browser();
    private static String spiral = "";
    private static String place = "";

    @BeforeAll
    static void twoPeople() {
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Versions", "name-cy", "Fersiynau", "place-en", "Here", "place-cy", "Yma"));
        Browser.Page form = keeper.open(HERE + "/spirals/new");
        place = form.option("Here");
        spiral = form.send(Map.of("question", "First words", "population", "All", "place", place))
                .id();
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(keeper.open(HERE + "/people/invite")
                        .send(Map.of("role", "facilitator"))
                        .body());
        assertThat(link.find()).isTrue();
        other.open(link.group())
                .send(Map.of("name", "Olwen", "email", "olwen@example.org", "password", Running.PASSWORD));
        other.signIn("olwen@example.org", Running.PASSWORD);
    }

    @Test
    void whatOnlyOneChangedIsTakenFromThatOne() {
        String scope = HERE + "/spirals/" + spiral + "/scope";
        Browser.Page mine = keeper.open(scope);
        Browser.Page theirs = other.open(scope);
        String question = value(mine, "question");
        String population = value(mine, "population");
        theirs.send(scope(question, "Everybody over 65"));
        Browser.Page conflict = mine.send(scope("Shorter words", population));
        assertThat(conflict.status()).isEqualTo(422);
        assertThat(conflict.body()).contains("Olwen saved before you").contains("Everybody over 65");
        assertThat(conflict.body()).doesNotContain("Somebody saved before you");
        assertThat(conflict.body()).doesNotContain("you both changed this");
        assertThat(value(conflict, "question")).isEqualTo("Shorter words");
        assertThat(value(conflict, "population"))
                .as("their change is not taken back by mine")
                .isEqualTo("Everybody over 65");
        conflict.send(scope("Shorter words", value(conflict, "population")));
        assertThat(keeper.open(HERE).body()).contains("Shorter words").contains("Everybody over 65");
    }

    @Test
    void aStepIsChangedByTwo() {
        String step = step(keeper, "Listen");
        Browser.Page mine = keeper.open(HERE + "/plan/" + step + "?spiral=" + spiral);
        Browser.Page theirs = other.open(HERE + "/plan/" + step + "?spiral=" + spiral);
        Browser.Page saved = theirs.send(Map.of("name", "Listen twice", "first", "2026-12", "last", "2027-02"));
        assertThat(saved.body()).contains("Listen twice").contains("id=\"undo\"");
        Browser.Page conflict = mine.send(Map.of("name", "Listen well", "first", "2026-12", "last", "2026-12"));
        assertThat(conflict.status()).isEqualTo(422);
        assertThat(conflict.body())
                .contains("Listen twice")
                .contains("you both changed this")
                .contains("February 2027");
        assertThat(value(conflict, "name")).isEqualTo("Listen well");
        assertThat(conflict.body())
                .as("the last month is theirs, who alone changed it")
                .contains("<option value=\"2027-02\" selected");
        conflict.send(Map.of("name", "Listen twice, and well", "first", "2026-12", "last", "2027-02"));
        assertThat(other.open(HERE + "/plan").body()).contains("Listen twice, and well");
    }

    @Test
    void whatIsSavedIsUndoneFromThePageAndDoneAgain() {
        String step = step(keeper, "Meet");
        Browser.Page saved = keeper.open(HERE + "/plan/" + step + "?spiral=" + spiral)
                .send(Map.of("name", "Meet in the hall", "throughout", "yes"));
        assertThat(saved.body()).contains("Meet in the hall");
        Browser.Page undone = undo(saved);
        assertThat(undone.body())
                .contains("The last change is undone.")
                .contains(">Meet</th>")
                .doesNotContain("Meet in the hall");
        assertThat(undone.url()).contains("/plan?spiral=" + spiral);
        assertThat(undo(undone).body()).contains("Meet in the hall");
        assertThat(keeper.open(HERE + "/plan").body()).as("offered once").doesNotContain("id=\"undo\"");
    }

    @Test
    void aStepTakenAwayComesBackOnceAndNotOverSomebodyElse() {
        String step = step(keeper, "Walk");
        Browser.Page open = other.open(HERE + "/plan/" + step + "?spiral=" + spiral);
        Browser.Page removed = keeper.post(
                HERE + "/plan/remove",
                Map.of("_csrf", open(keeper), "step", step, "spiral", spiral, "version", version(open)));
        assertThat(removed.body()).contains("The step is removed.").doesNotContain(">Walk</th>");

        Browser.Page gone = open.send(Map.of("name", "Walk far", "first", "2026-12", "last", "2026-12"));
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.body()).contains("Somebody has taken this step away");
        assertThat(value(gone, "name")).as("what was written is not lost").isEqualTo("Walk far");

        Map<String, String> form = undoForm(removed);
        assertThat(undo(removed).body()).contains("The last change is undone.").contains(">Walk</th>");
        assertThat(keeper.post(HERE + "/undo", form).body()).contains("so nothing was undone");
        other.open(HERE + "/plan/" + step + "?spiral=" + spiral)
                .send(Map.of("name", "Walk slowly", "first", "2026-12", "last", "2026-12"));
        assertThat(keeper.post(HERE + "/undo", form).body()).contains("so nothing was undone");
        assertThat(keeper.open(HERE + "/plan").body()).contains("Walk slowly");
    }

    @Test
    void anAskIsAnsweredAsItWasRead() {
        keeper.open(HERE + "/asks/new?spiral=" + spiral)
                .send(Map.of("kind", "time", "what", "Could you make the tea?", "minutes", "10"));
        Browser.Page list = other.open(HERE + "/asks");
        String id = first(list, "name=\"ask\" value=\"([^\"]+)\"");
        Browser.Page change = keeper.open(HERE + "/asks/" + id);
        change.send(Map.of("what", "Could you make the tea?", "minutes", "300"));
        Map<String, String> answer =
                Map.of("_csrf", list.csrf(), "ask", id, "spiral", spiral, "version", "1", "answer", "yes");
        assertThat(other.post(HERE + "/asks/answer", answer).body())
                .contains("It has been changed since you opened this page")
                .contains("300 minutes");
        Browser.Page conflict = change.send(Map.of("what", "Could you make some cake?", "minutes", "10"));
        assertThat(conflict.status()).isEqualTo(422);
        assertThat(conflict.body()).contains("Could you make some cake?").contains("300");
        Map<String, String> again = new HashMap<>(answer);
        again.put("version", "2");
        Browser.Page yes = other.post(HERE + "/asks/answer", again);
        assertThat(yes.body()).contains("Thank you").doesNotContain("Could you make the tea?");
        assertThat(undo(yes).body()).contains("Could you make the tea?");
        Browser.Page withdrawn =
                keeper.post(HERE + "/asks/" + id + "/withdraw", Map.of("_csrf", open(keeper), "version", "4"));
        assertThat(withdrawn.body()).contains("It is taken back.").doesNotContain("Could you make the tea?");
        assertThat(undo(withdrawn).body()).contains("Could you make the tea?");
    }

    @Test
    void nobodyUndoesWhatTheyMayNotChange() {
        keeper.open(HERE + "/asks/new?spiral=" + spiral)
                .send(Map.of("kind", "skill", "what", "Could you draw us a chart?", "minutes", "10"));
        String id = first(
                keeper.open(HERE + "/asks"), "(?s)id=\"ask-([^\"]+)\"(?:(?!id=\"ask-).)*Could you draw us a chart");
        keeper.open(HERE + "/asks/" + id).send(Map.of("what", "Could you draw two charts?", "minutes", "20"));
        Browser guest = Running.browser();
        Map<String, String> form = Map.of(
                "kind",
                "ask",
                "id",
                id,
                "version",
                "2",
                "_csrf",
                guest.open("/sign-in").csrf());
        assertThat(guest.post(HERE + "/undo", form).status()).isEqualTo(404);
        assertThat(guest.post("/p/cwm-taf-morgannwg/undo", form).status()).isEqualTo(403);
        assertThat(keeper.open(HERE + "/asks").body()).contains("Could you draw two charts?");
        assertThat(keeper.open("/p/versions/record").body()).contains("no line has been changed or removed");
    }

    private static Map<String, String> scope(String question, String population) {
        return Map.of("question", question, "population", population, "place", place, "why", "clearer");
    }

    /** Adds a step in a month far off; its id. */
    private static String step(Browser browser, String name) {
        Browser.Page plan = browser.open(HERE + "/plan?spiral=" + spiral)
                .send(Map.of("name", name, "first", "2026-12", "last", "2026-12"));
        return first(plan, "(?s)/plan/([0-9a-f-]{36})\\?spiral=[^\"]*\">[^<]*<span[^>]*> " + name + "</span>");
    }

    private static String open(Browser browser) {
        return browser.open(HERE).csrf();
    }

    private static Browser.Page undo(Browser.Page page) {
        return page.browser().post(HERE + "/undo", undoForm(page));
    }

    private static Map<String, String> undoForm(Browser.Page page) {
        Matcher form = Pattern.compile("(?s)<form method=\"post\" action=\"[^\"]*/undo\">.*?</form>")
                .matcher(page.body());
        assertThat(form.find()).as("undo is offered on " + page.url()).isTrue();
        Map<String, String> values = new HashMap<>();
        Matcher hidden = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(form.group());
        while (hidden.find()) {
            values.put(hidden.group(1), hidden.group(2));
        }
        return values;
    }

    private static String version(Browser.Page page) {
        return first(page, "name=\"version\" value=\"(\\d+)\"");
    }

    /** What stands in a field of the page's form. */
    private static String value(Browser.Page page, String field) {
        return first(
                page,
                "(?s)(?:<textarea[^>]*name=\"%1$s\"[^>]*>|<input[^>]*name=\"%1$s\"[^>]*value=\")([^<\"]*)"
                        .formatted(field));
    }

    private static String first(Browser.Page page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page.body());
        assertThat(found.find()).as(pattern + " on " + page.url()).isTrue();
        return found.group(1);
    }
}
