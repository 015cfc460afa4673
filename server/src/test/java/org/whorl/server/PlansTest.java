package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several plans within what the partners agreed: asked for, found beside the pages, compared, and begun as a proposal. */
class PlansTest {

    /** A council's team in front of the health board's beds, too small for those who need it. */
    private static final String MODEL = """
            whorl: 1
            name: {en: Team, cy: Tîm}
            time: {start: 2026-04-01, days: 200, warm-up: 100}
            partners: {board: {name: {en: Health board, cy: Bwrdd iechyd}}, council: {name: {en: Council, cy: Cyngor}}}
            arrivals: {people: {to: team, rate: {value: 2, low: 1.9, high: 2.1}, tags: {fifth: {1: 0.75, 5: 0.25}}}}
            services:
              team: {name: {en: Team at home, cy: Tîm gartref}, partner: council, capacity: 21, length-of-stay: {exponential: {mean: 10}}, waits-in: acute, cost: {per-place-day: 100}}
              acute: {name: {en: Acute beds, cy: Gwelyau aciwt}, partner: board, capacity: unlimited, cost: {per-used-day: 346}}
            measures: {delayed: {name: {en: Delayed, cy: Wedi eu hoedi}, count: waiting, in: acute}}
            """;

    private static final String LIMITS = """
            agreements:
              limits:
                aim: {delayed: 1}
                services: {team: {fewer: 2, more: 4, least: 18}}
                budgets: {board: 200000, council: 50000}
            """;

    private static final String PLANS = "/p/planning/shifts/plans";

    @BeforeAll
    static void begin() {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "planning", "name-cy", "cynllunio", "place-en", "Here", "place-cy", "Yma"));
        bring(keeper, "planning", MODEL + LIMITS);
    }

    private static void bring(Browser keeper, String slug, String model) {
        assertThat(keeper.upload("/p/" + slug + "/picture/new", "model.yaml", model.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("The model is here");
    }

    @Test
    void plansAreSearchedForComparedAndBegunAsAProposal() {
        Browser keeper = Running.keeper();
        assertThat(keeper.open("/p/planning/shifts").body()).contains(PLANS);
        Browser.Page asked = keeper.open(PLANS);
        assertThat(asked.body())
                .contains("What should become less: Delayed", "value=\"200000\"", "Team at home", "value=\"18\"");

        Browser.Page wrong =
                keeper.post(PLANS, Map.of("_csrf", asked.csrf(), "budget-council", "much", "draws", "quick"));
        assertThat(wrong.body()).contains("Write a number of 0 or more", "value=\"much\"");

        String found = found(
                keeper,
                keeper.post(
                        PLANS,
                        Map.of(
                                "_csrf",
                                asked.csrf(),
                                "budget-council",
                                "30000",
                                "worse-council",
                                "30000",
                                "budget-board",
                                "0",
                                "draws",
                                "quick")));
        String page = keeper.open(found).body();
        assertThat(page)
                .contains("Plans side by side", "with 60 draws of the numbers", "played through 100 times")
                .contains("Plan 1", "Team at home: ", "Fifth 1 (1 is the most deprived): ")
                .contains("£100,000 more to put in would mean")
                .doesNotContain("optimal");
        Matcher begin = Pattern.compile("href=\"([^\"]*/shifts/new[^\"]*)\"").matcher(page);
        assertThat(begin.find()).isTrue();
        String proposal = keeper.open(begin.group(1).replace("&amp;", "&")).body();
        // £30,000 buys one place for 200 days at £100, and not two.
        assertThat(begin.group(1)).contains("service0=team", "places0=1");
        assertThat(proposal).containsPattern("name=\"places0\"[^>]*value=\"1\"");
        assertThat(keeper.open(found + "?lang=cy").body()).contains("Cynlluniau ochr yn ochr", "Cynllun 1");
        keeper.open(found + "?lang=en");
    }

    @Test
    void whatNoPlanCanMendIsSaid() {
        Browser keeper = Running.keeper();
        Browser.Page asked = keeper.open(PLANS);
        String found = found(
                keeper,
                keeper.post(
                        PLANS,
                        Map.of(
                                "_csrf",
                                asked.csrf(),
                                "budget-council",
                                "0",
                                "budget-board",
                                "0",
                                "least-team",
                                "21",
                                "draws",
                                "quick")));
        assertThat(keeper.open(found).body())
                .contains("Nothing within these limits is better than things as they are.");
    }

    @Test
    void aModelWithoutLimitsSaysWhatToWrite() {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "unlimited", "name-cy", "diderfyn", "place-en", "Here", "place-cy", "Yma"));
        bring(keeper, "unlimited", MODEL);
        assertThat(keeper.open("/p/unlimited/shifts/plans").body())
                .contains("This model does not say what should become less")
                .doesNotContain("id=\"ask\"");
    }

    /** What one person searched for is theirs: others do not find it by its address. */
    @Test
    void nobodyElseSeesIt() {
        assertThat(Running.keeper()
                        .open(PLANS + "/00000000-0000-4000-8000-000000000000")
                        .status())
                .isEqualTo(404);
    }

    private static String found(Browser keeper, Browser.Page job) {
        assertThat(job.url()).contains("/jobs/");
        Pattern link = Pattern.compile("href=\"([^\"]*/shifts/plans/[0-9a-f-]+)\"");
        for (int i = 0; i < 1200; i++) {
            Matcher here = link.matcher(keeper.open(job.url()).body());
            if (here.find()) {
                return here.group(1);
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("nothing was found: " + keeper.open(job.url()).body());
    }
}
