package org.whorl.e2e;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Somebody writes to the one they trust, is answered, agrees that it becomes an ask, and takes the rest back. */
class ConfidedWalk {

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void oneWritesAndOneAnswers(Device device, Language language) {
        try (Visitor keeper = Keeper.at(device, language)) {
            String here = "/p/" + Keeper.open(keeper, "Confided " + device.key());
            keeper.go(here + "/spirals/new").start("Who eats alone?", "All");
            keeper.go(here + "/help").sees("help.none").look("help-none");
            keeper.go(here + "/help/heard").sees("heard.not-yet").look("heard-not-yet");
            keeper.go(here + "/help/trusted").press("save").sees("trusted.sentence.blank");
            keeper.write("trusted.sentence", "Bûm yn ofalwr fy hun").look("trusted");
            keeper.press("save").sees("saved", "heard.none").look("heard-none");

            keeper.go(here + "/help").press("help.send").sees("help.whom.blank", "help.words.blank");
            keeper.page().locator("input[name=whom]").first().check();
            keeper.write("help.words", "I cannot lift my mother any more").look("help");
            keeper.press("help.send").sees("help.sent").look("help-sent");
            String own = keeper.page().getAttribute("#own", "href");
            keeper.go(own).sees("help.you-wrote").look("help-mine");

            keeper.go(here + "/help/heard").reads("I cannot lift my mother").look("heard");
            keeper.page().locator("textarea[name=answer]").fill("Shall I come on Tuesday?");
            keeper.press("heard.answer.send").sees("heard.answered");
            keeper.page().locator("summary").first().click();
            keeper.page().locator("textarea[name=ask]").fill("Who can show a carer how to lift safely?");
            keeper.look("heard-offer").press("heard.offer.send").sees("heard.offered");

            keeper.go(own).reads("Shall I come on Tuesday?").look("help-agree");
            keeper.press("help.ask.yes").sees("help.agreed");
            keeper.go(here + "/help/heard").sees("heard.agreed").look("heard-agreed");
            keeper.page().locator("input[name=minutes]").fill("30");
            keeper.press("ask.button").sees("ask.done", "match.title").look("help-asked");
            keeper.go(own).press("help.withdraw").sees("help.withdrawn").look("help-code");
            keeper.go(here + "/help/heard").sees("heard.none");
        }
    }
}
