package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Somebody looks where need is highest, orders the table, sees the tiles; and asks how many places that takes. */
class PlacesWalk {

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void needIsSeenPlaceByPlace(Device device, Language language) {
        try (Visitor guest = new Visitor(device, language)) {
            guest.go("/p/cwm-taf-morgannwg/picture");
            guest.follow("need.title")
                    .follow("places.link")
                    .sees("places.highest")
                    .look("places");
            assertThat(guest.page().locator("#highest li")).hasCount(5);
            guest.follow("need.area").sees("places.table");
            guest.page().selectOption("#age", "85");
            guest.page().selectOption("#area", "merthyr-tydfil");
            guest.page().selectOption("#order", "fifth");
            guest.press("need.ask").sees("places.tiles").look("places-oldest");
            guest.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            guest.look("places-dark");
            guest.page()
                    .emulateMedia(new Page.EmulateMediaOptions()
                            .setColorScheme(ColorScheme.LIGHT)
                            .setMedia(Media.PRINT));
            guest.picture("places-print");
            guest.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            guest.page().fill("#q", "aberfan");
            guest.press("need.ask").look("places-one");
            guest.go("/p/cwm-taf-morgannwg/picture")
                    .follow("how-many.title")
                    .sees("how-many.why")
                    .look("how-many");
            guest.page().selectOption("#service", "home-care-rct");
            guest.press("need.ask").sees("how-many.cost.what").look("how-many-home-care");
        }
    }
}
