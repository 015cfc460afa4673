package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Telling on a telephone that has lost its signal: sent once and no more, after a reload and a closed tab. */
class NoSignalWalk {

    @ParameterizedTest
    @CsvSource({"EN", "CY"})
    void whatIsToldWithoutASignalIsSentOnce(Language language) {
        String link = link();
        BrowserContext telephone = Device.PHONE.open(language, true);
        List<String> sent = new ArrayList<>();
        telephone.onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.add(request.url());
            }
        });
        try (Visitor carys = new Visitor(Device.PHONE, language, telephone)) {
            carys.go(link);
            carys.page().waitForSelector("html[data-remembered]");
            telephone.setOffline(true);
            carys.page().reload();
            look(carys.sees("sheet.what"), "sheet");
            look(carys.press("tell.send").sees("sheet.missing"), "sheet-missing");
            carys.choose("tell.kind.story");
            carys.page().fill("#words", "Told in a valley");
            carys.choose("tell.teller.typed");
            carys.choose("tell.age.adult");
            carys.page().selectOption("#where", new SelectOption().setIndex(1));
            carys.choose("tell.name.none");
            look(carys.press("tell.send").sees("outbox.kept"), "outbox-kept");
            String code = carys.page().locator("#outbox code").innerText();
            carys.page().reload();
            carys.sees("outbox.kept").reads(code);
            carys.page().close();
            Page again = telephone.newPage();
            again.navigate(link);
            again.waitForSelector("#outbox:not([hidden])");
            assertThat(sent).isEmpty();
            telephone.setOffline(false);
            again.waitForFunction(
                    "sent => document.querySelector('#outbox').innerText.includes(sent)", carys.say("outbox.sent"));
            again.reload();
            again.waitForFunction(
                    "sent => document.querySelector('#outbox').innerText.includes(sent)", carys.say("outbox.sent"));
            assertThat(sent).as("sent once").hasSize(1);
            try (Visitor own = new Visitor(Device.PHONE, language)) {
                own.go("/t/mine/" + code).reads("Told in a valley").look("mine-from-sheet");
            }
        }
    }

    /** There is a signal again, but the server is down, and the tab is killed; then the server's answer is lost on the way. */
    @ParameterizedTest
    @CsvSource({"EN", "CY"})
    void whatIsToldOutlivesAKilledTabAKilledServerAndALostAnswer(Language language) {
        String link = link();
        BrowserContext telephone = Device.PHONE.open(language, true);
        try (Visitor carys = new Visitor(Device.PHONE, language, telephone)) {
            carys.go(link);
            carys.page().waitForSelector("html[data-remembered]");
            telephone.setOffline(true);
            carys.page().reload();
            carys.sees("sheet.what");
            carys.choose("tell.kind.story");
            carys.page().fill("#words", "Told before the tab was killed");
            carys.choose("tell.teller.own");
            carys.choose("tell.age.adult");
            carys.page().selectOption("#where", new SelectOption().setIndex(1));
            carys.choose("tell.name.none");
            carys.press("tell.send").sees("outbox.kept");
            String code = carys.page().locator("#outbox code").innerText();

            Page[] again = new Page[1];
            House.killed(() -> {
                telephone.setOffline(false);
                carys.sees("outbox.kept");
                kill(carys.page());
                again[0] = opened(telephone, link);
                outboxSays(again[0], carys.say("outbox.kept"));
            });
            Page tab = again[0];
            List<String> arrived = new ArrayList<>();
            tab.route("**" + link, route -> {
                boolean sent = route.request().method().equals("POST");
                if (sent && arrived.isEmpty()) {
                    arrived.add(route.fetch().text());
                    route.abort();
                } else {
                    route.resume();
                }
            });
            tab.reload();
            tab.waitForCondition(() -> !arrived.isEmpty());
            assertThat(arrived.getFirst())
                    .as("it has arrived, and nobody here knows")
                    .contains(code);
            outboxSays(tab, carys.say("outbox.kept"));
            tab.reload();
            outboxSays(tab, carys.say("outbox.sent"));
            assertThat(tab.locator("#outbox code").allInnerTexts()).containsExactly(code);
            try (Visitor own = new Visitor(Device.PHONE, language)) {
                own.go("/t/mine/" + code).reads("Told before the tab was killed");
            }
        }
    }

    private static void kill(Page tab) {
        try {
            tab.navigate("chrome://crash");
        } catch (PlaywrightException _) {
            // it is dead
        }
    }

    /** As people do: whoever waits too long for a page, or sees it fail, closes it and opens it once more. */
    private static Page opened(BrowserContext telephone, String link) {
        Page page = telephone.newPage();
        try {
            page.navigate(link, new Page.NavigateOptions().setTimeout(10_000));
        } catch (PlaywrightException _) {
            page.close();
            page = telephone.newPage();
            page.navigate(link);
        }
        return page;
    }

    private static void outboxSays(Page page, String words) {
        page.waitForFunction("words => document.querySelector('#outbox').innerText.includes(words)", words);
    }

    /** The signal goes while somebody is in the middle: what they have said so far stands on the sheet. */
    @ParameterizedTest
    @CsvSource({"EN"})
    void whatWasSaidBeforeTheSignalWentIsNotLost(Language language) {
        try (Visitor dev = new Visitor(Device.PHONE, language)) {
            dev.go(link());
            dev.page().waitForSelector("html[data-remembered]");
            dev.choose("tell.kind.story").press("tell.next");
            dev.context().setOffline(true);
            dev.write("tell.short.strength", "Eirlys next door").press("tell.next");
            dev.sees("sheet.what");
            PlaywrightAssertions.assertThat(dev.page().locator("#strength")).hasValue("Eirlys next door");
            assertThat(dev.page().isChecked("#kind")).isTrue();
        }
    }

    private static String link() {
        try (Visitor facilitator = Who.FACILITATOR.at(Device.DESK, Language.EN)) {
            facilitator
                    .go("/p/" + Who.slug() + "/telling")
                    .press("telling.make")
                    .sees("telling.one.what");
            return facilitator.page().locator("#link code").innerText();
        }
    }

    /** That nothing could be fetched is what the console says without a signal, at any moment. */
    private static void look(Visitor visitor, String name) {
        visitor.picture(name);
        assertThat(((Number) visitor.page().evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(Device.PHONE.width());
        assertThat(Axe.look(visitor.page())).as("axe on %s", name).isEmpty();
        assertThat(visitor.complaints()).allMatch(complaint -> complaint.contains("ERR_INTERNET_DISCONNECTED"));
    }
}
