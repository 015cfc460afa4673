package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a group sees its plan: aloud at once, each for themselves from ten on. */
class BalancesTest {

    private static final StoryHouse HOUSE = new StoryHouse("Balances");

    @Test
    void whatAGroupAgreedOnShowsAndFourMarksNever() {
        String balances = HOUSE.here + "/patterns/balances";
        assertThat(Running.browser().open(balances + "?lang=en").body()).contains("There is no plan yet");
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new?lang=en");
        String spiral = form.send(
                        Map.of("question", "Who helps at home?", "population", "All", "place", form.option("Ferndale")))
                .id();
        String page = balances + "/" + spiral;
        assertThat(Running.browser().open(HOUSE.here + "/plan").body()).contains(page);
        Browser.Page wrong = HOUSE.keeper.open(page).send(Map.of("services", "120"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Write a whole number from 0 to 100");
        HOUSE.keeper.open(page).send(Map.of("services", "80"));
        assertThat(HOUSE.keeper.open(page).body()).contains("value=\"80\"").doesNotContain("Mostly services");

        for (int i = 2; i <= 10; i++) {
            assertThat(Running.browser().open(page + "?lang=en").body())
                    .as(i - 1 + " marks")
                    .doesNotContain("marks by themselves");
            mark(spiral, i % 2 == 0 ? 0.8 : 0.9);
        }
        assertThat(Running.browser().open(page + "?lang=en").body())
                .containsPattern(
                        "10 marks by themselves: in their middle 8\\d[.\\d]*% \\([.\\d]+% to [.\\d]+%\\) services")
                .contains("Mostly services. What could the community do");
        assertThat(HOUSE.member.open(page + "?lang=en").body())
                .as("nobody sees another's own mark")
                .doesNotContain("value=\"80\"");

        HOUSE.member.open(page).send(Map.of("services", "40%", "crisis", "20", "together", "yes"));
        String now = Running.browser().open(page + "?lang=en").body();
        assertThat(now)
                .contains("The group said: 40% services, 60% community.")
                .contains("It does not clearly lean to one side")
                .contains("Mostly planning. Who acts tonight")
                .doesNotContain("Mostly services. What");
        // What a group agreed on is not overwritten unseen, whoever notes the next.
        Browser.Page over = HOUSE.keeper.open(page).send(Map.of("services", "70", "together", "yes"));
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.body()).contains("A group agreed on something else before", "40% services");
        assertThat(HOUSE.keeper
                        .open(page)
                        .send(Map.of("services", "70", "together", "yes", "replace", "yes"))
                        .body())
                .contains("The group said: 70% services, 30% community.")
                .doesNotContain("40% services")
                .contains("Source: what a group agreed on aloud");
        HOUSE.keeper.post(
                page + "/take-back", Map.of("_csrf", HOUSE.keeper.open(page).csrf()));
        assertThat(Running.browser().open(page + "?lang=en").body()).doesNotContain("marks by themselves");
        Browser guest = Running.browser();
        assertThat(guest.post(page, Map.of("_csrf", guest.open("/sign-in").csrf(), "facts", "10"))
                        .status())
                .isEqualTo(403);
    }

    /** One more member, and their mark. */
    private static void mark(String spiral, double share) {
        assertThat(HOUSE.changed("""
                        with one as (
                            insert into member (partnership, id, name) select id, gen_random_uuid(), 'M' from partnership
                            returning partnership, id)
                        insert into balance_mark (partnership, spiral, subject, balance, member, together, share, marked_on)
                        select partnership, '%1$s'::uuid, '%1$s'::uuid, 'services', id, false, %2$s, current_date from one""".formatted(spiral, share))).isEqualTo(1);
    }
}
