package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.server.design.Language;

/** A workshop with six phones at once, two of them in Welsh, and the wall; no page is opened anew. */
class GatheringWalk {

    private static final double PATIENT = 20_000;

    @Test
    void sixPhonesThinkTogetherAndNothingIsLost() {
        List<Visitor> phones = new ArrayList<>();
        try (Visitor ffion = Who.FACILITATOR.at(Device.DESK, Language.EN);
                Visitor wall = Who.FACILITATOR.at(Device.PROJECTOR, Language.EN)) {
            String path = open(ffion, "What helps carers to rest?", "recipe.fifteen");
            String code = ffion.page().locator("#code").innerText();
            wall.go(path + "/wall").look("wall-lobby");
            for (int i = 0; i < 6; i++) {
                Visitor phone = new Visitor(Device.PHONE, i < 4 ? Language.EN : Language.CY);
                phones.add(phone);
                phone.go("/j/" + code);
                if (i == 0) {
                    phone.look("join");
                }
                phone.write("room.name", i == 0 ? "Ann" : "").press("room.join");
                phone.sees("room.number", i + 1);
            }
            assertThat(wall.page().locator("#here")).containsText("6", patient());
            phones.getLast().look("phone-lobby");
            move(ffion, "start");
            for (int i = 0; i < 6; i++) {
                Visitor phone = phones.get(i);
                assertThat(phone.page().locator("#step")).containsText(phone.say("step.check-in"), patient());
                phone.write("room.feel", i < 4 ? "calm" : "blinedig").press("room.feel.say");
            }
            assertThat(wall.page().locator("#words-said")).containsText("blinedig", patient());
            phones.getFirst().look("phone-words");

            move(ffion, "next");
            for (Visitor phone : phones) {
                assertThat(box(phone)).isVisible();
            }
            phones.get(4).look("phone-write");
            for (int i = 0; i < 5; i++) {
                Visitor phone = phones.get(i);
                phone.write("room.words", "Idea of " + (i + 1)).press("room.write");
                assertThat(phone.page().locator("#own")).containsText("Idea of " + (i + 1), patient());
                assertThat(box(phone)).hasValue("");
            }
            assertThat(wall.page().locator("#blind")).isVisible();
            assertThat(wall.page().locator("main").innerText()).doesNotContain("Idea of");
            wall.look("wall-blind");
            // The sixth has no signal when sending, and the first is in the middle of a sentence when the step moves
            // on.
            Visitor sixth = phones.get(5);
            sixth.context().setOffline(true);
            sixth.write("room.words", "O'r twnnel").press("room.write").sees("room.unsent");
            sixth.picture("phone-unsent");
            sixth.context().setOffline(false);
            assertThat(sixth.page().locator("#own")).containsText("O'r twnnel", patient());
            sixth.complaints();
            phones.getFirst().write("room.words", "A sentence that is not yet");
            move(ffion, "next");
            assertThat(phones.getFirst().page().locator("#step"))
                    .containsText(phones.getFirst().say("step.fifteen.help"), patient());
            assertThat(box(phones.getFirst())).hasValue("A sentence that is not yet");
            assertThat(wall.page().locator("#seen")).containsText("O'r twnnel", patient());
            wall.look("wall-share");
            box(phones.getFirst()).fill("A sentence that is not yet over");
            phones.getFirst().press("room.write");
            assertThat(wall.page().locator("#seen")).containsText("not yet over", patient());

            phones.get(4).press("room.rest");
            assertThat(wall.page().locator("#state")).containsText(wall.say("gather.state.break"), patient());
            assertThat(ffion.page().locator("#moves")).containsText(ffion.say("gather.break.asked"), patient());
            ffion.look("lead-break");
            move(ffion, "go-on");

            move(ffion, "next");
            for (Visitor phone : phones) {
                Locator dot = phone.page()
                        .locator("#cards li", new Page.LocatorOptions().setHasText("O'r twnnel"))
                        .getByText(phone.say("room.dot.give"));
                dot.click();
                assertThat(phone.page().locator("#dots-left")).containsText("2", patient());
                dot.click();
                assertThat(phone.page().locator("#dots-left")).containsText("1", patient());
            }
            phones.get(5).look("phone-marks");
            assertThat(wall.page().locator("main").innerText()).doesNotContain("12 dots");

            // The server is away for a while; everything stands where it was.
            House.killed(() -> phones.get(1).sees("room.quiet"));
            move(ffion, "next");
            for (Visitor phone : phones) {
                assertThat(phone.page().locator("#step")).containsText(phone.say("step.check-out"), patient());
                phone.complaints();
            }
            wall.complaints();
            ffion.complaints();
            assertThat(phones.get(1).page().locator("#seen")).containsText("12 dots", patient());
            move(ffion, "end");
            ffion.sees("gather.came").look("outcome");
            assertThat(ffion.page().locator("#top li").first().innerText())
                    .contains("O'r twnnel")
                    .contains("12");
            assertThat(phones.get(5).page().locator("#now"))
                    .containsText(phones.get(5).say("gather.state.ended"), patient());
            ffion.go(path.replaceFirst("/[^/]*$", "")).look("gatherings");
            ffion.reads("O'r twnnel").go(path + "?lang=cy").reads(Language.CY).look("outcome");
            // Two share this browser's memory with other walks, which begin in their own language.
            ffion.go(path + "?lang=en");
        } finally {
            phones.forEach(Visitor::close);
        }
    }

    @Test
    void itGoesWithoutScriptToo() {
        try (Visitor ffion = Who.FACILITATOR.at(Device.PHONE, Language.CY)) {
            String path = open(ffion, "Beth sy'n helpu?", "recipe.one-two-four-all");
            ffion.look("lead-lobby");
            String code = ffion.page().locator("#code").innerText();
            try (Visitor huw = new Visitor(Device.PHONE, Language.CY, Device.PHONE.open(Language.CY, false))) {
                huw.go("/j").write("room.code", code).press("room.find");
                huw.press("room.join").sees("room.wait");
                move(ffion, "start");
                move(ffion, "next");
                huw.follow("gather.again").write("room.words", "Te am bedwar").press("room.write");
                huw.sees("room.own").reads("Te am bedwar");
                move(ffion, "next");
                huw.follow("gather.again").sees("step.one-two-four-all.pairs").picture("phone-pairs");
            }
            ffion.look("lead-pairs");
            move(ffion, "end");
            ffion.go(path + "?lang=en");
        }
    }

    private static String open(Visitor ffion, String question, String recipe) {
        ffion.go("/p/" + Who.slug() + "/patterns/gatherings").look("gatherings-new");
        ffion.press("gather.open").sees("gather.recipe.blank").look("gatherings-wrong");
        ffion.write("gather.question", question).write("gather.group", "Carers, Ferndale");
        ffion.page()
                .getByLabel(ffion.say(recipe), new Page.GetByLabelOptions().setExact(true))
                .check();
        ffion.press("gather.open").sees("gather.state.lobby");
        return ffion.page().url().replace(House.address(), "");
    }

    private static void move(Visitor ffion, String move) {
        ffion.press("move." + move);
        ffion.page().waitForLoadState();
    }

    private static Locator box(Visitor phone) {
        return phone.page().locator("#words");
    }

    private static ContainsTextOptions patient() {
        return new ContainsTextOptions().setTimeout(PATIENT);
    }
}
