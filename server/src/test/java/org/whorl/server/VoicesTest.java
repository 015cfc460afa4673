package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.people.Perspective;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.spirals.Companies;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** Who has taken part and who is missing, told over HTTP of people who really are in the partnership. */
class VoicesTest {

    private static final Browser KEEPER = Running.keeper();
    private static final Community COMMUNITY = Running.bean(Community.class);

    /** A partnership with a spiral; gives back the spiral. */
    private static UUID open(String slug) {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", slug, "name-cy", slug + " (cy)", "place-en", "Powys", "place-cy", "Sir Powys"));
        Browser.Page form = KEEPER.open("/p/" + slug + "/spirals/new");
        return UUID.fromString(
                form.send(Map.of("question", "Who comes?", "population", "All", "place", form.option("Powys")))
                        .id());
    }

    private static Viewer house(String slug) {
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        UUID partnership =
                Tenancy.acrossAll(() -> transaction.execute(_ -> jdbc.sql("select id from partnership where slug = ?")
                        .param(slug)
                        .query(UUID.class)
                        .single()));
        return Viewer.house(partnership);
    }

    private static List<Perspective> perspectives(String slug) {
        return house(slug).doing(COMMUNITY::listPerspectives);
    }

    /** So many members of each perspective come in, in their order. */
    private static void come(String slug, UUID spiral, int... numbers) {
        List<Perspective> perspectives = perspectives(slug);
        house(slug).doing(() -> {
            for (int p = 0; p < numbers.length; p++) {
                for (int i = 0; i < numbers[p]; i++) {
                    Member member = COMMUNITY.addMember(
                            "Somebody " + p + "/" + i,
                            Optional.empty(),
                            Optional.of(perspectives.get(p)),
                            EnumSet.of(Role.MEMBER),
                            "reference");
                    Running.bean(Companies.class).bringIn(spiral, member.id());
                }
            }
            return 0;
        });
    }

    private static Browser.Page say(String slug, String... sizes) {
        Map<String, String> put = new HashMap<>(Map.of("source", "Census 2021, TS021", "on", "2021-03-21"));
        List<Perspective> perspectives = perspectives(slug);
        for (int p = 0; p < sizes.length; p++) {
            put.put("size-" + perspectives.get(p).id(), sizes[p]);
        }
        return KEEPER.open("/p/" + slug + "/patterns/voices/who-lives-here/perspective")
                .send(put);
    }

    private static String part(String body, String id) {
        Matcher part = Pattern.compile("id=\"" + id + "\".*?</(table|section|ul|dl|p)>", Pattern.DOTALL)
                .matcher(body);
        assertThat(part.find()).as(id + " in " + body).isTrue();
        return part.group();
    }

    @Test
    void aHundredWhoCameBesideFiveGroupsThatAreThere() {
        UUID spiral = open("mixed");
        come("mixed", spiral, 60, 30, 10);
        Browser.Page page = say("mixed", "30", "25", "20", "15", "10");
        assertThat(page.status()).isEqualTo(200);
        String figures = part(page.body(), "perspective-figures");
        assertThat(figures)
                .as("method 2.8: p = .3 .25 .2 .15 .1, q = .6 .3 .1 0 0")
                .contains("0.35 (")
                .contains("3 of 5 that can be told: 0.60.")
                .contains("2.45 (");
        assertThat(page.body()).contains("About 35 in 100 would have to come from other groups");
        List<Perspective> groups = perspectives("mixed");
        assertThat(part(page.body(), "perspective-missing"))
                .contains(groups.get(3).nameEn(), groups.get(4).nameEn())
                .doesNotContain(groups.get(0).nameEn());
        assertThat(page.body()).contains("Census 2021, TS021", "21 March 2021");
        assertThat(part(page.body(), "perspective-without")).contains("Without “");

        Matcher ask = Pattern.compile("href=\"(/p/mixed/asks/new\\?kind=connection[^\"]*)\"")
                .matcher(page.body());
        assertThat(ask.find()).isTrue();
        assertThat(KEEPER.open(ask.group(1).replace("&amp;", "&")).body())
                .as("an ask that is prepared, and not sent")
                .contains("Could you invite two or three people whose voice we miss");
        assertThat(KEEPER.open("/p/mixed/asks").body()).doesNotContain("whose voice we miss");

        String cymraeg = KEEPER.open("/p/mixed/patterns/voices?lang=cy").body();
        KEEPER.open("/?lang=en");
        assertThat(cymraeg).contains("Pobl a lleisiau", "0.35 (", "Anghydbwysedd");
        // All came in the same turn: everybody is tied to everybody, and nobody bridges anything.
        assertThat(page.body()).contains("Everybody is tied to everybody");
        assertThat(KEEPER.open("/p/mixed/patterns").body()).contains("/p/mixed/patterns/voices");
    }

