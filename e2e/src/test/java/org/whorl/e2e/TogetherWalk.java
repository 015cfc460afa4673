package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Two people at work in one partnership: they change the same thing, take it back, find it, wait for it and hear of it. */
class TogetherWalk {

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "PHONE, CY", "DESK, EN", "DESK, CY"})
    void theyLoseNothing(Device device, Language language) {
        try (Visitor nia = Keeper.at(device, language);
                Visitor other = Keeper.at(Device.DESK, Language.EN)) {
            // The second browser is another window of the same person, which is one more way of saving twice.
            String slug = Keeper.open(nia, "Together " + device + " " + language);
            String here = "/p/" + slug;
            nia.follow("empty.button").start("Pwy sy'n gofalu am y tŷ?", "Pawb");
            nia.plan("Listen", 0, 1);
            String step = nia.page().locator("a[href*='/plan/']").first().getAttribute("href");

            nia.go(step).look("step");
            other.go(step).write("plan.name", "Listen to carers").press("save").sees("saved");
            other.look("saved-with-undo");
            nia.write("plan.name", "Listen at night").press("save").sees("conflict.title");
            nia.reads("Listen to carers").look("conflict");
            nia.write("plan.name", "Listen to carers at night").press("save").sees("saved");
            nia.press("undo").sees("undone").reads("Listen to carers").look("undone");

            nia.go(here + "/asks/new")
                    .write("ask.what", "Could you sit in the café on Tuesday?")
                    .write("ask.minutes", "20")
                    .press("ask.button")
                    .sees("ask.done", "match.title")
                    .go(here + "/asks");
            nia.page()
                    .locator("a.whorl-quiet")
                    .getByText(nia.say("ask.change"))
                    .first()
                    .click();
            nia.sees("ask.change").look("ask-change");

            nia.page().getByRole(AriaRole.SEARCHBOX).fill("ty");
            nia.press("search.button").isAt(here + "/search");
            assertThat(nia.page().locator("mark").first().innerText()).isEqualTo("tŷ");
            nia.look("found");
            nia.page().getByRole(AriaRole.SEARCHBOX).fill("xylophone");
            nia.key("Enter").sees("search.none", "xylophone").look("not-found");

            nia.go(here + "/jobs").look("jobs");
            nia.page()
                    .getByRole(AriaRole.BUTTON, named(nia.say("job.copy.start")))
                    .click();
            // Without a touch the page says when it is done.
            nia.page().locator("[data-job=done]").waitFor();
            nia.sees("job.state.done").look("job-done");
            assertThat(nia.page().waitForDownload(() -> nia.press("job.fetch")).suggestedFilename())
                    .startsWith("whorl-copy-");

            nia.go(here + "/news").sees("news.job-ended").look("news");
            nia.follow("news.choices").look("news-choices");
            nia.go("/house").look("house");
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
