package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is measured, what its chart tells, and the story at a point. */
class MeasuresTest {

    private static final StoryHouse HOUSE = new StoryHouse("Mesur");
    private static final String MEASURES = HOUSE.here + "/measures";

    @BeforeAll
    static void aSpiral() {
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new");
        form.send(Map.of("question", "Who waits?", "population", "All", "place", form.option("Ferndale")));
    }

    private static Map<String, String> wanted(Browser.Page form, String name) {
        return new HashMap<>(Map.of(
                "spiral", form.option("Who waits?"),
                "name", name,
                "meaning", "From ready to home, in whole days",
                "unit", "days",
                "better", "decrease",
                "serves", "people",
                "mode", "improvement",
                "kind", "xmr",
                "source", "Our list, every Friday"));
    }

    private static String begun(String name, Map<String, String> more) {
        Browser.Page form = HOUSE.member.open(MEASURES + "/new?lang=en");
        Map<String, String> what = wanted(form, name);
        what.putAll(more);
        Browser.Page page = form.send(what);
        assertThat(page.body()).contains("It is measured from now on");
        return page.id();
    }

    private static String text(Browser.Page page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void aMeasureSaysWhatItIsAndForWhom() {
        Browser.Page form = HOUSE.member.open(MEASURES + "/new?lang=en");
        Browser.Page empty = form.send(Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(text(empty)).contains("Say what you measure.").contains("Say for whom it is.");
        String id = begun("Days until home " + System.nanoTime(), Map.of("target", "12"));
        Browser.Page page = HOUSE.member.open(MEASURES + "/" + id + "?lang=en");
        assertThat(text(page))
                .contains("From ready to home")
                .contains("Less is better")
                .contains("Improving");
        assertThat(text(HOUSE.member.open(MEASURES + "?lang=en"))).contains("Days until home");
        assertThat(text(HOUSE.member.open(MEASURES + "?lang=cy"))).contains("Gwella");
    }

    @Test
    void countingContactsAsksForTheOutcome() {
        Browser.Page form = HOUSE.member.open(MEASURES + "/new?lang=en");
        Map<String, String> what = wanted(form, "Home visits a week " + System.nanoTime());
        Browser.Page refused = form.send(what);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(text(refused)).contains("This counts what services do.");
        what.put("outcome", "People manage at home");
        assertThat(form.send(what).body()).contains("It is measured from now on");
    }

    @Test
    void whoSavesSecondSeesBothAndCanUndo() {
        String id = begun("Edited twice " + System.nanoTime(), Map.of());
        Browser.Page first = HOUSE.keeper.open(MEASURES + "/" + id + "/edit?lang=en");
        Browser.Page second = HOUSE.member.open(MEASURES + "/" + id + "/edit?lang=en");
        Map<String, String> what = wanted(HOUSE.member.open(MEASURES + "/new?lang=en"), "Edited twice");
        what.remove("spiral");
        what.put("unit", "hours");
        assertThat(first.send(what).body()).contains("Undo");
        what.put("unit", "weeks");
        Browser.Page conflict = second.send(what);
        assertThat(conflict.status()).isEqualTo(422);
        assertThat(text(conflict)).contains("hours").contains("weeks");
    }

    private static final int[] GOLDEN = {52, 48, 55, 50, 47, 53, 49, 51, 46, 54, 50, 52, 44, 43, 42, 41, 40, 39, 41, 40
    };
    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    private static String sheet(String site) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < GOLDEN.length; i++) {
            rows.append(START.plusWeeks(i))
                    .append('\t')
                    .append(GOLDEN[i])
                    .append(site)
                    .append('\n');
        }
        return rows.toString();
    }

    private static Browser.Page brings(String id, String figures) {
        Browser.Page form = HOUSE.member.open(MEASURES + "/" + id + "/bring?lang=en");
        return HOUSE.member.attach(
                MEASURES + "/" + id + "/bring", Map.of("_csrf", form.csrf(), "figures", figures), Map.of());
    }

