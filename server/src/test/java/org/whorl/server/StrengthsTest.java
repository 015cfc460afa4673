package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What there is here, what is offered, and who could help with what is asked. */
class StrengthsTest {

    private static final String HERE = "/p/strong";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Browser KEEPER = Running.keeper();
    private static final Browser MEMBER = Running.browser();
    private static final Browser OBSERVER = Running.browser();
    private static final Browser GUEST = Running.browser();
    private static String spiral = "";

    @BeforeAll
    static void aPartnershipThatGuestsMayRead() {
        open("strong", "Strong", "Cryf");
        open("copied", "Copied", "Wedi’i gopïo");
        Browser.Page form = KEEPER.open(HERE + "/spirals/new");
        spiral = form.send(
                        Map.of("question", "Who walks with whom?", "population", "All", "place", form.option("Powys")))
                .id();
        join(MEMBER, "member", "Macsen");
        join(OBSERVER, "observer", "Olwen");
        GUEST.open("/?lang=en");
    }

    private static void open(String slug, String english, String welsh) {
        Map<String, String> names = Map.of("name-en", english, "name-cy", welsh);
        Map<String, String> begun = new HashMap<>(names);
        begun.putAll(Map.of("place-en", "Powys", "place-cy", "Sir Powys"));
        KEEPER.open("/partnerships/new?lang=en").send(begun);
        Map<String, String> opened = new HashMap<>(names);
        opened.putAll(Map.of("open", "yes", "nation", "wales"));
        KEEPER.open("/p/" + slug + "/settings").send(opened);
    }

    private static void join(Browser who, String role, String name) {
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(KEEPER.open(HERE + "/people/invite")
                        .send(Map.of("role", role))
                        .body());
        assertThat(link.find()).isTrue();
        String email = name.toLowerCase(java.util.Locale.ROOT) + "@strong.example.org";
        Doors.join(who, link.group(), name, email);
        who.signIn(email, Running.PASSWORD);
        who.open("/?lang=en");
    }