    @Test
    void aGroupOfFourIsNeverToldNorCanBeWorkedOut() {
        UUID spiral = open("small-group");
        come("small-group", spiral, 20, 15, 4);
        String body = say("small-group", "50", "30", "10", "10").body();
        List<Perspective> groups = perspectives("small-group");
        String table = part(body, "perspective-table");
        assertThat(table)
                .as("the four stand together with the next smallest: nineteen of thirty-nine")
                .contains("<td class=\"nhsuk-table__cell\">20</td>", "<td class=\"nhsuk-table__cell\">19</td>")
                .doesNotContain("<td class=\"nhsuk-table__cell\">4</td>")
                .doesNotContain("<td class=\"nhsuk-table__cell\">15</td>")
                .doesNotContain(groups.get(1).nameEn())
                .doesNotContain(groups.get(2).nameEn());
        String phases = part(body, "phases");
        assertThat(phases)
                .contains(">20<", ">*<")
                .doesNotContain(">4<")
                .as("nor by taking the other cells from the turn's total")
                .doesNotContain(">15<");
    }

    @Test
    void twoSmallGroupsThatTogetherAreFewTakeTheNextWithThem() {
        UUID spiral = open("two-small");
        come("two-small", spiral, 20, 12, 4, 3);
        String body = say("two-small", "50", "30", "10", "10").body();
        assertThat(part(body, "perspective-table"))
                .contains("<td class=\"nhsuk-table__cell\">20</td>", "<td class=\"nhsuk-table__cell\">19</td>")
                .doesNotContain("<td class=\"nhsuk-table__cell\">12</td>")
                .doesNotContain("<td class=\"nhsuk-table__cell\">7</td>");
    }

    @Test
    void whereFewCameNothingIsTold() {
        UUID spiral = open("few-came");
        come("few-came", spiral, 4);
        String body = say("few-came", "50", "50").body();
        assertThat(body)
                .contains("Too few came to tell who is missing", "It is told once thirty have taken part")
                .contains("It is told once thirty people are tied")
                .doesNotContain("Lop-sidedness</dt>");
        assertThat(part(body, "perspective-table")).contains(">*<").doesNotContain(">4<");
    }

    @Test
    void fourWhoToldInOneLanguageAreNotToldFromThoseInTheOther() {
        open("told-in-two");
        Matcher link = Pattern.compile("id=\"link\"><code>https?://[^/]+(/t/[0-9a-z]{12})</code>")
                .matcher(KEEPER.open("/p/told-in-two/telling").send(Map.of()).body());
        assertThat(link.find()).isTrue();
        for (int i = 0; i < 16; i++) {
            Browser teller = Running.browser();
            teller.open(link.group(1) + (i < 4 ? "?lang=cy" : "?lang=en"));
            Telling.story("Somebody told us " + i).tell(teller, link.group(1));
        }
        Map<String, String> put = Map.of("size-en", "70", "size-cy", "30", "source", "Census", "on", "2021-03-21");
        String body = KEEPER.open("/p/told-in-two/patterns/voices/who-lives-here/language")
                .send(put)
                .body();
        assertThat(part(body, "language-table")).contains(">*<").doesNotContain(">4<", ">12<");
        assertThat(part(body, "routes"))
                .as("all by one way: sixteen may be told")
                .contains(">16<");
        for (int i = 16; i < 24; i++) {
            Browser teller = Running.browser();
            teller.open(link.group(1) + "?lang=cy");
            Telling.story("Somebody told us " + i).tell(teller, link.group(1));
        }
        assertThat(part(KEEPER.open("/p/told-in-two/patterns/voices").body(), "language-table"))
                .as("twelve and twelve")
                .contains(">12<", "50% (31–69)", "More than they are there");
    }

    @Test
    void eachSeesOnlyTheirOwnTies() {
        UUID spiral = open("bridged");
        come("bridged", spiral, 12);
        Browser macsen = joined("bridged", "Macsen");
        assertThat(macsen.open("/p/bridged/patterns/voices").body())
                .as("who has taken part in nothing stands nowhere")
                .doesNotContain("id=\"mine\"");
        macsen.post(
                "/p/bridged/spirals/" + spiral + "/people/in",
                Map.of("_csrf", macsen.open("/p/bridged/patterns/voices").csrf()));
        String his = KEEPER.open("/p/bridged/patterns/voices").body();
        assertThat(his).contains("id=\"mine\"", "Only you see this.");
        assertThat(his).doesNotContain("Macsen", "Somebody 0/1");
        assertThat(Pattern.compile("Your constraint is").matcher(his).results().count())
                .isEqualTo(1);
    }

