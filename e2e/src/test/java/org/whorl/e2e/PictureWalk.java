package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Somebody who does not model moves the model, questions a number, and reads a proposal as the one who pays for it. */
class PictureWalk {

    private static final String EXAMPLE = "/p/cwm-taf-morgannwg";

    /** Working out how sure an answer is takes a second; on a busy machine, many. */
    private static final double PATIENT = 60_000;

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "PHONE, CY", "DESK, EN", "DESK, CY"})
    void movingANumber(Device device, Language language) {
        try (Visitor guest = new Visitor(device, language)) {
            guest.go(EXAMPLE + "/picture").sees("picture.intro").look("picture");
            Locator slider = guest.page().locator("input[type=range]").nth(1);
            slider.focus();
            for (int i = 0; i < 12; i++) {
                guest.page().keyboard().press("ArrowLeft");
            }
            Locator change = guest.page().locator("#lead .whorl-lead__change");
            assertThat(change).containsText(Pattern.compile("[+−]"), patient());
            assertThat(guest.page().locator("[data-sure]")).hasCount(0, new HasCountOptions().setTimeout(PATIENT));
            assertThat(guest.page().url())
                    .as("what was moved can be sent to somebody")
                    .contains("?v.services.");
            guest.sees("picture.what-changed").look("picture-moved");
            String there = guest.page().url();

            guest.follow("other-language");
            guest.reads(language.other());
            assertThat(guest.page().url())
                    .as("and stays through the other language")
                    .contains("v.services.");
            assertThat(guest.page().locator("#changes li").first().innerText()).isNotBlank();
            guest.page().navigate(there.replaceFirst("&lang=[a-z]*", "") + "&lang=" + language.code());
            guest.reads(language);

            Locator box =
                    guest.page().locator("[data-knob] input:not([type=range])").first();
            box.fill("twelve");
            assertThat(guest.page().locator("#wrong")).containsText("twelve", patient());
            guest.look("picture-wrong");
        }
    }

    /** Three sliders moved fast: what changed is said of all three, and the page never asks twice at once. */
    @Test
    void threeSlidersAreAskedAboutOneAtATime() throws IOException {
        try (Visitor guest = new Visitor(Device.DESK, Language.EN)) {
            guest.page().addInitScript("""
                    window.longest = [];
                    new PerformanceObserver((list) => list.getEntries().forEach((task) => longest.push(task.duration)))
                      .observe({ type: "longtask", buffered: true });""");
            AtomicInteger asking = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            guest.page().onRequest(request -> {
                if (isMove(request)) {
                    most.accumulateAndGet(asking.incrementAndGet(), Math::max);
                }
            });
            guest.page().onRequestFinished(request -> asking.addAndGet(isMove(request) ? -1 : 0));
            guest.page().onRequestFailed(request -> asking.addAndGet(isMove(request) ? -1 : 0));
            guest.go(EXAMPLE + "/picture");
            for (int slider = 0; slider < 3; slider++) {
                guest.page().locator("input[type=range]").nth(slider).focus();
                for (int i = 0; i < 15; i++) {
                    guest.page().keyboard().press(slider == 1 ? "ArrowLeft" : "ArrowRight");
                }
            }
            assertThat(guest.page().locator("#changes li")).hasCount(3, new HasCountOptions().setTimeout(PATIENT));
            assertThat(guest.page().locator("#sureness")).containsText("95 in 100", patient());
            assertThat(most).hasValue(1);
            guest.look("three-sliders");
            // To be looked at, not tested: how long it takes hangs on the machine.
            Files.writeString(
                    House.screens().resolve("long-tasks.txt"),
                    String.valueOf(guest.page().evaluate("longest")));
        }
    }

    private static boolean isMove(Request request) {
        return request.url().contains("/answer?") && !request.url().contains("sure=");
    }

    @Test
    void aChartIsReadWithTheKeyboard() {
        try (Visitor guest = new Visitor(Device.DESK, Language.EN)) {
            guest.go(EXAMPLE + "/picture");
            // One with several marks: a line without bands is one mark, and its table has the days.
            Locator chart = guest.page()
                    .locator("[data-reads]:visible")
                    .filter(new Locator.FilterOptions()
                            .setHas(guest.page().locator("svg title").nth(2)))
                    .first();
            chart.focus();
            guest.page().keyboard().press("ArrowRight");
            assertThat(chart.locator(".w-told").innerText()).isNotBlank();
            String first = chart.locator(".w-told").innerText();
            guest.page().keyboard().press("End");
            assertThat(chart.locator(".w-told").innerText()).isNotEqualTo(first);
            guest.page().keyboard().press("Escape");
            assertThat(chart.locator(".w-told").innerText()).isEmpty();
        }
    }

    @Test
    void withoutScriptTheBoxesAndTheButtonDoTheSame() {
        try (Visitor plain = new Visitor(Device.PHONE, Language.CY, Device.PHONE.open(Language.CY, false))) {
            plain.go(EXAMPLE + "/picture");
            assertThat(plain.page().locator("input[type=range]").count()).isZero();
            plain.page().locator("[data-knob] input").nth(1).fill("2000");
            plain.press("picture.ask").sees("picture.what-changed").picture("without-script-picture");
        }
    }

    @ParameterizedTest
    @CsvSource({"PHONE, CY", "DESK, EN"})
    void aNumberOpensAndAProposalIsReadByTheOneWhoPays(Device device, Language language) {
        try (Visitor guest = new Visitor(device, language)) {
            guest.go(EXAMPLE + "/picture").follow("models.numbers").look("numbers");
            guest.page().locator("details summary").nth(2).click();
            guest.page().locator("details[open] th a").first().click();
            guest.sees("numbers.history").look("number");
            guest.go(EXAMPLE + "/picture")
                    .follow("models.versions")
                    .sees("sign.nobody")
                    .look("versions");
            guest.go(EXAMPLE + "/shifts").look("shifts");
            guest.page().locator("#options a").first().click();
            guest.sees("shift.what-moves").look("shift");
            guest.page().locator("#ledger th a").nth(2).click();
            guest.sees("shift.gives").look("shift-partner");
            guest.page().goBack();
            guest.follow("shift.board").sees("board.asked").look("board");
        }
    }

    private static ContainsTextOptions patient() {
        return new ContainsTextOptions().setTimeout(PATIENT);
    }
}
