package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How people want to work differently in a turn, and what came of it, through the front door. */
class CommitmentsTest {

    private static final StoryHouse HOUSE = new StoryHouse("Ymrwymo");

    private static String inAWeek() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(7).toString();
    }

    private static String spiral(String question) {
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new?lang=en");
        return HOUSE.here + "/spirals/"
                + form.send(Map.of("question", question, "population", "All", "place", form.option("Ferndale")))
                        .id();
    }

    private static String text(Browser.Page page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static Browser.Page agrees(Browser who, String spiral, String what) {
        Browser.Page form = who.open(spiral + "/commitments?lang=en");
        return form.send(Map.of("what", what, "owner", form.option("Dev of Ymrwymo"), "by", inAWeek()));
    }

    private static String page(String what) {
        return "/" + HOUSE.asked("select id::text from commitment where what = '%s'".formatted(what), String.class);
    }

    private static Browser.Page close(String spiral) {
        return HOUSE.keeper
                .open(spiral + "/close?lang=en")
                .send(Map.of("learned", "Calls help", "joined", "Porters", "matters", "Nights"));
    }

    @Test
    void whatWasAgreedIsLookedAtAndTheNextTurnShowsIt() {
        String spiral = spiral("Who rings back?");
        assertThat(text(HOUSE.member.open(spiral + "?lang=en"))).contains("Nothing is agreed for this turn yet.");
        Browser.Page blank = HOUSE.member.open(spiral + "/commitments?lang=en").send(Map.of());
        assertThat(blank.status()).isEqualTo(422);
        assertThat(text(blank))
                .contains("Write what we will do differently")
                .contains("Choose who sees to it")
                .contains("Enter a day");

        assertThat(text(agrees(HOUSE.carer, spiral, "We ring back the same day")))
                .contains("It is written down.")
                .contains("Dev of Ymrwymo sees to it")
                .contains("Not looked at yet");
        agrees(HOUSE.carer, spiral, "We begin with a story");
        assertThat(text(HOUSE.member.open(HOUSE.here + "/news?lang=en"))).contains("to see to");
        assertThat(text(HOUSE.member.open(HOUSE.here + "/responsibilities?lang=en")))
                .contains("We ring back the same day");
        assertThat(text(HOUSE.keeper.open(spiral + "/close?lang=en")))
                .contains("We have not looked at these yet:")
                .contains("We ring back the same day")
                .contains("You can close the turn all the same");

        String kept = spiral + "/commitments" + page("We ring back the same day");
        Browser.Page half = HOUSE.member.open(kept + "/review?lang=en").send(Map.of("outcome", "kept"));
        assertThat(half.status()).isEqualTo(422);
        assertThat(text(half)).contains("Write what we learnt by it");
        assertThat(text(HOUSE.member
                        .open(kept + "/review?lang=en")
                        .send(Map.of("outcome", "partly", "learnt", "Mondays are too full"))))
                .contains("Partly kept Mondays are too full");
        assertThat(text(close(spiral))).contains("The turn is closed").contains("We begin with a story");
        assertThat(text(HOUSE.member.open(spiral + "/commitments?lang=en")))
                .contains("In this turn (2) Nothing is agreed for this turn yet.")
                .contains("From the turn before (1)")
                .contains("Mondays are too full");
        assertThat(text(HOUSE.member.open(
                        HOUSE.here + "/learning?lang=en&spiral=" + spiral.substring(spiral.lastIndexOf('/') + 1))))
                .contains("How we wanted to work differently Kept: 0. Partly: 1. Not kept: 0. Not looked at yet: 1.");
        assertThat(HOUSE.member
                        .open(HOUSE.here + "/learning/figures.csv?lang=en")
                        .body())
                .contains("\"How we wanted to work differently\",\"Kept: ");

        String thread = "/thread/commitment?id=" + page("We begin with a story").substring(1);
        assertThat(text(HOUSE.member.open(HOUSE.here + thread + "&lang=en")))
                .contains("We begin with a story")
                .contains("agreed for this turn");
        assertThat(text(HOUSE.member.open(HOUSE.here + "/search?lang=en&q=story")))
                .contains("We begin with a story");
    }

    @Test
    void aGuestSeesWhatWasAgreedAndNobodysNameAndWritesNothing() {
        String spiral = spiral("Who waits in the rain?");
        agrees(HOUSE.member, spiral, "We meet where people are");
        Browser guest = Running.browser();
        Browser.Page seen = guest.open(spiral + "/commitments?lang=en");
        assertThat(text(seen)).contains("We meet where people are").doesNotContain("Dev of Ymrwymo");
        assertThat(seen.body()).doesNotContain("name=\"what\"");
        assertThat(guest.open(spiral + "/commitments" + page("We meet where people are"))
                        .status())
                .isEqualTo(403);
        assertThat(guest.post(spiral + "/commitments", Map.of("_csrf", seen.csrf(), "what", "Mine"))
                        .status())
                .isEqualTo(403);
        assertThat(HOUSE.member
                        .open(spiral("Another one") + "/commitments" + page("We meet where people are"))
                        .status())
                .as("it is of another spiral")
                .isEqualTo(404);
    }

    @Test
    void threeIsTheMostAlsoWhenFourWriteAtOnce() throws Exception {
        String spiral = spiral("How many is too many?");
        Browser.Page form = HOUSE.member.open(spiral + "/commitments?lang=en");
        String owner = form.option("Dev of Ymrwymo");
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Integer>> sent = new ArrayList<>();
        try (ExecutorService at = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                Map<String, String> words =
                        Map.of("_csrf", form.csrf(), "what", "At once " + i, "owner", owner, "by", inAWeek());
                sent.add(at.submit(() -> {
                    go.await();
                    return HOUSE.member.post(spiral + "/commitments", words).status();
                }));
            }
            go.countDown();
            for (Future<Integer> each : sent) {
                assertThat(each.get()).isIn(200, 422);
            }
        }
        assertThat(HOUSE.asked("select count(*)::int from commitment where what like 'At once %'", Integer.class))
                .isBetween(1, 3);
        for (int i = 0; i < 3; i++) {
            HOUSE.member.post(
                    spiral + "/commitments",
                    Map.of("_csrf", form.csrf(), "what", "One after another " + i, "owner", owner, "by", inAWeek()));
        }
        assertThat(HOUSE.asked(
                        "select count(*)::int from commitment where spiral = '%s'"
                                .formatted(spiral.substring(spiral.lastIndexOf('/') + 1)),
                        Integer.class))
                .isEqualTo(3);
        Browser.Page full = HOUSE.member.open(spiral + "/commitments?lang=en");
        assertThat(text(full)).contains("More than three would be a list of wishes");
        Browser.Page refused = HOUSE.member.post(
                spiral + "/commitments",
                Map.of("_csrf", full.csrf(), "what", "The fourth", "owner", owner, "by", inAWeek()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(text(refused)).contains("That was not done");
    }

    @Test
    void twoWhoLookAtOnceSeeEachOtherAndItCanBeUndone() {
        String spiral = spiral("Who saves first?");
        agrees(HOUSE.member, spiral, "We say what we do not know");
        assertThat(text(agrees(HOUSE.member, spiral, "We say what we do not know")))
                .contains("This stands here for this turn already");
        String one = spiral + "/commitments" + page("We say what we do not know");
        Browser.Page mine = HOUSE.member.open(one + "/review?lang=en");
        Browser.Page theirs = HOUSE.carer.open(one + "/review?lang=en");
        assertThat(text(theirs.send(Map.of("outcome", "kept", "learnt", "It frees us"))))
                .contains("It is noted what came of it.");
        Browser.Page conflict = mine.send(Map.of("outcome", "not-kept", "learnt", "We forgot"));
        assertThat(text(conflict))
                .contains("saved before you")
                .contains("It frees us")
                .contains("We forgot");
        assertThat(text(HOUSE.member.open(spiral + "/commitments?lang=en"))).contains("Kept It frees us");

        Browser.Page again =
                HOUSE.carer.open(one + "/review?lang=en").send(Map.of("outcome", "partly", "learnt", "Some"));
        assertThat(again.body()).contains("id=\"undo\"").contains("name=\"kind\" value=\"commitment\"");
        assertThat(text(again)).contains("Partly kept Some");
        HOUSE.carer.post(
                HOUSE.here + "/undo",
                Map.of(
                        "_csrf",
                        again.csrf(),
                        "kind",
                        "commitment",
                        "id",
                        page("We say what we do not know").substring(1),
                        "version",
                        "3",
                        "back",
                        spiral + "/commitments"));
        assertThat(text(HOUSE.member.open(spiral + "/commitments?lang=en"))).contains("Kept It frees us");

        Browser.Page change = HOUSE.member.open(one + "?lang=en");
        assertThat(text(change)).as("what was looked at is not reworded").contains("Did we keep to it?");
    }
}
