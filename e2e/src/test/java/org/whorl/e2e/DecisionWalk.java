package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** A decision begins with what is wanted instead, is refused a board while a panel is empty, is made, packed and printed. */
class DecisionWalk {

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void aDecisionGetsToABoard(Device device, Language language) {
        try (Visitor keeper = Keeper.at(device, language)) {
            String here = "/p/" + Keeper.open(keeper, "Decision " + device.key());
            keeper.go(here + "/decisions").sees("decisions.none").look("decisions-none");
            keeper.follow("decision.new").look("decision-new");
            keeper.write("decision.question", "Ten more places of care at home?")
                    .press("decision.begin")
                    .sees("decision.missing.wanted")
                    .look("decision-refused");
            keeper.write("decision.wanted", "Nobody waits in hospital for care at home")
                    .press("decision.begin")
                    .sees("decision.begun")
                    .look("decision-begun");
            String page = keeper.page().url().replaceFirst("[?#].*", "");
            keeper.go(page + "/edit/what").look("decision-what");
            keeper.write("decision.decided", "Ten more places for twelve weeks")
                    .write("decision.rejected", "Open a ward: no staff for it")
                    .write("decision.took-part", "84");
            keeper.page().check("#rule");
            keeper.page().check("#level-3");
            keeper.press("save").sees("decision.kept");
            keeper.go(page + "/edit/risk").look("decision-risk");
            keeper.write("decision.risk-acting", "Rounds fall through when staff are ill")
                    .write("decision.risk-not-acting", "People lose strength on the ward")
                    .write("decision.safety-net", "go back to the old rounds within a week");
            keeper.page().check("#reversible");
            keeper.press("save").sees("decision.kept");
            keeper.go(page + "/board").sees("decision.not-whole").look("decision-not-whole");
            keeper.go(page + "/edit/ways").look("decision-ways");
            for (String way : List.of("long-term", "prevention", "integration", "collaboration", "involvement")) {
                keeper.page().fill("#" + way, "One sentence");
                keeper.page().fill("#" + way + "-evidence", "What it rests on");
            }
            keeper.page().fill("#horizon", "15");
            keeper.press("save").sees("decision.kept");
            keeper.go(page + "/edit/impact").look("decision-impact").press("save");
            keeper.go(page + "/edit/care").look("decision-care");
            keeper.page().selectOption("#owner", new SelectOption().setIndex(1));
            keeper.page()
                    .fill(
                            "#review-on",
                            LocalDate.now(ZoneId.of("Europe/London"))
                                    .plusDays(90)
                                    .toString());
            keeper.page().check("#domains-safe");
            keeper.press("save").sees("decision.kept").look("decision-whole");
            keeper.go(page + "/dissent").look("decision-dissent");
            keeper.write("decision.dissent.words", "Weekends are too thin")
                    .press("decision.dissent.keep")
                    .sees("decision.dissent.kept");
            keeper.go(page + "/people").look("decision-people");
            keeper.go(page).press("decision.make").sees("decision.made").look("decision-made");
            keeper.go(page + "/board")
                    .press("decision.pack.make")
                    .sees("decision.packed")
                    .look("decision-board");
            assertThat(keeper.page().locator("#packs li")).hasCount(2);
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            keeper.picture("decision-print");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            keeper.go(page + "/review").look("decision-review");
            keeper.go(here + "/decisions").look("decisions");
            keeper.go(here + "/decisions/year").look("decisions-year");
            keeper.go(here + "/responsibilities").sees("charge.mine").look("responsibilities");
        }
    }
}
