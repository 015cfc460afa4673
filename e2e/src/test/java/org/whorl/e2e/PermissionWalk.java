package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** A rule is listed with what it costs, suspended for a while by whose it is, looked at by a guest, and stopped. */
class PermissionWalk {

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY", "DESK, CY", "PHONE, EN"})
    void aRuleIsSuspendedAndHoldsAgain(Device device, Language language) {
        String name = "Permission " + device.key() + " " + language.code();
        try (Visitor keeper = Keeper.at(device, language);
                Visitor huw = new Visitor(device, language)) {
            String slug = Keeper.open(keeper, name);
            String here = "/p/" + slug;
            keeper.go(here + "/settings")
                    .page()
                    .getByLabel(keeper.say("settings.open"))
                    .check();
            keeper.press("save").sees("saved");
            keeper.go(here + "/permissions").sees("permissions.none").look("permissions-none");
            keeper.go(here + "/rules").sees("rules.added.none").look("rules-none");
            keeper.go(here + "/permissions/new").sees("permission.no-rules").look("permission-no-rules");
            keeper.go(here + "/rules/new").sees("rule.no-partners").look("rule-no-partners");
            keeper.go(here + "/partners/new")
                    .write("partner.name-en", "The health board with a rather long name")
                    .write("partner.name-cy", "Bwrdd Iechyd Prifysgol Cwm Taf Morgannwg a’i gymdogion")
                    .press("save")
                    .sees("saved");
            huw.go(Keeper.invite(slug, "member"))
                    .write("name.label", "Huw")
                    .write("email.label", "huw." + slug + "@example.org")
                    .write("password.label", "four words nobody else")
                    .press("join.button")
                    .isAt(here);
            huw.go(here + "?lang=" + language.code());
            keeper.go(here + "/people").page().getByText("Huw").first().click();
            keeper.page().selectOption("#partner", new SelectOption().setIndex(1));
            keeper.button("save").first().click();
            keeper.sees("saved");

            keeper.go(here + "/rules/new").press("rule.keep").look("rule-refused");
            rule(keeper, "Second assessment by the other side", "no", 30, 40);
            keeper.sees("rule.is-added").look("rule");
            keeper.go(here + "/rules/new");
            rule(keeper, "Assessment under section 19", "no", 30, 40);
            keeper.sees("duty.no.assess-adult").look("rule-is-law");
            keeper.page().selectOption("#duty", "assess-adult");
            keeper.press("rule.keep").sees("rule.is-law").look("rule-law");
            keeper.go(here + "/rules").look("rules");

            keeper.go(here).follow("empty.button").start("Who waits to go home, and why?", "Everybody over 65");
            BigRoomWalk.measured(keeper, here);
            keeper.go(here + "/permissions/new").press("permission.keep").look("permission-refused");
            keeper.write("permission.tries", "Whoever comes first assesses for all of us");
            keeper.page().getByLabel("Second assessment by the other side").check();
            keeper.page().locator("select[name^=sign-]").first().selectOption(new SelectOption().setLabel("Huw"));
            keeper.write("permission.place", "Rhondda")
                    .write("permission.whom", "Two teams, for people who go home")
                    .write("permission.most", "40")
                    .write("permission.safety", "A nurse looks in on the second day");
            keeper.page().fill("#stop-1-what", "people delayed");
            keeper.page().fill("#stop-1-figure", "60");
            keeper.page().fill("#stop-1-days", "1");
            keeper.page().selectOption("#stop-1-measure", new SelectOption().setIndex(1));
            LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
            keeper.write("permission.ends-on", today.plusWeeks(12).toString());
            keeper.page().selectOption("#owner", new SelectOption().setLabel("Huw"));
            keeper.press("permission.keep").sees("pause.not-taken").look("permission-pause");
            keeper.write("pause.heard", "Two carers and the night team");
            keeper.page().fill("#alternatives", "One ward first\nDo nothing until spring");
            keeper.press("permission.keep").sees("permission.is-begun").look("permission-waiting");

            huw.go(keeper.page().url()).look("permission-to-sign");
            huw.page().check("#may");
            huw.press("permission.sign.button").sees("permission.is-signed").look("permission-in-force");
            huw.go(here + "/permissions/new").sees("permission.stops").look("permission-without-naming");
            huw.go(keeper.page().url());
            keeper.go(here + "/permissions").look("permissions");
            try (Visitor guest = new Visitor(device, language)) {
                guest.go(here + "/permissions?lang=" + language.code()).look("permissions-guest");
                assertThat(guest.page().locator("main")).not().containsText("Huw");
            }
            keeper.go(here + "/measures")
                    .page()
                    .getByText("Days people wait to go home")
                    .first()
                    .click();
            keeper.follow("measure.week").page().fill("#value-0", "64");
            keeper.press("measure.write").sees("measure.written");
            huw.go(huw.page().url()).sees("permission.stop.met").look("permission-stop-met");
            keeper.go(here + "/permissions").sees("permission.stop.met").look("permissions-stop-met");
            huw.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            huw.picture("permission-print");
            huw.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            huw.page()
                    .getByText(huw.say("permission.stop.now"), new Page.GetByTextOptions().setExact(true))
                    .click();
            huw.write("permission.stop.why", "Sixty-four wait since Monday")
                    .press("permission.stop.button")
                    .sees("permission.is-stopped")
                    .look("permission-stopped");
            huw.follow("permission.renew").sees("permission.learnt").look("permission-again");
        }
    }

    private static void rule(Visitor keeper, String name, String duty, int minutes, int staff) {
        keeper.write("rule.name", name).write("rule.source", "Policy 12, 2019");
        keeper.page().check("#kind");
        keeper.page().selectOption("#partner", new SelectOption().setIndex(1));
        keeper.page().selectOption("#duty", duty);
        keeper.page().check("#since-2");
        keeper.write("rule.minutes", Integer.toString(minutes)).write("rule.staff", Integer.toString(staff));
        keeper.press("rule.keep");
    }
}
