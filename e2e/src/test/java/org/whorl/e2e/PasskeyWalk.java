package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Somebody is invited, comes in with a passkey and nothing else, and finds their way back in. */
class PasskeyWalk {

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "PHONE, CY", "DESK, EN", "DESK, CY"})
    void anInvitedMemberSignsInWithAPasskey(Device device, Language language) {
        String slug;
        try (Visitor keeper = Keeper.at(device, language)) {
            slug = Keeper.open(keeper, "Passkeys " + device + " " + language);
        }
        String link = Keeper.invite(slug, "member");
        try (Visitor gwen = new Visitor(device, language)) {
            gwen.passkeys();
            gwen.go(link).look("join");
            gwen.follow("way.passkey.button").look("join-passkey");
            gwen.press("passkey.make").sees("name.blank").look("join-passkey-without-a-name");
            gwen.write("name.label", "Gwen").press("passkey.make").isAt("/account/codes");
            assertThat(gwen.page().locator("#codes li").count()).isEqualTo(10);
            gwen.look("codes");
            String paper = gwen.page().locator("#codes li").first().innerText();
            gwen.follow("codes.kept").isAt("/p/" + slug).look("home");

            gwen.press("sign-out").isAt("/");
            gwen.go("/sign-in").look("sign-in").press("passkey.use").isAt("/");
            gwen.go("/p/" + slug + "/people").reads("Gwen").look("people");

            gwen.follow("account.title").look("account");
            assertThat(gwen.page().locator("form[action$='/remove']").count())
                    .as("the only way in stays")
                    .isZero();
            gwen.page().locator("summary").first().click();
            gwen.look("account-passkey");
            gwen.page().locator("form[action$='/name'] input[name=label]").fill("Ffôn Gwen");
            gwen.page().locator("form[action$='/name'] button").click();
            gwen.sees("saved").reads("Ffôn Gwen");

            // The same device holds one passkey for one person; another device, another passkey.
            gwen.follow("passkey.add").look("new-passkey");
            gwen.write("passkey.label", "Again").press("passkey.make");
            gwen.page().locator("[data-problem=known]").waitFor();
            gwen.look("new-passkey-known");

            gwen.press("sign-out").isAt("/");
            gwen.go("/sign-in/paper").look("paper");
            gwen.write("paper.label", paper).press("sign-in").isAt("/account").sees("paper.right");
        }
        try (Visitor late = new Visitor(device, language)) {
            late.passkeys();
            assertThat(late.page().navigate(link).status()).as("good once").isEqualTo(404);
            late.look("used-up");
            late.go("/sign-in").press("passkey.use");
            late.page().locator("[data-problem=refused]").waitFor();
            late.look("sign-in-without-a-passkey");
        }
    }

    @Test
    void withoutScriptThePageSaysSoInWords() {
        String link;
        try (Visitor keeper = Keeper.at(Device.DESK, Language.EN)) {
            link = Keeper.invite(Keeper.open(keeper, "Scriptless"), "member");
        }
        try (Visitor plain = new Visitor(Device.PHONE, Language.EN, Device.PHONE.open(Language.EN, false))) {
            plain.go(link + "/passkey")
                    .write("name.label", "Plain")
                    .press("passkey.make")
                    .sees("passkey.script");
            assertThat(plain.page().getByLabel(plain.say("name.label")).inputValue())
                    .isEqualTo("Plain");
        }
    }

    @Test
    void anAnswerToAnOlderQuestionIsNoAnswer() {
        try (Visitor keeper = Keeper.at(Device.DESK, Language.EN)) {
            String link = Keeper.invite(Keeper.open(keeper, "Replay"), "member");
            Visitor member = new Visitor(Device.DESK, Language.EN);
            member.passkeys();
            member.go(link + "/passkey").write("name.label", "Rhys").press("passkey.make");
            member.isAt("/account/codes").go("/").press("sign-out").go("/sign-in");
            // The form goes out; what it held is kept, and sent again.
            String[] sent = {""};
            member.page().onRequest(request -> {
                if (request.url().endsWith("/sign-in/passkey")) {
                    sent[0] = request.postData();
                }
            });
            member.press("passkey.use").isAt("/");
            member.press("sign-out").go("/sign-in");
            String credential = sent[0].replaceFirst("(?s).*credential=([^&]*).*", "$1");
            member.page()
                    .evaluate(
                            "answer => { const form = document.querySelector('#passkey');"
                                    + " form.elements.credential.value = decodeURIComponent(answer.replaceAll('+', ' '));"
                                    + " form.submit(); }",
                            credential);
            member.page().waitForURL(url -> url.endsWith("/sign-in/passkey"));
            member.sees("passkey.unknown");
            member.close();
        }
    }
}
