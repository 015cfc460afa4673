package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.model.Model;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.AnswerJson;
import org.whorl.files.ModelFolder;

/** A proposal to move resource, from its first number to the board's page, without script. */
class ShiftsTest {

    private static final String TWO = """
            whorl: 1
            name: {en: Two, cy: Dau}
            time: {start: 2026-04-01, days: 365, warm-up: 0}
            money: {price-year: 2024/25}
            partners:
              health: {name: {en: Health board, cy: Bwrdd iechyd}, kind: health}
              council: {name: {en: Council, cy: Cyngor}, kind: council}
            exits: [home]
            arrivals:
              ready: {to: ward, rate: 4}
            services:
              ward: {name: {en: Ward, cy: Ward}, partner: health, capacity: 60, length-of-stay: {exponential: {mean: 8}}, routes: {care: 1}, cost: {per-place-day: 300}}
              care:
                name: {en: Care at home, cy: Gofal gartref}
                partner: council
                capacity: {value: 84, low: 80, high: 88, quality: agreed, source: Contract, date: 2026, owner: Council}
                length-of-stay: {exponential: {mean: {value: 20, low: 16, high: 24, quality: guess}}}
                routes: {home: 1}
                cost: {per-place-day: 50}
            opening: {ward: {in-place: 32}, care: {in-place: 80}}
            measures:
              delayed: {name: {en: Delayed on the ward, cy: Oedi ar y ward}, count: blocked, in: ward, crisis: 10}
            """;

    private static String opened(String slug) {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", slug, "name-cy", slug, "place-en", "Here", "place-cy", "Yma"));
        Browser.Page brought =
                keeper.upload("/p/" + slug + "/picture/new", "model.yaml", TWO.getBytes(StandardCharsets.UTF_8));
        assertThat(brought.body()).contains("The model is here");
        return "/p/" + slug + "/shifts";
    }

    @Test
    void fiveQuestionsAboutMoneyLeadToAShift() {
        Browser keeper = Running.keeper();
        String shifts = opened("five-questions");
        assertThat(keeper.open(shifts).body()).contains("Where money does most good");

        Browser.Page asked = keeper.open(shifts + "/where?pounds=£100,000");
        assertThat(asked.body())
                .contains("1. What is there to spend?", "5. What if money moved")
                // 100,000 pounds are 5 places of care (50 a day, 365 days), or 1 bed of a ward (300 a day).
                .contains(
                        "service0=care&amp;places0=5&amp;from0=2026-04-01",
                        "service0=ward&amp;places0=-1&amp;from0=2026-04-01")
                .contains(
                        "service0=ward&amp;places0=-1&amp;from0=2026-04-01&amp;service1=care&amp;places1=5&amp;from1=2026-04-01")
                .contains("fewer", "These are the middle answers");
        assertThat(keeper.open(shifts + "/where?sure=yes").body())
                .contains("The numbers in brackets show")
                .containsPattern("<span class=\"interval\">\\(");

        Browser.Page form = keeper.open(
                shifts + "/new?service0=ward&places0=-1&from0=2026-04-01&service1=care&places1=5&from1=2026-04-01");
        assertThat(form.send(Map.of("name", "From the ward to care at home")).body())
                .contains("Care at home: 5 more places from 1 April 2026");

        assertThat(keeper.open(shifts + "/where?pounds=lots").status()).isEqualTo(422);
        assertThat(keeper.open(shifts + "/where?pounds=lots").body()).contains("Write a sum from £1");
        assertThat(keeper.open(shifts + "/where?lang=cy").body()).contains("Lle mae arian yn gwneud y mwyaf o les");
    }

