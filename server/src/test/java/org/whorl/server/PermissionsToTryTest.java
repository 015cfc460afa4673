package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.whorl.server.permissions.Lapsing;

/** Rules of two organisations, suspended for a while by those whose they are; and a duty in law that nothing suspends. */
class PermissionsToTryTest {

    private static final StoryHouse HOUSE = new StoryHouse("Permits");
    private static final String PERMISSIONS = HOUSE.here + "/permissions";
    private static final Browser COUNCIL = Running.browser();
    private static final Browser HEALTH = Running.browser();
    private static String dual = "";
    private static String panel = "";
    private static String law = "";

    @BeforeAll
    static void rulesOfTwoOrganisations() {
        for (String name : java.util.List.of("Council", "Health")) {
            HOUSE.keeper
                    .open(HOUSE.here + "/partners/new?lang=en")
                    .send(Map.of("name-en", name, "name-cy", name + " C", "kind", "other"));
        }
        comes(COUNCIL, "Carys", "Council");
        comes(HEALTH, "Huw", "Health");
        dual = listed("Second assessment by the other side", "Health", "no", "old", "30", "40");
        panel = listed("Weekly funding panel form", "Council", "no", "old", "10", "12");
        law = listed("Needs assessment", "Council", "assess-adult", "", "", "");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private static void comes(Browser browser, String name, String partner) {
        String invitation = StoryHouse.found(
                HOUSE.keeper
                        .open(HOUSE.here + "/people/invite")
                        .send(Map.of("role", "member"))
                        .body(),
                "(/join/[A-Za-z0-9_-]+)");
        String email = name.toLowerCase(java.util.Locale.ROOT) + "@permits.example.org";
        Doors.join(browser, invitation, name + " of Permits", email);
        browser.signIn(email, Running.PASSWORD);
        HOUSE.changed(
                "update member set partner = (select id from partner where name_en = '%s') where name = '%s of Permits'"
                        .formatted(partner, name));
    }

    private static Map<String, String> rule(
            Browser.Page form, String name, String partner, String duty, String since, String minutes, String staff) {
        return Map.of(
                "name", name,
                "kind", "form",
                "partner", form.option(partner),
                "source", "Policy 12, 2019",
                "duty", duty,
                "since", since,
                "minutes", minutes,
                "staff", staff);
    }

    private static String listed(String name, String partner, String duty, String since, String minutes, String staff) {
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/rules/new?lang=en");
        Browser.Page page = form.send(rule(form, name, partner, duty, since, minutes, staff));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.id();
    }

    private static Map<String, String> wanted(Browser.Page form, String tries) {
        Map<String, String> all = new HashMap<>(Map.of(
                "tries",
                tries,
                "rule-" + dual,
                "yes",
                "rule-" + panel,
                "yes",
                "principles",
                "Do what matters",
                "place",
                "Rhondda",
                "whom",
                "Two teams, for people who go home",
                "most",
                "40",
                "safety",
                "A nurse looks in on the second day"));
        all.putAll(Map.of(
                "stop-1-what", "people delayed",
                "stop-1-way", "above",
                "stop-1-figure", "60",
                "stop-1-days", "5",
                "starts-on", today().toString(),
                "ends-on", today().plusWeeks(12).toString(),
                "owner", form.option("Carys of Permits"),
                "heard", "Two carers and the night team",
                "alternatives", "One ward first\nDo nothing until spring"));
        all.put("sign-" + partner("Health"), form.option("Huw of Permits"));
        all.put("sign-" + partner("Council"), form.option("Carys of Permits"));
        return all;
    }

    private static String partner(String name) {
        return HOUSE.asked("select id::text from partner where name_en = '%s'".formatted(name), String.class);
    }

    private static String begun(String tries) {
        Browser.Page form = HOUSE.member.open(PERMISSIONS + "/new?lang=en");
        Browser.Page page = form.send(wanted(form, tries));
        assertThat(page.body()).contains("It is written down");
        return page.id();
    }

    private static Browser.Page signs(Browser who, String id) {
        return signs(who.open(PERMISSIONS + "/" + id + "?lang=en"), id, "yes");
    }

    private static Browser.Page signs(Browser.Page read, String id, String may) {
        String version = StoryHouse.found(read.body(), "name=\"version\" value=\"(\\d+)\"");
        return read.browser()
                .post(PERMISSIONS + "/" + id + "/sign", Map.of("_csrf", read.csrf(), "version", version, "may", may));
    }

    private static String text(Browser who, String path) {
        return who.open(path).body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void itIsInForceOnlyWhenEveryoneHasSignedWhoseRuleItSuspends() {
        String id = begun("Whoever comes first assesses");
        String page = PERMISSIONS + "/" + id + "?lang=en";
        assertThat(text(COUNCIL, HOUSE.here + "/news?lang=en")).contains("You are asked to sign a permission to try");
        assertThat(text(HOUSE.member, page)).contains("Waiting for signatures").doesNotContain("In force");
        assertThat(signs(COUNCIL, id).body()).contains("You have signed it");
        assertThat(text(HOUSE.member, page)).contains("Waiting for signatures");
        // Whoever does not sign it finds no form, and cannot sign past the page.
        Browser.Page seen = HOUSE.member.open(page);
        assertThat(seen.body()).doesNotContain("id=\"form\"");
        Browser.Page forced = HOUSE.member.post(
                PERMISSIONS + "/" + id + "/sign", Map.of("_csrf", seen.csrf(), "version", "1", "may", "yes"));
        assertThat(forced.status()).isEqualTo(422);
        assertThat(forced.body()).contains("not one of those who sign");
        // Not without saying that one may.
        assertThat(signs(HEALTH.open(page), id, "").status()).isEqualTo(422);
        assertThat(signs(HEALTH, id).body()).contains("You have signed it");
        assertThat(text(HOUSE.member, page)).contains("In force").contains("84 days left");
        assertThat(text(HOUSE.member, HOUSE.here + "/news?lang=en"))
                .contains("Everybody has signed a permission to try");
        // What all have signed is not changed any more.
        assertThat(HOUSE.member.open(PERMISSIONS + "/" + id + "/edit").url()).doesNotContain("/edit");
    }

    @Test
    void aChangeTakesSignaturesWithIt() {
        String id = begun("Changed after a signature");
        Browser.Page old = HEALTH.open(PERMISSIONS + "/" + id + "?lang=en");
        signs(COUNCIL, id);
        Browser.Page edit = HOUSE.member.open(PERMISSIONS + "/" + id + "/edit?lang=en");
        Map<String, String> other = wanted(edit, "Changed after a signature");
        other.put("most", "400");
        assertThat(edit.send(other).body()).contains("It is changed");
        // Whoever still looks at the earlier page does not sign what they have not read.
        Browser.Page late = signs(old, id, "yes");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody has changed it since you opened it");
        assertThat(text(COUNCIL, PERMISSIONS + "/" + id)).contains("signed before it was changed");
        signs(HEALTH, id);
        assertThat(text(HOUSE.member, PERMISSIONS + "/" + id)).contains("Waiting for signatures");
        signs(COUNCIL, id);
        assertThat(text(HOUSE.member, PERMISSIONS + "/" + id)).contains("In force");
    }

    @Test
    void twoPeopleWhoChangeItAtOnceSeeEachOthersChanges() {
        String id = begun("Two at once");
        Browser.Page first = HOUSE.member.open(PERMISSIONS + "/" + id + "/edit?lang=en");
        Browser.Page second = HEALTH.open(PERMISSIONS + "/" + id + "/edit?lang=en");
        Map<String, String> one = wanted(first, "Two at once");
        one.remove("rule-" + panel);
        one.put("place", "Cynon");
        assertThat(first.send(one).body()).contains("It is changed");
        Map<String, String> two = wanted(second, "Two at once");
        two.put("safety", "Nobody alone at night");
        Browser.Page both = second.send(two);
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body()).contains("Cynon").contains("Weekly funding panel form");
        // What only the other one changed is taken over: the rule they took out is out.
        assertThat(both.body()).doesNotContainPattern("id=\"rule-" + panel + "\"[^>]*checked");
        assertThat(both.body()).containsPattern("id=\"rule-" + dual + "\"[^>]*checked");
        two.remove("rule-" + panel);
        two.put("place", "Cynon");
        assertThat(both.send(two).body()).contains("It is changed");
        assertThat(text(HOUSE.member, PERMISSIONS + "/" + id)).contains("Cynon").contains("Nobody alone at night");
    }

    @Test
    void itLapsesByItselfAtMidnightAndIsToldOnce() {
        String id = begun("Lapses by itself");
        signs(COUNCIL, id);
        signs(HEALTH, id);
        lasts(id, today().minusWeeks(2), today());
        assertThat(text(HOUSE.member, PERMISSIONS + "/" + id))
                .contains("In force")
                .contains("Last day");
        lasts(id, today().minusWeeks(2), today().minusDays(1));
        // Nobody pressed anything, and nothing ran.
        assertThat(text(HOUSE.member, PERMISSIONS + "/" + id))
                .contains("Ended by itself")
                .doesNotContain("In force");
        COUNCIL.post(
                HOUSE.here + "/news/read",
                Map.of("_csrf", COUNCIL.open(HOUSE.here + "/news").csrf()));
        Running.bean(Lapsing.class).sweep();
        Running.bean(Lapsing.class).sweep();
        String lines = "select count(*) from record where subject = 'permission %s' and why = 'lapsed'".formatted(id);
        assertThat(HOUSE.asked(lines, Long.class)).isEqualTo(1L);
        String told = "select count(*) from notice where kind = 'permission-lapsed' and path = '/permissions/%s'"
                .formatted(id);
        assertThat(HOUSE.asked(told, Long.class))
                .as("Huw, Carys and who wrote it")
                .isEqualTo(3L);
        // It is kept; going on takes a new one that says what was learnt, signed anew.
        assertThat(text(HOUSE.member, PERMISSIONS + "?lang=en")).contains("Lapses by itself");
        Browser.Page again = HOUSE.member.open(PERMISSIONS + "/new?lang=en&renews=" + id);
        assertThat(again.body()).contains("Lapses by itself").contains("What did you learn");
        Map<String, String> next = wanted(again, "Goes on");
        assertThat(again.send(next).status()).isEqualTo(422);
        next.put("learnt", "Nobody came to harm");
        Browser.Page followed = again.send(next);
        assertThat(followed.body()).contains("Nobody came to harm").contains("Waiting for signatures");
        assertThat(text(HOUSE.member, PERMISSIONS + "/" + id)).contains("Followed by: Goes on");
        // The rule that people did without is the one to give up.
        assertThat(text(HOUSE.member, HOUSE.here + "/rules?lang=en")).contains("People did without it for");
    }

    private static void lasts(String id, LocalDate from, LocalDate until) {
        HOUSE.changed(
                "update permission set starts_on = '%s', ends_on = '%s' where id = '%s'".formatted(from, until, id));
    }

    @Test
    void whatWasNeverSignedWasNeverInForce() {
        String id = begun("Never signed");
        signs(COUNCIL, id);
        lasts(id, today().minusWeeks(2), today().minusDays(1));
        assertThat(text(HOUSE.member, PERMISSIONS + "/" + id)).contains("Never in force");
        Browser.Page late = HEALTH.post(
                PERMISSIONS + "/" + id + "/sign",
                Map.of("_csrf", HEALTH.open(PERMISSIONS).csrf(), "version", "1", "may", "yes"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("cannot be signed");
    }

    @Test
    void aDutyInLawIsRefusedByThePageAndByTheDatabase() {
        Browser.Page form = HOUSE.member.open(PERMISSIONS + "/new?lang=en");
        assertThat(form.body()).doesNotContain("name=\"rule-" + law).contains("Needs assessment");
        Map<String, String> all = wanted(form, "Skip the law");
        all.put("rule-" + law, "yes");
        Browser.Page refused = form.send(all);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("section 19")
                .contains("cannot be suspended")
                .contains("You can suspend your own form, panel or second assessment");
        String id = begun("Past the page");
        assertThatThrownBy(() -> HOUSE.changed("""
                        insert into permission_rule (partnership, permission, rule)
                        select partnership, '%s', id from rule where id = '%s'""".formatted(id, law)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("a duty in law cannot be suspended")
                .hasMessageContaining("Needs assessment (assess-adult)");
        assertThatThrownBy(() -> HOUSE.changed("""
                        insert into permission_rule (partnership, permission, rule, duty)
                        select partnership, '%s', id, duty from rule where id = '%s'""".formatted(id, law)))
                .isInstanceOf(DataIntegrityViolationException.class);
        // Nor does a rule become a duty while it is suspended.
        assertThatThrownBy(() -> HOUSE.changed("update rule set duty = 'other' where id = '%s'".formatted(dual)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theLawIsNotListedAsARuleOfOurOwn() {
        Browser.Page form = HOUSE.member.open(HOUSE.here + "/rules/new?lang=en");
        Browser.Page refused = form.send(rule(form, "Section 24 carer assessment", "Council", "no", "old", "30", "10"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("is a duty in law").contains("section 24");
    }

    @Test
    void whoSignedStopsItAtOnceWithAReason() {
        String id = begun("Stopped at once");
        signs(COUNCIL, id);
        signs(HEALTH, id);
        String stop = PERMISSIONS + "/" + id + "/stop";
        Browser.Page seen = HEALTH.open(PERMISSIONS + "/" + id + "?lang=en");
        assertThat(HEALTH.post(stop, Map.of("_csrf", seen.csrf(), "why", "")).status())
                .isEqualTo(422);
        // A stranger to it does not stop it.
        assertThat(HOUSE.carer
                        .post(
                                stop,
                                Map.of("_csrf", HOUSE.carer.open(PERMISSIONS).csrf(), "why", "No"))
                        .status())
                .isEqualTo(422);
        Browser.Page stopped = HEALTH.post(stop, Map.of("_csrf", seen.csrf(), "why", "Sixty-four wait"));
        assertThat(stopped.body()).contains("It is stopped").contains("Sixty-four wait");
        assertThat(text(COUNCIL, PERMISSIONS + "/" + id)).contains("Stopped").doesNotContain("In force");
        assertThat(text(COUNCIL, HOUSE.here + "/news?lang=en")).contains("A permission to try was stopped");
        // Nobody starts it again, nor stops it twice.
        assertThat(HEALTH.post(stop, Map.of("_csrf", seen.csrf(), "why", "Again"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void thePauseHoldsNobodyUpWhoSaysWhy() {
        Browser.Page form = HOUSE.member.open(PERMISSIONS + "/new?lang=en");
        Map<String, String> hasty = wanted(form, "In a hurry");
        hasty.put("alternatives", "One only");
        Browser.Page paused = form.send(hasty);
        assertThat(paused.status()).isEqualTo(422);
        assertThat(paused.body()).contains("Pause for a minute");
        hasty.put("anyway", "The ward shuts tomorrow");
        assertThat(paused.send(hasty).body()).contains("It is written down").contains("The ward shuts tomorrow");
    }

    @Test
    void anEmptyFormSaysWhatIsMissing() {
        Browser.Page empty = HOUSE.member.open(PERMISSIONS + "/new?lang=en").send(Map.of("principles", ""));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body())
                .contains("Say in one sentence what you want to try.")
                .contains("Tick at least one rule.")
                .contains("Name at least one number that stops it.")
                .contains("Choose the last day.");
    }

    @Test
    void whoOnlyLooksReadsTheListWithoutNames() {
        String id = begun("Seen by guests");
        signs(COUNCIL, id);
        signs(HEALTH, id);
        Browser guest = Running.browser();
        String list = text(guest, PERMISSIONS + "?lang=en");
        assertThat(list)
                .contains("Seen by guests")
                .contains("84 days left")
                .contains("Council: signed")
                .contains("people delayed : above 60")
                .doesNotContain("of Permits");
        assertThat(text(guest, PERMISSIONS + "/" + id))
                .doesNotContain("of Permits")
                .contains("Second assessment");
        assertThat(guest.open(PERMISSIONS + "/new").status()).isEqualTo(403);
        assertThat(guest.open(HOUSE.here + "/rules").status()).isEqualTo(200);
        assertThat(text(guest, PERMISSIONS + "?lang=cy")).contains("Caniatâd i roi cynnig");
    }

    @Test
    void aNewRuleCostsHoursLapsesUnlessRenewedAndOneGoesInReturn() {
        Browser.Page form = HOUSE.member.open(HOUSE.here + "/rules/new?lang=en");
        Map<String, String> checklist =
                new HashMap<>(rule(form, "New discharge checklist", "Health", "no", "new", "7", "20"));
        assertThat(form.send(checklist).body()).contains("Say until which day the new rule is needed.");
        checklist.put("review-on", today().plusMonths(6).toString());
        checklist.put("minutes-most", "10");
        Browser.Page added = form.send(checklist);
        String rule = HOUSE.here + "/rules/" + added.id() + "?lang=en";
        assertThat(text(HOUSE.member, rule))
                .contains("121 to 173 hours a year")
                .contains("Lapses after")
                .contains("One rule could go in return: Second assessment");
        assertThat(text(HOUSE.member, HOUSE.here + "/rules?lang=en")).contains("New discharge checklist");
        // Only somebody of the organisation gives it up.
        Browser.Page seen = COUNCIL.open(rule);
        Map<String, String> retire = Map.of("_csrf", seen.csrf(), "version", "1", "retire-why", "Nobody reads it");
        assertThat(COUNCIL.post(HOUSE.here + "/rules/" + added.id() + "/retire", retire)
                        .status())
                .isEqualTo(422);
        HOUSE.changed("update rule set review_on = '%s' where id = '%s'".formatted(today().minusDays(1), added.id()));
        assertThat(text(HOUSE.member, rule)).contains("Lapsed").contains("nobody renewed it");
        Running.bean(Lapsing.class).sweep();
        Running.bean(Lapsing.class).sweep();
        assertThat(HOUSE.asked(
                        "select count(*) from record where subject = 'rule %s' and why = 'lapsed'"
                                .formatted(added.id()),
                        Long.class))
                .isEqualTo(1L);
        // A rule that has lapsed is not suspended, and not renewed.
        HOUSE.changed("update rule set review_on = '%s' where id = '%s'".formatted(today().plusDays(1), added.id()));
        Browser.Page open = HEALTH.open(rule);
        Browser.Page renewed = HEALTH.post(
                HOUSE.here + "/rules/" + added.id() + "/renew",
                Map.of(
                        "_csrf",
                        open.csrf(),
                        "version",
                        "1",
                        "renew-until",
                        today().plusMonths(3).toString(),
                        "renew-why",
                        "The night team"));
        assertThat(renewed.body()).contains("The rule goes on").contains("The night team");
        Browser.Page gone = HEALTH.post(
                HOUSE.here + "/rules/" + added.id() + "/retire",
                Map.of("_csrf", open.csrf(), "version", "2", "retire-why", "Nobody reads it"));
        assertThat(gone.body()).contains("The rule is given up").contains("id=\"undo\"");
    }

    @Test
    void twoPeopleWhoChangeARuleAtOnceSeeEachOthersChanges() {
        String id = listed("Two change this form", "Council", "no", "old", "5", "5");
        Browser.Page first = HOUSE.member.open(HOUSE.here + "/rules/" + id + "/edit?lang=en");
        Browser.Page second = COUNCIL.open(HOUSE.here + "/rules/" + id + "/edit?lang=en");
        Map<String, String> one = Map.of(
                "name",
                "Two change this form",
                "source",
                "Policy 13",
                "minutes",
                "5",
                "minutes-most",
                "5",
                "staff",
                "5");
        assertThat(first.send(one).body()).contains("Policy 13");
        Map<String, String> two = new HashMap<>(one);
        two.put("source", "Policy 14");
        Browser.Page both = second.send(two);
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body()).contains("Policy 13").contains("Policy 14");
    }

    @Test
    void itStandsOnThePageOfItsDecisionAndOnTheMapOfWhoSeesToWhat() {
        Browser.Page decision = HOUSE.member
                .open(HOUSE.here + "/decisions/new?lang=en")
                .send(Map.of(
                        "question", "Who assesses people at home?",
                        "wanted", "Nobody is assessed twice",
                        "rule", "consent"));
        String id = decision.id();
        Browser.Page form = HOUSE.member.open(PERMISSIONS + "/new?lang=en&decision=" + id);
        Browser.Page page = form.send(wanted(form, "Belongs to a decision"));
        assertThat(page.body()).contains(HOUSE.here + "/decisions/" + id);
        assertThat(text(HOUSE.member, HOUSE.here + "/decisions/" + id + "?lang=en"))
                .contains("Belongs to a decision")
                .contains("Waiting for signatures");
        assertThat(text(HOUSE.member, HOUSE.here + "/responsibilities?lang=en"))
                .contains("Permission to try: Belongs to a decision");
        // One that is not there is none.
        Browser.Page none = HOUSE.member.open(PERMISSIONS + "/new?lang=en&decision=" + java.util.UUID.randomUUID());
        assertThat(none.body()).doesNotContain("name=\"decision\"");
    }
}
