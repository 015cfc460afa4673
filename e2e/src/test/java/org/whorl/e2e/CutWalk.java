package org.whorl.e2e;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** A council must cut home care by five per cent: three questions, what it does, and a proposal to check. */
class CutWalk {

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
                capacity: 400
                length-of-stay: {exponential: {mean: 8}}
                routes: {care: 1}
                cost: {per-used-day: 300}
              care:
                name: {en: Care at home, cy: Gofal gartref}
                partner: council
                capacity: {value: 100, low: 90, high: 110, quality: agreed, source: Contract, date: 2026, owner: Council}
                length-of-stay: {exponential: {mean: {value: 20, low: 18, high: 22, quality: guess}}}
                routes: {home: 1}
                cost: {per-place-day: 50}
                carers: 2
            opening: {ward: {in-place: 32}, care: {in-place: 80}}
            measures:
              delayed: {name: {en: Delayed on the ward, cy: Oedi ar y ward}, count: blocked, in: ward, crisis: 10}
            """;

    @ParameterizedTest
    @CsvSource({"PHONE, EN", "PHONE, CY", "DESK, EN"})
    void aCutIsAskedAnsweredAndKept(Device device, Language language) {
        try (Visitor keeper = Keeper.at(device, language)) {
            String here = "/p/" + Keeper.open(keeper, "Cutting " + device.key() + language.code());
            keeper.go(here + "/picture/new");
            keeper.page()
                    .locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload("model.yaml", "application/yaml", MODEL.getBytes(StandardCharsets.UTF_8)));
            keeper.press("models.bring").sees("models.brought");
            keeper.go(here + "/shifts").follow("cut.title").look("cut-asked");
            // A box is ticked by its words.
            keeper.page().locator("label[for=service-care]").click();
            keeper.press("cut.ask")
                    .sees("cut.days.median")
                    .sees("cut.felt")
                    .sees("cut.risk")
                    .look("cut-answered");
            keeper.follow("cut.keep").press("shift.keep").sees("shift.kept").look("cut-kept");
            keeper.follow("fair.title").sees("fair.none").look("equity-none");
            keeper.go(here + "/shifts").follow("triangle.title").look("triangles-none");
            keeper.page().locator("#unjudged a").first().click();
            keeper.look("judge");
            for (String[] put : new String[][] {
                {"reference", "R"},
                {"people", "800"},
                {"each", "2"},
                {"chance", "70"},
                {"pounds", "160000"},
                {"who", "W"}
            }) {
                keeper.page().locator("#" + put[0]).fill(put[1]);
            }
            keeper.press("triangle.keep").sees("triangle.kept").reads("11.2").look("triangles");
        }
    }
}
