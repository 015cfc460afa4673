package org.whorl.e2e;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** What people agree to do differently in a turn, what came of it, and whether they dare more after it. */
class ConfidenceWalk {

    @ParameterizedTest
    @CsvSource({"PHONE, CY", "DESK, EN"})
    void whatWasAgreedIsLookedAtBeforeTheTurnEnds(Device device, Language language) {
        try (Visitor nia = Keeper.at(device, language)) {
            String home = "/p/" + Keeper.open(nia, "Agreed " + device + " " + language);
            nia.follow("empty.button").start("Pwy sy'n ffonio'n ôl?", "Pawb ar y stad");
            nia.follow("commitment.link").sees("commitment.none").look("commitments-none");
            nia.press("commitment.write").sees("commitment.words.blank").look("commitments-blank");
            agree(nia, "Rydyn ni'n ffonio'n ôl yr un diwrnod, hyd yn oed pan nad oes ateb eto");
            agree(nia, "Mae pob cyfarfod yn dechrau gyda stori o'r gymdogaeth");
            nia.look("commitments");
            nia.go(home).sees("commitment.title").look("home-with-commitments");
            nia.follow("turn.close").sees("commitment.unseen").look("close-unseen");
            nia.page().locator("#unseen a").first().click();
            nia.sees("commitment.look.what")
                    .press("save")
                    .sees("commitment.learnt.blank")
                    .look("commitment-review");
            nia.page().getByLabel(nia.say("commitment.is.partly")).check();
            nia.write("commitment.learnt", "Mae dydd Llun yn rhy llawn").press("save");
            nia.sees("commitment.looked").look("commitments-looked");
            nia.go(home).follow("turn.close");
            nia.write("close.learned", "Mae galwad yn helpu")
                    .write("close.joined", "Porthorion")
                    .write("close.matters", "Y nos")
                    .press("close.button")
                    .sees("close.done");
            nia.follow("commitment.link").look("commitments-next-turn");
            nia.go(home + "/learning").sees("learning.commitments").look("learning-kept");
        }
    }

    @ParameterizedTest
    @CsvSource({"PHONE, CY", "DESK, EN"})
    void anybodyAnswersByTheLinkOrTheCode(Device device, Language language) {
        try (Visitor nia = Keeper.at(device, language)) {
            String home = "/p/" + Keeper.open(nia, "Sure " + device + " " + language);
            nia.follow("empty.button").start("Pwy sy'n mentro?", "Pawb ar y stad");
            nia.go(home + "/learning").follow("confidence.link.page").sees("confidence.nothing");
            nia.look("confidence-none");
            nia.press("confidence.begin.before").sees("confidence.opened").look("confidence-open");
            String code = nia.page().locator("code").textContent();
            try (Visitor dai = new Visitor(device, language)) {
                dai.go("/c").look("sure-code");
                dai.write("vote.code", "wrong").press("vote.code.open").sees("sure.code.wrong");
                dai.write("vote.code", code)
                        .press("vote.code.open")
                        .sees("sure.title")
                        .look("sure");
                dai.press("sure.send").sees("sure.blank.daring").look("sure-blank");
                for (String each : new String[] {"heard", "trying", "daring"}) {
                    dai.page().locator("input[name=" + each + "][value='4']").check();
                }
                dai.press("sure.send").sees("sure.thanks.what").look("sure-thanks");
            }
            nia.press("pulse.close").sees("pulse.closed");
            nia.press("confidence.begin.after").press("pulse.close").sees("confidence.few");
            nia.look("confidence-few");
        }
    }

    private static void agree(Visitor nia, String what) {
        nia.write("commitment.words", what).write("commitment.by", "2031-03-01");
        nia.page().getByLabel(nia.say("commitment.owner")).selectOption(new SelectOption().setLabel("Nia"));
        nia.press("commitment.write").sees("commitment.written");
    }
}
