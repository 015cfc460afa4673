package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
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
}
