package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Something that is here is listed, checked, found by whoever asks, taken away as a file, and taken off the list. */
class AssetWalk {

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void whatIsHereIsListedAndFoundByWhoeverAsks(Device device, Language language) {
        try (Visitor keeper = Keeper.at(device, language)) {
            String here = "/p/" + Keeper.open(keeper, "Assets " + device.key());
            keeper.go(here + "/assets").sees("assets.none").look("assets-none");
            keeper.go(here + "/assets/new").look("asset-new");
            keeper.press("save")
                    .sees("asset.name.blank", "asset.consent-by.blank")
                    .look("asset-refused");
            keeper.write("asset.name-en", "Walking group")
                    .write("asset.name-cy", "Grŵp cerdded")
                    .write("asset.what-en", "Walks for people who get breathless")
                    .write("asset.what-cy", "Teithiau cerdded i bobl sy’n fyr eu hanadl")
                    .write("asset.consent-by", "Gwen");
            keeper.page().getByLabel(keeper.say("asset.how.written"), exactly()).check();
            keeper.page().getByLabel(keeper.say("give.time"), exactly()).check();
            keeper.page().getByLabel(keeper.say("day.SA"), exactly()).check();
            keeper.write("asset.opens", "10:00").write("asset.closes", "12:00");
            keeper.press("save").sees("asset.added", "asset.unchecked").look("asset-added");
            keeper.press("asset.check.button").sees("asset.checked").look("asset-checked");
            keeper.go(here + "/assets").look("assets");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            keeper.picture("assets-print");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

            keeper.go(here + "/offers").sees("offers.none");
            keeper.go(here + "/offers/new");
            keeper.page().getByLabel(keeper.say("give.room"), exactly()).check();
            keeper.write("offer.what", "The back room on Tuesday afternoons").look("offer-new");
            keeper.press("offer.button").sees("offer.done").look("offers");
            keeper.page()
                    .locator("a[href*='/offers/']:not([href*='new'])")
                    .first()
                    .click();
            keeper.sees("offer.change").look("offer-change");
            keeper.go(here + "/my-strengths").look("my-strengths");

            keeper.go(here + "/spirals/new");
            keeper.start("Who walks with whom?", "All");
            keeper.go(here + "/asks/new")
                    .write("ask.what", "Walks on Saturday, dydd Sadwrn: who comes along?")
                    .write("ask.minutes", "60")
                    .press("ask.button")
                    .sees("ask.done", "match.title")
                    .look("matches");
            assertThat(keeper.page().locator("article").first()).containsText(keeper.say("give.time"));

            keeper.go(here + "/assets/import").look("asset-import");
            keeper.page().setInputFiles("#files", Path.of("pom.xml"));
            keeper.write("asset.consent-by", "Gwen").press("assets.import").sees("import.not-json");

            keeper.go(here + "/assets");
            keeper.page().locator("article a").first().click();
            keeper.page().locator("a[href$='/edit']").click();
            keeper.sees("asset.change").look("asset-change").page().goBack();
            keeper.page().locator("a[href$='/take-back']").click();
            keeper.sees("asset.take-back.what").look("asset-take-back");
            keeper.press("asset.take-back.button").sees("asset.taken-back", "assets.none");
        }
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
