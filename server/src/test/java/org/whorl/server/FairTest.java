package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who gains by a shift: by fifth of deprivation first, then with weights, if a group asks. */
class FairTest {

    /** People of the north live in the most deprived fifth, those of the south in the least; each has care of its own. */
    private static final String MODEL = """
            whorl: 1
            name: {en: Fair, cy: Teg}
            time: {start: 2026-04-01, days: 365, warm-up: 0}
            money: {price-year: 2024/25}
            partners:
              council: {name: {en: Council, cy: Cyngor}, kind: council}
            exits: [home]
            arrivals:
              north: {to: ward, rate: 2, tags: {fifth: 1, side: north}}
              south: {to: ward-south, rate: 2, tags: {fifth: 5, side: south}}
            services:
              ward: {name: {en: Ward north, cy: Ward y gogledd}, partner: council, capacity: unlimited, length-of-stay: {exponential: {mean: 8}}, routes: {care: 1}}
              ward-south: {name: {en: Ward south, cy: Ward y de}, partner: council, capacity: unlimited, length-of-stay: {exponential: {mean: 8}}, routes: {care-south: 1}}
              care: {name: {en: Care north, cy: Gofal y gogledd}, partner: council, capacity: 41, length-of-stay: {exponential: {mean: {value: 20, low: 19, high: 21, quality: guess}}}, routes: {home: 1}, cost: {per-place-day: 100}}
              care-south: {name: {en: Care south, cy: Gofal y de}, partner: council, capacity: 41, length-of-stay: {exponential: {mean: {value: 20, low: 19, high: 21, quality: guess}}}, routes: {home: 1}, cost: {per-place-day: 100}}
            opening: {ward: {in-place: 16}, ward-south: {in-place: 16}, care: {in-place: 40}, care-south: {in-place: 40}}
            measures:
              delayed: {name: {en: Delayed on a ward, cy: Oedi ar ward}, count: blocked, in: [ward, ward-south], crisis: 10}
            """;

    private static final String SHIFTS = "/p/fairness/shifts";

    @BeforeAll
    static void bring() {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "fairness", "name-cy", "tegwch", "place-en", "Here", "place-cy", "Yma"));
        assertThat(keeper.upload("/p/fairness/picture/new", "model.yaml", MODEL.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("The model is here");
    }

    private static String shift(String name, String service, String places) {
        return Running.keeper()
                .open(SHIFTS + "/new?lang=en")
                .send(Map.of("name", name, "service0", service, "places0", places))
                .id();
    }

    @Test
    void theEffectOnEachFifthComesFirstThenWeightsTurnTheRanking() {
        Browser keeper = Running.keeper();
        String north = shift("For the north", "care", "2");
        String south = shift("For the south", "care-south", "4");
        assertThat(keeper.open(SHIFTS + "/" + north).body())
                .contains("Who gains, by deprivation", "id=\"fifths\"", "Fifth 1, the most deprived")
                .contains("Weights for those who are worse off");

        String asked = keeper.open(SHIFTS + "/" + north + "/equity").body();
        assertThat(asked).contains("How well off is each fifth?").doesNotContain("id=\"weights\"");

        String weighed =
                text(keeper.open(SHIFTS + "/" + north + "/equity?health0=60&health1=72&aversion=1&other=" + south)
                        .body());
        // w in proportion to 1/60 and 1/72, mean 1; equally distributed equivalent: the geometric mean of 60 and 72.
        assertThat(weighed).contains("An aversion of 1", "65.7");
        Matcher most = Pattern.compile("Fifth 1, the most deprived 1\\.09 ([0-9.]+) 0 ")
                .matcher(weighed);
        Matcher least = Pattern.compile("Fifth 5, the least deprived 0\\.909 0 ([0-9.]+) ")
                .matcher(weighed);
        assertThat(most.find()).as(weighed).isTrue();
        assertThat(least.find()).as(weighed).isTrue();
        double gainsNorth = Double.parseDouble(most.group(1));
        double gainsSouth = Double.parseDouble(least.group(1));
        // Four places do more than two, so with no weights the south is better. The weights turn it where
        // (60/72)^-epsilon times what the north gains is what the south gains.
        assertThat(gainsSouth).isGreaterThan(gainsNorth);
        Matcher flips = Pattern.compile("turns at an aversion of ([0-9]+(?:\\.[0-9]+)?)")
                .matcher(weighed);
        assertThat(flips.find()).as(weighed).isTrue();
        assertThat(Double.parseDouble(flips.group(1)))
                .isCloseTo(Math.log(gainsSouth / gainsNorth) / Math.log(72.0 / 60), within(0.1));

        assertThat(keeper.open(SHIFTS + "/" + north + "/equity?lang=cy").body())
                .contains("Pumed 1, y mwyaf difreintiedig");
        Browser.Page wrong = keeper.open(SHIFTS + "/" + north + "/equity?lang=en&health0=60&health1=-3&aversion=50");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Write a number above 0, such as 60", "Write a number from 0 to 20");
    }

    @Test
    void withoutFifthsItCannotBeToldAndSaysHowToAddThem() {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "unfair", "name-cy", "annheg", "place-en", "Here", "place-cy", "Yma"));
        keeper.upload(
                "/p/unfair/picture/new",
                "model.yaml",
                MODEL.replaceAll(", tags: \\{[^}]*}", "").getBytes(StandardCharsets.UTF_8));
        Browser.Page kept =
                keeper.open("/p/unfair/shifts/new").send(Map.of("name", "More", "service0", "care", "places0", "2"));
        assertThat(kept.body())
                .contains("Cannot tell who gains")
                .contains("tags: {fifth: from-need}")
                .doesNotContain("id=\"fifths\"");
    }

    /** What is read, without the markup. */
    private static String text(String body) {
        return body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
