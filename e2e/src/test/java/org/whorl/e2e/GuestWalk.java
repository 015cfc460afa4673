package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Somebody comes by for the first time, has no account, and looks at the example. */
class GuestWalk {

    private static final String EXAMPLE = "/p/cwm-taf-morgannwg";

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "PHONE, CY", "DESK, EN", "DESK, CY", "ZOOMED, CY", "PROJECTOR, EN"})
    void aFirstVisit(Device device, Language language) {
        try (Visitor guest = new Visitor(device, language)) {
            guest.go("/").look("front");
            if (device != Device.ZOOMED) {
                // What is this, and what can I do next: before anything is scrolled.
                guest.atFirstSight(guest.page().locator("h1"));
                guest.atFirstSight(guest.link("front.example", "Cwm Taf Morgannwg"));
            }
            guest.follow("front.example", "Cwm Taf Morgannwg").isAt(EXAMPLE).sees("example.note");
            if (device != Device.ZOOMED) {
                // Where are we, and what is next.
                guest.atFirstSight(guest.page().locator("h1"));
                guest.atFirstSight(guest.page().locator("#where"));
            }
            guest.look("spiral");
            assertThat(guest.page().locator("main form").count())
                    .as("a guest is not asked to do anything")
                    .isZero();
            guest.follow("next.look.button")
                    .isAt(EXAMPLE + "/plan")
                    .sees("plan.gaps")
                    .look("plan");
            guest.follow("nav.asks").isAt(EXAMPLE + "/asks").look("asks");
            guest.follow("nav.home")
                    .page()
                    .locator("a[href*='/spirals/']")
                    .first()
                    .click();
            guest.look("child-spiral");
            guest.follow("footer.privacy")
                    .look("privacy")
                    .follow("footer.accessibility")
                    .look("accessibility");
        }
    }

    @Test
    void theLanguageChangesOnThePageAndIsRemembered() {
        try (Visitor guest = new Visitor(Device.PHONE, Language.EN)) {
            guest.go(EXAMPLE + "/plan").follow("other-language");
            guest.reads(Language.CY).isAt(EXAMPLE + "/plan").sees("plan.heading");
            guest.go("/").sees("front.what").go(EXAMPLE).sees("home.scope");
        }
    }

    @Test
    void everythingIsReadWithoutScript() {
        try (Visitor plain = new Visitor(Device.PHONE, Language.CY, Device.PHONE.open(Language.CY, false))) {
            plain.go("/").picture("without-script-front");
            plain.follow("front.example", "Cwm Taf Morgannwg").isAt(EXAMPLE).picture("without-script-spiral");
            assertThat(plain.page().locator("table").last().locator("tbody tr").count())
                    .isEqualTo(3);
            plain.page().getByText(plain.say("turn.learned", 2)).click();
            plain.sees("turn.joined");
            plain.follow("nav.plan").sees("plan.gaps").picture("without-script-plan");
        }
    }
}
