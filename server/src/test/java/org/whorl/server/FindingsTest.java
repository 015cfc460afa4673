package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;

/** A finding, from the page of an analysis to everybody in the partnership: only if it ends in an action. */
class FindingsTest {

    private static final String HERE = "/p/finding";
    private static final String FINDINGS = HERE + "/findings";

    private static final String MODEL = """
            whorl: 1
            name: {en: One ward, cy: Un ward}
            time: {start: 2026-04-01, days: 365, warm-up: 0}
            money: {price-year: 2024/25}
            partners: {health: {name: {en: Health board, cy: Bwrdd iechyd}, kind: health}}
            arrivals: {ready: {to: ward, rate: 4}}
            services:
              ward:
                name: {en: Ward, cy: Ward}
                partner: health
                capacity: 36
                length-of-stay: {exponential: {mean: 8}}
                cost: {per-place-day: 300}
            measures: {waiting: {name: {en: Waiting for a bed, cy: Aros am wely}, count: waiting, in: outside}}
            """;

    private static final Browser keeper = Running.keeper();
    private static final Browser member = Running.browser();
    private static final Browser observer = Running.browser();
    private static String picture = "";

    @BeforeAll
    static void aPartnershipWithAModel() {
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Finding", "name-cy", "Canfod", "place-en", "Here", "place-cy", "Yma"));
        assertThat(keeper.open(FINDINGS).body()).contains("Nothing is published yet", "Where a finding begins");
        keeper.upload(HERE + "/picture/new", "model.yaml", MODEL.getBytes(StandardCharsets.UTF_8));
        picture =
                keeper.open(HERE + "/picture").url().replaceFirst("[?#].*", "").replaceFirst("https?://[^/]+", "");
        join(member, "member", "Macsen");
        join(observer, "observer", "Olwen");
    }

    private static void join(Browser who, String role, String name) {
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(keeper.open(HERE + "/people/invite")
                        .send(Map.of("role", role))
                        .body());
        assertThat(link.find()).isTrue();
        String email = name.toLowerCase(java.util.Locale.ROOT) + "@finding.example.org";
        who.open(link.group()).send(Map.of("name", name, "email", email, "password", Running.PASSWORD));
        who.signIn(email, Running.PASSWORD);
        who.open("/?lang=en");
    }

