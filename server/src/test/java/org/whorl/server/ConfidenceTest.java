package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How sure people feel before a turn and after it: by a link, told of ten or more both times, and never of fewer. */
class ConfidenceTest {

    private static final StoryHouse HOUSE = new StoryHouse("Sicrwydd");
    private static final String PAGE = HOUSE.here + "/patterns/confidence";

    private static String spiral(String question) {
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new?lang=en");
        return form.send(Map.of("question", question, "population", "All", "place", form.option("Ferndale")))
                .id();
    }

    private static String text(Browser.Page page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static String told(Browser who, String spiral) {
        return text(who.open(PAGE + "?lang=en&spiral=" + spiral));
    }

    /** Begins a round; the path of its link. */
    private static String begins(String spiral, String kind) {
        Browser.Page page = HOUSE.keeper.open(PAGE + "?lang=en&spiral=" + spiral);
        Browser.Page begun =
                HOUSE.keeper.post(PAGE + "/open", Map.of("_csrf", page.csrf(), "spiral", spiral, "kind", kind));
        return StoryHouse.found(begun.body(), "href=\"https?://[^/]+(/c/[0-9a-z]{12})\"");
    }

    private static Browser.Page ends(String spiral) {
        Browser.Page page = HOUSE.keeper.open(PAGE + "?lang=en&spiral=" + spiral);
        return HOUSE.keeper.post(
                StoryHouse.found(page.body(), "action=\"([^\"]+/close)\""),
                Map.of("_csrf", page.csrf(), "spiral", spiral));
    }

    private static Browser.Page answers(String link, int mark, String group) {
        Browser somebody = Running.browser();
        Browser.Page sheet = somebody.open(link + "?lang=en");
        Map<String, String> said = new HashMap<>(Telling.hidden(sheet));
        said.putAll(Map.of("heard", "" + mark, "trying", "3", "daring", "" + (6 - mark)));
        if (!group.isEmpty()) {
            said.put("group", sheet.option(group));
        }
        return somebody.post(link, said);
    }

    private static void many(String link, int number, int mark, String group) {
        for (int i = 0; i < number; i++) {
            assertThat(text(answers(link, i % 2 == 0 ? mark : mark + 1, group))).contains("Your answer is in.");
        }
    }

    @Test
    void aGroupIsToldOfWithTenBothTimesAndNobodyElseCanBeWorkedOut() {
        String spiral = spiral("Who dares?");
        assertThat(told(HOUSE.member, spiral)).contains("There is nothing to tell yet.");
        String before = begins(spiral, "before");
        many(before, 10, 1, "Unpaid carers");
        many(before, 10, 2, "Hospital");
        assertThat(told(HOUSE.member, spiral)).as("nothing while it goes on").contains("There is nothing to tell yet.");
        Browser late = Running.browser();
        Map<String, String> tooLate = new HashMap<>(Telling.hidden(late.open(before + "?lang=en")));
        tooLate.putAll(Map.of("heard", "5", "trying", "5", "daring", "5"));
        ends(spiral);
        assertThat(told(HOUSE.member, spiral)).as("one time is no change").contains("There is nothing to tell yet.");
        String after = begins(spiral, "after");
        assertThat(after).isNotEqualTo(before);
        many(after, 12, 4, "Unpaid carers");
        many(after, 9, 2, "Hospital");
        many(after, 1, 2, "");
        ends(spiral);
        // Carers 1.5 before: half of ten say 1, half 2. Its interval is 2.262 * sqrt(2.5/9/10) = 0.38 to each side.
        assertThat(told(HOUSE.member, spiral))
                .contains("Everybody I can say what matters to me, and I am heard")
                .contains("Unpaid carers I can say what matters to me, and I am heard Turn 1: Surer than before"
                        + " Before: 1.5 (likely 1.1 to 1.9, 10 answers) After: 4.5")
                .contains("I would dare to change how we work Turn 1: Less sure than before")
                .contains("I know how to try something small and learn from it Turn 1: Cannot tell whether it changed")
                .doesNotContain("Hospital I can say")
                .doesNotContain("9 answers");
        assertThat(told(Running.browser(), spiral)).as("a guest may look").contains("Surer than before");
        assertThat(text(HOUSE.member.open(HOUSE.here + "/learning?lang=en&spiral=" + spiral)))
                .contains("Sure of saying what matters, and of being heard Turn 1. Before: 2 of 5 (likely between");
        assertThat(text(HOUSE.member.open(HOUSE.here + "/learning?lang=en")))
                .contains("Would dare to change how we work Cannot tell");
        assertThat(text(late.open(before + "?lang=en"))).contains("This round is over");
        assertThat(text(late.post(before, tooLate))).contains("Nothing was added");
        assertThat(HOUSE.asked("select count(*)::int from confidence_answer where heard = 5", Integer.class))
                .as("only of those who answered in time")
                .isEqualTo(6);
    }

    @Test
    void nineAreTooFewAndOneLeftOverHidesTheGroup() {
        String spiral = spiral("Are we enough?");
        String before = begins(spiral, "before");
        many(before, 10, 2, "Social care");
        many(before, 1, 2, "Hospital");
        ends(spiral);
        String after = begins(spiral, "after");
        many(after, 9, 2, "Social care");
        ends(spiral);
        assertThat(told(HOUSE.member, spiral))
                .contains("Too few to show: at least ten people have to answer both times.")
                .doesNotContain("likely");

        String again = spiral("Is one left over?");
        String first = begins(again, "before");
        many(first, 10, 2, "Social care");
        many(first, 1, 2, "Hospital");
        ends(again);
        String second = begins(again, "after");
        many(second, 11, 3, "Social care");
        ends(again);
        assertThat(told(HOUSE.member, again))
                .contains("Everybody I can say")
                .as("eleven less ten would tell what the one said")
                .doesNotContain("Social care I can say");
    }

    @Test
    void aSheetCountsOnceAndIsWhole() {
        String spiral = spiral("Once?");
        String link = begins(spiral, "before");
        Browser somebody = Running.browser();
        Browser.Page sheet = somebody.open(link + "?lang=en");
        Browser.Page blank = somebody.post(link, Telling.hidden(sheet));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(text(blank)).contains("Choose how far you are heard", "Choose how far you would dare");
        Map<String, String> said = new HashMap<>(Telling.hidden(sheet));
        said.putAll(Map.of("heard", "2", "trying", "6", "daring", "2"));
        assertThat(somebody.post(link, said).status()).as("six is no mark").isEqualTo(422);
        said.put("trying", "2");
        assertThat(text(somebody.post(link, said))).contains("Your answer is in.");
        Browser.Page twice = somebody.post(link, said);
        assertThat(twice.status()).isEqualTo(422);
        assertThat(text(twice)).contains("Nothing was added").doesNotContain("Thank you Your answer");
        assertThat(HOUSE.asked(
                        "select count(*)::int from confidence_answer a join pulse p on p.id = a.pulse where p.spiral = '%s'"
                                .formatted(spiral),
                        Integer.class))
                .isEqualTo(1);

        assertThat(somebody.open("/c/000000000000").status()).isEqualTo(404);
        Browser.Page typed = somebody.open("/c?lang=en");
        assertThat(typed.send(Map.of("code", "nothing")).status()).isEqualTo(422);
        assertThat(text(typed.send(Map.of("code", link.substring(3).toUpperCase(java.util.Locale.ROOT)))))
                .contains("Three short questions");
        Browser.Page had = HOUSE.keeper.post(
                PAGE + "/open", Map.of("_csrf", HOUSE.keeper.open(PAGE).csrf(), "spiral", spiral, "kind", "before"));
        assertThat(had.status()).isEqualTo(422);
        Browser.Page page = HOUSE.member.open(PAGE + "?lang=en&spiral=" + spiral);
        assertThat(page.body()).doesNotContain("Ask after the turn");
        assertThat(HOUSE.member
                        .post(PAGE + "/open", Map.of("_csrf", page.csrf(), "spiral", spiral, "kind", "after"))
                        .status())
                .isEqualTo(403);
    }
}
