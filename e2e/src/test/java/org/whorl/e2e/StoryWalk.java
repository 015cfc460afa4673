package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Somebody tells something by a link, it is read with care, they agree to the text, it is heard, and they take it back. */
class StoryWalk {

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "PHONE, CY", "DESK, CY", "ZOOMED, EN"})
    void aStoryIsToldCaredForHeardAndTakenBack(Device device, Language language) {
        String slug = Who.slug();
        String link = link(slug, device, language);
        String code = told(link, device, language);
        cared(slug, device, language);
        try (Visitor teller = new Visitor(device, language)) {
            teller.go("/t/mine").look("code").write("mine.code", code).press("mine.code.open");
            teller.sees("mine.text.what").look("mine-offered");
            teller.choose("mine.text.yes").press("mine.text.send").sees("mine.state.released");
            teller.look("mine-heard");
            try (Visitor member = Who.MEMBER.at(device, language)) {
                member.go("/p/" + slug + "/stories").reads("next door").look("stories");
                member.page().locator("main a[href*='/stories/']").first().click();
                member.look("story").follow("promise.new.story").look("promise-new");
                member.press("promise.new.button").sees("promise.what.blank").look("promise-new-wrong");
                member.write("promise.what", "We will ring back within a day.");
                member.write(
                        "promise.due", LocalDate.now(ZoneId.of("Europe/London")).toString());
                member.press("promise.new.button").sees("promise.made").look("promise");
                member.choose("promise.state.kept").write("promise.note", "We rang.");
                member.press("promise.save").sees("saved").look("promise-kept");
                member.follow("promise.back").look("promises");
                member.go("/p/" + slug + "/answered")
                        .reads("The form for a bed")
                        .look("answered");
                member.go("/p/" + slug + "/thanks").look("thanks");
            }
            teller.go("/t/mine/" + code).sees("promise.yours").look("mine-promised");
            teller.page().locator("button[value=no]").first().click();
            teller.sees("promise.judged").look("mine-judged");
            try (Visitor facilitator = Who.FACILITATOR.at(device, language)) {
                facilitator.go("/p/" + slug + "/asks/asked").look("asked");
                facilitator
                        .press("asked.note.button")
                        .sees("asked.contact.wrong")
                        .look("asked-wrong");
            }
            teller.follow("withdraw.begin").look("withdraw").press("withdraw.do");
            teller.sees("withdrawn.what").look("withdrawn");
        }
        try (Visitor member = Who.MEMBER.at(device, language)) {
            member.go("/p/" + slug + "/stories");
            assertThat(member.page().locator("main").innerText()).doesNotContain("next door");
        }
    }

    private static String link(String slug, Device device, Language language) {
        try (Visitor facilitator = Who.FACILITATOR.at(device, language)) {
            facilitator.go("/p/" + slug + "/telling").look("links").press("telling.make");
            facilitator.sees("telling.one.what").look("link");
            return facilitator.page().locator("#link code").innerText();
        }
    }

    private static String told(String link, Device device, Language language) {
        try (Visitor teller = new Visitor(device, language)) {
            teller.go(link).sees("tell.emergency").look("tell-kind");
            teller.choose("tell.kind.barrier").press("tell.next").look("tell-strength");
            teller.write("tell.short.strength", "Eirlys next door")
                    .press("tell.next")
                    .look("tell-about");
            teller.write("tell.short.about.barrier", "The form for a bed")
                    .press("tell.next")
                    .look("tell-words");
            teller.write("tell.short.words", "The council never answers. Gethin rang in Rhondda.")
                    .press("tell.next")
                    .sees("tell.blame.heading")
                    .look("tell-blame")
                    .press("tell.next")
                    .look("tell-teller");
            teller.press("tell.next").sees("tell.teller.blank").look("tell-teller-wrong");
            teller.choose("tell.teller.typed").press("tell.next").look("tell-age");
            teller.choose("tell.age.adult").press("tell.next").look("tell-place");
            teller.page().selectOption("#where", new SelectOption().setIndex(1));
            teller.press("tell.next").look("tell-audience");
            teller.choose("tell.for.partnership").press("tell.next").look("tell-name");
            teller.choose("tell.name.none").press("tell.next").look("tell-answer");
            teller.press("tell.next").look("tell-check").press("tell.send");
            teller.sees("sent.title").look("sent");
            String code = teller.page().locator("#code").innerText();
            teller.follow("felt.link").look("felt");
            teller.page().locator("#heard").check();
            teller.press("felt.send").sees("felt.thanks.what").look("felt-said");
            return code;
        }
    }

    private static void cared(String slug, Device device, Language language) {
        try (Visitor carer = new Visitor(device, language)) {
            carer.passkeys();
            carer.go("/?lang=" + language.code());
            carer.go(Keeper.invite(slug, "story-carer")).follow("way.passkey.button");
            carer.write("name.label", "Sian").press("passkey.make").isAt("/account/codes");
            carer.go("/p/" + slug + "/care?lang=" + language.code()).look("care");
            carer.write(
                    "care.trained", LocalDate.now(ZoneId.of("Europe/London")).toString());
            carer.choose("care.today").press("care.save").sees("saved").look("care-there");
            carer.page().locator("#waiting button").last().click();
            carer.sees("care.decide").look("care-one");
            carer.choose("care.outcome.no-concern")
                    .press("care.save")
                    .sees("care.decide.again")
                    .look("care-decided");
            carer.follow("reply.title").look("reply").follow("reply.begin.name.anger");
            carer.look("reply-anger").press("reply.send").sees("reply.gap").look("reply-gap");
            carer.write("reply.words", "Gethin: 2026.").press("reply.send").sees("reply.sent");
            carer.follow("care.edit").look("care-words");
            carer.page().locator("input[name^=take-]").first().check();
            carer.press("care.words.next").look("care-text");
            carer.choose("care.neighbour.no")
                    .press("care.offer")
                    .sees("care.offered")
                    .look("care-offered");
        }
    }
}
