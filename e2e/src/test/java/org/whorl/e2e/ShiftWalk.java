package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** A proposal is checked by simulation on its own page, read by a partner, compared, and printed for a board. */
class ShiftWalk {

    private static final String MODEL = """
            whorl: 1
            name: {en: Two, cy: Dau}
            time: {start: 2026-04-01, days: 365, warm-up: 0}
            money: {price-year: 2024/25}
            partners:
              health: {name: {en: Health board, cy: Bwrdd iechyd}, kind: health}
              council: {name: {en: Council, cy: Cyngor}, kind: council}
            exits: [home]
            arrivals:
              ready: {to: ward, rate: 4}
            services:
              ward:
                name: {en: Ward, cy: Ward}
                partner: health
                capacity: 60
                length-of-stay: {exponential: {mean: 8}}
                routes: {care: 1}
                cost: {per-place-day: 300, step: {places: 6, cost: 180000, months: 3}}
              care:
                name: {en: Care at home, cy: Gofal gartref}
                partner: council
                capacity: {value: 84, low: 80, high: 88, quality: agreed, source: Contract, date: 2026, owner: Council}
                length-of-stay: {exponential: {mean: {value: 20, low: 18, high: 22, quality: guess}}}
                routes: {home: 1}
                cost: {per-place-day: 50}
            opening: {ward: {in-place: 32}, care: {in-place: 80}}
            measures:
              delayed: {name: {en: Delayed on the ward, cy: Oedi ar y ward}, count: blocked, in: ward, crisis: 10}
            """;

    private static final double PATIENT = 240_000;

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void aProposalIsCheckedReadAndPrinted(Device device, Language language) {
        try (Visitor keeper = Keeper.at(device, language)) {
            String shifts = "/p/" + Keeper.open(keeper, "Shifting " + device.key()) + "/shifts";
            keeper.go(shifts.replace("/shifts", "/picture/new"));
            keeper.page()
                    .locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload("model.yaml", "application/yaml", MODEL.getBytes(StandardCharsets.UTF_8)));
            keeper.press("models.bring");
            keeper.sees("models.brought");
            keeper.go(shifts + "/new").write("shift.name", "More care at home");
            keeper.page().locator("#service0").selectOption("care");
            keeper.page().locator("#places0").fill("10");
            keeper.page().locator("#service1").selectOption("ward");
            keeper.page().locator("#places1").fill("-10");
            keeper.page().locator("#from1").fill("2026-10-01");
            keeper.press("shift.keep").sees("shift.could").look("shift-formulas");
            String shift = keeper.page().url().replaceFirst("[?#].*", "");
            keeper.press("picture.check");
            keeper.page().locator("#checked progress, #twice").first().waitFor();
            keeper.picture("shift-under-way");
            assertThat(keeper.page().locator("#twice"))
                    .containsText(keeper.say("tier.simulation.short"), new ContainsTextOptions().setTimeout(PATIENT));
            keeper.go(shift).look("shift-checked");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            keeper.look("shift-checked-dark");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            keeper.page().locator("#ledger th a").nth(1).click();
            keeper.sees("shift.gives").look("partner");
            keeper.go(shifts + "?sure=yes").sees("shift.could").look("compared");
            keeper.go(shift + "/edit").look("builder");
            keeper.go(shift + "/board").sees("board.again").look("board");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            keeper.picture("board-print");
            byte[] paper = keeper.page().pdf(new Page.PdfOptions().setFormat("A4"));
            assertThat(Pattern.compile("/Type\\s*/Page[^s]")
                            .matcher(new String(paper, StandardCharsets.ISO_8859_1))
                            .results()
                            .count())
                    .as("sheets of paper")
                    .isEqualTo(1);
        }
    }
}
