package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** A question is asked, a teller puts their story between its ends with the keyboard alone, and a group looks at its plan. */
class TriadWalk {

    @ParameterizedTest
    @CsvSource({"PHONE, CY", "DESK, EN"})
    void aStoryIsPlacedByKeyboardAndAPlanIsWeighed(Device device, Language language) {
        String here = "/p/" + Who.slug();
        String link;
        try (Visitor facilitator = Who.FACILITATOR.at(device, language)) {
            facilitator.go(here + "/patterns").follow("triads.title").look("triads");
            facilitator.follow("triad.new.triad").look("triad-new").press("triad.ask");
            facilitator.sees("triad.asked").look("triads-asked");
            facilitator.page().locator("main h2 a").first().click();
            facilitator.sees("triads.few").look("triad-none").follow("triad.change");
            facilitator.look("triad-change");
            link = link(facilitator, here);
        }
        try (Visitor teller = new Visitor(device, language)) {
            tell(teller, link);
            teller.sees("place.link.what").look("sent-place").follow("place.link");
            teller.look("place");
            teller.tabTo(teller.say("place.pad.triad")).key("ArrowUp").key("ArrowUp");
            teller.key("ArrowRight").key("ArrowRight").look("place-moved");
            PlaywrightAssertions.assertThat(teller.page().locator("#part-1"))
                    .not()
                    .hasValue("");
            int[] parts = new int[3];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = Integer.parseInt(
                        teller.page().locator("#part-" + (i + 1)).inputValue());
            }
            assertThat(parts[0] + parts[1] + parts[2]).isEqualTo(100);
            assertThat(parts[2]).isGreaterThan(parts[1]).isGreaterThan(parts[0]);
            assertThat(parts[1]).isGreaterThan(parts[0]);
            teller.tabTo(teller.say("place.save")).key("Enter");
            teller.sees("placed.title").reads(parts[2] + "%").look("placed");
            teller.follow("placed.change");
            // Typed, the mark follows the numbers.
            teller.page().locator("#part-1").fill("100");
            teller.page().locator("#part-2").fill("0");
            teller.page().locator("#part-3").fill("0");
            assertThat(teller.page().locator("[data-place] circle").getAttribute("cx"))
                    .isEqualTo("20");
            teller.press("place.save").reads("100%").follow("placed.all");
            teller.sees("place.said").look("place-all");
            teller.page().locator("#said button").first().click();
            teller.sees("place.taken-back");
        }
        try (Visitor member = Who.MEMBER.at(device, language)) {
            member.go(here + "/plan").follow("balance.link").look("balance");
            member.write("balance.services.ask", "80");
            member.page()
                    .getByLabel(member.say("balance.together"), new Page.GetByLabelOptions().setExact(true))
                    .check();
            member.press("balance.save").sees("balance.services.leans.first").look("balance-said");
            member.follow("balances.title").look("balances");
        }
    }

    /** Twenty who have told something are seen together, once a trained person has read what each told. */
    @Test
    void twentyMarksAreAPicture() {
        String here;
        String link;
        try (Visitor keeper = Keeper.at(Device.DESK, Language.EN)) {
            here = "/p/" + Keeper.open(keeper, "Marks");
            keeper.go(here + "/patterns/triads/new").press("triad.ask").sees("triad.asked");
            link = link(keeper, here);
        }
        String[] codes = new String[20];
        try (Visitor teller = new Visitor(Device.DESK, Language.EN)) {
            for (int i = 0; i < codes.length; i++) {
                codes[i] = send(teller, link, i % 2 == 0 ? "en" : "cy");
            }
        }
        try (Visitor carer = new Visitor(Device.DESK, Language.EN)) {
            carer.passkeys();
            carer.go(Keeper.invite(here.substring(3), "story-carer")).follow("way.passkey.button");
            carer.write("name.label", "Sian").press("passkey.make").isAt("/account/codes");
            carer.go(here + "/care")
                    .write(
                            "care.trained",
                            LocalDate.now(ZoneId.of("Europe/London")).toString());
            carer.choose("care.today").press("care.save").sees("saved");
            for (int i = 0; i < codes.length; i++) {
                carer.go(here + "/care")
                        .page()
                        .locator("#waiting button")
                        .last()
                        .click();
                carer.choose("care.outcome.no-concern").press("care.save").sees("care.decide.again");
            }
        }
        try (Visitor teller = new Visitor(Device.DESK, Language.EN)) {
            for (int i = 0; i < codes.length; i++) {
                teller.go("/t/mine/" + codes[i] + "/place");
                teller.page().locator("#part-1").fill(Integer.toString(i % 2 == 0 ? 60 + i : 12 + i));
                teller.page().locator("#part-2").fill(Integer.toString(i % 2 == 0 ? 5 + i / 3 : 50 - i));
                teller.page().locator("#part-3").fill(Integer.toString(10 + i));
                teller.press("place.save").sees("placed.title");
            }
        }
        for (Language language : Language.values()) {
            try (Visitor keeper = Keeper.at(language == Language.EN ? Device.DESK : Device.PHONE, language)) {
                keeper.go(here + "/patterns/triads")
                        .page()
                        .locator("main h2 a")
                        .first()
                        .click();
                keeper.sees("triads.by.language").look("triad-marks");
                assertThat(keeper.page().locator(".w-mark").count()).isEqualTo(2 * codes.length);
            }
        }
    }

    private static String link(Visitor facilitator, String here) {
        facilitator.go(here + "/telling").press("telling.make").sees("telling.one.what");
        return facilitator.page().locator("#link code").innerText();
    }

    private static String send(Visitor teller, String link, String language) {
        teller.go(link);
        APIResponse sent = teller.page()
                .request()
                .post(
                        teller.page().url(),
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set(
                                                "_csrf",
                                                teller.page()
                                                        .locator("input[name=_csrf]")
                                                        .first()
                                                        .inputValue())
                                        .set("step", "check")
                                        .set("kind", "story")
                                        .set("words", "Somebody sat with him.")
                                        .set("words-in", language)
                                        .set("teller", "own")
                                        .set("age", "adult")
                                        .set("where", "wales")
                                        .set("name-choice", "none")
                                        .set("answer", "en")));
        Matcher code = Pattern.compile("<code id=\"code\">([0-9a-z-]+)</code>").matcher(sent.text());
        assertThat(code.find()).as(sent.text()).isTrue();
        return code.group(1);
    }

    private static void tell(Visitor teller, String path) {
        teller.go(path);
        teller.choose("tell.kind.story").press("tell.next").press("tell.next");
        teller.write("tell.short.words", "Somebody sat with him").press("tell.next");
        teller.choose("tell.teller.own").press("tell.next");
        teller.choose("tell.age.adult").press("tell.next");
        teller.page().selectOption("#where", new SelectOption().setIndex(1));
        teller.press("tell.next").press("tell.next");
        teller.choose("tell.name.none").press("tell.next").press("tell.next");
        teller.press("tell.send").sees("sent.title");
    }
}
