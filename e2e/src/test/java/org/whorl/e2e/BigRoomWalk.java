package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** An hour of a Big Room: led on one screen, followed on the wall, a phone with tests, and what comes of it. */
class BigRoomWalk {

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void anHourIsLedAndWhatComesOfItIsKept(Device device, Language language) {
        try (Visitor keeper = Keeper.at(device, language);
                Visitor wall = Keeper.at(Device.PROJECTOR, language);
                Visitor phone = new Visitor(Device.PHONE, language)) {
            String slug = Keeper.open(keeper, "Big room " + device.key() + " " + language.code());
            String here = "/p/" + slug;
            keeper.go(here + "/big-rooms").sees("bigrooms.none").look("big-rooms-none");
            keeper.go(here).follow("empty.button").start("Who waits to go home, and why?", "Everybody over 65");
            keeper.go(here + "/picture/new")
                    .page()
                    .setInputFiles(
                            "#files",
                            Path.of(System.getProperty("whorl.root", ".."), "examples", "one-team", "model.yaml"));
            keeper.press("models.bring").sees("models.brought");
            try (Visitor dev = new Visitor(Device.DESK, language)) {
                dev.go(Keeper.invite(slug, "member"))
                        .write("name.label", "Dev")
                        .write("email.label", "dev." + slug + "@example.org")
                        .write("password.label", "four words nobody else")
                        .press("join.button")
                        .isAt(here);
            }
            measured(keeper, here);
            keeper.go(here + "/big-rooms")
                    .follow("bigroom.new")
                    .press("bigroom.keep")
                    .look("big-room-refused");
            keeper.write("bigroom.pathway", "Coming home from hospital in Rhondda");
            keeper.page().selectOption("#inside", new SelectOption().setLabel("Dev"));
            keeper.page().selectOption("#outside", new SelectOption().setLabel("Nia"));
            keeper.page().selectOption("#model", new SelectOption().setIndex(1));
            keeper.press("bigroom.keep").sees("bigroom.is-opened").look("big-room");
            keeper.press("bigroom.week.open").sees("gather.state.lobby").look("week-lobby");
            String week = keeper.page().url().replaceFirst("[?#].*", "");
            wall.go(week + "/wall").look("week-wall");
            phone.go("/j/" + keeper.page().locator("#code").innerText()).press("room.join");

            keeper.press("move.start");
            follows(wall, "story");
            keeper.look("week-story");
            keeper.press("move.next");
            follows(wall, "board");
            keeper.sees("measure.says.better-low").look("week-board");
            wall.look("wall-board");
            keeper.press("move.next");
            follows(wall, "tests");
            keeper.look("week-tests");
            keeper.press("move.next");
            follows(wall, "new-test");
            assertThat(phone.page().locator("#step")).containsText(phone.say("step.big-room.new-test"), patient());
            phone.write("room.words", "Ring the family before noon").press("room.write");
            assertThat(phone.page().locator("#own")).containsText("Ring the family", patient());
            keeper.press("move.next");
            follows(wall, "asks");

            keeper.press("bigroom.note.button").look("week-note-refused");
            keeper.page().check("#kind-2");
            keeper.page().fill("#words", "Ring the family before noon");
            keeper.page().selectOption("#owner", new SelectOption().setLabel("Dev"));
            keeper.page()
                    .fill(
                            "#due-on",
                            LocalDate.now(ZoneId.of("Europe/London"))
                                    .plusDays(6)
                                    .toString());
            keeper.press("bigroom.note.button").sees("bigroom.is-noted").look("week-noted");
            keeper.page().check("#kind-5");
            keeper.page().fill("#words", "Families know by eleven whether they can come");
            keeper.page().selectOption("#owner", new SelectOption().setLabel("Dev"));
            keeper.press("bigroom.note.button").sees("bigroom.is-noted").look("week-learnt");
            assertThat(wall.page().locator("#agenda")).containsText("Ring the family before noon", patient());
            keeper.press("move.next");
            follows(wall, "check-out");
            keeper.press("move.end").sees("gather.state.ended").look("week-ended");
            keeper.go(week.replaceFirst("/weeks/.*", ""))
                    .page()
                    .locator("main li a")
                    .first()
                    .click();
            keeper.sees("bigroom.weeks").look("big-room-weeks");
            keeper.page().locator("input[name^=came-]").first().fill("They were glad");
            keeper.press("bigroom.done").sees("bigroom.is-done").look("big-room-done");
        }
    }

    /** Something is measured, and something has changed in it. */
    static void measured(Visitor keeper, String here) {
        keeper.go(here + "/measures/new").write("measure.name", "Days people wait to go home");
        keeper.write("measure.meaning", "From ready to home, in days").write("measure.unit", "days");
        keeper.write("measure.source", "Our list, every Friday");
        keeper.choose("measure.better.decrease");
        keeper.choose("measure.serves.people");
        keeper.choose("measure.mode.improvement");
        keeper.press("measure.keep").sees("measure.is-begun").follow("measure.bring");
        int[] figures = {52, 48, 55, 50, 47, 53, 49, 51, 46, 54, 50, 52, 44, 43, 42, 41, 40, 39, 41, 40};
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < figures.length; i++) {
            rows.append(LocalDate.of(2026, 1, 5).plusWeeks(i))
                    .append('\t')
                    .append(figures[i])
                    .append('\n');
        }
        keeper.write("measure.figures.paste", rows.toString())
                .press("measure.bring.do")
                .sees("measure.written");
    }

    private static void follows(Visitor wall, String step) {
        Locator now = wall.page().locator("#now");
        String sentence = step.equals("check-out") ? "step.check-out" : "step.big-room." + step;
        assertThat(now).containsText(wall.say(sentence), patient());
    }

    private static ContainsTextOptions patient() {
        return new ContainsTextOptions().setTimeout(20_000);
    }
}