    @Test
    void whoMayNotSeePeopleSeesNoneOfIt() {
        open("closed-voices");
        Browser observer = joined("closed-voices", "observer", "Olwen");
        assertThat(observer.open("/p/closed-voices/patterns/voices").status()).isEqualTo(403);
        assertThat(observer.open("/p/closed-voices/patterns").body()).doesNotContain("/patterns/voices");
        Browser member = joined("closed-voices", "Mair");
        assertThat(member.open("/p/closed-voices/patterns/voices").status()).isEqualTo(200);
        assertThat(member.open("/p/closed-voices/patterns/voices/who-lives-here/place")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsMissingIsAskedFor() {
        open("mix-asks");
        Browser.Page again = say("mix-asks", "many", "5");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Write a number from 0 up, such as 1200 or 12.5");
        assertThat(say("mix-asks", "5").body()).contains("Write it for at least two groups");
        Map<String, String> blank = new HashMap<>();
        blank.put("size-en", "80");
        blank.put("size-cy", "20");
        assertThat(KEEPER.open("/p/mix-asks/patterns/voices/who-lives-here/language")
                        .send(blank)
                        .body())
                .contains("Say where it comes from", "Enter the day of the figures");
        Browser.Page form = KEEPER.open("/p/mix-asks/patterns/voices/who-lives-here/language");
        assertThat(form.body())
                .as("today is put in")
                .containsPattern("name=\"on\"[^>]*value=\"20\\d\\d-\\d\\d-\\d\\d\"");
        blank.put("source", "Census 2021");
        blank.put("on", "2099-01-01");
        Browser.Page future = form.send(blank);
        assertThat(future.status()).isEqualTo(422);
        assertThat(future.body()).contains("This day has not come yet");
    }

    @Test
    void whoHasASayIsJudgedByThoseWhoLiveIt() {
        StoryHouse house = new StoryHouse("Involved");
        Browser.Page start = house.keeper.open(house.here + "/spirals/new?lang=en");
        String spiral = start.send(
                        Map.of("question", "Who decides?", "population", "All", "place", start.option("Ferndale")))
                .id();
        String page = house.here + "/patterns/involvement/" + spiral;
        Browser.Page blank = house.keeper.open(page + "?lang=en").send(Map.of("why", ""));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("Choose how far people have a say", "Write what shows it");
        assertThat(house.keeper
                        .open(page)
                        .send(Map.of("level", "together", "why", "Carers chair the meeting"))
                        .body())
                .contains("Together: people and services decide as equals", "Carers chair the meeting")
                .contains("Nobody with lived experience has said it yet.");
        house.changed("""
                insert into member_role (partnership, member, role)
                select partnership, id, 'lived-experience' from member where name = 'Dev of Involved'""");
        house.member.open(page + "?lang=en").send(Map.of("level", "consulted", "why", "We were asked once"));
        String told = house.keeper.open(page + "?lang=en").body();
        assertThat(told)
                .contains("The two sides see it differently", "We were asked once", "Carers chair the meeting")
                .doesNotContain("Dev of");
        house.member.open(page).send(Map.of("level", "together", "why", "Now we chair it"));
        assertThat(house.keeper.open(page).body())
                .contains("Now we chair it")
                .doesNotContain("The two sides see it differently", "We were asked once");
        house.member.post(
                page + "/take-back", Map.of("_csrf", house.member.open(page).csrf()));
        assertThat(house.keeper.open(page).body()).doesNotContain("Now we chair it");
        assertThat(Running.browser().open(page).status()).isEqualTo(403);
        assertThat(house.keeper.open(house.here + "/patterns/involvement").body())
                .contains("Who decides?");
    }

    @Test
    void aTurnThatMoreThanTreblesAsksForACheck() {
        UUID spiral = open("grows");
        come("grows", spiral, 11);
        KEEPER.open("/p/grows/spirals/" + spiral + "/close")
                .send(Map.of("learned", "Much", "joined", "All", "matters", "What next?"));
        come("grows", spiral, 30);
        String body = KEEPER.open("/p/grows/patterns/voices").body();
        assertThat(body).contains("Does everybody still know somebody?", "In turn 2 there were more than three times");
        assertThat(body).as("42 of 12").contains("3.50");
    }

    private static Browser joined(String slug, String name) {
        return joined(slug, "member", name);
    }

    private static Browser joined(String slug, String role, String name) {
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(KEEPER.open("/p/" + slug + "/people/invite")
                        .send(Map.of("role", role))
                        .body());
        assertThat(link.find()).isTrue();
        Browser who = Running.browser();
        String email = name.toLowerCase(java.util.Locale.ROOT) + "@" + slug + ".example.org";
        Doors.join(who, link.group(), name, email);
        who.signIn(email, Running.PASSWORD);
        who.open("/?lang=en");
        return who;
    }
}