    private static Map<String, String> whole(String name) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("kind", "association"),
                Map.entry("name-en", name),
                Map.entry("what-en", "Tea and talk for carers"),
                Map.entry("consent-by", "Its chair"),
                Map.entry("consent-how", "written"),
                Map.entry("consent-on", "2026-01-31"),
                Map.entry("open-to", "public")));
    }

    private static Browser.Page add(Map<String, String> put) {
        Browser.Page form = KEEPER.open(HERE + "/assets/new");
        Map<String, String> all = new HashMap<>(put);
        all.replace("place", "Powys", form.option("Powys"));
        Browser.Page added = form.send(all);
        assertThat(added.body()).contains("It is on the list.");
        return added;
    }

    @Test
    void whatAgreedToBeListedIsFoundChangedAndBroughtBack() {
        Map<String, String> put = whole("Walking group");
        put.put("name-cy", "Grŵp cerdded");
        put.put("place", "Powys");
        put.put("give-time", "yes");
        Browser.Page added = add(put);
        String page = HERE + "/assets/" + added.id();
        assertThat(added.body())
                .contains("Walking group", "Grŵp cerdded", "Tea and talk for carers", "Nobody has checked it yet")
                .contains("Its chair: They wrote so, 31 January 2026");
        assertThat(GUEST.open(page).body())
                .contains("Walking group")
                .as("who agreed is for those inside")
                .doesNotContain("Its chair");
        assertThat(GUEST.open(page + "?lang=cy").body()).contains("<h1 lang=\"cy\">Grŵp cerdded</h1>");
        GUEST.open("/?lang=en");
        assertThat(GUEST.open(HERE + "/search?q=cerdded").body()).contains(page, "What there is here");
        assertThat(GUEST.open(HERE + "/assets?give=time").body()).contains("Walking group");
        assertThat(GUEST.open(HERE + "/assets?give=money").body()).doesNotContain("Walking group");
        assertThat(MEMBER.open(HERE + "/assets?check=yes").body()).contains("Walking group");
        assertThat(GUEST.open(HERE + "/assets/new").status()).isEqualTo(403);

        Browser.Page checked =
                MEMBER.post(page + "/checked", Map.of("_csrf", MEMBER.open(page).csrf(), "version", "1"));
        assertThat(checked.body()).contains("Everybody sees that it was checked today", "Macsen checked it on");
        assertThat(MEMBER.open(HERE + "/assets?check=yes").body()).doesNotContain("asset-" + added.id());

        Browser.Page mine = KEEPER.open(page + "/edit");
        Browser.Page theirs = MEMBER.open(page + "/edit");
        Map<String, String> changed = new HashMap<>(put);
        changed.remove("place");
        changed.put("phone", "01874 000000");
        assertThat(theirs.send(changed).body()).contains("01874 000000");
        changed.put("phone", "01874 111111");
        Browser.Page both = mine.send(changed);
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body()).contains("Macsen saved before you", "01874 000000");
        Browser.Page undone = KEEPER.post(
                HERE + "/undo",
                Map.of("_csrf", both.csrf(), "kind", "asset", "id", added.id(), "version", "3", "back", page));
        assertThat(undone.body()).contains("The last change is undone").doesNotContain("01874 000000");
        assertThat(KEEPER.open(HERE + "/record").body()).contains("Changed the list of what there is here");
    }

    @ParameterizedTest
    @CsvSource({
        "kind, '', Choose what it is",
        "name-en, '', 'Write its name, in English or in Welsh'",
        "what-en, '', 'Say what it offers'",
        "postcode, CF37, 'Enter a whole postcode'",
        "opens, 10:00, 'Tick the days'",
        "email, nobody, 'Enter an e-mail address'",
        "url, javascript:alert(1), 'Enter an address that begins with https://'",
        "consent-by, '', Say who agreed",
        "consent-how, '', Choose how they agreed",
        "consent-on, 2999-01-01, It cannot be still to come",
        "open-to, '', Choose who may find it"
    })
    void whatIsMissingIsAskedFor(String field, String value, String sentence) {
        Map<String, String> put = whole("Half a group");
        put.put(field, value);
        Browser.Page again = KEEPER.open(HERE + "/assets/new").send(put);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains(sentence, "Something needs another look");
        assertThat(KEEPER.open(HERE + "/assets").body()).doesNotContain("Half a group");
    }

    @Test
    void aPersonSaysSoThemselvesAndIsFoundOnlyInside() {
        Map<String, String> put = whole("Mrs Prosser of the quilts");
        put.put("kind", "person");
        Browser.Page form = KEEPER.open(HERE + "/assets/new");
        assertThat(form.send(put).body()).contains("A person is found only inside the partnership. Choose that");
        put.put("open-to", "partnership");
        put.put("consent-how", "published");
        assertThat(form.send(put).body()).contains("A person agrees themselves");
        put.put("consent-how", "spoken");
        String page = HERE + "/assets/" + form.send(put).id();
        assertThat(MEMBER.open(page).body()).contains("Mrs Prosser");
        assertThat(MEMBER.open(HERE + "/search?q=prosser").body()).contains("Prosser</mark>");
        for (Browser outside : new Browser[] {GUEST, OBSERVER}) {
            assertThat(outside.open(page).status()).isEqualTo(404);
            for (String path : new String[] {"/assets", "/search?q=prosser", "/assets/services.json"}) {
                assertThat(outside.open(HERE + path).body()).as(path).doesNotContain("Mrs Prosser");
            }
        }
        assertThat(MEMBER.open(HERE + "/assets/services.json").body()).doesNotContain("Prosser");
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        assertThatThrownBy(() -> in(
                        "strong",
                        () -> jdbc.sql("update asset set open_to = 'public' where id = ?::uuid")
                                .param(page.replaceFirst(".*/", ""))
                                .update()))
                .hasMessageContaining("person_is_inside");
    }

    @Test
    void whatNoLongerWantsToBeListedIsGoneAtOnceAndOnlyCounted() {
        String page = HERE + "/assets/" + add(whole("Bluebell choir")).id();
        String id = page.replaceFirst(".*/", "");
        KEEPER.open(page + "/edit").send(whole("Bluebell choir of old"));
        assertThat(GUEST.open(HERE + "/assets/services.json").body()).contains("Bluebell choir of old");
        assertThat(GUEST.open(page + "/take-back").status()).isEqualTo(403);
        Browser.Page gone = MEMBER.open(page + "/take-back").send(Map.of());
        assertThat(gone.body()).contains("It is gone from everywhere.", "no longer wanted to be listed");
        for (String path : new String[] {"/assets", "/search?q=bluebell", "/assets/services.json"}) {
            assertThat(KEEPER.open(HERE + path).body()).as(path).doesNotContain("Bluebell");
        }
        assertThat(KEEPER.open(page).status()).isEqualTo(404);
        assertThat(Program.of(KEEPER, "strong", "administrator")
                        .get("/services/" + id)
                        .status())
                .isEqualTo(404);
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        assertThat(in(
                        "strong",
                        () -> jdbc.sql("select count(*) from earlier where content::text like '%Bluebell%'")
                                .query(Integer.class)
                                .single()))
                .as("nor is it kept as it was before")
                .isZero();
        Browser.Page undo = KEEPER.post(
                HERE + "/undo",
                Map.of("_csrf", gone.csrf(), "kind", "asset", "id", id, "version", "2", "back", HERE + "/assets"));
        assertThat(undo.body()).doesNotContain("Bluebell");
        assertThat(KEEPER.open(page).status()).isEqualTo(404);
    }

    private static <T> T in(String slug, java.util.function.Supplier<T> work) {
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        UUID partnership =
                Tenancy.acrossAll(() -> transaction.execute(_ -> jdbc.sql("select id from partnership where slug = ?")
                        .param(slug)
                        .query(UUID.class)
                        .single()));
        return Tenancy.within(partnership, () -> transaction.execute(_ -> work.get()));
    }

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "service",
            Set.of(
                    "id",
                    "organization_id",
                    "name",
                    "description",
                    "url",
                    "email",
                    "status",
                    "fees",
                    "accreditations",
                    "minimum_age",
                    "maximum_age",
                    "assured_date",
                    "assurer_email",
                    "alert",
                    "last_modified",
                    "schedules",
                    "service_areas",
                    "service_at_locations",
                    "languages",
                    "organization",
                    "funding",
                    "cost_options",
                    "contacts",
                    "attributes"),
            "organization",
            Set.of("id", "name", "description", "email", "website", "logo", "uri", "parent_organization_id"),
            "service_at_location",
            Set.of("id", "service_id", "location_id", "location"),
            "location",
            Set.of(
                    "id",
                    "location_type",
                    "name",
                    "description",
                    "latitude",
                    "longitude",
                    "external_identifier",
                    "external_identifier_type",
                    "addresses"),
            "address",
            Set.of(
                    "id",
                    "location_id",
                    "attention",
                    "address_1",
                    "city",
                    "region",
                    "state_province",
                    "postal_code",
                    "country",
                    "address_type"),
            "schedule",
            Set.of(
                    "id",
                    "service_id",
                    "service_at_location_id",
                    "valid_from",
                    "valid_to",
                    "dtstart",
                    "freq",
                    "interval",
                    "byday",
                    "bymonthday",
                    "description",
                    "opens_at",
                    "closes_at",
                    "schedule_link",
                    "attending_type",
                    "notes"),
            "contact",
            Set.of("id", "service_id", "name", "title", "phones"),
            "phone",
            Set.of("id", "contact_id", "number", "description"),
            "attribute",
            Set.of("id", "link_id", "taxonomy_term_id", "link_type", "taxonomy_term"),
            "taxonomy_term",
            Set.of("id", "name", "description", "parent_id", "taxonomy", "taxonomy_id", "term_uri"));

    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "service",
            Set.of("id", "organization_id", "name", "status"),
            "organization",
            Set.of("id", "name", "description"),
            "service_at_location",
            Set.of("id", "service_id", "location_id"),
            "location",
            Set.of("id", "location_type"),
            "address",
            Set.of("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
            "schedule",
            Set.of("id"),
            "contact",
            Set.of("id"),
            "phone",
            Set.of("id", "number"),
            "attribute",
            Set.of("id", "link_id", "taxonomy_term_id"),
            "taxonomy_term",
            Set.of("id", "name", "description"));

    private static final Map<String, String> WITHIN = Map.of(
            "schedules", "schedule",
            "service_at_locations", "service_at_location",
            "location", "location",
            "addresses", "address",
            "organization", "organization",
            "contacts", "contact",
            "phones", "phone",
            "attributes", "attribute",
            "taxonomy_term", "taxonomy_term");

    /** As algorithms.md 2.6 lists them: no other field, none of the required left out, none blank. */
    private static void isOpenReferral(String kind, JsonNode object) {
        Set<String> fields = new HashSet<>(object.propertyNames());
        assertThat(FIELDS.get(kind)).as(kind).containsAll(fields);
        assertThat(fields).as(kind).containsAll(REQUIRED.get(kind));
        object.properties().forEach(field -> {
            String within = WITHIN.getOrDefault(field.getKey(), "");
            if (field.getValue().isArray()) {
                field.getValue().forEach(each -> isOpenReferral(within, each));
            } else if (field.getValue().isObject()) {
                isOpenReferral(within, field.getValue());
            } else {
                assertThat(field.getValue().asString(""))
                        .as(kind + "." + field.getKey())
                        .isNotBlank();
            }
            if (field.getKey().equals("id") || field.getKey().endsWith("_id")) {
                assertThat(UUID.fromString(field.getValue().asString(""))).isNotNull();
            }
        });
    }

    @Test
    void theFileIsOpenReferralAndBroughtInElsewhereIsTheSame() throws Exception {
        Map<String, String> put = whole("Repair café");
        put.put("name-cy", "Caffi trwsio");
        put.put("what-cy", "Trwsio pethau gyda’n gilydd");
        put.put("place", "Powys");
        put.put("address", "1 High Street");
        put.put("postcode", "LD3 7AA");
        put.put("day-TU", "yes");
        put.put("day-SA", "yes");
        put.put("opens", "10:00");
        put.put("closes", "12:30");
        put.put("hours", "Not in August");
        put.put("contact", "Whoever is at the door");
        put.put("phone", "01874 222222");
        put.put("email", "repair@example.org");
        put.put("url", "https://example.org/repair");
        put.put("give-money", "yes");
        put.put("give-data", "yes");
        put.put("checked", "yes");
        add(put);
        Map<String, String> welsh = whole("");
        welsh.put("name-cy", "Côr y cwm");
        welsh.put("what-en", "");
        welsh.put("what-cy", "Canu bob nos Iau");
        add(welsh);
        byte[] file = GUEST.fetch(HERE + "/assets/services.json");
        JsonNode contents = JSON.readTree(file).path("contents");
        assertThat(contents.size()).isGreaterThanOrEqualTo(2);
        contents.forEach(service -> isOpenReferral("service", service));

        Program guest = Program.in("strong", "");
        Program.Answer api = guest.get("/services?per_page=1");
        assertThat(api.json().at("/contents/0/id").asString("")).isNotBlank();
        assertThat(api.json().at("/total_items").asInt()).isEqualTo(contents.size());
        assertThat(api.json().at("/last_page").asBoolean()).isEqualTo(contents.size() == 1);
        assertThat(guest.get("/services?per_page=500").at("/errors/0/field")).isEqualTo("per_page");
        assertThat(guest.get("/services/" + contents.get(0).path("id").asString(""))
                        .json())
                .isEqualTo(contents.get(0));

        Map<String, String> about = Map.of(
                "kind",
                "association",
                "consent-by",
                "They all",
                "consent-how",
                "published",
                "consent-on",
                "2026-02-01");
        String into = "/p/copied/assets/import";
        assertThat(KEEPER.upload(into, "services.json", file, about).body())
                .contains("Added: %d. Changed: 0. The same as before: 0.".formatted(contents.size()));
        assertThat(JSON.readTree(GUEST.fetch("/p/copied/assets/services.json")).path("contents"))
                .isEqualTo(contents);
        assertThat(KEEPER.upload(into, "services.json", file, about).body())
                .contains("Added: 0. Changed: 0. The same as before: %d.".formatted(contents.size()));
        String other = new String(file, StandardCharsets.UTF_8).replace("Not in August", "Also in August");
        assertThat(KEEPER.upload(into, "services.json", other.getBytes(StandardCharsets.UTF_8), about)
                        .body())
                .contains("Added: 0. Changed: 1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services | This is not a JSON file",
                "{\"services\": []} | There is no list of services here",
                "[{\"id\": \"x\", \"name\": \"A\", \"status\": \"active\"}] | contents[0].id",
                "[{\"id\": \"3a19ff88-4620-4d17-9830-ac1d859eb5d5\", \"status\": \"active\"}] | contents[0].name",
                "[{\"id\": \"3a19ff88-4620-4d17-9830-ac1d859eb5d5\", \"name\": \"A\"}] | contents[0].status",
                "[{\"id\": \"3a19ff88-4620-4d17-9830-ac1d859eb5d5\", \"name\": \"A\", \"status\": \"active\", "
                        + "\"schedules\": [{\"opens_at\": \"ten\"}]}] | contents[0].schedules.opens_at"
            })
    void aFileWithAFaultIsNotTakenIn(String file, String fault) {
        Map<String, String> about = Map.of(
                "kind", "place", "consent-by", "They all", "consent-how", "published", "consent-on", "2026-02-01");
        Browser.Page page =
                KEEPER.upload(HERE + "/assets/import", "x.json", file.getBytes(StandardCharsets.UTF_8), about);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(fault, "Nothing was taken in");
    }

    /** The example of the profile itself, where the shared data is at hand; only its own fault is found. */
    @Test
    void theProfilesOwnExampleIsRead() throws Exception {
        Path example = Path.of(
                System.getProperty("whorl.shared", "../shared"),
                "data/openreferral/uk-profile-3.0/examples/service_full.json");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(example), "the shared data is not here");
        Map<String, String> about = Map.of(
                "kind",
                "institution",
                "consent-by",
                "They all",
                "consent-how",
                "published",
                "consent-on",
                "2026-02-01");
        assertThat(KEEPER.upload(HERE + "/assets/import", "x.json", Files.readAllBytes(example), about)
                        .body())
                .contains("Added: 1.");
        String page = HERE + "/assets/ac148810-d857-441c-9679-408f346de14b";
        assertThat(GUEST.open(page).body())
                .contains("Community Counselling", "Thursday", "10:00 – 18:00", "1-30 Main Street", "Ann Persona")
                .contains("Not checked for 6 months");
        KEEPER.open(page + "/take-back").send(Map.of());
    }

    @Test
    void anAskFindsFourThatCouldHelpAndOnePressAsks() {
        Browser.Page offering = MEMBER.open(HERE + "/offers/new");
        assertThat(offering.send(Map.of("give", "skill")).body()).contains("Say what you offer");
        assertThat(offering.send(
                                Map.of("give", "skill", "what", "Facilitating talks in small groups", "minutes", "180"))
                        .body())
                .contains("It is offered.", "Facilitating talks", "Macsen");
        assertThat(GUEST.open(HERE + "/offers").body())
                .contains("Facilitating talks")
                .doesNotContain("Macsen");
        Browser facilitator = Running.browser();
        join(facilitator, "facilitator", "Nest");
        String mine = HERE + "/my-strengths";
        facilitator.open(mine).send(Map.of("words", "I am a trained facilitator", "seen-by", "facilitators"));
        Map<String, String> trainers = whole("Facilitators of Powys");
        trainers.put("give-skill", "yes");
        trainers.put("place", "Powys");
        add(trainers);
        Map<String, String> hwyluso = whole("");
        hwyluso.put("name-cy", "Cymdeithas hwyluso");
        hwyluso.put("what-en", "We facilitate");
        hwyluso.put("what-cy", "Rydym yn hwyluso");
        add(hwyluso);

        Browser.Page asked = KEEPER.open(HERE + "/asks/new?spiral=" + spiral)
                .send(Map.of("kind", "skill", "what", "Could someone be our facilitator in May?", "minutes", "110"));
        assertThat(asked.body())
                .contains("It is asked.", "4 matches", "Facilitators of Powys", "Cymdeithas hwyluso")
                .contains("It says what the ask says: facilitator.", "It gives what is asked for: Skill.")
                .contains("It is where help is wanted: Powys.", "It is for long enough: 180 minutes.")
                .contains("Is good at this · Nest", "I am a trained facilitator");
        assertThat(asked.body().indexOf("Facilitators of Powys"))
                .as("three reasons before one")
                .isLessThan(asked.body().indexOf("Cymdeithas hwyluso"));
        String matches = asked.url().replaceFirst("https?://[^/]+", "");
        assertThat(MEMBER.open(matches).body())
                .as("what is for facilitators only stays so")
                .contains("3 matches")
                .doesNotContain("I am a trained facilitator");
        assertThat(GUEST.open(matches).body()).contains("Facilitating talks").doesNotContain("Macsen");

        Matcher of = Pattern.compile("name=\"of\" value=\"([^\"]+)\"><button[^>]*>Ask Macsen")
                .matcher(asked.body());
        assertThat(of.find()).isTrue();
        Map<String, String> press = Map.of("_csrf", asked.csrf(), "of", of.group(1));
        assertThat(KEEPER.post(matches, press).body()).contains("It is asked.");
        assertThat(MEMBER.open(HERE + "/asks?spiral=" + spiral).body())
                .contains("for Macsen", "Could someone be our facilitator in May?");
        assertThat(KEEPER.post(matches, press).body()).as("120 minutes a month").doesNotContain("It is asked.");
        String nobody = UUID.randomUUID().toString();
        assertThat(KEEPER.post(matches, Map.of("_csrf", asked.csrf(), "of", nobody))
                        .body())
                .contains("This offer has changed");

        facilitator.post(
                mine + "/take-back", Map.of("_csrf", facilitator.open(mine).csrf()));
        assertThat(KEEPER.open(matches).body()).contains("3 matches").doesNotContain("trained facilitator");
    }

    @Test
    void welshWordsFindEachOtherWhateverTheirFirstLetter() {
        MEMBER.open(HERE + "/offers/new?lang=cy")
                .send(Map.of("give", "time", "what", "Garddio gyda chymdogion", "until", "2027-12-31"));
        Browser.Page asked = KEEPER.open(HERE + "/asks/new?lang=cy&spiral=" + spiral)
                .send(Map.of(
                        "kind",
                        "connection",
                        "what",
                        "Pwy fyddai’n arddio gyda Mair?",
                        "minutes",
                        "60",
                        "by",
                        "2027-06-01"));
        assertThat(asked.body())
                .contains("Garddio gyda chymdogion", "arddio")
                .contains("Mae yno o hyd pan fyddai ateb yn helpu: hyd 31 Rhagfyr 2027.");
        KEEPER.open("/?lang=en");
        MEMBER.open("/?lang=en");
        Browser.Page none = KEEPER.open(HERE + "/asks/new?spiral=" + spiral)
                .send(Map.of("kind", "connection", "what", "Who could mend an accordion?", "minutes", "60"));
        assertThat(none.body()).contains("Nobody has offered this yet");
    }

    @Test
    void anOfferIsChangedTakenBackAndUndoneByWhoMadeIt() {
        MEMBER.open(HERE + "/offers/new").send(Map.of("give", "room", "what", "The back room", "times", "Tuesdays"));
        Matcher offer = Pattern.compile(
                        "href=\"(" + HERE + "/offers/[0-9a-f-]{36})\"[^>]*>Change or take back the offer"
                                + "<span class=\"nhsuk-u-visually-hidden\">: The back room")
                .matcher(MEMBER.open(HERE + "/offers").body());
        assertThat(offer.find()).isTrue();
        assertThat(GUEST.open(offer.group(1)).status()).isEqualTo(403);
        MEMBER.open(offer.group(1)).send(Map.of("give", "room", "what", "The front room"));
        assertThat(GUEST.open(HERE + "/search?q=front").body()).contains("front</mark>");
        Browser.Page form = MEMBER.open(offer.group(1));
        Browser.Page gone = MEMBER.post(offer.group(1) + "/withdraw", Map.of("_csrf", form.csrf(), "version", "2"));
        assertThat(gone.body())
                .contains("The offer is taken back.", "id=\"undo\"")
                .doesNotContain("The front room</h2>");
        assertThat(GUEST.open(HERE + "/search?q=front").body()).doesNotContain("front</mark>");
        MEMBER.open(HERE + "/offers/new")
                .send(Map.of("give", "room", "what", "Last year’s room", "until", "2025-12-31"));
        assertThat(MEMBER.open(HERE + "/offers").body())
                .as("what is over is not offered")
                .doesNotContain("Last year’s room");
    }
}
