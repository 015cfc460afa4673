package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** A question is asked, people vote on a phone without a login, and a conversation of forty is worked out. */
class OpinionsWalk {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void peopleVoteAndSeeWhatAllAgreeOn(Device device, Language language) throws IOException {
        try (Visitor keeper = Keeper.at(device, language)) {
            String here = "/p/" + Keeper.open(keeper, "Opinions " + device.key());
            keeper.go(here + "/patterns/opinions/new")
                    .sees("opinions.no-spiral")
                    .look("opinions-no-spiral");
            keeper.go(here + "/spirals/new").start("Who waits at night?", "All");
            keeper.go(here + "/patterns/opinions").sees("opinions.none").look("opinions-none");
            keeper.follow("opinions.new").look("opinions-new");
            keeper.press("opinions.new.button").sees("opinions.question.blank", "opinions.spiral.blank");
            keeper.write("opinions.question.en", "What helps at night?")
                    .write("opinions.question.cy", "Beth sy’n helpu gyda’r nos?");
            keeper.page()
                    .locator("#spiral")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            keeper.press("opinions.new.button")
                    .sees("opinions.opened", "statements.none")
                    .look("statements-none");
            for (String words : new String[] {"Somebody should come at night", "One number is enough"}) {
                keeper.write("statement.words", words).press("statement.say").sees("statement.said");
            }
            for (int i = 0; i < 2; i++) {
                keeper.page().locator("article details summary").nth(i).click();
                keeper.page().locator("button[value=accepted]").nth(i).click();
                keeper.sees("statement.judged.accepted");
            }
            keeper.look("statements");
            keeper.follow("opinions.back")
                    .sees("opinions.not-yet", "opinions.too-few")
                    .look("opinions-open");
            keeper.press("opinions.take-away")
                    .sees("refusal.title", "opinions.too-few")
                    .look("opinions-refused");
            String link = keeper.page().locator("a[href^='/v/']").first().getAttribute("href");

            try (Visitor voter = new Visitor(device, language)) {
                voter.go(link + "?lang=" + language.code()).look("vote");
                // By keyboard alone.
                voter.tabTo(voter.say("vote.agree")).key("Enter");
                voter.press("vote.pass")
                        .sees("vote.done.title", "vote.no-result")
                        .look("vote-done");
                voter.page().locator("#mine a").first().click();
                voter.press("vote.disagree").sees("vote.changed");
                voter.write("vote.why", "Because of my father")
                        .press("vote.done.send")
                        .sees("vote.thanks");
                voter.follow("vote.suggest").look("vote-suggest");
                voter.write("statement.words", "Ask the night nurses")
                        .press("statement.say")
                        .sees("statement.state.waiting");
                voter.press("vote.take-back").sees("vote.taken-back", "vote.nothing");
                voter.go("/v").look("vote-code");
                voter.write("vote.code", "wrong").press("vote.code.open").sees("vote.code.wrong");
            }

            keeper.go(here + "/patterns/opinions/bring").look("opinions-bring");
            keeper.page().setInputFiles("#files", votes());
            keeper.write("opinions.question.en", "Two minds").write("opinions.question.cy", "Dau feddwl");
            keeper.page()
                    .locator("#spiral")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            keeper.press("opinions.bring.button").sees("opinions.brought");
            String brought = keeper.page().url();
            keeper.press("opinions.work-out");
            keeper.page().waitForTimeout(500);
            for (int i = 0; i < 100 && !keeper.page().content().contains(keeper.say("job.opinions.done")); i++) {
                keeper.page().waitForTimeout(300);
                keeper.page().reload();
            }
            keeper.page().navigate(brought);
            keeper.sees("opinions.common", "opinions.differ", "opinions.map", "opinions.without");
            assertThat(keeper.page().locator("#verdict")).containsText("2");
            keeper.look("opinions-told");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            keeper.picture("opinions-told-print");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    /** Two camps of twenty who agree on two statements, on the rest the one or the other way, now and then otherwise. */
    private Path votes() throws IOException {
        StringBuilder matrix = new StringBuilder(
                "participant,A bus after ten,One number to ring,Beds at the ward,Nurses at night,Calls by day,"
                        + "Meals at home,A key safe,More day centres,A night sitter\n");
        for (int i = 0; i < 40; i++) {
            matrix.append(i).append(",1,1");
            for (int j = 2; j < 8; j++) {
                int side = (i < 20) == (j % 2 == 0) ? 1 : -1;
                matrix.append(',').append((i * 7 + j * 3) % 11 == 0 ? -side : side);
            }
            matrix.append(",").append(i % 2 == 0 ? 0 : 1).append('\n');
        }
        return Files.writeString(folder.resolve("participants-votes.csv"), matrix);
    }
}
