package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.whorl.server.experiments.Reminding;

/** An experiment from its first idea to what was learnt, through the front door. */
class ExperimentsTest {

    private static final StoryHouse HOUSE = new StoryHouse("Tries");
    private static final String HERE = HOUSE.here + "/experiments";

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private static String text(Browser who, String path) {
        return who.open(path).body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static String begun(String title) {
        Browser.Page form = HOUSE.member.open(HERE + "/new?lang=en");
        Browser.Page page = form.send(Map.of(
                "title", title,
                "if-we", "a clerk rings home by noon",
                "and-if", "somebody is at home",
                "then-so", "fewer people wait for a lift",
                "cycle", "test"));
        assertThat(page.body()).contains("It is written down");
        return page.id();
    }

    private static Browser.Page write(String id, String part, Map<String, String> said) {
        return HOUSE.member.open(HERE + "/" + id + "/edit/" + part + "?lang=en").send(said);
    }

    private static Map<String, String> lens(String staff) {
        return Map.of(
                "people-prompt", "What was different?",
                "community-prompt", "What did you notice?",
                "staff-prompt", staff,
                "behaviour", "The clerk rings by noon",
                "hinders", "opportunity",
                "nudge", "A reminder at eleven");
    }

    private static void whole(String id) {
        assertThat(write(
                                id,
                                "prediction",
                                Map.of(
                                        "predicted",
                                        "12",
                                        "unit",
                                        "people waiting",
                                        "predicted-low",
                                        "8",
                                        "predicted-high",
                                        "16",
                                        "predicted-for",
                                        today().plusWeeks(12).toString()))
                        .body())
                .contains("Saved");
        Map<String, String> design = new HashMap<>();
        design.put("design", "difference");
        design.put("design-why", "it is what we know");
        design.put("site-1", "Rhondda");
        design.put("site-1-on", today().toString());
        design.put("site-2", "Merthyr");
        design.put("site-2-compare", "yes");
        design.put("data-plan", "the clerk counts every Friday");
        assertThat(write(id, "design", design).body()).contains("Saved");
        assertThat(write(id, "lens", lens("What got easier?")).body()).contains("Saved");
        Browser.Page stop = HOUSE.member.open(HERE + "/" + id + "/edit/stop?lang=en");
        assertThat(stop.send(Map.of(
                                "stop-what", "people delayed for more than a day",
                                "stop-way", "above",
                                "stop-figure", "60",
                                "stopper", stop.option("Sian of Tries")))
                        .body())
                .contains("Saved");
        Browser.Page who = HOUSE.member.open(HERE + "/" + id + "/edit/who?lang=en");
        assertThat(who.send(Map.of(
                                "owner", who.option("Dev of Tries"),
                                "respond-by", today().plusWeeks(14).toString()))
                        .body())
                .contains("Saved");
        assertThat(write(id, "pause", Map.of("heard", "two carers", "alternatives", "a letter\nnothing"))
                        .body())
                .contains("Saved");
    }

    private static Browser.Page start(String id) {
        Browser.Page page = HOUSE.member.open(HERE + "/" + id + "?lang=en");
        return HOUSE.member.post(
                HERE + "/" + id + "/start",
                Map.of(
                        "_csrf",
                        page.csrf(),
                        "version",
                        StoryHouse.found(page.body(), "name=\"version\" value=\"(\\d+)\"")));
    }

    @BeforeAll
    static void aSpiral() {
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new");
        form.send(Map.of("question", "Who waits?", "population", "All", "place", form.option("Ferndale")));
    }

    /** The name of something that is measured from now on. */
    private static String measured(Map<String, String> more) {
        String name = "Waiting " + System.nanoTime();
        Browser.Page form = HOUSE.member.open(HOUSE.here + "/measures/new?lang=en");
        Map<String, String> what = new HashMap<>(Map.of(
                "spiral", form.option("Who waits?"),
                "name", name,
                "meaning", "Waiting for a lift, each Monday",
                "unit", "people",
                "better", "decrease",
                "serves", "people",
                "mode", "improvement",
                "kind", "xmr",
                "source", "Our list, every Friday"));
        what.putAll(more);
        assertThat(form.send(what).body()).contains("It is measured from now on");
        return name;
    }

    private static String measure(String name) {
        return HOUSE.asked("select id::text from measure where name = '" + name + "'", String.class);
    }

    private static Browser.Page figures(String measure, String figures) {
        String at = HOUSE.here + "/measures/" + measure + "/bring";
        return HOUSE.member.attach(
                at, Map.of("_csrf", HOUSE.member.open(at + "?lang=en").csrf(), "figures", figures), Map.of());
    }

    /** One about that measure that has begun today in Rhondda, beside Merthyr. */
    private static String running(String title, String name) {
        String id = begun(title);
        whole(id);
        Browser.Page prediction = HOUSE.member.open(HERE + "/" + id + "/edit/prediction?lang=en");
        assertThat(prediction
                        .send(Map.of(
                                "measure",
                                prediction.option(name),
                                "predicted",
                                "12",
                                "unit",
                                "people waiting",
                                "predicted-low",
                                "8",
                                "predicted-high",
                                "16",
                                "predicted-for",
                                today().plusWeeks(12).toString()))
                        .body())
                .contains("Saved");
        assertThat(start(id).body()).contains("It has begun");
        return id;
    }

    @Test
    void theChartAndTheStoriesStandSideBySide() {
        String name = measured(Map.of());
        String id = running("Chart and stories", name);
        assertThat(text(HOUSE.member, HERE + "/" + id + "?lang=en"))
                .contains("We expected 12 (people waiting), most likely between 8 and 16, by")
                .contains("There are no figures yet")
                .contains("Write this week’s figures");
        LocalDate before = today().minusWeeks(1);
        figures(
                measure(name),
                "%s,20,Rhondda\n%s,18,Rhondda\n%s,33,Merthyr\n%s,44,Cardiff\n"
                        .formatted(before, today(), today(), today()));
        assertThat(text(HOUSE.member, HERE + "/" + id + "?lang=en"))
                .contains("One figure has come since: 18, on")
                .contains("The newest lies above what we expected")
                .contains("are not the answer yet")
                .contains("Chart and stories")
                .doesNotContain("Cardiff");
        assertThat(HOUSE.member.open(HERE + "/" + id + "?lang=en").body())
                .contains("data-value=\"18\"")
                .doesNotContain("data-value=\"33\"");
        assertThat(text(HOUSE.member, HERE + "/" + id + "?site=Merthyr&lang=en"))
                .contains("Nothing was changed here");
        assertThat(HOUSE.member.open(HERE + "/" + id + "?site=Nowhere&lang=en").body())
                .contains("data-value=\"18\"");
        // What is told from here is about it, and stands beside the chart as soon as it may be heard.
        String tell = StoryHouse.found(
                        HOUSE.member.open(HERE + "/" + id + "?lang=en").body(),
                        "href=\"(/p/tries/tell\\?[^\"]*point=[^\"]*)\"")
                .replace("&amp;", "&");
        HOUSE.released(
                Telling.story("Something ffonio").with("for-partnership", "yes"),
                tell,
                "ffonio",
                "They rang before noon ffonio.");
        HOUSE.released(
                Telling.story("Something cyfrinach").with("for-team", "yes"),
                tell,
                "cyfrinach",
                "Only for the team cyfrinach.");
        assertThat(text(HOUSE.member, HERE + "/" + id + "?lang=en"))
                .contains("They rang before noon ffonio.")
                .doesNotContain("cyfrinach");
        assertThat(text(HOUSE.member, HOUSE.here + "/thread/experiment?lang=en&id=" + id))
                .contains("They rang before noon ffonio.")
                .contains("told while it was tried")
                .doesNotContain("cyfrinach");
        assertThat(text(HOUSE.member, HOUSE.here + "/thread/story?lang=en&id=" + HOUSE.id("ffonio")))
                .contains("Chart and stories");
    }

    @Test
    void figuresWithoutAPlaceBeginWhereItsOnePlaceDid() {
        String name = measured(Map.of());
        String id = running("One place", name);
        HOUSE.changed(
                "update experiment set sites = '%s Rhondda' where id = '%s'".formatted(today().minusWeeks(5), id));
        figures(measure(name), line(6, 20, "") + line(4, 18, "") + line(3, 17, ""));
        assertThat(page(id))
                .contains("2 figures have come since. The newest is 17")
                .doesNotContain("No place of that name");
        HOUSE.changed("update experiment set sites = '%s Rhondda' || chr(10) || '%s Merthyr' where id = '%s'"
                .formatted(today().minusWeeks(5), today().minusWeeks(2), id));
        assertThat(page(id)).contains("No place of that name is in the figures: Rhondda, Merthyr.");
    }

    /** Twelve figures about 20, then eight about 10, of which the first came a week after the beginning. */
    private static String shifted(String site) {
        int[] values = {20, 22, 19, 21, 18, 20, 23, 19, 21, 20, 22, 19, 11, 10, 9, 10, 11, 9, 10, 9};
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            rows.append(line(values.length - i, values[i], site));
        }
        return rows.toString();
    }

