package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** A board in a workshop by keyboard, a spreadsheet of a group that collects, and how people tell in the end. */
class CollectingWalk {

    private static final Path SHEETS = Path.of(
            System.getProperty("whorl.root", ".."),
            "server",
            "src",
            "test",
            "resources",
            "org",
            "whorl",
            "server",
            "stories");

    @ParameterizedTest
    @CsvSource({"DESK, EN", "DESK, CY", "PHONE, EN", "PHONE, CY"})
    void cardsAreTypedWithoutTouchingAMouse(Device device, Language language) {
        try (Visitor ffion = Who.FACILITATOR.at(device, language)) {
            ffion.go("/p/" + Who.slug() + "/workshops").look("workshops");
            ffion.press("workshop.open").sees("workshop.name.blank").look("workshops-wrong");
            ffion.write("workshop.name", "Carers, " + device + language);
            ffion.page().selectOption("#where", new SelectOption().setIndex(1));
            ffion.page().check("#for-team");
            ffion.press("workshop.open").sees("workshop.said.aloud").look("workshop");
            ffion.type("We wait in the car park").key("Enter").sees("workshop.added");
            assertThat(ffion.focused()).as("ready for the next card").isEqualTo(ffion.say("workshop.card"));
            ffion.type("Nobody has the list").key("Enter");
            ffion.reads(ffion.say("workshop.codes"));
            ffion.page().waitForFunction("() => document.querySelectorAll('#codes li').length === 2");
            ffion.look("workshop-two-cards");
            assertThat(ffion.page().locator("main").innerText()).doesNotContain("car park");
            ffion.press("workshop.slips").sees("workshop.slips.what").look("workshop-slips");
        }
    }

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void aSheetIsCheckedCorrectedAndBroughtIn(Device device, Language language) throws IOException {
        String group = "Red Zebra " + device + language;
        try (Visitor ffion = Who.FACILITATOR.at(device, language)) {
            ffion.go("/p/" + Who.slug() + "/collectors").look("collectors").write("collectors.name", group);
            ffion.page()
                    .getByLabel(ffion.say("collectors.kind.voluntary"), new Page.GetByLabelOptions().setExact(true))
                    .check();
            ffion.press("collectors.save").sees("collectors.code.what").look("collector-code");
            String own = ffion.page().locator("#own code").innerText();
            ffion.go("/p/" + Who.slug() + "/bring").look("bring");
            choose(ffion, group, SHEETS.resolve("wrong.xlsx"));
            ffion.sees("bring.nhs-number").sees("bring.young.right").look("bring-wrong");
            Path csv =
                    House.screens().resolve("../" + device + language + ".csv").normalize();
            Files.writeString(csv, "Reference,Words\n1,Hello\n", StandardCharsets.UTF_8);
            choose(ffion, group, csv);
            ffion.sees("bring.no-consent").look("bring-columns-missing");
            choose(ffion, group, SHEETS.resolve("straeon.xlsx"));
            ffion.sees("bring.right.what").look("bring-right");
            ffion.press("bring.do").sees("bring.codes.what").look("brought");
            Download codes = ffion.page().waitForDownload(() -> ffion.press("bring.codes.fetch"));
            assertThat(Files.readString(codes.path())).contains("\"101\"").contains("/t/mine/");
            ffion.go("/p/" + Who.slug() + "/ways").reads(group).look("ways");
            ffion.go(own).reads(group).look("collected");
            ffion.go("/p/" + Who.slug() + "/telling").page().selectOption("#collector", group);
            ffion.press("telling.make").reads(group).look("link-collector");
            String link = ffion.page().locator("#link code").innerText();
            ffion.follow("telling.slips").sees("slips.what").look("slips");
            ffion.go(link + "/contact")
                    .look("contact")
                    .press("contact.send")
                    .sees("contact.blank")
                    .look("contact-blank");
        }
    }

    private static void choose(Visitor visitor, String group, Path file) {
        visitor.page().selectOption("#collector", group);
        visitor.page().setInputFiles("#files", file);
        visitor.press("bring.check");
    }
}
