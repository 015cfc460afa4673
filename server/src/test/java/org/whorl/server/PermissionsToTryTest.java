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

    /** Written by the keeper, who may say who signs. */
    private static String begun(String tries) {
        Browser.Page form = HOUSE.keeper.open(PERMISSIONS + "/new?lang=en");
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
        assertThat(text(HOUSE.keeper, HOUSE.here + "/news?lang=en"))
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

    /** The id of something that is measured from now on. */
    private static String measured(String name) {
        Browser.Page spiral = HOUSE.keeper.open(HOUSE.here + "/spirals/new?lang=en");
        spiral.send(Map.of("question", "Who waits now?", "population", "All", "place", spiral.option("Ferndale")));
        Browser.Page form = HOUSE.member.open(HOUSE.here + "/measures/new?lang=en");
        Map<String, String> what = new HashMap<>(Map.of(
                "spiral", form.option("Who waits now?"),
                "name", name,
                "meaning", "Counted each Monday at noon",
                "unit", "people",
                "better", "decrease",
                "serves", "people",
                "mode", "improvement",
                "kind", "xmr",
                "source", "Our list"));
        Browser.Page page = form.send(what);
        assertThat(page.body()).contains("It is measured from now on");
        return page.id();
    }

    private static void figures(String measure, String figures) {
        String at = HOUSE.here + "/measures/" + measure + "/bring";
        assertThat(HOUSE.member
                        .attach(
                                at,
                                Map.of(
                                        "_csrf",
                                        HOUSE.member.open(at + "?lang=en").csrf(),
                                        "figures",
                                        figures),
                                Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void eachNewFigureIsHeldAgainstWhatWasToStopIt() {
        String measure = measured("People who wait for a lift");
        Browser.Page form = HOUSE.keeper.open(PERMISSIONS + "/new?lang=en");
        Map<String, String> all = wanted(form, "Watched by its figures");
        all.put("stop-1-measure", form.option("People who wait for a lift"));
        all.put("stop-1-days", "2");
        String id = form.send(all).id();
        figures(measure, "%s,70\n%s,71\n".formatted(today().minusWeeks(9), today().minusWeeks(8)));
        signs(COUNCIL, id);
        signs(HEALTH, id);
        lasts(id, today().minusWeeks(4), today().plusWeeks(4));
        String page = PERMISSIONS + "/" + id + "?lang=en";
        // Figures from before it began say nothing of it, and one figure is not two running.
        figures(measure, "%s,64\n%s,52\n".formatted(today().minusWeeks(4), today().minusWeeks(3)));
        assertThat(text(HEALTH, page)).contains("above 60, 2 figures running").doesNotContain("would stop it has come");
        assertThat(stopNotices(id)).isZero();
        figures(measure, "%s,65\n%s,66.5\n".formatted(today().minusWeeks(2), today().minusWeeks(1)));
        assertThat(text(HEALTH, page))
                .contains("What you said would stop it has come")
                .contains("Stop when 2 figures running lie above 60.")
                .contains("66.5 on");
        assertThat(text(HEALTH, PERMISSIONS + "?lang=en")).contains("What you said would stop it has come");
        assertThat(text(HEALTH, HOUSE.here + "?lang=en")).contains("Its figures say that it should stop");
        assertThat(stopNotices(id)).as("Carys and Huw, once").isEqualTo(2L);
        assertThat(text(HEALTH, HOUSE.here + "/news?lang=en"))
                .contains("A figure says that a permission to try should stop");
        assertThat(text(Running.browser(), page)).doesNotContain("66.5").doesNotContain("has come");
        assertThat(text(HEALTH, HOUSE.here + "/thread/permission?lang=en&id=" + id))
                .contains("People who wait for a lift")
                .contains("whose figures stop it");
        // Stopped, it asks no more.
        Browser.Page seen = HEALTH.open(page);
        HEALTH.post(PERMISSIONS + "/" + id + "/stop", Map.of("_csrf", seen.csrf(), "why", "Sixty-six wait"));
        assertThat(text(HEALTH, page)).doesNotContain("would stop it has come");
        figures(measure, "%s,80\n".formatted(today()));
        assertThat(stopNotices(id)).isEqualTo(2L);
        // A measure that is not there is none.
        Browser.Page wrong = HOUSE.member.open(PERMISSIONS + "/new?lang=en");
        Map<String, String> other = wanted(wrong, "No such measure");
        other.put("stop-1-measure", java.util.UUID.randomUUID().toString());
        Browser.Page refused = wrong.send(other);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose a measure from the list");
    }

    private static long stopNotices(String id) {
        return HOUSE.asked(
                "select count(*) from notice where kind = 'permission-stop-met' and path = '/permissions/%s'"
                        .formatted(id),
                Long.class);
    }

    @Test
    void whatWasSignedKeepsItsWordsWhenARuleIsRenamed() {
        String form = listed("Named before it was signed", "Health", "no", "old", "5", "5");
        Browser.Page writing = HOUSE.keeper.open(PERMISSIONS + "/new?lang=en");
        Map<String, String> one = wanted(writing, "Keeps its words");
        one.remove("rule-" + dual);
        one.put("rule-" + form, "yes");
        String id = writing.send(one).id();
        signs(COUNCIL, id);
        signs(HEALTH, id);
        Browser.Page renamed = COUNCIL.open(HOUSE.here + "/rules/" + form + "/edit?lang=en")
                .send(Map.of(
                        "name", "Something else altogether",
                        "source", "Policy 99",
                        "minutes", "5",
                        "minutes-most", "5",
                        "staff", "5"));
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(text(HOUSE.member, PERMISSIONS + "/" + id + "?lang=en"))
                .contains("In force")
                .contains("Named before it was signed")
                .contains("Policy 12, 2019")
                .contains("Now it is called: Something else altogether")
                .doesNotContain("Policy 99");
        assertThat(text(HOUSE.member, PERMISSIONS + "?lang=en"))
                .contains("Named before it was signed")
                .doesNotContain("Something else altogether");
        // What is not signed yet reads the same until somebody writes it anew.
        Browser.Page next = HOUSE.member.open(PERMISSIONS + "/new?lang=en");
        Map<String, String> two = wanted(next, "Takes the new words");
        two.remove("rule-" + dual);
        two.put("rule-" + form, "yes");
        assertThat(next.send(two).body()).contains("Something else altogether");
    }

    @Test
    void onlyWhoeverMayGiveARuleUpTakesThatBack() {
        String id = listed("Given up by the council", "Council", "no", "old", "5", "5");
        String rule = HOUSE.here + "/rules/" + id;
        Browser.Page seen = COUNCIL.open(rule + "?lang=en");
        COUNCIL.post(rule + "/retire", Map.of("_csrf", seen.csrf(), "version", "1", "retire-why", "Nobody reads it"));
        assertThat(text(COUNCIL, rule + "?lang=en")).contains("Nobody reads it");
        undoes(HEALTH, id);
        assertThat(text(COUNCIL, rule + "?lang=en")).contains("Nobody reads it");
        undoes(COUNCIL, id);
        assertThat(text(COUNCIL, rule + "?lang=en")).doesNotContain("Nobody reads it");
    }

    private static void undoes(Browser who, String rule) {
        who.post(
                HOUSE.here + "/undo",
                Map.of(
                        "_csrf",
                        who.open(PERMISSIONS).csrf(),
                        "kind",
                        "rule",
                        "id",
                        rule,
                        "version",
                        "2",
                        "back",
                        HOUSE.here + "/rules/" + rule));
    }

    @Test
    void whoeverWritesItDoesNotChooseWhoSigns() {
        // Carys, of the council, may write one, and not say who signs it.
        Browser.Page form = COUNCIL.open(PERMISSIONS + "/new?lang=en");
        assertThat(form.body())
                .doesNotContain("name=\"sign-" + partner("Council"))
                .contains("is named by a facilitator or an administrator");
        Browser.Page page = form.send(wanted(form, "Written by who would sign"));
        assertThat(text(COUNCIL, PERMISSIONS + "/" + page.id() + "?lang=en"))
                .contains("Council : nobody is named yet who signs")
                .contains("Health : nobody is named yet who signs")
                .contains("Ask one of them");
        assertThat(text(HOUSE.keeper, HOUSE.here + "?lang=en")).contains("Written by who would sign");
        // The keeper, who may, names her; only then does she sign.
        Browser.Page edit = HOUSE.keeper.open(PERMISSIONS + "/" + page.id() + "/edit?lang=en");
        assertThat(edit.send(wanted(edit, "Written by who would sign")).body()).contains("It is changed");
        assertThat(signs(COUNCIL, page.id()).body()).contains("You have signed it");
        // Nobody names themselves; and whoever wrote one and was named when that was not kept does not sign it.
        String keeper =
                "(select m.id from member m join member_role r on r.member = m.id where r.role = 'administrator')";
        HOUSE.changed("update member set partner = '%s' where id = %s".formatted(partner("Health"), keeper));
        try {
            Browser.Page own = HOUSE.keeper.open(PERMISSIONS + "/new?lang=en");
            Map<String, String> mine = wanted(own, "Signed by its writer");
            mine.put("sign-" + partner("Health"), HOUSE.asked("select %s::text".formatted(keeper), String.class));
            Browser.Page refused = own.send(mine);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("Somebody else must say that you sign");
            String old = begun("Named themselves long ago");
            HOUSE.changed("""
                    update permission_signature set member = %s, named_by = null
                    where permission = '%s' and partner = '%s'""".formatted(keeper, old, partner("Health")));
            Browser.Page late = signs(HOUSE.keeper, old);
            assertThat(late.status()).isEqualTo(422);
            assertThat(late.body()).contains("only when somebody else has named you");
        } finally {
            HOUSE.changed("update member set partner = null where id = " + keeper);
        }
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