    private static Browser.Page chart(String id) {
        return HOUSE.member.open(MEASURES + "/" + id + "?lang=en");
    }

    @Test
    void aSheetComesInWholeOrNotAtAll() {
        String id = begun("Pasted " + System.nanoTime(), Map.of());
        assertThat(text(chart(id))).contains("There are no figures yet.");
        Browser.Page wrong = brings(id, "date,value\n2026-01-05,3\nsoon,4\n2026-01-19,many\n");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(text(wrong))
                .contains("figures:3")
                .contains("soon")
                .contains("figures:4")
                .contains("many");
        assertThat(brings(id, "date,value\n2031-01-05,3\n").body()).contains("has not come yet");
        assertThat(brings(id, " ").body()).contains("Paste the figures, or choose a file.");
        assertThat(text(chart(id))).contains("There are no figures yet.");
        Browser.Page page = brings(id, sheet(""));
        assertThat(text(page)).contains("It is written down.");
        assertThat(text(chart(id)))
                .contains("Something has changed for the better: the newest figures are lower")
                .contains("One of 7 below the middle")
                .contains("What happened here?");
        // The same again is the same; another value overwrites nothing.
        assertThat(brings(id, sheet("")).status()).isEqualTo(200);
        Browser.Page other = brings(id, "2026-01-05,99\n2027,1\n");
        assertThat(other.status()).isEqualTo(422);
        Browser.Page there = brings(id, "2026-01-05,99\n");
        assertThat(there.status()).isEqualTo(422);
        assertThat(text(there))
                .contains("Other figures stand there already")
                .contains("Lines of the sheet for which other figures stand there:")
                .contains("Line 1: 5 January 2026");
        String csv = new String(
                HOUSE.member.fetch(MEASURES + "/" + id + "/figures.csv"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv).contains("2026-01-05,52,").contains("\"7 Points Below CL\"");
        // In Welsh the chart is Welsh.
        assertThat(text(HOUSE.member.open(MEASURES + "/" + id + "?lang=cy"))).contains("Un o 7 islaw’r canol");
        assertThat(HOUSE.carer.open(MEASURES + "/" + id + "?lang=en").status()).isEqualTo(200);
        assertThat(Running.browser().open(MEASURES + "/" + id).body()).doesNotContain("Pasted");
    }

    @Test
    void whatCannotBeReadIsToldWithItsLineAndTakesTheWholeSheetBack() {
        String id = begun("Unreadable " + System.nanoTime(), Map.of());
        for (String first : List.of("2026-02-31\t47", "31/02/2026\tmany", "5 Jan 2026\tabout 7")) {
            Browser.Page page = brings(id, first + "\n2026-03-02\t5\n");
            assertThat(page.status()).isEqualTo(422);
            assertThat(text(page)).contains("figures:1").contains("is not a date");
        }
        Browser.Page times = brings(id, "date\tvalue\n0026-05-01\t1\n1826-05-01\t2\n2031-01-05\t3\n2026-01-05\tNaN\n");
        assertThat(times.status()).isEqualTo(422);
        assertThat(text(times))
                .containsPattern("figures:2 date : 0026-05-01 lies before 1990; write a day from 1990 on")
                .containsPattern("figures:3 date : 1826-05-01 lies before 1990")
                .containsPattern("figures:4 date : 2031-01-05 has not come yet; check the year")
                .containsPattern("figures:5 value : \"?(&#34;)?NaN");
        assertThat(text(brings(id, "2026-01-05,3," + "x".repeat(61) + "\n")))
                .contains("figures:1")
                .contains("too long");
        assertThat(text(chart(id))).contains("There are no figures yet.");
        assertThat(HOUSE.member
                        .open(MEASURES + "/" + id + "/week?lang=en")
                        .send(Map.of("day", "0026-05-01", "value-new", "4"))
                        .body())
                .contains("Write a day from 1990 on");
        // What is not counted may lie below nought, as a balance does; people may not.
        assertThat(brings(id, "2026-01-05,-3\n").status()).isEqualTo(200);
        String people = begun("Whole " + System.nanoTime(), Map.of("people", "yes", "unit", "people"));
        assertThat(text(brings(people, "2026-01-05,30\n2026-01-12,-3\n2026-01-19,2.5\n")))
                .contains("figures:2")
                .contains("-3 is below 0")
                .contains("figures:3")
                .contains("2.5 is not a whole number");
    }

    @Test
    void aWeekTakesOneNumberForEachPlace() {
        String id = begun("Weekly " + System.nanoTime(), Map.of());
        String at = MEASURES + "/" + id + "/week";
        assertThat(HOUSE.member
                        .open(at + "?lang=en")
                        .send(Map.of("day", "2026-11-16"))
                        .body())
                .contains("Write at least one figure.");
        HOUSE.member.open(at + "?lang=en").send(Map.of("day", "2026-11-09", "site-new", "Ward 7", "value-new", "12.5"));
        HOUSE.member.open(at + "?lang=en").send(Map.of("day", "2026-11-09", "site-new", "Ward 8", "value-new", "9"));
        Browser.Page week = HOUSE.member.open(at + "?lang=en");
        assertThat(text(week)).contains("Ward 7").contains("Before, on 9 November 2026: 12.5");
        assertThat(week.send(Map.of("day", "2026-11-16", "value-0", "twelve")).body())
                .contains("Write a number");
        assertThat(week.send(Map.of("day", "2031-11-16", "value-0", "12")).body())
                .contains("This day has not come yet");
        assertThat(text(week.send(Map.of("day", "2026-11-16", "value-0", "11", "value-1", "8"))))
                .contains("It is written down.");
        assertThat(week.send(Map.of("day", "2026-11-16", "value-0", "14")).body())
                .contains("Other figures stand there for that day");
        assertThat(text(HOUSE.member.open(MEASURES + "/" + id + "?site=Ward+8&lang=en")))
                .contains("Ward 7")
                .contains("There are too few figures to tell.");
    }

    @Test
    void aFigureIsCorrectedAndThatCanBeUndone() {
        String id = begun("Corrected " + System.nanoTime(), Map.of());
        brings(id, "2026-01-05,12\n2026-01-12,13\n");
        String point = StoryHouse.found(chart(id).body(), "/points/([0-9a-f-]{36})");
        String at = MEASURES + "/" + id + "/points/" + point + "?lang=en";
        Browser.Page first = HOUSE.member.open(at);
        Browser.Page second = HOUSE.keeper.open(at);
        assertThat(first.send(Map.of("value", "x")).status()).isEqualTo(422);
        assertThat(first.send(Map.of("value", "31")).body()).contains("Undo");
        Browser.Page late = second.send(Map.of("value", "32"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(text(late)).contains("Somebody changed it in the meantime").contains("Now: 31");
        assertThat(HOUSE.member
                        .open(at)
                        .send(Map.of("value", "31", "gone", "yes"))
                        .body())
                .contains("Undo");
        assertThat(chart(id).body()).doesNotContain(point);
        // Written anew, it is there again.
        assertThat(brings(id, "2026-01-12,14\n").status()).isEqualTo(200);
        assertThat(chart(id).body()).contains(point);
    }

    @Test
    void countingAnewNeedsAReasonAndTheRight() {
        String id = begun("Rebased " + System.nanoTime(), Map.of());
        brings(id, sheet(""));
        String at = MEASURES + "/" + id + "/rebase?lang=en";
        assertThat(HOUSE.member.open(at).status()).isEqualTo(403);
        assertThat(HOUSE.member
                        .post(
                                MEASURES + "/" + id + "/rebase",
                                Map.of("_csrf", chart(id).csrf(), "day", "2026-03-30", "why", "Because"))
                        .status())
                .isEqualTo(403);
        Browser.Page form = HOUSE.keeper.open(at);
        Browser.Page refused = form.send(Map.of("day", "2026-03-30"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(text(refused)).contains("Say why it is counted anew.");
        assertThat(text(chart(id))).contains("Never yet");
        assertThat(form.send(Map.of(
                                "day",
                                "2026-03-30",
                                "why",
                                "Because",
                                "decision",
                                UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(422);
        Browser.Page page = form.send(Map.of("day", "2026-03-30", "why", "The home-care round began, and stays."));
        assertThat(text(page)).contains("counted anew, with the reason");
        assertThat(text(chart(id)))
                .contains("Counted anew: The home-care round began, and stays.")
                .contains("fewer than 13")
                .contains("Nothing here is more than chance.");
        Browser.Page keeper = HOUSE.keeper.open(MEASURES + "/" + id + "?lang=en");
        String rebase = StoryHouse.found(keeper.body(), "/rebase/([0-9a-f-]{36})/back");
        Browser.Page back = HOUSE.keeper.post(
                MEASURES + "/" + id + "/rebase/" + rebase + "/back", Map.of("_csrf", keeper.csrf(), "version", "1"));
        assertThat(back.body()).contains("Undo");
        assertThat(text(chart(id))).contains("Never yet");
    }

    @Test
    void aStoryToldAtAPointStandsBesideTheChart() {
        String id = begun("Told " + System.nanoTime(), Map.of());
        brings(id, sheet(""));
        String href = StoryHouse.found(chart(id).body(), "href=\"(/p/mesur/tell\\?[^\"]*point=[^\"]*)\"")
                .replace("&amp;", "&");
        HOUSE.released(
                Telling.story("Something siartiau").with("for-partnership", "yes"),
                href,
                "siartiau",
                "The round came every morning siartiau.");
        Browser.Page page = chart(id);
        assertThat(text(page))
                .contains("The round came every morning siartiau.")
                .contains("A story is told about it");
        assertThat(page.body()).contains("/thread/story?id=" + HOUSE.id("siartiau"));
        // One nobody may hear yet, and one only some may hear, are not there; neither is one about another point.
        String open = StoryHouse.found(chart(id).body(), "href=\"(/p/mesur/tell\\?[^\"]*)\"")
                .replace("&amp;", "&");
        Telling.story("Held back siarad").with("for-partnership", "yes").tell(Running.browser(), open);
        HOUSE.released(
                Telling.story("Something cyfrin").with("for-team", "yes"), open, "cyfrin", "Only for the team cyfrin.");
        assertThat(text(chart(id))).doesNotContain("siarad").doesNotContain("cyfrin");
        Browser.Page team = HOUSE.keeper.open(MEASURES + "/" + id + "?lang=en");
        assertThat(text(team)).contains("Only for the team cyfrin.");
        String held = "/thread/story?id=" + HOUSE.id("cyfrin");
        assertThat(team.body()).contains(held);
        assertThat(HOUSE.keeper.open(HOUSE.here + held).status()).isEqualTo(200);
        assertThat(HOUSE.member.open(HOUSE.here + held).status()).isEqualTo(404);
        // And the thread leads from the measure to the story and back, never to what is held back.
        Browser.Page thread = HOUSE.member.open(HOUSE.here + "/thread/measure?lang=en&id=" + id);
        assertThat(text(thread))
                .contains("The round came every morning siartiau.")
                .contains("a story at a point of its chart")
                .doesNotContain("siarad")
                .doesNotContain("cyfrin");
        assertThat(text(HOUSE.member.open(HOUSE.here + "/thread/story?lang=en&id=" + HOUSE.id("siartiau"))))
                .contains("a story at a point of its chart")
                .contains("Told ");
    }

    @Test
    void ofFewFiguresItSaysNothingButThatTheyAreFew() {
        String id = begun("Few " + System.nanoTime(), Map.of("target", "90"));
        brings(id, "2026-01-05,52\n2026-01-12,48\n2026-01-19,55\n2026-01-26,50\n2026-02-02,47\n");
        assertThat(text(chart(id)))
                .contains("There are too few figures to tell.")
                .doesNotContain("No more than chance")
                .doesNotContain("the target will be met");
        brings(id, sheet(""));
        assertThat(text(chart(id))).contains("the target will be met");
    }

    @Test
    void aRunChartThatSeldomCrossesItsMiddleSaysSoFirst() {
        String id = begun("Seldom " + System.nanoTime(), Map.of("kind", "run"));
        int[] values = {9, 8, 9, 7, 8, 9, 1, 2, 1, 9, 8, 1, 2, 1, 3, 2, 1, 2, 8, 9};
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            rows.append(START.plusWeeks(i)).append(',').append(values[i]).append('\n');
        }
        brings(id, rows.toString());
        assertThat(text(chart(id)))
                .contains("Something lasts: the figures cross their middle less often")
                .contains("More than chance: something lasts")
                .doesNotContain("Nothing here is more than chance")
                .doesNotContain("No more than chance");
    }

    @Test
    void aStoryThatIsThereIsPutToAPoint() {
        String id = begun("Pinned " + System.nanoTime(), Map.of());
        brings(id, sheet(""));
        HOUSE.released(
                Telling.story("Something pinio").with("for-partnership", "yes"),
                "pinio",
                "We waited by the window pinio.");
        Browser.Page form = HOUSE.member.open(MEASURES + "/" + id + "/story?lang=en");
        assertThat(form.send(Map.of("day", "2026-03-31")).status()).isEqualTo(422);
        assertThat(form.send(Map.of("day", "2026-03-30", "story", HOUSE.id("pinio")))
                        .status())
                .isEqualTo(200);
        assertThat(text(chart(id))).contains("We waited by the window pinio.");
    }

    @Test
    void fewPeopleAreNotShown() {
        String id = begun("People " + System.nanoTime(), Map.of("people", "yes", "unit", "people"));
        brings(id, "2026-01-05,3\n2026-01-12,23\n2026-01-19,0\n");
        assertThat(brings(id, "2026-01-26,2.5\n").status()).isEqualTo(422);
        Browser.Page others = HOUSE.keeper.open(MEASURES + "/" + id + "?lang=en");
        assertThat(text(others))
                .contains("Figures that count 1 to 7 people and are not shown: 1.")
                .contains("5 January 2026 : 1 to 7")
                .contains("12 January 2026 : 25");
        assertThat(others.body()).doesNotContain("data-value=\"3\"").doesNotContain("data-value=\"23\"");
        String csv = new String(
                HOUSE.keeper.fetch(MEASURES + "/" + id + "/figures.csv"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv).contains("2026-01-05,*,").contains("2026-01-12,25,");
        // Who wrote it sees it where they correct it.
        assertThat(text(HOUSE.member.open(MEASURES + "/" + id + "?lang=en"))).contains("5 January 2026 : 3");
    }

    @Test
    void sharesAskOutOfHowMany() {
        String id = begun("Shares " + System.nanoTime(), Map.of("kind", "p", "per", "visits"));
        assertThat(brings(id, "2026-01-05,30\n").status()).isEqualTo(422);
        assertThat(brings(id, "2026-01-05,30,20\n").body()).contains("more than all");
        assertThat(brings(id, "2026-01-05,30,40\n2026-01-12,20,40\n").status()).isEqualTo(200);
        assertThat(text(chart(id))).contains("75%").contains("of visits");
        String at = MEASURES + "/" + id + "/week?lang=en";
        assertThat(HOUSE.member
                        .open(at)
                        .send(Map.of("day", "2026-01-19", "value-0", "3"))
                        .body())
                .contains("Write out of how many");
        assertThat(text(HOUSE.member.open(at).send(Map.of("day", "2026-01-19", "value-0", "30", "of-0", "60"))))
                .contains("It is written down.");
    }
}
