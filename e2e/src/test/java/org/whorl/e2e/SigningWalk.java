package org.whorl.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Somebody who answers for a partner's money signs a version of the model; an analyst reads where the two tiers disagree. */
class SigningWalk {

    private static final double PATIENT = 120_000;

    /** People who come in bunches to a small team with room to spare: here the formulas are known to be a fifth too high. */
    private static final String UNEVEN = """
            whorl: 1
            name: {en: A short-stay team, cy: Tîm arhosiad byr}
            time: {start: 2026-04-01, days: 2000, warm-up: 500}
            partners: {council: {}}
            arrivals: {people: {to: team, rate: 7, dispersion: 2}}
            services: {team: {partner: council, capacity: 5, length-of-stay: {lognormal: {mean: 0.5, sd: 0.35}}}}
            scenarios: {more: {name: {en: One more, cy: Un yn fwy}, change: {services.team.capacity: {add: 1}}}}
            """;

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void aVersionIsSignedForOnePartnerAndTheSignatureTakenBack(Device device, Language language) {
        String slug;
        String invitation;
        try (Visitor keeper = Keeper.at(Device.DESK, Language.EN)) {
            slug = Keeper.open(keeper, "Signing " + device);
            keeper.go("/p/" + slug + "/partners/new")
                    .write("partner.name-en", "Rhondda council")
                    .write("partner.name-cy", "Cyngor y Rhondda")
                    .press("save")
                    .sees("saved");
            keeper.go("/p/" + slug + "/picture/new")
                    .page()
                    .setInputFiles(
                            "#files",
                            Path.of(System.getProperty("whorl.root", ".."), "examples", "one-team", "model.yaml"));
            keeper.press("models.bring").sees("models.brought");
            keeper.go("/p/" + slug + "/people/invite");
            keeper.page().getByLabel(keeper.say("role.finance-lead")).check();
            keeper.page().selectOption("#partner", new SelectOption().setIndex(1));
            keeper.press("invite.button");
            invitation = keeper.page().locator("#link code").innerText();
        }
        try (Visitor huw = new Visitor(device, language)) {
            huw.passkeys();
            huw.go(invitation + "?lang=" + language.code()).follow("way.passkey.button");
            huw.write("name.label", "Huw").press("passkey.make").isAt("/account/codes");
            huw.go("/p/" + slug + "/picture").follow("models.versions").sees("sign.nobody");
            huw.write("sign.words", "As far as 2026 goes").press("sign.sign").sees("sign.done");
            assertThat(huw.page().locator("#v1").innerText())
                    .contains(language == Language.EN ? "Rhondda council" : "Cyngor y Rhondda", "Huw");
            huw.look("signed");
            huw.press("sign.sign").sees("sign.not");
            huw.press("sign.take-back").sees("sign.taken-back").sees("sign.nobody");
        }
    }

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void whereFormulasAndSimulationDisagreeIsSaidFigureByFigure(Device device, Language language) {
        try (Visitor tomos = Keeper.at(device, language)) {
            String slug = Keeper.open(tomos, "Disagreeing " + device);
            tomos.go("/p/" + slug + "/picture/new")
                    .page()
                    .setInputFiles("#files", new FilePayload("model.yaml", "text/yaml", UNEVEN.getBytes(UTF_8)));
            tomos.press("models.bring").sees("models.brought");
            tomos.go(tomos.page().url().replaceFirst("[?#].*", "") + "?s=more").press("picture.check");
            tomos.page().locator("[data-job=done]").waitFor(new Locator.WaitForOptions().setTimeout(PATIENT));
            tomos.page().locator("[data-job=done] a[href*='/runs/']").first().click();
            tomos.sees("run.report").look("disagree");
            boolean english = language == Language.EN;
            assertThat(tomos.page().locator("#found").innerText())
                    .containsPattern(
                            english
                                    ? "[1-9][0-9]* of the [1-9][0-9]* figures compared differ"
                                    : "Ffigurau a gymharwyd: [1-9][0-9]*\\. Yn wahanol: [1-9]");
            assertThat(tomos.page().locator("#found td").allInnerTexts())
                    .contains(english ? "No" : "Nac ydyn", english ? "Yes" : "Ydyn");
        }
    }
}
