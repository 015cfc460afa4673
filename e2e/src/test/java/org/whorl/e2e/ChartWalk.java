package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Something is measured, twenty figures show a change, somebody tells what happened, and both stand on one page. */
class ChartWalk {

    private static final int[] FIGURES = {52, 48, 55, 50, 47, 53, 49, 51, 46, 54, 50, 52, 44, 43, 42, 41, 40, 39, 41, 40
    };

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void aChangeIsSeenAndItsStoryStandsBesideIt(Device device, Language language) {
        String here;
        String chart;
        try (Visitor keeper = Keeper.at(device, language)) {
            here = "/p/" + Keeper.open(keeper, "Measures " + device.key() + " " + language.code());
            keeper.go(here + "/measures").sees("measures.none").look("measures-none");
            keeper.go(here).follow("empty.button").start("Who waits to go home, and why?", "Everybody over 65");
            keeper.go(here + "/measures").follow("measure.new").look("measure-new");
            keeper.press("measure.keep").sees("measure.name.blank").look("measure-refused");
            keeper.write("measure.name", "Home visits a week").write("measure.meaning", "From ready to home, in days");
            keeper.write("measure.unit", "days").write("measure.source", "Our list, every Friday");
            keeper.choose("measure.better.decrease");
            keeper.choose("measure.serves.people");
            keeper.choose("measure.mode.improvement");
            keeper.press("measure.keep").sees("measure.outcome.blank").look("measure-contacts");
            keeper.write("measure.name", "Days people wait to go home").write("measure.target", "45");
            keeper.press("measure.keep").sees("measure.is-begun").look("measure-begun");
            chart = keeper.page().url().replaceFirst("[?#].*", "");
            keeper.follow("measure.bring").look("measure-bring");
            keeper.write("measure.figures.paste", "2026-01-05\tmany");
            keeper.press("measure.bring.do").look("measure-bring-wrong");
            keeper.write("measure.figures.paste", sheet());
            keeper.press("measure.bring.do").sees("measure.written").sees("measure.says.better-low");
            keeper.look("measure-chart");
            keeper.follow("measure.week").look("measure-week");
            keeper.page().fill("#value-0", "38");
            keeper.press("measure.write").sees("measure.written");
            keeper.follow("measure.rebase").look("measure-rebase");
            keeper.page().fill("#day", "2026-03-30");
            keeper.press("measure.rebase.do").sees("measure.why.blank").look("measure-rebase-refused");
            keeper.go(chart).sees("measure.rebases.none");
        }
        told(chart, here, device, language);
    }

    private static String sheet() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < FIGURES.length; i++) {
            rows.append(LocalDate.of(2026, 1, 5).plusWeeks(i))
                    .append('\t')
                    .append(FIGURES[i])
                    .append('\n');
        }
        return rows.toString();
    }

    /** On a telephone, in the language of the walk; read by a carer; agreed to; and beside the chart. */
    private static void told(String chart, String here, Device device, Language language) {
        open(here, language);
        String code;
        try (Visitor teller = Keeper.at(Device.PHONE, language)) {
            teller.go(chart).look("chart-on-phone");
            teller.page().locator("#asked a").first().click();
            teller.sees("tell.emergency").look("tell-at-point");
            code = tells(teller);
        }
        released(here, code, language);
        for (Device at : new Device[] {Device.PHONE, device}) {
            try (Visitor keeper = Keeper.at(at, language)) {
                keeper.go(chart).look("chart-and-story-" + at.key());
                assertThat(keeper.page().locator("#told")).containsText("Mam got up by herself");
                assertThat(keeper.page().locator("#told")).isVisible();
            }
        }
    }

    /** The page for everybody to tell is open from now on. */
    static void open(String here, Language language) {
        try (Visitor keeper = Keeper.at(Device.DESK, language)) {
            keeper.go(here + "/settings");
            keeper.page().locator("input[name=open]").check();
            keeper.press("save");
        }
    }

    /** Tells a story for the partnership on the page of telling, where the visitor is; its code. */
    static String tells(Visitor teller) {
        teller.choose("tell.kind.story").press("tell.next");
        teller.write("tell.short.strength", "Eirlys next door").press("tell.next");
        teller.write("tell.short.words", "The carer came every morning, and Mam got up by herself.");
        teller.press("tell.next");
        teller.choose("tell.teller.own").press("tell.next");
        teller.choose("tell.age.adult").press("tell.next");
        teller.page().selectOption("#where", new SelectOption().setIndex(1));
        teller.press("tell.next");
        teller.choose("tell.for.partnership").press("tell.next");
        teller.choose("tell.name.none").press("tell.next");
        teller.press("tell.next").press("tell.send").sees("sent.title");
        return teller.page().locator("#code").innerText();
    }

    /** Has it read by a carer, and agreed to by its teller. */
    static void released(String here, String code, Language language) {
        try (Visitor carer = new Visitor(Device.DESK, language)) {
            carer.passkeys();
            carer.go("/?lang=" + language.code());
            carer.go(Keeper.invite(here.substring(3), "story-carer")).follow("way.passkey.button");
            carer.write("name.label", "Sian").press("passkey.make").isAt("/account/codes");
            carer.go(here + "/care?lang=" + language.code());
            carer.write(
                    "care.trained", LocalDate.now(ZoneId.of("Europe/London")).toString());
            carer.choose("care.today").press("care.save").sees("saved");
            carer.page().locator("#waiting button").last().click();
            carer.choose("care.outcome.no-concern").press("care.save").sees("care.decide.again");
            carer.follow("care.edit");
            carer.press("care.words.next");
            carer.choose("care.neighbour.no").press("care.offer").sees("care.offered");
        }
        try (Visitor teller = new Visitor(Device.PHONE, language)) {
            teller.go("/t/mine/" + code);
            teller.choose("mine.text.yes").press("mine.text.send").sees("mine.state.released");
        }
    }
}
