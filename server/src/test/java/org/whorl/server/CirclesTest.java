package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.whorl.server.circles.TrialDays;
import org.whorl.server.platform.Course;
import org.whorl.server.platform.PartnershipCopy;

/** Circles that decide: six steps, rounds that are blind until all are in, and consent; over HTTP, without script. */
class CirclesTest {

    private static final StoryHouse HOUSE = new StoryHouse("Circles");
    private static final Browser KEEPER = HOUSE.keeper;

    @BeforeAll
    static void aVoice() {
        KEEPER.open(HOUSE.here + "/perspectives/new?lang=en")
                .send(Map.of("name-en", "Unpaid carers", "name-cy", "Gofalwyr di-dâl", "required", "yes"));
    }

    /** A circle as the test set it up. */
    private record House(String path, Map<String, Someone> people) {

        static House begin(String rule, String level) {
            String name = "Circle " + UUID.randomUUID().toString().substring(0, 8);
            Browser.Page page = KEEPER.open(HOUSE.here + "/circles/new?lang=en")
                    .send(Map.of("name-en", name, "name-cy", name + " C", "rule", rule, "level", level, "hours", "72"));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            return new House(page.url().replaceFirst(".*(/p/)", "$1"), new HashMap<>());
        }

        /** Takes in somebody who has a link and no account. */
        Someone takes(String name, boolean lived, String... more) {
            Browser.Page page = KEEPER.open(path);
            Map<String, String> all = new HashMap<>(Map.of("_csrf", page.csrf(), "name", name));
            if (lived) {
                all.put("lived", "yes");
            }
            for (int i = 0; i < more.length; i += 2) {
                all.put(more[i], more[i + 1]);
            }
            Browser.Page linked = KEEPER.post(path + "/seats", all);
            String link = StoryHouse.found(linked.body(), "<code id=\"link\">https?://[^/]+(/d/[0-9a-z]{16})</code>");
            Someone someone = new Someone(name, link, Running.browser());
            people.put(name, someone);
            return someone;
        }

        String seat(String name) {
            return StoryHouse.found(
                    KEEPER.open(path).body(),
                    "/seats/([0-9a-f-]{36})/leave\"(?:(?!</form>).)*: " + Pattern.quote(name) + "</span>");
        }

        Led raises(String owner, Map<String, String> more) {
            Map<String, String> all = new HashMap<>(Map.of(
                    "question", "Shall Saturday calls go to one number?",
                    "owner", seat(owner),
                    "minutes", "20",
                    "purpose", "decide",
                    "proposal", "All Saturday calls go to one number from May",
                    "wanted", "Nobody rings three times",
                    "reason", "Families told us",
                    "affected", "Families and the weekend team"));
            all.putAll(more);
            Browser.Page page = KEEPER.open(path + "/items/new?lang=en").send(all);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            return new Led(page.url().replaceFirst(".*(/p/)", "$1"), this);
        }
    }

    /** Somebody with a link. */
    private record Someone(String name, String link, Browser browser) {

        Browser.Page look(Led led) {
            return browser.open(link + "/" + led.id() + "?lang=en");
        }

        Browser.Page says(Led led, Map<String, String> what) {
            Browser.Page page = look(led);
            return page.send(what);
        }

        Browser.Page hasNoObjection(Led led) {
            return says(led, Map.of("stance", "none", "support", "4"));
        }

        Browser.Page objects(Led led, String why) {
            return says(
                    led,
                    Map.of(
                            "stance",
                            "objection",
                            "harm",
                            "person",
                            "words",
                            why,
                            "resolves",
                            "Try it in Ferndale first"));
        }
    }

    /** An item as whoever leads it sees it. */
    private record Led(String path, House house) {

        String id() {
            return path.replaceFirst(".*/", "");
        }

        Browser.Page look() {
            return KEEPER.open(path + "?lang=en");
        }

        String text() {
            return StoryHouseText.of(look());
        }

        Browser.Page does(String what, Map<String, String> more) {
            Map<String, String> all = new HashMap<>(more);
            all.put("_csrf", look().csrf());
            all.put("do", what);
            return KEEPER.post(path, all);
        }

        Browser.Page opens(String kind) {
            return does("open", Map.of("kind", kind, "none", "yes"));
        }

        Browser.Page closes() {
            return does(
                    "close",
                    Map.of(
                            "why",
                            "The others are away this week",
                            "round",
                            StoryHouse.found(look().body(), "name=\"round\" value=\"([0-9a-f-]{36})\"")));
        }

        /** Hears everybody's questions and thoughts, so that only objections are left to ask for. */
        Led isHeard(Someone... all) {
            opens("clarify");
            for (Someone each : all) {
                each.says(this, Map.of("words", ""));
            }
            opens("react");
            for (Someone each : all) {
                each.says(this, Map.of("words", each.name() + " thinks so too"));
            }
            return this;
        }

        Browser.Page adjusts(String words, String... trial) {
            Map<String, String> all = new HashMap<>(Map.of(
                    "proposal",
                    words,
                    "why",
                    "To take up the objection",
                    "seen",
                    StoryHouse.found(look().body(), "name=\"seen\" value=\"(\\d+)\"")));
            if (trial.length > 0) {
                all.put("trial", trial[0]);
            }
            return does("adjust", all);
        }

        Browser.Page isAdopted() {
            return does("end", Map.of("outcome", "adopted", "who", "The weekend team", "by", "2031-05-01"));
        }
    }

    private static final class StoryHouseText {
        static String of(Browser.Page page) {
            return page.body()
                    .replaceAll("(?s)<head>.*?</head>", " ")
                    .replaceAll("<[^>]*>", " ")
                    .replace("&#39;", "'")
                    .replaceAll("\\s+", " ");
        }
    }

    @Test
    void anItemGoesThroughItsSixStepsAndIsAdopted() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Someone bob = house.takes("Bob", false);
        Led led = house.raises("Owen", Map.of());
        assertThat(led.text())
                .contains("Consent: adopted unless somebody has a principled objection")
                .contains("Nobody rings three times")
                .contains("The team");
        assertThat(led.opens("object").body()).contains("This has moved on in the meantime");

        led.opens("clarify");
        ann.says(led, Map.of("words", "Who answers at <b>night</b>?"));
        assertThat(led.text()).contains("1 of 2 have replied").doesNotContain("Who answers at");
        assertThat(StoryHouseText.of(bob.look(led))).doesNotContain("Who answers at");
        bob.says(led, Map.of("words", ""));
        assertThat(led.look().body())
                .contains("Who answers at &lt;b&gt;night&lt;/b&gt;?")
                .contains("no question");

        led.opens("react");
        assertThat(ann.says(led, Map.of("words", "")).status()).isEqualTo(422);
        ann.says(led, Map.of("words", "It would have helped us"));
        bob.says(led, Map.of("words", "We will have to train people"));
        assertThat(led.text()).contains("It would have helped us");
        assertThat(led.adjusts("All Saturday calls go to one number from June").body())
                .contains("<del>May</del>")
                .contains("<ins>June</ins>");

