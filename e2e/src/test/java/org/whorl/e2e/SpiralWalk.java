package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** A partnership opens, starts a spiral, plans, and grows another from it. */
class SpiralWalk {

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "PHONE, CY", "DESK, EN", "DESK, CY"})
    void aSpiralStartsWithThreeFields(Device device, Language language) {
        try (Visitor nia = Keeper.at(device, language)) {
            String home = "/p/" + Keeper.open(nia, "Spiral " + device + " " + language);
            nia.sees("partnership.opened").look("empty").follow("empty.button").look("start");
            assertThat(nia.page()
                            .locator("#form input:visible, #form textarea, #form select")
                            .count())
                    .isEqualTo(3);
            nia.press("start.button").sees("start.question.blank").look("start-blank");
            PlaywrightAssertions.assertThat(nia.page().locator(".nhsuk-error-summary"))
                    .isFocused();
            nia.start("Pwy sy'n effro yn y nos, a pham?", "Pawb ar y stad").look("spiral-begun");

            nia.follow("next.plan.button").isAt(home + "/plan").look("plan-empty");
            nia.plan("Gwrando yn y caffi", 0, 1).plan("Edrych ar yr hyn a glywsom", 4, 5);
            nia.sees("plan.gaps").look("plan-with-a-gap");
            nia.go(home).follow("next.gap.button").plan("Sesiwn batrymau", 2, 3).sees("plan.whole");
            nia.look("plan-whole");

            nia.go(home).follow("next.ask.button").look("ask");
            nia.write("ask.what", "Allech chi eistedd yn y caffi ddydd Mawrth?").write("ask.minutes", "20");
            nia.press("ask.button").sees("ask.done").look("asks");

            nia.go(home).follow("taking-part.link").look("taking-part");
            nia.write("taking-part.people", "12")
                    .write("taking-part.how", "Yn y caffi")
                    .press("save")
                    .sees("saved");
            nia.follow("turn.close").look("close");
            nia.write("close.learned", "Mae'r nos yn hir")
                    .write("close.joined", "Pobydd")
                    .write("close.matters", "Boreau")
                    .press("close.button")
                    .sees("close.done");
            nia.look("second-turn");

            nia.follow("spiral.child").look("child").start("Beth sy'n helpu gofalwyr i gysgu?", "Gofalwyr");
            nia.sees("home.parent").look("child-begun");
            nia.go(home).sees("home.child");
        }
    }

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "DESK, CY"})
    void changingTheLanguageInMidFormLosesNothing(Device device, Language language) {
        try (Visitor nia = Keeper.at(device, language)) {
            String slug = Keeper.open(nia, "Words " + device + " " + language);
            nia.follow("empty.button").start("Beth sy'n bwysig yma?", "Pawb");
            nia.go("/p/" + slug + "/asks/new");
            nia.page().getByLabel(nia.say("ask.kind.place")).check();
            nia.write("ask.what", "Half a \"sentence\" <b> \u2013 ŵyr\nand a second line")
                    .write("ask.minutes", "45");
            nia.page()
                    .getByLabel(nia.say("ask.whom"), new Page.GetByLabelOptions().setExact(true))
                    .selectOption(new SelectOption().setLabel("Nia"));
            nia.write("ask.until", "2031-03-01");
            String before = typed(nia.page());
            nia.press("other-language").reads(language.other()).sees("ask.what").look("ask-half-written");
            assertThat(typed(nia.page())).isEqualTo(before);
            nia.press("other-language").reads(language).sees("ask.what");
            assertThat(typed(nia.page())).isEqualTo(before);
            nia.press("ask.button").sees("ask.done");
        }
    }

    @Test
    void twoPeopleWhoSaveTheSameLoseNothing() {
        try (Visitor nia = Keeper.at(Device.DESK, Language.EN);
                Visitor elsewhere = Keeper.at(Device.PHONE, Language.CY)) {
            String slug = Keeper.open(nia, "Two at once");
            nia.follow("empty.button").start("The first words", "All");
            nia.follow("scope.change");
            elsewhere.go("/p/" + slug).follow("scope.change");
            elsewhere
                    .write("start.question", "Geiriau'r llall")
                    .write("scope.why", "cliriach")
                    .press("save");
            elsewhere.sees("saved");
            nia.write("start.question", "My own words")
                    .write("scope.why", "shorter")
                    .press("save");
            nia.sees("conflict.title").reads("Geiriau'r llall").look("conflict");
            assertThat(nia.page()
                            .getByLabel(nia.say("start.question"), new Page.GetByLabelOptions().setExact(true))
                            .inputValue())
                    .isEqualTo("My own words");
            elsewhere.go("/p/" + slug).reads("Geiriau'r llall");
            nia.press("save").sees("saved").reads("My own words");
        }
    }

    @Test
    void formsWorkWithoutScript() {
        try (Visitor keeper = Keeper.at(Device.PHONE, Language.EN)) {
            String slug = Keeper.open(keeper, "No script");
            try (Visitor plain = new Visitor(
                    Device.PHONE,
                    Language.EN,
                    Device.PHONE.open(Language.EN, keeper.context().storageState(), false))) {
                plain.go("/p/" + slug).follow("empty.button");
                plain.write("start.population", "Everybody")
                        .press("start.button")
                        .sees("start.question.blank");
                plain.picture("without-script-blank");
                plain.start("Does it work on an old telephone?", "Everybody").picture("without-script-spiral");
                plain.plan("Try it", 0, 0).sees("plan.whole");
            }
        }
    }

    /** All that is in the form, as it would be sent. */
    private static String typed(Page page) {
        return (String) page.evaluate("""
                () => [...new FormData(document.querySelector('#form'))]
                    .filter(([name]) => !name.startsWith('_'))
                    .map(([name, value]) => name + '=' + value)
                    .join('&')""");
    }
}
