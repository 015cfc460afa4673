package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People say what they can do, and the map says where a skill is missing. */
class SkillsTest {

    private static final String HERE = "/p/skilled";
    private static final Browser KEEPER = Running.keeper();
    private static final Browser HUW = Running.browser();
    private static final Browser OLWEN = Running.browser();

    @BeforeAll
    static void aPartnershipOfTwoOrganisations() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Skilled", "name-cy", "Medrus", "place-en", "Here", "place-cy", "Yma"));
        assertThat(KEEPER.open(HERE + "/skills").body()).contains("No organisation has been added yet");
        KEEPER.open(HERE + "/partners/new")
                .send(Map.of("name-en", "The council", "name-cy", "Y cyngor", "kind", "council"));
        KEEPER.open(HERE + "/partners/new")
                .send(Map.of("name-en", "The health board", "name-cy", "Y bwrdd iechyd", "kind", "health"));
        join(HUW, "member", "Huw", "The council");
        join(OLWEN, "observer", "Olwen", "The council");
    }

    private static void join(Browser who, String role, String name, String partner) {
        Browser.Page form = KEEPER.open(HERE + "/people/invite");
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(form.send(Map.of("role", role, "partner", form.option(partner)))
                        .body());
        assertThat(link.find()).isTrue();
        String email = name.toLowerCase(Locale.ROOT) + "@skilled.example.org";
        who.open(link.group()).send(Map.of("name", name, "email", email, "password", Running.PASSWORD));
        who.signIn(email, Running.PASSWORD);
        who.open("/?lang=en");
    }

    private static String text(Browser.Page page) {
        return page.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void aSkillIsSaidAndTakenBackAndTheMapKnowsWhereItIsMissing() {
        assertThat(text(HUW.open(HERE + "/skills")))
                .contains("Measure something over time, and read the chart 0 in 0 of 2 organisations "
                        + "The council, The health board 0");
        Browser.Page saved = HUW.open(HERE + "/skills/mine").send(Map.of("can-measure", "yes", "wish-listen", "yes"));
        assertThat(text(saved))
                .contains("Measure something over time, and read the chart: in 1 of 2 organisations")
                .contains("read the chart 1 in 1 of 2 organisations The health board 0")
                .contains("feel heard 0 in 0 of 2 organisations The council, The health board 1");
        assertThat(saved.body().replaceFirst("(?s)</header>", "")).doesNotContain(">Huw<");
        assertThat(HUW.open(HERE + "/skills/mine").body())
                .containsPattern("name=\"can-measure\"[^>]*checked")
                .containsPattern("name=\"wish-listen\"[^>]*checked");
        assertThat(text(HUW.post(HERE + "/skills/mine", Map.of("_csrf", saved.csrf()))))
                .contains("read the chart 0 in 0 of 2 organisations");
    }

    @Test
    void whoeverOnlyLooksOnDoesNotSeeIt() {
        assertThat(OLWEN.open(HERE + "/skills").status()).isEqualTo(403);
        assertThat(OLWEN.open(HERE + "/skills/mine").status()).isEqualTo(403);
        assertThat(Running.browser().open(HERE + "/skills").status()).isIn(403, 404);
    }
}
