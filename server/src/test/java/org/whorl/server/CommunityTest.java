package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a partnership changes about itself: who is in and as what, what it consists of, and how it speaks. */
class CommunityTest {

    private static final Browser KEEPER = Running.keeper();
    private static final String HERE = "/p/community";

    @BeforeAll
    static void aPartnership() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Community", "name-cy", "Cymuned", "place-en", "Dyfed", "place-cy", "Y Dyfed"));
    }

    @Test
    void organisationsKeepWhatTheyWere() {
        KEEPER.open(HERE + "/partners/new")
                .send(Map.of("name-en", "Old Trust", "name-cy", "Hen Fwrdd", "kind", "health", "began", "2009-10-01"));
        assertThat(KEEPER.open(HERE + "/partners").body())
                .contains("Old Trust")
                .contains("1 October 2009")
                .doesNotContain("id=\"earlier\"");
        Browser.Page form = KEEPER.open(HERE + "/partners/" + link("/partners/", "Old Trust"));
        assertThat(form.send(Map.of("name-en", "New Board", "name-cy", "Bwrdd", "began", "2009", "ended", ""))
                        .body())
                .contains("Enter a day, or leave it empty");
        assertThat(form.send(Map.of(
                                "name-en",
                                "New Board",
                                "name-cy",
                                "Bwrdd",
                                "began",
                                "2019-04-01",
                                "ended",
                                "2010-01-01"))
                        .body())
                .contains("The last day comes before the first");
        Browser.Page list = form.send(Map.of(
                "name-en", "New Board", "name-cy", "Bwrdd", "kind", "health", "began", "2019-04-01", "ended", ""));
        assertThat(list.body()).contains("New Board").contains("id=\"earlier\"").contains(": Old Trust (Health board)");
        // The form came from the first version: whoever sends it again is told so.
        assertThat(form.send(Map.of("name-en", "Other", "name-cy", "Arall", "kind", "council", "began", ""))
                        .body())
                .contains("Somebody saved before you")
                .contains("New Board");
    }

    @Test
    void placesAreATree() {
        String region = link("/places/", "Dyfed");
        KEEPER.open(HERE + "/places/" + region + "/new")
                .send(Map.of("name-en", "Ceredigion", "name-cy", "Sir Geredigion"));
        String place = link("/places/", "Ceredigion");
        KEEPER.open(HERE + "/places/" + place + "/new").send(Map.of("name-en", "Borth", "name-cy", "Y Borth"));
        assertThat(KEEPER.open(HERE + "/places").body())
                .containsPattern("(?s)Dyfed.*Region.*<ul.*Ceredigion.*<ul.*Borth.*Neighbourhood or cluster");
        Browser.Page inBorth = KEEPER.open(HERE + "/places/" + link("/places/", "Borth") + "/new");
        assertThat(inBorth.send(Map.of("name-en", "Too deep", "name-cy", "Rhy ddwfn"))
                        .status())
                .isEqualTo(404);
        assertThat(KEEPER.open(HERE + "/spirals/new").option("Borth")).isNotEmpty();
    }

    @Test
    void whoFacilitatesHoldsNoPurseAndComesFromNoPartner() {
        KEEPER.open(HERE + "/partners/new")
                .send(Map.of("name-en", "A council", "name-cy", "Cyngor", "kind", "council"));
        String me = link("/people/", "Keeper");
        Browser.Page mine = KEEPER.open(HERE + "/people/" + me);
        assertThat(role(mine, me, "finance-lead", "yes").body()).contains("cannot answer for one partner's money");
        assertThat(mine.send(Map.of("partner", mine.option("A council"))).body())
                .contains("The facilitator comes from no partner");
        assertThat(KEEPER.open(HERE + "/people/invite")
                        .send(Map.of("role", "facilitator", "partner", mine.option("A council")))
                        .body())
                .contains("The facilitator comes from no partner");
        assertThat(KEEPER.open(HERE + "/people/" + me).body()).doesNotContain("Finance lead</strong>\n</dd>");
    }

    @Test
    void theLastAdministratorStays() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Last", "name-cy", "Olaf", "place-en", "Dyfed", "place-cy", "Y Dyfed"));
        String me = link(KEEPER, "/p/last/people", "/people/", "Keeper");
        Browser.Page mine = KEEPER.open("/p/last/people/" + me);
        Map<String, String> take = Map.of("_csrf", mine.csrf(), "role", "administrator", "give", "no");
        String roles = "/p/last/people/" + me + "/roles";
        assertThat(KEEPER.post(roles, take).body()).contains("This is the last administrator");
        Browser.Page leave = KEEPER.open("/p/last/leave");
        assertThat(leave.send(Map.of()).body()).contains("This is the last administrator");
        assertThat(KEEPER.open("/p/last/people").body()).contains("Administrator");

        Browser second = join("/p/last", "administrator", "Second", "second-last@example.org");
        assertThat(leave.send(Map.of()).body()).contains("You have left.");
        assertThat(KEEPER.open("/p/last").status()).isEqualTo(404);
        assertThat(second.open("/p/last/people").body()).contains("Second").doesNotContain("Keeper");
    }

    @Test
    void whoIsTakenOutLeavesTheirWordsBehindAndNotTheirName() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Out", "name-cy", "Allan", "place-en", "Dyfed", "place-cy", "Y Dyfed"));
        Browser mair = join("/p/out", "member", "Mair", "mair-taken-out@example.org");
        Browser.Page form = mair.open("/p/out/spirals/new");
        form.send(Map.of("question", "Whose turn is it?", "population", "All", "place", form.option("Dyfed")));
        String id = link(KEEPER, "/p/out/people", "/people/", "Mair");
        assertThat(mair.open("/p/out/people/" + id + "/remove").status()).isEqualTo(403);
        assertThat(KEEPER.open("/p/out/people/" + id + "/remove").send(Map.of()).body())
                .contains("They are out.");
        assertThat(mair.open("/p/out").status()).isEqualTo(404);
        assertThat(KEEPER.open("/p/out/people").body()).doesNotContain("Mair");
        assertThat(KEEPER.open("/p/out").body()).contains("Whose turn is it?").contains("1 person has taken part");
        assertThat(KEEPER.open("/p/out/people/" + id).status()).isEqualTo(404);
        Browser back = join("/p/out", "member", "Mair again", "mair-again@example.org");
        assertThat(back.open("/p/out").status()).isEqualTo(200);
    }

    @Test
    void anInvitationCarriesWhereSomebodyComesFrom() {
        KEEPER.open(HERE + "/partners/new")
                .send(Map.of("name-en", "Age Dyfed", "name-cy", "Oed Dyfed", "kind", "third-sector"));
        Browser.Page invite = KEEPER.open(HERE + "/people/invite");
        Browser guest = Running.browser();
        assertThat(KEEPER.open(HERE + "/people").body())
                .contains("A voice is missing")
                .contains("<li>Unpaid carers</li>");
        guest.open(invitation(invite.send(Map.of(
                        "role",
                        "member",
                        "circle",
                        "core",
                        "partner",
                        invite.option("Age Dyfed"),
                        "perspective",
                        invite.option("Unpaid carers")))))
                .send(Map.of("name", "Eirlys", "email", "eirlys@example.org", "password", Running.PASSWORD));
        guest.signIn("eirlys@example.org", Running.PASSWORD);
        String people = guest.open(HERE + "/people").body();
        assertThat(people)
                .containsPattern("(?s)Eirlys.*Unpaid carers.*Age Dyfed")
                .doesNotContain("<li>Unpaid carers</li>");
        assertThat(KEEPER.open(HERE + "/people/circles").body())
                .containsPattern("(?s)id=\"circle-core\".*Eirlys.*Reference");

        String id = link("/people/", "Eirlys");
        assertThat(guest.open(HERE + "/people/" + id).body())
                .contains("Leave this partnership")
                .doesNotContain("Give this role");
        String path = HERE + "/people/" + id + "/circles";
        String csrf = KEEPER.open(HERE + "/people/" + id).csrf();
        KEEPER.post(path, Map.of("_csrf", csrf, "reference", "yes"));
        assertThat(KEEPER.open(HERE + "/people/circles").body())
                .containsPattern("(?s)id=\"circle-reference\".*Eirlys")
                .doesNotContainPattern("(?s)id=\"circle-core\".*Eirlys.*>Reference");
        for (String closed : java.util.List.of("/settings", "/settings/phases", "/partners/new", "/perspectives/new")) {
            assertThat(guest.open(HERE + closed).status()).as(closed).isEqualTo(403);
        }
        Map<String, String> mine =
                Map.of("_csrf", guest.open(HERE + "/leave").csrf(), "role", "administrator", "give", "yes");
        assertThat(guest.post(HERE + "/people/" + id + "/roles", mine).status()).isEqualTo(403);
    }

    @Test
    void rolesAreExplainedFromTheTableItself() {
        assertThat(KEEPER.open(HERE + "/people/roles").body())
                .contains("Belongs to no partner and holds nobody's money.")
                .containsPattern("(?s)id=\"regulator\".*See the record of what was done.*id=\"administrator\"")
                .containsPattern("(?s)id=\"administrator\".*Now: Keeper.*Give and take roles");
    }

    @Test
    void aPartnershipHasItsOwnWaysOfSpeaking() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Speech", "name-cy", "Llafar", "place-en", "Devon", "place-cy", "Dyfnaint"));
        Browser.Page form = KEEPER.open("/p/speech/spirals/new");
        form.send(Map.of("question", "Who listens?", "population", "All", "place", form.option("Devon")));
        assertThat(Running.browser().open("/p/speech").status()).isEqualTo(404);
        Browser.Page settings = KEEPER.open("/p/speech/settings");
        Map<String, String> wanted = new HashMap<>(
                Map.of("name-en", "Speech of Devon", "name-cy", "Llafar Dyfnaint", "open", "yes", "nation", "england"));
        wanted.put("first", "cy");
        assertThat(settings.send(wanted).body()).contains("Speech of Devon").contains("id=\"undo\"");
        assertThat(KEEPER.open("/p/speech/places").body()).contains("Integrated care system");
        assertThat(KEEPER.open(HERE + "/places").body()).doesNotContain("Integrated care system");
        // Nobody has chosen a language here: Welsh comes first, as the partnership has it.
        assertThat(Running.browser().open("/p/speech").body()).contains("Ein cwestiwn");

        Browser.Page phases = KEEPER.open("/p/speech/settings/phases");
        assertThat(phases.send(Map.of("phase.emerging-en", "Setting out")).body())
                .contains("Enter the name in both languages, or in neither");
        phases.send(Map.of("phase.emerging-en", "Setting out", "phase.emerging-cy", "Cychwyn"));
        assertThat(KEEPER.open("/p/speech").body()).contains("Setting out").doesNotContain("Emerging together");
        assertThat(KEEPER.open(HERE + "/settings/phases").body())
                .contains("Emerging together")
                .doesNotContain("Setting out");
        assertThat(settings.send(wanted).body()).contains("Somebody saved before you");
    }

    @Test
    void aGuestIsToldNoSmallNumberOfPeople() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Few", "name-cy", "Ychydig", "place-en", "Dyfed", "place-cy", "Y Dyfed"));
        Browser.Page form = KEEPER.open("/p/few/spirals/new");
        String spiral = form.send(
                        Map.of("question", "Who is here?", "population", "All", "place", form.option("Dyfed")))
                .id();
        KEEPER.open("/p/few/settings")
                .send(Map.of("name-en", "Few", "name-cy", "Ychydig", "open", "yes", "first", "en"));
        Browser guest = Running.browser();
        assertThat(KEEPER.open("/p/few").body()).contains("1 person has taken part so far.");
        assertThat(guest.open("/p/few").body())
                .contains("Some people have taken part so far.")
                .contains("* How many is not shown")
                .contains("some people")
                .doesNotContain("1 person");
        KEEPER.open("/p/few/spirals/" + spiral + "/taking-part").send(Map.of("people", "16", "how", "At the market"));
        assertThat(guest.open("/p/few").body()).contains("17 people have taken part so far.");
        KEEPER.open("/p/few/spirals/" + spiral + "/close")
                .send(Map.of("learned", "Ask at the market", "joined", "Traders", "matters", "Rain"));
        KEEPER.open("/p/few/spirals/" + spiral + "/taking-part").send(Map.of("people", "3", "how", "At the bus stop"));
        assertThat(KEEPER.open("/p/few").body())
                .contains(">17 (+17)</td>")
                .contains(">20 (+3)</td>")
                .contains("20 people");
        // Three have come: neither they nor the seventeen before can be told from the twenty.
        assertThat(guest.open("/p/few").body())
                .contains("20 people have taken part so far.")
                .contains(">* (+*)</td>")
                .contains(">20 (+*)</td>")
                .doesNotContain("+3")
                .doesNotContain("17 people");
    }

    @Test
    void voicesCanBeWantedWithoutBeingRequired() {
        KEEPER.open(HERE + "/perspectives/new")
                .send(Map.of("name-en", "Farmers", "name-cy", "Ffermwyr", "required", "yes"));
        assertThat(KEEPER.open(HERE + "/people").body()).contains("<li>Farmers</li>");
        String id = link(KEEPER, HERE + "/perspectives", "/perspectives/", "Farmers");
        KEEPER.open(HERE + "/perspectives/" + id).send(Map.of("name-en", "Farmers", "name-cy", "Ffermwyr"));
        assertThat(KEEPER.open(HERE + "/people").body()).doesNotContain("<li>Farmers</li>");
        assertThat(KEEPER.open(HERE + "/perspectives").body()).contains("Farmers");
    }

    private static Browser.Page role(Browser.Page page, String member, String role, String give) {
        return KEEPER.post(
                HERE + "/people/" + member + "/roles", Map.of("_csrf", page.csrf(), "role", role, "give", give));
    }

    private static Browser join(String partnership, String role, String name, String email) {
        Browser browser = Running.browser();
        browser.open(invitation(KEEPER.open(partnership + "/people/invite").send(Map.of("role", role))))
                .send(Map.of("name", name, "email", email, "password", Running.PASSWORD));
        browser.signIn(email, Running.PASSWORD);
        return browser;
    }

    private static String invitation(Browser.Page page) {
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+").matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group();
    }

    /** The id in the link to something of that name. */
    private static String link(String kind, String name) {
        String page = kind.equals("/people/") ? "/people" : kind.replaceAll("/$", "");
        return link(KEEPER, HERE + page, kind, name);
    }

    private static String link(Browser browser, String page, String kind, String name) {
        String body = browser.open(page).body();
        Matcher link = Pattern.compile(kind + "([0-9a-f-]{36})\">(?:[^<]*<span[^>]*>: )?" + Pattern.quote(name) + "<")
                .matcher(body);
        assertThat(link.find()).as(name + " on " + body).isTrue();
        return link.group(1);
    }
}