    private static Browser.Page measurePage(String name, String after) {
        return HOUSE.keeper.open(HOUSE.here + "/measures/" + measure(name) + "?lang=en" + after);
    }

    @Test
    void aShiftAfterTheBeginningAsksWhateverThePlaceIsCalled() {
        String nowhere = measured(Map.of());
        String id = running("Nowhere in particular", nowhere);
        LocalDate began = today().minusWeeks(9);
        HOUSE.changed("update experiment set sites = '%s Rhondda' where id = '%s'".formatted(began, id));
        figures(measure(nowhere), shifted(""));
        assertThat(measurePage(nowhere, "").body())
                .contains("id=\"suggestion\"")
                .contains("id=\"starts\"")
                .contains("Nowhere in particular");
        String named = measured(Map.of());
        String other = running("Somewhere", named);
        HOUSE.changed("update experiment set sites = '%s Rhondda' where id = '%s'".formatted(began, other));
        figures(measure(named), shifted("rhondda") + shifted("Merthyr"));
        Browser.Page page = measurePage(named, "&site=rhondda");
        assertThat(page.body()).contains("id=\"suggestion\"").contains("/rebase?site=rhondda&amp;day=");
        assertThat(measurePage(named, "&site=Merthyr").body())
                .doesNotContain("id=\"suggestion\"")
                .doesNotContain("id=\"starts\"");
        Browser.Page anew = HOUSE.keeper.open(
                HOUSE.here + "/measures/" + measure(named) + "/rebase?site=rhondda&day=" + began + "&lang=en");
        assertThat(anew.body()).containsPattern("<option value=\"rhondda\" selected");
    }

