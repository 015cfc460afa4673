package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** A finding is begun from the picture, refused while no action is named, published, and printed. */
class FindingWalk {

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void aFindingEndsInAnAction(Device device, Language language) {
        try (Visitor keeper = Keeper.at(device, language)) {
            String here = "/p/" + Keeper.open(keeper, "Finding " + device.key());
            keeper.go(here + "/findings").sees("findings.none").look("findings-none");
            keeper.go(here + "/picture/new")
                    .page()
                    .setInputFiles(
                            "#files",
                            Path.of(System.getProperty("whorl.root", ".."), "examples", "one-team", "model.yaml"));
            keeper.press("models.bring").sees("models.brought");
            keeper.button("finding.begin").first().click();
            keeper.sees("finding.origin").look("finding-new");
            keeper.write("finding.found", "One team is not enough in winter");
            keeper.press("finding.keep").sees("finding.before").look("finding-draft");
            keeper.press("finding.publish").sees("finding.missing.which").look("finding-refused");
            keeper.page()
                    .getByLabel(keeper.say("finding.known.partly"), new Page.GetByLabelOptions().setExact(true))
                    .check();
            keeper.write("finding.which", "A second team from November to February")
                    .write("finding.whom", "people who wait at home for a first visit")
                    .write("finding.place", "Rhondda")
                    .write("finding.effect", "shorter waits")
                    .write("finding.amount", "5 days less (3 to 8)")
                    .write("finding.effect-by", "2027-02-28")
                    .write("finding.measure", "days from asking to the first visit, each week")
                    .write("finding.measure-on", "2027-03-31");
            keeper.page().selectOption("#owner", new SelectOption().setIndex(1));
            keeper.press("finding.keep").sees("finding.kept").press("finding.publish");
            keeper.sees("finding.published").look("finding-published");
            keeper.go(here + "/findings").look("findings");
            assertThat(keeper.page().locator("article")).hasCount(1);
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            keeper.picture("findings-print");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            keeper.go(here + "/what-works?words=falls").sees("finding.begin").look("what-works-here");
        }
    }
}
