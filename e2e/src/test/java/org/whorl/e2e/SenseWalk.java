package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Two stories are read with codes, quoted in a claim, tagged with lives, chosen from, and read in a habit. */
class SenseWalk {

    private static final String HERE = "/p/" + Who.slug() + "/patterns";

    @BeforeAll
    static void twoStoriesMayBeHeard() {
        String link = link();
        String first = told(link, "Nobody rang. The bus had gone. A neighbour took us in.");
        String second = told(link, "The nurse came back on Sunday. That was all it took.");
        try (Visitor carer = new Visitor(Device.DESK, Language.EN)) {
            carer.passkeys();
            carer.go("/?lang=en");
            carer.go(Keeper.invite(Who.slug(), "story-carer")).follow("way.passkey.button");
            carer.write("name.label", "Mair").press("passkey.make").isAt("/account/codes");
            carer.go("/p/" + Who.slug() + "/care");
            carer.write(
                    "care.trained", LocalDate.now(ZoneId.of("Europe/London")).toString());
            carer.choose("care.today").press("care.save").sees("saved");
            for (int i = 0; i < 2; i++) {
                carer.go("/p/" + Who.slug() + "/care")
                        .page()
                        .locator("#waiting button")
                        .last()
                        .click();
                carer.sees("care.decide");
                carer.choose("care.outcome.no-concern").press("care.save").sees("care.decide.again");
                carer.follow("care.edit").press("care.words.next");
                carer.choose("care.neighbour.no").press("care.offer").sees("care.offered");
            }
        }
        agree(first);
        agree(second);
    }

    @ParameterizedTest
    @CsvSource({"PHONE, CY", "DESK, EN"})
    void storiesAreMadeSenseOfTogether(Device device, Language language) {
        try (Visitor member = Who.MEMBER.at(device, language)) {
            member.go(HERE).look("patterns");
            code(member, device);
            claim(member);
            lives(member, device);
            choice(member);
            habit(member, device);
        }
    }

    private static void code(Visitor member, Device device) {
        member.go(HERE + "/codes").look("codes-begun");
        member.choose("code.kind.barrier")
                .write("code.name-en", "Nobody to ring, " + device)
                .write("code.name-cy", "Neb i’w ffonio, " + device)
                .press("code.add")
                .sees("code.added")
                .look("codes");
        member.page()
                .locator("#stories li")
                .filter(new Locator.FilterOptions().setHasText(member.say("codebook.state.new")))
                .locator("a")
                .first()
                .click();
        member.look("read").press("read.mark").sees("read.code.blank").look("read-wrong");
        member.page().locator("#sentence-0").check();
        member.page().selectOption("#code", new SelectOption().setIndex(1));
        member.press("read.mark").sees("read.marked").look("read-marked");
        member.press("read.close").sees("read.waiting").look("read-closed");
        member.go(HERE + "/codes/agreement").sees("saturation.one").look("agreement");
    }

    private static void claim(Visitor member) {
        member.go(HERE + "/claims").look("claims-begun");
        member.write("claim.sentence", "A call on the day makes the difference")
                .press("claim.begin")
                .look("claim-draft")
                .press("claim.publish")
                .sees("claim.no-quote")
                .look("claim-refused");
        member.follow("claim.quote.add").look("quote-from");
        member.page().locator("#stories a").first().click();
        member.page().locator("#sentence-0").check();
        member.look("quote").press("claim.quote.keep").sees("claim.quoted");
        member.press("claim.publish").sees("claim.published").look("claim");
        assertThat(member.page().locator("#quotes q")).hasCount(1);
    }

    private static void lives(Visitor member, Device device) {
        member.go(HERE + "/lives").look("lives-begun");
        member.choose("lives.a.service")
                .write("lives.name-en", "Emergency department, " + device)
                .write("lives.name-cy", "Adran achosion brys, " + device)
                .press("lives.add.button");
        member.choose("lives.a.life")
                .write("lives.name-en", "Loneliness, " + device)
                .write("lives.name-cy", "Unigrwydd, " + device)
                .press("lives.add.button")
                .look("lives");
        member.page().locator("#stories a").first().click();
        member.page().locator("#sentence-0").check();
        member.page().selectOption("#service", new SelectOption().setIndex(1));
        member.page().selectOption("#life", new SelectOption().setIndex(1));
        member.look("tag").press("tag.button").sees("tag.there").look("tagged");
        member.go(HERE + "/lives").page().locator("main ul a").first().click();
        member.sees("behind.few").look("behind");
    }

    private static void choice(Visitor member) {
        member.go(HERE + "/significant")
                .look("rounds-begun")
                .follow("round.new")
                .look("round-new");
        member.write("round.domain", "Coming home").write("round.panel", "two carers, a nurse");
        member.press("round.begin").sees("round.stories.wrong").look("round-new-wrong");
        member.page().locator("input[name^=story-]").first().check();
        member.page().locator("input[name^=story-]").nth(1).check();
        member.press("round.begin").sees("round.opened").look("round-open");
        member.page().locator("input[name=story]").first().check();
        member.press("round.choose").sees("round.why.blank").look("round-wrong");
        member.write("round.why", "One call would have changed the day.")
                .press("round.choose")
                .sees("round.returned")
                .look("round-chosen");
        member.go(HERE + "/significant").look("rounds");
    }

    private static void habit(Visitor member, Device device) {
        member.go(HERE + "/habits").look("habits-begun");
        member.write("habit.name", "Tuesday ten minutes, " + device).write("habit.prompt", "Who waited, and for whom?");
        member.choose("habit.every.14");
        member.choose("habit.minutes.10")
                .press("habit.begin")
                .sees("habit.begun")
                .look("habit-begun");
        member.follow("habit.now").look("habit-now");
        assertThat(member.page().locator("#countdown")).containsText(":");
        member.write("habit.what", "Two people waited for a call.")
                .write("habit.so-what", "A call costs little.")
                .write("habit.now-what", "Somebody could ring each day.")
                .write("habit.action", "Ask who rings on Sundays")
                .press("habit.keep")
                .sees("habit.held")
                .look("habit");
        member.follow("habit.rename").look("habit-name");
        member.write("habit.name", "Tuesday twelve, " + device).press("save").sees("saved", "undo");
        member.go(HERE + "/habits").look("habits");
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

    private static String told(String link, String words) {
        try (Visitor teller = new Visitor(Device.PHONE, Language.EN)) {
            teller.go(link);
            teller.choose("tell.kind.story").press("tell.next");
            teller.write("tell.short.strength", "Eirlys next door").press("tell.next");
            teller.write("tell.short.words", words).press("tell.next");
            teller.choose("tell.teller.own").press("tell.next");
            teller.choose("tell.age.adult").press("tell.next");
            teller.page().selectOption("#where", new SelectOption().setIndex(1));
            teller.press("tell.next");
            teller.choose("tell.for.partnership").press("tell.next");
            teller.choose("tell.name.none")
                    .press("tell.next")
                    .press("tell.next")
                    .press("tell.send");
            teller.sees("sent.title");
            return teller.page().locator("#code").innerText();
        }
    }

    private static void agree(String code) {
        try (Visitor teller = new Visitor(Device.PHONE, Language.EN)) {
            teller.go("/t/mine/" + code);
            teller.choose("mine.text.yes").press("mine.text.send").sees("mine.state.released");
        }
    }
}