    @Test
    void aShiftIsBuiltKeptAndReadByTheOneWhoLoses() {
        Browser keeper = Running.keeper();
        String shifts = opened("shifting");
        assertThat(keeper.open(shifts).body()).contains("There is no proposal yet");
        Browser.Page form = keeper.open(shifts + "/new");
        assertThat(keeper.open(shifts + "/answer?service0=care&places0=10&service1=ward&places1=-10&from1=2026-10-01")
                        .body())
                .contains("Delayed on the ward")
                .contains("Health board");
        Map<String, String> put = new HashMap<>(
                Map.of("name", "Care at home, not the ward", "service0", "care", "places0", "10", "service1", "ward"));
        put.putAll(Map.of("places1", "-10", "from1", "2026-10-01", "months1", "5"));
        put.putAll(Map.of("payer0", "health", "payee0", "council", "pounds0", "£180,000"));
        put.put("exit-terms", "Either side may end it with three months' notice.");
        put.put("exit-on", "2027-03-31");
        put.put("notice", "3");
        put.put("double1", "4");
        put.put("closing1", "25,000");
        Browser.Page kept = form.send(put);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body())
                .contains("Care at home: 10 more places from 1 April 2026")
                .contains("Ward: 10 fewer places from 29 October 2026 over 5 months")
                .contains("kept open 4 weeks longer beside the new ones")
                .contains("closing costs £25,000 once")
                // 10 places go in five steps, each 28 days later: 10 x 28 x 300 pounds.
                .contains("Running double changes the cash in this time by +£84,000: Health board +£84,000")
                .contains("It ends, or is decided again, on 31 March 2027")
                .contains("Health board pays £180,000 to Council")
                // 10 places at 50 pounds, 365 days.
                .contains("+£182,500")
                .contains("−£180,000")
                .contains("+£205,000");
        Browser.Page loser = keeper.open(shifts + "/" + kept.id() + "/partner/council");
        assertThat(loser.body())
                .contains("What this means for Council")
                .contains("You pay more: ")
                .contains("Care at home: 10 more places from 1 April 2026")
                .contains("By 30 June 2026")
                .contains("Whoever leaves says so 3 months before")
                .contains("Either side may end it")
                .contains(
                        "In 100% of the ways the numbers may be off, you pay more cash before payments, and in 100% after them");
        assertThat(keeper.open(shifts + "/" + kept.id() + "/partner/health").body())
                .contains("Ward: 10 fewer places from 29 October 2026")
                .contains("Health board pays £180,000 to Council")
                .contains("<td class=\"nhsuk-table__cell\">−6</td>");
        assertThat(keeper.open(shifts + "/" + kept.id() + "/partner/nobody").status())
                .isEqualTo(404);
        assertThat(keeper.open(shifts + "/" + kept.id() + "/board").body())
                .contains("For the board")
                .contains("Delayed on the ward")
                .contains("Days above 10")
                .contains("Nobody has signed this version yet");
        assertThat(keeper.open(shifts + "/" + kept.id() + "/board?lang=cy").body())
                .contains("Gofal gartref: 10 o leoedd yn fwy o 1 Ebrill 2026");
        keeper.open(shifts + "?lang=en");
        assertThat(keeper.open(shifts).body())
                .contains("Proposals side by side")
                .contains("Cash after payments: Council");
    }

    @Test
    void aShiftIsCheckedBySimulationOnItsOwnPage() throws InterruptedException, IOException {
        Browser keeper = Running.keeper();
        String shifts = opened("checked-shifts");
        Browser.Page kept =
                keeper.open(shifts + "/new").send(Map.of("name", "More care", "service0", "care", "places0", "10"));
        String page = shifts + "/" + kept.id();
        assertThat(kept.body())
                .contains("Nobody has checked this proposal by simulation yet")
                .contains("What could happen, not only on average")
                // The hundred dots, by formulas, and their table.
                .contains("Above 10: ")
                .contains("comes with a check by simulation");
        Browser.Page asked = keeper.post(page + "/check", Map.of("_csrf", kept.csrf()));
        assertThat(asked.url()).contains(page);
        String found = eventually(keeper, page, "id=\"twice\"");
        assertThat(found)
                .contains("played through 100 times, seed 1")
                .contains("Delayed on the ward: change")
                .contains("Cash: Council")
                .contains("How long people wait: Care at home – More care")
                .contains("How the simulation found it")
                .doesNotContain("Nobody has checked");
        String run = keeper.open(page).body().replaceFirst("(?s).*href=\"([^\"]*/runs/[0-9a-f-]+)\".*", "$1");
        theFolderGivesTheSameNumbers(
                keeper.fetch(page + "/folder"), new String(keeper.fetch(run + "/answer.json"), StandardCharsets.UTF_8));
        assertThat(keeper.open(page + "/board").body())
                .contains("Simulation, day by day")
                .contains("whorl run more-care-v1 --scenario shift --replications 100 --seed 1")
                .contains("Contract");
        assertThat(keeper.open(shifts + "?sure=yes").body())
                .contains("Simulation, day by day")
                .contains("id=\"option-");
        assertThat(keeper.open(page + "?lang=cy").body())
                .contains("Gwiriwyd drwy efelychu")
                .contains("Arian parod: Cyngor");
        // What moves changes, and what was found no longer holds.
        Browser.Page edit = keeper.open(page + "/edit?lang=en");
        Browser.Page changed = edit.send(Map.of("name", "More care", "service0", "care", "places0", "12"));
        assertThat(changed.body())
                .contains("What moves has changed since this proposal was checked")
                .contains("See what was found before")
                .doesNotContain("id=\"twice\"");
    }

    /** What is taken away is run as the command line does: a folder, a scenario, a seed. */
    private static void theFolderGivesTheSameNumbers(byte[] packed, String found) throws IOException {
        Path folder = Files.createTempDirectory("taken-away");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replaceFirst(".*/", "");
                Files.write(folder.resolve(name), zip.readAllBytes());
            }
        }
        assertThat(folder.resolve("README.md"))
                .content()
                .contains("--scenario shift")
                .contains("This line gives")
                .contains("Mae’r llinell hon");
        Model model = ModelFolder.read(folder).orThrow();
        Plan plan = new Plan(List.of("shift"), 1, new Plan.Stop.Replications(100), 1);
        assertThat(AnswerJson.text(Simulation.run(model, plan, Progress.SILENT)))
                .isEqualTo(found);
    }

    @Test
    void aCheckShowsHowFarItIsAndStops() throws InterruptedException {
        Browser keeper = Running.keeper();
        String shifts = opened("stopped-shifts");
        Browser.Page kept =
                keeper.open(shifts + "/new").send(Map.of("name", "More care", "service0", "care", "places0", "9"));
        String page = shifts + "/" + kept.id();
        Browser.Page asked = keeper.post(page + "/check", Map.of("_csrf", kept.csrf()));
        Matcher cancel =
                Pattern.compile("action=\"([^\"]*/jobs/[0-9a-f-]+/cancel)\"").matcher(asked.body());
        // A small model may be done before the page is there; otherwise it can be stopped, and then asked again.
        if (cancel.find()) {
            assertThat(asked.body()).contains("is being checked by simulation").contains("<progress");
            keeper.post(cancel.group(1), Map.of("_csrf", asked.csrf()));
        }
        String after = "";
        for (int i = 0; i < 600 && (after.isEmpty() || after.contains("<progress")); i++) {
            Thread.sleep(100);
            after = keeper.open(page).body();
        }
        assertThat(after).containsAnyOf("Nobody has checked this proposal", "id=\"twice\"");
    }

    private static String eventually(Browser browser, String page, String wanted) throws InterruptedException {
        String body = "";
        for (int i = 0; i < 600 && !body.contains(wanted); i++) {
            Thread.sleep(100);
            body = browser.open(page).body();
        }
        return body;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "places0 | ten       | Write how many places",
                "places0 | 0         | Write how many places",
                "from0   | tomorrow  | Write a day, such as",
                "from0   | 2031-01-01| Choose a day within the model’s time",
                "months0 | -2        | Write how many months",
                "service0| nowhere   | Choose a service that has places",
                "name    | ''        | Give it a name",
                "double0 | -1        | Write how many weeks",
                "double0 | 4         | Only places that go can be run double",
                "closing0| lots      | Write a sum of 0 or more",
                "closing0| 5000      | Only places that go can be closed",
                "posts0  | 2         | Write places or posts, not both",
                "exit-on | soon      | Write a day, such as 2027-03-31",
                "notice  | 999       | Write how many months, from 0 to 60",
                "pounds0 | much      | Write a sum above 0",
                "what0   | Training  | Choose who pays",
            })
    void whatCannotBeIsSaidAtItsField(String field, String written, String wrong) {
        Browser keeper = Running.keeper();
        String shifts = "/p/wrong-shifts/shifts";
        if (keeper.open(shifts).status() == 404) {
            opened("wrong-shifts");
        }
        Map<String, String> put = new HashMap<>(Map.of("name", "A", "service0", "care", "places0", "5"));
        put.put(field.strip(), written.strip());
        Browser.Page page = keeper.open(shifts + "/new?lang=en").send(put);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(wrong);
    }

    @Test
    void whoStillBuildsIsToldWhatIsNotCounted() {
        Browser keeper = Running.keeper();
        String shifts = opened("half-built");
        String half = shifts + "/answer?lang=en&service0=care&places0=5&service1=ward&places1=";
        assertThat(keeper.open(half + "ten").body()).contains("Not counted yet").contains("href=\"#places1\"");
        assertThat(keeper.open(half + "-4").body()).doesNotContain("Not counted yet");
    }

    @Test
    void twoWhoChangeItLoseNothing() {
        Browser keeper = Running.keeper();
        String shifts = opened("two-shifts");
        Browser.Page kept =
                keeper.open(shifts + "/new").send(Map.of("name", "First", "service0", "care", "places0", "5"));
        Browser.Page mine = keeper.open(shifts + "/" + kept.id() + "/edit");
        Browser.Page theirs = keeper.open(shifts + "/" + kept.id() + "/edit");
        Map<String, String> their = Map.of("name", "Theirs", "service0", "care", "places0", "6");
        Map<String, String> my = Map.of("name", "Mine", "service0", "care", "places0", "7");
        assertThat(theirs.send(their).body()).contains("6 more places").contains("Undo");
        Browser.Page conflict = mine.send(my);
        assertThat(conflict.status()).isEqualTo(422);
        assertThat(conflict.body())
                .contains("Somebody saved before you")
                .contains("value=\"Mine\"")
                .contains("Theirs")
                .contains("Care at home: 6 more places")
                .contains("Care at home: 7 more places")
                .contains("you both changed this");
        assertThat(conflict.send(my).body()).contains("7 more places");
    }

    @Test
    void whatOnlyOneChangedIsTakenFromThatOne() {
        Browser keeper = Running.keeper();
        String shifts = opened("merged-shifts");
        Map<String, String> first = Map.of("name", "First", "service0", "care", "places0", "5", "why", "To try");
        String page = shifts + "/" + keeper.open(shifts + "/new").send(first).id();
        Browser.Page mine = keeper.open(page + "/edit");
        Browser.Page theirs = keeper.open(page + "/edit");
        theirs.send(Map.of("name", "First", "service0", "ward", "places0", "-4", "why", "To try"));
        Browser.Page conflict =
                mine.send(Map.of("name", "First", "service0", "care", "places0", "5", "why", "For rest"));
        // Their moves and my reason.
        assertThat(conflict.body())
                .contains("value=\"-4\"")
                .contains("For rest</textarea>")
                .doesNotContain("you both changed this");
    }

    @Test
    void whatIsSetAsideComesBackAndAChangeIsUndone() {
        Browser keeper = Running.keeper();
        String shifts = opened("undone-shifts");
        Browser.Page kept =
                keeper.open(shifts + "/new").send(Map.of("name", "To keep", "service0", "care", "places0", "5"));
        String page = shifts + "/" + kept.id();
        Browser.Page changed =
                keeper.open(page + "/edit").send(Map.of("name", "To keep", "service0", "care", "places0", "8"));
        assertThat(undo(keeper, changed).body()).contains("5 more places");
        String version = keeper.open(page).body().replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        Browser.Page gone = keeper.post(page + "/set-aside", Map.of("_csrf", kept.csrf(), "version", version));
        assertThat(gone.body()).contains("The proposal is set aside").contains("There is no proposal yet");
        assertThat(keeper.open(page).status()).isEqualTo(404);
        assertThat(undo(keeper, gone).body()).contains("To keep");
        assertThat(keeper.open(page).status()).isEqualTo(200);
    }

    private static Browser.Page undo(Browser browser, Browser.Page page) {
        Matcher form = Pattern.compile("<form[^>]*action=\"([^\"]*/undo)\".*?</form>", Pattern.DOTALL)
                .matcher(page.body());
        assertThat(form.find()).isTrue();
        Map<String, String> values = new HashMap<>();
        Matcher hidden = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(form.group());
        while (hidden.find()) {
            values.put(hidden.group(1), hidden.group(2));
        }
        return browser.post(form.group(1), values);
    }

    @Test
    void staffMoveByWhatAPostGives() {
        Browser keeper = Running.keeper();
        String shifts = opened("staff-shifts");
        Map<String, String> put = Map.of("name", "Posts", "service0", "care", "posts0", "2.5", "per-post0", "3");
        assertThat(keeper.open(shifts + "/new").send(put).body())
                .contains("Care at home: 7 more places")
                .contains("2.5 posts, each giving 3 places (a guess)");
        Map<String, String> few = Map.of("name", "Posts", "service0", "care", "posts0", "0.2", "per-post0", "3");
        Browser.Page wrong = keeper.open(shifts + "/new").send(few);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("do not make one whole place").contains("value=\"0.2\"");
        Map<String, String> unknown = Map.of("name", "Posts", "service0", "care", "posts0", "2");
        assertThat(keeper.open(shifts + "/new").send(unknown).body()).contains("say how many places one post gives");
        assertThat(keeper.open(shifts + "/new?lang=cy").send(unknown).body())
                .contains("dywedwch faint o leoedd mae un swydd yn eu rhoi");
    }

    @Test
    void aGuestLooksAndKeepsNothing() {
        Browser guest = Running.browser();
        assertThat(guest.open("/p/cwm-taf-morgannwg/shifts").status()).isEqualTo(200);
        assertThat(guest.open("/p/cwm-taf-morgannwg/shifts/new").status()).isEqualTo(403);
    }
}
