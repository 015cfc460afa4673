package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What organisations see as strong on each other's side: agreement and surprise, judged by people, and nobody's name. */
class SeenTest {

    private static final String HERE = "/p/seen";
    private static final String MATRIX = HERE + "/patterns/strengths";
    private static final Browser KEEPER = Running.keeper();
    private static final Browser HEALTH = Running.browser();
    private static final Browser COUNCIL = Running.browser();
    private static final Browser NOBODY = Running.browser();

    @BeforeAll
    static void twoOrganisations() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Seen", "name-cy", "Gweld", "place-en", "Here", "place-cy", "Yma"));
        partner("Health board", "Bwrdd iechyd", "health");
        partner("Council", "Cyngor", "council");
        join(HEALTH, "Hywel", "Health board");
        join(COUNCIL, "Carys", "Council");
        join(NOBODY, "Nia", "");
    }

    private static void partner(String english, String welsh, String kind) {
        KEEPER.open(HERE + "/partners/new").send(Map.of("name-en", english, "name-cy", welsh, "kind", kind));
    }

    private static void join(Browser who, String name, String partner) {
        Browser.Page invite = KEEPER.open(HERE + "/people/invite");
        Map<String, String> put = new HashMap<>(Map.of("role", "member"));
        if (!partner.isEmpty()) {
            put.put("partner", invite.option(partner));
        }
        Matcher link =
                Pattern.compile("/join/[A-Za-z0-9_-]+").matcher(invite.send(put).body());
        assertThat(link.find()).isTrue();
        String email = name.toLowerCase(java.util.Locale.ROOT) + "@seen.example.org";
        Doors.join(who, link.group(), name, email);
        who.signIn(email, Running.PASSWORD);
        who.open("/?lang=en");
    }

    private static Browser.Page say(Browser who, String about, String words) {
        Browser.Page form = who.open(MATRIX + "/new");
        return form.send(Map.of("about", form.option(about), "meeting", "Going home on a Saturday", "words", words));
    }

    private static String id(String words) {
        Matcher id = Pattern.compile("id=\"remark-([0-9a-f-]{36})\"[^>]*><p[^>]*>" + words)
                .matcher(KEEPER.open(MATRIX).body());
        assertThat(id.find()).as(words).isTrue();
        return id.group(1);
    }

    private static Browser.Page group(String words, Map<String, String> as) {
        Map<String, String> put = new HashMap<>(as);
        put.put("_csrf", KEEPER.open(MATRIX).csrf());
        return KEEPER.post(MATRIX + "/" + id(words) + "/group", put);
    }

    @Test
    void peopleJudgeWhatIsTheSameAndThenAgreementAndSurpriseShow() {
        say(HEALTH, "Council", "Brokerage answers by noon");
        say(HEALTH, "Council", "They ring the family first");
        Browser.Page said = say(COUNCIL, "Council", "We telephone families");
        say(COUNCIL, "Health board", "Wards tell us a day ahead");
        assertThat(said.body()).contains("Brokerage answers by noon", "Going home on a Saturday");
        assertThat(said.body())
                .as("nothing is guessed to be the same")
                .doesNotContain("Seen from both sides", "Had they known?");
        assertThat(said.body())
                .as("who wrote it stands nowhere")
                .doesNotContain("Hywel")
                .doesNotContain("Carys");
        assertThat(COUNCIL.post(
                                MATRIX + "/" + id("Brokerage answers by noon") + "/group",
                                Map.of("_csrf", said.csrf(), "name", "Mine"))
                        .status())
                .as("a facilitator judges")
                .isEqualTo(403);

        assertThat(group("We telephone families", Map.of("name", "")).body())
                .contains("Choose what it is the same as, or give it a name");
        group("We telephone families", Map.of("name", "Families hear first"));
        String page = KEEPER.open(MATRIX).body();
        assertThat(page).contains("Named by themselves alone").doesNotContain("Seen from both sides");
        Matcher named = Pattern.compile("<option value=\"([0-9a-f-]{36})\">Families hear first</option>")
                .matcher(page);
        assertThat(named.find()).isTrue();
        group("They ring the family first", Map.of("strength", named.group(1)));
        assertThat(group("Wards tell us a day ahead", Map.of("strength", named.group(1)))
                        .body())
                .as("it is another organisation's")
                .contains("That is no longer there.");
        String both = group("Brokerage answers by noon", Map.of("name", "Saturday brokerage"))
                .body();
        assertThat(list(both, "both")).contains("Council", "Families hear first", "Health board");
        assertThat(list(both, "surprise")).contains("Council", "Saturday brokerage", "Health board");
        assertThat(both).doesNotContain("Named by themselves alone");
        String cymraeg = COUNCIL.open(MATRIX + "?lang=cy").body();
        COUNCIL.open("/?lang=en");
        assertThat(cymraeg).contains("A oeddent yn gwybod?", "Saturday brokerage");
        assertThat(KEEPER.open(HERE + "/record").body()).contains("said what they see as strong");
    }

    @Test
    void fewOfAnOrganisationAreToldThatOthersMayGuess() {
        assertThat(HEALTH.open(MATRIX + "/new").body()).contains("Others may guess who wrote it.");
        assertThat(NOBODY.open(MATRIX + "/new").body()).contains("You are here for no organisation");
        Browser.Page form = HEALTH.open(MATRIX + "/new");
        assertThat(form.send(Map.of()).body())
                .contains("Choose whose strength it is", "Say where you meet it", "Say what works well");
    }

    private static String list(String body, String id) {
        Matcher part =
                Pattern.compile("id=\"" + id + "\".*?</ul>", Pattern.DOTALL).matcher(body);
        assertThat(part.find()).as(id + " in " + body).isTrue();
        return part.group();
    }
}
