package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A council must cut home care: three questions, who waits, who pays, and a proposal begun with it. */
class CutTest {

    /** A person stuck on the ward costs the health board 300 pounds a day; a place of care costs the council 50. */
    private static final String MODEL = """
            whorl: 1
            name: {en: Cut, cy: Toriad}
            time: {start: 2026-04-01, days: 365, warm-up: 0}
            money: {price-year: 2024/25}
            partners:
              health: {name: {en: Health board, cy: Bwrdd iechyd}, kind: health}
              council: {name: {en: Council, cy: Cyngor}, kind: council}
            exits: [home]
            arrivals:
              ready: {to: ward, rate: 4}
            services:
              ward: {name: {en: Ward, cy: Ward}, partner: health, capacity: 400, length-of-stay: {exponential: {mean: 8}}, routes: {care: 1}, cost: {per-used-day: 300}}
              care:
                name: {en: Care at home, cy: Gofal gartref}
                partner: council
                capacity: {value: 100, low: 90, high: 110, quality: agreed, source: Contract, date: 2026, owner: Council}
                length-of-stay: {exponential: {mean: {value: 20, low: 19, high: 23, quality: guess}}}
                routes: {home: 1}
                cost: {per-place-day: 50}
                carers: 2
              rounds: {name: {en: Night rounds, cy: Rowndiau nos}, partner: council, capacity: 5, length-of-stay: {exponential: {mean: 2}}, routes: {home: 1}}
            opening: {ward: {in-place: 32}, care: {in-place: 80}}
            measures:
              delayed: {name: {en: Delayed on the ward, cy: Oedi ar y ward}, count: blocked, in: ward, crisis: 10}
            """;

    private static final String SHIFTS = "/p/cutting/shifts";

    @BeforeAll
    static void bring() {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "cutting", "name-cy", "torri", "place-en", "Here", "place-cy", "Yma"));
        assertThat(keeper.upload("/p/cutting/picture/new", "model.yaml", MODEL.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("The model is here");
    }

    @Test
    void aCouncilCutsHomeCareByFivePerCent() {
        Browser keeper = Running.keeper();
        assertThat(keeper.open(SHIFTS).body()).contains("What if a budget is cut?");
        Browser.Page asked = keeper.open(SHIFTS + "/cut");
        assertThat(asked.body())
                .contains("1. Whose services are cut?", "All of these: Council", "value=\"5\"", "value=\"2026-04-01\"")
                .doesNotContain("id=\"days\"");

        String body = keeper.open(SHIFTS + "/cut?service-care=yes&percent=5&from=2026-10-01")
                .body();
        assertThat(body)
                .contains("Care at home: 5 of 100 places go")
                // Who waits: the mean, the middle day, the band and the hard days.
                .contains("On an average day", "On the middle day (median)", "Nine days in ten", "Days above 10")
                .contains("Ward: ready to leave, with nowhere to go")
                // 5 places, 182 days from October, 50 pounds.
                .contains("−£45,500")
                .contains("Unpaid carers: ")
                .contains("Check by simulation before you decide", "check it by simulation before anybody decides");
        // The least payment lifts the health board to where it was: what it pays more, which the ledger rounds as its
        // interval deserves.
        double more = pounds("Health board</th>\\s*<td[^>]*>\\s*\\+£([0-9,]+)", body);
        double paid = pounds("Council pays £([0-9,]+) to Health board", body);
        assertThat(Math.rint(paid / 10_000) * 10_000).isEqualTo(more);
        assertThat(keeper.open(href("[^\"]*/shifts/new[^\"]*payer0=council[^\"]*", body))
                        .send(Map.of())
                        .body())
                .contains("Council pays £%,.0f to Health board".formatted(paid))
                // After it the board is where it was, as far as the middle estimate goes.
                .contains("−£%,.0f</td>".formatted(paid));
        assertThat(body).contains("Council could cover 50% of what Health board pays beyond what is expected");

        Browser.Page form = keeper.open(href("[^\"]*/shifts/new[^\"]*from0=2026-10-01", body));
        assertThat(form.body()).contains("value=\"5% less: Care at home\"", "value=\"-5\"");
        assertThat(form.send(Map.of()).body())
                .contains("The proposal is kept")
                .contains("Care at home: 5 fewer places from 1 October 2026");
    }

    @Test
    void aPartnerCutsAllItRuns() {
        String body = Running.keeper()
                .open(SHIFTS + "/cut?partner-council=yes&percent=10&from=2026-04-01&lang=en")
                .body();
        assertThat(body)
                .contains("Care at home: 10 of 100 places go")
                .contains("Night rounds: 1 of 5 places go")
                .doesNotContain("Ward: 40 of")
                // Nobody said what a night round costs, and 80 people at a time for 90 places leave care overfull on no
                // day.
                .contains("Nobody has said what a place costs here, so what is saved cannot be told: Night rounds");
    }

    @Test
    void aCutThatRoundsToNoPlaceSaysSo() {
        String body = Running.keeper()
                .open(SHIFTS + "/cut?service-rounds=yes&percent=5&lang=en")
                .body();
        assertThat(body)
                .contains("Night rounds: 5% of 5 places is less than half a place, so none goes here.")
                .contains("This cut takes nothing.")
                .doesNotContain("/shifts/new?model");
    }

    @Test
    void moreThanThereIsRoomForNeedsSimulation() {
        assertThat(Running.keeper()
                        .open(SHIFTS + "/cut?service-care=yes&percent=30&lang=en")
                        .body())
                .contains("so no long-run average exists: Care at home");
    }

    @Test
    void theSameInWelsh() {
        assertThat(Running.keeper()
                        .open(SHIFTS + "/cut?service-care=yes&percent=5&lang=cy")
                        .body())
                .contains("Gofal gartref: mae 5 o 100 lle yn mynd")
                .contains("Ar y diwrnod canol (canolrif)")
                .contains("Cadw hyn fel cynnig");
        Running.keeper().open(SHIFTS + "?lang=en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "percent=much | Write a number above 0 and up to 100",
                "percent=0    | Write a number above 0 and up to 100",
                "percent=101  | Write a number above 0 and up to 100",
                "from=soon    | Write a day, such as",
                "from=2031-01-01 | Choose a day within the model’s time",
            })
    void whatCannotBeIsSaidAtItsField(String put, String wrong) {
        Browser.Page page = Running.keeper().open(SHIFTS + "/cut?lang=en&service-care=yes&" + put);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(wrong).doesNotContain("id=\"days\"");
    }

    private static String href(String pattern, String body) {
        Matcher found = Pattern.compile("href=\"(" + pattern + ")\"").matcher(body);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static double pounds(String pattern, String body) {
        Matcher found = Pattern.compile(pattern).matcher(body);
        assertThat(found.find()).as(pattern).isTrue();
        return Double.parseDouble(found.group(1).replace(",", ""));
    }
}