    @Test
    void everyMeasureItLooksAtIsTiedToIt() {
        String name = measured(Map.of());
        String id = running("Tied to all", name);
        String balancing = measured(Map.of());
        String leading = measured(Map.of());
        String stopping = measured(Map.of());
        HOUSE.changed(
                "update experiment set looks = 'balancing %s' || chr(10) || 'leading %s', stop_measure = '%s' where id = '%s'"
                        .formatted(measure(balancing), measure(leading), measure(stopping), id));
        assertThat(text(HOUSE.member, HOUSE.here + "/thread/experiment?lang=en&id=" + id))
                .contains(name)
                .contains("what it is measured by")
                .containsPattern(balancing + "[^•]{0,40}· must not get worse")
                .containsPattern(leading + "[^•]{0,40}· moves before the outcome does")
                .containsPattern(stopping + "[^•]{0,40}· whose figures stop it");
        assertThat(text(HOUSE.member, HOUSE.here + "/thread/measure?lang=en&id=" + measure(balancing)))
                .contains("Tied to all");
    }

    private static void stopsAt(String id, String name, Map<String, String> rule) {
        Browser.Page stop = HOUSE.member.open(HERE + "/" + id + "/edit/stop?lang=en");
        Map<String, String> said = new HashMap<>(Map.of(
                "stop-what", "people delayed for more than a day",
                "stop-measure", stop.option(name),
                "stop-way", "above",
                "stop-figure", "60",
                "stopper", stop.option("Sian of Tries")));
        said.putAll(rule);
        assertThat(stop.send(said).body()).contains("Saved");
    }

    /** One that began some weeks ago, and says when it stops. */
    private static String stopping(String title, String name, Map<String, String> rule) {
        String id = begun(title);
        whole(id);
        stopsAt(id, name, rule);
        HOUSE.changed("update experiment set sites = '%s Rhondda' || chr(10) || '- Merthyr' where id = '%s'"
                .formatted(today().minusWeeks(6), id));
        assertThat(start(id).body()).contains("It has begun");
        return id;
    }

    private static String line(int weeksAgo, int figure, String site) {
        return "%s,%d,%s\n".formatted(today().minusWeeks(weeksAgo), figure, site);
    }

    private static int asked(String id) {
        return HOUSE.asked(
                "select count(*)::int from notice where kind = 'experiment-stop' and path = '/experiments/%s'"
                        .formatted(id),
                Integer.class);
    }

    private static Browser.Page correct(String measure, int weeksAgo, Map<String, String> said) {
        String point = HOUSE.asked(
                "select id::text from measure_point where measure = '%s' and day = '%s' and site = 'Rhondda'"
                        .formatted(measure, today().minusWeeks(weeksAgo)),
                String.class);
        return HOUSE.member
                .open(HOUSE.here + "/measures/" + measure + "/points/" + point + "?lang=en")
                .send(said);
    }

    private static String page(String id) {
        return text(HOUSE.member, HERE + "/" + id + "?lang=en");
    }

    @Test
    void figuresThatMeetTheRuleAskPeopleToStop() {
        String name = measured(Map.of());
        String id = stopping("Asked to stop", name, Map.of("stop-points", "2"));
        String measure = measure(name);
        // One is not two; two that do not follow each other, in another place or before it began are not either.
        figures(measure, line(7, 70, "Rhondda") + line(5, 61, "Rhondda") + line(4, 50, "Rhondda"));
        figures(measure, line(3, 80, "Rhondda") + line(4, 90, "Merthyr") + line(3, 90, "Merthyr"));
        assertThat(page(id)).doesNotContain("You said you would stop now");
        assertThat(asked(id)).isZero();
        // Sixty is not above sixty, and one that was forgotten comes in between.
        figures(measure, line(1, 60, "Rhondda"));
        assertThat(asked(id)).isZero();
        figures(measure, line(2, 75, "Rhondda"));
        assertThat(page(id))
                .contains("You said you would stop now")
                .contains("people delayed for more than a day")
                .contains("Stop when 2 figures running lie above 60.")
                .containsPattern("Rhondda: 80 on [^;]*; 75 on")
                .contains("Sian of Tries stops it, or you go on and say why");
        assertThat(asked(id)).isEqualTo(2);
        assertThat(text(HOUSE.carer, HOUSE.here + "/news?lang=en")).contains("A figure says that an experiment should");
        // Told once for each figure, and nothing stopped by itself.
        figures(measure, line(6, 10, "Rhondda"));
        assertThat(asked(id)).isEqualTo(2);
        assertThat(page(id)).contains("Going on");
        // A corrected figure no longer meets it; undone, it does, and is another.
        assertThat(correct(measure, 2, Map.of("value", "15")).body()).contains("Undo");
        assertThat(page(id)).doesNotContain("You said you would stop now");
        assertThat(correct(measure, 2, Map.of("value", "66")).body()).contains("Undo");
        assertThat(page(id)).contains("You said you would stop now").contains("66 on");
        assertThat(HOUSE.asked(
                        "select count(*)::int from experiment_stop where experiment = '" + id + "'", Integer.class))
                .isEqualTo(3);
        assertThat(correct(measure, 3, Map.of("value", "80", "gone", "yes")).body())
                .contains("Undo");
        assertThat(page(id)).doesNotContain("You said you would stop now");
    }

