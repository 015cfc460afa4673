package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The picture and the versions behind it, without script. */
class ModelsTest {

    private static final String EXAMPLE = "/p/cwm-taf-morgannwg/picture";

    /** A model of one service. */
    static String small(int places) {
        return """
                whorl: 1
                name: {en: Small, cy: Bach}
                time: {start: 2026-04-01, days: 90, warm-up: 0}
                money: {price-year: 2024/25}
                partners:
                  council: {name: {en: Council, cy: Cyngor}, kind: council}
                exits: [home]
                arrivals:
                  ready: {to: d2a, rate: 4}
                services:
                  d2a:
                    name: {en: Discharge to assess, cy: Rhyddhau i asesu}
                    partner: council
                    capacity: {value: %d, low: 30, high: 60, quality: agreed, source: The contract, date: 2026, owner: Council}
                    length-of-stay: {exponential: {mean: 10}}
                    routes: {home: 1}
                    cost: {per-place-day: 125}
                """.formatted(places);
    }

    /** A partnership of its own with the small model; where its picture is. */
    private static String opened(String slug) {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", slug, "name-cy", slug, "place-en", "Here", "place-cy", "Yma"));
        String bring = "/p/" + slug + "/picture/new";
        Browser.Page brought = keeper.upload(bring, "model.yaml", small(46).getBytes(StandardCharsets.UTF_8));
        assertThat(brought.body()).contains("The model is here").contains("Discharge to assess");
        return brought.url().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void aGuestMovesANumberAndSeesWhoWaits() {
        Browser guest = Running.browser();
        Browser.Page page = guest.open(EXAMPLE);
        assertThat(page.body()).contains("Formulas, at once").contains("Home care, Rhondda Cynon Taf");
        String picture = page.url();
        assertThat(guest.open(picture + "?v.services.home-care-rct.capacity=2500")
                        .body())
                .contains("With these changes")
                .contains("Places, set to 2,500: Home care, Rhondda Cynon Taf");
        assertThat(guest.open(picture + "/answer?sure=yes&v.services.home-care-rct.capacity=2500")
                        .body())
                .as("how sure, from drawing the numbers")
                .contains("95 in 100")
                .contains("9 in 10 of the ways the numbers may be off");
        assertThat(guest.open(picture + "?s=less-home-care&lang=cy").body())
                .contains("Pump y cant yn llai o ofal cartref")
                .contains("Gofal cartref, Rhondda Cynon Taf");
    }

    @ParameterizedTest
    @CsvSource({
        "twelve, is not a number",
        "-3, is below 0",
        "1e999, is not a number",
        "<script>, is not a number",
    })
    void whatCannotBeUsedIsSaidAndLeftOut(String written, String wrong) {
        Browser guest = Running.browser();
        String picture = guest.open(EXAMPLE).url();
        Browser.Page page = guest.open(picture + "?v.services.home-care-rct.capacity="
                + java.net.URLEncoder.encode(written, StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(wrong)
                .contains("Some numbers cannot be used")
                .doesNotContain("<script>,")
                .doesNotContain("With these changes");
    }

    @Test
    void whatPeopleNeedIsToldWithItsCauses() {
        Browser guest = Running.browser();
        String need = guest.open(EXAMPLE).url() + "/need";
        assertThat(guest.open(need).body())
                .contains("Need, seen or unseen", "Most deprived fifth", "85 years and over", "Bridgend")
                .contains("Unemployment: 1.24 (1.04 to 1.41) times as often for each step more")
                .contains("Cost of living: nobody has shown by how much. We cannot tell.")
                .contains("Check here before you rely on it");
        assertThat(guest.open(need + "?need=emergency&year=2033&d-unemployment=1")
                        .body())
                .contains("<th scope=\"col\" class=\"nhsuk-table__header\">2033</th>")
                .containsPattern("value=\"1\" checked")
                .contains("How people live, such as being out of work");
        assertThat(guest.open(need + "?need=daily-living").body())
                .contains("Help with daily living at 65 and over", "Needed and not given");
        assertThat(guest.open(need + "?need=no-such&year=1800&d-unemployment=9").status())
                .isEqualTo(200);
        assertThat(guest.open(need + "?lang=cy").body()).contains("Beth sydd ei angen ar bobl", "Ni allwn ddweud");
        assertThat(Running.keeper().open(opened("needless") + "/need").body())
                .contains("This picture does not say who lives here");
    }

    @Test
    void theRegisterTellsWhereANumberIsFrom() {
        Browser guest = Running.browser();
        String picture = guest.open(EXAMPLE).url();
        assertThat(guest.open(picture + "/numbers?quality=published").body())
                .contains("Sent to reablement from home: Bridgend")
                .doesNotContain("hospital-bridgend.length-of-stay");
        assertThat(guest.open(picture + "/number?path=arrivals.reablement-from-home-bridgend.rate")
                        .body())
                .contains("1,171 packages in three years")
                .contains("model.yaml")
                .contains("Version 1");
        assertThat(guest.open(picture + "/number?path=nothing").status()).isEqualTo(404);
        assertThat(guest.open(picture + "/edit").status()).isEqualTo(403);
        assertThat(guest.open("/p/cwm-taf-morgannwg/picture/new").status()).isEqualTo(403);
    }

    @Test
    void aChangeIsCheckedKeptComparedAndSigned() {
        Browser keeper = Running.keeper();
        String picture = opened("versions");
        Browser.Page edit = keeper.open(picture + "/edit");
        Browser.Page wrong = edit.send(Map.of("text", small(46).replace("rate: 4", "rate: four"), "note", "Try"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("model.yaml:9")
                .contains("1 thing is wrong")
                .contains("rate: four");
        assertThat(edit.send(Map.of("text", small(50))).body()).contains("Say what you have changed, and why");
        assertThat(edit.send(Map.of("text", small(50), "check", "yes")).body()).contains("It holds together");

        Browser.Page kept = edit.send(Map.of("text", small(50), "note", "Four more places from the winter plan"));
        assertThat(kept.body()).contains("Version 2").contains("Four more places from the winter plan");
        Browser.Page conflict = edit.send(Map.of("text", small(48), "note", "Two more places"));
        assertThat(conflict.status()).isEqualTo(422);
        assertThat(conflict.body())
                .contains("Version 2 was kept while you wrote")
                .contains("capacity: {value: 48")
                .contains("capacity: {value: 50");
        assertThat(keeper.open(picture + "/compare?a=1&b=2").body())
                .contains("Discharge to assess")
                .containsPattern("46 \\(30–60, Agreed by the partners\\)</td>\\s*<td[^>]*>50 ")
                .contains("What each version answers");
        assertThat(keeper.open(picture + "/number?path=services.d2a.capacity").body())
                .contains("Version 1")
                .contains("Version 2")
                .contains("The contract");
        assertThat(keeper.open(picture + "?version=1").body()).contains("This is version 1. The latest is 2.");
        assertThat(keeper.open(picture + "/versions").body()).contains("Nobody has signed this version yet");
    }

    @Test
    void aNumberIsChangedInItsOwnFormAndNothingElseIs() throws IOException {
        Browser keeper = Running.keeper();
        String picture = opened("one-number");
        String change = picture + "/number/change?path=services.d2a.capacity";
        Browser.Page form = keeper.open(change);
        assertThat(form.body())
                .contains("value=\"46\"")
                .contains("The contract")
                .contains("Keep as version 2");
        Map<String, String> values = new java.util.HashMap<>(Map.of(
                "value", "48",
                "low", "40",
                "high", "1,200",
                "quality", "measured",
                "source", "Counted: \"every bed\", twice",
                "date", "2026-05",
                "owner", "Council",
                "why", "The ward was counted"));
        Browser.Page kept = form.send(values);
        assertThat(kept.body())
                .contains("The number is changed")
                .contains("48")
                .contains("Counted: \"every bed\", twice")
                .contains("Version 2")
                .contains("46 → 48. The ward was counted");
        assertThat(unpacked(keeper.fetch(picture + "/folder?version=2"))
                        .get("small-v2/model.yaml")
                        .lines()
                        .filter(line -> !small(46).contains(line)))
                .as("no other line has changed")
                .allMatch(line -> line.contains("capacity") || line.contains("owner") || line.contains("source"));

        values.put("value", "47");
        Browser.Page overtaken = form.send(values);
        assertThat(overtaken.status()).isEqualTo(422);
        assertThat(overtaken.body())
                .contains("Somebody kept version 2 while you wrote. There it is 48")
                .contains("value=\"47\"");
        assertThat(overtaken.send(values).body()).contains("Version 3").contains("48 → 47");
    }

    @ParameterizedTest
    @CsvSource({
        "value, twelve, 'Write a number, such as 12'",
        "value, -1, Write a number from 0 up",
        "value, '', 'Write a number, such as 12'",
        "value, 1e999, 'Write a number, such as 12'",
        "low, 50, “At least” is above",
        "high, 40, “At most” is below",
        "high, '', Write both ends",
        "low, <b>, 'Write a number, such as 12'",
        "quality, certain, Say how it is known",
        "why, '', Say why you change it",
    })
    void whatANumberCannotBeIsSaidBesideItsBox(String field, String written, String wrong) {
        Browser keeper = Running.keeper();
        String picture = bad();
        Browser.Page form = keeper.open(picture + "/number/change?path=services.d2a.capacity");
        Map<String, String> values = new java.util.HashMap<>(Map.of(
                "value",
                "46",
                "low",
                "30",
                "high",
                "60",
                "quality",
                "agreed",
                "source",
                "Somewhere",
                "why",
                "Because"));
        values.put(field, written);
        Browser.Page again = form.send(values);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains(wrong)
                .contains("id=\"" + field + "-error\"")
                .doesNotContain("<b>");
        assertThat(keeper.open(picture + "/versions").body()).doesNotContain("Version 2");
    }

    private static String badNumbers = "";

    private static synchronized String bad() {
        badNumbers = badNumbers.isEmpty() ? opened("bad-numbers") : badNumbers;
        return badNumbers;
    }

    @Test
    void theRegisterIsSearchedAndSorted() {
        Browser guest = Running.browser();
        String numbers = guest.open(EXAMPLE).url() + "/numbers";
        String found =
                guest.open(numbers + "?words=reablement+packages&order=date").body();
        assertThat(found)
                .contains("Numbers you asked for")
                .contains("1,171 packages")
                .doesNotContain("Ready to go home");
        assertThat(guest.open(numbers + "?words=xylophone").body()).contains("0 numbers.");
        String unsure = guest.open(numbers + "?quality=published&order=unsure").body();
        String name = guest.open(numbers + "?quality=published&order=name").body();
        assertThat(unsure.replaceAll("(?s).*<tbody|</tbody.*", ""))
                .isNotEqualTo(name.replaceAll("(?s).*<tbody|</tbody.*", ""));
        assertThat(guest.open(guest.open(EXAMPLE).url() + "/number/change?path=services.home-care-rct.capacity")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aNumberOpensIntoHowItIsMade() {
        Browser guest = Running.browser();
        String picture = guest.open(EXAMPLE).url();
        String page =
                guest.open(picture + "?v.services.home-care-rct.capacity=2500").body();
        assertThat(page).contains("How this number is made").contains("of=services.home-care-rct");
        String made = guest.open(picture + "/made?of=services.home-care-rct&v.services.home-care-rct.capacity=2500")
                .body();
        assertThat(made)
                .contains("60 draws of every number that has an interval, seed 20")
                .contains("Places, set to 2,500")
                .contains("People waiting for it")
                .contains("/number?path=services.home-care-rct.capacity")
                .contains("/number?path=arrivals.home-care-from-home-rct.rate");
        assertThat(guest.open(picture + "/made?of=services.nowhere").status()).isEqualTo(404);
        assertThat(guest.open(picture + "?sure=yes").body())
                .as("how sure, without script")
                .contains("if the model’s numbers are off as far as they may be")
                .doesNotContain("data-sure");
    }

    @Test
    void whatOneShowsTheOthersSee() {
        Browser keeper = Running.keeper();
        String picture = opened("shown");
        Browser guest = member("shown");
        assertThat(guest.open(picture + "/show/now").status()).isEqualTo(204);
        String csrf = keeper.open(picture).csrf();
        Browser.Page begun = keeper.post(picture + "/show", Map.of("_csrf", csrf, "v.services.d2a.capacity", "44"));
        assertThat(begun.body()).contains("You are showing this picture").contains("Stop showing");
        assertThat(guest.open(picture).body()).contains("Keeper is showing this picture to everybody");
        Browser.Page along = guest.open(picture + "/show");
        assertThat(along.url()).contains("v.services.d2a.capacity=44").contains("along=yes");
        assertThat(along.body()).contains("You look along with Keeper").contains("value=\"44\"");
        assertThat(guest.open(picture + "/show/now").body()).isEqualTo("?v.services.d2a.capacity=44");
        assertThat(keeper.post(picture + "/show", Map.of("_csrf", csrf, "v.services.d2a.capacity", "x", "moved", "yes"))
                        .status())
                .isEqualTo(204);
        assertThat(guest.open(picture + "/show/now").headers().get("whorl-show"))
                .containsExactly("2");
        Browser stranger = Running.browser();
        Browser.Page example = stranger.open(EXAMPLE);
        stranger.post(example.url() + "/show", Map.of("_csrf", example.csrf()));
        assertThat(stranger.open(example.url() + "/show/now").status())
                .as("a guest looks, and shows nothing")
                .isEqualTo(204);
        opened("not-shown");
        assertThat(keeper.open("/p/not-shown/picture/" + picture.replaceFirst(".*/", "") + "/show")
                        .status())
                .isEqualTo(404);
        keeper.post(picture + "/show", Map.of("_csrf", csrf, "stop", "yes"));
        assertThat(guest.open(picture + "/show").body()).contains("Nobody is showing this picture any more");
    }

    private static Browser member(String slug) {
        Browser keeper = Running.keeper();
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(keeper.open("/p/" + slug + "/people/invite")
                        .send(Map.of("role", "member"))
                        .body());
        assertThat(link.find()).isTrue();
        Browser member = Running.browser();
        String email = slug + "-member@example.org";
        member.open(link.group()).send(Map.of("name", "Member", "email", email, "password", Running.PASSWORD));
        member.signIn(email, Running.PASSWORD);
        return member;
    }

    @Test
    void theFolderComesOutAsItWentInAndTheSameEveryTime() throws IOException {
        Browser keeper = Running.keeper();
        String picture = opened("folders");
        byte[] once = keeper.fetch(picture + "/folder?version=1");
        assertThat(keeper.fetch(picture + "/folder?version=1")).isEqualTo(once);
        assertThat(unpacked(once)).isEqualTo(Map.of("small-v1/model.yaml", small(46)));
        Browser.Page again = keeper.upload("/p/folders/picture/new", "small.zip", once);
        assertThat(again.body()).contains("Discharge to assess");
    }

    @Test
    void whatIsNoModelIsRefusedAndNothingKept() throws IOException {
        Browser keeper = Running.keeper();
        opened("refusals");
        String bring = "/p/refusals/picture/new";
        assertThat(keeper.upload(bring, "photo.png", new byte[] {1, 2, 3}).body())
                .contains("neither .zip, .yaml nor .csv")
                .contains("photo.png");
        assertThat(keeper.upload(bring, "stays.csv", "a,b\n".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("There is no model.yaml among these files");
        assertThat(keeper.upload(bring, "model.yaml", new byte[] {(byte) 0xff, (byte) 0xfe, 'a'})
                        .body())
                .contains("not plain text");
        assertThat(keeper.upload(bring, "x.zip", new byte[] {'P', 'K', 3, 4, 9, 9})
                        .body())
                .contains("no model.yaml");
        byte[] outside = packed(Map.of("../../model.yaml", small(46), "../../../etc/passwd", "x"));
        assertThat(keeper.upload(bring, "out.zip", outside).body())
                .as("a path that leads outside is only a name")
                .contains("The model is here");
        assertThat(keeper.upload(bring, "model.yaml", "whorl: 1\nservces: {}".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("did you mean services");
    }

    @Test
    void anotherPartnershipsModelIsNotThere() {
        Browser keeper = Running.keeper();
        String picture = opened("mine");
        opened("theirs");
        String id = picture.replaceFirst(".*/", "");
        for (String path : new String[] {
            "",
            "/answer",
            "/numbers",
            "/number?path=services.d2a.capacity",
            "/versions",
            "/folder",
            "/edit",
            "/compare?a=1&b=1"
        }) {
            assertThat(keeper.open("/p/theirs/picture/" + id + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private static Map<String, String> unpacked(byte[] bytes) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static byte[] packed(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void theExampleIsTheCommandLinesOwn() throws IOException {
        Browser guest = Running.browser();
        byte[] zip = guest.fetch(guest.open(EXAMPLE).url() + "/folder");
        assertThat(unpacked(zip).values())
                .contains(Files.readString(Path.of("..", "examples", "cwm-taf-morgannwg", "model.yaml")));
    }

    @Test
    void theSimulationChecksAndTheTwoTiersStandSideBySide() throws InterruptedException {
        Browser keeper = Running.keeper();
        String picture = opened("checked");
        Browser.Page tried = keeper.open(picture + "?v.services.d2a.capacity=42");
        Browser.Page job =
                keeper.post(picture + "/check", Map.of("_csrf", tried.csrf(), "v.services.d2a.capacity", "42"));
        assertThat(job.url()).contains("/jobs/");
        Matcher link = Pattern.compile("href=\"([^\"]*/runs/[0-9a-f-]+)\"").matcher("");
        for (int i = 0; i < 600 && !link.find(); i++) {
            Thread.sleep(100);
            link = Pattern.compile("href=\"([^\"]*/runs/[0-9a-f-]+)\"")
                    .matcher(keeper.open(job.url()).body());
        }
        Browser.Page found = keeper.open(link.group(1));
        assertThat(found.body())
                .contains("Simulation, day by day")
                .contains("played through 100 times, seed 1")
                .contains("Places, set to 42: Discharge to assess")
                .contains("The same question asked twice");
        assertThat(keeper.open(link.group(1) + "?lang=cy").body()).contains("Rhyddhau i asesu");
        keeper.open(picture + "?lang=en");
        assertThat(new String(keeper.fetch(link.group(1) + "/answer.json"), StandardCharsets.UTF_8))
                .contains("\"replications\": 100");
        assertThat(new String(keeper.fetch(link.group(1) + "/report"), StandardCharsets.UTF_8))
                .startsWith("<!DOCTYPE html>");
        assertThat(keeper.open(picture + "/runs").body()).contains("With these changes");
    }
}
