package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.server.design.Language;

/** The same pages on paper, in the dark, and on a wall. */
class LooksWalk {

    private static final String EXAMPLE = "/p/cwm-taf-morgannwg";

    @ParameterizedTest
    @ValueSource(strings = {"", "/plan"})
    void onPaperTheContentStaysAndTheButtonsGo(String path) {
        try (Visitor guest = new Visitor(Device.DESK, Language.CY)) {
            guest.go(EXAMPLE + path);
            Page page = guest.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(794, 1123);
            guest.picture("paper" + path.replace('/', '-'));
            for (String gone : List.of(".whorl-header__tools", ".whorl-nav__list", "main .nhsuk-button")) {
                assertThat(page.locator(gone + " >> visible=true").count())
                        .as(gone)
                        .isZero();
            }
            assertThat(page.locator("h1").isVisible()).isTrue();
            assertThat(page.locator("table").last().isVisible()).isTrue();
            // What is folded away on a screen is said on paper.
            for (var folded : page.locator("details p").all()) {
                assertThat(folded.isVisible()).isTrue();
            }
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .isLessThanOrEqualTo(794);
            page.pdf(new Page.PdfOptions()
                    .setFormat("A4")
                    .setPath(House.screens().resolve("paper" + path.replace('/', '-') + ".pdf")));
        }
    }

    @Test
    void lightAndDarkFollowTheReader() {
        try (Visitor guest = new Visitor(Device.DESK, Language.EN)) {
            guest.go(EXAMPLE);
            String light = (String) guest.page().evaluate("getComputedStyle(document.body).backgroundColor");
            guest.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(guest.page().evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isNotEqualTo(light);
            guest.look("dark-spiral")
                    .go(EXAMPLE + "/plan")
                    .look("dark-plan")
                    .go("/")
                    .look("dark-front");
        }
    }

    @Test
    void onAWallWordsAreReadFromTheBackOfTheRoom() {
        try (Visitor guest = new Visitor(Device.PROJECTOR, Language.CY)) {
            guest.go(EXAMPLE).look("wall-spiral");
            assertThat(number(guest.page(), "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"))
                    .isGreaterThanOrEqualTo(48);
            // A line of text is never longer than an eye can follow back.
            assertThat(number(guest.page(), """
                    Math.max(...[...document.querySelectorAll('main p')].map((p) =>
                        p.getBoundingClientRect().width / parseFloat(getComputedStyle(p).fontSize)))""")).isLessThanOrEqualTo(46);
            guest.go(EXAMPLE + "/plan").look("wall-plan");
        }
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }
}
