package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A panel judges proposals; the figures are those of docs/method/allocation.md. */
class TriangleTest {

    private static final String MODEL = """
            whorl: 1
            name: {en: Triangles, cy: Trionglau}
            time: {start: 2026-04-01, days: 365, warm-up: 0}
            money: {price-year: 2024/25}
            partners:
              council: {name: {en: Council, cy: Cyngor}, kind: council}
            exits: [home]
            arrivals:
              ready: {to: care, rate: 1}
            services:
              care: {name: {en: Care at home, cy: Gofal gartref}, partner: council, capacity: 60, length-of-stay: {exponential: {mean: 20}}, routes: {home: 1}, cost: {per-place-day: 100}}
            """;

    private static final String SHIFTS = "/p/triangles/shifts";

    @BeforeAll
    static void bring() {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "triangles", "name-cy", "trionglau", "place-en", "Here", "place-cy", "Yma"));
        keeper.upload("/p/triangles/picture/new", "model.yaml", MODEL.getBytes(StandardCharsets.UTF_8));
    }

    private static String shift(String name, String places) {
        return Running.keeper()
                .open(SHIFTS + "/new?lang=en")
                .send(Map.of("name", name, "service0", "care", "places0", places))
                .id();
    }

    private static Browser.Page judge(String shift, String people, String each, String chance, String pounds) {
        Map<String, String> put = new HashMap<>(Map.of("people", people, "each", each, "chance", chance));
        put.putAll(
                Map.of("pounds", pounds, "reference", "One person home a month sooner", "who", "Two nurses, a carer"));
        put.put("on", "2026-05-04");
        return Running.keeper().open(SHIFTS + "/" + shift + "/judge?lang=en").send(put);
    }

    @Test
    void threeProposalsStandInTheOrderOfTheirSlopes() {
        Browser keeper = Running.keeper();
        String clinic = shift("Clinic", "3");
        String reablement = shift("Reablement", "1");
        String falls = shift("Falls", "2");
        assertThat(keeper.open(SHIFTS).body()).contains("Value for money, as triangles");
        judge(clinic, "1,200", "1", "80", "£400,000");
        judge(reablement, "800", "2", "70", "160000");
        Browser.Page all = judge(falls, "500", "3", "75", "350000");
        assertThat(all.body())
                .contains("The judgement is kept", "Undo")
                .contains("Most benefit for each £100,000 first: Reablement (7); Falls (3.21); Clinic (2.4).")
                .contains("Judged by Two nurses, a carer, 4 May 2026")
                .contains("A benefit of 100 is: One person home a month sooner.");
        // People, benefit each, chance, cost, benefit, slope, and all before it together.
        assertThat(text(all.body()))
                .contains("800 2 70% £160,000 put in by the panel 11.2 7 11.2 for £160,000")
                .contains("500 3 75% £350,000 put in by the panel 11.3 3.21 22.5 for £510,000")
                .contains("1,200 1 80% £400,000 put in by the panel 9.6 2.4 32.1 for £910,000");

        // Undone, nobody has judged it.
        Matcher undo = Pattern.compile("(?s)<form[^>]*action=\"([^\"]*undo[^\"]*)\"(.*?)</form>")
                .matcher(all.body());
        assertThat(undo.find()).isTrue();
        Map<String, String> hidden = new HashMap<>();
        Matcher fields = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(undo.group(2));
        while (fields.find()) {
            hidden.put(fields.group(1), fields.group(2));
        }
        keeper.post(undo.group(1), hidden);
        assertThat(keeper.open(SHIFTS + "/triangles").body())
                .contains("first: Reablement (7); Clinic (2.4).")
                .contains("Not judged yet");
        assertThat(keeper.open(SHIFTS + "/triangles?lang=cy").body())
                .contains("Y budd mwyaf am bob £100,000 yn gyntaf: Reablement (7); Clinic (2.4).");
        keeper.open(SHIFTS + "?lang=en");

        // What moves is changed: the judgement stays.
        Browser.Page changed = keeper.open(SHIFTS + "/" + reablement + "/edit")
                .send(Map.of("name", "Reablement, more", "service0", "care", "places0", "4"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(keeper.open(SHIFTS + "/triangles").body()).contains("Reablement, more (7)");

        // Left blank, the cost is the model's: 10 places, 100 pounds, 365 days. Fewer places cost nothing.
        judge(shift("By the model", "10"), "100", "365", "100", "");
        assertThat(text(judge(shift("Less", "-10"), "100", "50", "50", "").body()))
                .contains("100 365 100% £365,000 the model’s cash 365 100 365 for £365,000")
                .contains("Judged, with nothing to pay")
                .contains("Less : −£365,000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people    | -1   | Write a number of 0 or more, such as 800",
                "each      | much | Write a number of 0 or more, such as 50",
                "chance    | 101  | Write a number from 0 to 100",
                "pounds    | lots | Write a sum of 0 or more, such as 160,000",
                "reference | ''   | Say what has a benefit of 100",
                "who       | ''   | Say who judged, by their roles",
                "on        | soon | Write a day, such as",
            })
    void whatCannotBeIsSaidAtItsField(String field, String written, String wrong) {
        Map<String, String> put = new HashMap<>(Map.of("people", "1", "each", "1", "chance", "1", "pounds", ""));
        put.putAll(Map.of("reference", "R", "who", "W", "on", "2026-05-04"));
        put.put(field, written);
        Browser.Page again = Running.keeper()
                .open(SHIFTS + "/" + shift("Wrong " + field, "1") + "/judge?lang=en")
                .send(put);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains(wrong);
    }

    @Test
    void whoHasChangedItFirstIsNotOverwritten() {
        Browser keeper = Running.keeper();
        String id = shift("Two at once", "1");
        Browser.Page mine = keeper.open(SHIFTS + "/" + id + "/judge?lang=en");
        judge(id, "10", "10", "10", "1000");
        Map<String, String> put = new HashMap<>(Map.of("people", "99", "each", "1", "chance", "1", "pounds", ""));
        put.putAll(Map.of("reference", "R", "who", "W", "on", "2026-05-04"));
        Browser.Page late = mine.send(put);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody has changed this proposal in the meantime", "value=\"99\"");
    }

    /** What is read, without the markup. */
    private static String text(String body) {
        return body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
