package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** A device that many use, one after the other: nothing of the last person is left on it. */
class KioskWalk {

    private static final String NOTHING_KEPT = """
            async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length
                + (await caches.keys()).length""";

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "PHONE, CY", "DESK, EN", "DESK, CY"})
    void whoeverWalksAwayIsForgotten(Device device, Language language) {
        String start = start();
        try (Visitor carys = new Visitor(device, language)) {
            carys.page().clock().install();
            carys.go(start).sees("tell.emergency").look("kiosk");
            // An untouched beginning waits without asking.
            carys.page().clock().runFor(90_000);
            assertThat(carys.page().locator("#still").isVisible()).isFalse();
            carys.choose("tell.kind.story").press("tell.next");
            carys.write("tell.short.strength", "half a secret");
            carys.page().clock().runFor(38_000);
            assertThat(carys.page().locator("#still").isVisible()).isFalse();
            carys.page().clock().runFor(2_500);
            carys.sees("kiosk.still").sees("kiosk.still.what").look("kiosk-still");
            assertThat(carys.focused()).isEqualTo(carys.say("kiosk.still.yes"));
            carys.page().clock().runFor(15_000);
            carys.key("Enter");
            PlaywrightAssertions.assertThat(carys.page().locator("#still")).isHidden();
            carys.page().clock().runFor(30_000);
            PlaywrightAssertions.assertThat(carys.page().locator("#strength")).hasValue("half a secret");
            carys.page().clock().runFor(12_000);
            carys.sees("kiosk.still");
            carys.page().clock().runFor(20_500);
            carys.sees("tell.emergency");
            isEmpty(carys);
            carys.page().goBack();
            isEmpty(carys);
        }
    }

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "DESK, CY"})
    void whoeverHasSentClearsTheScreen(Device device, Language language) {
        String start = start();
        try (Visitor carys = new Visitor(device, language)) {
            carys.go(start);
            carys.choose("tell.kind.story").press("tell.next").press("tell.next");
            carys.write("tell.short.words", "Told in a waiting room").press("tell.next");
            carys.choose("tell.teller.own").press("tell.next");
            carys.choose("tell.age.adult").press("tell.next");
            carys.page().selectOption("#where", new SelectOption().setIndex(1));
            carys.press("tell.next").press("tell.next");
            carys.choose("tell.name.none").press("tell.next").press("tell.next");
            carys.press("tell.send").sees("kiosk.keep").look("kiosk-sent");
            String code = carys.page().locator("#code").innerText();
            carys.follow("kiosk.have").sees("tell.emergency");
            isEmpty(carys);
            for (int i = 0; i < 3; i++) {
                carys.page().goBack();
                assertThat(carys.page().content()).doesNotContain(code).doesNotContain("Told in a waiting room");
            }
            try (Visitor own = new Visitor(device, language)) {
                own.go("/t/mine/" + code).reads("Told in a waiting room");
            }
        }
    }

    /** In the middle the language is changed, and it stays a device for everybody; without a network nothing is lost. */
    @Test
    void theLanguageChangesAndItStaysADeviceForEverybody() {
        String start = start();
        try (Visitor carys = new Visitor(Device.PHONE, Language.EN)) {
            carys.go(start);
            carys.choose("tell.kind.story").press("tell.next");
            carys.write("tell.short.strength", "Eirlys drws nesaf").press("other-language");
            carys.reads(Language.CY).sees("kiosk.clear").look("kiosk-other-language");
            PlaywrightAssertions.assertThat(carys.page().locator("#strength")).hasValue("Eirlys drws nesaf");
            carys.context().setOffline(true);
            carys.press("tell.next").sees("kiosk.no-signal");
            PlaywrightAssertions.assertThat(carys.page().locator("#strength")).hasValue("Eirlys drws nesaf");
            carys.context().setOffline(false);
            carys.follow("kiosk.clear").reads(Language.EN).sees("tell.emergency");
            isEmpty(carys);
        }
    }

    @Test
    void itIsClearedWithoutScriptToo() {
        String start = start();
        try (Visitor carys = new Visitor(Device.PHONE, Language.EN, Device.PHONE.open(Language.EN, false))) {
            carys.go(start);
            carys.choose("tell.kind.story").press("tell.next");
            carys.write("tell.short.strength", "half a secret")
                    .press("tell.next")
                    .sees("kiosk.clear");
            assertThat(carys.page()
                            .locator("noscript meta[http-equiv=refresh], meta[http-equiv=refresh]")
                            .first()
                            .getAttribute("content"))
                    .isEqualTo("300; url=" + start.replace(House.address(), ""));
            carys.follow("kiosk.clear").sees("tell.emergency");
            assertThat(carys.page().content()).doesNotContain("half a secret");
        }
    }

    private static void isEmpty(Visitor visitor) {
        Page page = visitor.page();
        page.waitForSelector(
                "input[name=step][value=kind]",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        assertThat(page.content()).doesNotContain("half a secret").doesNotContain("Eirlys drws nesaf");
        assertThat(page.locator("input:checked").count()).isZero();
        assertThat(((Number) page.evaluate(NOTHING_KEPT)).intValue()).isZero();
    }

    private static String start() {
        try (Visitor facilitator = Who.FACILITATOR.at(Device.DESK, Language.EN)) {
            facilitator
                    .go("/p/" + Who.slug() + "/telling")
                    .press("telling.make")
                    .sees("telling.kiosk.what");
            return facilitator.page().locator("#kiosk code").innerText();
        }
    }
}
