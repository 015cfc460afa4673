package org.whorl.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.design.Language;

/** Figures are brought in, a team that is worth asking is asked, and it is looked who has taken part and who is missing. */
class BrightWalk {

    private static final String WRONG = "unit,period,numerator,denominator\nWard 1,2026-Q3,12,10\n";

    @ParameterizedTest
    @CsvSource({"DESK, EN", "PHONE, CY"})
    void whereItGoesWellIsAskedAndWhoIsMissingIsSeen(Device device, Language language) {
        try (Visitor keeper = Keeper.at(device, language)) {
            String here = "/p/" + Keeper.open(keeper, "Bright " + device.key());
            keeper.go(here + "/spirals/new").start("What already works?", "Everybody");
            keeper.go(here + "/patterns").look("patterns").follow("bright.title");
            keeper.sees("bright.none").look("bright-none").follow("bright.bring");
            keeper.look("bright-new");
            keeper.write("bright.name", "Home within two days of being ready")
                    .write("mix.source", "Ward records")
                    .write("mix.on", "2026-09-30")
                    .write("bright.figures", WRONG);
            keeper.press("bright.bring").look("bright-faults");
            keeper.write("bright.figures", figures());
            keeper.press("bright.bring").sees("bright.some", "bright.why.worth-asking");
            keeper.look("bright");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            keeper.picture("bright-print");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            keeper.follow("bright.team.title").look("bright-team").page().goBack();
            keeper.page().locator("form[action$='/ask'] button").first().click();
            keeper.sees("inquiry.discover.ask");
            keeper.page().fill("#discover", "They ask the night before who comes along.");
            keeper.look("inquiry").press("save").sees("saved");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            keeper.picture("inquiry-print");
            keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

            keeper.go(here + "/patterns/strengths").sees("seen.none").look("strengths-none");
            keeper.follow("seen.new").sees("seen.nobody").look("strength-nobody");

            keeper.go(here + "/patterns/voices").sees("voices.no-reference").look("voices-none");
            keeper.follow("mix.title.language").look("who-lives-here");
            keeper.write("tell.answer.en", "70")
                    .write("tell.answer.cy", "30")
                    .write("mix.source", "Census 2021")
                    .write("mix.on", "2021-03-21");
            keeper.press("save").sees("saved").look("voices");

            keeper.go(here + "/patterns").follow("involvement.title").look("involvements");
            keeper.page().locator("#spirals a").first().click();
            keeper.sees("involvement.none").press("save").sees("involvement.level.blank");
            keeper.page().locator("input[name=level]").nth(3).check();
            keeper.write("involvement.why", "Carers chair the meeting, and the ward comes to them.")
                    .press("save")
                    .sees("saved", "involvement.not-judged")
                    .look("involvement");
        }
    }

    /** Fourteen teams in two periods, one of them far ahead in both. */
    private static String figures() {
        StringBuilder csv = new StringBuilder("unit,period,numerator,denominator,case-mix\n");
        for (String period : new String[] {"2026-Q2", "2026-Q3"}) {
            for (int i = 1; i <= 13; i++) {
                csv.append("Ward %d,%s,%d,400,3\n".formatted(i, period, 200 + (i % 5 - 2) * 14));
            }
            csv.append("Gwernant,%s,330,400,3\n".formatted(period));
        }
        return csv.toString();
    }
}