    @Test
    void peopleGoOnWithAReasonOrStop() {
        String name = measured(Map.of());
        String id = stopping("Goes on or stops", name, Map.of("stop-way", "below", "stop-figure", "10"));
        String measure = measure(name);
        figures(measure, line(3, 9, "Rhondda"));
        assertThat(page(id)).contains("Stop when a figure lies below 10.").contains("Rhondda: 9 on");
        Browser.Page seen = HOUSE.member.open(HERE + "/" + id + "?lang=en");
        String figures = StoryHouse.found(seen.body(), "name=\"figures\" value=\"([^\"]*)\"");
        assertThat(post(id, "go-on", Map.of("figures", figures)).status()).isEqualTo(422);
        Browser.Page other = post(id, "go-on", Map.of("figures", "something else", "go-on", "because"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("Other figures stand there now");
        // A figure that comes while somebody writes is not answered with the others.
        figures(measure, line(2, 8, "Rhondda"));
        assertThat(post(id, "go-on", Map.of("figures", figures, "go-on", "the clerk was ill"))
                        .body())
                .contains("It goes on. Why is noted.");
        assertThat(page(id))
                .contains("Why it went on")
                .contains("the clerk was ill")
                .contains("8 on");
        String both = StoryHouse.found(
                HOUSE.member.open(HERE + "/" + id + "?lang=en").body(), "name=\"figures\" value=\"([^\"]*)\"");
        post(id, "go-on", Map.of("figures", both, "go-on", "still ill"));
        assertThat(page(id)).doesNotContain("You said you would stop now");
        figures(measure, line(1, 7, "Rhondda"));
        assertThat(page(id)).contains("You said you would stop now");
        Browser.Page end = HOUSE.member.open(HERE + "/" + id + "/edit/end?lang=en");
        assertThat(end.body()).contains("Stop when a figure lies below 10. Rhondda:");
        assertThat(end.send(Map.of(
                                "outcome", "abandon",
                                "as-planned", "no",
                                "early-why", "The rule was met",
                                "learnt", "nobody answers",
                                "elsewhere", "try mornings"))
                        .body())
                .contains("It is over")
                .doesNotContain("You said you would stop now");
    }

    @Test
    void fewPeopleAreNotToldByAskingToStop() {
        String name = measured(Map.of("people", "yes", "kind", "run"));
        String above = stopping("Few above", name, Map.of("stop-figure", "5"));
        String below = stopping("Few below", name, Map.of("stop-way", "below", "stop-figure", "8"));
        String open = stopping("Rounded", name, Map.of("stop-figure", "24"));
        String measure = measure(name);
        figures(measure, line(3, 2, "Rhondda"));
        // Two may be anything from one to seven: above five it may lie, below eight it does.
        assertThat(page(above))
                .contains("It may be time to stop")
                .contains("not shown on")
                .doesNotContain("2 on");
        assertThat(page(below)).contains("You said you would stop now").contains("not shown on");
        assertThat(asked(above)).isEqualTo(2);
        assertThat(asked(open)).isZero();
        // Twenty-three is shown as twenty-five, which may be above twenty-four.
        figures(measure, line(2, 23, "Rhondda"));
        assertThat(page(open)).contains("It may be time to stop").contains("25 on");
        figures(measure, line(1, 40, "Rhondda"));
        assertThat(page(open)).contains("You said you would stop now").contains("40 on");
    }

    private static Map<String, String> told(String words) {
        return new HashMap<>(Map.of(
                "words-a", words,
                "where-a", "the letter to the north",
                "words-b", "Most people here ring by noon",
                "where-b", "the letter to the south",
                "misleads", "no",
                "hurts", "no",
                "glad", "yes"));
    }

    private static Browser.Page framings(Browser who, String id) {
        return who.open(HERE + "/" + id + "/framings?lang=en");
    }

    private static Browser.Page counted(Browser.Page form, String id, int seen, int did, int otherSeen, int otherDid) {
        return HOUSE.member.post(
                HERE + "/" + id + "/framings/count",
                Map.of(
                        "_csrf", form.csrf(),
                        "version", StoryHouse.found(form.body(), "name=\"version\" value=\"(\\d+)\""),
                        "seen-a", "" + seen,
                        "did-a", "" + did,
                        "seen-b", "" + otherSeen,
                        "did-b", "" + otherDid));
    }

    @Test
    void itIsToldInTwoWaysOnlyAfterThreeQuestionsAndFewAreNotShown() {
        String id = begun("Told in two ways");
        whole(id);
        assertThat(page(id)).contains("Two ways to tell it");
        Browser.Page first = framings(HOUSE.member, id);
        Browser.Page second = framings(HOUSE.carer, id);
        assertThat(first.body()).contains("none of theirs is used");
        Map<String, String> hurts = told("You are late");
        hurts.put("hurts", "yes");
        Browser.Page refused = first.send(hurts);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Then nobody should see it told so").contains("You are late");
        assertThat(first.send(told("Your lift waits for you")).body()).contains("Saved");
        Browser.Page late = second.send(told("Quite other words"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body())
                .contains("Somebody saved in the meantime")
                .contains("Your lift waits for you")
                .contains("Quite other words");
        // Nothing is counted before it begins; then the words stand.
        assertThat(start(id).body()).contains("It has begun");
        assertThat(first.send(told("Other words")).status()).isEqualTo(422);
        Browser.Page form = framings(HOUSE.member, id);
        assertThat(form.body()).contains("Your lift waits for you").doesNotContain("Other words");
        assertThat(counted(form, id, 100, 101, 10, 1).status()).isEqualTo(422);
        assertThat(counted(form, id, 203, 43, 198, 91).body()).contains("Saved");
        assertThat(counted(form, id, 10, 1, 10, 1).body()).contains("Somebody saved in the meantime");
        assertThat(text(HOUSE.carer, HERE + "/" + id + "/framings?lang=en"))
                .contains("Seen by: 205. Did it: 45.")
                .contains("The second way is followed more often.")
                .containsPattern("2\\d more do it than of 100 who see the first \\(likely between 1\\d and 3\\d");
        assertThat(counted(framings(HOUSE.member, id), id, 203, 43, 198, 195).body())
                .contains("Cannot tell.");
        assertThat(text(HOUSE.carer, HERE + "/" + id + "/framings?lang=en"))
                .contains("Seen by: 200. Did it: few, not shown.");
        assertThat(counted(framings(HOUSE.member, id), id, 200, 45, 200, 50).body())
                .contains("No difference that can be seen.");
    }

    @Test
    void whatIsMissingHoldsItUpAndIsShown() {
        String id = begun("Ring home by noon");
        assertThat(text(HOUSE.member, HERE + "/" + id + "?lang=en"))
                .contains("Say which number you expect")
                .contains("Say what would make you stop")
                .contains("Nothing shows what it means for staff");
        Browser.Page held = start(id);
        assertThat(held.status()).isEqualTo(422);
        assertThat(held.body()).contains("It cannot begin yet");
        whole(id);
        // Taking out one question for staff and the pause holds it up, until there is a reason to go on.
        write(id, "lens", lens(""));
        assertThat(start(id).status()).isEqualTo(422);
        write(id, "pause", Map.of("anyway", "we ask the staff in two weeks"));
        assertThat(start(id).body()).contains("It has begun");
        assertThat(text(HOUSE.carer, HOUSE.here + "/news?lang=en")).contains("An experiment has begun");
    }

    @Test
    void whatWasExpectedNeverChangesAfterItHasBegun() {
        String id = begun("Fixed once begun");
        whole(id);
        Browser.Page late = HOUSE.carer.open(HERE + "/" + id + "/edit/prediction?lang=en");
        assertThat(start(id).body()).contains("It has begun");
        Browser.Page refused = late.send(Map.of("predicted", "40"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("cannot be changed now");
        assertThat(text(HOUSE.member, HERE + "/" + id)).contains("Dev of Tries");
        assertThatThrownBy(() -> HOUSE.changed("update experiment set predicted = 40 where id = '" + id + "'"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("what was expected");
    }

    @Test
    void twoPeopleWhoWriteOnePartSeeEachOthersWords() {
        String id = begun("Two at once");
        Browser.Page first = HOUSE.member.open(HERE + "/" + id + "/edit/design?lang=en");
        Browser.Page second = HOUSE.carer.open(HERE + "/" + id + "/edit/design?lang=en");
        assertThat(first.send(Map.of("site-1", "Rhondda", "site-1-on", today().toString()))
                        .body())
                .contains("Saved");
        Browser.Page both = second.send(Map.of("data-plan", "We count on Fridays"));
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body()).contains("Rhondda").contains("We count on Fridays");
        assertThat(both.send(Map.of(
                                "site-1",
                                "Rhondda",
                                "site-1-on",
                                today().toString(),
                                "data-plan",
                                "We count on Fridays"))
                        .body())
                .contains("Saved");
        assertThat(text(HOUSE.member, HERE + "/" + id)).contains("Rhondda").contains("We count on Fridays");
    }

    @Test
    void itEndsWithWhatWasLearntAndWhatFollows() {
        String id = begun("Ends with what was learnt");
        whole(id);
        start(id);
        Browser.Page end = HOUSE.member.open(HERE + "/" + id + "/edit/end?lang=en");
        assertThat(end.send(Map.of("outcome", "adopt")).status()).isEqualTo(422);
        Browser.Page unsaid = HOUSE.member
                .open(HERE + "/" + id + "/edit/end?lang=en")
                .send(Map.of("outcome", "adopt", "as-planned", "yes", "learnt", "much", "elsewhere", "anywhere"));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("Say why it ends before its day").contains("much");
        Browser.Page over = HOUSE.member
                .open(HERE + "/" + id + "/edit/end?lang=en")
                .send(Map.of(
                        "outcome", "adopt",
                        "came", "11,5",
                        "as-planned", "partly",
                        "early-why", "the ward closes",
                        "learnt", "ring before eleven",
                        "elsewhere", "any ward with a clerk"));
        assertThat(over.body())
                .contains("It is over")
                .contains("11.5")
                .contains("Too early to tell.")
                .contains("the ward closes");
        // What ended before its day is neither a hit nor a miss.
        assertThat(text(HOUSE.member, HERE + "/predictions?lang=en"))
                .containsPattern("Ends with what was learnt 12 people waiting .{1,80} 11.5 Too early");
        assertThat(text(HOUSE.member, HERE + "?lang=en")).contains("We keep doing it");
        assertThat(write(id, "lasts", Map.of("wired-policy", "yes", "wired-training", "yes", "practice", "standard"))
                        .body())
                .contains("Saved");
    }

    private static Browser.Page post(String id, String what, Map<String, String> said) {
        Map<String, String> all = new HashMap<>(said);
        Browser.Page page = HOUSE.member.open(HERE + "/" + id + "?lang=en");
        all.put("_csrf", page.csrf());
        return HOUSE.member.post(HERE + "/" + id + "/" + what, all);
    }

    @Test
    void theAnswersChooseAWayOfLookingAndSayWhatCouldBeNoticed() {
        String id = begun("Chosen by the answers");
        Map<String, String> design = new HashMap<>(Map.of(
                "places", "one",
                "others", "yes",
                "steps", "no",
                "points", "many",
                "weeks", "12",
                "usual", "20",
                "hoped", "20",
                "site-1", "Rhondda",
                "site-1-on", today().toString()));
        design.put("site-2", "Merthyr");
        design.put("site-2-compare", "yes");
        design.put("data-plan", "the clerk");
        assertThat(write(id, "design", design).body())
                .contains("Two or more groups")
                .contains(
                        "With 1 places, 1 to compare with and 12 weeks you would notice a change of 20 in 100 15 times in 100")
                .contains("Nobody said which way is better, so it is counted as a rise");
        // Whoever knows better says why.
        design.put("design", "spc");
        Browser.Page refused = write(id, "design", design);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Say why you choose another way");
        design.put("design-why", "Merthyr is too different");
        assertThat(write(id, "design", design).body()).contains("The answers said");
        design.remove("weeks");
        assertThat(write(id, "design", design).body()).contains("We cannot tell what you would notice");
    }

    @Test
    void whatIsMeasuredIsReckonedFromItsOwnFigures() {
        String name = measured(Map.of());
        String id = begun("Measured values");
        assertThat(page(id))
                .contains("What could get worse? Choose a measure that would show it (it can begin without)");
        Browser.Page prediction = HOUSE.member.open(HERE + "/" + id + "/edit/prediction?lang=en");
        assertThat(prediction.send(Map.of("measure", prediction.option(name))).body())
                .contains("Saved");
        Map<String, String> design = Map.of(
                "design",
                "spc",
                "design-why",
                "one ward",
                "weeks",
                "12",
                "usual",
                "20",
                "hoped",
                "20",
                "site-1",
                "Rhondda",
                "site-1-on",
                today().plusDays(7).toString());
        assertThat(write(id, "design", design).body()).contains("This is measured, and not counted.");
        StringBuilder lines = new StringBuilder();
        for (int week = 1; week <= 8; week++) {
            lines.append(line(week, 20 + week % 3, "Rhondda"));
        }
        figures(measure(name), lines.toString());
        assertThat(page(id))
                .contains("you would notice a fall of 20 in 100")
                .contains("with values that stray as far as 8 earlier ones did")
                .contains("Nothing is compared. Anything else that changes at that time looks just the same.");
    }

    @Test
    void whatIsWrittenAfterItBeganIsNotForetold() {
        String id = begun("Foretold afterwards");
        whole(id);
        HOUSE.changed("update experiment set predicted_on = '%s', predicted_for = '%s' where id = '%s'"
                .formatted(today().minusDays(3), today(), id));
        Map<String, String> foretold = new HashMap<>(Map.of(
                "predicted",
                "12",
                "unit",
                "people waiting",
                "predicted-low",
                "8",
                "predicted-high",
                "16",
                "predicted-for",
                today().toString()));
        // Another day for the early signs foretells nothing new; another number does.
        foretold.put("leading-on", today().plusDays(7).toString());
        assertThat(write(id, "prediction", foretold).body()).contains("Saved");
        assertThat(HOUSE.asked("select predicted_on::text from experiment where id = '" + id + "'", String.class))
                .isEqualTo(today().minusDays(3).toString());
        assertThat(write(
                                id,
                                "design",
                                Map.of(
                                        "design",
                                        "spc",
                                        "site-1",
                                        "Rhondda",
                                        "site-1-on",
                                        today().minusDays(2).toString(),
                                        "data-plan",
                                        "the clerk"))
                        .body())
                .contains("Saved");
        assertThat(page(id)).doesNotContain("after it began");
        foretold.put("predicted", "13");
        assertThat(write(id, "prediction", foretold).body()).contains("Saved");
        assertThat(page(id)).contains("So it is counted neither as a hit nor as a miss");
        start(id);
        assertThat(write(
                                id,
                                "end",
                                Map.of(
                                        "outcome",
                                        "adopt",
                                        "came",
                                        "13",
                                        "as-planned",
                                        "yes",
                                        "learnt",
                                        "much",
                                        "elsewhere",
                                        "anywhere"))
                        .body())
                .contains("It is over");
        assertThat(text(HOUSE.member, HERE + "/predictions?lang=en"))
                .containsPattern(
                        "Foretold afterwards 13 people waiting .{1,80} 13 Cannot tell: written after it began");
        assertThat(text(HOUSE.member, HERE + "?lang=en")).contains("What was expected was written after it began.");
        assertThat(text(HOUSE.member, HOUSE.here + "/learning?lang=en"))
                .containsPattern("and [1-9]\\d* where it was written only after it began");
        assertThat(text(HOUSE.member, HERE + "/" + id + "/result?lang=en")).contains("What came of it");
    }

    @Test
    void whatNobodyAnswersAndADayThatMovesAreTold() {
        String id = begun("Nobody said what came");
        whole(id);
        HOUSE.changed("update experiment set predicted_for = '%s' where id = '%s'".formatted(today(), id));
        start(id);
        String first = today().plusWeeks(14).toString();
        Browser.Page who = HOUSE.member.open(HERE + "/" + id + "/edit/who?lang=en");
        Browser.Page nobody = who.send(Map.of("owner", "", "respond-by", ""));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body()).contains("href=\"#owner\"", "href=\"#respond-by\"");
        assertThat(who.send(Map.of(
                                "owner",
                                who.option("Dev of Tries"),
                                "respond-by",
                                today().plusWeeks(40).toString()))
                        .body())
                .contains("Saved");
        assertThat(page(id)).contains("The day for that when it began");
        assertThat(HOUSE.asked("select answer_first::text from experiment where id = '" + id + "'", String.class))
                .isEqualTo(first);
        Map<String, String> end = new HashMap<>(
                Map.of("outcome", "adapt", "as-planned", "yes", "learnt", "much", "elsewhere", "anywhere"));
        Browser.Page refused = write(id, "end", end);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Say by when you say what comes next", "href=\"#next-by\"");
        end.put("next-by", today().plusWeeks(3).toString());
        assertThat(write(id, "end", end).body()).contains("It is over");
        assertThat(text(HOUSE.member, HERE + "?lang=en")).contains("What comes next is said by");
        assertThat(text(HOUSE.member, HERE + "/predictions?lang=en"))
                .contains("Not answered: it is over, and nobody said what came")
                .containsPattern("Beside these: [1-9]\\d* where nobody said what came");
    }

    @Test
    void whileItRunsFailuresAreNotedTasksDoneAndHelpersTold() {
        String id = begun("Notes while it runs");
        assertThat(post(id, "notes", Map.of("note-kind", "seen", "note", "too early"))
                        .status())
                .isEqualTo(422);
        whole(id);
        start(id);
        assertThat(post(id, "notes", Map.of("note-kind", "failed", "note", "Nobody answered on Tuesday"))
                        .body())
                .contains("It is noted")
                .contains("What did not work")
                .contains("Nobody answered on Tuesday");
        assertThat(post(id, "tasks", Map.of("task", "")).status()).isEqualTo(422);
        Browser.Page page = post(
                id,
                "tasks",
                Map.of(
                        "task",
                        "Print the list",
                        "task-due",
                        today().minusDays(1).toString()));
        assertThat(page.body()).contains("Print the list").contains("Late");
        String task = StoryHouse.found(page.body(), "tasks/([0-9a-f-]{36})/done");
        assertThat(post(id, "tasks/" + task + "/done", Map.of("version", "1")).body())
                .contains("Done on");
        assertThat(post(id, "tasks/" + task + "/done", Map.of("version", "1")).status())
                .isEqualTo(422);
        String carer = HOUSE.member.open(HERE + "/" + id + "?lang=en").option("Sian of Tries");
        assertThat(post(id, "helpers", Map.of("helper", carer)).body()).contains("Who helps: Sian of Tries");
    }

    @Test
    void aClauseIsAGuessUntilSomebodyNamesWhatShowsIt() {
        String id = begun("A guess at first");
        assertThat(text(HOUSE.member, HERE + "/" + id + "?lang=en"))
                .contains("A guess")
                .contains("Least known");
        Browser.Page none = HOUSE.member.post(
                HERE + "/" + id + "/evidence/if",
                Map.of("_csrf", HOUSE.member.open(HERE + "/" + id).csrf()));
        assertThat(none.status()).isEqualTo(422);
    }

    @Test
    void whoeverTriesTheSameIsShownWhatWasLearnt() {
        String id = begun("Singing postmen bring medicines");
        whole(id);
        start(id);
        HOUSE.member
                .open(HERE + "/" + id + "/edit/end?lang=en")
                .send(Map.of(
                        "outcome", "abandon",
                        "as-planned", "no",
                        "early-why", "nobody was up",
                        "learnt", "the postmen were too early",
                        "elsewhere", "ask when people are up"));
        String again = begun("Singing postmen bring medicines again");
        assertThat(text(HOUSE.member, HERE + "/" + again + "?lang=en"))
                .contains("This may be nearly the same")
                .contains("medicines, noon, people, postmen, rings")
                .contains("the postmen were too early");
        assertThat(text(HOUSE.member, HERE + "/new?lang=en")).contains("What was tried before");
    }

    @Test
    void itsDaysAreToldOnceAndHalfAYearLaterItIsAskedAgain() {
        String id = begun("Asked half a year later");
        whole(id);
        Browser.Page page = HOUSE.carer.open(HERE + "/" + id + "?lang=en");
        HOUSE.carer.post(
                HERE + "/" + id + "/start",
                Map.of(
                        "_csrf",
                        page.csrf(),
                        "version",
                        StoryHouse.found(page.body(), "name=\"version\" value=\"(\\d+)\"")));
        HOUSE.changed("update experiment set respond_by = '%s' where id = '%s'".formatted(today().minusDays(1), id));
        assertThat(text(HOUSE.member, HERE + "?lang=en")).contains("An answer is overdue");
        Running.bean(Reminding.class).look(today());
        Running.bean(Reminding.class).look(today());
        assertThat(HOUSE.asked(
                        "select count(*)::int from notice where kind = 'experiment-answer' and path = '/experiments/%s'"
                                .formatted(id),
                        Integer.class))
                .isEqualTo(1);
        HOUSE.carer
                .open(HERE + "/" + id + "/edit/end?lang=en")
                .send(Map.of(
                        "outcome",
                        "adopt",
                        "as-planned",
                        "yes",
                        "early-why",
                        "it is plain",
                        "learnt",
                        "it helps",
                        "elsewhere",
                        "anywhere"));
        assertThat(text(HOUSE.member, HERE + "/" + id + "?lang=en")).contains("We ask if it is still done on");
        HOUSE.changed("update experiment set check_on = '%s' where id = '%s'".formatted(today(), id));
        Running.bean(Reminding.class).look(today());
        assertThat(text(HOUSE.member, HOUSE.here + "/news?lang=en")).contains("Half a year has passed");
        Browser.Page asked = HOUSE.member.open(HERE + "/" + id + "?lang=en");
        String version = StoryHouse.found(asked.body(), "name=\"version\" value=\"(\\d+)\"");
        assertThat(post(id, "still", Map.of("version", version)).status()).isEqualTo(422);
        assertThat(post(id, "still", Map.of("version", version, "still", "yes", "still-words", "every ward does it"))
                        .body())
                .contains("It is still done after six months")
                .contains("every ward does it");
    }

    @Test
    void howTheLoopGoesIsDraftedWithWhatItIsCountedFrom() {
        String id = begun("Counted in the loop");
        whole(id);
        // What was expected was for today: later it would be too early to tell.
        HOUSE.changed("update experiment set predicted_for = '%s' where id = '%s'".formatted(today(), id));
        start(id);
        HOUSE.member
                .open(HERE + "/" + id + "/edit/end?lang=en")
                .send(Map.of(
                        "outcome", "adopt",
                        "came", "11",
                        "as-planned", "yes",
                        "learnt", "it helps",
                        "elsewhere", "anywhere"));
        assertThat(text(HOUSE.member, HOUSE.here + "/learning?lang=en"))
                .contains("Decisions that rest on something Cannot tell")
                .containsPattern("What came lay where it was expected \\d+ of \\d+ \\(likely between")
                .contains("Felt heard after telling Cannot tell");
        assertThat(HOUSE.member
                        .open(HOUSE.here + "/learning/figures.csv?lang=en")
                        .body())
                .contains("\"What came lay where it was expected\",\"");
    }
}
