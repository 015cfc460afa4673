package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the partners have agreed, in a shift's own books and on the board's page; and how far left it moves resource. */
class AgreedTest {

    /**
     * Nobody waits and nothing costs by use, so sums can be done by hand: a place of reablement costs its owner, the council,
     * 100 pounds a day. The health board pays 20,000 a year for it as a block, both share it by a pool, half and half.
     */
    private static final String MODEL = """
            whorl: 1
            name: {en: Agreed, cy: Cytuno}
            time: {start: 2026-04-01, days: 365, warm-up: 365}
            money: {price-year: 2024/25}
            partners:
              health: {name: {en: Health board, cy: Bwrdd iechyd}, kind: health}
              council: {name: {en: Council, cy: Cyngor}, kind: council}
            exits: [home]
            arrivals:
              ready: {to: ward, rate: 1}
            services:
              ward: {name: {en: Ward, cy: Ward}, partner: health, capacity: 60, length-of-stay: {exponential: {mean: 8}}, routes: {care: 1}, cost: {per-place-day: 300}}
              care: {name: {en: Care at home, cy: Gofal gartref}, partner: council, capacity: 60, length-of-stay: {exponential: {mean: 20}}, routes: {home: 1}, cost: {per-place-day: 100}}
            measures:
              delayed: {name: {en: Delayed on the ward, cy: Oedi ar y ward}, count: blocked, in: ward, crisis: 10}
            """;

    private static final String AGREED = """
            agreements:
              contracts:
                section: {name: {en: Section 33, cy: Adran 33}, service: care, from: health, block: 20000}
              pools:
                first: {name: {en: Home first, cy: Adref yn gyntaf}, services: [care], shares: {health: 0.5, council: 0.5}}
              settings: {community: [care], acute: [ward]}
            """;

    private static String kept(String slug, String model) {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", slug, "name-cy", slug + " cy", "place-en", "Here", "place-cy", "Yma"));
        keeper.upload("/p/" + slug + "/picture/new", "model.yaml", model.getBytes(StandardCharsets.UTF_8));
        Browser.Page kept = keeper.open("/p/" + slug + "/shifts/new")
                .send(Map.of("name", "Ten places at home", "service0", "care", "places0", "10"));
        assertThat(kept.body()).contains("The proposal is kept");
        return "/p/" + slug + "/shifts/" + kept.id();
    }

    @Test
    void contractsAndPoolsAreInAShiftsOwnBooks() {
        Browser keeper = Running.keeper();
        String shift = kept("agreed", MODEL + AGREED);
        assertThat(keeper.open(shift).body())
                // The block stays what it is, on both sides.
                .contains("Section 33: Health board", "Section 33: Council", "£20,000", "−£20,000")
                // The pool's half of ten places at 100 pounds, 365 days, comes to each.
                .contains("+£182,500")
                .contains("All accounts together come to £0.00")
                // Both lose as much, and nobody said that either can bear it: no payment helps.
                .contains("It cannot be done: £365,000 is missing")
                // 60 places at 100 beside 60 at 300; then 70: 25% and 28%.
                .contains("Outside hospital: 25% of spending as things stand, 28% with the shift")
                .contains("id=\"left\"", "Show the numbers");
        assertThat(keeper.open(shift + "/board").body())
                .contains("Home first: Care at home: Council")
                .contains("It cannot be done: £365,000 is missing")
                .contains("Outside hospital: 25% of spending");
        assertThat(keeper.open(shift + "?lang=cy").body())
                .contains("Adref yn gyntaf: Gofal gartref: Cyngor")
                .contains("Y tu allan i’r ysbyty: 25% o’r gwariant");
        keeper.open(shift + "?lang=en");
    }

    @Test
    void threeWaysEvenOutWhatOneLosesAndAnotherGains() {
        Browser keeper = Running.keeper();
        String shift = kept("evened", MODEL);
        // Ten places more at the council's cost, four fewer at the ward's: the council loses 365,000, the board gains
        // 438,000.
        Map<String, String> put = new HashMap<>(Map.of("name", "Evened", "service0", "care", "places0", "10"));
        put.putAll(Map.of("service1", "ward", "places1", "-4"));
        Browser.Page changed = keeper.open(shift + "/edit").send(put);
        assertThat(changed.body())
                .contains("The least that changes hands", "Health board pays £365,000 to Council")
                // The gain of 73,000 in halves: the board pays 365,000 and 36,500.
                .contains("Everyone gains the same", "Health board pays £401,500 to Council")
                // The board pays 6,570,000 today, the council 2,190,000: three quarters and one of 73,000.
                .contains("Everyone gains in proportion", "Health board pays £383,250 to Council")
                .contains("have written down no contract, pool or grant")
                .contains("Cannot tell. The picture does not say which services are prevention");
        assertThat(keeper.open(shift + "/board").body())
                .contains("So that no partner is worse off than it can bear: Health board pays £365,000 to Council.");
    }
}