    private static Map<String, String> whole(Browser.Page form) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("found", "Four more beds would halve the wait"),
                Map.entry("known", "partly"),
                Map.entry("which", "Open four beds"),
                Map.entry("whom", "people who wait for a bed"),
                Map.entry("place", "the ward"),
                Map.entry("effect", "shorter waits"),
                Map.entry("amount", "2 days less"),
                Map.entry("effect-by", "2027-03-31"),
                Map.entry("measure", "mean days of waiting, each week"),
                Map.entry("measure-on", "2027-04-30"),
                Map.entry("owner", form.option("Macsen"))));
    }

    /** The page a "Make this a finding" button leads to. */
    private static Browser.Page begun(Browser who, String page) {
        Matcher form = Pattern.compile("<form method=\"get\" action=\"" + FINDINGS + "/new\".*?</form>", Pattern.DOTALL)
                .matcher(who.open(page).body());
        assertThat(form.find()).as("a finding can be begun on " + page).isTrue();
        Matcher hidden = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(form.group());
        StringBuilder address = new StringBuilder(FINDINGS + "/new?");
        while (hidden.find()) {
            address.append(hidden.group(1))
                    .append('=')
                    .append(java.net.URLEncoder.encode(hidden.group(2).replace("&amp;", "&"), StandardCharsets.UTF_8))
                    .append('&');
        }
        return who.open(address.toString());
    }

    @Test
    void withoutAnActionNothingIsPublished() {
        Browser.Page form = begun(member, picture);
        assertThat(form.body())
                .contains("Waiting for a bed")
                .contains("One ward")
                .contains("version 1");
        Browser.Page draft = form.send(Map.of("found", "The ward is short of beds"));
        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.body())
                .contains("The ward is short of beds", "Before it can be published", "Say what will be done")
                .doesNotContain("Say in one sentence what was found");
        String page = FINDINGS + "/" + draft.id();

        Browser.Page refused = member.post(page + "/publish", Map.of("_csrf", draft.csrf(), "version", "1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Something needs another look", "href=\"#which\"", "Say by how much, with a number");
        assertThat(observer.open(FINDINGS).body())
                .contains("Nothing is published yet")
                .doesNotContain("The ward is short of beds");
        assertThat(observer.open(page).status()).isEqualTo(404);
        assertThat(observer.open(FINDINGS + "/new?title=x").status()).isEqualTo(403);
        assertThat(observer.open(HERE + "/search?q=short").body()).doesNotContain("The ward is short of beds");
        assertThat(member.open(HERE + "/search?q=short").body()).contains("Draft of a finding");

        // A number is a number.
        Browser.Page edit = member.open(page + "/edit");
        Map<String, String> put = whole(edit);
        put.put("found", "The ward is short of beds");
        put.put("amount", "rather a lot");
        Browser.Page kept = edit.send(put);
        assertThat(kept.body()).contains("Say by how much, with a number").doesNotContain("Say what will be done");
        assertThat(member.post(page + "/publish", Map.of("_csrf", kept.csrf(), "version", "2"))
                        .status())
                .isEqualTo(422);
        assertThat(member.open(page + "/edit").send(Map.of("effect-by", "soon")).body())
                .contains("Choose a day, such as 2027-03-31");
    }

    @Test
    void aWholeOneIsReadByEverybodyAndTakenBack() {
        Browser.Page form = begun(keeper, picture + "?version=1&v.services.ward.capacity=40");
        Browser.Page draft = form.send(whole(form));
        String page = FINDINGS + "/" + draft.id();
        assertThat(draft.body()).doesNotContain("Before it can be published");
        Browser.Page published = keeper.post(page + "/publish", Map.of("_csrf", draft.csrf(), "version", "1"));
        assertThat(published.body()).contains("The finding is published", "id=\"undo\"");

        assertThat(observer.open(FINDINGS).body())
                .contains("Four more beds would halve the wait", "Open four beds", "2 days less", "by 31 March 2027")
                .contains("“One ward”, version 1.", "Waiting for a bed")
                // Names are for those who see who is in.
                .doesNotContain("Macsen");
        assertThat(member.open(page).body())
                .contains("Macsen", "looked at on 30 April 2027", "Partly")
                // The way back to what was asked, with its fields.
                .contains("v.services.ward.capacity=40");
        assertThat(observer.open(HERE + "/search?q=halve").body()).contains("halve</mark>", page);
        assertThat(keeper.open(HERE + "/record").body()).contains("Wrote, published or took back a finding");
        assertThat(member.open(page + "?lang=cy").body()).contains("Beth sydd i’w wneud", "erbyn 31 Mawrth 2027");
        member.open("/?lang=en");

        // What is published stays whole.
        Browser.Page edit = keeper.open(page + "/edit");
        Map<String, String> less = whole(edit);
        less.put("which", "");
        assertThat(edit.send(less).status()).isEqualTo(422);

        Browser.Page back = keeper.post(page + "/take-back", Map.of("_csrf", edit.csrf(), "version", "2"));
        assertThat(back.body()).contains("It is a draft again");
        assertThat(observer.open(page).status()).isEqualTo(404);
        Browser.Page again = keeper.post(
                HERE + "/undo",
                Map.of("_csrf", back.csrf(), "kind", "finding", "id", draft.id(), "version", "3", "back", page));
        assertThat(again.body()).contains("The last change is undone");
        assertThat(observer.open(page).body()).contains("Four more beds would halve the wait");
        keeper.post(page + "/take-back", Map.of("_csrf", edit.csrf(), "version", "4"));
        Browser.Page aside = keeper.post(page + "/set-aside", Map.of("_csrf", edit.csrf(), "version", "5"));
        assertThat(aside.body()).contains("The finding is set aside");
        assertThat(keeper.open(page).status()).isEqualTo(404);
    }

    @Test
    void twoPeopleWhoChangeItSeeBoth() {
        Browser.Page form = begun(keeper, picture);
        Browser.Page draft = form.send(Map.of("found", "First words", "which", "Ask them"));
        String edit = FINDINGS + "/" + draft.id() + "/edit";
        Browser.Page mine = keeper.open(edit);
        Browser.Page theirs = member.open(edit);
        theirs.send(Map.of("found", "First words", "which", "Ask them all", "known", "no", "place", "Here"));
        Browser.Page both = mine.send(Map.of("found", "Better words", "which", "Ask some", "known", ""));
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body())
                .contains("Macsen saved before you", "you both changed this", "Ask them all", "No, it is new to us")
                // What only they wrote is in the form.
                .contains("name=\"place\" type=\"text\" value=\"Here\"");
        Browser.Page saved = both.send(Map.of("found", "Better words", "which", "Ask them all", "place", "Here"));
        assertThat(saved.body()).contains("The finding is kept", "Better words", "Ask them all");
    }

    @Test
    void contactsAloneLeadToAQuestionNotToARefusal() {
        Browser.Page form = begun(keeper, HERE + "/what-works?words=falls");
        assertThat(form.body()).contains("What works elsewhere");
        Map<String, String> put = whole(form);
        put.put("effect", "More home visits a month");
        put.put("amount", "200 more");
        Browser.Page draft = form.send(put);
        assertThat(draft.body()).contains("id=\"contacts\"", "Say what changes for people because of it");
        Browser.Page published =
                keeper.post(FINDINGS + "/" + draft.id() + "/publish", Map.of("_csrf", draft.csrf(), "version", "1"));
        assertThat(published.body()).contains("The finding is published");
        keeper.post(FINDINGS + "/" + draft.id() + "/take-back", Map.of("_csrf", draft.csrf(), "version", "2"));
        put.put("effect", "Fewer falls after home visits");
        Browser.Page edit = keeper.open(FINDINGS + "/" + draft.id() + "/edit");
        assertThat(edit.send(put).body()).doesNotContain("id=\"contacts\"");
    }

    @ParameterizedTest
    @CsvSource({
        "asked=https://example.org/x",
        "asked=javascript:alert(1)",
        "asked=/p/another/picture",
        "model=00000000-0000-4000-8000-000000000000&model-version=1",
        "model=not-an-id&model-version=1"
    })
    void whatIsNotOursIsNotCarried(String field) {
        Browser.Page draft =
                keeper.open(FINDINGS + "/new?title=By+hand&" + field).send(Map.of("found", "By hand"));
        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.body()).doesNotContain("Open this page again", "One ward");
    }

    @Test
    void theDatabaseKeepsToItToo() {
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        Browser.Page draft = begun(keeper, picture).send(Map.of("found", "Nothing to do about it"));
        java.util.UUID partnership = Tenancy.acrossAll(
                () -> transaction.execute(_ -> jdbc.sql("select partnership from finding where id = ?::uuid")
                        .param(draft.id())
                        .query(java.util.UUID.class)
                        .single()));
        assertThatThrownBy(() -> Tenancy.within(
                        partnership,
                        () -> transaction.execute(_ -> jdbc.sql(
                                        "update finding set state = 'published', published_at = now() where id = ?::uuid")
                                .param(draft.id())
                                .update())))
                .hasMessageContaining("finding_ends_in_action");
    }

    @Test
    void theExampleHasAFindingThatEndsInAnAction() {
        Browser guest = Running.browser();
        Browser.Page all = guest.open("/p/cwm-taf-morgannwg/findings?lang=en");
        assertThat(all.body())
                .contains("A small cut in home care crowds the hospitals")
                .doesNotContain("Nothing is published yet");
        assertThat(all.body()).contains("Keep home care as it is through the winter");
    }
}