        led.opens("object");
        ann.hasNoObjection(led);
        assertThat(led.isAdopted().body()).as("not before all are in").contains("This has moved on");
        bob.says(led, Map.of("stance", "concern", "words", "Handovers at weekends", "support", "3"));
        assertThat(led.text()).contains("Nobody objects. It can be adopted.");
        assertThat(led.does("end", Map.of("outcome", "adopted")).status()).isEqualTo(422);
        String adopted = led.isAdopted().body();
        assertThat(adopted)
                .contains("Adopted")
                .contains("The weekend team")
                .contains("Handovers at weekends")
                .contains("Consent: adopted unless")
                .contains(HOUSE.here + "/decisions/new?item=" + led.id());
        assertThat(ann.look(led).body()).contains("Adopted").doesNotContain("id=\"form\"");
    }

    @Test
    void anObjectionNeedsItsReasonAndWhatWouldResolveIt() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Led led = house.raises("Owen", Map.of()).isHeard(ann);
        led.opens("object");
        Browser.Page refused = ann.says(led, Map.of("stance", "objection", "words", "It is too fast"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Choose what would come to harm")
                .contains("Write what would resolve your objection")
                .contains("It is too fast");
        assertThat(led.text()).contains("0 of 1 have replied");
        assertThat(ann.says(led, Map.of()).status()).isEqualTo(422);
    }

    @Test
    void aPreferenceIsAConcernWhereConsentIsEnoughAndANoWhereAllMustAgree() {
        for (String rule : List.of("consent", "consensus")) {
            House house = House.begin(rule, "team");
            house.takes("Owen", false);
            Someone ann = house.takes("Ann", true);
            Led led = house.raises("Owen", Map.of()).isHeard(ann);
            led.opens("object");
            Browser.Page said = ann.says(
                    led,
                    Map.of(
                            "stance",
                            "objection",
                            "harm",
                            "preference",
                            "words",
                            "I would keep two numbers",
                            "resolves",
                            "Keep two"));
            boolean consent = rule.equals("consent");
            assertThat(said.body().contains("this is written down as a concern"))
                    .isEqualTo(consent);
            assertThat(led.text())
                    .contains("I would keep two numbers")
                    .contains(consent ? "Nobody objects. It can be adopted." : "Until then things stay as they are.");
        }
    }

    @Test
    void nothingOfARoundIsSeenBeforeItIsOpen() throws SQLException, IOException {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Someone bob = house.takes("Bob", false);
        Led led = house.raises("Owen", Map.of()).isHeard(ann, bob);
        led.opens("object");
        ann.objects(led, "Night staff would be alone");
        for (Browser.Page page : List.of(
                led.look(),
                bob.look(led),
                bob.browser().open(bob.link()),
                KEEPER.open(HOUSE.here + "/circles"),
                KEEPER.open(house.path()),
                HOUSE.member.open(led.path()),
                HOUSE.member.open(HOUSE.here + "/search?q=Night"))) {
            assertThat(page.body()).as(page.url()).doesNotContain("Night staff").doesNotContain("Ferndale first");
        }
        assertThat(copied()).doesNotContain("Night staff");
        // Until when they are asked stands in their own calendars, until they have answered.
        assertThat(bob.browser().open(bob.link() + "/calendar.ics?lang=en").body())
                .contains("We want to hear you: ", bob.link());
        assertThat(ann.browser().open(ann.link() + "/calendar.ics?lang=en").body())
                .contains("BEGIN:VCALENDAR")
                .doesNotContain("We want to hear you");
        assertThat(ann.look(led).body()).contains("Night staff would be alone");
        // Said again before it is open, it takes the place of what was said before.
        ann.objects(led, "Night staff could be alone");
        bob.hasNoObjection(led);
        assertThat(led.text()).contains("Night staff could be alone").doesNotContain("would be alone");
        assertThat(copied()).contains("Night staff could be alone");
        // And once it is open nobody says anything else.
        Map<String, String> late = new HashMap<>(Map.of("stance", "none", "do", "reply"));
        late.put("words", "I wrote for ten minutes");
        late.put("_csrf", ann.browser().open("/d").csrf());
        late.put("round", round(led));
        Browser.Page over = ann.browser().post(ann.link() + "/" + led.id(), late);
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.body()).contains("The round is over").contains("I wrote for ten minutes");
        Browser stranger = Running.browser();
        assertThat(stranger.open(led.path()).status()).isEqualTo(403);
        assertThat(stranger.open(HOUSE.here + "/circles").status()).isEqualTo(403);
        assertThat(stranger.open("/d/0000000000000000").status()).isEqualTo(404);
        assertThat(stranger.open("/d/" + "x".repeat(40) + "/" + led.id()).status())
                .isEqualTo(404);
    }

    /** Everything the partnership takes away. */
    private static String copied() throws SQLException, IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        UUID id = HOUSE.asked("select id from partnership where slug = '%s'".formatted(HOUSE.slug), UUID.class);
        Running.bean(PartnershipCopy.class).write(id, zip, Course.SILENT);
        StringBuilder all = new StringBuilder();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            while (files.getNextEntry() != null) {
                all.append(new String(files.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static String round(Led led) {
        return HOUSE.asked(
                "select id::text from sdmi_round where item = '%s' order by number desc limit 1".formatted(led.id()),
                String.class);
    }

    @Test
    void silenceIsNoConsentWhereMoneyOrStaffAreTouched() {
        House house = House.begin("consent", "partnership");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Someone bob = house.takes("Bob", false);
        Led led = house.raises("Owen", Map.of("money", "yes", "several", "yes")).isHeard(ann, bob);
        assertThat(led.text()).contains("silence is not consent").contains("The partnership");
        led.opens("object");
        ann.hasNoObjection(led);
        led.closes();
        assertThat(led.text()).contains("Silence is not consent here").contains("Still to be heard: Bob");
        assertThat(led.isAdopted().body()).contains("This has moved on");
        led.opens("object");
        ann.hasNoObjection(led);
        bob.hasNoObjection(led);
        assertThat(led.isAdopted().body()).contains("It is adopted.");

        // Where it touches neither, whoever is silent holds nothing up, and is named.
        Led light = house.raises("Owen", Map.of()).isHeard(ann, bob);
        light.opens("object");
        ann.hasNoObjection(light);
        light.closes();
        assertThat(light.text()).contains("Silent: Bob").contains("It can be adopted.");
    }

    @Test
    void aRoundEndsByItselfWhenItsHoursAreOver() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        house.takes("Bob", false);
        Led led = house.raises("Owen", Map.of());
        led.opens("clarify");
        ann.says(led, Map.of("words", "How long?"));
        assertThat(led.text()).contains("1 of 2 have replied").contains("The round ends by itself");
        HOUSE.changed(
                "update sdmi_round set until = now() - interval '1 minute' where id = '%s'".formatted(round(led)));
        assertThat(led.text()).contains("How long?").contains("Silent: Bob");
    }

    @Test
    void aConsensusCircleNeedsEverybodyAndWithoutAgreementThingsStayAsTheyAre() {
        House house = House.begin("consensus", "team");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Someone bob = house.takes("Bob", false);
        Led led = house.raises("Owen", Map.of()).isHeard(ann, bob);
        assertThat(led.text()).contains("Consensus: adopted when everybody agrees");
        led.opens("object");
        ann.hasNoObjection(led);
        led.closes();
        assertThat(led.text()).contains("Still to be heard: Bob");
        String ended = led.does("end", Map.of("outcome", "status-quo", "note", "We need the night team first"))
                .body();
        assertThat(ended)
                .contains("No agreement: things stay as they are")
                .contains("We need the night team first")
                .doesNotContain("/decisions/new");
    }

    @Test
    void afterTwoRoundsWithObjectionsItOffersATrialACoachAndAWiderCircle() {
        House house = House.begin("consent", "team");
        House wide = House.begin("consent", "partnership");
        wide.takes("Wendy", false);
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Led led = house.raises("Owen", Map.of()).isHeard(ann);
        led.opens("object");
        ann.objects(led, "Too fast for the night team");
        assertThat(led.text()).contains("Take it up, make the proposal better").doesNotContain("smaller trial 2");
        assertThat(led.look().body()).doesNotContain("id=\"stuck\"");
        answers(led, "Ann", "It starts in one place");
        led.adjusts("All Saturday calls go to one number from July");
        led.opens("object");
        ann.objects(led, "Still too fast");
        assertThat(led.look().body())
                .contains("id=\"stuck\"")
                .contains("Ask a coach from outside")
                .contains("Wendy");
        assertThat(led.does("coach", Map.of("coach", "Carys of the next team")).body())
                .contains("Carys of the next team");
        assertThat(led.adjusts("Ferndale tries one number", "2020-01-01").status())
                .isEqualTo(422);
        led.adjusts("Ferndale tries one number", "2031-07-01");
        led.opens("object");
        ann.hasNoObjection(led);
        String adopted = led.isAdopted().body();
        assertThat(adopted)
                .contains("1 July 2031")
                .contains("Too fast for the night team")
                .contains("It starts in one place")
                .contains("Still too fast");

        Led other = house.raises("Owen", Map.of()).isHeard(ann);
        String handed = other.does("widen", Map.of("wider", wide.seat("Wendy"))).body();
        assertThat(handed).contains("It goes on in a wider circle.");
        assertThat(KEEPER.open(wide.path() + "?lang=en").body()).contains("Shall Saturday calls go to one number?");
    }

    private static void answers(Led led, String who, String words) {
        String form = StoryHouse.found(led.look().body(), "(?s)(<form[^>]*class=\"whorl-answer\".*?</form>)");
        assertThat(form).contains(who);
        led.does(
                "answer",
                Map.of(
                        "round", StoryHouse.found(form, "name=\"round\" value=\"([^\"]+)\""),
                        "seat", StoryHouse.found(form, "name=\"seat\" value=\"([^\"]+)\""),
                        "answer", words));
    }

    @Test
    void itIsNotDecidedWithoutAVoiceThatLivesWithItOrAWrittenReason() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Someone bob = house.takes("Bob", false);
        assertThat(StoryHouseText.of(KEEPER.open(house.path() + "?lang=en")))
                .contains("Nobody here lives with what this circle decides about.");
        Led led = house.raises("Owen", Map.of()).isHeard(bob);
        led.opens("object");
        bob.hasNoObjection(led);
        assertThat(led.text()).contains("Nobody of the circle who lives with it was heard.");
        assertThat(led.isAdopted().body()).contains("This has moved on");
        assertThat(led.does("excuse", Map.of("excuse", "")).status()).isEqualTo(422);
        led.does("excuse", Map.of("excuse", "It is about our own coffee"));
        assertThat(led.isAdopted().body()).contains("It is adopted.").contains("It is about our own coffee");
    }

    @Test
    void itIsNotDecidedByFewerThanHalf() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        for (String name : List.of("Bob", "Cai", "Dee")) {
            house.takes(name, false);
        }
        Led led = house.raises("Owen", Map.of()).isHeard(ann);
        led.closes();
        led.opens("react");
        led.closes();
        led.opens("object");
        ann.hasNoObjection(led);
        led.closes();
        assertThat(led.text()).contains("Fewer than half of those who belong to the circle were heard.");
    }

    @Test
    void whatIsAboveTheCircleIsAdviceAndWhatIsNotNeedsAReasonToGoUp() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Browser.Page form = KEEPER.open(house.path() + "/items/new?lang=en");
        Map<String, String> all = new HashMap<>(Map.of(
                "question", "Shall we paint it?", "owner", house.seat("Owen"), "minutes", "5", "purpose", "decide"));
        all.putAll(Map.of("proposal", "Blue", "reason", "It is grey", "affected", "All", "level", "partnership"));
        Browser.Page refused = form.send(all);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("An item cannot begin without it")
                .contains("This circle could decide it. Say why it goes higher");
        Led led = house.raises("Owen", Map.of("staff", "yes")).isHeard(ann);
        led.opens("object");
        ann.hasNoObjection(led);
        assertThat(led.text()).contains("your advice to a wider circle");
        assertThat(led.isAdopted().body()).contains("This has moved on");
    }

    @Test
    void nobodyIsAskedForMoreMinutesThanTheyOffered() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        house.takes("Ann", true);
        house.takes("Short", false, "minutes", "4");
        Led first = house.raises("Owen", Map.of());
        first.opens("clarify");
        assertThat(first.text()).contains("0 of 2 have replied").doesNotContain("Not asked");
        first.closes();
        first.opens("react");
        assertThat(first.text())
                .contains("0 of 1 have replied")
                .contains("Not asked, because the minutes they offered this month are used: Short.")
                .contains("They may speak all the same, as long as the round goes on.");
        assertThat(StoryHouseText.of(KEEPER.open(house.path() + "?lang=en")))
                .contains("Asked this month: 4 minutes. Offered: 4 minutes.");
    }

    @Test
    void whoeverHasNoMinutesLeftIsNamedWaitedForAndHeardAllTheSame() {
        House house = House.begin("consent", "partnership");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Someone bob = house.takes("Bob", false, "minutes", "8");
        Led led = house.raises("Owen", Map.of("staff", "yes")).isHeard(ann, bob);
        assertThat(StoryHouseText.of(led.opens("object")))
                .contains("Some of the circle were not asked")
                .contains("Not asked, because the minutes they offered this month are used: Bob.")
                .contains("the round waits for them until its last hour")
                .contains("0 of 2 have replied");
        assertThat(HOUSE.asked(
                        "select count(*) from sdmi_asked where subject = '%s'".formatted(round(led)), Long.class))
                .as("Bob gave no minutes he had not offered")
                .isEqualTo(1);
        ann.hasNoObjection(led);
        assertThat(led.text()).contains("1 of 2 have replied");
        assertThat(StoryHouseText.of(bob.browser().open(bob.link() + "?lang=en")))
                .contains("You are not asked this time, because the minutes you offered this month are used.")
                .contains("Asked this month: 8 minutes. Offered: 8 minutes.")
                .doesNotContain("We want to hear you");
        assertThat(bob.look(led).body()).contains("id=\"unasked\"").contains("id=\"form\"");
        led.closes();
        assertThat(led.text()).contains("Still to be heard: Bob").contains("They are: Bob.");

        // Bob offers more, and he alone is asked; what Ann has said stays said.
        String seat = house.seat("Bob");
        Map<String, String> more = new HashMap<>(Map.of("seen", "8", "offer-" + seat, "40"));
        more.put("_csrf", bob.browser().open(bob.link()).csrf());
        assertThat(bob.browser().post(bob.link() + "/minutes", more).body()).contains("Offered: 40 minutes.");
        assertThat(bob.browser().post(bob.link() + "/minutes", more).status())
                .as("changed by somebody else meanwhile")
                .isEqualTo(422);
        more.put("offer-" + seat, "many");
        assertThat(bob.browser().post(bob.link() + "/minutes", more).body())
                .contains("Write a number of minutes from 0 to 480");
        assertThat(StoryHouseText.of(led.does("open", Map.of("kind", "object", "rest", "yes"))))
                .contains("0 of 1 have replied")
                .doesNotContain("Not asked");
        assertThat(StoryHouseText.of(ann.look(led))).contains("You have been heard about this.");
        bob.says(led, Map.of("stance", "concern", "words", "Nights", "support", "3"));
        assertThat(led.text()).contains("Nobody objects. It can be adopted.");
        assertThat(led.isAdopted().body()).contains("It is adopted.").contains("Nights");
    }

    @Test
    void oneOffersOtherMinutesAndNobodyElses() {
        House house = House.begin("consent", "team");
        Browser.Page page = KEEPER.open(house.path() + "?lang=en");
        KEEPER.post(house.path() + "/seats", Map.of("_csrf", page.csrf(), "member", page.option("Dev of Circles")));
        house.takes("Ann", true);
        String csrf = HOUSE.member.open(house.path() + "?lang=en").csrf();
        String own = house.seat("Dev of Circles");
        assertThat(HOUSE.member
                        .post(
                                house.path() + "/seats/" + own + "/minutes",
                                Map.of("_csrf", csrf, "seen", "120", "offer-" + own, "30"))
                        .body())
                .contains("Offered: 30 minutes.");
        String other = house.seat("Ann");
        assertThat(HOUSE.member
                        .post(
                                house.path() + "/seats/" + other + "/minutes",
                                Map.of("_csrf", csrf, "seen", "120", "offer-" + other, "30"))
                        .status())
                .isEqualTo(404);
        Browser.Page late = KEEPER.post(
                house.path() + "/seats/" + own + "/minutes",
                Map.of("_csrf", page.csrf(), "seen", "120", "offer-" + own, "60"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody has changed these minutes in the meantime");
    }

    @Test
    void whoeverLeavesIsNotWaitedFor() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        house.takes("Bob", false);
        Led led = house.raises("Owen", Map.of());
        led.opens("clarify");
        ann.says(led, Map.of("words", "Who answers at night?"));
        assertThat(led.text()).contains("1 of 2 have replied");
        KEEPER.post(
                house.path() + "/seats/" + house.seat("Bob") + "/leave",
                Map.of("_csrf", KEEPER.open(house.path()).csrf()));
        assertThat(led.text()).contains("Who answers at night?").doesNotContain("Silent:");
    }

    @Test
    void whoOnlyLooksOnIsNotTakenInNorWaitedFor() {
        House house = House.begin("consent", "partnership");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        String name = "Obs " + UUID.randomUUID().toString().substring(0, 8);
        String invitation = StoryHouse.found(
                KEEPER.open(HOUSE.here + "/people/invite")
                        .send(Map.of("role", "observer"))
                        .body(),
                "(/join/[A-Za-z0-9_-]+)");
        Doors.join(Running.browser(), invitation, name, name.replace(' ', '.') + "@circles.example.org");
        Browser.Page page = KEEPER.open(house.path() + "?lang=en");
        assertThat(page.body()).contains("Dev of Circles</option>").doesNotContain(name);
        String member = HOUSE.asked("select id::text from member where name = '%s'".formatted(name), String.class);
        Browser.Page refused = KEEPER.post(house.path() + "/seats", Map.of("_csrf", page.csrf(), "member", member));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("They are in the partnership only to look on");

        // One who was taken in before, or looks on since, holds nothing up.
        HOUSE.changed("""
                insert into sdmi_seat (partnership, id, circle, name, member)
                select partnership, gen_random_uuid(), id, '%s', '%s' from sdmi_circle where id = '%s'""".formatted(name, member, house.path().replaceFirst(".*/", "")));
        assertThat(StoryHouseText.of(KEEPER.open(house.path() + "?lang=en")))
                .contains("only looks on, and is not heard");
        Led led = house.raises("Owen", Map.of("staff", "yes")).isHeard(ann);
        assertThat(StoryHouseText.of(led.opens("object"))).contains("0 of 1 have replied");
        ann.hasNoObjection(led);
        assertThat(led.isAdopted().body()).contains("It is adopted.");
    }

    @Test
    void guestsAreHeardAndAreNotTheCircle() {
        House house = House.begin("consent", "team");
        for (String name : List.of("Owen", "Ann", "Bob", "Cai", "Dee")) {
            house.takes(name, name.equals("Ann"));
        }
        Met met = Met.plan(house, "60", "Dee");
        List<Phone> guests = List.of(
                met.phone("Gwen", true), met.phone("Huw", false), met.phone("Ifan", false), met.phone("Jac", true));
        Led led = house.raises("Owen", Map.of("meeting", met.path().replaceFirst(".*/", "")));
        for (int i = 0; i < 5; i++) {
            met.next();
        }
        met.does("speak", Map.of("item", led.id()));
        for (String kind : List.of("clarify", "react", "object")) {
            assertThat(StoryHouseText.of(led.opens(kind)))
                    .contains("Not asked, because they are not in the room: Ann, Bob, Cai.");
            for (Phone each : guests) {
                each.does(
                        "reply",
                        kind.equals("object") ? Map.of("stance", "none", "support", "4") : Map.of("words", "Good"));
            }
        }
        assertThat(led.text())
                .contains("Fewer than half of those who belong to the circle were heard.")
                .contains("Gwen (guest)")
                .contains("They are: Ann, Bob, Cai.");
        assertThat(led.isAdopted().body()).contains("This has moved on");

        // The circle is heard by links, without the room being asked again; that nobody of it lives with it is said.
        led.does("open", Map.of("kind", "object", "rest", "yes"));
        house.people().get("Bob").hasNoObjection(led);
        house.people().get("Cai").hasNoObjection(led);
        led.closes();
        assertThat(led.text()).contains("Nobody of the circle who lives with it was heard.");
        led.does("open", Map.of("kind", "object", "rest", "yes"));
        house.people().get("Ann").hasNoObjection(led);
        assertThat(led.text()).contains("Nobody objects. It can be adopted.");
    }

    @Test
    void theOwnerIsNotAskedAndWhoLeadsProposesNothing() {
        House house = House.begin("consent", "team");
        Someone ann = house.takes("Ann", true);
        Browser.Page page = KEEPER.open(house.path() + "?lang=en");
        KEEPER.post(house.path() + "/seats", Map.of("_csrf", page.csrf(), "member", page.option("Dev of Circles")));
        Led led = house.raises("Dev of Circles", Map.of());
        assertThat(led.text())
                .contains("Dev of Circles owns this item, and alone changes what is proposed.")
                .contains("What is proposed")
                .doesNotContain("What do you propose?")
                .doesNotContain("Change the item");
        assertThat(KEEPER.open(led.path() + "/change?lang=en").body())
                .contains("What is proposed is for whoever owns the item to say.");
        led.opens("clarify");
        Browser.Page own = HOUSE.member.open(led.path() + "?lang=en");
        assertThat(own.body()).contains("It is your item.").doesNotContain("id=\"your-turn\"");
        assertThat(HOUSE.member.open(HOUSE.here + "/circles?lang=en").body())
                .doesNotContain(led.id() + "\" lang=\"en\">Shall Saturday calls go to one number?</a><br>\n<span"
                        + " class=\"whorl-soft\">Circle ");
        Map<String, String> reply = new HashMap<>(Map.of("do", "reply", "words", "Mine", "round", round(led)));
        reply.put("_csrf", own.csrf());
        assertThat(HOUSE.member.post(led.path(), reply).body()).contains("You are not heard in this item");
        ann.says(led, Map.of("words", ""));
        led.opens("react");
        ann.says(led, Map.of("words", "Good"));
        Map<String, String> wanted = Map.of("proposal", "Quite another thing", "why", "I lead", "seen", "1");
        Browser.Page refused = led.does("adjust", wanted);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("What is proposed is for whoever owns the item to say.")
                .doesNotContain("id=\"adjust\"");
        Map<String, String> adjust = new HashMap<>(wanted);
        adjust.putAll(Map.of("do", "adjust", "_csrf", own.csrf()));
        assertThat(HOUSE.member.post(led.path(), adjust).body()).contains("The proposal has a new version.");
    }

    @Test
    void nobodyDoesItByADayThatIsGone() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Led led = house.raises("Owen", Map.of()).isHeard(ann);
        led.opens("object");
        ann.hasNoObjection(led);
        Browser.Page refused =
                led.does("end", Map.of("outcome", "adopted", "who", "The weekend team", "by", "2020-01-01"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("That day is gone").contains("The weekend team");
        assertThat(StoryHouseText.of(led.isAdopted())).contains("by 1 May 2031");
    }

    @Test
    void twoWhoSaveTheSameItemSeeBoth() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        house.takes("Ann", true);
        Led led = house.raises("Owen", Map.of());
        Browser.Page first = KEEPER.open(led.path() + "/change?lang=en");
        Browser.Page second = KEEPER.open(led.path() + "/change?lang=en");
        Map<String, String> all = new HashMap<>(Map.of(
                "question", "Shall it be one number?",
                "owner", house.seat("Owen"),
                "minutes", "20",
                "purpose", "decide",
                "proposal", "One number",
                "wanted", "Nobody rings three times",
                "reason", "Families told us",
                "affected", "Families"));
        assertThat(first.send(all).body()).contains("Saved");
        all.put("question", "Shall it be two numbers?");
        Browser.Page conflict = second.send(all);
        assertThat(conflict.body())
                .contains("id=\"conflict\"")
                .contains("Shall it be one number?")
                .contains("Shall it be two numbers?");
        assertThat(conflict.send(all).status()).isEqualTo(200);
        assertThat(led.text()).contains("Shall it be two numbers?");

        // The proposal too, once people were heard.
        led.opens("clarify");
        led.closes();
        led.opens("react");
        led.closes();
        String seen = StoryHouse.found(led.look().body(), "name=\"seen\" value=\"(\\d+)\"");
        led.adjusts("One number in May");
        Browser.Page late =
                led.does("adjust", Map.of("seen", seen, "proposal", "One number in June", "why", "I think so"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("One number in June").contains("One number in May");
    }

    @Test
    void aMemberOfTheCircleRepliesSignedInAndIsTold() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Browser.Page page = KEEPER.open(house.path() + "?lang=en");
        KEEPER.post(
                house.path() + "/seats",
                Map.of("_csrf", page.csrf(), "member", page.option("Dev of Circles"), "lived", "yes"));
        assertThat(KEEPER.post(
                                house.path() + "/seats",
                                Map.of("_csrf", page.csrf(), "member", page.option("Dev of Circles")))
                        .body())
                .contains("They are in this circle already");
        Led led = house.raises("Owen", Map.of());
        assertThat(HOUSE.member.open(led.path() + "?lang=en").body()).doesNotContain("Ask everybody for");
        led.opens("clarify");
        assertThat(HOUSE.member.open(HOUSE.here + "/circles?lang=en").body()).contains("Waiting to hear you");
        assertThat(HOUSE.member.open(HOUSE.here + "/news?lang=en").body())
                .contains("A circle you are in wants to hear what you say.");
        HOUSE.member.open(led.path() + "?lang=en").send(Map.of("words", "Who pays?"));
        assertThat(led.text()).contains("Who pays?");
        assertThat(HOUSE.member
                        .post(
                                led.path(),
                                Map.of(
                                        "_csrf",
                                        HOUSE.member.open(led.path()).csrf(),
                                        "do",
                                        "end",
                                        "outcome",
                                        "status-quo"))
                        .status())
                .isEqualTo(422);
        assertThat(led.look().body()).doesNotContain("id=\"ended\"");
    }

    @Test
    void aNewLinkEndsTheOneBeforeAndWhoLeavesIsNotHeard() {
        House house = House.begin("consent", "team");
        Someone ann = house.takes("Ann", true);
        assertThat(ann.browser().open(ann.link() + "?lang=en").body()).contains("Hello Ann");
        String seat = house.seat("Ann");
        String csrf = KEEPER.open(house.path()).csrf();
        String fresh = StoryHouse.found(
                KEEPER.post(house.path() + "/seats/" + seat + "/link", Map.of("_csrf", csrf))
                        .body(),
                "<code id=\"link\">https?://[^/]+(/d/[0-9a-z]{16})</code>");
        assertThat(ann.browser().open(ann.link()).status()).isEqualTo(404);
        assertThat(ann.browser().open(fresh).status()).isEqualTo(200);
        KEEPER.post(house.path() + "/seats/" + seat + "/leave", Map.of("_csrf", csrf));
        assertThat(ann.browser().open(fresh).status()).isEqualTo(404);
        List<String> kept = new ArrayList<>();
        Matcher code = Pattern.compile("[0-9a-z]{16}").matcher(ann.link());
        while (code.find()) {
            kept.add(code.group());
        }
        assertThat(kept).hasSize(1);
        assertThat(HOUSE.asked("select count(*) from sdmi_link where seat = '%s'".formatted(seat), Long.class))
                .isZero();
    }

    /** A meeting as whoever leads sees it. */
    private record Met(String path, String code, House house) {

        static Met plan(House house, String minutes, String... facilitator) {
            Map<String, String> all = new HashMap<>(
                    Map.of("starts", "2031-05-05T18:00", "minutes", minutes, "place", "Ferndale library"));
            if (facilitator.length > 0) {
                all.put("facilitator", house.seat(facilitator[0]));
            }
            Browser.Page page =
                    KEEPER.open(house.path() + "/meetings/new?lang=en").send(all);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            return new Met(
                    page.url().replaceFirst(".*(/p/)", "$1"),
                    StoryHouse.found(page.body(), "id=\"code\">([0-9a-z]{8})<"),
                    house);
        }

        Browser.Page look() {
            return KEEPER.open(path + "?lang=en");
        }

        String text() {
            return StoryHouseText.of(look());
        }

        Browser.Page does(String what, Map<String, String> more) {
            Browser.Page page = look();
            Map<String, String> all = new HashMap<>(more);
            all.put("_csrf", page.csrf());
            all.put("do", what);
            Matcher at = Pattern.compile("name=\"at\" value=\"([a-z-]+)\"").matcher(page.body());
            if (at.find()) {
                all.putIfAbsent("at", at.group(1));
            }
            return KEEPER.post(path, all);
        }

        Browser.Page next() {
            return does("next", Map.of());
        }

        Phone phone(String name, boolean lived) {
            Browser browser = Running.browser();
            Browser.Page joined = browser.open("/d/" + code + "?lang=en")
                    .send(lived ? Map.of("name", name, "lived", "yes") : Map.of("name", name));
            assertThat(joined.status()).as(joined.body()).isEqualTo(200);
            return new Phone(browser, code);
        }
    }

    /** A phone that is in. */
    private record Phone(Browser browser, String code) {

        Browser.Page look() {
            return browser.open("/d/" + code + "?lang=en");
        }

        Browser.Page does(String what, Map<String, String> more) {
            Browser.Page page = look();
            Map<String, String> all = new HashMap<>(more);
            all.put("_csrf", page.csrf().isEmpty() ? browser.open("/d").csrf() : page.csrf());
            all.put("do", what);
            Matcher round =
                    Pattern.compile("name=\"round\" value=\"([0-9a-f-]{36})\"").matcher(page.body());
            if (round.find()) {
                all.put("round", round.group(1));
            }
            return browser.post("/d/" + code, all);
        }
    }

    @Test
    void aMeetingGoesFromComingInToItsReport() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        house.takes("Fay", false);
        house.takes("Gwen", true);
        Met first = Met.plan(house, "60", "Fay");
        List<Phone> phones = new ArrayList<>();
        for (String name : List.of("Owen", "Fay", "Gwen", "Huw", "Ifan", "Jac")) {
            phones.add(first.phone(name, name.equals("Gwen")));
        }
        assertThat(first.text()).contains("6 here").contains("Led by Fay").contains("Ferndale library");
        assertThat(Running.browser()
                        .open("/d/" + first.code() + "?lang=en")
                        .send(Map.of("name", "gwen"))
                        .status())
                .as("nobody is in twice")
                .isEqualTo(422);
        first.next();
        for (int i = 0; i < 4; i++) {
            phones.get(i).does("feel", Map.of("word", i == 0 ? "Unsure" : "calm"));
        }
        assertThat(first.text()).as("of four nothing is told").doesNotContain("unsure");
        phones.get(4).does("feel", Map.of("word", "tired"));
        assertThat(first.text()).contains("unsure").contains("tired");
        assertThat(phones.get(5).does("feel", Map.of("word", "two words")).status())
                .isEqualTo(422);
        assertThat(first.text()).contains("What is your proposal?").contains("What is the purpose of your proposal?");
        first.next();
        assertThat(first.text()).contains("There is no report to accept.");
        first.next();
        first.does("notices", Map.of("notices", "The library closes at eight"));
        first.next();
        assertThat(first.does(
                                "item",
                                Map.of(
                                        "question",
                                        "Shall we paint the hall?",
                                        "owner",
                                        house.seat("Fay"),
                                        "minutes",
                                        "90",
                                        "purpose",
                                        "decide"))
                        .body())
                .contains("Whoever leads the meeting owns no item in it");
        assertThat(first.does("item", Map.of("question", "Paint the hall", "minutes", "90"))
                        .body())
                .contains("Put it as a question");
        first.does(
                "item",
                Map.of(
                        "question",
                        "Shall we paint the hall?",
                        "owner",
                        house.seat("Owen"),
                        "minutes",
                        "90",
                        "purpose",
                        "decide"));
        assertThat(first.text()).contains("The items take 90 minutes, and the meeting 60");
        first.next();
        String id = StoryHouse.found(first.look().body(), "name=\"item\" value=\"([0-9a-f-]{36})\"");
        first.does("speak", Map.of("item", id));
        Led led = new Led(HOUSE.here + "/items/" + id, house);
        assertThat(led.opens("clarify").body()).contains("Before people are asked, say what you propose");
        KEEPER.open(led.path() + "/change?lang=en")
                .send(Map.of(
                        "question",
                        "Shall we paint the hall?",
                        "owner",
                        house.seat("Owen"),
                        "minutes",
                        "20",
                        "purpose",
                        "decide",
                        "proposal",
                        "We paint it blue",
                        "wanted",
                        "A hall people like",
                        "reason",
                        "It is grey",
                        "affected",
                        "All who come"));
        led.opens("clarify");
        phones.get(2).does("reply", Map.of("words", "Who pays for paint?"));
        for (Browser.Page page : List.of(
                KEEPER.open(first.path() + "/wall?lang=en"),
                first.look(),
                phones.get(3).look(),
                KEEPER.open(first.path() + "/report?lang=en"))) {
            assertThat(page.body()).as(page.url()).doesNotContain("Who pays for paint");
        }
        assertThat(phones.get(1).look().body()).contains("You lead this meeting");
        assertThat(phones.get(1).does("reply", Map.of("words", "I lead")).status())
                .isEqualTo(422);
        for (int i = 3; i < 6; i++) {
            phones.get(i).does("reply", Map.of("words", ""));
        }
        assertThat(KEEPER.open(first.path() + "/wall?lang=en").body()).contains("Who pays for paint");

        phones.get(3).does("rest", Map.of());
        assertThat(first.text()).contains("A break of five minutes.");
        first.does("go-on", Map.of());
        assertThat(first.text()).doesNotContain("A break of five minutes.");
        led.opens("react");
        for (int i = 2; i < 6; i++) {
            phones.get(i).does("reply", Map.of("words", "Good"));
        }
        led.opens("object");
        for (int i = 2; i < 6; i++) {
            phones.get(i).does("reply", Map.of("stance", "none", "support", "4"));
        }
        assertThat(led.isAdopted().body()).contains("It is adopted.");
        first.next();
        first.next();
        String report = StoryHouseText.of(KEEPER.open(first.path() + "/report?lang=en"));
        assertThat(report)
                .contains("Report of the meeting")
                .contains("Adroddiad y cyfarfod")
                .contains("We paint it blue")
                .contains("The library closes at eight")
                .contains("Owen")
                .contains("This report has not been accepted yet.");
        assertThat(phones.get(2).look().body()).contains("The meeting is over");

        KEEPER.open(house.path() + "/meetings/new?lang=en")
                .send(Map.of("starts", "2031-06-05T18:00", "minutes", "30", "place", ""));
        Met second = new Met(
                StoryHouse.found(KEEPER.open(house.path()).body(), "href=\"([^\"]*/circles/meetings/[0-9a-f-]{36})\""),
                "",
                house);
        second.next();
        second.next();
        String before = StoryHouse.found(second.look().body(), "name=\"before\" value=\"([0-9a-f-]{36})\"");
        second.does("accept", Map.of("before", before, "correction", "The library closes at nine"));
        assertThat(StoryHouseText.of(KEEPER.open(first.path() + "/report?lang=en")))
                .contains("The library closes at nine")
                .contains("Accepted:");
    }

    @Test
    void aMeetingIsMovedByOneAndTheOtherSeesIt() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false, "minutes", "20");
        Met met = Met.plan(house, "60");
        assertThat(met.text())
                .contains("the meeting takes 60 minutes and they have fewer left")
                .contains("Owen: 20 of 20 minutes left");
        Browser.Page first = KEEPER.open(met.path() + "/change?lang=en");
        Browser.Page second = KEEPER.open(met.path() + "/change?lang=en");
        first.send(Map.of("starts", "2031-05-06T18:00", "minutes", "60", "place", "The chapel"));
        Browser.Page conflict =
                second.send(Map.of("starts", "2031-05-07T18:00", "minutes", "60", "place", "Ferndale library"));
        assertThat(conflict.body())
                .contains("id=\"conflict\"")
                .contains("2031-05-06T18:00")
                .contains("The chapel");
        assertThat(second.send(Map.of("starts", "never", "minutes", "1", "place", ""))
                        .status())
                .isEqualTo(422);
        KEEPER.post(met.path() + "/cancel", Map.of("_csrf", met.look().csrf(), "version", "2"));
        assertThat(met.text()).contains("This meeting was called off");
        assertThat(Running.browser().open("/d/" + met.code()).status()).isEqualTo(404);
    }

    @Test
    void aShorterMeetingAsksMorePeopleAndALongerOneFewer() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false, "minutes", "20");
        Met met = Met.plan(house, "60");
        String asked = "Asked this month: %d minutes. Offered: 20 minutes.";
        assertThat(met.text()).contains("Owen: 20 of 20 minutes left");
        assertThat(StoryHouseText.of(KEEPER.open(house.path() + "?lang=en"))).contains(asked.formatted(0));
        Map<String, String> moved = new HashMap<>(Map.of("starts", "2031-05-05T18:00", "minutes", "15", "place", ""));
        KEEPER.open(met.path() + "/change?lang=en").send(moved);
        assertThat(met.look().body()).doesNotContain("id=\"not-asked\"");
        assertThat(StoryHouseText.of(KEEPER.open(house.path() + "?lang=en"))).contains(asked.formatted(15));
        moved.put("minutes", "60");
        KEEPER.open(met.path() + "/change?lang=en").send(moved);
        assertThat(met.text()).contains("Owen: 20 of 20 minutes left");
        assertThat(StoryHouseText.of(KEEPER.open(house.path() + "?lang=en"))).contains(asked.formatted(0));

        // Whoever comes in later is asked when somebody says so.
        house.takes("Ann", true);
        assertThat(met.text()).contains("Not asked yet,").contains("since it was planned: Ann.");
        met.does("ask", Map.of());
        assertThat(met.text()).doesNotContain("Not asked yet,").contains("Owen: 20 of 20 minutes left");

        // What is called off takes no minutes.
        KEEPER.post(met.path() + "/cancel", Map.of("_csrf", met.look().csrf(), "version", "3"));
        assertThat(met.text()).contains("This meeting was called off");
        assertThat(StoryHouseText.of(KEEPER.open(house.path() + "?lang=en")))
                .contains("Asked this month: 0 minutes. Offered: 120 minutes.");
        moved.put("starts", "2020-01-01T10:00");
        Browser.Page gone = KEEPER.open(house.path() + "/meetings/new?lang=en").send(moved);
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.body()).contains("That day is gone.");
    }

    @Test
    void whoLeadsIsChosenBeforeTheFirstItem() {
        House house = House.begin("consent", "team");
        Someone owen = house.takes("Owen", true);
        house.takes("Fay", false);
        Met met = Met.plan(house, "30");
        assertThat(owen.name()).isEqualTo("Owen");
        met.phone("Owen", false);
        for (int i = 0; i < 4; i++) {
            met.next();
        }
        Phone owens = met.phone("Gwen", false);
        assertThat(owens.look().body()).contains("You are a guest").doesNotContain("agenda-form");
        assertThat(owens.does("item", Map.of("question", "Shall I?", "minutes", "5", "purpose", "decide"))
                        .status())
                .isEqualTo(422);
        met.does(
                "item",
                Map.of(
                        "question",
                        "Shall we paint it?",
                        "owner",
                        house.seat("Owen"),
                        "minutes",
                        "9",
                        "purpose",
                        "decide"));
        assertThat(StoryHouseText.of(KEEPER.open(met.path() + "/wall?lang=en")))
                .contains("Shall we paint it? Owen, 9 minutes");
        Browser.Page refused = met.next();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Before the first item: choose who leads");
        assertThat(met.does("lead", Map.of("lead", "")).body()).contains("Choose who leads it");
        assertThat(met.does("lead", Map.of("lead", house.seat("Owen"))).body())
                .contains("They own an item in this meeting.");
        met.does("lead", Map.of("lead", house.seat("Fay"), "seen", ""));
        assertThat(met.text()).contains("Led by Fay").contains("Somebody else leads");
        assertThat(met.does("lead", Map.of("lead", house.seat("Fay"), "seen", ""))
                        .body())
                .as("two choose at once")
                .contains("This has moved on");
        met.next();
        assertThat(met.text()).contains("Items, one by one").doesNotContain("Somebody else leads");
        assertThat(StoryHouseText.of(KEEPER.open(met.path() + "/wall?lang=en")))
                .contains("Shall we paint it? Owen, 9 minutes");
        assertThat(StoryHouseText.of(KEEPER.open(met.path() + "/report?lang=en")))
                .contains("Fay");
    }

    @Test
    void aPhoneOfTheCirclePutsAnItemOnTheAgenda() {
        House house = House.begin("consent", "team");
        house.takes("Owen", true);
        house.takes("Fay", false);
        Met met = Met.plan(house, "30", "Fay");
        Phone owen = met.phone("Owen", false);
        Phone fay = met.phone("Fay", false);
        for (int i = 0; i < 4; i++) {
            met.next();
        }
        assertThat(owen.does("item", Map.of("question", "Paint it", "minutes", "5", "purpose", "decide"))
                        .body())
                .contains("Put it as a question")
                .contains("Paint it");
        owen.does("item", Map.of("question", "Shall we paint it blue?", "minutes", "5", "purpose", "decide"));
        assertThat(owen.look().body()).contains("Shall we paint it blue?");
        assertThat(met.text()).contains("Shall we paint it blue?");
        assertThat(fay.look().body()).contains("You lead this meeting").doesNotContain("agenda-form");
    }

    @Test
    void noticesThatWereTypedAreKeptWhateverButtonIsPressed() {
        House house = House.begin("consent", "team");
        house.takes("Owen", true);
        Met met = Met.plan(house, "30");
        for (int i = 0; i < 3; i++) {
            met.next();
        }
        assertThat(met.look().body()).contains("form=\"notices-form\"");
        met.does("rest", Map.of("seen-notices", "", "notices", "The library closes at eight"));
        assertThat(met.look().body()).contains("The library closes at eight").contains("End the break");
        Browser.Page late = met.does("next", Map.of("seen-notices", "", "notices", "The chapel is shut"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body())
                .contains("Somebody has written something else here in the meantime")
                .contains("The library closes at eight")
                .contains("The chapel is shut");
        met.does("next", Map.of("seen-notices", "The library closes at eight", "notices", "Both\r\nare shut"));
        assertThat(met.text()).contains("The agenda, made now");
        assertThat(KEEPER.open(met.path() + "/report?lang=en").body()).contains("are shut");
    }

    @Test
    void theReportIsOnePageInBothLanguages() {
        House house = House.begin("consent", "team");
        for (String name : List.of("Owen", "Fay", "Ann", "Bob")) {
            house.takes(name, name.equals("Ann"));
        }
        Met met = Met.plan(house, "30", "Fay");
        List<Phone> phones = List.of(met.phone("Ann", false), met.phone("Bob", false), met.phone("Gwen", false));
        met.phone("Owen", false);
        Led led = house.raises("Owen", Map.of("meeting", met.path().replaceFirst(".*/", "")));
        for (int i = 0; i < 5; i++) {
            met.next();
        }
        met.does("speak", Map.of("item", led.id()));
        for (String kind : List.of("clarify", "react")) {
            led.opens(kind);
            phones.forEach(each -> each.does("reply", Map.of("words", "Good")));
        }
        led.opens("object");
        phones.get(0).does("reply", Map.of("stance", "none"));
        phones.get(1).does("reply", Map.of("stance", "concern", "words", "Parking"));
        phones.get(2).does("reply", Map.of("stance", "none"));
        led.isAdopted();
        met.next();
        met.next();
        String report = StoryHouseText.of(KEEPER.open(met.path() + "/report?lang=en"));
        assertThat(report)
                .contains("no objection dim gwrthwynebiad : Ann, Gwen (guest · gwestai)")
                .contains("concern pryder : Bob: Parking")
                .contains("by 1 May 2031 · erbyn 1 Mai 2031")
                .contains("Guests Gwesteion Gwen")
                .contains("Held Cynhaliwyd")
                .doesNotContain("nothing more")
                .doesNotContain("5 May 2031");
        assertThat(StoryHouseText.of(KEEPER.open(met.path() + "/wall?lang=en"))).doesNotContain("Join on your phone");
    }

    @Test
    void whatWasAdoptedStandsOnTheMapUntilItIsDone() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        List<Led> both = new ArrayList<>();
        for (String question : List.of("Shall we open the hall?", "Shall we shut the hall?")) {
            String unique = question.replace(
                    "hall", "hall " + UUID.randomUUID().toString().substring(0, 8));
            Led led = house.raises("Owen", Map.of("question", unique)).isHeard(ann);
            led.opens("object");
            ann.objects(led, "Not so fast");
            led.adjusts("We try it first", "2031-08-31");
            led.opens("object");
            ann.hasNoObjection(led);
            both.add(led);
        }
        String dev = both.getFirst().look().option("Dev of Circles");
        String named = both.getFirst()
                .does("end", Map.of("outcome", "adopted", "who", "Weekends", "by", "2031-05-01", "doer", dev))
                .body();
        assertThat(named)
                .contains("Named to see that it is done: Dev of Circles.")
                .contains("id=\"done\"");
        assertThat(both.getLast()
                        .does("end", Map.of("outcome", "adopted", "who", "Ward three", "by", "2031-05-01"))
                        .body())
                .contains("No member was named to see that it is done.");
        assertThat(newestGiven()).contains("/items/" + both.getFirst().id());
        String map = HOUSE.member.open(HOUSE.here + "/responsibilities?lang=en").body();
        String mine = StoryHouse.found(map, "(?s)id=\"mine\"(.*?)(?:</section>|</main>)");
        String nobodys = StoryHouse.found(map, "(?s)id=\"nobodys\"(.*?)(?:</section>|</main>)");
        assertThat(mine).contains(both.getFirst().id()).contains("1 May 2031");
        assertThat(nobodys)
                .contains(both.getLast().id())
                .doesNotContain(both.getFirst().id());

        // The record of the decision takes along who does it, by when, and the last day of the trial.
        Browser.Page decision = KEEPER.open(
                HOUSE.here + "/decisions/new?lang=en&item=" + both.getFirst().id());
        assertThat(decision.body())
                .contains("Who does it: Weekends, by 1 May 2031.")
                .contains("It is a trial that ends by itself: 31 August 2031.");
        String made = decision.send(Map.of(
                        "question", "Shall we open the hall?",
                        "wanted", "Nobody rings three times",
                        "decided", "We try it first"))
                .url()
                .replaceFirst(".*/decisions/([0-9a-f-]{36}).*", "$1");
        assertThat(HOUSE.asked("select review_on::text from decision where id = '%s'".formatted(made), String.class))
                .isEqualTo("2031-08-31");
        // Whoever has the same form still open begins no second one of the same item.
        assertThat(decision.send(Map.of("question", "Shall we?", "wanted", "Rest", "decided", "Yes"))
                        .body())
                .contains("Somebody has begun this decision already", "Shall we open the hall?");
        assertThat(HOUSE.asked("select owner::text from decision where id = '%s'".formatted(made), String.class))
                .isEqualTo(dev);

        Map<String, String> done = new HashMap<>(Map.of("do", "done"));
        done.put("_csrf", HOUSE.member.open(both.getFirst().path() + "?lang=en").csrf());
        assertThat(HOUSE.member.post(both.getFirst().path(), done).body()).contains("Written down as done.");
        assertThat(HOUSE.member.post(both.getLast().path(), done).body())
                .as("it is not theirs")
                .contains("This has moved on");
        assertThat(KEEPER.open(HOUSE.here + "/responsibilities?lang=en").body())
                .doesNotContain("/items/" + both.getFirst().id())
                .contains("/items/" + both.getLast().id());
    }

    @Test
    void itIsHandedOnOnlyToACircleThatCanGoOnWithIt() {
        House house = House.begin("consent", "team");
        House low = House.begin("consent", "team");
        House wide = House.begin("consent", "partnership");
        low.takes("Low", false);
        Browser.Page page = KEEPER.open(wide.path() + "?lang=en");
        KEEPER.post(wide.path() + "/seats", Map.of("_csrf", page.csrf(), "member", page.option("Dev of Circles")));
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Led led = house.raises("Owen", Map.of("staff", "yes")).isHeard(ann);
        led.opens("object");
        ann.hasNoObjection(led);
        String lower = low.seat("Low");
        assertThat(led.look().body()).doesNotContain(lower);
        assertThat(led.does("widen", Map.of("wider", lower)).body()).contains("This has moved on");
        String handed =
                led.does("widen", Map.of("wider", wide.seat("Dev of Circles"))).body();
        String there = StoryHouse.found(handed, "id=\"goes-on\" href=\"([^\"]+)\"");
        assertThat(KEEPER.open(there + "?lang=en").body()).contains("Shall Saturday calls go to one number?");
        assertThat(newestGiven()).contains(there.replaceFirst(".*/", ""));
    }

    /** The page that the newest news of something given to the member leads to. */
    private static String newestGiven() {
        return HOUSE.member
                .open(StoryHouse.found(
                        HOUSE.member.open(HOUSE.here + "/news?lang=en").body(),
                        "href=\"([^\"]+/news/[0-9a-f-]{36})\">Something was given"))
                .url();
    }

    @Test
    void theFirstPageSaysWhoWaitsForYouAndNobodySpeaksForAMember() {
        House house = House.begin("consent", "team");
        Browser.Page page = KEEPER.open(house.path() + "?lang=en");
        KEEPER.post(house.path() + "/seats", Map.of("_csrf", page.csrf(), "member", page.option("Dev of Circles")));
        house.takes("Owen", false);
        Led led = house.raises("Owen", Map.of("question", "Shall the door stay open?"));
        assertThat(HOUSE.member.open(HOUSE.here + "?lang=en").body()).doesNotContain("Shall the door stay open?");
        led.opens("clarify");
        String home = HOUSE.member.open(HOUSE.here + "?lang=en").body();
        assertThat(StoryHouse.found(home, "(?s)<ul[^>]*id=\"waiting\">(.*?)</ul>"))
                .contains("Shall the door stay open?", "/items/" + led.id());

        String seat = house.seat("Dev of Circles");
        assertThat(KEEPER.open(house.path() + "?lang=en").body()).doesNotContain(seat + "/link");
        assertThat(KEEPER.post(
                                house.path() + "/seats/" + seat + "/link",
                                Map.of("_csrf", KEEPER.open(house.path()).csrf()))
                        .status())
                .isEqualTo(404);
        assertThat(HOUSE.asked("select count(*) from sdmi_link where seat = '%s'".formatted(seat), Long.class))
                .isZero();
    }

    @Test
    void anItemForAdviceHasNoRuleAndADeadLinkSaysSo() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Led led = house.raises("Owen", Map.of("purpose", "inform"));
        assertThat(led.text()).doesNotContain("Consent: adopted").doesNotContain("Objections, and deciding");
        assertThat(led.does("end", Map.of("outcome", "informed")).body())
                .contains("It has been made known.")
                .contains("/items/new?question=Shall+Saturday");
        Browser.Page dead = Running.browser().open("/d/" + "0".repeat(16) + "?lang=en");
        assertThat(dead.status()).isEqualTo(404);
        assertThat(dead.body()).contains("This link leads nowhere").contains("You need no account.");
    }

    /** Takes the member into a circle. */
    private static void takesDev(House house, String... more) {
        Browser.Page page = KEEPER.open(house.path() + "?lang=en");
        Map<String, String> all = new HashMap<>(Map.of("_csrf", page.csrf(), "member", page.option("Dev of Circles")));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        assertThat(KEEPER.post(house.path() + "/seats", all).status()).isEqualTo(200);
    }

    /** The member sends something to an item. */
    private static Browser.Page devDoes(Led led, String what, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(Map.of(
                "_csrf", HOUSE.member.open(HOUSE.here + "/circles/practice").csrf(), "do", what));
        return HOUSE.member.post(led.path() + "?lang=en", all);
    }

    @Test
    void anItemKeepsTheRuleItBeganBy() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Led adopted = house.raises("Owen", Map.of()).isHeard(ann);
        adopted.opens("object");
        ann.hasNoObjection(adopted);
        adopted.isAdopted();
        Led going = house.raises("Owen", Map.of()).isHeard(ann);
        Led draft = house.raises("Owen", Map.of());
        Browser.Page changed = KEEPER.open(house.path() + "/change?lang=en")
                .send(Map.of(
                        "name-en",
                        "Changed circle",
                        "name-cy",
                        "Cylch newydd",
                        "rule",
                        "consensus",
                        "level",
                        "team",
                        "hours",
                        "72"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        assertThat(adopted.text()).contains("Consent: adopted unless").doesNotContain("Consensus:");
        assertThat(StoryHouseText.of(ann.look(adopted)))
                .contains("Consent: adopted unless")
                .contains("no objection");
        assertThat(draft.text()).as("nobody was asked yet").contains("Consensus: adopted when everybody agrees");
        going.opens("object");
        ann.says(
                going,
                Map.of("stance", "objection", "harm", "preference", "words", "Keep two", "resolves", "Keep two"));
        assertThat(going.text()).as("a preference holds nothing up").contains("Nobody objects. It can be adopted.");
        assertThat(KEEPER.open(HOUSE.here + "/decisions/new?lang=en&item=" + adopted.id())
                        .body())
                .doesNotContain("onsensus");
    }

    @Test
    void onlySomebodyElseEndsARoundBeforeItsTimeAndSaysWhy() {
        House house = House.begin("consent", "team");
        takesDev(house);
        house.takes("Ann", true);
        Someone bob = house.takes("Bob", false);
        Led led = house.raises("Dev of Circles", Map.of());
        led.opens("clarify");
        bob.says(led, Map.of("words", "Who pays?"));
        assertThat(HOUSE.member.open(led.path() + "?lang=en").body())
                .contains("only somebody else may end it sooner")
                .doesNotContain("id=\"close\"");
        Map<String, String> ends = new HashMap<>(Map.of("round", round(led), "why", "I have no time"));
        Browser.Page refused = devDoes(led, "close", ends);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This has moved on").doesNotContain("Who pays?");
        ends.put("why", "");
        assertThat(led.does("close", ends).body()).contains("Write why the round ends before all have replied");
        assertThat(led.text()).contains("1 of 2 have replied");
        ends.put("why", "Ann told us that she is away");
        led.does("close", ends);
        assertThat(StoryHouseText.of(bob.look(led)))
                .contains("before all had replied, because: Ann told us that she is away")
                .contains("Silent: Ann");

        // What is over by its time may be gone on with by its owner too.
        led.opens("react");
        HOUSE.changed(
                "update sdmi_round set until = now() - interval '1 minute' where id = '%s'".formatted(round(led)));
        assertThat(devDoes(led, "open", Map.of("kind", "object")).status()).isEqualTo(200);
    }

    @Test
    void whoseItemItIsDoesNotWaiveTheVoiceThatLivesWithIt() {
        House house = House.begin("consent", "team");
        takesDev(house);
        Someone bob = house.takes("Bob", false);
        Led led = house.raises("Dev of Circles", Map.of()).isHeard(bob);
        led.opens("object");
        bob.hasNoObjection(led);
        assertThat(HOUSE.member.open(led.path() + "?lang=en").body())
                .contains("only somebody else who leads it may write down why")
                .doesNotContain("excuse-form");
        Browser.Page refused = devDoes(led, "excuse", Map.of("excuse", "It is only me"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(led.text()).contains("Nobody of the circle who lives with it was heard.");
        led.does("excuse", Map.of("excuse", "It is about our own coffee"));
        assertThat(StoryHouseText.of(bob.look(led)))
                .contains("Decided without a voice that lives with it, because: It is about our own coffee (");
    }

    @Test
    void aCircleMeetsWhenThoseWhoAreInItSaySo() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        house.takes("Fay", false);
        Met met = Met.plan(house, "60", "Fay");
        String csrf =
                HOUSE.member.open(HOUSE.here + "/circles/practice?lang=en").csrf();
        Map<String, String> other = new HashMap<>(Map.of(
                "_csrf", csrf, "version", "1", "starts", "2031-05-09T18:00", "minutes", "60", "place", "Elsewhere"));
        assertThat(HOUSE.member.open(met.path() + "?lang=en").body())
                .doesNotContain(met.path() + "/change")
                .doesNotContain("agenda-form");
        for (String path : List.of(met.path() + "/change", house.path() + "/meetings/new")) {
            Browser.Page refused = HOUSE.member.post(path + "?lang=en", other);
            assertThat(refused.status()).as(path).isEqualTo(422);
            assertThat(refused.body()).contains("Only those who are in this circle plan its meetings");
            assertThat(HOUSE.member.open(path + "?lang=en").body()).contains("Only those who are in this circle");
        }
        assertThat(met.text()).contains("Ferndale library").doesNotContain("Elsewhere");
        assertThat(HOUSE.asked(
                        "select count(*) from sdmi_meeting where circle = '%s'"
                                .formatted(house.path().replaceFirst(".*/", "")),
                        Long.class))
                .isEqualTo(1);

        // One of the circle moves it, and puts nobody else in the place of whoever leads; nor does anybody put in an
        // owner.
        takesDev(house);
        other.put("facilitator", house.seat("Owen"));
        Browser.Page stays = HOUSE.member.post(met.path() + "/change?lang=en", other);
        assertThat(stays.status()).isEqualTo(422);
        assertThat(stays.body()).contains("Somebody leads this meeting already");
        house.raises("Owen", Map.of("meeting", met.path().replaceFirst(".*/", "")));
        Map<String, String> owners = new HashMap<>(other);
        owners.put("_csrf", KEEPER.open(met.path()).csrf());
        Browser.Page owns = KEEPER.post(met.path() + "/change?lang=en", owners);
        assertThat(owns.status()).isEqualTo(422);
        assertThat(owns.body()).contains("They own an item in this meeting");
        other.put("facilitator", house.seat("Fay"));
        assertThat(HOUSE.member.post(met.path() + "/change?lang=en", other).body())
                .contains("Elsewhere");

        // What was called off is not brought back by somebody who leads nothing.
        KEEPER.post(met.path() + "/cancel", Map.of("_csrf", met.look().csrf(), "version", "2"));
        Map<String, String> undo = new HashMap<>(Map.of("_csrf", csrf, "kind", "sdmi-meeting", "version", "3"));
        undo.putAll(Map.of("id", met.path().replaceFirst(".*/", ""), "back", met.path()));
        HOUSE.member.post(HOUSE.here + "/undo", undo);
        assertThat(met.text()).contains("This meeting was called off");
    }

    @Test
    void onlyThoseInTheRoomOrTheCircleAskForABreak() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Met met = Met.plan(house, "60");
        met.next();
        Map<String, String> rest = Map.of(
                "_csrf", HOUSE.member.open(HOUSE.here + "/circles/practice").csrf(), "do", "rest");
        assertThat(HOUSE.member.post(met.path(), rest).status()).isEqualTo(422);
        assertThat(met.text()).doesNotContain("A break of five minutes.");
        takesDev(house);
        assertThat(HOUSE.member.post(met.path(), rest).status()).isEqualTo(200);
        assertThat(met.text()).contains("A break of five minutes.");
    }

    @Test
    void nobodyTakesTheSeatOfAMemberWhoSignsInByTheirName() {
        House house = House.begin("consent", "team");
        takesDev(house);
        house.takes("Owen", false);
        Met met = Met.plan(house, "60");
        Browser.Page refused =
                Running.browser().open("/d/" + met.code() + "?lang=en").send(Map.of("name", "dev of circles"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Somebody of the circle has that name and signs in.")
                .contains("id=\"signed-in\" href=\"" + met.path() + "\"");
        assertThat(HOUSE.asked(
                        "select count(*) from sdmi_present where meeting = '%s'"
                                .formatted(met.path().replaceFirst(".*/", "")),
                        Long.class))
                .isZero();
        met.phone("Owen", false);
        met.phone("Dev of the chapel", false);
        assertThat(met.text()).contains("2 here");
        assertThat(HOUSE.member
                        .post(
                                met.path() + "?lang=en",
                                Map.of(
                                        "_csrf",
                                        HOUSE.member
                                                .open(HOUSE.here + "/circles/practice")
                                                .csrf(),
                                        "do",
                                        "come"))
                        .body())
                .contains("You are in.");
        assertThat(met.text()).contains("3 here");
    }

    @Test
    void anItemIsRaisedInOnesOwnNameInOnesOwnCircle() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        House other = House.begin("consent", "team");
        other.takes("Olwen", false);
        Met there = Met.plan(other, "60");
        Map<String, String> all = new HashMap<>(Map.of(
                "question",
                "Shall we sell the hall?",
                "minutes",
                "5",
                "purpose",
                "inform",
                "owner",
                house.seat("Owen")));
        all.put(
                "_csrf",
                HOUSE.member.open(HOUSE.here + "/circles/practice?lang=en").csrf());
        String raising = house.path() + "/items/new?lang=en";
        assertThat(HOUSE.member.open(raising).body()).contains("Only those who are in a circle raise items in it.");
        assertThat(HOUSE.member.post(raising, all).status()).isEqualTo(422);
        assertThat(HOUSE.member.open(house.path() + "?lang=en").body()).doesNotContain("/items/new");

        takesDev(house);
        Browser.Page refused = HOUSE.member.post(raising, all);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose whose item it is").doesNotContain("Owen</option>");
        all.put("owner", house.seat("Dev of Circles"));
        all.put("meeting", there.path().replaceFirst(".*/", ""));
        assertThat(HOUSE.member.post(raising, all).status())
                .as("a meeting of another circle")
                .isEqualTo(422);
        Met over = Met.plan(house, "60");
        KEEPER.post(over.path() + "/cancel", Map.of("_csrf", over.look().csrf(), "version", "1"));
        all.put("meeting", over.path().replaceFirst(".*/", ""));
        assertThat(HOUSE.member.post(raising, all).status())
                .as("a meeting that is not held")
                .isEqualTo(422);
        assertThat(KEEPER.open(house.path() + "?lang=en").body()).doesNotContain("Shall we sell the hall?");
        all.remove("meeting");
        assertThat(HOUSE.member.post(raising, all).body()).contains("Shall we sell the hall?");
    }

    @Test
    void twoRoundsAtOnceAskForNoMoreMinutesThanAreLeft() throws InterruptedException {
        for (int time = 0; time < 4; time++) {
            House house = House.begin("consent", "team");
            house.takes("Owen", false);
            for (int i = 0; i < 12; i++) {
                house.takes("Short " + i, true, "minutes", "4");
            }
            List<Led> both = List.of(house.raises("Owen", Map.of()), house.raises("Owen", Map.of()));
            String csrf = KEEPER.open(house.path()).csrf();
            CountDownLatch ready = new CountDownLatch(2);
            List<Thread> threads = both.stream()
                    .map(led -> Thread.ofVirtual().start(() -> {
                        ready.countDown();
                        try {
                            ready.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        KEEPER.post(led.path(), Map.of("_csrf", csrf, "do", "open", "kind", "clarify"));
                    }))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(HOUSE.asked(
                            "select max(asked) from (select sum(a.minutes) as asked from sdmi_asked a join sdmi_seat s on"
                                    + " s.id = a.seat where s.circle = '%s' group by s.id) each"
                                            .formatted(house.path().replaceFirst(".*/", "")),
                            Long.class))
                    .isEqualTo(4);
            assertThat(both.get(0).text() + both.get(1).text())
                    .contains("the minutes they offered this month are used");
        }
    }

    @Test
    void anybodyInTheCircleSaysThatItTouchesStaffAndItCountsAtOnce() {
        House house = House.begin("consent", "partnership");
        house.takes("Owen", false);
        Someone ann = house.takes("Ann", true);
        Someone bob = house.takes("Bob", false, "minutes", "8");
        Led led = house.raises("Owen", Map.of()).isHeard(ann, bob);
        assertThat(led.text()).contains("No money, staff or law, as far as we know.");
        led.opens("object");
        assertThat(led.text()).contains("0 of 1 have replied");
        assertThat(devDoes(led, "touch", Map.of("staff", "yes")).status())
                .as("somebody outside the circle")
                .isEqualTo(422);
        Map<String, String> says = new HashMap<>(Map.of("do", "touch"));
        says.put("_csrf", bob.look(led).csrf());
        Browser.Page blank = bob.browser().post(bob.link() + "/" + led.id() + "?lang=en", says);
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("Choose what it touches");
        says.put("staff", "yes");
        assertThat(bob.browser()
                        .post(bob.link() + "/" + led.id() + "?lang=en", says)
                        .body())
                .contains("It is written down what it touches.");
        assertThat(StoryHouseText.of(ann.look(led)))
                .contains("A partner's staff: said by Bob,")
                .contains("silence is not consent")
                .contains("One organisation");
        assertThat(led.text()).as("the round waits for Bob too").contains("0 of 2 have replied");
        ann.hasNoObjection(led);
        assertThat(led.text()).contains("1 of 2 have replied");
        led.closes();
        assertThat(led.text()).contains("Silence is not consent here").contains("Still to be heard: Bob");
        assertThat(led.isAdopted().body()).contains("This has moved on");

        // It is taken off only with other words, and that is seen.
        takesDev(house);
        assertThat(devDoes(led, "touch", Map.of("several", "yes")).body()).contains("It is written down");
        assertThat(led.text())
                .contains("Of more than one partner: said by Dev of Circles,")
                .contains("Level The partnership");
        String seen = StoryHouse.found(led.look().body(), "name=\"seen\" value=\"(\\d+)\"");
        led.does("adjust", Map.of("proposal", "One number", "why", "Simpler", "seen", seen));
        assertThat(led.text()).as("nothing was said of it").doesNotContain("taken off by");
        led.does("adjust", Map.of("proposal", "No staff", "why", "Simpler", "seen", "2", "touches", "said"));
        assertThat(led.text())
                .contains("A partner's staff: taken off by")
                .contains("No money, staff or law")
                .contains("Level The team");
    }

    @Test
    void anItemMadeOnTheSpotIsAskedWhatItTouches() {
        House house = House.begin("consent", "partnership");
        house.takes("Owen", true);
        house.takes("Ann", true);
        Met met = Met.plan(house, "30");
        Led led = house.raises("Owen", Map.of("meeting", met.path().replaceFirst(".*/", "")));
        assertThat(led.look().body()).contains("id=\"at-touches\"");
        Browser.Page unsaid = led.does("open", Map.of("kind", "clarify"));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("Say first what it touches, or that it touches none of these");
        led.does("open", Map.of("kind", "clarify", "at-money", "yes"));
        assertThat(led.text()).contains("A partner's money: said by").contains("0 of 1 have replied");
    }

    @Test
    void anItemThatWasChangedGoesBackAsAWhole() {
        House house = House.begin("consent", "team");
        house.takes("Owen", false);
        Led led = house.raises("Owen", Map.of());
        led.does("touch", Map.of("staff", "yes"));
        assertThat(led.text()).contains("A partner's staff: said by");
        Map<String, String> undo = new HashMap<>(Map.of("kind", "sdmi-item", "version", "2", "id", led.id()));
        undo.putAll(Map.of("_csrf", led.look().csrf(), "back", led.path()));
        assertThat(KEEPER.post(HOUSE.here + "/undo", undo).status()).isEqualTo(200);
        assertThat(led.text()).contains("No money, staff or law");
    }

    @Test
    void whoseTrialEndsIsToldOnce() {
        House house = House.begin("consent", "team");
        takesDev(house);
        Someone ann = house.takes("Ann", true);
        Led led = house.raises("Dev of Circles", Map.of()).isHeard(ann);
        Map<String, String> smaller =
                new HashMap<>(Map.of("proposal", "We try it first", "why", "Smaller", "seen", "1"));
        smaller.put("trial", "2033-03-03");
        devDoes(led, "adjust", smaller);
        led.opens("object");
        ann.hasNoObjection(led);
        led.does("end", Map.of("outcome", "adopted", "who", "Weekends", "by", "2033-01-01"));
        assertThat(led.text()).contains("until 3 March 2033");
        TrialDays days = Running.bean(TrialDays.class);
        String told = "select count(*) from notice where kind = 'trial-ended' and path = '/items/" + led.id() + "'";
        days.look(LocalDate.parse("2033-03-02"));
        assertThat(HOUSE.asked(told, Long.class)).isZero();
        days.look(LocalDate.parse("2033-03-03"));
        days.look(LocalDate.parse("2033-03-04"));
        assertThat(HOUSE.asked(told, Long.class)).isEqualTo(1);
        assertThat(HOUSE.member.open(HOUSE.here + "/news?lang=en").body())
                .contains("A trial that your circle adopted has come to its last day.");
        HOUSE.changed("update sdmi_proposal set trial_until = current_date where item = '%s'".formatted(led.id()));
        assertThat(led.text()).contains("The trial has ended");
    }

    @Test
    void practiceKeepsNothing() {
        String here = HOUSE.here + "/circles/practice";
        List<String> tables =
                List.of("sdmi_item", "sdmi_round", "sdmi_reply", "sdmi_proposal", "sdmi_circle", "sdmi_seat", "record");
        List<Long> before = new ArrayList<>();
        tables.forEach(table -> before.add(HOUSE.asked("select count(*) from " + table, Long.class)));
        Browser.Page page = HOUSE.member.open(here + "?lang=en");
        assertThat(page.body()).contains("nothing you write is kept");
        page = page.send(Map.of());
        page = page.send(Map.of());
        page = page.send(Map.of("question", "May I lean?"));
        assertThat(page.send(Map.of()).status()).isEqualTo(422);
        page = page.send(Map.of("react", "It is good"));
        assertThat(page.body())
                .contains("May I lean?")
                .contains("my knee hurts")
                .contains("It is good");
        page = page.send(Map.of("proposal", "Our Monday meeting is held standing up or sitting"));
        assertThat(page.body()).contains("nobody objects");
        assertThat(page.body()).contains("<ins>");
        List<Long> after = new ArrayList<>();
        tables.forEach(table -> after.add(HOUSE.asked("select count(*) from " + table, Long.class)));
        assertThat(after).isEqualTo(before);
        assertThat(Running.browser().open(here).status()).isEqualTo(403);
    }
}
