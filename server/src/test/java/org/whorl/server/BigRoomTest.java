package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An hour every week: it begins with a story that may be heard, and what comes of it lands where it belongs. */
class BigRoomTest {

    private static final StoryHouse HOUSE = new StoryHouse("Bigroom");
    private static final String ROOMS = HOUSE.here + "/big-rooms";
    private static String story = "";
    private static String team = "";

    @BeforeAll
    static void storiesAndASpiral() {
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new");
        form.send(Map.of("question", "Who waits?", "population", "All", "place", form.option("Ferndale")));
        HOUSE.released(
                Telling.story("Something ystafell").with("for-partnership", "yes"),
                "ystafell",
                "Nobody rang us ystafell. The bus had gone.");
        story = HOUSE.id("ystafell");
        HOUSE.released(Telling.story("Something tîmyn").with("for-team", "yes"), "tîmyn", "Only for the team tîmyn.");
        team = HOUSE.id("tîmyn");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private static Map<String, String> wanted(Browser.Page form, String pathway) {
        return new HashMap<>(Map.of(
                "pathway", pathway,
                "inside", form.option("Sian of Bigroom"),
                "outside", form.option("Dev of Bigroom"),
                "spiral", form.option("Who waits?")));
    }

    private static String opened(String pathway) {
        Browser.Page form = HOUSE.keeper.open(ROOMS + "/new?lang=en");
        Browser.Page page = form.send(wanted(form, pathway));
        assertThat(page.body()).contains("The Big Room is open");
        return page.id();
    }

    private static Browser.Page week(String room, LocalDate day) {
        return HOUSE.keeper
                .open(ROOMS + "/" + room + "?lang=en")
                .send(Map.of("held-on", day.toString(), "story", story));
    }

    private static Browser.Page move(Browser.Page week, String move) {
        String at = StoryHouse.found(week.body(), "name=\"at\" value=\"(-?\\d+)\"");
        return HOUSE.keeper.post(
                ROOMS + "/weeks/" + week.id() + "/move", Map.of("_csrf", week.csrf(), "at", at, "move", move));
    }

    private static String text(Browser.Page page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static Browser.Page notes(Browser who, String week, Map<String, String> what) {
        Browser.Page page = who.open(ROOMS + "/weeks/" + week + "?lang=en");
        Map<String, String> all = new HashMap<>(what);
        if (all.containsKey("owner")) {
            all.put("owner", page.option(all.getOrDefault("owner", "")));
        }
        return page.send(all);
    }

    @Test
    void theHourBeginsWithAStoryThatEverybodyMayHear() {
        String room = opened("Coming home " + System.nanoTime());
        Browser.Page page = HOUSE.keeper.open(ROOMS + "/" + room + "?lang=en");
        // The keeper facilitates and may hear more than goes on a wall.
        assertThat(page.body()).contains("Nobody rang us").doesNotContain("Only for the team");
        assertThat(page.send(Map.of("held-on", today().toString())).status()).isEqualTo(422);
        Browser.Page forced = page.send(Map.of("held-on", today().toString(), "story", team));
        assertThat(forced.status()).isEqualTo(422);
        assertThat(forced.body()).contains("may not be heard here");
        assertThat(page.send(Map.of("held-on", "2020-01-01", "story", story)).status())
                .isEqualTo(422);
        Browser.Page week = week(room, today());
        assertThat(text(week)).contains("Nobody rang us ystafell");
        // Sixty minutes, story first, with the clock that gatherings have.
        Browser.Page started = move(week, "start");
        assertThat(text(started)).contains("A story first").contains("5:00").contains("Nobody rang us");
        Browser.Page board = move(started, "next");
        assertThat(text(board))
                .contains("People and measures")
                .contains("Sian of Bigroom")
                .contains("There is nothing on the wall yet");
        Browser.Page tests = move(board, "next");
        assertThat(text(tests)).contains("No test goes on yet");
        Browser.Page wall = HOUSE.member.open(ROOMS + "/weeks/" + week.id() + "/wall?lang=en");
        assertThat(text(wall)).contains("What came of last week’s tests?");
        // Pressed twice it moves once; a member does not lead.
        assertThat(text(move(board, "next"))).contains("What came of last week’s tests?");
        assertThat(HOUSE.member
                        .post(
                                ROOMS + "/weeks/" + week.id() + "/move",
                                Map.of("_csrf", wall.csrf(), "at", "2", "move", "next"))
                        .status())
                .isEqualTo(403);
        // Opened twice, it is one hour.
        assertThat(week(room, today()).id()).isEqualTo(week.id());
    }

    @Test
    void whatComesOfItLandsWhereItBelongs() {
        String room = opened("Lands " + System.nanoTime());
        String week = week(room, today()).id();
        Browser.Page none = notes(HOUSE.member, week, Map.of("kind", "action", "words", "Ring the family"));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("What nobody does is not done");
        Browser.Page action = notes(
                HOUSE.keeper,
                week,
                Map.of(
                        "kind", "action",
                        "words", "Ring the family first",
                        "owner", "Dev of Bigroom",
                        "due-on", today().plusDays(6).toString()));
        assertThat(text(action)).contains("It is noted.").contains("Ring the family first");
        assertThat(text(HOUSE.member.open(HOUSE.here + "/news?lang=en")))
                .contains("A Big Room gave you something to do.");
        assertThat(text(HOUSE.member.open(HOUSE.here + "/responsibilities?lang=en")))
                .contains("From a Big Room: Ring the family first");
        Browser.Page ask = notes(
                HOUSE.keeper,
                week,
                Map.of(
                        "kind", "ask",
                        "words", "Could somebody lend us a van?",
                        "ask-kind", "time",
                        "minutes", "30"));
        assertThat(ask.status()).as(text(ask)).isEqualTo(200);
        assertThat(text(HOUSE.member.open(HOUSE.here + "/asks?lang=en"))).contains("Could somebody lend us a van?");
        assertThat(notes(HOUSE.keeper, week, Map.of("kind", "ask", "words", "Could somebody help us?"))
                        .status())
                .isEqualTo(422);
        // More than one may be asked for in a month is refused, and nothing is kept.
        Browser.Page much = notes(
                HOUSE.keeper,
                week,
                Map.of(
                        "kind", "ask",
                        "words", "Could you come for a day?",
                        "owner", "Dev of Bigroom",
                        "ask-kind", "time",
                        "minutes", "400"));
        assertThat(much.status()).isEqualTo(422);
        assertThat(much.body()).contains("asked for enough this month");
        notes(HOUSE.keeper, week, Map.of("kind", "learnt", "words", "Buses stop at six"));
        notes(HOUSE.keeper, week, Map.of("kind", "topic", "words", "Who may order transport?"));
        assertThat(text(HOUSE.member.open(ROOMS + "/" + room + "?lang=en")))
                .contains("4 things came of it")
                .contains("Ring the family first");
        // Next week what was to be done is looked at, and what came of it is kept.
        Browser.Page next = move(move(move(week(room, today().plusWeeks(1)), "start"), "next"), "next");
        assertThat(text(next)).contains("Ring the family first").contains("Goes on");
        Browser.Page page = HOUSE.member.open(ROOMS + "/" + room + "?lang=en");
        String outcome = StoryHouse.found(page.body(), "name=\"outcome\" value=\"([^\"]+)\"");
        Map<String, String> done = new HashMap<>(Map.of("_csrf", page.csrf(), "outcome", outcome, "version", "1"));
        assertThat(HOUSE.member.post(ROOMS + "/" + room + "/done", done).status())
                .isEqualTo(422);
        done.put("came-" + outcome, "They were glad");
        assertThat(HOUSE.member.post(ROOMS + "/" + room + "/done", done).body())
                .contains("It is noted what came of it")
                .contains("Nobody has anything open");
        // Somebody else who says it at once does not overwrite it.
        done.put("came-" + outcome, "They were cross");
        assertThat(HOUSE.keeper
                        .post(
                                ROOMS + "/" + room + "/done",
                                with(done, "_csrf", HOUSE.keeper.open(ROOMS).csrf()))
                        .status())
                .isEqualTo(422);
        assertThat(text(HOUSE.keeper.open(ROOMS + "/weeks/" + week + "?lang=en")))
                .contains("They were glad")
                .doesNotContain("They were cross");
    }

    private static Map<String, String> with(Map<String, String> values, String field, String value) {
        Map<String, String> all = new HashMap<>(values);
        all.put(field, value);
        return all;
    }

    /** A question of its own, so that other rooms have an empty wall. */
    private static String question() {
        String other = "select id::text from spiral where question = 'Who waits for a lift?'";
        if (HOUSE.asked("select count(*) from spiral where question = 'Who waits for a lift?'", Long.class) == 0) {
            Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new");
            form.send(
                    Map.of("question", "Who waits for a lift?", "population", "All", "place", form.option("Ferndale")));
        }
        return HOUSE.asked(other, String.class);
    }

    private static String openedForIt(String pathway) {
        question();
        Browser.Page form = HOUSE.keeper.open(ROOMS + "/new?lang=en");
        Map<String, String> room = wanted(form, pathway);
        room.put("spiral", form.option("Who waits for a lift?"));
        return form.send(room).id();
    }

    /** One that runs for the room's question, seen to by Dev. */
    private static String running(String title) {
        String id = java.util.UUID.randomUUID().toString();
        HOUSE.changed("""
                insert into experiment (partnership, id, spiral, state, title, if_we, then_so, predicted, unit, predicted_for,
                    design, stop_what, stopper, owner, language, begun_on, started_on)
                select partnership, '%s', '%s', 'running', '%s', 'a clerk rings', 'fewer wait', 12, 'people', current_date + 20,
                    'before-after', 'more than sixty', id, id, 'en', current_date - 9, current_date - 8
                from member where name = 'Dev of Bigroom'""".formatted(id, question(), title));
        return id;
    }

    @Test
    void theWallShowsWhatIsMeasuredAndWhatIsTried() {
        question();
        String name = "Lifts that came late " + System.nanoTime();
        Browser.Page form = HOUSE.member.open(HOUSE.here + "/measures/new?lang=en");
        Browser.Page measure = form.send(Map.of(
                "spiral", form.option("Who waits for a lift?"),
                "name", name,
                "meaning", "Counted each Monday at noon",
                "unit", "people",
                "better", "decrease",
                "serves", "people",
                "mode", "improvement",
                "kind", "xmr",
                "source", "Our list",
                "people", "yes"));
        String at = HOUSE.here + "/measures/" + measure.id() + "/bring";
        StringBuilder figures = new StringBuilder();
        int[] values = {52, 48, 53, 50, 47, 53, 49, 51, 46, 54, 50, 52, 44, 43, 42, 41, 40, 39, 41, 35, 3};
        for (int i = 0; i < values.length; i++) {
            figures.append(today().minusWeeks(values.length - i))
                    .append(',')
                    .append(values[i])
                    .append('\n');
        }
        HOUSE.member.attach(
                at,
                Map.of("_csrf", HOUSE.member.open(at + "?lang=en").csrf(), "figures", figures.toString()),
                Map.of());
        String title = "Ring before noon " + System.nanoTime();
        running(title);
        String room = openedForIt("Wall " + System.nanoTime());
        Browser.Page board = move(move(week(room, today()), "start"), "next");
        Browser.Page wall = HOUSE.member.open(ROOMS + "/weeks/" + board.id() + "/wall?lang=en");
        assertThat(wall.body()).contains("id=\"measured-");
        assertThat(text(wall))
                .contains(name)
                // Three people are not shown, so the newest figure is the one before.
                .contains("Newest: 35 on")
                .contains("Something has changed for the better")
                .contains("Experiments that run")
                .contains(title)
                .doesNotContain("There is nothing on the wall yet");
        assertThat(wall.body()).doesNotContain("data-value=\"3\"");
        assertThat(text(HOUSE.keeper.open(ROOMS + "/weeks/" + board.id() + "?lang=en")))
                .contains("Newest: 35 on")
                .contains(title);
    }

    @Test
    void aTestBecomesAnExperimentAndWhatWasLearntIsKeptWithIt() {
        String room = openedForIt("Becomes " + System.nanoTime());
        String week = week(room, today()).id();
        String words = "Ring on Friday too " + System.nanoTime();
        notes(
                HOUSE.keeper,
                week,
                Map.of(
                        "kind",
                        "test",
                        "words",
                        words,
                        "owner",
                        "Dev of Bigroom",
                        "due-on",
                        today().plusDays(6).toString()));
        String link = StoryHouse.found(
                        HOUSE.member.open(ROOMS + "/" + room + "?lang=en").body(),
                        "href=\"([^\"]*/experiments/new\\?[^\"]*)\"")
                .replace("&amp;", "&");
        Browser.Page form = HOUSE.member.open(link + "&lang=en");
        Browser.Page begun = form.send(Map.of(
                "title", words,
                "if-we", "a clerk rings on Friday",
                "and-if", "somebody is at home",
                "then-so", "fewer people wait",
                "cycle", "test"));
        assertThat(begun.body()).contains("It is written down");
        Browser.Page page = HOUSE.member.open(ROOMS + "/" + room + "?lang=en");
        assertThat(page.body()).contains("/experiments/" + begun.id() + "\"").doesNotContain("/experiments/new?");
        assertThat(text(HOUSE.member.open(HOUSE.here + "/thread/experiment?lang=en&id=" + begun.id())))
                .contains("Noted in a Big Room")
                .contains("tried because of it");
        // What was learnt is read with the experiment, and somebody answers for it.
        String title = "Learnt from " + System.nanoTime();
        String tried = running(title);
        Browser.Page note = HOUSE.keeper.open(ROOMS + "/weeks/" + week + "?lang=en");
        Browser.Page noted =
                note.send(Map.of("kind", "learnt", "words", "Fridays are quieter", "experiment", note.option(title)));
        assertThat(text(noted)).contains("Who should answer: Dev of Bigroom.").contains(title);
        assertThat(text(HOUSE.member.open(HOUSE.here + "/experiments/" + tried + "?lang=en")))
                .contains("Fridays are quieter");
        assertThat(text(HOUSE.member.open(HOUSE.here + "/news?lang=en")))
                .contains("A Big Room learnt something that you should answer");
        assertThat(text(HOUSE.member.open(HOUSE.here + "/thread/experiment?lang=en&id=" + tried)))
                .contains("learnt from it in a Big Room");
        notes(HOUSE.keeper, week, Map.of("kind", "learnt", "words", "Mondays are worse"));
        assertThat(text(HOUSE.member.open(ROOMS + "/" + room + "?lang=en")))
                .contains("What we learnt")
                .contains("Mondays are worse")
                .contains("Nobody is named yet who should answer");
    }

    @Test
    void theCoachesAreTwoAndTwoPeopleWhoChangeItSeeEachOther() {
        Browser.Page form = HOUSE.keeper.open(ROOMS + "/new?lang=en");
        Map<String, String> one = wanted(form, "One coach only");
        one.put("outside", form.option("Sian of Bigroom"));
        Browser.Page refused = form.send(one);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("one inside the pathway, one outside");
        String room = opened("Changed " + System.nanoTime());
        Browser.Page first = HOUSE.keeper.open(ROOMS + "/" + room + "/edit?lang=en");
        Browser.Page second = HOUSE.keeper.open(ROOMS + "/" + room + "/edit?lang=en");
        Map<String, String> mine = new HashMap<>(Map.of(
                "pathway", "Mine",
                "inside", first.option("Sian of Bigroom"),
                "outside", first.option("Dev of Bigroom")));
        assertThat(first.send(mine).body()).contains("id=\"undo\"");
        mine.put("pathway", "Theirs");
        Browser.Page both = second.send(mine);
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body()).contains("Mine").contains("Theirs");
    }

    @Test
    void aGuestSeesNoBigRoomAndAMemberOpensNone() {
        assertThat(Running.browser().open(ROOMS).status()).isEqualTo(403);
        assertThat(HOUSE.member.open(ROOMS).status()).isEqualTo(200);
        assertThat(HOUSE.member.open(ROOMS + "/new").status()).isEqualTo(403);
    }

    @Test
    void aStoryThatWasTakenBackIsGoneFromItsWeek() {
        String room = opened("Taken back " + System.nanoTime());
        String taken = HOUSE.released(
                Telling.story("Something cymerwyd").with("for-partnership", "yes"), "cymerwyd", "A word cymerwyd.");
        Browser.Page week = HOUSE.keeper
                .open(ROOMS + "/" + room + "?lang=en")
                .send(Map.of("held-on", today().toString(), "story", HOUSE.id("cymerwyd")));
        assertThat(week.body()).contains("A word cymerwyd.");
        Browser teller = Running.browser();
        teller.open("/t/mine/" + taken + "/withdraw?lang=en").send(Map.of());
        assertThat(HOUSE.keeper.open(ROOMS + "/weeks/" + week.id() + "?lang=en").body())
                .doesNotContain("A word cymerwyd.")
                .contains("has taken it back");
    }
}
