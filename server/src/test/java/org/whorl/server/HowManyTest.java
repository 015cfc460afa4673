package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many places: the sum on paper, beside formulas, simulation and what it costs everybody. */
class HowManyTest {

    private static final String MODEL = """
            whorl: 1
            name: {en: Ward and care, cy: Ward a gofal}
            time: {start: 2026-04-01, days: 365, warm-up: 0}
            money: {price-year: 2024/25}
            partners: {health: {name: {en: Health board, cy: Bwrdd iechyd}, kind: health}}
            exits: [home]
            arrivals:
              ready:
                name: {en: Ready, cy: Yn barod}
                to: ward
                rate: 4
                weekday: [1.3, 1.2, 1.1, 1, 1, 0.7, 0.7]
                month: [1.3, 1.2, 1.1, 1, 1, 1, 0.9, 0.9, 1, 1, 1, 1.1]
              asked: {to: rounds, rate: 3}
            services:
              rounds: {name: {en: Rounds, cy: Cylchoedd}, partner: health, capacity: {visits: 100}, visits: {first: 4, last: 1}, length-of-stay: {exponential: {mean: 10}}, cost: {per-visit: 14}}
              ward: {name: {en: Ward, cy: Ward}, partner: health, capacity: 40, length-of-stay: {exponential: {mean: {value: 8, low: 7, high: 9, quality: guess}}}, routes: {care: 0.5, home: 0.5}, cost: {per-place-day: 300}}
              care: {name: {en: Care at home, cy: Gofal gartref}, partner: health, capacity: 44, length-of-stay: {exponential: {mean: 20}}, routes: {home: 1}, cost: {per-place-day: 50}}
            measures: {delayed: {name: {en: Delayed on the ward, cy: Oedi ar y ward}, count: blocked, in: ward, crisis: 10}}
            """;

    private static final Browser keeper = Running.keeper();
    private static String picture = "";

    @BeforeAll
    static void aWardAndCare() {
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "How many", "name-cy", "Faint", "place-en", "Here", "place-cy", "Yma"));
        keeper.upload("/p/how-many/picture/new", "model.yaml", MODEL.getBytes(StandardCharsets.UTF_8));
        picture = keeper.open("/p/how-many/picture")
                .url()
                .replaceFirst("[?#].*", "")
                .replaceFirst("https?://[^/]+", "");
    }

    @Test
    void theSumOnPaperIsDoneStepByStep() {
        assertThat(keeper.open(picture).body()).contains(picture + "/how-many");
        String page = keeper.open(picture + "/how-many?service=ward").body();
        assertThat(page)
                .contains("Today there are 40 places")
                .contains("Ready: 28 people a week from outside come here. 100% of them: 28 a week.")
                // 28 / 7 x 8 = 32; 32 / 0.9 = 35.6.
                .contains("So 28 people start in a week.")
                .contains("Each stays 8 days on average. So 32 people are there at once.")
                .contains("If 90% of places are to be taken, that makes 36 places.")
                .contains("With 36 places, ", "one in twenty would wait")
                .contains("The sum spreads people evenly over the days")
                .containsSubsequence(
                        "id=\"arithmetic\"", "id=\"why\"", "id=\"beside\"", "id=\"weekdays\"", "id=\"curve\"");
        assertThat(keeper.open(picture + "/how-many?service=ward&occupancy=80").body())
                .contains("If 80% of places are to be taken, that makes 40 places.");
        assertThat(keeper.open(picture + "/how-many?service=care").body())
                .containsPattern(
                        "Ward: 2[78][.0-9]* people a week start there. 50% of them come here: 1[34][.0-9]* a week.");
        assertThat(keeper.open(picture + "/how-many?service=ward&occupancy=99").body())
                .contains("that makes 33 places.");
        // Twice the load: the sum is careful enough, and nothing else is said of it.
        assertThat(keeper.open(picture + "/how-many?service=ward&occupancy=50").body())
                .contains("that makes 64 places.", "With 64 places hardly anybody would wait")
                .doesNotContain("people would wait on an average day");
    }

    @Test
    void weekdaysAndTheFullestMonthAreTold() {
        String page = keeper.open(picture + "/how-many?service=ward").body();
        assertThat(page).contains("In the fullest month: January.").containsSubsequence(">Monday<", ">Sunday<");
        assertThat(keeper.open(picture + "/how-many?service=ward&lang=cy").body())
                .contains("Yn y mis llawnaf: Ionawr.", "Dydd Mercher", "Y sym ar bapur");
        keeper.open("/?lang=en");
    }

    @Test
    void theCurveHasItsLeastAndSaysThatSomeWaitThere() {
        String page = keeper.open(picture + "/how-many?service=care").body();
        assertThat(page)
                .contains("All together pay least at ", "(least)", "(today)")
                .contains("It is hardly ever where nobody waits");
        assertThat(keeper.open(picture + "/how-many?service=care&sure=yes").body())
                .contains("The numbers in brackets show how far not knowing")
                .containsPattern("<span class=\"interval\">\\(");
    }

    @Test
    void theSimulationStandsBesideOnceItWasAsked() throws InterruptedException {
        Browser.Page page = keeper.open(picture);
        assertThat(keeper.open(picture + "/how-many?service=ward").body())
                .contains("The simulation has not played this version yet", "not asked yet");
        keeper.post(picture + "/check", Map.of("_csrf", page.csrf(), "version", "1"));
        String found = "";
        for (int i = 0; i < 300 && !found.contains("Simulation: played 100 times, seed 1"); i++) {
            Thread.sleep(200);
            found = keeper.open(picture + "/how-many?service=ward").body();
        }
        assertThat(found).contains("Simulation: played 100 times, seed 1").doesNotContain("not asked yet");
    }

    @Test
    void visitsBecomePostsOnceTheirMinutesAreSaid() {
        String page = picture + "/how-many?service=rounds";
        assertThat(keeper.open(page).body())
                .contains("Today there are 100 visits a day")
                // 21 a week; from 4 visits to 1 in 10 days makes 25.
                .contains("These people need 525 visits a week, 75 a day.")
                .contains("nobody can tell until the minutes of a visit are written above");
        // 525 x 52 / 60 / (37.5 x 0.78).
        assertThat(keeper.open(page + "&minutes=52").body()).contains("That makes 15.6 posts.");
        assertThat(keeper.open(page + "&minutes=-3").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"0", "101", "lots", "-5"})
    void aShareThatIsNoneIsRefused(String occupancy) {
        Browser.Page page = keeper.open(picture + "/how-many?occupancy=" + occupancy);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Write a share above 0 and up to 100, such as 90");
    }

    @Test
    void aGuestSeesTheExample() {
        Browser guest = Running.browser();
        String example = guest.open("/p/cwm-taf-morgannwg/picture").url().replaceFirst("[?#].*", "");
        assertThat(guest.open(example + "/how-many?service=home-care-rct").body())
                .contains("Three ways to ask", "id=\"curve\"")
                .doesNotContain("Make this a finding");
    }

    @Test
    void whereNobodyIsCountedNobodyCanTellWhatItCosts() {
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "No prices", "name-cy", "Dim prisiau", "place-en", "Here", "place-cy", "Yma"));
        keeper.upload(
                "/p/no-prices/picture/new",
                "model.yaml",
                MODEL.replaceAll("(?s)measures:.*", "").getBytes(StandardCharsets.UTF_8));
        String here = keeper.open("/p/no-prices/picture").url().replaceFirst("https?://[^/]+", "");
        assertThat(keeper.open(here + "/how-many").body()).contains("id=\"no-curve\"");
    }
}
